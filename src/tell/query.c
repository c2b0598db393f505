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
	oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--group-by %s: %s can be grouped by day, month, actor%s", by, subject->name,
		subject->code ? " or code" : "");
	return NULL;
}

static onr_status ask(onr_store *store, const onr_query *query, sqlite3_stmt **ret, onr_err *err)
{
	const oni_subject *subject = oni_tell_subject(query->what, err);
	if (!subject)
		return ONR_ARGUMENT;
	char what[256], tail[128] = "", limit[48] = "";
	if (query->limit)
		snprintf(limit, sizeof limit, " LIMIT %zu", query->limit);
	if (query->group_by) {
		const char *key = group_key(subject, query->group_by, err);
		if (!key)
			return ONR_ARGUMENT;
		snprintf(what, sizeof what, "%s AS \"%s\", count(*) AS count, count(DISTINCT o.story) AS stories", key, query->group_by);
		snprintf(tail, sizeof tail, "GROUP BY 1 ORDER BY %s%s", query->group_by[0] == 'd' || query->group_by[0] == 'm' ? "1" : "2 DESC, 1", limit);
		return oni_ask(store, subject, query, what, tail, ret, err);
	}
	if (query->count)
		return oni_ask(store, subject, query, "count(*) AS count, count(DISTINCT o.story) AS stories", "", ret, err);
	return oni_ask(store, subject, query, query->layout == ONR_LAYOUT_TABLE ? subject->brief : "*", limit, ret, err);
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
