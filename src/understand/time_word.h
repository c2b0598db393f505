/* time_word.h - the time stage's view of a sentence: pieces, each with what lexicon/time_words.tsv says of it.
 *
 * A piece is a run of letters, a run of digits, or one other sign; so "mid-1990s" is mid - 1990 s and "10:35" is
 * 10 : 35, however the tokens were cut. Dotted abbreviations ("p.m.", "B.C.") are one piece, read without dots.
 * Pieces live in the article's scratch until it is rewound. */
#ifndef ONI_UNDERSTAND_TIME_WORD_H
#define ONI_UNDERSTAND_TIME_WORD_H

#include "understand/time_calendar.h"
#include "pack/facts.h"

/* X(symbol, "name in the table") */
#define ONI_TIME_CLASSES(X) \
	X(MONTH, "month") X(WEEKDAY, "weekday") X(UNIT, "unit") X(SEASON, "season") X(PART, "part") \
	X(CLOCKWORD, "clockword") X(DAY, "day") X(NIGHT, "night") X(CARDINAL, "cardinal") X(SCALE, "scale") \
	X(ORDINAL, "ordinal") X(ARTICLE, "article") X(VAGUE, "vague") X(HALF, "half") X(DECADE, "decade") \
	X(DIRECTION, "direction") X(SHIFT, "shift") X(PHASE, "phase") X(APPROX, "approx") X(VAGUEREF, "vagueref") \
	X(REFNOUN, "refnoun") X(PERIODIC, "periodic") X(EVERY, "every") X(TIMES, "times") X(MERIDIEM, "meridiem") \
	X(ERA, "era") X(ZONE, "zone") X(FISCAL, "fiscal") X(QUARTER, "quarter") X(HALFYEAR, "halfyear") \
	X(OCLOCK, "oclock") X(FILLER, "filler") X(SPAN, "span") X(TIMENOUN, "timenoun") X(HOLIDAY, "holiday") X(LEAD, "lead")

#define X(symbol, name) ONI_TW_##symbol,
typedef enum oni_time_class { ONI_TIME_CLASSES(X) ONI_TW_COUNT } oni_time_class;
#undef X

#define ONI_TW_BIT(symbol) (UINT64_C(1) << ONI_TW_##symbol)

enum { ONI_TIME_SENSES = 3 };

/* What the table says of one word; at most ONI_TIME_SENSES classes. */
typedef struct oni_time_entry {
	uint64_t classes;              /* ONI_TW_BITs */
	uint8_t n;
	struct {
		uint8_t class;
		int16_t value;         /* a number; a unit as oni_unit; a part or season as ONI_PAIR */
		oni_str flag;
	} sense[ONI_TIME_SENSES];
} oni_time_entry;

typedef enum oni_piece_kind { ONI_PIECE_SIGN, ONI_PIECE_WORD, ONI_PIECE_NUMBER } oni_piece_kind;

typedef struct oni_piece {
	uint32_t begin, end;           /* bytes of doc->text */
	const oni_time_entry *entry;   /* NULL: not in the table */
	int32_t number;                /* of digits; -1 where they are more than 9 */
	uint8_t kind;
	uint8_t digits;
	bool glued;                    /* nothing between it and the piece before */
	bool capital;
} oni_piece;

typedef struct oni_time_words oni_time_words;

/* Reads the tables for one article; lives in doc->scratch. */
oni_time_words *oni_time_words_new(const oni_facts *facts, oni_doc *doc);

typedef struct oni_pieces {
	const oni_str *text;           /* doc->text */
	oni_piece *at;                 /* [n] */
	uint32_t n, room;
	uint64_t classes;              /* all that occur */
	bool numbers;
} oni_pieces;

/* Cuts `range` into pieces, in place of those that *pieces held; its room is reused. */
void oni_cut_pieces(oni_time_words *words, oni_doc *doc, oni_range range, oni_pieces *pieces);

static inline bool oni_piece_has(const oni_piece *p, uint64_t bits)
{
	return p->entry && (p->entry->classes & bits) != 0;
}

/* The value and the flag of a piece's class; 0 and "" where it has none. */
int oni_piece_value(const oni_piece *p, oni_time_class class);
oni_str oni_piece_flag(const oni_piece *p, oni_time_class class);

/* The piece's letters are this lower-case ASCII word. */
bool oni_piece_is(const oni_pieces *pieces, uint32_t i, const char *word);

#endif
