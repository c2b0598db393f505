/* Reading a table's TSV text. */
#include <stdio.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "pack/build.h"

typedef ONI_VEC(oni_str) str_vec;

static bool complain(oni_facts_err *ret_err, uint32_t line, const char *text)
{
	if (ret_err) {
		ret_err->status = ONI_FACTS_BAD_ROW;
		ret_err->line = line;
		snprintf(ret_err->text, sizeof ret_err->text, "%s", text);
	}
	return false;
}

static void read_header(oni_arena *arena, oni_str line, oni_rows *ret_rows)
{
	str_vec names = {0};
	oni_str field;
	bool marked = false;
	while (oni_str_split(&line, '\t', &field)) {
		*(oni_str *)oni_push(arena, &names) = field;
		marked = marked || oni_str_starts(field, "*");
	}
	ret_rows->phrases = ONI_NEW_N(arena, bool, names.n);
	for (uint32_t i = 0; i < names.n; i++) {
		ret_rows->phrases[i] = marked ? oni_str_starts(names.at[i], "*") : i == 0;
		if (oni_str_starts(names.at[i], "*"))
			names.at[i] = oni_str_cut(names.at[i], 1, names.at[i].n);
	}
	ret_rows->columns = names.at;
	ret_rows->n_columns = names.n;
}

static const char *read_row(oni_arena *arena, oni_str line, uint32_t columns, str_vec *cells)
{
	oni_str field;
	uint32_t n = 0;
	while (oni_str_split(&line, '\t', &field)) {
		if (n == 0 && field.n == 0)
			return "the key is empty";
		if (n++ == columns)
			return "more cells than the header has columns";
		*(oni_str *)oni_push(arena, cells) = field;
	}
	for (; n < columns; n++)
		*(oni_str *)oni_push(arena, cells) = (oni_str){"", 0};
	return NULL;
}

bool oni_rows_read(oni_arena *arena, oni_str text, oni_rows *ret_rows, oni_facts_err *ret_err)
{
	str_vec cells = {0};
	oni_str line;
	*ret_rows = (oni_rows){0};
	if (oni_str_starts(text, "\xef\xbb\xbf"))
		text = oni_str_cut(text, 3, text.n);
	for (uint32_t number = 1; oni_str_split(&text, '\n', &line); number++) {
		if (line.n && line.at[line.n - 1] == '\r')
			line.n--;
		if (!line.n || *line.at == '#')
			continue;
		if (oni_utf8_valid_until(line) < line.n || memchr(line.at, 0, line.n))
			return complain(ret_err, number, "not UTF-8 text");
		if (!ret_rows->n_columns) {
			read_header(arena, line, ret_rows);
			continue;
		}
		const char *wrong = read_row(arena, line, ret_rows->n_columns, &cells);
		if (wrong)
			return complain(ret_err, number, wrong);
		ret_rows->n_rows++;
	}
	if (!ret_rows->n_columns)
		return complain(ret_err, 1, "no header row");
	ret_rows->cells = cells.at;
	return true;
}

oni_rows oni_rows_of(oni_arena *arena, const oni_table *table)
{
	oni_rows rows = {.n_columns = table->columns, .n_rows = table->rows};
	rows.columns = ONI_NEW_N(arena, oni_str, rows.n_columns);
	rows.phrases = ONI_NEW_N(arena, bool, rows.n_columns);
	oni_str names = table->part[ONI_PART_NAMES], marks = table->part[ONI_PART_MARKS];
	for (uint32_t i = 0; i < rows.n_columns; i++) {
		if (!oni_str_split(&names, '\t', &rows.columns[i]))
			rows.columns[i] = (oni_str){"", 0};
		rows.phrases[i] = i < marks.n && marks.at[i];
	}
	rows.cells = ONI_NEW_N(arena, oni_str, (size_t)rows.n_rows * rows.n_columns);
	for (uint32_t r = 0; r < rows.n_rows; r++)
		for (uint32_t i = 0; i < rows.n_columns; i++)
			rows.cells[(size_t)r * rows.n_columns + i] = oni_table_cell(table, r, (int)i);
	return rows;
}
