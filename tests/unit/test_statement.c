/* Statements: runs of words stay ordered and apart; a weights section that is cut short or foreign is not opened. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "understand/statement_draft.h"

static oni_arena arena;
static jmp_buf guard;

static void expect(const oni_runs *runs, uint32_t n, const uint32_t *ends)
{
	assert_int_equal(runs->n, n);
	for (uint32_t i = 0; i < n; i++) {
		assert_int_equal(runs->at[i].first, ends[2 * i]);
		assert_int_equal(runs->at[i].end, ends[2 * i + 1]);
	}
}

static void runs_join_where_they_touch(void **state)
{
	(void)state;
	oni_runs runs = {0};
	oni_runs_add(&arena, &runs, 10, 12);
	oni_runs_add(&arena, &runs, 2, 4);
	oni_runs_add(&arena, &runs, 6, 6);
	expect(&runs, 2, (uint32_t[]){2, 4, 10, 12});
	oni_runs_add(&arena, &runs, 4, 6);
	expect(&runs, 2, (uint32_t[]){2, 6, 10, 12});
	oni_runs_add(&arena, &runs, 5, 11);
	expect(&runs, 1, (uint32_t[]){2, 12});
	assert_true(oni_runs_hold(&runs, 11));
	assert_false(oni_runs_hold(&runs, 12));
}

static void what_is_removed_leaves_a_gap(void **state)
{
	(void)state;
	oni_runs runs = {0};
	oni_runs_add(&arena, &runs, 0, 10);
	oni_runs_remove(&arena, &runs, 3, 5);
	expect(&runs, 2, (uint32_t[]){0, 3, 5, 10});
	oni_runs_remove(&arena, &runs, 0, 20);
	expect(&runs, 0, NULL);
}

/* A section with one weight of each kind but for what is wrong with it. */
static void only_whole_models_open(void **state)
{
	(void)state;
	oni_statement_model model;
	size_t n = 24 + sizeof model.step + 2 + 2 * ONI_PARTS;
	char *section = calloc(1, n);
	memcpy(section, "ONST", 4);
	section[4] = ONI_STATEMENT_VERSION;
	section[8] = section[12] = 1;
	assert_true(oni_statement_model_open((oni_str){section, n}, &model));
	assert_false(oni_statement_model_open((oni_str){section, n - 1}, &model));
	assert_false(oni_statement_model_open((oni_str){section, 10}, &model));
	assert_false(oni_statement_model_open((oni_str){NULL, 0}, &model));
	section[8] = 40;
	assert_false(oni_statement_model_open((oni_str){section, n}, &model));
	section[8] = 1;
	section[4] = 77;
	assert_false(oni_statement_model_open((oni_str){section, n}, &model));
	free(section);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_join_where_they_touch),
		cmocka_unit_test(what_is_removed_leaves_a_gap),
		cmocka_unit_test(only_whole_models_open),
	};
	oni_arena_init(&arena, 0);
	arena.guard = &guard;
	if (setjmp(guard))
		return 1;
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	oni_arena_drop(&arena);
	return failed;
}
