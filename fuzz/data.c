#include <stdlib.h>

#include "fuzz.h"
#include "pack/open.h"
#include "pack/phrases.h"

static void look_around(const oni_table *table)
{
	static const char TEXT[] = "South Sudan";
	static const uint32_t ENDS[] = {5, 11};
	uint32_t rows = oni_table_rows(table);
	for (uint32_t r = 0; r < rows && r < 64; r++) {
		for (int c = -1; c < 8; c++)
			oni_table_cell(table, r, c);
		oni_table_find(table, oni_table_cell(table, r, 0));
		oni_phrase phrase = oni_phrase_find(table, oni_table_cell(table, r, 1));
		oni_phrase_row(table, phrase, 0);
	}
	oni_table_column(table, "name");
	oni_phrase_longest(table, ONI_STR(TEXT), 0, ENDS, 2);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	char *aligned = aligned_alloc(64, (n + 64) / 64 * 64);
	if (!aligned)
		return 0;
	memcpy(aligned, data, n);
	oni_facts *facts = oni_facts_open_bytes((oni_str){aligned, n}, NULL, 0, NULL);
	if (facts) {
		look_around(oni_facts_table(facts, "small"));
		look_around(oni_facts_table(facts, "none"));
		oni_facts_section(facts, "blob");
		oni_facts_verify(facts, NULL);
	}
	oni_facts_drop(facts);
	free(aligned);
	return 0;
}
