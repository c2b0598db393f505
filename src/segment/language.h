/* language.h - Which language an article is in: fills doc->language, where the input did not tell it, and doc->foreign. */
#ifndef ONI_SEGMENT_LANGUAGE_H
#define ONI_SEGMENT_LANGUAGE_H

#include "doc/doc.h"
#include "pack/facts.h"

/* Needs doc->words. Does nothing where the text leaves a doubt, or the input says that it is English. */
void oni_find_language(const oni_facts *facts, oni_doc *doc);

#endif
