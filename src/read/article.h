/* article.h - from raw bytes to the article: fills what read/ owns in oni_doc. One reader for each thread. */
#ifndef ONI_READ_ARTICLE_H
#define ONI_READ_ARTICLE_H

#include "doc/doc.h"
#include "read/unit.h"

struct json_object;

/* What outlives a longjmp of the arena's guard; oni_reader_release gives it back. {0} to begin with. */
typedef struct oni_reader {
	struct json_object *held;
} oni_reader;

/* Reads the unit into doc, whose arena and scratch are set and all else zero. For CoNLL-U it fills also the segments,
 * sentences, tokens and words. published: the date for what carries none, year 0 for unknown. Text and metadata are
 * lent from the unit or lie in the arena. ret_err with status ONR_OK and a text is a warning. */
onr_status oni_read_unit(oni_reader *reader, const oni_unit *unit, oni_date published, oni_doc *doc, onr_err *ret_err);

/* The same for an article that the caller has in memory. */
onr_status oni_read_article(const onr_article *article, oni_doc *doc, onr_err *ret_err);

void oni_reader_release(oni_reader *reader);

/* ---- the readers of one kind each, for oni_read_unit ---- */
onr_status oni_read_json(oni_reader *reader, oni_str bytes, oni_str where, oni_doc *doc, onr_err *ret_err);
onr_status oni_read_conllu(oni_str bytes, oni_str where, oni_doc *doc, onr_err *ret_err);

#endif
