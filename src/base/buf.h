/* buf.h - bytes that grow, owned by whoever holds the buffer; for what outlives an article's arena (lines read,
 * records written). A failed allocation sets `failed` and every later call does nothing: test it once, at the end. */
#ifndef ONI_BASE_BUF_H
#define ONI_BASE_BUF_H

#include "base/str.h"

typedef struct oni_buf {
	char *at;              /* [n] bytes of `room`, owned */
	size_t n, room;
	bool failed;
} oni_buf;

/* Room for `more` bytes behind the n there are; false when there is no memory. */
bool oni_buf_reserve(oni_buf *buf, size_t more);

void oni_buf_add(oni_buf *buf, oni_str s);
void oni_buf_addf(oni_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline void oni_buf_byte(oni_buf *buf, char byte)
{
	if (buf->n < buf->room || oni_buf_reserve(buf, 1))
		buf->at[buf->n++] = byte;
}

static inline oni_str oni_buf_str(const oni_buf *buf)
{
	return (oni_str){buf->at, buf->n};
}

/* Empties it; gives the memory back where it holds more than `keep` bytes. */
void oni_buf_clear(oni_buf *buf, size_t keep);
void oni_buf_drop(oni_buf *buf);

#endif
