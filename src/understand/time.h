/* time.h - Time expressions: fills doc->times; sets doc->published and published_from where the input gave no date
 * and the text allows. */
#ifndef ONI_UNDERSTAND_TIME_H
#define ONI_UNDERSTAND_TIME_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_find_times(const oni_facts *facts, oni_doc *doc);

#endif
