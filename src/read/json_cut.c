#include "read/json_cut.h"

size_t oni_json_cut_skip(oni_str bytes)
{
	size_t n = 0;
	while (n < bytes.n && bytes.at[n] && strchr(" \t\r\n,[]", bytes.at[n]))
		n++;
	return n;
}

static void take_byte(oni_json_cut *cut, char c)
{
	if (cut->in_string) {
		bool escape = c == '\\' && !cut->escaped;
		cut->in_string = c != '"' || cut->escaped;
		cut->escaped = escape;
	} else if (c == '"') {
		cut->in_string = true;
	} else if (c == '{' || c == '[') {
		cut->depth++;
	} else if ((c == '}' || c == ']') && cut->depth > 0) {
		cut->done = --cut->depth == 0;
	}
	cut->done |= cut->depth == 0 && c == '\n';
	cut->begun = true;
}

size_t oni_json_cut_take(oni_json_cut *cut, oni_str bytes)
{
	size_t n = 0;
	while (n < bytes.n && !cut->done)
		take_byte(cut, bytes.at[n++]);
	return n;
}

bool oni_json_is_over_lines(oni_str bytes)
{
	oni_str start = oni_str_trim(bytes);
	if (oni_str_starts(start, "["))
		return oni_str_starts(oni_str_trim(oni_str_cut(start, 1, start.n)), "{");
	const char *stop = start.n ? memchr(start.at, '\n', start.n) : NULL;
	if (!stop || !oni_str_starts(start, "{"))
		return false;
	oni_json_cut cut = {0};
	oni_json_cut_take(&cut, oni_str_cut(start, 0, (size_t)(stop - start.at)));
	return !cut.done && !cut.in_string;
}
