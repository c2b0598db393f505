#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

int usage_error(const command *self, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	fputs("onrecord: ", stderr);
	vfprintf(stderr, format, list);
	va_end(list);
	fprintf(stderr, "\nTry `onrecord %s%s--help`.\n", self ? self->name : "", self ? " " : "");
	return EXIT_USAGE;
}

/* "64", "512k", "64M", "2G" to bytes; false when it is none of that or 0. */
static bool take_size(const char *text, size_t *ret_bytes)
{
	char *end;
	errno = 0;
	unsigned long long n = strtoull(text, &end, 10);
	unsigned shift = 0;
	if (*end == 'k' || *end == 'K')
		shift = 10;
	else if (*end == 'M')
		shift = 20;
	else if (*end == 'G')
		shift = 30;
	if (text[0] < '0' || text[0] > '9' || errno || end[shift != 0] || n == 0 || n > ((size_t)-1 >> shift))
		return false;
	*ret_bytes = (size_t)n << shift;
	return true;
}

static bool take_threads(const char *text, unsigned *ret_threads)
{
	char *end;
	unsigned long n = strtoul(text, &end, 10);
	*ret_threads = (unsigned)n;
	return text[0] >= '0' && text[0] <= '9' && !*end && n >= 1 && n <= 256;
}

/* getopt has met what is no option of the command. */
int wrong_option(const command *self, int kind, char **argv)
{
	const char *names[64], *text = argv[optind - 1];
	int n = 0;
	if (kind == ':')
		return usage_error(self, "%s needs a value", text);
	if (strncmp(text, "--", 2) != 0)
		return usage_error(self, "`%s` has no option -%c", self->name, optopt);
	for (const struct option *o = self->options; o->name && n < 64; o++)
		names[n++] = o->name;
	char name[64];
	snprintf(name, sizeof name, "%s", text + 2);
	name[strcspn(name, "=")] = 0;
	for (const struct option *o = self->options; o->name; o++)
		if (strcmp(o->name, name) == 0)
			return usage_error(self, "--%s takes no value", name);
	const char *near = suggestion(name, names, n);
	if (near)
		return usage_error(self, "`%s` has no option --%s; did you mean --%s?", self->name, name, near);
	return usage_error(self, "`%s` has no option --%s", self->name, name);
}

/* Each --lexicon is put behind those before it, split by colons. */
static int take_lexicon(const command *self, const char *folder, read_options *options)
{
	size_t n = strlen(options->lexicons);
	int wrote = snprintf(options->lexicons + n, sizeof options->lexicons - n, "%s%s", n ? ":" : "", folder);
	if (wrote < 0 || (size_t)wrote >= sizeof options->lexicons - n)
		return usage_error(self, "--lexicon: the folders' names are too long together");
	options->lexicon = options->lexicons;
	return -1;
}

/* -1: go on; else the exit code. */
static int take_option(const command *self, int option, char **argv, read_options *options)
{
	onr_batch *batch = &options->batch;
	switch (option) {
	case OPT_DATA: options->data = optarg; break;
	case OPT_EXPLAIN: batch->format = ONR_EXPLAIN; break;
	case OPT_JSONL: batch->input = ONR_JSONL; break;
	case OPT_LEXICON: return take_lexicon(self, optarg, options);
	case OPT_NO_PLAIN: batch->leave_out |= ONR_LEAVE_OUT_PLAIN_STATEMENTS; break;
	case OPT_PRETTY: batch->format = ONR_JSON_PRETTY; break;
	case OPT_PUBLISHED: batch->published = optarg; break;
	case OPT_STRICT: options->strict = true; break;
	case OPT_TEXT: batch->input = ONR_TEXT; break;
	case OPT_TOKENS: batch->input = ONR_TOKENS; break;
	case 'q': options->quiet = true; break;
	case OPT_LIMIT:
		if (!take_size(optarg, &batch->limit))
			return usage_error(self, "--limit %s: a size is meant, like 64M", optarg);
		break;
	case 'j':
		if (!take_threads(optarg, &batch->threads))
			return usage_error(self, "--threads %s: a number from 1 to 256 is meant", optarg);
		break;
	case 'h':
		fputs(self->help, stdout);
		return EXIT_ALL_WELL;
	default:
		return wrong_option(self, option, argv);
	}
	return -1;
}

int take_options(const command *self, int argc, char **argv, read_options *options)
{
	static const char *const STANDARD[] = {"-"};
	int option, code;
	opterr = 0;
	while ((option = getopt_long(argc, argv, self->shorts, self->options, NULL)) != -1)
		if ((code = take_option(self, option, argv, options)) >= 0)
			return code;
	options->batch.paths = optind < argc ? (const char *const *)(argv + optind) : STANDARD;
	options->batch.paths_n = optind < argc ? (size_t)(argc - optind) : 1;
	return -1;
}
