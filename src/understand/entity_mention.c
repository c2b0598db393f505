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

static oni_candidate *push(oni_cast *cast, uint32_t first, uint32_t end, uint32_t head, oni_mention_form form)
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

static void read_determiner(oni_cast *cast, oni_candidate *c)
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

static bool is_person_noun(const oni_fact *f)
{
	return f->kind == ONI_FACT_NOUN && f->noun == ONI_NOUN_PERSON;
}

static bool colours(const oni_fact *f)
{
	return f->kind == ONI_FACT_NATIONALITY || f->kind == ONI_FACT_STANDING
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

/* Takes in what stands right before a phrase and surely belongs to it: "Russian", "former", "US"; "Poland's". */
static uint32_t widen_left(const oni_cast *cast, uint32_t from, uint32_t first)
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
		if (end == first && f.kind != ONI_FACT_STANDING && f.kind != ONI_FACT_NATIONALITY && doc->words.at[start].form.n > 4)
			break;
		first = start;
	}
	return first;
}

/* Where the words that say a phrase's country may end: "people in the UK", "dissidents from Egypt". */
static uint32_t land_end(const oni_doc *doc, uint32_t head, uint32_t end)
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
	return inside ? noun + 1 : end;
}

/* ---- names ---- */

/* The word of [first, end) that hangs on a word outside. */
static uint32_t head_within(const oni_doc *doc, uint32_t first, uint32_t end)
{
	for (uint32_t i = end; i-- > first; ) {
		uint32_t head = doc->words.at[i].head;
		if ((head == ONI_NONE || head < first || head >= end) && doc->words.at[i].upos != ONI_UPOS_PUNCT
			&& doc->words.at[i].rel != ONI_REL_CASE)
			return i;
	}
	return end - 1;
}

/* "President" in "President Ruiz" where the name hangs on the title: the title is the phrase's head. */
static uint32_t title_above(const oni_doc *doc, uint32_t head, uint32_t first)
{
	const oni_word *w = &doc->words.at[head];
	if (w->head == ONI_NONE || w->head >= first || first - w->head > 6)
		return head;
	if (w->rel != ONI_REL_FLAT && w->rel != ONI_REL_APPOS && w->rel != ONI_REL_NMOD_DESC && w->rel != ONI_REL_COMPOUND)
		return head;
	for (uint32_t i = w->head + 1; i < first; i++)
		if (doc->words.at[i].upos == ONI_UPOS_PUNCT || doc->words.at[i].upos == ONI_UPOS_VERB)
			return head;
	uint8_t upos = doc->words.at[w->head].upos;
	return upos == ONI_UPOS_NOUN || upos == ONI_UPOS_PROPN ? w->head : head;
}

static bool may_be_title(const oni_doc *doc, uint32_t word)
{
	switch (doc->words.at[word].rel) {
	case ONI_REL_COMPOUND: case ONI_REL_NMOD_DESC: case ONI_REL_FLAT: case ONI_REL_AMOD: case ONI_REL_APPOS: case ONI_REL_DEP:
	case ONI_REL_NMOD_UNMARKED:
		return true;
	default:
		return doc->words.at[word].upos == ONI_UPOS_PROPN;
	}
}

static bool is_capital(const oni_doc *doc, uint32_t word)
{
	oni_str form = doc->words.at[word].form;
	return form.n && ((form.at[0] >= 'A' && form.at[0] <= 'Z') || (unsigned char)form.at[0] >= 0xC3);
}

/* "Archbishop of Canterbury Justin Hale": a title with what it is of, all in capitals, right before the name. */
static uint32_t office_before(oni_cast *cast, uint32_t sentence_first, uint32_t first)
{
	const oni_doc *doc = cast->doc;
	oni_fact noun;
	uint32_t i = first;
	while (i > sentence_first && first - i < 5 && is_capital(doc, i - 1))
		i--;
	if (i == first || i < sentence_first + 2 || !oni_str_is(doc->words.at[i - 1].form, "of") || !is_capital(doc, i - 2))
		return first;
	if (!oni_noun_at(&cast->who, doc, sentence_first, i - 2, &noun) || !is_person_noun(&noun) || noun.plural)
		return first;
	return noun.first;
}

/* Takes in the title before a name where the tree does not: a person noun right before it, and before that what colours it. */
static uint32_t title_before(oni_cast *cast, uint32_t sentence_first, uint32_t first)
{
	oni_fact noun, f;
	bool direct = first > sentence_first && oni_noun_at(&cast->who, cast->doc, sentence_first, first - 1, &noun)
		&& noun.noun == ONI_NOUN_PERSON && !noun.plural && (noun.use != ONI_NOUN_PLAIN || may_be_title(cast->doc, first - 1));
	uint32_t start = direct ? noun.first : office_before(cast, sentence_first, first);
	if (start == first)
		return first;
	first = start;
	for (bool more = true; more; ) {
		more = false;
		for (uint32_t n = 1; n <= 4 && n <= first - sentence_first && !more; n++)
			if (oni_fact_at(&cast->who, cast->doc, first - n, first, &f) && f.end == first && f.kind != ONI_FACT_OFFICIAL
				&& !(f.kind == ONI_FACT_NOUN && f.noun == ONI_NOUN_PERSON))
				first -= n, more = true;
	}
	return first;
}

/* A title that analyse took into the name is no part of it: "Deputy Secretary Hall", "Secretary of [State Jane Hall]". */
static uint32_t without_title(oni_cast *cast, uint32_t first, uint32_t end)
{
	oni_doc *doc = cast->doc;
	oni_fact f;
	uint32_t start = doc->sentences.at[doc->words.at[first].sentence].first;
	bool inside = oni_fact_at(&cast->who, doc, first, end, &f) && is_person_noun(&f);
	bool over = !inside && oni_noun_at(&cast->who, doc, start, first, &f) && is_person_noun(&f) && f.first < first;
	if (!(inside || over) || f.end >= end)
		return first;
	uint32_t name = doc->words.at[first].name;
	if (name != ONI_NONE && doc->names.at[name].first == first)
		doc->names.at[name].first = f.end;
	for (uint32_t i = first; i < f.end; i++)
		doc->words.at[i].name = ONI_NONE;
	return f.end;
}

/* "[Interior] Minister": a body's name that is a part of what somebody is called. */
static bool in_title(const oni_cast *cast, const oni_candidate *c)
{
	oni_fact noun;
	return c->name_end < cast->doc->words.n && oni_fact_at(&cast->who, cast->doc, c->name_first, c->name_end + 2 < cast->doc->words.n ? c->name_end + 2 : c->name_end + 1, &noun)
		&& is_person_noun(&noun) && noun.end > c->name_end;
}

/* A part of a title was taken for a person: "Archbishop of [Linz]" */
static void drop_names_from(oni_cast *cast, uint32_t first)
{
	oni_doc *doc = cast->doc;
	while (cast->candidates.n) {
		const oni_candidate *c = &cast->candidates.at[cast->candidates.n - 1];
		uint32_t name = doc->words.at[c->name_first].name;
		bool person = c->nature == ONI_NATURE_PERSON;
		if (c->first < first || c->form != ONI_MENTION_NAME || !(person || (c->known.kind == ONI_FACT_NONE && in_title(cast, c))))
			return;
		if (name != ONI_NONE && person)
			doc->names.at[name].kind = ONI_NAME_LOCATION;
		cast->candidates.n--;
	}
}

/* Whether a person is named in [from, to): "Sol and Mayor Berg" are two. */
static bool in_other_name(const oni_doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (doc->words.at[i].name != ONI_NONE && doc->names.at[doc->words.at[i].name].kind == ONI_NAME_PERSON)
			return true;
	return false;
}

static void person_name(oni_cast *cast, uint32_t first, uint32_t end)
{
	oni_doc *doc = cast->doc;
	first = without_title(cast, first, end);
	uint32_t inner = head_within(doc, first, end), head = title_above(doc, inner, first);
	uint32_t left = oni_span_left(doc, inner), other = oni_span_left(doc, head), start = doc->sentences.at[doc->words.at[head].sentence].first;
	left = left < first ? left : first;
	if (head < first && other < left)
		left = other;
	uint32_t title = title_before(cast, start, first);
	left = widen_left(cast, start, title < left ? title : left);
	for (uint32_t i = left; i < first; i++)
		if (doc->words.at[i].upos == ONI_UPOS_CCONJ && i + 1 < first && in_other_name(doc, left, i))
			left = i + 1;
	drop_names_from(cast, left);
	oni_candidate *c = push(cast, left, end, head, ONI_MENTION_NAME);
	c->name_first = first;
	c->name_end = end;
	c->nature = ONI_NATURE_PERSON;
	c->number = 1;
	c->title = left < first;
	read_determiner(cast, c);
	oni_actor_in(&cast->who, doc, left, end, inner, &c->actor);
	c->gender = oni_name_gender(&cast->who, doc, first, end);
	if (!c->gender)
		c->gender = c->actor.gender;
	if (head < first ? oni_noun_at(&cast->who, doc, left, head, &c->noun)
		: left < first && oni_noun_at(&cast->who, doc, left, first - 1, &c->noun))
		c->use = c->noun.use;
	else if (end - first > 1 && oni_noun_at(&cast->who, doc, first, first, &c->noun) && !is_person_noun(&c->noun))
		c->noun = (oni_fact){0};       /* "Pope" in "Pope Leo" is one */
	oni_fact f;
	if (oni_fact_at(&cast->who, doc, first, end, &f) && f.kind == ONI_FACT_OFFICIAL)
		c->known = f;
}

static const char *const place_words[] = {"in", "at", "from", "to", "near", "around", "through", "into", "outside", "inside", "of", "across", "via",
	"towards", "toward", "off", "within", "throughout", "over", "for", "on", NULL};

/* Whether a capital or a seat stands for those inside. */
static bool acts(const oni_doc *doc, uint32_t head)
{
	const oni_word *w = &doc->words.at[head];
	oni_str preposition = oni_preposition(doc, head);
	if (oni_is_subject(doc, head)) {
		uint32_t verb = oni_clause_verb(doc, head);
		return w->rel != ONI_REL_NSUBJ_PASS && (doc->words.at[verb].upos == ONI_UPOS_VERB || doc->words.at[verb].upos == ONI_UPOS_ADJ);
	}
	if (w->rel == ONI_REL_NMOD_POSS)
		return true;
	if (preposition.n) {
		for (const char *const *p = place_words; *p; p++)
			if (oni_str_eq_nocase(preposition, oni_str_of(*p)))
				return false;
		return w->rel == ONI_REL_OBL || w->rel == ONI_REL_NMOD || w->rel == ONI_REL_OBL_AGENT;
	}
	return (w->rel == ONI_REL_OBJ || w->rel == ONI_REL_IOBJ) && w->head != ONI_NONE && doc->words.at[w->head].upos == ONI_UPOS_VERB;
}

static void body_name(oni_cast *cast, uint32_t first, uint32_t end, const oni_fact *known)
{
	oni_doc *doc = cast->doc;
	uint32_t head = head_within(doc, first, end), left = first;
	if (known->kind == ONI_FACT_CAPITAL || known->kind == ONI_FACT_SEAT) {
		const oni_str legislature = oni_str_cut(known->code, 3, 6);
		if (!acts(doc, head) && !oni_str_is(legislature, "LEG")) {
			oni_vote(cast, known->country, 1, doc->words.at[head].sentence);
			return;
		}
	}
	if (left > doc->sentences.at[doc->words.at[head].sentence].first && oni_str_eq_nocase(doc->words.at[left - 1].form, ONI_STR("the")))
		left--;
	bool metonym = known->kind == ONI_FACT_CAPITAL || (known->kind == ONI_FACT_SEAT && !oni_str_is(oni_str_cut(known->code, 3, 6), "LEG"));
	oni_candidate *c = push(cast, left, end, head, metonym ? ONI_MENTION_METONYM : ONI_MENTION_NAME);
	c->name_first = first;
	c->name_end = end;
	c->number = 1;
	c->known = *known;
	c->nature = known->kind == ONI_FACT_COUNTRY ? ONI_NATURE_COUNTRY : ONI_NATURE_BODY;
	c->definite = true;
	uint32_t start = doc->sentences.at[doc->words.at[head].sentence].first, wide = oni_span_left(doc, head);
	if (known->kind == ONI_FACT_COUNTRY || known->kind == ONI_FACT_CAPITAL || known->kind == ONI_FACT_SEAT)
		wide = first;
	else
		wide = widen_left(cast, start, wide < first ? wide : first);
	oni_actor_in(&cast->who, doc, wide, end, head, &c->actor);
	c->actor.kind = c->nature == ONI_NATURE_COUNTRY ? ONI_ENTITY_COUNTRY : ONI_ENTITY_ORGANIZATION;
}

/* "Emirati" in "Egyptian and Emirati officials". */
static bool joins_modifier(const oni_doc *doc, const oni_word *w)
{
	if (w->head == ONI_NONE)
		return false;
	uint8_t rel = doc->words.at[w->head].rel;
	return rel == ONI_REL_AMOD || rel == ONI_REL_COMPOUND;
}

/* "Russian" in "100,000 Russian and 100,000 Ukrainian troops": other troops than those of the phrase, with the same noun. */
static void shared_noun(oni_cast *cast, uint32_t first, uint32_t end, uint32_t noun)
{
	oni_doc *doc = cast->doc;
	bool joined = false, other = false;
	oni_fact f;
	for (uint32_t i = end; i < noun && i < end + 8; i++) {
		joined |= doc->words.at[i].upos == ONI_UPOS_CCONJ || oni_str_is(doc->words.at[i].form, ",");
		other |= joined && oni_fact_at(&cast->who, doc, i, noun, &f) && (f.kind == ONI_FACT_NATIONALITY || f.kind == ONI_FACT_COUNTRY);
	}
	if (!other || noun > end + 8)
		return;
	oni_candidate *c = push(cast, first, end, first, ONI_MENTION_ADJECTIVE);
	if (!oni_noun_at(&cast->who, doc, end, noun, &c->noun))
		oni_noun_at(&cast->who, doc, noun, noun, &c->noun);
	c->use = c->noun.use;
	c->nature = ONI_NATURE_GROUP;
	c->number = 2;
	c->counted = first && doc->words.at[first - 1].upos == ONI_UPOS_NUM;
	oni_actor_in(&cast->who, doc, first, end, noun, &c->actor);
}

/* "Russian" before a noun that is no actor ("the Russian invasion"): the country acts. */
static void nationality(oni_cast *cast, uint32_t first, uint32_t end, const oni_fact *known)
{
	oni_doc *doc = cast->doc;
	uint32_t head = head_within(doc, first, end);
	const oni_word *w = &doc->words.at[head];
	if (first && oni_str_is(doc->words.at[first - 1].form, "-"))
		return;                        /* "African-Americans", "pro-Russian" */
	bool modifies = w->rel == ONI_REL_AMOD || w->rel == ONI_REL_COMPOUND || w->rel == ONI_REL_NMOD || w->rel == ONI_REL_NMOD_DESC
		|| (w->rel == ONI_REL_CONJ && (w->upos == ONI_UPOS_ADJ || joins_modifier(doc, w)));
	oni_candidate *c;
	if (!known->country[0] && modifies)
		return;
	if (modifies) {
		oni_fact noun;
		uint32_t above = w->head;
		if (above != ONI_NONE && w->rel == ONI_REL_CONJ)
			above = doc->words.at[above].head;
		if (above == ONI_NONE || above < head)
			return;
		if (oni_noun_at(&cast->who, doc, above, above, &noun)) {
			shared_noun(cast, first, end, above);
			return;
		}
		if (head && oni_str_is(doc->words.at[head - 1].form, "-"))
			return;
		c = push(cast, first, end, head, ONI_MENTION_ADJECTIVE);
		c->name_first = first;
		c->name_end = end;
		c->nature = ONI_NATURE_COUNTRY;
		c->known = *known;
		c->actor.kind = ONI_ENTITY_COUNTRY;
		memcpy(c->actor.country, known->country, 4);
		c->number = 1;
		return;
	}
	c = push(cast, oni_span_left(doc, head), end, head, ONI_MENTION_NOMINAL);
	read_determiner(cast, c);
	bool one = !known->plural && !(w->morph & ONI_MORPH_PLURAL) && !oni_str_is(w->xpos, "NNPS") && !oni_str_is(w->xpos, "NNS");
	c->nature = one ? ONI_NATURE_PERSON | ONI_NATURE_GROUP : ONI_NATURE_GROUP;
	c->number = one ? 0 : 2;
	oni_actor_in(&cast->who, doc, c->first, end, head, &c->actor);
}

static void name_by_table(oni_cast *cast, uint32_t first, uint32_t end, const oni_fact *f)
{
	switch (f->kind) {
	case ONI_FACT_NATIONALITY:
		nationality(cast, first, end, f);
		break;
	case ONI_FACT_OFFICIAL:
		person_name(cast, first, end);
		break;
	case ONI_FACT_COUNTRY: case ONI_FACT_CAPITAL: case ONI_FACT_SEAT: case ONI_FACT_ORG:
		body_name(cast, first, end, f);
		break;
	default:
		break;
	}
}

static bool is_acronym(oni_str form)
{
	for (size_t i = 0; i < form.n; i++)
		if (form.at[i] < 'A' || form.at[i] > 'Z')
			return false;
	return form.n > 1;
}

/* A model may take a palace or a capital for a person; the tables know better, unless a person may be called so ("Sofia"). */
static bool is_no_person(const oni_cast *cast, const oni_name *name, const oni_fact *f)
{
	if (f->kind == ONI_FACT_SEAT || (f->kind == ONI_FACT_ORG && is_acronym(cast->doc->words.at[name->first].form)))
		return true;
	bool place = f->kind == ONI_FACT_CAPITAL || f->kind == ONI_FACT_COUNTRY || f->kind == ONI_FACT_NATIONALITY || f->kind == ONI_FACT_ORG;
	return place && !oni_gender_of_given_name(&cast->who, cast->doc->words.at[name->first].form);
}

/* "Residents of El Fasher": a place of the tables, behind a preposition of place, was taken for a person. */
static bool is_in_place(const oni_cast *cast, const oni_name *name)
{
	static const char *const before[] = {"in", "at", "near", "from", "of", "around", "outside", "to", NULL};
	const oni_doc *doc = cast->doc;
	uint32_t start = doc->sentences.at[doc->words.at[name->first].sentence].first;
	if (name->first == start || !oni_word_is(doc, name->first - 1, before) || oni_gender_of_given_name(&cast->who, doc->words.at[name->first].form))
		return false;
	return oni_country_of_place(&cast->who, oni_str_cut(doc->text, doc->words.at[name->first].at.begin, doc->words.at[name->end - 1].at.end)).n;
}

/* A place that no table of actors knows, with a given name, that does something: "Gloria said". */
static bool may_be_given_name(const oni_cast *cast, const oni_name *name)
{
	const oni_doc *doc = cast->doc;
	uint32_t head = head_within(doc, name->first, name->end);
	if (name->end - name->first > 2 || !oni_gender_of_given_name(&cast->who, doc->words.at[name->first].form))
		return false;
	if (oni_country_of_place(&cast->who, oni_str_cut(doc->text, doc->words.at[name->first].at.begin, doc->words.at[name->end - 1].at.end)).n
		&& name->end - name->first == 1 && !oni_is_subject(doc, head))
		return false;
	return oni_is_subject(doc, head) || doc->words.at[head].rel == ONI_REL_NMOD_POSS;
}

static bool is_describing(const oni_fact *f)
{
	return f->kind == ONI_FACT_NOUN && f->noun != ONI_NOUN_ORGANIZATION;
}

/* "Spain's weather agency AEMET": a lone name right behind a noun for a body is that body's. */
static bool is_bodys(const oni_cast *cast, const oni_name *name)
{
	const oni_doc *doc = cast->doc;
	uint32_t start = doc->sentences.at[doc->words.at[name->first].sentence].first;
	oni_fact noun;
	return name->end - name->first == 1 && name->first > start && !oni_gender_of_given_name(&cast->who, doc->words.at[name->first].form)
		&& oni_noun_at(&cast->who, doc, start, name->first - 1, &noun) && noun.noun == ONI_NOUN_ORGANIZATION;
}

/* "Boko Haram gunmen" taken whole for a person: the last word says that they are several, the rest is what they belong to. */
static bool several(oni_cast *cast, oni_name *name)
{
	oni_doc *doc = cast->doc;
	oni_fact noun, rest;
	uint32_t first = name->first, end = name->end;
	if (name->kind != ONI_NAME_PERSON || end - first < 2 || !oni_noun_at(&cast->who, doc, first + 1, end - 1, &noun)
		|| !(noun.noun == ONI_NOUN_GROUP || noun.plural) || noun.noun == ONI_NOUN_WORD)
		return false;
	bool known = oni_fact_at(&cast->who, doc, first, noun.first, &rest) && rest.end == noun.first;
	name->end = noun.first;
	name->kind = known && rest.kind == ONI_FACT_NATIONALITY ? ONI_NAME_NORP : known && rest.country[0] && rest.kind != ONI_FACT_ORG ? ONI_NAME_LOCATION
		: ONI_NAME_ORGANIZATION;
	for (uint32_t i = noun.first; i < end; i++)
		doc->words.at[i].name = ONI_NONE;
	uint32_t head = head_within(doc, first, end);
	oni_candidate *c = push(cast, first, end, head, ONI_MENTION_NOMINAL);
	c->noun = noun;
	c->use = noun.use;
	c->nature = ONI_NATURE_GROUP;
	c->number = 2;
	oni_actor_in(&cast->who, doc, first, end, end - 1, &c->actor);
	return true;
}

/* A town speaks for its country's being the article's own. */
static void vote_place(oni_cast *cast, const oni_name *name)
{
	const oni_doc *doc = cast->doc;
	oni_str text = oni_str_cut(doc->text, doc->words.at[name->first].at.begin, doc->words.at[name->end - 1].at.end);
	oni_str iso = oni_country_of_town(&cast->who, text, 50000);
	char country[4] = {0};
	if (iso.n == 3) {
		memcpy(country, iso.at, 3);
		oni_vote(cast, country, 1, doc->words.at[name->first].sentence);
	}
}

/* "(D-Wis.)": a party and a state behind an American's name. */
static bool is_ward(const oni_doc *doc, const oni_name *name)
{
	oni_str form = doc->words.at[name->first].form;
	return form.n > 2 && form.at[1] == '-' && (form.at[0] == 'D' || form.at[0] == 'R' || form.at[0] == 'I');
}

/* A name that analyse found. The tables decide about countries; a place that is no country is not an actor. */
static void found_name(oni_cast *cast, oni_name *name)
{
	oni_doc *doc = cast->doc;
	oni_fact f = {0};
	uint32_t first = name->first;
	if (several(cast, name) || is_ward(doc, name))
		return;
	bool known = oni_fact_at(&cast->who, doc, first, name->end, &f);
	if (known && is_describing(&f) && (f.end == name->end || (name->kind != ONI_NAME_PERSON && oni_str_is(doc->words.at[f.end].form, "of")))) {
		for (uint32_t i = name->first; i < f.end; i++)
			doc->words.at[i].name = ONI_NONE;
		return;                /* "the Archbishop of York": whoever it is, a person by his office */
	}
	known = known && f.end == name->end;
	if (name->kind == ONI_NAME_PERSON && !known && is_in_place(cast, name)) {
		name->kind = ONI_NAME_LOCATION;
		return;
	}
	if (name->kind == ONI_NAME_PERSON && !known && is_bodys(cast, name))
		name->kind = ONI_NAME_ORGANIZATION;
	if (name->kind == ONI_NAME_PERSON && !(known && is_no_person(cast, name, &f))) {
		person_name(cast, first, name->end);
		return;
	}
	if (name->kind == ONI_NAME_PERSON) /* set right, for all who come after */
		name->kind = f.kind == ONI_FACT_ORG || f.kind == ONI_FACT_SEAT ? ONI_NAME_ORGANIZATION
			: f.kind == ONI_FACT_NATIONALITY ? ONI_NAME_NORP : ONI_NAME_LOCATION;
	while (first + 1 < name->end && oni_str_eq_nocase(doc->words.at[first].form, ONI_STR("the")))
		first++;
	if (oni_fact_at(&cast->who, doc, first, name->end, &f) && f.end == name->end && f.kind != ONI_FACT_NOUN
		&& f.kind != ONI_FACT_STANDING && f.kind != ONI_FACT_OFFICIAL) {
		name_by_table(cast, first, name->end, &f);
		return;
	}
	f = (oni_fact){0};
	if (name->kind == ONI_NAME_LOCATION && may_be_given_name(cast, name)) {
		name->kind = ONI_NAME_PERSON;
		person_name(cast, first, name->end);
	}
	if (name->kind == ONI_NAME_ORGANIZATION)
		body_name(cast, first, name->end, &f);
	else if (name->kind == ONI_NAME_LOCATION)
		vote_place(cast, name);
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

/* Which nouns make a mention: people always; bodies unless they may as well be a thing. */
static bool is_mention(const oni_cast *cast, const oni_candidate *c)
{
	switch (c->noun.noun) {
	case ONI_NOUN_PERSON:
		return true;
	case ONI_NOUN_COUNTRY:
		return c->definite && !c->possessed;
	case ONI_NOUN_ORGANIZATION: case ONI_NOUN_GROUP:
		if (c->noun.use == ONI_NOUN_OWN)
			return c->definite || !at_place(cast->doc, c->head);
		return c->actor.code.n > 0 || (c->noun.use == ONI_NOUN_LEADS && c->definite);
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

/* "the displaced", "Ruritania's wounded": a participle that stands where a noun does. */
static bool is_a_noun_here(const oni_doc *doc, uint32_t first, uint32_t head)
{
	if (head == first)
		return false;
	const oni_word *before = &doc->words.at[head - 1];
	return oni_str_eq_nocase(before->form, ONI_STR("the")) || (before->rel == ONI_REL_CASE && oni_str_is(before->xpos, "POS"));
}

static void nominal(oni_cast *cast, uint32_t first, uint32_t head)
{
	oni_doc *doc = cast->doc;
	const oni_word *w = &doc->words.at[head];
	oni_candidate c = {.head = head};
	bool participle = w->upos == ONI_UPOS_VERB && oni_str_is(w->xpos, "VBN") && is_a_noun_here(doc, first, head);
	if ((w->upos != ONI_UPOS_NOUN && w->upos != ONI_UPOS_PROPN && w->upos != ONI_UPOS_ADJ && !participle) || is_inner(w)
		|| !oni_noun_at(&cast->who, doc, first, head, &c.noun) || c.noun.use == ONI_NOUN_COLOURS)
		return;
	bool the = head > first && oni_word_is(doc, head - 1, articles_definite);
	if ((w->upos == ONI_UPOS_ADJ && !(c.noun.sector.n && the)) || before_its_noun(doc, head))
		return;
	c.first = oni_span_left(doc, head);
	if (c.noun.first < c.first)
		c.first = c.noun.first;
	if (w->rel == ONI_REL_APPOS && w->head != ONI_NONE && w->head + 1 == c.first)
		c.first = oni_span_left(doc, w->head);
	c.first = widen_left(cast, first, c.first);
	c.end = oni_span_right(doc, head, head + 1);
	read_determiner(cast, &c);
	oni_actor_in(&cast->who, doc, c.first, land_end(doc, head, c.end), head, &c.actor);
	if (!is_mention(cast, &c))
		return;
	oni_candidate *d = push(cast, c.first, c.end, head, ONI_MENTION_NOMINAL);
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
	oni_candidate *c = push(cast, left, head + 1, head, ONI_MENTION_NOMINAL);
	read_determiner(cast, c);
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

static void pronoun(oni_cast *cast, uint32_t word)
{
	const oni_word *w = &cast->doc->words.at[word];
	if (w->upos != ONI_UPOS_PRON && w->upos != ONI_UPOS_DET && w->upos != ONI_UPOS_X_)
		return;
	const pronoun_row *row = NULL;
	for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns && !row; i++)
		if (oni_str_eq_nocase(w->form, oni_str_of(pronouns[i].form)))
			row = &pronouns[i];
	if (!row || w->rel == ONI_REL_EXPL)
		return;
	oni_candidate *c = push(cast, word, word + 1, word, ONI_MENTION_PRONOUN);
	c->pronoun = row->is;
	c->reflexive = row->kind == 'r';
	c->possessive = row->kind == 's' || w->rel == ONI_REL_NMOD_POSS;
	c->number = row->is == ONI_PRONOUN_THEY || row->is == ONI_PRONOUN_WE ? 2 : row->is == ONI_PRONOUN_YOU ? 0 : 1;
	c->gender = row->is == ONI_PRONOUN_HE ? 1 : row->is == ONI_PRONOUN_SHE ? 2 : 0;
}

/* ---- the passes ---- */

static bool is_particle(const oni_cast *cast, uint32_t word)
{
	const oni_word *w = &cast->doc->words.at[word];
	return w->form.n && w->form.at[0] >= 'a' && w->form.at[0] <= 'z' && oni_phrase_find(cast->who.particles, w->form).n;
}

/* A person's name that analyse broke off at a small word goes on: "Ursula von | der Leyen". */
static void mend_name(oni_cast *cast, oni_name *name)
{
	oni_doc *doc = cast->doc;
	uint32_t stop = doc->sentences.at[doc->words.at[name->first].sentence].end, end = name->end, after = end;
	while (after < stop && after < end + 3 && is_particle(cast, after))
		after++;
	bool open = after > end || oni_phrase_find(cast->who.particles, doc->words.at[end - 1].form).n;
	if (!open || after >= stop || !is_capital(doc, after) || doc->words.at[after].upos == ONI_UPOS_PUNCT)
		return;
	uint32_t other = doc->words.at[after].name, number = doc->words.at[name->first].name;
	if (other != ONI_NONE && doc->names.at[other].kind != ONI_NAME_PERSON)
		return;
	uint32_t last = other == ONI_NONE ? after + 1 : doc->names.at[other].end;
	if (other != ONI_NONE)
		doc->names.at[other].end = doc->names.at[other].first = last;
	for (uint32_t i = end; i < last; i++)
		doc->words.at[i].name = number;
	name->end = last;
}

/* A table's name that begins here and goes on behind the one that analyse found: "People's | Liberation Army". */
static bool longer_by_table(const oni_cast *cast, uint32_t i, uint32_t end, oni_fact *ret)
{
	const oni_doc *doc = cast->doc;
	const oni_name *name = &doc->names.at[doc->words.at[i].name];
	if (name->first != i || !oni_fact_at(&cast->who, doc, i, end, ret) || ret->end <= name->end)
		return false;
	return ret->kind == ONI_FACT_ORG || ret->kind == ONI_FACT_COUNTRY || ret->kind == ONI_FACT_SEAT;
}

static void names_of_sentence(oni_cast *cast, uint32_t first, uint32_t end)
{
	oni_doc *doc = cast->doc;
	for (uint32_t i = first; i < end; ) {
		uint32_t name = doc->words.at[i].name;
		oni_fact f;
		if (name != ONI_NONE && doc->names.at[name].kind == ONI_NAME_PERSON && doc->names.at[name].first == i)
			mend_name(cast, &doc->names.at[name]);
		if (name != ONI_NONE && doc->names.at[name].kind != ONI_NAME_PERSON && longer_by_table(cast, i, end, &f)) {
			name_by_table(cast, i, f.end, &f);
			i = f.end;
			continue;
		}
		if (name != ONI_NONE && doc->names.at[name].end > i) {
			found_name(cast, &doc->names.at[name]);
			i = doc->names.at[name].end;
			continue;
		}
		uint8_t upos = doc->words.at[i].upos;
		bool open = upos == ONI_UPOS_PROPN || upos == ONI_UPOS_ADJ || upos == ONI_UPOS_NOUN || upos == ONI_UPOS_X_;
		uint32_t stop = i + 10 < end ? i + 10 : end;
		if (open && oni_fact_at(&cast->who, doc, i, stop, &f) && f.kind != ONI_FACT_NOUN && f.kind != ONI_FACT_STANDING) {
			name_by_table(cast, i, f.end, &f);
			i = f.end;
			continue;
		}
		i++;
	}
}

static void others_of_sentence(oni_cast *cast, uint32_t first, uint32_t end, uint32_t names_from)
{
	oni_doc *doc = cast->doc;
	uint32_t names_end = cast->candidates.n, k = names_from;
	for (uint32_t i = first; i < end; i++) {
		while (k < names_end && cast->candidates.at[k].end <= i)
			k++;
		bool taken = false;
		for (uint32_t j = k; j < names_end && j < k + 4 && !taken; j++) {
			const oni_candidate *c = &cast->candidates.at[j];
			taken = i >= c->first && i < c->end && (c->nature & ONI_NATURE_PERSON || i >= c->name_first || c->head == i);
		}
		if (taken)
			continue;
		if (doc->words.at[i].upos == ONI_UPOS_PRON || doc->words.at[i].upos == ONI_UPOS_DET) {
			pronoun(cast, i);
			continue;
		}
		uint32_t before = cast->candidates.n;
		nominal(cast, first, i);
		if (cast->candidates.n == before)
			aged(cast, first, i);
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
		names_of_sentence(cast, sentence->first, sentence->end);
		others_of_sentence(cast, sentence->first, sentence->end, from);
		if (cast->candidates.n > from)
			qsort(cast->candidates.at + from, cast->candidates.n - from, sizeof *cast->candidates.at, by_head);
	}
	cast->at_head = ONI_NEW_N(doc->scratch, uint32_t, doc->words.n);
	memset(cast->at_head, 0xFF, sizeof(uint32_t) * doc->words.n);
	for (uint32_t i = cast->candidates.n; i-- > 0; )
		cast->at_head[cast->candidates.at[i].head] = i;
}
