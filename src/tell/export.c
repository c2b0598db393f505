/* Other people's layouts: the table of them, and what they share. Each streams: a row or an article at a time.
 *
 * Most are columns between tabs, each column an SQL expression over v_events (export_columns.c, and the columns in export_events.c); a
 * value that we do not have is left out, never made up. docs/export.md tells what each column is from. */
#include <stdio.h>

#include "engine/engine.h"
#include "tell/export.h"

onr_status oni_export_ask(oni_exporter *x, const char *subject_name, const char *what, const char *tail, sqlite3_stmt **ret_rows)
{
	const oni_subject *subject = oni_tell_subject(subject_name, x->err);
	oni_buf whole = {0};
	oni_buf_addf(&whole, "%s", tail);
	if (x->query->limit)
		oni_buf_addf(&whole, " LIMIT %zu", x->query->limit);
	oni_buf_byte(&whole, 0);
	onr_status status = ONR_ARGUMENT;
	if (whole.failed)
		status = oni_fail(x->err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	else if (subject)
		status = oni_ask(x->store, subject, x->query, what, whole.at, ret_rows, x->err);
	oni_buf_drop(&whole);
	return status;
}

bool oni_export_step(oni_exporter *x, sqlite3_stmt *rows, onr_status *status)
{
	if (*status || x->out.stopped)
		return false;
	int step = sqlite3_step(rows);
	if (step != SQLITE_ROW && step != SQLITE_DONE)
		*status = oni_store_fail(x->store, x->err);
	return step == SQLITE_ROW;
}

oni_str oni_export_cell(sqlite3_stmt *rows, int column)
{
	const char *at = (const char *)sqlite3_column_text(rows, column);
	return (oni_str){at, at ? (size_t)sqlite3_column_bytes(rows, column) : 0};
}

/* The records as `onrecord code` wrote them. */
static onr_status tell_records(oni_exporter *x, const oni_layout *layout)
{
	sqlite3_stmt *rows = NULL;
	(void)layout;
	onr_status status = oni_export_ask(x, "articles", "o.article", "ORDER BY o.article", &rows);
	while (oni_export_step(x, rows, &status)) {
		status = oni_store_record(x->store, sqlite3_column_int64(rows, 0), &x->out.buf, x->err);
		oni_out_flush(&x->out, false);
	}
	sqlite3_finalize(rows);
	return status;
}

static const oni_layout LAYOUTS[] = {
	{"ndjson", "the records, one to a line", tell_records, NULL, false, NULL, NULL},
	{"petrarch2", "events, as PETRARCH2 writes them", oni_export_columns, ONI_FIELDS_PETRARCH2, false, "", ONI_TAIL_PETRARCH2},
	{"phoenix", "events, the 26 columns of Phoenix", oni_export_columns, ONI_FIELDS_PHOENIX, false, "", ONI_TAIL_PHOENIX},
	{"icews", "events, the 20 columns of ICEWS", oni_export_columns, ONI_FIELDS_ICEWS, true, "", ONI_TAIL_ICEWS},
	{"polecat", "events, the 40 columns of POLECAT", oni_export_columns, ONI_FIELDS_POLECAT, true, "None", ONI_TAIL_POLECAT},
	{"gdelt1", "events, the 58 columns of GDELT 1.0", oni_export_columns, ONI_FIELDS_GDELT1, false, "", ONI_TAIL_GDELT},
	{"gdelt2", "events, the 61 columns of GDELT 2.0", oni_export_columns, ONI_FIELDS_GDELT2, false, "", ONI_TAIL_GDELT},
	{"geojson", "events, statements or figures that have a place", oni_export_geojson, NULL, false, NULL, NULL},
	{"graphml", "the network of actors", oni_export_graphml, NULL, false, NULL, ONI_TAIL_NETWORK},
	{"jsonld", "schema.org Quotation and Claim", oni_export_jsonld, NULL, false, NULL, NULL},
	{"brat", "texts and stand-off annotation, a tar archive", oni_export_brat, NULL, false, NULL, NULL},
	{"conllu", "words and their analysis", oni_export_conllu, NULL, false, NULL, NULL},
};
enum { LAYOUT_COUNT = sizeof LAYOUTS / sizeof *LAYOUTS };

static const oni_layout *find_layout(const char *name, onr_err *err)
{
	char all[256] = "";
	for (int i = 0; i < LAYOUT_COUNT; i++) {
		if (strcmp(name, LAYOUTS[i].name) == 0)
			return &LAYOUTS[i];
		size_t n = strlen(all);
		snprintf(all + n, sizeof all - n, "%s%s", i ? ", " : "", LAYOUTS[i].name);
	}
	oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--as %s: there are %s", name, all);
	return NULL;
}

onr_status onr_store_export(onr_store *store, const onr_engine *engine, const char *name, const onr_query *query, onr_write *write,
	void *user, onr_err *err)
{
	oni_exporter x = {.store = store, .engine = engine, .facts = engine->facts, .query = query, .out = {.write = write, .user = user}, .err = err};
	const oni_layout *layout = find_layout(name, err);
	if (!layout)
		return ONR_ARGUMENT;
	onr_status status = oni_export_functions(&x) ? layout->tell(&x, layout) : oni_store_fail(store, err);
	return oni_out_end(&x.out, status, err);
}
