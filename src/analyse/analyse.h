/* analyse.h - the language core: tags, lemmas, dependencies, names, from a trained model.
 *
 * Fills lemma, upos, xpos, feats, morph, head, rel and name of every word, root of every sentence, and doc->names.
 * The model is mapped read-only and shared by all threads. Time and memory are linear in the words. */
#ifndef ONI_ANALYSE_ANALYSE_H
#define ONI_ANALYSE_ANALYSE_H

#include "doc/doc.h"
#include "pack/facts.h"

typedef struct oni_model oni_model;

void oni_analyse(const oni_model *model, const oni_facts *facts, oni_doc *doc);

#endif
