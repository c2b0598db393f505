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

static bool is_role(const oni_facts *facts, oni_str part)
{
	const oni_table *roles = oni_facts_table(facts, "roles");
	uint32_t row = oni_table_find(roles, part);
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
	enum { FLAGS = SQLITE_UTF8 | SQLITE_DETERMINISTIC };
	sqlite3 *db = x->store->db;
	return sqlite3_create_function(db, "actor_code", 1, FLAGS, x, actor_code, NULL, NULL) == SQLITE_OK
		&& sqlite3_create_function(db, "listed", 1, FLAGS, x, NULL, listed_step, listed_end) == SQLITE_OK;
}
