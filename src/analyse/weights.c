/* Looking up a hundred rows in a table that does not fit the first caches is waiting for memory; so all slots are asked
 * for before the first is read, then all rows, and the waits overlap. */
#include "analyse/weights.h"

bool oni_weights_open(oni_str bytes, oni_weights *ret)
{
	uint32_t head[2];
	if (bytes.n < sizeof head)
		return false;
	memcpy(head, bytes.at, sizeof head);
	uint64_t wanted = sizeof head + (uint64_t)head[0] * sizeof(oni_slot) + (uint64_t)head[1] * sizeof(oni_cell);
	if (head[0] == 0 || wanted != bytes.n || (uintptr_t)bytes.at % sizeof(uint64_t))
		return false;
	const void *slots = bytes.at + sizeof head, *cells = bytes.at + sizeof head + (size_t)head[0] * sizeof(oni_slot);
	*ret = (oni_weights){slots, cells, head[0], head[1]};
	return true;
}

/* A table always has empty slots, but a forged one may not: so tries are counted. */
const oni_slot *oni_weights_find(const oni_weights *w, uint64_t key)
{
	uint32_t i = oni_slot_of(key, w->slot_count), check = (uint32_t)key;
	for (uint32_t tries = 0; tries < w->slot_count && w->slots[i].n; tries++) {
		if (w->slots[i].check == check)
			return w->slots[i].at + w->slots[i].n <= w->cell_count ? &w->slots[i] : NULL;
		if (++i == w->slot_count)
			i = 0;
	}
	return NULL;
}

void oni_weights_score(const oni_weights *w, const uint64_t *keys, uint32_t n, int32_t scores[ONI_CLASSES])
{
	const oni_slot *found[ONI_KEYS];
	uint32_t count = 0;
	for (uint32_t k = 0; k < n; k++)
		__builtin_prefetch(&w->slots[oni_slot_of(keys[k], w->slot_count)]);
	for (uint32_t k = 0; k < n; k++) {
		const oni_slot *slot = oni_weights_find(w, keys[k]);
		if (!slot)
			continue;
		__builtin_prefetch(&w->cells[slot->at]);
		found[count++] = slot;
	}
	for (uint32_t k = 0; k < count; k++) {
		const oni_cell *cell = &w->cells[found[k]->at];
		for (uint32_t i = 0; i < found[k]->n; i++)
			scores[cell[i].class_ & (ONI_CLASSES - 1)] += cell[i].weight;
	}
}
