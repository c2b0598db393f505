/* build.h - rows into the image of a table: what the packer does at build time and `--lexicon` at run time; for this
 * room's own use. Everything is allocated in the arena given. */
#ifndef ONI_PACK_BUILD_H
#define ONI_PACK_BUILD_H

#include "base/arena.h"
#include "pack/format.h"
#include "pack/open.h"

/* A table before it is packed. */
typedef struct oni_rows {
	oni_str *columns;    /* [n_columns] names, without their marks */
	bool *phrases;       /* [n_columns] whether the column's cells are phrases */
	oni_str *cells;      /* [n_rows][n_columns] */
	uint32_t n_columns, n_rows;
} oni_rows;

/* Reads a table's text. Lines that start with '#' and empty lines are skipped; the first other line is the header. Cells
 * missing at the end of a row are empty; more cells than columns, an empty key or bytes that are not UTF-8 are
 * errors: false, with line and text in *ret_err. The cells point into `text`. */
bool oni_rows_read(oni_arena *arena, oni_str text, oni_rows *ret_rows, oni_facts_err *ret_err);

/* The rows of a packed table. */
oni_rows oni_rows_of(oni_arena *arena, const oni_table *table);

/* The image of the rows, sorted by key (rows of one key keep their order). n 0 where it would pass 4 GiB. */
oni_str oni_table_build(oni_arena *arena, const oni_rows *rows);

/* A table over an image, checked; false where its parts do not lie in it. */
bool oni_table_open(oni_str image, oni_table *ret_table);

#endif
