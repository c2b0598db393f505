/* tagging.h - learning to tag, and tags for the parser's training from taggers that did not see the sentence. */
#ifndef ONI_TRAIN_TAGGING_H
#define ONI_TRAIN_TAGGING_H

#include "train/learn.h"

typedef struct tagset {
	strings names;                 /* "NOUN<tab>NN<tab>Number=Sing" */
	oni_tag tags[ONI_CLASSES];
} tagset;

/* Numbers the tags of a corpus and writes them to its words; tags that it has fewer than `least` times become the most
 * frequent tag of the same class and own tag. */
void number_tags(tagset *set, corpus *c, uint32_t least);

/* The same tags for other data; a tag that is not in the set becomes ONI_NO_TAG. */
void apply_tags(tagset *set, corpus *c);

/* Learns from all sentences whose document is not in fold `without` of `folds` (folds 0: from all). */
void learn_tags(learner *l, const tagset *set, const corpus *c, uint32_t epochs, uint32_t without, uint32_t folds);

/* Writes `guess` for the sentences of a fold (folds 0: of all). */
void guess_tags(const learner *l, const tagset *set, corpus *c, uint32_t fold, uint32_t folds);

#endif
