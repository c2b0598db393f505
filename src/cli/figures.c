#include "asking.h"

static const struct option OPTIONS[] = {
	FILTER_OPTIONS,
	{"disputes", no_argument, NULL, ASK_DISPUTES},
	{"svg", required_argument, NULL, ASK_SVG},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord figures news.db --measure killed --population UKRMIL\n"
	"  onrecord figures news.db --measure killed --svg killed.svg\n"
	"  onrecord figures news.db --disputes                    who contradicts whom\n"
	"\n"
	"Usage: onrecord figures [OPTION]… DB\n"
	"\n"
	"  --svg FILE         a chart: range bars by date and source, corrections struck through\n"
	"  --disputes         pairs that cannot both hold, at least one of them as the filters say\n"
	FILTER_HELP
	"  --limit N          no more than N rows\n"
	"  -f, --format F     table, json, csv or tsv (default: table)\n"
	"  -h, --help         this help\n";

static onr_status draw(onr_store *store, const asking *a, onr_write *write, void *user, onr_err *err)
{
	return onr_store_figures(store, &a->query, 1, write, user, err);
}

static onr_status tell(onr_store *store, const asking *a, onr_write *write, void *user, onr_err *err)
{
	if (a->disputes)
		return onr_store_disputes(store, &a->query, write, user, err);
	if (!a->svg)
		return onr_store_figures(store, &a->query, 0, write, user, err);
	return write_file(a->svg, store, a, draw, err);
}

static int run(const command *self, int argc, char **argv)
{
	return ask_one(self, argc, argv, tell);
}

const command figures_command = {"figures", "set competing figures side by side", HELP, OPTIONS, ":f:h", run};
