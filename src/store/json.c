#include "store/json.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { DEEPEST = 32 };

static bool wrong(oni_json *j, const char *what)
{
	if (!j->wrong)
		j->wrong = what;
	return false;
}

static int peek(const oni_json *j)
{
	return j->at < j->source.n ? (unsigned char)j->source.at[j->at] : -1;
}

static void skip_space(oni_json *j)
{
	while (j->at < j->source.n && strchr(" \t\r\n", j->source.at[j->at]) && j->source.at[j->at])
		j->at++;
}

/* The number of a new node, 0 where there is no memory (0 is the whole, and never anyone's child). */
static uint32_t new_node(oni_json *j)
{
	if (j->n == j->room) {
		uint32_t room = j->room ? j->room * 2 : 1024;
		oni_value *nodes = room > j->room ? realloc(j->nodes, room * sizeof *nodes) : NULL;
		if (!nodes) {
			wrong(j, "no memory left");
			return 0;
		}
		j->nodes = nodes;
		j->room = room;
	}
	j->nodes[j->n] = (oni_value){0};
	return j->n++;
}

static int hex4(const oni_json *j, size_t at)
{
	int value = 0;
	for (size_t i = at; i < at + 4; i++) {
		int c = i < j->source.n ? j->source.at[i] : 0;
		int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

/* \uXXXX at j->at (behind the u), a pair of surrogates as one; an unpaired one is U+FFFD. */
static bool read_unicode(oni_json *j, char **to)
{
	int32_t rune = hex4(j, j->at);
	if (rune < 0)
		return wrong(j, "\\u without four digits");
	j->at += 4;
	if (rune >= 0xD800 && rune < 0xDC00 && j->at + 1 < j->source.n && j->source.at[j->at] == '\\' && j->source.at[j->at + 1] == 'u') {
		int32_t low = hex4(j, j->at + 2);
		if (low >= 0xDC00 && low < 0xE000) {
			rune = 0x10000 + ((rune - 0xD800) << 10) + (low - 0xDC00);
			j->at += 6;
		}
	}
	*to += oni_rune_put(rune, *to);
	return true;
}

static bool read_escape(oni_json *j, char **to)
{
	static const char LETTERS[] = "\"\\/bfnrt", MEANT[] = "\"\\/\b\f\n\r\t";
	int c = peek(j);
	const char *known = c > 0 ? strchr(LETTERS, c) : NULL;
	j->at++;
	if (c == 'u')
		return read_unicode(j, to);
	if (!known)
		return wrong(j, "an escape that is none");
	*(*to)++ = MEANT[known - LETTERS];
	return true;
}

/* The string at the opening mark; unescaped into j->strings, which has room for all of the source. */
static bool read_string(oni_json *j, oni_str *ret_text)
{
	size_t begin = ++j->at;
	while (j->at < j->source.n && j->source.at[j->at] != '"' && j->source.at[j->at] != '\\' && (unsigned char)j->source.at[j->at] >= 0x20)
		j->at++;
	if (peek(j) == '"') {
		*ret_text = oni_str_cut(j->source, begin, j->at++);
		return true;
	}
	char *from = j->strings + j->strings_n, *to = from;
	memcpy(to, j->source.at + begin, j->at - begin);
	to += j->at - begin;
	while (peek(j) != '"') {
		int c = peek(j);
		if (c < 0x20)
			return wrong(j, c < 0 ? "a string without its end" : "a control character in a string");
		j->at++;
		if (c != '\\')
			*to++ = (char)c;
		else if (!read_escape(j, &to))
			return false;
	}
	j->at++;
	j->strings_n += (size_t)(to - from);
	*ret_text = (oni_str){from, (size_t)(to - from)};
	return true;
}

static bool read_word(oni_json *j, oni_value *value)
{
	static const struct { const char *word; oni_kind kind; } WORDS[] = {{"null", ONI_NULL}, {"true", ONI_TRUE}, {"false", ONI_FALSE}};
	oni_str rest = oni_str_cut(j->source, j->at, j->source.n);
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (oni_str_starts(rest, WORDS[i].word)) {
			j->at += strlen(WORDS[i].word);
			value->kind = WORDS[i].kind;
			return true;
		}
	size_t begin = j->at;
	while (peek(j) > 0 && strchr("+-.0123456789eE", peek(j)))
		j->at++;
	value->kind = ONI_NUMBER;
	return j->at > begin || wrong(j, "no value where one is due");
}

static bool read_value(oni_json *j, uint32_t node, int depth);

/* The members or elements up to the closing bracket. */
static bool read_children(oni_json *j, uint32_t node, int depth)
{
	bool object = j->nodes[node].kind == ONI_OBJECT;
	int end = object ? '}' : ']';
	uint32_t last = 0;
	j->at++;
	skip_space(j);
	if (peek(j) == end) {
		j->at++;
		return true;
	}
	for (;;) {
		uint32_t child = new_node(j);
		if (!child)
			return false;
		*(last ? &j->nodes[last].next : &j->nodes[node].first) = child;
		last = child;
		skip_space(j);
		if (object) {
			if (peek(j) != '"')
				return wrong(j, "a member without a name");
			if (!read_string(j, &j->nodes[child].name))
				return false;
			skip_space(j);
			if (peek(j) != ':')
				return wrong(j, "no colon behind a name");
			j->at++;
		}
		if (!read_value(j, child, depth + 1))
			return false;
		skip_space(j);
		int c = peek(j);
		if (c != ',' && c != end)
			return wrong(j, "neither a comma nor the closing bracket");
		j->at++;
		if (c == end)
			return true;
	}
}

static bool read_value(oni_json *j, uint32_t node, int depth)
{
	if (depth > DEEPEST)
		return wrong(j, "lists in lists, too deep");
	skip_space(j);
	size_t begin = j->at;
	int c = peek(j);
	bool good;
	oni_str text = {0};
	if (c == '"') {
		j->nodes[node].kind = ONI_STRING;
		good = read_string(j, &text);
	} else if (c == '{' || c == '[') {
		j->nodes[node].kind = c == '{' ? ONI_OBJECT : ONI_ARRAY;
		good = read_children(j, node, depth);
	} else
		good = read_word(j, &j->nodes[node]);
	j->nodes[node].text = c == '"' ? text : oni_str_cut(j->source, begin, j->at);
	return good;
}

bool oni_json_read(oni_json *j, oni_str source)
{
	j->source = source;
	j->n = 0;
	j->strings_n = j->at = 0;
	j->wrong = NULL;
	if (source.n >= UINT32_MAX)
		return wrong(j, "longer than 4 GiB");
	if (source.n > j->strings_room) {
		free(j->strings);
		j->strings = malloc(source.n);
		j->strings_room = j->strings ? source.n : 0;
		if (!j->strings)
			return wrong(j, "no memory left");
	}
	j->at = oni_utf8_valid_until(source);
	if (j->at < source.n)
		return wrong(j, "bytes that are no UTF-8");
	j->at = 0;
	new_node(j);
	if (j->wrong || !read_value(j, 0, 0))
		return false;
	skip_space(j);
	return j->at == source.n || wrong(j, "more behind the value");
}

void oni_json_drop(oni_json *j)
{
	free(j->nodes);
	free(j->strings);
	*j = (oni_json){0};
}

const oni_value *oni_json_member(const oni_json *j, const oni_value *object, const char *name)
{
	if (!object || object->kind != ONI_OBJECT)
		return NULL;
	for (const oni_value *v = oni_json_first(j, object); v; v = oni_json_next(j, v))
		if (oni_str_is(v->name, name))
			return v->kind == ONI_NULL ? NULL : v;
	return NULL;
}
