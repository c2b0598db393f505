#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "read/article.h"
#include "read/date.h"
#include "read/decode.h"
#include "read/json_cut.h"

static oni_arena arena;
static jmp_buf guard;

static int set_up(void **state)
{
	(void)state;
	oni_arena_init(&arena, 0);
	arena.guard = &guard;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	oni_arena_drop(&arena);
	return 0;
}

static void assert_date(const char *text, int year, int month, int day)
{
	oni_date date = oni_date_of(oni_str_of(text));
	if (date.year != year || date.month != month || date.day != day)
		fail_msg("\"%s\" is read as %d-%d-%d", text, date.year, date.month, date.day);
}

static void dates(void **state)
{
	(void)state;
	assert_date("2022-12-02", 2022, 12, 2);
	assert_date(" 2022-12-02T10:00:00Z", 2022, 12, 2);
	assert_date("20221202", 2022, 12, 2);
	assert_date("2022-12", 2022, 12, 0);
	assert_date("2022", 2022, 0, 0);
	assert_date("2024-02-29", 2024, 2, 29);
	assert_date("Fri, 02 Dec 2022 10:00:00 GMT", 2022, 12, 2);
	assert_date("2 Dec 2022", 2022, 12, 2);
}

static void no_dates(void **state)
{
	static const char *const WRONG[] = {"", "2", "2022-13-01", "2022-00-01", "2023-02-29", "2022-02-30", "2022-12-2", "2022-1202",
		"202212", "yesterday", "0000-01-01", "2022-12-02x", "32 Dec 2022", "2 Dez 2022", "Fri, ", "12/02/2022", "1 Dec 20"};
	(void)state;
	for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
		assert_date(WRONG[i], 0, 0, 0);
}

static void assert_decoded(oni_str bytes, const char *text, bool warns)
{
	oni_str got;
	onr_err err = {0};
	assert_int_equal(oni_decode(&arena, bytes, ONI_STR("x"), &got, &err), ONR_OK);
	assert_int_equal(got.n, strlen(text));
	assert_memory_equal(got.at, text, got.n);
	assert_int_equal(err.text[0] != 0, warns);
}

static void encodings(void **state)
{
	(void)state;
	assert_decoded(ONI_STR("plain"), "plain", false);
	assert_decoded(ONI_STR("\xEF\xBB\xBF" "caf\xC3\xA9"), "café", false);
	assert_decoded(ONI_STR("\xFF\xFEh\0\xE9\0"), "hé", false);
	assert_decoded(ONI_STR("\xFE\xFF\0h\0\xE9"), "hé", false);
	assert_decoded(ONI_STR("He said \x93yes\x94 at the caf\xE9, didn\x92t he?"), "He said “yes” at the café, didn’t he?", false);
	assert_decoded(ONI_STR("\xC3\xA9\xC3\xA9\xC3\xA9 a\xFF"), "ééé a\xEF\xBF\xBD", true);
	assert_decoded(ONI_STR("\xEF\xBB\xBF" "a\xFF"), "a\xEF\xBF\xBD", true); /* the mark says UTF-8 */
}

static void utf8_is_lent_not_copied(void **state)
{
	(void)state;
	oni_str bytes = ONI_STR("caf\xC3\xA9"), got;
	assert_int_equal(oni_decode(&arena, bytes, ONI_STR("x"), &got, NULL), ONR_OK);
	assert_ptr_equal(got.at, bytes.at);
}

static void binaries_are_refused(void **state)
{
	(void)state;
	oni_str got;
	onr_err err = {0};
	assert_int_equal(oni_decode(&arena, ONI_STR("a\0b"), ONI_STR("x"), &got, &err), ONR_BINARY);
	assert_string_equal(err.text, "is not text");
	assert_int_equal(oni_decode(&arena, ONI_STR("\1\2\3\4abc"), ONI_STR("x"), &got, &err), ONR_BINARY);
}

static void an_article_in_memory(void **state)
{
	(void)state;
	oni_doc doc = {.arena = &arena};
	onr_err err = {0};
	onr_article article = {.text = "Yes\xFF.", .text_n = 5, .id = "a", .published = "2022-12-02"};
	assert_int_equal(oni_read_article(&article, &doc, &err), ONR_OK);
	assert_true(oni_str_is(doc.text, "Yes\xEF\xBF\xBD."));
	assert_true(oni_str_is(doc.id, "a"));
	assert_int_equal(doc.published_from, ONI_ORIGIN_GIVEN);
	article.published = "soon";
	assert_int_equal(oni_read_article(&article, &doc, &err), ONR_ARGUMENT);
	article = (onr_article){.text = NULL};
	assert_int_equal(oni_read_article(&article, &doc, &err), ONR_EMPTY);
}

/* However the bytes come in pieces, the same value is cut. */
static void values_are_cut(void **state)
{
	static const char TEXT[] = "[ {\"a\": \"}\\\"]{\", \"b\": [{}, \"\\\\\"]},{}]";
	static const char VALUE[] = "{\"a\": \"}\\\"]{\", \"b\": [{}, \"\\\\\"]}";
	(void)state;
	oni_str all = ONI_STR(TEXT);
	size_t begin = oni_json_cut_skip(all);
	assert_int_equal(begin, 2);
	for (size_t piece = 1; piece < all.n; piece++) {
		oni_json_cut cut = {0};
		size_t n = 0;
		while (!cut.done && begin + n < all.n)
			n += oni_json_cut_take(&cut, oni_str_cut(all, begin + n, begin + n + piece));
		assert_true(cut.done);
		assert_int_equal(n, sizeof VALUE - 1);
		assert_memory_equal(all.at + begin, VALUE, n);
	}
}

static void lines_are_told_from_values(void **state)
{
	(void)state;
	assert_false(oni_json_is_over_lines(ONI_STR("{\"a\":1}\n{\"a\":2}\n")));
	assert_false(oni_json_is_over_lines(ONI_STR("{\"a\":\"broken\n{\"a\":2}\n")));
	assert_false(oni_json_is_over_lines(ONI_STR("{\"a\":1}")));
	assert_true(oni_json_is_over_lines(ONI_STR("{\n \"a\":1}\n")));
	assert_true(oni_json_is_over_lines(ONI_STR(" [{\"a\":1}]")));
	assert_true(oni_json_is_over_lines(ONI_STR("{\"a\": [\n1]}")));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(dates), TEST(no_dates), TEST(encodings), TEST(utf8_is_lent_not_copied), TEST(binaries_are_refused),
		TEST(an_article_in_memory), TEST(values_are_cut), TEST(lines_are_told_from_values),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
