/* "did you mean": the name with the smallest edit distance (Levenshtein, and swapped neighbours count one), where that is
 * at most a third of the name's length, and one at least. */
#include <string.h>

#include "cli.h"

enum { LONGEST = 32 };

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int distance(const char *a, const char *b)
{
	int na = (int)strlen(a), nb = (int)strlen(b), d[LONGEST + 1][LONGEST + 1];
	if (na > LONGEST || nb > LONGEST)
		return LONGEST;
	for (int i = 0; i <= na; i++)
		for (int j = 0; j <= nb; j++) {
			if (i == 0 || j == 0) {
				d[i][j] = i + j;
				continue;
			}
			d[i][j] = least(least(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
		}
	return d[na][nb];
}

const char *suggestion(const char *wrong, const char *const *names, int n)
{
	const char *best = NULL;
	int least_distance = LONGEST;
	for (int i = 0; i < n; i++) {
		int near = distance(wrong, names[i]), length = (int)strlen(names[i]);
		bool begins = strlen(wrong) >= 3 && strncmp(wrong, names[i], strlen(wrong)) == 0;
		if (begins)
			near = 1;
		if (near < least_distance && near <= (length < 6 ? 2 : length / 3)) {
			least_distance = near;
			best = names[i];
		}
	}
	return best;
}
