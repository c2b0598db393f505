/* The averaged perceptron (Collins 2002), lazily averaged: each weight carries the step at which it last changed, and
 * what it has added up to by then. */
#include "train/learn.h"

#include <stdio.h>
#include <stdlib.h>

void learn_begin(learner *l, uint32_t classes)
{
	*l = (learner){.classes = classes, .slot_count = 1 << 20};
	l->slots = need(calloc(l->slot_count, sizeof *l->slots));
}

void learn_drop(learner *l)
{
	for (uint32_t i = 0; i < l->n; i++)
		free(l->rows[i].cells);
	free(l->rows);
	free(l->slots);
}

static uint32_t *slot_of(const learner *l, uint64_t key)
{
	uint32_t i = (uint32_t)(key >> 32) & (l->slot_count - 1);
	while (l->slots[i] && l->rows[l->slots[i] - 1].key != key)
		i = (i + 1) & (l->slot_count - 1);
	return &l->slots[i];
}

static void score(const void *weights, const uint64_t *keys, uint32_t n, int32_t scores[ONI_CLASSES])
{
	const learner *l = weights;
	for (uint32_t k = 0; k < n; k++)
		__builtin_prefetch(&l->slots[(uint32_t)(keys[k] >> 32) & (l->slot_count - 1)]);
	for (uint32_t k = 0; k < n; k++) {
		uint32_t slot = *slot_of(l, keys[k]);
		if (!slot)
			continue;
		const row *r = &l->rows[slot - 1];
		for (uint32_t i = 0; i < r->n; i++)
			scores[r->cells[i].class_] += r->cells[i].weight;
	}
}

oni_scorer learn_scorer(const learner *l)
{
	return (oni_scorer){score, l, l->classes};
}

static void grow(learner *l)
{
	free(l->slots);
	l->slot_count *= 2;
	l->slots = need(calloc(l->slot_count, sizeof *l->slots));
	for (uint32_t i = 0; i < l->n; i++)
		*slot_of(l, l->rows[i].key) = i + 1;
}

static row *row_of(learner *l, uint64_t key)
{
	uint32_t *slot = slot_of(l, key);
	if (*slot)
		return &l->rows[*slot - 1];
	if (l->n * 2 >= l->slot_count) {
		grow(l);
		slot = slot_of(l, key);
	}
	if (l->n == l->room) {
		l->room = l->room ? l->room * 2 : 1 << 16;
		l->rows = need(realloc(l->rows, l->room * sizeof *l->rows));
	}
	l->rows[l->n++] = (row){.key = key};
	*slot = l->n;
	return &l->rows[l->n - 1];
}

static void add(learner *l, row *r, uint32_t class_, int32_t amount)
{
	uint32_t i = 0;
	while (i < r->n && r->cells[i].class_ != class_)
		i++;
	if (i == r->n) {
		if (r->n == r->room) {
			r->room = (uint16_t)(r->room ? r->room * 2 : 2);
			r->cells = need(realloc(r->cells, r->room * sizeof *r->cells));
		}
		r->cells[r->n++] = (cell){(uint16_t)class_, 0, l->step, 0};
	}
	cell *c = &r->cells[i];
	c->total += (int64_t)c->weight * (l->step - c->since);
	c->since = l->step;
	c->weight += amount;
}

void learn_update(learner *l, const uint64_t *keys, uint32_t n, uint32_t toward, uint32_t away)
{
	for (uint32_t k = 0; k < n; k++) {
		row *r = row_of(l, keys[k]);
		add(l, r, toward, 1);
		add(l, r, away, -1);
	}
}

void learn_finish(learner *l)
{
	for (uint32_t i = 0; i < l->n; i++)
		for (uint32_t j = 0; j < l->rows[i].n; j++) {
			cell *c = &l->rows[i].cells[j];
			c->total += (int64_t)c->weight * (l->step - c->since);
			c->since = l->step;
			c->weight = (int32_t)(c->total * WEIGHT_ONE / (int64_t)(l->step ? l->step : 1));
		}
}

static uint32_t kept(const row *r, int32_t prune)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < r->n; i++)
		n += abs(r->cells[i].weight) >= prune;
	return n < 255 ? n : 255;
}

static int16_t narrow(int32_t weight)
{
	return (int16_t)(weight > INT16_MAX ? INT16_MAX : weight < -INT16_MAX ? -INT16_MAX : weight);
}

oni_str pack_rows(const row *rows, uint32_t n, int32_t prune)
{
	uint32_t rows_kept = 0, cells_kept = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t k = kept(&rows[i], prune);
		rows_kept += k > 0;
		cells_kept += k;
	}
	if (cells_kept >= 1 << 24)
		die("too many weights: %u", cells_kept);
	uint32_t slot_count = rows_kept + rows_kept / 4 + 8;
	size_t size = 8 + slot_count * sizeof(oni_slot) + cells_kept * sizeof(oni_cell);
	char *bytes = need(calloc(size + 8, 1));
	memcpy(bytes, &slot_count, 4);
	memcpy(bytes + 4, &cells_kept, 4);
	oni_slot *slots = (oni_slot *)(void *)(bytes + 8);
	oni_cell *cells = (oni_cell *)(void *)(bytes + 8 + slot_count * sizeof(oni_slot));
	uint32_t at = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t count = kept(&rows[i], prune), slot = oni_slot_of(rows[i].key, slot_count), done = 0;
		if (count == 0)
			continue;
		while (slots[slot].n)
			slot = slot + 1 == slot_count ? 0 : slot + 1;
		slots[slot] = (oni_slot){(uint32_t)rows[i].key, at & 0xFFFFFF, count & 0xFF};
		for (uint32_t j = 0; j < rows[i].n && done < count; j++)
			if (abs(rows[i].cells[j].weight) >= prune) {
				cells[at++] = (oni_cell){rows[i].cells[j].class_, narrow(rows[i].cells[j].weight)};
				done++;
			}
	}
	fprintf(stderr, "  %u rows, %u weights of %u rows, %.2f MB\n", rows_kept, cells_kept, n, (double)size / 1e6);
	return (oni_str){bytes, size};
}

oni_str learn_pack(const learner *l, int32_t prune)
{
	return pack_rows(l->rows, l->n, prune);
}
