#include "analyse/analyse.h"

/* NEEDSWORK: nothing yet: every word is an X without a head. */
void oni_analyse(const oni_model *model, const oni_facts *facts, oni_doc *doc)
{
	(void)model;
	(void)facts;
	for (uint32_t i = 0; i < doc->words.n; i++) {
		oni_word *w = &doc->words.at[i];
		w->head = w->name = ONI_NONE;
		w->rel = ONI_REL_DEP;
	}
}
