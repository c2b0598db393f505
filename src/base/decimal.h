/* decimal.h - decimal numbers to and from text, whatever the locale of the program around the library; and the ASCII classes
 * of bytes, for the same reason. Any thread. */
#ifndef ONI_BASE_DECIMAL_H
#define ONI_BASE_DECIMAL_H

#include "base/str.h"

enum { ONI_DECIMAL_ROOM = 400 };

/* The number that s begins with: sign, digits, a point and digits ("-12.5"); 0 where there is none. No exponents. */
double oni_decimal_of(oni_str s);

/* Writes a finite number with as few decimals as tell it, nine at most; returns how many bytes. */
size_t oni_decimal_put(double value, char ret_text[ONI_DECIMAL_ROOM]);

static inline bool oni_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool oni_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool oni_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool oni_is_letter(char c)
{
	return oni_is_lower(c) || oni_is_upper(c);
}

#endif
