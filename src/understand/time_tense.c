/* Whether a clause looks back or ahead.
 *
 * With a parse: climb from the expression to the verbs and cue nouns above it; the first that says something decides.
 * A verb says it by its auxiliaries ("will vote", "was held"), by "to" before it under a verb of planning, or by its
 * own tense; a noun by lexicon/time_cues.tsv ("deadline", "plan"). "The trial, set for Monday": `set` is a cue for
 * what is to come though it is a past participle. Without a parse: the nearest word to the left that says something,
 * else to the right. Modal verbs look ahead more surely (2) than the present tense does (1). */
#include "understand/time_tense.h"

enum { CLIMB = 8, WINDOW = 14, SINCE = 10 };

static oni_str lower(oni_str form, char room[24])
{
	if (form.n > 23)
		return ONI_STR("");
	for (size_t i = 0; i < form.n; i++)
		room[i] = (char)(form.at[i] >= 'A' && form.at[i] <= 'Z' ? form.at[i] | 0x20 : form.at[i]);
	return (oni_str){room, form.n};
}

/* The table's word for a form or lemma: -2 … 2, 0 where it says nothing. */
static oni_tense cue(const oni_table *cues, oni_str word)
{
	char room[24];
	uint32_t row = oni_table_find(cues, lower(word, room));
	if (row == ONI_NO_ROW)
		return 0;
	oni_str cell = oni_table_cell(cues, row, oni_table_column(cues, "points"));
	return oni_str_is(cell, "ahead") ? 2 : oni_str_is(cell, "maybe ahead") ? 1 : oni_str_is(cell, "back") ? -2
		: oni_str_is(cell, "maybe back") ? -1 : 0;
}

static bool is_verb(const oni_word *w)
{
	return w->upos == ONI_UPOS_VERB || w->upos == ONI_UPOS_AUX;
}

/* What the auxiliaries and marks of word v say: its children lie in its sentence. */
static oni_tense helpers(const oni_table *cues, const oni_doc *doc, uint32_t v, bool *ret_to)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[v].sentence];
	uint32_t from = v > s->first + WINDOW ? v - WINDOW : s->first;
	oni_tense tense = 0;
	for (uint32_t i = from; i < v; i++) {
		const oni_word *w = &doc->words.at[i];
		if (w->head != v)
			continue;
		if (w->upos == ONI_UPOS_PART && oni_str_eq_nocase(w->form, ONI_STR("to")))
			*ret_to = true;
		if (w->upos != ONI_UPOS_AUX)
			continue;
		oni_tense said = cue(cues, w->form);
		if (said)
			tense = said;
		else if (w->morph & ONI_MORPH_PAST)
			tense = -2;
		else if (oni_str_is(w->lemma, "have"))
			tense = -2;
		else if (tense == 0 && oni_str_is(w->lemma, "be") && (doc->words.at[v].morph & ONI_MORPH_GERUND))
			tense = 1;
	}
	return tense;
}

static oni_tense verb_tense(const oni_table *cues, const oni_doc *doc, uint32_t v, bool *ret_open)
{
	const oni_word *w = &doc->words.at[v];
	bool to = false;
	oni_tense helped = helpers(cues, doc, v, &to), said = cue(cues, w->lemma.n ? w->lemma : w->form);
	*ret_open = to;
	if (helped > 1)
		return helped;
	if (said > 0)
		return said;
	if (helped)
		return helped;
	if (to)
		return 0;
	if (w->morph & ONI_MORPH_PAST || oni_str_is(w->xpos, "VBD") || oni_str_is(w->xpos, "VBN"))
		return -2;
	return (w->morph & ONI_MORPH_PRESENT) && (w->morph & ONI_MORPH_FINITE) ? 1 : 0;
}

static oni_tense parsed(const oni_table *cues, const oni_doc *doc, uint32_t word)
{
	bool open = false;
	for (int step = 0; step < CLIMB && word != ONI_NONE; step++) {
		const oni_word *w = &doc->words.at[word];
		oni_tense said = 0;
		if (is_verb(w) || w->rel == ONI_REL_ROOT) {
			bool to = false;
			said = verb_tense(cues, doc, word, &to);
			if (open && said < 0)
				return cue(cues, w->lemma) < 0 ? -1 : 1;      /* "decided to meet on Friday" */
			open |= to;
			if (said)
				return said;
		} else if (step > 0) {
			said = cue(cues, w->lemma.n ? w->lemma : w->form);
			if (said)
				return said;
		}
		word = w->head;
	}
	return open ? 1 : 0;
}

/* Without a parse: what a word looks like. */
static oni_tense looks(const oni_table *cues, const oni_word *w)
{
	oni_tense said = cue(cues, w->form);
	if (said)
		return said;
	return w->form.n > 4 && oni_str_ends(w->form, "ed") ? -1 : 0;
}

static oni_tense nearby(const oni_table *cues, const oni_doc *doc, uint32_t first, uint32_t end)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[first].sentence];
	for (uint32_t i = first, n = 0; i > s->first && n < WINDOW; n++) {
		oni_tense said = looks(cues, &doc->words.at[--i]);
		if (said)
			return said;
	}
	for (uint32_t i = end, n = 0; i < s->end && n < WINDOW; i++, n++) {
		oni_tense said = looks(cues, &doc->words.at[i]);
		if (said)
			return said;
	}
	return 0;
}

/* "since the start of the invasion on February 24": what counts from there is past. */
static bool is_since(const oni_doc *doc, const oni_sentence *s, uint32_t first)
{
	for (uint32_t i = first; i > s->first && i + SINCE > first; i--) {
		oni_str form = doc->words.at[i - 1].form;
		if (oni_str_eq_nocase(form, ONI_STR("since")))
			return true;
		if (form.n == 1 && strchr(",;:()", form.at[0]))
			return false;
	}
	return false;
}

oni_tense oni_tense_of(const oni_table *cues, const oni_doc *doc, uint32_t first, uint32_t end)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[first].sentence];
	if (is_since(doc, s, first))
		return -2;
	if (s->root == ONI_NONE || doc->words.at[s->root].upos == ONI_UPOS_X_)
		return nearby(cues, doc, first, end);
	uint32_t top = first;
	for (uint32_t i = first; i < end; i++) {
		uint32_t head = doc->words.at[i].head;
		if (head == ONI_NONE || head < first || head >= end)
			top = i;
	}
	return parsed(cues, doc, top);
}
