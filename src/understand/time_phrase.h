/* time_phrase.h - the grammar of time expressions: pieces of a sentence → what was said, not yet when that is. */
#ifndef ONI_UNDERSTAND_TIME_PHRASE_H
#define ONI_UNDERSTAND_TIME_PHRASE_H

#include "understand/time_word.h"

typedef enum oni_phrase_kind {
	ONI_PHRASE_NONE,
	ONI_PHRASE_POINT,              /* somewhere in the calendar */
	ONI_PHRASE_LENGTH,             /* DURATION */
	ONI_PHRASE_SET,
	ONI_PHRASE_REF                 /* PAST_REF, PRESENT_REF, FUTURE_REF */
} oni_phrase_kind;

/* What a point is told by. */
typedef enum oni_base {
	ONI_BASE_NONE,                 /* a time of day only */
	ONI_BASE_CALENDAR,             /* names in `moment`, perhaps without the year */
	ONI_BASE_SHIFT,                /* `count` units from the anchor: "last week", "two years ago", "today" */
	ONI_BASE_HOLIDAY               /* row of time_holidays, perhaps with a year */
} oni_base;

typedef enum oni_anchor {
	ONI_FROM_ARTICLE,              /* the day it was published */
	ONI_FROM_STORY,                /* the time that the text last spoke of */
	ONI_FROM_EITHER                /* "the year": the story's in a history, the article's in news */
} oni_anchor;

/* Which of the calendar's Fridays, Aprils, summers. */
typedef enum oni_pick { ONI_PICK_TENSE, ONI_PICK_LAST, ONI_PICK_THIS, ONI_PICK_NEXT } oni_pick;

/* A number of things: "two", "12 to 18", "several". */
typedef struct oni_amount {
	double low, high;              /* equal when it is one number; 0 when vague */
	bool vague, approximate;
} oni_amount;

typedef struct oni_phrase {
	uint32_t first, end;           /* pieces */
	oni_phrase_kind kind;
	oni_base base;
	oni_anchor anchor;
	oni_pick pick;
	oni_moment moment;
	uint8_t order_a, order_b;      /* a day and a month in unknown order ("2/12"); 0 when there is none */
	bool two_digit_year;
	bool year_shifted;             /* the year is `count` from the anchor's: "April last year" */
	bool comparison;               /* "a year earlier": at the grain of what it is compared with */
	bool of_day;                   /* carries a part of the day or a clock time */
	uint32_t holiday;              /* row */
	int32_t count;                 /* of a shift; negative for the past */
	oni_unit unit;
	oni_amount amount;             /* of a length, a vague shift, a set */
	bool half_more;                /* "and a half" */
	bool anchored;                 /* a length that ends or begins at the anchor: "the past two weeks" */
	int8_t towards;                /* -1 past, +1 coming, 0 neither: of such a length, or "two years after" */
	bool event_follows;            /* "nine months after the invasion": what it is counted from follows */
	const char *mod;               /* "" or a TIMEX3 mod */
	const char *quant;
	uint8_t times;                 /* "twice a week" */
	const char *reference;         /* of a REF */
	bool in_brackets;
	bool joined;                   /* second end of a range: takes month, year or clock half from the one before */
} oni_phrase;

typedef struct oni_phrase_reader {
	oni_pieces pieces;
	const oni_table *holidays;
	oni_arena *arena;              /* scratch */
	int32_t year_hint;             /* of the article; 0 unknown */
} oni_phrase_reader;

/* The longest expression that begins at piece i; false when there is none. */
bool oni_read_phrase(const oni_phrase_reader *r, uint32_t i, oni_phrase *ret_phrase);

/* ---- between the files of the grammar; each returns the piece behind what it read, or 0 when it read nothing ---- */

typedef uint32_t oni_phrase_rule(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);

/* The first of the rules (to the NULL) that reads a phrase of this kind; the others leave no trace. */
uint32_t oni_first_rule(oni_phrase_rule *const *rules, oni_phrase_kind kind, const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);

uint32_t oni_read_amount(const oni_phrase_reader *r, uint32_t i, oni_amount *ret_amount);
uint32_t oni_read_whole(const oni_phrase_reader *r, uint32_t i, int32_t *ret_number);
uint32_t oni_read_year(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);
uint32_t oni_read_decade(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);
uint32_t oni_read_clock(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);
uint32_t oni_read_numeric_date(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);
uint32_t oni_read_date(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);
uint32_t oni_read_length(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);
uint32_t oni_read_set(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);
uint32_t oni_read_holiday(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);

/* Small questions about piece i; safe past the end. */
static inline const oni_piece *oni_piece_at(const oni_phrase_reader *r, uint32_t i)
{
	static const oni_piece nothing;
	return i < r->pieces.n ? &r->pieces.at[i] : &nothing;
}

static inline bool oni_has(const oni_phrase_reader *r, uint32_t i, oni_time_class class)
{
	return oni_piece_has(oni_piece_at(r, i), UINT64_C(1) << class);
}

static inline int oni_value(const oni_phrase_reader *r, uint32_t i, oni_time_class class)
{
	return oni_piece_value(oni_piece_at(r, i), class);
}

static inline bool oni_flag_is(const oni_phrase_reader *r, uint32_t i, oni_time_class class, const char *flag)
{
	return oni_str_is(oni_piece_flag(oni_piece_at(r, i), class), flag);
}

static inline bool oni_is(const oni_phrase_reader *r, uint32_t i, const char *word)
{
	return oni_piece_is(&r->pieces, i, word);
}

/* One of the words in a list separated by blanks. */
bool oni_is_one(const oni_phrase_reader *r, uint32_t i, const char *words);

/* A hyphen or a dash at i. */
bool oni_is_dash(const oni_phrase_reader *r, uint32_t i);

/* Behind "'s" or a bare "'" at i; i when there is none. */
uint32_t oni_skip_possessive(const oni_phrase_reader *r, uint32_t i);

static inline bool oni_is_number(const oni_phrase_reader *r, uint32_t i)
{
	return oni_piece_at(r, i)->kind == ONI_PIECE_NUMBER;
}

static inline bool oni_glued(const oni_phrase_reader *r, uint32_t i)
{
	return oni_piece_at(r, i)->glued;
}

#endif
