/* Functions for the SQL of layouts: what actor codes are made of, and lists. */
#include <stdlib.h>

#include "tell/export.h"

static oni_str text_of(sqlite3_value *value)
{
	const char *at = (const char *)sqlite3_value_text(value);
	return (oni_str){at, at ? (size_t)sqlite3_value_bytes(value) : 0};
}

static void give(sqlite3_context *context, oni_str text)
{
	if (text.n)
		sqlite3_result_text(context, text.at, (int)text.n, SQLITE_TRANSIENT);
}

/* Whether a part of a code is a people's ("kur") or a creed's ("MOS"), as lexicon/peoples.tsv has them. */
static bool is_of_peoples(const oni_facts *facts, oni_str part, const char *kind)
{
	const oni_table *peoples = oni_facts_table(facts, "peoples");
	int code = oni_table_column(peoples, "code"), kinds = oni_table_column(peoples, "kind");
	for (uint32_t row = 0; part.n == 3 && row < oni_table_rows(peoples); row++)
		if (oni_str_eq(oni_table_cell(peoples, row, code), part) && oni_str_is(oni_table_cell(peoples, row, kinds), kind))
			return true;
	return false;
}

static bool is_role(const oni_facts *facts, oni_str part)
{
	const oni_table *roles = oni_facts_table(facts, "roles");
	uint32_t row = oni_table_find(roles, part);
	if (is_of_peoples(facts, part, "creed"))
		return true;
	return row != ONI_NO_ROW && !oni_str_is(oni_table_cell(roles, row, oni_table_column(roles, "kind")), "international");
}

/* actor_code(code): as PETRARCH2 and Phoenix write it; --- stands where there is no actor, and for the country of a role without one. */
static void actor_code(sqlite3_context *context, int n, sqlite3_value **values)
{
	const oni_exporter *x = sqlite3_user_data(context);
	oni_str code = text_of(values[0]);
	char whole[64] = "---";
	(void)n;
	size_t begin = code.n == 0 || is_role(x->facts, oni_str_cut(code, 0, 3)) ? 3 : 0;
	code = oni_str_cut(code, 0, sizeof whole - begin);
	if (code.n)
		memcpy(whole + begin, code.at, code.n);
	give(context, (oni_str){whole, begin + code.n});
}

/* The n-th part that is a role, from 1 on; part 0 is the country that the code begins with. Codes are three letters a part. */
static oni_str part_of(const oni_facts *facts, oni_str code, int wanted)
{
	const oni_table *roles = oni_facts_table(facts, "roles"), *countries = oni_facts_table(facts, "countries");
	oni_str first = oni_str_cut(code, 0, 3);
	if (wanted == 0) {
		int cameo = oni_table_column(countries, "cameo");
		for (uint32_t row = 0; row < oni_table_rows(countries); row++)
			if (first.n == 3 && oni_str_eq(oni_table_cell(countries, row, cameo), first))
				return first;
		return ONI_STR("");
	}
	for (size_t at = 0; at + 3 <= code.n; at += 3)
		if (oni_table_find(roles, oni_str_cut(code, at, at + 3)) != ONI_NO_ROW && --wanted == 0)
			return oni_str_cut(code, at, at + 3);
	return ONI_STR("");
}

/* actor_part(code, n) */
static void actor_part(sqlite3_context *context, int n, sqlite3_value **values)
{
	const oni_exporter *x = sqlite3_user_data(context);
	(void)n;
	give(context, part_of(x->facts, text_of(values[0]), sqlite3_value_int(values[1])));
}

/* actor_people(code, kind): its part of that kind of lexicon/peoples.tsv, people or creed; not of a body's code (IGO…, IMG…). */
static void actor_people(sqlite3_context *context, int n, sqlite3_value **values)
{
	const oni_exporter *x = sqlite3_user_data(context);
	oni_str code = text_of(values[0]);
	const char *kind = (const char *)sqlite3_value_text(values[1]);
	(void)n;
	bool country = part_of(x->facts, code, 0).n > 0;
	if (!country && !is_role(x->facts, oni_str_cut(code, 0, 3)))
		return;
	for (size_t at = country ? 3 : 0; at + 3 <= code.n; at += 3)
		if (is_of_peoples(x->facts, oni_str_cut(code, at, at + 3), kind)) {
			give(context, oni_str_cut(code, at, at + 3));
			return;
		}
}

/* The description of a role as far as it is a name: "Government" of "Government: the executive, …". */
static oni_str name_of_role(const oni_facts *facts, oni_str role)
{
	const oni_table *roles = oni_facts_table(facts, "roles");
	oni_str text = oni_table_cell(roles, oni_table_find(roles, role), oni_table_column(roles, "description"));
	size_t n = 0;
	while (n < text.n && !strchr(":,(;", text.at[n]))
		n++;
	return oni_str_trim(oni_str_cut(text, 0, n));
}

static void join_parts(sqlite3_context *context, oni_str code, bool names)
{
	const oni_exporter *x = sqlite3_user_data(context);
	oni_buf out = {0};
	oni_str part;
	for (int i = 1; (part = part_of(x->facts, code, i)).n; i++) {
		if (out.n)
			oni_buf_byte(&out, ',');
		oni_buf_add(&out, names ? name_of_role(x->facts, part) : part);
	}
	if (out.failed)
		sqlite3_result_error_nomem(context);
	else
		give(context, oni_buf_str(&out));
	oni_buf_drop(&out);
}

/* actor_parts(code): its roles between commas; actor_sectors(code): their names. */
static void actor_parts(sqlite3_context *context, int n, sqlite3_value **values)
{
	(void)n;
	join_parts(context, text_of(values[0]), false);
}

static void actor_sectors(sqlite3_context *context, int n, sqlite3_value **values)
{
	(void)n;
	join_parts(context, text_of(values[0]), true);
}

/* fact(table, key, column) */
static void fact(sqlite3_context *context, int n, sqlite3_value **values)
{
	const oni_exporter *x = sqlite3_user_data(context);
	const oni_table *table = oni_facts_table(x->facts, (const char *)sqlite3_value_text(values[0]));
	int column = oni_table_column(table, (const char *)sqlite3_value_text(values[2]));
	oni_str key = text_of(values[1]);
	(void)n;
	if (key.n)
		give(context, oni_table_cell(table, oni_table_find(table, key), column));
}

/* plover_score(event, mode): the mode's where it has one, else the event's. */
static void plover_score(sqlite3_context *context, int n, sqlite3_value **values)
{
	const oni_exporter *x = sqlite3_user_data(context);
	const oni_table *table = oni_facts_table(x->facts, "plover");
	int kind = oni_table_column(table, "kind"), value = oni_table_column(table, "value"), score = oni_table_column(table, "score");
	oni_str event = text_of(values[0]), mode = text_of(values[1]), found = {0};
	(void)n;
	for (uint32_t r = oni_table_find(table, event); r < oni_table_rows(table) && oni_str_eq(oni_table_cell(table, r, 0), event); r++) {
		bool of_mode = oni_str_is(oni_table_cell(table, r, kind), "mode");
		if (of_mode ? mode.n && oni_str_eq(oni_table_cell(table, r, value), mode) : !found.n)
			found = oni_table_cell(table, r, score);
	}
	give(context, found);
}

/* listed(text): the different ones of a group, in order, between semicolons. */
static bool has(oni_str list, oni_str item)
{
	for (oni_str field; oni_str_split(&list, ';', &field);)
		if (oni_str_eq(field, item))
			return true;
	return false;
}

static void listed_step(sqlite3_context *context, int n, sqlite3_value **values)
{
	oni_buf *list = sqlite3_aggregate_context(context, sizeof *list);
	oni_str item = text_of(values[0]);
	(void)n;
	if (!list || !item.n || has(oni_buf_str(list), item))
		return;
	if (list->n)
		oni_buf_byte(list, ';');
	oni_buf_add(list, item);
}

static void listed_end(sqlite3_context *context)
{
	oni_buf *list = sqlite3_aggregate_context(context, 0);
	if (!list)
		return;
	if (list->failed)
		sqlite3_result_error_nomem(context);
	else
		give(context, oni_buf_str(list));
	oni_buf_drop(list);
}

bool oni_export_functions(oni_exporter *x)
{
	static const struct { const char *name; int n; void (*one)(sqlite3_context *, int, sqlite3_value **); } FUNCTIONS[] = {
		{"actor_code", 1, actor_code}, {"actor_part", 2, actor_part}, {"actor_people", 2, actor_people}, {"actor_parts", 1, actor_parts}, {"actor_sectors", 1, actor_sectors},
		{"fact", 3, fact}, {"plover_score", 2, plover_score},
	};
	enum { FLAGS = SQLITE_UTF8 | SQLITE_DETERMINISTIC };
	sqlite3 *db = x->store->db;
	bool good = sqlite3_create_function(db, "listed", 1, FLAGS, x, NULL, listed_step, listed_end) == SQLITE_OK;
	for (size_t i = 0; good && i < sizeof FUNCTIONS / sizeof *FUNCTIONS; i++)
		good = sqlite3_create_function(db, FUNCTIONS[i].name, FUNCTIONS[i].n, FLAGS, x, FUNCTIONS[i].one, NULL, NULL) == SQLITE_OK;
	return good;
}
