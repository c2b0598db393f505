/* All other names as candidates: bodies, countries, metonyms, nationalities.
 *
 * The tables decide what a capitalised phrase is where they know it, and set right what analyse took for something else. A capital or a palace
 * is a candidate only where it acts; a town never is, but it speaks for its country's being the article's own. */
#include "understand/entity_parts.h"

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
	uint32_t head = oni_head_within(doc, first, end), left = first;
	if (known->kind == ONI_FACT_COUNTRY && cast->elsewhere[0] && memcmp(known->country, cast->elsewhere, 3) == 0)
		return;
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
	oni_candidate *c = oni_candidate_push(cast, left, end, head, metonym ? ONI_MENTION_METONYM : ONI_MENTION_NAME);
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
		wide = oni_widen_left(cast, start, wide < first ? wide : first);
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

/* "Polish" in "300 Polish and 500 Danish soldiers": other soldiers than those of the phrase, with the same noun. */
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
	oni_candidate *c = oni_candidate_push(cast, first, end, first, ONI_MENTION_ADJECTIVE);
	if (!oni_noun_at(&cast->who, doc, end, noun, &c->noun))
		oni_noun_at(&cast->who, doc, noun, noun, &c->noun);
	c->use = c->noun.use;
	c->nature = ONI_NATURE_GROUP;
	c->number = 2;
	c->counted = first && doc->words.at[first - 1].upos == ONI_UPOS_NUM;
	oni_actor_in(&cast->who, doc, first, end, noun, &c->actor);
}

/* "U.S. and Russian negotiators": a country that is written short stands for its adjective. The noun they share, ONI_NONE when there is none. */
static uint32_t noun_shared_with(const oni_cast *cast, uint32_t first, uint32_t end)
{
	const oni_doc *doc = cast->doc;
	oni_fact f;
	uint32_t stop = doc->sentences.at[doc->words.at[first].sentence].end;
	if (end != first + 1 || doc->words.at[first].form.n > 4 || end + 2 >= stop || doc->words.at[end].upos != ONI_UPOS_CCONJ || doc->words.at[end + 1].upos != ONI_UPOS_ADJ)
		return ONI_NONE;
	if (!oni_fact_at(&cast->who, doc, end + 1, end + 2, &f) || f.kind != ONI_FACT_NATIONALITY)
		return ONI_NONE;
	for (uint32_t i = end + 2; i < stop && i < end + 5; i++) {
		if (doc->words.at[i].upos == ONI_UPOS_NOUN && (doc->words.at[i].morph & ONI_MORPH_PLURAL))
			return oni_noun_at(&cast->who, doc, end + 2, i, &f) ? i : ONI_NONE;
		if (doc->words.at[i].upos != ONI_UPOS_NOUN && doc->words.at[i].upos != ONI_UPOS_ADJ)
			return ONI_NONE;
	}
	return ONI_NONE;
}

/* "the Russian invasion": the country acts, unless the noun is an actor itself. */
static void country_before_noun(oni_cast *cast, uint32_t first, uint32_t end, const oni_fact *known, uint32_t head)
{
	const oni_doc *doc = cast->doc;
	oni_fact noun;
	uint32_t above = doc->words.at[head].head;
	if (above != ONI_NONE && doc->words.at[head].rel == ONI_REL_CONJ)
		above = doc->words.at[above].head;
	if (above == ONI_NONE || above < head)
		return;
	if (oni_noun_at(&cast->who, doc, above, above, &noun)) {
		shared_noun(cast, first, end, above);
		return;
	}
	oni_candidate *c = oni_candidate_push(cast, first, end, head, ONI_MENTION_ADJECTIVE);
	c->name_first = first;
	c->name_end = end;
	c->nature = ONI_NATURE_COUNTRY;
	c->known = *known;
	c->actor.kind = ONI_ENTITY_COUNTRY;
	memcpy(c->actor.country, known->country, 4);
	c->number = 1;
}

/* "the Russian" has a plural beside it, so is one; "the French" has none and are many. */
static bool has_plural(const oni_cast *cast, const oni_fact *known)
{
	char bytes[64];
	oni_str word = oni_table_cell(known->table, known->row, 0);
	if (word.n + 1 > sizeof bytes)
		return false;
	memcpy(bytes, word.at, word.n);
	bytes[word.n] = 's';
	return oni_phrase_find(cast->who.nationalities, (oni_str){bytes, word.n + 1}).n > 0;
}

/* "67 elderly Britons", "thousands of Nigerians", "Palestinians living in Gaza": some of a country's people, not the country. */
static bool are_some(const oni_doc *doc, uint32_t head)
{
	static const char *const many[] = {"dozen", "score", "hundred", "thousand", "million", "number", "group", "crowd", "some", "many", "most", "majority", "half",
		"several", "lot", "percent", "handful", "family", NULL};
	const oni_word *w = &doc->words.at[head];
	const oni_sentence *s = &doc->sentences.at[w->sentence];
	uint32_t from = head > s->first + 12 ? head - 12 : s->first, to = head + 8 < s->end ? head + 8 : s->end;
	for (uint32_t i = from; i < to; i++) {
		const oni_word *c = &doc->words.at[i];
		if (c->head != head)
			continue;
		if (c->rel == ONI_REL_NUMMOD || (c->rel == ONI_REL_AMOD && i < head && !oni_str_is(c->lemma, "other")) || c->rel == ONI_REL_ACL
			|| (c->rel == ONI_REL_DET && oni_word_is(doc, i, many)))
			return true;
	}
	if (w->rel != ONI_REL_NMOD || w->head == ONI_NONE || !oni_str_is(oni_preposition(doc, head), "of"))
		return false;
	const oni_word *above = &doc->words.at[w->head];
	for (const char *const *m = many; *m; m++)
		if (oni_str_is(above->lemma, *m))
			return true;
	return above->upos == ONI_UPOS_NUM;
}

static void make_civilians(const oni_cast *cast, oni_actor *a)
{
	a->sector = ONI_STR("CVL");
	a->code = oni_keepf(cast->doc->arena, "%.*sCVL", ONI_FMT(a->code));
}

/* "the Russians", "the Russian" */
static void people(oni_cast *cast, uint32_t end, const oni_fact *known, uint32_t head)
{
	const oni_word *w = &cast->doc->words.at[head];
	oni_candidate *c = oni_candidate_push(cast, oni_span_left(cast->doc, head), end, head, ONI_MENTION_NOMINAL);
	oni_read_determiner(cast, c);
	bool one = !known->plural && (known->kind == ONI_FACT_PEOPLE || has_plural(cast, known)) && !(w->morph & ONI_MORPH_PLURAL) && !oni_str_is(w->xpos, "NNPS") && !oni_str_is(w->xpos, "NNS");
	c->nature = one ? ONI_NATURE_PERSON | ONI_NATURE_GROUP : ONI_NATURE_GROUP;
	c->number = one ? 0 : 2;
	c->people = !one;
	oni_actor_in(&cast->who, cast->doc, c->first, end, head, &c->actor);
	if (c->number == 2 && c->actor.country[0] && c->actor.code.n == 3 && are_some(cast->doc, head))
		make_civilians(cast, &c->actor);
}

/* A nationality: an adjective before a noun, or people. */
static void nationality(oni_cast *cast, uint32_t first, uint32_t end, const oni_fact *known)
{
	oni_doc *doc = cast->doc;
	uint32_t head = oni_head_within(doc, first, end);
	const oni_word *w = &doc->words.at[head];
	if (first && oni_str_is(doc->words.at[first - 1].form, "-"))
		return;                        /* "African-Americans", "pro-Russian" */
	bool modifies = w->rel == ONI_REL_AMOD || w->rel == ONI_REL_COMPOUND || w->rel == ONI_REL_NMOD_DESC
		|| (w->rel == ONI_REL_NMOD && w->head != ONI_NONE && w->head > head)
		|| (w->rel == ONI_REL_CONJ && (w->upos == ONI_UPOS_ADJ || joins_modifier(doc, w)));
	if (modifies && known->country[0])
		country_before_noun(cast, first, end, known, head);
	else if (!modifies)
		people(cast, end, known, head);
}

/* "Tamils", "ethnic Albanians"; of a faith ("Muslims") they are nouns, and what stands before a noun belongs to it. */
static void people_by_name(oni_cast *cast, uint32_t first, uint32_t end, const oni_fact *known)
{
	const oni_doc *doc = cast->doc;
	uint32_t head = oni_head_within(doc, first, end);
	uint8_t rel = doc->words.at[head].rel;
	if (known->creed || (first && oni_str_is(doc->words.at[first - 1].form, "-")))
		return;
	if (rel != ONI_REL_AMOD && rel != ONI_REL_COMPOUND && rel != ONI_REL_NMOD_DESC)
		people(cast, end, known, head);
}

static void name_by_table(oni_cast *cast, uint32_t first, uint32_t end, const oni_fact *f)
{
	uint32_t shared;
	switch (f->kind) {
	case ONI_FACT_NATIONALITY:
		nationality(cast, first, end, f);
		break;
	case ONI_FACT_PEOPLE:
		people_by_name(cast, first, end, f);
		break;
	case ONI_FACT_OFFICIAL:
		oni_person_name(cast, first, end);
		break;
	case ONI_FACT_COUNTRY: case ONI_FACT_CAPITAL: case ONI_FACT_SEAT: case ONI_FACT_ORG:
		shared = f->kind == ONI_FACT_COUNTRY ? noun_shared_with(cast, first, end) : ONI_NONE;
		if (shared != ONI_NONE)
			shared_noun(cast, first, end, shared);
		else
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

/* Whether the country has been named shortly before: then "Paris" is its capital and no lady. */
static bool spoken_of(const oni_cast *cast, const char country[4])
{
	for (uint32_t i = cast->candidates.n, n = 0; i-- > 0 && n < 60; n++)
		if (country[0] && memcmp(cast->candidates.at[i].actor.country, country, 3) == 0)
			return true;
	return false;
}

/* A model may take a palace or a capital for a person; the tables know better, unless a person may be called so ("Sofia"). */
static bool is_no_person(const oni_cast *cast, const oni_name *name, const oni_fact *f)
{
	if (f->kind == ONI_FACT_SEAT || (f->kind == ONI_FACT_ORG && is_acronym(cast->doc->words.at[name->first].form)))
		return true;
	bool place = f->kind == ONI_FACT_CAPITAL || f->kind == ONI_FACT_COUNTRY || f->kind == ONI_FACT_NATIONALITY || f->kind == ONI_FACT_PEOPLE || f->kind == ONI_FACT_ORG;
	if (f->kind == ONI_FACT_CAPITAL && spoken_of(cast, f->country))
		return true;
	return place && !oni_gender_of_given_name(&cast->who, cast->doc->words.at[name->first].form);
}

/* "the village of Goth Bux" */
static bool is_place_of(const oni_doc *doc, uint32_t first)
{
	static const char *const kinds[] = {"village", "town", "city", "district", "province", "region", "county", "suburb", "island", "port", "hamlet",
		"municipality", "neighborhood", "neighbourhood", "settlement", NULL};
	uint32_t start = doc->sentences.at[doc->words.at[first].sentence].first;
	for (int n = 0; n < 2 && first > start && doc->words.at[first - 1].upos == ONI_UPOS_PROPN; n++)
		first--;
	return first > start + 1 && oni_str_is(doc->words.at[first - 1].form, "of") && oni_word_is(doc, first - 2, kinds)
		&& !(doc->words.at[first - 2].morph & ONI_MORPH_PLURAL);
}

/* "Ana Ruiz, of Sparkbrook,": where she lives. */
static bool is_home_of(const oni_doc *doc, const oni_name *name)
{
	uint32_t first = name->first, start = doc->sentences.at[doc->words.at[first].sentence].first;
	if (name->end - first != 1 || first < start + 3 || !oni_str_is(doc->words.at[first - 2].form, ",")
		|| !(oni_str_is(doc->words.at[first - 1].form, "of") || oni_str_is(doc->words.at[first - 1].form, "from")))
		return false;
	uint32_t before = doc->words.at[first - 3].name;
	return before != ONI_NONE && doc->names.at[before].kind == ONI_NAME_PERSON;
}

/* "Residents of El Fasher": a place of the tables, behind a preposition of place, was taken for a person. */
static bool is_in_place(const oni_cast *cast, const oni_name *name)
{
	if (is_place_of(cast->doc, name->first) || is_home_of(cast->doc, name))
		return true;
	static const char *const before[] = {"in", "at", "near", "from", "of", "around", "outside", "to", NULL};
	const oni_doc *doc = cast->doc;
	uint32_t start = doc->sentences.at[doc->words.at[name->first].sentence].first;
	if (name->first == start || !oni_word_is(doc, name->first - 1, before) || oni_gender_of_given_name(&cast->who, doc->words.at[name->first].form))
		return false;
	return oni_country_of_place(&cast->who, oni_str_cut(doc->text, doc->words.at[name->first].at.begin, doc->words.at[name->end - 1].at.end)).n;
}

/* "Puerto Penasco": all its words together are a town's name, none of them a given name, and no title is before it. */
static bool is_long_place(const oni_cast *cast, const oni_name *name)
{
	const oni_doc *doc = cast->doc;
	oni_fact noun;
	uint32_t start = doc->sentences.at[doc->words.at[name->first].sentence].first;
	if (name->end - name->first < 2 || oni_phrase_find(cast->who.particles, doc->words.at[name->first].form).n)
		return false;
	for (uint32_t i = name->first; i < name->end; i++)
		if (oni_gender_of_given_name(&cast->who, doc->words.at[i].form))
			return false;
	if (name->first > start && oni_noun_at(&cast->who, doc, start, name->first - 1, &noun) && oni_is_person_noun(&noun))
		return false;
	return oni_country_of_town(&cast->who, oni_str_cut(doc->text, doc->words.at[name->first].at.begin, doc->words.at[name->end - 1].at.end), 20000).n > 0;
}

/* A place that no table of actors knows, with a given name, that does something: "Gloria said". */
static bool may_be_given_name(const oni_cast *cast, const oni_name *name)
{
	const oni_doc *doc = cast->doc;
	uint32_t head = oni_head_within(doc, name->first, name->end);
	if (name->end - name->first > 2 || !oni_gender_of_given_name(&cast->who, doc->words.at[name->first].form))
		return false;
	if (oni_country_of_place(&cast->who, oni_str_cut(doc->text, doc->words.at[name->first].at.begin, doc->words.at[name->end - 1].at.end)).n
		&& name->end - name->first == 1 && !oni_is_subject(doc, head) && doc->words.at[head].rel != ONI_REL_APPOS)
		return false;
	if (doc->words.at[head].rel == ONI_REL_APPOS && doc->words.at[head].head < head) { /* "her child, Gloria" */
		oni_fact noun;
		return oni_noun_at(&cast->who, doc, doc->sentences.at[doc->words.at[head].sentence].first, doc->words.at[head].head, &noun) && oni_is_person_noun(&noun);
	}
	return oni_is_subject(doc, head) || doc->words.at[head].rel == ONI_REL_NMOD_POSS;
}

/* "Spain's weather agency AEMET": a lone name right behind a noun for a body is that body's. */
static bool is_bodys(const oni_cast *cast, const oni_name *name)
{
	const oni_doc *doc = cast->doc;
	uint32_t start = doc->sentences.at[doc->words.at[name->first].sentence].first;
	oni_fact noun;
	return name->end - name->first <= 3 && name->first > start && !oni_gender_of_given_name(&cast->who, doc->words.at[name->first].form)
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
	name->kind = known && (rest.kind == ONI_FACT_NATIONALITY || rest.kind == ONI_FACT_PEOPLE) ? ONI_NAME_NORP : known && rest.country[0] && rest.kind != ONI_FACT_ORG ? ONI_NAME_LOCATION
		: ONI_NAME_ORGANIZATION;
	for (uint32_t i = noun.first; i < end; i++)
		doc->words.at[i].name = ONI_NONE;
	uint32_t head = oni_head_within(doc, first, end);
	oni_candidate *c = oni_candidate_push(cast, first, end, head, ONI_MENTION_NOMINAL);
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
	bool party = form.n && (form.at[0] == 'D' || form.at[0] == 'R' || form.at[0] == 'I');
	bool apart = form.n == 1 && (name->end == name->first + 1 || oni_str_is(doc->words.at[name->first + 1].form, "-"));
	return party && (apart || (form.n > 1 && form.at[1] == '-'));
}

static bool all_small(oni_str form)
{
	for (size_t i = 0; i < form.n; i++)
		if (form.at[i] >= 'A' && form.at[i] <= 'Z')
			return false;
	return true;
}

/* A letter, a pronoun or an honour alone names nobody: "X.", "My", "Sen." */
static bool is_no_name(const oni_cast *cast, const oni_name *name)
{
	const oni_doc *doc = cast->doc;
	static const char *const none[] = {"my", "me", "i", "he", "she", "we", "our", "you", "your", "sen.", "rep.", "gov.", "mr", "mr.", "mrs", "mrs.",
		"ms", "ms.", "dr", "dr.", "jr.", "jr", "sr.", "prof.", "the", "god", "no.", "miss", NULL};
	const oni_word *w = &doc->words.at[name->first];
	if (name->kind == ONI_NAME_ORGANIZATION && name->end - name->first == 1 && w->form.at[0] >= 'a' && w->form.at[0] <= 'z' && w->upos != ONI_UPOS_PROPN
		&& all_small(w->form))
		return true;                   /* "supreme" */
	if (name->end - name->first == 1 && name->first && oni_str_is(w[-1].form, ",") && oni_table_find(cast->who.abbreviations, w->form) != ONI_NO_ROW)
		return true;                   /* "Orlando, Fla." */
	bool letter = w->form.n == 1 || (w->form.n == 2 && w->form.at[1] == '.');
	return name->end - name->first == 1 && (letter || oni_word_is(doc, name->first, none));
}

/* "(TRANS.UL)", "(SHEL.L)": a share's name at the exchange, in brackets behind its company's. */
static bool is_ticker(const oni_doc *doc, const oni_name *name)
{
	enum { LONGEST = 12 };
	oni_str text = doc->text;
	size_t begin = doc->words.at[name->first].at.begin, end = doc->words.at[name->end - 1].at.end;
	bool dot = false;
	while (begin > 0 && end - begin <= LONGEST && (text.at[begin - 1] == '.' || (text.at[begin - 1] >= 'A' && text.at[begin - 1] <= 'Z')))
		begin--;
	while (end < text.n && end - begin <= LONGEST && (text.at[end] == '.' || (text.at[end] >= 'A' && text.at[end] <= 'Z')))
		end++;
	for (size_t i = begin; i < end; i++) {
		dot = dot || (text.at[i] == '.' && i >= begin + 2); /* "(U.S)" is none */
		if (text.at[i] != '.' && !(text.at[i] >= 'A' && text.at[i] <= 'Z'))
			return false;
	}
	return dot && begin > 0 && text.at[begin - 1] == '(' && end < text.n && text.at[end] == ')' && text.at[end - 1] != '.';
}

/* "Dean", after Howard Dean. */
static bool is_surname(const oni_cast *cast, const oni_name *name)
{
	const oni_word *words = cast->doc->words.at;
	if (name->end - name->first != 1 || name->kind != ONI_NAME_PERSON)
		return false;
	for (uint32_t i = cast->candidates.n, n = 0; i-- > 0 && n < 200; n++) {
		const oni_candidate *c = &cast->candidates.at[i];
		if (c->nature == ONI_NATURE_PERSON && c->name_end > c->name_first + 1 && oni_str_eq(words[c->name_end - 1].form, words[name->first].form))
			return true;
	}
	return false;
}

/* "the Archbishop of York" taken for a name: whoever it is, a person by his office. */
static bool is_office(oni_cast *cast, const oni_name *name, const oni_fact *f)
{
	oni_doc *doc = cast->doc;
	bool of = name->kind != ONI_NAME_PERSON && f->end < name->end && oni_str_is(doc->words.at[f->end].form, "of");
	if (f->kind != ONI_FACT_NOUN || f->noun == ONI_NOUN_ORGANIZATION || !(f->end == name->end || of) || is_surname(cast, name))
		return false;
	for (uint32_t i = name->first; i < f->end; i++)
		doc->words.at[i].name = ONI_NONE;
	return true;
}

static bool is_table_name(const oni_fact *f)
{
	return f->kind != ONI_FACT_NONE && f->kind != ONI_FACT_NOUN && f->kind != ONI_FACT_STANDING && f->kind != ONI_FACT_OFFICIAL;
}

/* "United Nations Relief Coordinator" taken for a body: the body is what begins it, the rest is somebody's office. */
static void cut_office(oni_cast *cast, oni_name *name)
{
	oni_doc *doc = cast->doc;
	oni_fact noun, body;
	if (name->kind != ONI_NAME_ORGANIZATION || name->end - name->first < 3 || !oni_noun_at(&cast->who, doc, name->first + 1, name->end - 1, &noun))
		return;
	if (!oni_is_person_noun(&noun) || noun.plural || noun.use == ONI_NOUN_PLAIN || !oni_fact_at(&cast->who, doc, name->first, noun.first, &body))
		return;
	if (!is_table_name(&body) || (body.kind == ONI_FACT_ORG && !oni_str_is(oni_table_cell(body.table, body.row, cast->who.org_kind), "igo")))
		return;
	for (uint32_t i = body.end; i < name->end; i++)
		doc->words.at[i].name = ONI_NONE;
	name->end = body.end;
}

/* What a name that analyse takes for a person is, by the tables and the words around; f: what the tables have for all of it (kind NONE: nothing).
 * Set right in doc->names, for all who come after. */
static oni_name_kind kind_of_person(const oni_cast *cast, const oni_name *name, const oni_fact *f)
{
	const oni_doc *doc = cast->doc;
	uint32_t after = name->end < doc->words.n ? name->end : name->first;
	bool caps = name->end - name->first == 1 && doc->words.at[name->first].form.n > 2 && is_acronym(doc->words.at[name->first].form)
		&& !is_acronym(doc->words.at[after].form) && !oni_gender_of_given_name(&cast->who, doc->words.at[name->first].form);
	if (f->kind == ONI_FACT_NONE && caps && (!name->first || !is_acronym(doc->words.at[name->first - 1].form)))
		return ONI_NAME_ORGANIZATION;  /* "COLPRO", where not all is in capitals */
	if (f->kind == ONI_FACT_NONE)
		return is_in_place(cast, name) || is_long_place(cast, name) ? ONI_NAME_LOCATION : is_bodys(cast, name) ? ONI_NAME_ORGANIZATION : ONI_NAME_PERSON;
	if (!is_no_person(cast, name, f))
		return ONI_NAME_PERSON;
	if (f->kind == ONI_FACT_ORG || f->kind == ONI_FACT_SEAT)
		return ONI_NAME_ORGANIZATION;
	return f->kind == ONI_FACT_NATIONALITY || f->kind == ONI_FACT_PEOPLE ? ONI_NAME_NORP : ONI_NAME_LOCATION;
}

/* A word that only colours the noun it hangs on. */
static bool is_inner_word(const oni_word *w)
{
	return w->rel == ONI_REL_AMOD || w->rel == ONI_REL_COMPOUND || w->rel == ONI_REL_NMOD_DESC || w->rel == ONI_REL_FLAT;
}

/* "Muslims", "the Kurds", "Republicans": people by what they hold or belong to, where no table has them as an actor. */
static void adherents(oni_cast *cast, uint32_t first, uint32_t end)
{
	oni_doc *doc = cast->doc;
	uint32_t head = oni_head_within(doc, first, end);
	const oni_word *w = &doc->words.at[head];
	bool plural = (w->morph & ONI_MORPH_PLURAL) || oni_str_is(w->xpos, "NNPS") || oni_str_is(w->xpos, "NNS");
	if (!plural || is_inner_word(w))
		return;
	oni_candidate *c = oni_candidate_push(cast, oni_span_left(doc, head), end, head, ONI_MENTION_NAME);
	oni_read_determiner(cast, c);
	c->name_first = first;
	c->name_end = end;
	c->nature = ONI_NATURE_GROUP;
	c->number = 2;
	oni_actor_in(&cast->who, doc, c->first, end, head, &c->actor);
	c->actor.kind = ONI_ENTITY_GROUP;
}

/* "Ohio State": the university; "New York State" and "Washington State" are the states. */
static bool is_state_school(const oni_cast *cast, const oni_name *name)
{
	const oni_word *words = cast->doc->words.at;
	oni_str first = words[name->first].form, behind = name->end < cast->doc->words.n ? words[name->end].form : (oni_str){0};
	if (name->kind != ONI_NAME_LOCATION || name->end - name->first < 2 || !oni_str_is(words[name->end - 1].form, "State")
		|| oni_str_is(first, "New") || oni_str_is(first, "Washington") || (behind.n && behind.at[0] >= 'A' && behind.at[0] <= 'Z'))
		return false;
	oni_phrase found = oni_phrase_find(cast->who.places, oni_str_cut(cast->doc->text, words[name->first].at.begin, words[name->end - 2].at.end));
	for (uint32_t k = 0; k < found.n && k < 16; k++) {
		uint32_t row = oni_phrase_row(cast->who.places, found, k);
		if (oni_str_is(oni_table_cell(cast->who.places, row, cast->who.place_kind), "admin1")
			&& oni_str_is(oni_table_cell(cast->who.places, row, cast->who.place_iso), "USA"))
			return true;
	}
	return false;
}

/* A name that is no person's: what the tables know, then bodies; a place that is no country is not an actor. */
static void other_name(oni_cast *cast, oni_name *name)
{
	const oni_doc *doc = cast->doc;
	oni_fact f = {0};
	uint32_t first = name->first;
	while (first + 1 < name->end && oni_str_eq_nocase(doc->words.at[first].form, ONI_STR("the")))
		first++;
	if (is_state_school(cast, name))
		name->kind = ONI_NAME_ORGANIZATION;
	if (oni_fact_at(&cast->who, doc, first, name->end, &f) && f.end == name->end && is_table_name(&f)) {
		name_by_table(cast, first, name->end, &f);
	} else if (oni_phrase_find(cast->who.things, doc->words.at[name->end - 1].form).n) {
		return;
	} else if (name->kind == ONI_NAME_NORP) {
		adherents(cast, first, name->end);
	} else if (name->kind == ONI_NAME_ORGANIZATION) {
		f = (oni_fact){0};
		body_name(cast, first, name->end, &f);
	} else if (name->kind == ONI_NAME_LOCATION && may_be_given_name(cast, name)) {
		name->kind = ONI_NAME_PERSON;
		oni_person_name(cast, first, name->end);
	} else if (name->kind == ONI_NAME_LOCATION)
		vote_place(cast, name);
}

/* A name that analyse found. */
static void found_name(oni_cast *cast, oni_name *name)
{
	oni_fact f;
	if (several(cast, name) || is_ward(cast->doc, name) || is_no_name(cast, name) || is_ticker(cast->doc, name))
		return;
	cut_office(cast, name);
	oni_fact_at(&cast->who, cast->doc, name->first, name->end, &f);
	if (is_office(cast, name, &f))
		return;
	if (f.end != name->end)
		f.kind = ONI_FACT_NONE;
	if (name->kind == ONI_NAME_PERSON)
		name->kind = kind_of_person(cast, name, &f), name->score = name->kind == ONI_NAME_LOCATION ? UINT8_MAX : name->score;
	if (name->kind == ONI_NAME_PERSON)
		oni_person_name(cast, name->first, name->end);
	else
		other_name(cast, name);
}

/* A table's name that begins here and goes on behind the one that analyse found: "People's | Liberation Army". */
static bool longer_by_table(const oni_cast *cast, uint32_t i, uint32_t end, oni_fact *ret)
{
	const oni_doc *doc = cast->doc;
	const oni_name *name = &doc->names.at[doc->words.at[i].name];
	if (name->first != i || !oni_fact_at(&cast->who, doc, i, end, ret) || ret->end <= name->end)
		return false;
	return ret->kind == ONI_FACT_ORG || ret->kind == ONI_FACT_COUNTRY || ret->kind == ONI_FACT_SEAT || ret->kind == ONI_FACT_OFFICIAL;
}

void oni_names_of_sentence(oni_cast *cast, uint32_t first, uint32_t end)
{
	oni_doc *doc = cast->doc;
	for (uint32_t i = first; i < end; ) {
		uint32_t name = doc->words.at[i].name;
		oni_fact f;
		if (name != ONI_NONE && doc->names.at[name].kind == ONI_NAME_PERSON && doc->names.at[name].first == i)
			oni_mend_name(cast, &doc->names.at[name]);
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
		bool open = upos == ONI_UPOS_PROPN || upos == ONI_UPOS_ADJ || upos == ONI_UPOS_NOUN || upos == ONI_UPOS_X_
			|| (upos == ONI_UPOS_PRON && is_acronym(doc->words.at[i].form) && doc->words.at[i].form.n > 2); /* "the WHO" */
		uint32_t stop = i + 10 < end ? i + 10 : end;
		if (open && oni_fact_at(&cast->who, doc, i, stop, &f) && f.kind != ONI_FACT_NOUN && f.kind != ONI_FACT_STANDING && !f.creed) {
			name_by_table(cast, i, f.end, &f);
			i = f.end;
			continue;
		}
		i++;
	}
}
