/* parsing.h - learning transitions with a dynamic oracle. */
#ifndef ONI_TRAIN_PARSING_H
#define ONI_TRAIN_PARSING_H

#include "train/tagging.h"

typedef struct moveset {
	strings names;                 /* "S", "L<tab>nsubj", "R<tab>obj" */
	oni_move moves[ONI_CLASSES];
	uint16_t class_of[2][256];     /* LEFT, RIGHT by relation; ONI_NO_TAG none */
} moveset;

/* Makes trees projective by lifting: a word whose arc is crossed hangs from its head's head. */
void make_projective(corpus *c);

void number_moves(moveset *set, const corpus *c);
void learn_moves(learner *l, const moveset *set, const tagset *tags, const corpus *c, uint32_t epochs, const corpus *dev);

/* Prints UAS and LAS (universal relations) over words, as syntax.py has them. */
void measure_parser(const learner *l, const moveset *set, const tagset *tags, const corpus *c, const char *what);

#endif
