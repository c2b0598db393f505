/* facts.h - the fact tables of lexicon/, packed at build time and mapped read-only; shared by all threads.
 *
 * A table is rows of string cells, sorted by the bytes of their first column, the key; several rows may have one
 * key. Opening copies nothing. With --lexicon DIR the tables named there are merged in memory when opened: a key
 * that occurs in DIR's table replaces all of the packed rows of that key, other keys are added. */
#ifndef ONI_PACK_FACTS_H
#define ONI_PACK_FACTS_H

#include "base/str.h"

#define ONI_NO_ROW UINT32_MAX

typedef struct oni_facts oni_facts;
typedef struct oni_table oni_table;

/* The table from lexicon/NAME.tsv; an empty table when there is none of that name, never NULL. Lent. */
const oni_table *oni_facts_table(const oni_facts *facts, const char *name);

/* The bytes of a section that is no table (a model, a compiled automaton); n 0 when there is none. Lent. */
oni_str oni_facts_section(const oni_facts *facts, const char *name);

uint32_t oni_table_rows(const oni_table *table);

/* The number of a column by the header's name, -1 when there is none. */
int oni_table_column(const oni_table *table, const char *name);

/* The first row with this key, ONI_NO_ROW when there is none. The rows with the same key follow it:
 *   for (uint32_t r = oni_table_find(t, k); r < oni_table_rows(t) && oni_str_eq(oni_table_cell(t, r, 0), k); r++)
 * Constant time (hash); logarithmic in tables of more than 65,536 rows. */
uint32_t oni_table_find(const oni_table *table, oni_str key);

/* A cell; "" when the row or the column (-1 too) is not there. Lent as long as the facts. */
oni_str oni_table_cell(const oni_table *table, uint32_t row, int column);

#endif
