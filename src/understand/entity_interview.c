/* Interviews: who is asked, and who answers.
 *
 * In questions and answers printed one below the other, you in a question and I in an answer are one person: who is said to be
 * interviewed at the beginning. An article is such an interview when at least three of its paragraphs end with a question mark and say
 * you, and three others say I or we.
 *
 *   The Gazette spoke with Ana Ruiz.   Why did you leave?   I was tired.      - you, I: Ana Ruiz */
#include "understand/entity_parts.h"

enum { ENOUGH = 3, INTRODUCTION = 12, MOST = 100, LOOKED_AT = 4000 };

static bool asks(const oni_doc *doc, uint32_t sentence)
{
	const oni_segment *g = &doc->segments.at[doc->sentences.at[sentence].segment];
	const oni_sentence *last = &doc->sentences.at[g->end_sentence - 1];
	return last->end > last->first && oni_str_is(doc->words.at[last->end - 1].form, "?");
}

/* Counts paragraphs that ask and paragraphs that answer. */
void oni_find_interview(oni_cast *cast)
{
	const oni_doc *doc = cast->doc;
	uint32_t questions = 0, answers = 0, counted = ONI_NONE;
	for (uint32_t i = 0; i < cast->candidates.n && i < LOOKED_AT; i++) {
		const oni_candidate *c = &cast->candidates.at[i];
		uint32_t segment = doc->sentences.at[c->sentence].segment;
		if (segment == counted || c->pronoun < ONI_PRONOUN_I || doc->words.at[c->head].quote != ONI_NONE)
			continue;
		bool question = asks(doc, c->sentence);
		if (question != (c->pronoun == ONI_PRONOUN_YOU))
			continue;
		counted = segment;
		*(question ? &questions : &answers) += 1;
	}
	cast->interview = questions >= ENOUGH && answers >= ENOUGH;
}

/* "interviewed Ana Ruiz", "spoke with Ana Ruiz", "an interview with Ana Ruiz" */
static bool is_interviewed(const oni_doc *doc, const oni_candidate *c)
{
	static const char *const verbs[] = {"interview", NULL};
	static const char *const talks[] = {"speak", "talk", "chat", "interview", "conversation", "sit", "meet", "discussion", NULL};
	static const char *const with[] = {"with", "to", NULL};
	const oni_word *w = &doc->words.at[c->head];
	if (w->head == ONI_NONE)
		return false;
	if (oni_rel_universal((oni_rel)w->rel) == ONI_REL_OBJ)
		return oni_word_is(doc, w->head, verbs);
	oni_str preposition = oni_preposition(doc, c->head);
	for (const char *const *p = with; *p; p++)
		if (oni_str_eq_nocase(preposition, oni_str_of(*p)))
			return oni_word_is(doc, w->head, talks);
	return false;
}

static bool has_name(const oni_cluster *k)
{
	return k->nature == ONI_NATURE_PERSON && k->name_end > k->name_first && !k->author;
}

/* How often somebody is spoken of in the introduction; pronouns count. */
static uint32_t weight_of(const oni_cast *cast, const oni_cluster *k)
{
	uint32_t n = 0;
	while (n < k->members.n && cast->candidates.at[k->members.at[n]].sentence < INTRODUCTION)
		n++;
	return n;
}

/* The cluster of who is interviewed: who is said to be, else whom the introduction speaks of most; ONI_NONE when nobody has a name. */
static uint32_t interviewed(const oni_cast *cast)
{
	uint32_t best = ONI_NONE, most = 1;
	for (uint32_t i = 0; i < cast->candidates.n && cast->candidates.at[i].sentence < INTRODUCTION && i < MOST; i++) {
		const oni_candidate *c = &cast->candidates.at[i];
		if (c->cluster == ONI_NONE || !has_name(&cast->clusters.at[c->cluster]))
			continue;
		if (is_interviewed(cast->doc, c))
			return c->cluster;
		uint32_t weight = weight_of(cast, &cast->clusters.at[c->cluster]);
		if (weight > most)
			most = weight, best = c->cluster;
	}
	return best;
}

uint32_t oni_interviewee(oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	bool his = asks(cast->doc, c->sentence) ? c->pronoun == ONI_PRONOUN_YOU : c->pronoun == ONI_PRONOUN_I;
	if (!cast->interview || !his)
		return ONI_NONE;
	if (cast->answers == ONI_NONE)
		cast->answers = interviewed(cast);
	return cast->answers;
}

/* Under which key those who have no name are one: the asker, who answers, those they speak for, those spoken to. */
const char *oni_author_key(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	bool question = cast->interview && asks(cast->doc, c->sentence);
	if (c->pronoun == ONI_PRONOUN_WE)
		return question ? "we who ask" : "we";
	if (c->pronoun == ONI_PRONOUN_YOU)
		return question ? "interviewee" : "you";
	return cast->interview && !question ? "interviewee" : "author";
}
