/* Rows back into the record: the same bytes that onrecord code wrote. */
#include <stdio.h>

#include "record/write.h"
#include "store/pack.h"
#include "store/store.h"

typedef struct restorer {
	onr_store *store;
	oni_buf *out;
	sqlite3_stmt *row;     /* at the row at hand; the store's own */
	bool first;
} restorer;

static oni_str text_column(sqlite3_stmt *s, int column)
{
	const char *at = (const char *)sqlite3_column_text(s, column);
	return (oni_str){at, at ? (size_t)sqlite3_column_bytes(s, column) : 0};
}

/* Lent until the next word. */
static oni_str word_text(restorer *r, int64_t word)
{
	sqlite3_stmt *s = oni_store_use(r->store, &r->store->own.word_text, "SELECT text FROM words WHERE word = ?1");
	if (!s)
		return ONI_STR("");
	sqlite3_bind_int64(s, 1, word);
	return sqlite3_step(s) == SQLITE_ROW ? text_column(s, 0) : ONI_STR("");
}

/* Without printf: most of a record is such. */
static void add_number(oni_buf *out, uint64_t n)
{
	char digits[20];
	size_t from = sizeof digits;
	do
		digits[--from] = (char)('0' + n % 10);
	while (n /= 10);
	oni_buf_add(out, (oni_str){digits + from, sizeof digits - from});
}

static void add_signed(oni_buf *out, int64_t n)
{
	if (n < 0)
		oni_buf_byte(out, '-');
	add_number(out, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
}

static void key(restorer *r, const char *name)
{
	if (!r->first)
		oni_buf_byte(r->out, ',');
	oni_buf_byte(r->out, '"');
	oni_buf_add(r->out, oni_str_of(name));
	oni_buf_add(r->out, ONI_STR("\":"));
	r->first = false;
}

static void write_reference(oni_buf *out, char letter, int64_t n)
{
	oni_buf_byte(out, '"');
	oni_buf_byte(out, letter);
	add_signed(out, n);
	oni_buf_byte(out, '"');
}

static void write_references(restorer *r, oni_str list, char letter)
{
	uint32_t n;
	oni_buf_byte(r->out, '[');
	for (bool first = true; oni_unpack_number(&list, &n); first = false) {
		if (!first)
			oni_buf_byte(r->out, ',');
		write_reference(r->out, letter, n);
	}
	oni_buf_byte(r->out, ']');
}

static void write_spans(restorer *r, oni_str list, const char *third)
{
	uint32_t begin, length, word;
	oni_buf_byte(r->out, '[');
	for (bool first = true; oni_unpack_number(&list, &begin) && oni_unpack_number(&list, &length); first = false) {
		oni_buf_add(r->out, first ? ONI_STR("{\"begin\":") : ONI_STR(",{\"begin\":"));
		add_number(r->out, begin);
		oni_buf_add(r->out, ONI_STR(",\"end\":"));
		add_number(r->out, begin + length);
		if (third && oni_unpack_number(&list, &word)) {
			r->first = false;
			key(r, third);
			oni_write_json_string(r->out, word_text(r, word));
		}
		oni_buf_byte(r->out, '}');
	}
	oni_buf_byte(r->out, ']');
}

static void write_packed(restorer *r, oni_str packed, bool json)
{
	oni_buf *text = &r->store->scratch;
	oni_buf_clear(text, text->room);
	oni_unpack_text(text, packed);
	if (json)
		oni_buf_add(r->out, oni_buf_str(text));
	else
		oni_write_json_string(r->out, oni_buf_str(text));
}

/* A value that is there. */
static void write_value(restorer *r, const oni_column *c, int at)
{
	switch (c->form) {
	case ONI_FORM_WORD: oni_write_json_string(r->out, word_text(r, sqlite3_column_int64(r->row, at))); break;
	case ONI_FORM_INT: add_signed(r->out, sqlite3_column_int64(r->row, at)); break;
	case ONI_FORM_LENGTH: add_signed(r->out, sqlite3_column_int64(r->row, at - 1) + sqlite3_column_int64(r->row, at)); break;
	case ONI_FORM_PACKED: write_packed(r, text_column(r->row, at), false); break;
	case ONI_FORM_PACKED_JSON: write_packed(r, text_column(r->row, at), true); break;
	case ONI_FORM_REAL: oni_write_number(r->out, sqlite3_column_double(r->row, at)); break;
	case ONI_FORM_BOOL: oni_buf_add(r->out, oni_str_of(sqlite3_column_int(r->row, at) ? "true" : "false")); break;
	case ONI_FORM_REF: write_reference(r->out, c->letter, sqlite3_column_int64(r->row, at)); break;
	case ONI_FORM_JSON: oni_buf_add(r->out, word_text(r, sqlite3_column_int64(r->row, at))); break;
	default: oni_write_json_string(r->out, text_column(r->row, at)); break;
	}
}

static void write_column(restorer *r, const oni_column *c, int at)
{
	bool null = sqlite3_column_type(r->row, at) == SQLITE_NULL;
	if (null && c->optional)
		return;
	key(r, c->member);
	if (c->form == ONI_FORM_REFS)
		write_references(r, text_column(r->row, at), c->letter);
	else if (c->form == ONI_FORM_SPANS || c->form == ONI_FORM_MENTIONS)
		write_spans(r, text_column(r->row, at), c->third);
	else if (null)
		oni_buf_add(r->out, c->form == ONI_FORM_JSON || c->form == ONI_FORM_PACKED_JSON ? ONI_STR("[]") : ONI_STR("null"));
	else
		write_value(r, c, at);
}

/* Whether all the columns of the object that begins at c are null, and the object may be null as a whole. */
static bool no_object(restorer *r, const oni_column *c, int at)
{
	if (strcmp(c->object, "addressee") != 0)
		return false;
	for (const char *object = c->object; c->member && c->object == object; c++, at++)
		if (sqlite3_column_type(r->row, at) != SQLITE_NULL)
			return false;
	return true;
}

static void write_slice(restorer *r, int begin_column)
{
	key(r, "text");
	uint32_t begin = (uint32_t)sqlite3_column_int64(r->row, begin_column), length = (uint32_t)sqlite3_column_int64(r->row, begin_column + 1);
	oni_write_json_string(r->out, oni_points_cut(&r->store->points, begin, begin + length));
}

/* The columns of the row from `at` on, and what has none. */
static void write_columns(restorer *r, const oni_column *columns, int at)
{
	int begin = at;
	for (const oni_column *c = columns; c->member;) {
		if (c->form == ONI_FORM_SLICE)
			write_slice(r, begin);
		if (!c->column) {
			c++;
			continue;
		}
		if (!c->object) {
			write_column(r, c++, at++);
			continue;
		}
		const char *object = c->object;
		bool none = no_object(r, c, at);
		key(r, object);
		oni_buf_add(r->out, none ? ONI_STR("null") : ONI_STR("{"));
		for (r->first = true; c->member && c->object == object; c++, at++)
			if (!none)
				write_column(r, c, at);
		if (!none)
			oni_buf_byte(r->out, '}');
		r->first = false;
	}
	oni_str more = text_column(r->row, at);
	if (more.n > 2) {
		oni_buf_byte(r->out, ',');
		oni_buf_add(r->out, oni_str_cut(more, 1, more.n - 1));
	}
}

/* The column as SQL: of the row x, of its dictionary's row k, or in x.also. */
static void add_column(oni_buf *sql, const oni_column *c)
{
	if (c->also)
		oni_buf_addf(sql, ", " ONI_SQL_ALSO("x.also", "%d"), c->also, c->also);
	else
		oni_buf_addf(sql, ", %c.\"%s\"", c->shared ? 'k' : 'x', c->column);
}

/* SELECT of the columns, what has none behind them; `first`: what comes before them. Kept in *at. */
static sqlite3_stmt *select_columns(onr_store *store, sqlite3_stmt **at, const char *first, const oni_column *columns, const char *from)
{
	oni_buf sql = {0};
	if (*at)
		return oni_store_use(store, at, "");
	oni_buf_addf(&sql, "SELECT %s", first);
	for (const oni_column *c = columns; c->member; c++)
		if (c->column)
			add_column(&sql, c);
	oni_buf_addf(&sql, ", x.more FROM %s", from);
	oni_buf_byte(&sql, 0);
	sqlite3_stmt *s = sql.failed ? NULL : oni_store_use(store, at, sql.at);
	oni_buf_drop(&sql);
	return s;
}

static sqlite3_stmt *select_list(onr_store *store, const oni_list *list)
{
	sqlite3_stmt **at = &store->own.restore[list - ONI_LISTS];
	char from[256], kinds[96] = "";
	if (list->kinds)
		snprintf(kinds, sizeof kinds, " CROSS JOIN %s k ON k.%s = x.%s", list->kinds, list->kind, list->kind);
	snprintf(from, sizeof from, "%s x%s WHERE x.row > ?1 << 20 AND x.row <= (?1 << 20) + 1048575 ORDER BY x.row", list->table, kinds);
	return select_columns(store, at, "x.n", list->columns, from);
}

static bool write_list(restorer *r, const oni_list *list, int64_t article)
{
	r->row = select_list(r->store, list);
	if (!r->row)
		return false;
	sqlite3_bind_int64(r->row, 1, article);
	key(r, list->name);
	oni_buf_byte(r->out, '[');
	int status;
	for (int n = 0; (status = sqlite3_step(r->row)) == SQLITE_ROW; n++) {
		oni_buf_add(r->out, n ? ONI_STR(",{") : ONI_STR("{"));
		r->first = true;
		if (list->letter) {
			key(r, "id");
			write_reference(r->out, list->letter, sqlite3_column_int64(r->row, 0));
		}
		write_columns(r, list->columns, 1);
		oni_buf_byte(r->out, '}');
	}
	oni_buf_byte(r->out, ']');
	r->first = false;
	sqlite3_reset(r->row);
	return status == SQLITE_DONE;
}

static const char ID[] = "coalesce(id, 'sha256:' || lower(hex(text_hash))), text";

static onr_status restore(restorer *r, int64_t article, onr_err *err)
{
	r->row = select_columns(r->store, &r->store->own.restore_article, ID, ONI_ARTICLE_COLUMNS + 1, "articles x WHERE x.article = ?1");
	if (!r->row)
		return oni_store_fail(r->store, err);
	sqlite3_bind_int64(r->row, 1, article);
	bool good = sqlite3_step(r->row) == SQLITE_ROW && oni_points_of(&r->store->points, text_column(r->row, 1));
	if (good) {
		oni_buf_add(r->out, ONI_STR("{\"onrecord\":1,\"id\":"));
		oni_write_json_string(r->out, text_column(r->row, 0));
		write_columns(r, ONI_ARTICLE_COLUMNS + 1, 2);
	}
	sqlite3_stmt *text = r->row; /* the lists' slices are cut from it */
	for (int i = 0; good && i < ONI_TABLE_COUNT; i++)
		good = write_list(r, &ONI_LISTS[i], article);
	onr_status status = good ? ONR_OK : oni_store_fail(r->store, err);
	sqlite3_reset(text);
	oni_buf_add(r->out, ONI_STR("}\n"));
	return status;
}

onr_status oni_store_record(onr_store *store, int64_t article, oni_buf *out, onr_err *err)
{
	restorer r = {.store = store, .out = out};
	onr_status status = restore(&r, article, err);
	sqlite3_reset(store->own.word_text);
	if (!status && out->failed)
		return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	return status;
}
