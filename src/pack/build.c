/* Rows into the image of a table (format.h has the layout).
 *
 * Sorted by key; cells that occur often become numbers into a list of shared strings, most frequent first so that
 * the common ones take one byte; a hash table over the keys; and the index of phrases, sorted by hash and cut
 * into buckets of about four. Everything is decided by the rows alone: same rows, same bytes. */
#include "pack/build.h"

#include <stdlib.h>

#include "base/vec.h"
#include "pack/normal.h"

enum { ENTRIES_A_BUCKET = 4, FILTER_BITS_A_PREFIX = 8, SHARED_LEAST = 3 };

typedef ONI_VEC(char) bytes;
typedef ONI_VEC(uint64_t) hashes;

typedef struct sorted_row {
	oni_str key;
	uint32_t row;
} sorted_row;

typedef struct string_use {
	oni_str text;
	uint32_t uses, number; /* number: in the list of shared strings + 1, 0 when it is not in it */
} string_use;

typedef struct entry {
	uint64_t hash;
	uint32_t row;
} entry;

typedef struct builder {
	oni_arena *arena;
	const oni_rows *rows;
	sorted_row *order;     /* [n_rows] */
	string_use *uses;      /* [use_slots], open addressing */
	uint64_t use_slots;
	uint32_t longest;
	bytes part[ONI_PARTS];
} builder;

static void put_bytes(builder *b, enum oni_part part, oni_str s)
{
	bytes *to = &b->part[part];
	if (to->room - to->n < s.n) {
		uint32_t wanted = to->room ? to->room : 64;
		while (wanted - to->n < s.n)
			wanted *= 2;
		to->at = oni_regrow(b->arena, to->at, to->room, wanted);
		to->room = wanted;
	}
	if (s.n)
		memcpy(to->at + to->n, s.at, s.n);
	to->n += (uint32_t)s.n;
}

static void put_u32(builder *b, enum oni_part part, uint32_t v)
{
	char four[4];
	oni_put32(four, v);
	put_bytes(b, part, (oni_str){four, 4});
}

static void put_varint(builder *b, enum oni_part part, uint32_t v)
{
	char five[5];
	size_t n = 0;
	for (; v >= 0x80; v >>= 7)
		five[n++] = (char)(unsigned char)(v | 0x80);
	five[n++] = (char)(unsigned char)v;
	put_bytes(b, part, (oni_str){five, n});
}

static oni_str cell_of(const builder *b, uint32_t place, uint32_t column)
{
	return b->rows->cells[(size_t)b->order[place].row * b->rows->n_columns + column];
}

/* ---- order ---- */

static int by_key(const void *a, const void *b)
{
	const sorted_row *x = a, *y = b;
	int d = oni_str_cmp(x->key, y->key);
	return d ? d : (x->row > y->row) - (x->row < y->row);
}

static void sort_rows(builder *b)
{
	uint32_t n = b->rows->n_rows;
	b->order = ONI_NEW_N(b->arena, sorted_row, n);
	for (uint32_t i = 0; i < n; i++)
		b->order[i] = (sorted_row){b->rows->cells[(size_t)i * b->rows->n_columns], i};
	if (n)
		qsort(b->order, n, sizeof *b->order, by_key);
}

/* ---- shared strings ---- */

static string_use *use_of(const builder *b, oni_str text)
{
	uint64_t at = oni_hash_mix(oni_hash(text)) & (b->use_slots - 1);
	while (b->uses[at].uses && !oni_str_eq(b->uses[at].text, text))
		at = (at + 1) & (b->use_slots - 1);
	return &b->uses[at];
}

static int by_use(const void *a, const void *b)
{
	const string_use *x = *(string_use *const *)a, *y = *(string_use *const *)b;
	if (x->uses != y->uses)
		return x->uses > y->uses ? -1 : 1;
	return oni_str_cmp(x->text, y->text);
}

static void count_uses(builder *b)
{
	size_t cells = (size_t)b->rows->n_rows * b->rows->n_columns;
	b->use_slots = 16;
	while (b->use_slots < cells * 2)
		b->use_slots *= 2;
	b->uses = ONI_NEW_N(b->arena, string_use, b->use_slots);
	for (size_t i = 0; i < cells; i++) {
		string_use *use = use_of(b, b->rows->cells[i]);
		use->text = b->rows->cells[i];
		use->uses++;
	}
}

static void choose_shared(builder *b)
{
	ONI_VEC(string_use *) chosen = {0};
	count_uses(b);
	for (uint64_t i = 0; i < b->use_slots; i++)
		if (b->uses[i].uses >= SHARED_LEAST && b->uses[i].text.n > 1)
			*(string_use **)oni_push(b->arena, &chosen) = &b->uses[i];
	if (chosen.n)
		qsort(chosen.at, chosen.n, sizeof *chosen.at, by_use);
	put_u32(b, ONI_PART_SHARED, 0);
	for (uint32_t i = 0; i < chosen.n; i++) {
		chosen.at[i]->number = i + 1;
		put_bytes(b, ONI_PART_SHARED_BYTES, chosen.at[i]->text);
		put_u32(b, ONI_PART_SHARED, b->part[ONI_PART_SHARED_BYTES].n);
	}
}

/* ---- rows and keys ---- */

static void put_row(builder *b, uint32_t place)
{
	uint32_t last = b->rows->n_columns; /* empty cells at the end are not told */
	while (last && !cell_of(b, place, last - 1).n)
		last--;
	for (uint32_t i = 0; i < last; i++) {
		oni_str cell = cell_of(b, place, i);
		uint32_t number = use_of(b, cell)->number;
		put_varint(b, ONI_PART_CELLS, number ? (number - 1) << 1 | 1 : (uint32_t)cell.n << 1);
		if (!number)
			put_bytes(b, ONI_PART_CELLS, cell);
	}
	put_u32(b, ONI_PART_ROWS, b->part[ONI_PART_CELLS].n);
}

static bool first_of_key(const builder *b, uint32_t place)
{
	return place == 0 || !oni_str_eq(b->order[place].key, b->order[place - 1].key);
}

static void put_slots(builder *b)
{
	uint64_t keys = 0;
	if (b->rows->n_rows > ONI_HASHED_ROWS)
		return; /* found by halving: a megabyte less of places */
	for (uint32_t i = 0; i < b->rows->n_rows; i++)
		keys += first_of_key(b, i);
	uint64_t n = keys * 2 + 1; /* half full: a key that is not there costs two or three looks */
	uint32_t *slots = ONI_NEW_N(b->arena, uint32_t, n);
	for (uint32_t i = 0; i < b->rows->n_rows; i++) {
		if (!first_of_key(b, i))
			continue;
		uint64_t hash = oni_hash_mix(oni_hash(b->order[i].key)), at = (hash >> 32) * n >> 32;
		while (slots[at])
			at = at + 1 < n ? at + 1 : 0;
		slots[at] = oni_slot_of(i, hash);
	}
	for (uint64_t i = 0; i < n; i++)
		put_u32(b, ONI_PART_SLOTS, slots[i]);
}

/* ---- phrases ---- */

static int by_hash(const void *a, const void *b)
{
	const entry *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

typedef ONI_VEC(entry) entries;

static void add_phrase(builder *b, oni_str phrase, uint32_t row, entries *to, hashes *beginnings)
{
	oni_normal normal;
	oni_normal_start(&normal);
	for (size_t i = 0; i < phrase.n; ) {
		bool spaced;
		uint64_t prefix;
		i += oni_normal_step(&normal, phrase, i, &spaced, &prefix);
		if (spaced)
			*(uint64_t *)oni_push(b->arena, beginnings) = prefix;
	}
	if (!normal.n)
		return;
	*(entry *)oni_push(b->arena, to) = (entry){oni_hash_mix(normal.hash), row};
	if (normal.n > b->longest)
		b->longest = normal.n;
}

static void put_filter(builder *b, const hashes *beginnings)
{
	uint64_t size = 8;
	while (size * 8 < (uint64_t)beginnings->n * FILTER_BITS_A_PREFIX)
		size *= 2;
	unsigned char *filter = ONI_NEW_N(b->arena, unsigned char, size);
	for (uint32_t i = 0; i < beginnings->n; i++) {
		uint64_t bit = oni_hash_mix(beginnings->at[i]) & (size * 8 - 1);
		filter[bit / 8] |= (unsigned char)(1U << bit % 8);
	}
	put_bytes(b, ONI_PART_FILTER, (oni_str){(char *)filter, size});
}

static void put_entries(builder *b, entries *found)
{
	unsigned bits = 0;
	while ((UINT64_C(1) << bits) * ENTRIES_A_BUCKET < found->n)
		bits++;
	if (found->n)
		qsort(found->at, found->n, sizeof *found->at, by_hash);
	uint32_t kept = 0;
	uint64_t bucket = 0;
	put_u32(b, ONI_PART_BUCKETS, 0);
	for (uint32_t i = 0; i < found->n; i++) {
		entry e = found->at[i];
		if (i && e.hash == found->at[i - 1].hash && e.row == found->at[i - 1].row)
			continue;
		for (; bits && bucket < e.hash >> (64 - bits); bucket++)
			put_u32(b, ONI_PART_BUCKETS, kept);
		put_u32(b, ONI_PART_ENTRIES, (uint32_t)e.hash);
		put_u32(b, ONI_PART_ENTRIES, e.row);
		kept++;
	}
	for (; bucket < UINT64_C(1) << bits; bucket++)
		put_u32(b, ONI_PART_BUCKETS, kept);
}

static void put_phrases(builder *b)
{
	entries found = {0};
	hashes beginnings = {0};
	for (uint32_t r = 0; r < b->rows->n_rows; r++)
		for (uint32_t i = 0; i < b->rows->n_columns; i++) {
			oni_str rest = cell_of(b, r, i), one;
			if (b->rows->phrases[i])
				while (oni_str_split(&rest, '|', &one))
					add_phrase(b, one, r, &found, &beginnings);
		}
	put_entries(b, &found);
	put_filter(b, &beginnings);
}

/* ---- the image ---- */

static oni_str join_parts(builder *b)
{
	uint64_t size = ONI_TABLE_HEAD;
	for (int i = 0; i < ONI_PARTS; i++)
		size += ((uint64_t)b->part[i].n + 3) / 4 * 4;
	if (size > UINT32_MAX)
		return (oni_str){NULL, 0};
	char *image = oni_alloc(b->arena, size);
	oni_put32(image, b->rows->n_rows);
	oni_put32(image + 4, b->rows->n_columns);
	oni_put32(image + 8, b->longest);
	uint32_t at = ONI_TABLE_HEAD;
	for (int i = 0; i < ONI_PARTS; i++) {
		bytes *part = &b->part[i];
		oni_put32(image + 16 + 8 * i, at);
		oni_put32(image + 20 + 8 * i, part->n);
		if (part->n)
			memcpy(image + at, part->at, part->n);
		at += (part->n + 3) / 4 * 4;
	}
	return (oni_str){image, size};
}

oni_str oni_table_build(oni_arena *arena, const oni_rows *rows)
{
	builder b = {.arena = arena, .rows = rows};
	for (uint32_t i = 0; i < rows->n_columns; i++) {
		put_bytes(&b, ONI_PART_NAMES, i ? ONI_STR("\t") : ONI_STR(""));
		put_bytes(&b, ONI_PART_NAMES, rows->columns[i]);
		put_bytes(&b, ONI_PART_MARKS, rows->phrases[i] ? ONI_STR("\1") : (oni_str){"", 1});
	}
	sort_rows(&b);
	choose_shared(&b);
	put_u32(&b, ONI_PART_ROWS, 0);
	for (uint32_t i = 0; i < rows->n_rows; i++)
		put_row(&b, i);
	put_slots(&b);
	put_phrases(&b);
	return join_parts(&b);
}

bool oni_table_open(oni_str image, oni_table *ret_table)
{
	if (image.n < ONI_TABLE_HEAD)
		return false;
	ret_table->rows = oni_le32(image.at);
	ret_table->columns = oni_le32(image.at + 4);
	ret_table->longest = oni_le32(image.at + 8);
	for (int i = 0; i < ONI_PARTS; i++) {
		uint64_t at = oni_le32(image.at + 16 + 8 * i), n = oni_le32(image.at + 20 + 8 * i);
		if (at > image.n || n > image.n - at)
			return false;
		ret_table->part[i] = oni_str_cut(image, at, at + n);
	}
	size_t filter = ret_table->part[ONI_PART_FILTER].n;
	return ret_table->columns == ret_table->part[ONI_PART_MARKS].n && (filter & (filter - 1)) == 0 && (uint64_t)ret_table->rows + 1 <= ret_table->part[ONI_PART_ROWS].n / 4;
}
