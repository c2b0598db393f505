/* lexeme.h - what a word looks like: the hashes that tagging, parsing and naming are made from.
 *
 * Everything is taken from the word alone, with what the model's word list knows of it. Any thread. */
#ifndef ONI_ANALYSE_LEXEME_H
#define ONI_ANALYSE_LEXEME_H

#include "base/str.h"

enum { ONI_SUFFIXES = 5, ONI_PREFIXES = 4, ONI_LOOK_BYTES = 96 };

/* What the model knows of a word; all 0 for a word it has not seen. */
typedef struct oni_known {
	uint32_t check;                /* of the word's hash */
	uint32_t classes;              /* bits: the UPOS it was seen with, 17; then ONI_LEX_ */
	uint32_t cluster;              /* path in the tree of clusters, a leading 1 above its bits; 0: in none */
} oni_known;

enum {                             /* a dictionary has it as … */
	ONI_LEX_NOUN = 1 << 17,
	ONI_LEX_VERB = 1 << 18,
	ONI_LEX_ADJECTIVE = 1 << 19,
	ONI_LEX_ADVERB = 1 << 20,
	ONI_LEX_VERB_S = 1 << 21,      /* an inflected form of a verb, noun, adjective in the dictionary */
	ONI_LEX_VERB_ED = 1 << 22,
	ONI_LEX_VERB_ING = 1 << 23,
	ONI_LEX_NOUN_S = 1 << 24,
	ONI_LEX_DEGREE = 1 << 25,
	ONI_LEX_GIVEN = 1 << 26,       /* seen as a first, as a last word of a person's name */
	ONI_LEX_FAMILY = 1 << 27,
	ONI_LEX_ALL = 0x7FE0000
};

typedef struct oni_words {
	const oni_known *slots;        /* [slot_count] */
	uint32_t slot_count;
} oni_words;

enum {
	ONI_LOOK_CAPITAL = 1,          /* begins with a capital */
	ONI_LOOK_UPPER = 2,            /* all its letters are capitals, two at least */
	ONI_LOOK_DIGIT = 4,
	ONI_LOOK_HYPHEN = 8,
	ONI_LOOK_LETTER = 16,
	ONI_LOOK_MIXED = 32            /* a capital behind a small letter */
};

typedef struct oni_lexeme {
	uint64_t form, lower;          /* digits as 0, typographic quotes and dashes as plain ones */
	uint64_t suffix[ONI_SUFFIXES]; /* of `lower`: its last 1 … 5 characters, 0 when shorter */
	uint64_t prefix[ONI_PREFIXES];
	uint64_t shape;                /* "Xx", "X.X.", "00-x" with runs shortened */
	uint32_t classes, cluster;     /* from oni_known */
	uint32_t look;                 /* ONI_LOOK_ */
} oni_lexeme;

/* The section's bytes: u32 slot_count, u32 0, slots. */
bool oni_words_open(oni_str bytes, oni_words *ret_words);

/* What the list has on a word by the hash of its `lower`; NULL when nothing. */
const oni_known *oni_words_find(const oni_words *words, uint64_t lower);

/* `words` may be NULL. In a sentence where everything is in capitals (`shouted`) the case says nothing and is left out. */
void oni_lexeme_of(oni_str form, bool shouted, const oni_words *words, oni_lexeme *ret_lexeme);

/* The word in small letters as hashed for `lower`; returns its length, at most ONI_LOOK_BYTES. */
uint32_t oni_fold(oni_str form, char ret_bytes[ONI_LOOK_BYTES]);

/* Whether a run of words is written in capitals throughout (a headline): at least three words of letters, none small. */
bool oni_shouted(const oni_str *forms, uint32_t n);

#endif
