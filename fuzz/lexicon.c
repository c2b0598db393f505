#include "fuzz.h"
#include "pack/build.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	oni_arena arena;
	jmp_buf guard;
	oni_arena_init(&arena, 64 << 20);
	arena.guard = &guard;
	if (setjmp(guard) == 0) {
		oni_rows rows;
		oni_facts_err err = {0};
		oni_table table;
		if (oni_rows_read(&arena, (oni_str){(const char *)data, n}, &rows, &err)) {
			oni_str image = oni_table_build(&arena, &rows);
			if (image.n && !oni_table_open(image, &table))
				__builtin_trap(); /* what was built must open */
		} else if (!err.text[0]) {
			__builtin_trap(); /* a failure must say why */
		}
	}
	oni_arena_drop(&arena);
	return 0;
}
