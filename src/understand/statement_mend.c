/* statement_mend.c - Where grammar is surer than the labels: the subject that a cue has of its own, the agent of a passive
 * one, and who is spoken to or accused, which the annotations put into the content and the record does not.
 *
 * The labels come from a model that weighs many faint signs; each mend here is a relation that leaves no choice.
 *   "Lind agreed, but Ruiz says it failed."    cue says:      source Ruiz, its own subject, not Lind
 *   "It was confirmed by the army."            cue confirmed: source the army
 *   "Ruiz urged the union to end it."          cue urged:     content `to end it`; the union is its addressee
 *   "They are accused of looting."             cue accused:   content `looting`
 * Which of these apply was read off the errors on PolNeAR's dev part and on articles of our own; each is held by a golden case. */
#include "understand/statement_draft.h"
#include "understand/when.h"

oni_run oni_phrase_run(const oni_look *look, uint32_t head, uint32_t first, uint32_t end)
{
	oni_run run = {head, head + 1};
	while (run.first > first) {
		uint32_t up = oni_word_at(look, run.first - 1)->head;
		if (up == ONI_NONE || up < run.first || up >= run.end || oni_plain_rel(look, run.first - 1) == ONI_REL_CASE)
			break;
		run.first--;
	}
	while (run.end < end) {
		uint32_t up = oni_word_at(look, run.end)->head, steps = 0;
		while (up != ONI_NONE && up >= run.end && up < end && steps++ < 8)
			up = oni_word_at(look, up)->head;
		if (up == ONI_NONE || up < run.first || up >= run.end)
			break;
		run.end++;
	}
	while (run.end > head + 1 && oni_word_at(look, run.end - 1)->upos == ONI_UPOS_PUNCT && !oni_str_is(oni_word_at(look, run.end - 1)->form, ")"))
		run.end--;
	return run;
}

/* A main verb without auxiliary is none, whatever its subject was taken for ("the minister called on them"). */
static bool is_passive(const oni_look *look, uint32_t verb)
{
	oni_rel rel = oni_plain_rel(look, verb);
	bool main_verb = rel == ONI_REL_ROOT || rel == ONI_REL_CONJ || rel == ONI_REL_CCOMP || rel == ONI_REL_PARATAXIS;
	if (main_verb && oni_child(look, verb, ONI_REL_AUX) == ONI_NONE && oni_child(look, verb, ONI_REL_NSUBJ) != ONI_NONE)
		return false;
	return oni_child(look, verb, ONI_REL_AUX_PASS) != ONI_NONE || oni_child(look, verb, ONI_REL_NSUBJ_PASS) != ONI_NONE;
}

/* "by the army", or ONI_NONE. */
static uint32_t agent_of(const oni_look *look, uint32_t verb)
{
	for (uint32_t c = look->child[verb]; c != ONI_NONE; c = look->sibling[c]) {
		if (oni_plain_rel(look, c) != ONI_REL_OBL || c < verb)
			continue;
		uint32_t with = oni_child(look, c, ONI_REL_CASE);
		if (with != ONI_NONE && oni_str_is(oni_word_at(look, with)->lemma, "by"))
			return c;
	}
	return ONI_NONE;
}

/* A sentence without a finite verb whose root a participle describes ("The ministers called for restraint", misread): the
 * root is the subject of it. */
static bool is_misread_main(const oni_look *look, uint32_t cue)
{
	const oni_word *w = oni_word_at(look, cue);
	const oni_sentence *s = &look->doc->sentences.at[w->sentence];
	if (w->rel != ONI_REL_ACL || w->head == ONI_NONE || w->head > cue || oni_word_at(look, w->head)->rel != ONI_REL_ROOT
			|| !oni_str_is(w->xpos, "VBN") || !oni_is_animate(look, w->head))
		return false;
	for (uint32_t i = s->first; i < s->end && i < s->first + ONI_WINDOW_MOST; i++)
		if (oni_word_at(look, i)->morph & ONI_MORPH_FINITE)
			return false;
	return oni_str_is(oni_word_at(look, s->end - 1)->form, "."); /* no headline */
}

/* Who the grammar says it is; ONI_NONE where it leaves it open. */
static uint32_t grammatical_source(const oni_look *look, uint32_t cue)
{
	if (oni_word_at(look, cue)->upos != ONI_UPOS_VERB)
		return ONI_NONE;
	if (is_misread_main(look, cue))
		return oni_word_at(look, cue)->head;
	if (is_passive(look, cue) && oni_str_is(oni_word_at(look, cue)->lemma, "quote"))
		return oni_child(look, cue, ONI_REL_NSUBJ); /* "was quoted as saying" */
	if (is_passive(look, cue))
		return agent_of(look, cue);
	uint32_t subject = oni_child(look, cue, ONI_REL_NSUBJ);
	return subject == ONI_NONE || oni_word_at(look, subject)->upos == ONI_UPOS_DET ? ONI_NONE : subject;
}

/* One source: of several runs the one that the grammar names, else the nearest to the cue. */
static void choose_source(oni_draft *draft, uint32_t wanted)
{
	oni_run best = {0, 0};
	uint32_t least = ONI_NONE;
	for (uint32_t i = 0; i < draft->source.n; i++) {
		oni_run run = draft->source.at[i];
		uint32_t far = run.first > draft->word ? run.first - draft->word : draft->word - run.end;
		if (wanted >= run.first && wanted < run.end)
			far = 0;
		if (far < least) {
			least = far;
			best = run;
		}
	}
	if (draft->source.n > 1) {
		draft->source.at[0] = best;
		draft->source.n = 1;
	}
}

/* Who does what an infinitive, a participle or a conjunct without a subject tells: the subject of the verb that it hangs on,
 * or the text that it describes ("a statement announcing the pick"); ONI_NONE where there is none. */
static uint32_t controller(const oni_look *look, uint32_t cue)
{
	uint32_t word = cue;
	if (oni_word_at(look, cue)->upos != ONI_UPOS_VERB || is_passive(look, cue))
		return ONI_NONE;
	for (int up = 0; up < 5; up++) {
		oni_rel rel = oni_plain_rel(look, word);
		uint32_t head = oni_word_at(look, word)->head;
		if (head == ONI_NONE || rel == ONI_REL_PARATAXIS || oni_word_at(look, word)->rel == ONI_REL_ACL_RELCL)
			return ONI_NONE;
		if (rel == ONI_REL_ACL && up == 0 && (look->sense[head].field == ONI_FIELD_COMMUNICATION || oni_is_animate(look, head)))
			return head;
		uint32_t subject = oni_child(look, head, ONI_REL_NSUBJ);
		if (subject != ONI_NONE && subject < cue)
			return subject;
		word = head;
	}
	return ONI_NONE;
}

static void mend_source(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	uint32_t source = grammatical_source(look, draft->word);
	choose_source(draft, source);
	const oni_sentence *s = &look->doc->sentences.at[oni_word_at(look, draft->word)->sentence];
	if (source != ONI_NONE && draft->source.n == 0 && source < draft->word && oni_is_animate(look, source)
			&& oni_runs_hold(&draft->content, source)) {
		oni_run taken = oni_phrase_run(look, source, s->first, draft->cue.first); /* it was taken for content */
		if (draft->content.at[0].first < taken.first || draft->content.at[draft->content.n - 1].end > draft->cue.end)
			oni_runs_remove(scratch, &draft->content, taken.first, draft->cue.first);
	}
	if (source == ONI_NONE && draft->source.n == 0)
		source = controller(look, draft->word);
	if (source == ONI_NONE || oni_runs_hold(&draft->source, source) || oni_runs_hold(&draft->content, source)
			|| (source >= draft->cue.first && source < draft->cue.end))
		return;
	oni_run run = oni_phrase_run(look, source, source > draft->word ? draft->cue.end : s->first, source < draft->word ? draft->cue.first : s->end);
	draft->source = (oni_runs){0};
	oni_runs_add(scratch, &draft->source, run.first, run.end);
	for (uint32_t i = 0; i < draft->content.n; i++)
		oni_runs_remove(scratch, &draft->source, draft->content.at[i].first, draft->content.at[i].end);
}

/* The word that opens the clause or phrase that a cue governs: "to" of an infinitive, "of" of what one is accused of. */
static uint32_t opener(const oni_look *look, uint32_t cue, bool accuses)
{
	for (uint32_t c = look->child[cue]; c != ONI_NONE; c = look->sibling[c]) {
		oni_rel rel = oni_plain_rel(look, c);
		if (c < cue || !(rel == ONI_REL_XCOMP || rel == ONI_REL_CCOMP || rel == ONI_REL_ADVCL || rel == ONI_REL_OBL))
			continue;
		uint32_t mark = oni_child(look, c, rel == ONI_REL_OBL ? ONI_REL_CASE : ONI_REL_MARK);
		if (mark == ONI_NONE || mark < cue)
			continue;
		oni_str with = oni_word_at(look, mark)->lemma;
		if (accuses ? oni_str_is(with, "of") || oni_str_is(with, "for") || oni_str_is(with, "with")
				: rel != ONI_REL_OBL && oni_str_is(with, "to"))
			return mark;
	}
	return ONI_NONE;
}

/* Takes who is spoken to, or accused, out of the content, where more is left of it. */
static void mend_content(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	oni_act act = oni_statement_act_of(look, draft);
	bool accuses = act == ONI_ACT_ACCUSE;
	if (oni_word_at(look, draft->word)->upos != ONI_UPOS_VERB || !(accuses || act == ONI_ACT_URGE || act == ONI_ACT_DEMAND || act == ONI_ACT_ASK)
			|| draft->content.n == 0 || !oni_statement_speaks_or_orders(look, draft))
		return;
	if (oni_str_is(oni_word_at(look, draft->word)->lemma, "blame"))
		return; /* "blamed the storm for the delay": all of it is said */
	uint32_t open = opener(look, draft->word, accuses);
	if (open == ONI_NONE || open >= draft->content.at[draft->content.n - 1].end || !oni_runs_hold(&draft->content, open + 1))
		return;
	uint32_t end = accuses ? open + 1 : open;
	const oni_sentence *s = &look->doc->sentences.at[oni_word_at(look, draft->word)->sentence];
	oni_runs_remove(scratch, &draft->content, accuses ? s->first : draft->word, end);
}

static bool asks_open(const oni_look *look, uint32_t clause)
{
	for (uint32_t c = look->child[clause]; c != ONI_NONE && c < clause; c = look->sibling[c])
		if ((oni_word_at(look, c)->morph & ONI_MORPH_INTERROGATIVE) || oni_str_is(oni_word_at(look, c)->lemma, "when")
				|| oni_str_is(oni_word_at(look, c)->lemma, "whether") || oni_str_is(oni_word_at(look, c)->lemma, "why")
				|| oni_str_is(oni_word_at(look, c)->lemma, "how"))
			return true;
	return false;
}

uint32_t oni_complement_of(const oni_look *look, uint32_t cue, bool deep)
{
	for (uint32_t c = look->child[cue]; c != ONI_NONE; c = look->sibling[c]) {
		oni_rel rel = oni_plain_rel(look, c);
		uint32_t mark = oni_child(look, c, ONI_REL_MARK);
		bool that = mark != ONI_NONE && oni_str_is(oni_word_at(look, mark)->lemma, "that");
		if (c < cue)
			continue;
		if (deep && (rel == ONI_REL_CCOMP || (rel == ONI_REL_ADVCL && (that || asks_open(look, c)))))
			return c;
		if (!deep && rel == ONI_REL_ACL && that)
			return c;
		uint32_t below = deep && (rel == ONI_REL_OBL || rel == ONI_REL_OBJ || rel == ONI_REL_IOBJ) ? oni_complement_of(look, c, false) : ONI_NONE;
		if (below != ONI_NONE)
			return below;
	}
	return ONI_NONE;
}

/* "told a conference in Karesh that it failed": what is between the cue and "that" is not content. */
static void cut_before_that(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	uint32_t clause = oni_complement_of(look, draft->word, true);
	uint32_t that = clause == ONI_NONE ? ONI_NONE : oni_child(look, clause, ONI_REL_MARK);
	uint32_t noun = clause == ONI_NONE ? ONI_NONE : oni_word_at(look, clause)->head;
	if (noun != ONI_NONE && noun != draft->word && !oni_is_animate(look, noun))
		return; /* "rejected the claim that …" */
	if (that == ONI_NONE || that < draft->word || !oni_str_is(oni_word_at(look, that)->lemma, "that") || !oni_runs_hold(&draft->content, that))
		return;
	for (uint32_t c = look->child[draft->word]; c != ONI_NONE && c < that; c = look->sibling[c]) {
		oni_rel rel = oni_plain_rel(look, c);
		if (c > draft->word && (rel == ONI_REL_OBJ || rel == ONI_REL_IOBJ || rel == ONI_REL_OBL)
				&& oni_quote_for(look, draft->word, c) == ONI_NONE)
			oni_runs_remove(scratch, &draft->content, draft->word, that);
	}
}

/* "claims A; the company says B": content without quotation marks ends at the semicolon. */
static void cut_at_semicolon(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = &look->doc->sentences.at[oni_word_at(look, draft->word)->sentence];
	for (uint32_t i = draft->word + 1; i < s->end && i < draft->word + ONI_WINDOW_MOST / 2; i++)
		if (oni_str_is(oni_word_at(look, i)->form, ";") && draft->content.n && draft->content.at[0].first < i
				&& oni_quote_for(look, draft->word, i) == ONI_NONE) {
			oni_runs_remove(scratch, &draft->content, i, s->end);
			return;
		}
	uint32_t last = draft->content.n ? draft->content.at[draft->content.n - 1].first : 0;
	for (uint32_t i = draft->cue.first; i-- > s->first && i + ONI_WINDOW_MOST / 2 > draft->cue.first && last > i;)
		if (oni_str_is(oni_word_at(look, i)->form, ";") && oni_quote_for(look, draft->word, i) == ONI_NONE) {
			oni_runs_remove(scratch, &draft->content, s->first, i + 1);
			return;
		}
}

/* "saying for a month that …": a time before the "that" is the cue's. */
static void cut_leading_time(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_doc *doc = look->doc;
	if (draft->content.n == 0 || draft->content.at[0].first < draft->word)
		return;
	oni_run run = draft->content.at[0];
	uint32_t low = oni_first_time_behind(doc, run.first);
	if (low == doc->times.n || doc->times.at[low].first > run.first)
		return; /* no time right at its begin */
	uint32_t that = doc->times.at[low].end;
	if (that + 1 < run.end && oni_str_is(oni_word_at(look, that)->form, "that"))
		oni_runs_remove(scratch, &draft->content, run.first, that);
}

/* A verb of speaking that was given no content has its complement clause: "did not say when it would open". */
static void take_complement(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	if (draft->content.n || oni_word_at(look, draft->word)->upos != ONI_UPOS_VERB || !oni_statement_speaks(look, draft))
		return;
	uint32_t clause = oni_complement_of(look, draft->word, true);
	if (clause == ONI_NONE)
		return;
	oni_run run = oni_phrase_run(look, clause, draft->cue.end, look->doc->sentences.at[oni_word_at(look, clause)->sentence].end);
	oni_runs_add(scratch, &draft->content, run.first, run.end);
}

/* `"Where were they?" asked Sow`: behind a quotation and its verb, what the parse takes for the object is the speaker. */
static void take_inverted(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = &look->doc->sentences.at[oni_word_at(look, draft->word)->sentence];
	uint32_t object = oni_child(look, draft->word, ONI_REL_OBJ);
	if (object == ONI_NONE)
		object = oni_child(look, draft->word, ONI_REL_IOBJ);
	if (draft->source.n || object == ONI_NONE || object < draft->word
			|| oni_subject(look, draft->word) != ONI_NONE || draft->word == 0 || !oni_is_animate(look, object)
			|| oni_quoting_for(look, draft->word, draft->word - 1) != ONI_QUOTING_CLOSES || !oni_statement_speaks(look, draft))
		return;
	oni_run run = oni_phrase_run(look, object, draft->cue.end, s->end);
	oni_runs_add(scratch, &draft->source, run.first, run.end);
	oni_runs_remove(scratch, &draft->content, draft->word, s->end);
}

/* "corrected it, saying …": a participle has the source of the cue that it hangs on. */
static void share_source(const oni_look *look, oni_arena *scratch, oni_drafts *drafts, uint32_t at)
{
	oni_draft *draft = &drafts->at[at];
	const oni_word *w = oni_word_at(look, draft->word);
	if (draft->source.n || !oni_str_is(w->xpos, "VBG"))
		return;
	for (uint32_t i = at; i-- > 0 && at - i <= 4;) {
		const oni_draft *other = &drafts->at[i];
		if (oni_word_at(look, other->word)->sentence != w->sentence)
			return;
		if (other->source.n == 0 || other->word != w->head)
			continue;
		oni_runs_add(scratch, &draft->source, other->source.at[0].first, other->source.at[0].end);
		return;
	}
}

/* "They attacked a church, killing 11, police said": what the cue is put behind, to the comma before its source. */
static void take_host(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_word *w = oni_word_at(look, draft->word);
	const oni_sentence *s = &look->doc->sentences.at[w->sentence];
	uint32_t left = draft->cue.first, host = w->head;
	if (draft->source.n && draft->source.at[0].first < left)
		left = draft->source.at[0].first;
	bool loose = oni_plain_rel(look, draft->word) == ONI_REL_CONJ && oni_child(look, draft->word, ONI_REL_CC) == ONI_NONE; /* no "and": as good as set beside */
	if (oni_plain_rel(look, draft->word) != ONI_REL_PARATAXIS && !loose)
		host = draft->content.n ? ONI_NONE : oni_child(look, draft->word, ONI_REL_CCOMP);
	if (host == ONI_NONE || host >= left || host < s->first || left < s->first + 2
			|| left > s->first + ONI_WINDOW_MOST / 2 || !oni_str_is(oni_word_at(look, left - 1)->form, ",")
			|| oni_runs_hold(&draft->content, host) || oni_quote_for(look, draft->word, host) != ONI_NONE
			|| !oni_statement_speaks(look, draft))
		return;
	draft->content = (oni_runs){0};
	oni_runs_add(scratch, &draft->content, s->first, left - 1);
}

/* "The driver, witnesses said, did not slow down": a cue between commas that was given no content has both sides. */
static void take_around(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = &look->doc->sentences.at[oni_word_at(look, draft->word)->sentence];
	uint32_t left = draft->cue.first, right = draft->cue.end;
	if (draft->content.n || draft->source.n == 0 || !oni_statement_speaks(look, draft))
		return;
	left = draft->source.at[0].first < left ? draft->source.at[0].first : left;
	right = draft->source.at[0].end > right ? draft->source.at[0].end : right;
	if (left < s->first + 2 || right + 2 > s->end || right - s->first > ONI_WINDOW_MOST / 2
			|| !oni_str_is(oni_word_at(look, left - 1)->form, ",") || !oni_str_is(oni_word_at(look, right)->form, ","))
		return;
	oni_runs_add(scratch, &draft->content, s->first, left - 1);
	oni_runs_add(scratch, &draft->content, right + 1, s->end);
}

static bool is_finite_clause(const oni_look *look, uint32_t verb)
{
	const oni_word *w = oni_word_at(look, verb);
	return oni_child(look, verb, ONI_REL_NSUBJ) != ONI_NONE && ((w->morph & ONI_MORPH_FINITE) || oni_child(look, verb, ONI_REL_AUX) != ONI_NONE
		|| oni_child(look, verb, ONI_REL_COP) != ONI_NONE);
}

/* The conjunct of `word` that is a clause with a subject of its own; its "and", or ONI_NONE. */
static uint32_t joined_clause(const oni_look *look, uint32_t word, uint32_t behind)
{
	for (uint32_t c = look->child[word]; c != ONI_NONE; c = look->sibling[c]) {
		uint32_t and = oni_child(look, c, ONI_REL_CC);
		if (c > behind && oni_plain_rel(look, c) == ONI_REL_CONJ && is_finite_clause(look, c) && and != ONI_NONE && and < c && and > behind)
			return and;
	}
	return ONI_NONE;
}

/* "called on all sides to stop, and the envoy met both men": a clause of its own is no conjunct of an infinitive. */
static void cut_after_infinitive(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	uint32_t verb = oni_child(look, draft->word, ONI_REL_XCOMP);
	if (verb == ONI_NONE || verb < draft->word || oni_child(look, verb, ONI_REL_MARK) == ONI_NONE
			|| !oni_str_is(oni_word_at(look, verb)->xpos, "VB"))
		return;
	uint32_t from = joined_clause(look, verb, verb);
	if (from == ONI_NONE)
		from = joined_clause(look, draft->word, verb);
	if (from != ONI_NONE)
		oni_runs_remove(scratch, &draft->content, from, look->doc->sentences.at[oni_word_at(look, verb)->sentence].end);
}

/* "The claim that he stole it is false": what hangs on a noun ends with its clause. */
static void end_noun_clause(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	if (oni_word_at(look, draft->word)->upos != ONI_UPOS_NOUN)
		return;
	for (uint32_t c = look->child[draft->word]; c != ONI_NONE; c = look->sibling[c]) {
		uint32_t mark = oni_child(look, c, ONI_REL_MARK);
		if (c < draft->word || oni_plain_rel(look, c) != ONI_REL_ACL || mark == ONI_NONE || !oni_runs_hold(&draft->content, c)
				|| !oni_str_is(oni_word_at(look, mark)->lemma, "that"))
			continue;
		uint32_t end = look->doc->sentences.at[oni_word_at(look, c)->sentence].end;
		oni_run run = oni_phrase_run(look, c, mark, end);
		oni_runs_remove(scratch, &draft->content, run.end, end);
		return;
	}
}

/* "put the toll at 12": all of it, to the number. */
static void take_number(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	uint32_t number = oni_number_put(look, draft->word), object = oni_child(look, draft->word, ONI_REL_OBJ);
	if (number == ONI_NONE || object == ONI_NONE || object < draft->word)
		return;
	oni_run run = oni_phrase_run(look, object, draft->word + 1, number);
	oni_runs_add(scratch, &draft->content, run.first, number + 1);
	oni_runs_remove(scratch, &draft->source, run.first, number + 1);
}

void oni_mend_drafts(const oni_look *look, oni_arena *scratch, oni_drafts *drafts)
{
	for (uint32_t d = 0; d < drafts->n; d++) {
		if (drafts->at[d].fixed)
			continue;
		mend_source(look, scratch, &drafts->at[d]);
		mend_content(look, scratch, &drafts->at[d]);
		cut_before_that(look, scratch, &drafts->at[d]);
		cut_at_semicolon(look, scratch, &drafts->at[d]);
		cut_leading_time(look, scratch, &drafts->at[d]);
		take_complement(look, scratch, &drafts->at[d]);
		take_inverted(look, scratch, &drafts->at[d]);
		share_source(look, scratch, drafts, d);
		take_host(look, scratch, &drafts->at[d]);
		take_around(look, scratch, &drafts->at[d]);
		cut_after_infinitive(look, scratch, &drafts->at[d]);
		take_number(look, scratch, &drafts->at[d]);
		end_noun_clause(look, scratch, &drafts->at[d]);
		oni_clip_draft(look, scratch, &drafts->at[d]);
	}
}
