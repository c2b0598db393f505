/* Longest match over a packed index.
 *
 * The normal form is hashed as it is made, so that at each word's end the hash of everything since the beginning
 * is at hand. At a gap the Bloom filter says whether any phrase goes on from here; mostly none does, and the walk
 * stops after the first word. Example: in "South Sudan said", "south" is the beginning of phrases, "south sudan" is
 * found (and kept, being longer than "south", which is none), "south sudan" begins none: done. */
#include "pack/phrases.h"

#include "base/utf8.h"
#include "pack/format.h"
#include "pack/normal.h"

static oni_phrase rows_of(const oni_table *table, uint64_t hash)
{
	oni_str buckets = table->part[ONI_PART_BUCKETS], entries = table->part[ONI_PART_ENTRIES];
	uint64_t n = buckets.n / 4;
	if (n < 2 || ((n - 1) & (n - 2)))
		return (oni_phrase){0};
	hash = oni_hash_mix(hash);
	uint64_t bucket = n == 2 ? 0 : hash >> (64 - (unsigned)__builtin_ctzll(n - 1));
	uint32_t i = oni_part32(buckets, bucket), end = oni_part32(buckets, bucket + 1), low = (uint32_t)hash;
	if (end > entries.n / 8)
		end = (uint32_t)(entries.n / 8);
	while (i < end && oni_part32(entries, 2 * (uint64_t)i) != low)
		i++;
	oni_phrase found = {.first = i};
	while (i < end && oni_part32(entries, 2 * (uint64_t)i) == low)
		i++;
	found.n = i - found.first;
	return found;
}

static bool may_go_on(const oni_table *table, uint64_t hash)
{
	oni_str filter = table->part[ONI_PART_FILTER];
	if (!filter.n)
		return false;
	uint64_t bit = oni_hash_mix(hash) & (filter.n * 8 - 1);
	return (unsigned char)filter.at[bit / 8 < filter.n ? bit / 8 : 0] >> bit % 8 & 1;
}

oni_phrase oni_phrase_find(const oni_table *table, oni_str phrase)
{
	oni_normal normal;
	bool spaced;
	uint64_t prefix;
	oni_normal_start(&normal);
	for (size_t i = 0; i < phrase.n && normal.n <= table->longest; )
		i += oni_normal_step(&normal, phrase, i, &spaced, &prefix);
	if (!normal.n || normal.n > table->longest)
		return (oni_phrase){0};
	return rows_of(table, normal.hash);
}

oni_phrase oni_phrase_longest(const oni_table *table, oni_str text, uint32_t begin, const uint32_t *ends, uint32_t n)
{
	oni_phrase best = {0};
	oni_normal normal;
	uint32_t at = begin, put = 0;
	oni_normal_start(&normal);
	for (uint32_t w = 0; w < n; w++) {
		while (at < ends[w] && at < text.n) {
			bool spaced;
			uint64_t prefix;
			at += (uint32_t)oni_normal_step(&normal, text, at, &spaced, &prefix);
			if (normal.n > table->longest || (spaced && !may_go_on(table, prefix)))
				return best;
		}
		if (normal.n == put)
			continue; /* a hyphen or a full stop: nothing new to look up */
		put = normal.n;
		oni_phrase here = rows_of(table, normal.hash);
		if (here.n) {
			best = here;
			best.words = w + 1;
		}
	}
	return best;
}

uint32_t oni_phrase_row(const oni_table *table, oni_phrase phrase, uint32_t k)
{
	oni_str entries = table->part[ONI_PART_ENTRIES];
	uint64_t i = (uint64_t)phrase.first + k;
	if (k >= phrase.n || i >= entries.n / 8)
		return ONI_NO_ROW;
	uint32_t row = oni_part32(entries, 2 * i + 1);
	return row < table->rows ? row : ONI_NO_ROW;
}

size_t oni_phrase_normal(oni_str s, char *ret_bytes, size_t room)
{
	oni_normal normal;
	size_t used = 0;
	oni_normal_start(&normal);
	for (size_t i = 0; i < s.n; ) {
		bool spaced = false;
		uint64_t prefix;
		i += oni_normal_step(&normal, s, i, &spaced, &prefix);
		if (used + normal.out_n + spaced > room)
			break;
		if (spaced)
			ret_bytes[used++] = ' ';
		memcpy(ret_bytes + used, normal.out, normal.out_n);
		used += normal.out_n;
	}
	return used;
}
