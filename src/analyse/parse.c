/* Greedy arc-hybrid parsing (Kuhlmann, Gómez-Rodríguez and Satta 2011), trained with a dynamic oracle (Goldberg and
 * Nivre 2013), features after Zhang and Nivre (2011).
 *
 * SHIFT moves the next word onto the stack. LEFT takes the top off the stack and hangs it under the next word; RIGHT
 * hangs it under the word below it. A word is attached once all its children are. The root may be given away only at
 * the very end, so a sentence has exactly one.
 *
 * Example: "They eat fish": SHIFT they; LEFT nsubj (they under eat); SHIFT eat; SHIFT fish; RIGHT obj (fish under eat);
 * RIGHT root (eat under the root).
 *
 * Any sequence of moves ends after 2n of them, whatever the weights say. */
#include "analyse/parse.h"

void oni_parse_begin(oni_parse *s, oni_arena *arena, const oni_lexeme *lex, const oni_tag *tags, const uint16_t *chosen,
	uint32_t n)
{
	*s = (oni_parse){ONI_NEW_N(arena, oni_node, n + 1), ONI_NEW_N(arena, uint32_t, n + 1), n, 1, 1};
	s->nodes[0] = (oni_node){.word = 1, .pair = 0xFFFE, .tag = 0xFFFE};
	for (uint32_t i = 0; i < n; i++) {
		oni_node *node = &s->nodes[i + 1];
		node->word = lex[i].lower;
		node->cluster = lex[i].cluster;
		node->tag = chosen[i];
		node->pair = tags[chosen[i]].pair;
	}
}

bool oni_parse_done(const oni_parse *s)
{
	return s->next > s->n && s->depth == 1;
}

bool oni_parse_can(const oni_parse *s, oni_move_kind kind)
{
	if (kind == ONI_SHIFT)
		return s->next <= s->n;
	if (kind == ONI_LEFT)
		return s->depth > 1 && s->next <= s->n;
	return s->depth > 2 || (s->depth == 2 && s->next > s->n);
}

static void attach(oni_parse *s, uint32_t child, uint32_t head, uint8_t label)
{
	oni_node *c = &s->nodes[child], *h = &s->nodes[head];
	c->head = head;
	c->label = label;
	uint64_t bit = (uint64_t)1 << (label & 63);
	if (child < head) {
		h->left2 = h->left;
		h->left = child;
		h->left_n++;
		h->left_labels |= bit;
	} else {
		h->right2 = h->right;
		h->right = child;
		h->right_n++;
		h->right_labels |= bit;
	}
}

void oni_parse_do(oni_parse *s, oni_move move)
{
	if (move.kind == ONI_SHIFT) {
		s->stack[s->depth++] = s->next++;
		return;
	}
	uint32_t top = s->stack[--s->depth];
	attach(s, top, move.kind == ONI_LEFT ? s->next : s->stack[s->depth - 1], move.label);
}

/* ---- features ---- */

static const oni_node NOTHING = {.word = 2, .pair = 0xFFFF, .tag = 0xFFFF, .label = 0xFF};

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

static const oni_node *child(const oni_parse *s, uint32_t at)
{
	return at ? &s->nodes[at] : &NOTHING;
}

static uint64_t bucket(uint32_t distance)
{
	return distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : 7;
}

static void single(keyset *k, const oni_node *a)
{
	one(k, a->word);
	one(k, a->pair);
	two(k, a->word, a->pair);
	two(k, a->cluster, a->pair);
}

static void pair(keyset *k, const oni_node *a, const oni_node *b, uint64_t distance)
{
	uint64_t aw = oni_mix(a->word, a->pair), bw = oni_mix(b->word, b->pair);
	two(k, aw, bw);
	two(k, aw, b->word);
	two(k, a->word, bw);
	two(k, aw, b->pair);
	two(k, a->pair, bw);
	two(k, a->word, b->word);
	two(k, a->pair, b->pair);
	two(k, a->tag, b->tag);
	two(k, a->cluster, b->cluster);
	three(k, a->cluster, b->pair, a->pair);
	three(k, a->pair, b->cluster, b->pair);
	three(k, a->pair, b->pair, distance);
	two(k, a->word, distance);
	two(k, a->pair, distance);
	two(k, b->word, distance);
	two(k, b->pair, distance);
}

static void family(keyset *k, const oni_node *a, bool left, bool right)
{
	if (left) {
		two(k, a->word, (uint64_t)a->left_n);
		two(k, a->pair, (uint64_t)a->left_n);
		two(k, a->word, a->left_labels);
		two(k, a->pair, a->left_labels);
	}
	if (right) {
		two(k, a->word, (uint64_t)a->right_n);
		two(k, a->pair, (uint64_t)a->right_n);
		two(k, a->word, a->right_labels);
		two(k, a->pair, a->right_labels);
	}
}

static void child_of(keyset *k, const oni_node *c)
{
	one(k, c->word);
	two(k, c->pair, c->label);
	one(k, c->label);
}

uint32_t oni_parse_keys(const oni_parse *s, uint64_t *ret_keys)
{
	keyset k = {ret_keys, 1000, 0};
	uint32_t top = s->depth > 0 ? s->stack[s->depth - 1] : 0, below = s->depth > 1 ? s->stack[s->depth - 2] : 0;
	const oni_node *s0 = &s->nodes[top], *s1 = s->depth > 1 ? &s->nodes[below] : &NOTHING;
	const oni_node *s2 = s->depth > 2 ? &s->nodes[s->stack[s->depth - 3]] : &NOTHING;
	const oni_node *b0 = s->next <= s->n ? &s->nodes[s->next] : &NOTHING;
	const oni_node *b1 = s->next + 1 <= s->n ? &s->nodes[s->next + 1] : &NOTHING;
	const oni_node *b2 = s->next + 2 <= s->n ? &s->nodes[s->next + 2] : &NOTHING;
	const oni_node *s0l = child(s, s0->left), *s0r = child(s, s0->right), *b0l = child(s, b0->left);
	const oni_node *s1l = child(s, s1->left), *s1r = child(s, s1->right);
	const oni_node *s0l2 = child(s, s0->left2), *s0r2 = child(s, s0->right2), *b0l2 = child(s, b0->left2);
	const oni_node *s1r2 = child(s, s1->right2);
	uint64_t near = bucket(s->next - top), far = bucket(top - below);
	single(&k, s0);
	single(&k, s1);
	single(&k, b0);
	single(&k, b1);
	single(&k, s2);
	single(&k, b2);
	pair(&k, s0, b0, near);
	pair(&k, s1, s0, far);
	family(&k, s0, true, true);
	family(&k, s1, true, true);
	family(&k, b0, true, false);
	child_of(&k, s0l);
	child_of(&k, s0r);
	child_of(&k, b0l);
	child_of(&k, s1l);
	child_of(&k, s1r);
	two(&k, s1->pair, b0->pair);
	two(&k, s1->word, b0->word);
	two(&k, b0->pair, b1->pair);
	two(&k, b0->word, b1->word);
	two(&k, s0->word, b1->word);
	two(&k, s0->word, b1->pair);
	three(&k, s0->pair, b0->pair, b1->pair);
	three(&k, s0->word, b0->pair, b1->pair);
	three(&k, s0->pair, b0->word, b1->pair);
	three(&k, s0->pair, b0->pair, b1->word);
	three(&k, b0->pair, b1->pair, b2->pair);
	three(&k, s1->pair, s0->pair, b0->pair);
	three(&k, s1->word, s0->pair, b0->pair);
	three(&k, s1->pair, s0->word, b0->pair);
	three(&k, s1->pair, s0->pair, b0->word);
	three(&k, s2->pair, s1->pair, s0->pair);
	three(&k, s0->pair, s0l->pair, b0->pair);
	three(&k, s0->pair, s0r->pair, b0->pair);
	three(&k, s0->pair, s0l2->pair, s0l->pair);
	three(&k, s0->pair, s0r2->pair, s0r->pair);
	three(&k, s0->pair, b0->pair, b0l->pair);
	three(&k, b0->pair, b0l->pair, b0l2->pair);
	three(&k, s1->pair, s0->pair, s0l->pair);
	three(&k, s1->word, s0l->word, s0->pair);
	three(&k, s1->pair, s0l->word, s0->word);
	three(&k, s1->pair, s0->pair, s0r->pair);
	three(&k, s1->pair, s1r->pair, s0->pair);
	three(&k, s1->pair, s1l->pair, s0->pair);
	three(&k, s1->pair, s1r->pair, s1r2->pair);
	three(&k, s1->right_labels, s1->pair, s0->pair);
	three(&k, s0->left_labels, s1->pair, s0->pair);
	three(&k, b0->left_labels, s0->pair, b0->pair);
	return k.n;
}

void oni_parse_run(const oni_scorer *scorer, const oni_move *moves, oni_parse *s)
{
	int32_t scores[ONI_CLASSES];
	uint64_t keys[ONI_KEYS];
	while (!oni_parse_done(s)) {
		uint32_t count = oni_parse_keys(s, keys), best = ONI_CLASSES;
		bool can[3] = {oni_parse_can(s, ONI_SHIFT), oni_parse_can(s, ONI_LEFT), oni_parse_can(s, ONI_RIGHT)};
		memset(scores, 0, scorer->classes * sizeof *scores);
		scorer->score(scorer->weights, keys, count, scores);
		for (uint32_t i = 0; i < scorer->classes; i++)
			if (can[moves[i].kind] && (best == ONI_CLASSES || scores[i] > scores[best]))
				best = i;
		oni_parse_do(s, moves[best]);
	}
}
