/* Reading a packed table: every offset that the file gives is checked where it is used. */
#include "base/vec.h"
#include "pack/format.h"

static uint64_t row_begin(const oni_table *table, uint32_t row)
{
	return oni_part32(table->part[ONI_PART_ROWS], row);
}

uint32_t oni_table_rows(const oni_table *table)
{
	return table->rows;
}

int oni_table_column(const oni_table *table, const char *name)
{
	oni_str rest = table->part[ONI_PART_NAMES], field;
	for (int i = 0; table->columns && oni_str_split(&rest, '\t', &field); i++)
		if (oni_str_is(field, name))
			return i;
	return -1;
}

static bool take_varint(oni_str *rest, uint32_t *ret_value)
{
	uint32_t v = 0;
	for (unsigned shift = 0; rest->n && shift < 32; shift += 7) {
		unsigned char b = (unsigned char)*rest->at;
		*rest = oni_str_cut(*rest, 1, rest->n);
		v |= (uint32_t)(b & 0x7f) << shift;
		if (b < 0x80) {
			*ret_value = v;
			return true;
		}
	}
	return false;
}

static oni_str shared_string(const oni_table *table, uint32_t i)
{
	oni_str shared = table->part[ONI_PART_SHARED];
	if ((uint64_t)i + 1 >= shared.n / 4)
		return (oni_str){NULL, 0};
	return oni_str_cut(table->part[ONI_PART_SHARED_BYTES], oni_part32(shared, i), oni_part32(shared, (uint64_t)i + 1));
}

oni_str oni_table_cell(const oni_table *table, uint32_t row, int column)
{
	oni_str none = {"", 0};
	if (row >= table->rows || column < 0 || (uint32_t)column >= table->columns)
		return none;
	oni_str rest = oni_str_cut(table->part[ONI_PART_CELLS], row_begin(table, row), row_begin(table, row + 1));
	for (uint32_t v, i = 0; take_varint(&rest, &v); i++) {
		oni_str cell = v & 1 ? shared_string(table, v >> 1) : oni_str_cut(rest, 0, v >> 1);
		if (!(v & 1))
			rest = oni_str_cut(rest, v >> 1, rest.n);
		if (i == (uint32_t)column)
			return cell.at ? cell : none;
	}
	return none;
}

/* The first row of the key by halving, for tables without slots. */
static uint32_t find_sorted(const oni_table *table, oni_str key)
{
	uint32_t row;
	oni_halve(row, table->rows, i, oni_str_cmp(oni_table_cell(table, i, 0), key) < 0);
	return row < table->rows && oni_str_eq(oni_table_cell(table, row, 0), key) ? row : ONI_NO_ROW;
}

uint32_t oni_table_find(const oni_table *table, oni_str key)
{
	oni_str slots = table->part[ONI_PART_SLOTS];
	uint64_t n = slots.n / 4;
	if (!n)
		return find_sorted(table, key);
	uint64_t hash = oni_hash_mix(oni_hash(key)), at = (hash >> 32) * n >> 32;
	for (uint64_t probes = 0; probes < n; probes++, at = at + 1 < n ? at + 1 : 0) {
		uint32_t slot = oni_part32(slots, at);
		if (!slot)
			return ONI_NO_ROW;
		if (oni_slot_may_be(slot, hash) && oni_str_eq(oni_table_cell(table, oni_slot_row(slot), 0), key))
			return oni_slot_row(slot);
	}
	return ONI_NO_ROW;
}
