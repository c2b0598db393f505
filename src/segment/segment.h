/* segment.h - Paragraphs, segments and their kinds, sentences, tokens, words, quotation marks: fills doc->segments,
 * sentences, tokens, words (at, form, token, sentence, quote) and quotes from doc->text. */
#ifndef ONI_SEGMENT_SEGMENT_H
#define ONI_SEGMENT_SEGMENT_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_segment_text(const oni_facts *facts, oni_doc *doc);

/* Only the quotation marks: doc->quotes and quote of every word, where segments, sentences, tokens and words were given. */
void oni_segment_quotes(const oni_facts *facts, oni_doc *doc);

#endif
