/* parts.h - the steps of cutting an article, in the order in which segment.c takes them. */
#ifndef ONI_SEGMENT_PARTS_H
#define ONI_SEGMENT_PARTS_H

#include "doc/doc.h"
#include "pack/facts.h"

/* Which words a table may hold, by their first two bytes, last byte and length: saves most look-ups. */
typedef struct oni_sieve {
	uint64_t bits[64];
} oni_sieve;

static inline unsigned oni_sieve_hole(oni_str word)
{
	unsigned char a = (unsigned char)word.at[0], b = (unsigned char)word.at[word.n > 1], z = (unsigned char)word.at[word.n - 1];
	return ((a | 32u) * 67u + (b | 32u) * 31u + (z | 32u) * 7u + (unsigned)word.n) & 4095u;
}

/* word is not empty; ASCII case is ignored. */
static inline bool oni_sieve_lets(const oni_sieve *sieve, oni_str word)
{
	unsigned hole = oni_sieve_hole(word);
	return sieve->bits[hole / 64] >> hole % 64 & 1;
}

/* A walk through the text along the quotations; begins as {0, ONI_NONE, 0}. */
typedef struct oni_quote_walk {
	uint32_t next;   /* the first of doc->quotes that is still ahead */
	uint32_t around; /* the innermost quotation here, or ONI_NONE */
	uint32_t until;  /* up to this byte that is so */
} oni_quote_walk;

void oni_quote_walk_on(oni_quote_walk *walk, const oni_doc *doc, uint32_t at);

/* The innermost quotation around byte `at`, or ONI_NONE; `at` never goes back. */
static inline uint32_t oni_quote_around(oni_quote_walk *walk, const oni_doc *doc, uint32_t at)
{
	if (at >= walk->until)
		oni_quote_walk_on(walk, doc, at);
	return walk->around;
}

/* What the steps share for one article; lives on the stack of oni_segment_text. */
typedef struct oni_cutter {
	oni_doc *doc;
	const oni_table *abbreviations; /* lexicon/abbreviations.tsv */
	const oni_table *contractions;  /* lexicon/contractions.tsv */
	const oni_table *cut_words;     /* lexicon/cut-words.tsv: hyphen prefixes, units, elisions, domains … */
	const oni_table *furniture;     /* lexicon/furniture.tsv: how bylines, credits, share lines begin */
	const oni_table *inside;        /* lexicon/furniture-inside.tsv: what is said in or behind them */
	oni_sieve contracted;           /* of contractions */
	oni_sieve cue_inside;           /* of furniture-inside */
	oni_sieve cue_begins;           /* of the first two bytes of its keys */
	ONI_VEC(uint32_t) marks;        /* where the quotation marks that pair are, in text order */
	uint32_t next_mark;             /* the first of them not before the tokenizer */
	oni_str sentence_model;         /* model/sentence.bin: one weight a byte; empty: rules alone */
	uint32_t next_quote;            /* the first of doc->quotes not before the sentence splitter */
	oni_quote_walk quotes;          /* as far as the words */
} oni_cutter;

/* A token before sentences are known: its final period may still be cut off. */
typedef struct oni_raw {
	oni_range at;
	uint8_t kind;                   /* oni_raw_kind */
	uint8_t period;                 /* oni_period: what its own final period says */
	bool space_before;
} oni_raw;

typedef enum oni_raw_kind {
	ONI_RAW_WORD,
	ONI_RAW_NUMBER,
	ONI_RAW_ENDER,                  /* . ! ? … and runs of them */
	ONI_RAW_OPENER,                 /* opening bracket or quotation mark */
	ONI_RAW_CLOSER,
	ONI_RAW_OTHER
} oni_raw_kind;

typedef enum oni_period {
	ONI_PERIOD_NONE,
	ONI_PERIOD_TITLE,               /* Mr. Gen.: a name follows */
	ONI_PERIOD_NUMBER,              /* No. Sept. p.: a number follows */
	ONI_PERIOD_INITIAL,             /* J. */
	ONI_PERIOD_ACRONYM,             /* U.S. D.C. */
	ONI_PERIOD_OTHER                /* etc. Inc. a.m. */
} oni_period;

typedef ONI_VEC(oni_raw) oni_raws;

/* Does cut-words.tsv (or another table with a second column `kind`) have this word with this kind? ASCII case is
 * ignored. */
bool oni_cut_word_is(const oni_table *table, oni_str word, const char *kind);

/* Fills *cut, doc->segments and doc->quotes. */
void oni_begin_cutting(oni_cutter *cut, const oni_facts *facts, oni_doc *doc);

/* doc->segments from doc->text: ranges, paragraphs and kinds; no sentences yet. */
void oni_find_segments(oni_cutter *cut);

/* doc->quotes and cut->marks; needs segments. */
void oni_find_quotes(oni_cutter *cut);

/* The tokens of one segment, appended to raws (in scratch). */
void oni_cut_tokens(oni_cutter *cut, oni_range at, oni_raws *raws);

/* For each token whether a sentence ends behind it; ret_ends[raws->n]. */
void oni_find_sentence_ends(oni_cutter *cut, const oni_raws *raws, bool *ret_ends);

/* Pushes a token and its words for the current last sentence. */
void oni_push_token(oni_cutter *cut, oni_range at, bool space_after);

/* Sets quote of every word, where the words were given. */
void oni_set_word_quotes(oni_doc *doc);

#endif
