/* phrase.h - longest match of a lexicon table's phrases over the article's words (pack/phrases.h has the rules of
 * comparison; case is the caller's to ask). */
#ifndef ONI_UNDERSTAND_PHRASE_H
#define ONI_UNDERSTAND_PHRASE_H

#include "doc/doc.h"
#include "pack/phrases.h"

enum { ONI_PHRASE_WORDS = 24 };

/* The longest phrase of the table that starts at word `first` and ends before word `end` (and within 24 words):
 *   oni_phrase p = oni_phrase_here(table, doc, w, doc->sentences.at[s].end);
 *   for (uint32_t k = 0; k < p.n; k++) use(oni_phrase_row(table, p, k));   // p.words: how many words it covers */
static inline oni_phrase oni_phrase_here(const oni_table *table, const oni_doc *doc, uint32_t first, uint32_t end)
{
	uint32_t ends[ONI_PHRASE_WORDS], n = 0;
	if (end > doc->words.n)
		end = doc->words.n;
	for (uint32_t w = first; w < end && n < ONI_PHRASE_WORDS; w++)
		ends[n++] = doc->words.at[w].at.end;
	if (!n)
		return (oni_phrase){0};
	return oni_phrase_longest(table, doc->text, doc->words.at[first].at.begin, ends, n);
}

#endif
