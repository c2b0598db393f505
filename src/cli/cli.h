/* cli.h - what the commands share. A command is a client of onrecord.h like any other program. */
#ifndef CLI_H
#define CLI_H

#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>

#include "onrecord.h"

/* Exit codes, as in onrecord(1). */
enum { EXIT_ALL_WELL = 0, EXIT_SOME_FAILED = 1, EXIT_USAGE = 2, EXIT_ENVIRONMENT = 3 };

typedef struct command {
	const char *name, *summary;
	const char *help;      /* examples first, then the options */
	const struct option *options; /* to the one without a name */
	const char *shorts;    /* for getopt */
	int (*run)(const struct command *command, int argc, char **argv); /* argv[0] is the command's name */
} command;

/* X(name): there is a `const command name_command` in name.c */
#define COMMANDS(X) X(code) X(add) X(query) X(figures) X(timeline) X(changes) X(export) X(explain) X(show) X(parse) X(doctor)
#define X(name) extern const command name##_command;
COMMANDS(X)
#undef X

/* ---- options.c ---- */

/* Prints "onrecord: …" (format NULL: nothing) and a hint to --help on standard error; returns EXIT_USAGE. */
int usage_error(const command *self, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Tells what is wrong with the option that getopt has just refused; returns EXIT_USAGE. */
int wrong_option(const command *self, int kind, char **argv);

typedef struct read_options {
	onr_batch batch;
	const char *data, *lexicon;    /* NULL: not told */
	char lexicons[4096];           /* the folders of --lexicon, split by colons */
	bool quiet, strict;
} read_options;

/* What every command that reads articles may be told: the long options for its table, and the end of its help. */
#define READ_OPTIONS \
	{"data", required_argument, NULL, OPT_DATA}, {"help", no_argument, NULL, 'h'}, {"jsonl", no_argument, NULL, OPT_JSONL}, \
	{"lexicon", required_argument, NULL, OPT_LEXICON}, {"limit", required_argument, NULL, OPT_LIMIT}, \
	{"quiet", no_argument, NULL, 'q'}, {"text", no_argument, NULL, OPT_TEXT}

#define READ_HELP \
	"  --text, --jsonl    what the input is, where its name and first bytes do not tell\n" \
	"  --limit SIZE       the most memory for one article: 64M unless told\n" \
	"  --lexicon DIR      tables of your own that go before the packed ones\n" \
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n" \
	"  -q, --quiet        failures alone: no progress, no warnings, no count\n" \
	"  -h, --help         this help\n"

/* Of those, what some have besides. */
#define PUBLISHED_OPTION {"published", required_argument, NULL, OPT_PUBLISHED}
#define PUBLISHED_HELP "  --published DATE   the date of articles that carry none: YYYY-MM-DD\n"
#define PLAIN_OPTION {"no-plain-statements", no_argument, NULL, OPT_NO_PLAIN}
#define PLAIN_HELP "  --no-plain-statements  no event 010 for what was only said\n"
#define STRICT_OPTION {"strict", no_argument, NULL, OPT_STRICT}
#define STRICT_HELP "  --strict           stop at the first article that fails\n"
#define THREADS_OPTION {"threads", required_argument, NULL, 'j'}
#define THREADS_HELP "  -j, --threads N    how many articles at a time (default: the machine's cores)\n"

enum {
	OPT_DATA = 256, OPT_EXPLAIN, OPT_JSONL, OPT_LEXICON, OPT_LIMIT, OPT_NO_PLAIN, OPT_PRETTY, OPT_PUBLISHED, OPT_STRICT, OPT_TEXT, OPT_TOKENS
};

/* Reads the command's options, then its files ("-" where there are none). -1: go on; else the exit code. */
int take_options(const command *self, int argc, char **argv, read_options *options);

/* ---- suggest.c ---- */

/* The one of the names that `wrong` is likely meant to be, NULL when none is near. */
const char *suggestion(const char *wrong, const char *const *names, int n);

/* ---- output.c ---- */

/* Takes the command's options and files; what they hold goes to standard output, in this format where the options name no
 * other, messages to standard error. Returns the exit code. */
int read_and_write(const command *self, int argc, char **argv, onr_format format);

/* ---- progress.c ---- */

/* A line on standard error that tells how far it is, where that is a terminal and standard output is none. */
typedef struct progress {
	bool on, shown;
	double began, told;    /* seconds */
	size_t articles, bytes, total; /* total 0: unknown */
} progress;

void progress_begin(progress *p, const read_options *options);
void progress_step(progress *p, size_t bytes);

/* Takes the line away; before a message, and at the end. */
void progress_clear(progress *p);

#endif
