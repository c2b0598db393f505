/* asking.h - what the commands that read a database share. */
#ifndef ASKING_H
#define ASKING_H

#include "cli.h"

typedef struct asking {
	onr_query query;
	const char *database, *svg, *as, *data;
	const char *const *rest; /* [rest_n] what stands behind the database */
	int rest_n;
	bool disputes;
} asking;

/* The long options of the filters, for a command's table. */
#define FILTER_OPTIONS \
	{"actor", required_argument, NULL, ASK_ACTOR}, {"code", required_argument, NULL, ASK_CODE}, {"format", required_argument, NULL, 'f'}, \
	{"help", no_argument, NULL, 'h'}, {"limit", required_argument, NULL, ASK_LIMIT}, {"measure", required_argument, NULL, ASK_MEASURE}, \
	{"near", required_argument, NULL, ASK_NEAR}, {"place", required_argument, NULL, ASK_PLACE}, \
	{"plover", required_argument, NULL, ASK_PLOVER}, {"population", required_argument, NULL, ASK_POPULATION}, \
	{"said-by", required_argument, NULL, ASK_SAID_BY}, {"since", required_argument, NULL, ASK_SINCE}, \
	{"source", required_argument, NULL, ASK_SOURCE}, {"status", required_argument, NULL, ASK_STATUS}, \
	{"stories", no_argument, NULL, ASK_STORIES}, {"target", required_argument, NULL, ASK_TARGET}, \
	{"text", required_argument, NULL, ASK_TEXT}, {"until", required_argument, NULL, ASK_UNTIL}

#define FILTER_HELP \
	"  --actor A          code or name on either side: RUSGOV, 'RUS*', 'Ana Ruiz'\n" \
	"  --source A, --target A   on that side only (of a statement: speaker, addressee)\n" \
	"  --code C           CAMEO code: 043, '04*'\n" \
	"  --plover P         PLOVER type: CONSULT\n" \
	"  --said-by A        who said it\n" \
	"  --place P          place, first-level region or country (ISO code)\n" \
	"  --near LAT,LON,KM  not farther than that\n" \
	"  --since D, --until D     YYYY, YYYY-MM or YYYY-MM-DD, both included\n" \
	"  --status S         narrated, claimed, alleged, unconfirmed, confirmed, denied, corrected\n" \
	"  --text Q           full-text query (FTS5): bridge, '\"rescue team*\" OR flood'\n" \
	"  --measure M, --population P   of figures: killed; UKRMIL\n" \
	"  --stories          of near copies of an article, only the first\n"

enum {
	ASK_ACTOR = 512, ASK_CODE, ASK_LIMIT, ASK_MEASURE, ASK_NEAR, ASK_PLACE, ASK_PLOVER, ASK_POPULATION, ASK_SAID_BY, ASK_SINCE, ASK_SOURCE,
	ASK_STATUS, ASK_STORIES, ASK_TARGET, ASK_TEXT, ASK_UNTIL, ASK_COUNT, ASK_GROUP_BY, ASK_SVG, ASK_AS, ASK_DATA, ASK_DISPUTES
};

/* Reads the command's options, then the database's name. -1: go on; else the exit code. */
int take_asking(const command *self, int argc, char **argv, asking *ret);

typedef onr_status teller(onr_store *store, const asking *asking, onr_write *write, void *user, onr_err *err);
/* Has `tell` write to a file; on failure there is none, or the one that was there before. */
onr_status write_file(const char *path, onr_store *store, const asking *asking, teller *tell, onr_err *err);

/* Opens the database, hands it to `tell`, writes what it tells to standard output; returns the exit code. */
int run_asking(const command *self, const asking *asking, teller *tell);

/* All of it, for a command whose only argument is the database. */
int ask_one(const command *self, int argc, char **argv, teller *tell);

#endif
