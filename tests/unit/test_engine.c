/* The public face: one article under every memory limit, a coder used again, many articles in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "onrecord.h"

static const char TEXT[] =
	"Bridge closed after storm\n\nBy Lena Quispe\n\n"
	"“We will appeal,” said Interior Minister Ana Ruiz on Monday (5/12) in Lima, adding that “nobody asked us”.\n"
	"At least 12 people were killed, the ministry said. Peru’s army denied it had fired, but accused rebels of lying.\n";
static const char OTHER[] = "He didn't go. Germany urged Norway to sign the treaty by 3 May 2021.\n";
static onr_engine *engine;

static int open_engine(void **state)
{
	onr_err err = {0};
	(void)state;
	if (onr_engine_open(NULL, NULL, &engine, &err) == ONR_OK)
		return 0;
	fprintf(stderr, "%s: %s\n", err.where, err.text);
	return -1;
}

static int drop_engine(void **state)
{
	(void)state;
	onr_engine_drop(engine);
	return 0;
}

/* The record, owned by the caller; NULL where the article was over the limit. */
static char *coded(onr_coder *coder, const char *text)
{
	onr_article article = {.text = text, .text_n = strlen(text), .published = "2022-12-06"};
	onr_record record;
	onr_err err = {0};
	onr_status status = onr_coder_code(coder, &article, ONR_JSON, &record, &err);
	if (status == ONR_LIMIT) {
		assert_int_equal(err.status, ONR_LIMIT);
		assert_true(err.text[0] != 0);
		return NULL;
	}
	assert_int_equal(status, ONR_OK);
	assert_int_equal(record.at[record.n - 1], '\n');
	return strndup(record.at, record.n);
}

/* A limit of n blocks of memory makes the n-th allocation fail, wherever that is; nothing leaks, nothing is half done. */
static void under_every_limit(void **state)
{
	(void)state;
	onr_coder *coder;
	assert_int_equal(onr_coder_new(engine, 0, &coder, NULL), ONR_OK);
	char *whole = coded(coder, TEXT);
	assert_non_null(whole);
	onr_coder_drop(coder);
	int refused = 0, done = 0;
	for (size_t limit = 1; done < 3 && limit < (64u << 20); limit += 16 * 1024) {
		assert_int_equal(onr_coder_new(engine, limit, &coder, NULL), ONR_OK);
		char *record = coded(coder, TEXT);
		if (record) {
			assert_string_equal(record, whole);
			done++;
		} else {
			refused++;
		}
		free(record);
		onr_coder_drop(coder);
	}
	assert_true(refused >= 2);
	assert_int_equal(done, 3);
	free(whole);
}

static void a_coder_used_again_forgets(void **state)
{
	(void)state;
	onr_coder *coder;
	assert_int_equal(onr_coder_new(engine, 0, &coder, NULL), ONR_OK);
	char *first = coded(coder, TEXT), *other = coded(coder, OTHER), *again = coded(coder, TEXT);
	assert_string_equal(first, again);
	assert_string_not_equal(first, other);
	free(first);
	free(other);
	free(again);
	onr_coder_drop(coder);
}

static void after_the_limit_the_coder_works(void **state)
{
	(void)state;
	onr_coder *coder;
	size_t n = 4u << 20;
	char *huge = malloc(n + 1);
	assert_non_null(huge);
	for (size_t i = 0; i < n; i++)
		huge[i] = "Ana said so. "[i % 13];
	huge[n] = 0;
	assert_int_equal(onr_coder_new(engine, 8u << 20, &coder, NULL), ONR_OK);
	assert_null(coded(coder, huge));
	char *record = coded(coder, OTHER);
	assert_non_null(record);
	free(record);
	free(huge);
	onr_coder_drop(coder);
}

static void what_is_wrong_is_told(void **state)
{
	(void)state;
	onr_coder *coder;
	onr_record record;
	onr_err err = {0};
	onr_article article = {.text = " \n", .text_n = 2, .source = "a.txt"};
	assert_int_equal(onr_coder_new(engine, 0, &coder, NULL), ONR_OK);
	assert_int_equal(onr_coder_code(coder, &article, ONR_JSON, &record, &err), ONR_EMPTY);
	assert_string_equal(err.where, "a.txt");
	article = (onr_article){.text = "Yes.", .text_n = 4, .published = "soon"};
	assert_int_equal(onr_coder_code(coder, &article, ONR_JSON, &record, &err), ONR_ARGUMENT);
	assert_int_equal(onr_coder_code(coder, &article, ONR_JSON, &record, NULL), ONR_ARGUMENT);
	onr_coder_drop(coder);
	onr_engine *none = NULL;
	assert_int_equal(onr_engine_open("/nonexistent", NULL, &none, &err), ONR_DATA);
	assert_null(none);
	for (int i = 0; i <= ONR_STATUS_COUNT; i++)
		assert_true(onr_status_text((onr_status)i)[0] != 0);
}

static int keep_order(void *user, const onr_result *result)
{
	size_t *next = user;
	assert_int_equal(result->line, ++*next);
	assert_int_equal(result->status, *next % 5 ? ONR_OK : ONR_FORMAT);
	assert_int_equal(result->record == NULL, result->status != ONR_OK);
	return *next == 90;
}

static void many_in_order_until_stopped(void **state)
{
	(void)state;
	char path[] = "/tmp/onrecord-test-XXXXXX";
	int fd = mkstemp(path);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
	assert_non_null(file);
	for (int i = 1; i <= 200; i++)
		fprintf(file, i % 5 ? "{\"id\":%d,\"text\":\"Ana Ruiz said so %d times.\"}\n" : "{\"id\":%d,\"text\":%d}\n", i, i);
	fclose(file);
	const char *paths[] = {path};
	size_t seen = 0;
	onr_batch batch = {.paths = paths, .paths_n = 1, .input = ONR_JSONL, .threads = 3, .sink = keep_order, .user = &seen};
	assert_int_equal(onr_run(engine, &batch, NULL), ONR_STOPPED);
	assert_int_equal(seen, 90);
	remove(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(under_every_limit), cmocka_unit_test(a_coder_used_again_forgets),
		cmocka_unit_test(after_the_limit_the_coder_works), cmocka_unit_test(what_is_wrong_is_told),
		cmocka_unit_test(many_in_order_until_stopped),
	};
	return cmocka_run_group_tests(tests, open_engine, drop_engine);
}
