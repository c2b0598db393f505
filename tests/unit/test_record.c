#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <math.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "record/offsets.h"
#include "record/write.h"

static void assert_written(oni_buf *out, const char *wanted)
{
	oni_buf_byte(out, 0);
	assert_false(out->failed);
	assert_string_equal(out->at, wanted);
	oni_buf_drop(out);
}

static void strings(void **state)
{
	(void)state;
	oni_buf out = {0};
	oni_write_json_string(&out, ONI_STR("a\"b\\c/\n\t\r\b\f\v\0\x1F\x7F é"));
	assert_written(&out, "\"a\\\"b\\\\c/\\n\\t\\r\\b\\f\\u000b\\u0000\\u001f\\u007f é\"");
	oni_write_json_string(&out, (oni_str){0});
	assert_written(&out, "\"\"");
}

static void numbers(void **state)
{
	static const struct {
		double value;
		const char *text;
	} TABLE[] = {{0, "0"}, {-0.0, "0"}, {12, "12"}, {-7, "-7"}, {1e14, "100000000000000"}, {33.3, "33.3"}, {0.1, "0.1"},
		{50.4547, "50.4547"}, {1.0 / 3, "0.333333333"}, {1e20, "100000000000000000000"},
		{-0.5, "-0.5"}, {-74.006, "-74.006"}, {0.05, "0.05"}, {1234567.25, "1234567.25"}, {1e-12, "0"}, {2.5e9, "2500000000"}};
	(void)state;
	for (size_t i = 0; i < sizeof TABLE / sizeof *TABLE; i++) {
		oni_buf out = {0};
		oni_write_number(&out, TABLE[i].value);
		assert_written(&out, TABLE[i].text);
	}
}

static void numbers_are_read_as_written(void **state)
{
	static const double VALUES[] = {0, 1, -1, 0.1, 33.3, -74.006, 50.4547, 1e15, 12345.678, 0.000001};
	(void)state;
	for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++) {
		char text[ONI_DECIMAL_ROOM];
		size_t n = oni_decimal_put(VALUES[i], text);
		assert_true(oni_decimal_of((oni_str){text, n}) == VALUES[i]);
	}
	assert_true(oni_decimal_of(ONI_STR("12x")) == 12);
	assert_true(oni_decimal_of(ONI_STR("1.2.3")) == 1.2);
	assert_true(oni_decimal_of(ONI_STR("x")) == 0);
	assert_true(oni_decimal_of((oni_str){0}) == 0);
}

static void dates(void **state)
{
	(void)state;
	oni_buf out = {0};
	oni_write_date(&out, (oni_date){2022, 12, 2});
	oni_buf_byte(&out, ' ');
	oni_write_date(&out, (oni_date){2022, 12, 0});
	oni_buf_byte(&out, ' ');
	oni_write_date(&out, (oni_date){987, 0, 0});
	assert_written(&out, "2022-12-02 2022-12 0987");
}

/* Every offset of a text with runes of all lengths, against counting. */
static void offsets(void **state)
{
	(void)state;
	static char text[4096];
	oni_arena arena;
	jmp_buf guard;
	size_t n = 0;
	for (int i = 0; n + 4 < sizeof text; i++) {
		static const int32_t RUNES[] = {'a', 0xE9, 0x20AC, 0x1F600, 'b'};
		n += oni_rune_put(RUNES[i * i % 5], text + n);
	}
	oni_arena_init(&arena, 0);
	arena.guard = &guard;
	oni_str s = {text, n};
	oni_offsets o = oni_offsets_of(&arena, s);
	size_t length;
	for (size_t at = 0; at < n; at += length) {
		assert_int_equal(oni_offset(&o, (uint32_t)at), oni_utf8_count(oni_str_cut(s, 0, at)));
		oni_rune_at(s, at, &length);
	}
	assert_int_equal(oni_offset(&o, (uint32_t)n), oni_utf8_count(s));
	o = oni_offsets_of(&arena, ONI_STR("ascii"));
	assert_null(o.before);
	assert_int_equal(oni_offset(&o, 5), 5);
	oni_arena_drop(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings), cmocka_unit_test(numbers), cmocka_unit_test(numbers_are_read_as_written),
		cmocka_unit_test(dates), cmocka_unit_test(offsets),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
