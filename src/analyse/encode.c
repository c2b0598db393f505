/* Problem: a vector for each word that knows the whole sentence, for some millions of multiplications a second less than an LSTM.
 * Method: simple recurrent units. Each layer computes candidate z, forget gate f and read gate r of all words by one matrix product
 * (over the word alone or with both neighbours), and only c = z + f (c' - z); x' = x + r (c - x) runs along the sentence, half of the
 * channels in each direction. All values stay within [-1, 1], so 8 bits hold them without scales of their own.
 * Layout: pieces lie one after the other with a silent row (0) before, between and behind, so that the window of three words of row t
 * is simply the 3 * width bytes from row t - 1 on.
 *   rows  0 silence | 1 root | 2 "Anna" | 3 "left" | 4 "." | 5 silence | 6 root | …
 * Source: Lei et al. 2018, "Simple recurrent units for highly parallelizable recurrence". */
#include "analyse/encode.h"

#include "analyse/form.h"

enum { BLOCK = 32, SILENCE = 128, ROOT_WORD = 1 };

static void put_table_row(uint8_t *to, const int8_t *from, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		to[i] = (uint8_t)(from[i] + 128);
}

static void put_input(const oni_net *net, const oni_form_rows *rows, uint8_t *to)
{
	put_table_row(to, net->word + (size_t)rows->word * net->word_dim, net->word_dim);
	to += net->word_dim;
	for (uint32_t i = 0; i < ONI_NET_AFFIXES; i++, to += net->affix_dim)
		put_table_row(to, net->affix[i] + (size_t)rows->affix[i] * net->affix_dim, net->affix_dim);
	memset(to, SILENCE, net->enter.in - net->word_dim - ONI_NET_AFFIXES * net->affix_dim);
	for (uint32_t i = 0; i < ONI_NET_KNOWN; i++)
		to[i] = rows->known >> i & 1 ? 255 : SILENCE;
}

static uint8_t *inputs(const oni_doc *doc, const oni_batch *b)
{
	const oni_net *net = b->net;
	uint32_t in = net->enter.in;
	uint8_t *x = oni_alloc(doc->scratch, (size_t)b->rows * in);
	memset(x, SILENCE, (size_t)b->rows * in);
	for (uint32_t p = 0; p < b->n; p++) {
		oni_form_rows rows = {.word = ROOT_WORD};
		uint8_t *to = x + (size_t)b->pieces[p].row * in;
		put_input(net, &rows, to);
		for (uint32_t i = 0; i < b->pieces[p].n; i++) {
			rows = oni_form_rows_of(net, doc->words.at[b->pieces[p].first + i].form);
			put_input(net, &rows, to += in);
		}
	}
	return x;
}

/* The rows before, between and behind the pieces. What is in the rows behind those never reaches a word. */
static void silence(const oni_batch *b, int16_t *wide, uint8_t *narrow)
{
	uint32_t width = b->net->width;
	for (uint32_t p = 0; p < b->n; p++) {
		size_t before = b->pieces[p].row - 1, behind = b->pieces[p].row + b->pieces[p].n + 1;
		memset(wide + before * width, 0, width * sizeof *wide);
		memset(narrow + before * width, SILENCE, width);
		memset(wide + behind * width, 0, width * sizeof *wide);
		memset(narrow + behind * width, SILENCE, width);
	}
}

static void layer_gates(const oni_batch *b, uint32_t layer, const uint8_t *x, int32_t *sums, int16_t *gates)
{
	const oni_linear *map = &b->net->layer[layer];
	size_t width = b->net->width, back = b->net->window[layer] == 3 ? width : 0;
	for (size_t r = 0; r < b->rows; r += BLOCK) {
		b->kernels->sums(map, x + r * width - back, width, BLOCK, sums);
		b->kernels->gates(map, sums, BLOCK, gates + r * map->out);
	}
}

static void enter(const oni_doc *doc, const oni_batch *b, int32_t *sums, int16_t *wide, uint8_t *narrow)
{
	const oni_linear *map = &b->net->enter;
	const uint8_t *x = inputs(doc, b);
	for (size_t r = 0; r < b->rows; r += BLOCK) {
		b->kernels->sums(map, x + r * map->in, map->in, BLOCK, sums);
		b->kernels->squash(map, sums, BLOCK, wide + r * map->out, narrow + r * map->out);
	}
}

static uint8_t *copied(oni_arena *arena, const uint8_t *x, size_t n)
{
	return memcpy(oni_alloc(arena, n), x, n);
}

void oni_encode(const oni_doc *doc, oni_batch *b)
{
	const oni_net *net = b->net;
	oni_arena *scratch = doc->scratch;
	b->rows = 1;
	for (uint32_t p = 0; p < b->n; p++) {
		b->pieces[p].row = b->rows;
		b->rows += b->pieces[p].n + 2;
	}
	b->rows = (b->rows + BLOCK - 1) / BLOCK * BLOCK;
	size_t cells = (size_t)b->rows * net->width;
	int32_t *sums = ONI_NEW_N(scratch, int32_t, BLOCK * ONI_NET_MAX_OUT);
	int16_t *wide = ONI_NEW_N(scratch, int16_t, cells), *gates = ONI_NEW_N(scratch, int16_t, 3 * cells);
	uint8_t *narrow = (uint8_t *)oni_alloc(scratch, cells + 2 * net->width) + net->width; /* windows look one row out at both ends */
	enter(doc, b, sums, wide, narrow);
	silence(b, wide, narrow);
	for (uint32_t i = 0; i < net->layers; i++) {
		if (i == net->low)
			b->low = copied(scratch, narrow, cells);
		layer_gates(b, i, narrow, sums, gates);
		for (uint32_t p = 0; p < b->n; p++) {
			size_t at = (size_t)b->pieces[p].row * net->width;
			b->kernels->recur(net->width, b->pieces[p].n + 1, gates + 3 * at, wide + at, narrow + at);
		}
	}
	b->top = narrow;
	if (net->low >= net->layers)
		b->low = narrow;
}

int32_t *oni_sums(oni_arena *scratch, const oni_kernels *kernels, const oni_linear *map, const uint8_t *x, uint32_t rows)
{
	int32_t *sums = ONI_NEW_N(scratch, int32_t, (size_t)rows * map->out);
	kernels->sums(map, x, map->in, rows, sums);
	return sums;
}

uint8_t *oni_hidden(oni_arena *scratch, const oni_kernels *kernels, const oni_linear *map, const uint8_t *x, uint32_t rows)
{
	uint8_t *hidden = oni_alloc(scratch, (size_t)rows * map->out);
	oni_mark mark = oni_arena_mark(scratch);
	kernels->squash(map, oni_sums(scratch, kernels, map, x, rows), rows, NULL, hidden);
	oni_arena_rewind(scratch, mark);
	return hidden;
}

int32_t *oni_logits(oni_arena *scratch, const oni_kernels *kernels, const oni_linear *map, const uint8_t *x, uint32_t rows)
{
	int32_t *sums = oni_sums(scratch, kernels, map, x, rows);
	kernels->logits(map, sums, rows, sums);
	return sums;
}
