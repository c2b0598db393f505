#include "base/utf8.h"

static bool is_more(oni_str s, size_t at)
{
	return at < s.n && ((unsigned char)s.at[at] & 0xC0) == 0x80;
}

static int32_t bits(oni_str s, size_t at)
{
	return (unsigned char)s.at[at] & 0x3F;
}

int32_t oni_rune_at(oni_str s, size_t at, size_t *ret_length)
{
	unsigned char c = (unsigned char)s.at[at];
	*ret_length = 1;
	if (c < 0x80)
		return c;
	if (c >= 0xC2 && c < 0xE0 && is_more(s, at + 1)) {
		*ret_length = 2;
		return (c & 0x1F) << 6 | bits(s, at + 1);
	}
	if (c >= 0xE0 && c < 0xF0 && is_more(s, at + 1) && is_more(s, at + 2)) {
		int32_t rune = (c & 0x0F) << 12 | bits(s, at + 1) << 6 | bits(s, at + 2);
		if (rune < 0x800 || (rune >= 0xD800 && rune < 0xE000))
			return ONI_BAD_RUNE;
		*ret_length = 3;
		return rune;
	}
	if (c >= 0xF0 && c < 0xF5 && is_more(s, at + 1) && is_more(s, at + 2) && is_more(s, at + 3)) {
		int32_t rune = (c & 0x07) << 18 | bits(s, at + 1) << 12 | bits(s, at + 2) << 6 | bits(s, at + 3);
		if (rune < 0x10000 || rune > 0x10FFFF)
			return ONI_BAD_RUNE;
		*ret_length = 4;
		return rune;
	}
	return ONI_BAD_RUNE;
}

int32_t oni_rune_before(oni_str s, size_t at, size_t *ret_length)
{
	size_t begin = at - 1;
	while (begin > 0 && at - begin < 4 && ((unsigned char)s.at[begin] & 0xC0) == 0x80)
		begin--;
	int32_t rune = oni_rune_at(s, begin, ret_length);
	if (rune != ONI_BAD_RUNE && begin + *ret_length == at)
		return rune;
	*ret_length = 1;
	return ONI_BAD_RUNE;
}

size_t oni_rune_put(int32_t rune, char ret_bytes[4])
{
	unsigned char *b = (unsigned char *)ret_bytes;
	if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000))
		rune = 0xFFFD;
	if (rune < 0x80) {
		b[0] = (unsigned char)rune;
		return 1;
	}
	if (rune < 0x800) {
		b[0] = (unsigned char)(0xC0 | rune >> 6);
		b[1] = (unsigned char)(0x80 | (rune & 0x3F));
		return 2;
	}
	if (rune < 0x10000) {
		b[0] = (unsigned char)(0xE0 | rune >> 12);
		b[1] = (unsigned char)(0x80 | (rune >> 6 & 0x3F));
		b[2] = (unsigned char)(0x80 | (rune & 0x3F));
		return 3;
	}
	b[0] = (unsigned char)(0xF0 | rune >> 18);
	b[1] = (unsigned char)(0x80 | (rune >> 12 & 0x3F));
	b[2] = (unsigned char)(0x80 | (rune >> 6 & 0x3F));
	b[3] = (unsigned char)(0x80 | (rune & 0x3F));
	return 4;
}

size_t oni_utf8_valid_until(oni_str s)
{
	size_t at = 0, length;
	while (at < s.n) {
		if (at + 8 <= s.n) { /* eight ASCII bytes at once */
			uint64_t eight;
			memcpy(&eight, s.at + at, 8);
			if (!(eight & UINT64_C(0x8080808080808080))) {
				at += 8;
				continue;
			}
		}
		if (oni_rune_at(s, at, &length) == ONI_BAD_RUNE)
			return at;
		at += length;
	}
	return s.n;
}

size_t oni_utf8_count(oni_str s)
{
	size_t count = 0;
	for (size_t i = 0; i < s.n; i++)
		count += ((unsigned char)s.at[i] & 0xC0) != 0x80;
	return count;
}
