/* statement_fixed.c - Constructions that are said one way only, and headlines, whose grammar no parser trained on sentences
 * knows.
 *
 *   In the words of Ana Ruiz, the city is lost.      cue In the words of
 *   The bridge, as Ruiz put it, was an accident.     cue put it
 *   For Lind, the vote was a farce.                  cue For (a name and a clause with "be" only)
 *   Strike will go on - union                        cue the dash    } a line without a full stop that is
 *   Union: strike will go on                         cue the colon   } a paragraph of its own
 *   'We were lied to,' say flood victims             cue say         }
 *   They were not paid, claims the ministry denied.  cue denied; what was said before it ends at the comma
 *   He condemned what he called “a crime”.           cue called
 *   The department had given a figure of 253.        cue given
 *   A quotation that is a sentence and has no draft  cue: the verb of speaking beside it
 * A draft is made where the judge of cues found none. */
#include "understand/statement_draft.h"

enum { SURE = 60, LONGEST_SOURCE = 16, SHORT = 5, LONG_SENTENCE = 400 }; /* words behind that are not looked at */

static bool is_form(const oni_look *look, uint32_t word, const char *form)
{
	return oni_str_eq_nocase(oni_word_at(look, word)->form, oni_str_of(form));
}

static bool form_in(const oni_look *look, uint32_t word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_form(look, word, list[i]))
			return true;
	return false;
}

#define FORM_IN(look, word, list) form_in(look, word, list, sizeof(list) / sizeof *(list))

static bool is_punct(const oni_look *look, uint32_t word)
{
	return oni_word_at(look, word)->upos == ONI_UPOS_PUNCT;
}

/* A draft at its place among the others, which are in the order of their cues; none where one has this cue. */
static void add(oni_arena *scratch, oni_drafts *drafts, uint32_t word, oni_run cue, oni_run source, const oni_runs *content)
{
	uint32_t at = drafts->n;
	for (uint32_t i = drafts->n; i-- > 0 && drafts->at[i].word >= cue.first;)
		if (drafts->at[i].word < cue.end && drafts->at[i].content.n)
			return;
	if (content->n == 0 || source.first >= source.end)
		return;
	oni_draft draft = {.word = word, .score = SURE, .cue = cue, .content = *content, .fixed = true};
	oni_runs_add(scratch, &draft.source, source.first, source.end);
	oni_push(scratch, drafts);
	for (; at > 0 && drafts->at[at - 1].word > word; at--)
		drafts->at[at] = drafts->at[at - 1];
	drafts->at[at] = draft;
}

static void in_the_words_of(const oni_look *look, const oni_sentence *s, uint32_t i, oni_arena *scratch, oni_drafts *drafts)
{
	oni_runs content = {0};
	uint32_t end = i + 4;
	if (i + 5 >= s->end || !is_form(look, i, "in") || !is_form(look, i + 1, "the") || !is_form(look, i + 2, "words") || !is_form(look, i + 3, "of"))
		return;
	while (end < s->end && end < i + LONGEST_SOURCE && !is_punct(look, end))
		end++;
	if (i == s->first)
		oni_runs_add(scratch, &content, end + 1, s->end);
	else
		oni_runs_add(scratch, &content, s->first, i);
	add(scratch, drafts, i + 2, (oni_run){i, i + 4}, (oni_run){i + 4, end}, &content);
}

static void as_one_put_it(const oni_look *look, const oni_sentence *s, uint32_t i, oni_arena *scratch, oni_drafts *drafts)
{
	oni_runs content = {0};
	uint32_t as = i;
	if (i + 1 >= s->end || !(is_form(look, i, "put") || is_form(look, i, "puts")) || !is_form(look, i + 1, "it"))
		return;
	while (as > s->first && as + LONGEST_SOURCE > i && !is_form(look, as, "as"))
		as--;
	if (!is_form(look, as, "as") || (as > s->first && !is_punct(look, as - 1)))
		return;
	oni_runs_add(scratch, &content, s->first, as);
	oni_runs_add(scratch, &content, i + 2, s->end);
	add(scratch, drafts, i, (oni_run){i, i + 2}, (oni_run){as + 1, i}, &content);
}

static void for_somebody(const oni_look *look, const oni_sentence *s, oni_arena *scratch, oni_drafts *drafts)
{
	oni_runs content = {0};
	uint32_t name = s->first + 1 < s->end ? oni_word_at(look, s->first + 1)->name : ONI_NONE;
	if (!is_form(look, s->first, "for") || name == ONI_NONE || look->doc->names.at[name].kind != ONI_NAME_PERSON || s->root == ONI_NONE)
		return;
	uint32_t end = look->doc->names.at[name].end;
	if (end >= s->end || !is_form(look, end, ",") || s->root < end || oni_child(look, s->root, ONI_REL_COP) == ONI_NONE)
		return;
	oni_runs_add(scratch, &content, end + 1, s->end);
	add(scratch, drafts, s->first, (oni_run){s->first, s->first + 1}, (oni_run){s->first + 1, end}, &content);
}

bool oni_is_place_word(const oni_look *look, uint32_t word)
{
	const oni_doc *doc = look->doc;
	if (look->actor[word] == 1 + ONI_ENTITY_COUNTRY)
		return true;
	uint32_t low = 0, high = doc->place_mentions.n; /* the first place that ends behind the word */
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (doc->place_mentions.at[middle].head < word)
			low = middle + 1;
		else
			high = middle;
	}
	return low < doc->place_mentions.n && doc->place_mentions.at[low].head == word;
}

/* Words [first, end) are a short name or description of somebody. */
static bool names_somebody(const oni_look *look, uint32_t first, uint32_t end)
{
	if (first >= end || end - first > SHORT || look->verbs[end] > look->verbs[first])
		return false;
	for (uint32_t i = first; i < end; i++)
		if (is_punct(look, i))
			return false;
	return oni_is_animate(look, end - 1) && !(end - first == 1 && oni_is_place_word(look, first));
}

static void drop_at(oni_drafts *drafts, uint32_t word)
{
	for (uint32_t i = drafts->n; i-- > 0 && drafts->at[i].word >= word;)
		if (drafts->at[i].word == word) {
			memmove(drafts->at + i, drafts->at + i + 1, (drafts->n - i - 1) * sizeof *drafts->at);
			drafts->n--;
			return;
		}
}

/* "Taliban revise toll, say 11 dead", "rejects result, alleges fraud": the line's subject says what follows. */
static bool say_in_headline(const oni_look *look, const oni_sentence *s, uint32_t k, oni_arena *scratch, oni_drafts *drafts)
{
	oni_runs content = {0};
	static const char *const SPEAK[] = {"alleges", "denies", "vows", "warns", "urges", "claims", "accuses", "promises", "demands", "threatens"};
	bool listed = FORM_IN(look, k, SPEAK); /* often taken for a noun */
	bool speaks = (oni_str_is(oni_word_at(look, k)->xpos, "VBZ") || is_form(look, k, "say")) && look->sense[k].cue && !look->sense[k].never;
	speaks = listed || (speaks && oni_word_at(look, k)->upos == ONI_UPOS_VERB);
	if (!speaks || !is_form(look, k - 1, ",") || k + 1 >= s->end || s->root == ONI_NONE || (k + 2 >= s->end && (is_form(look, k, "say") || is_form(look, k, "says"))))
		return false;
	uint32_t subject = oni_child(look, s->root < k ? s->root : s->first, ONI_REL_NSUBJ);
	if (subject == ONI_NONE || subject > k || !(oni_is_animate(look, subject) || oni_word_at(look, subject)->upos == ONI_UPOS_PROPN))
		return false;
	drop_at(drafts, k);
	for (uint32_t d = drafts->n; d-- > 0 && drafts->at[d].word >= s->first;)
		oni_runs_remove(scratch, &drafts->at[d].content, k - 1, s->end);
	oni_runs_add(scratch, &content, k + 1, s->end);
	add(scratch, drafts, k, (oni_run){k, k + 1}, oni_phrase_run(look, subject, s->first, k), &content);
	return true;
}

/* A line that is a paragraph of its own and has no full stop. */
static void headline(const oni_look *look, const oni_sentence *s, oni_arena *scratch, oni_drafts *drafts)
{
	const oni_segment *segment = &look->doc->segments.at[s->segment];
	oni_runs content = {0};
	if (segment->end_sentence - segment->first_sentence != 1 || s->end - s->first < 4 || s->end - s->first > 40
			|| is_form(look, s->end - 1, "."))
		return;
	for (uint32_t k = s->first + 1; k + 1 < s->end; k++) {
		bool dash = is_form(look, k, "-") || is_form(look, k, "–") || is_form(look, k, "—");
		if (dash && look->verbs[k] > look->verbs[s->first] && names_somebody(look, k + 1, s->end)) {
			oni_runs_add(scratch, &content, s->first, k);
			add(scratch, drafts, k, (oni_run){k, k + 1}, (oni_run){k + 1, s->end}, &content);
			return;
		}
		if (is_form(look, k, ":") && look->verbs[s->end] > look->verbs[k] && names_somebody(look, s->first, k)) {
			oni_runs_add(scratch, &content, k + 1, s->end);
			add(scratch, drafts, k, (oni_run){k, k + 1}, (oni_run){s->first, k}, &content);
			return;
		}
		if (say_in_headline(look, s, k, scratch, drafts))
			return;
		if (oni_quoting_for(look, k, k - 1) == ONI_QUOTING_CLOSES && (is_form(look, k, "say") || is_form(look, k, "says"))
				&& s->end - k <= SHORT + 1) {
			oni_runs_add(scratch, &content, s->first, k);
			add(scratch, drafts, k, (oni_run){k, k + 1}, (oni_run){k + 1, s->end}, &content);
			return;
		}
	}
}

/* ---- what stands beside a claim, a number, a quotation ---- */


/* The word of denial that ends the clause behind a claim, or ONI_NONE: "a charge Tehran has repeatedly denied". */
static uint32_t denial_behind(const oni_look *look, const oni_sentence *s, uint32_t claim)
{
	static const char *const DENY[] = {"denies", "denied", "deny", "rejects", "rejected", "reject", "disputes", "disputed", "dispute",
		"dismisses", "dismissed", "dismiss"};
	for (uint32_t k = claim + 2; k < s->end && k < claim + 10 && !is_punct(look, k); k++)
		if (FORM_IN(look, k, DENY))
			return k + 1 == s->end || is_punct(look, k + 1) ? k : ONI_NONE;
	return ONI_NONE;
}

/* "…, a charge Tehran denies", "…, claims the ministry denied": a statement of its own, and the end of what it is about. */
static void denied_claim(const oni_look *look, const oni_sentence *s, uint32_t i, oni_arena *scratch, oni_drafts *drafts)
{
	static const char *const CLAIM[] = {"charge", "charges", "claim", "claims", "accusation", "accusations", "allegation", "allegations",
		"assertion", "suggestion"};
	oni_runs content = {0};
	if (i < s->first + 2 || !FORM_IN(look, i, CLAIM))
		return;
	uint32_t first = i, deny = denial_behind(look, s, i);
	while (first > s->first && first + 3 > i && !is_punct(look, first - 1))
		first--;
	if (deny == ONI_NONE || first == s->first || !is_form(look, first - 1, ",") || oni_quote_for(look, deny, i) != ONI_NONE)
		return;
	oni_run source = {i + 1, deny};
	if (is_form(look, source.first, "that") || is_form(look, source.first, "which"))
		source.first++;
	oni_run cue = {deny, deny + 1};
	while (source.end > source.first && (oni_word_at(look, source.end - 1)->upos == ONI_UPOS_AUX || oni_word_at(look, source.end - 1)->upos == ONI_UPOS_ADV))
		cue.first = --source.end;
	drop_at(drafts, i);
	drop_at(drafts, deny);
	for (uint32_t d = drafts->n; d-- > 0 && drafts->at[d].word >= s->first;)
		oni_runs_remove(scratch, &drafts->at[d].content, first - 1, s->end);
	oni_runs_add(scratch, &content, first, i + 1);
	add(scratch, drafts, deny, cue, source, &content);
}

/* The run of the quotation that opens at `open`, as `cue` sees it. */
static oni_run quotation_at(const oni_look *look, const oni_sentence *s, uint32_t cue, uint32_t open)
{
	oni_run run = {open, open};
	uint32_t q = open < s->end ? oni_quote_for(look, cue, open) : ONI_NONE;
	while (q != ONI_NONE && run.end < s->end && oni_quote_for(look, cue, run.end) == q)
		run.end++;
	return run;
}

/* "condemned what he called “a cowardly crime”". */
static void what_one_called(const oni_look *look, const oni_sentence *s, uint32_t i, oni_arena *scratch, oni_drafts *drafts)
{
	static const char *const CALL[] = {"called", "calls", "describes", "described", "termed", "dubbed", "branded", "labelled", "labeled", "says", "said"};
	oni_runs content = {0};
	uint32_t what = i;
	if (!FORM_IN(look, i, CALL) || i + 2 >= s->end)
		return;
	uint32_t open = i + 1 + is_form(look, i + 1, "as");
	oni_run quotation = quotation_at(look, s, i, open);
	while (what > s->first && what + 6 > i && !is_form(look, what, "what"))
		what--;
	if (quotation.end <= quotation.first || !is_form(look, what, "what") || what + 1 >= i)
		return;
	drop_at(drafts, i);
	oni_runs_add(scratch, &content, quotation.first, quotation.end);
	add(scratch, drafts, i, (oni_run){i, i + 1}, (oni_run){what + 1, i}, &content);
}

/* "had given a figure of 253". */
static void figure_given(const oni_look *look, const oni_sentence *s, uint32_t i, oni_arena *scratch, oni_drafts *drafts)
{
	static const char *const GIVE[] = {"gave", "gives", "given", "giving", "cited", "cites", "citing"};
	static const char *const SIZE[] = {"figure", "toll", "number", "estimate", "tally", "count", "total"};
	oni_runs content = {0};
	if (!FORM_IN(look, i, GIVE))
		return;
	for (uint32_t k = i + 1; k + 2 < s->end && k < i + 6 && !is_punct(look, k); k++) {
		bool of = FORM_IN(look, k, SIZE) && (is_form(look, k + 1, "of") || is_form(look, k + 1, "as"));
		uint32_t subject = of ? oni_subject(look, i) : ONI_NONE, number = k + 2;
		while (of && number < s->end && number < k + 6 && oni_word_at(look, number)->upos != ONI_UPOS_NUM)
			number++;
		if (subject == ONI_NONE || subject > i || number >= s->end || oni_word_at(look, number)->upos != ONI_UPOS_NUM)
			continue;
		drop_at(drafts, i);
		oni_runs_add(scratch, &content, i + 1, number + 1);
		add(scratch, drafts, i, (oni_run){i, i + 1}, oni_phrase_run(look, subject, s->first, i), &content);
		return;
	}
}

/* The verb of speaking nearest behind a quotation, or before it; ONI_NONE. */
static uint32_t verb_beside(const oni_look *look, const oni_sentence *s, oni_run quotation)
{
	enum { FAR = 30 };
	uint32_t before = ONI_NONE;
	for (uint32_t i = s->first; i < s->end && i < quotation.end + FAR; i++) {
		const oni_word *w = oni_word_at(look, i);
		bool speaks = w->upos == ONI_UPOS_VERB && look->sense[i].cue && !look->sense[i].never && look->quote[i] == ONI_NONE
			&& (look->sense[i].field == ONI_FIELD_COMMUNICATION || look->sense[i].also) && (oni_str_is(w->xpos, "VBD") || oni_str_is(w->xpos, "VBZ") || oni_str_is(w->xpos, "VBP"));
		if (speaks && i >= quotation.end)
			return i;
		before = speaks && i < quotation.first ? i : before;
	}
	return before;
}

/* A quotation that is a sentence and that no draft has, with a verb of speaking beside it: it has been said by the verb's subject,
 * or by who stands between the two, whatever the tree makes of it. */
static void orphan_quotation(const oni_look *look, const oni_sentence *s, uint32_t i, oni_arena *scratch, oni_drafts *drafts)
{
	enum { WORDS = 6 };
	oni_runs content = {0};
	uint32_t q = look->quote[i];
	if (q == ONI_NONE || (i > s->first && look->quote[i - 1] == q))
		return;
	oni_run quotation = {i, i};
	while (quotation.end < s->end && look->quote[quotation.end] == q)
		quotation.end++;
	if (quotation.end - i < WORDS || look->verbs[quotation.end] == look->verbs[i])
		return;
	for (uint32_t d = drafts->n; d-- > 0 && drafts->at[d].word >= s->first;)
		if (oni_runs_hold(&drafts->at[d].content, i + 1) || oni_runs_hold(&drafts->at[d].content, quotation.end - 2))
			return;
	uint32_t verb = verb_beside(look, s, quotation), subject = verb == ONI_NONE ? ONI_NONE : oni_child(look, verb, ONI_REL_NSUBJ);
	oni_run source = {0, 0};
	if (subject != ONI_NONE && look->quote[subject] == ONI_NONE && oni_is_animate(look, subject))
		source = oni_phrase_run(look, subject, subject > verb ? verb + 1 : s->first, subject > verb ? s->end : verb);
	else if (verb != ONI_NONE && verb > quotation.end && oni_is_animate(look, quotation.end))
		source = (oni_run){quotation.end, verb};
	if (source.first >= source.end)
		return;
	while (source.end > source.first && is_punct(look, source.end - 1))
		source.end--;
	drop_at(drafts, verb);
	oni_runs_add(scratch, &content, quotation.first, quotation.end);
	add(scratch, drafts, verb, (oni_run){verb, verb + 1}, source, &content);
}

void oni_draft_fixed(const oni_look *look, const oni_sentence *s, oni_arena *scratch, oni_drafts *drafts)
{
	if (s->first >= s->end)
		return;
	for (uint32_t i = s->first; i < s->end && i < s->first + LONG_SENTENCE; i++) {
		in_the_words_of(look, s, i, scratch, drafts);
		as_one_put_it(look, s, i, scratch, drafts);
		denied_claim(look, s, i, scratch, drafts);
		what_one_called(look, s, i, scratch, drafts);
		figure_given(look, s, i, scratch, drafts);
		orphan_quotation(look, s, i, scratch, drafts);
	}
	for_somebody(look, s, scratch, drafts);
	headline(look, s, scratch, drafts);
}
