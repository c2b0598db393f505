#include <string.h>

#include "cli.h"

static const struct option OPTIONS[] = {
	READ_OPTIONS,
	PUBLISHED_OPTION,
	PLAIN_OPTION,
	STRICT_OPTION,
	THREADS_OPTION,
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord add news.db --published 2022-12-02 article.txt\n"
	"  onrecord add news.db articles.jsonl folder/       what is there already is not coded again\n"
	"  onrecord code a.txt | onrecord add news.db        records that are coded are stored as they are\n"
	"\n"
	"Usage: onrecord add [OPTION]… DB [FILE]…\n"
	"\n"
	PUBLISHED_HELP
	THREADS_HELP
	PLAIN_HELP
	STRICT_HELP
	READ_HELP
	"\n"
	"Exit status: 0 all well, 1 some article failed, 2 wrong usage, 3 the database cannot be used.\n";

typedef struct adding {
	onr_store *store;
	const read_options *options;
	size_t outcomes[ONR_KEPT + 1], skipped, failed;
	bool broken;           /* the database failed: told already */
	progress progress;
} adding;

static void tell(adding *a, const char *where, size_t line, const char *text, bool warning)
{
	progress_clear(&a->progress);
	const char *name = strcmp(where, "-") == 0 ? "standard input" : where;
	if (line)
		fprintf(stderr, "onrecord: %s: line %zu: %s%s\n", name, line, warning ? "warning: " : "", text);
	else
		fprintf(stderr, "onrecord: %s: %s%s\n", name, warning ? "warning: " : "", text);
}

/* Stores one record; not 0: stop. */
static int store(adding *a, const char *record, size_t n, const char *where, size_t line)
{
	onr_outcome outcome;
	onr_err err = {0};
	onr_status status = onr_store_add(a->store, record, n, &outcome, &err);
	if (status == ONR_OK) {
		a->outcomes[outcome]++;
		return 0;
	}
	a->failed++;
	a->broken = status == ONR_STORE;
	tell(a, a->broken ? err.where : where, a->broken ? 0 : line, err.text, false);
	return a->broken || a->options->strict;
}

/* What is a record goes into the store as it is; what was stored before is passed over. */
static int take(void *user, const char *bytes, size_t n)
{
	static const char RECORD[] = "{\"onrecord\":";
	adding *a = user;
	if (a->broken)
		return 1;
	if (n > sizeof RECORD && memcmp(bytes, RECORD, sizeof RECORD - 1) == 0) {
		store(a, bytes, n, "a record", 0);
		progress_step(&a->progress, n);
		return 1;
	}
	bool known = onr_store_knows(a->store, bytes, n);
	a->skipped += known;
	return known;
}

static int sink(void *user, const onr_result *result)
{
	adding *a = user;
	onr_err err = {0};
	progress_step(&a->progress, result->input_n);
	if (a->broken)
		return 1;
	if (result->message[0] && !(a->options->quiet && result->status == ONR_OK))
		tell(a, result->source, result->line, result->message, result->status == ONR_OK);
	if (result->status) {
		a->failed++;
		return a->options->strict;
	}
	int stop = store(a, result->record, result->record_n, result->source, result->line);
	if (!stop && onr_store_note(a->store, result->input, result->bytes_n, &err)) {
		tell(a, err.where, 0, err.text, false);
		a->broken = true;
		stop = 1;
	}
	return stop;
}

static int finish(adding *a)
{
	onr_err err = {0};
	progress_clear(&a->progress);
	if (!a->broken && onr_store_commit(a->store, &err)) {
		tell(a, err.where, 0, err.text, false);
		a->broken = true;
	}
	if (a->broken)
		return EXIT_ENVIRONMENT;
	if (!a->options->quiet)
		fprintf(stderr, "onrecord: %zu added, %zu revised, %zu copies, %zu there already, %zu failed\n", a->outcomes[ONR_ADDED],
			a->outcomes[ONR_REVISED], a->outcomes[ONR_COPY], a->outcomes[ONR_KEPT] + a->skipped, a->failed);
	return a->failed ? EXIT_SOME_FAILED : EXIT_ALL_WELL;
}

static int add_all(adding *a, read_options *options)
{
	onr_engine *engine = NULL;
	onr_err err = {0};
	if (onr_engine_open(options->data, options->lexicon, &engine, &err)) {
		fprintf(stderr, "onrecord: %s: %s\n", err.where, err.text);
		return EXIT_ENVIRONMENT;
	}
	progress_begin(&a->progress, options);
	options->batch.sink = sink;
	options->batch.take = take;
	options->batch.user = a;
	onr_status status = onr_run(engine, &options->batch, &err);
	onr_engine_drop(engine);
	if (status == ONR_OK || status == ONR_STOPPED)
		return finish(a);
	fprintf(stderr, "onrecord: %s\n", err.text);
	return status == ONR_ARGUMENT ? EXIT_USAGE : EXIT_ENVIRONMENT;
}

static int run(const command *self, int argc, char **argv)
{
	static const char *const STANDARD[] = {"-"};
	read_options options = {0};
	int code = take_options(self, argc, argv, &options);
	if (code >= 0)
		return code;
	onr_batch *batch = &options.batch;
	const char *path = batch->paths[0];
	if (strcmp(path, "-") == 0)
		return usage_error(self, "which database?");
	batch->paths_n--;
	batch->paths = batch->paths_n ? batch->paths + 1 : STANDARD;
	batch->paths_n += !batch->paths_n;
	adding a = {.options = &options};
	onr_err err = {0};
	if (onr_store_open(path, ONR_STORE_WRITE, &a.store, &err)) {
		fprintf(stderr, "onrecord: %s: %s\n", err.where[0] ? err.where : path, err.text);
		return EXIT_ENVIRONMENT;
	}
	code = add_all(&a, &options);
	onr_store_drop(a.store);
	return code;
}

const command add_command = {"add", "code articles and store them in a database", HELP, OPTIONS, ":hj:q", run};
