#include <stdio.h>

#include "tell/tell.h"

/* What --group-by groups; NULL with *err told. */
static const char *group_key(const oni_subject *subject, const char *by, onr_err *err)
{
	bool articles = strcmp(subject->name, "articles") == 0;
	if (strcmp(by, "day") == 0)
		return articles ? "substr(o.published, 1, 10)" : "substr(o.date, 1, 10)";
	if (strcmp(by, "month") == 0)
		return articles ? "substr(o.published, 1, 7)" : "substr(o.date, 1, 7)";
	if (strcmp(by, "actor") == 0)
		return subject->actor;
	if (strcmp(by, "code") == 0 && subject->code)
		return subject->code;
	oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--group-by %s: %s can be grouped by day, month%s", by, subject->name,
		subject->code ? ", actor or code" : " or actor");
	return NULL;
}

/* All columns of the view that users see. */
static onr_status ask_all(onr_store *store, const oni_subject *subject, const onr_query *query, sqlite3_stmt **ret, onr_err *err)
{
	sqlite3_stmt *names = NULL;
	oni_buf what = {0};
	if (sqlite3_prepare_v2(store->db, "SELECT name FROM pragma_table_info(?1)", -1, &names, NULL) != SQLITE_OK)
		return oni_store_fail(store, err);
	sqlite3_bind_text(names, 1, subject->shown, -1, SQLITE_STATIC);
	while (sqlite3_step(names) == SQLITE_ROW)
		oni_buf_addf(&what, "%so.%s", what.n ? ", " : "", (const char *)sqlite3_column_text(names, 0));
	sqlite3_finalize(names);
	oni_buf_byte(&what, 0);
	onr_status status = what.failed ? oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left")
		: oni_ask_page(store, subject, query, what.at, ret, err);
	oni_buf_drop(&what);
	return status;
}

/* How many, of all or of each value of `key`. The rows come out of a subquery that SQLite cannot dissolve (LIMIT -1): inside it, it passes
 * over what the view joins and nobody asks for. */
static onr_status ask_counts(onr_store *store, const oni_subject *subject, const onr_query *query, const char *key, sqlite3_stmt **ret,
	onr_err *err)
{
	char what[256], tail[128];
	if (!key)
		return oni_ask(store, subject, query, "count(*) AS count, count(DISTINCT story) AS stories FROM (SELECT o.story", "LIMIT -1)", ret, err);
	const char *by = query->group_by, *end = strrchr(key, '_');
	bool word = end && strcmp(end, "_word") == 0; /* numbers are grouped faster than texts */
	snprintf(what, sizeof what, "%s AS \"%s\", count(*) AS count, count(DISTINCT story) AS stories FROM (SELECT %s AS of, o.story AS story",
		word ? "(SELECT text FROM words WHERE word = of)" : "of", by, key);
	snprintf(tail, sizeof tail, "LIMIT -1) GROUP BY of ORDER BY %s LIMIT %lld", by[0] == 'd' || by[0] == 'm' ? "1" : "2 DESC, 1",
		query->limit ? (long long)query->limit : -1);
	return oni_ask(store, subject, query, what, tail, ret, err);
}

static onr_status ask(onr_store *store, const onr_query *query, sqlite3_stmt **ret, onr_err *err)
{
	const oni_subject *subject = oni_tell_subject(query->what, err);
	if (!subject)
		return ONR_ARGUMENT;
	const char *key = query->group_by ? group_key(subject, query->group_by, err) : NULL;
	if (query->group_by && !key)
		return ONR_ARGUMENT;
	if (query->group_by)
		return ask_counts(store, subject, query, key, ret, err);
	if (query->count)
		return ask_counts(store, subject, query, NULL, ret, err);
	if (query->layout == ONR_LAYOUT_TABLE)
		return oni_ask_page(store, subject, query, subject->brief, ret, err);
	return ask_all(store, subject, query, ret, err);
}

onr_status onr_store_query(onr_store *store, const onr_query *query, onr_write *write, void *user, onr_err *err)
{
	sqlite3_stmt *rows = NULL;
	oni_out out = {.write = write, .user = user};
	onr_status status = ask(store, query, &rows, err);
	if (!status)
		status = oni_tell_rows(store, rows, query->layout, &out, err);
	sqlite3_finalize(rows);
	return oni_out_end(&out, status, err);
}
