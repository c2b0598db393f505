/* figure_parts.h - What the figure files share: quantities in the text, and what they are quantities of. */
#ifndef ONI_UNDERSTAND_FIGURE_PARTS_H
#define ONI_UNDERSTAND_FIGURE_PARTS_H

#include "pack/facts.h"
#include "understand/tree.h"

typedef enum oni_quantity_kind {
	ONI_QUANTITY_PLAIN,    /* a number of something */
	ONI_QUANTITY_MONEY,
	ONI_QUANTITY_PERCENT,
	ONI_QUANTITY_SHARE     /* "a third of": percent, if what it is a share of is counted at all */
} oni_quantity_kind;

/* A number as the text gives it, with the words that bound it. */
typedef struct oni_quantity {
	uint32_t first, end;   /* words, bounding words, money and percent signs included */
	uint32_t number, number_end; /* words of the numbers alone */
	double low, high;      /* NAN: not bounded on that side */
	oni_quantity_kind kind;
	oni_str unit;          /* money: ISO 4217 code, "" unknown */
	bool approximate;
	bool digits;           /* written in digits */
	bool vague;            /* "dozens", "hundreds": no number but an order of magnitude */
	bool bounded;          /* "at least", "about", a range */
	bool range;
	bool label;            /* a proportion, a score, "the top 1 percent": it counts nothing */
} oni_quantity;

typedef struct oni_figure_tables {
	const oni_table *numbers, *bounds, *measures, *units;
	int number_class, number_value, bound_side, bound_is, measure_use, measure_is, unit_class, unit_is;
} oni_figure_tables;

void oni_figure_tables_open(const oni_facts *facts, oni_figure_tables *ret);

/* The quantity whose number starts at word i of the sentence [begin, end), with what bounds it from the left back
 * to word `begin`. false when no number starts there. */
bool oni_read_quantity(const oni_figure_tables *tables, const oni_doc *doc, uint32_t begin, uint32_t end, uint32_t i,
	oni_quantity *ret);

/* What a quantity is of. */
typedef struct oni_counted {
	uint32_t anchor;       /* the word that stands in the sentence for the quantity: "people" of "12 people", "12" */
	uint32_t noun;         /* what is counted; ONI_NONE where only the number is said */
	uint32_t clause;       /* the verb or noun that tells what happened to them; ONI_NONE for none */
	oni_str measure;       /* "" none known */
	oni_str unit;
	bool again;            /* "the number is 14": what was counted last is counted again */
	bool thing;            /* a thing that lexicon/figure_units.tsv counts */
} oni_counted;

/* false when the number counts nothing that is a figure: a unit of length, the name of an aircraft, a clause of a law. */
bool oni_what_is_counted(const oni_figure_tables *tables, const oni_tree *tree, const oni_sentence *sentence,
	const oni_quantity *quantity, oni_counted *ret);

/* What the words right beside the number tell, where they alone do: "dozens still missing" goes before all else (true when
 * it is so), "to free 600", "the number of missing at 63", "up from 12" are asked where nothing else is known.
 * `begin`, `end`: the sentence. */
bool oni_counted_behind(const oni_figure_tables *tables, const oni_tree *tree, const oni_quantity *quantity, uint32_t end,
	oni_counted *ret);
void oni_counted_beside(const oni_figure_tables *tables, const oni_tree *tree, const oni_quantity *quantity, uint32_t begin,
	oni_counted *ret);

/* The measure that a verb or noun gives in this use ("object", "subject", "noun", "state", "of", "toll"); "" none.
 * Phrases of a verb and a word that hangs on it ("lose life", "take prisoner") go before the verb alone. */
oni_str oni_measure_of(const oni_figure_tables *tables, const oni_tree *tree, uint32_t word, const char *use);

/* killed and wounded together, where a word of the one is joined by "and" or "or" with a bare word of the other. */
oni_str oni_measure_joined(const oni_figure_tables *tables, const oni_tree *tree, uint32_t word, const char *use,
	oni_str measure);

#endif
