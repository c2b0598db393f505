/* Sentence ends inside a segment. */
#include "segment/chars.h"
#include "segment/parts.h"

/* The first token behind `i` that is no closing bracket or mark that touches what is before it. */
static uint32_t behind_closers(const oni_raws *raws, uint32_t i)
{
	uint32_t j = i + 1;
	while (j < raws->n && raws->at[j].kind == ONI_RAW_CLOSER && !raws->at[j].space_before)
		j++;
	return j;
}

static bool begins_sentence(const oni_doc *doc, const oni_raws *raws, uint32_t i)
{
	while (i < raws->n && raws->at[i].kind == ONI_RAW_OPENER)
		i++;
	if (i >= raws->n)
		return true;
	unsigned bits = oni_char_at(doc->text, raws->at[i].at.begin, NULL);
	return !(bits & ONI_CH_LOWER);
}

static bool ends(const oni_doc *doc, const oni_raws *raws, uint32_t i, uint32_t next)
{
	const oni_raw *raw = &raws->at[i];
	if (raw->kind != ONI_RAW_ENDER && !raw->period)
		return false;
	if (next >= raws->n)
		return true;
	if (!raws->at[next].space_before || !begins_sentence(doc, raws, next))
		return false;
	bool number = raws->at[next].kind == ONI_RAW_NUMBER;
	switch (raw->period) {
	case ONI_PERIOD_TITLE:
	case ONI_PERIOD_INITIAL:
		return false;
	case ONI_PERIOD_NUMBER:
		return !number;
	case ONI_PERIOD_ACRONYM:
	case ONI_PERIOD_OTHER:
		return false;
	default:
		return true;
	}
}

void oni_find_sentence_ends(oni_cutter *cut, const oni_raws *raws, bool *ret_ends)
{
	for (uint32_t i = 0; i < raws->n; i++) {
		uint32_t next = behind_closers(raws, i);
		if (ends(cut->doc, raws, i, next))
			ret_ends[next - 1] = true;
	}
	if (raws->n)
		ret_ends[raws->n - 1] = true;
}
