#include "record/write.h"

#include "base/decimal.h"

void oni_write_record(oni_buf *out, const oni_doc *doc, onr_format format)
{
	switch (format) {
	case ONR_JSON:
	case ONR_JSON_PRETTY:
		oni_write_json(out, doc, format == ONR_JSON_PRETTY);
		break;
	case ONR_CONLLU:
		oni_write_conllu(out, doc);
		break;
	case ONR_EXPLAIN:
		oni_write_explained(out, doc);
		break;
	case ONR_SHOW:
	case ONR_SHOW_COLOUR:
		oni_write_shown(out, doc, format == ONR_SHOW_COLOUR);
		break;
	}
}

void oni_write_date(oni_buf *out, oni_date date)
{
	oni_buf_addf(out, "%04d", date.year);
	if (date.month)
		oni_buf_addf(out, "-%02d", date.month);
	if (date.month && date.day)
		oni_buf_addf(out, "-%02d", date.day);
}

void oni_write_number(oni_buf *out, double value)
{
	char text[ONI_DECIMAL_ROOM];
	oni_buf_add(out, (oni_str){text, oni_decimal_put(value, text)});
}

void oni_write_json_string(oni_buf *out, oni_str s)
{
	static const char SHORT[] = "\b\t\n\v\f\r", LETTER[] = "btn\0fr";
	oni_buf_byte(out, '"');
	size_t from = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.at[i];
		if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
			continue;
		oni_buf_add(out, oni_str_cut(s, from, i));
		from = i + 1;
		const char *known = c ? memchr(SHORT, c, sizeof SHORT - 1) : NULL;
		if (c == '"' || c == '\\')
			oni_buf_addf(out, "\\%c", c);
		else if (known && LETTER[known - SHORT])
			oni_buf_addf(out, "\\%c", LETTER[known - SHORT]);
		else
			oni_buf_addf(out, "\\u%04x", c);
	}
	oni_buf_add(out, oni_str_cut(s, from, s.n));
	oni_buf_byte(out, '"');
}
