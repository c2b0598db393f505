#include "base/str.h"

static unsigned char lower_ascii(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

bool oni_str_eq_nocase(oni_str a, oni_str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (lower_ascii((unsigned char)a.at[i]) != lower_ascii((unsigned char)b.at[i]))
			return false;
	return true;
}

bool oni_str_in_nocase(oni_str s, const char *const *list)
{
	for (; *list; list++)
		if (oni_str_eq_nocase(s, oni_str_of(*list)))
			return true;
	return false;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

oni_str oni_str_trim(oni_str s)
{
	while (s.n && is_space(s.at[0]))
		s.at++, s.n--;
	while (s.n && is_space(s.at[s.n - 1]))
		s.n--;
	return s;
}

bool oni_str_split(oni_str *rest, char separator, oni_str *ret_field)
{
	if (!rest->at)
		return false;
	const char *stop = rest->n ? memchr(rest->at, separator, rest->n) : NULL;
	size_t n = stop ? (size_t)(stop - rest->at) : rest->n;
	*ret_field = (oni_str){rest->at, n};
	*rest = stop ? (oni_str){stop + 1, rest->n - n - 1} : (oni_str){NULL, 0};
	return true;
}

uint64_t oni_hash_more(uint64_t hash, oni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		hash = (hash ^ (unsigned char)s.at[i]) * UINT64_C(1099511628211);
	return hash;
}

uint64_t oni_hash(oni_str s)
{
	return oni_hash_more(UINT64_C(14695981039346656037), s);
}
