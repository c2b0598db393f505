/* analyse.h - the language core: tags, lemmas, dependencies, names, from a trained model.
 *
 * Fills lemma, upos, xpos, feats, morph, head, rel and name of every word, root of every sentence, and doc->names.
 * xpos, feats and some lemmas are views of the model's bytes, which must outlive the article.
 * The model is read-only and shared by all threads. Time and memory are linear in the words. */
#ifndef ONI_ANALYSE_ANALYSE_H
#define ONI_ANALYSE_ANALYSE_H

#include "doc/doc.h"
#include "pack/facts.h"

typedef struct oni_model oni_model;

/* A model over bytes that the caller keeps (a section of the packed facts, a mapped file), aligned to 64.
 * NULL when they are no model of this version, or damaged; *ret_why then says so in a few static words. */
oni_model *oni_model_open(oni_str bytes, const char **ret_why);

/* Gives back what opening took; NULL is allowed. The bytes are the caller's. */
void oni_model_drop(oni_model *model);

/* model NULL: every word is an X without a head. */
void oni_analyse(const oni_model *model, const oni_facts *facts, oni_doc *doc);

#endif
