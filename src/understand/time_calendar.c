/* Civil dates and moments.
 *
 * Days are counted with the usual trick of letting the year begin in March, so that the leap day is the year's
 * last and every 400 years have 146,097 days: 2022-12-02 is day 19,328, a Friday since day 0 was a Thursday.
 * Sources: H. Hinnant, "chrono-compatible low-level date algorithms"; ISO 8601 for weeks (week 1 holds the year's
 * first Thursday); Meeus, "Astronomical Algorithms", ch. 8 for both Easters. */
#include "understand/time_calendar.h"

const oni_moment oni_no_moment = {.hour = -1, .minute = -1, .second = -1};

/* Years without a gap: 1 BC is 0. */
static int32_t astronomical(int32_t year)
{
	return year < 0 ? year + 1 : year;
}

static int32_t historical(int32_t year)
{
	return year <= 0 ? year - 1 : year;
}

static int32_t add_years(int32_t year, int32_t n)
{
	return historical(astronomical(year) + n);
}

static int32_t floor_div(int32_t a, int32_t b)
{
	return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

int32_t oni_day_number(int32_t year, int month, int day)
{
	int32_t y = astronomical(year) - (month <= 2);
	int32_t era = floor_div(y, 400);
	int32_t of_era = y - era * 400;
	int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

oni_date oni_date_of_day(int32_t number)
{
	int32_t z = number + 719468, era = floor_div(z, 146097), day_of_era = z - era * 146097;
	int32_t of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int32_t of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
	int32_t march_month = (5 * of_year + 2) / 153;
	int32_t month = march_month < 10 ? march_month + 3 : march_month - 9;
	int32_t year = of_era + era * 400 + (month <= 2);
	return (oni_date){(int16_t)historical(year), (uint8_t)month,
		(uint8_t)(of_year - (153 * march_month + 2) / 5 + 1)};
}

int oni_weekday(int32_t number)
{
	int32_t d = (number + 3) % 7;
	return (int)(d < 0 ? d + 7 : d) + 1;
}

bool oni_leap_year(int32_t year)
{
	int32_t y = astronomical(year);
	return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

int oni_month_days(int32_t year, int month)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && oni_leap_year(year));
}

void oni_iso_week(int32_t number, int32_t *ret_year, int *ret_week)
{
	int32_t thursday = number - oni_weekday(number) + 4;
	oni_date date = oni_date_of_day(thursday);
	*ret_year = date.year;
	*ret_week = (thursday - oni_day_number(date.year, 1, 1)) / 7 + 1;
}

int32_t oni_iso_week_monday(int32_t year, int week)
{
	int32_t fourth = oni_day_number(year, 1, 4); /* always in week 1 */
	return fourth - oni_weekday(fourth) + 1 + 7 * (week - 1);
}

int oni_iso_weeks(int32_t year)
{
	return (oni_iso_week_monday(add_years(year, 1), 1) - oni_iso_week_monday(year, 1)) / 7;
}

int32_t oni_easter(int32_t year)
{
	int32_t a = year % 19, b = year / 100, c = year % 100;
	int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int32_t m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
	return oni_day_number(year, n / 31, n % 31 + 1);
}

int32_t oni_orthodox_easter(int32_t year)
{
	int32_t d = (19 * (year % 19) + 15) % 30;
	int32_t e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
	int32_t n = d + e + 114, to_gregorian = year / 100 - year / 400 - 2;
	return oni_day_number(year, n / 31, n % 31 + 1) + to_gregorian;
}

int32_t oni_nth_weekday(int32_t year, int month, int n, int weekday)
{
	if (n < 0) {
		int32_t last = oni_day_number(year, month, oni_month_days(year, month));
		return last - (oni_weekday(last) - weekday + 7) % 7;
	}
	int32_t first = oni_day_number(year, month, 1);
	return first + (weekday - oni_weekday(first) + 7) % 7 + 7 * (n - 1);
}

oni_moment oni_moment_of_day(int32_t number)
{
	oni_date date = oni_date_of_day(number);
	oni_moment m = oni_no_moment;
	m.grain = ONI_GRAIN_DAY;
	m.year = date.year;
	m.month = date.month;
	m.day = date.day;
	return m;
}

bool oni_moment_placed(oni_moment m)
{
	return m.grain != ONI_GRAIN_NONE && m.year != 0 && !(m.grain == ONI_GRAIN_DAY && (m.month == 0 || m.day == 0));
}

/* The season's first month; winter begins in December of its year, as HeidelTime and TempEval count it. */
static int season_month(uint16_t season)
{
	switch (season) {
	case ONI_PAIR('S', 'P'): return 3;
	case ONI_PAIR('S', 'U'): return 6;
	case ONI_PAIR('F', 'A'): return 9;
	default: return 12;
	}
}

static int first_month(oni_moment m)
{
	switch (m.grain) {
	case ONI_GRAIN_HALF: return m.half == 2 ? 7 : 1;
	case ONI_GRAIN_QUARTER: return 3 * m.quarter - 2;
	case ONI_GRAIN_SEASON: return season_month(m.season);
	case ONI_GRAIN_MONTH:
	case ONI_GRAIN_DAY: return m.month ? m.month : 1;
	default: return 1;
	}
}

static int months_long(oni_grain grain)
{
	switch (grain) {
	case ONI_GRAIN_MILLENNIUM: return 12000;
	case ONI_GRAIN_CENTURY: return 1200;
	case ONI_GRAIN_DECADE: return 120;
	case ONI_GRAIN_YEAR: return 12;
	case ONI_GRAIN_HALF: return 6;
	case ONI_GRAIN_SEASON:
	case ONI_GRAIN_QUARTER: return 3;
	default: return 1;
	}
}

int32_t oni_moment_first(oni_moment m)
{
	if (m.grain == ONI_GRAIN_WEEK)
		return oni_iso_week_monday(m.year, m.week);
	if (m.grain == ONI_GRAIN_WEEKEND)
		return oni_iso_week_monday(m.year, m.week) + 5;
	return oni_day_number(m.year, first_month(m), m.grain == ONI_GRAIN_DAY && m.day ? m.day : 1);
}

int32_t oni_moment_last(oni_moment m)
{
	int32_t first = oni_moment_first(m);
	if (m.grain == ONI_GRAIN_DAY)
		return first;
	if (m.grain == ONI_GRAIN_WEEK)
		return first + 6;
	if (m.grain == ONI_GRAIN_WEEKEND)
		return first + 1;
	int behind = first_month(m) - 1 + months_long(m.grain);
	return oni_day_number(add_years(m.year, behind / 12), behind % 12 + 1, 1) - 1;
}

/* The first year of the span of n years that holds the year. */
static int32_t span_of(int32_t year, int32_t n)
{
	return year < 0 ? -(-year / n * n) : year / n * n;
}

oni_moment oni_moment_coarser(oni_moment m, oni_grain grain)
{
	oni_moment c = oni_no_moment;
	int32_t first = oni_moment_first(m);
	oni_date date = oni_date_of_day(first);
	int week;
	c.grain = grain;
	c.year = m.grain == ONI_GRAIN_SEASON || m.grain < ONI_GRAIN_YEAR ? m.year : date.year;
	switch (grain) {
	case ONI_GRAIN_MILLENNIUM: c.year = span_of(c.year, 1000); break;
	case ONI_GRAIN_CENTURY: c.year = span_of(c.year, 100); break;
	case ONI_GRAIN_DECADE: c.year = span_of(c.year, 10); break;
	case ONI_GRAIN_YEAR: break;
	case ONI_GRAIN_HALF: c.half = (uint8_t)(date.month > 6 ? 2 : 1); break;
	case ONI_GRAIN_QUARTER: c.quarter = (uint8_t)((date.month + 2) / 3); break;
	case ONI_GRAIN_SEASON:
		c.season = date.month == 12 || date.month < 3 ? ONI_PAIR('W', 'I') : date.month < 6 ? ONI_PAIR('S', 'P')
			: date.month < 9 ? ONI_PAIR('S', 'U') : ONI_PAIR('F', 'A');
		break;
	case ONI_GRAIN_MONTH: c.month = date.month; break;
	case ONI_GRAIN_WEEK:
	case ONI_GRAIN_WEEKEND:
		oni_iso_week(first, &c.year, &week);
		c.week = (uint8_t)week;
		break;
	default: return oni_moment_of_day(first);
	}
	return c;
}

oni_grain oni_grain_of_unit(oni_unit unit)
{
	static const uint8_t grain[] = {
		[ONI_UNIT_NONE] = ONI_GRAIN_NONE, [ONI_UNIT_SECOND] = ONI_GRAIN_DAY, [ONI_UNIT_MINUTE] = ONI_GRAIN_DAY,
		[ONI_UNIT_HOUR] = ONI_GRAIN_DAY, [ONI_UNIT_DAY] = ONI_GRAIN_DAY, [ONI_UNIT_WEEKEND] = ONI_GRAIN_WEEKEND,
		[ONI_UNIT_WEEK] = ONI_GRAIN_WEEK, [ONI_UNIT_FORTNIGHT] = ONI_GRAIN_WEEK, [ONI_UNIT_MONTH] = ONI_GRAIN_MONTH,
		[ONI_UNIT_QUARTER] = ONI_GRAIN_QUARTER, [ONI_UNIT_SEASON] = ONI_GRAIN_SEASON,
		[ONI_UNIT_HALF] = ONI_GRAIN_HALF, [ONI_UNIT_YEAR] = ONI_GRAIN_YEAR, [ONI_UNIT_DECADE] = ONI_GRAIN_DECADE,
		[ONI_UNIT_CENTURY] = ONI_GRAIN_CENTURY, [ONI_UNIT_MILLENNIUM] = ONI_GRAIN_MILLENNIUM
	};
	return (oni_grain)grain[unit];
}

static int32_t unit_months(oni_unit unit)
{
	switch (unit) {
	case ONI_UNIT_MONTH: return 1;
	case ONI_UNIT_QUARTER:
	case ONI_UNIT_SEASON: return 3;
	case ONI_UNIT_HALF: return 6;
	case ONI_UNIT_YEAR: return 12;
	case ONI_UNIT_DECADE: return 120;
	case ONI_UNIT_CENTURY: return 1200;
	case ONI_UNIT_MILLENNIUM: return 12000;
	default: return 0;
	}
}

/* Keeps a year within what a date can hold. */
static int32_t clamp_year(int64_t year)
{
	return (int32_t)(year > 9999 ? 9999 : year < -9998 ? -9998 : year);
}

oni_moment oni_moment_shift(oni_moment m, int32_t n, oni_unit unit)
{
	static const uint8_t days[] = {[ONI_UNIT_DAY] = 1, [ONI_UNIT_WEEKEND] = 7, [ONI_UNIT_WEEK] = 7,
		[ONI_UNIT_FORTNIGHT] = 14};
	oni_grain grain = oni_grain_of_unit(unit) < m.grain ? m.grain : oni_grain_of_unit(unit);
	n = n > 100000 ? 100000 : n < -100000 ? -100000 : n;
	if (unit < ONI_UNIT_DAY)
		return m;
	if (unit_months(unit) == 0) {
		oni_moment shifted = oni_moment_of_day(oni_moment_first(m) + n * days[unit]);
		return grain < ONI_GRAIN_DAY ? oni_moment_coarser(shifted, m.grain) : shifted;
	}
	if (m.grain == ONI_GRAIN_WEEK || m.grain == ONI_GRAIN_WEEKEND) {
		oni_moment day = oni_moment_of_day(oni_moment_first(m) + 3);
		return oni_moment_coarser(oni_moment_shift(day, n, unit), m.grain);
	}
	int64_t months = (int64_t)astronomical(m.year) * 12 + first_month(m) - 1 + (int64_t)n * unit_months(unit);
	int64_t year = months >= 0 ? months / 12 : -((11 - months) / 12);
	int month = (int)(months - year * 12) + 1;
	oni_moment s = m;
	s.year = clamp_year(historical(clamp_year(year)));
	s.month = (uint8_t)(m.month ? month : 0);
	s.quarter = (uint8_t)(m.quarter ? (month + 2) / 3 : 0);
	s.half = (uint8_t)(m.half ? (month > 6 ? 2 : 1) : 0);
	if (m.season)
		s.season = oni_moment_coarser(oni_moment_of_day(oni_day_number(s.year, month, 1)), ONI_GRAIN_SEASON).season;
	if (s.day && s.month && s.day > oni_month_days(s.year, s.month))
		s.day = (uint8_t)oni_month_days(s.year, s.month);
	return s;
}

static oni_str year_text(oni_arena *arena, int32_t year, int digits)
{
	int32_t magnitude = year < 0 ? -year : year;
	const char *era = year < 0 ? "BC" : "";
	for (int cut = digits; cut < 4; cut++)
		magnitude /= 10;
	if (year == 0)
		return oni_keepf(arena, "%.*s", digits, "XXXX");
	return oni_keepf(arena, "%s%0*d", era, digits, (int)magnitude);
}

static oni_str day_text(oni_arena *arena, oni_moment m)
{
	oni_str year = year_text(arena, m.year, 4);
	if (m.weekday && !m.day)
		return oni_keepf(arena, "%.*s-WXX-%d", ONI_FMT(year), m.weekday);
	if (!m.month)
		return oni_keepf(arena, m.day ? "%.*s-XX-%02d" : "%.*s-XX-XX", ONI_FMT(year), m.day);
	return oni_keepf(arena, m.day ? "%.*s-%02d-%02d" : "%.*s-%02d-XX", ONI_FMT(year), m.month, m.day);
}

static oni_str base_text(oni_arena *arena, oni_moment m)
{
	oni_str year = year_text(arena, m.year, m.grain == ONI_GRAIN_DECADE ? 3 : m.grain == ONI_GRAIN_CENTURY ? 2
		: m.grain == ONI_GRAIN_MILLENNIUM ? 1 : 4);
	switch (m.grain) {
	case ONI_GRAIN_HALF: return oni_keepf(arena, "%.*s-H%d", ONI_FMT(year), m.half);
	case ONI_GRAIN_SEASON: return oni_keepf(arena, "%.*s-%c%c", ONI_FMT(year), m.season >> 8, m.season & 0xff);
	case ONI_GRAIN_QUARTER: return oni_keepf(arena, "%.*s-Q%d", ONI_FMT(year), m.quarter);
	case ONI_GRAIN_MONTH: return oni_keepf(arena, m.month ? "%.*s-%02d" : "%.*s-XX", ONI_FMT(year), m.month);
	case ONI_GRAIN_WEEK: return oni_keepf(arena, m.week ? "%.*s-W%02d" : "%.*s-WXX", ONI_FMT(year), m.week);
	case ONI_GRAIN_WEEKEND: return oni_keepf(arena, m.week ? "%.*s-W%02d-WE" : "%.*s-WXX-WE", ONI_FMT(year), m.week);
	case ONI_GRAIN_DAY: return day_text(arena, m);
	case ONI_GRAIN_NONE: return ONI_STR("XXXX-XX-XX");
	default: return year;
	}
}

oni_str oni_moment_text(oni_arena *arena, oni_moment m)
{
	oni_str base = base_text(arena, m);
	if (m.hour >= 0 && m.second >= 0)
		return oni_keepf(arena, "%.*sT%02d:%02d:%02d", ONI_FMT(base), m.hour, m.minute, m.second);
	if (m.hour >= 0)
		return oni_keepf(arena, "%.*sT%02d:%02d", ONI_FMT(base), m.hour, m.minute < 0 ? 0 : m.minute);
	if (m.part)
		return oni_keepf(arena, "%.*sT%c%c", ONI_FMT(base), m.part >> 8, m.part & 0xff);
	return base;
}
