/* export.h - what the ways of exporting share. A layout is a row of LAYOUTS in export.c. One thread at a time. */
#ifndef ONI_TELL_EXPORT_H
#define ONI_TELL_EXPORT_H

#include "pack/facts.h"
#include "tell/tell.h"

typedef struct oni_exporter {
	onr_store *store;
	const onr_engine *engine;
	const oni_facts *facts; /* the engine's */
	const onr_query *query;
	oni_out out;
	onr_err *err;
} oni_exporter;

/* A column: its name where the layout has a header, and what is in it as SQL over the subject's view `o`; NULL: we have no such fact, ever. */
typedef struct oni_field {
	const char *name, *sql;
} oni_field;

typedef struct oni_layout {
	const char *name, *summary;
	onr_status (*tell)(oni_exporter *exporter, const struct oni_layout *layout);
	const oni_field *fields; /* to the one without a name; NULL: `tell` knows */
	bool header;
	const char *none;      /* what is written for a value that is not known */
	const char *tail;      /* behind the filters: more conditions, groups, order */
} oni_layout;

/* ---- export.c ---- */

/* Adds " LIMIT n" where the query has a limit; a failure is told in *exporter->err. */
onr_status oni_export_ask(oni_exporter *exporter, const char *subject, const char *what, const char *tail, sqlite3_stmt **ret_rows);

/* Steps; true at a row. In *status what went wrong, told. */
bool oni_export_step(oni_exporter *exporter, sqlite3_stmt *rows, onr_status *status);

/* The cell as text, n 0 where it is null; lent until the next step. */
oni_str oni_export_cell(sqlite3_stmt *rows, int column);

/* ---- export_sql.c: functions that the columns' SQL may use ---- */
bool oni_export_functions(oni_exporter *exporter);

/* ---- export_columns.c: layouts of columns between tabs ---- */
onr_status oni_export_columns(oni_exporter *exporter, const oni_layout *layout);

/* ---- export_web.c, export_network.c ---- */
onr_status oni_export_geojson(oni_exporter *exporter, const oni_layout *layout);
onr_status oni_export_jsonld(oni_exporter *exporter, const oni_layout *layout);
onr_status oni_export_graphml(oni_exporter *exporter, const oni_layout *layout);

/* ---- export_text.c ---- */
onr_status oni_export_brat(oni_exporter *exporter, const oni_layout *layout);
onr_status oni_export_conllu(oni_exporter *exporter, const oni_layout *layout);

/* ---- export_events.c ---- */
extern const oni_field ONI_FIELDS_PETRARCH2[], ONI_FIELDS_PHOENIX[], ONI_FIELDS_ICEWS[], ONI_FIELDS_POLECAT[], ONI_FIELDS_GDELT1[],
	ONI_FIELDS_GDELT2[];
extern const char ONI_TAIL_PETRARCH2[], ONI_TAIL_PHOENIX[], ONI_TAIL_ICEWS[], ONI_TAIL_POLECAT[], ONI_TAIL_GDELT[], ONI_TAIL_NETWORK[];

#endif
