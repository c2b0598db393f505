/* arena.h - memory that is dropped whole: one arena for each article, one for scratch.
 *
 * An arena has a byte limit. The allocation that would pass it (or that the system refuses) does not return:
 * it longjmps to the guard that the arena's owner set. So nothing else in the library
 * tests an allocation. One thread at a time. */
#ifndef ONI_BASE_ARENA_H
#define ONI_BASE_ARENA_H

#include <setjmp.h>
#include <stdint.h>

#include "base/str.h"

struct oni_block;

typedef struct oni_arena {
	struct oni_block *first, *now; /* owned; kept over oni_arena_clear */
	char *free, *end;              /* the room left in `now` */
	size_t held, limit;            /* bytes held from the system; the most that may be, with the partner's */
	const struct oni_arena *partner; /* lent or NULL: an arena that draws on the same limit */
	jmp_buf *guard;                /* lent by the owner; must be live when anything is allocated */
} oni_arena;

/* An arena that holds no memory yet. limit 0: no limit. */
void oni_arena_init(oni_arena *arena, size_t limit);

/* Gives everything back to the system. */
void oni_arena_drop(oni_arena *arena);

/* Forgets what was allocated; keeps up to `keep` bytes of blocks for the next article. */
void oni_arena_clear(oni_arena *arena, size_t keep);

/* n bytes, zeroed, aligned for any object. n 0 gives a valid pointer. Never NULL. */
void *oni_alloc(oni_arena *arena, size_t n);

/* Grows the array of `old` bytes at `at` to `wanted` bytes, in place where it is the newest. The new bytes hold anything. */
void *oni_regrow(oni_arena *arena, void *at, size_t old, size_t wanted);

/* A copy of s that lives as long as the arena; NUL-terminated behind its n bytes. */
oni_str oni_keep(oni_arena *arena, oni_str s);

/* printf into the arena. */
oni_str oni_keepf(oni_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ONI_NEW(arena, type) ((type *)oni_alloc((arena), sizeof(type)))
#define ONI_NEW_N(arena, type, n) ((type *)oni_alloc((arena), sizeof(type) * (size_t)(n)))

/* A place to come back to: what was allocated since is forgotten (for scratch). */
typedef struct oni_mark {
	struct oni_block *now;
	char *free;
} oni_mark;
oni_mark oni_arena_mark(const oni_arena *arena);
void oni_arena_rewind(oni_arena *arena, oni_mark mark);

#endif
