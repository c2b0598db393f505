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
	ONI_CH_WORD = ONI_CH_LETTER | ONI_CH_DIGIT | ONI_CH_MARK,
	ONI_CH_WIDE = 64   /* in oni_byte_bits alone: a byte of a longer code point; what that is, oni_char_at tells */
};

/* The bits of a code point; 0 for punctuation and symbols. */
unsigned oni_char_bits(int32_t rune);

/* The same for a byte, one look-up: text is mostly ASCII, and every byte is asked about several times. */
extern const uint8_t oni_byte_bits[256];

static inline unsigned oni_byte_at(oni_str s, size_t at)
{
	return oni_byte_bits[(unsigned char)s.at[at]];
}

/* The bits of a code point of several bytes at byte `at`, and its length << 8. */
unsigned oni_wide_char_at(oni_str s, size_t at);

/* The bits of the code point at byte `at`, 0 behind the end; ret_length may be NULL. */
static inline unsigned oni_char_at(oni_str s, size_t at, size_t *ret_length)
{
	size_t length = at < s.n;
	unsigned bits = length ? oni_byte_at(s, at) : 0;
	if (bits == ONI_CH_WIDE) {
		bits = oni_wide_char_at(s, at);
		length = bits >> 8;
		bits &= 0xFF;
	}
	if (ret_length)
		*ret_length = length;
	return bits;
}

/* ---- runs ----
 *
 * Words end after one byte or after twelve, and a loop over their bytes guesses its end wrongly each time. So the runs that
 * every word is part of are measured eight bytes at a time, without a branch. */

/* Eight bytes, the first lowest. */
static inline uint64_t oni_eight_at(oni_str s, size_t at)
{
	uint64_t eight;
	memcpy(&eight, s.at + at, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	return eight;
}

/* How many of the eight bytes, from the first on, are from low to high (both ASCII). */
static inline unsigned oni_first_within(uint64_t eight, unsigned low, unsigned high)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
	uint64_t seven = eight & ~tops;
	uint64_t within = (seven + ones * (0x80 - low)) & ~(seven + ones * (0x7F - high)) & ~eight;
	uint64_t others = ~within & tops;
	return others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
}

/* The end of the run of ASCII letters. */
static inline size_t oni_letters_end(oni_str s, size_t at)
{
	for (; at + 8 <= s.n; at += 8) {
		unsigned n = oni_first_within(oni_eight_at(s, at) | UINT64_C(0x2020202020202020), 'a', 'z');
		if (n < 8)
			return at + n;
	}
	while (at < s.n && (oni_byte_at(s, at) & ONI_CH_LETTER))
		at++;
	return at;
}

/* The end of the run of ASCII bytes that are drawn: no blank, no control. */
static inline size_t oni_drawn_end(oni_str s, size_t at)
{
	for (; at + 8 <= s.n; at += 8) {
		unsigned n = oni_first_within(oni_eight_at(s, at), '!', '~');
		if (n < 8)
			return at + n;
	}
	while (at < s.n && !(oni_byte_at(s, at) & (ONI_CH_SPACE | ONI_CH_WIDE)))
		at++;
	return at;
}

/* The end of the run, from byte `at`, of code points that have one of these bits. */
static inline size_t oni_run_with(oni_str s, size_t at, unsigned bits)
{
	for (size_t length;; at += length) {
		while (at < s.n && (oni_byte_at(s, at) & bits))
			at++;
		if (at >= s.n || !(oni_char_at(s, at, &length) & bits))
			return at;
	}
}

/* The end of the run of code points that have none of them. */
static inline size_t oni_run_without(oni_str s, size_t at, unsigned bits)
{
	for (size_t length;; at += length) {
		while (at < s.n && !(oni_byte_at(s, at) & (bits | ONI_CH_WIDE)))
			at++;
		if (at >= s.n || (oni_char_at(s, at, &length) & bits))
			return at;
	}
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
oni_mark_shape oni_any_mark_at(oni_str s, size_t at, size_t *ret_length);
static inline oni_mark_shape oni_mark_at(oni_str s, size_t at, size_t *ret_length)
{
	if (at < s.n) {
		char c = s.at[at];
		if ((unsigned char)c >= 0x80 || c == '"' || c == '\'' || c == '`')
			return oni_any_mark_at(s, at, ret_length);
	}
	*ret_length = at < s.n;
	return ONI_MARK_NONE;
}

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
