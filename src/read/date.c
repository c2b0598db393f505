#include "read/date.h"

/* `digits` digits at s.at[at]; -1 when they are not there. */
static int number(oni_str s, size_t at, size_t digits)
{
	int value = 0;
	if (at + digits > s.n)
		return -1;
	for (size_t i = at; i < at + digits; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return -1;
		value = value * 10 + (s.at[i] - '0');
	}
	return value;
}

static int days_of(int year, int month)
{
	static const unsigned char DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return DAYS[month - 1] + (month == 2 && leap);
}

static oni_date checked(int year, int month, int day)
{
	if (year < 1 || month < 0 || month > 12 || (month == 0 && day != 0))
		return (oni_date){0};
	if (day < 0 || (month && day > days_of(year, month)))
		return (oni_date){0};
	return (oni_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

static bool ends_at(oni_str s, size_t at)
{
	return at >= s.n || s.at[at] == 'T' || s.at[at] == 't' || s.at[at] == ' ';
}

static oni_date iso(oni_str s)
{
	int year = number(s, 0, 4);
	if (year < 1)
		return (oni_date){0};
	if (ends_at(s, 4))
		return checked(year, 0, 0);
	size_t hyphen = s.at[4] == '-';
	int month = number(s, 4 + hyphen, 2);
	if (month < 1)
		return (oni_date){0};
	if (ends_at(s, 6 + hyphen))
		return hyphen ? checked(year, month, 0) : (oni_date){0};
	if (hyphen != (s.at[6 + hyphen] == '-'))
		return (oni_date){0};
	int day = number(s, 6 + 2 * hyphen, 2);
	return day < 1 || !ends_at(s, 8 + 2 * hyphen) ? (oni_date){0} : checked(year, month, day);
}

/* "02 Dec 2022", a weekday before it or not. */
static oni_date rfc2822(oni_str s)
{
	static const char MONTHS[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	const char *comma = memchr(s.at, ',', s.n);
	if (comma)
		s = oni_str_trim(oni_str_cut(s, (size_t)(comma - s.at) + 1, s.n));
	size_t digits = number(s, 0, 2) >= 0 ? 2 : 1;
	int day = number(s, 0, digits), year = number(s, digits + 5, 4);
	if (day < 1 || year < 1)
		return (oni_date){0};
	for (int month = 1; month <= 12; month++)
		if (memcmp(s.at + digits + 1, MONTHS + 3 * (month - 1), 3) == 0)
			return checked(year, month, day);
	return (oni_date){0};
}

oni_date oni_date_of(oni_str s)
{
	s = oni_str_trim(s);
	if (s.n < 4)
		return (oni_date){0};
	oni_date date = iso(s);
	return date.year ? date : rfc2822(s);
}
