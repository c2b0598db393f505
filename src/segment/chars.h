/* chars.h - what a code point is, as far as cutting text needs to know. Nothing allocates; any thread. */
#ifndef ONI_SEGMENT_CHARS_H
#define ONI_SEGMENT_CHARS_H

#include "base/utf8.h"

enum {
	ONI_CH_SPACE = 1,  /* white space, and what is invisible and between words (NBSP, ZWSP, BOM, controls) */
	ONI_CH_UPPER = 2,
	ONI_CH_LOWER = 4,
	ONI_CH_LETTER = 8, /* any letter; UPPER and LOWER are letters too */
	ONI_CH_DIGIT = 16,
	ONI_CH_MARK = 32,  /* combining marks and joiners: part of what they follow */
	ONI_CH_WORD = ONI_CH_LETTER | ONI_CH_DIGIT | ONI_CH_MARK
};

/* The bits of a code point; 0 for punctuation and symbols. */
unsigned oni_char_bits(int32_t rune);

/* The same for 0..127, one look-up: text is mostly ASCII, and every byte is asked about several times. */
extern const uint8_t oni_ascii_bits[128];

/* The bits of the code point at byte `at`, 0 behind the end; ret_length may be NULL. */
static inline unsigned oni_char_at(oni_str s, size_t at, size_t *ret_length)
{
	size_t length = at < s.n;
	unsigned bits = 0;
	if (length) {
		unsigned char c = (unsigned char)s.at[at];
		bits = c < 0x80 ? oni_ascii_bits[c] : oni_char_bits(oni_rune_at(s, at, &length));
	}
	if (ret_length)
		*ret_length = length;
	return bits;
}

/* ASCII capitals made small; other bytes as they are. */
static inline char oni_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* The bits of the code point before byte `at`; ONI_CH_SPACE at the begin of s. */
unsigned oni_char_before(oni_str s, size_t at);

/* Quotation marks and apostrophes by what they look like. */
typedef enum oni_mark_shape {
	ONI_MARK_NONE,
	ONI_MARK_DOUBLE,       /* " ＂ and '' */
	ONI_MARK_DOUBLE_LEFT,  /* “ and `` */
	ONI_MARK_DOUBLE_RIGHT, /* ” and ’’ */
	ONI_MARK_DOUBLE_LOW,   /* „ */
	ONI_MARK_SINGLE,       /* ' */
	ONI_MARK_SINGLE_LEFT,  /* ‘ ` */
	ONI_MARK_SINGLE_RIGHT, /* ’ ´ */
	ONI_MARK_SINGLE_LOW,   /* ‚ */
	ONI_MARK_ANGLE_LEFT,   /* « 「 『 */
	ONI_MARK_ANGLE_RIGHT,  /* » 」 』 */
	ONI_MARK_CHEVRON_LEFT, /* ‹ */
	ONI_MARK_CHEVRON_RIGHT /* › */
} oni_mark_shape;

/* The mark at byte `at` and its length. Two single marks (``, '') are one double mark. */
oni_mark_shape oni_mark_at(oni_str s, size_t at, size_t *ret_length);

/* An apostrophe of any drawing (' ’ ` ʼ ‘) at byte `at`: its length in bytes, 0 where there is none. */
size_t oni_wide_apostrophe_at(oni_str s, size_t at);
static inline size_t oni_apostrophe_at(oni_str s, size_t at)
{
	if (at >= s.n)
		return 0;
	unsigned char c = (unsigned char)s.at[at];
	return c < 0x80 ? c == '\'' || c == '`' : oni_wide_apostrophe_at(s, at);
}

#endif
