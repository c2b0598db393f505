/* The words of articles and statements for full-text search, indexed when a batch is committed and not before: every SAVEPOINT makes FTS5 write
 * what it has as a segment of its own, and an article of its own savepoint each would mean as many segments, merged again and again. */
#include "store/store.h"

enum { ARTICLES, STATEMENTS };
enum { MOST_PENDING = 16 << 20 };

typedef struct pending {
	int64_t row;
	size_t n;              /* bytes of text behind it */
	int what;
} pending;

static void pend(onr_store *store, int what, int64_t row, oni_str text)
{
	pending head = {.row = row, .n = text.n, .what = what};
	if (!text.n)
		return;
	oni_buf_add(&store->pending, (oni_str){(const char *)&head, sizeof head});
	oni_buf_add(&store->pending, text);
}

void oni_search_article(onr_store *store, int64_t article, oni_str text)
{
	pend(store, ARTICLES, article, text);
}

void oni_search_statement(onr_store *store, int64_t said, oni_str text)
{
	pend(store, STATEMENTS, said, text);
}

bool oni_search_full(const onr_store *store)
{
	return store->pending.n > MOST_PENDING;
}

static sqlite3_stmt *statement_of(onr_store *store, int what)
{
	if (what == ARTICLES)
		return oni_store_use(store, &store->own.search, "INSERT INTO article_search (rowid, text) VALUES (?1, ?2)");
	return oni_store_use(store, &store->own.search_statement, "INSERT INTO statement_search (rowid, content) VALUES (?1, ?2)");
}

bool oni_search_index(onr_store *store)
{
	const oni_buf *buf = &store->pending;
	bool good = true;
	for (size_t at = 0; good && at < buf->n;) {
		pending head;
		memcpy(&head, buf->at + at, sizeof head);
		sqlite3_stmt *s = statement_of(store, head.what);
		at += sizeof head + head.n;
		if (!s)
			return false;
		sqlite3_bind_int64(s, 1, head.row);
		sqlite3_bind_text(s, 2, buf->at + at - head.n, (int)head.n, SQLITE_STATIC);
		good = sqlite3_step(s) == SQLITE_DONE;
		sqlite3_reset(s);
	}
	oni_buf_clear(&store->pending, MOST_PENDING);
	return good;
}
