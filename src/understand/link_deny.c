/* Denials: what a statement that denies is about.
 *
 * Problem: "denied the claim", "dismissed that as nonsense", "denied that it had shelled the plant", "called such figures
 * exaggerated", "denied any role" all deny something told before by another, but only some of them name it.
 *
 * Method, the first that finds something:
 *   - an equal figure in what is denied: that figure;
 *   - a word for a number ("such figures"): the last figure;
 *   - a word for a claim, or a bare "that", without a clause of its own: the last statement of another source;
 *   - a clause: of the statements of others before it, the one that shares most words and most persons or bodies with it;
 *   - a part in something ("any role", "was behind it"): the last statement of another source;
 *   - an event in what is denied: an earlier event of the same kind, or the statement that told it.
 *
 * Example: "Kyiv said Russia had shelled the plant. Moscow denied that it had shelled it." shares "shell" and Russia. */
#include "understand/entity.h"
#include "understand/link_parts.h"

enum { STATEMENTS_BACK = 64, EVENTS_BACK = 64, MATCH_SENTENCES = 10, SAME_SENTENCES = 5, MOST_WORDS = 60, ENOUGH = 2 };

static const oni_word *word_at(const oni_linker *k, uint32_t i)
{
	return &k->doc->words.at[i];
}

static bool has_role(const oni_linker *k, uint32_t word, uint32_t roles)
{
	return word != ONI_NONE && (k->roles[word] & roles) != 0;
}

/* The words [*ret_first, returned) of a piece of content. */
static uint32_t words_of(const oni_linker *k, oni_range at, uint32_t *ret_first)
{
	uint32_t i = *ret_first = oni_word_from(k->doc, at.begin);
	while (i < k->doc->words.n && word_at(k, i)->at.end <= at.end && i - *ret_first < MOST_WORDS)
		i++;
	return i;
}

/* ---- what may be denied ---- */

/* A statement before this one, of another source, and told by itself. */
static bool is_candidate(const oni_doc *doc, const oni_statement *s, const oni_statement *t, uint32_t sentences)
{
	bool near = t->cue.end <= s->cue.begin && oni_sentence_of(doc, t->cue.begin) + sentences >= oni_sentence_of(doc, s->cue.begin);
	return near && t->polarity == ONI_POLARITY_AFFIRMED && t->source != s->source && t->source != ONI_NONE && t->within == ONI_NONE;
}

/* What says no more than what somebody wishes: who rejects it denies nothing. */
static bool is_wish(const oni_statement *t)
{
	return t->act == ONI_ACT_URGE || t->act == ONI_ACT_DEMAND || t->act == ONI_ACT_ASK || t->act == ONI_ACT_PRAISE;
}

/* The last statement before this one, not of its source, within a few sentences: what "the claim" stands for; what "the
 * accusation" does is an accusation, if there is one. */
static uint32_t claim_before(const oni_linker *k, uint32_t statement, bool accusation)
{
	const oni_doc *doc = k->doc;
	const oni_statement *s = &doc->statements.at[statement];
	uint32_t best = ONI_NONE, oldest = statement > STATEMENTS_BACK ? statement - STATEMENTS_BACK : 0;
	for (uint32_t i = oldest; i < doc->statements.n && i < statement + STATEMENTS_BACK; i++) {
		const oni_statement *t = &doc->statements.at[i];
		if (is_candidate(doc, s, t, ONI_LINK_NEAR)
			&& (best == ONI_NONE || !accusation || t->act == ONI_ACT_ACCUSE || doc->statements.at[best].act != ONI_ACT_ACCUSE))
			best = i;
	}
	return best == ONI_NONE || is_wish(&doc->statements.at[best]) ? ONI_NONE : best;
}

static bool is_content_word(const oni_word *w)
{
	static const char *const LIGHT[] = {"be", "have", "do", "say", "make", "take", "get", "other", "more", "people", "that", "such"};
	for (size_t i = 0; i < sizeof LIGHT / sizeof *LIGHT; i++)
		if (oni_str_is(w->lemma, LIGHT[i]))
			return false;
	return w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_VERB || w->upos == ONI_UPOS_ADJ;
}

/* How many words two statements share; *ret_entity: they tell of one person or body. */
static uint32_t shared(const oni_linker *k, const oni_statement *s, const oni_statement *t, bool *ret_entity)
{
	uint32_t n = 0, first, begin;
	*ret_entity = false;
	for (uint32_t c = 0; c < s->content.n; c++) {
		uint32_t end = words_of(k, s->content.at[c], &first);
		for (uint32_t i = first; i < end; i++) {
			uint32_t who = oni_entity_at(k->doc, i);
			bool word = is_content_word(word_at(k, i)) && !has_role(k, i, ONI_LW(CLAIM) | ONI_LW(NUMBER)), hit = false;

			for (uint32_t d = 0; d < t->content.n && !hit; d++) {
				uint32_t stop = words_of(k, t->content.at[d], &begin);
				for (uint32_t j = begin; j < stop && !hit; j++) {
					hit = word && oni_str_eq(word_at(k, i)->lemma, word_at(k, j)->lemma);
					*ret_entity = *ret_entity || (who != ONI_NONE && who == oni_entity_at(k->doc, j));
				}
			}
			n += hit;
		}
	}
	return n;
}

/* The statement before that this one shares most with, the nearest of equals. */
static uint32_t matching(const oni_linker *k, uint32_t statement)
{
	const oni_doc *doc = k->doc;
	const oni_statement *s = &doc->statements.at[statement];
	uint32_t best = ONI_NONE, most = ENOUGH - 1, oldest = statement > STATEMENTS_BACK ? statement - STATEMENTS_BACK : 0;
	for (uint32_t i = oldest; i < doc->statements.n && i < statement + STATEMENTS_BACK; i++) {
		const oni_statement *t = &doc->statements.at[i];
		bool entity = false;
		uint32_t n = is_candidate(doc, s, t, MATCH_SENTENCES) && !is_wish(t) ? shared(k, s, t, &entity) : 0;
		n += n ? entity + (t->act == ONI_ACT_ACCUSE) : 0;
		if (n > most || (n == most && best != ONI_NONE)) {
			most = n;
			best = i;
		}
	}
	return best;
}

/* The last statement of another that names who is said in this one to have done nothing: "denied that the group had signed". */
static uint32_t about_same(const oni_linker *k, uint32_t statement)
{
	const oni_doc *doc = k->doc;
	const oni_statement *s = &doc->statements.at[statement];
	uint32_t best = ONI_NONE, oldest = statement > STATEMENTS_BACK ? statement - STATEMENTS_BACK : 0;
	for (uint32_t i = oldest; i < doc->statements.n && i < statement + STATEMENTS_BACK; i++) {
		bool entity = false;
		if (is_candidate(doc, s, &doc->statements.at[i], SAME_SENTENCES) && !is_wish(&doc->statements.at[i]) && (shared(k, s, &doc->statements.at[i], &entity) || entity))
			best = i;
	}
	return best;
}

/* The first event whose trigger begins at or behind a byte; events are in text order. */
static uint32_t event_from(const oni_doc *doc, uint32_t byte)
{
	uint32_t from;
	oni_halve(from, doc->events.n, i, doc->events.at[i].trigger.begin < byte);
	return from;
}

/* By one actor, as far as both name one. */
static bool one_deed(const oni_event *a, const oni_event *b)
{
	return !a->source_code.n || !b->source_code.n || (a->source_code.n >= 3 && b->source_code.n >= 3 && memcmp(a->source_code.at, b->source_code.at, 3) == 0);
}

/* The same happening told before: an earlier event of the same root, told by another. */
static uint32_t event_before(const oni_linker *k, uint32_t statement)
{
	const oni_doc *doc = k->doc;
	const oni_statement *s = &doc->statements.at[statement];
	if (!s->content.n)
		return ONI_NONE;
	for (uint32_t i = event_from(doc, s->content.at[0].begin); i < doc->events.n
		&& doc->events.at[i].trigger.begin < s->content.at[s->content.n - 1].end; i++) {
		if (doc->events.at[i].said_by != statement)
			continue;
		for (uint32_t j = i; j-- > 0 && j + EVENTS_BACK > i;)
			if (doc->events.at[j].said_by != statement && doc->events.at[j].cameo.n >= 2 && one_deed(&doc->events.at[i], &doc->events.at[j])
				&& memcmp(doc->events.at[i].cameo.at, doc->events.at[j].cameo.at, 2) == 0)
				return j;
	}
	return ONI_NONE;
}

/* ---- what the denial names ---- */

/* "denied this", "dismissed that as nonsense": nothing else is denied. */
static bool is_mere_anaphor(const oni_linker *k, const oni_statement *s)
{
	uint32_t word = s->content.n == 1 ? oni_word_from(k->doc, s->content.at[0].begin) : k->doc->words.n;
	if (word >= k->doc->words.n || !has_role(k, word, ONI_LW(ANAPHOR)))
		return false;
	return word_at(k, word)->at.end >= s->content.at[0].end
		|| (word + 1 < k->doc->words.n && oni_str_is(word_at(k, word + 1)->lemma, "as"));
}

/* "claims that officers had fired", "reports of a rift": the claim is told here, not before. */
static bool is_spelled_out(const oni_linker *k, uint32_t noun)
{
	uint32_t next = noun + 1;
	if (next >= k->doc->words.n || word_at(k, next)->sentence != word_at(k, noun)->sentence)
		return false;
	return oni_str_is(word_at(k, next)->lemma, "that") || oni_str_is(word_at(k, next)->lemma, "of");
}

/* A false word says it of the claim: its predicate, what it is called, or right beside it. */
static bool is_said_of(const oni_linker *k, uint32_t wrong, uint32_t claim)
{
	uint32_t subject = oni_tree_child(&k->tree, wrong, ONI_REL_NSUBJ);
	if (subject == ONI_NONE)
		subject = oni_tree_child(&k->tree, wrong, ONI_REL_NSUBJ_PASS);
	return subject == claim || word_at(k, wrong)->head == claim || word_at(k, claim)->head == wrong;
}

bool oni_calls_false(const oni_linker *k, const oni_statement *s)
{
	enum { SHORT = 8 };
	uint32_t first, claim = ONI_NONE;
	if (s->content.n != 1 || s->polarity == ONI_POLARITY_NEGATED)
		return false;
	uint32_t end = words_of(k, s->content.at[0], &first);
	while (first < end && word_at(k, first)->upos == ONI_UPOS_PUNCT)
		first++;
	for (uint32_t i = first; i < end && i < first + SHORT; i++) {
		if (oni_str_is(word_at(k, i)->lemma, "not") || has_role(k, i, ONI_LW(CHECK)))
			return false;
		bool wrong = has_role(k, i, ONI_LW(FALSE)) && !(oni_str_is(word_at(k, i)->lemma, "lie") && word_at(k, i)->upos == ONI_UPOS_VERB);
		if (claim != ONI_NONE && wrong)
			return end - first <= SHORT || is_said_of(k, i, claim);
		bool stands = has_role(k, i, ONI_LW(NUMBER) | ONI_LW(CLAIM)) || (i == first && has_role(k, i, ONI_LW(ANAPHOR)) && word_at(k, i)->upos != ONI_UPOS_DET);
		claim = stands && claim == ONI_NONE ? i : claim;
	}
	return false;
}

/* Whether the same source has denied it already: the figure, or the statement that gave it. */
static bool denies_already(const oni_linker *k, const oni_link *link)
{
	for (uint32_t i = k->doc->links.n; i-- > 0 && i + ONI_LINKS_BACK > k->doc->links.n;) {
		const oni_link *l = &k->doc->links.at[i];
		bool same = l->to == link->to && l->to_event == link->to_event && l->to_statement == link->to_statement;
		bool told = link->to != ONI_NONE && l->to_statement != ONI_NONE && k->doc->figures.at[link->to].said_by == l->to_statement;
		if (l->kind == ONI_LINK_DENIES && (same || told) && k->doc->statements.at[l->said_by].source == k->doc->statements.at[link->said_by].source)
			return true;
	}
	return false;
}

/* "denied any role in it", "was behind the attack". */
static bool denies_part(const oni_linker *k, const oni_statement *s)
{
	uint32_t first, end = s->content.n ? words_of(k, s->content.at[0], &first) : 0;
	for (uint32_t i = s->content.n ? first : 0; i < end; i++)
		if (has_role(k, i, ONI_LW(PART)))
			return true;
	return false;
}

static void find_claim(const oni_linker *k, uint32_t statement, oni_link *link)
{
	const oni_statement *s = &k->doc->statements.at[statement];
	uint32_t claim = oni_link_anaphor_in(k, s, ONI_LW(CLAIM));
	if (oni_link_anaphor_in(k, s, ONI_LW(NUMBER)) != ONI_NONE)
		link->to = oni_link_last_figure(k, s->cue.begin, ONI_LINK_NEAR, ONI_NONE);
	if (link->to != ONI_NONE)
		return;
	if (claim != ONI_NONE && !is_spelled_out(k, claim)) {
		oni_str word = word_at(k, claim)->lemma;
		bool accusation = oni_str_is(word, "accusation") || oni_str_is(word, "allegation") || oni_str_is(word, "charge");
		link->to_statement = claim_before(k, statement, accusation);
	} else if (is_mere_anaphor(k, s) || oni_calls_false(k, s)) {
		link->to_statement = claim_before(k, statement, true);
	} else {
		link->to_statement = matching(k, statement);
	}
	if (link->to_statement != ONI_NONE || claim != ONI_NONE)
		return;
	if (denies_part(k, s))
		link->to_statement = claim_before(k, statement, true);
	else if ((link->to_event = event_before(k, statement)) == ONI_NONE)
		link->to_statement = about_same(k, statement);
	if (link->to_event != ONI_NONE && k->doc->events.at[link->to_event].said_by != ONI_NONE) {
		link->to_statement = k->doc->events.at[link->to_event].said_by;
		link->to_event = ONI_NONE;
	}
}

/* "rejected the offer", "dismissed calls for talks": what is turned down is no claim. */
static bool turns_down(const oni_linker *k, const oni_statement *s)
{
	static const char *const THINGS[] = {"offer", "proposal", "demand", "call", "request", "plan", "deal", "invitation", "ultimatum", "appeal", "condition",
		"draft", "bid", "resignation", "compromise", "ceasefire", "truce", "idea", "petition", NULL};
	enum { NEAR = 6 };
	if (!s->content.n || oni_str_is(s->cue_lemma, "deny"))
		return false;
	uint32_t first, end = words_of(k, s->content.at[0], &first);
	for (uint32_t i = first; i < end && i < first + NEAR && word_at(k, i)->upos != ONI_UPOS_VERB; i++)
		if (word_at(k, i)->upos == ONI_UPOS_NOUN && oni_str_in(word_at(k, i)->lemma, THINGS))
			return true;
	return false;
}

void oni_link_denial(oni_linker *k, uint32_t statement)
{
	if (turns_down(k, &k->doc->statements.at[statement]))
		return;
	if (oni_link_equal_figure(k, statement, ONI_LINK_DENIES))
		return;
	oni_link link = oni_link_new(ONI_LINK_DENIES);
	link.said_by = statement;
	find_claim(k, statement, &link);
	if ((link.to != ONI_NONE || link.to_statement != ONI_NONE || link.to_event != ONI_NONE) && !denies_already(k, &link))
		oni_link_add(k, link);
}
