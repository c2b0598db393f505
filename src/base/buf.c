#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool oni_buf_reserve(oni_buf *buf, size_t more)
{
	if (buf->failed)
		return false;
	if (more <= buf->room - buf->n)
		return true;
	size_t room = buf->room ? buf->room : 256;
	while (room < SIZE_MAX / 2 && room - buf->n < more)
		room *= 2;
	char *at = room - buf->n < more ? NULL : realloc(buf->at, room);
	if (!at) {
		buf->failed = true;
		return false;
	}
	buf->at = at;
	buf->room = room;
	return true;
}

void oni_buf_add(oni_buf *buf, oni_str s)
{
	if (s.n == 0 || !oni_buf_reserve(buf, s.n))
		return;
	memcpy(buf->at + buf->n, s.at, s.n);
	buf->n += s.n;
}

void oni_buf_addf(oni_buf *buf, const char *format, ...)
{
	va_list list, again;
	va_start(list, format);
	va_copy(again, list);
	int n = vsnprintf(NULL, 0, format, list);
	va_end(list);
	if (n > 0 && oni_buf_reserve(buf, (size_t)n + 1)) {
		vsnprintf(buf->at + buf->n, (size_t)n + 1, format, again);
		buf->n += (size_t)n;
	}
	va_end(again);
}

void oni_buf_clear(oni_buf *buf, size_t keep)
{
	if (buf->room > keep)
		oni_buf_drop(buf);
	buf->n = 0;
	buf->failed = false;
}

void oni_buf_drop(oni_buf *buf)
{
	free(buf->at);
	*buf = (oni_buf){0};
}
