/* statement_clip.c - What a content took that its speaker did not say, or left out; what is no statement though it has a cue.
 *
 *   "19 people died, the ministry said, revising an earlier figure."   the participle tells what the ministry does
 *   "She would not resign, she said, denying a rift."                  as above
 *   "“It rose,” Ruiz told reporters in Durban, the city worst hit."    what follows a quotation and its cue describes
 *   "told the BBC the shelling went on"                                the BBC is told, it is not said
 *   “We will not,” Ruiz, a member, wrote               who stands between a quotation and its verb has said it
 *   "accepted the terms “in principle” after six weeks of talks"       the clause goes on behind the marks
 *   "declined to comment", "gave no details", "No group claimed it"    nothing is said
 *   "Rains lashed the coast"                                           rain does not speak */
#include "understand/statement_draft.h"

static bool is_punct(const oni_look *look, uint32_t word)
{
	return oni_word_at(look, word)->upos == ONI_UPOS_PUNCT;
}

static bool is_lemma(const oni_look *look, uint32_t word, const char *lemma)
{
	return oni_str_is(oni_word_at(look, word)->lemma, lemma);
}

static bool lemma_in(const oni_look *look, uint32_t word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_lemma(look, word, list[i]))
			return true;
	return false;
}

#define LEMMA_IN(look, word, list) lemma_in(look, word, list, sizeof(list) / sizeof *(list))

static const oni_sentence *sentence_of(const oni_look *look, const oni_draft *draft)
{
	return &look->doc->sentences.at[oni_word_at(look, draft->word)->sentence];
}

static uint32_t first_word(const oni_look *look, oni_run run)
{
	while (run.first < run.end && is_punct(look, run.first))
		run.first++;
	return run.first;
}

static bool is_unquoted(const oni_look *look, const oni_draft *draft, oni_run run)
{
	for (uint32_t i = run.first; i < run.end; i++)
		if (oni_quote_for(look, draft->word, i) != ONI_NONE)
			return false;
	return true;
}

/* Of a content on both sides of its cue, the piece behind it that is no piece of it. */
static void clip_behind(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	oni_runs *content = &draft->content;
	if (content->n < 2 || content->at[0].end > draft->cue.first || content->at[content->n - 1].first < draft->cue.end)
		return;
	oni_run last = content->at[content->n - 1];
	uint32_t first = first_word(look, last);
	if (first >= last.end || !is_unquoted(look, draft, last))
		return;
	const oni_word *w = oni_word_at(look, first);
	bool quotation = oni_quoting_for(look, draft->word, first_word(look, content->at[0])) != ONI_QUOTING_NONE
		&& oni_quoting_for(look, draft->word, content->at[0].end - 1) != ONI_QUOTING_NONE;
	bool describes = quotation && (w->upos == ONI_UPOS_DET || w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_PROPN);
	if (describes || oni_str_is(w->xpos, "VBG"))
		oni_runs_remove(scratch, content, last.first, last.end);
}

/* "said she would not resign, denying a rift": a participle of speaking behind the comma is the speaker's own. */
static void clip_participle(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = sentence_of(look, draft);
	for (uint32_t i = draft->cue.end + 2; i < s->end && i < draft->cue.end + ONI_WINDOW_MOST / 2; i++) {
		const oni_word *w = oni_word_at(look, i);
		bool speaks = look->sense[i].cue && !look->sense[i].never && look->sense[i].field == ONI_FIELD_COMMUNICATION;
		if (!oni_str_is(w->xpos, "VBG") || !speaks || !oni_str_is(oni_word_at(look, i - 1)->form, ",") || !oni_runs_hold(&draft->content, i)
				|| !oni_runs_hold(&draft->content, i - 2) || oni_quote_for(look, draft->word, i) != ONI_NONE)
			continue;
		oni_runs_remove(scratch, &draft->content, i - 1, s->end);
		return;
	}
}

/* Who is told: the object, or the first of two subjects of the clause where the parse took it for one. */
static uint32_t told_whom(const oni_look *look, uint32_t cue, uint32_t clause)
{
	uint32_t whom = oni_child(look, cue, ONI_REL_IOBJ), subjects = 0, first = ONI_NONE;
	if (whom == ONI_NONE)
		whom = oni_child(look, cue, ONI_REL_OBJ);
	for (uint32_t c = look->child[clause]; c != ONI_NONE && whom == ONI_NONE; c = look->sibling[c]) {
		bool subject = oni_plain_rel(look, c) == ONI_REL_NSUBJ && c > cue;
		first = subject && !subjects ? c : first;
		subjects += subject;
	}
	return whom != ONI_NONE ? whom : subjects > 1 ? first : ONI_NONE;
}

/* "told the BBC the shelling had lasted": who is told is between the cue and the clause. */
static void clip_told(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	uint32_t clause = is_lemma(look, draft->word, "tell") ? oni_child(look, draft->word, ONI_REL_CCOMP) : ONI_NONE;
	uint32_t whom = clause == ONI_NONE ? ONI_NONE : told_whom(look, draft->word, clause);
	if (whom == ONI_NONE || whom < draft->word || clause < whom || !oni_runs_hold(&draft->content, whom)
			|| oni_quote_for(look, draft->word, whom) != ONI_NONE)
		return;
	oni_runs_remove(scratch, &draft->content, draft->word, whom + 1);
}

/* `"We will not," Ana Ruiz, a member of the council, wrote`: who stands between a quotation and its verb. */
static void take_between(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	enum { LONGEST = 20 };
	if (draft->source.n || draft->content.n == 0 || oni_word_at(look, draft->word)->upos != ONI_UPOS_VERB || !oni_statement_speaks(look, draft))
		return;
	uint32_t end = draft->content.at[0].end;
	for (uint32_t i = 1; i < draft->content.n && draft->content.at[i].end <= draft->cue.first; i++)
		end = draft->content.at[i].end;
	while (end < draft->cue.first && oni_quoting_for(look, draft->word, end) != ONI_QUOTING_NONE)
		end++;
	if (end == 0 || end >= draft->cue.first || draft->cue.first - end > LONGEST || oni_quoting_for(look, draft->word, end - 1) == ONI_QUOTING_NONE
			|| is_punct(look, end) || look->verbs[draft->cue.first] != look->verbs[end])
		return;
	uint32_t stop = draft->cue.first;
	while (stop > end && is_punct(look, stop - 1))
		stop--;
	oni_runs_add(scratch, &draft->source, end, stop);
}

/* The clause that a content ends in the middle of, at the marks of a quotation. */
static void go_on_behind_marks(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = sentence_of(look, draft);
	uint32_t clause = oni_word_at(look, draft->word)->upos == ONI_UPOS_VERB ? oni_complement_of(look, draft->word, true) : ONI_NONE;
	if (clause == ONI_NONE || clause < draft->word || draft->content.n != 1 || !oni_runs_hold(&draft->content, clause)
			|| oni_quote_for(look, draft->word, clause) != ONI_NONE)
		return;
	uint32_t end = draft->content.at[0].end;
	bool marks = end > 0 && oni_quoting_for(look, draft->word, end - 1) == ONI_QUOTING_CLOSES;
	for (uint32_t i = end; i < s->end && i < end + ONI_WINDOW_MOST / 2 && oni_quoting_for(look, draft->word, i) != ONI_QUOTING_NONE; i++) {
		end = i + 1; /* "the terms", with "in principle" yet to come */
		marks = true;
	}
	oni_run whole = oni_phrase_run(look, clause, draft->cue.end, s->end);
	for (uint32_t i = end; marks && i < whole.end; i++)
		if (look->sense[i].cue && oni_word_at(look, i)->upos == ONI_UPOS_VERB)
			whole.end = i; /* another may speak there */
	if (marks && end < whole.end && whole.end - end < ONI_WINDOW_MOST / 2 && !is_punct(look, end))
		oni_runs_add(scratch, &draft->content, draft->content.at[0].end, whole.end);
}

/* ---- what the labels left out ---- */

/* "urged the ministers to go further": the infinitive, on the verb or on whom it is said to. */
static uint32_t infinitive_of(const oni_look *look, uint32_t word, bool deep)
{
	for (uint32_t c = look->child[word]; c != ONI_NONE; c = look->sibling[c]) {
		oni_rel rel = oni_plain_rel(look, c);
		uint32_t mark = oni_child(look, c, ONI_REL_MARK);
		bool clause = rel == ONI_REL_XCOMP || rel == ONI_REL_CCOMP || rel == ONI_REL_ADVCL || rel == ONI_REL_ACL;
		if (c > word && clause && mark != ONI_NONE && mark > word && is_lemma(look, mark, "to"))
			return mark;
		uint32_t below = deep && c > word && (rel == ONI_REL_OBJ || rel == ONI_REL_IOBJ) ? infinitive_of(look, c, false) : ONI_NONE;
		if (below != ONI_NONE)
			return below;
	}
	return ONI_NONE;
}

static void take_infinitive(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	oni_act act = oni_statement_act_of(look, draft);
	bool asks = act == ONI_ACT_URGE || act == ONI_ACT_DEMAND || act == ONI_ACT_ASK;
	if (draft->content.n || !asks || draft->source.n == 0 || oni_word_at(look, draft->word)->upos != ONI_UPOS_VERB)
		return;
	uint32_t to = infinitive_of(look, draft->word, true), verb = to == ONI_NONE ? ONI_NONE : oni_word_at(look, to)->head;
	if (verb == ONI_NONE)
		return;
	oni_run run = oni_phrase_run(look, verb, to, sentence_of(look, draft)->end);
	oni_runs_add(scratch, &draft->content, run.first, run.end);
}

/* "had said at the time that 287 were missing": the clause that the parse hangs on the time. */
static void take_that(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	enum { FAR = 6 };
	static const char *const SAY[] = {"say", "claim", "announce", "warn", "state", "insist", "estimate", "report", "confirm"};
	const oni_sentence *s = sentence_of(look, draft);
	uint32_t that = draft->cue.end;
	if (draft->content.n || draft->source.n == 0 || !LEMMA_IN(look, draft->word, SAY))
		return;
	while (that < s->end && that < draft->cue.end + FAR && !is_punct(look, that) && !oni_str_eq_nocase(oni_word_at(look, that)->form, ONI_STR("that")))
		that++;
	if (that + 2 >= s->end || !oni_str_eq_nocase(oni_word_at(look, that)->form, ONI_STR("that")))
		return;
	for (uint32_t i = that + 2; i < s->end && i < that + ONI_WINDOW_MOST / 4; i++)
		if (oni_word_at(look, i)->morph & ONI_MORPH_FINITE) {
			oni_runs_add(scratch, &draft->content, that + 1, s->end);
			return;
		}
}

/* "said 137 hostages - 76 girls - were rescued": the subject that the parse took for what is said. */
static void take_subject(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	static const char *const SAY[] = {"say", "claim", "announce", "report", "confirm"};
	uint32_t object = oni_child(look, draft->word, ONI_REL_OBJ), first = draft->content.n ? draft->content.at[0].first : 0;
	if (draft->content.n != 1 || object == ONI_NONE || object < draft->cue.end || object >= first || first > draft->cue.end + ONI_WINDOW_MOST / 4
			|| !LEMMA_IN(look, draft->word, SAY) || oni_runs_hold(&draft->source, object))
		return;
	uint32_t clause = oni_child(look, draft->word, ONI_REL_CCOMP);
	if (clause != ONI_NONE && clause > first && oni_child(look, clause, ONI_REL_NSUBJ) == ONI_NONE && oni_child(look, clause, ONI_REL_NSUBJ_PASS) == ONI_NONE)
		oni_runs_add(scratch, &draft->content, draft->cue.end, first);
}

/* "called for a protest in Paris on Saturday": all of what is called for. */
static void take_called_for(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = sentence_of(look, draft);
	uint32_t noun = draft->word + 1 < s->end && is_lemma(look, draft->word, "call") && is_lemma(look, draft->word + 1, "for") ? oni_word_at(look, draft->word + 1)->head : ONI_NONE;
	if (noun == ONI_NONE || noun < draft->word || draft->content.n != 1 || !oni_runs_hold(&draft->content, noun))
		return;
	oni_run run = oni_phrase_run(look, noun, draft->content.at[0].first, s->end);
	if (run.end > draft->content.at[0].end)
		oni_runs_add(scratch, &draft->content, draft->content.at[0].end, run.end);
}

/* "23 are missing, the ministry said, and 118 were hurt": what goes on with "and" behind the cue is said too. */
static void take_second_half(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = sentence_of(look, draft);
	uint32_t end = draft->cue.end, finite = 0;
	if (draft->content.n != 1 || draft->source.n != 1 || draft->content.at[0].end > draft->cue.first || draft->content.at[0].first != s->first
			|| !is_unquoted(look, draft, draft->content.at[0]) || !oni_statement_speaks(look, draft))
		return;
	end = draft->source.at[0].end > end ? draft->source.at[0].end : end;
	if (end + 4 >= s->end || !is_punct(look, end) || !is_lemma(look, end + 1, "and"))
		return;
	for (uint32_t i = end + 2; i < s->end; i++) {
		if (look->sense[i].cue && oni_word_at(look, i)->upos == ONI_UPOS_VERB)
			return; /* another may speak there */
		finite += (oni_word_at(look, i)->morph & ONI_MORPH_FINITE) != 0;
	}
	if (finite && oni_word_at(look, end + 2)->upos != ONI_UPOS_VERB && oni_word_at(look, end + 2)->upos != ONI_UPOS_AUX)
		oni_runs_add(scratch, &draft->content, end + 2, s->end);
}

/* "according to Save the Children": what stands behind it to the next mark. */
static void take_according(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	enum { LONGEST = 8 };
	const oni_sentence *s = sentence_of(look, draft);
	uint32_t to = draft->word + 1, end = to + 1;
	if (draft->source.n || !is_lemma(look, draft->word, "accord") || end >= s->end || !is_lemma(look, to, "to"))
		return;
	while (end < s->end && !is_punct(look, end))
		end++;
	if (end > to + LONGEST || end == to + 1)
		return;
	oni_runs_remove(scratch, &draft->content, to + 1, end);
	oni_runs_add(scratch, &draft->source, to + 1, end);
}

/* ---- what is no statement ---- */

/* "declined to comment", "refused to be named". */
static bool is_silence(const oni_look *look, const oni_draft *draft)
{
	static const char *const REFUSE[] = {"decline", "refuse", "ask", "request", "want", "wish"};
	static const char *const SPEAK[] = {"comment", "elaborate", "speak", "answer", "respond", "discuss", "identify", "name", "quote"};
	if (!LEMMA_IN(look, draft->word, REFUSE) || draft->content.n != 1)
		return false;
	oni_run run = draft->content.at[0];
	for (uint32_t i = run.first; i < run.end && i < run.first + 5; i++)
		if (LEMMA_IN(look, i, SPEAK))
			return true;
	return false;
}

/* "gave no details", "had no comment". */
static bool is_nothing(const oni_look *look, const oni_draft *draft)
{
	static const char *const GIVE[] = {"give", "have", "offer", "provide", "make", "issue", "claim", "receive"};
	if (!LEMMA_IN(look, draft->word, GIVE) || draft->content.n == 0)
		return false;
	uint32_t first = first_word(look, draft->content.at[0]);
	return first < draft->content.at[0].end && is_lemma(look, first, "no");
}

/* "No group claimed responsibility", "Neither side has commented". */
static bool is_nobody(const oni_look *look, const oni_draft *draft)
{
	static const char *const NOBODY[] = {"no", "nobody", "neither", "none"};
	if (draft->source.n == 0)
		return false;
	uint32_t first = first_word(look, draft->source.at[0]);
	bool clause = oni_child(look, draft->word, ONI_REL_CCOMP) != ONI_NONE; /* "Nobody said it would be easy" */
	return !clause && LEMMA_IN(look, first, NOBODY) && oni_word_at(look, draft->word)->upos == ONI_UPOS_VERB;
}

/* "Rains lashed the coast": a thing, with a bare object. What is written or thought speaks, and acts do ("the move says"). */
static bool is_weather(const oni_look *look, const oni_draft *draft)
{
	static const char *const THINGS[] = {"rain", "storm", "wind", "flood", "wave", "fire", "blaze", "water", "river", "cyclone", "hurricane",
		"typhoon", "earthquake", "quake", "snow", "heat", "bomb", "blast", "explosion", "rocket", "missile", "shell", "drought"};
	uint32_t subject = oni_child(look, draft->word, ONI_REL_NSUBJ);
	return subject != ONI_NONE && oni_child(look, draft->word, ONI_REL_CCOMP) == ONI_NONE && LEMMA_IN(look, subject, THINGS);
}

/* "Ruiz, asked if she would run, said": who is asked asks nothing. */
static bool is_asked(const oni_look *look, const oni_draft *draft)
{
	const oni_word *w = oni_word_at(look, draft->word);
	oni_rel rel = oni_plain_rel(look, draft->word);
	bool opens = draft->word == sentence_of(look, draft)->first;
	if (opens && is_lemma(look, draft->word, "ask"))
		return true;
	return is_lemma(look, draft->word, "ask") && oni_str_is(w->xpos, "VBN") && (rel == ONI_REL_ACL || rel == ONI_REL_ADVCL)
		&& oni_child(look, draft->word, ONI_REL_AUX) == ONI_NONE && oni_child(look, draft->word, ONI_REL_NSUBJ) == ONI_NONE;
}

/* "They are being asked to pay", "had been denied access", "could be told to go": done to somebody, by nobody who is named. */
static bool is_done_to(const oni_look *look, const oni_draft *draft)
{
	static const char *const VERBS[] = {"deny", "ask", "tell", "order", "refuse"};
	bool relative = oni_word_at(look, draft->word)->rel == ONI_REL_ACL_RELCL; /* "families who had been told that they were dead" */
	if (relative && is_lemma(look, draft->word, "tell") && oni_child(look, draft->word, ONI_REL_AUX_PASS) != ONI_NONE)
		return true;
	return LEMMA_IN(look, draft->word, VERBS) && oni_child(look, draft->word, ONI_REL_AUX_PASS) != ONI_NONE && draft->source.n == 0
		&& oni_child(look, draft->word, ONI_REL_CCOMP) == ONI_NONE;
}

/* "could not be independently verified": what nobody confirms nobody says. */
static bool is_unverified(const oni_look *look, const oni_draft *draft)
{
	static const char *const CHECK[] = {"confirm", "verify", "corroborate"};
	bool negated = false;
	for (uint32_t c = look->child[draft->word]; c != ONI_NONE; c = look->sibling[c])
		negated = negated || is_lemma(look, c, "not") || is_lemma(look, c, "never");
	return negated && LEMMA_IN(look, draft->word, CHECK) && oni_child(look, draft->word, ONI_REL_CCOMP) == ONI_NONE;
}

/* "ordered out an envoy", "called off a visit": verb and particle are no verb of speaking. */
static bool is_deed(const oni_look *look, const oni_draft *draft)
{
	static const char *const PARTICLES[] = {"out", "off"};
	static const char *const VERBS[] = {"order", "call"};
	uint32_t next = draft->word + 1;
	return LEMMA_IN(look, draft->word, VERBS) && next < look->doc->words.n && LEMMA_IN(look, next, PARTICLES);
}

/* "what they discussed": a bare question word is no content. */
static bool is_bare_question(const oni_look *look, const oni_draft *draft)
{
	if (draft->content.n != 1)
		return false;
	oni_run run = draft->content.at[0];
	uint32_t first = first_word(look, run);
	return first + 1 == run.end && is_lemma(look, first, "what");
}

/* "Serbia protests: clashes", "Chad: soldiers announce": before the colon of a headline is where or what, not who. */
static bool is_topic(const oni_look *look, const oni_draft *draft)
{
	const oni_segment *segment = &look->doc->segments.at[sentence_of(look, draft)->segment];
	if (!is_punct(look, draft->word) || segment->kind == ONI_SEGMENT_BODY || draft->source.n != 1 || draft->source.at[0].end > draft->word)
		return false;
	uint32_t last = draft->source.at[0].end - 1;
	return !oni_is_animate(look, last) || (last == draft->source.at[0].first && oni_is_place_word(look, last));
}

/* "Soldiers were seen near the palace": nobody is said to have seen them. */
static bool is_seen(const oni_look *look, const oni_draft *draft)
{
	return is_lemma(look, draft->word, "see") && oni_child(look, draft->word, ONI_REL_AUX_PASS) != ONI_NONE
		&& oni_child(look, draft->word, ONI_REL_CCOMP) == ONI_NONE;
}

void oni_clip_draft(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	if (is_silence(look, draft) || is_nothing(look, draft) || is_nobody(look, draft) || is_weather(look, draft) || is_asked(look, draft)
			|| is_topic(look, draft) || is_seen(look, draft)
			|| is_done_to(look, draft) || is_unverified(look, draft) || is_deed(look, draft) || is_bare_question(look, draft)) {
		draft->content.n = 0;
		return;
	}
	take_according(look, scratch, draft);
	take_called_for(look, scratch, draft);
	take_infinitive(look, scratch, draft);
	take_that(look, scratch, draft);
	take_subject(look, scratch, draft);
	take_between(look, scratch, draft);
	clip_behind(look, scratch, draft);
	clip_participle(look, scratch, draft);
	clip_told(look, scratch, draft);
	go_on_behind_marks(look, scratch, draft);
	take_second_half(look, scratch, draft);
}
