/* onrecord-pack - the build tool that packs lexicon/ and model/ into the one data file.
 *
 *   onrecord-pack [-d DEPFILE] OUT LEXICON_FOLDER [MODEL_FOLDER]
 *
 * Every LEXICON_FOLDER/NAME.tsv becomes the table NAME, every MODEL_FOLDER/NAME.bin the section NAME. The depfile
 * names the folders too, so that a file dropped there is picked up at the next build. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/vec.h"
#include "pack/build.h"
#include "pack/files.h"

typedef struct section {
	oni_str name, bytes;
	uint32_t kind;
	uint64_t at;
} section;

typedef struct pack {
	oni_arena arena;
	ONI_VEC(section) sections;
	FILE *depfile;
} pack;

static bool add_section(pack *p, oni_str file_name, const char *path, uint32_t kind)
{
	oni_str name = oni_str_cut(file_name, 0, file_name.n - 4), bytes;
	if (name.n >= ONI_PACK_NAME) {
		fprintf(stderr, "%s: the name is longer than %d bytes\n", path, ONI_PACK_NAME - 1);
		return false;
	}
	if (!oni_file_read(&p->arena, path, &bytes)) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return false;
	}
	if (kind == ONI_PACK_TABLE) {
		oni_facts_err err = {0};
		oni_rows rows;
		if (!oni_rows_read(&p->arena, bytes, &rows, &err)) {
			fprintf(stderr, "%s:%u: %s\n", path, err.line, err.text);
			return false;
		}
		bytes = oni_table_build(&p->arena, &rows);
	}
	*(section *)oni_push(&p->arena, &p->sections) = (section){name, bytes, kind, 0};
	return true;
}

static bool add_folder(pack *p, const char *folder, const char *suffix, uint32_t kind)
{
	oni_str *names;
	uint32_t n;
	bool good = true;
	if (!oni_folder_list(&p->arena, folder, suffix, &names, &n)) {
		fprintf(stderr, "%s: %s\n", folder, strerror(errno));
		return false;
	}
	if (p->depfile)
		fprintf(p->depfile, " %s", folder);
	for (uint32_t i = 0; i < n; i++) {
		oni_str path = oni_keepf(&p->arena, "%s/%s", folder, names[i].at);
		if (p->depfile)
			fprintf(p->depfile, " %s", path.at);
		good = add_section(p, names[i], path.at, kind) && good;
	}
	return good;
}

static void put_entry(char *at, const section *s)
{
	memcpy(at, s->name.at, s->name.n);
	oni_put32(at + 32, s->kind);
	oni_put64(at + 40, s->at);
	oni_put64(at + 48, s->bytes.n);
	oni_put64(at + 56, oni_hash(s->bytes));
}

static void put_padded(FILE *out, oni_str bytes)
{
	static const char zeros[ONI_PACK_ALIGN];
	fwrite(bytes.at, 1, bytes.n, out);
	fwrite(zeros, 1, (ONI_PACK_ALIGN - bytes.n % ONI_PACK_ALIGN) % ONI_PACK_ALIGN, out);
}

static bool write_pack(pack *p, const char *path)
{
	char head[ONI_PACK_HEAD] = ONI_PACK_MAGIC;
	size_t n = p->sections.n * (size_t)ONI_PACK_ENTRY;
	char *directory = oni_alloc(&p->arena, n);
	uint64_t at = ONI_PACK_HEAD;
	for (uint32_t i = 0; i < p->sections.n; i++) {
		section *s = &p->sections.at[i];
		s->at = at;
		at += (s->bytes.n + ONI_PACK_ALIGN - 1) / ONI_PACK_ALIGN * ONI_PACK_ALIGN;
		put_entry(directory + i * (size_t)ONI_PACK_ENTRY, s);
	}
	oni_put32(head + 8, ONI_PACK_VERSION);
	oni_put32(head + 12, p->sections.n);
	oni_put64(head + 16, at + n);
	oni_put64(head + 24, at);
	oni_put64(head + 32, oni_hash((oni_str){directory, n}));
	oni_str fresh = oni_keepf(&p->arena, "%s.new", path); /* renamed at the end: who has the old file mapped keeps it */
	FILE *out = fopen(fresh.at, "wb");
	if (out) {
		fwrite(head, 1, sizeof head, out);
		for (uint32_t i = 0; i < p->sections.n; i++)
			put_padded(out, p->sections.at[i].bytes);
		fwrite(directory, 1, n, out);
	}
	bool good = out && !ferror(out);
	good = out && fclose(out) == 0 && good && rename(fresh.at, path) == 0;
	if (!good)
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
	return good;
}

static bool run(pack *p, int n, char **args)
{
	if (p->depfile)
		fprintf(p->depfile, "%s:", args[0]);
	bool good = add_folder(p, args[1], ".tsv", ONI_PACK_TABLE);
	if (n > 2)
		good = add_folder(p, args[2], ".bin", ONI_PACK_BLOB) && good;
	if (p->depfile)
		fprintf(p->depfile, "\n");
	return good && write_pack(p, args[0]);
}

static bool guarded_run(pack *p, int n, char **args)
{
	jmp_buf guard;
	oni_arena_init(&p->arena, 0);
	p->arena.guard = &guard;
	if (setjmp(guard)) {
		fprintf(stderr, "out of memory\n");
		return false;
	}
	return run(p, n, args);
}

int main(int argc, char **argv)
{
	pack p = {0};
	char **args = argv + 1;
	int n = argc - 1;
	if (n >= 2 && strcmp(args[0], "-d") == 0) {
		p.depfile = fopen(args[1], "w");
		args += 2;
		n -= 2;
	}
	if (n < 2 || n > 3) {
		fprintf(stderr, "usage: %s [-d DEPFILE] OUT LEXICON_FOLDER [MODEL_FOLDER]\n", argv[0]);
		return 2;
	}
	bool good = guarded_run(&p, n, args);
	if (p.depfile)
		fclose(p.depfile);
	oni_arena_drop(&p.arena);
	return good ? 0 : 1;
}
