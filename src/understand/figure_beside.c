/* What is counted, where only the words beside the number tell it.
 *
 * Problem: much of what news says of tolls is clipped: "19 dead and 54 injured", "dozens still missing", "up from 12", "an
 * earlier figure of 32", "four of them children". There is no noun to count and the tree says little.
 *
 * Method: the two or three words on either side of the number. A word of state or harm right behind it, with no noun
 * behind that, is what happened to them; a verb right before it that takes those harmed is too; words that compare ("up
 * from", "a figure of") count again what was counted before; "the number of missing at 63" is found by going back to the
 * noun that has a size.
 *
 * Example: "put the number of dead at 306, up from 259, with dozens still missing" → killed 306, killed 259, missing 24 or more. */
#include "understand/figure_parts.h"

enum { BACK = 30, MEANT = 3 };

static const oni_word *word_at(const oni_tree *tree, uint32_t i)
{
	return oni_tree_word(tree, i);
}

static bool is_lemma(const oni_tree *tree, uint32_t i, const char *const *list, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (oni_str_is(word_at(tree, i)->lemma, list[k]))
			return true;
	return false;
}

#define IS_LEMMA(tree, i, list) is_lemma(tree, i, list, sizeof(list) / sizeof *(list))

/* Nouns, and what leads up to one: then the word before only describes them ("54 injured miners"). */
static bool leads_to_noun(const oni_word *w)
{
	return w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_PROPN || w->upos == ONI_UPOS_DET || w->upos == ONI_UPOS_PRON
		|| w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_NUM;
}

static oni_str harm(const oni_figure_tables *t, const oni_tree *tree, uint32_t i)
{
	oni_str state = oni_measure_of(t, tree, i, "state");
	if (state.n)
		return state;
	const oni_word *w = word_at(tree, i);
	return (w->morph & ONI_MORPH_PARTICIPLE) && !oni_str_ends(w->form, "ing") ? oni_measure_of(t, tree, i, "object") : (oni_str){0};
}

static bool is_casualty(oni_str m)
{
	return oni_str_is(m, "killed") || oni_str_is(m, "wounded");
}

/* "32 killed", "dozens still missing", "10,000 are missing", "12 killed or wounded". */
static bool by_word_behind(const oni_figure_tables *t, const oni_tree *tree, const oni_quantity *q, uint32_t end, oni_counted *ret)
{
	static const char *const BETWEEN[] = {"still", "now", "confirmed", "reportedly", "feared", "seriously", "critically", "badly", "slightly",
		"be", "have", "remain", "report"};
	uint32_t i = q->end;
	for (int n = 0; n < 3 && i < end && IS_LEMMA(tree, i, BETWEEN); n++)
		i++;
	oni_str measure = i < end ? harm(t, tree, i) : (oni_str){0};
	if (!measure.n)
		return false;
	uint32_t next = i + 1;
	if (next + 1 < end && word_at(tree, next)->upos == ONI_UPOS_CCONJ) {
		oni_str other = harm(t, tree, next + 1);
		if (is_casualty(measure) && is_casualty(other) && !oni_str_eq(measure, other))
			measure = ONI_STR("killed_or_wounded");
		next += other.n ? 2 : 0;
	}
	if (next < end && leads_to_noun(word_at(tree, next)))
		return false;
	ret->measure = measure;
	ret->clause = i;
	ret->noun = ONI_NONE;
	return true;
}

static bool is_size(const oni_tree *tree, uint32_t i)
{
	static const char *const SIZES[] = {"number", "total", "tally", "count", "figure", "estimate"};
	return IS_LEMMA(tree, i, SIZES);
}

/* "to free 600", "Gunmen free 137 pupils": a verb of harm right before the number, whatever it was taken for. */
static bool by_word_before(const oni_figure_tables *t, const oni_tree *tree, const oni_quantity *q, uint32_t begin, oni_counted *ret)
{
	static const char *const TO[] = {"to", "and", "or"};
	if (q->first < begin + 2)
		return false;
	uint32_t verb = q->first - 1;
	const oni_word *w = word_at(tree, verb - 1);
	bool infinitive = IS_LEMMA(tree, verb - 1, TO), headline = (w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_PROPN) && (oni_str_ends(w->form, "s") || oni_str_ends(w->form, "men")); /* "Gunmen free 137" */
	oni_str measure = infinitive || headline ? oni_measure_of(t, tree, verb, "object") : (oni_str){0};
	if (!measure.n)
		return false;
	ret->measure = measure;
	ret->clause = verb;
	return true;
}

/* "the number of missing at 63": the measure of what has the size, behind its "of". */
static oni_str size_measure(const oni_figure_tables *t, const oni_tree *tree, uint32_t size, uint32_t end)
{
	static const char *const USES[] = {"state", "object", "noun"};
	static const char *const OF[] = {"of"};
	oni_str measure = oni_measure_of(t, tree, size, "toll");
	if (measure.n || !is_size(tree, size) || size + 1 >= end || !IS_LEMMA(tree, size + 1, OF))
		return measure;
	for (uint32_t i = size + 2; i < end && i < size + 2 + MEANT && !measure.n; i++)
		for (size_t u = 0; u < sizeof USES / sizeof *USES && !measure.n; u++)
			measure = oni_measure_of(t, tree, i, USES[u]);
	return measure;
}

/* "the number of tally sheets at 210" counts things; "that figure was amended to 49" counts again. */
static void size_of_things(const oni_tree *tree, uint32_t size, uint32_t end, oni_counted *ret)
{
	static const char *const OF[] = {"of"};
	ret->again = size + 1 >= end || !IS_LEMMA(tree, size + 1, OF);
	for (uint32_t i = size + 2; i < end && !ret->again; i++) {
		const oni_word *w = word_at(tree, i);
		if (w->upos == ONI_UPOS_NOUN && (i + 1 == end || word_at(tree, i + 1)->upos != ONI_UPOS_NOUN)) {
			ret->thing = true;
			ret->unit = w->lemma;
			return;
		}
		if (w->upos != ONI_UPOS_ADJ && w->upos != ONI_UPOS_NOUN && w->upos != ONI_UPOS_PROPN && w->upos != ONI_UPOS_VERB
			&& w->upos != ONI_UPOS_ADV)
			return;
	}
}

/* Goes back from "at 63", "to 17" to the noun whose size it is. */
static bool by_size_before(const oni_figure_tables *t, const oni_tree *tree, const oni_quantity *q, uint32_t begin, oni_counted *ret)
{
	static const char *const JOINTS[] = {"at", "to", "from", "reach", "hit", "pass", "exceed", "be", "stand"};
	if (q->first == begin || !IS_LEMMA(tree, q->first - 1, JOINTS))
		return false;
	for (uint32_t n = 2; n <= BACK && q->first >= begin + n; n++) {
		uint32_t i = q->first - n;
		if (word_at(tree, i)->upos != ONI_UPOS_NOUN)
			continue;
		oni_str measure = size_measure(t, tree, i, q->first);
		if (measure.n) {
			ret->measure = measure;
			ret->clause = i;
			return true;
		}
		if (is_size(tree, i)) {
			size_of_things(tree, i, q->first, ret);
			return false;
		}
	}
	return false;
}

/* "up from 12", "a figure of 32", "put the figure at 12": what was counted before is counted again. */
static bool counts_again(const oni_tree *tree, const oni_quantity *q, uint32_t begin)
{
	static const char *const JOINTS[] = {"of", "at", "to", "as"};
	static const char *const DIRECTIONS[] = {"up", "down", "revise"};
	static const char *const FROM[] = {"from"};
	if (q->first < begin + 2)
		return false;
	uint32_t before = q->first - 1;
	if (IS_LEMMA(tree, before, FROM))
		return IS_LEMMA(tree, before - 1, DIRECTIONS);
	if (!IS_LEMMA(tree, before, JOINTS))
		return false;
	return is_size(tree, before - 1);
}

bool oni_counted_behind(const oni_figure_tables *tables, const oni_tree *tree, const oni_quantity *quantity, uint32_t end,
	oni_counted *ret)
{
	return quantity->kind == ONI_QUANTITY_PLAIN && by_word_behind(tables, tree, quantity, end, ret);
}

void oni_counted_beside(const oni_figure_tables *tables, const oni_tree *tree, const oni_quantity *quantity, uint32_t begin,
	oni_counted *ret)
{
	if (quantity->kind != ONI_QUANTITY_PLAIN || ret->measure.n || ret->thing || by_word_before(tables, tree, quantity, begin, ret)
		|| (ret->noun != ONI_NONE && ret->noun >= quantity->end))
		return;
	if (by_size_before(tables, tree, quantity, begin, ret)) {
		ret->noun = ONI_NONE;
		return;
	}
	ret->again = ret->again || counts_again(tree, quantity, begin);
	if (ret->again)
		ret->noun = ONI_NONE;
}
