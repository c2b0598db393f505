/* Governor over event: the code of the whole.
 *
 * CAMEO repeats its cooperative and its yielding types under every governor: to provide humanitarian aid is 073, to
 * promise it 0333, to ask for it 0233, to demand it 1033, to refuse it 1223, to threaten with stopping it 1311. So one
 * table, lexicon/events_compose.tsv, has `governor, inner, outer`; the longest inner code that begins the embedded code
 * wins. A governor over a governor ("rejected an appeal for aid") looks through to what is asked for: the inner code
 * is first turned back into the plain one, by the same table read from right to left. */
#include "understand/event_parts.h"

static oni_str forward(const oni_event_tables *t, oni_str op, oni_str inner)
{
	oni_str best = {0};
	size_t longest = 0;
	for (uint32_t r = oni_table_find(t->compose, op); r < oni_table_rows(t->compose) && oni_str_eq(oni_table_cell(t->compose, r, 0), op); r++) {
		oni_str from = oni_table_cell(t->compose, r, t->inner);
		if (inner.n >= from.n && from.n >= longest && memcmp(inner.at, from.at, from.n) == 0) {
			best = oni_table_cell(t->compose, r, t->outer);
			longest = from.n;
		}
	}
	return best;
}

/* What an appeal, a demand, an intention or a refusal is about; the code itself when it is none of these. */
static oni_str plain(const oni_event_tables *t, oni_str code)
{
	static const char *const OPS[] = {"appeal", "demand", "intend"};
	for (size_t i = 0; i < sizeof OPS / sizeof *OPS; i++) {
		oni_str op = oni_str_of(OPS[i]);
		for (uint32_t r = oni_table_find(t->compose, op); r < oni_table_rows(t->compose) && oni_str_eq(oni_table_cell(t->compose, r, 0), op); r++)
			if (oni_str_eq(oni_table_cell(t->compose, r, t->outer), code))
				return oni_table_cell(t->compose, r, t->inner);
	}
	return code;
}

oni_str oni_compose(const oni_event_tables *tables, oni_str op, oni_str inner)
{
	bool looks_through = oni_word_in_list(op, "reject refuse accept appeal demand");
	oni_str through = looks_through ? forward(tables, op, plain(tables, inner)) : (oni_str){0};
	return through.n ? through : forward(tables, op, inner);
}
