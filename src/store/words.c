#include <stdlib.h>

#include "store/store.h"

enum { MOST_BYTES = 32 << 20 };

void oni_words_clear(oni_words *words)
{
	oni_arena_drop(&words->arena);
	free(words->slots);
	*words = (oni_words){0};
}

oni_word_slot *oni_words_slot(oni_words *words, oni_str text)
{
	if (words->n > ONI_WORD_SLOTS / 2 || words->arena.held > MOST_BYTES)
		oni_words_clear(words);
	if (!words->slots) {
		words->slots = calloc(ONI_WORD_SLOTS, sizeof *words->slots);
		oni_arena_init(&words->arena, 0);
	}
	if (!words->slots)
		return NULL;
	uint64_t at = oni_hash(text);
	for (;; at++) {
		oni_word_slot *slot = &words->slots[at % ONI_WORD_SLOTS];
		if (!slot->text.at || oni_str_eq(slot->text, text))
			return slot;
	}
}

void oni_words_keep(oni_words *words, oni_word_slot *slot, oni_str text, int64_t word)
{
	jmp_buf guard;
	words->arena.guard = &guard;
	if (setjmp(guard) == 0) {
		oni_str copy = oni_keep(&words->arena, text);
		*slot = (oni_word_slot){copy, word};
		words->n++;
	}
	words->arena.guard = NULL;
}

static int64_t look_up(onr_store *store, oni_str text)
{
	sqlite3_stmt *find = oni_store_use(store, &store->own.word, "SELECT word FROM words WHERE substr(text, 1, 16) = substr(?1, 1, 16) AND text = ?1");
	if (!find)
		return 0;
	sqlite3_bind_text(find, 1, text.at ? text.at : "", (int)text.n, SQLITE_STATIC);
	int status = sqlite3_step(find);
	int64_t word = status == SQLITE_ROW ? sqlite3_column_int64(find, 0) : 0;
	sqlite3_reset(find);
	if (word || status != SQLITE_DONE)
		return word;
	sqlite3_stmt *make = oni_store_use(store, &store->own.new_word, "INSERT INTO words (text) VALUES (?1)");
	if (!make)
		return 0;
	sqlite3_bind_text(make, 1, text.at ? text.at : "", (int)text.n, SQLITE_STATIC);
	word = sqlite3_step(make) == SQLITE_DONE ? sqlite3_last_insert_rowid(store->db) : 0;
	sqlite3_reset(make);
	return word;
}

int64_t oni_word_of(onr_store *store, oni_str text)
{
	oni_word_slot *slot = oni_words_slot(&store->words, text);
	if (slot && slot->text.at)
		return slot->word;
	int64_t word = look_up(store, text);
	if (word && slot)
		oni_words_keep(&store->words, slot, text, word);
	return word;
}
