/* open.h - opening and closing the packed facts.
 *
 * The file is mapped, not read; opening checks its header, its directory and the bounds of every table's parts,
 * and nothing else, so it costs far less than a millisecond. What lies inside the parts is checked whenever it
 * is looked at: a damaged or hostile file gives empty cells, never a crash. oni_facts_verify reads all of it. */
#ifndef ONI_PACK_OPEN_H
#define ONI_PACK_OPEN_H

#include "pack/facts.h"

#define ONI_FACTS_STATUSES(X) \
	X(OK, "no error") \
	X(MISSING, "there is no such file, or it cannot be read") \
	X(FOREIGN, "not a data file of this program") \
	X(VERSION, "made for another version of this program") \
	X(DAMAGED, "cut short or damaged") \
	X(BAD_ROW, "bad row in a table") \
	X(MEMORY, "out of memory")

#define X(s, t) ONI_FACTS_##s,
typedef enum oni_facts_status { ONI_FACTS_STATUSES(X) ONI_FACTS_STATUS_COUNT } oni_facts_status;
#undef X

/* What went wrong; untouched on success. */
typedef struct oni_facts_err {
	oni_facts_status status;
	uint32_t line;       /* of the table, from 1; 0 where it is not about a line */
	char where[512];     /* the file */
	char text[256];      /* one sentence without the file's name */
} oni_facts_err;

/* Maps the packed file and merges the tables of `n` lexicon directories, later ones over earlier ones.
 * NULL on failure, with *ret_err filled when it is not NULL. The result is for any number of threads. */
oni_facts *oni_facts_open(const char *path, const char *const *lexicons, size_t n, oni_facts_err *ret_err);

/* The same over bytes that the caller keeps, aligned to 8, until the facts are dropped. */
oni_facts *oni_facts_open_bytes(oni_str bytes, const char *const *lexicons, size_t n, oni_facts_err *ret_err);

/* Facts of no file at all: every table is empty (for tests). NULL when there is no memory. */
oni_facts *oni_facts_open_empty(void);

/* Reads the whole file and compares the sections' checksums: for `onrecord doctor`. */
bool oni_facts_verify(const oni_facts *facts, oni_facts_err *ret_err);

/* Gives it back. NULL is allowed. */
void oni_facts_drop(oni_facts *facts);

#endif
