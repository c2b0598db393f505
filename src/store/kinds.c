/* Dictionaries: what recurs together is said once and has a number.
 *
 * Problem: "Ana Ruiz, person, PER, PERGOV, interior minister" or "flood, 15 dead, affirmed, actual" stands in thousands of rows.
 * Method: the members of a list's element that are `shared` (table.c) make a row of the list's dictionary; the element's own row has its number.
 * A row is found again by a hash of its values (23 bits: three bytes each in the table and in its index) and then by all of them; before
 * that, in a cache keyed by the members as they stand in the record, so that a known one costs a look-up in memory. */
#include <stdio.h>

#include "store/pack.h"
#include "store/store.h"

enum { NOTHING, NUMBER, REAL, TEXT };

/* A value as SQLite has it. */
typedef struct cell {
	int kind;
	int64_t number;
	double real;
	oni_str text;
	size_t packed;         /* TEXT in store->texts: its end there, `text` is set when all are written */
} cell;

uint64_t oni_kind_hash_number(uint64_t hash, int64_t number)
{
	char bytes[9] = {NUMBER};
	for (int i = 0; i < 8; i++)
		bytes[i + 1] = (char)((uint64_t)number >> 8 * i & 0xFF);
	return oni_hash_more(hash, (oni_str){bytes, sizeof bytes});
}

uint64_t oni_kind_hash_real(uint64_t hash, double number)
{
	int64_t bits;
	memcpy(&bits, &number, sizeof bits);
	return oni_kind_hash_number(hash, bits);
}

uint64_t oni_kind_hash_text(uint64_t hash, oni_str text)
{
	return oni_hash_more(oni_hash_more(hash, ONI_STR("\x03")), text);
}

uint64_t oni_kind_hash_nothing(uint64_t hash)
{
	return oni_hash_more(hash, ONI_STR("\x01\x02"));
}

bool oni_kind_fits(const oni_column *column, const oni_value *value)
{
	switch (column->form) {
	case ONI_FORM_TEXT:
	case ONI_FORM_WORD: return value->kind == ONI_STRING;
	case ONI_FORM_INT:
	case ONI_FORM_REAL: return value->kind == ONI_NUMBER;
	case ONI_FORM_BOOL: return value->kind == ONI_TRUE || value->kind == ONI_FALSE;
	case ONI_FORM_PACKED:
	case ONI_FORM_PACKED_JSON:
		if (value->kind != (column->form == ONI_FORM_PACKED ? ONI_STRING : ONI_ARRAY))
			return false;
		for (size_t i = 0; i < value->text.n; i++)
			if ((unsigned char)value->text.at[i] < 0x20)
				return false;
		return true;
	default: return false;
	}
}

/* The members as they stand, told apart by kind and length. */
static oni_str key_of(onr_store *store, int list, const oni_value *const *values)
{
	const oni_column *columns = ONI_LISTS[list].columns;
	oni_buf *out = &store->scratch;
	oni_buf_clear(out, out->room);
	oni_buf_byte(out, (char)('A' + list));
	for (int i = 0; columns[i].member; i++) {
		if (!columns[i].shared)
			continue;
		uint32_t n = values[i] ? (uint32_t)values[i]->text.n : 0;
		oni_buf_byte(out, values[i] ? (char)('a' + (int)values[i]->kind) : '-');
		oni_buf_add(out, (oni_str){(const char *)&n, sizeof n});
		if (n)
			oni_buf_add(out, values[i]->text);
	}
	return oni_buf_str(out);
}

/* false: SQLite failed. */
static bool make_cell(onr_store *store, const oni_column *column, const oni_value *value, cell *ret)
{
	*ret = (cell){.kind = NOTHING};
	if (!value || (value->kind == ONI_ARRAY && !value->first))
		return true;
	switch (column->form) {
	case ONI_FORM_WORD:
		*ret = (cell){.kind = NUMBER, .number = oni_word_of(store, value->text)};
		return ret->number != 0;
	case ONI_FORM_INT: *ret = (cell){.kind = NUMBER, .number = oni_value_count(value)}; break;
	case ONI_FORM_BOOL: *ret = (cell){.kind = NUMBER, .number = value->kind == ONI_TRUE}; break;
	case ONI_FORM_REAL: *ret = (cell){.kind = REAL, .real = oni_value_real(value)}; break;
	case ONI_FORM_PACKED:
	case ONI_FORM_PACKED_JSON:
		oni_pack_text(&store->texts, value->text);
		*ret = (cell){.kind = TEXT, .packed = store->texts.n};
		break;
	default: *ret = (cell){.kind = TEXT, .text = value->text}; break;
	}
	return true;
}

/* How many; -1: SQLite or memory failed. */
static int make_cells(onr_store *store, int list, const oni_value *const *values, cell cells[ONI_COLUMNS_MOST])
{
	const oni_column *columns = ONI_LISTS[list].columns;
	int n = 0;
	oni_buf_clear(&store->texts, store->texts.room);
	for (int i = 0; columns[i].member; i++)
		if (columns[i].shared && !make_cell(store, &columns[i], values[i], &cells[n++]))
			return -1;
	if (store->texts.failed)
		return -1;
	for (size_t i = 0, at = 0; i < (size_t)n; i++)
		if (cells[i].packed) {
			cells[i].text = oni_str_cut(oni_buf_str(&store->texts), at, cells[i].packed);
			at = cells[i].packed;
		}
	return n;
}

static int64_t hash_of(const cell *cells, int n)
{
	uint64_t hash = oni_hash(ONI_STR(""));
	for (int i = 0; i < n; i++)
		switch (cells[i].kind) {
		case NUMBER: hash = oni_kind_hash_number(hash, cells[i].number); break;
		case REAL: hash = oni_kind_hash_real(hash, cells[i].real); break;
		case TEXT: hash = oni_kind_hash_text(hash, cells[i].text); break;
		default: hash = oni_kind_hash_nothing(hash); break;
		}
	return (int64_t)(hash & ONI_KIND_HASH_MOST);
}

/* The statement that finds or, `making`, inserts: the hash is its first parameter, then the columns. */
static sqlite3_stmt *statement_of(onr_store *store, int list, bool making)
{
	const oni_list *l = &ONI_LISTS[list];
	sqlite3_stmt **at = making ? &store->own.new_kinds[list] : &store->own.kinds[list];
	if (*at)
		return oni_store_use(store, at, "");
	oni_buf sql = {0};
	int n = 1;
	if (making)
		oni_buf_addf(&sql, "INSERT INTO %s (hash", l->kinds);
	else
		oni_buf_addf(&sql, "SELECT %s FROM %s WHERE hash = ?1", l->kind, l->kinds);
	for (const oni_column *c = l->columns; c->member; c++) {
		if (!c->shared)
			continue;
		n++;
		if (making)
			oni_buf_addf(&sql, ", %s", c->column);
		else
			oni_buf_addf(&sql, " AND %s IS ?%d", c->column, n);
	}
	if (making) {
		oni_buf_add(&sql, ONI_STR(") VALUES (?1"));
		for (int i = 2; i <= n; i++)
			oni_buf_addf(&sql, ", ?%d", i);
		oni_buf_byte(&sql, ')');
	}
	oni_buf_byte(&sql, 0);
	sqlite3_stmt *s = sql.failed ? NULL : oni_store_use(store, at, sql.at);
	oni_buf_drop(&sql);
	return s;
}

static void bind_cells(sqlite3_stmt *s, const cell *cells, int n)
{
	sqlite3_bind_int64(s, 1, hash_of(cells, n));
	for (int i = 0; i < n; i++)
		switch (cells[i].kind) {
		case NUMBER: sqlite3_bind_int64(s, i + 2, cells[i].number); break;
		case REAL: sqlite3_bind_double(s, i + 2, cells[i].real); break;
		case TEXT: sqlite3_bind_text(s, i + 2, cells[i].text.n ? cells[i].text.at : "", (int)cells[i].text.n, SQLITE_STATIC); break;
		default: break;
		}
}

static int64_t look_up(onr_store *store, int list, const oni_value *const *values)
{
	cell cells[ONI_COLUMNS_MOST];
	int n = make_cells(store, list, values, cells);
	sqlite3_stmt *s = n < 0 ? NULL : statement_of(store, list, false);
	if (!s)
		return 0;
	bind_cells(s, cells, n);
	int status = sqlite3_step(s);
	int64_t kind = status == SQLITE_ROW ? sqlite3_column_int64(s, 0) : 0;
	sqlite3_reset(s);
	if (kind || status != SQLITE_DONE)
		return kind;
	s = statement_of(store, list, true);
	if (!s)
		return 0;
	bind_cells(s, cells, n);
	kind = sqlite3_step(s) == SQLITE_DONE ? sqlite3_last_insert_rowid(store->db) : 0;
	sqlite3_reset(s);
	return kind;
}

int64_t oni_kind_of(onr_store *store, int list, const oni_value *const values[ONI_COLUMNS_MOST])
{
	oni_str key = key_of(store, list, values);
	oni_word_slot *slot = store->scratch.failed ? NULL : oni_words_slot(&store->kinds, key);
	if (slot && slot->text.at)
		return slot->word;
	int64_t kind = look_up(store, list, values);
	if (kind && slot)
		oni_words_keep(&store->kinds, slot, key, kind);
	return kind;
}
