#include "cli.h"

static const struct option OPTIONS[] = {
	READ_OPTIONS,
	PUBLISHED_OPTION,
	PLAIN_OPTION,
	STRICT_OPTION,
	THREADS_OPTION,
	{"explain", no_argument, NULL, OPT_EXPLAIN},
	{"pretty", no_argument, NULL, OPT_PRETTY},
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
	PUBLISHED_HELP
	"  --pretty           records over several lines, for people\n"
	"  --explain          sentence by sentence, with the reasons, for people\n"
	THREADS_HELP
	PLAIN_HELP
	STRICT_HELP
	READ_HELP
	"\n"
	"Exit status: 0 all well, 1 some article failed, 2 wrong usage, 3 no data file or no room for the output.\n";

static int run(const command *self, int argc, char **argv)
{
	return read_and_write(self, argc, argv, ONR_JSON);
}

const command code_command = {"code", "read articles, write their records", HELP, OPTIONS, ":hj:q", run};
