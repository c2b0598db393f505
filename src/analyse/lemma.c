/* Lemmas by rules that are chosen by a word's ending and its tag.
 *
 * A rule says how much of the word goes and what is put in its place ("l 3 y": in small letters, without its last three
 * characters, with a y: parties → party). The trainer keeps, for each ending, the rule of most words that have it,
 * and drops it where the next shorter ending would say the same; the whole word is the longest ending, so exceptions
 * ("went" → l 4 go) are rows like any other. The longest ending that the table holds decides.
 *
 * Example: "bodies" NNS: nothing for the whole word, nothing for "odies", "dies" NNS → "l 3 y" → body. */
#include <utf8proc.h>

#include "analyse/model.h"
#include "base/utf8.h"

uint64_t oni_lemma_key(const char *folded, uint32_t n, uint32_t ending, uint16_t pair)
{
	bool whole = ending >= n;
	uint32_t from = whole ? 0 : n - ending;
	return oni_mix(oni_mix(oni_hash((oni_str){folded + from, n - from}), whole), pair);
}

static bool is_small(oni_str s)
{
	size_t length;
	for (size_t at = 0; at < s.n; at += length) {
		int32_t rune = oni_rune_at(s, at, &length);
		if (rune >= 0 && utf8proc_tolower(rune) != rune)
			return false;
	}
	return true;
}

static oni_str to_small(oni_arena *arena, oni_str s)
{
	if (is_small(s))
		return s;
	char *to = oni_alloc(arena, s.n * 2 + 4); /* a small letter is at most one byte longer than its capital */
	size_t n = 0, length;
	for (size_t at = 0; at < s.n; at += length) {
		int32_t rune = oni_rune_at(s, at, &length);
		n += oni_rune_put(rune < 0 ? 0xFFFD : utf8proc_tolower(rune), to + n);
	}
	return (oni_str){to, n};
}

/* Without its last `count` characters. */
static oni_str without(oni_str s, uint32_t count)
{
	size_t length;
	for (; count && s.n; count--) {
		oni_rune_before(s, s.n, &length);
		s.n -= length;
	}
	return s;
}

oni_str oni_lemma_apply(oni_arena *arena, oni_str rule, oni_str form)
{
	oni_str kind = {0}, strip = {0}, add = {0};
	oni_str_split(&rule, '\t', &kind);
	oni_str_split(&rule, '\t', &strip);
	oni_str_split(&rule, '\t', &add);
	uint32_t count = 0;
	for (size_t i = 0; i < strip.n && count < 1000; i++)
		count = count * 10 + (uint32_t)(strip.at[i] - '0');
	oni_str base = without(oni_str_is(kind, "l") ? to_small(arena, form) : form, count);
	if (add.n == 0)
		return base;
	if (base.n == 0)
		return add;
	char *to = oni_alloc(arena, base.n + add.n);
	memcpy(to, base.at, base.n);
	memcpy(to + base.n, add.at, add.n);
	return (oni_str){to, base.n + add.n};
}

oni_str oni_lemma(const oni_model *m, oni_arena *arena, oni_str form, uint16_t tag)
{
	char folded[ONI_LOOK_BYTES];
	uint32_t n = oni_fold(form, folded);
	uint16_t pair = m->tags[tag].pair;
	for (uint32_t ending = n < ONI_LEMMA_ENDING ? n : ONI_LEMMA_ENDING + 1; ending != UINT32_MAX; ending--) {
		bool whole = ending > ONI_LEMMA_ENDING;
		const oni_slot *slot = oni_weights_find(&m->lemmas, oni_lemma_key(folded, n, whole ? n : ending, pair));
		if (slot)
			return oni_lemma_apply(arena, oni_strings_at(&m->rules, m->lemmas.cells[slot->at].class_), form);
	}
	return form;
}
