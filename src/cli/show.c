#include <stdlib.h>
#include <unistd.h>

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
	"  onrecord show article.txt                       the article, coloured by who says what\n"
	"  onrecord show article.txt | less                the same with numbers in brackets instead of colours\n"
	"\n"
	"Usage: onrecord show [OPTION]… [FILE]…\n"
	"\n"
	"  --published DATE   the date of articles that carry none: YYYY-MM-DD\n"
	"  --text, --jsonl    what the input is, where its name and first bytes do not tell\n"
	"  --limit SIZE       the most memory for one article: 64M unless told\n"
	"  --lexicon DIR      tables of your own that go before the packed ones\n"
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n"
	"  -q, --quiet        no progress and no warnings\n"
	"  -h, --help         this help\n"
	"\n"
	"Colours are for terminals; the environment variable NO_COLOR, set to anything, turns them off.\n";

static int run(const command *self, int argc, char **argv)
{
	const char *no = getenv("NO_COLOR");
	bool colour = isatty(STDOUT_FILENO) && !(no && no[0]);
	read_options options = {.batch = {.format = colour ? ONR_SHOW_COLOUR : ONR_SHOW}};
	int code = take_options(self, argc, argv, &options);
	return code >= 0 ? code : run_batch(&options);
}

const command show_command = {"show", "show articles in the terminal, marked by who says what", HELP, OPTIONS, ":hq", run};
