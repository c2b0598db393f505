/* table.h - how the lists of the record lie in the tables of the store: one table drives storing and writing back. */
#ifndef ONI_STORE_TABLE_H
#define ONI_STORE_TABLE_H

#include "base/str.h"

/* How a member of the record is kept in its column. */
typedef enum oni_form {
	ONI_FORM_TEXT,         /* as it is */
	ONI_FORM_WORD,         /* the number of a string in `words` */
	ONI_FORM_INT,
	ONI_FORM_REAL,
	ONI_FORM_BOOL,
	ONI_FORM_REF,          /* "e3" as 3, by the letter */
	ONI_FORM_ANYREF,       /* "f6" as text: letters of several kinds */
	ONI_FORM_LENGTH,       /* an end as what it is behind the column before it */
	ONI_FORM_REFS,         /* ["e1","e4"] as the list 1, 4 (pack.h) */
	ONI_FORM_SPANS,        /* [{begin,end}, …] as the list begin, length, … */
	ONI_FORM_MENTIONS,     /* [{begin,end,form or kind}, …] as the list begin, length, word, … */
	ONI_FORM_JSON,         /* a list as a word, NULL for [] */
	ONI_FORM_PACKED,       /* a string with marks for fragments (pack.h) */
	ONI_FORM_PACKED_JSON,  /* the same of a list, NULL for [] */
	ONI_FORM_SLICE,        /* not kept: the text from begin to end */
	ONI_FORM_APART         /* not kept here */
} oni_form;

typedef struct oni_column {
	const char *column;    /* NULL for what is not kept */
	const char *object;    /* the object that the member is in, NULL: the element itself */
	const char *member;
	oni_form form;
	char letter;           /* of references */
	bool optional;         /* left out where it is null */
	const char *third;     /* of mentions: the name of the third member */
	bool shared;           /* in the row of the list's dictionary */
	int also;              /* the place in the list `also`, from 1 on, kept one greater; 0: a column of its own */
} oni_column;

enum { ONI_COLUMNS_MOST = 24, ONI_ALSO_MOST = 6, ONI_TABLE_COUNT = 7 };

typedef struct oni_list {
	const char *table, *name; /* in the store, in the record */
	char letter;           /* of its ids; 0 none */
	bool hashed;           /* it has a column `id`: what it says as a number that never changes meaning */
	const char *kinds, *kind; /* its dictionary and the column that has the number in it; NULL: none */
	oni_column columns[ONI_COLUMNS_MOST]; /* to the one without a member */
} oni_list;

static inline bool oni_column_in_row(const oni_column *c)
{
	return c->column && !c->shared && !c->also;
}

extern const oni_list ONI_LISTS[ONI_TABLE_COUNT];
extern const oni_column ONI_ARTICLE_COLUMNS[]; /* of the record itself, to the one without a member */

#endif
