/* time_published.h - the day of an article, from its own words, and what kind of text it is. */
#ifndef ONI_UNDERSTAND_TIME_PUBLISHED_H
#define ONI_UNDERSTAND_TIME_PUBLISHED_H

#include "understand/time_resolve.h"

/* An expression as the grammar read it, with its place. */
typedef struct oni_found_time {
	oni_phrase phrase;
	oni_range at;
	uint32_t first, end;           /* words */
	uint32_t sentence;
	bool event_follows, back;      /* "nine months after …", "… before …" */
} oni_found_time;

typedef ONI_VEC(oni_found_time) oni_found_times;

/* Sets the state's article, month_first and history; doc->published and published_from where no date was given
 * and the expressions allow just one. */
void oni_infer_published(const oni_facts *facts, oni_doc *doc, const oni_found_times *found, oni_time_state *state);

#endif
