#include "cli.h"

static const struct option OPTIONS[] = {
	{"data", required_argument, NULL, OPT_DATA},
	{"explain", no_argument, NULL, OPT_EXPLAIN},
	{"help", no_argument, NULL, 'h'},
	{"jsonl", no_argument, NULL, OPT_JSONL},
	{"lexicon", required_argument, NULL, OPT_LEXICON},
	{"limit", required_argument, NULL, OPT_LIMIT},
	{"pretty", no_argument, NULL, OPT_PRETTY},
	{"published", required_argument, NULL, OPT_PUBLISHED},
	{"quiet", no_argument, NULL, 'q'},
	{"strict", no_argument, NULL, OPT_STRICT},
	{"text", no_argument, NULL, OPT_TEXT},
	{"threads", required_argument, NULL, 'j'},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord code article.txt                       one article, one JSON record\n"
	"  onrecord code --published 2022-12-02 a.txt b.txt\n"
	"  onrecord code articles.jsonl > records.ndjson   one article a line: {\"id\": …, \"text\": …}\n"
	"  onrecord code folder/                           every file below it\n"
	"  cat article.txt | onrecord code --pretty        standard input, for people\n"
	"\n"
	"Usage: onrecord code [OPTION]… [FILE]…\n"
	"\n"
	"  --published DATE   the date of articles that carry none: YYYY-MM-DD\n"
	"  --pretty           records over several lines, for people\n"
	"  --explain          sentence by sentence, with the reasons, for people\n"
	"  --text, --jsonl    what the input is, where its name and first bytes do not tell\n"
	"  -j, --threads N    how many articles at a time (default: the machine's cores)\n"
	"  --limit SIZE       the most memory for one article: 64M unless told\n"
	"  --strict           stop at the first article that fails\n"
	"  --lexicon DIR      tables of your own that go before the packed ones\n"
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n"
	"  -q, --quiet        no progress and no warnings\n"
	"  -h, --help         this help\n"
	"\n"
	"Exit status: 0 all well, 1 some article failed, 2 wrong usage, 3 no data file or no room for the output.\n";

static int run(const command *self, int argc, char **argv)
{
	read_options options = {0};
	int code = take_options(self, argc, argv, &options);
	return code >= 0 ? code : run_batch(&options);
}

const command code_command = {"code", "read articles, write their records", HELP, OPTIONS, ":hj:q", run};
