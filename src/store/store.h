/* store.h - an open store, for this room and tell/. One thread at a time. */
#ifndef ONI_STORE_STORE_H
#define ONI_STORE_STORE_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "store/json.h"
#include "store/table.h"

typedef struct oni_word_slot {
	oni_str text;          /* at NULL: free */
	int64_t word;
} oni_word_slot;

/* A cache of texts and their numbers: open addressing, emptied when it is full or a transaction is undone. */
typedef struct oni_words {
	oni_word_slot *slots;  /* [ONI_WORD_SLOTS], owned */
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
	sqlite3_stmt *kinds[ONI_TABLE_COUNT], *new_kinds[ONI_TABLE_COUNT];
	sqlite3_stmt *word, *new_word, *band, *signature, *new_band, *new_signature, *search, *search_statement, *last, *said;
	sqlite3_stmt *restore[ONI_TABLE_COUNT], *restore_article, *word_text;
} oni_statements;

struct onr_store {
	sqlite3 *db;           /* owned */
	char *path;            /* owned */
	bool writing, begun;   /* opened for writing; a transaction is open */
	unsigned in_batch;     /* articles since it began */
	double batch_began;
	oni_statements own;
	oni_words words, kinds; /* kinds: of what dictionaries say, as kinds.c writes it */
	oni_json json;
	oni_points points;
	oni_buf scratch, more, texts;
	oni_buf pending;       /* what is yet to be indexed (search.c) */
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

/* The slot of the text, or the free one that it may have; NULL: no memory. */
oni_word_slot *oni_words_slot(oni_words *words, oni_str text);

/* Keeps the pair where there is memory; the cache is no promise. */
void oni_words_keep(oni_words *words, oni_word_slot *slot, oni_str text, int64_t word);
void oni_words_clear(oni_words *words);

/* ---- kinds.c: what recurs together, in dictionaries ---- */

/* Whether the value may stand in the column of a dictionary. */
bool oni_kind_fits(const oni_column *column, const oni_value *value);

/* The number of the row of the list's dictionary that says this, made where it is new; 0: SQLite failed. `values` are by the column's place in
 * the list's columns, NULL for none. */
int64_t oni_kind_of(onr_store *store, int list, const oni_value *const values[ONI_COLUMNS_MOST]);

/* The hash that a dictionary's row is found by, of its values in order: kept in files, so it never changes. */
enum { ONI_KIND_HASH_MOST = 0x7FFFFF };
uint64_t oni_kind_hash_number(uint64_t hash, int64_t number);
uint64_t oni_kind_hash_real(uint64_t hash, double number);
uint64_t oni_kind_hash_text(uint64_t hash, oni_str text);
uint64_t oni_kind_hash_nothing(uint64_t hash);

/* ---- points.c ---- */

/* false when there is no memory. */
bool oni_points_of(oni_points *points, oni_str text);

/* The text between two code points, both clamped to it. */
oni_str oni_points_cut(const oni_points *points, uint32_t begin, uint32_t end);

/* ---- rows.c: the lists of a record as rows ---- */

/* The number of a member in JSON. */
double oni_value_real(const oni_value *value);
uint32_t oni_value_count(const oni_value *value);

/* Stores all lists of the record as parts of the article. `series`: what ids are derived from; `said`: how many statements
 * statement_search has before this article's. */
onr_status oni_store_lists(onr_store *store, int64_t article, oni_str series, int64_t said, onr_err *err);

/* Binds what is known of the record itself from parameter `from` on, and what has no column as JSON behind that. */
bool oni_bind_article(onr_store *store, sqlite3_stmt *statement, int from, const oni_value *record);

/* ---- search.c: full-text search ---- */

/* The text is to be found under the number; indexed by oni_search_index. Where memory fails, store->pending.failed. */
void oni_search_article(onr_store *store, int64_t article, oni_str text);
void oni_search_statement(onr_store *store, int64_t said, oni_str text);

/* Whether much is waiting: time to commit. */
bool oni_search_full(const onr_store *store);

/* Indexes what is waiting; false: SQLite failed. */
bool oni_search_index(onr_store *store);

/* ---- story.c ---- */

/* The article that this one is a near copy of, itself where there is none; 0: SQLite failed. */
int64_t oni_story_of(onr_store *store, int64_t article, oni_str body);

/* ---- restore.c ---- */

/* Appends the record of an article as JSON, as onrecord code wrote it. */
onr_status oni_store_record(onr_store *store, int64_t article, oni_buf *out, onr_err *err);

#endif
