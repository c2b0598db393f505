/* sentence.h - the gaps where a sentence may end and what describes them; for the splitter and for its training
 * (train/sentence). */
#ifndef ONI_SEGMENT_SENTENCE_H
#define ONI_SEGMENT_SENTENCE_H

#include "segment/parts.h"

enum { ONI_SENTENCE_WEIGHTS = 1 << 15, ONI_SENTENCE_FEATURES = 32 };

typedef struct oni_gap {
	uint32_t next;          /* the token behind the gap */
	bool rule;              /* what the rule says */
	uint32_t n;
	uint32_t features[ONI_SENTENCE_FEATURES]; /* [n] indexes of weights */
} oni_gap;

/* Is it an end? */
typedef bool (*oni_gap_judge)(void *with, const oni_gap *gap);

/* Calls judge for each candidate of a segment, left to right; its answers are the history of the later ones. Segments
 * are to be walked in order (cut->next_quote moves on). */
void oni_walk_gaps(oni_cutter *cut, const oni_raws *raws, oni_gap_judge judge, void *with);

#endif
