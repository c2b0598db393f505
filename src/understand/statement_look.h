/* statement_look.h - The analysed article as the statement readers look at it: children of a word, hashed lemmas,
 * what a lemma means, where the quotations are. Made once for an article, in scratch; read-only after. */
#ifndef ONI_UNDERSTAND_STATEMENT_LOOK_H
#define ONI_UNDERSTAND_STATEMENT_LOOK_H

#include "doc/doc.h"
#include "pack/facts.h"

/* What lexicon/fields.tsv and lexicon/cues.tsv say of a lemma in the word class it has here. */
typedef struct oni_sense {
	uint8_t field;                 /* number of the field of meaning + 1; 0 not listed */
	bool also;                     /* a verb that can also be one of communication */
	bool cue;                      /* listed in cues.tsv */
	bool never;                    /* listed there as none: never a cue ("peace talks") */
	bool phrase;                   /* a verb listed there with the word behind it: "call for" */
	bool evidential;               /* an adverb listed there as speech: "reportedly" */
	uint32_t row;                  /* its row there, or ONI_NO_ROW */
} oni_sense;

/* Numbers of the fields that are asked for by name. */
enum {
	ONI_FIELD_ACT = 1, ONI_FIELD_COGNITION = 4, ONI_FIELD_COMMUNICATION = 5, ONI_FIELD_EMOTION = 10, ONI_FIELD_FEELING = 11,
	ONI_FIELD_GROUP = 12, ONI_FIELD_PERCEPTION = 14, ONI_FIELD_PERSON = 15
};

/* How a word stands to quotation marks. */
typedef enum oni_quoting {
	ONI_QUOTING_NONE, ONI_QUOTING_INSIDE, ONI_QUOTING_OPENS, ONI_QUOTING_CLOSES
} oni_quoting;

typedef struct oni_look {
	const oni_doc *doc;            /* lent */
	const oni_table *cues;         /* lent */
	uint32_t *child, *sibling;     /* [words] first child and next sibling, by position, or ONI_NONE */
	uint32_t *lemma, *form;        /* [words] hashes, without case */
	oni_sense *sense;              /* [words] */
	uint8_t *actor;                /* [words] 1 + the kind of the entity that the word is the head of a mention of; 0 none */
	uint32_t *quote;               /* [words] innermost quotation around it, its marks included, or ONI_NONE */
	uint32_t *verbs, *commas;      /* [words + 1] how many verbs and commas are before it */
} oni_look;

/* Everything is in scratch, which the caller rewinds. */
void oni_look_at(const oni_facts *facts, const oni_doc *doc, oni_arena *scratch, oni_look *ret_look);

/* The first child with this relation (its subtypes too where the relation has none), or ONI_NONE. */
uint32_t oni_child(const oni_look *look, uint32_t word, oni_rel rel);

/* The word's subject, whichever its kind; that of the verb it is conjoined with or an xcomp of where it has none. */
uint32_t oni_subject(const oni_look *look, uint32_t word);

/* The quotation that a word is in, as the speaker `cue` sees it: the outermost around the word that is not around the cue
 * too; ONI_NONE for none. A statement within a quotation is read as if that quotation had no marks. */
uint32_t oni_quote_for(const oni_look *look, uint32_t cue, uint32_t word);

/* How the word stands to the marks of that quotation. */
oni_quoting oni_quoting_for(const oni_look *look, uint32_t cue, uint32_t word);

static inline const oni_word *oni_word_at(const oni_look *look, uint32_t word)
{
	return &look->doc->words.at[word];
}

static inline oni_rel oni_plain_rel(const oni_look *look, uint32_t word)
{
	return oni_rel_universal((oni_rel)look->doc->words.at[word].rel);
}

/* A 32-bit hash of a string, without ASCII case. */
uint32_t oni_hash_nocase(oni_str s);

#endif
