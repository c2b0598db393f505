/* tell.h - what the ways of telling share: rows to bytes, filters to SQL. One thread at a time. */
#ifndef ONI_TELL_TELL_H
#define ONI_TELL_TELL_H

#include "base/buf.h"
#include "store/store.h"

/* Where what is told goes: collected, and handed on in pieces. */
typedef struct oni_out {
	onr_write *write;
	void *user;
	oni_buf buf;           /* owned */
	bool stopped;          /* the caller wants no more */
} oni_out;

/* Hands on what is collected, when it is much or `all`. */
void oni_out_flush(oni_out *out, bool all);

/* Ends it: flushes, drops, and says how it went. */
onr_status oni_out_end(oni_out *out, onr_status status, onr_err *err);

/* Steps through the statement and writes its rows in the layout; its columns are named by the statement. */
onr_status oni_tell_rows(onr_store *store, sqlite3_stmt *rows, onr_layout layout, oni_out *out, onr_err *err);

/* Appends text as one cell or line holds it: white space of any kind is a blank, other control characters are left out. */
void oni_tell_flat(oni_buf *out, oni_str text);

/* ---- filter.c ---- */

/* What a query asks of, and where it is to be found. */
typedef struct oni_subject {
	const char *name;      /* events */
	const char *view, *table, *shown; /* row_events, events, v_events: with `row`, the rows themselves, without `row` */
	const char *brief;     /* the columns of a table for people */
	const char *actor, *code; /* what --group-by means by them, …_word a number of `words`; NULL: nothing */
} oni_subject;

/* NULL with *err told, where there is no such subject. */
const oni_subject *oni_tell_subject(const char *name, onr_err *err);

/* `what` FROM the subject's view WHERE all of the query's filters hold, then `tail`; ready to step. */
onr_status oni_ask(onr_store *store, const oni_subject *subject, const onr_query *query, const char *what, const char *tail,
	sqlite3_stmt **ret_statement, onr_err *err);

/* The rows for which all of the filters hold, in order, no more than the limit. */
onr_status oni_ask_page(onr_store *store, const oni_subject *subject, const onr_query *query, const char *what, sqlite3_stmt **ret_statement,
	onr_err *err);

/* ---- suggest.c ---- */

/* The text in the first column of a query that is nearest to `wrong`, in ret_near; "" when none is near. */
void oni_suggest(onr_store *store, const char *sql, const char *wrong, char ret_near[64]);

#endif
