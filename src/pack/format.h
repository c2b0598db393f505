/* format.h - the layout of the packed file, for the rooms' own use: writer and reader share it.
 *
 *   header     64 bytes: magic 8, version u32, sections u32, file size u64, directory's offset u64 and checksum u64
 *   sections   each at a multiple of 64
 *   directory  one entry of 64 bytes for each section, sorted by kind and name:
 *              name[32], kind u32, 0 u32, offset u64, size u64, checksum u64
 *
 * All numbers are little-endian. A table section is a head of ONI_TABLE_HEAD bytes - rows u32, columns u32, longest phrase
 * in bytes u32, 0 u32, then offset and size u32 of each part - and its parts:
 *
 *   NAMES    the columns' names, split by tabs
 *   MARKS    one byte for each column: 1 where its cells are phrases
 *   SHARED   u32 [n + 1], offsets into SHARED_BYTES: strings that occur often, told once
 *   ROWS     u32 [rows + 1], offsets into CELLS
 *   CELLS    a row is its cells, each a varint v: v odd: shared string v >> 1; v even: the v >> 1 bytes behind it
 *   SLOTS    u32 [slots], hash table over the keys: first row + 1 and, above it, the hash's low 15 bits, or 0; slot
 *            (hash >> 32) * slots >> 32, then linear; none in tables of more than 65,536 rows: there keys are found by
 *            halving
 *   BUCKETS  u32 [2^b + 1], offsets into ENTRIES by the top b bits of a phrase's hash
 *   ENTRIES  u32 [n][2]: the low half of the hash, and the row; sorted by bucket, hash, row
 *   FILTER   bits [2^k]: hashes of the beginnings of phrases at word ends; a Bloom filter of one probe */
#ifndef ONI_PACK_FORMAT_H
#define ONI_PACK_FORMAT_H

#include "pack/facts.h"

#define ONI_PACK_MAGIC "ONRFACT\x1a"

enum {
	ONI_PACK_VERSION = 2,
	ONI_PACK_HEAD = 64,
	ONI_PACK_ENTRY = 64,
	ONI_PACK_NAME = 32,
	ONI_PACK_ALIGN = 64,
	ONI_PACK_TABLE = 1,
	ONI_PACK_BLOB = 2,
	ONI_HASHED_ROWS = 1 << 16, /* the most rows of a table with slots */
};

enum oni_part {
	ONI_PART_NAMES, ONI_PART_MARKS, ONI_PART_SHARED, ONI_PART_SHARED_BYTES, ONI_PART_ROWS, ONI_PART_CELLS, ONI_PART_SLOTS,
	ONI_PART_BUCKETS, ONI_PART_ENTRIES, ONI_PART_FILTER, ONI_PARTS
};

enum { ONI_TABLE_HEAD = 16 + 8 * ONI_PARTS };

struct oni_table {
	char name[ONI_PACK_NAME];
	uint32_t rows, columns, longest;
	oni_str part[ONI_PARTS];
};

static inline uint32_t oni_le32(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;
	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static inline uint64_t oni_le64(const char *at)
{
	return (uint64_t)oni_le32(at) | (uint64_t)oni_le32(at + 4) << 32;
}

static inline void oni_put32(char *at, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(unsigned char)(v >> 8 * i);
}

static inline void oni_put64(char *at, uint64_t v)
{
	oni_put32(at, (uint32_t)v);
	oni_put32(at + 4, (uint32_t)(v >> 32));
}

/* The i-th u32 of a part; 0 when there is none. */
static inline uint32_t oni_part32(oni_str part, uint64_t i)
{
	return i < part.n / 4 ? oni_le32(part.at + 4 * i) : 0;
}

/* FNV's last step leaves the high bits weak for short strings; this spreads them. */
static inline uint64_t oni_hash_mix(uint64_t h)
{
	h = (h ^ h >> 33) * UINT64_C(0xff51afd7ed558ccd);
	h = (h ^ h >> 33) * UINT64_C(0xc4ceb9fe1a85ec53);
	return h ^ h >> 33;
}

/* What the slot of this row holds: that the hash is another's is seen without reading the row. */
static inline uint32_t oni_slot_of(uint32_t row, uint64_t mixed_hash)
{
	return (uint32_t)mixed_hash << 17 | (row + 1);
}

static inline uint32_t oni_slot_row(uint32_t slot)
{
	return (slot & 0x1FFFF) - 1;
}

static inline bool oni_slot_may_be(uint32_t slot, uint64_t mixed_hash)
{
	return slot >> 17 == ((uint32_t)mixed_hash & 0x7FFF);
}

#endif
