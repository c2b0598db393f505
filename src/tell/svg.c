#include "tell/svg.h"

#include "base/utf8.h"

oni_str oni_column_str(sqlite3_stmt *s, int column)
{
	const char *at = (const char *)sqlite3_column_text(s, column);
	return (oni_str){at, at ? (size_t)sqlite3_column_bytes(s, column) : 0};
}

void oni_svg_begin(oni_buf *out, int width, int height)
{
	oni_buf_addf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n"
		"<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n", width, height);
}

void oni_svg_text(oni_buf *out, oni_str text, int most)
{
	size_t length;
	for (size_t i = 0; i < text.n; i += length) {
		oni_rune_at(text, i, &length);
		char c = text.at[i];
		if (most-- == 0) {
			oni_buf_add(out, ONI_STR("…"));
			return;
		}
		if (c == '<' || c == '>' || c == '&' || c == '"')
			oni_buf_addf(out, "&#%d;", c);
		else if ((unsigned char)c >= 0x20)
			oni_buf_add(out, oni_str_cut(text, i, i + length));
		else
			oni_buf_byte(out, ' ');
	}
}
