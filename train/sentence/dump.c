/* dump - the gaps of a text as `offset rule feature feature …`, one a line: what train.py learns from.
 *
 * usage: dump DATA TEXT ENDS
 * DATA is onrecord.data; ENDS holds the byte offsets of the true sentence ends in TEXT, one a line, ascending: they are the
 * history that each gap is described with. */
#include <stdio.h>
#include <stdlib.h>

#include "pack/open.h"
#include "segment/parts.h"
#include "segment/segment.h"
#include "segment/sentence.h"

typedef struct dump {
	const oni_raws *raws;
	const uint32_t *ends; /* [n] */
	size_t n, next;
} dump;

static bool print_gap(void *with, const oni_gap *gap)
{
	dump *d = with;
	uint32_t at = d->raws->at[gap->next - 1].at.end;
	while (d->next < d->n && d->ends[d->next] < at)
		d->next++;
	bool end = d->next < d->n && d->ends[d->next] == at;
	printf("%u %d %d", at, end, gap->rule);
	for (uint32_t i = 0; i < gap->n; i++)
		printf(" %u", gap->features[i]);
	putchar('\n');
	return end;
}

static char *read_file(const char *path, size_t *ret_n)
{
	FILE *in = fopen(path, "rb");
	if (!in)
		return NULL;
	size_t n = 0, room = 1 << 16, got;
	char *bytes = malloc(room);
	while (bytes && (got = fread(bytes + n, 1, room - n - 1, in)) > 0) {
		n += got;
		if (room - n < 2)
			bytes = realloc(bytes, room *= 2);
	}
	fclose(in);
	if (bytes)
		bytes[n] = 0;
	*ret_n = n;
	return bytes;
}

static void dump_segments(oni_cutter *cut, dump *d)
{
	oni_doc *doc = cut->doc;
	for (uint32_t i = 0; i < doc->segments.n; i++) {
		oni_mark mark = oni_arena_mark(doc->scratch);
		oni_raws raws = {0};
		oni_cut_tokens(cut, doc->segments.at[i].at, &raws);
		d->raws = &raws;
		oni_walk_gaps(cut, &raws, print_gap, d);
		oni_arena_rewind(doc->scratch, mark);
	}
}

int main(int argc, char **argv)
{
	oni_facts_err err;
	oni_facts *facts = argc == 4 ? oni_facts_open(argv[1], NULL, 0, &err) : NULL;
	if (!facts) {
		fprintf(stderr, "usage: dump DATA TEXT ENDS\n");
		return 2;
	}
	size_t n = 0, ends_n = 0;
	char *text = read_file(argv[2], &n), *ends = read_file(argv[3], &ends_n);
	oni_arena arena, scratch;
	jmp_buf guard;
	oni_arena_init(&arena, 0);
	oni_arena_init(&scratch, 0);
	arena.guard = scratch.guard = &guard;
	if (!text || !ends || setjmp(guard))
		return 3;
	ONI_VEC(uint32_t) list = {0};
	for (char *at = ends, *stop; *at; at = stop + (*stop == '\n'))
		*oni_push(&arena, &list) = (uint32_t)strtoul(at, &stop, 10);
	oni_doc doc = {.arena = &arena, .scratch = &scratch, .text = {text, n}};
	oni_cutter cut;
	oni_begin_cutting(&cut, facts, &doc);
	dump d = {.ends = list.at, .n = list.n};
	dump_segments(&cut, &d);
	oni_arena_drop(&arena);
	oni_arena_drop(&scratch);
	oni_facts_drop(facts);
	free(text);
	free(ends);
	return 0;
}
