/* phrases.h - longest match of a table's phrases in text.
 *
 * Every table has an index of its phrases: the columns whose header starts with '*' ("*name", "*aliases"; the
 * mark is not part of the column's name), each cell a list split by '|'; without any mark the first column.
 * Text and phrases are compared in normal form: case folded, diacritics off, apostrophes and full stops off,
 * hyphens and white space one space. So "Guinea-Bissau", "GUINEA BISSAU" and "Guinea - Bissau" are one phrase,
 * "U.N." is "UN", "Sana'a" is "Sanaa". Whether the text's case makes sense ("us" for the US) is the caller's
 * to ask.
 *
 * A match compares hashes only, 32 bits beside those that choose the bucket: about one wrong match in 10^9 look-ups. */
#ifndef ONI_PACK_PHRASES_H
#define ONI_PACK_PHRASES_H

#include "pack/facts.h"

/* The rows that carry a phrase: [first, first + n) of the index; row numbers by oni_phrase_row. */
typedef struct oni_phrase {
	uint32_t first, n;
	uint32_t words;      /* how many words it covers (oni_phrase_longest) */
} oni_phrase;

/* The rows with exactly this phrase; n 0 when there is none. */
oni_phrase oni_phrase_find(const oni_table *table, oni_str phrase);

/* The longest phrase that starts at byte `begin` of text and ends where one of the words ends. ends[i] is the
 * byte behind the i-th word from there, rising; n words at most. n 0 and words 0 when there is none. */
oni_phrase oni_phrase_longest(const oni_table *table, oni_str text, uint32_t begin, const uint32_t *ends, uint32_t n);

/* The k-th row of a match, in table order; ONI_NO_ROW when k >= n. */
uint32_t oni_phrase_row(const oni_table *table, oni_phrase phrase, uint32_t k);

/* Writes the normal form of s, at most `room` bytes (cut at a code point); returns how many. */
size_t oni_phrase_normal(oni_str s, char *ret_bytes, size_t room);

#endif
