#include <string.h>

#include "cli.h"

#define X(name) &name##_command,
static const command *const TABLE[] = {COMMANDS(X)};
#undef X
enum { TABLE_N = sizeof TABLE / sizeof *TABLE };

static const command *find(const char *name)
{
	for (int i = 0; i < TABLE_N; i++)
		if (strcmp(name, TABLE[i]->name) == 0)
			return TABLE[i];
	return NULL;
}

static void print_overview(FILE *stream)
{
	fputs("Examples:\n"
		"  onrecord code article.txt > record.ndjson       who did what to whom, and who says so\n"
		"  onrecord code --published 2022-12-02 folder/ > records.ndjson\n"
		"  onrecord explain article.txt                    the same, for people\n"
		"\n"
		"Usage: onrecord COMMAND [OPTION]… [FILE]…\n\n", stream);
	for (int i = 0; i < TABLE_N; i++)
		fprintf(stream, "  %-10s %s\n", TABLE[i]->name, TABLE[i]->summary);
	fputs("\n`onrecord COMMAND --help` tells more of each; `onrecord --version` its version.\n", stream);
}

static int unknown_command(const char *name)
{
	const char *names[TABLE_N];
	for (int i = 0; i < TABLE_N; i++)
		names[i] = TABLE[i]->name;
	const char *near = suggestion(name, names, TABLE_N);
	if (near)
		return usage_error(NULL, "there is no command \"%s\"; did you mean \"%s\"?", name, near);
	return usage_error(NULL, "there is no command \"%s\"", name);
}

static int help(int argc, char **argv)
{
	if (argc > 2 && !find(argv[2]))
		return unknown_command(argv[2]);
	if (argc > 2)
		fputs(find(argv[2])->help, stdout);
	else
		print_overview(stdout);
	return EXIT_ALL_WELL;
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		print_overview(stderr);
		return EXIT_USAGE;
	}
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help"))
		return help(argc, argv);
	if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "version")) {
		printf("onrecord %s\n", onr_version());
		return EXIT_ALL_WELL;
	}
	const command *chosen = find(argv[1]);
	return chosen ? chosen->run(chosen, argc - 1, argv + 1) : unknown_command(argv[1]);
}
