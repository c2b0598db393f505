/* Competing estimates, each beside who puts it forward; what was corrected later stays and is struck through.
 *
 * The chart: one line for each figure, by date; along it a bar from its lower to its upper bound, open where it has only one. */
#include <math.h>
#include <stdio.h>

#include "record/write.h"
#include "tell/svg.h"
#include "tell/tell.h"

static const char TABLE[] = "o.date, o.measure, o.low, o.high, o.figure_text AS text, coalesce(o.population_code, o.population) AS population, "
	"o.place, o.said_by, o.said_by_code AS code, o.status, o.linked, o.article_id";
static const char BRIEF[] = "o.date, o.measure, o.low, o.high, o.figure_text AS text, coalesce(o.population_code, o.population) AS population, "
	"o.place, o.said_by, o.status, o.linked";
static const char ORDER[] = "ORDER BY o.measure, coalesce(o.population_code, o.population), o.date, o.article, o.figure";
static const char CHART[] = "o.date, o.low, o.high, o.figure_text, coalesce(o.said_by, 'the article'), o.status, o.approximate, o.measure, "
	"coalesce(o.population_code, o.population, '')";

enum { ROW = 22, LEFT = 330, WIDE = 560, TOP = 56, MOST_ROWS = 5000 };

typedef struct bar {
	double low, high;      /* NAN: open */
} bar;

static double number(sqlite3_stmt *s, int column)
{
	return sqlite3_column_type(s, column) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(s, column);
}

/* The greatest bound of all; how many rows. */
static double survey(sqlite3_stmt *s, int *ret_rows, int *ret_status)
{
	double most = 1;
	int status;
	while ((status = sqlite3_step(s)) == SQLITE_ROW && *ret_rows < MOST_ROWS) {
		++*ret_rows;
		most = fmax(most, fmax(number(s, 1), number(s, 2)));
	}
	*ret_status = status == SQLITE_ROW ? SQLITE_DONE : status;
	sqlite3_reset(s);
	return most;
}

static double at_x(double value, double most)
{
	return LEFT + WIDE * value / most;
}

static void draw_bar(oni_buf *out, bar b, double most, double y, bool withdrawn)
{
	double from = at_x(isnan(b.low) ? 0 : b.low, most), to = at_x(isnan(b.high) ? most : b.high, most);
	const char *colour = withdrawn ? "#999" : "#1f6f8b";
	bool open = isnan(b.low) || isnan(b.high);
	oni_buf_addf(out, "<rect x=\"" ONI_TENTHS "\" y=\"" ONI_TENTHS "\" width=\"" ONI_TENTHS "\" height=\"8\" fill=\"%s\"%s/>\n", ONI_AS_TENTHS(from), ONI_AS_TENTHS(y - 4), ONI_AS_TENTHS(fmax(to - from, 3)), colour,
		open ? " fill-opacity=\"0.25\"" : "");
	if (!isnan(b.low) && isnan(b.high))
		oni_buf_addf(out, "<rect x=\"" ONI_TENTHS "\" y=\"" ONI_TENTHS "\" width=\"3\" height=\"12\" fill=\"%s\"/>\n", ONI_AS_TENTHS(from), ONI_AS_TENTHS(y - 6), colour);
	if (isnan(b.low) && !isnan(b.high))
		oni_buf_addf(out, "<rect x=\"" ONI_TENTHS "\" y=\"" ONI_TENTHS "\" width=\"3\" height=\"12\" fill=\"%s\"/>\n", ONI_AS_TENTHS(to - 3), ONI_AS_TENTHS(y - 6), colour);
	if (withdrawn)
		oni_buf_addf(out, "<line x1=\"8\" y1=\"" ONI_TENTHS "\" x2=\"%d\" y2=\"" ONI_TENTHS "\" stroke=\"#b00\"/>\n", ONI_AS_TENTHS(y), LEFT + WIDE, ONI_AS_TENTHS(y));
}

static void draw_row(oni_buf *out, sqlite3_stmt *s, double most, double y)
{
	const char *status = (const char *)sqlite3_column_text(s, 5);
	bool withdrawn = status && (strcmp(status, "corrected") == 0 || strcmp(status, "denied") == 0);
	oni_buf_addf(out, "<text x=\"8\" y=\"" ONI_TENTHS "\"%s>", ONI_AS_TENTHS(y + 4), withdrawn ? " fill=\"#999\"" : "");
	oni_svg_text(out, oni_column_str(s, 0), 10);
	oni_buf_add(out, ONI_STR("  "));
	oni_svg_text(out, oni_column_str(s, 4), 24);
	oni_buf_add(out, ONI_STR(": "));
	oni_svg_text(out, oni_column_str(s, 3), 18);
	oni_buf_add(out, ONI_STR("</text>\n"));
	draw_bar(out, (bar){number(s, 1), number(s, 2)}, most, y, withdrawn);
}

static onr_status draw(onr_store *store, sqlite3_stmt *s, oni_out *out, onr_err *err)
{
	int rows = 0, status = SQLITE_DONE, row = 0;
	double most = survey(s, &rows, &status);
	oni_svg_begin(&out->buf, LEFT + WIDE + 40, TOP + ROW * rows + 20);
	oni_buf_add(&out->buf, ONI_STR("<text x=\"8\" y=\"20\" font-weight=\"bold\">Who puts forward which figure; struck through: corrected or denied</text>\n"));
	for (int i = 0; i <= 4; i++) {
		double x = at_x(most * i / 4, most);
		oni_buf_addf(&out->buf, "<line x1=\"" ONI_TENTHS "\" y1=\"40\" x2=\"" ONI_TENTHS "\" y2=\"%d\" stroke=\"#ddd\"/>\n<text x=\"" ONI_TENTHS "\" y=\"36\" text-anchor=\"middle\">",
			ONI_AS_TENTHS(x), ONI_AS_TENTHS(x), TOP + ROW * rows, ONI_AS_TENTHS(x));
		oni_write_number(&out->buf, round(most * i / 4));
		oni_buf_add(&out->buf, ONI_STR("</text>\n"));
	}
	while (status == SQLITE_DONE && row < rows && sqlite3_step(s) == SQLITE_ROW) {
		draw_row(&out->buf, s, most, TOP + ROW * row++);
		oni_out_flush(out, false);
	}
	oni_buf_add(&out->buf, ONI_STR("</svg>\n"));
	return status == SQLITE_DONE ? ONR_OK : oni_store_fail(store, err);
}

onr_status onr_store_figures(onr_store *store, const onr_query *query, int svg, onr_write *write, void *user, onr_err *err)
{
	sqlite3_stmt *rows = NULL;
	oni_out out = {.write = write, .user = user};
	char tail[192];
	const char *what = svg ? CHART : query->layout == ONR_LAYOUT_TABLE ? BRIEF : TABLE;
	snprintf(tail, sizeof tail, "%s LIMIT %lld", ORDER, query->limit ? (long long)query->limit : -1);
	onr_status status = oni_ask(store, oni_tell_subject("figures", err), query, what, tail, &rows, err);
	if (!status)
		status = svg ? draw(store, rows, &out, err) : oni_tell_rows(store, rows, query->layout, &out, err);
	sqlite3_finalize(rows);
	return oni_out_end(&out, status, err);
}

/* ---- disputes ---- */

/* The figures that the query asks for, as temp.asked: SQLite keeps it to itself, the store may be read-only. */
static onr_status collect(onr_store *store, const onr_query *query, onr_err *err)
{
	sqlite3_stmt *rows = NULL, *put = NULL;
	bool good = oni_store_exec(store, "DROP TABLE IF EXISTS temp.asked; CREATE TEMP TABLE asked (row INTEGER PRIMARY KEY)") &&
		sqlite3_prepare_v2(store->db, "INSERT INTO temp.asked VALUES (?1)", -1, &put, NULL) == SQLITE_OK;
	onr_query all = *query; /* the limit is one of pairs */
	all.limit = 0;
	onr_status status = good ? oni_ask(store, oni_tell_subject("figures", err), &all, "o.row", "", &rows, err) : oni_store_fail(store, err);
	int step = SQLITE_DONE;
	while (!status && (step = sqlite3_step(rows)) == SQLITE_ROW) {
		sqlite3_bind_int64(put, 1, sqlite3_column_int64(rows, 0));
		if (sqlite3_step(put) != SQLITE_DONE)
			status = oni_store_fail(store, err);
		sqlite3_reset(put);
	}
	if (!status && step != SQLITE_DONE)
		status = oni_store_fail(store, err);
	sqlite3_finalize(rows);
	sqlite3_finalize(put);
	return status;
}

onr_status onr_store_disputes(onr_store *store, const onr_query *query, onr_write *write, void *user, onr_err *err)
{
	static const char SQL[] = "SELECT measure, population, place, date, said_by, figure_text, status, other_date, other_said_by, other_text AS other_figure, "
		"other_status FROM row_disputes WHERE row IN temp.asked OR other_row IN temp.asked ORDER BY measure, population, date, other_date, row, other_row "
		"LIMIT ?1";
	sqlite3_stmt *rows = NULL;
	oni_out out = {.write = write, .user = user};
	onr_status status = collect(store, query, err);
	if (!status && sqlite3_prepare_v2(store->db, SQL, -1, &rows, NULL) != SQLITE_OK)
		status = oni_store_fail(store, err);
	if (!status) {
		sqlite3_bind_int64(rows, 1, query->limit ? (sqlite3_int64)query->limit : -1);
		status = oni_tell_rows(store, rows, query->layout, &out, err);
	}
	sqlite3_finalize(rows);
	return oni_out_end(&out, status, err);
}
