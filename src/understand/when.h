/* when.h - the time of what is told: which time expression holds for a clause, and the period that a figure is
 * counted over. For statements, events and figures; everything in doc->times is final when these are called. */
#ifndef ONI_UNDERSTAND_WHEN_H
#define ONI_UNDERSTAND_WHEN_H

#include "doc/doc.h"
#include "pack/facts.h"

/* Both days included; year 0 where it is open or unknown. */
typedef struct oni_period {
	oni_date since, until;
} oni_period;

/* The first of doc->times that ends behind `word`; doc->times.n where there is none. */
uint32_t oni_first_time_behind(const oni_doc *doc, uint32_t word);

/* The time expression that says when the clause of `word` takes place: the nearest one that hangs on the clause's
 * verb (or on the noun that `word` is), not inside another clause. Index into doc->times, ONI_NONE for none. Pure
 * lengths and repetitions ("two-year", "daily") say no time and are passed over unless they are anchored. */
uint32_t oni_time_of_clause(const oni_doc *doc, uint32_t word);

/* The period that something counted in the clause of `word` is counted over: "since February 24", "since the war
 * began", "between May and July", "in the past two weeks", "last month". An event is dated as the article dates it. */
oni_period oni_period_of_clause(const oni_facts *facts, const oni_doc *doc, uint32_t word);

/* The day the article gives for the event that words [first, end) name ("the start of the invasion"); year 0 where
 * it gives none. Month or day are 0 where the article says no more. */
oni_date oni_date_of_event(const oni_facts *facts, const oni_doc *doc, uint32_t first, uint32_t end);

/* "2022-11-24", "2022-11" or "2022", by what is known; "" for no date. */
oni_str oni_date_text(oni_arena *arena, oni_date date);

#endif
