/* weights.h - a trained linear model as it lies in the model file: sparse rows of 16-bit weights under 64-bit keys.
 *
 * A row holds the classes for which a feature speaks, and how strongly. Scoring adds up the rows of the features that
 * hold. Integers only, so every machine computes the same. Read-only and lent; any thread. */
#ifndef ONI_ANALYSE_WEIGHTS_H
#define ONI_ANALYSE_WEIGHTS_H

#include "base/str.h"

enum {
	ONI_CLASSES = 512,             /* the most classes that a table can tell apart */
	ONI_KEYS = 160                 /* the most features of one decision */
};

/* Where a row begins in `cells`, and how many cells it has; n 0: an empty slot. */
typedef struct oni_slot {
	uint32_t check;                /* the key's lower half; its upper half chose the slot */
	uint32_t at : 24, n : 8;
} oni_slot;

typedef struct oni_cell {
	uint16_t class_;
	int16_t weight;
} oni_cell;

typedef struct oni_weights {
	const oni_slot *slots;         /* [slot_count] */
	const oni_cell *cells;         /* [cell_count] */
	uint32_t slot_count, cell_count;
} oni_weights;

/* The section's bytes: u32 slot_count, u32 cell_count, slots, cells. False when they do not fit together. */
bool oni_weights_open(oni_str bytes, oni_weights *ret_weights);

/* The slot that holds a key, its cells within bounds; NULL when none does. */
const oni_slot *oni_weights_find(const oni_weights *weights, uint64_t key);

/* scores[class] += the weights of all keys' rows; n at most ONI_KEYS. */
void oni_weights_score(const oni_weights *weights, const uint64_t *keys, uint32_t n, int32_t scores[ONI_CLASSES]);

/* The slot where the search for a key begins, of slot_count. */
static inline uint32_t oni_slot_of(uint64_t key, uint32_t slot_count)
{
	return (uint32_t)(((key >> 32) * slot_count) >> 32);
}

/* ---- keys ---- */

/* A key made of a template's number and values; values are hashes or small numbers. */
static inline uint64_t oni_mix(uint64_t a, uint64_t b)
{
	uint64_t x = a * 0x9E3779B97F4A7C15u ^ (b + 0x632BE59BD9B4E019u) * 0xD6E8FEB86659FD93u;
	return x ^ x >> 32;
}

#endif
