/* Blocks in a list, each twice the size of the last up to 1 MiB; an object larger than that gets its own. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { ALIGN = 16, FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct oni_block {
	struct oni_block *next;
	size_t size; /* bytes behind this header */
};

enum { HEAD = (sizeof(struct oni_block) + ALIGN - 1) / ALIGN * ALIGN };

static char *block_begin(struct oni_block *b)
{
	return (char *)b + HEAD;
}

void oni_arena_init(oni_arena *arena, size_t limit)
{
	*arena = (oni_arena){.limit = limit ? limit : SIZE_MAX};
}

static void free_blocks(oni_arena *arena, struct oni_block *b)
{
	while (b) {
		struct oni_block *next = b->next;
		arena->held -= b->size + HEAD;
		free(b);
		b = next;
	}
}

void oni_arena_drop(oni_arena *arena)
{
	free_blocks(arena, arena->first);
	arena->first = arena->now = NULL;
	arena->free = arena->end = NULL;
}

static void enter(oni_arena *arena, struct oni_block *b)
{
	arena->now = b;
	arena->free = b ? block_begin(b) : NULL;
	arena->end = b ? block_begin(b) + b->size : NULL;
}

void oni_arena_clear(oni_arena *arena, size_t keep)
{
	struct oni_block **link = &arena->first;
	size_t kept = 0;
	while (*link && kept + (*link)->size <= keep) {
		kept += (*link)->size;
		link = &(*link)->next;
	}
	free_blocks(arena, *link);
	*link = NULL;
	enter(arena, arena->first);
}

static void refuse(oni_arena *arena)
{
	if (arena->guard)
		longjmp(*arena->guard, 1);
	abort(); /* a programming error: allocation outside any guard */
}

/* Makes `now` a block with room for n bytes: the next one kept, or a new one behind `now`. */
static void make_room(oni_arena *arena, size_t n)
{
	while (arena->now && arena->now->next) {
		enter(arena, arena->now->next);
		if ((size_t)(arena->end - arena->free) >= n)
			return;
	}
	size_t size = arena->now ? arena->now->size * 2 : FIRST_BLOCK;
	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < n)
		size = n;
	size_t held = arena->held + (arena->partner ? arena->partner->held : 0);
	if (held >= arena->limit || size + HEAD > arena->limit - held)
		refuse(arena);
	struct oni_block *b = malloc(HEAD + size);
	if (!b)
		refuse(arena);
	*b = (struct oni_block){NULL, size};
	arena->held += HEAD + size;
	if (arena->now)
		arena->now->next = b;
	else
		arena->first = b;
	enter(arena, b);
}

static void *take(oni_arena *arena, size_t n)
{
	if (n > SIZE_MAX / 4)
		refuse(arena);
	size_t whole = (n + ALIGN - 1) / ALIGN * ALIGN;
	if (!arena->now || (size_t)(arena->end - arena->free) < whole)
		make_room(arena, whole);
	void *at = arena->free;
	arena->free += whole;
	return at;
}

void *oni_alloc(oni_arena *arena, size_t n)
{
	return memset(take(arena, n), 0, n);
}

void *oni_regrow(oni_arena *arena, void *at, size_t old, size_t wanted)
{
	size_t whole = (old + ALIGN - 1) / ALIGN * ALIGN, more = (wanted + ALIGN - 1) / ALIGN * ALIGN;
	if (at && (char *)at + whole == arena->free && (size_t)(arena->end - (char *)at) >= more) {
		arena->free = (char *)at + more;
		return at;
	}
	char *fresh = take(arena, wanted);
	if (old)
		memcpy(fresh, at, old);
	return fresh;
}

oni_str oni_keep(oni_arena *arena, oni_str s)
{
	char *at = take(arena, s.n + 1);
	if (s.n)
		memcpy(at, s.at, s.n);
	at[s.n] = 0;
	return (oni_str){at, s.n};
}

oni_str oni_keepf(oni_arena *arena, const char *format, ...)
{
	va_list list, again;
	va_start(list, format);
	va_copy(again, list);
	int n = vsnprintf(NULL, 0, format, list);
	va_end(list);
	char *at = take(arena, (size_t)(n < 0 ? 0 : n) + 1);
	vsnprintf(at, (size_t)(n < 0 ? 0 : n) + 1, format, again);
	va_end(again);
	return (oni_str){at, (size_t)(n < 0 ? 0 : n)};
}

oni_mark oni_arena_mark(const oni_arena *arena)
{
	return (oni_mark){arena->now, arena->free};
}

void oni_arena_rewind(oni_arena *arena, oni_mark mark)
{
	if (!mark.now) {
		enter(arena, arena->first);
		return;
	}
	enter(arena, mark.now);
	arena->free = mark.free;
}
