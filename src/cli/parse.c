#include "cli.h"

static const struct option OPTIONS[] = {
	READ_OPTIONS,
	THREADS_OPTION,
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
	THREADS_HELP
	READ_HELP;

static int run(const command *self, int argc, char **argv)
{
	return read_and_write(self, argc, argv, ONR_CONLLU);
}

const command parse_command = {"parse", "read text, write its words as CoNLL-U", HELP, OPTIONS, ":hj:q", run};
