#include "cli.h"

static const struct option OPTIONS[] = {
	READ_OPTIONS,
	PUBLISHED_OPTION,
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord explain article.txt                    sentence by sentence: what was found, and why\n"
	"  echo 'Ana Ruiz will resign, the paper said.' | onrecord explain --published 2022-12-02\n"
	"\n"
	"Usage: onrecord explain [OPTION]… [FILE]…\n"
	"\n"
	PUBLISHED_HELP
	READ_HELP;

static int run(const command *self, int argc, char **argv)
{
	return read_and_write(self, argc, argv, ONR_EXPLAIN);
}

const command explain_command = {"explain", "show what is found in each sentence, and why", HELP, OPTIONS, ":hq", run};
