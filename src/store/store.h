/* store.h - an open store, for this room and tell/. One thread at a time. */
#ifndef ONI_STORE_STORE_H
#define ONI_STORE_STORE_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "store/json.h"
#include "store/table.h"

/* A cache of `words`: open addressing, emptied when it is full or a transaction is undone. */
typedef struct oni_words {
	struct oni_word_slot { oni_str text; int64_t word; } *slots; /* [ONI_WORD_SLOTS], owned; text.at NULL: free */
	uint32_t n;
	oni_arena arena;       /* the strings */
} oni_words;

enum { ONI_WORD_SLOTS = 1 << 16 };

/* Code points to bytes in a text. */
typedef struct oni_points {
	oni_str text;
	uint32_t *at;          /* the byte of every 64th code point, owned; unused where ascii */
	uint32_t n, room;
	bool ascii;
} oni_points;

/* Made on first use, owned. */
typedef struct oni_statements {
	sqlite3_stmt *lists[ONI_TABLE_COUNT], *article, *by_id, *by_url, *by_hash, *retire, *copy, *knows, *note;
	sqlite3_stmt *word, *new_word, *band, *signature, *new_band, *new_signature, *search, *search_statement, *last;
} oni_statements;

struct onr_store {
	sqlite3 *db;           /* owned */
	char *path;            /* owned */
	bool writing, begun;   /* opened for writing; a transaction is open */
	unsigned in_batch;     /* articles since it began */
	double batch_began;
	oni_statements own;
	oni_words words;
	oni_json json;
	oni_points points;
	oni_buf scratch, more;
};

/* Fills *err from what SQLite last said of this store. */
onr_status oni_store_fail(onr_store *store, onr_err *err);

/* The statement in *at, made on first use and reset; NULL when it cannot be made (oni_store_fail tells). */
sqlite3_stmt *oni_store_use(onr_store *store, sqlite3_stmt **at, const char *sql);

/* Lets go of what the store's own statements hold (a failed one holds its transaction open). */
void oni_store_reset(onr_store *store);

/* Whether SQLite ran it; no result wanted. */
bool oni_store_exec(onr_store *store, const char *sql);

/* ---- words.c ---- */

/* The number of a string, made where it is new; 0: SQLite failed. */
int64_t oni_word_of(onr_store *store, oni_str text);
void oni_words_clear(oni_words *words);

/* ---- points.c ---- */

/* false when there is no memory. */
bool oni_points_of(oni_points *points, oni_str text);

/* The text between two code points, both clamped to it. */
oni_str oni_points_cut(const oni_points *points, uint32_t begin, uint32_t end);

/* ---- rows.c: the lists of a record as rows ---- */

/* Stores all lists of the record as parts of the article. `series`: what ids are derived from. */
onr_status oni_store_lists(onr_store *store, int64_t article, oni_str series, onr_err *err);

/* Binds the columns of a record's element from parameter `from` on, and what has no column as JSON behind them. */
bool oni_bind_element(onr_store *store, sqlite3_stmt *statement, const oni_column *columns, int from, const oni_value *element);

/* ---- story.c ---- */

/* The article that this one is a near copy of, itself where there is none; 0: SQLite failed. */
int64_t oni_story_of(onr_store *store, int64_t article, oni_str body);

/* ---- restore.c ---- */

/* Appends the record of an article as JSON, as onrecord code wrote it. */
onr_status oni_store_record(onr_store *store, int64_t article, oni_buf *out, onr_err *err);

#endif
