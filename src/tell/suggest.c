#include <stdio.h>

#include "tell/tell.h"

enum { LONGEST = 48 };

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Levenshtein over bytes, ASCII letters without case. */
static int distance(oni_str a, oni_str b)
{
	int row[LONGEST + 1];
	if (a.n > LONGEST || b.n > LONGEST)
		return LONGEST;
	for (int j = 0; j <= (int)b.n; j++)
		row[j] = j;
	for (int i = 1; i <= (int)a.n; i++) {
		int diagonal = row[0];
		row[0] = i;
		for (int j = 1; j <= (int)b.n; j++) {
			int above = row[j], differ = !oni_str_eq_nocase(oni_str_cut(a, (size_t)i - 1, (size_t)i), oni_str_cut(b, (size_t)j - 1, (size_t)j));
			row[j] = least(diagonal + differ, least(row[j], row[j - 1]) + 1);
			diagonal = above;
		}
	}
	return row[b.n];
}

void oni_suggest(onr_store *store, const char *sql, const char *wrong, char ret_near[64])
{
	sqlite3_stmt *s = NULL;
	oni_str given = oni_str_of(wrong);
	int nearest = LONGEST;
	while (given.n && strchr("*?", given.at[given.n - 1]))
		given.n--;
	ret_near[0] = 0;
	sqlite3_prepare_v2(store->db, sql, -1, &s, NULL);
	while (s && sqlite3_step(s) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(s, 0);
		int far = distance(given, oni_str_of(text));
		if (text && far < nearest && far <= (given.n < 6 ? 2 : (int)given.n / 3)) {
			nearest = far;
			snprintf(ret_near, 64, "%s", text);
		}
	}
	sqlite3_finalize(s);
}
