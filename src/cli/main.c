#include <stdarg.h>
#include <string.h>

#include "cli.h"

#define X(name) &name##_command,
static const command *const TABLE[] = {COMMANDS(X)};
#undef X
enum { TABLE_N = sizeof TABLE / sizeof *TABLE };

static void print_overview(FILE *stream)
{
	fputs("Examples:\n"
		"  onrecord code article.txt > record.ndjson\n"
		"  onrecord code --pretty --published 2022-12-02 article.txt\n"
		"\n"
		"Usage: onrecord COMMAND [OPTION]… [FILE]…\n\n", stream);
	for (int i = 0; i < TABLE_N; i++)
		fprintf(stream, "  %-10s %s\n", TABLE[i]->name, TABLE[i]->summary);
	fputs("\n`onrecord COMMAND --help` tells more of each.\n", stream);
}

int usage_error(const char *command_name, const char *format, ...)
{
	if (format) {
		va_list list;
		va_start(list, format);
		fputs("onrecord: ", stderr);
		vfprintf(stderr, format, list);
		fputc('\n', stderr);
		va_end(list);
	}
	fprintf(stderr, "Try `onrecord%s%s --help`.\n", command_name ? " " : "", command_name ? command_name : "");
	return EXIT_USAGE;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return usage_error(NULL, "which command?");
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) {
		print_overview(stdout);
		return EXIT_ALL_WELL;
	}
	if (!strcmp(argv[1], "--version")) {
		printf("onrecord %s\n", onr_version());
		return EXIT_ALL_WELL;
	}
	for (int i = 0; i < TABLE_N; i++)
		if (!strcmp(argv[1], TABLE[i]->name))
			return TABLE[i]->run(argc - 1, argv + 1);
	return usage_error(NULL, "there is no command \"%s\"", argv[1]);
}
