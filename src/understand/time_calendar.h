/* time_calendar.h - civil dates, and moments: a stretch of the calendar named at some grain.
 *
 * Days are counted from 1970-01-01 (0), proleptic Gregorian, as news and ISO 8601 have it. Years before the common
 * era are negative and have no zero: -480 is 480 BC. Nothing here allocates but oni_moment_text; any thread. */
#ifndef ONI_UNDERSTAND_TIME_CALENDAR_H
#define ONI_UNDERSTAND_TIME_CALENDAR_H

#include "doc/doc.h"

/* Lengths of time, shortest first. */
typedef enum oni_unit {
	ONI_UNIT_NONE, ONI_UNIT_SECOND, ONI_UNIT_MINUTE, ONI_UNIT_HOUR, ONI_UNIT_DAY, ONI_UNIT_WEEKEND, ONI_UNIT_WEEK,
	ONI_UNIT_FORTNIGHT, ONI_UNIT_MONTH, ONI_UNIT_QUARTER, ONI_UNIT_SEASON, ONI_UNIT_HALF, ONI_UNIT_YEAR,
	ONI_UNIT_DECADE, ONI_UNIT_CENTURY, ONI_UNIT_MILLENNIUM
} oni_unit;

/* What a moment is named by; finer is greater. */
typedef enum oni_grain {
	ONI_GRAIN_NONE, ONI_GRAIN_MILLENNIUM, ONI_GRAIN_CENTURY, ONI_GRAIN_DECADE, ONI_GRAIN_YEAR, ONI_GRAIN_HALF,
	ONI_GRAIN_SEASON, ONI_GRAIN_QUARTER, ONI_GRAIN_MONTH, ONI_GRAIN_WEEK, ONI_GRAIN_WEEKEND, ONI_GRAIN_DAY
} oni_grain;

/* Two letters of TIMEX3 in one number: ONI_PAIR('M', 'O') for morning, ONI_PAIR('S', 'U') for summer. */
#define ONI_PAIR(a, b) ((uint16_t)((unsigned)(a) << 8 | (unsigned)(b)))

typedef struct oni_moment {
	oni_grain grain;
	int32_t year;                  /* 0: unknown; of a week, the ISO year; of a decade or century, its first year */
	uint8_t month, day;            /* 0: unknown */
	uint8_t weekday;               /* 1 Monday to 7 Sunday; only where nothing else is known of the day */
	uint8_t week, quarter, half;   /* for these grains */
	uint16_t season;               /* ONI_PAIR of SP SU FA WI */
	uint16_t part;                 /* of the day: ONI_PAIR of MO AF EV NI MI DT; 0 none */
	int8_t hour, minute, second;   /* -1: none */
} oni_moment;

extern const oni_moment oni_no_moment; /* grain NONE, no clock time */

int32_t oni_day_number(int32_t year, int month, int day);
oni_date oni_date_of_day(int32_t number);
int oni_weekday(int32_t number);                       /* 1 Monday … 7 Sunday */
int oni_month_days(int32_t year, int month);
bool oni_leap_year(int32_t year);
void oni_iso_week(int32_t number, int32_t *ret_year, int *ret_week);
int32_t oni_iso_week_monday(int32_t year, int week);
int oni_iso_weeks(int32_t year);                       /* 52 or 53 */
int32_t oni_easter(int32_t year);                      /* Sunday of the western churches, as a day number */
int32_t oni_orthodox_easter(int32_t year);
int32_t oni_nth_weekday(int32_t year, int month, int n, int weekday); /* n -1: the month's last */

/* The day as a moment, and a moment's first day as a number (its grain must not be NONE and its year known). */
oni_moment oni_moment_of_day(int32_t number);
int32_t oni_moment_first(oni_moment m);
int32_t oni_moment_last(oni_moment m);

/* The moment of `grain` that the first day of m lies in: the quarter of a day, the year of a month. */
oni_moment oni_moment_coarser(oni_moment m, oni_grain grain);

/* n units later, at the coarser of m's grain and the unit's own. A day of the month that does not exist becomes
 * the month's last. */
oni_moment oni_moment_shift(oni_moment m, int32_t n, oni_unit unit);

/* Whether a year is known, so that the moment has days. */
bool oni_moment_placed(oni_moment m);

oni_grain oni_grain_of_unit(oni_unit unit);

/* TIMEX3 value: "2022-12-01TNI", "2022-W48", "198", "XXXX-WXX-2", "BC0480". */
oni_str oni_moment_text(oni_arena *arena, oni_moment m);

#endif
