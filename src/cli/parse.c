#include "cli.h"

static const struct option OPTIONS[] = {
	{"data", required_argument, NULL, OPT_DATA},
	{"help", no_argument, NULL, 'h'},
	{"jsonl", no_argument, NULL, OPT_JSONL},
	{"lexicon", required_argument, NULL, OPT_LEXICON},
	{"limit", required_argument, NULL, OPT_LIMIT},
	{"quiet", no_argument, NULL, 'q'},
	{"text", no_argument, NULL, OPT_TEXT},
	{"threads", required_argument, NULL, 'j'},
	{"tokens", no_argument, NULL, OPT_TOKENS},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord parse article.txt                  its words and their analysis, as CoNLL-U\n"
	"  onrecord parse --tokens given.conllu        the same for given sentences and tokens\n"
	"\n"
	"Usage: onrecord parse [OPTION]… [FILE]…\n"
	"\n"
	"  --tokens           the input is CoNLL-U: its sentences and tokens are kept as they are\n"
	"  --text, --jsonl    what the input is, where its name and first bytes do not tell\n"
	"  -j, --threads N    how many articles at a time (default: the machine's cores)\n"
	"  --limit SIZE       the most memory for one article: 64M unless told\n"
	"  --lexicon DIR      tables of your own that go before the packed ones\n"
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n"
	"  -q, --quiet        no progress and no warnings\n"
	"  -h, --help         this help\n";

static int run(const command *self, int argc, char **argv)
{
	read_options options = {.batch = {.format = ONR_CONLLU}};
	int code = take_options(self, argc, argv, &options);
	return code >= 0 ? code : run_batch(&options);
}

const command parse_command = {"parse", "read text, write its words as CoNLL-U", HELP, OPTIONS, ":hj:q", run};
