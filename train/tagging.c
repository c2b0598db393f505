#include "train/tagging.h"

#include <stdio.h>
#include <stdlib.h>

static oni_str tag_name(const example *w)
{
	size_t n = w->upos.n + w->xpos.n + w->feats.n + 2;
	char *at = need(malloc(n + 1));
	snprintf(at, n + 1, "%.*s\t%.*s\t%.*s", ONI_FMT(w->upos), ONI_FMT(w->xpos), ONI_FMT(w->feats));
	return (oni_str){at, n};
}

static oni_str pair_of(oni_str name)
{
	oni_str rest = name, field;
	oni_str_split(&rest, '\t', &field);
	size_t n = field.n + 1;
	oni_str_split(&rest, '\t', &field);
	return oni_str_cut(name, 0, n + field.n);
}

typedef struct tally {
	oni_str name, pair;
	uint32_t n, number;
} tally;

static int more_first(const void *a, const void *b)
{
	const tally *x = a, *y = b;
	return x->n != y->n ? (x->n < y->n) - (x->n > y->n) : oni_str_cmp(x->name, y->name);
}

static void fill_tags(tagset *set)
{
	strings pairs = {0};
	for (uint32_t i = 0; i < set->names.n; i++) {
		oni_str rest = set->names.at[i];
		oni_tag *t = &set->tags[i];
		oni_str_split(&rest, '\t', &t->upos);
		oni_str_split(&rest, '\t', &t->xpos);
		oni_str_split(&rest, '\t', &t->feats);
		t->class_ = (uint8_t)oni_upos_of(t->upos);
		/* as oni_model_open numbers them: the first tag's number */
		uint32_t before = pairs.n, pair = number_of(&pairs, pair_of(set->names.at[i]), true);
		t->pair = (uint16_t)i;
		if (pair < before)
			for (uint32_t j = 0; j < i; j++)
				if (oni_str_eq(pair_of(set->names.at[j]), pairs.at[pair])) {
					t->pair = (uint16_t)j;
					break;
				}
	}
}

void number_tags(tagset *set, corpus *c, uint32_t least)
{
	strings all = {0};
	tally *counts = need(calloc(4096, sizeof *counts));
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t j = 0; j < c->at[i].n; j++) {
			example *w = &c->at[i].words[j];
			uint32_t number = number_of(&all, tag_name(w), true);
			counts[number].n++;
			w->tag = (uint16_t)number;
		}
	for (uint32_t i = 0; i < all.n; i++)
		counts[i] = (tally){all.at[i], pair_of(all.at[i]), counts[i].n, i};
	qsort(counts, all.n, sizeof *counts, more_first);
	uint16_t *to = need(calloc(all.n, sizeof *to));
	for (uint32_t i = 0; i < all.n; i++) {
		uint32_t same = 0;
		while (same < i && !oni_str_eq(counts[same].pair, counts[i].pair))
			same++;
		bool rare = counts[i].n < least && same < i;
		oni_str name = rare ? counts[same].name : counts[i].name;
		to[counts[i].number] = (uint16_t)number_of(&set->names, name, true);
	}
	if (set->names.n > ONI_CLASSES)
		die("%u tags are too many", set->names.n);
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t j = 0; j < c->at[i].n; j++)
			c->at[i].words[j].tag = to[c->at[i].words[j].tag];
	fill_tags(set);
	fprintf(stderr, "%u tags of %u\n", set->names.n, all.n);
}

void apply_tags(tagset *set, corpus *c)
{
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t j = 0; j < c->at[i].n; j++) {
			uint32_t number = number_of(&set->names, tag_name(&c->at[i].words[j]), false);
			c->at[i].words[j].tag = number == UINT32_MAX ? ONI_NO_TAG : (uint16_t)number;
		}
}

static uint32_t learn_sentence(learner *l, const tagset *set, const sentence *s)
{
	uint16_t chosen[4096];
	uint64_t keys[ONI_KEYS];
	int32_t scores[ONI_CLASSES];
	oni_scorer scorer = learn_scorer(l);
	uint32_t wrong = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t count = oni_tag_keys(s->lex, s->n, i, set->tags, chosen, keys);
		memset(scores, 0, l->classes * sizeof *scores);
		scorer.score(scorer.weights, keys, count, scores);
		uint32_t best = oni_best(scores, l->classes), gold = s->words[i].tag;
		l->step++;
		chosen[i] = (uint16_t)best;
		if (best != gold) {
			learn_update(l, keys, count, gold, best);
			wrong++;
		}
	}
	return wrong;
}

static bool in_fold(const sentence *s, uint32_t fold, uint32_t folds)
{
	return folds && s->doc % folds == fold;
}

void learn_tags(learner *l, const tagset *set, const corpus *c, uint32_t epochs, uint32_t without, uint32_t folds)
{
	uint32_t *order = need(calloc(c->n, sizeof *order)), n = 0;
	uint64_t state = 88172645463325252u;
	for (uint32_t i = 0; i < c->n; i++)
		if (!in_fold(&c->at[i], without, folds))
			order[n++] = i;
	learn_begin(l, set->names.n);
	for (uint32_t e = 0; e < epochs; e++) {
		uint32_t wrong = 0, words = 0;
		shuffle(order, n, &state);
		for (uint32_t i = 0; i < n; i++) {
			wrong += learn_sentence(l, set, &c->at[order[i]]);
			words += c->at[order[i]].n;
		}
		fprintf(stderr, "  tags, round %u: %.2f%% wrong, %u rows\n", e + 1, 100.0 * wrong / words, l->n);
	}
	learn_finish(l);
	free(order);
}

void guess_tags(const learner *l, const tagset *set, corpus *c, uint32_t fold, uint32_t folds)
{
	uint16_t chosen[4096];
	oni_scorer scorer = learn_scorer(l);
	uint32_t right = 0, right_class = 0, words = 0;
	for (uint32_t i = 0; i < c->n; i++) {
		sentence *s = &c->at[i];
		if (folds && !in_fold(s, fold, folds))
			continue;
		oni_tag_words(&scorer, set->tags, s->lex, s->n, chosen);
		for (uint32_t j = 0; j < s->n; j++) {
			s->words[j].guess = chosen[j];
			right += s->words[j].tag == chosen[j];
			right_class += oni_str_eq(set->tags[chosen[j]].upos, s->words[j].upos);
			words++;
		}
	}
	fprintf(stderr, "  unseen: UPOS %.2f%%, whole tags %.2f%%\n", 100.0 * right_class / words, 100.0 * right / words);
}
