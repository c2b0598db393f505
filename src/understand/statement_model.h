/* statement_model.h - The two learned judges of statements: is this word a cue, and which words are its source and
 * content. Linear models over hashed features; whole numbers only, so every machine finds the same.
 *
 * The weights are the section "statement" of the facts, made by train/statement. All integers little-endian:
 *   "ONST" u32 version, u32 cue bits, u32 span bits, i32 cue bias, i32 cue threshold,
 *   i32 step[STEPS][LABELS + 1][LABELS]   weight of a label after another (row LABELS: at the start), by kind of word
 *   i8 cue[2^cue bits], i8 span[2^span bits][LABELS] */
#ifndef ONI_UNDERSTAND_STATEMENT_MODEL_H
#define ONI_UNDERSTAND_STATEMENT_MODEL_H

#include "understand/statement_look.h"

enum { ONI_STATEMENT_VERSION = 1, ONI_FEATURES_MOST = 160, ONI_WINDOW_MOST = 320 };

/* What a word is to a cue. */
typedef enum oni_part {
	ONI_PART_NONE, ONI_PART_SOURCE, ONI_PART_CUE, ONI_PART_CONTENT, ONI_PARTS
} oni_part;

/* Kinds of word that the step from one label to the next depends on. */
enum { ONI_STEPS = 9 };

typedef struct oni_statement_model {
	const int8_t *cue;             /* [1 << cue_bits]; lent */
	const int8_t (*span)[ONI_PARTS]; /* [1 << span_bits] */
	uint32_t cue_bits, span_bits;
	int32_t bias, threshold;
	int32_t step[ONI_STEPS][ONI_PARTS + 1][ONI_PARTS];
} oni_statement_model;

/* False where the section is missing or is not one of this version. */
bool oni_statement_model_open(oni_str section, oni_statement_model *ret_model);

/* Features of something, as hashes; the model takes their lowest bits. */
typedef struct oni_features {
	uint32_t at[ONI_FEATURES_MOST], n;
} oni_features;

static inline void oni_feature(oni_features *f, uint32_t kind, uint32_t a, uint32_t b)
{
	uint32_t h = kind * 0x9E3779B1u ^ a * 0x85EBCA6Bu;
	h = (h ^ h >> 15) + b * 0xC2B2AE35u;
	h = (h ^ h >> 13) * 0x27D4EB2Fu;
	if (f->n < ONI_FEATURES_MOST)
		f->at[f->n++] = h ^ h >> 16;
}

/* ---- cues (statement_cue.c) ---- */

/* Whether the word can be the head of a cue at all: most words cannot, and are not weighed. */
bool oni_cue_possible(const oni_look *look, uint32_t word);
void oni_cue_features(const oni_look *look, uint32_t word, oni_features *ret_features);
/* Above 0: a cue. */
int32_t oni_cue_score(const oni_statement_model *model, const oni_look *look, uint32_t word);

/* "Put the toll at 12": the number that this verb lays to who counts; ONI_NONE for another verb. */
uint32_t oni_number_put(const oni_look *look, uint32_t word);

/* ---- spans (statement_span.c) ---- */

/* The words about a cue that are labelled: all within its sentence. */
typedef struct oni_window {
	uint32_t cue, first, end;
	uint32_t *lowest, *branch;     /* [end - first] where word and cue meet in the tree; the child there towards the word */
	uint8_t *up;                   /* [end - first] steps from the cue up to where they meet; 255 where they do not */
	uint32_t *quote;               /* [end - first] oni_quote_for the cue */
	uint8_t *quoting;              /* [end - first] oni_quoting_for the cue */
	uint32_t chain[4];             /* hashes of the relations on the way up */
} oni_window;

/* Within words [first, end) only: the sentence's, or the content of the statement that this one is told in. */
void oni_window_about(const oni_look *look, uint32_t cue, uint32_t first, uint32_t end, oni_arena *scratch, oni_window *ret_window);
void oni_span_features(const oni_look *look, const oni_window *window, uint32_t word, oni_features *ret_features);
/* The kind of word that the step to it depends on. */
uint32_t oni_span_step(const oni_look *look, const oni_window *window, uint32_t word);
/* The best labels: ret_parts[end - first], oni_part each; the cue's own is ONI_PART_CUE. */
void oni_span_label(const oni_statement_model *model, const oni_look *look, const oni_window *window, oni_arena *scratch,
	uint8_t *ret_parts);

#endif
