/* kind.h - paragraphs before they are segments, and what kind each is. */
#ifndef ONI_SEGMENT_KIND_H
#define ONI_SEGMENT_KIND_H

#include "segment/parts.h"

enum { ONI_MOST_WORDS = 100 };

/* Is the paragraph a line of names? Surely: with an agency, an office or a town ("Ana Ruiz in Lima"). */
typedef enum oni_para_names {
	ONI_NAMES_NONE,
	ONI_NAMES_PERHAPS, /* up to four capitalised words */
	ONI_NAMES_SURE
} oni_para_names;

/* What a paragraph looks like. Counting stops at ONI_MOST_WORDS words. */
typedef struct oni_para {
	oni_range at;
	uint16_t words, capitals; /* words; those that begin with a capital letter */
	uint16_t long_words, long_capitals; /* the same of words of four bytes or more */
	bool letters, digits;     /* has any */
	bool stop;                /* ends with . ! ? … (and closing marks) */
	bool colon;               /* ends with : or ; or , */
	bool asks;                /* ends with a question mark */
	bool shouts;              /* has letters, none of them lower-case */
	bool fixed;               /* its kind is told by its own words, not by its place */
	bool opens;               /* announces what stands below it: links, a caption's words, a date */
	bool agency;              /* a credit that is an agency's name alone */
	uint8_t names;            /* oni_para_names, where no other kind is told */
	oni_segment_kind kind;
	oni_range dateline;       /* the place and agency that it opens with; empty: none */
	oni_range credit;         /* the credit that it closes with; empty: none */
} oni_para;

typedef ONI_VEC(oni_para) oni_paras;

/* Fills all but `at` and `kind` from the text. */
void oni_look_at_para(const oni_cutter *cut, oni_para *para);

/* The kind that the paragraph's own words tell: fixed, kind, dateline, credit. */
void oni_kind_by_words(const oni_cutter *cut, oni_para *para);

/* The kinds that a paragraph's place among the others tells: headline, subhead, caption, byline, links. */
void oni_kinds_by_place(oni_paras *paras);

#endif
