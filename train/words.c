#include "train/words.h"

#include <stdio.h>
#include <stdlib.h>

static oni_known *known_of(wordlist *list, oni_str folded)
{
	uint32_t number = number_of(&list->words, folded, false);
	if (number == UINT32_MAX) {
		char *copy = need(malloc(folded.n + 1));
		memcpy(copy, folded.at, folded.n);
		number = number_of(&list->words, (oni_str){copy, folded.n}, true);
	}
	if (number >= list->room) {
		uint32_t room = list->room ? list->room * 2 : 1 << 14;
		list->known = need(realloc(list->known, room * sizeof *list->known));
		memset(list->known + list->room, 0, (room - list->room) * sizeof *list->known);
		list->room = room;
	}
	return &list->known[number];
}

static oni_known *known_form(wordlist *list, oni_str form)
{
	char low[ONI_LOOK_BYTES];
	return known_of(list, (oni_str){low, oni_fold(form, low)});
}

void add_seen(wordlist *list, const corpus *c, uint32_t least)
{
	strings words = {0};
	uint32_t (*counts)[ONI_UPOS_COUNT] = need(calloc(1 << 20, sizeof *counts));
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t j = 0; j < c->at[i].n; j++) {
			const example *w = &c->at[i].words[j];
			char *low = need(malloc(ONI_LOOK_BYTES));
			uint32_t n = oni_fold(w->form, low), before = words.n;
			uint32_t number = number_of(&words, (oni_str){low, n}, true);
			if (words.n == before)
				free(low);
			counts[number][oni_upos_of(w->upos)]++;
		}
	for (uint32_t i = 0; i < words.n; i++) {
		uint32_t all = 0, bits = 0;
		for (int u = 0; u < ONI_UPOS_COUNT; u++)
			all += counts[i][u];
		if (all < least)
			continue;
		for (int u = 0; u < ONI_UPOS_COUNT; u++)
			bits |= counts[i][u] * 50 >= all ? 1u << u : 0;
		known_of(list, words.at[i])->classes |= bits;
	}
	free(counts);
}

static void add_form(wordlist *list, oni_str base, const char *ending, uint32_t bit)
{
	char form[80];
	int n = snprintf(form, sizeof form, "%.*s%s", ONI_FMT(base), ending);
	if (n > 0 && n < (int)sizeof form)
		known_form(list, (oni_str){form, (size_t)n})->classes |= bit;
}

static bool vowel(char c)
{
	return strchr("aeiou", c) != NULL;
}

/* The regular forms; a doubled consonant is allowed where a short vowel goes before. */
static void inflect_verb(wordlist *list, oni_str w)
{
	char last = w.at[w.n - 1], before = w.n > 1 ? w.at[w.n - 2] : 'a';
	oni_str cut = oni_str_cut(w, 0, w.n - 1);
	bool y = last == 'y' && !vowel(before), hiss = strchr("sxz", last) || oni_str_ends(w, "ch") || oni_str_ends(w, "sh");
	add_form(list, y ? cut : w, y ? "ies" : hiss || last == 'o' ? "es" : "s", ONI_LEX_VERB_S);
	add_form(list, y || last == 'e' ? cut : w, y ? "ied" : "ed", ONI_LEX_VERB_ED);
	add_form(list, last == 'e' && before != 'e' ? cut : w, "ing", ONI_LEX_VERB_ING);
	if (!vowel(last) && !strchr("wxy", last) && vowel(before) && w.n > 2 && !vowel(w.at[w.n - 3])) {
		char twice[8];
		snprintf(twice, sizeof twice, "%ced", last);
		add_form(list, w, twice, ONI_LEX_VERB_ED);
		snprintf(twice, sizeof twice, "%cing", last);
		add_form(list, w, twice, ONI_LEX_VERB_ING);
	}
}

static void inflect_noun(wordlist *list, oni_str w)
{
	char last = w.at[w.n - 1], before = w.n > 1 ? w.at[w.n - 2] : 'a';
	bool y = last == 'y' && !vowel(before), hiss = strchr("sxz", last) || oni_str_ends(w, "ch") || oni_str_ends(w, "sh");
	add_form(list, y ? oni_str_cut(w, 0, w.n - 1) : w, y ? "ies" : hiss ? "es" : "s", ONI_LEX_NOUN_S);
}

static void add_index(wordlist *list, const char *folder, const char *kind, uint32_t bit)
{
	char path[512];
	snprintf(path, sizeof path, "%s/index.%s", folder, kind);
	oni_str rest = read_whole(path), word;
	for (oni_str line; oni_str_split(&rest, '\n', &line);) {
		if (line.n == 0 || line.at[0] == ' ' || !oni_str_split(&line, ' ', &word) || memchr(word.at, '_', word.n))
			continue;
		known_form(list, word)->classes |= bit;
		if (bit == ONI_LEX_VERB)
			inflect_verb(list, word);
		else if (bit == ONI_LEX_NOUN)
			inflect_noun(list, word);
	}
	snprintf(path, sizeof path, "%s/%s.exc", folder, kind);
	rest = read_whole(path);
	for (oni_str line; oni_str_split(&rest, '\n', &line);) {
		if (!oni_str_split(&line, ' ', &word) || word.n == 0 || memchr(word.at, '_', word.n))
			continue;
		uint32_t of = bit == ONI_LEX_NOUN ? ONI_LEX_NOUN_S : bit != ONI_LEX_VERB ? ONI_LEX_DEGREE :
			oni_str_ends(word, "ing") ? ONI_LEX_VERB_ING : oni_str_ends(word, "s") ? ONI_LEX_VERB_S : ONI_LEX_VERB_ED;
		known_form(list, word)->classes |= of;
	}
}

void add_dictionary(wordlist *list, const char *folder)
{
	add_index(list, folder, "noun", ONI_LEX_NOUN);
	add_index(list, folder, "verb", ONI_LEX_VERB);
	add_index(list, folder, "adj", ONI_LEX_ADJECTIVE);
	add_index(list, folder, "adv", ONI_LEX_ADVERB);
}

void add_clusters(wordlist *list, const char *path)
{
	oni_str rest = read_whole(path), bits, word;
	for (oni_str line; oni_str_split(&rest, '\n', &line);) {
		if (!oni_str_split(&line, '\t', &bits) || !oni_str_split(&line, '\t', &word) || word.n == 0)
			continue;
		uint32_t v = 1;
		for (size_t i = 0; i < bits.n && i < 31; i++)
			v = v << 1 | (bits.at[i] == '1');
		known_form(list, word)->cluster = v;
	}
}

oni_str pack_words(const wordlist *list)
{
	uint32_t n = list->words.n, slot_count = n + n / 4 + 8, zero = 0;
	size_t size = 8 + slot_count * sizeof(oni_known);
	char *bytes = need(calloc(size, 1));
	memcpy(bytes, &slot_count, 4);
	memcpy(bytes + 4, &zero, 4);
	oni_known *slots = (oni_known *)(void *)(bytes + 8);
	for (uint32_t i = 0; i < n; i++) {
		uint64_t key = oni_mix(oni_hash(list->words.at[i]), 0);
		uint32_t slot = oni_slot_of(key, slot_count);
		while (slots[slot].check)
			slot = slot + 1 == slot_count ? 0 : slot + 1;
		slots[slot] = list->known[i];
		slots[slot].check = (uint32_t)key | 1;
	}
	fprintf(stderr, "%u known words, %.2f MB\n", n, (double)size / 1e6);
	return (oni_str){bytes, size};
}
