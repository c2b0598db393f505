/* Which encoding? A byte order mark decides. Without one, what is valid UTF-8 is UTF-8: no other encoding's text is, by
 * chance, for long. A file that is UTF-8 but for a few bytes (a cut character, a pasted quotation mark) has far more
 * good sequences than bad bytes and is repaired; of anything else uchardet guesses the encoding and iconv decodes it.
 * NUL bytes, or many control characters, mean that it is not text at all.
 *
 * Worked example: "caf\xE9 \x93yes\x94" has 3 bad bytes and no good sequence; uchardet says WINDOWS-1252, the text
 * is "café “yes”". */
#include "read/decode.h"

#include <errno.h>
#include <iconv.h>
#include <uchardet/uchardet.h>

#include "base/utf8.h"

enum { LOOK = 64 * 1024 };

/* ---- repair ---- */

static size_t bad_bytes(oni_str s, size_t *ret_sequences)
{
	size_t bad = 0, length;
	*ret_sequences = 0;
	for (size_t at = 0; at < s.n; at += length) {
		if (oni_rune_at(s, at, &length) == ONI_BAD_RUNE)
			bad++;
		else
			*ret_sequences += length > 1;
	}
	return bad;
}

oni_str oni_decode_repair(oni_arena *arena, oni_str s)
{
	size_t good = oni_utf8_valid_until(s);
	if (good == s.n)
		return s;
	size_t sequences, bad = bad_bytes(s, &sequences), n = good;
	char *at = oni_alloc(arena, s.n + 2 * bad + 1);
	memcpy(at, s.at, good);
	for (size_t from = good, length; from < s.n; from += length) {
		int32_t rune = oni_rune_at(s, from, &length);
		n += oni_rune_put(rune, at + n);
	}
	return (oni_str){at, n};
}

/* ---- iconv ---- */

/* Decodes all of s; what cannot be decoded becomes U+FFFD. Returns at NULL when iconv knows no such encoding. */
static oni_str convert(oni_arena *arena, oni_str s, const char *encoding, size_t *ret_bad)
{
	oni_str none = {0};
	*ret_bad = 0;
	char *out = oni_alloc(arena, s.n * 3 + 8); /* no byte of any encoding gives more than three */
	iconv_t how = iconv_open("UTF-8", encoding);
	if (how == (iconv_t)-1)
		return none;
	char *from = (char *)(uintptr_t)s.at, *to = out;
	size_t left = s.n, room = s.n * 3 + 4;
	while (left > 0 && iconv(how, &from, &left, &to, &room) == (size_t)-1) {
		if (errno == E2BIG || room < 3)
			break;
		size_t put = oni_rune_put(0xFFFD, to);
		to += put;
		room -= put;
		from++;
		left--;
		++*ret_bad;
	}
	iconv_close(how);
	return (oni_str){out, (size_t)(to - out)};
}

static const char *mark_of(oni_str s, size_t *ret_length)
{
	static const struct {
		const char *bytes, *encoding;
		size_t n;
	} MARKS[] = {
		{"\xEF\xBB\xBF", "UTF-8", 3}, {"\xFF\xFE\0\0", "UTF-32LE", 4}, {"\0\0\xFE\xFF", "UTF-32BE", 4},
		{"\xFF\xFE", "UTF-16LE", 2}, {"\xFE\xFF", "UTF-16BE", 2},
	};
	for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
		if (s.n >= MARKS[i].n && memcmp(s.at, MARKS[i].bytes, MARKS[i].n) == 0) {
			*ret_length = MARKS[i].n;
			return MARKS[i].encoding;
		}
	*ret_length = 0;
	return NULL;
}

static bool is_binary(oni_str s)
{
	oni_str look = oni_str_cut(s, 0, LOOK);
	size_t strange = 0;
	for (size_t i = 0; i < look.n; i++) {
		unsigned char c = (unsigned char)look.at[i];
		if (c == 0)
			return true;
		strange += c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B;
	}
	return strange * 20 > look.n;
}

/* The name that uchardet gives it; Windows-1252 where it does not know, or says a subset of it. The guess is made
 * on what holds the bytes beyond ASCII. */
static void guess(oni_str s, char ret_encoding[64])
{
	size_t first = oni_utf8_valid_until(s);
	oni_str look = oni_str_cut(s, first > LOOK / 2 ? first - LOOK / 2 : 0, first + LOOK);
	strcpy(ret_encoding, "WINDOWS-1252");
	uchardet_t detector = uchardet_new();
	if (!detector)
		return;
	if (uchardet_handle_data(detector, look.at, look.n) == 0) {
		uchardet_data_end(detector);
		const char *name = uchardet_get_charset(detector);
		bool narrow = !*name || !strcmp(name, "ASCII") || !strcmp(name, "UTF-8") || !strcmp(name, "ISO-8859-1")
			|| !strcmp(name, "ISO-8859-15");
		if (!narrow && strlen(name) < 64)
			strcpy(ret_encoding, name);
	}
	uchardet_delete(detector);
}

static onr_status decode_as(oni_arena *arena, oni_str bytes, oni_str where, const char *encoding, oni_str *ret_text,
	onr_err *ret_err)
{
	size_t bad;
	*ret_text = convert(arena, bytes, encoding, &bad);
	if (!ret_text->at)
		return oni_fail(ret_err, ONR_BINARY, where, 0, "is not text in an encoding that is known here (%s?)", encoding);
	if (bad)
		oni_fail(ret_err, ONR_OK, where, 0, "%zu byte(s) not %s, replaced by U+FFFD", bad, encoding);
	return ONR_OK;
}

onr_status oni_decode(oni_arena *arena, oni_str bytes, oni_str where, oni_str *ret_text, onr_err *ret_err)
{
	size_t mark;
	const char *encoding = mark_of(bytes, &mark);
	bytes = oni_str_cut(bytes, mark, bytes.n);
	if (encoding && strcmp(encoding, "UTF-8") != 0)
		return decode_as(arena, bytes, where, encoding, ret_text, ret_err);
	if (is_binary(bytes))
		return oni_fail(ret_err, ONR_BINARY, where, 0, "is not text");
	*ret_text = bytes;
	size_t good = oni_utf8_valid_until(bytes);
	if (good == bytes.n)
		return ONR_OK;
	size_t sequences, bad = bad_bytes(bytes, &sequences);
	if (encoding || sequences > 2 * bad) {
		*ret_text = oni_decode_repair(arena, bytes);
		oni_fail(ret_err, ONR_OK, where, good + mark, "%zu byte(s) not UTF-8, replaced by U+FFFD, the first at byte %zu",
			bad, good + mark);
		return ONR_OK;
	}
	char guessed[64];
	guess(bytes, guessed);
	return decode_as(arena, bytes, where, guessed, ret_text, ret_err);
}
