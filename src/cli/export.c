#include "asking.h"

static const struct option OPTIONS[] = {
	FILTER_OPTIONS,
	{"as", required_argument, NULL, ASK_AS},
	{"data", required_argument, NULL, ASK_DATA},
	{NULL, 0, NULL, 0},
};

static const char HELP[] =
	"Examples:\n"
	"  onrecord export news.db --as petrarch2 --since 2022-12 > events.txt\n"
	"  onrecord export news.db --as ndjson > records.ndjson\n"
	"\n"
	"Usage: onrecord export [OPTION]… DB --as LAYOUT [events|statements|figures]\n"
	"\n"
	"  --as LAYOUT        ndjson: the records as onrecord code writes them\n"
	"                     petrarch2, phoenix, icews, polecat, gdelt1, gdelt2: events, columns between tabs\n"
	"                     geojson: what has a place; graphml: who did what to whom, counted;\n"
	"                     jsonld: quotations and claims in the words of schema.org;\n"
	"                     brat: texts and annotation, a tar archive; conllu: the words\n"
	"\n"
	FILTER_HELP
	"  --limit N          no more than N rows\n"
	"  --data FILE        the data file (default: $ONRECORD_DATA, or the installed one)\n"
	"  -h, --help         this help\n"
	"\n"
	"Filters combine: all must hold. Codes and names may have the wildcards * and ?.\n"
	"Exit status: 0 all well, 2 wrong usage or a name that is not there, 3 the database cannot be used.\n";

static onr_status tell(onr_store *store, const asking *a, onr_write *write, void *user, onr_err *err)
{
	onr_engine *engine = NULL;
	onr_status status = onr_engine_open(a->data, NULL, &engine, err);
	if (!status)
		status = onr_store_export(store, engine, a->as, &a->query, write, user, err);
	onr_engine_drop(engine);
	return status;
}

static int run(const command *self, int argc, char **argv)
{
	asking a = {0};
	int code = take_asking(self, argc, argv, &a);
	if (code >= 0)
		return code;
	if (a.rest_n > 1)
		return usage_error(self, "one database is meant; \"%s\" is one too many", a.rest[1]);
	a.query.what = a.rest_n ? a.rest[0] : NULL;
	if (!a.as)
		return usage_error(self, "in which layout? (--as)");
	return run_asking(self, &a, tell);
}

const command export_command = {"export", "write a database in other people's layouts", HELP, OPTIONS, ":h", run};
