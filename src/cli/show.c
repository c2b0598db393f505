#include <stdlib.h>
#include <unistd.h>

#include "cli.h"

static const struct option OPTIONS[] = {
	READ_OPTIONS,
	PUBLISHED_OPTION,
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord show article.txt                       the article, coloured by who says what\n"
	"  onrecord show article.txt | less                the same with numbers in brackets instead of colours\n"
	"\n"
	"Usage: onrecord show [OPTION]… [FILE]…\n"
	"\n"
	PUBLISHED_HELP
	READ_HELP
	"\n"
	"Colours are for terminals; the environment variable NO_COLOR, set to anything, turns them off.\n";

static int run(const command *self, int argc, char **argv)
{
	const char *no = getenv("NO_COLOR");
	bool colour = isatty(STDOUT_FILENO) && !(no && no[0]);
	return read_and_write(self, argc, argv, colour ? ONR_SHOW_COLOUR : ONR_SHOW);
}

const command show_command = {"show", "show articles in the terminal, marked by who says what", HELP, OPTIONS, ":hq", run};
