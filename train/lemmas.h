/* lemmas.h - rules for lemmas, by the endings of words. */
#ifndef ONI_TRAIN_LEMMAS_H
#define ONI_TRAIN_LEMMAS_H

#include "train/tagging.h"

/* Learns from the corpus and WordNet's exceptions; gives the sections "rules" and "lemmas". */
void learn_lemmas(const corpus *c, const tagset *tags, const char *folder, oni_str *ret_rules, oni_str *ret_table);

/* u32 count, u32 0, u32 offsets[count + 1], bytes. */
oni_str pack_strings(const strings *set);

#endif
