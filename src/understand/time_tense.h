/* time_tense.h - whether the clause around a time expression looks back or ahead. */
#ifndef ONI_UNDERSTAND_TIME_TENSE_H
#define ONI_UNDERSTAND_TIME_TENSE_H

#include "understand/time_resolve.h"

/* Of the expression in words [first, end) of a sentence. */
oni_tense oni_tense_of(const oni_table *cues, const oni_doc *doc, uint32_t first, uint32_t end);

#endif
