/* settle.h - the second look at names: what the article as a whole and the fact tables say of each word's labels. */
#ifndef ONI_ANALYSE_SETTLE_H
#define ONI_ANALYSE_SETTLE_H

#include "analyse/language.h"

/* The network's logits for names, kept for all words of the article: [words][name_count], 10 bits behind the point. */
typedef struct oni_evidence {
	int16_t *score;
	uint32_t labels;
} oni_evidence;

/* Weighs the evidence anew, chooses the best labels of each sentence and fills doc->names and the words' name.
 * Changes `evidence`. facts may be NULL. */
void oni_settle_names(const oni_model *model, const oni_facts *facts, oni_doc *doc, oni_evidence *evidence);

#endif
