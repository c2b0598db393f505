#include "asking.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* The field of the query that an option fills; NULL: none. */
static const char **field_of(onr_query *q, int option)
{
	switch (option) {
	case ASK_ACTOR: return &q->actor;
	case ASK_CODE: return &q->code;
	case ASK_MEASURE: return &q->measure;
	case ASK_NEAR: return &q->near;
	case ASK_PLACE: return &q->place;
	case ASK_PLOVER: return &q->plover;
	case ASK_POPULATION: return &q->population;
	case ASK_SAID_BY: return &q->said_by;
	case ASK_SINCE: return &q->since;
	case ASK_SOURCE: return &q->source;
	case ASK_STATUS: return &q->status;
	case ASK_TARGET: return &q->target;
	case ASK_TEXT: return &q->text;
	case ASK_UNTIL: return &q->until;
	case ASK_GROUP_BY: return &q->group_by;
	default: return NULL;
	}
}

static int take_layout(const command *self, const char *name, onr_layout *ret)
{
	static const char *const NAMES[] = {"table", "json", "csv", "tsv"};
	for (int i = 0; i < 4; i++)
		if (strcmp(name, NAMES[i]) == 0) {
			*ret = (onr_layout)i;
			return -1;
		}
	return usage_error(self, "--format %s: table, json, csv or tsv is meant", name);
}

static int take_limit(const command *self, const char *text, size_t *ret)
{
	char *end;
	errno = 0;
	unsigned long long n = strtoull(text, &end, 10);
	if (text[0] < '0' || text[0] > '9' || *end || errno || !n)
		return usage_error(self, "--limit %s: a number from 1 on is meant", text);
	*ret = (size_t)n;
	return -1;
}

static int take(const command *self, int option, char **argv, asking *a)
{
	const char **field = field_of(&a->query, option);
	if (field) {
		*field = optarg;
		return -1;
	}
	switch (option) {
	case ASK_LIMIT: return take_limit(self, optarg, &a->query.limit);
	case ASK_COUNT: a->query.count = 1; return -1;
	case ASK_DISPUTES: a->disputes = true; return -1;
	case ASK_STORIES: a->query.stories = 1; return -1;
	case ASK_SVG: a->svg = optarg; return -1;
	case ASK_AS: a->as = optarg; return -1;
	case ASK_DATA: a->data = optarg; return -1;
	case 'f': return take_layout(self, optarg, &a->query.layout);
	case 'h':
		fputs(self->help, stdout);
		return EXIT_ALL_WELL;
	default: return wrong_option(self, option, argv);
	}
}

int take_asking(const command *self, int argc, char **argv, asking *a)
{
	int option, code;
	opterr = 0;
	while ((option = getopt_long(argc, argv, self->shorts, self->options, NULL)) != -1)
		if ((code = take(self, option, argv, a)) >= 0)
			return code;
	if (optind == argc)
		return usage_error(self, "which database?");
	a->database = argv[optind];
	a->rest = (const char *const *)argv + optind + 1;
	a->rest_n = argc - optind - 1;
	return -1;
}

static int write_out(void *user, const char *bytes, size_t n)
{
	int *problem = user;
	if (fwrite(bytes, 1, n, stdout) == n)
		return 0;
	*problem = errno;
	return 1;
}

static int write_stream(void *user, const char *bytes, size_t n)
{
	return fwrite(bytes, 1, n, user) != n;
}

onr_status write_file(const char *path, onr_store *store, const asking *a, teller *tell, onr_err *err)
{
	char part[4096];
	snprintf(part, sizeof part, "%s.part", path);
	FILE *file = fopen(part, "wb");
	onr_status status = file ? tell(store, a, write_stream, file, err) : ONR_OK;
	bool good = file && !ferror(file);
	good = file && !fclose(file) && good;
	if (good && !status && rename(part, path) == 0)
		return ONR_OK;
	if (!good || !status) {
		snprintf(err->where, sizeof err->where, "%s", path);
		snprintf(err->text, sizeof err->text, "%s", strerror(errno));
		status = ONR_STOPPED;
	}
	remove(part);
	return status;
}

int run_asking(const command *self, const asking *a, teller *tell)
{
	onr_store *store = NULL;
	onr_err err = {0};
	int problem = 0;
	signal(SIGPIPE, SIG_IGN);
	onr_status status = onr_store_open(a->database, ONR_STORE_READ, &store, &err);
	if (!status)
		status = tell(store, a, write_out, &problem, &err);
	onr_store_drop(store);
	if (!problem && fflush(stdout))
		problem = errno;
	if (problem == EPIPE) /* whoever reads has enough: `… | head` */
		return EXIT_ALL_WELL;
	if (problem) {
		fprintf(stderr, "onrecord: standard output: %s\n", strerror(problem));
		return EXIT_ENVIRONMENT;
	}
	if (!status)
		return EXIT_ALL_WELL;
	if (status == ONR_ARGUMENT)
		return usage_error(self, "%s", err.text);
	fprintf(stderr, "onrecord: %s: %s\n", err.where[0] ? err.where : a->database, err.text);
	return EXIT_ENVIRONMENT;
}

int ask_one(const command *self, int argc, char **argv, teller *tell)
{
	asking a = {0};
	int code = take_asking(self, argc, argv, &a);
	if (code >= 0)
		return code;
	if (a.rest_n)
		return usage_error(self, "\"%s\": one database is meant", a.rest[0]);
	return run_asking(self, &a, tell);
}
