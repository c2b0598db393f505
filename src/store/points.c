#include <stdlib.h>

#include "store/store.h"

enum { STRIDE = 64 };

static bool starts_point(char byte)
{
	return ((unsigned char)byte & 0xC0) != 0x80;
}

bool oni_points_of(oni_points *p, oni_str text)
{
	p->text = text;
	p->n = 0;
	p->ascii = true;
	for (size_t i = 0; p->ascii && i < text.n; i++)
		p->ascii = (unsigned char)text.at[i] < 0x80;
	if (p->ascii)
		return true;
	if (p->room < text.n / STRIDE + 2) {
		free(p->at);
		p->room = (uint32_t)(text.n / STRIDE + 2);
		p->at = malloc(p->room * sizeof *p->at);
		if (!p->at) {
			p->room = 0;
			return false;
		}
	}
	uint32_t count = 0;
	for (size_t i = 0; i < text.n; i++)
		if (starts_point(text.at[i]) && count++ % STRIDE == 0)
			p->at[p->n++] = (uint32_t)i;
	return true;
}

static uint32_t byte_of(const oni_points *p, uint32_t point)
{
	uint32_t n = (uint32_t)p->text.n;
	if (p->ascii)
		return point < n ? point : n;
	if (point / STRIDE >= p->n)
		return n;
	uint32_t at = p->at[point / STRIDE];
	for (uint32_t left = point % STRIDE; left && at < n; left--)
		do
			at++;
		while (at < n && !starts_point(p->text.at[at]));
	return at;
}

oni_str oni_points_cut(const oni_points *p, uint32_t begin, uint32_t end)
{
	return oni_str_cut(p->text, byte_of(p, begin), byte_of(p, end));
}
