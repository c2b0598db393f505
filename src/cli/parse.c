#include <getopt.h>

#include "cli.h"

enum { OPT_DATA = 256, OPT_TOKENS };

static const struct option OPTIONS[] = {
	{"data", required_argument, NULL, OPT_DATA},
	{"help", no_argument, NULL, 'h'},
	{"quiet", no_argument, NULL, 'q'},
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
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n"
	"  -q, --quiet        no warnings\n"
	"  -h, --help         this help\n";

static int run(int argc, char **argv)
{
	static const char *const STANDARD[] = {"-"};
	code_options options = {.batch = {.format = ONR_CONLLU}};
	int option;
	while ((option = getopt_long(argc, argv, "hq", OPTIONS, NULL)) != -1)
		switch (option) {
		case OPT_DATA: options.data = optarg; break;
		case OPT_TOKENS: options.batch.input = ONR_TOKENS; break;
		case 'q': options.quiet = true; break;
		case 'h': fputs(HELP, stdout); return EXIT_ALL_WELL;
		default: return usage_error("parse", NULL);
		}
	options.batch.paths = optind < argc ? (const char *const *)(argv + optind) : STANDARD;
	options.batch.paths_n = optind < argc ? (size_t)(argc - optind) : 1;
	return run_batch(&options);
}

const command parse_command = {"parse", "read text, write its words as CoNLL-U", HELP, run};
