/* What came, what replaced what, and what a revision says anew or no longer. Nothing is ever taken away: what was replaced is found by its
 * article's number. Rows of two revisions are the same where their ids are: ids are derived from what is said. */
#include "store/pack.h"
#include "tell/tell.h"

#define ID(a) "coalesce(" a ".id, 'sha256:' || lower(hex(" a ".text_hash)))"

/* What one of two revisions has and the other has not; k is its kind. */
#define ROWS_OF(x, a) x ".row > " a ".article << 20 AND " x ".row <= (" a ".article << 20) + 1048575"
#define DIFFERENCE(kind, table, what, has, lacks, change) \
	"SELECT n.added, '" change "', '" kind "', " ID("n") ", n.revision, printf('%016x', x.id), " what " FROM articles n " \
	"JOIN articles o ON o.first = n.first AND o.revision = n.revision - 1 JOIN " table " x ON " ROWS_OF("x", has) \
	" WHERE n.revision > 1 AND " SINCE("n") " AND NOT EXISTS (SELECT 1 FROM " table " y WHERE " ROWS_OF("y", lacks) " AND y.id = x.id)"
#define SINCE(a) ONI_SQL_TIME(a ".added") " >= ?1"
#define SLICE(a, begin, length) "substr(" a ".text, x." begin " + 1, x." length ")"
#define KIND(column, kinds) "(SELECT w.text FROM " kinds " k JOIN words w ON w.word = k." column " WHERE k.kind = x.kind)"
#define BOTH(kind, table, new_what, old_what) \
	DIFFERENCE(kind, table, new_what, "n", "o", "new in revision") " UNION ALL " \
	DIFFERENCE(kind, table, old_what, "o", "n", "gone from revision")
#define FIGURE(a) KIND("measure", "figure_kinds") " || ': ' || " SLICE(a, "\"begin\"", "length")
#define EVENT(a) KIND("cameo", "event_kinds") " || ' ' || " SLICE(a, "trigger_begin", "trigger_length")
#define STATEMENT(a) "coalesce(" SLICE(a, "source_begin", "source_length") ", '?') || ' ' || " SLICE(a, "cue_begin", "cue_length")

static const char SQL[] =
	"SELECT " ONI_SQL_TIME("added") " AS time, change, kind, article, revision, id, what FROM (\n"
	"SELECT n.added AS added, CASE n.revision WHEN 1 THEN 'added' ELSE 'revised' END AS change, 'article' AS kind, " ID("n") " AS article, "
	"n.revision AS revision, NULL AS id, coalesce(n.title, substr(n.text, 1, 60)) AS what FROM articles n WHERE " SINCE("n") "\n"
	"UNION ALL SELECT c.added, 'copy', 'article', " ID("n") ", n.revision, NULL, c.id || ' ' || c.url FROM copies c "
	"JOIN articles n ON n.article = c.article WHERE " SINCE("c") "\n"
	"UNION ALL " BOTH("statement", "statements", STATEMENT("n"), STATEMENT("o"))
	"\nUNION ALL " BOTH("event", "events", EVENT("n"), EVENT("o"))
	"\nUNION ALL " BOTH("figure", "figures", FIGURE("n"), FIGURE("o"))
	") ORDER BY time, article, revision, kind = 'article' DESC, kind, change, id";

/* 2022, 2022-12, 2022-12-02, 2022-12-02T10:00:00Z or a beginning of it */
static bool is_time(const char *text)
{
	static const char SHAPE[] = "0000-00-00T00:00:00Z";
	size_t n = strlen(text);
	for (size_t i = 0; i < n; i++)
		if (i >= sizeof SHAPE - 1 || (SHAPE[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != SHAPE[i]))
			return false;
	return n >= 4;
}

onr_status onr_store_changes(onr_store *store, const char *since, onr_layout layout, onr_write *write, void *user, onr_err *err)
{
	sqlite3_stmt *rows = NULL;
	oni_out out = {.write = write, .user = user};
	if (since && !is_time(since))
		return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--since %s: no time (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)", since);
	if (sqlite3_prepare_v2(store->db, SQL, -1, &rows, NULL) != SQLITE_OK)
		return oni_store_fail(store, err);
	sqlite3_bind_text(rows, 1, since ? since : "", -1, SQLITE_STATIC);
	onr_status status = oni_tell_rows(store, rows, layout, &out, err);
	sqlite3_finalize(rows);
	return oni_out_end(&out, status, err);
}
