/* Whether a clause looks back or ahead.
 *
 * With a parse: climb from the expression to the verbs and cue nouns above it; the first that says something decides.
 * A verb says it by its auxiliaries ("will vote", "was held"), by "to" before it under a verb of planning, or by its
 * own tense; a noun by lexicon/time_cues.tsv ("deadline", "plan"). "The trial, set for Monday": `set` is a cue for
 * what is to come though it is a past participle. Without a parse: the nearest word to the left that says something,
 * else to the right. Modal verbs look ahead more surely (2) than the present tense does (1). */
#include "understand/time_tense.h"

enum { CLIMB = 8, WINDOW = 14, SINCE = 10, OVER = -3 };

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

/* What the auxiliaries and marks of word v say: its children lie in its sentence. The first finite one decides. */
static oni_tense helpers(const oni_table *cues, const oni_doc *doc, uint32_t v, bool *ret_to)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[v].sentence];
	uint32_t from = v > s->first + WINDOW ? v - WINDOW : s->first;
	for (uint32_t i = from; i < v; i++) {
		const oni_word *w = &doc->words.at[i];
		if (w->head != v)
			continue;
		if (w->upos == ONI_UPOS_PART && oni_str_eq_nocase(w->form, ONI_STR("to")))
			*ret_to = true;
		if (w->upos != ONI_UPOS_AUX)
			continue;
		if (oni_str_is(w->xpos, "MD"))
			return cue(cues, w->form);
		if (oni_str_is(w->lemma, "have") && !*ret_to)
			return w->morph & ONI_MORPH_PAST ? OVER : -2;
		if (w->morph & ONI_MORPH_PAST)
			return -2;
		if (w->morph & ONI_MORPH_PRESENT)
			return 1;
	}
	return 0;
}

/* A verb's own say. Words of planning look ahead in any form, others not in their past tense: "planned a rally for
 * Saturday", but "agreed in June". */
static oni_tense verb_tense(const oni_table *cues, const oni_doc *doc, uint32_t v, bool *ret_open)
{
	const oni_word *w = &doc->words.at[v];
	bool to = false;
	oni_tense helped = helpers(cues, doc, v, &to), said = cue(cues, w->lemma.n ? w->lemma : w->form);
	*ret_open = to;
	if (helped == OVER)
		return -2;      /* "had been due on Friday" */
	if (helped > 1 || said > 1)
		return 2;
	if (helped < 0)
		return helped;
	if (said > 0 && !oni_str_is(w->xpos, "VBD"))
		return said;
	if (helped)
		return helped;
	if (to || oni_str_is(w->xpos, "VBG"))
		return 0;
	if (oni_str_is(w->xpos, "VBD") || oni_str_is(w->xpos, "VBN"))
		return -2;
	return w->morph & ONI_MORPH_PRESENT ? 1 : 0;
}

/* Whether the word only tells which one: "Friday's ruling", "a June agreement". Its clause says nothing of it. */
static bool tells_which(const oni_word *w)
{
	return w->rel == ONI_REL_NMOD_POSS || w->rel == ONI_REL_COMPOUND || w->rel == ONI_REL_AMOD;
}

static oni_tense parsed(const oni_table *cues, const oni_doc *doc, uint32_t word)
{
	bool open = false, which = tells_which(&doc->words.at[word]);
	for (int step = 0; step < CLIMB && word != ONI_NONE; step++) {
		const oni_word *w = &doc->words.at[word];
		bool to = false, verb = (step > 0 && is_verb(w)) || w->rel == ONI_REL_ROOT;
		oni_tense said = verb ? verb_tense(cues, doc, word, &to)
			: step > 0 ? cue(cues, w->lemma.n ? w->lemma : w->form) : 0;
		if (which && step > 0)
			return said > 1 ? 1 : 0;
		if (open && said < 0)
			return 1;       /* "decided to meet on Friday" */
		open |= to;
		if (said)
			return said;
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
	if (first > s->first + 1 && oni_str_eq_nocase(doc->words.at[first - 1].form, ONI_STR("until")))
		return 1;
	if (first > s->first && doc->words.at[first - 1].upos == ONI_UPOS_ADJ && cue(cues, doc->words.at[first - 1].form) > 1)
		return 2;       /* "payable Jan. 3" */
	if (s->root == ONI_NONE || doc->words.at[s->root].upos == ONI_UPOS_X_)
		return nearby(cues, doc, first, end);
	uint32_t top = first;
	for (uint32_t i = end; i-- > first;) {
		uint32_t head = doc->words.at[i].head;
		if (head == ONI_NONE || head < first || head >= end)
			top = i;        /* the first of them */
	}
	oni_tense tense = parsed(cues, doc, top);
	bool caption = doc->segments.at[s->segment].kind == ONI_SEGMENT_CAPTION;
	return caption && tense == 1 ? -1 : tense; /* "Smoke rises on Saturday", under a picture of it */
}
