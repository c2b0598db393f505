/* onrecord.h - news articles in, structured and sourced records out: the library's whole public face.
 *
 *   onr_engine *engine = NULL;
 *   onr_coder *coder = NULL;
 *   onr_err err = {0};
 *   if (onr_engine_open(NULL, NULL, &engine, &err) || onr_coder_new(engine, 0, &coder, &err)) … err.text …
 *   onr_article article = {.text = text, .text_n = strlen(text), .published = "2022-12-02"};
 *   onr_record record;
 *   if (onr_coder_code(coder, &article, ONR_JSON, &record, &err) == ONR_OK)
 *           fwrite(record.at, 1, record.n, stdout);
 *
 * The record is described in docs/record-format.md. The library holds no global state, never prints and never
 * exits. An engine is read-only once it is open and serves all threads; a coder belongs to one thread at a time.
 * Structures that you fill must be zero where you fill nothing; they keep their size, so a program goes on working with a
 * newer library. Strings are UTF-8. What a function lends stays the library's; what `new` and `open` return is yours to `drop`. */
#ifndef ONRECORD_H
#define ONRECORD_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ONR_API __attribute__((visibility("default")))
#define ONR_VERSION "0.1.0"
#define ONR_DEFAULT_LIMIT ((size_t)64 << 20)

/* ---- errors ---- */

/* X(symbol, "what it means") */
#define ONR_STATUSES(X) \
	X(OK, "all well") \
	X(MEMORY, "no memory left") \
	X(LIMIT, "over the memory limit") \
	X(READ, "cannot be read") \
	X(EMPTY, "holds no text") \
	X(BINARY, "is not text") \
	X(FORMAT, "is not well-formed") \
	X(DATA, "the data file cannot be used") \
	X(ARGUMENT, "an argument has no such value") \
	X(STOPPED, "stopped by the caller") \
	X(STORE, "the database cannot be used")

#define X(symbol, text) ONR_##symbol,
typedef enum onr_status { ONR_STATUSES(X) ONR_STATUS_COUNT } onr_status;
#undef X

/* What went wrong; untouched on success. Every function takes NULL for "no details wanted". */
typedef struct onr_err {
	onr_status status;
	char where[512];        /* the file or record; "" where there is none */
	size_t at;              /* the byte in it where that is known, else 0 */
	char text[512];         /* one line for people, without the file's name */
} onr_err;

/* The status in words; static. */
ONR_API const char *onr_status_text(onr_status status);

/* The version of the library that is running. */
ONR_API const char *onr_version(void);

/* ---- the engine: the packed facts and models ---- */

typedef struct onr_engine onr_engine;

/* Maps the data file read-only. data NULL: $ONRECORD_DATA, else beside the running program, else where it was
 * installed. lexicon NULL, or a folder of TSV tables whose rows go before the packed ones; several folders are
 * split by ':', the later go before the earlier.
 * ONR_DATA when there is no usable data file. */
ONR_API onr_status onr_engine_open(const char *data, const char *lexicon, onr_engine **ret_engine, onr_err *err);
ONR_API void onr_engine_drop(onr_engine *engine);

/* Reads all of the data file and compares its checksums: slow, for self-checks. ONR_DATA when it is damaged. */
ONR_API onr_status onr_engine_check(const onr_engine *engine, onr_err *err);

/* The data file that the engine has mapped; lent. */
ONR_API const char *onr_engine_data(const onr_engine *engine);

/* ---- one article ---- */

/* What is known of an article. NULL: unknown. */
typedef struct onr_article {
	const char *text;       /* [text_n] bytes of UTF-8; bytes that are not are read as U+FFFD */
	size_t text_n;
	const char *id;         /* NULL: the record's id is the text's SHA-256 */
	const char *source;     /* path, URL, … */
	const char *title, *publisher, *url;
	const char *language;   /* ISO 639; NULL: found from the text where it is sure. What is surely not English is not coded, but
	                         * for its sentences; "en" here has it coded in any case */
	const char *published;  /* YYYY-MM-DD, or the beginning of it */
	const void *reserved[6]; /* NULL: for what is yet to come */
} onr_article;

typedef enum onr_format {
	ONR_JSON,               /* the record, on one line */
	ONR_JSON_PRETTY,        /* the record, for people */
	ONR_CONLLU,             /* the words and their analysis */
	ONR_EXPLAIN,            /* the record with the words of the text and the reasons, for people */
	ONR_SHOW,               /* the article, marked by who says what, its events and figures beneath */
	ONR_SHOW_COLOUR         /* the same with a terminal's colours */
} onr_format;

typedef struct onr_record {
	const char *at;         /* [n] bytes, ends in a newline; lent until the coder's next call */
	size_t n;
} onr_record;

typedef struct onr_coder onr_coder;

/* limit: the most memory, in bytes, that one article's analysis may hold; 0: ONR_DEFAULT_LIMIT. The engine must
 * outlive the coder. */
ONR_API onr_status onr_coder_new(const onr_engine *engine, size_t limit, onr_coder **ret_coder, onr_err *err);
ONR_API void onr_coder_drop(onr_coder *coder);

/* What a user may want left out of the record; to be added together. */
enum {
	ONR_LEAVE_OUT_PLAIN_STATEMENTS = 1 /* events 010: somebody said something, and nothing else is told by it */
};
ONR_API void onr_coder_leave_out(onr_coder *coder, unsigned what);

/* Codes one article. ONR_LIMIT: it needs more memory than the limit; the coder remains usable. */
ONR_API onr_status onr_coder_code(onr_coder *coder, const onr_article *article, onr_format format,
	onr_record *ret_record, onr_err *err);

/* ---- many articles: files, folders, JSON lines, standard input ---- */

/* What became of one article of the input, told in input order. Everything in it is lent until the sink returns. */
typedef struct onr_result {
	onr_status status;
	const char *record;     /* [record_n] bytes; NULL where the status is not ONR_OK */
	size_t record_n;
	const char *source;     /* the file it was read from; "-" standard input */
	size_t line;            /* the line in it (JSON lines), 0: the whole file */
	size_t at;              /* the byte where that line begins */
	const char *message;    /* what is wrong, or worth a warning; "" nothing */
	size_t input_n;         /* bytes of input this article was */
	const char *input;      /* [bytes_n] the article's bytes as they were read, as `take` saw them */
	size_t bytes_n;
} onr_result;

typedef enum onr_input {
	ONR_DETECT,             /* text or JSON lines, told by name and content */
	ONR_TEXT,               /* plain text: one article a file */
	ONR_JSONL,              /* JSON lines: one article a line */
	ONR_TOKENS              /* CoNLL-U whose sentences and tokens are kept as given */
} onr_input;

typedef struct onr_batch {
	const char *const *paths; /* [paths_n] files and folders; "-" is standard input */
	size_t paths_n;
	onr_input input;
	onr_format format;
	const char *published;  /* for what carries no date of its own: YYYY-MM-DD or NULL */
	unsigned threads;       /* 0: as many as the machine has cores */
	size_t limit;           /* as for onr_coder_new */
	int (*sink)(void *user, const onr_result *result); /* called in the calling thread; not 0: stop */
	void *user;
	int (*take)(void *user, const char *bytes, size_t n); /* NULL, or asked before an article is coded: not 0: it is not */
	unsigned leave_out;     /* ONR_LEAVE_OUT_… */
	const void *reserved[4]; /* NULL: for what is yet to come */
} onr_batch;

/* Codes all that the batch names and tells the sink of each article, in input order; the records are the same
 * bytes for any number of threads. Memory does not grow with the input. An article that fails is told to the
 * sink and the next is coded. ONR_STOPPED when the sink said so. */
ONR_API onr_status onr_run(const onr_engine *engine, const onr_batch *batch, onr_err *err);

/* ---- the store: records in an SQLite database ---- */

typedef struct onr_store onr_store;

typedef enum onr_store_mode { ONR_STORE_READ, ONR_STORE_WRITE } onr_store_mode;

/* Opens a store; to write, it is made where there is no file and brought to this version's schema. ONR_STORE: the file
 * cannot be used (missing, foreign, newer, damaged, read-only, locked); err->text says why. One thread at a time. */
ONR_API onr_status onr_store_open(const char *path, onr_store_mode mode, onr_store **ret_store, onr_err *err);

/* What was added since the last commit is given up. */
ONR_API void onr_store_drop(onr_store *store);

typedef enum onr_outcome {
	ONR_ADDED,              /* the article is new */
	ONR_REVISED,            /* its id or URL was there with another text: a new revision, the old one is kept */
	ONR_COPY,               /* its text was there under another id or URL, which is noted */
	ONR_KEPT                /* it was there */
} onr_outcome;

/* Adds one record (ONR_JSON). A transaction begins where none is open, and is committed every 512 articles or every second.
 * When it fails, nothing of this article is stored; ONR_STORE may have undone all since the last commit. */
ONR_API onr_status onr_store_add(onr_store *store, const char *record, size_t n, onr_outcome *ret_outcome, onr_err *err);
ONR_API onr_status onr_store_commit(onr_store *store, onr_err *err);

/* Inputs that were coded and stored, by their bytes, so that interrupted work need not be done again. */
ONR_API int onr_store_knows(onr_store *store, const char *bytes, size_t n);
ONR_API onr_status onr_store_note(onr_store *store, const char *bytes, size_t n, onr_err *err);

/* ---- telling: what a store holds ---- */

typedef enum onr_layout {
	ONR_LAYOUT_TABLE,       /* for people: the main columns, aligned */
	ONR_LAYOUT_JSON,        /* one array, an object a line */
	ONR_LAYOUT_CSV,         /* RFC 4180, with a header */
	ONR_LAYOUT_TSV          /* with a header; tabs and line ends in values are blanks */
} onr_layout;

/* What to tell. A filter that is NULL does not filter; those that are given all hold. Codes and names may have the wildcards * and ?. */
typedef struct onr_query {
	const char *what;       /* "events", "statements", "figures", "articles" */
	const char *actor;      /* code or name: either side of an event, speaker or addressee, who a figure is of or from */
	const char *source, *target;
	const char *code, *plover;
	const char *said_by;
	const char *place;      /* name, first-level region or country */
	const char *near;       /* "LAT,LON,KM" */
	const char *since, *until; /* YYYY, YYYY-MM or YYYY-MM-DD, both included */
	const char *status;
	const char *text;       /* an FTS5 query: in a statement's content, for all else in the article's text */
	const char *measure, *population; /* of figures */
	const char *group_by;   /* NULL, "day", "month", "actor", "code": how many rows and stories of each */
	int count;              /* not 0: only how many rows, and how many stories */
	int stories;            /* not 0: of near copies, only the first article */
	size_t limit;           /* 0: all */
	onr_layout layout;
	const void *reserved[8]; /* NULL: for what is yet to come */
} onr_query;

/* Takes n bytes of what is told; not 0: no more is wanted. */
typedef int onr_write(void *user, const char *bytes, size_t n);

/* Writes the rows that the query asks for. ONR_ARGUMENT: a filter that the subject does not have, or that names what is not there. */
ONR_API onr_status onr_store_query(onr_store *store, const onr_query *query, onr_write *write, void *user, onr_err *err);

/* Figures beside one another, with who puts them forward; svg not 0: as a chart, corrections struck through. */
ONR_API onr_status onr_store_figures(onr_store *store, const onr_query *query, int svg, onr_write *write, void *user, onr_err *err);

/* Pairs of figures of one measure, population, place and time that cannot both hold, from different sources. query: measure, population
 * (exact) and layout. */
ONR_API onr_status onr_store_disputes(onr_store *store, const onr_query *query, onr_write *write, void *user, onr_err *err);

/* Events by day; ONR_LAYOUT_TABLE: for people; svg not 0: as a chart. */
ONR_API onr_status onr_store_timeline(onr_store *store, const onr_query *query, int svg, onr_write *write, void *user, onr_err *err);

/* Articles that were added, revised or met again since then (a UTC time, or the beginning of one; NULL: ever), and what revisions say anew
 * or no longer. */
ONR_API onr_status onr_store_changes(onr_store *store, const char *since, onr_layout layout, onr_write *write, void *user, onr_err *err);

/* ---- other people's layouts ---- */

/* Writes what the query's filters leave in a layout: "ndjson" (the records), "petrarch2" and others; docs/export.md tells of each.
 * query->what, ->layout, ->count and ->group_by do not count here. ONR_ARGUMENT: no such layout, or as for onr_store_query. */
ONR_API onr_status onr_store_export(onr_store *store, const onr_engine *engine, const char *layout, const onr_query *query,
	onr_write *write, void *user, onr_err *err);

#ifdef __cplusplus
}
#endif
#endif
