/* offsets.h - bytes to code points: what the record counts in. */
#ifndef ONI_RECORD_OFFSETS_H
#define ONI_RECORD_OFFSETS_H

#include "base/arena.h"

typedef struct oni_offsets {
	oni_str text;
	const uint32_t *before; /* [text.n / ONI_STRIDE + 1] code points before byte i * ONI_STRIDE; NULL: all ASCII */
} oni_offsets;

enum { ONI_STRIDE = 64 };

/* The table for a text, in the arena. One pass over it. */
oni_offsets oni_offsets_of(oni_arena *arena, oni_str text);

/* How many code points begin before byte `at` (at most text.n). Constant time. */
uint32_t oni_offset(const oni_offsets *offsets, uint32_t at);

#endif
