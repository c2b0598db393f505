/* Averaged perceptron tagging, greedy (Collins 2002; features after Ratnaparkhi 1996 and Giménez and Màrquez 2004).
 *
 * For each word the features of its neighbourhood (forms, affixes, shapes, clusters, the classes a word was seen with)
 * and of the two tags before are looked up, their rows added, and the highest tag taken. What is ahead is seen through
 * the classes that the words to come can have: before a word that can only be a noun, "that" is a determiner.
 *
 * Example: "They can fish": at "can" the features hold lower=can, next=fish, classes(can)={AUX,NOUN,VERB}, tag-1=PRP;
 * PRP before and a word behind that can be a verb speak for AUX MD. */
#include "analyse/tag.h"

uint32_t oni_best(const int32_t *scores, uint32_t n)
{
	uint32_t best = 0;
	for (uint32_t i = 1; i < n; i++)
		if (scores[i] > scores[best])
			best = i;
	return best;
}

enum { EDGE = 0x5E7 }; /* a value for what is beyond the sentence */

static const oni_lexeme EDGE_WORD = {.form = EDGE, .lower = EDGE, .shape = EDGE};

typedef struct keyset {
	uint64_t *at, template;
	uint32_t n;
} keyset;

static void one(keyset *k, uint64_t a)
{
	k->at[k->n++] = oni_mix(++k->template, a);
}

static void two(keyset *k, uint64_t a, uint64_t b)
{
	one(k, oni_mix(a, b));
}

static void three(keyset *k, uint64_t a, uint64_t b, uint64_t c)
{
	one(k, oni_mix(oni_mix(a, b), c));
}

/* The cluster's path cut to its first bits, where it is longer. */
static uint32_t branch(const oni_lexeme *w, int bits)
{
	int length = w->cluster ? 31 - __builtin_clz(w->cluster) : 0;
	return length > bits ? w->cluster >> (length - bits) : w->cluster;
}

static void own_form(keyset *k, const oni_lexeme *w, bool first)
{
	one(k, w->form);
	one(k, w->lower);
	for (int i = 0; i < ONI_SUFFIXES; i++)
		one(k, w->suffix[i]);
	for (int i = 0; i < ONI_PREFIXES; i++)
		one(k, w->prefix[i]);
	two(k, w->shape, first);
	two(k, w->look, w->suffix[2]);
	two(k, w->look | (uint32_t)first << 8, w->suffix[1]);
	one(k, w->classes & 0x1FFFF);
	two(k, w->classes & ONI_LEX_ALL, w->look & (ONI_LOOK_CAPITAL | ONI_LOOK_UPPER));
	two(k, w->classes, w->suffix[1]);
	one(k, w->cluster);
	one(k, branch(w, 10));
	one(k, branch(w, 6));
	one(k, branch(w, 4));
}

static void around(keyset *k, const oni_lexeme *const *c)
{
	const oni_lexeme *b2 = c[0], *b1 = c[1], *w = c[2], *a1 = c[3], *a2 = c[4];
	one(k, b1->lower);
	one(k, b2->lower);
	one(k, a1->lower);
	one(k, a2->lower);
	two(k, b1->lower, w->lower);
	two(k, w->lower, a1->lower);
	two(k, b1->lower, a1->lower);
	two(k, a1->lower, a2->lower);
	one(k, a1->suffix[2]);
	one(k, b1->suffix[2]);
	two(k, a1->suffix[1], w->suffix[1]);
	two(k, a1->shape, w->shape);
	two(k, b1->shape, w->shape);
	one(k, a1->classes);
	one(k, a2->classes);
	two(k, a1->classes, a2->classes & 0x1FFFF);
	two(k, w->classes, a1->classes);
	two(k, b1->lower, w->classes);
	two(k, w->classes, a1->lower);
	three(k, b1->lower, w->suffix[1], a1->classes & 0x1FFFF);
	one(k, branch(b1, 12));
	one(k, branch(a1, 12));
	one(k, branch(a2, 12));
	one(k, branch(b2, 12));
	two(k, branch(b1, 8), branch(w, 8));
	two(k, branch(w, 8), branch(a1, 8));
}

static void behind(keyset *k, const oni_lexeme *w, const oni_lexeme *a1, uint64_t t1, uint64_t t2)
{
	one(k, t1);
	one(k, t2);
	two(k, t1, t2);
	two(k, t1, w->lower);
	three(k, t1, t2, w->lower);
	two(k, t1, w->suffix[1]);
	two(k, t1, w->suffix[2]);
	two(k, t1, w->shape);
	two(k, t1, w->classes);
	two(k, t1, a1->lower);
	two(k, t1, a1->classes);
	three(k, t1, w->classes, a1->classes);
	three(k, t1, t2, w->classes);
	three(k, t1, w->lower, a1->classes & 0x1FFFF);
	two(k, t1, branch(w, 8));
	three(k, t1, branch(w, 8), branch(a1, 8));
}

uint32_t oni_tag_keys(const oni_lexeme *lex, uint32_t n, uint32_t i, const oni_tag *tags, const uint16_t *chosen,
	uint64_t *ret_keys)
{
	const oni_lexeme *c[5];
	for (uint32_t j = 0; j < 5; j++)
		c[j] = i + j >= 2 && i + j < n + 2 ? &lex[i + j - 2] : &EDGE_WORD;
	keyset k = {ret_keys, 0, 0};
	own_form(&k, c[2], i == 0);
	around(&k, c);
	behind(&k, c[2], c[3], i > 0 ? tags[chosen[i - 1]].pair : EDGE, i > 1 ? tags[chosen[i - 2]].pair : EDGE);
	return k.n;
}

void oni_tag_words(const oni_scorer *scorer, const oni_tag *tags, const oni_lexeme *lex, uint32_t n, uint16_t *ret_chosen)
{
	int32_t scores[ONI_CLASSES];
	uint64_t keys[ONI_KEYS];
	for (uint32_t i = 0; i < n; i++) {
		uint32_t count = oni_tag_keys(lex, n, i, tags, ret_chosen, keys);
		memset(scores, 0, scorer->classes * sizeof *scores);
		scorer->score(scorer->weights, keys, count, scores);
		ret_chosen[i] = (uint16_t)oni_best(scores, scorer->classes);
	}
}
