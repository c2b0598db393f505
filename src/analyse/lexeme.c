/* A word is read once, a code point at a time, into its folded form (small letters, every digit 0, typographic marks
 * plain) and its shape; affixes are then hashed off the folded bytes. Words beyond ONI_LOOK_BYTES are known by their
 * first bytes only: they are addresses and noise. */
#include "analyse/lexeme.h"

#include <utf8proc.h>

#include "analyse/weights.h"
#include "base/utf8.h"

bool oni_words_open(oni_str bytes, oni_words *ret)
{
	uint32_t head[2];
	if (bytes.n < sizeof head)
		return false;
	memcpy(head, bytes.at, sizeof head);
	if (head[0] == 0 || sizeof head + (uint64_t)head[0] * sizeof(oni_known) != bytes.n || (uintptr_t)bytes.at % 8)
		return false;
	const void *slots = bytes.at + sizeof head;
	*ret = (oni_words){slots, head[0]};
	return true;
}

const oni_known *oni_words_find(const oni_words *words, uint64_t lower)
{
	uint64_t key = oni_mix(lower, 0);
	uint32_t i = oni_slot_of(key, words->slot_count), check = (uint32_t)key | 1;
	for (uint32_t tries = 0; tries < words->slot_count && words->slots[i].check; tries++) {
		if (words->slots[i].check == check)
			return &words->slots[i];
		if (++i == words->slot_count)
			i = 0;
	}
	return NULL;
}

enum form { LOWER, UPPER, DIGIT, OTHER };

static enum form form_of(int32_t rune)
{
	if (rune < 128) {
		if (rune >= 'a' && rune <= 'z')
			return LOWER;
		if (rune >= 'A' && rune <= 'Z')
			return UPPER;
		return rune >= '0' && rune <= '9' ? DIGIT : OTHER;
	}
	switch (utf8proc_category(rune)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return UPPER;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return LOWER;
	case UTF8PROC_CATEGORY_ND:
		return DIGIT;
	default:
		return OTHER;
	}
}

/* The plain mark for a typographic one. */
static int32_t plain(int32_t rune)
{
	switch (rune) {
	case 0x2018: case 0x2019: case 0x201A: case 0x2032: case 0x60: case 0xB4:
		return '\'';
	case 0x201C: case 0x201D: case 0x201E: case 0x2033: case 0xAB: case 0xBB:
		return '"';
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
		return '-';
	default:
		return rune;
	}
}

static int32_t small(int32_t rune, enum form f)
{
	if (f == DIGIT)
		return '0';
	if (f == UPPER)
		return rune < 128 ? rune + 32 : utf8proc_tolower(rune);
	return f == OTHER ? plain(rune) : rune;
}

/* A word's folded bytes with its shape. */
typedef struct look {
	char low[ONI_LOOK_BYTES + 4], shape[24];
	uint32_t low_n, shape_n;
	uint32_t flags, letters, capitals;
} look;

static void add_shape(look *k, enum form f, int32_t rune)
{
	static const char letter[] = {'x', 'X', '0'};
	char c = f == OTHER ? (char)(rune < 128 ? rune : '*') : letter[f];
	bool run = k->shape_n >= 2 && k->shape[k->shape_n - 1] == c && k->shape[k->shape_n - 2] == c;
	if (!run && k->shape_n < sizeof k->shape)
		k->shape[k->shape_n++] = c;
}

static void note(look *k, enum form f, int32_t rune, bool first)
{
	if (f == UPPER) {
		k->capitals++;
		k->flags |= first ? ONI_LOOK_CAPITAL : k->letters > k->capitals - 1 ? ONI_LOOK_MIXED : 0;
	}
	if (f == UPPER || f == LOWER) {
		k->letters++;
		k->flags |= ONI_LOOK_LETTER;
	}
	if (f == DIGIT)
		k->flags |= ONI_LOOK_DIGIT;
	if (rune == '-' && !first)
		k->flags |= ONI_LOOK_HYPHEN;
}

static void look_at(oni_str form, bool shouted, look *k)
{
	size_t length;
	memset(k, 0, sizeof *k);
	for (size_t at = 0; at < form.n && k->low_n < ONI_LOOK_BYTES; at += length) {
		int32_t rune = oni_rune_at(form, at, &length);
		enum form f = rune < 0 ? OTHER : form_of(rune);
		int32_t low = small(rune, f);
		if (shouted && f == UPPER)
			f = LOWER;
		note(k, f, low, at == 0);
		add_shape(k, f, low);
		if (low < 128 && low >= 0)
			k->low[k->low_n++] = (char)low;
		else
			k->low_n += (uint32_t)oni_rune_put(low, k->low + k->low_n);
	}
	if (k->low_n > ONI_LOOK_BYTES)
		k->low_n = ONI_LOOK_BYTES;
	if (k->capitals >= 2 && k->capitals == k->letters)
		k->flags = (k->flags | ONI_LOOK_UPPER) & ~(uint32_t)ONI_LOOK_MIXED;
}

static bool within_rune(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

static void affixes(const look *k, oni_lexeme *ret)
{
	uint32_t at = k->low_n;
	for (int i = 0; i < ONI_SUFFIXES; i++) {
		ret->suffix[i] = 0;
		if (at == 0)
			continue;
		do
			at--;
		while (at && within_rune(k->low[at]));
		ret->suffix[i] = oni_hash((oni_str){k->low + at, k->low_n - at});
	}
	at = 0;
	for (int i = 0; i < ONI_PREFIXES; i++) {
		ret->prefix[i] = 0;
		if (at == k->low_n)
			continue;
		do
			at++;
		while (at < k->low_n && within_rune(k->low[at]));
		ret->prefix[i] = oni_hash((oni_str){k->low, at});
	}
}

void oni_lexeme_of(oni_str form, bool shouted, const oni_words *words, oni_lexeme *ret)
{
	look k;
	look_at(form, shouted, &k);
	memset(ret, 0, sizeof *ret);
	ret->lower = oni_hash((oni_str){k.low, k.low_n});
	ret->look = k.flags;
	ret->shape = oni_hash((oni_str){k.shape, k.shape_n});
	uint64_t capital = k.flags & (ONI_LOOK_CAPITAL | ONI_LOOK_UPPER | ONI_LOOK_MIXED);
	ret->form = capital ? oni_mix(ret->lower, capital) : ret->lower;
	affixes(&k, ret);
	const oni_known *known = words ? oni_words_find(words, ret->lower) : NULL;
	if (known) {
		ret->classes = known->classes;
		ret->cluster = known->cluster;
	}
}

uint32_t oni_fold(oni_str form, char ret_bytes[ONI_LOOK_BYTES])
{
	look k;
	look_at(form, false, &k);
	memcpy(ret_bytes, k.low, k.low_n);
	return k.low_n;
}

bool oni_shouted(const oni_str *forms, uint32_t n)
{
	uint32_t words = 0;
	for (uint32_t i = 0; i < n; i++) {
		look k;
		look_at(forms[i], false, &k);
		if (k.capitals < k.letters)
			return false;
		words += k.letters >= 2;
	}
	return words >= 3;
}
