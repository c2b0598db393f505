/* Calendar arithmetic: leap years, ISO weeks, Easters, shifts, intervals, values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "understand/time_resolve.h"

static oni_arena arena;
static jmp_buf guard;

static void expect_day(int32_t number, int year, int month, int day)
{
	oni_date date = oni_date_of_day(number);
	assert_int_equal(date.year, year);
	assert_int_equal(date.month, month);
	assert_int_equal(date.day, day);
}

static void expect_text(oni_moment m, const char *text)
{
	oni_str said = oni_moment_text(&arena, m);
	assert_int_equal(said.n, strlen(text));
	assert_memory_equal(said.at, text, said.n);
}

static oni_moment moment(oni_grain grain, int year, int month, int day)
{
	oni_moment m = oni_no_moment;
	m.grain = grain;
	m.year = year;
	m.month = (uint8_t)month;
	m.day = (uint8_t)day;
	return m;
}

static void days_are_counted_without_gaps(void **state)
{
	(void)state;
	assert_int_equal(oni_day_number(1970, 1, 1), 0);
	assert_int_equal(oni_day_number(2022, 12, 2), 19328);
	oni_date last = oni_date_of_day(oni_day_number(-500, 12, 31));
	for (int32_t n = oni_day_number(-499, 1, 1); n < oni_day_number(2101, 1, 1); n++) {
		oni_date date = oni_date_of_day(n);
		assert_int_equal(oni_day_number(date.year, date.month, date.day), n);
		bool next = date.day == last.day + 1 && date.month == last.month;
		assert_true(next || (date.day == 1 && last.day == oni_month_days(last.year, last.month)));
		last = date;
	}
}

static void there_is_no_year_zero(void **state)
{
	(void)state;
	assert_int_equal(oni_day_number(1, 1, 1) - oni_day_number(-1, 12, 31), 1);
	expect_day(oni_day_number(1, 1, 1) - 1, -1, 12, 31);
	expect_text(oni_moment_shift(moment(ONI_GRAIN_YEAR, 1, 0, 0), -1, ONI_UNIT_YEAR), "BC0001");
	expect_text(oni_moment_shift(moment(ONI_GRAIN_YEAR, -2, 0, 0), 3, ONI_UNIT_YEAR), "0002");
}

static void leap_years(void **state)
{
	(void)state;
	assert_true(oni_leap_year(2000));
	assert_true(oni_leap_year(2024));
	assert_false(oni_leap_year(1900));
	assert_false(oni_leap_year(2023));
	assert_true(oni_leap_year(-1)); /* 1 BC is the astronomers' year 0 */
	assert_int_equal(oni_month_days(2024, 2), 29);
	assert_int_equal(oni_month_days(2100, 2), 28);
}

static void weekdays(void **state)
{
	(void)state;
	assert_int_equal(oni_weekday(0), 4);
	assert_int_equal(oni_weekday(-1), 3);
	assert_int_equal(oni_weekday(oni_day_number(2022, 12, 2)), 5);
	assert_int_equal(oni_weekday(oni_day_number(1944, 6, 6)), 2);
	assert_int_equal(oni_weekday(oni_day_number(1789, 7, 14)), 2);
}

static void weeks_follow_iso(void **state)
{
	(void)state;
	static const struct { int y, m, d, year, week; } cases[] = {
		{2021, 1, 3, 2020, 53}, {2021, 1, 4, 2021, 1}, {2018, 12, 31, 2019, 1}, {2022, 1, 1, 2021, 52},
		{2020, 12, 31, 2020, 53}, {2024, 12, 30, 2025, 1}, {2022, 12, 2, 2022, 48}, {1998, 2, 13, 1998, 7}
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int32_t year;
		int week;
		int32_t day = oni_day_number(cases[i].y, cases[i].m, cases[i].d);
		oni_iso_week(day, &year, &week);
		assert_int_equal(year, cases[i].year);
		assert_int_equal(week, cases[i].week);
		assert_true(oni_iso_week_monday(year, week) <= day && day < oni_iso_week_monday(year, week) + 7);
	}
	assert_int_equal(oni_iso_weeks(2020), 53);
	assert_int_equal(oni_iso_weeks(2021), 52);
	assert_int_equal(oni_iso_weeks(2015), 53);
}

static void easters(void **state)
{
	(void)state;
	expect_day(oni_easter(2000), 2000, 4, 23);
	expect_day(oni_easter(2008), 2008, 3, 23);
	expect_day(oni_easter(2024), 2024, 3, 31);
	expect_day(oni_easter(2038), 2038, 4, 25);
	expect_day(oni_orthodox_easter(2022), 2022, 4, 24);
	expect_day(oni_orthodox_easter(2024), 2024, 5, 5);
	expect_day(oni_orthodox_easter(2025), 2025, 4, 20);
}

static void weekdays_of_a_month(void **state)
{
	(void)state;
	expect_day(oni_nth_weekday(2022, 11, 4, 4), 2022, 11, 24);
	expect_day(oni_nth_weekday(2022, 5, -1, 1), 2022, 5, 30);
	expect_day(oni_nth_weekday(2021, 2, 1, 1), 2021, 2, 1);
}

static void shifts_keep_to_the_calendar(void **state)
{
	(void)state;
	expect_text(oni_moment_shift(moment(ONI_GRAIN_DAY, 2023, 1, 31), 1, ONI_UNIT_MONTH), "2023-02-28");
	expect_text(oni_moment_shift(moment(ONI_GRAIN_DAY, 2024, 2, 29), -1, ONI_UNIT_YEAR), "2023-02-28");
	expect_text(oni_moment_shift(moment(ONI_GRAIN_DAY, 2022, 2, 24), 9, ONI_UNIT_MONTH), "2022-11-24");
	expect_text(oni_moment_shift(moment(ONI_GRAIN_DAY, 2022, 12, 31), 1, ONI_UNIT_DAY), "2023-01-01");
	expect_text(oni_moment_shift(moment(ONI_GRAIN_MONTH, 2022, 1, 0), -1, ONI_UNIT_MONTH), "2021-12");
	expect_text(oni_moment_shift(moment(ONI_GRAIN_MONTH, 2022, 3, 0), -27, ONI_UNIT_MONTH), "2019-12");
	oni_moment day = moment(ONI_GRAIN_DAY, 2021, 1, 2);
	expect_text(oni_moment_shift(oni_moment_coarser(day, ONI_GRAIN_WEEK), 0, ONI_UNIT_WEEK), "2020-W53");
	expect_text(oni_moment_shift(oni_moment_coarser(day, ONI_GRAIN_WEEK), 1, ONI_UNIT_WEEK), "2021-W01");
	expect_text(oni_moment_shift(oni_moment_coarser(day, ONI_GRAIN_QUARTER), -1, ONI_UNIT_QUARTER), "2020-Q4");
	expect_text(oni_moment_coarser(day, ONI_GRAIN_DECADE), "202");
	expect_text(oni_moment_coarser(day, ONI_GRAIN_CENTURY), "20");
	expect_text(oni_moment_coarser(day, ONI_GRAIN_YEAR), "2021");
	(void)oni_moment_shift(day, INT32_MAX, ONI_UNIT_MILLENNIUM); /* far, but no overflow */
	(void)oni_moment_shift(day, INT32_MIN + 1, ONI_UNIT_DECADE);
}

static void expect_interval(oni_moment m, const char *mod, const char *first, const char *last)
{
	oni_date from = {0}, to = {0};
	char text[64];
	oni_moment_interval(m, mod, &from, &to);
	snprintf(text, sizeof text, "%04d-%02d-%02d", from.year, from.month, from.day);
	assert_string_equal(text, first);
	snprintf(text, sizeof text, "%04d-%02d-%02d", to.year, to.month, to.day);
	assert_string_equal(text, last);
}

static void intervals_are_whole(void **state)
{
	(void)state;
	expect_interval(moment(ONI_GRAIN_MONTH, 2024, 2, 0), "", "2024-02-01", "2024-02-29");
	expect_interval(moment(ONI_GRAIN_MONTH, 2022, 9, 0), "END", "2022-09-21", "2022-09-30");
	expect_interval(moment(ONI_GRAIN_MONTH, 2022, 9, 0), "START", "2022-09-01", "2022-09-10");
	expect_interval(moment(ONI_GRAIN_YEAR, 2022, 0, 0), "", "2022-01-01", "2022-12-31");
	expect_interval(moment(ONI_GRAIN_DECADE, 1990, 0, 0), "", "1990-01-01", "1999-12-31");
	oni_moment winter = moment(ONI_GRAIN_SEASON, 2021, 0, 0);
	winter.season = ONI_PAIR('W', 'I');
	expect_interval(winter, "", "2021-12-01", "2022-02-28");
	oni_moment weekend = oni_moment_coarser(moment(ONI_GRAIN_DAY, 2022, 12, 2), ONI_GRAIN_WEEKEND);
	expect_interval(weekend, "", "2022-12-03", "2022-12-04");
	oni_moment half = moment(ONI_GRAIN_HALF, 2020, 0, 0);
	half.half = 1;
	expect_interval(half, "", "2020-01-01", "2020-06-30");
}

static void unknown_parts_are_written_as_such(void **state)
{
	(void)state;
	oni_moment friday = moment(ONI_GRAIN_DAY, 0, 0, 0);
	friday.weekday = 5;
	expect_text(friday, "XXXX-WXX-5");
	friday.part = ONI_PAIR('N', 'I');
	expect_text(friday, "XXXX-WXX-5TNI");
	expect_text(moment(ONI_GRAIN_MONTH, 0, 9, 0), "XXXX-09");
	expect_text(moment(ONI_GRAIN_DAY, 0, 2, 24), "XXXX-02-24");
	expect_text(moment(ONI_GRAIN_DAY, 1915, 0, 0), "1915-XX-XX");
	oni_moment noon = moment(ONI_GRAIN_DAY, 2022, 12, 2);
	noon.hour = 12;
	expect_text(noon, "2022-12-02T12:00");
}

int main(void)
{
	oni_arena_init(&arena, 0);
	arena.guard = &guard;
	if (setjmp(guard))
		return 1;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_counted_without_gaps),
		cmocka_unit_test(there_is_no_year_zero),
		cmocka_unit_test(leap_years),
		cmocka_unit_test(weekdays),
		cmocka_unit_test(weeks_follow_iso),
		cmocka_unit_test(easters),
		cmocka_unit_test(weekdays_of_a_month),
		cmocka_unit_test(shifts_keep_to_the_calendar),
		cmocka_unit_test(intervals_are_whole),
		cmocka_unit_test(unknown_parts_are_written_as_such),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	oni_arena_drop(&arena);
	return failed;
}
