#include "cli.h"

static const struct option OPTIONS[] = {
	{"data", required_argument, NULL, OPT_DATA},
	{"help", no_argument, NULL, 'h'},
	{"jsonl", no_argument, NULL, OPT_JSONL},
	{"lexicon", required_argument, NULL, OPT_LEXICON},
	{"limit", required_argument, NULL, OPT_LIMIT},
	{"published", required_argument, NULL, OPT_PUBLISHED},
	{"quiet", no_argument, NULL, 'q'},
	{"text", no_argument, NULL, OPT_TEXT},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord explain article.txt                    sentence by sentence: what was found, and why\n"
	"  echo 'Ana Ruiz will resign, the paper said.' | onrecord explain --published 2022-12-02\n"
	"\n"
	"Usage: onrecord explain [OPTION]… [FILE]…\n"
	"\n"
	"  --published DATE   the date of articles that carry none: YYYY-MM-DD\n"
	"  --text, --jsonl    what the input is, where its name and first bytes do not tell\n"
	"  --limit SIZE       the most memory for one article: 64M unless told\n"
	"  --lexicon DIR      tables of your own that go before the packed ones\n"
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n"
	"  -q, --quiet        no progress and no warnings\n"
	"  -h, --help         this help\n";

static int run(const command *self, int argc, char **argv)
{
	read_options options = {.batch = {.format = ONR_EXPLAIN}};
	int code = take_options(self, argc, argv, &options);
	return code >= 0 ? code : run_batch(&options);
}

const command explain_command = {"explain", "show what is found in each sentence, and why", HELP, OPTIONS, ":hq", run};
