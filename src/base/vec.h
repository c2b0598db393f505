/* vec.h - a growable array in an arena.
 *
 *   ONI_VEC(oni_word) words = {0};
 *   oni_word *w = oni_push(arena, &words);      // zeroed; pointers into the array may move at the next push
 *   for (uint32_t i = 0; i < words.n; i++) use(&words.at[i]);
 */
#ifndef ONI_BASE_VEC_H
#define ONI_BASE_VEC_H

#include "base/arena.h"

#define ONI_VEC(type) struct { type *at; uint32_t n, room; }

/* A pointer to one more element, zeroed. */
#define oni_push(arena, vec) \
	(oni_make_room((arena), (vec)), memset(&(vec)->at[(vec)->n], 0, sizeof *(vec)->at), &(vec)->at[(vec)->n++])

/* A pointer to one more element that holds anything: for who sets all of it. */
#define oni_push_bare(arena, vec) (oni_make_room((arena), (vec)), &(vec)->at[(vec)->n++])

#define oni_make_room(arena, vec) \
	((vec)->n < (vec)->room ? (void)0 : \
		(void)((vec)->at = oni_vec_grow((arena), (vec)->at, &(vec)->room, sizeof *(vec)->at)))

/* Gives an empty array room for `wanted` elements at once: growing copies. */
#define oni_reserve(arena, vec, wanted) \
	((vec)->room = (wanted), (vec)->at = oni_regrow((arena), NULL, 0, (size_t)(vec)->room * sizeof *(vec)->at))

/* Halving: ret (a uint32_t) is the first i of 0..n-1 that `test` does not hold for, n where it holds for all. The test is an
 * expression in i that holds for a first part of them and for none behind it:
 *   oni_halve(from, doc->words.n, i, doc->words.at[i].at.begin < byte);     // the first word that begins at or behind byte */
#define oni_halve(ret, n, i, test) \
	do { \
		uint32_t low_ = 0, high_ = (n); \
		while (low_ < high_) { \
			uint32_t i = low_ + (high_ - low_) / 2; \
			if (test) \
				low_ = i + 1; \
			else \
				high_ = i; \
		} \
		(ret) = low_; \
	} while (0)

static inline void *oni_vec_grow(oni_arena *arena, void *at, uint32_t *room, size_t size)
{
	uint32_t old = *room, wanted = old ? old * 2 : 8;
	*room = wanted;
	return oni_regrow(arena, at, old * size, wanted * size);
}

#endif
