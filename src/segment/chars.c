/* Classes of code points: comparisons for the scripts that news is written in, utf8proc for the rest. */
#include "segment/chars.h"

#include <utf8proc.h>

#define S ONI_CH_SPACE
#define D ONI_CH_DIGIT
#define U (ONI_CH_LETTER | ONI_CH_UPPER)
#define L (ONI_CH_LETTER | ONI_CH_LOWER)
#define W ONI_CH_WIDE, ONI_CH_WIDE, ONI_CH_WIDE, ONI_CH_WIDE, ONI_CH_WIDE, ONI_CH_WIDE, ONI_CH_WIDE, ONI_CH_WIDE
const uint8_t oni_byte_bits[256] = {
	S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	S, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0,
	0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, 0, 0, 0, 0, 0,
	0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, S,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
};
#undef S
#undef D
#undef U
#undef L
#undef W

static unsigned category_bits(int32_t rune)
{
	switch (utf8proc_category(rune)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return ONI_CH_LETTER | ONI_CH_UPPER;
	case UTF8PROC_CATEGORY_LL:
		return ONI_CH_LETTER | ONI_CH_LOWER;
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_NL:
		return ONI_CH_LETTER;
	case UTF8PROC_CATEGORY_ND:
		return ONI_CH_DIGIT;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return ONI_CH_MARK;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
		return ONI_CH_SPACE;
	default:
		return 0;
	}
}

unsigned oni_char_bits(int32_t rune)
{
	if (rune >= 0 && rune < 0x80)
		return oni_byte_bits[rune];
	if (rune < 0)
		return 0;
	if (rune >= 0x80 && rune <= 0x9F) /* Windows-1252 taken for Latin-1: marks and dashes, but for NEL */
		return rune == 0x85 ? ONI_CH_SPACE : 0;
	if (rune == 0xA0 || rune == 0xFEFF || rune == 0x200B || rune == 0x2060 || (rune >= 0x200E && rune <= 0x200F) ||
	    (rune >= 0x202A && rune <= 0x202F) || (rune >= 0x2066 && rune <= 0x2069))
		return ONI_CH_SPACE;
	if (rune == 0xAD || rune == 0x200C || rune == 0x200D || (rune >= 0xFE00 && rune <= 0xFE0F))
		return ONI_CH_MARK;
	if (rune >= 0x2010 && rune <= 0x2027)
		return 0;
	return category_bits(rune);
}

unsigned oni_wide_char_at(oni_str s, size_t at)
{
	size_t length;
	unsigned bits = oni_char_bits(oni_rune_at(s, at, &length));
	return bits | (unsigned)length << 8;
}

unsigned oni_char_before(oni_str s, size_t at)
{
	size_t length;
	return at == 0 ? ONI_CH_SPACE : oni_char_bits(oni_rune_before(s, at, &length));
}

static oni_mark_shape shape_of(int32_t rune)
{
	switch (rune) {
	case '"':
	case 0xFF02:
		return ONI_MARK_DOUBLE;
	case 0x201C:
	case 0x93:
		return ONI_MARK_DOUBLE_LEFT;
	case 0x201D:
	case 0x94:
	case 0x201F:
		return ONI_MARK_DOUBLE_RIGHT;
	case 0x201E:
		return ONI_MARK_DOUBLE_LOW;
	case '\'':
		return ONI_MARK_SINGLE;
	case 0x2018:
	case 0x91:
	case '`':
		return ONI_MARK_SINGLE_LEFT;
	case 0x2019:
	case 0x92:
	case 0xB4:
		return ONI_MARK_SINGLE_RIGHT;
	case 0x201A:
		return ONI_MARK_SINGLE_LOW;
	case 0xAB:
	case 0x300C:
	case 0x300E:
		return ONI_MARK_ANGLE_LEFT;
	case 0xBB:
	case 0x300D:
	case 0x300F:
		return ONI_MARK_ANGLE_RIGHT;
	case 0x2039:
		return ONI_MARK_CHEVRON_LEFT;
	case 0x203A:
		return ONI_MARK_CHEVRON_RIGHT;
	default:
		return ONI_MARK_NONE;
	}
}

oni_mark_shape oni_any_mark_at(oni_str s, size_t at, size_t *ret_length)
{
	int32_t rune = oni_rune_at(s, at, ret_length);
	oni_mark_shape shape = shape_of(rune);
	if (shape != ONI_MARK_SINGLE && shape != ONI_MARK_SINGLE_LEFT && shape != ONI_MARK_SINGLE_RIGHT)
		return shape;
	size_t second;
	if (at + *ret_length < s.n && oni_rune_at(s, at + *ret_length, &second) == rune) {
		*ret_length += second;
		return shape == ONI_MARK_SINGLE_LEFT    ? ONI_MARK_DOUBLE_LEFT
		       : shape == ONI_MARK_SINGLE_RIGHT ? ONI_MARK_DOUBLE_RIGHT
							: ONI_MARK_DOUBLE;
	}
	return shape;
}

size_t oni_wide_apostrophe_at(oni_str s, size_t at)
{
	size_t length;
	switch (oni_rune_at(s, at, &length)) {
	case 0x2019:
	case 0x2018:
	case 0x2BC:
	case 0xB4:
	case 0x92:
	case 0xFF07:
		return length;
	default:
		return 0;
	}
}
