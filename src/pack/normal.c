/* The normal form of phrases.
 *
 * Case folding and decomposition are Unicode's (utf8proc), marks are dropped, and the letters that Unicode does
 * not decompose but people write without their stroke (ł, ø, đ, ı …) are told here. Most bytes of English news
 * are ASCII and take the first branch. */
#include "pack/normal.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "pack/format.h"

typedef struct spelling {
	int32_t rune;
	char plain[3];
} spelling;

static const spelling SPELLINGS[] = {
	{0xe6, "ae"}, {0xf0, "d"}, {0xf8, "o"}, {0xfe, "th"}, {0x111, "d"}, {0x127, "h"}, {0x131, "i"},
	{0x142, "l"}, {0x14b, "ng"}, {0x153, "oe"}, {0x167, "t"}, {0x180, "b"}, {0x1dd, "e"}, {0x259, "e"}, {0x268, "i"},
};

static bool is_dropped(int32_t rune)
{
	switch (rune) {
	case '.': case '\'': case '`': case 0xad: case 0xb4: case 0x2b9: case 0x2bb: case 0x2bc: case 0x2bd:
	case 0x2be: case 0x2bf: case 0x2c8: case 0x2018: case 0x2019: case 0x201b: case 0x2032: case 0x200b:
	case 0x200c: case 0x200d: case 0xfeff: case 0xff07:
		return true;
	default:
		return false;
	}
}

static bool is_gap(int32_t rune)
{
	return rune <= ' ' || rune == '-' || rune == 0x85 || rune == 0xa0 || rune == 0x1680 || (rune >= 0x2000 && rune <= 0x2015)
		|| rune == 0x2028 || rune == 0x2029 || rune == 0x202f || rune == 0x205f || rune == 0x2212 || rune == 0x3000;
}

static uint32_t put_plain(int32_t rune, char *ret_bytes)
{
	for (size_t i = 0; i < sizeof SPELLINGS / sizeof *SPELLINGS; i++)
		if (SPELLINGS[i].rune == rune) {
			size_t n = strlen(SPELLINGS[i].plain);
			memcpy(ret_bytes, SPELLINGS[i].plain, n);
			return (uint32_t)n;
		}
	return (uint32_t)oni_rune_put(rune, ret_bytes);
}

static uint32_t fold(int32_t rune, char ret_bytes[16])
{
	utf8proc_int32_t parts[16];
	int last = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(rune, parts, 16, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &last);
	uint32_t used = 0;
	for (utf8proc_ssize_t i = 0; i < n && i < 16 && used <= 12; i++)
		used += put_plain(parts[i], ret_bytes + used);
	return used;
}

void oni_normal_start(oni_normal *normal)
{
	*normal = (oni_normal){.hash = oni_hash((oni_str){NULL, 0})};
}

static void emit(oni_normal *normal, bool *ret_spaced, uint64_t *ret_prefix)
{
	*ret_spaced = normal->space && normal->n;
	*ret_prefix = normal->hash;
	normal->space = false;
	if (*ret_spaced) {
		normal->hash = oni_hash_more(normal->hash, ONI_STR(" "));
		normal->n++;
	}
	normal->hash = oni_hash_more(normal->hash, (oni_str){normal->out, normal->out_n});
	normal->n += normal->out_n;
}

size_t oni_normal_step(oni_normal *normal, oni_str s, size_t at, bool *ret_spaced, uint64_t *ret_prefix)
{
	size_t length = 1;
	int32_t rune = (unsigned char)s.at[at];
	if (rune >= 0x80)
		rune = oni_rune_at(s, at, &length);
	normal->out_n = 0;
	*ret_spaced = false;
	if (rune == ONI_BAD_RUNE || is_gap(rune)) {
		normal->space = true;
		return length;
	}
	if (is_dropped(rune))
		return length;
	if (rune < 0x80) {
		normal->out[0] = (char)(rune >= 'A' && rune <= 'Z' ? rune + 32 : rune);
		normal->out_n = 1;
	} else {
		normal->out_n = fold(rune, normal->out);
	}
	if (normal->out_n)
		emit(normal, ret_spaced, ret_prefix);
	return length;
}
