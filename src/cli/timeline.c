#include "asking.h"

static const struct option OPTIONS[] = {
	FILTER_OPTIONS,
	{"svg", required_argument, NULL, ASK_SVG},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord timeline news.db --actor 'PER*' --since 2022-12\n"
	"  onrecord timeline news.db --svg events.svg\n"
	"\n"
	"Usage: onrecord timeline [OPTION]… DB\n"
	"\n"
	"  --svg FILE         a chart: a lane for each source\n"
	FILTER_HELP
	"  --limit N          no more than N rows\n"
	"  -f, --format F     table, json, csv or tsv (default: table)\n"
	"  -h, --help         this help\n";

static onr_status draw(onr_store *store, const asking *a, onr_write *write, void *user, onr_err *err)
{
	return onr_store_timeline(store, &a->query, 1, write, user, err);
}

static onr_status tell(onr_store *store, const asking *a, onr_write *write, void *user, onr_err *err)
{
	if (!a->svg)
		return onr_store_timeline(store, &a->query, 0, write, user, err);
	return write_file(a->svg, store, a, draw, err);
}

static int run(const command *self, int argc, char **argv)
{
	return ask_one(self, argc, argv, tell);
}

const command timeline_command = {"timeline", "tell events day by day", HELP, OPTIONS, ":f:h", run};
