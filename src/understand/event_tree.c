/* The tree of a sentence as events need it: who is the deep subject, what fills a slot of a pattern.
 *
 * Problem: the doer of a verb is often not its own subject. Method: walk UD's relations. An agent of a passive, else
 * the subject; without one, the clause that governs it tells: a conjunct shares its subject, an infinitive is
 * controlled by the object ("urged Kyiv to leave") or the subject ("agreed to leave"), a participle by the subject of
 * its main clause or the noun it describes, a relative pronoun stands for the noun before it.
 *
 * Example: "rebels, who had agreed to leave, were attacked": leave <- agreed <- who <- rebels; attacked has no doer.
 * Source: the relations as Universal Dependencies 2 defines them. */
#include "understand/event_parts.h"

void oni_scene_open(oni_event_scene *ret, oni_doc *doc, const oni_event_tables *tables, const oni_sentence *sentence)
{
	uint32_t n = sentence->end - sentence->first;
	*ret = (oni_event_scene){.doc = doc, .tables = tables, .first = sentence->first, .end = sentence->end};
	ret->child = ONI_NEW_N(doc->scratch, uint32_t, n + 1);
	ret->sibling = ONI_NEW_N(doc->scratch, uint32_t, n + 1);
	ret->draft = ONI_NEW_N(doc->scratch, oni_draft, n + 1);
	for (uint32_t i = 0; i < n; i++)
		ret->child[i] = ret->sibling[i] = ONI_NONE;
	for (uint32_t w = sentence->end; w-- > sentence->first;) {
		uint32_t head = doc->words.at[w].head;
		if (head == ONI_NONE || head < ret->first || head >= ret->end)
			continue;
		ret->sibling[w - ret->first] = ret->child[head - ret->first];
		ret->child[head - ret->first] = w;
	}
}

bool oni_word_in_list(oni_str word, const char *list)
{
	oni_str rest = oni_str_of(list), one;
	while (oni_str_split(&rest, ' ', &one))
		if (word.n && oni_str_eq_nocase(one, word))
			return true;
	return false;
}

void oni_fill_add(oni_fill *fill, uint32_t w)
{
	for (uint32_t i = 0; i < fill->n; i++)
		if (fill->at[i] == w)
			return;
	if (fill->n < ONI_EVENT_FILL)
		fill->at[fill->n++] = w;
}

bool oni_is_clause(const oni_word *w)
{
	return w->upos == ONI_UPOS_VERB || w->upos == ONI_UPOS_AUX;
}

static bool is_prepositional(oni_rel rel)
{
	rel = oni_rel_universal(rel);
	return rel == ONI_REL_OBL || rel == ONI_REL_NMOD;
}

static bool is_subject(oni_rel rel)
{
	return rel == ONI_REL_NSUBJ || rel == ONI_REL_NSUBJ_OUTER || rel == ONI_REL_NSUBJ_PASS;
}

bool oni_is_passive(const oni_event_scene *scene, uint32_t verb)
{
	const oni_word *w = oni_scene_word(scene, verb);
	if (w->upos != ONI_UPOS_VERB)
		return false;
	ONI_EACH_CHILD(c, scene, verb) {
		oni_rel rel = oni_scene_word(scene, c)->rel;
		if (rel == ONI_REL_AUX_PASS || rel == ONI_REL_NSUBJ_PASS)
			return true;
		if (rel == ONI_REL_NSUBJ || rel == ONI_REL_OBJ || rel == ONI_REL_AUX)
			return false;
	}
	if (w->rel == ONI_REL_CONJ && w->head != ONI_NONE && oni_str_is(w->xpos, "VBN"))
		return oni_is_passive(scene, w->head);
	return (w->morph & ONI_MORPH_PASSIVE) || (w->rel == ONI_REL_ACL && oni_str_is(w->xpos, "VBN"));
}

oni_str oni_case_of(const oni_event_scene *scene, uint32_t w)
{
	ONI_EACH_CHILD(c, scene, w) {
		const oni_word *k = oni_scene_word(scene, c);
		if (k->rel == ONI_REL_CASE && !oni_str_is(k->lemma, "'s") && !oni_str_is(k->lemma, "’s"))
			return k->lemma;
		if (k->rel == ONI_REL_MARK)
			return k->lemma;
	}
	return (oni_str){0};
}

uint32_t oni_antecedent(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *pronoun = oni_scene_word(scene, w);
	if (!(pronoun->morph & ONI_MORPH_RELATIVE))
		return w;
	uint32_t at = pronoun->head;
	for (int i = 0; i < 6 && at != ONI_NONE; i++, at = oni_scene_word(scene, at)->head)
		if (oni_scene_word(scene, at)->rel == ONI_REL_ACL_RELCL)
			return oni_scene_word(scene, at)->head;
	return w;
}

/* ---- subjects ---- */

static void subjects(const oni_event_scene *scene, uint32_t verb, int depth, oni_fill *ret);

/* "the opposition Labour Party", torn into two subjects: the noun right before the name is its title. */
static bool is_torn_title(const oni_event_scene *scene, uint32_t verb, uint32_t noun)
{
	if (noun + 1 >= verb || oni_scene_word(scene, noun)->upos != ONI_UPOS_NOUN || oni_scene_word(scene, noun + 1)->name == ONI_NONE)
		return false;
	ONI_EACH_CHILD(c, scene, verb)
		if (c > noun && is_subject(oni_scene_word(scene, c)->rel))
			return true;
	return false;
}

/* Of two subjects that the parser gave one verb the nearer one is its own: "Services stopped as workers began a strike". */
static bool has_nearer_subject(const oni_event_scene *scene, uint32_t verb, uint32_t subject)
{
	ONI_EACH_CHILD(c, scene, verb) {
		bool other = c > subject && c < verb && is_subject(oni_scene_word(scene, c)->rel);
		for (uint32_t w = subject + 1; other && w < c; w++) /* where a clause begins between them */
			if (oni_word_in_list(oni_scene_word(scene, w)->form, "as while when after before because since although"))
				return true;
	}
	return false;
}

static bool own_subjects(const oni_event_scene *scene, uint32_t verb, oni_fill *ret)
{
	ONI_EACH_CHILD(c, scene, verb)
		if (is_torn_title(scene, verb, c) || has_nearer_subject(scene, verb, c))
			continue;
		else if (is_subject(oni_scene_word(scene, c)->rel) || (oni_scene_word(scene, c)->rel == ONI_REL_EXPL && oni_is_party(scene, c, true)))
			oni_fill_add(ret, oni_antecedent(scene, c));
	return ret->n > 0;
}

static uint32_t object_of(const oni_event_scene *scene, uint32_t verb)
{
	ONI_EACH_CHILD(c, scene, verb) {
		oni_rel rel = oni_scene_word(scene, c)->rel;
		if (rel == ONI_REL_OBJ || rel == ONI_REL_IOBJ || rel == ONI_REL_NSUBJ_PASS)
			return c;
	}
	return ONI_NONE;
}

/* "called on Kyiv to leave", "appealed to rebels to stop": who is called on. */
static uint32_t asked_of(const oni_event_scene *scene, uint32_t verb)
{
	ONI_EACH_CHILD(c, scene, verb) {
		const oni_word *w = oni_scene_word(scene, c);
		oni_str mark = oni_case_of(scene, c);
		if (w->rel == ONI_REL_OBL && w->upos != ONI_UPOS_VERB && (oni_str_is(mark, "on") || oni_str_is(mark, "upon") || oni_str_is(mark, "to") || oni_str_is(mark, "for"))
			&& oni_is_party(scene, c, true))
			return c;
	}
	return ONI_NONE;
}

static void controllers(const oni_event_scene *scene, uint32_t verb, int depth, oni_fill *ret)
{
	uint32_t head = oni_scene_word(scene, verb)->head, object = object_of(scene, head);
	bool promise = oni_word_in(scene, head, ONI_STR("promise|vow|threaten|pledge"));
	if (object == ONI_NONE && oni_is_clause(oni_scene_word(scene, head)))
		object = asked_of(scene, head);
	if (object != ONI_NONE && !promise && (oni_is_party(scene, object, true) || oni_scene_word(scene, object)->upos == ONI_UPOS_PRON))
		oni_fill_add(ret, oni_antecedent(scene, object));
	else
		subjects(scene, head, depth + 1, ret);
}

static void of_described(const oni_event_scene *scene, uint32_t verb, int depth, oni_fill *ret)
{
	const oni_word *w = oni_scene_word(scene, verb);
	bool charged = oni_str_is(oni_case_of(scene, verb), "of") && oni_scene_word(scene, w->head)->rel == ONI_REL_OBJ;
	if (!charged && (w->morph & ONI_MORPH_INFINITIVE || oni_case_of(scene, verb).n)) {
		ONI_EACH_CHILD(c, scene, w->head)
			if (oni_scene_word(scene, c)->rel == ONI_REL_NMOD_POSS)
				oni_fill_add(ret, c);
		uint32_t up = oni_scene_word(scene, w->head)->head;
		if (!ret->n && up != ONI_NONE)
			subjects(scene, up, depth + 1, ret);
		if (ret->n)
			return;
	}
	oni_fill_add(ret, w->head);
}

static void subjects(const oni_event_scene *scene, uint32_t verb, int depth, oni_fill *ret)
{
	const oni_word *w = oni_scene_word(scene, verb);
	if (depth > ONI_EVENT_DEPTH || own_subjects(scene, verb, ret) || w->head == ONI_NONE)
		return;
	switch (oni_rel_universal(w->rel)) {
	case ONI_REL_XCOMP:
	case ONI_REL_CCOMP:
		controllers(scene, verb, depth, ret);
		break;
	case ONI_REL_CONJ:
	case ONI_REL_PARATAXIS:
		if (oni_is_clause(oni_scene_word(scene, w->head)) || w->upos != ONI_UPOS_VERB)
			subjects(scene, w->head, depth + 1, ret);
		break;
	case ONI_REL_ADVCL:
		if (object_of(scene, w->head) != ONI_NONE && oni_str_is(oni_case_of(scene, verb), "of"))
			oni_fill_add(ret, oni_antecedent(scene, object_of(scene, w->head))); /* "accused both sides of killing" */
		else
			subjects(scene, w->head, depth + 1, ret);
		break;
	case ONI_REL_OBJ:
	case ONI_REL_OBL:
		if (!oni_is_clause(w))
			subjects(scene, w->head, depth + 1, ret);
		break;
	case ONI_REL_ACL:
		if (w->rel == ONI_REL_ACL)
			of_described(scene, verb, depth, ret);
		break;
	default:
		break;
	}
}

void oni_surface_subjects(const oni_event_scene *scene, uint32_t verb, oni_fill *ret)
{
	subjects(scene, verb, 0, ret);
}

static void agents(const oni_event_scene *scene, uint32_t verb, oni_fill *ret)
{
	ONI_EACH_CHILD(c, scene, verb) {
		const oni_word *w = oni_scene_word(scene, c);
		if (w->rel == ONI_REL_OBL_AGENT || (is_prepositional(w->rel) && oni_str_is(oni_case_of(scene, c), "by")))
			oni_fill_add(ret, oni_antecedent(scene, c));
	}
}

void oni_doers(const oni_event_scene *scene, uint32_t verb, oni_fill *ret)
{
	if (oni_is_passive(scene, verb))
		agents(scene, verb, ret);
	else
		subjects(scene, verb, 0, ret);
}

/* ---- slots ---- */

/* "hand over a suspect", "lay down arms": the particle was taken for the noun's preposition. */
static bool is_behind_particle(const oni_event_scene *scene, uint32_t verb, uint32_t noun)
{
	const oni_word *next = verb + 1 < scene->end ? oni_scene_word(scene, verb + 1) : NULL;
	return next && next->head == noun && next->rel == ONI_REL_CASE && oni_scene_word(scene, noun)->upos == ONI_UPOS_NOUN
		&& oni_word_in_list(next->lemma, "over up off down out away aside back") && oni_word_in_list(oni_scene_word(scene, verb)->lemma,
			"hand turn give lay call break set cut pull throw kick put carry take back knock shoot wave brush round lock shut close drive sell pay hold send wipe");
}

static bool has_particle(const oni_event_scene *scene, uint32_t verb)
{
	ONI_EACH_CHILD(c, scene, verb) {
		const oni_word *w = oni_scene_word(scene, c);
		if (w->rel == ONI_REL_COMPOUND_PRT || (w->rel == ONI_REL_ADVMOD && w->upos == ONI_UPOS_ADP))
			return true;
	}
	return false;
}

/* Objects that look like adjuncts: behind words that might be prepositions ("forced out more than 1,000 refugees", "brushed
 * aside an offer"), and an infinitive's own, hung on the verb above ("threatened to arrest journalists"). */
static void bare_objects(const oni_event_scene *scene, uint32_t verb, oni_fill *ret)
{
	const oni_word *w = oni_scene_word(scene, verb);
	bool particle = has_particle(scene, verb);
	ONI_EACH_CHILD(c, scene, verb)
		if (!ret->n && c > verb && oni_scene_word(scene, c)->rel == ONI_REL_OBL && ((!oni_case_of(scene, c).n && (particle || oni_is_party(scene, c, true))) || is_behind_particle(scene, verb, c)))
			oni_fill_add(ret, c);
	bool infinitive = (w->morph & ONI_MORPH_INFINITIVE) && (w->rel == ONI_REL_XCOMP || w->rel == ONI_REL_ADVCL) && w->head != ONI_NONE && w->head < verb;
	if (ret->n || !infinitive || scene->child[verb - scene->first] == ONI_NONE)
		return;
	ONI_EACH_CHILD(c, scene, verb)
		if (c > verb && oni_scene_word(scene, c)->rel != ONI_REL_PUNCT)
			return;
	ONI_EACH_CHILD(c, scene, w->head) {
		const oni_word *k = oni_scene_word(scene, c);
		if (c > verb && k->rel == ONI_REL_OBL && k->upos == ONI_UPOS_NOUN && !oni_case_of(scene, c).n && !oni_word_in_list(k->lemma, "day week month year hour morning night today yesterday tomorrow")) {
			oni_fill_add(ret, c);
			return;
		}
	}
}

static void objects(const oni_event_scene *scene, uint32_t verb, oni_fill *ret)
{
	if (oni_is_passive(scene, verb)) {
		subjects(scene, verb, 0, ret);
		return;
	}
	const oni_word *w = oni_scene_word(scene, verb);
	ONI_EACH_CHILD(c, scene, verb)
		if (oni_scene_word(scene, c)->rel == ONI_REL_OBJ)
			oni_fill_add(ret, oni_antecedent(scene, c));
	bare_objects(scene, verb, ret);
	if (!ret->n && w->rel == ONI_REL_ACL_RELCL) { /* "the town they seized" */
		oni_fill own = {0};
		if (own_subjects(scene, verb, &own) && own.at[0] != w->head)
			oni_fill_add(ret, w->head);
	}
}

static void by_relation(const oni_event_scene *scene, uint32_t w, oni_rel rel, oni_fill *ret)
{
	ONI_EACH_CHILD(c, scene, w)
		if (oni_scene_word(scene, c)->rel == rel)
			oni_fill_add(ret, oni_antecedent(scene, c));
}

static void particles(const oni_event_scene *scene, uint32_t w, oni_fill *ret)
{
	by_relation(scene, w, ONI_REL_COMPOUND_PRT, ret);
	ONI_EACH_CHILD(c, scene, w)
		if (!ret->n && oni_scene_word(scene, c)->rel == ONI_REL_OBL && is_behind_particle(scene, w, c))
			oni_fill_add(ret, w + 1);
}

static void modifiers(const oni_event_scene *scene, uint32_t w, oni_fill *ret)
{
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_scene_word(scene, c)->rel;
		if (rel == ONI_REL_AMOD || rel == ONI_REL_COMPOUND || rel == ONI_REL_NMOD_DESC || rel == ONI_REL_NMOD_UNMARKED)
			oni_fill_add(ret, c);
	}
}

/* Clauses of time and reason say when and why, not what. */
static bool is_circumstance(const oni_event_scene *scene, uint32_t c)
{
	return oni_word_in_list(oni_case_of(scene, c), "after before when while as since because although though if unless until despite whereas once");
}

static void clauses_at(const oni_event_scene *scene, uint32_t w, oni_fill *ret)
{
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_rel_universal(oni_scene_word(scene, c)->rel);
		bool of_state = rel == ONI_REL_CSUBJ && oni_scene_word(scene, w)->upos != ONI_UPOS_VERB; /* "it is willing to leave", "leaving is out of the question" */
		if (rel == ONI_REL_XCOMP || rel == ONI_REL_CCOMP || of_state || oni_scene_word(scene, c)->rel == ONI_REL_ACL
			|| (rel == ONI_REL_ADVCL && oni_case_of(scene, c).n && !is_circumstance(scene, c)))
			oni_fill_add(ret, c);
	}
}

static void complements(const oni_event_scene *scene, uint32_t w, oni_fill *ret)
{
	clauses_at(scene, w, ret);
	if (ret->n || oni_scene_word(scene, w)->upos != ONI_UPOS_VERB)
		return;
	ONI_EACH_CHILD(c, scene, w) /* "accused rebels of breaking a truce", hung on the rebels */
		if (oni_scene_word(scene, c)->rel == ONI_REL_OBJ)
			ONI_EACH_CHILD(k, scene, c)
				if (oni_scene_word(scene, k)->rel == ONI_REL_ACL && oni_case_of(scene, k).n)
					oni_fill_add(ret, k);
}

static void prepositional(const oni_event_scene *scene, uint32_t w, oni_str word, oni_fill *ret)
{
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_rel_universal(oni_scene_word(scene, c)->rel);
		if ((rel == ONI_REL_OBL || rel == ONI_REL_NMOD || rel == ONI_REL_ADVCL || rel == ONI_REL_ACL || rel == ONI_REL_XCOMP)
			&& oni_str_eq_nocase(oni_case_of(scene, c), word))
			oni_fill_add(ret, oni_antecedent(scene, c));
	}
}

/* A prepositional phrase may hang on the verb's object as well: "paid compensation to Mali"; and on what a noun is of:
 * "the arrest of nuns by police". "of" is the object's own but behind somebody: "accused Mali of genocide". */
static void behind_preposition(const oni_event_scene *scene, uint32_t w, oni_str word, oni_fill *ret)
{
	prepositional(scene, w, word, ret);
	bool verb = oni_scene_word(scene, w)->upos == ONI_UPOS_VERB, of = oni_str_is(word, "of");
	if (ret->n || (!verb && !oni_str_is(word, "by") && !oni_str_is(word, "from")))
		return;
	ONI_EACH_CHILD(c, scene, w) {
		const oni_word *k = oni_scene_word(scene, c);
		bool line = verb && k->rel == ONI_REL_OBL && oni_word_in_list(k->lemma, "telephone phone video videolink hotline"); /* "spoke by phone with Ruiz" */
		bool object = verb ? k->rel == ONI_REL_OBJ || k->rel == ONI_REL_NSUBJ_PASS || line : k->rel == ONI_REL_NMOD && oni_str_is(oni_case_of(scene, c), "of");
		if (object && (!of || oni_is_party(scene, c, true)))
			prepositional(scene, c, word, ret);
	}
}

void oni_fill_slot(const oni_event_scene *scene, uint32_t w, oni_str slot, oni_fill *ret)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (oni_str_is(slot, "subj"))
		oni_doers(scene, w, ret);
	else if (oni_str_is(slot, "topic"))
		oni_surface_subjects(scene, w, ret);
	else if (oni_str_is(slot, "obj"))
		objects(scene, w, ret);
	else if (oni_str_is(slot, "iobj"))
		by_relation(scene, w, ONI_REL_IOBJ, ret);
	else if (oni_str_is(slot, "prt"))
		particles(scene, w, ret);
	else if (oni_str_is(slot, "adv"))
		by_relation(scene, w, ONI_REL_ADVMOD, ret);
	else if (oni_str_is(slot, "poss"))
		by_relation(scene, w, ONI_REL_NMOD_POSS, ret);
	else if (oni_str_is(slot, "mod"))
		modifiers(scene, w, ret);
	else if (oni_str_is(slot, "comp"))
		complements(scene, w, ret);
	else if (oni_str_is(slot, "head")) {
		if (word->head != ONI_NONE)
			oni_fill_add(ret, word->head);
	} else
		behind_preposition(scene, w, slot, ret);
}
