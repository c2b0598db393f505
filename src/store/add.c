/* One article into the store: not twice, never over what was there.
 *
 *                       an article of its id or URL?      of its text?
 *   stored as            no                                no
 *   kept as it is        yes, with the same text           -
 *   a revision           yes, with another text            -           the old one stays, no longer current
 *   a copy               no                                yes         only its id and URL are noted
 *
 * A transaction holds a batch of articles, a savepoint each of them: an article that fails leaves nothing behind. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/sha256.h"
#include "store/store.h"

enum { BATCH = 512, HASH = 32 };

typedef struct incoming {
	oni_str text, id, url;
	unsigned char hash[HASH];
	char id_of_text[8 + 64];
	bool named;            /* it has an id of its own, not its text's */
	int64_t now;           /* seconds since 1970 */
} incoming;

typedef struct stored {
	int64_t article, first, revision, story; /* article 0: none */
	bool same;             /* with the same text */
} stored;

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static oni_str string_of(const onr_store *store, const char *name)
{
	const oni_value *v = oni_json_member(&store->json, store->json.nodes, name);
	return v && v->kind == ONI_STRING ? v->text : (oni_str){0};
}

static onr_status read_record(onr_store *store, const char *record, size_t n, incoming *in, onr_err *err)
{
	if (!oni_json_read(&store->json, (oni_str){record, n}))
		return oni_fail(err, ONR_FORMAT, ONI_STR(""), store->json.at, "no record: %s", store->json.wrong);
	const oni_value *version = oni_json_member(&store->json, store->json.nodes, "onrecord");
	if (!version || !oni_str_is(version->text, "1"))
		return oni_fail(err, ONR_FORMAT, ONI_STR(""), 0, "no record of onrecord, or of a version that this one does not know");
	in->text = string_of(store, "text");
	if (!in->text.n)
		return oni_fail(err, ONR_EMPTY, ONI_STR(""), 0, "a record without text");
	if (!oni_points_of(&store->points, in->text))
		return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	char hex[65];
	oni_sha256(in->text, hex);
	for (int i = 0; i < HASH; i++) {
		unsigned byte = 0;
		sscanf(hex + 2 * i, "%2x", &byte);
		in->hash[i] = (unsigned char)byte;
	}
	snprintf(in->id_of_text, sizeof in->id_of_text, "sha256:%s", hex);
	in->id = string_of(store, "id");
	in->url = string_of(store, "url");
	in->named = in->id.n && !oni_str_is(in->id, in->id_of_text);
	in->now = (int64_t)time(NULL);
	return ONR_OK;
}

#define FIND "SELECT article, first, revision, story, text_hash FROM articles WHERE current AND "

/* The article found by a statement that has its parameter; false where SQLite failed. */
static bool take_stored(onr_store *store, sqlite3_stmt *s, const incoming *in, stored *ret)
{
	int status = sqlite3_step(s);
	if (status == SQLITE_ROW) {
		*ret = (stored){sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2), sqlite3_column_int64(s, 3), false};
		ret->same = sqlite3_column_bytes(s, 4) == HASH && memcmp(sqlite3_column_blob(s, 4), in->hash, HASH) == 0;
	}
	sqlite3_reset(s);
	(void)store;
	return status == SQLITE_ROW || status == SQLITE_DONE;
}

static bool find_by_text(onr_store *store, sqlite3_stmt **at, const char *sql, oni_str value, const incoming *in, stored *ret)
{
	sqlite3_stmt *s = oni_store_use(store, at, sql);
	if (!s)
		return false;
	sqlite3_bind_text(s, 1, value.at, (int)value.n, SQLITE_STATIC);
	return take_stored(store, s, in, ret);
}

/* By id, else by URL: the same article. */
static bool find_named(onr_store *store, const incoming *in, stored *ret)
{
	bool good = true;
	if (in->named)
		good = find_by_text(store, &store->own.by_id, FIND "id = ?1 LIMIT 1", in->id, in, ret);
	if (good && !ret->article && in->url.n)
		good = find_by_text(store, &store->own.by_url, FIND "url = ?1 LIMIT 1", in->url, in, ret);
	return good;
}

static bool find_same_text(onr_store *store, const incoming *in, stored *ret)
{
	sqlite3_stmt *s = oni_store_use(store, &store->own.by_hash, FIND "substr(text_hash, 1, 6) = substr(?1, 1, 6) AND text_hash = ?1 LIMIT 1");
	if (!s)
		return false;
	sqlite3_bind_blob(s, 1, in->hash, HASH, SQLITE_STATIC);
	return take_stored(store, s, in, ret);
}

static void bind_text(sqlite3_stmt *s, int at, oni_str text)
{
	if (text.n)
		sqlite3_bind_text(s, at, text.at, (int)text.n, SQLITE_STATIC);
}

/* The same text under another name: noted once; kept as it is where it has no other name. */
static onr_status note_copy(onr_store *store, const incoming *in, const stored *old, onr_outcome *ret, onr_err *err)
{
	*ret = ONR_KEPT;
	if (!in->named && !in->url.n)
		return ONR_OK;
	sqlite3_stmt *s = oni_store_use(store, &store->own.copy, "INSERT OR IGNORE INTO copies VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
	if (!s)
		return oni_store_fail(store, err);
	sqlite3_bind_int64(s, 1, old->article);
	sqlite3_bind_text(s, 2, in->id.n ? in->id.at : "", (int)in->id.n, SQLITE_STATIC);
	sqlite3_bind_text(s, 3, in->url.n ? in->url.at : "", (int)in->url.n, SQLITE_STATIC);
	bind_text(s, 4, string_of(store, "source"));
	bind_text(s, 5, string_of(store, "publisher"));
	bind_text(s, 6, string_of(store, "published"));
	sqlite3_bind_int64(s, 7, in->now);
	bool good = sqlite3_step(s) == SQLITE_DONE;
	if (good && sqlite3_changes(store->db))
		*ret = ONR_COPY;
	sqlite3_reset(s);
	return good ? ONR_OK : oni_store_fail(store, err);
}

/* The text of the segments that are the article's own prose, in store->scratch. */
static oni_str body_of(onr_store *store)
{
	const oni_json *json = &store->json;
	oni_buf *out = &store->scratch;
	oni_buf_clear(out, out->room);
	for (const oni_value *v = oni_json_first(json, oni_json_member(json, json->nodes, "segments")); v; v = oni_json_next(json, v)) {
		const oni_value *kind = oni_json_member(json, v, "kind"), *begin = oni_json_member(json, v, "begin"), *end = oni_json_member(json, v, "end");
		if (!kind || !begin || !end || !oni_str_is(kind->text, "body"))
			continue;
		oni_buf_add(out, oni_points_cut(&store->points, (uint32_t)strtoul(begin->text.at, NULL, 10), (uint32_t)strtoul(end->text.at, NULL, 10)));
		oni_buf_byte(out, ' ');
	}
	return oni_buf_str(out);
}

/* How many columns of the article come before those of the record. */
enum { OWN_COLUMNS = 8 };

static sqlite3_stmt *insert_article(onr_store *store)
{
	oni_buf sql = {0}, marks = {0};
	if (store->own.article)
		return oni_store_use(store, &store->own.article, "");
	oni_buf_add(&sql, ONI_STR("INSERT INTO articles (article, first, revision, current, story, added, text_hash, said"));
	for (int i = 1; i <= OWN_COLUMNS; i++)
		oni_buf_addf(&marks, "%s?%d", i > 1 ? ", " : "", i);
	int n = OWN_COLUMNS;
	for (const oni_column *c = ONI_ARTICLE_COLUMNS; c->member; c++) {
		if (!c->column)
			continue;
		oni_buf_addf(&sql, ", \"%s\"", c->column);
		oni_buf_addf(&marks, ", ?%d", ++n);
	}
	oni_buf_addf(&sql, ", more) VALUES (%.*s, ?%d)", ONI_FMT(oni_buf_str(&marks)), n + 1);
	oni_buf_byte(&sql, 0);
	sqlite3_stmt *s = sql.failed || marks.failed ? NULL : oni_store_use(store, &store->own.article, sql.at);
	oni_buf_drop(&sql);
	oni_buf_drop(&marks);
	return s;
}

static int64_t next_article(onr_store *store)
{
	sqlite3_stmt *s = oni_store_use(store, &store->own.last, "SELECT coalesce(max(article), 0) + 1 FROM articles");
	int64_t article = s && sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int64(s, 0) : 0;
	if (s)
		sqlite3_reset(s);
	return article;
}

/* How many statements statement_search has, which counts them over all articles; -1: SQLite failed. */
static int64_t last_said(onr_store *store)
{
	sqlite3_stmt *s = oni_store_use(store, &store->own.said, "SELECT coalesce((SELECT a.said + (SELECT max(s.row) FROM statements s "
		"WHERE s.row < (a.article + 1) << 20) - (a.article << 20) FROM articles a WHERE a.said IS NOT NULL ORDER BY a.said DESC LIMIT 1), 0)");
	int64_t said = s && sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int64(s, 0) : -1;
	if (s)
		sqlite3_reset(s);
	return said;
}

static bool retire(onr_store *store, const stored *old, const incoming *in)
{
	sqlite3_stmt *s = oni_store_use(store, &store->own.retire, "UPDATE articles SET current = 0, replaced = ?2 WHERE article = ?1");
	if (!s)
		return false;
	sqlite3_bind_int64(s, 1, old->article);
	sqlite3_bind_int64(s, 2, in->now);
	bool good = sqlite3_step(s) == SQLITE_DONE;
	sqlite3_reset(s);
	return good;
}

static onr_status insert(onr_store *store, const incoming *in, const stored *old, onr_err *err)
{
	int64_t article = next_article(store), story = old->story, said = last_said(store);
	if (article && !story)
		story = oni_story_of(store, article, body_of(store));
	sqlite3_stmt *s = article && story && said >= 0 && (!old->article || retire(store, old, in)) ? insert_article(store) : NULL;
	if (!s)
		return oni_store_fail(store, err);
	sqlite3_bind_int64(s, 1, article);
	sqlite3_bind_int64(s, 2, old->article ? old->first : article);
	sqlite3_bind_int64(s, 3, old->revision + 1);
	sqlite3_bind_int64(s, 4, 1);
	sqlite3_bind_int64(s, 5, story);
	sqlite3_bind_int64(s, 6, in->now);
	sqlite3_bind_blob(s, 7, in->hash, HASH, SQLITE_STATIC);
	if (oni_json_first(&store->json, oni_json_member(&store->json, store->json.nodes, "statements")))
		sqlite3_bind_int64(s, 8, said);
	if (!oni_bind_article(store, s, OWN_COLUMNS + 1, store->json.nodes))
		return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	if (!in->named) /* it is the hash, and that is there */
		sqlite3_bind_null(s, OWN_COLUMNS + 1);
	if (sqlite3_step(s) != SQLITE_DONE)
		return oni_store_fail(store, err);
	oni_search_article(store, article, in->text);
	oni_str series = in->named ? in->id : in->url.n ? in->url : oni_str_of(in->id_of_text);
	return oni_store_lists(store, article, series, said, err);
}

static onr_status add(onr_store *store, const incoming *in, onr_outcome *ret, onr_err *err)
{
	stored old = {0};
	if (!find_named(store, in, &old))
		return oni_store_fail(store, err);
	*ret = old.article ? ONR_REVISED : ONR_ADDED;
	if (old.article && old.same) {
		*ret = ONR_KEPT;
		return ONR_OK;
	}
	stored twin = {0};
	if (!old.article && !find_same_text(store, in, &twin))
		return oni_store_fail(store, err);
	return twin.article ? note_copy(store, in, &twin, ret, err) : insert(store, in, &old, err);
}

static onr_status begin(onr_store *store, onr_err *err)
{
	if (!store->writing)
		return oni_fail(err, ONR_STORE, oni_str_of(store->path), 0, "was opened for reading");
	if (store->begun)
		return ONR_OK;
	if (!oni_store_exec(store, "BEGIN IMMEDIATE"))
		return oni_store_fail(store, err);
	store->begun = true;
	store->in_batch = 0;
	store->batch_began = seconds();
	return ONR_OK;
}

/* Gives up the article, before which `pending` bytes were waiting; or where SQLite gave up the transaction, the batch. */
static void undo(onr_store *store, size_t pending)
{
	oni_words_clear(&store->words);
	oni_words_clear(&store->kinds);
	oni_store_reset(store);
	store->pending.n = sqlite3_get_autocommit(store->db) ? 0 : pending;
	if (sqlite3_get_autocommit(store->db))
		store->begun = false;
	else
		oni_store_exec(store, "ROLLBACK TO one; RELEASE one");
}

onr_status onr_store_add(onr_store *store, const char *record, size_t n, onr_outcome *ret_outcome, onr_err *err)
{
	incoming in = {0};
	onr_outcome outcome = ONR_KEPT;
	size_t pending = store->pending.n;
	onr_status status = read_record(store, record, n, &in, err);
	if (!status)
		status = begin(store, err);
	if (status)
		return status;
	if (!oni_store_exec(store, "SAVEPOINT one"))
		return oni_store_fail(store, err);
	status = add(store, &in, &outcome, err);
	if (!status && !oni_store_exec(store, "RELEASE one"))
		status = oni_store_fail(store, err);
	if (status) {
		undo(store, pending);
		return status;
	}
	*ret_outcome = outcome;
	if (++store->in_batch >= BATCH || seconds() - store->batch_began > 1 || oni_search_full(store))
		return onr_store_commit(store, err);
	return ONR_OK;
}

onr_status onr_store_commit(onr_store *store, onr_err *err)
{
	if (!store->begun)
		return ONR_OK;
	store->begun = false;
	bool failed = store->pending.failed;
	if (!failed && oni_search_index(store) && oni_store_exec(store, "COMMIT"))
		return ONR_OK;
	onr_status status = failed ? oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left") : oni_store_fail(store, err);
	oni_store_reset(store);
	oni_buf_drop(&store->pending);
	store->pending = (oni_buf){0};
	oni_words_clear(&store->words);
	oni_words_clear(&store->kinds);
	oni_store_exec(store, "ROLLBACK");
	return status;
}

static int64_t input_hash(const char *bytes, size_t n)
{
	uint64_t hash = oni_hash((oni_str){bytes, n});
	return (int64_t)(hash & INT64_MAX);
}

int onr_store_knows(onr_store *store, const char *bytes, size_t n)
{
	sqlite3_stmt *s = oni_store_use(store, &store->own.knows, "SELECT 1 FROM inputs WHERE hash = ?1");
	if (!s)
		return 0;
	sqlite3_bind_int64(s, 1, input_hash(bytes, n));
	int known = sqlite3_step(s) == SQLITE_ROW;
	sqlite3_reset(s);
	return known;
}

onr_status onr_store_note(onr_store *store, const char *bytes, size_t n, onr_err *err)
{
	onr_status status = begin(store, err);
	sqlite3_stmt *s = status ? NULL : oni_store_use(store, &store->own.note, "INSERT OR IGNORE INTO inputs VALUES (?1)");
	if (!s)
		return status ? status : oni_store_fail(store, err);
	sqlite3_bind_int64(s, 1, input_hash(bytes, n));
	bool good = sqlite3_step(s) == SQLITE_DONE;
	sqlite3_reset(s);
	return good ? ONR_OK : oni_store_fail(store, err);
}
