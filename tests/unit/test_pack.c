/* The packed facts: what goes in comes out; what is cut short, foreign or damaged is told, never a crash. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "pack/build.h"
#include "pack/open.h"
#include "pack/phrases.h"

static const char TABLE[] =
	"# a comment\n"
	"*name\t*aliases\tkind\n"
	"Sudan\tThe Sudan\tcountry\n"
	"South Sudan\t\tcountry\n"
	"Guinea-Bissau\t\tcountry\n"
	"Santa Rosa\tS.R.|Ros\xc3\xa1\tcity\n"
	"Santa Rosa\t\tisland\n"
	"Sana'a\n";

/* The file with one table "places" and one blob, as the packer lays it out. */
static char *packed(oni_arena *arena, const char *text, size_t *ret_n)
{
	oni_rows rows;
	oni_facts_err err = {0};
	assert_true(oni_rows_read(arena, oni_str_of(text), &rows, &err));
	oni_str image = oni_table_build(arena, &rows);
	size_t at = ONI_PACK_HEAD + (image.n + 63) / 64 * 64, n = at + ONI_PACK_ENTRY;
	char *file = calloc(1, n);
	memcpy(file, ONI_PACK_MAGIC, 8);
	oni_put32(file + 8, ONI_PACK_VERSION);
	oni_put32(file + 12, 1);
	oni_put64(file + 16, n);
	oni_put64(file + 24, at);
	memcpy(file + ONI_PACK_HEAD, image.at, image.n);
	char *entry = file + at;
	strcpy(entry, "places");
	oni_put32(entry + 32, ONI_PACK_TABLE);
	oni_put64(entry + 40, ONI_PACK_HEAD);
	oni_put64(entry + 48, image.n);
	oni_put64(entry + 56, oni_hash(image));
	oni_put64(file + 32, oni_hash((oni_str){entry, ONI_PACK_ENTRY}));
	*ret_n = n;
	return file;
}

typedef struct fixture {
	oni_arena arena;
	jmp_buf guard;
	char *file;
	size_t n;
	char folder[64];
} fixture;

static int set_up(void **state)
{
	fixture *f = calloc(1, sizeof *f);
	oni_arena_init(&f->arena, 0);
	f->arena.guard = &f->guard;
	f->file = packed(&f->arena, TABLE, &f->n);
	strcpy(f->folder, "/tmp/onrecord-test-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	fixture *f = *state;
	char path[128];
	snprintf(path, sizeof path, "%s/places.tsv", f->folder);
	unlink(path);
	snprintf(path, sizeof path, "%s/data", f->folder);
	unlink(path);
	rmdir(f->folder);
	oni_arena_drop(&f->arena);
	free(f->file);
	free(f);
	return 0;
}

static const char *put_file(fixture *f, const char *name, const char *bytes, size_t n)
{
	static char path[128];
	snprintf(path, sizeof path, "%s/%s", f->folder, name);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	fclose(file);
	return path;
}

static oni_facts *open_fixture(fixture *f, const char *lexicon, oni_facts_err *ret_err)
{
	return oni_facts_open_bytes((oni_str){f->file, f->n}, &lexicon, lexicon ? 1 : 0, ret_err);
}

static void test_rows_and_cells(void **state)
{
	oni_facts *facts = open_fixture(*state, NULL, NULL);
	const oni_table *t = oni_facts_table(facts, "places");
	assert_int_equal(oni_table_rows(t), 6);
	assert_int_equal(oni_table_column(t, "name"), 0);
	assert_int_equal(oni_table_column(t, "kind"), 2);
	assert_int_equal(oni_table_column(t, "colour"), -1);
	uint32_t row = oni_table_find(t, ONI_STR("Santa Rosa"));
	assert_true(oni_str_is(oni_table_cell(t, row, 2), "city"));
	assert_true(oni_str_is(oni_table_cell(t, row + 1, 2), "island"));
	assert_false(oni_str_eq(oni_table_cell(t, row + 2, 0), ONI_STR("Santa Rosa")));
	assert_int_equal(oni_table_find(t, ONI_STR("santa rosa")), ONI_NO_ROW);
	assert_int_equal(oni_table_cell(t, 0, -1).n, 0);
	assert_int_equal(oni_table_cell(t, 99, 0).n, 0);
	row = oni_table_find(t, ONI_STR("Sana'a"));
	assert_int_equal(oni_table_cell(t, row, 2).n, 0); /* a short row: the rest is empty */
	assert_int_equal(oni_table_rows(oni_facts_table(facts, "none")), 0);
	assert_int_equal(oni_table_find(oni_facts_table(facts, "none"), ONI_STR("x")), ONI_NO_ROW);
	oni_facts_drop(facts);
}

static uint32_t words_matched(const oni_table *t, const char *text, const uint32_t *ends, uint32_t n)
{
	return oni_phrase_longest(t, oni_str_of(text), 0, ends, n).words;
}

static void test_phrases(void **state)
{
	oni_facts *facts = open_fixture(*state, NULL, NULL);
	const oni_table *t = oni_facts_table(facts, "places");
	assert_int_equal(oni_phrase_find(t, ONI_STR("SANTA-ROSA")).n, 2);
	assert_int_equal(oni_phrase_find(t, ONI_STR("Rosa")).n, 1);
	assert_int_equal(oni_phrase_find(t, ONI_STR("SR")).n, 1);
	assert_int_equal(oni_phrase_find(t, ONI_STR("Sana\xe2\x80\x99" "a")).n, 1);
	assert_int_equal(oni_phrase_find(t, ONI_STR("Santa")).n, 0);
	assert_int_equal(oni_phrase_find(t, ONI_STR("")).n, 0);
	assert_int_equal(oni_phrase_find(t, ONI_STR(" - .")).n, 0);
	assert_int_equal(words_matched(t, "South Sudan said", (uint32_t[]){5, 11, 16}, 3), 2);
	assert_int_equal(words_matched(t, "South\nSudan's army", (uint32_t[]){5, 11, 13, 18}, 4), 2);
	assert_int_equal(words_matched(t, "Guinea - Bissau", (uint32_t[]){6, 8, 15}, 3), 3);
	assert_int_equal(words_matched(t, "Sudan - Egypt", (uint32_t[]){5, 7, 13}, 3), 1);
	assert_int_equal(words_matched(t, "Sudanese", (uint32_t[]){8}, 1), 0);
	oni_phrase p = oni_phrase_find(t, ONI_STR("santa rosa"));
	assert_true(oni_str_is(oni_table_cell(t, oni_phrase_row(t, p, 0), 2), "city"));
	assert_int_equal(oni_phrase_row(t, p, 2), ONI_NO_ROW);
	oni_facts_drop(facts);
}

static void test_normal_form(void **state)
{
	(void)state;
	char out[64];
	size_t n = oni_phrase_normal(ONI_STR("  \xc5\x81\xc3\xb3" "d\xc5\xba \xe2\x80\x93 Na\xc3\xafve\n U.S. "), out, sizeof out);
	assert_true(oni_str_is((oni_str){out, n}, "lodz naive us"));
	n = oni_phrase_normal(ONI_STR("abc def"), out, 5);
	assert_true(n <= 5);
}

static void test_lexicon_replaces_and_adds(void **state)
{
	static const char own[] = "kind\tname\nlake\tSanta Rosa\ntown\tNew Place\n";
	fixture *f = *state;
	oni_facts_err err = {0};
	put_file(f, "places.tsv", own, sizeof own - 1);
	oni_facts *facts = open_fixture(f, f->folder, &err);
	assert_non_null(facts);
	const oni_table *t = oni_facts_table(facts, "places");
	assert_int_equal(oni_table_rows(t), 6);
	uint32_t row = oni_table_find(t, ONI_STR("Santa Rosa"));
	assert_true(oni_str_is(oni_table_cell(t, row, 2), "lake"));
	assert_int_equal(oni_phrase_find(t, ONI_STR("santa rosa")).n, 1);
	assert_int_equal(oni_phrase_find(t, ONI_STR("the sudan")).n, 1);
	assert_int_equal(oni_phrase_find(t, ONI_STR("new place")).n, 1);
	oni_facts_drop(facts);
}

static void expect_bad_row(fixture *f, const char *text, uint32_t line)
{
	oni_facts_err err = {0};
	put_file(f, "places.tsv", text, strlen(text));
	assert_null(open_fixture(f, f->folder, &err));
	assert_int_equal(err.status, ONI_FACTS_BAD_ROW);
	assert_int_equal(err.line, line);
	assert_non_null(strstr(err.where, "places.tsv"));
	assert_true(err.text[0] != 0);
}

static void test_bad_rows_are_named(void **state)
{
	expect_bad_row(*state, "name\tkind\n# fine\nA\tcity\textra\n", 3);
	expect_bad_row(*state, "name\tkind\n\n\tcity\n", 3);
	expect_bad_row(*state, "name\tkind\nA\xff\tcity\n", 2);
	expect_bad_row(*state, "name\tcolour\nA\tred\n", 0);
	expect_bad_row(*state, "kind\ncity\n", 0);
	expect_bad_row(*state, "", 1);
}

static oni_facts_status status_of(const char *bytes, size_t n)
{
	oni_facts_err err = {0};
	char *exact = malloc(n ? n : 1); /* so that a sanitizer sees any byte read past the end */
	if (n)
		memcpy(exact, bytes, n);
	oni_facts *facts = oni_facts_open_bytes((oni_str){exact, n}, NULL, 0, &err);
	if (facts)
		assert_int_equal(err.status, ONI_FACTS_OK);
	oni_facts_drop(facts);
	free(exact);
	return err.status;
}

static void test_truncated_and_foreign(void **state)
{
	fixture *f = *state;
	oni_facts_err err = {0};
	for (size_t n = 0; n < f->n; n++) {
		oni_facts_status s = status_of(f->file, n);
		assert_int_equal(s, n < 8 ? ONI_FACTS_FOREIGN : ONI_FACTS_DAMAGED);
	}
	assert_int_equal(status_of("\x7f" "ELF-and-more-bytes-than-a-head-has-----------------------------------", 70), ONI_FACTS_FOREIGN);
	f->file[8]++;
	assert_int_equal(status_of(f->file, f->n), ONI_FACTS_VERSION);
	assert_null(oni_facts_open("/nonexistent/onrecord.data", NULL, 0, &err));
	assert_int_equal(err.status, ONI_FACTS_MISSING);
	assert_null(oni_facts_open(f->folder, NULL, 0, &err));
	assert_int_equal(err.status, ONI_FACTS_MISSING);
	assert_null(oni_facts_open(put_file(f, "data", "", 0), NULL, 0, &err));
	assert_int_equal(err.status, ONI_FACTS_DAMAGED);
}

/* Looks at everything that a damaged table may say. */
static void look_around(const oni_facts *facts)
{
	const oni_table *t = oni_facts_table(facts, "places");
	size_t sum = 0;
	for (uint32_t r = 0; r < oni_table_rows(t) && r < 16; r++)
		for (int c = 0; c < 4; c++) {
			oni_str cell = oni_table_cell(t, r, c);
			for (size_t i = 0; i < cell.n; i++)
				sum += (unsigned char)cell.at[i];
		}
	sum += oni_table_find(t, ONI_STR("Santa Rosa")) + (size_t)oni_table_column(t, "kind");
	oni_phrase p = oni_phrase_find(t, ONI_STR("santa rosa"));
	for (uint32_t k = 0; k < p.n && k < 16; k++)
		sum += oni_phrase_row(t, p, k);
	sum += oni_phrase_longest(t, ONI_STR("South Sudan said"), 0, (uint32_t[]){5, 11, 16}, 3).n;
	assert_true(sum != 1); /* uses it */
}

/* Every byte of the file set to each of four values: opening refuses it or every look at it stays inside. */
static void test_any_byte_damaged(void **state)
{
	fixture *f = *state;
	static const unsigned char values[] = {0, 1, 0x7f, 0xff};
	for (size_t at = 0; at < f->n * 4; at++) {
		char *bad = malloc(f->n);
		memcpy(bad, f->file, f->n);
		bad[at / 4] = (char)values[at % 4];
		oni_facts *facts = oni_facts_open_bytes((oni_str){bad, f->n}, NULL, 0, NULL);
		if (facts) {
			oni_facts_err err;
			look_around(facts);
			if (at / 4 >= ONI_PACK_HEAD && bad[at / 4] != f->file[at / 4] && at / 4 < f->n - ONI_PACK_ENTRY - 64)
				assert_false(oni_facts_verify(facts, &err));
		}
		oni_facts_drop(facts);
		free(bad);
	}
}

/* More rows than are hashed: every key is found, by halving. */
static void test_large_table(void **state)
{
	enum { ROWS = 70000 };
	fixture *f = *state;
	char *text = malloc(ROWS * 24), *at = text + sprintf(text, "name\tnumber\n");
	for (int i = 0; i < ROWS; i++)
		at += sprintf(at, "key %d\t%d\n", i / 2, i);
	size_t n;
	char *file = packed(&f->arena, text, &n);
	oni_facts *facts = oni_facts_open_bytes((oni_str){file, n}, NULL, 0, NULL);
	const oni_table *t = oni_facts_table(facts, "places");
	assert_int_equal(oni_table_rows(t), ROWS);
	for (int i = 0; i < ROWS / 2; i += 7) {
		char key[24];
		sprintf(key, "key %d", i);
		uint32_t row = oni_table_find(t, oni_str_of(key));
		assert_true(oni_str_is(oni_table_cell(t, row, 0), key));
		assert_true(oni_str_is(oni_table_cell(t, row + 1, 0), key)); /* the first of its two */
	}
	assert_int_equal(oni_table_find(t, ONI_STR("key")), ONI_NO_ROW);
	assert_int_equal(oni_table_find(t, ONI_STR("zzz")), ONI_NO_ROW);
	oni_facts_drop(facts);
	free(file);
	free(text);
}

static void test_same_rows_same_bytes(void **state)
{
	fixture *f = *state;
	size_t n;
	char *again = packed(&f->arena, TABLE, &n);
	assert_int_equal(n, f->n);
	assert_memory_equal(again, f->file, n);
	free(again);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_rows_and_cells, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_phrases, set_up, tear_down),
		cmocka_unit_test(test_normal_form),
		cmocka_unit_test_setup_teardown(test_lexicon_replaces_and_adds, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_bad_rows_are_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_truncated_and_foreign, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_any_byte_damaged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_large_table, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_same_rows_same_bytes, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
