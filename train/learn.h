/* learn.h - a linear model while it is learned: the averaged perceptron, in integers, so that every machine learns the
 * same. A scorer over it gives the weights of the moment; after learn_finish, the averages. */
#ifndef ONI_TRAIN_LEARN_H
#define ONI_TRAIN_LEARN_H

#include "train/data.h"

enum { WEIGHT_ONE = 128 };             /* averages are kept in fractions of this */

typedef struct cell {
	uint16_t class_;
	int32_t weight;
	uint32_t since;                /* the step at which `weight` was last counted into `total` */
	int64_t total;
} cell;

typedef struct row {
	uint64_t key;
	cell *cells;
	uint16_t n, room;
} row;

typedef struct learner {
	row *rows;
	uint32_t n, room;
	uint32_t *slots, slot_count;   /* row + 1; 0 empty */
	uint32_t step, classes;
} learner;

void learn_begin(learner *l, uint32_t classes);
void learn_drop(learner *l);
oni_scorer learn_scorer(const learner *l);

/* Moves all keys' weights toward one class and away from another. */
void learn_update(learner *l, const uint64_t *keys, uint32_t n, uint32_t toward, uint32_t away);

/* Replaces weights by their averages over all steps, in WEIGHT_ONE. */
void learn_finish(learner *l);

/* The section's bytes: rows without the weights whose |average| < prune; malloc'd. */
oni_str learn_pack(const learner *l, int32_t prune);

/* A packed table of one cell for each key (lemmas). */
oni_str pack_rows(const row *rows, uint32_t n, int32_t prune);

#endif
