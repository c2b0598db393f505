/* Figures that a sentence revises: "cut the toll to 19 after earlier reports of 32", "17 dead, up from 12", "the correct
 * number is 19".
 *
 * Of the figures of one measure in a sentence the old one stands behind "from", or behind a word like "earlier" or
 * "initial"; the new one is the other. Where the sentence has a verb of revision or lowers a count of the dead, who do not come
 * back to life, the new one corrects the old; where a count only moves on, it supersedes it. A sentence of revision that has only
 * the new one revises the last figure told before it that counts the same.
 *
 * Of claims without a number: what "turned out to be false" is corrected; figures that "could not be reconciled" dispute each other.
 *
 * Example: "The ministry revised the toll to 19." behind "The governor said 32 people were killed." → 19 corrects 32. */
#include "understand/link_parts.h"

enum { BESIDE = 5, FIGURES_BACK = 24, SENTENCES_BACK = 8, MOST_REFUTED = 100 };

static const oni_word *word_at(const oni_linker *k, uint32_t i)
{
	return &k->doc->words.at[i];
}

static bool has_role(const oni_linker *k, uint32_t word, uint32_t roles)
{
	return word != ONI_NONE && (k->roles[word] & roles) != 0;
}

/* "from 32", "an earlier figure of 32", "initial reports of 32 killed". */
static bool is_old(const oni_linker *k, const oni_figure *f)
{
	uint32_t first = k->doc->sentences.at[f->sentence].first, at = oni_word_from(k->doc, f->at.begin);
	if (oni_figure_has_case(k, f, "from") || oni_is_told_before(k, f)) /* "which had put it at 19" */
		return true;
	for (uint32_t n = 1; n <= BESIDE && at >= first + n; n++) {
		if (has_role(k, at - n, ONI_LW(EARLIER)))
			return n == 1 || word_at(k, at - n)->upos == ONI_UPOS_ADJ;
		if (word_at(k, at - n)->upos == ONI_UPOS_PUNCT || word_at(k, at - n)->upos == ONI_UPOS_NUM)
			break;
	}
	return at > first && oni_str_is(word_at(k, at - 1)->lemma, "from");
}

/* "up from 12" is 1, "down from 20" is -1, else 0. */
static int direction(const oni_linker *k, const oni_figure *f)
{
	uint32_t first = k->doc->sentences.at[f->sentence].first, at = oni_word_from(k->doc, f->at.begin);
	if (at < first + 2 || !oni_str_is(word_at(k, at - 1)->lemma, "from"))
		return 0;
	return oni_str_is(word_at(k, at - 2)->lemma, "up") ? 1 : oni_str_is(word_at(k, at - 2)->lemma, "down") ? -1 : 0;
}

/* What the sentence does to a number: ONI_LW(REVISE) or CORRECT of a verb, LOWER of one that takes a number, "the
 * correct figure"; 0 nothing. */
static uint32_t revision_in(const oni_linker *k, const oni_sentence *s)
{
	for (uint32_t i = s->first; i < s->end && i < s->first + 200; i++) {
		const oni_word *w = word_at(k, i);
		uint32_t noun = oni_tree_child(&k->tree, i, ONI_REL_OBJ);
		if (noun == ONI_NONE)
			noun = oni_tree_child(&k->tree, i, ONI_REL_NSUBJ_PASS);
		bool verb = w->upos == ONI_UPOS_VERB, number = has_role(k, noun, ONI_LW(NUMBER));
		if (verb && has_role(k, i, ONI_LW(LOWER)) && number)
			return ONI_LW(LOWER);
		if (verb && has_role(k, i, ONI_LW(REVISE)))
			return ONI_LW(REVISE);
		if (verb && has_role(k, i, ONI_LW(CORRECT)) && number)
			return ONI_LW(CORRECT);
		if (w->upos == ONI_UPOS_ADJ && oni_str_is(w->lemma, "correct") && has_role(k, w->head, ONI_LW(NUMBER)))
			return ONI_LW(CORRECT);
	}
	return 0;
}

bool oni_revises(const oni_linker *k, const oni_figure *figure)
{
	return (revision_in(k, &k->doc->sentences.at[figure->sentence]) & (ONI_LW(REVISE) | ONI_LW(CORRECT))) != 0;
}

static bool is_counted(const oni_figure *f)
{
	return oni_str_is(f->unit, "people") && f->part_of == ONI_NONE;
}

static bool is_casualty_total(oni_str measure)
{
	return oni_is_casualty(measure) || oni_str_is(measure, "missing");
}

static void revise(oni_linker *k, uint32_t fresh, uint32_t old, bool corrects)
{
	oni_link link = oni_link_new(corrects ? ONI_LINK_CORRECTS : ONI_LINK_SUPERSEDES);
	const oni_figure *a = &k->doc->figures.at[fresh], *b = &k->doc->figures.at[old];
	if (oni_figures_equal(a, b) || (a->low == b->low && a->sentence != b->sentence)) /* "at least 11" of "11" */
		return;
	link.from = fresh;
	link.to = old;
	link.said_by = k->doc->figures.at[fresh].said_by;
	oni_link_add(k, link);
}

/* The last figure before this one that counts the same and is another number. */
static uint32_t told_before(const oni_linker *k, uint32_t figure)
{
	const oni_figure *f = &k->doc->figures.at[figure];
	for (uint32_t i = figure; i-- > 0 && i + FIGURES_BACK > figure;) {
		const oni_figure *g = &k->doc->figures.at[i];
		if (g->sentence + SENTENCES_BACK < f->sentence)
			break;
		if (g->sentence != f->sentence && is_counted(g) && oni_figures_alike(k->doc, g, f, false) && !oni_figures_equal(g, f))
			return i;
	}
	return ONI_NONE;
}

/* The figure of the sentence nearest to this one that counts the same and is not old itself. */
static uint32_t fresh_beside(const oni_linker *k, uint32_t old, uint32_t begin, uint32_t end)
{
	uint32_t best = ONI_NONE, least = UINT32_MAX;
	for (uint32_t i = begin; i < end; i++) {
		const oni_figure *f = &k->doc->figures.at[i];
		uint32_t far = i > old ? 2 * (i - old) : 2 * (old - i) - 1; /* the one before, of two as near */
		bool same = oni_str_eq(f->measure, k->doc->figures.at[old].measure) && oni_str_eq(f->unit, k->doc->figures.at[old].unit);
		if (i != old && same && f->part_of == ONI_NONE && !is_old(k, f) && far < least) {
			best = i;
			least = far;
		}
	}
	return best;
}

static void revise_sentence(oni_linker *k, uint32_t begin, uint32_t end)
{
	const oni_doc *doc = k->doc;
	uint32_t how = revision_in(k, &doc->sentences.at[doc->figures.at[begin].sentence]);
	bool paired = false;
	for (uint32_t i = begin; i < end; i++) {
		const oni_figure *f = &doc->figures.at[i];
		int way = direction(k, f);
		if (!is_counted(f) || !is_old(k, f) || (!how && !way))
			continue;
		uint32_t fresh = fresh_beside(k, i, begin, end);
		if (fresh == ONI_NONE)
			continue;
		paired = true;
		revise(k, fresh, i, how != 0 || (way < 0 && is_casualty_total(f->measure)));
	}
	if (!how || paired)
		return;
	for (uint32_t i = begin; i < end; i++) {
		uint32_t old = is_counted(&doc->figures.at[i]) && !is_old(k, &doc->figures.at[i]) ? told_before(k, i) : ONI_NONE;
		if (old != ONI_NONE && !oni_figure_is_revised(k, old))
			revise(k, i, old, true);
	}
}

/* ---- what turned out ---- */

/* The last statement told by itself before byte `before`, within two sentences. */
static uint32_t statement_before(const oni_linker *k, uint32_t before)
{
	const oni_doc *doc = k->doc;
	uint32_t best = ONI_NONE, here = oni_sentence_of(doc, before);
	for (uint32_t i = 0; i < doc->statements.n; i++) {
		const oni_statement *s = &doc->statements.at[i];
		if (s->cue.end <= before && oni_sentence_of(doc, s->cue.begin) + 2 >= here && s->within == ONI_NONE
			&& (best == ONI_NONE || s->cue.begin > doc->statements.at[best].cue.begin))
			best = i;
	}
	return best;
}

/* "That turned out to be false", "the report proved wrong". False where the word is in no such sentence. */
static bool turn_out(oni_linker *k, uint32_t word)
{
	uint32_t verb = word_at(k, word)->head;
	if (verb == ONI_NONE || !(oni_str_is(word_at(k, verb)->lemma, "turn") || oni_str_is(word_at(k, verb)->lemma, "prove")))
		return false;
	uint32_t what = oni_tree_child(&k->tree, verb, ONI_REL_NSUBJ);
	const oni_sentence *s = &k->doc->sentences.at[word_at(k, word)->sentence];
	if (!has_role(k, what, ONI_LW(ANAPHOR) | ONI_LW(CLAIM) | ONI_LW(NUMBER)))
		return false;
	oni_link link = oni_link_new(ONI_LINK_CORRECTS);
	if (has_role(k, what, ONI_LW(NUMBER)))
		link.to = oni_link_last_figure(k, s->at.begin, ONI_LINK_NEAR, ONI_NONE);
	else
		link.to_statement = statement_before(k, s->at.begin);
	for (uint32_t i = 0; i < k->doc->statements.n && link.said_by == ONI_NONE; i++)
		if (k->doc->statements.at[i].cue.begin >= s->at.begin && k->doc->statements.at[i].cue.end <= s->at.end)
			link.said_by = i;
	if (link.to != ONI_NONE || link.to_statement != ONI_NONE)
		oni_link_add(k, link);
	return true;
}

/* "The two figures could not be reconciled": the last two that count the same. */
static void irreconcilable(oni_linker *k, uint32_t word)
{
	uint32_t what = oni_tree_child(&k->tree, word, ONI_REL_NSUBJ_PASS), j = oni_figure_from(k, word_at(k, word)->at.begin);
	if (!has_role(k, what, ONI_LW(NUMBER)) || j == 0)
		return;
	for (uint32_t i = --j; i-- > 0 && i + FIGURES_BACK > j;) {
		const oni_figure *a = &k->doc->figures.at[i], *b = &k->doc->figures.at[j];
		if (a->sentence + SENTENCES_BACK < b->sentence)
			return;
		if (!oni_figures_alike(k->doc, a, b, false) || oni_figures_equal(a, b) || oni_figure_is_revised(k, i))
			continue;
		oni_link link = oni_link_new(ONI_LINK_DISPUTES);
		link.from = i;
		link.to = j;
		oni_link_add(k, link);
		return;
	}
}

void oni_link_revisions(oni_linker *k)
{
	const oni_doc *doc = k->doc;
	for (uint32_t i = 0, end; i < k->sorted; i = end) {
		for (end = i + 1; end < k->sorted && doc->figures.at[end].sentence == doc->figures.at[i].sentence;)
			end++;
		revise_sentence(k, i, end);
	}
}

void oni_link_refutations(oni_linker *k)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < k->doc->words.n && n < MOST_REFUTED; i++)
		if (has_role(k, i, ONI_LW(ERROR) | ONI_LW(FALSE)))
			n += turn_out(k, i);
		else if (oni_str_is(word_at(k, i)->lemma, "reconcile"))
			irreconcilable(k, i);
}
