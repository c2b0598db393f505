#include "understand/time_published.h"

static bool is_history(const oni_found_times *found, int32_t year)
{
	uint32_t far = 0, near = 0;
	for (uint32_t i = 0; i < found->n; i++) {
		const oni_phrase *p = &found->at[i].phrase;
		bool explicit_year = p->kind == ONI_PHRASE_POINT && p->base == ONI_BASE_CALENDAR && p->moment.year
			&& p->moment.grain >= ONI_GRAIN_YEAR && !p->two_digit_year;
		if (explicit_year && (p->moment.year < year - 1 || p->moment.year > year + 1))
			far++;
		near += p->kind == ONI_PHRASE_POINT && ((p->base == ONI_BASE_SHIFT && p->anchor == ONI_FROM_ARTICLE)
			|| (p->moment.weekday && !p->moment.year && !p->moment.month));
	}
	return far >= 4 && far > 2 * near;
}

void oni_infer_published(const oni_facts *facts, oni_doc *doc, const oni_found_times *found, oni_time_state *state)
{
	(void)facts;
	if (doc->published.year) {
		int month = doc->published.month ? doc->published.month : 1, day = doc->published.day ? doc->published.day : 1;
		state->dated = true;
		state->article = oni_day_number(doc->published.year, month, day);
	}
	state->history = is_history(found, doc->published.year);
	state->month_first = true;
}
