/* Events in the order of their days: for people a day's heading and a line each, and a chart with a lane for each source. */
#include <stdio.h>

#include "tell/svg.h"
#include "tell/tell.h"

static const char COLUMNS[] = "o.date, o.source_code, o.source, o.cameo, o.plover, o.target_code, o.target, o.trigger, o.place, o.said_by, o.polarity, "
	"o.modality, o.status, o.goldstein, o.article_id";
static const char ORDER[] = "AND o.date IS NOT NULL ORDER BY o.date, o.article, o.event";

enum { DATE, SOURCE_CODE, SOURCE, CAMEO, PLOVER, TARGET_CODE, TARGET, TRIGGER, PLACE, SAID_BY, POLARITY, MODALITY, STATUS, GOLDSTEIN };

static void add_party(oni_buf *out, sqlite3_stmt *s, int code, int name)
{
	oni_str party = oni_column_str(s, code);
	if (!party.n)
		party = oni_column_str(s, name);
	oni_buf_add(out, party.n ? party : ONI_STR("—"));
}

/* A line: who does what to whom, and who says so. */
static void write_line(oni_buf *out, sqlite3_stmt *s)
{
	oni_str place = oni_column_str(s, PLACE), said_by = oni_column_str(s, SAID_BY), modality = oni_column_str(s, MODALITY);
	oni_buf_add(out, ONI_STR("  "));
	add_party(out, s, SOURCE_CODE, SOURCE);
	oni_buf_addf(out, " %.*s%.*s (%.*s) → ", oni_str_is(oni_column_str(s, POLARITY), "negated") ? 4 : 0, "not ", ONI_FMT(oni_column_str(s, CAMEO)),
		ONI_FMT(oni_column_str(s, TRIGGER)));
	add_party(out, s, TARGET_CODE, TARGET);
	if (place.n)
		oni_buf_addf(out, ", %.*s", ONI_FMT(place));
	if (modality.n && !oni_str_is(modality, "actual"))
		oni_buf_addf(out, ", %.*s", ONI_FMT(modality));
	if (said_by.n)
		oni_buf_addf(out, "; %.*s says so", ONI_FMT(said_by));
	oni_buf_byte(out, '\n');
}

static onr_status write_days(onr_store *store, sqlite3_stmt *s, oni_out *out, onr_err *err)
{
	char day[16] = "";
	int status = SQLITE_DONE;
	while (!out->stopped && (status = sqlite3_step(s)) == SQLITE_ROW) {
		const char *date = (const char *)sqlite3_column_text(s, DATE);
		if (strncmp(day, date, sizeof day - 1) != 0)
			oni_buf_addf(&out->buf, "%s\n", date);
		snprintf(day, sizeof day, "%s", date);
		write_line(&out->buf, s);
		oni_out_flush(out, false);
	}
	return status == SQLITE_DONE || out->stopped ? ONR_OK : oni_store_fail(store, err);
}

/* ---- the chart ---- */

enum { LANES = 24, LEFT = 150, WIDE = 800, LANE = 26, TOP = 50 };

typedef struct lanes {
	char name[LANES][24];
	int n;
	long first, last;      /* days */
} lanes;

/* Days since 1 March 0000, for differences (proleptic Gregorian); an unknown month or day is the first. */
static long day_number(const char *date)
{
	int year = 0, month = 1, day = 1;
	sscanf(date, "%d-%d-%d", &year, &month, &day);
	year -= month < 3;
	month += month < 3 ? 9 : -3;
	return 365L * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
}

/* The lane of a source; the last is everybody else's. */
static int lane_of(lanes *l, sqlite3_stmt *s)
{
	const char *code = (const char *)sqlite3_column_text(s, SOURCE_CODE);
	char name[24];
	snprintf(name, sizeof name, "%s", code ? code : "unknown");
	for (int i = 0; i < l->n; i++)
		if (strcmp(l->name[i], name) == 0)
			return i;
	if (l->n == LANES)
		return LANES - 1;
	snprintf(l->name[l->n], sizeof l->name[0], "%s", l->n == LANES - 1 ? "others" : name);
	return l->n++;
}

static void draw_event(oni_buf *out, sqlite3_stmt *s, const lanes *l, int lane)
{
	long days = l->last - l->first;
	double x = LEFT + (days ? (double)WIDE * (double)(day_number((const char *)sqlite3_column_text(s, DATE)) - l->first) / (double)days : WIDE / 2.0);
	double weight = sqlite3_column_double(s, GOLDSTEIN);
	oni_buf_addf(out, "<circle cx=\"" ONI_TENTHS "\" cy=\"%d\" r=\"5\" fill=\"%s\" fill-opacity=\"0.6\"><title>", ONI_AS_TENTHS(x), TOP + LANE * lane,
		weight < 0 ? "#b5422c" : weight > 0 ? "#2c7a4b" : "#777");
	oni_svg_text(out, oni_column_str(s, DATE), 10);
	oni_buf_byte(out, ' ');
	oni_svg_text(out, oni_column_str(s, SOURCE), 40);
	oni_buf_addf(out, " %.*s ", ONI_FMT(oni_column_str(s, CAMEO)));
	oni_svg_text(out, oni_column_str(s, TARGET), 40);
	oni_buf_add(out, ONI_STR("</title></circle>\n"));
}

static onr_status draw(onr_store *store, sqlite3_stmt *s, oni_out *out, onr_err *err)
{
	lanes l = {.n = 0};
	int status;
	while ((status = sqlite3_step(s)) == SQLITE_ROW) {
		long day = day_number((const char *)sqlite3_column_text(s, DATE));
		l.first = l.n ? l.first : day;
		l.last = day;
		lane_of(&l, s);
	}
	if (status != SQLITE_DONE)
		return oni_store_fail(store, err);
	sqlite3_reset(s);
	oni_svg_begin(&out->buf, LEFT + WIDE + 40, TOP + LANE * l.n + 20);
	for (int i = 0; i < l.n; i++) {
		oni_buf_addf(&out->buf, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>\n<text x=\"8\" y=\"%d\">", LEFT, TOP + LANE * i, LEFT + WIDE,
			TOP + LANE * i, TOP + LANE * i + 4);
		oni_svg_text(&out->buf, oni_str_of(l.name[i]), 20);
		oni_buf_add(&out->buf, ONI_STR("</text>\n"));
	}
	const char *first = NULL;
	while (!out->stopped && (status = sqlite3_step(s)) == SQLITE_ROW) {
		if (!first)
			oni_buf_addf(&out->buf, "<text x=\"%d\" y=\"26\">%.10s</text>\n", LEFT, first = (const char *)sqlite3_column_text(s, DATE));
		draw_event(&out->buf, s, &l, lane_of(&l, s));
		oni_out_flush(out, false);
	}
	oni_buf_add(&out->buf, ONI_STR("</svg>\n"));
	return status == SQLITE_DONE || out->stopped ? ONR_OK : oni_store_fail(store, err);
}

onr_status onr_store_timeline(onr_store *store, const onr_query *query, int svg, onr_write *write, void *user, onr_err *err)
{
	sqlite3_stmt *rows = NULL;
	char tail[160];
	oni_out out = {.write = write, .user = user};
	snprintf(tail, sizeof tail, query->limit ? "%s LIMIT %zu" : "%s", ORDER, query->limit);
	onr_status status = oni_ask(store, oni_tell_subject("events", err), query, COLUMNS, tail, &rows, err);
	if (!status && svg)
		status = draw(store, rows, &out, err);
	else if (!status)
		status = query->layout == ONR_LAYOUT_TABLE ? write_days(store, rows, &out, err) : oni_tell_rows(store, rows, query->layout, &out, err);
	sqlite3_finalize(rows);
	return oni_out_end(&out, status, err);
}
