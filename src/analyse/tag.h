/* tag.h - word classes with their features, by a linear model, from left to right.
 *
 * A tag is a word class, the treebank's own tag and the features in one ("VERB VBD Tense=Past…"): what goes together
 * is learned together. Scratch is the caller's; any thread. */
#ifndef ONI_ANALYSE_TAG_H
#define ONI_ANALYSE_TAG_H

#include "analyse/lexeme.h"
#include "analyse/weights.h"

enum { ONI_NO_TAG = 0xFFFF };

/* Where scores come from: the model's packed weights, or a trainer's. */
typedef struct oni_scorer {
	void (*score)(const void *weights, const uint64_t *keys, uint32_t n, int32_t scores[ONI_CLASSES]);
	const void *weights;
	uint32_t classes;              /* how many of the scores are in use */
} oni_scorer;

/* What the model says of a tag. */
typedef struct oni_tag {
	oni_str upos, xpos, feats;
	uint16_t pair;                 /* number of its word class and own tag together */
	uint8_t class_;                /* oni_upos */
} oni_tag;

/* The features of word i where tags[0 … i-1] are chosen; returns how many, at most ONI_KEYS. */
uint32_t oni_tag_keys(const oni_lexeme *lex, uint32_t n, uint32_t i, const oni_tag *tags, const uint16_t *chosen,
	uint64_t *ret_keys);

/* Chooses a tag for each of the n words. */
void oni_tag_words(const oni_scorer *scorer, const oni_tag *tags, const oni_lexeme *lex, uint32_t n, uint16_t *ret_chosen);

/* The highest of the first n scores; the first of equals. */
uint32_t oni_best(const int32_t *scores, uint32_t n);

#endif
