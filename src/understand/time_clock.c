/* Times of day and dates in figures.
 *
 * A clock time needs something that says so: a colon and a plausible preposition, "a.m.", "o'clock", "hours", a zone, or
 * "in the morning". A date in figures needs a year, or a weekday before it ("Friday (2/12)", read with the weekday);
 * "2/3" alone is a fraction. Which of its numbers is the month is left open where both could be. Example:
 * "5 p.m. EST" → hour 17; "03/04/2021" → order_a 3, order_b 4, year 2021. */
#include "understand/time_phrase.h"

static bool plausible(const oni_phrase_reader *r, uint32_t i)
{
	return i == 0 || oni_is_one(r, i - 1, "at by around about until till from before after since between to and or ( , on \u2013 -")
		|| oni_has(r, i - 1, ONI_TW_APPROX);
}

/* am and pm behind the hour; 12 am is 0. */
static uint32_t meridiem(const oni_phrase_reader *r, uint32_t at, oni_moment *m)
{
	if (!oni_has(r, at, ONI_TW_MERIDIEM) || m->hour > 12)
		return at;
	m->hour = (int8_t)(m->hour % 12 + oni_value(r, at, ONI_TW_MERIDIEM));
	return at + 1;
}

/* "in the morning", "at night" behind an hour. */
static uint32_t day_half(const oni_phrase_reader *r, uint32_t at, oni_moment *m)
{
	uint32_t part = oni_is(r, at, "in") && oni_is(r, at + 1, "the") ? at + 2 : oni_is(r, at, "at") ? at + 1 : 0;
	if (part == 0 || !oni_has(r, part, ONI_TW_PART))
		return at;
	int value = oni_value(r, part, ONI_TW_PART);
	if (value != ONI_PAIR('M', 'O') && m->hour < 12 && !(value == ONI_PAIR('N', 'I') && m->hour < 6))
		m->hour = (int8_t)(m->hour + 12);
	return part + 1;
}

/* "EST", "GMT+3", "local time", "Moscow time". */
static uint32_t zone(const oni_phrase_reader *r, uint32_t at)
{
	if (oni_has(r, at, ONI_TW_ZONE) && oni_piece_at(r, at)->capital) {
		bool offset = oni_is_one(r, at + 1, "+ -") && oni_glued(r, at + 1) && oni_is_number(r, at + 2);
		return at + (offset ? 3 : 1);
	}
	if (oni_is(r, at, "local") && oni_is(r, at + 1, "time"))
		return at + 2;
	if (oni_piece_at(r, at)->capital && oni_is(r, at + 1, "time") && oni_piece_at(r, at)->kind == ONI_PIECE_WORD)
		return at + 2;
	if (oni_is_one(r, at, "Eastern Central Pacific") && oni_is_one(r, at + 1, "Standard Daylight European")
		&& oni_is(r, at + 2, "Time"))
		return at + 3;
	return at;
}

/* 10:35, 10:35:20, 6.30 (before am or pm only). */
static uint32_t hour_and_minute(const oni_phrase_reader *r, uint32_t i, oni_moment *m)
{
	const oni_piece *hour = oni_piece_at(r, i), *minute = oni_piece_at(r, i + 2);
	bool dot = oni_is(r, i + 1, ".");
	if (hour->number > 24 || hour->digits > 2 || (!dot && !oni_is(r, i + 1, ":")) || !oni_glued(r, i + 1)
		|| minute->kind != ONI_PIECE_NUMBER || !minute->glued || minute->digits != 2 || minute->number > 59)
		return 0;
	if (dot && !oni_has(r, i + 3, ONI_TW_MERIDIEM))
		return 0;
	m->hour = (int8_t)hour->number;
	m->minute = (int8_t)minute->number;
	const oni_piece *second = oni_piece_at(r, i + 4);
	if (oni_is(r, i + 3, ":") && oni_glued(r, i + 3) && second->glued && second->digits == 2 && second->number < 60) {
		m->second = (int8_t)second->number;
		return i + 5;
	}
	return i + 3;
}

/* "noon", "midnight". */
static uint32_t named_hour(const oni_phrase_reader *r, uint32_t i, oni_moment *m)
{
	uint32_t at = i + (oni_is(r, i, "12") && oni_has(r, i + 1, ONI_TW_CLOCKWORD));
	if (!oni_has(r, at, ONI_TW_CLOCKWORD))
		return 0;
	m->hour = (int8_t)oni_value(r, at, ONI_TW_CLOCKWORD);
	m->minute = 0;
	return at + 1;
}

/* "half past nine", "quarter to ten". */
static uint32_t spoken_hour(const oni_phrase_reader *r, uint32_t i, oni_moment *m)
{
	uint32_t at = i + oni_has(r, i, ONI_TW_ARTICLE);
	int minutes = oni_has(r, at, ONI_TW_HALF) ? 30 : oni_is(r, at, "quarter") ? 15 : 0;
	int32_t hour;
	uint32_t end;
	if (minutes == 0 || !oni_is_one(r, at + 1, "past to") || (end = oni_read_whole(r, at + 2, &hour)) == 0
		|| hour < 1 || hour > 12)
		return 0;
	bool to = oni_is(r, at + 1, "to");
	m->hour = (int8_t)(to ? (hour + 11) % 12 : hour);
	m->minute = (int8_t)(to ? 60 - minutes : minutes);
	return end;
}

/* An hour that only the words behind make one: "4 in the morning", "9 a.m.", "ten o'clock", "1500 GMT". */
static uint32_t bare_hour(const oni_phrase_reader *r, uint32_t i, oni_moment *m)
{
	const oni_piece *p = oni_piece_at(r, i);
	int32_t number;
	uint32_t at = oni_read_whole(r, i, &number), behind;
	if (at == 0)
		return 0;
	if (at == i + 1 && p->digits == 4 && number % 100 < 60 && number < 2400
		&& (oni_is_one(r, at, "hours hrs") || (oni_has(r, at, ONI_TW_ZONE) && oni_piece_at(r, at)->capital))) {
		m->hour = (int8_t)(number / 100);
		m->minute = (int8_t)(number % 100);
		return at + oni_is_one(r, at, "hours hrs");
	}
	if (number > 12 || number < 1)
		return 0;
	m->hour = (int8_t)number;
	m->minute = 0;
	if (oni_has(r, at, ONI_TW_MERIDIEM))
		return meridiem(r, at, m);
	if (oni_is(r, at, "o") && oni_is_one(r, at + 1, "' \u2019") && oni_is(r, at + 2, "clock"))
		return day_half(r, at + 3, m);
	behind = day_half(r, at, m);
	return behind > at && plausible(r, i) ? behind : 0;
}

uint32_t oni_read_clock(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	oni_moment *m = &phrase->moment;
	uint32_t at = named_hour(r, i, m);
	if (at == 0)
		at = spoken_hour(r, i, m);
	if (at == 0 && oni_is_number(r, i) && (at = hour_and_minute(r, i, m)) != 0) {
		uint32_t behind = day_half(r, meridiem(r, at, m), m);
		behind += oni_is_one(r, behind, "hours hrs hr");
		if (behind == at && zone(r, at) == at && !plausible(r, i))
			return 0;
		at = behind;
	} else if (at == 0) {
		at = bare_hour(r, i, m);
	}
	if (at == 0)
		return 0;
	phrase->of_day = true;
	return zone(r, at);
}

static bool month_and_day(oni_phrase *phrase, int32_t a, int32_t b)
{
	if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12))
		return false;
	phrase->moment.grain = ONI_GRAIN_DAY;
	phrase->base = ONI_BASE_CALENDAR;
	if (a > 12 || b > 12 || a == b) {
		phrase->moment.month = (uint8_t)(a > 12 ? b : a);
		phrase->moment.day = (uint8_t)(a > 12 ? a : b);
	}
	phrase->order_a = (uint8_t)a;
	phrase->order_b = (uint8_t)b;
	return true;
}

static bool joined_number(const oni_phrase_reader *r, uint32_t i, const char *sign)
{
	return oni_is(r, i, sign) && oni_glued(r, i) && oni_glued(r, i + 1) && oni_is_number(r, i + 1);
}

/* 2004-03-12, 2004/03/12. */
static uint32_t year_first(const oni_phrase_reader *r, uint32_t i, const char *sign, oni_phrase *phrase)
{
	int32_t year = oni_piece_at(r, i)->number, month = oni_piece_at(r, i + 2)->number;
	int32_t day = oni_piece_at(r, i + 4)->number;
	if (!joined_number(r, i + 3, sign) || year < 1000 || year > 2200 || month < 1 || month > 12 || day < 1
		|| day > oni_month_days(year, month))
		return 0;
	phrase->base = ONI_BASE_CALENDAR;
	phrase->moment.grain = ONI_GRAIN_DAY;
	phrase->moment.year = year;
	phrase->moment.month = (uint8_t)month;
	phrase->moment.day = (uint8_t)day;
	if (oni_is(r, i + 5, "T") && oni_glued(r, i + 5) && oni_is_number(r, i + 6)) {
		uint32_t end = hour_and_minute(r, i + 6, &phrase->moment);
		phrase->of_day = end != 0;
		return end ? end + (oni_is(r, end, "Z") && oni_glued(r, end)) : i + 5;
	}
	return i + 5;
}

uint32_t oni_read_numeric_date(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	static const char *const signs[] = {"/", ".", "-"};
	const oni_piece *first = oni_piece_at(r, i), *third = oni_piece_at(r, i + 4);
	bool weekday_before = i > 0 && oni_has(r, i - 1, ONI_TW_WEEKDAY);
	weekday_before |= i > 1 && oni_is_one(r, i - 1, "( ,");
	if (first->kind != ONI_PIECE_NUMBER)
		return 0;
	for (size_t s = 0; s < sizeof signs / sizeof *signs; s++) {
		if (!joined_number(r, i + 1, signs[s]))
			continue;
		if (first->digits == 4)
			return s == 1 ? 0 : year_first(r, i, signs[s], phrase);
		if (first->digits > 2 || oni_piece_at(r, i + 2)->digits > 2)
			return 0;
		bool year = joined_number(r, i + 3, signs[s]) && (third->digits == 4 || third->digits == 2);
		if (!year && (s != 0 || !phrase->moment.weekday || !weekday_before))
			return 0;
		if (year && (third->digits == 2 ? s == 2 : third->number < 1000 || third->number > 2200))
			return 0;
		if (!month_and_day(phrase, first->number, oni_piece_at(r, i + 2)->number))
			return 0;
		phrase->moment.year = year ? third->number : 0;
		phrase->two_digit_year = year && third->digits == 2;
		return year ? i + 5 : i + 3;
	}
	return 0;
}
