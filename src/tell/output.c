/* Rows as a table for people, JSON, CSV (RFC 4180, lines end in \n) or TSV. Everything streams; the table takes its widths from its
 * first rows. */
#include "base/utf8.h"
#include "record/write.h"
#include "tell/tell.h"

enum { PIECE = 1 << 16, LOOK_AT = 200, WIDEST = 60, MOST_COLUMNS = 64 };

void oni_out_flush(oni_out *out, bool all)
{
	if (out->buf.n < (all ? 1 : PIECE) || out->stopped || out->buf.failed)
		return;
	out->stopped = out->write(out->user, out->buf.at, out->buf.n) != 0;
	oni_buf_clear(&out->buf, 4 * PIECE);
}

onr_status oni_out_end(oni_out *out, onr_status status, onr_err *err)
{
	bool failed = out->buf.failed;
	if (!status)
		oni_out_flush(out, true);
	oni_buf_drop(&out->buf);
	if (status)
		return status;
	if (failed)
		return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	return out->stopped ? oni_fail(err, ONR_STOPPED, ONI_STR(""), 0, "stopped by the caller") : ONR_OK;
}

static oni_str cell(sqlite3_stmt *s, int column)
{
	const char *at = (const char *)sqlite3_column_text(s, column);
	return (oni_str){at, at ? (size_t)sqlite3_column_bytes(s, column) : 0};
}

static void add_number(oni_buf *out, sqlite3_stmt *s, int column)
{
	oni_write_number(out, sqlite3_column_double(s, column));
}

static bool is_number(sqlite3_stmt *s, int column)
{
	int type = sqlite3_column_type(s, column);
	return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

/* ---- JSON, CSV, TSV ---- */

static void write_json(oni_buf *out, sqlite3_stmt *s, bool first)
{
	oni_buf_add(out, first ? ONI_STR("\n{") : ONI_STR(",\n{"));
	for (int i = 0; i < sqlite3_column_count(s); i++) {
		oni_buf_addf(out, "%s\"%s\":", i ? "," : "", sqlite3_column_name(s, i));
		if (sqlite3_column_type(s, i) == SQLITE_NULL)
			oni_buf_add(out, ONI_STR("null"));
		else if (is_number(s, i))
			add_number(out, s, i);
		else
			oni_write_json_string(out, cell(s, i));
	}
	oni_buf_byte(out, '}');
}

static void add_csv(oni_buf *out, oni_str text)
{
	bool plain = true;
	for (size_t i = 0; plain && i < text.n; i++)
		plain = !strchr(",\"\r\n", text.at[i]) || !text.at[i];
	if (plain) {
		oni_buf_add(out, text);
		return;
	}
	oni_buf_byte(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.at[i] == '"')
			oni_buf_byte(out, '"');
		oni_buf_byte(out, text.at[i]);
	}
	oni_buf_byte(out, '"');
}

void oni_tell_flat(oni_buf *out, oni_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c == '\t' || c == '\n' || c == '\r')
			oni_buf_byte(out, ' ');
		else if (c >= 0x20 && c != 0x7F)
			oni_buf_byte(out, (char)c);
	}
}

static void write_separated(oni_buf *out, sqlite3_stmt *s, char separator)
{
	for (int i = 0; i < sqlite3_column_count(s); i++) {
		if (i)
			oni_buf_byte(out, separator);
		if (is_number(s, i))
			add_number(out, s, i);
		else if (separator == ',')
			add_csv(out, cell(s, i));
		else
			oni_tell_flat(out, cell(s, i));
	}
	oni_buf_byte(out, '\n');
}

static void write_names(oni_buf *out, sqlite3_stmt *s, char separator)
{
	for (int i = 0; i < sqlite3_column_count(s); i++)
		oni_buf_addf(out, "%.*s%s", i != 0, &separator, sqlite3_column_name(s, i));
	oni_buf_byte(out, '\n');
}

/* ---- the table ---- */

typedef struct grid {
	int columns, width[MOST_COLUMNS];
	bool number[MOST_COLUMNS];
	oni_buf cells;         /* of the first rows: each a text and a NUL */
	int rows;
} grid;

/* The cell as it is shown: flat, and not wider than WIDEST. */
static void add_shown(oni_buf *out, sqlite3_stmt *s, int column)
{
	size_t begin = out->n;
	if (is_number(s, column))
		add_number(out, s, column);
	else
		oni_tell_flat(out, cell(s, column));
	oni_str shown = {out->at ? out->at + begin : "", out->n - begin};
	if (out->failed || oni_utf8_count(shown) <= WIDEST)
		return;
	size_t at = 0, length;
	for (int i = 0; i < WIDEST - 1; i++, at += length)
		oni_rune_at(shown, at, &length);
	out->n = begin + at;
	oni_buf_add(out, ONI_STR("…"));
}

static void look_at(grid *g, sqlite3_stmt *s)
{
	for (int i = 0; i < g->columns; i++) {
		size_t begin = g->cells.n;
		add_shown(&g->cells, s, i);
		int width = g->cells.failed ? 0 : (int)oni_utf8_count((oni_str){g->cells.at + begin, g->cells.n - begin});
		g->width[i] = width > g->width[i] ? width : g->width[i];
		g->number[i] |= is_number(s, i);
		oni_buf_byte(&g->cells, 0);
	}
	g->rows++;
}

static void add_padded(oni_buf *out, const grid *g, int column, oni_str text)
{
	int pad = g->width[column] - (int)oni_utf8_count(text);
	if (column)
		oni_buf_add(out, ONI_STR("  "));
	if (g->number[column])
		oni_buf_addf(out, "%*s", pad > 0 ? pad : 0, "");
	oni_buf_add(out, text);
	if (!g->number[column] && column + 1 < g->columns)
		oni_buf_addf(out, "%*s", pad > 0 ? pad : 0, "");
	if (column + 1 == g->columns)
		oni_buf_byte(out, '\n');
}

static void write_looked_at(oni_buf *out, const grid *g, sqlite3_stmt *s)
{
	for (int i = 0; i < g->columns; i++)
		add_padded(out, g, i, oni_str_of(sqlite3_column_name(s, i)));
	const char *at = g->cells.at;
	for (int row = 0; row < g->rows; row++)
		for (int i = 0; i < g->columns; i++) {
			add_padded(out, g, i, oni_str_of(at));
			at += strlen(at) + 1;
		}
}

static int tell_table(sqlite3_stmt *s, oni_out *out)
{
	grid g = {.columns = sqlite3_column_count(s) < MOST_COLUMNS ? sqlite3_column_count(s) : MOST_COLUMNS};
	for (int i = 0; i < g.columns; i++)
		g.width[i] = (int)strlen(sqlite3_column_name(s, i));
	int status = SQLITE_ROW;
	while (g.rows < LOOK_AT && (status = sqlite3_step(s)) == SQLITE_ROW)
		look_at(&g, s);
	if (!g.cells.failed && (status == SQLITE_ROW || status == SQLITE_DONE))
		write_looked_at(&out->buf, &g, s);
	while (status == SQLITE_ROW && !out->stopped && (status = sqlite3_step(s)) == SQLITE_ROW) {
		for (int i = 0; i < g.columns; i++) {
			g.cells.n = 0;
			add_shown(&g.cells, s, i);
			add_padded(&out->buf, &g, i, oni_buf_str(&g.cells));
		}
		oni_out_flush(out, false);
	}
	out->buf.failed |= g.cells.failed;
	oni_buf_drop(&g.cells);
	return status;
}

static int tell_plain(sqlite3_stmt *s, onr_layout layout, oni_out *out)
{
	int status = SQLITE_ROW;
	if (layout == ONR_LAYOUT_CSV || layout == ONR_LAYOUT_TSV)
		write_names(&out->buf, s, layout == ONR_LAYOUT_CSV ? ',' : '\t');
	else if (layout == ONR_LAYOUT_JSON)
		oni_buf_byte(&out->buf, '[');
	for (bool first = true; !out->stopped && (status = sqlite3_step(s)) == SQLITE_ROW; first = false) {
		if (layout == ONR_LAYOUT_JSON)
			write_json(&out->buf, s, first);
		else
			write_separated(&out->buf, s, layout == ONR_LAYOUT_CSV ? ',' : '\t');
		oni_out_flush(out, false);
	}
	if (layout == ONR_LAYOUT_JSON && status == SQLITE_DONE)
		oni_buf_add(&out->buf, ONI_STR("\n]\n"));
	return status;
}

onr_status oni_tell_rows(onr_store *store, sqlite3_stmt *s, onr_layout layout, oni_out *out, onr_err *err)
{
	int status = layout == ONR_LAYOUT_TABLE ? tell_table(s, out) : tell_plain(s, layout, out);
	if (out->stopped || status == SQLITE_DONE)
		return ONR_OK;
	return oni_store_fail(store, err);
}
