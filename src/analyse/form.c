/* Problem: a network trained on 23,000 forms must say something about every form there is. Method: the folded form (lower case, each
 * digit a 0, typographic marks as typewriters wrote them) has a row of its own where training saw it often; its first and last
 * characters and its shape have rows in small tables by hash, so "Kharkiv" shares "ha…", "…kiv", "Xxx" with what was seen.
 * Example: "McDonald’s" folds to "mcdonald's"; affixes "mc" "mcd" "mcdo" "s" "'s" "d's" "ld's"; shape "XxXxx'x".
 * Source: the hashed affix tables are spaCy's MultiHashEmbed (Honnibal 2018); the hash is FNV-1a with a last stir. */
#include "analyse/form.h"

#include "base/utf8.h"

enum { SHAPE_MOST = 12, LAST = 4, SHAPE_TABLE = ONI_NET_AFFIXES - 1 };

int32_t oni_form_lower(int32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
		return c + 32;
	if (c >= 0x400 && c <= 0x40F)
		return c + 80;
	if (c >= 0x100 && c <= 0x177 && !(c >= 0x130 && c <= 0x138) && (c & 1) == (c >= 0x139 && c <= 0x148))
		return c + 1;
	return c;
}

/* The typewriter's marks for a code point; returns how many. */
static int plain(int32_t c, int32_t ret[3])
{
	ret[0] = c;
	switch (c) {
	case 0x2018: case 0x2019: case 0x02BC:
		ret[0] = '\'';
		break;
	case 0x201C: case 0x201D: case 0x201E:
		ret[0] = '"';
		break;
	case 0x2013: case 0x2014: case 0x2011:
		ret[0] = '-';
		break;
	case 0xA0:
		ret[0] = ' ';
		break;
	case 0x060C:
		ret[0] = ',';
		break;
	case 0x2026:
		ret[0] = ret[1] = ret[2] = '.';
		return 3;
	default:
		break;
	}
	return 1;
}

/* What is gathered in one walk over the form. */
typedef struct walk {
	uint64_t whole;                /* FNV-1a of the folded form, as oni_hash gives it */
	uint32_t n;                    /* characters of the folded form */
	uint32_t first[3];             /* running hashes of the first 2, 3, 4 */
	int32_t last[LAST];            /* the last characters, the newest at (n - 1) % LAST */
	uint32_t shape, shape_n;
	int32_t shape_last, shape_before;
} walk;

static uint32_t stir(uint32_t h)
{
	h ^= h >> 15;
	h *= 0x2C1B3C6Du;
	return h ^ h >> 12;
}

static uint32_t start(uint32_t seed)
{
	return 0x811C9DC5u ^ seed;
}

static uint32_t hash_bytes(uint32_t h, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		h = (h ^ (uint8_t)bytes[i]) * 0x01000193u;
	return h;
}

static void add_shape(walk *w, int32_t c)
{
	int32_t kind = oni_form_lower(c) != c ? 'X' : c >= '0' && c <= '9' ? 'd' : (c >= 'a' && c <= 'z') || c > 127 ? 'x' : c;
	if (w->shape_n >= SHAPE_MOST || (w->shape_n >= 2 && w->shape_last == kind && w->shape_before == kind))
		return;
	char byte = (char)kind;
	w->shape = hash_bytes(w->shape, &byte, 1);
	w->shape_n++;
	w->shape_before = w->shape_last;
	w->shape_last = kind;
}

static void add(walk *w, int32_t c)
{
	char bytes[4];
	add_shape(w, c);
	int32_t folded = c >= '0' && c <= '9' ? '0' : oni_form_lower(c);
	size_t n = oni_rune_put(folded, bytes);
	w->whole = oni_hash_more(w->whole, (oni_str){bytes, n});
	for (uint32_t i = 0; i < 3; i++)
		if (w->n < i + 2)
			w->first[i] = hash_bytes(w->first[i], bytes, n);
	w->last[w->n++ % LAST] = folded;
}

static uint32_t hash_last(const walk *w, uint32_t many, uint32_t seed)
{
	uint32_t h = start(seed);
	many = many < w->n ? many : w->n;
	for (uint32_t i = w->n - many; i < w->n; i++) {
		char bytes[4];
		h = hash_bytes(h, bytes, oni_rune_put(w->last[i % LAST], bytes));
	}
	return h;
}

static void look_up(const oni_net *net, uint64_t hash, oni_form_rows *rows)
{
	uint32_t high = (uint32_t)(hash >> 32), mask = net->slots - 1;
	for (uint32_t i = (uint32_t)hash & mask, tries = 0; tries < net->slots && net->keys[2 * i + 1]; i = (i + 1) & mask, tries++) {
		uint32_t row = (net->keys[2 * i + 1] & 0xFFFFFF) - 1;
		if (net->keys[2 * i] != high)
			continue;
		rows->word = row < net->words ? row : 0;
		rows->known = net->keys[2 * i + 1] >> 24;
		return;
	}
}

oni_form_rows oni_form_rows_of(const oni_net *net, oni_str form)
{
	walk w = {.whole = oni_hash(ONI_STR("")), .first = {start(1), start(2), start(3)}, .shape = start(SHAPE_TABLE + 1)};
	for (size_t at = 0, n; at < form.n; at += n) {
		int32_t c = oni_rune_at(form, at, &n), marks[3];
		int many = plain(c == ONI_BAD_RUNE ? 0xFFFD : c, marks);
		for (int i = 0; i < many; i++)
			add(&w, marks[i]);
	}
	oni_form_rows rows = {0};
	look_up(net, w.whole, &rows);
	w.first[2] = hash_bytes(w.first[2], "|", 1);
	for (uint32_t i = 0; i < 3; i++)
		rows.affix[i] = w.first[i];
	for (uint32_t i = 0; i < LAST; i++)
		rows.affix[3 + i] = hash_last(&w, i + 1, 4 + i);
	rows.affix[SHAPE_TABLE] = w.shape;
	for (uint32_t i = 0; i < ONI_NET_AFFIXES; i++)
		rows.affix[i] = stir(rows.affix[i]) & (net->affix_rows[i] - 1);
	return rows;
}
