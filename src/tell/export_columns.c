/* Layouts of columns between tabs: one SELECT, a row of it a line. */
#include "tell/export.h"

static void write_header(oni_buf *out, const oni_field *fields)
{
	for (const oni_field *f = fields; f->name; f++)
		oni_buf_addf(out, "%s%s", f == fields ? "" : "\t", f->name);
	oni_buf_byte(out, '\n');
}

static void write_row(oni_buf *out, sqlite3_stmt *rows, const char *none)
{
	for (int i = 0; i < sqlite3_column_count(rows); i++) {
		oni_str value = oni_export_cell(rows, i);
		if (i)
			oni_buf_byte(out, '\t');
		oni_tell_flat(out, value.n ? value : oni_str_of(none));
	}
	oni_buf_byte(out, '\n');
}

onr_status oni_export_columns(oni_exporter *x, const oni_layout *layout)
{
	sqlite3_stmt *rows = NULL;
	oni_buf what = {0};
	for (const oni_field *f = layout->fields; f->name; f++)
		oni_buf_addf(&what, "%s%s", f == layout->fields ? "" : ", ", f->sql ? f->sql : "NULL");
	oni_buf_byte(&what, 0);
	onr_status status = what.failed ? oni_fail(x->err, ONR_MEMORY, ONI_STR(""), 0, "no memory left")
		: oni_export_ask(x, "events", what.at, layout->tail, &rows);
	oni_buf_drop(&what);
	if (!status && layout->header)
		write_header(&x->out.buf, layout->fields);
	while (oni_export_step(x, rows, &status)) {
		write_row(&x->out.buf, rows, layout->none);
		oni_out_flush(&x->out, false);
	}
	sqlite3_finalize(rows);
	return status;
}
