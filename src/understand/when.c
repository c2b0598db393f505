#include "understand/when.h"

/* NEEDSWORK: the contract first; the method follows with the times themselves. */
uint32_t oni_time_of_clause(const oni_doc *doc, uint32_t word)
{
	(void)doc;
	(void)word;
	return ONI_NONE;
}

oni_period oni_period_of_clause(const oni_doc *doc, uint32_t word)
{
	(void)doc;
	(void)word;
	return (oni_period){0};
}

oni_date oni_date_of_event(const oni_doc *doc, uint32_t first, uint32_t end)
{
	(void)doc;
	(void)first;
	(void)end;
	return (oni_date){0};
}

oni_str oni_date_text(oni_arena *arena, oni_date date)
{
	if (date.year == 0)
		return ONI_STR("");
	if (date.month == 0)
		return oni_keepf(arena, "%04d", date.year);
	if (date.day == 0)
		return oni_keepf(arena, "%04d-%02d", date.year, date.month);
	return oni_keepf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}
