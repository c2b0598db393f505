/* replay - runs a target over its seeds without libFuzzer: fuzz_NAME [-n VARIANTS] FOLDER.
 *
 * Each seed is run as it is, then in VARIANTS (200) forms that are cut short or have a few bytes changed. The changes come from a
 * generator with a fixed start, so a run is the same every time. Prints `N passed, N failed`; a crash fails by itself. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

static uint64_t seed = 88172645463325252u;

static size_t random_below(size_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return n ? (size_t)(seed % n) : 0;
}

/* In a block of exactly n bytes, so that AddressSanitizer sees the end. */
static void run_once(const unsigned char *data, size_t n, bool change)
{
	static const unsigned char CHANGES[] = {0, '"', '\n', '\t', '.', 0x80, 0xC3, 0xE2, 0xFF, '{', '\\', ' '};
	unsigned char *copy = malloc(n ? n : 1);
	if (!copy)
		abort();
	memcpy(copy, data, n);
	for (size_t i = 0; change && n && i < 1 + random_below(4); i++)
		copy[random_below(n)] = random_below(3) ? CHANGES[random_below(sizeof CHANGES)] : (unsigned char)random_below(256);
	LLVMFuzzerTestOneInput(copy, n);
	free(copy);
}

static bool run_file(const char *path, int variants)
{
	static unsigned char bytes[1 << 20];
	FILE *file = fopen(path, "rb");
	if (!file)
		return false;
	size_t n = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	run_once(bytes, n, false);
	for (int i = 0; i < variants; i++)
		run_once(bytes, i % 3 ? n : random_below(n + 1), i % 3 != 0 || i % 2);
	return true;
}

int main(int argc, char **argv)
{
	int variants = 200, passed = 0, failed = 0, from = 1;
	if (argc > 2 && strcmp(argv[1], "-n") == 0) {
		variants = atoi(argv[2]);
		from = 3;
	}
	for (int i = from; i < argc; i++) {
		struct dirent **names;
		int n = scandir(argv[i], &names, NULL, alphasort);
		if (n < 0)
			failed++;
		for (int k = 0; k < n; k++) {
			char path[4096];
			snprintf(path, sizeof path, "%s/%s", argv[i], names[k]->d_name);
			if (names[k]->d_name[0] != '.')
				run_file(path, variants) ? passed++ : failed++;
			free(names[k]);
		}
		if (n >= 0)
			free(names);
	}
	printf("%d passed, %d failed\n", passed, failed);
	return failed || !passed;
}
