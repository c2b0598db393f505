/* language.h - an opened model: the network, and its labels as the rest of the house writes them. */
#ifndef ONI_ANALYSE_LANGUAGE_H
#define ONI_ANALYSE_LANGUAGE_H

#include "analyse/analyse.h"
#include "analyse/encode.h"

typedef struct oni_tag_label {
	oni_str xpos, feats;           /* views of the model's bytes */
	uint32_t morph;
	uint8_t upos;
} oni_tag_label;

/* A way from a form to its lemma: take the form as its case says, cut an end, put another. */
typedef struct oni_lemma_rule {
	char case_;                    /* k: as written, l: in small letters, t: small but for the first */
	oni_str cut, put;
} oni_lemma_rule;

/* O, then for each kind that the model knows B- and I-. */
typedef struct oni_name_label {
	uint8_t kind;                  /* oni_name_kind */
	bool begins, inside;           /* neither: no name */
} oni_name_label;

struct oni_model {
	oni_net net;
	const oni_kernels *kernels;
	oni_tag_label *tags;           /* [tag_count], owned; so are the others */
	oni_lemma_rule *rules;
	oni_name_label *names;
	uint8_t *rels;                 /* oni_rel */
	uint32_t *irregular;           /* [irregular_count] where the lines of net.irregular begin */
	uint32_t irregular_count;
	uint32_t tag_count, rule_count, name_count, rel_count;
	uint32_t root_rel;             /* the number of "root" in rels */
};

/* The first of the highest scores. */
static inline uint32_t oni_best_of(const int32_t *score, uint32_t n)
{
	uint32_t best = 0;
	for (uint32_t i = 1; i < n; i++)
		if (score[i] > score[best])
			best = i;
	return best;
}

/* ---- label.c: what a batch's rows say of its words ---- */

void oni_label_tags(const oni_model *model, oni_doc *doc, const oni_batch *batch);

/* Writes each word's logits for names: ret_scores [doc->words.n][name_count], 10 bits behind the point. */
void oni_label_names(const oni_model *model, oni_doc *doc, const oni_batch *batch, int16_t *ret_scores);

/* ---- lemma.c ---- */

/* The form after a rule, kept in `arena` where it is no part of the form; n 0 when the rule does not fit. */
oni_str oni_lemma_by(oni_arena *arena, const oni_lemma_rule *rule, oni_str form);

/* Chooses among the rules by their scores, checked against the lemmas and irregular forms that are known. Reads upos. */
void oni_label_lemmas(const oni_model *model, oni_doc *doc, const oni_batch *batch);

/* The lemma of a form that is known to be a verb's; in small letters. */
oni_str oni_verb_lemma(const oni_model *model, oni_arena *arena, oni_str form);

#endif
