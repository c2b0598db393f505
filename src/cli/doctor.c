#include <stdlib.h>
#include <string.h>

#include "cli.h"

static const struct option OPTIONS[] = {
	{"data", required_argument, NULL, OPT_DATA},
	{"help", no_argument, NULL, 'h'},
	{"lexicon", required_argument, NULL, OPT_LEXICON},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord doctor                      is everything there, and does it work?\n"
	"  onrecord doctor --lexicon my-tables  are my tables well-formed?\n"
	"\n"
	"Usage: onrecord doctor [OPTION]…\n"
	"\n"
	"  --lexicon DIR      tables of your own that go before the packed ones\n"
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n"
	"  -h, --help         this help\n"
	"\n"
	"Exit status: 0 all well, 3 something is missing or damaged.\n";

static const char SAMPLE[] =
	"“We will appeal,” said Interior Minister Ana Ruiz on Monday. She told reporters that at least 12 people "
	"were killed. Germany condemned the attack in Lima.\n";

static int say(bool good, const char *what, const char *detail)
{
	printf("%-7s %s%s%s\n", good ? "ok" : "FAILED", what, detail[0] ? ": " : "", detail);
	return !good;
}

/* Whether a list of the record has anything in it. */
static bool has_any(const onr_record *record, const char *list)
{
	char wanted[64];
	int n = snprintf(wanted, sizeof wanted, "\"%s\":[{", list);
	for (size_t i = 0; i + (size_t)n <= record->n; i++)
		if (memcmp(record->at + i, wanted, (size_t)n) == 0)
			return true;
	return false;
}

static int code_sample(const onr_engine *engine)
{
	static const char *const LISTS[] = {"sentences", "entities", "places", "times", "statements", "events", "figures"};
	onr_article sample = {.text = SAMPLE, .text_n = sizeof SAMPLE - 1, .published = "2022-12-02"};
	onr_record record;
	onr_coder *coder = NULL;
	onr_err err = {0};
	int bad = 0;
	if (onr_coder_new(engine, 0, &coder, &err) || onr_coder_code(coder, &sample, ONR_JSON, &record, &err))
		bad += say(false, "a sample article", err.text);
	for (size_t i = 0; !bad && i < sizeof LISTS / sizeof *LISTS; i++)
		if (!has_any(&record, LISTS[i])) {
			bad += say(false, "a sample article has none of its", LISTS[i]);
			break;
		}
	if (!bad)
		say(true, "a sample article", "");
	onr_coder_drop(coder);
	return bad;
}

static int run(const command *self, int argc, char **argv)
{
	read_options options = {0};
	int code = take_options(self, argc, argv, &options), bad = 0;
	if (code >= 0)
		return code;
	onr_engine *engine = NULL;
	onr_err err = {0};
	say(true, "onrecord", onr_version());
	if (onr_engine_open(options.data, options.lexicon, &engine, &err)) {
		fprintf(stderr, "onrecord: %s: %s\n", err.where, err.text);
		return EXIT_ENVIRONMENT;
	}
	say(true, "data file", onr_engine_data(engine));
	if (onr_engine_check(engine, &err))
		bad += say(false, "every byte of it", err.text);
	else
		say(true, "every byte of it", "");
	bad += code_sample(engine);
	onr_engine_drop(engine);
	return bad ? EXIT_ENVIRONMENT : EXIT_ALL_WELL;
}

const command doctor_command = {"doctor", "check that everything is there and works", HELP, OPTIONS, ":h", run};
