/* Problem: one head and one relation for each word, a tree with one root. Method: each word has a vector as a dependent and one as a
 * head; their product, plus how likely the word is a head at all, plus how likely this dependent's head is at that distance, scores the
 * pair. Eisner's dynamic programme finds the best tree without crossing arcs from spans that grow: an "open" span i..j has an arc
 * between its ends, a "closed" one has its head at one end and is complete. The relation is then chosen for each arc by itself.
 * Example: "Anna left": closed(left <- Anna) = open(left -> Anna) + closed(Anna, Anna); root = left.
 * Source: Eisner 1996; Dozat & Manning 2017 (biaffine scores); Qi et al. 2018 (distance). */
#include "analyse/tree.h"

#include <limits.h>

/* ---- Eisner ---- */

/* Spans by their ends. Those that are looked through by their left end lie turned ([j][i]), so that every search for
 * a split runs along two rows. right is needed both ways. */
typedef struct chart {
	int32_t *open_right, *right;                    /* [i][j]: the head is at the left end */
	int32_t *open_left_turned, *left_turned, *right_turned; /* [j][i] */
	int32_t *left;                                  /* [i][j] */
	uint8_t *open_at, *right_at, *left_at;          /* [i][j]: where the best one is split */
	uint32_t w;
	const oni_kernels *kernels;
} chart;

static void fill_span(const chart *c, const int32_t *score, uint32_t i, uint32_t j)
{
	uint32_t w = c->w, at, ij = i * w + j, ji = j * w + i;
	int32_t best = c->kernels->top(j - i, c->right + i * w + i, c->left_turned + ji + 1, &at);
	c->open_at[ij] = (uint8_t)(i + at);
	c->open_right[ij] = best + score[ji];
	c->open_left_turned[ji] = best + score[ij];
	best = c->kernels->top(j - i, c->open_right + ij - (j - i) + 1, c->right_turned + ji + 1, &at);
	c->right_at[ij] = (uint8_t)(i + 1 + at);
	c->right[ij] = c->right_turned[ji] = best;
	best = c->kernels->top(j - i, c->left + i * w + i, c->open_left_turned + ji, &at);
	c->left_at[ij] = (uint8_t)(i + at);
	c->left[ij] = c->left_turned[ji] = best;
}

typedef struct closed_span {
	uint8_t from, to;
	bool rightward;                /* its head is `from` */
} closed_span;

/* Reads the heads off the chart, from the root's two closed spans down. */
static void read_heads(const chart *c, closed_span *stack, uint32_t n, uint32_t *ret_head)
{
	uint32_t w = c->w;
	while (n) {
		closed_span s = stack[--n];
		uint32_t i = s.from, j = s.to;
		if (i == j)
			continue;
		uint32_t k = s.rightward ? c->right_at[i * w + j] : c->left_at[i * w + j];
		uint32_t low = s.rightward ? i : k, high = s.rightward ? k : j, q = c->open_at[low * w + high];
		ret_head[k] = s.rightward ? i : j;
		stack[n++] = (closed_span){(uint8_t)low, (uint8_t)q, true};
		stack[n++] = (closed_span){(uint8_t)(q + 1), (uint8_t)high, false};
		stack[n++] = s.rightward ? (closed_span){(uint8_t)k, s.to, true} : (closed_span){s.from, (uint8_t)k, false};
	}
}

void oni_eisner(oni_arena *scratch, const oni_kernels *kernels, uint32_t n, const int32_t *score, uint32_t *ret_head)
{
	oni_mark mark = oni_arena_mark(scratch);
	uint32_t w = n + 1, root = 1;
	size_t cells = (size_t)w * w;
	int32_t *sums = ONI_NEW_N(scratch, int32_t, 6 * cells), best = INT32_MIN;
	uint8_t *at = oni_alloc(scratch, 3 * cells);
	chart c = {sums, sums + cells, sums + 2 * cells, sums + 3 * cells, sums + 4 * cells, sums + 5 * cells, at, at + cells, at + 2 * cells, w,
		kernels};
	for (uint32_t length = 1; length < n; length++)
		for (uint32_t i = 1; i + length <= n; i++)
			fill_span(&c, score, i, i + length);
	for (uint32_t r = 1; r <= n; r++) {
		int32_t v = c.left[w + r] + c.right[r * w + n] + score[r * w];
		if (v > best) {
			best = v;
			root = r;
		}
	}
	closed_span *stack = ONI_NEW_N(scratch, closed_span, 3 * w + 2);
	ret_head[root] = 0;
	stack[0] = (closed_span){1, (uint8_t)root, false};
	stack[1] = (closed_span){(uint8_t)root, (uint8_t)n, true};
	read_heads(&c, stack, 2, ret_head);
	oni_arena_rewind(scratch, mark);
}

/* ---- scores ---- */

/* Where a head lies from its dependent: 16 steps to each side, exact to 8 words, then two for each doubling. */
static uint32_t distance_step(uint32_t dependent, uint32_t head)
{
	static const uint8_t FROM[] = {12, 16, 23, 32, 46, 64, 91};
	uint32_t far = head > dependent ? head - dependent : dependent - head, step = far ? far - 1 : 0;
	if (far > 8) {
		step = 8;
		for (uint32_t i = 0; i < sizeof FROM; i++)
			step += far >= FROM[i];
	}
	return step + (head > dependent ? ONI_NET_DISTANCES / 2 : 0);
}

typedef struct arc_view {
	const uint8_t *head, *dependent;  /* [rows][n] */
	const int32_t *distance, *prior;  /* [rows][ONI_NET_DISTANCES], [rows][prior->out] */
} arc_view;

static void piece_heads(const oni_doc *doc, const oni_batch *b, const arc_view *v, const oni_piece *p, uint32_t *ret_head)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	uint32_t w = p->n + 1, n = b->net->arc_head.out, step_prior = b->net->arc_prior.out;
	int32_t *score = ONI_NEW_N(doc->scratch, int32_t, (size_t)w * w);
	uint32_t *head = ONI_NEW_N(doc->scratch, uint32_t, w);
	for (uint32_t d = 1; d < w; d++) {
		size_t row = p->row + d;
		b->kernels->dots(n, v->dependent + row * n, v->head + (size_t)p->row * n, w, score + d * w);
		for (uint32_t h = 0; h < w; h++)
			score[d * w + h] += v->prior[(p->row + h) * (size_t)step_prior] + v->distance[row * ONI_NET_DISTANCES + distance_step(d, h)];
	}
	oni_eisner(doc->scratch, b->kernels, p->n, score, head);
	for (uint32_t d = 1; d < w; d++)
		ret_head[p->row + d] = p->row + head[d];
	oni_arena_rewind(doc->scratch, mark);
}

/* ---- relations ---- */

/* Each word's relation vector: its own part plus its head's, squashed. */
static uint8_t *rel_inputs(const oni_doc *doc, const oni_batch *b, const uint32_t *head)
{
	uint32_t n = b->net->rel_head.out;
	const int32_t *as_head = oni_logits(doc->scratch, b->kernels, &b->net->rel_head, b->top, b->rows);
	const int32_t *as_dependent = oni_logits(doc->scratch, b->kernels, &b->net->rel_dependent, b->top, b->rows);
	uint8_t *x = oni_alloc(doc->scratch, (size_t)b->rows * n);
	for (size_t r = 0; r < b->rows; r++)
		b->kernels->join(n, as_head + (size_t)head[r] * n, as_dependent + r * n, x + r * n);
	return x;
}

static uint16_t best_rel(const int32_t *score, uint32_t n, bool root, uint32_t root_rel)
{
	uint32_t best = UINT32_MAX;
	if (root)
		return (uint16_t)root_rel;
	for (uint32_t i = 0; i < n; i++)
		if (i != root_rel && (best == UINT32_MAX || score[i] > score[best]))
			best = i;
	return (uint16_t)best;
}

static uint32_t count_lines(oni_str s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.at[i] == '\n';
	return n;
}

oni_trees oni_trees_of(const oni_doc *doc, const oni_batch *b, uint32_t root_rel)
{
	oni_arena *scratch = doc->scratch;
	const oni_net *net = b->net;
	oni_trees t = {ONI_NEW_N(scratch, uint32_t, b->rows), ONI_NEW_N(scratch, uint16_t, b->rows)};
	arc_view v = {.head = oni_hidden(scratch, b->kernels, &net->arc_head, b->top, b->rows),
		.dependent = oni_hidden(scratch, b->kernels, &net->arc_dependent, b->top, b->rows)};
	v.distance = oni_logits(scratch, b->kernels, &net->arc_distance, v.dependent, b->rows);
	v.prior = oni_logits(scratch, b->kernels, &net->arc_prior, v.head, b->rows);
	for (uint32_t p = 0; p < b->n; p++)
		piece_heads(doc, b, &v, &b->pieces[p], t.head);
	const int32_t *score = oni_logits(scratch, b->kernels, &net->rel, rel_inputs(doc, b, t.head), b->rows);
	uint32_t rels = count_lines(net->rels);
	for (uint32_t p = 0; p < b->n; p++)
		for (uint32_t i = 1; i <= b->pieces[p].n; i++) {
			uint32_t row = b->pieces[p].row + i;
			t.rel[row] = best_rel(score + (size_t)row * net->rel.out, rels, t.head[row] == b->pieces[p].row, root_rel);
		}
	return t;
}
