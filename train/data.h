/* data.h - CoNLL-U in memory. Training programs keep what they read until they end, and end on any error. */
#ifndef ONI_TRAIN_DATA_H
#define ONI_TRAIN_DATA_H

#include "analyse/model.h"

typedef struct example {
	oni_str form, lemma, upos, xpos, feats, name; /* name: "B-PER", "I-LOC", "" */
	oni_rel rel;
	uint32_t head;                 /* from 1; 0 the root */
	uint16_t tag, guess;           /* number of its tag; the one that a tagger which never saw it gives */
} example;

typedef struct sentence {
	example *words;                /* [n] */
	oni_lexeme *lex;               /* [n], after look_at_all */
	uint32_t n;
	uint32_t doc;                  /* number of its document over all files */
} sentence;

typedef struct corpus {
	sentence *at;
	uint32_t n, room, docs;
} corpus;

void *need(void *at);                /* ends the program where at is NULL */
void die(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));
oni_str read_whole(const char *path);

/* Adds the sentences of a CoNLL-U file. */
void read_conllu(const char *path, corpus *to);

void look_at_all(corpus *c, const oni_words *words);

/* A stable pseudo-random sequence. */
uint32_t random_next(uint64_t *state);
void shuffle(uint32_t *order, uint32_t n, uint64_t *state);

/* A growing set of strings, numbered in order of coming. */
typedef struct strings {
	oni_str *at;
	uint32_t n, room;
	uint32_t *slots;
	uint32_t slot_count;
} strings;
uint32_t number_of(strings *set, oni_str s, bool add); /* UINT32_MAX when not there */

#endif
