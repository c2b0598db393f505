#include <errno.h>
#include <signal.h>
#include <string.h>

#include "cli.h"

typedef struct output {
	size_t coded, failed;
	int write_error;       /* errno, 0 none */
	const read_options *options;
	progress progress;
} output;

static void print_message(const onr_result *result)
{
	const char *name = strcmp(result->source, "-") == 0 ? "standard input" : result->source;
	const char *warning = result->status == ONR_OK ? "warning: " : "";
	if (result->line)
		fprintf(stderr, "onrecord: %s: line %zu (byte %zu): %s%s\n", name, result->line, result->at, warning, result->message);
	else
		fprintf(stderr, "onrecord: %s: %s%s\n", name, warning, result->message);
}

static int sink(void *user, const onr_result *result)
{
	output *out = user;
	progress_step(&out->progress, result->input_n);
	if (result->message[0] && !(out->options->quiet && result->status == ONR_OK)) {
		progress_clear(&out->progress);
		print_message(result);
	}
	if (result->status) {
		out->failed++;
		return out->options->strict;
	}
	out->coded++;
	if (fwrite(result->record, 1, result->record_n, stdout) == result->record_n)
		return 0;
	out->write_error = errno;
	return 1;
}

static int finish(output *out)
{
	progress_clear(&out->progress);
	if (!out->write_error && (fflush(stdout) || ferror(stdout)))
		out->write_error = errno;
	if (out->write_error) {
		fprintf(stderr, "onrecord: standard output: %s\n", strerror(out->write_error));
		return EXIT_ENVIRONMENT;
	}
	if (out->failed && out->failed + out->coded > 1)
		fprintf(stderr, "onrecord: %zu of %zu articles failed\n", out->failed, out->failed + out->coded);
	return out->failed ? EXIT_SOME_FAILED : EXIT_ALL_WELL;
}

static int run_batch(read_options *options)
{
	onr_engine *engine = NULL;
	onr_err err = {0};
	if (onr_engine_open(options->data, options->lexicon, &engine, &err)) {
		fprintf(stderr, "onrecord: %s: %s\n", err.where, err.text);
		return EXIT_ENVIRONMENT;
	}
	signal(SIGPIPE, SIG_IGN);
	output out = {.options = options};
	progress_begin(&out.progress, options);
	options->batch.sink = sink;
	options->batch.user = &out;
	onr_status status = onr_run(engine, &options->batch, &err);
	onr_engine_drop(engine);
	if (status == ONR_OK || status == ONR_STOPPED)
		return finish(&out);
	fprintf(stderr, "onrecord: %s\n", err.text);
	return status == ONR_ARGUMENT ? EXIT_USAGE : EXIT_ENVIRONMENT;
}

int read_and_write(const command *self, int argc, char **argv, onr_format format)
{
	read_options options = {.batch = {.format = format}};
	int code = take_options(self, argc, argv, &options);
	return code >= 0 ? code : run_batch(&options);
}
