/* time_resolve.h - from what was said to when that is. */
#ifndef ONI_UNDERSTAND_TIME_RESOLVE_H
#define ONI_UNDERSTAND_TIME_RESOLVE_H

#include "understand/time_phrase.h"

/* What the article has told so far; one for each article, the text is resolved in order. */
typedef struct oni_time_state {
	const oni_table *holidays;
	bool dated;                    /* the day of the article is known */
	int32_t article;               /* its number */
	oni_moment story;              /* the last point the text named; grain NONE before the first */
	uint32_t story_sentence;
	bool story_end;                /* it was the end of it that was named */
	oni_moment quarter;            /* the last quarter it named */
	bool history;                  /* a text about times far from its own: dates complete each other */
	bool month_first;              /* of dates in figures: 2/12 is February 12 */
} oni_time_state;

/* Where the clause of an expression points: below 0 past, above 0 to come, 0 not known; the size says how sure. */
typedef int oni_tense;

/* Fills type, value, mod, quant, freq, from and to of *ret_time; moves the story on. False when the phrase turns
 * out to be no date at all (31 April). */
bool oni_resolve(oni_time_state *state, oni_arena *arena, const oni_phrase *phrase, oni_tense tense, uint32_t sentence,
	oni_time *ret_time);

/* A holiday's day in a year: row of time_holidays. */
int32_t oni_holiday_day(const oni_table *holidays, uint32_t row, int32_t year);

/* The first and the last day of `m`, or of the part of it that mod names (START, MID, END: thirds). */
void oni_moment_interval(oni_moment m, const char *mod, oni_date *ret_from, oni_date *ret_to);

#endif
