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

/* The bits of the code point at byte `at`, 0 behind the end; ret_length may be NULL. */
unsigned oni_char_at(oni_str s, size_t at, size_t *ret_length);

/* The bits of the code point before byte `at`; ONI_CH_SPACE at the begin of s. */
unsigned oni_char_before(oni_str s, size_t at);

/* Quotation marks and apostrophes by what they look like. */
typedef enum oni_mark_shape {
	ONI_MARK_NONE,
	ONI_MARK_DOUBLE,       /* " ＂ */
	ONI_MARK_DOUBLE_LEFT,  /* “ and `` */
	ONI_MARK_DOUBLE_RIGHT, /* ” and '' */
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

/* The mark at byte `at` and its length. `` and '' (two single marks) are double marks. */
oni_mark_shape oni_mark_at(oni_str s, size_t at, size_t *ret_length);

/* An apostrophe of any drawing (' ’ ` ʼ ‘) at byte `at`: its length in bytes, 0 where there is none. */
size_t oni_apostrophe_at(oni_str s, size_t at);

#endif
