/* Notes of correction: "Correction: An earlier version of this article said 41 people were killed. The number is 14."
 *
 * A note is a paragraph that begins with a word of correction, or a sentence about an earlier version. Of its figures the
 * one behind "said", "stated", "gave" or behind "not" is the wrong one, the other the right one. The right one
 * corrects the wrong one, and whatever in the article's body still says the wrong number. */
#include "understand/link_parts.h"

enum { NOTE_SENTENCES = 4, MOST_NOTES = 100 };

static bool word_is(const oni_linker *k, uint32_t word, const char *lemma)
{
	return oni_str_eq_nocase(k->doc->words.at[word].lemma, oni_str_of(lemma))
		|| oni_str_eq_nocase(k->doc->words.at[word].form, oni_str_of(lemma));
}

/* "An earlier version of this article", "a previous version of this story". */
static bool names_version(const oni_linker *k, const oni_sentence *s)
{
	for (uint32_t i = s->first + 1; i < s->end && i < s->first + 40; i++)
		if ((word_is(k, i, "version") || word_is(k, i, "headline") || word_is(k, i, "edition"))
			&& (word_is(k, i - 1, "earlier") || word_is(k, i - 1, "previous") || word_is(k, i - 1, "original")))
			return true;
	return false;
}

static bool begins_note(const oni_linker *k, const oni_sentence *s)
{
	if (s->first >= s->end)
		return false;
	bool word = word_is(k, s->first, "correction") || word_is(k, s->first, "clarification") || word_is(k, s->first, "corrected");
	bool mark = s->first + 1 < s->end && k->doc->words.at[s->first + 1].upos == ONI_UPOS_PUNCT;
	return (word && mark) || names_version(k, s);
}

/* Words before a number that make it the wrong one. */
static bool is_wrong(const oni_linker *k, const oni_figure *f)
{
	const oni_sentence *s = &k->doc->sentences.at[f->sentence];
	bool told = false;
	for (uint32_t i = s->first; i < s->end && k->doc->words.at[i].at.begin < f->at.begin; i++) {
		bool last = i + 1 >= s->end || k->doc->words.at[i + 1].at.begin >= f->at.begin;
		if (last && word_is(k, i, "not"))
			return true;
		told = told || word_is(k, i, "incorrectly") || word_is(k, i, "wrongly") || word_is(k, i, "mistakenly")
			|| (k->roles[i] & ONI_LW(MISSTATE)) != 0
			|| (names_version(k, s) && (word_is(k, i, "say") || word_is(k, i, "state") || word_is(k, i, "report")
			|| word_is(k, i, "give") || word_is(k, i, "put")));
		if (told && (word_is(k, i, "rather") || word_is(k, i, "instead") || word_is(k, i, "fact")))
			told = false;
	}
	return told;
}

/* Links the right figure to every figure of the body that still says the wrong number. */
static void correct_body(oni_linker *k, uint32_t wrong, uint32_t right, uint32_t first)
{
	for (uint32_t i = 0; i < k->doc->figures.n; i++) {
		const oni_figure *f = &k->doc->figures.at[i], *w = &k->doc->figures.at[wrong];
		if (i == wrong || i == right || f->sentence >= first || !oni_figures_equal(f, w)
			|| (!oni_str_eq(f->measure, w->measure) && !oni_str_is(w->measure, "count")))
			continue;
		oni_link link = oni_link_new(ONI_LINK_CORRECTS);
		link.from = right;
		link.to = i;
		oni_link_add(k, link);
	}
}

/* The first figure of the article that counts what the wrong one counts: the right one, where the note does not give it. */
static uint32_t right_in_body(const oni_linker *k, uint32_t wrong, uint32_t first)
{
	const oni_figure *w = &k->doc->figures.at[wrong];
	for (uint32_t i = 0; i < k->sorted && k->doc->figures.at[i].sentence < first; i++) {
		const oni_figure *f = &k->doc->figures.at[i];
		if (f->part_of == ONI_NONE && f->status != ONI_STATUS_CORRECTED && oni_str_eq(f->unit, w->unit) && oni_str_eq(f->measure, w->measure)
			&& !oni_str_is(f->measure, "count") && oni_figures_incompatible(f, w))
			return i;
	}
	return ONI_NONE;
}

/* Returns the sentence behind the note. */
static uint32_t read_note(oni_linker *k, uint32_t first)
{
	uint32_t wrong = ONI_NONE, right = ONI_NONE;
	const oni_doc *doc = k->doc;
	uint32_t paragraph = doc->segments.at[doc->sentences.at[first].segment].paragraph;
	for (uint32_t i = oni_figure_from(k, doc->sentences.at[first].at.begin); i < k->sorted; i++) {
		const oni_figure *f = &doc->figures.at[i];
		if (f->sentence >= first + NOTE_SENTENCES)
			break;
		if (f->sentence < first || f->sentence >= first + NOTE_SENTENCES
			|| doc->segments.at[doc->sentences.at[f->sentence].segment].paragraph != paragraph)
			continue;
		if (is_wrong(k, f))
			wrong = wrong == ONI_NONE ? i : wrong;
		else
			right = right == ONI_NONE ? i : right;
	}
	if (wrong == ONI_NONE)
		return first + 1;
	if (right == ONI_NONE)
		right = right_in_body(k, wrong, first);
	k->doc->figures.at[wrong].status = ONI_STATUS_CORRECTED;
	if (right != ONI_NONE) {
		oni_link link = oni_link_new(ONI_LINK_CORRECTS);
		link.from = right;
		link.to = wrong;
		oni_link_add(k, link);
	}
	correct_body(k, wrong, right, first);
	return first + NOTE_SENTENCES;
}

void oni_link_notes(oni_linker *k)
{
	uint32_t notes = 0;
	for (uint32_t i = 0; i < k->doc->sentences.n && k->doc->figures.n && notes < MOST_NOTES;) {
		bool note = begins_note(k, &k->doc->sentences.at[i]);
		notes += note;
		i = note ? read_note(k, i) : i + 1;
	}
}
