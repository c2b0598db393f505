#include "record/offsets.h"

#include "base/utf8.h"

oni_offsets oni_offsets_of(oni_arena *arena, oni_str text)
{
	uint32_t *before = ONI_NEW_N(arena, uint32_t, text.n / ONI_STRIDE + 1), count = 0;
	for (size_t i = 0; i <= text.n / ONI_STRIDE; i++) {
		before[i] = count;
		count += (uint32_t)oni_utf8_count(oni_str_cut(text, i * ONI_STRIDE, (i + 1) * ONI_STRIDE));
	}
	return (oni_offsets){text, count == text.n ? NULL : before};
}

uint32_t oni_offset(const oni_offsets *offsets, uint32_t at)
{
	if (!offsets->before)
		return at;
	uint32_t block = at / ONI_STRIDE;
	return offsets->before[block] + (uint32_t)oni_utf8_count(oni_str_cut(offsets->text, block * ONI_STRIDE, at));
}
