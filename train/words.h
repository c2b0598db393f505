/* words.h - the list of known words: classes seen in the treebanks, a dictionary's word, clusters. */
#ifndef ONI_TRAIN_WORDS_H
#define ONI_TRAIN_WORDS_H

#include "train/data.h"

typedef struct wordlist {
	strings words;                 /* folded */
	oni_known *known;              /* [words.n] */
	uint32_t room;
} wordlist;

/* Words that come `least` times or more get the classes that make up a fiftieth of them. Wants looks of the corpus. */
void add_seen(wordlist *list, const corpus *c, uint32_t least);

/* WordNet's index and exception files in a folder. */
void add_dictionary(wordlist *list, const char *folder);

/* Lines "path<tab>word", the path in 0 and 1. */
void add_clusters(wordlist *list, const char *path);

oni_str pack_words(const wordlist *list);

#endif
