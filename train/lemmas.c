/* For every ending of every word, under its tag, the rules are counted that give the lemma. From the shortest ending to
 * the whole word, a row is kept where its best rule is not the one that the next shorter kept ending gives. An ending
 * that is no whole word wants to be seen in two different words. */
#include "train/lemmas.h"

#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/utf8.h"

typedef struct vote {
	uint64_t key;
	uint32_t rule, n, types;
} vote;

typedef struct ballot {
	vote *at;
	uint32_t n, room;
} ballot;

static size_t common(oni_str a, oni_str b)
{
	size_t i = 0;
	while (i < a.n && i < b.n && a.at[i] == b.at[i])
		i++;
	while (i && i < a.n && ((unsigned char)a.at[i] & 0xC0) == 0x80)
		i--;
	while (i && i < b.n && ((unsigned char)b.at[i] & 0xC0) == 0x80)
		i--;
	return i;
}

/* The rule from form to lemma. */
static oni_str rule_of(oni_arena *arena, oni_str form, oni_str lemma, bool proper)
{
	oni_str small = oni_lemma_apply(arena, ONI_STR("l\t0\t"), form);
	size_t as_is = common(form, lemma), lowered = common(small, lemma);
	bool keep = as_is > lowered || (as_is == lowered && proper);
	oni_str base = keep ? form : small;
	size_t same = keep ? as_is : lowered;
	oni_str rest = oni_str_cut(base, same, base.n);
	return oni_keepf(arena, "%c\t%zu\t%.*s", keep ? 'k' : 'l', oni_utf8_count(rest), ONI_FMT(oni_str_cut(lemma, same, lemma.n)));
}

static void cast(ballot *b, uint64_t key, uint32_t rule, uint32_t n)
{
	if (b->n == b->room) {
		b->room = b->room ? b->room * 2 : 1 << 20;
		b->at = need(realloc(b->at, b->room * sizeof *b->at));
	}
	b->at[b->n++] = (vote){key, rule, n, 1};
}

static int by_key(const void *a, const void *b)
{
	const vote *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->rule > y->rule) - (x->rule < y->rule);
}

typedef struct word {
	oni_str folded;
	uint16_t pair;
	uint32_t rule, n;
} word;

typedef struct wordset {
	word *at;
	uint32_t n, room;
	strings names;                 /* "folded pair rule" */
} wordset;

static void count_word(wordset *set, oni_arena *arena, oni_str form, uint16_t pair, uint32_t rule, uint32_t n)
{
	char low[ONI_LOOK_BYTES];
	uint32_t length = oni_fold(form, low);
	oni_str name = oni_keepf(arena, "%.*s %u %u", (int)length, low, pair, rule);
	uint32_t number = number_of(&set->names, name, true);
	if (number == set->n) {
		if (set->n == set->room) {
			set->room = set->room ? set->room * 2 : 1 << 16;
			set->at = need(realloc(set->at, set->room * sizeof *set->at));
		}
		set->at[set->n++] = (word){oni_keep(arena, (oni_str){low, length}), pair, rule, 0};
	}
	set->at[number].n += n;
}

static void sum_up(ballot *b)
{
	qsort(b->at, b->n, sizeof *b->at, by_key);
	uint32_t to = 0;
	for (uint32_t i = 0; i < b->n; i++) {
		if (to && b->at[to - 1].key == b->at[i].key && b->at[to - 1].rule == b->at[i].rule) {
			b->at[to - 1].n += b->at[i].n;
			b->at[to - 1].types++;
		} else {
			b->at[to++] = b->at[i];
		}
	}
	b->n = to;
}

/* The best rule of a key, and in how many words it was seen; UINT32_MAX when none. */
static uint32_t winner(const ballot *b, uint64_t key, uint32_t *ret_types)
{
	uint32_t lo = 0, hi = b->n;
	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (b->at[mid].key < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	uint32_t best = UINT32_MAX, score = 0;
	*ret_types = 0;
	for (; lo < b->n && b->at[lo].key == key; lo++) {
		uint32_t s = b->at[lo].types;
		*ret_types += b->at[lo].types;
		if (s > score) {
			score = s;
			best = b->at[lo].rule;
		}
	}
	return best;
}

/* The most frequent rule of a whole word counts by its occurrences. */
static uint32_t whole_winner(const ballot *b, uint64_t key)
{
	uint32_t best = UINT32_MAX, score = 0;
	for (uint32_t lo = 0, hi = b->n; lo < hi;) {
		uint32_t mid = (lo + hi) / 2;
		if (b->at[mid].key < key)
			lo = mid + 1;
		else
			hi = mid;
		if (lo == hi)
			for (; lo < b->n && b->at[lo].key == key; lo++)
				if (b->at[lo].n > score) {
					score = b->at[lo].n;
					best = b->at[lo].rule;
				}
	}
	return best;
}

typedef struct table {
	row *rows;
	uint32_t n, room;
	strings keys;                  /* to keep each key once; the key's bytes */
} table;

static void keep_row(table *t, uint64_t key, uint32_t rule)
{
	char *bytes = need(malloc(sizeof key));
	memcpy(bytes, &key, sizeof key);
	uint32_t before = t->keys.n;
	number_of(&t->keys, (oni_str){bytes, sizeof key}, true);
	if (t->keys.n == before) {
		free(bytes);
		return;
	}
	if (t->n == t->room) {
		t->room = t->room ? t->room * 2 : 4096;
		t->rows = need(realloc(t->rows, t->room * sizeof *t->rows));
	}
	cell *c = need(calloc(1, sizeof *c));
	*c = (cell){.class_ = (uint16_t)rule, .weight = 1};
	t->rows[t->n++] = (row){key, c, 1, 1};
}

static void keep_rows(table *t, const ballot *b, const word *w)
{
	uint32_t n = (uint32_t)w->folded.n, now = UINT32_MAX, types;
	for (uint32_t e = 0; e < n && e <= ONI_LEMMA_ENDING; e++) {
		uint64_t key = oni_lemma_key(w->folded.at, n, e, w->pair);
		uint32_t best = winner(b, key, &types);
		if (best != UINT32_MAX && types >= 2 && best != now) {
			keep_row(t, key, best);
			now = best;
		}
	}
	uint64_t key = oni_lemma_key(w->folded.at, n, n, w->pair);
	uint32_t best = whole_winner(b, key);
	if (best != now)
		keep_row(t, key, best);
}

static uint16_t pair_named(const tagset *tags, const char *upos, const char *xpos)
{
	for (uint32_t i = 0; i < tags->names.n; i++)
		if (oni_str_is(tags->tags[i].upos, upos) && oni_str_is(tags->tags[i].xpos, xpos))
			return tags->tags[i].pair;
	return ONI_NO_TAG;
}

static void add_exceptions(wordset *set, strings *rules, oni_arena *arena, const char *folder, const char *kind, uint16_t pair)
{
	char path[512];
	snprintf(path, sizeof path, "%s/%s.exc", folder, kind);
	oni_str rest = read_whole(path), form, lemma;
	for (oni_str line; oni_str_split(&rest, '\n', &line);) {
		if (!oni_str_split(&line, ' ', &form) || !oni_str_split(&line, ' ', &lemma) || memchr(form.at, '_', form.n) || pair == ONI_NO_TAG)
			continue;
		if (oni_str_is(oni_str_of(kind), "verb") && oni_str_ends(form, "ing"))
			continue;
		count_word(set, arena, form, pair, number_of(rules, rule_of(arena, form, lemma, false), true), 1);
	}
}

oni_str pack_strings(const strings *set)
{
	size_t head = 8 + (set->n + 1) * sizeof(uint32_t), size = head;
	for (uint32_t i = 0; i < set->n; i++)
		size += set->at[i].n;
	char *bytes = need(calloc(size, 1));
	memcpy(bytes, &set->n, 4);
	uint32_t at = 0;
	for (uint32_t i = 0; i <= set->n; i++) {
		memcpy(bytes + 8 + i * sizeof at, &at, sizeof at);
		if (i < set->n) {
			memcpy(bytes + head + at, set->at[i].at, set->at[i].n);
			at += (uint32_t)set->at[i].n;
		}
	}
	return (oni_str){bytes, size};
}

void learn_lemmas(const corpus *c, const tagset *tags, const char *folder, oni_str *ret_rules, oni_str *ret_table)
{
	static strings rules;
	static wordset set;
	static oni_arena arena;
	ballot b = {0};
	table t = {0};
	oni_arena_init(&arena, 0);
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t j = 0; j < c->at[i].n; j++) {
			const example *w = &c->at[i].words[j];
			if (oni_str_is(w->lemma, "_") && !oni_str_is(w->form, "_"))
				continue;
			oni_str rule = rule_of(&arena, w->form, w->lemma, oni_str_is(w->upos, "PROPN"));
			count_word(&set, &arena, w->form, tags->tags[w->tag].pair, number_of(&rules, rule, true), 1);
		}
	if (folder) {
		add_exceptions(&set, &rules, &arena, folder, "noun", pair_named(tags, "NOUN", "NNS"));
		add_exceptions(&set, &rules, &arena, folder, "verb", pair_named(tags, "VERB", "VBD"));
		add_exceptions(&set, &rules, &arena, folder, "verb", pair_named(tags, "VERB", "VBN"));
	}
	for (uint32_t i = 0; i < set.n; i++) {
		const word *w = &set.at[i];
		uint32_t n = (uint32_t)w->folded.n;
		for (uint32_t e = 0; e < n && e <= ONI_LEMMA_ENDING; e++)
			cast(&b, oni_lemma_key(w->folded.at, n, e, w->pair), w->rule, w->n);
		cast(&b, oni_lemma_key(w->folded.at, n, n, w->pair), w->rule, w->n);
	}
	sum_up(&b);
	for (uint32_t i = 0; i < set.n; i++)
		keep_rows(&t, &b, &set.at[i]);
	fprintf(stderr, "lemmas: %u rules\n", rules.n);
	*ret_rules = pack_strings(&rules);
	*ret_table = pack_rows(t.rows, t.n, 1);
	free(b.at);
}
