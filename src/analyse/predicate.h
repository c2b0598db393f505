/* predicate.h - a sentence whose verb was read as a description: the verb made its predicate again. */
#ifndef ONI_ANALYSE_PREDICATE_H
#define ONI_ANALYSE_PREDICATE_H

#include "analyse/language.h"

/* Looks at every sentence of doc that ends like one; changes heads, relations, the verb's tags and lemma, and the root. */
void oni_mend_predicates(const oni_model *model, oni_doc *doc);

#endif
