#include "asking.h"

static const struct option OPTIONS[] = {
	FILTER_OPTIONS,
	{"count", no_argument, NULL, ASK_COUNT},
	{"group-by", required_argument, NULL, ASK_GROUP_BY},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord query news.db events --source 'RUS*' --code '04*' --since 2022-12\n"
	"  onrecord query news.db statements --said-by PERGOV --text 'bridge OR river'\n"
	"  onrecord query news.db figures --measure killed --format csv > killed.csv\n"
	"  onrecord query news.db events --group-by month\n"
	"\n"
	"Usage: onrecord query [OPTION]… DB events|statements|figures|articles\n"
	"\n"
	FILTER_HELP
	"  --group-by G       how many of each day, month, actor or code, and of how many stories\n"
	"  --count            how many, and of how many stories\n"
	"  --limit N          no more than N rows\n"
	"  -f, --format F     table, json, csv or tsv (default: table)\n"
	"  -h, --help         this help\n"
	"\n"
	"Filters combine: all must hold. Codes and names may have the wildcards * and ?;\n"
	"in small letters they are without case: rus* is RUSGOV and Russia, RUS* is codes.\n"
	"Exit status: 0 all well, 2 wrong usage or a name that is not there, 3 the database cannot be used.\n";

static onr_status tell(onr_store *store, const asking *a, onr_write *write, void *user, onr_err *err)
{
	return onr_store_query(store, &a->query, write, user, err);
}

static int run(const command *self, int argc, char **argv)
{
	asking a = {0};
	int code = take_asking(self, argc, argv, &a);
	if (code >= 0)
		return code;
	if (a.rest_n != 1)
		return usage_error(self, "one of events, statements, figures, articles is meant behind the database");
	a.query.what = a.rest[0];
	return run_asking(self, &a, tell);
}

const command query_command = {"query", "find events, statements, figures and articles in a database", HELP, OPTIONS, ":f:h", run};
