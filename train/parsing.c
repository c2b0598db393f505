/* Goldberg and Nivre (2013): at every state the moves after which the best tree still to be had is as good as before
 * are right; the learner follows its own choice, right or wrong, and so learns to go on from its errors. */
#include "train/parsing.h"

#include <stdio.h>
#include <stdlib.h>

static bool crossed(const sentence *s, uint32_t dep)
{
	uint32_t head = s->words[dep - 1].head, lo = head < dep ? head : dep, hi = head < dep ? dep : head;
	for (uint32_t i = lo + 1; i < hi; i++) {
		uint32_t up = i;
		while (up && up != head)
			up = s->words[up - 1].head;
		if (up != head)
			return true;
	}
	return false;
}

void make_projective(corpus *c)
{
	uint32_t lifted = 0;
	for (uint32_t i = 0; i < c->n; i++) {
		sentence *s = &c->at[i];
		for (bool again = true; again;) {
			uint32_t best = 0, best_length = UINT32_MAX;
			for (uint32_t d = 1; d <= s->n; d++) {
				uint32_t head = s->words[d - 1].head, length = head < d ? d - head : head - d;
				if (head && length < best_length && crossed(s, d)) {
					best = d;
					best_length = length;
				}
			}
			again = best != 0;
			if (again) {
				s->words[best - 1].head = s->words[s->words[best - 1].head - 1].head;
				lifted++;
			}
		}
	}
	fprintf(stderr, "%u arcs lifted\n", lifted);
}

void number_moves(moveset *set, const corpus *c)
{
	static char text[2][ONI_REL_COUNT][40];
	uint32_t counts[2][ONI_REL_COUNT] = {{0}};
	memset(set->class_of, 0xFF, sizeof set->class_of);
	number_of(&set->names, ONI_STR("S"), true);
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t j = 0; j < c->at[i].n; j++) {
			const example *w = &c->at[i].words[j];
			counts[w->head < j + 1][w->rel]++;
		}
	for (int side = 0; side < 2; side++)
		for (int rel = 0; rel < ONI_REL_COUNT; rel++)
			if (counts[side][rel]) {
				char *at = text[side][rel];
				snprintf(at, 40, "%c\t%s", "LR"[side], oni_rel_name((oni_rel)rel));
				uint32_t number = number_of(&set->names, oni_str_of(at), true);
				set->moves[number] = (oni_move){side ? ONI_RIGHT : ONI_LEFT, (uint8_t)rel};
				set->class_of[side][rel] = (uint16_t)number;
			}
	fprintf(stderr, "%u moves\n", set->names.n);
}

/* The gold tree's arcs that a move makes impossible. */
typedef struct oracle {
	const sentence *s;
	const uint32_t *first_child, *next_sibling; /* [n + 1] gold children, by number */
	bool *stacked;                 /* [n + 1] */
} oracle;

static uint32_t gold_head(const oracle *o, uint32_t word)
{
	return o->s->words[word - 1].head;
}

static uint32_t children_ahead(const oracle *o, const oni_parse *p, uint32_t word)
{
	uint32_t n = 0;
	for (uint32_t c = o->first_child[word]; c; c = o->next_sibling[c])
		n += c >= p->next;
	return n;
}

static uint32_t cost(const oracle *o, const oni_parse *p, oni_move_kind kind)
{
	uint32_t top = p->stack[p->depth - 1], b = p->next;
	if (kind == ONI_SHIFT) {
		uint32_t h = gold_head(o, b), n = h < b && o->stacked[h] && h != top;
		for (uint32_t c = o->first_child[b]; c; c = o->next_sibling[c])
			n += c < b && o->stacked[c];
		return n;
	}
	uint32_t below = p->depth > 1 ? p->stack[p->depth - 2] : 0, h = gold_head(o, top);
	bool lost = kind == ONI_LEFT ? h == below || h > b : h >= b;
	return (uint32_t)lost + children_ahead(o, p, top);
}

static oni_scorer scorer_of;

typedef struct choice {
	uint32_t best, right;          /* the highest possible move, the highest right one */
} choice;

static choice choose(const moveset *set, const oracle *o, const oni_parse *p, const int32_t *scores)
{
	bool can[3], free_[3];
	uint32_t costs[3], least = UINT32_MAX;
	for (int k = 0; k < 3; k++) {
		can[k] = oni_parse_can(p, (oni_move_kind)k);
		costs[k] = can[k] ? cost(o, p, (oni_move_kind)k) : UINT32_MAX;
		least = costs[k] < least ? costs[k] : least;
	}
	for (int k = 0; k < 3; k++)
		free_[k] = can[k] && costs[k] == least;
	uint32_t top = p->stack[p->depth - 1], below = p->depth > 1 ? p->stack[p->depth - 2] : 0;
	choice c = {UINT32_MAX, UINT32_MAX};
	for (uint32_t i = 0; i < set->names.n; i++) {
		oni_move m = set->moves[i];
		if (!can[m.kind])
			continue;
		if (c.best == UINT32_MAX || scores[i] > scores[c.best])
			c.best = i;
		uint32_t head = m.kind == ONI_LEFT ? p->next : below;
		bool right = free_[m.kind];
		if (right && m.kind != ONI_SHIFT && gold_head(o, top) == head)
			right = o->s->words[top - 1].rel == m.label;
		if (right && (c.right == UINT32_MAX || scores[i] > scores[c.right]))
			c.right = i;
	}
	return c;
}

static void begin_oracle(oracle *o, oni_arena *arena, const sentence *s)
{
	uint32_t *first = ONI_NEW_N(arena, uint32_t, s->n + 1), *next = ONI_NEW_N(arena, uint32_t, s->n + 1);
	for (uint32_t i = s->n; i >= 1; i--) {
		uint32_t h = s->words[i - 1].head;
		next[i] = first[h];
		first[h] = i;
	}
	*o = (oracle){s, first, next, ONI_NEW_N(arena, bool, s->n + 1)};
	o->stacked[0] = true;
}

static void begin_state(oni_parse *p, oni_arena *arena, const sentence *s, const tagset *tags)
{
	uint16_t *chosen = ONI_NEW_N(arena, uint16_t, s->n);
	for (uint32_t i = 0; i < s->n; i++)
		chosen[i] = s->words[i].guess;
	oni_parse_begin(p, arena, s->lex, tags->tags, chosen, s->n);
}

static uint32_t learn_sentence(learner *l, const moveset *set, const tagset *tags, const sentence *s, oni_arena *arena,
	uint64_t *random, bool explore)
{
	oracle o;
	oni_parse p;
	uint64_t keys[ONI_KEYS];
	int32_t scores[ONI_CLASSES];
	uint32_t wrong = 0;
	begin_oracle(&o, arena, s);
	begin_state(&p, arena, s, tags);
	while (!oni_parse_done(&p)) {
		uint32_t n = oni_parse_keys(&p, keys);
		memset(scores, 0, l->classes * sizeof *scores);
		scorer_of.score(l, keys, n, scores);
		choice c = choose(set, &o, &p, scores);
		l->step++;
		if (c.best != c.right) {
			learn_update(l, keys, n, c.right, c.best);
			wrong++;
		}
		uint32_t take = explore && random_next(random) % 100 < 95 ? c.best : c.right;
		if (set->moves[take].kind == ONI_SHIFT)
			o.stacked[p.next] = true;
		else
			o.stacked[p.stack[p.depth - 1]] = false;
		oni_parse_do(&p, set->moves[take]);
	}
	return wrong;
}

void learn_moves(learner *l, const moveset *set, const tagset *tags, const corpus *c, uint32_t epochs, const corpus *dev)
{
	uint32_t *order = need(calloc(c->n, sizeof *order));
	uint64_t state = 88172645463325252u;
	oni_arena arena;
	oni_arena_init(&arena, 0);
	learn_begin(l, set->names.n);
	scorer_of = learn_scorer(l);
	for (uint32_t i = 0; i < c->n; i++)
		order[i] = i;
	for (uint32_t e = 0; e < epochs; e++) {
		uint32_t wrong = 0, words = 0;
		shuffle(order, c->n, &state);
		for (uint32_t i = 0; i < c->n; i++) {
			wrong += learn_sentence(l, set, tags, &c->at[order[i]], &arena, &state, e > 0);
			words += c->at[order[i]].n;
			oni_arena_clear(&arena, 1 << 20);
		}
		fprintf(stderr, "  moves, round %u: %.2f%% wrong, %u rows\n", e + 1, 50.0 * wrong / words, l->n);
		if (dev)
			measure_parser(l, set, tags, dev, "    dev, not averaged");
	}
	learn_finish(l);
	oni_arena_drop(&arena);
	free(order);
}

void measure_parser(const learner *l, const moveset *set, const tagset *tags, const corpus *c, const char *what)
{
	oni_arena arena;
	oni_arena_init(&arena, 0);
	oni_scorer scorer = learn_scorer(l);
	uint32_t words = 0, heads = 0, both = 0;
	for (uint32_t i = 0; i < c->n; i++) {
		oni_parse p;
		begin_state(&p, &arena, &c->at[i], tags);
		oni_parse_run(&scorer, set->moves, &p);
		for (uint32_t j = 0; j < c->at[i].n; j++) {
			const example *w = &c->at[i].words[j];
			bool head = p.nodes[j + 1].head == w->head;
			words++;
			heads += head;
			both += head && oni_rel_universal((oni_rel)p.nodes[j + 1].label) == oni_rel_universal(w->rel);
		}
		oni_arena_clear(&arena, 1 << 20);
	}
	fprintf(stderr, "%s: UAS %.2f LAS %.2f\n", what, 100.0 * heads / words, 100.0 * both / words);
	oni_arena_drop(&arena);
}
