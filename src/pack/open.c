/* Mapping, checking and merging the facts; see open.h and format.h. */
#include "pack/open.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "pack/build.h"
#include "pack/files.h"

struct oni_facts {
	oni_str file;
	bool mapped;
	uint32_t sections;
	oni_str directory;             /* [sections] entries of ONI_PACK_ENTRY bytes */
	ONI_VEC(oni_table) tables;
	oni_arena arena;               /* tables, and the images of the merged ones */
};

static const oni_table EMPTY = {.name = ""};

static bool fail(oni_facts_err *ret_err, oni_facts_status status, const char *where, const char *text)
{
	if (ret_err) {
		ret_err->status = status;
		ret_err->line = 0;
		snprintf(ret_err->where, sizeof ret_err->where, "%s", where);
		snprintf(ret_err->text, sizeof ret_err->text, "%s", text);
	}
	return false;
}

/* ---- sections ---- */

static oni_str section_bytes(const oni_facts *facts, uint32_t i)
{
	const char *entry = facts->directory.at + (size_t)i * ONI_PACK_ENTRY;
	uint64_t at = oni_le64(entry + 40), n = oni_le64(entry + 48);
	if (at > facts->file.n || n > facts->file.n - at)
		return (oni_str){NULL, 0};
	return oni_str_cut(facts->file, at, at + n);
}

static uint32_t section_kind(const oni_facts *facts, uint32_t i)
{
	return oni_le32(facts->directory.at + (size_t)i * ONI_PACK_ENTRY + 32);
}

static oni_str section_name(const oni_facts *facts, uint32_t i)
{
	const char *at = facts->directory.at + (size_t)i * ONI_PACK_ENTRY;
	const char *end = memchr(at, 0, ONI_PACK_NAME);
	return (oni_str){at, end ? (size_t)(end - at) : ONI_PACK_NAME};
}

oni_str oni_facts_section(const oni_facts *facts, const char *name)
{
	for (uint32_t i = 0; i < facts->sections; i++)
		if (section_kind(facts, i) == ONI_PACK_BLOB && oni_str_is(section_name(facts, i), name))
			return section_bytes(facts, i);
	return (oni_str){NULL, 0};
}

static oni_table *find_table(const oni_facts *facts, oni_str name)
{
	for (uint32_t i = 0; i < facts->tables.n; i++)
		if (oni_str_is(name, facts->tables.at[i].name))
			return &facts->tables.at[i];
	return NULL;
}

const oni_table *oni_facts_table(const oni_facts *facts, const char *name)
{
	const oni_table *table = find_table(facts, oni_str_of(name));
	return table ? table : &EMPTY;
}

/* ---- checking the packed file ---- */

static bool check_head(oni_facts *facts, const char *where, oni_facts_err *ret_err)
{
	oni_str file = facts->file;
	if (file.n < 8 || memcmp(file.at, ONI_PACK_MAGIC, 8) != 0)
		return fail(ret_err, ONI_FACTS_FOREIGN, where, "not a data file of onrecord");
	if (file.n < ONI_PACK_HEAD)
		return fail(ret_err, ONI_FACTS_DAMAGED, where, "the data file is cut short");
	if (oni_le32(file.at + 8) != ONI_PACK_VERSION)
		return fail(ret_err, ONI_FACTS_VERSION, where, "the data file is of another version of onrecord");
	uint64_t sections = oni_le32(file.at + 12), at = oni_le64(file.at + 24), n = sections * ONI_PACK_ENTRY;
	if (oni_le64(file.at + 16) != file.n || at > file.n || n > file.n - at)
		return fail(ret_err, ONI_FACTS_DAMAGED, where, "the data file is cut short");
	facts->directory = oni_str_cut(file, at, at + n);
	facts->sections = (uint32_t)sections;
	if (oni_hash(facts->directory) != oni_le64(file.at + 32))
		return fail(ret_err, ONI_FACTS_DAMAGED, where, "the data file's directory is damaged");
	return true;
}

static oni_table *add_table(oni_facts *facts, oni_str name)
{
	oni_table *table = oni_push(&facts->arena, &facts->tables);
	size_t n = name.n < ONI_PACK_NAME ? name.n : ONI_PACK_NAME - 1;
	memcpy(table->name, name.at, n);
	return table;
}

static bool open_sections(oni_facts *facts, const char *where, oni_facts_err *ret_err)
{
	for (uint32_t i = 0; i < facts->sections; i++) {
		oni_str bytes = section_bytes(facts, i);
		if (!bytes.at)
			return fail(ret_err, ONI_FACTS_DAMAGED, where, "the data file's directory is damaged");
		if (section_kind(facts, i) == ONI_PACK_TABLE && !oni_table_open(bytes, add_table(facts, section_name(facts, i))))
			return fail(ret_err, ONI_FACTS_DAMAGED, where, "a table of the data file is damaged");
	}
	return true;
}

/* ---- merging --lexicon ---- */

/* For each of table's columns, its number in rows; -1 where rows does not have it. NULL when rows has one more. */
static const int *match_columns(oni_arena *arena, const oni_table *table, const oni_rows *rows)
{
	int *from = ONI_NEW_N(arena, int, table->columns + 1);
	for (uint32_t i = 0; i < table->columns; i++)
		from[i] = -1;
	for (uint32_t i = 0; i < rows->n_columns; i++) {
		oni_str name = oni_keep(arena, rows->columns[i]);
		int to = oni_table_column(table, name.at);
		if (to < 0 || (uint32_t)to >= table->columns)
			return NULL;
		from[to] = (int)i;
	}
	return from[0] >= 0 ? from : NULL;
}

static bool is_key(const oni_table *keys, oni_str key)
{
	return oni_table_find(keys, key) != ONI_NO_ROW;
}

/* The rows of `table` whose keys `own` does not have, and all of `rows` in table's columns. */
static oni_rows merge_rows(oni_arena *arena, const oni_table *table, const oni_table *own, const oni_rows *rows, const int *from, uint32_t key)
{
	oni_rows old = oni_rows_of(arena, table), merged = old;
	uint32_t n = old.n_columns;
	merged.n_rows = 0;
	merged.cells = ONI_NEW_N(arena, oni_str, ((size_t)old.n_rows + rows->n_rows) * n);
	for (uint32_t r = 0; r < old.n_rows; r++)
		if (!is_key(own, old.cells[(size_t)r * n]))
			memcpy(&merged.cells[(size_t)merged.n_rows++ * n], &old.cells[(size_t)r * n], n * sizeof(oni_str));
	for (uint32_t r = 0; r < rows->n_rows; r++, merged.n_rows++)
		for (uint32_t i = 0; i < n; i++)
			merged.cells[(size_t)merged.n_rows * n + i] =
				from[i] < 0 ? (oni_str){"", 0} : rows->cells[(size_t)r * rows->n_columns + (i ? (uint32_t)from[i] : key)];
	return merged;
}

/* A table of the keys alone of what a lexicon brings. */
static bool keys_of(oni_arena *arena, const oni_rows *rows, uint32_t key, oni_table *ret_table)
{
	oni_rows keys = {.columns = rows->columns, .n_columns = 1, .n_rows = rows->n_rows};
	keys.phrases = ONI_NEW(arena, bool);
	keys.cells = ONI_NEW_N(arena, oni_str, rows->n_rows);
	for (uint32_t r = 0; r < rows->n_rows; r++)
		keys.cells[r] = rows->cells[(size_t)r * rows->n_columns + key];
	return oni_table_open(oni_table_build(arena, &keys), ret_table);
}

static bool merge_table(oni_facts *facts, oni_str name, const char *where, oni_facts_err *ret_err)
{
	oni_str text;
	oni_rows rows;
	if (!oni_file_read(&facts->arena, where, &text))
		return fail(ret_err, ONI_FACTS_MISSING, where, strerror(errno));
	if (!oni_rows_read(&facts->arena, text, &rows, ret_err)) {
		if (ret_err)
			snprintf(ret_err->where, sizeof ret_err->where, "%s", where);
		return false;
	}
	oni_table *table = find_table(facts, name);
	if (table && table->columns) {
		oni_table own = {.rows = 0};
		const int *from = match_columns(&facts->arena, table, &rows);
		if (!from)
			return fail(ret_err, ONI_FACTS_BAD_ROW, where, "the header has a column that this table does not have, or lacks the first");
		uint32_t key = (uint32_t)from[0];
		if (!keys_of(&facts->arena, &rows, key, &own))
			return fail(ret_err, ONI_FACTS_BAD_ROW, where, "the table is too large");
		rows = merge_rows(&facts->arena, table, &own, &rows, from, key);
	} else if (!table) {
		table = add_table(facts, name);
	}
	if (!oni_table_open(oni_table_build(&facts->arena, &rows), table))
		return fail(ret_err, ONI_FACTS_BAD_ROW, where, "the table is too large");
	return true;
}

static bool merge_lexicon(oni_facts *facts, const char *folder, oni_facts_err *ret_err)
{
	oni_str *names;
	uint32_t n;
	if (!oni_folder_list(&facts->arena, folder, ".tsv", &names, &n))
		return fail(ret_err, ONI_FACTS_MISSING, folder, strerror(errno));
	for (uint32_t i = 0; i < n; i++) {
		oni_str path = oni_keepf(&facts->arena, "%s/%s", folder, names[i].at);
		if (!merge_table(facts, oni_str_cut(names[i], 0, names[i].n - 4), path.at, ret_err))
			return false;
	}
	return true;
}

/* ---- opening ---- */

static oni_facts *open_all(oni_facts *facts, const char *where, const char *const *lexicons, size_t n, oni_facts_err *ret_err)
{
	jmp_buf guard;
	facts->arena.guard = &guard;
	if (setjmp(guard)) {
		fail(ret_err, ONI_FACTS_MEMORY, where, "out of memory");
		oni_facts_drop(facts);
		return NULL;
	}
	bool good = !facts->file.at || (check_head(facts, where, ret_err) && open_sections(facts, where, ret_err));
	for (size_t i = 0; good && i < n; i++)
		good = merge_lexicon(facts, lexicons[i], ret_err);
	facts->arena.guard = NULL;
	if (good)
		return facts;
	oni_facts_drop(facts);
	return NULL;
}

static oni_facts *new_facts(const char *where, oni_facts_err *ret_err)
{
	oni_facts *facts = calloc(1, sizeof *facts);
	if (facts)
		oni_arena_init(&facts->arena, 0);
	else
		fail(ret_err, ONI_FACTS_MEMORY, where, "out of memory");
	return facts;
}

oni_facts *oni_facts_open_bytes(oni_str bytes, const char *const *lexicons, size_t n, oni_facts_err *ret_err)
{
	oni_facts *facts = new_facts("", ret_err);
	if (!facts)
		return NULL;
	facts->file = bytes.at ? bytes : (oni_str){"", 0};
	return open_all(facts, "", lexicons, n, ret_err);
}

oni_facts *oni_facts_open_empty(void)
{
	return new_facts("", NULL);
}

oni_facts *oni_facts_open(const char *path, const char *const *lexicons, size_t n, oni_facts_err *ret_err)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st) < 0 || !S_ISREG(st.st_mode)) {
		fail(ret_err, ONI_FACTS_MISSING, path, fd < 0 ? strerror(errno) : "not a file");
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	size_t size = (size_t)st.st_size;
	void *at = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : NULL;
	close(fd);
	if (!size || at == MAP_FAILED) {
		fail(ret_err, size ? ONI_FACTS_MISSING : ONI_FACTS_DAMAGED, path, size ? strerror(errno) : "the data file is empty");
		return NULL;
	}
	oni_facts *facts = new_facts(path, ret_err);
	if (!facts) {
		munmap(at, size);
		return NULL;
	}
	facts->file = (oni_str){at, size};
	facts->mapped = true;
	return open_all(facts, path, lexicons, n, ret_err);
}

bool oni_facts_verify(const oni_facts *facts, oni_facts_err *ret_err)
{
	for (uint32_t i = 0; i < facts->sections; i++) {
		const char *entry = facts->directory.at + (size_t)i * ONI_PACK_ENTRY;
		if (oni_hash(section_bytes(facts, i)) != oni_le64(entry + 56)) {
			oni_str name = section_name(facts, i);
			char text[128];
			snprintf(text, sizeof text, "section \"%.*s\" of the data file is damaged", ONI_FMT(name));
			return fail(ret_err, ONI_FACTS_DAMAGED, "", text);
		}
	}
	return true;
}

void oni_facts_drop(oni_facts *facts)
{
	if (!facts)
		return;
	if (facts->mapped)
		munmap((void *)(uintptr_t)facts->file.at, facts->file.n);
	oni_arena_drop(&facts->arena);
	free(facts);
}
