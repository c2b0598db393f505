/* utf8.h - UTF-8, one code point at a time. Nothing here allocates; any thread. */
#ifndef ONI_BASE_UTF8_H
#define ONI_BASE_UTF8_H

#include "base/str.h"

enum { ONI_BAD_RUNE = -1 };

/* The code point at s.at[at] (at < s.n) and its length in bytes; ONI_BAD_RUNE with length 1 where the
 * bytes are not UTF-8 (overlong forms, surrogates and values above U+10FFFF are not). */
int32_t oni_rune_at(oni_str s, size_t at, size_t *ret_length);

/* The code point that ends before byte `at` (at > 0), and its length. */
int32_t oni_rune_before(oni_str s, size_t at, size_t *ret_length);

/* Writes 1 to 4 bytes; a value that is no scalar value is written as U+FFFD. Returns how many. */
size_t oni_rune_put(int32_t rune, char ret_bytes[4]);

/* Where the first invalid byte is; s.n when all of s is UTF-8. */
size_t oni_utf8_valid_until(oni_str s);

/* How many code points valid UTF-8 holds. */
size_t oni_utf8_count(oni_str s);

#endif
