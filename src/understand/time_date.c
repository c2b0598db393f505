/* Dates: everything that names a stretch of the calendar, without the time of day.
 *
 * A date is read from its first piece by the kind of that piece: a month ("April 4, 1949", "June last year"), a day
 * ("4 April", "the 4th of April"), a weekday ("Friday, Oct. 13"), a season, a quarter, a holiday, a year, or a
 * direction ("last week", "the following month", "this coming Sunday"). What is not said (the year of "April")
 * stays open for time_resolve.c. Example: "the third quarter of last year" → grain quarter, quarter 3,
 * year_shifted, count -1. */
#include "understand/time_phrase.h"

static uint32_t skip(const oni_phrase_reader *r, uint32_t i, const char *sign)
{
	return oni_is(r, i, sign) ? i + 1 : i;
}

/* A day of the month: "4", "4th", "fourth"; 0 when none is there. */
static uint32_t day_of_month(const oni_phrase_reader *r, uint32_t i, uint8_t *ret_day)
{
	const oni_piece *p = oni_piece_at(r, i);
	if (p->kind == ONI_PIECE_NUMBER && p->digits <= 2 && p->number >= 1 && p->number <= 31) {
		uint32_t at = i + 1;
		*ret_day = (uint8_t)p->number;
		if (oni_is_one(r, at, "st nd rd th") && oni_glued(r, at))
			return at + 1;
		bool more = oni_glued(r, at) && (oni_piece_at(r, at)->kind == ONI_PIECE_WORD || oni_is_one(r, at, "% /"));
		more |= oni_is_one(r, at, ". :") && oni_glued(r, at) && oni_glued(r, at + 1) && oni_is_number(r, at + 1);
		return more ? 0 : at;
	}
	if (oni_has(r, i, ONI_TW_CARDINAL) && oni_value(r, i, ONI_TW_CARDINAL) >= 20 && oni_is_dash(r, i + 1)
		&& oni_has(r, i + 2, ONI_TW_ORDINAL) && oni_value(r, i + 2, ONI_TW_ORDINAL) < 10) {
		*ret_day = (uint8_t)(oni_value(r, i, ONI_TW_CARDINAL) + oni_value(r, i + 2, ONI_TW_ORDINAL));
		return *ret_day <= 31 ? i + 3 : 0;
	}
	if (oni_has(r, i, ONI_TW_ORDINAL) && oni_value(r, i, ONI_TW_ORDINAL) <= 31) {
		*ret_day = (uint8_t)oni_value(r, i, ONI_TW_ORDINAL);
		return i + 1;
	}
	return 0;
}

/* Whether the piece can be a month here: "may" and "march" must be capitals, short forms too. */
static bool is_month(const oni_phrase_reader *r, uint32_t i)
{
	return oni_has(r, i, ONI_TW_MONTH) && oni_piece_at(r, i)->capital;
}

/* Behind a month and the dot of its short form. */
static uint32_t behind_month(const oni_phrase_reader *r, uint32_t i)
{
	bool dot = oni_is(r, i + 1, ".") && oni_glued(r, i + 1) && oni_flag_is(r, i, ONI_TW_MONTH, "abbr");
	return dot ? i + 2 : i + 1;
}

/* The year said relatively: "last year", "of the same year", "a year ago". */
static uint32_t relative_year(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = oni_is_one(r, i, "of in") ? i + 1 : i;
	at = skip(r, at, "the");
	if (oni_has(r, at, ONI_TW_DIRECTION) && oni_is(r, at + 1, "year")) {
		oni_str flag = oni_piece_flag(oni_piece_at(r, at), ONI_TW_DIRECTION);
		phrase->year_shifted = true;
		phrase->count = oni_value(r, at, ONI_TW_DIRECTION);
		bool story = oni_str_is(flag, "story") || oni_str_is(flag, "same");
		phrase->anchor = story ? ONI_FROM_STORY : ONI_FROM_ARTICLE;
		return at + 2;
	}
	if (at == i && oni_is(r, i, "a") && oni_is(r, i + 1, "year") && oni_is_one(r, i + 2, "ago earlier")) {
		phrase->year_shifted = true;
		phrase->count = -1;
		return i + 3;
	}
	return 0;
}

/* "'89" behind a month or a season. */
static uint32_t short_year(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	const oni_piece *p = oni_piece_at(r, i + 1);
	if (!oni_is_one(r, i, "' \u2019 \u2018") || p->kind != ONI_PIECE_NUMBER || p->digits != 2 || !p->glued
		|| (oni_is(r, i + 2, "s") && oni_glued(r, i + 2)))
		return 0;
	phrase->moment.year = p->number;
	phrase->two_digit_year = true;
	return i + 2;
}

/* The year behind something that has none yet; i when there is none. */
static uint32_t year_behind(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at, end;
	if (oni_is(r, i, "of") && oni_is(r, i + 1, "fiscal") && (end = oni_read_year(r, i + 2, phrase)) != 0)
		return end;
	at = oni_is_one(r, i, ", of") ? i + 1 : i;
	if ((end = oni_read_year(r, at, phrase)) != 0)
		return end;
	if ((end = short_year(r, skip(r, i, "of"), phrase)) != 0)
		return end;
	end = relative_year(r, i, phrase);
	return end ? end : i;
}

static uint32_t month_first(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint8_t day = 0;
	if (!is_month(r, i))
		return 0;
	uint32_t at = behind_month(r, i), end;
	phrase->base = ONI_BASE_CALENDAR;
	phrase->moment.month = (uint8_t)oni_value(r, i, ONI_TW_MONTH);
	phrase->moment.grain = ONI_GRAIN_MONTH;
	end = day_of_month(r, skip(r, at, "the"), &day);
	if (end && !(oni_has(r, end, ONI_TW_UNIT) && !oni_is_one(r, end, "second seconds min"))
		&& !oni_has(r, end, ONI_TW_SCALE) && !oni_has(r, end, ONI_TW_MERIDIEM)) {
		phrase->moment.day = day;
		phrase->moment.grain = ONI_GRAIN_DAY;
		return year_behind(r, end, phrase);
	}
	bool abbreviated = oni_flag_is(r, i, ONI_TW_MONTH, "abbr"), unsure = oni_flag_is(r, i, ONI_TW_MONTH, "caps") || abbreviated;
	if (abbreviated && at == i + 1 && oni_read_year(r, at, &(oni_phrase){0}) == 0)
		return 0;       /* "Jan" is a name too */
	end = year_behind(r, at, phrase);
	bool led = i > 0 && (oni_is_one(r, i - 1, "in since of by until till from to through during between and or before after early "
		"late mid last next this - \u2013 ( / each every") || oni_has(r, i - 1, ONI_TW_PHASE));
	led |= (oni_is_dash(r, at) || oni_is_one(r, at, "and or to")) && is_month(r, at + 1);
	return end > at || !unsure || led ? end : 0;
}

/* "4 April 1949", "the 4th of April", "5 and 7 May": the first of two days of one month reads the month too. */
static uint32_t day_first(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint8_t day, other;
	uint32_t at = day_of_month(r, i, &day), end;
	if (at == 0)
		return 0;
	uint32_t month = skip(r, at, "of");
	bool range = !is_month(r, month) && (oni_is_one(r, at, "to and or") || oni_is_dash(r, at))
		&& (month = day_of_month(r, at + 1, &other)) != 0 && other > day;
	if (range)
		month = skip(r, month, "of");
	if (!is_month(r, month))
		return 0;
	if (oni_flag_is(r, month, ONI_TW_MONTH, "caps") && oni_has(r, i, ONI_TW_ORDINAL) && month == at)
		return 0;       /* "the first May flowers": no date */
	phrase->base = ONI_BASE_CALENDAR;
	phrase->moment.month = (uint8_t)oni_value(r, month, ONI_TW_MONTH);
	phrase->moment.day = day;
	phrase->moment.grain = ONI_GRAIN_DAY;
	end = year_behind(r, behind_month(r, month), phrase);
	return range ? at : end;
}

static bool is_weekday(const oni_phrase_reader *r, uint32_t i)
{
	if (!oni_has(r, i, ONI_TW_WEEKDAY) || !oni_piece_at(r, i)->capital || oni_flag_is(r, i, ONI_TW_WEEKDAY, "plural"))
		return false;
	if (!oni_flag_is(r, i, ONI_TW_WEEKDAY, "abbr"))
		return true;
	uint32_t at = i + 1;
	at = skip(r, at, ".");
	at = skip(r, at, ",");
	return is_month(r, at) || (oni_is_number(r, at) && at > i + 1);
}

/* The month and day that stand beside a weekday: "Friday, Oct. 13", "Friday the 13th", "Friday (2/12)". */
static uint32_t date_beside(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	bool open = oni_is(r, i, "(");
	uint32_t at = open || oni_is(r, i, ",") ? i + 1 : i, end;
	bool the = oni_is(r, at, "the");
	at += the;
	oni_phrase date = *phrase;
	if ((end = month_first(r, at, &date)) == 0 && (end = day_first(r, at, &date)) == 0
		&& (end = oni_read_numeric_date(r, at, &date)) == 0) {
		if (!the || open || !oni_is_number(r, at) || (end = day_of_month(r, at, &date.moment.day)) == 0)
			return i;
		date.moment.grain = ONI_GRAIN_DAY;
	}
	if (date.moment.grain != ONI_GRAIN_DAY || (open && !oni_is(r, end, ")")))
		return i;
	*phrase = date;
	return open ? end + 1 : end;
}

static uint32_t weekday_first(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	if (!is_weekday(r, i))
		return 0;
	phrase->base = ONI_BASE_CALENDAR;
	phrase->moment.weekday = (uint8_t)oni_value(r, i, ONI_TW_WEEKDAY);
	phrase->moment.grain = ONI_GRAIN_DAY;
	uint32_t at = i + 1;
	if (oni_flag_is(r, i, ONI_TW_WEEKDAY, "abbr") && oni_is(r, at, "."))
		at++;
	uint32_t part = at + (oni_is_dash(r, at) && oni_has(r, at + 1, ONI_TW_PART));
	if (oni_has(r, part, ONI_TW_PART) && !oni_flag_is(r, part, ONI_TW_PART, "plural")) {
		uint32_t end = date_beside(r, part + 1, phrase);
		if (end > part + 1) {
			phrase->moment.part = (uint16_t)oni_value(r, part, ONI_TW_PART);
			phrase->of_day = true;
			return end;
		}
		return at;      /* the part is read by whoever reads parts */
	}
	return date_beside(r, at, phrase);
}

static uint32_t season_first(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	if (!oni_has(r, i, ONI_TW_SEASON) || oni_flag_is(r, i, ONI_TW_SEASON, "plural"))
		return 0;
	if (oni_piece_at(r, i)->capital && oni_piece_at(r, i + 1)->capital && i > 0)
		return 0;       /* "the Winter Games" */
	phrase->base = ONI_BASE_CALENDAR;
	phrase->moment.grain = ONI_GRAIN_SEASON;
	phrase->moment.season = (uint16_t)oni_value(r, i, ONI_TW_SEASON);
	uint32_t end = year_behind(r, i + 1, phrase);
	bool told = end > i + 1 || (i > 0 && (oni_is_one(r, i - 1, "this last next the by in since until following previous past coming "
		"- mid") || oni_has(r, i - 1, ONI_TW_PHASE)));
	bool noun = oni_is_one(r, i, "fall spring") && end == i + 1 && (oni_is(r, i + 1, "of") || (i > 0
		&& oni_is_one(r, i - 1, "the") && !(i > 1 && oni_is_one(r, i - 2, "in by since until of during for through"))));
	return told && !noun ? end : 0;
}

/* "third quarter", "third-quarter", "first half", "Q3", "H1". */
static uint32_t quarter_first(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i, noun;
	int number;
	if (oni_has(r, i, ONI_TW_FISCAL) && !oni_is(r, i, "financial"))
		at += 1 + oni_is_dash(r, at + 1);
	phrase->base = ONI_BASE_CALENDAR;
	if (oni_is_one(r, at, "Q H") && oni_piece_at(r, at)->capital && oni_glued(r, at + 1)
		&& oni_is_number(r, at + 1)) {
		number = oni_piece_at(r, at + 1)->number;
		noun = at + 2;
		phrase->moment.grain = oni_is(r, at, "Q") ? ONI_GRAIN_QUARTER : ONI_GRAIN_HALF;
	} else {
		number = oni_has(r, at, ONI_TW_ORDINAL) ? oni_value(r, at, ONI_TW_ORDINAL)
			: oni_is_number(r, at) && oni_is_one(r, at + 1, "st nd rd th") ? oni_piece_at(r, at++)->number
			: oni_is_one(r, at, "last latter") ? 2 : 0;
		noun = at + 1 + oni_is_dash(r, at + 1);
		bool half = oni_is(r, noun, "half");
		if (!half && !oni_is(r, noun, "quarter"))
			return 0;
		phrase->moment.grain = half ? ONI_GRAIN_HALF : ONI_GRAIN_QUARTER;
		noun++;
	}
	if (number < 1 || number > (phrase->moment.grain == ONI_GRAIN_HALF ? 2 : 4))
		return 0;
	phrase->moment.quarter = (uint8_t)(phrase->moment.grain == ONI_GRAIN_QUARTER ? number : 0);
	phrase->moment.half = (uint8_t)(phrase->moment.grain == ONI_GRAIN_HALF ? number : 0);
	uint32_t end = year_behind(r, noun, phrase);
	return phrase->moment.grain == ONI_GRAIN_QUARTER || end > noun ? end : 0;
}

/* "20th century", "nineteenth century BC". */
static uint32_t century_first(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i;
	int32_t number = 0, sign = 1;
	if (oni_is_number(r, i) && oni_is_one(r, i + 1, "st nd rd th") && oni_glued(r, i + 1)) {
		number = oni_piece_at(r, i)->number;
		at = i + 2;
	} else if (oni_has(r, i, ONI_TW_CARDINAL) && oni_is_dash(r, i + 1) && oni_has(r, i + 2, ONI_TW_ORDINAL)) {
		number = oni_value(r, i, ONI_TW_CARDINAL) + oni_value(r, i + 2, ONI_TW_ORDINAL);
		at = i + 3;
	} else if (oni_has(r, i, ONI_TW_ORDINAL)) {
		number = oni_value(r, i, ONI_TW_ORDINAL);
		at = i + 1;
	}
	at += at > i && oni_is_dash(r, at);
	if (number < 1 || number > 30 || !oni_is_one(r, at, "century"))
		return 0;
	at++;
	if (oni_has(r, at, ONI_TW_ERA) && oni_piece_at(r, at)->capital)
		sign = oni_value(r, at++, ONI_TW_ERA);
	phrase->base = ONI_BASE_CALENDAR;
	phrase->moment.grain = ONI_GRAIN_CENTURY;
	phrase->moment.year = sign > 0 ? (number > 1 ? (number - 1) * 100 : 1) : -(number > 1 ? (number - 1) * 100 : 99);
	return at;
}

/* Whether four digits can be a year here: a preposition or a noun of time lets them; a price or a count is none. */
static bool may_be_year(const oni_phrase_reader *r, uint32_t i, uint32_t end)
{
	const oni_piece *p = oni_piece_at(r, i);
	bool led = i > 0 && oni_is_one(r, i - 1, "in since by until till from during between early late mid fiscal year before after through "
		"circa ca ( throughout");
	bool counted = (oni_has(r, end, ONI_TW_UNIT) && !oni_is_one(r, end, "quarter second")) || oni_has(r, end, ONI_TW_SCALE)
		|| oni_is_one(r, end, "% percent per people euros dollars pounds troops soldiers meters metres miles km feet kilometers "
			"kilometres tons tonnes $ members employees workers jobs");
	if (oni_is_dash(r, end) && oni_glued(r, end) && oni_has(r, end + 1, ONI_TW_UNIT))
		return false;
	if (led)
		return !counted || oni_is_one(r, i - 1, "fiscal year");
	bool joined = i > 1 && oni_is_one(r, i - 1, ", . / : -") && oni_glued(r, i) && oni_is_number(r, i - 2)
		&& oni_piece_at(r, i - 2)->digits != 4;
	bool amount = i > 0 && oni_is_one(r, i - 1, "$ \u00a3 # No about nearly almost over than least some up @ + = x");
	return !counted && !joined && !amount && p->number >= 1900 && p->number <= 2050;
}

/* "fiscal 1989", "'89" behind a preposition. */
static uint32_t marked_year(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	if (oni_is_one(r, i, "fiscal FY"))
		return oni_read_year(r, i + 1 + oni_is(r, i + 1, "year"), phrase);
	uint32_t end = short_year(r, i, phrase);
	phrase->moment.grain = ONI_GRAIN_YEAR;
	return end && i > 0 && oni_is_one(r, i - 1, "in since of from until to by and early late -") ? end : 0;
}

/* A year, and what of it stands behind: "1990", "1988 second quarter", "1982 summer". */
static uint32_t year_alone(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t end = marked_year(r, i, phrase);
	phrase->base = ONI_BASE_CALENDAR;
	if (end)
		return end;
	phrase->moment = oni_no_moment;
	phrase->two_digit_year = false;
	end = oni_read_year(r, i, phrase);
	if (end == 0 || !oni_is_number(r, i) || end > i + 1)
		return end;
	if (!may_be_year(r, i, end))
		return 0;
	oni_phrase part = *phrase;
	uint32_t behind = quarter_first(r, end, &part);
	if (behind) {
		part.moment.year = phrase->moment.year;
		*phrase = part;
		return behind;
	}
	if (oni_has(r, end, ONI_TW_SEASON) && !oni_flag_is(r, end, ONI_TW_SEASON, "plural") && !oni_is(r, end, "fall")) {
		phrase->moment.season = (uint16_t)oni_value(r, end, ONI_TW_SEASON);
		phrase->moment.grain = ONI_GRAIN_SEASON;
		end++;
	}
	return end;
}

/* today, yesterday, tomorrow; "the day before yesterday". */
static uint32_t day_word(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	phrase->base = ONI_BASE_SHIFT;
	phrase->unit = ONI_UNIT_DAY;
	if (oni_has(r, i, ONI_TW_DAY)) {
		phrase->count = oni_value(r, i, ONI_TW_DAY);
		return i + 1;
	}
	if (!oni_is(r, i, "day") || !oni_is_one(r, i + 1, "before after") || !oni_is_one(r, i + 2, "yesterday tomorrow"))
		return 0;
	phrase->count = oni_is(r, i + 2, "yesterday") ? -2 : 2;
	return i + 3;
}

/* What a direction word picks: a unit, or one of the calendar's own. */
static uint32_t picked(const oni_phrase_reader *r, uint32_t i, int direction, oni_phrase *phrase)
{
	uint32_t end;
	uint32_t at = i;
	if (oni_has(r, at, ONI_TW_FISCAL))
		at++;
	if (oni_has(r, at, ONI_TW_UNIT) && !oni_flag_is(r, at, ONI_TW_UNIT, "plural")
		&& oni_value(r, at, ONI_TW_UNIT) >= ONI_UNIT_DAY) {
		phrase->base = ONI_BASE_SHIFT;
		phrase->unit = (oni_unit)oni_value(r, at, ONI_TW_UNIT);
		phrase->count = direction;
		return at + 1;
	}
	phrase->pick = direction < 0 ? ONI_PICK_LAST : direction > 0 ? ONI_PICK_NEXT : ONI_PICK_THIS;
	if ((end = weekday_first(r, i, phrase)) != 0 || (end = month_first(r, i, phrase)) != 0
		|| (end = quarter_first(r, i, phrase)) != 0 || (end = oni_read_holiday(r, i, phrase)) != 0)
		return end;
	if (oni_has(r, i, ONI_TW_SEASON) && !oni_flag_is(r, i, ONI_TW_SEASON, "plural")) {
		phrase->base = ONI_BASE_CALENDAR;
		phrase->moment.grain = ONI_GRAIN_SEASON;
		phrase->moment.season = (uint16_t)oni_value(r, i, ONI_TW_SEASON);
		return i + 1;
	}
	return 0;
}

/* "last year's third quarter": the year, then what of it. */
static uint32_t of_that_year(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = oni_skip_possessive(r, i), end;
	if (phrase->unit != ONI_UNIT_YEAR || phrase->base != ONI_BASE_SHIFT || at == i)
		return i;
	oni_phrase part = *phrase;
	if ((end = quarter_first(r, at, &part)) == 0)
		return i;
	part.year_shifted = true;
	*phrase = part;
	return end;
}

static oni_anchor anchor_of(oni_str flag, bool the)
{
	if (oni_str_is(flag, "story") || oni_str_is(flag, "same") || oni_str_is(flag, "that"))
		return ONI_FROM_STORY;
	return the && oni_str_is(flag, "next") ? ONI_FROM_STORY : ONI_FROM_ARTICLE;
}

/* "earlier in the day", "later in the week": of the story's. */
static uint32_t in_the_unit(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	if (!oni_is_one(r, i, "earlier later") || !oni_is(r, i + 1, "in") || !oni_is(r, i + 2, "the") || !oni_is_one(r, i + 3, "day week month year")
		|| oni_is(r, i + 4, "of"))
		return 0;
	phrase->anchor = oni_is(r, i + 3, "day") ? ONI_FROM_STORY : ONI_FROM_ARTICLE;
	return picked(r, i + 3, 0, phrase);
}

/* "last week", "the following month", "this past spring", "this coming Sunday, March eighth", "that same day". */
static uint32_t direction_first(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t inside = in_the_unit(r, i, phrase);
	if (inside)
		return inside;
	bool the = oni_is_one(r, i, "the its their his her our your");
	uint32_t at = i + the + oni_is_one(r, i + the, "very");
	if (!oni_has(r, at, ONI_TW_DIRECTION))
		return 0;
	oni_str flag = oni_piece_flag(oni_piece_at(r, at), ONI_TW_DIRECTION);
	int direction = oni_value(r, at, ONI_TW_DIRECTION);
	at++;
	if (oni_has(r, at, ONI_TW_DIRECTION) && direction == 0) {
		direction = oni_value(r, at, ONI_TW_DIRECTION);
		at++;
	}
	if (oni_str_is(flag, "vague") || (oni_str_is(flag, "then") && direction == 0) || (the && oni_str_is(flag, "this")))
		return 0;
	phrase->anchor = anchor_of(flag, the);
	if (oni_str_is(flag, "this") && oni_is(r, at, "day"))
		phrase->anchor = ONI_FROM_STORY;
	uint32_t end = picked(r, at, direction, phrase);
	if (end == 0)
		return 0;
	if (oni_str_is(flag, "latest") && phrase->base == ONI_BASE_SHIFT) {
		phrase->count = phrase->unit == ONI_UNIT_QUARTER || phrase->unit == ONI_UNIT_YEAR ? -1 : 0;
		phrase->comparison = true;
	}
	if (phrase->base == ONI_BASE_SHIFT && phrase->anchor == ONI_FROM_ARTICLE && phrase->unit == ONI_UNIT_DAY
		&& direction <= 0 && !oni_str_is(flag, "this"))
		return 0;       /* "the last day", "the current day" */
	return of_that_year(r, end, phrase);
}

/* "a year ago", "two days later", "six weeks before", "two weeks from now". */
static uint32_t shifted(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	oni_phrase length = *phrase;
	uint32_t at = oni_read_length(r, i, &length);
	if (at == 0 || length.kind != ONI_PHRASE_LENGTH || length.anchored)
		return 0;
	int32_t sign = 0;
	oni_anchor anchor = ONI_FROM_STORY;
	if (oni_is(r, at, "from") && oni_is_one(r, at + 1, "now today")) {
		sign = 1;
		anchor = ONI_FROM_ARTICLE;
		at += 2;
	} else if (oni_has(r, at, ONI_TW_SHIFT)) {
		bool closes = !oni_is_one(r, at, "before after following prior on back")
			|| oni_piece_at(r, at + 1)->kind == ONI_PIECE_SIGN || at + 1 == r->pieces.n;
		if (!closes || oni_is_one(r, at, "on back") || (oni_is(r, at, "later") && oni_is(r, at + 1, "than")))
			return 0;
		sign = oni_value(r, at, ONI_TW_SHIFT);
		anchor = oni_flag_is(r, at, ONI_TW_SHIFT, "article") ? ONI_FROM_ARTICLE : ONI_FROM_STORY;
		at++;
	} else {
		return 0;
	}
	length.kind = ONI_PHRASE_POINT;
	length.base = ONI_BASE_SHIFT;
	length.anchor = anchor;
	length.comparison = length.unit == ONI_UNIT_YEAR && length.amount.low == 1;
	length.count = (int32_t)(length.amount.low < 1e5 ? length.amount.low : 1e5) * sign;
	length.towards = (int8_t)sign;
	*phrase = length;
	return at;
}

/* "year-ago", "year-earlier" before what is compared. */
static uint32_t year_ago(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i;
	if (!oni_is(r, at, "year") || !oni_is_dash(r, at + 1) || !oni_is_one(r, at + 2, "ago earlier"))
		return 0;
	phrase->base = ONI_BASE_SHIFT;
	phrase->unit = ONI_UNIT_YEAR;
	phrase->count = -1;
	phrase->comparison = true;
	at += 3;
	oni_phrase quarter = *phrase;
	uint32_t end = quarter_first(r, at, &quarter);
	if (end) {
		quarter.year_shifted = true;
		*phrase = quarter;
		return end;
	}
	return oni_is_one(r, at, "quarter period") ? at + 1 : at;
}

/* "the last week of August": a week's length; "the first day of May": that day. */
static uint32_t ordered_unit(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i + 1;
	bool last = oni_is_one(r, at, "last final closing");
	int number = oni_has(r, at, ONI_TW_ORDINAL) ? oni_value(r, at, ONI_TW_ORDINAL) : oni_is(r, at, "opening") ? 1 : 0;
	if (!oni_is(r, i, "the") || (!last && number == 0) || !oni_has(r, at + 1, ONI_TW_UNIT) || !oni_is_one(r, at + 2, "of in"))
		return 0;
	oni_unit unit = (oni_unit)oni_value(r, at + 1, ONI_TW_UNIT);
	uint32_t end = month_first(r, at + 3, phrase);
	oni_moment *m = &phrase->moment;
	if (end == 0 || m->grain != ONI_GRAIN_MONTH || (unit != ONI_UNIT_WEEK && unit != ONI_UNIT_DAY
		&& unit != ONI_UNIT_WEEKEND))
		return 0;
	if (unit == ONI_UNIT_DAY) {
		m->grain = ONI_GRAIN_DAY;
		m->day = (uint8_t)(last ? oni_month_days(m->year ? m->year : 2001, m->month) : number);
		return end;
	}
	phrase->kind = ONI_PHRASE_LENGTH;
	phrase->unit = unit;
	phrase->amount = (oni_amount){.low = 1, .high = 1};
	return end;
}

uint32_t oni_read_date(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	static oni_phrase_rule *const RULES[] = {
		oni_read_numeric_date, day_word, ordered_unit, weekday_first, month_first, day_first, direction_first, quarter_first,
		century_first, season_first, oni_read_decade, oni_read_holiday, year_ago, year_alone, shifted, NULL
	};
	return oni_first_rule(RULES, ONI_PHRASE_POINT, r, i, phrase);
}
