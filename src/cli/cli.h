/* cli.h - what the commands share. A command is a client of onrecord.h like any other program. */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "onrecord.h"

/* Exit codes, as in onrecord(1). */
enum { EXIT_ALL_WELL = 0, EXIT_SOME_FAILED = 1, EXIT_USAGE = 2, EXIT_ENVIRONMENT = 3 };

typedef struct command {
	const char *name, *summary;
	const char *help;      /* examples first, then the options */
	int (*run)(int argc, char **argv); /* argv[0] is the command's name */
} command;

/* X(name): there is a `const command name_command` in name.c */
#define COMMANDS(X) X(code) X(parse)
#define X(name) extern const command name##_command;
COMMANDS(X)
#undef X

/* Prints "onrecord: …" and a hint to --help on standard error; returns EXIT_USAGE. */
int usage_error(const char *command_name, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- output.c: articles to standard output ---- */

typedef struct code_options {
	onr_batch batch;
	const char *data, *lexicon;
	bool quiet;
} code_options;

/* Runs the batch, records to standard output, messages to standard error; returns the exit code. */
int run_batch(code_options *options);

/* "64", "512k", "64M", "2G" → bytes; false when it is none of that or 0. */
bool parse_size(const char *text, size_t *ret_bytes);

#endif
