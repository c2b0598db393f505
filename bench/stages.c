/* stages - how long each stage takes: stages DATA FILE… (text or JSON lines), one thread. Prints a row for reading, each stage and
 * writing: seconds, share, MB of text a second, words a second; and what reading and segmenting take with nothing behind them:
 * among the others each finds the caches full of the models of the last. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/engine.h"
#include "read/input.h"
#include "record/write.h"

typedef struct tally {
	double read, stage[ONI_STAGE_COUNT], write;
	size_t articles, bytes, words, written;
} tally;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Adds the time since *from to *sum and sets *from to now. */
static void lap(double *from, double *sum)
{
	double time = now();
	*sum += time - *from;
	*from = time;
}

static void time_unit(const onr_engine *engine, oni_arena *arena, oni_arena *scratch, const oni_unit *unit, int stages, oni_buf *out,
	tally *t)
{
	oni_reader reader = {0};
	oni_doc *doc = ONI_NEW(arena, oni_doc);
	doc->arena = arena;
	doc->scratch = scratch;
	double time = now();
	onr_status status = oni_read_unit(&reader, unit, (oni_date){2022, 12, 2}, doc, NULL);
	lap(&time, &t->read);
	oni_reader_release(&reader);
	if (status)
		return;
	for (int i = 0; i < stages; i++) {
		ONI_STAGES[i].run(engine, doc);
		lap(&time, &t->stage[i]);
	}
	oni_buf_clear(out, 64 << 20);
	if (stages == ONI_STAGE_COUNT)
		oni_write_record(out, doc, ONR_JSON);
	lap(&time, &t->write);
	t->articles++;
	t->bytes += doc->text.n;
	t->words += doc->words.n;
	t->written += out->n;
}

static void row(const char *name, double seconds, double all, size_t bytes, size_t words)
{
	printf("%-12s %9.3f %6.1f%% %9.2f %11.0f\n", name, seconds, 100 * seconds / all, (double)bytes / 1e6 / seconds,
		(double)words / seconds);
}

static void print(const tally *t)
{
	double all = t->read + t->write;
	for (int i = 0; i < ONI_STAGE_COUNT; i++)
		all += t->stage[i];
	printf("%zu articles, %.2f MB of text, %zu words, %.2f MB written\n", t->articles, (double)t->bytes / 1e6, t->words,
		(double)t->written / 1e6);
	printf("%-12s %9s %7s %9s %11s\n", "stage", "seconds", "share", "MB/s", "words/s");
	row("read", t->read, all, t->bytes, t->words);
	for (int i = 0; i < ONI_STAGE_COUNT; i++)
		row(ONI_STAGES[i].name, t->stage[i], all, t->bytes, t->words);
	row("write", t->write, all, t->bytes, t->words);
	row("all", all, all, t->bytes, t->words);
	printf("the writer: %.0f MB/s of JSON\n", (double)t->written / 1e6 / t->write);
}

/* The first so many stages of all files. */
static bool time_files(const onr_engine *engine, const char *const *files, size_t n_files, int stages, tally *t)
{
	static oni_unit unit; /* not on the stack: they must keep their values over longjmp */
	static oni_buf out;
	oni_arena arena, scratch;
	jmp_buf guard;
	oni_input *input = oni_input_new(files, n_files, ONR_DETECT, 1u << 30);
	oni_arena_init(&arena, 0);
	oni_arena_init(&scratch, 0);
	arena.guard = scratch.guard = &guard;
	if (!input || setjmp(guard))
		return false;
	while (oni_input_next(input, &unit)) {
		if (unit.err.status == ONR_OK)
			time_unit(engine, &arena, &scratch, &unit, stages, &out, t);
		oni_arena_clear(&arena, 8 << 20);
		oni_arena_clear(&scratch, 8 << 20);
	}
	oni_input_drop(input);
	oni_arena_drop(&arena);
	oni_arena_drop(&scratch);
	return true;
}

int main(int argc, char **argv)
{
	onr_engine *engine = NULL;
	onr_err err = {0};
	if (argc < 3 || onr_engine_open(argv[1], NULL, &engine, &err)) {
		fprintf(stderr, "usage: stages DATA FILE…  %s\n", err.text);
		return 2;
	}
	static tally whole, front;
	const char *const *files = (const char *const *)argv + 2;
	if (!time_files(engine, files, (size_t)argc - 2, ONI_STAGE_COUNT, &whole) ||
	    !time_files(engine, files, (size_t)argc - 2, 1, &front))
		return 1;
	print(&whole);
	printf("reading and segmenting alone: %.1f MB/s\n", (double)front.bytes / 1e6 / (front.read + front.stage[0]));
	onr_engine_drop(engine);
	return 0;
}
