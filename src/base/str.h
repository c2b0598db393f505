/* str.h - a view of bytes: pointer and length, never owned, not NUL-terminated. Any thread. */
#ifndef ONI_BASE_STR_H
#define ONI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct oni_str {
	const char *at; /* [n] bytes, UTF-8 unless said otherwise; may be NULL when n is 0 */
	size_t n;
} oni_str;

/* For a string literal: ONI_STR("said"). printf: "%.*s", ONI_FMT(s). */
#define ONI_STR(literal) ((oni_str){(literal), sizeof(literal) - 1})
#define ONI_FMT(s) (int)(s).n, (s).at

static inline oni_str oni_str_of(const char *zero_terminated)
{
	return (oni_str){zero_terminated, zero_terminated ? strlen(zero_terminated) : 0};
}

static inline bool oni_str_eq(oni_str a, oni_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

/* s equals a C string: oni_str_is(w->lemma, "say"). */
static inline bool oni_str_is(oni_str s, const char *zero_terminated)
{
	size_t n = strlen(zero_terminated);
	return s.n == n && (n == 0 || memcmp(s.at, zero_terminated, n) == 0);
}

/* s equals one of a list that ends in NULL. */
static inline bool oni_str_in(oni_str s, const char *const *list)
{
	for (; *list; list++)
		if (oni_str_is(s, *list))
			return true;
	return false;
}

static inline bool oni_str_starts(oni_str s, const char *prefix)
{
	size_t n = strlen(prefix);
	return s.n >= n && memcmp(s.at, prefix, n) == 0;
}

static inline bool oni_str_ends(oni_str s, const char *suffix)
{
	size_t n = strlen(suffix);
	return s.n >= n && memcmp(s.at + s.n - n, suffix, n) == 0;
}

/* Bytes [from, to) of s; both are clamped to it. */
static inline oni_str oni_str_cut(oni_str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (oni_str){s.at ? s.at + from : NULL, to - from};
}

/* Byte order; shorter first where one is a prefix of the other. */
static inline int oni_str_cmp(oni_str a, oni_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int d = n ? memcmp(a.at, b.at, n) : 0;
	return d ? d : (a.n > b.n) - (a.n < b.n);
}

/* ASCII without case; other bytes must be equal. */
bool oni_str_eq_nocase(oni_str a, oni_str b);

/* oni_str_in without ASCII case. */
bool oni_str_in_nocase(oni_str s, const char *const *list);

/* Without ASCII white space at both ends. */
oni_str oni_str_trim(oni_str s);

/* Takes the part of *rest before the next `separator` (or all of it) and moves *rest behind it;
 * false when *rest is exhausted (at == NULL). Splitting "" yields one empty field. */
bool oni_str_split(oni_str *rest, char separator, oni_str *ret_field);

/* FNV-1a of 64 bits: stable over machines and versions, so it may be stored. Not for hostile keys. */
uint64_t oni_hash(oni_str s);
uint64_t oni_hash_more(uint64_t hash, oni_str s);

#endif
