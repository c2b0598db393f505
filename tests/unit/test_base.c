#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/sha256.h"
#include "base/utf8.h"
#include "base/vec.h"

static void sha256_of_known_texts(void **state)
{
	char hex[65];
	(void)state;
	oni_sha256(ONI_STR(""), hex);
	assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	oni_sha256(ONI_STR("abc"), hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	oni_sha256(ONI_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hex);
	assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void utf8_refuses_what_is_not(void **state)
{
	(void)state;
	assert_int_equal(oni_utf8_valid_until(ONI_STR("caf\xC3\xA9 \xF0\x9F\x98\x80")), 10);
	assert_int_equal(oni_utf8_valid_until(ONI_STR("ab\xC0\xAF")), 2);     /* overlong */
	assert_int_equal(oni_utf8_valid_until(ONI_STR("\xED\xA0\x80")), 0);   /* a surrogate */
	assert_int_equal(oni_utf8_valid_until(ONI_STR("\xF4\x90\x80\x80")), 0); /* above U+10FFFF */
	assert_int_equal(oni_utf8_valid_until(ONI_STR("12345678\xE2\x82")), 8); /* cut short */
	assert_int_equal(oni_utf8_count(ONI_STR("caf\xC3\xA9")), 4);
}

static void arena_limit_unwinds_and_rewinds(void **state)
{
	(void)state;
	oni_arena arena;
	jmp_buf guard;
	oni_arena_init(&arena, 1 << 20);
	arena.guard = &guard;
	if (setjmp(guard) == 0) {
		oni_mark mark = oni_arena_mark(&arena);
		ONI_VEC(int) numbers = {0};
		for (int i = 0; i < 1000; i++)
			*oni_push(&arena, &numbers) = i;
		assert_int_equal(numbers.at[999], 999);
		oni_arena_rewind(&arena, mark);
		oni_alloc(&arena, 2 << 20);
		fail_msg("an allocation over the limit returned");
	}
	assert_true(arena.held <= 1 << 20);
	oni_arena_drop(&arena);
	assert_int_equal(arena.held, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sha256_of_known_texts),
		cmocka_unit_test(utf8_refuses_what_is_not),
		cmocka_unit_test(arena_limit_unwinds_and_rewinds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
