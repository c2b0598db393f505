#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

typedef struct output {
	size_t coded, failed;
	int write_error;       /* errno, 0 none */
	bool quiet;
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
	if (result->message[0] && !(out->quiet && result->status == ONR_OK))
		print_message(result);
	if (result->status) {
		out->failed++;
		return 0;
	}
	out->coded++;
	if (fwrite(result->record, 1, result->record_n, stdout) == result->record_n)
		return 0;
	out->write_error = errno;
	return 1;
}

static int finish(output *out)
{
	if (!out->write_error && fflush(stdout))
		out->write_error = errno;
	if (out->write_error) {
		fprintf(stderr, "onrecord: standard output: %s, after %zu articles\n", strerror(out->write_error), out->coded);
		return EXIT_ENVIRONMENT;
	}
	if (out->failed)
		fprintf(stderr, "onrecord: %zu of %zu articles failed\n", out->failed, out->failed + out->coded);
	return out->failed ? EXIT_SOME_FAILED : EXIT_ALL_WELL;
}

int run_batch(code_options *options)
{
	onr_engine *engine = NULL;
	onr_err err = {0};
	if (onr_engine_open(options->data, options->lexicon, &engine, &err)) {
		fprintf(stderr, "onrecord: %s: %s\n", err.where, err.text);
		return EXIT_ENVIRONMENT;
	}
	signal(SIGPIPE, SIG_IGN);
	output out = {.quiet = options->quiet};
	options->batch.sink = sink;
	options->batch.user = &out;
	onr_status status = onr_run(engine, &options->batch, &err);
	onr_engine_drop(engine);
	if (status == ONR_OK || status == ONR_STOPPED)
		return finish(&out);
	fprintf(stderr, "onrecord: %s\n", err.text);
	return status == ONR_ARGUMENT ? EXIT_USAGE : EXIT_ENVIRONMENT;
}

bool parse_size(const char *text, size_t *ret_bytes)
{
	char *end;
	errno = 0;
	unsigned long long n = strtoull(text, &end, 10);
	unsigned shift = 0;
	if (*end == 'k' || *end == 'K')
		shift = 10;
	else if (*end == 'M')
		shift = 20;
	else if (*end == 'G')
		shift = 30;
	if (text[0] < '0' || text[0] > '9' || errno || end[shift != 0] || n == 0 || n > ((size_t)-1 >> shift))
		return false;
	*ret_bytes = (size_t)n << shift;
	return true;
}
