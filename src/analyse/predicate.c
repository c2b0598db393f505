/* A sentence of prose has a predicate; where the parser found none, it is the verb that it took for a description.
 *
 * Problem: the past form of a regular verb between two nouns is also a participle, and short sentences give the network little
 * else to go by. "Tunisia's president dissolved parliament" came out as a dissolved parliament, and nobody did anything.
 * Method: only where a sentence ends with a full stop and its root is no predicate. Three shapes of the same slip:
 *   a noun as root with a participle before it that follows a noun:   president [dissolved] PARLIAMENT
 *   an adjective as root with a subject and an object:                gunmen MASSACRED villagers
 *   a noun as root with an object, and a noun right before it:        Poland and Ukraine PLAN joint exercises
 * The verb becomes the root, the noun phrase before it its subject, the noun behind it its object.
 *
 * "Up to 40" behind a verb is read as its particle and a way ("allow up"): a number's words are given back to the number.
 *
 * The gerund behind "accused of" has the same fate ("of [backing] rebels") and is mended in the same way.
 * So is a second predicate that was read as a part of the first one's object ("recalled its ambassador and [suspended] flights").
 *
 * Example: president <-amod- dissolved <-amod- parliament(root)  becomes  president <-nsubj- dissolved(root) -obj-> parliament. */
#include "analyse/predicate.h"

#include "analyse/tree.h"

typedef struct mending {
	oni_word *words;
	uint32_t first, end;           /* of the sentence */
} mending;

static bool is_nominal(const oni_word *w)
{
	return w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_PROPN;
}

/* The first child of `head` with this relation, ONI_NONE when there is none. */
static uint32_t child_of(const mending *m, uint32_t head, oni_rel rel)
{
	for (uint32_t i = m->first; i < m->end; i++)
		if (m->words[i].head == head && m->words[i].rel == rel)
			return i;
	return ONI_NONE;
}

static bool has_copula(const mending *m, uint32_t root)
{
	return child_of(m, root, ONI_REL_COP) != ONI_NONE || child_of(m, root, ONI_REL_AUX) != ONI_NONE;
}

/* The head of the noun phrase that ends right before the verb; ONI_NONE when there is none. */
static uint32_t phrase_before(const mending *m, uint32_t verb)
{
	uint32_t p = verb;
	while (p > m->first && m->words[p - 1].upos == ONI_UPOS_ADV)
		p--;
	if (p == m->first || !is_nominal(&m->words[p - 1]))
		return ONI_NONE;
	for (p--; m->words[p].head != ONI_NONE && m->words[p].head >= m->first && m->words[p].head < verb;)
		p = m->words[p].head;
	return is_nominal(&m->words[p]) ? p : ONI_NONE;
}

/* A participle right behind a noun and before the root that it describes. */
static uint32_t torn_verb(const mending *m, uint32_t root)
{
	for (uint32_t i = m->first; i < root; i++) {
		const oni_word *w = &m->words[i];
		bool past = w->upos == ONI_UPOS_VERB ? oni_str_is(w->xpos, "VBN") || oni_str_is(w->xpos, "VBD") : w->upos == ONI_UPOS_ADJ && oni_str_ends(w->form, "ed");
		if (past && w->head == root && w->rel == ONI_REL_AMOD && phrase_before(m, i) != ONI_NONE)
			return i;
	}
	return ONI_NONE;
}

/* What hung left of the verb on the verb or the old root is the subject's, but for what belongs to the clause. */
static void move_left(const mending *m, uint32_t verb, uint32_t root, uint32_t subject)
{
	for (uint32_t i = m->first; i < verb; i++) {
		oni_word *w = &m->words[i];
		if (i == subject || (w->head != verb && w->head != root))
			continue;
		bool clause = w->upos == ONI_UPOS_ADV || w->upos == ONI_UPOS_PUNCT || w->upos == ONI_UPOS_CCONJ || child_of(m, i, ONI_REL_CASE) != ONI_NONE;
		w->head = clause || i > subject ? verb : subject;
		if (clause && w->rel == ONI_REL_NMOD)
			w->rel = ONI_REL_OBL;
	}
	m->words[subject].head = verb;
	m->words[subject].rel = ONI_REL_NSUBJ;
}

/* What hung on the old root and is a clause's. */
static void move_right(const mending *m, uint32_t verb, uint32_t root)
{
	for (uint32_t i = verb + 1; i < m->end; i++) {
		oni_word *w = &m->words[i];
		if (w->head == root && i > root && (w->rel == ONI_REL_PUNCT || w->rel == ONI_REL_OBL || w->rel == ONI_REL_ADVMOD || w->rel == ONI_REL_ADVCL))
			w->head = verb;
	}
}

static void make_verb(const oni_model *model, oni_arena *arena, oni_word *w)
{
	bool past = w->upos != ONI_UPOS_NOUN || oni_str_ends(w->form, "ed"), third = !past && oni_str_ends(w->form, "s");
	w->lemma = oni_verb_lemma(model, arena, w->form);
	w->upos = ONI_UPOS_VERB;
	w->xpos = past ? ONI_STR("VBD") : third ? ONI_STR("VBZ") : ONI_STR("VBP");
	w->feats = past ? ONI_STR("Mood=Ind|Tense=Past|VerbForm=Fin") : ONI_STR("Mood=Ind|Tense=Pres|VerbForm=Fin");
	w->morph = ONI_MORPH_FINITE | (past ? ONI_MORPH_PAST : ONI_MORPH_PRESENT) | (past || third ? ONI_MORPH_THIRD : 0);
}

/* Forms that the network takes for adjectives though they are verbs in the past. */
static bool may_be_past(oni_str form)
{
	static const char *const SHORT[] = {"shut", "cut", "hit", "set", "put", "split", "shot", "bid", NULL};
	return oni_str_in(form, SHORT) || oni_str_ends(form, "ed");
}

/* Returns the sentence's predicate, the old root when nothing was wrong. */
static uint32_t mend(const oni_model *model, oni_arena *arena, const mending *m, uint32_t root)
{
	const oni_word *r = &m->words[root];
	uint32_t subject = child_of(m, root, ONI_REL_NSUBJ), object = child_of(m, root, ONI_REL_OBJ), verb = root;
	if (has_copula(m, root))
		return root;
	if (r->upos == ONI_UPOS_ADJ && may_be_past(r->form) && subject != ONI_NONE && subject < root && object != ONI_NONE && object > root) {
		make_verb(model, arena, &m->words[root]);
		return root;
	}
	if (!is_nominal(r))
		return root;
	uint32_t own = subject != ONI_NONE && subject < root ? subject : ONI_NONE;
	if (own == ONI_NONE && r->upos == ONI_UPOS_NOUN && object != ONI_NONE && object > root && child_of(m, root, ONI_REL_CASE) == ONI_NONE)
		subject = phrase_before(m, root);
	else if ((verb = torn_verb(m, root)) != ONI_NONE)
		subject = phrase_before(m, verb);
	else
		return root;
	if (subject == ONI_NONE || (own != ONI_NONE && own != subject))
		return root;
	make_verb(model, arena, &m->words[verb]);
	move_left(m, verb, root, subject);
	if (verb == root)
		return root;
	m->words[verb].head = m->words[root].head;
	m->words[verb].rel = m->words[root].rel;
	m->words[root].head = verb;
	m->words[root].rel = ONI_REL_OBJ;
	move_right(m, verb, root);
	return verb;
}

static bool ends_like_one(const mending *m)
{
	for (uint32_t i = m->end; i > m->first && i + 3 > m->end; i--)
		if (oni_str_is(m->words[i - 1].form, "."))
			return true;
	return false;
}

/* ---- "accused Mali of [arming rebels]" ---- */

static bool charges(oni_str lemma)
{
	static const char *const VERBS[] = {"accuse", "suspect", "convict", "blame", "criticize", "criticise", "condemn", "denounce", "fault", "prevent", "bar", "ban",
		"dissuade", "refrain", "stop", "keep", "discourage", "acquit", "apologize", "apologise", "prosecute", "praise", "thank", NULL};
	return oni_str_in(lemma, VERBS);
}

/* A gerund right behind "of", "from" or "for" that was read as a description of its own object. */
static void mend_gerund(const mending *m, uint32_t gerund)
{
	oni_word *g = &m->words[gerund], *mark = &m->words[gerund - 1];
	if (g->rel != ONI_REL_AMOD || !oni_str_is(g->xpos, "VBG") || g->head == ONI_NONE || g->head < gerund || mark->head != g->head || mark->rel != ONI_REL_CASE)
		return;
	if (!oni_str_is(mark->lemma, "of") && !oni_str_is(mark->lemma, "from") && !oni_str_is(mark->lemma, "for"))
		return;
	oni_word *object = &m->words[g->head];
	uint32_t object_at = g->head, verb = object->head;
	if (verb != ONI_NONE && is_nominal(&m->words[verb]))
		verb = m->words[verb].head;
	if (verb == ONI_NONE || verb >= gerund || !charges(m->words[verb].lemma))
		return;
	g->upos = ONI_UPOS_VERB;
	g->head = verb;
	g->rel = ONI_REL_ADVCL;
	mark->head = gerund;
	mark->rel = ONI_REL_MARK;
	object->head = gerund;
	object->rel = ONI_REL_OBJ;
	for (uint32_t i = m->first; i < gerund; i++) /* nothing of the object's stands before its verb */
		if (m->words[i].head == object_at)
			m->words[i].head = verb;
}

/* ---- "allowed [up to 13,000] refugees" ---- */

/* "up to" and a number behind a verb is how many, no particle and no way: the noun is the verb's object, if it has no other. */
static void mend_up_to(const mending *m, uint32_t up)
{
	oni_word *w = &m->words[up], *to = &m->words[up + 1], *number = &m->words[up + 2];
	if (number->upos != ONI_UPOS_NUM || number->rel != ONI_REL_NUMMOD || number->head == ONI_NONE || number->head < up + 2 || number->head >= m->end)
		return;
	oni_word *noun = &m->words[number->head];
	uint32_t verb = noun->head;
	w->head = up + 2;
	w->rel = ONI_REL_ADVMOD;
	to->head = up;
	to->rel = ONI_REL_FIXED;
	if ((noun->rel == ONI_REL_OBL || noun->rel == ONI_REL_NMOD) && verb != ONI_NONE && verb < up && m->words[verb].upos == ONI_UPOS_VERB
		&& child_of(m, verb, ONI_REL_OBJ) == ONI_NONE && child_of(m, number->head, ONI_REL_CASE) == ONI_NONE)
		noun->rel = ONI_REL_OBJ;
}

/* ---- "allowed refugees who had fled [to return]" ---- */

static bool has_infinitive(const oni_word *w)
{
	static const char *const VERBS[] = {"allow", "permit", "enable", "force", "urge", "order", "compel", "persuade", "encourage", "instruct", "authorize", "authorise",
		"invite", "oblige", NULL};
	return w->upos == ONI_UPOS_VERB && oni_str_in(w->lemma, VERBS);
}

/* "who have lived there for a decade [to return]": hung on the span of time. */
static uint32_t act_behind_span(const mending *m, uint32_t relative)
{
	static const char *const SPANS[] = {"decade", "year", "month", "week", "day", "hour", "time", "century", "generation", NULL};
	for (uint32_t i = m->first; i < m->end; i++)
		if (m->words[i].head == relative && m->words[i].rel == ONI_REL_OBL && oni_str_in(m->words[i].lemma, SPANS))
			return child_of(m, i, ONI_REL_ACL);
	return ONI_NONE;
}

/* Verbs that take somebody and an infinitive: one behind the relative clause of their object is theirs where they have none. */
static void mend_infinitive(const mending *m, uint32_t verb)
{
	uint32_t object = child_of(m, verb, ONI_REL_OBJ);
	if (object == ONI_NONE || object < verb || child_of(m, verb, ONI_REL_XCOMP) != ONI_NONE || child_of(m, verb, ONI_REL_CCOMP) != ONI_NONE
		|| child_of(m, verb, ONI_REL_ADVCL) != ONI_NONE)
		return;
	uint32_t relative = child_of(m, object, ONI_REL_ACL_RELCL), act = relative == ONI_NONE ? ONI_NONE : child_of(m, relative, ONI_REL_ADVCL);
	if (relative != ONI_NONE && act == ONI_NONE)
		act = act_behind_span(m, relative);
	if (act == ONI_NONE || act < relative || !(m->words[act].morph & ONI_MORPH_INFINITIVE))
		return;
	m->words[act].head = verb;
	m->words[act].rel = ONI_REL_XCOMP;
}

/* ---- "recalled its ambassador and [suspended flights]" ---- */

/* A past form that stands beside a noun, as nouns do, right before the noun that it is said to describe: a second predicate. */
static void mend_conjunct(const oni_model *model, oni_arena *arena, const mending *m, uint32_t at)
{
	oni_word *w = &m->words[at];
	uint32_t first = w->head, object = first == ONI_NONE ? ONI_NONE : m->words[first].head;
	if (w->rel != ONI_REL_CONJ || (w->upos != ONI_UPOS_ADJ && w->upos != ONI_UPOS_VERB) || !may_be_past(w->form) || first == ONI_NONE || first > at || object == ONI_NONE || object != at + 1)
		return;
	oni_word *noun = &m->words[first], *second = &m->words[object];
	uint32_t verb = second->head;
	if (!is_nominal(noun) || noun->rel != ONI_REL_COMPOUND || !is_nominal(second) || second->rel != ONI_REL_OBJ || verb == ONI_NONE || verb > first
		|| m->words[verb].upos != ONI_UPOS_VERB)
		return;
	make_verb(model, arena, w);
	w->head = verb;
	noun->head = verb;
	noun->rel = ONI_REL_OBJ;
	second->head = at;
	for (uint32_t i = m->first; i < at; i++) {
		if (m->words[i].head == object && i < first)
			m->words[i].head = first;
		if (m->words[i].head == first && m->words[i].rel == ONI_REL_CC)
			m->words[i].head = at;
	}
}

void oni_mend_predicates(const oni_model *model, oni_doc *doc)
{
	for (uint32_t s = 0; s < doc->sentences.n; s++) {
		oni_sentence *sentence = &doc->sentences.at[s];
		mending m = {.words = doc->words.at, .first = sentence->first, .end = sentence->end};
		for (uint32_t w = m.first + 1; w < m.end; w++)
			if (m.words[w].upos == ONI_UPOS_VERB || m.words[w].upos == ONI_UPOS_ADJ) {
				mend_gerund(&m, w);
				mend_conjunct(model, doc->arena, &m, w);
			} else if (w + 2 < m.end && oni_str_is(m.words[w].form, "up") && oni_str_is(m.words[w + 1].form, "to"))
				mend_up_to(&m, w);
		for (uint32_t w = m.first; w < m.end; w++)
			if (has_infinitive(&m.words[w]))
				mend_infinitive(&m, w);
		if (sentence->root == ONI_NONE || doc->words.at[sentence->root].upos == ONI_UPOS_VERB || m.end - m.first > ONI_PIECE_MOST || !ends_like_one(&m))
			continue;
		sentence->root = mend(model, doc->arena, &m, sentence->root);
	}
}
