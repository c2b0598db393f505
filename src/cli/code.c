#include <getopt.h>
#include <stdlib.h>

#include "cli.h"

enum { OPT_DATA = 256, OPT_LEXICON, OPT_LIMIT, OPT_PRETTY, OPT_PUBLISHED, OPT_QUIET, OPT_TEXT, OPT_JSONL };

static const struct option OPTIONS[] = {
	{"data", required_argument, NULL, OPT_DATA},
	{"help", no_argument, NULL, 'h'},
	{"jsonl", no_argument, NULL, OPT_JSONL},
	{"lexicon", required_argument, NULL, OPT_LEXICON},
	{"limit", required_argument, NULL, OPT_LIMIT},
	{"pretty", no_argument, NULL, OPT_PRETTY},
	{"published", required_argument, NULL, OPT_PUBLISHED},
	{"quiet", no_argument, NULL, 'q'},
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
	"  --text, --jsonl    what the input is, where its name and first bytes do not tell\n"
	"  -j, --threads N    how many articles at a time (default: the machine's cores)\n"
	"  --limit SIZE       the most memory for one article: 64M unless told\n"
	"  --lexicon DIR      tables of your own that go before the packed ones\n"
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n"
	"  -q, --quiet        no progress and no warnings\n"
	"  -h, --help         this help\n"
	"\n"
	"Exit status: 0 all well, 1 some article failed, 2 wrong usage, 3 no data file or no room for the output.\n";

static bool take_threads(const char *text, unsigned *ret_threads)
{
	char *end;
	unsigned long n = strtoul(text, &end, 10);
	*ret_threads = (unsigned)n;
	return text[0] >= '0' && text[0] <= '9' && !*end && n >= 1 && n <= 256;
}

/* -1: go on; else the exit code. */
static int take_option(int option, code_options *options)
{
	onr_batch *batch = &options->batch;
	switch (option) {
	case OPT_DATA: options->data = optarg; break;
	case OPT_LEXICON: options->lexicon = optarg; break;
	case OPT_PRETTY: batch->format = ONR_JSON_PRETTY; break;
	case OPT_PUBLISHED: batch->published = optarg; break;
	case OPT_TEXT: batch->input = ONR_TEXT; break;
	case OPT_JSONL: batch->input = ONR_JSONL; break;
	case 'q': options->quiet = true; break;
	case OPT_LIMIT:
		if (!parse_size(optarg, &batch->limit))
			return usage_error("code", "--limit %s: a size is meant, like 64M", optarg);
		break;
	case 'j':
		if (!take_threads(optarg, &batch->threads))
			return usage_error("code", "--threads %s: a number from 1 to 256 is meant", optarg);
		break;
	case 'h':
		fputs(HELP, stdout);
		return EXIT_ALL_WELL;
	default:
		return usage_error("code", NULL);
	}
	return -1;
}

static int run(int argc, char **argv)
{
	static const char *const STANDARD[] = {"-"};
	code_options options = {0};
	int option, code;
	while ((option = getopt_long(argc, argv, "hj:q", OPTIONS, NULL)) != -1)
		if ((code = take_option(option, &options)) >= 0)
			return code;
	options.batch.paths = optind < argc ? (const char *const *)(argv + optind) : STANDARD;
	options.batch.paths_n = optind < argc ? (size_t)(argc - optind) : 1;
	return run_batch(&options);
}

const command code_command = {"code", "read articles, write their records", HELP, run};
