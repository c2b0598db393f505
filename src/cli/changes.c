#include "asking.h"

static const struct option OPTIONS[] = {
	{"format", required_argument, NULL, 'f'},
	{"help", no_argument, NULL, 'h'},
	{"since", required_argument, NULL, ASK_SINCE},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord changes news.db --since 2024-03-01\n"
	"  onrecord changes news.db --since 2024-03-01T12:00:00Z --format json\n"
	"\n"
	"Usage: onrecord changes [OPTION]… DB\n"
	"\n"
	"  --since TIME       when the database learnt of it: a UTC time or the beginning of one\n"
	"  -f, --format F     table, json, csv or tsv (default: table)\n"
	"  -h, --help         this help\n";

static onr_status tell(onr_store *store, const asking *a, onr_write *write, void *user, onr_err *err)
{
	return onr_store_changes(store, a->query.since, a->query.layout, write, user, err);
}

static int run(const command *self, int argc, char **argv)
{
	return ask_one(self, argc, argv, tell);
}

const command changes_command = {"changes", "tell what was added, revised and corrected", HELP, OPTIONS, ":f:h", run};
