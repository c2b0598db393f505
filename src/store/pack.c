#include "store/pack.h"

#include "base/utf8.h"

enum { FIRST = 32, GAP_BEGINS = 0xD800, GAP = 10240 /* to U+10000 */ };

bool oni_pack_number(oni_buf *out, uint64_t number)
{
	char bytes[4];
	if (number > ONI_PACK_MOST)
		return false;
	int32_t rune = (int32_t)number + FIRST;
	if (rune >= GAP_BEGINS)
		rune += GAP;
	oni_buf_add(out, (oni_str){bytes, (size_t)oni_rune_put(rune, bytes)});
	return true;
}

bool oni_unpack_number(oni_str *rest, uint32_t *ret_number)
{
	size_t n;
	if (!rest->n)
		return false;
	int32_t rune = oni_rune_at(*rest, 0, &n);
	*rest = oni_str_cut(*rest, n, rest->n);
	*ret_number = (uint32_t)(rune - FIRST - (rune > 0xFFFF ? GAP : 0));
	return rune >= FIRST;
}

#define FRAGMENT(mark, text, sql_text) {mark, sizeof(text) - 1, text},
static const struct { char mark; unsigned char n; const char *text; } FRAGMENTS[] = {ONI_FRAGMENTS(FRAGMENT)};
enum { FRAGMENT_COUNT = sizeof FRAGMENTS / sizeof *FRAGMENTS };

/* The longest fragment that the text begins with; FRAGMENT_COUNT: none. */
static int fragment_at(const char *at, size_t n)
{
	int best = FRAGMENT_COUNT;
	for (int i = 0; i < FRAGMENT_COUNT; i++)
		if (FRAGMENTS[i].n <= n && FRAGMENTS[i].text[0] == *at && memcmp(FRAGMENTS[i].text, at, FRAGMENTS[i].n) == 0 &&
			(best == FRAGMENT_COUNT || FRAGMENTS[i].n > FRAGMENTS[best].n))
			best = i;
	return best;
}

bool oni_pack_text(oni_buf *out, oni_str text)
{
	for (size_t i = 0; i < text.n;) {
		if ((unsigned char)text.at[i] < FIRST)
			return false;
		int fragment = strchr("[\",)", text.at[i]) ? fragment_at(text.at + i, text.n - i) : FRAGMENT_COUNT;
		oni_buf_byte(out, fragment < FRAGMENT_COUNT ? FRAGMENTS[fragment].mark : text.at[i]);
		i += fragment < FRAGMENT_COUNT ? FRAGMENTS[fragment].n : 1u;
	}
	return true;
}

void oni_unpack_text(oni_buf *out, oni_str packed)
{
	for (size_t i = 0; i < packed.n; i++) {
		int k = (unsigned char)packed.at[i] < FIRST ? 0 : FRAGMENT_COUNT;
		while (k < FRAGMENT_COUNT && FRAGMENTS[k].mark != packed.at[i])
			k++;
		if (k < FRAGMENT_COUNT)
			oni_buf_add(out, (oni_str){FRAGMENTS[k].text, FRAGMENTS[k].n});
		else
			oni_buf_byte(out, packed.at[i]);
	}
}
