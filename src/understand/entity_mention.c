/* Where somebody is mentioned.
 *
 * Three passes over a sentence. Names: what analyse found, and what the tables know of the capitalised words it left; a title before a
 * name belongs to its mention ("Russian Foreign Minister Sergei Lavrov"), whether the tree hangs the title on the name, the name on the
 * title, or neither. Nominals: phrases whose head is a noun for people or bodies (actor_nouns), "the Russians", "the 54-year-old".
 * Pronouns. A capital or a palace is a mention only where it acts (metonymy): as subject, owner, or behind "with", "by", "against"; in
 * "in Moscow" it is a place and none of our business.
 *
 * Example: "Speaking in Bucha, he said Moscow's troops ..." - he (pronoun), Moscow (metonym), Moscow's troops (nominal). */
#include <stdlib.h>

#include "understand/entity_parts.h"

static const char *const articles_definite[] = {"the", "this", "that", "these", "those", "both", NULL};
static const char *const articles_indefinite[] = {"a", "an", "another", "one", "some", "several", "many", "any", "no", "each", "every", NULL};

oni_candidate *oni_candidate_push(oni_cast *cast, uint32_t first, uint32_t end, uint32_t head, oni_mention_form form)
{
	oni_candidate *c = oni_push(cast->doc->scratch, &cast->candidates);
	c->first = first;
	c->end = end;
	c->head = head;
	c->name_first = c->name_end = end;
	c->sentence = cast->doc->words.at[head].sentence;
	c->form = form;
	c->joined = c->cluster = ONI_NONE;
	return c;
}

void oni_read_determiner(oni_cast *cast, oni_candidate *c)
{
	const oni_doc *doc = cast->doc;
	for (uint32_t i = c->first; i < c->head; i++) {
		const oni_word *w = &doc->words.at[i];
		c->possessed |= w->head == c->head && w->rel == ONI_REL_NMOD_POSS;
		c->counted |= w->upos == ONI_UPOS_NUM && w->head == c->head;
		if (i == c->first) {
			c->definite = oni_word_is(doc, i, articles_definite);
			c->indefinite = oni_word_is(doc, i, articles_indefinite);
		}
	}
	c->definite |= c->possessed;
}

/* ---- what a wrong tree leaves out ---- */

static bool colours(const oni_fact *f)
{
	return f->kind == ONI_FACT_NATIONALITY || f->kind == ONI_FACT_STANDING || f->kind == ONI_FACT_PEOPLE
		|| ((f->kind == ONI_FACT_COUNTRY || f->kind == ONI_FACT_ORG) && f->end == f->first + 1);
}

/* The first word of the fact that ends right before `word`; `word` itself when there is none. */
static uint32_t fact_before(const oni_cast *cast, uint32_t from, uint32_t word, oni_fact *ret)
{
	for (uint32_t n = 4; n > 0; n--)
		if (word >= from + n && oni_fact_at(&cast->who, cast->doc, word - n, word, ret) && ret->end == word)
			return word - n;
	return word;
}

/* "Russia troops": a country's name right before its forces, where the tree sets them side by side; not "in Russia troops marched". */
static bool is_its_country(const oni_doc *doc, uint32_t from, uint32_t country, uint32_t noun)
{
	static const char *const places[] = {"in", "at", "near", "from", "to", "across", "inside", "outside", "into", "throughout", "around", NULL};
	const oni_word *w = &doc->words.at[country], *n = &doc->words.at[noun];
	bool beside = w->head == n->head && w->rel == n->rel;
	return country + 1 == noun && beside && w->upos == ONI_UPOS_PROPN && n->upos == ONI_UPOS_NOUN && (n->morph & ONI_MORPH_PLURAL)
		&& !(country > from && oni_word_is(doc, country - 1, places));
}

/* Takes in what stands right before a phrase and surely belongs to it: "Russian", "former", "US"; "Poland's". */
uint32_t oni_widen_left(const oni_cast *cast, uint32_t from, uint32_t first)
{
	const oni_doc *doc = cast->doc;
	oni_fact f;
	for (int n = 0; n < 4; n++) {
		uint32_t end = first;
		if (end > from + 1 && (oni_str_is(doc->words.at[end - 1].form, "'s") || oni_str_is(doc->words.at[end - 1].form, "’s")
			|| oni_str_is(doc->words.at[end - 1].form, "'") || oni_str_is(doc->words.at[end - 1].form, "’")))
			end--;
		uint32_t start = fact_before(cast, from, end, &f);
		if (start == end || (end == first ? !colours(&f) : !f.cameo[0]))
			break;
		if (end == first && f.kind == ONI_FACT_STANDING && oni_is_predicate(doc, end - 1))
			break; /* "they have deposed President Ruiz" */
		if (end == first && f.kind != ONI_FACT_STANDING && f.kind != ONI_FACT_NATIONALITY && f.kind != ONI_FACT_PEOPLE && doc->words.at[start].form.n > 4
			&& !(f.kind == ONI_FACT_COUNTRY && is_its_country(doc, from, start, first)))
			break;
		first = start;
	}
	return first;
}

/* Where the words that say a phrase's country may end: "people in the UK", "dissidents from Egypt". */
static uint32_t land_end(const oni_doc *doc, uint32_t head, uint32_t end, bool anybody)
{
	static const char *const lands[] = {"in", "from", "across", NULL};
	uint32_t stop = doc->sentences.at[doc->words.at[head].sentence].end;
	if (end >= stop || !oni_word_is(doc, end, lands) || doc->words.at[end].rel != ONI_REL_CASE)
		return end;
	uint32_t noun = doc->words.at[end].head;
	if (noun == ONI_NONE || noun <= end || noun >= stop || noun - end > 6)
		return end;
	uint32_t above = doc->words.at[noun].head;
	bool inside = above != ONI_NONE && doc->words.at[noun].rel == ONI_REL_NMOD && above < end && above >= head;
	/* "killed ten people in Peru": though it is said of the killing, whoever they are, they were there. */
	bool beside = anybody && above != ONI_NONE && above == doc->words.at[head].head && doc->words.at[noun].rel == ONI_REL_OBL;
	return inside || beside ? noun + 1 : end;
}

/* ---- nominals ---- */

static bool is_inner(const oni_word *w)
{
	return w->rel == ONI_REL_COMPOUND || w->rel == ONI_REL_FLAT || w->rel == ONI_REL_AMOD || w->rel == ONI_REL_NMOD_DESC
		|| w->rel == ONI_REL_GOESWITH || w->rel == ONI_REL_FIXED || w->rel == ONI_REL_DET;
}

/* "in hospital", "near a church": a body's house and not the body. */
static bool at_place(const oni_doc *doc, uint32_t head)
{
	static const char *const before[] = {"in", "at", "near", "inside", "outside", "into", "around", NULL};
	oni_str preposition = oni_preposition(doc, head);
	for (const char *const *p = before; *p; p++)
		if (oni_str_eq_nocase(preposition, oni_str_of(*p)))
			return true;
	return false;
}

/* "in Helmand province", "across the region": land, not its administration. */
static bool is_land(const oni_doc *doc, const oni_candidate *c)
{
	static const char *const lands[] = {"province", "region", "district", "state", "city", "town", "county", "municipality", "governorate", "prefecture", NULL};
	return oni_word_is(doc, c->head, lands) && at_place(doc, c->head);
}

/* Which nouns make a mention: people always; bodies unless they may as well be a thing. */
static bool is_mention(const oni_cast *cast, const oni_candidate *c)
{
	switch (c->noun.noun) {
	case ONI_NOUN_PERSON:
		return true;
	case ONI_NOUN_COUNTRY:
		return c->definite && (!c->possessed || oni_is_ours(cast->doc, c));
	case ONI_NOUN_ORGANIZATION: case ONI_NOUN_GROUP:
		if (is_land(cast->doc, c))
			return false;
		if (c->noun.use == ONI_NOUN_OWN)
			return c->definite || !at_place(cast->doc, c->head);
		return (c->actor.code.n > 0 && (c->actor.sector.n || c->noun.use == ONI_NOUN_LEADS)) || (c->noun.use == ONI_NOUN_LEADS && c->definite);
	default:
		return false;
	}
}

static uint8_t nature_of(const oni_fact *noun)
{
	switch (noun->noun) {
	case ONI_NOUN_PERSON:
		return noun->plural ? ONI_NATURE_GROUP : ONI_NATURE_PERSON;
	case ONI_NOUN_COUNTRY:
		return ONI_NATURE_COUNTRY;
	case ONI_NOUN_ORGANIZATION:
		return noun->plural ? ONI_NATURE_GROUP : ONI_NATURE_BODY;
	default:
		return ONI_NATURE_GROUP | (noun->plural ? 0 : ONI_NATURE_BODY);
	}
}

/* "opposition lawmaker" where the tree makes them two phrases side by side. */
static bool before_its_noun(const oni_doc *doc, uint32_t head)
{
	if (head + 1 >= doc->words.n)
		return false;
	const oni_word *next = &doc->words.at[head + 1];
	return next->upos == ONI_UPOS_NOUN && next->head == head && next->rel == ONI_REL_APPOS;
}

/* "the opposition Labour Party" where the tree makes them two subjects of one verb. */
static bool colours_a_name(const oni_doc *doc, uint32_t head)
{
	const oni_word *w = &doc->words.at[head];
	if (head + 1 >= doc->words.n || w->upos != ONI_UPOS_NOUN || !oni_str_is(w->lemma, "opposition") || doc->words.at[head + 1].name == ONI_NONE)
		return false;
	const oni_name *name = &doc->names.at[doc->words.at[head + 1].name];
	return name->first == head + 1 && name->kind != ONI_NAME_PERSON;
}

/* "the displaced", "Ruritania's wounded": a participle that stands where a noun does. */
static bool is_a_noun_here(const oni_doc *doc, uint32_t first, uint32_t head)
{
	if (head == first)
		return false;
	const oni_word *before = &doc->words.at[head - 1];
	return oni_str_eq_nocase(before->form, ONI_STR("the")) || (before->rel == ONI_REL_CASE && oni_str_is(before->xpos, "POS"));
}

/* Whether the word's class lets it be the head of a phrase that names somebody. */
static bool may_be_head(const oni_doc *doc, uint32_t first, uint32_t head)
{
	const oni_word *w = &doc->words.at[head];
	if (w->upos == ONI_UPOS_VERB)
		return oni_str_is(w->xpos, "VBN") && is_a_noun_here(doc, first, head) && !is_inner(w);
	return (w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_PROPN || w->upos == ONI_UPOS_ADJ) && !is_inner(w);
}

/* "took him hostage", "held prisoner", "in exile": what somebody is made, not somebody else. */
static bool is_made_so(const oni_doc *doc, uint32_t head)
{
	static const char *const made[] = {"hostage", "prisoner", "captive", NULL};
	static const char *const verbs[] = {"take", "hold", "keep", "seize", NULL};
	const oni_word *w = &doc->words.at[head];
	if (w->head == ONI_NONE || (w->morph & ONI_MORPH_PLURAL))
		return false;
	if (oni_str_is(w->lemma, "exile"))
		return oni_span_left(doc, head) == head;
	bool state = false, verb = false;
	for (const char *const *m = made; *m; m++)
		state |= oni_str_is(w->lemma, *m);
	for (const char *const *v = verbs; *v; v++)
		verb |= oni_str_is(doc->words.at[w->head].lemma, *v);
	return state && verb && oni_span_left(doc, head) == head;
}

static void nominal(oni_cast *cast, uint32_t first, uint32_t head)
{
	oni_doc *doc = cast->doc;
	const oni_word *w = &doc->words.at[head];
	oni_candidate c = {.head = head};
	if (!may_be_head(doc, first, head) || !oni_noun_at(&cast->who, doc, first, head, &c.noun) || c.noun.use == ONI_NOUN_COLOURS)
		return;
	bool the = head > first && oni_word_is(doc, head - 1, articles_definite);
	if ((w->upos == ONI_UPOS_ADJ && c.noun.first == head && !(c.noun.sector.n && the)) || before_its_noun(doc, head) || is_made_so(doc, head) || colours_a_name(doc, head))
		return;
	c.first = oni_span_left(doc, head);
	if (c.noun.first < c.first)
		c.first = c.noun.first;
	if (w->rel == ONI_REL_APPOS && w->head != ONI_NONE && w->head + 1 == c.first)
		c.first = oni_span_left(doc, w->head);
	c.first = oni_widen_left(cast, first, c.first);
	c.end = oni_span_right(doc, head, head + 1);
	oni_read_determiner(cast, &c);
	oni_actor_in(&cast->who, doc, c.first, land_end(doc, head, c.end, c.noun.plural && (!c.noun.sector.n || oni_str_is(c.noun.sector, "CVL"))), head, &c.actor);
	if (c.possessed && oni_str_is(oni_noun_of(&c), "deputy")) {
		c.actor.sector = c.actor.code = (oni_str){0}; /* his deputy: no member of parliament, but what he is */
		c.noun.use = ONI_NOUN_LEADS;
	}
	if (oni_str_is(w->lemma, "head") && c.end == head + 1 && !c.actor.code.n)
		return;                        /* "my head" */
	if (!is_mention(cast, &c))
		return;
	oni_candidate *d = oni_candidate_push(cast, c.first, c.end, head, ONI_MENTION_NOMINAL);
	d->noun = c.noun;
	d->actor = c.actor;
	d->definite = c.definite;
	d->indefinite = c.indefinite;
	d->possessed = c.possessed;
	d->counted = c.counted;
	d->use = c.noun.use;
	d->nature = nature_of(&c.noun);
	d->gender = c.noun.gender;
	d->number = c.noun.plural ? 2 : 1;
}

/* "the 54-year-old" */
static void aged(oni_cast *cast, uint32_t first, uint32_t head)
{
	oni_doc *doc = cast->doc;
	const oni_word *w = &doc->words.at[head];
	bool split = oni_str_is(w->form, "old") && head >= first + 3 && oni_str_is(doc->words.at[head - 2].form, "year");
	if (!(split || oni_str_ends(w->form, "-year-old")) || is_inner(w))
		return;
	uint32_t left = oni_span_left(doc, head);
	if (split && left > head - 4 && head >= first + 4)
		left = head - 4;
	if (left > first && oni_word_is(doc, left - 1, articles_definite))
		left--;
	oni_candidate *c = oni_candidate_push(cast, left, head + 1, head, ONI_MENTION_NOMINAL);
	oni_read_determiner(cast, c);
	c->nature = ONI_NATURE_PERSON;
	c->number = 1;
	c->actor.kind = ONI_ENTITY_PERSON;
}

/* ---- pronouns ---- */

typedef struct pronoun_row {
	const char *form;
	oni_pronoun is;
	char kind;      /* p plain, s possessive, r reflexive */
} pronoun_row;

/* A closed class of the grammar, not facts: so here and not in lexicon/. */
static const pronoun_row pronouns[] = {
	{"he", ONI_PRONOUN_HE, 'p'}, {"him", ONI_PRONOUN_HE, 'p'}, {"his", ONI_PRONOUN_HE, 's'}, {"himself", ONI_PRONOUN_HE, 'r'},
	{"she", ONI_PRONOUN_SHE, 'p'}, {"her", ONI_PRONOUN_SHE, 'p'}, {"hers", ONI_PRONOUN_SHE, 's'}, {"herself", ONI_PRONOUN_SHE, 'r'},
	{"it", ONI_PRONOUN_IT, 'p'}, {"its", ONI_PRONOUN_IT, 's'}, {"itself", ONI_PRONOUN_IT, 'r'},
	{"they", ONI_PRONOUN_THEY, 'p'}, {"them", ONI_PRONOUN_THEY, 'p'}, {"their", ONI_PRONOUN_THEY, 's'},
	{"theirs", ONI_PRONOUN_THEY, 's'}, {"themselves", ONI_PRONOUN_THEY, 'r'},
	{"i", ONI_PRONOUN_I, 'p'}, {"me", ONI_PRONOUN_I, 'p'}, {"my", ONI_PRONOUN_I, 's'}, {"mine", ONI_PRONOUN_I, 's'}, {"myself", ONI_PRONOUN_I, 'r'},
	{"we", ONI_PRONOUN_WE, 'p'}, {"us", ONI_PRONOUN_WE, 'p'}, {"our", ONI_PRONOUN_WE, 's'}, {"ours", ONI_PRONOUN_WE, 's'},
	{"ourselves", ONI_PRONOUN_WE, 'r'}, {"you", ONI_PRONOUN_YOU, 'p'}, {"your", ONI_PRONOUN_YOU, 's'}, {"yours", ONI_PRONOUN_YOU, 's'},
	{"yourself", ONI_PRONOUN_YOU, 'r'}};

/* "her top IT adviser": written in capitals where its neighbours are not, it is a name for something. */
static bool is_capitals(const oni_doc *doc, uint32_t word)
{
	oni_str form = doc->words.at[word].form;
	if (form.n < 2 || form.at[0] < 'A' || form.at[0] > 'Z' || form.at[1] < 'A' || form.at[1] > 'Z' || word + 1 >= doc->words.n)
		return false;
	oni_str next = doc->words.at[word + 1].form, before = word ? doc->words.at[word - 1].form : next;
	return next.n > 1 && next.at[1] >= 'a' && next.at[1] <= 'z' && before.n > 1 && before.at[1] >= 'a' && before.at[1] <= 'z';
}

/* "it stood ready", "it became a republic": where the tree has an empty it, though nothing behind says what it stands for. */
static bool may_stand(const oni_doc *doc, uint32_t word)
{
	uint32_t verb = doc->words.at[word].head, end = doc->sentences.at[doc->words.at[word].sentence].end;
	if (verb == ONI_NONE || verb != word + 1 || doc->words.at[verb].upos != ONI_UPOS_VERB)
		return false;
	for (uint32_t i = verb + 1; i < end && i < verb + 24; i++) {
		oni_rel rel = oni_rel_universal((oni_rel)doc->words.at[i].rel);
		if (doc->words.at[i].head == verb && (rel == ONI_REL_CSUBJ || rel == ONI_REL_CCOMP || rel == ONI_REL_NSUBJ))
			return false;
	}
	return true;
}

static void pronoun(oni_cast *cast, uint32_t word)
{
	const oni_word *w = &cast->doc->words.at[word];
	if (w->upos != ONI_UPOS_PRON && w->upos != ONI_UPOS_DET && w->upos != ONI_UPOS_X_)
		return;
	const pronoun_row *row = NULL;
	for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns && !row; i++)
		if (oni_str_eq_nocase(w->form, oni_str_of(pronouns[i].form)))
			row = &pronouns[i];
	if (!row || (w->rel == ONI_REL_EXPL && !may_stand(cast->doc, word)) || is_capitals(cast->doc, word))
		return;
	oni_candidate *c = oni_candidate_push(cast, word, word + 1, word, ONI_MENTION_PRONOUN);
	c->pronoun = row->is;
	c->reflexive = row->kind == 'r';
	c->possessive = row->kind == 's' || w->rel == ONI_REL_NMOD_POSS;
	c->number = row->is == ONI_PRONOUN_THEY || row->is == ONI_PRONOUN_WE ? 2 : row->is == ONI_PRONOUN_YOU ? 0 : 1;
	c->gender = row->is == ONI_PRONOUN_HE ? 1 : row->is == ONI_PRONOUN_SHE ? 2 : 0;
}

/* ---- the passes ---- */

static void others_of_sentence(oni_cast *cast, uint32_t first, uint32_t end, uint32_t names_from)
{
	oni_doc *doc = cast->doc;
	uint32_t names_end = cast->candidates.n, k = names_from;
	for (uint32_t i = first; i < end; i++) {
		while (k < names_end && cast->candidates.at[k].end <= i)
			k++;
		bool taken = false, owner = doc->words.at[i].upos == ONI_UPOS_PRON && doc->words.at[i].rel == ONI_REL_NMOD_POSS && doc->words.at[i].name == ONI_NONE;
		for (uint32_t j = k; j < names_end && j < k + 4 && !taken; j++) {
			const oni_candidate *c = &cast->candidates.at[j];
			taken = i >= c->first && i < c->end && (c->nature & ONI_NATURE_PERSON || i >= c->name_first || c->head == i);
		}
		if (taken && !owner)               /* "his" in "his wife Ana Ruiz" is one more */
			continue;
		if (doc->words.at[i].upos == ONI_UPOS_PRON || doc->words.at[i].upos == ONI_UPOS_DET) {
			pronoun(cast, i);
			continue;
		}
		uint32_t before = cast->candidates.n;
		nominal(cast, first, i);
		if (cast->candidates.n == before)
			aged(cast, first, i);
		if (cast->candidates.n == before)
			oni_two(cast, first, i);
	}
}

static int by_head(const void *a, const void *b)
{
	const oni_candidate *x = a, *y = b;
	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	return (x->first > y->first) - (x->first < y->first);
}

static bool is_prose(oni_segment_kind kind)
{
	return kind != ONI_SEGMENT_CREDIT && kind != ONI_SEGMENT_BYLINE && kind != ONI_SEGMENT_BOILERPLATE;
}

void oni_find_candidates(oni_cast *cast)
{
	oni_doc *doc = cast->doc;
	for (uint32_t s = 0; s < doc->sentences.n; s++) {
		const oni_sentence *sentence = &doc->sentences.at[s];
		if (!is_prose(doc->segments.at[sentence->segment].kind))
			continue;
		uint32_t from = cast->candidates.n;
		oni_names_of_sentence(cast, sentence->first, sentence->end);
		others_of_sentence(cast, sentence->first, sentence->end, from);
		if (cast->candidates.n == from)
			continue;
		qsort(cast->candidates.at + from, cast->candidates.n - from, sizeof *cast->candidates.at, by_head);
		uint32_t single = cast->candidates.n;
		oni_find_pairs(cast, from);
		if (cast->candidates.n > single)
			qsort(cast->candidates.at + from, cast->candidates.n - from, sizeof *cast->candidates.at, by_head);
	}
	cast->at_head = ONI_NEW_N(doc->scratch, uint32_t, doc->words.n);
	memset(cast->at_head, 0xFF, sizeof(uint32_t) * doc->words.n);
	for (uint32_t i = cast->candidates.n; i-- > 0; )
		cast->at_head[cast->candidates.at[i].head] = i;
}
