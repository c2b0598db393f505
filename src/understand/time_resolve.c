/* From what was said to when that is.
 *
 * Two clocks run: the article's day, and the story, the last point the text named. "Last week" counts from the
 * first, "the following week" from the second. A name without its year ("April", "Friday", "the third quarter") has
 * candidates around the article, and each costs its distance in days, and a fine when it lies against the tense of
 * its clause; the cheapest wins. So "resigned in April" in an article of May is last month, "due Nov. 15" told in
 * October is three weeks ahead though no verb says so. In a history, where most dates are years away from the
 * article, the story's year completes a date. Sources: the TIMEX3 guideline 1.2.1; Strötgen and Gertz on news and
 * narrative documents (HeidelTime). */
#include "understand/time_resolve.h"

#include <math.h>

#include "base/decimal.h"

static oni_moment article_day(const oni_time_state *s)
{
	return s->dated ? oni_moment_of_day(s->article) : oni_no_moment;
}

static oni_moment anchor_of(const oni_time_state *s, const oni_phrase *p)
{
	bool long_unit = p->unit >= ONI_UNIT_MONTH && !p->towards && (p->base == ONI_BASE_SHIFT || p->year_shifted);
	bool story = p->anchor == ONI_FROM_STORY || (p->anchor == ONI_FROM_EITHER && (s->history || !s->dated))
		|| (s->history && long_unit);
	return story && s->story.grain != ONI_GRAIN_NONE ? s->story : article_day(s);
}

int32_t oni_holiday_day(const oni_table *holidays, uint32_t row, int32_t year)
{
	int32_t number[3] = {0};
	oni_str rule = oni_table_cell(holidays, row, oni_table_column(holidays, "rule"));
	static const char *const names[] = {"month", "day", "weekday"};
	for (int k = 0; k < 3; k++) {
		oni_str cell = oni_table_cell(holidays, row, oni_table_column(holidays, names[k]));
		bool minus = cell.n > 0 && cell.at[0] == '-';
		for (size_t c = minus; c < cell.n && c < 4; c++)
			number[k] = number[k] * 10 + (cell.at[c] - '0');
		number[k] = minus ? -number[k] : number[k];
	}
	if (oni_str_is(rule, "easter"))
		return oni_easter(year) + number[1];
	if (oni_str_is(rule, "orthodox"))
		return oni_orthodox_easter(year) + number[1];
	if (number[0] < 1 || number[0] > 12)
		return oni_day_number(year, 1, 1);
	if (oni_str_is(rule, "nth"))
		return oni_nth_weekday(year, number[0], number[1], number[2] >= 1 && number[2] <= 7 ? number[2] : 1);
	if (oni_str_is(rule, "last"))
		return oni_nth_weekday(year, number[0], -1, number[2] >= 1 && number[2] <= 7 ? number[2] : 1);
	int32_t day = oni_day_number(year, number[0], number[1] >= 1 && number[1] <= 31 ? number[1] : 1);
	if (oni_str_is(rule, "after"))
		return day + (number[2] - oni_weekday(day) + 7) % 7;
	return day;
}

/* ---- years for names that have none ---- */

/* Pieces before an expression that sets the scene of its sentence. */
enum { LEADING = 4 };

/* In days. News tells what has happened unless it says otherwise. */
enum { AGAINST_NEWS = 30, AGAINST_TENSE = 120, AGAINST_SURE_TENSE = 300 };

/* The cost of reading a stretch [first, last] when the text points where `tense` says. */
static int32_t cost(int32_t first, int32_t last, int32_t now, oni_tense tense)
{
	int32_t distance = last < now ? now - last : first > now ? first - now : 0;
	bool wrong = (tense < 0 && first > now) || (tense > 0 && last < now);
	int32_t fine = tense > 1 || tense < -1 ? AGAINST_SURE_TENSE : AGAINST_TENSE;
	return distance + (wrong ? fine : tense == 0 && first > now ? AGAINST_NEWS : 0);
}

/* The year of a holiday or a partial moment nearest to the article, as tense and pick allow. */
static int32_t pick_year(const oni_time_state *s, const oni_phrase *p, oni_tense tense)
{
	oni_moment anchor = p->pick == ONI_PICK_TENSE ? article_day(s) : anchor_of(s, p);
	int32_t now = oni_moment_placed(anchor) ? oni_moment_first(anchor) : s->article;
	int32_t year = oni_date_of_day(now).year, best = 0, lowest = INT32_MAX;
	if (p->moment.grain == ONI_GRAIN_QUARTER && tense <= 0)
		tense = -2;     /* quarters are reported on when they are over */
	for (int32_t y = year - 2; y <= year + 2; y++) {
		oni_moment m = p->moment;
		m.year = y;
		if (p->base == ONI_BASE_HOLIDAY)
			m = oni_moment_of_day(oni_holiday_day(s->holidays, p->holiday, y));
		if (m.grain == ONI_GRAIN_DAY && m.day > oni_month_days(y, m.month))
			continue;
		int32_t first = oni_moment_first(m), last = oni_moment_last(m), price = cost(first, last, now, tense);
		if ((p->pick == ONI_PICK_LAST && last >= now) || (p->pick == ONI_PICK_NEXT && first <= now))
			price += 10000;
		if (p->pick == ONI_PICK_THIS && y != year)
			price += 10000;
		if (m.weekday && oni_weekday(first) != m.weekday)
			price += 5000;
		if (price < lowest) {
			lowest = price;
			best = y;
		}
	}
	return best;
}

/* In a history a month without a year goes on from the last date: a step ahead is likelier than one back. Behind a
 * bare year it is of that year, or of the next where the year was at its end. */
static int32_t story_year(const oni_time_state *s, oni_moment m)
{
	int32_t now = s->story_end ? oni_moment_last(s->story) : oni_moment_first(s->story), best = s->story.year;
	int64_t lowest = INT64_MAX;
	bool bare = s->story.grain <= ONI_GRAIN_YEAR;
	if (bare && !s->story_end)
		return best;
	for (int k = bare ? 0 : -1; k <= 1; k++) {
		m.year = oni_moment_shift(oni_moment_coarser(s->story, ONI_GRAIN_YEAR), k, ONI_UNIT_YEAR).year;
		if (m.grain == ONI_GRAIN_DAY && m.day > oni_month_days(m.year, m.month))
			continue;
		int64_t ahead = (int64_t)oni_moment_first(m) - now, price = ahead >= 0 ? ahead : -3 * ahead;
		if (price < lowest) {
			lowest = price;
			best = m.year;
		}
	}
	return best;
}

static int32_t full_year(const oni_time_state *s, int32_t year)
{
	int32_t near = s->history && s->story.year > 0 ? s->story.year : s->dated ? oni_date_of_day(s->article).year + 10
		: 2030;
	int32_t full = near / 100 * 100 + year;
	if (s->history)
		return full - near > 50 ? full - 100 : near - full > 50 ? full + 100 : full;
	return full > near ? full - 100 : full;
}

/* ---- the parts of a calendar date ---- */

/* A weekday without more: the nearest one on the right side. */
static oni_moment weekday_near(const oni_time_state *s, const oni_phrase *p, oni_tense tense)
{
	bool story = p->anchor == ONI_FROM_STORY && s->story.grain >= ONI_GRAIN_DAY;
	int32_t now = story || (s->history && s->story.grain >= ONI_GRAIN_DAY) ? oni_moment_first(s->story) : s->article;
	int32_t back = (oni_weekday(now) - p->moment.weekday + 7) % 7, day = now - back;
	if (p->pick == ONI_PICK_LAST || (p->pick == ONI_PICK_TENSE && story))
		day = back == 0 ? now - 7 : day;
	else if (p->pick == ONI_PICK_NEXT)
		day = now - back + 7;
	else if (p->pick == ONI_PICK_THIS)
		day = oni_weekday(now) <= p->moment.weekday || tense >= 0 ? now + (7 - back) % 7 : day;
	else if (tense > 0 && back != 0)
		day = now - back + 7;
	oni_moment m = oni_moment_of_day(day);
	m.part = p->moment.part;
	m.hour = p->moment.hour;
	m.minute = p->moment.minute;
	m.second = p->moment.second;
	return m;
}

static void order_numbers(const oni_time_state *s, oni_moment *m, const oni_phrase *p)
{
	if (p->order_a == 0 || m->month)
		return;
	m->month = s->month_first ? p->order_a : p->order_b;
	m->day = s->month_first ? p->order_b : p->order_a;
}

static oni_moment calendar(const oni_time_state *s, const oni_phrase *original, oni_tense tense)
{
	oni_phrase p = *original;
	order_numbers(s, &p.moment, &p);
	if (p.two_digit_year)
		p.moment.year = full_year(s, p.moment.year);
	if (p.year_shifted) {
		oni_moment anchor = anchor_of(s, &p);
		if (anchor.year)
			p.moment.year = oni_moment_shift(oni_moment_coarser(anchor, ONI_GRAIN_YEAR), p.count, ONI_UNIT_YEAR).year;
	}
	if (p.comparison && s->quarter.grain == ONI_GRAIN_QUARTER) {
		p.moment.grain = ONI_GRAIN_QUARTER;
		p.moment.quarter = s->quarter.quarter;
	}
	bool named = p.moment.month || p.moment.season || p.moment.quarter || p.moment.half;
	if (p.moment.year == 0 && named) {
		bool from_story = s->story.year && (!s->dated || s->history) && p.pick == ONI_PICK_TENSE;
		if (from_story)
			p.moment.year = story_year(s, p.moment);
		else if (s->dated)
			p.moment.year = pick_year(s, &p, tense);
	}
	if (p.moment.weekday && !named && p.moment.day == 0 && (s->dated || (s->history && s->story.grain >= ONI_GRAIN_DAY)))
		return weekday_near(s, &p, tense);
	if (p.unit == ONI_UNIT_WEEK && oni_moment_placed(p.moment))
		return oni_moment_coarser(p.moment, ONI_GRAIN_WEEK);
	return p.moment;
}

/* ---- points ---- */

static oni_moment with_day_time(oni_moment m, const oni_moment *time)
{
	m.part = time->part;
	m.hour = time->hour;
	m.minute = time->minute;
	m.second = time->second;
	return m;
}

/* A shift whose anchor is vaguer than its unit: only what is known. */
static oni_moment blurred(oni_moment anchor, oni_unit unit)
{
	oni_moment m = oni_no_moment;
	m.grain = oni_grain_of_unit(unit);
	m.year = anchor.grain == ONI_GRAIN_NONE ? 0 : anchor.year;
	m.month = anchor.grain >= ONI_GRAIN_MONTH ? anchor.month : 0;
	return m;
}

static oni_moment compared(const oni_time_state *s, const oni_phrase *p)
{
	if (s->quarter.grain == ONI_GRAIN_QUARTER)
		return oni_moment_shift(s->quarter, p->unit == ONI_UNIT_YEAR ? p->count : 0, ONI_UNIT_YEAR);
	oni_moment anchor = p->anchor == ONI_FROM_STORY && s->story.grain != ONI_GRAIN_NONE ? s->story : article_day(s);
	if (anchor.grain == ONI_GRAIN_NONE)
		return blurred(anchor, p->unit);
	oni_grain grain = anchor.grain == ONI_GRAIN_MONTH && p->unit == ONI_UNIT_YEAR ? anchor.grain
		: oni_grain_of_unit(p->unit);
	int32_t count = p->unit == ONI_UNIT_QUARTER && p->count == 0 ? -1 : p->count;
	return oni_moment_shift(oni_moment_coarser(anchor, grain), count, p->unit);
}

static oni_moment weekend(const oni_time_state *s, const oni_phrase *p, oni_moment anchor, oni_tense tense)
{
	oni_moment m = oni_moment_coarser(anchor, ONI_GRAIN_WEEKEND);
	bool over = p->anchor == ONI_FROM_EITHER && tense <= 0 && s->dated && oni_weekday(oni_moment_first(anchor)) < 6;
	return oni_moment_shift(m, over ? -1 : p->count, ONI_UNIT_WEEKEND);
}

static oni_moment shifted(const oni_time_state *s, const oni_phrase *p, oni_tense tense)
{
	oni_moment anchor = anchor_of(s, p);
	oni_unit unit = p->unit;
	int32_t count = p->count;
	oni_grain grain = oni_grain_of_unit(unit);
	if (p->comparison)
		return compared(s, p);
	if (!oni_moment_placed(anchor) || anchor.grain < grain)
		return blurred(anchor, unit);
	if (unit == ONI_UNIT_WEEKEND)
		return weekend(s, p, anchor, tense);
	if (unit == ONI_UNIT_FORTNIGHT || unit == ONI_UNIT_DECADE) {
		count *= unit == ONI_UNIT_DECADE && p->towards ? 10 : unit == ONI_UNIT_FORTNIGHT ? 2 : 1;
		unit = unit == ONI_UNIT_FORTNIGHT ? ONI_UNIT_WEEK : p->towards ? ONI_UNIT_YEAR : unit;
		grain = oni_grain_of_unit(unit);
	}
	if (p->half_more && unit == ONI_UNIT_YEAR)
		return oni_moment_shift(oni_moment_coarser(anchor, ONI_GRAIN_MONTH), count * 12 + p->towards * 6, ONI_UNIT_MONTH);
	return with_day_time(oni_moment_shift(oni_moment_coarser(anchor, grain), count, unit), &p->moment);
}

/* A time of day alone: of the day the text is at, else of the article's. */
static oni_moment day_time(const oni_time_state *s, const oni_phrase *p, uint32_t sentence)
{
	bool near = s->story.grain == ONI_GRAIN_DAY && (s->history || !s->dated || sentence - s->story_sentence <= 2);
	oni_moment day = near ? s->story : article_day(s);
	if (day.grain == ONI_GRAIN_NONE)
		day.grain = ONI_GRAIN_DAY;
	return with_day_time(day, &p->moment);
}

static oni_moment holiday(const oni_time_state *s, const oni_phrase *p, oni_tense tense)
{
	int32_t year = p->moment.year;
	if (year == 0 && s->history && s->story.year)
		year = s->story.year;
	else if (year == 0 && s->dated)
		year = pick_year(s, p, tense);
	if (year == 0)
		return (oni_moment){.grain = ONI_GRAIN_DAY, .hour = -1, .minute = -1, .second = -1};
	return with_day_time(oni_moment_of_day(oni_holiday_day(s->holidays, p->holiday, year)), &p->moment);
}

void oni_moment_interval(oni_moment m, const char *mod, oni_date *ret_from, oni_date *ret_to)
{
	if (!oni_moment_placed(m) || (m.grain == ONI_GRAIN_MONTH && !m.month) || (m.grain == ONI_GRAIN_WEEK && !m.week)
		|| (m.grain == ONI_GRAIN_WEEKEND && !m.week))
		return;
	int32_t first = oni_moment_first(m), last = oni_moment_last(m), days = last - first + 1;
	if (strcmp(mod, "START") == 0 && days > 2)
		last = first + (days + 2) / 3 - 1;
	else if (strcmp(mod, "END") == 0 && days > 2)
		first = last - (days + 2) / 3 + 1;
	else if (strcmp(mod, "MID") == 0 && days > 2) {
		first += days / 3;
		last -= days / 3;
	}
	*ret_from = oni_date_of_day(first);
	*ret_to = oni_date_of_day(last);
}

static void move_story(oni_time_state *s, oni_moment m, uint32_t sentence)
{
	if (!oni_moment_placed(m) || m.grain < ONI_GRAIN_YEAR || (m.grain == ONI_GRAIN_MONTH && !m.month))
		return;
	s->story = m;
	s->story.part = 0;
	s->story.hour = s->story.minute = s->story.second = -1;
	s->story_sentence = sentence;
	if (m.grain == ONI_GRAIN_QUARTER)
		s->quarter = m;
}

/* Points that are told in passing: the story does not go on from them. */
static bool is_aside(const oni_time_state *s, const oni_phrase *p, oni_moment m)
{
	if (p->comparison && p->unit == ONI_UNIT_YEAR)
		return true;
	if (p->in_brackets && m.grain <= ONI_GRAIN_YEAR)
		return true;
	if (!s->history)
		return false;
	bool elsewhere = s->story.grain != ONI_GRAIN_NONE && (m.year < s->story.year || m.year > s->story.year + 1);
	bool today = p->base == ONI_BASE_SHIFT && p->anchor == ONI_FROM_ARTICLE && p->unit < ONI_UNIT_MONTH;
	return today || (m.grain == ONI_GRAIN_YEAR && p->first > LEADING && elsewhere);
}

static oni_moment point_moment(const oni_time_state *s, const oni_phrase *p, oni_tense tense, uint32_t sentence)
{
	switch (p->base) {
	case ONI_BASE_CALENDAR: return calendar(s, p, tense);
	case ONI_BASE_SHIFT: return shifted(s, p, tense);
	case ONI_BASE_HOLIDAY: return holiday(s, p, tense);
	default: return day_time(s, p, sentence);
	}
}

static bool resolve_point(oni_time_state *s, oni_arena *arena, const oni_phrase *p, oni_tense tense, uint32_t sentence,
	oni_time *time)
{
	bool untold = p->amount.vague || (p->amount.low > 0 && p->amount.low < 1) || p->amount.low > 9000;
	if (p->base == ONI_BASE_SHIFT && untold) {
		time->value = p->towards < 0 ? ONI_STR("PAST_REF") : ONI_STR("FUTURE_REF");
		time->type = ONI_TIME_DATE;
		return true;
	}
	oni_moment m = point_moment(s, p, tense, sentence);
	if (m.grain == ONI_GRAIN_DAY && m.month && m.day > (m.year ? oni_month_days(m.year, m.month) : 31))
		return false;
	bool of_day = m.part || m.hour >= 0 || p->of_day || (p->base == ONI_BASE_SHIFT && p->unit < ONI_UNIT_DAY);
	time->type = of_day ? ONI_TIME_TIME : ONI_TIME_DATE;
	time->value = oni_moment_text(arena, m);
	oni_moment_interval(m, p->mod, &time->from, &time->to);
	if (!is_aside(s, p, m)) {
		move_story(s, m, sentence);
		s->story_end = strcmp(p->mod, "END") == 0;
	}
	return true;
}

/* ---- lengths ---- */

static const struct { bool clock; char letter; uint8_t times; const char *half; const char *vague; } unit_codes[] = {
	[ONI_UNIT_NONE] = {false, 'X', 1, "PX", "PXX"},
	[ONI_UNIT_SECOND] = {true, 'S', 1, "PT0.5S", "PTXS"}, [ONI_UNIT_MINUTE] = {true, 'M', 1, "PT30S", "PTXM"},
	[ONI_UNIT_HOUR] = {true, 'H', 1, "PT30M", "PTXH"}, [ONI_UNIT_DAY] = {false, 'D', 1, "PT12H", "PXD"},
	[ONI_UNIT_WEEKEND] = {false, 'D', 2, "P1D", "PXWE"}, [ONI_UNIT_WEEK] = {false, 'W', 1, "P0.5W", "PXW"},
	[ONI_UNIT_FORTNIGHT] = {false, 'W', 2, "P1W", "PXW"}, [ONI_UNIT_MONTH] = {false, 'M', 1, "P0.5M", "PXM"},
	[ONI_UNIT_QUARTER] = {false, 'Q', 1, "P0.5Q", "PXQ"}, [ONI_UNIT_SEASON] = {false, 'M', 3, "PXM", "PXM"},
	[ONI_UNIT_HALF] = {false, 'M', 6, "P3M", "PXM"}, [ONI_UNIT_YEAR] = {false, 'Y', 1, "P6M", "PXY"},
	[ONI_UNIT_DECADE] = {false, 'Y', 10, "P5Y", "PXDE"}, [ONI_UNIT_CENTURY] = {false, 'Y', 100, "P50Y", "PXC"},
	[ONI_UNIT_MILLENNIUM] = {false, 'Y', 250, "P500Y", "PXL"}
};

/* "P2Y6M", "PT5H30M": the half of a unit in the next smaller. */
static oni_str halves(oni_arena *arena, oni_unit unit, long whole)
{
	switch (unit) {
	case ONI_UNIT_YEAR: return oni_keepf(arena, "P%ldY6M", whole);
	case ONI_UNIT_DAY: return oni_keepf(arena, "P%ldDT12H", whole);
	case ONI_UNIT_HOUR: return oni_keepf(arena, "PT%ldH30M", whole);
	case ONI_UNIT_MINUTE: return oni_keepf(arena, "PT%ldM30S", whole);
	case ONI_UNIT_DECADE: return oni_keepf(arena, "P%ldY", whole * 10 + 5);
	case ONI_UNIT_CENTURY: return oni_keepf(arena, "P%ldY", whole * 100 + 50);
	default: return oni_keepf(arena, "P%ld.5%c", whole, unit_codes[unit].letter);
	}
}

/* "P2.7Y": any other part of a unit, to a tenth. */
static oni_str fraction(oni_arena *arena, const char *clock, double amount, char letter)
{
	char text[ONI_DECIMAL_ROOM];
	int n = (int)oni_decimal_put(round(amount * 10) / 10, text);
	return oni_keepf(arena, "P%s%.*s%c", clock, n, text, letter);
}

static oni_str length_text(oni_arena *arena, const oni_phrase *p)
{
	double amount = p->amount.low + (p->half_more ? 0.5 : 0);
	long whole = (long)amount;
	double rest = amount - (double)whole;
	if (p->amount.vague)
		return oni_str_of(unit_codes[p->unit].vague);
	if (whole == 0 && rest > 0.4 && rest < 0.6)
		return oni_str_of(unit_codes[p->unit].half);
	if (rest > 0.4 && rest < 0.6)
		return halves(arena, p->unit, whole);
	const char *clock = unit_codes[p->unit].clock ? "T" : "";
	if (rest > 0.001)
		return fraction(arena, clock, amount * unit_codes[p->unit].times, unit_codes[p->unit].letter);
	return oni_keepf(arena, "P%s%ld%c", clock, whole * unit_codes[p->unit].times, unit_codes[p->unit].letter);
}

/* The stretch that an anchored length covers: up to its anchor, or from it on. */
static void length_interval(const oni_time_state *s, const oni_phrase *p, oni_time *time)
{
	oni_moment anchor = anchor_of(s, p);
	if (!p->anchored || p->amount.vague || !oni_moment_placed(anchor) || p->unit < ONI_UNIT_DAY || p->amount.low > 1e5)
		return;
	oni_moment day = oni_moment_of_day(oni_moment_first(anchor));
	oni_unit unit = p->unit == ONI_UNIT_WEEKEND ? ONI_UNIT_WEEK : p->unit;
	oni_date there = oni_date_of_day(oni_moment_first(oni_moment_shift(day, (int32_t)p->amount.low * p->towards, unit)));
	oni_date here = oni_date_of_day(oni_moment_first(day));
	time->from = p->towards < 0 ? there : here;
	time->to = p->towards < 0 ? here : there;
}

static void resolve_length(oni_time_state *s, oni_arena *arena, const oni_phrase *p, oni_time *time)
{
	time->type = ONI_TIME_DURATION;
	time->value = length_text(arena, p);
	if (p->amount.high > p->amount.low && p->mod[0] == '\0')
		time->mod = ONI_STR("EQUAL_OR_MORE");
	if (p->amount.approximate && p->mod[0] == '\0')
		time->mod = ONI_STR("APPROX");
	length_interval(s, p, time);
}

static void resolve_set(oni_arena *arena, const oni_phrase *p, oni_time *time)
{
	time->type = ONI_TIME_SET;
	time->quant = oni_str_of(p->quant);
	if (p->times)
		time->freq = oni_keepf(arena, "%uX", p->times);
	time->value = p->unit ? length_text(arena, p) : oni_moment_text(arena, p->moment);
}

bool oni_resolve(oni_time_state *s, oni_arena *arena, const oni_phrase *p, oni_tense tense, uint32_t sentence,
	oni_time *ret_time)
{
	ret_time->mod = oni_str_of(p->mod);
	switch (p->kind) {
	case ONI_PHRASE_POINT: return resolve_point(s, arena, p, tense, sentence, ret_time);
	case ONI_PHRASE_LENGTH: resolve_length(s, arena, p, ret_time); return true;
	case ONI_PHRASE_SET: resolve_set(arena, p, ret_time); return true;
	case ONI_PHRASE_REF:
		ret_time->type = ONI_TIME_DATE;
		ret_time->value = oni_str_of(p->reference);
		return true;
	default: return false;
	}
}
