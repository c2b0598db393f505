/* Near-duplicates: syndicated copies of a story, each with a few words of its own.
 *
 * Problem: find, among all articles, the one that says nearly the same, without comparing with each.
 * Method: MinHash (Broder 1997). The body's words in runs of four are a set; of 32 hash functions over it the least values are
 * the signature; the share of equal values estimates the sets' Jaccard similarity. The signature is cut into 8 bands of 4
 * values; whatever has a band in common is compared. Only the first article of a story has its bands stored, so a story of a
 * thousand copies is compared with once.
 * Example: two copies of 300 runs that differ in 30 of them: similarity 270 / 330 = 0.82; a band of 4 agrees with 0.82^4 = 0.45,
 * one of 8 with 0.99. */
#include "store/store.h"

enum { VALUES = 32, BANDS = 8, PER_BAND = VALUES / BANDS, RUN = 4, FEWEST_RUNS = 12, CANDIDATES = 8, ALIKE = 22 /* of 32 */ };

static bool in_word(unsigned char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0x80;
}

static uint64_t mix(uint64_t x)
{
	x ^= x >> 33;
	x *= 0xFF51AFD7ED558CCDu;
	x ^= x >> 33;
	x *= 0xC4CEB9FE1A85EC53u;
	return x ^ x >> 33;
}

static void add_run(uint32_t values[VALUES], uint64_t run)
{
	uint32_t low = (uint32_t)run, high = (uint32_t)(run >> 32) | 1;
	for (uint32_t i = 0; i < VALUES; i++) {
		uint32_t value = (low + i * high) * 0x9E3779B1u;
		value ^= value >> 15;
		values[i] = value < values[i] ? value : values[i];
	}
}

/* How many runs there were. */
static size_t sign(oni_str body, uint32_t values[VALUES])
{
	uint64_t last[RUN] = {0};
	size_t words = 0;
	memset(values, 0xFF, VALUES * sizeof *values);
	for (size_t i = 0; i < body.n;) {
		uint64_t word = 14695981039346656037u;
		size_t begin = i;
		for (; i < body.n && in_word((unsigned char)body.at[i]); i++)
			word = (word ^ (unsigned char)(body.at[i] | 32)) * 1099511628211u;
		if (i == begin) {
			i++;
			continue;
		}
		last[words++ % RUN] = word;
		uint64_t run = 0;
		for (size_t k = 0; k < RUN; k++)
			run = mix(run + last[(words + k) % RUN]);
		if (words >= RUN)
			add_run(values, run);
	}
	return words >= RUN ? words - RUN + 1 : 0;
}

static int64_t band_key(const uint32_t values[VALUES], int band)
{
	uint64_t key = (uint64_t)band;
	for (int i = 0; i < PER_BAND; i++)
		key = mix(key * 31 + values[band * PER_BAND + i]);
	return (int64_t)(key >> 24); /* 40 bits: small on disk, and few meet by chance */
}

/* Whether the signature stored for the article is alike. */
static bool alike(onr_store *store, int64_t article, const uint32_t values[VALUES])
{
	sqlite3_stmt *find = oni_store_use(store, &store->own.signature, "SELECT signature FROM signatures WHERE article = ?1");
	if (!find)
		return false;
	sqlite3_bind_int64(find, 1, article);
	int same = 0;
	if (sqlite3_step(find) == SQLITE_ROW && sqlite3_column_bytes(find, 0) == VALUES * 2) {
		const unsigned char *at = sqlite3_column_blob(find, 0);
		for (int i = 0; i < VALUES; i++)
			same += at[2 * i] == (values[i] & 0xFF) && at[2 * i + 1] == (values[i] >> 8 & 0xFF);
	}
	sqlite3_reset(find);
	return same >= ALIKE;
}

static int64_t find_story(onr_store *store, const uint32_t values[VALUES])
{
	for (int band = 0; band < BANDS; band++) {
		sqlite3_stmt *find = oni_store_use(store, &store->own.band, "SELECT article FROM bands WHERE band = ?1 ORDER BY article LIMIT 8");
		if (!find)
			return 0;
		sqlite3_bind_int64(find, 1, band_key(values, band));
		int64_t candidates[CANDIDATES];
		int n = 0;
		while (n < CANDIDATES && sqlite3_step(find) == SQLITE_ROW)
			candidates[n++] = sqlite3_column_int64(find, 0);
		sqlite3_reset(find);
		for (int i = 0; i < n; i++)
			if (alike(store, candidates[i], values))
				return candidates[i];
	}
	return 0;
}

static bool keep_story(onr_store *store, int64_t article, const uint32_t values[VALUES])
{
	unsigned char signature[VALUES * 2];
	for (int i = 0; i < VALUES; i++) {
		signature[2 * i] = (unsigned char)values[i];
		signature[2 * i + 1] = (unsigned char)(values[i] >> 8);
	}
	sqlite3_stmt *make = oni_store_use(store, &store->own.new_signature, "INSERT INTO signatures VALUES (?1, ?2)");
	if (!make)
		return false;
	sqlite3_bind_int64(make, 1, article);
	sqlite3_bind_blob(make, 2, signature, sizeof signature, SQLITE_STATIC);
	bool good = sqlite3_step(make) == SQLITE_DONE;
	sqlite3_reset(make);
	for (int band = 0; good && band < BANDS; band++) {
		make = oni_store_use(store, &store->own.new_band, "INSERT OR IGNORE INTO bands VALUES (?1, ?2)");
		if (!make)
			return false;
		sqlite3_bind_int64(make, 1, band_key(values, band));
		sqlite3_bind_int64(make, 2, article);
		good = sqlite3_step(make) == SQLITE_DONE;
		sqlite3_reset(make);
	}
	return good;
}

int64_t oni_story_of(onr_store *store, int64_t article, oni_str body)
{
	uint32_t values[VALUES];
	if (sign(body, values) < FEWEST_RUNS)
		return article;
	int64_t story = find_story(store, values);
	if (story)
		return story;
	return keep_story(store, article, values) ? article : 0;
}
