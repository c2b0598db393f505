/* The second look at who has which country, after places.
 *
 * The problem: "residents of Laredo", "a judge", "Tamil refugees", "protesters": whose they are is not said in their own words, or by a
 * town that many countries have. The tables know towns by size alone; the places' stage has since decided which one is meant, and that
 * decision holds here as well.
 *
 * The method, the surest first, each only for roles within a country (GOV, CVL; never IGOUNO) that have none:
 *   1. a town in their own words has the country that the place was resolved to, also against what its size had suggested;
 *   2. a people is of the country among its homes that the article speaks of first ("Tamil refugees" in news from Sri Lanka);
 *   3. who acts or suffers in a place is of its country, where people mostly are ("a journalist was killed in a bombing in Beirut");
 *      not soldiers, governments and refugees, nor whom lexicon/abroad_nouns.tsv lists (tourists, envoys), for they are often abroad;
 *   4. where the whole article speaks of one country only, or names one and calls others' people by theirs, offices, parties, crowds and rebels
 *      are that country's.
 *   5. police, courts and parliaments are of the one country that their sentence speaks of.
 * `why` of the entity names the step. Lists of names are read once, so time is linear.
 *
 * Worked example: "A judge opened an inquiry against 28 Chilean officials": judge JUD, one country in the article: CHLJUD. */
#include "understand/entity.h"

#include "understand/actor.h"
#include "understand/entity_parts.h"

enum { DEPTH = 3, MENTIONS = 4, OFTEN = 8 };

typedef struct spoken {
	char country[4];
	uint32_t first, n;       /* word; how often */
	uint32_t named;          /* how often by its own name or a place in it */
	bool acts;               /* somebody has it who is no country */
} spoken;

typedef struct lands {
	oni_doc *doc;
	oni_who who;
	const oni_table *abroad;
	ONI_VEC(spoken) seen;    /* the countries that the article speaks of */
	const spoken *only;      /* the one that all without a country are of, or NULL */
	const spoken *most;      /* the one spoken of three times as often as any other, or NULL */
	const spoken *next;      /* the one spoken of most but one, or NULL */
} lands;

/* ---- which countries the article speaks of ---- */

/* "pro-Western", "anti-Syria". */
static bool is_of_others(const oni_doc *doc, uint32_t word)
{
	static const char *const before[] = {"pro", "anti", "non", NULL};
	if (!word)
		return false;
	oni_str form = doc->words.at[word].form;
	if (oni_str_starts(form, "anti-") || oni_str_starts(form, "pro-"))
		return true;
	return word > 1 && oni_str_is(doc->words.at[word - 1].form, "-") && oni_str_in(doc->words.at[word - 2].lemma, before);
}

static spoken *entry_of(lands *l, const char *country, uint32_t word)
{
	for (uint32_t i = 0; i < l->seen.n; i++)
		if (memcmp(l->seen.at[i].country, country, 4) == 0)
			return &l->seen.at[i];
	spoken *s = oni_push(l->doc->scratch, &l->seen);
	*s = (spoken){.first = word};
	memcpy(s->country, country, 4);
	return s;
}

static void see(lands *l, const char *country, uint32_t word, bool named, bool acts)
{
	if (!country[0] || is_of_others(l->doc, word))
		return;
	spoken *s = entry_of(l, country, word);
	s->first = word < s->first ? word : s->first;
	s->n++;
	s->named += named;
	s->acts |= acts;
}

/* The one country spoken of; else the one that is named, more than once, and has actors, where all others only stand in what people are called:
 * news from Valencia with French firefighters in it is Spain's. */
static void find_only(lands *l)
{
	const spoken *named = NULL;
	uint32_t n = 0;
	for (uint32_t i = 0; i < l->seen.n; i++)
		if (l->seen.at[i].named) {
			named = &l->seen.at[i];
			n++;
		}
	const spoken *most = NULL, *next = NULL;
	for (uint32_t i = 0; i < l->seen.n; i++)
		if (!most || l->seen.at[i].n > most->n) {
			next = most;
			most = &l->seen.at[i];
		} else if (!next || l->seen.at[i].n > next->n)
			next = &l->seen.at[i];
	l->most = most && most->acts && most->named > 1 && most->n >= OFTEN && (!next || most->n >= 3 * next->n) ? most : NULL;
	l->next = next;
	if (l->seen.n == 1)
		l->only = &l->seen.at[0];
	else if (n == 1 && named->named > 1 && named->acts)
		l->only = named;
}

/* Actors, places, and nationalities of no mention: "an Israeli sweep". No more countries than there are. */
static void see_all(lands *l)
{
	const oni_doc *doc = l->doc;
	for (uint32_t i = 0; i < doc->mentions.n; i++) {
		const oni_mention *m = &doc->mentions.at[i];
		const oni_entity *e = &doc->entities.at[m->entity];
		see(l, e->country, m->first, e->kind == ONI_ENTITY_COUNTRY && m->form == ONI_MENTION_NAME, e->kind != ONI_ENTITY_COUNTRY);
	}
	for (uint32_t i = 0; i < doc->place_mentions.n; i++)
		see(l, doc->places.at[doc->place_mentions.at[i].place].country, doc->place_mentions.at[i].first, true, false);
	for (uint32_t i = 0; i < doc->words.n; i++) {
		oni_fact f;
		const oni_word *w = &doc->words.at[i];
		bool capital = w->form.n && w->form.at[0] >= 'A' && w->form.at[0] <= 'Z';
		if (capital && (w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_PROPN) && oni_fact_at(&l->who, doc, i, i + 1, &f) && f.kind == ONI_FACT_NATIONALITY)
			see(l, f.country, i, false, false);
	}
	find_only(l);
}

/* ---- telling ---- */

static void give(lands *l, oni_entity *e, const char *country, const char *why)
{
	oni_str cameo = oni_cameo_of(&l->who, oni_str_of(country));
	if (!cameo.n)
		return;
	e->code = oni_keepf(l->doc->arena, "%.*s%.*s", ONI_FMT(cameo), ONI_FMT(e->code));
	e->why = oni_keepf(l->doc->arena, "%.*s, %s", ONI_FMT(e->why), why);
	for (uint32_t i = 0; i < e->roles.n; i++)
		if (!e->roles.at[i].country[0])
			memcpy(e->roles.at[i].country, country, 4);
	memcpy(e->country, country, 4);
}

static void take_away(oni_entity *e)
{
	for (uint32_t i = 0; i < e->roles.n; i++)
		if (memcmp(e->roles.at[i].country, e->country, 4) == 0)
			memset(e->roles.at[i].country, 0, 4);
	e->code = oni_str_cut(e->code, 3, e->code.n);
	memset(e->country, 0, 4);
}

/* The town's country as the places' stage has it, instead of the likeliest by size. */
static void resettle(lands *l, oni_entity *e)
{
	const char *country = e->land_end > e->land_first ? oni_country_of_place_at(l->doc, e->land_first, e->land_end) : "";
	oni_str cameo = oni_cameo_of(&l->who, oni_str_of(e->country));
	if (!country[0] || memcmp(country, e->country, 4) == 0 || !cameo.n || !oni_str_eq(oni_str_cut(e->code, 0, cameo.n), cameo))
		return;
	take_away(e);
	give(l, e, country, "the place meant here");
}

/* ---- 1. in their own words ---- */

static const char *own_place(const lands *l, const oni_mention *m)
{
	static const char *const with[] = {"of", "in", "from", "at", NULL};
	const oni_doc *doc = l->doc;
	if (m->form != ONI_MENTION_NOMINAL && m->form != ONI_MENTION_NAME)
		return "";
	uint32_t end = m->end + 6 < doc->words.n ? m->end + 6 : doc->words.n;
	for (uint32_t i = m->first; i < end; i++) {
		const oni_word *w = &doc->words.at[i];
		bool before = i < m->head && w->upos == ONI_UPOS_PROPN && w->head == m->head && m->form == ONI_MENTION_NOMINAL;
		bool behind = i > m->head && w->head == m->head && w->rel == ONI_REL_NMOD && oni_str_in(oni_preposition(doc, i), with);
		const char *country = before || behind ? oni_country_of_place_at(doc, i, i + 1) : "";
		if (country[0])
			return country;
	}
	/* "dissidents from Egypt", whatever the tree hangs it on */
	if (m->end + 1 < doc->words.n && oni_str_is(doc->words.at[m->end].form, "from") && doc->words.at[m->end + 1].sentence == doc->words.at[m->head].sentence)
		return oni_country_of_place_at(doc, m->end + 1, m->end + 2);
	return "";
}

/* ---- 2. peoples ---- */

static bool lives_in(oni_str homes, const char *country)
{
	oni_str item;
	while (oni_str_split(&homes, '|', &item))
		if (country[0] && oni_str_is(item, country))
			return true;
	return false;
}

static const char *home_spoken_of(const lands *l, const oni_entity *e)
{
	uint32_t at = UINT32_MAX;
	const char *best = "";
	for (uint32_t i = 0; i < l->seen.n && e->homes.n; i++)
		if (l->seen.at[i].first < at && lives_in(e->homes, l->seen.at[i].country)) {
			best = l->seen.at[i].country;
			at = l->seen.at[i].first;
		}
	return best;
}

/* ---- 3. where they are ---- */

static const char *const places_before[] = {"in", "at", "near", "outside", "across", "around", "inside", NULL};

/* Whether a word says where what is above it happens: by its preposition, or as what is done there ("blocked a road in Dili"). */
static bool leads_to_place(const oni_doc *doc, uint32_t word, int depth)
{
	const oni_word *w = &doc->words.at[word];
	if (w->rel == ONI_REL_OBJ)
		return !depth && w->upos == ONI_UPOS_NOUN;
	if (oni_rel_universal((oni_rel)w->rel) != ONI_REL_OBL && w->rel != ONI_REL_NMOD)
		return false;
	oni_str mark = oni_preposition(doc, word);
	return oni_str_in(mark, places_before) || (depth && oni_str_is(mark, "of"));
}

/* The place that a word names: "Dili", "the capital Dili", "Timor's capital". */
static const char *place_named(const oni_doc *doc, const oni_sentence *s, uint32_t word)
{
	const char *country = oni_country_of_place_at(doc, word, word + 1);
	uint32_t from = word > s->first + 8 ? word - 8 : s->first, to = word + 8 < s->end ? word + 8 : s->end;
	for (uint32_t i = from; i < to && !country[0]; i++) {
		const oni_word *w = &doc->words.at[i];
		if (w->head == word && (w->rel == ONI_REL_APPOS || w->rel == ONI_REL_FLAT || w->rel == ONI_REL_NMOD_POSS || w->rel == ONI_REL_COMPOUND))
			country = oni_country_of_place_at(doc, i, i + 1);
	}
	return country;
}

/* A place under a word: "at a jail in Dili", "in an explosion in the east of Beirut". */
static const char *place_under(const oni_doc *doc, const oni_sentence *s, uint32_t word, int depth)
{
	for (uint32_t i = word + 1; i < s->end && i < word + 24; i++) {
		if (doc->words.at[i].head != word || !leads_to_place(doc, i, depth))
			continue;
		const char *country = place_named(doc, s, i);
		if (!country[0] && depth < DEPTH)
			country = place_under(doc, s, i, depth + 1);
		if (country[0])
			return country;
	}
	return "";
}

static const char *place_of_act(const lands *l, const oni_mention *m)
{
	const oni_doc *doc = l->doc;
	const oni_word *head = &doc->words.at[m->head];
	uint8_t rel = (uint8_t)oni_rel_universal((oni_rel)head->rel);
	if (m->form != ONI_MENTION_NOMINAL || head->head == ONI_NONE || (rel != ONI_REL_NSUBJ && rel != ONI_REL_OBJ))
		return "";
	uint32_t verb = head->head;
	const oni_sentence *s = &doc->sentences.at[head->sentence];
	const char *country = doc->words.at[verb].upos == ONI_UPOS_VERB ? place_under(doc, s, verb, 0) : "";
	return country;
}

static bool is_local(oni_str code)
{
	static const char *const locals[] = {"CVL", "OPP", "COP", "JUD", "EDU", "LAB", "MED", "HLH", "BUS", "AGR", "LEG", "ELI", NULL};
	return oni_str_in(oni_str_cut(code, 0, 3), locals);
}

/* ---- 4. the one country ---- */

static bool is_of_the_country(oni_str code, const oni_entity *e)
{
	static const char *const offices[] = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "REB", "SEP", "INS", NULL};
	static const char *const crowds[] = {"LAB", "EDU", "AGR", "ELI", NULL};
	return oni_str_in(oni_str_cut(code, 0, 3), offices) || (e->number == 2 && oni_str_in(oni_str_cut(code, 0, 3), crowds));
}

static bool is_abroad(const lands *l, const oni_mention *m)
{
	const oni_doc *doc = l->doc;
	for (uint32_t i = m->first; i < m->end; i++) {
		const oni_word *w = &doc->words.at[i];
		if (oni_table_find(l->abroad, w->lemma) != ONI_NO_ROW || oni_str_is(w->lemma, "foreign") || oni_str_is(w->lemma, "international"))
			return true;
	}
	return false;
}

/* Whether a mention names the country, or calls somebody by it: "China", "three Russians"; not "a school in Chile". */
static bool is_called_by(const lands *l, const oni_mention *m)
{
	oni_fact f;
	for (uint32_t i = m->first; i <= m->head && i < m->first + 8; i++)
		if (oni_fact_at(&l->who, l->doc, i, m->end, &f) && (f.kind == ONI_FACT_NATIONALITY || f.kind == ONI_FACT_COUNTRY))
			return true;
	return false;
}

/* Whether an actor stands against the country by its name, or against people who are called so, in one clause: "the government thanked
 * China", "police arrested three Russians": then it is rather another country's. Not against its offices ("an inquiry against Chilean officials"). */
static bool faces_country(const lands *l, const oni_entity *e, uint32_t mention, const char *country)
{
	static const char *const offices[] = {"GOV", "LEG", "JUD", "COP", "PTY", "OPP", "ELI", "REB", NULL};
	const oni_doc *doc = l->doc;
	const oni_mention *m = &doc->mentions.at[mention];
	uint32_t verb = ONI_NONE, other = ONI_NONE, sentence = doc->words.at[m->head].sentence, from = mention > 12 ? mention - 12 : 0;
	int side = oni_side_of(doc, m->head, &verb);
	bool state = oni_str_in(oni_str_cut(e->code, 0, 3), (const char *const[]){"GOV", "MIL", "SPY", NULL});
	for (uint32_t i = from; i < doc->mentions.n && i < mention + 12 && side; i++) {
		const oni_mention *k = &doc->mentions.at[i];
		const oni_entity *o = &doc->entities.at[k->entity];
		if (o == e || doc->words.at[k->head].sentence != sentence || memcmp(o->country, country, 4) != 0)
			continue;
		if (oni_str_in(oni_str_cut(o->code, 3, 6), offices) || oni_str_in(oni_preposition(doc, k->head), places_before))
			continue;
		int theirs = oni_side_of(doc, k->head, &other);
		if (theirs && theirs != side && other == verb && (side == 1 || state) && is_called_by(l, k))
			return true;
	}
	return false;
}

/* ---- 5. the sentence's country ---- */

/* Offices that do their work at home: police, courts, parliaments; "a provincial official", "the health department". */
static bool stays_at_home(const lands *l, oni_str code, const oni_mention *m)
{
	static const char *const home[] = {"COP", "JUD", "LEG", NULL}, *const may[] = {"GOV", "HLH", NULL};
	static const char *const near[] = {"provincial", "local", "regional", "municipal", "city", "district", "county", "town", "village", "department",
		"ministry", "hospital", NULL};
	if (oni_str_in(oni_str_cut(code, 0, 3), home))
		return true;
	bool local = false;
	for (uint32_t i = m->first; i <= m->head; i++)
		local |= oni_str_in(l->doc->words.at[i].lemma, near);
	return local && oni_str_in(oni_str_cut(code, 0, 3), may);
}

typedef struct few {
	const char *at[4];
	bool named[4];
	uint32_t n;
} few;

static void put(few *list, const char *country, bool named)
{
	uint32_t i = 0;
	while (i < list->n && memcmp(list->at[i], country, 4) != 0)
		i++;
	if (!country[0] || i == 4)
		return;
	list->named[i] = named || (i < list->n && list->named[i]);
	list->at[i] = country;
	list->n = i == list->n ? i + 1 : list->n;
}

/* The one country that a sentence speaks of; else the one that it names, where others only stand in what people are called. */
static const char *country_of_sentence(const lands *l, const oni_sentence *s, bool *ret_none)
{
	const oni_doc *doc = l->doc;
	few list = {.n = 0};
	for (uint32_t i = s->first; i < s->end && i < s->first + 80; i++) {
		oni_fact f;
		bool capital = doc->words.at[i].form.n && doc->words.at[i].form.at[0] >= 'A' && doc->words.at[i].form.at[0] <= 'Z';
		const char *place = capital ? oni_country_of_place_at(doc, i, i + 1) : "";
		if (is_of_others(doc, i))
			continue;
		put(&list, place, true);
		uint32_t mention = capital && !place[0] && oni_fact_at(&l->who, doc, i, i + 1, &f) && f.kind != ONI_FACT_NOUN ? oni_mention_at(doc, i) : ONI_NONE;
		if (mention != ONI_NONE)
			put(&list, doc->entities.at[doc->mentions.at[mention].entity].country, false);
	}
	const char *found = list.n == 1 ? list.at[0] : "";
	*ret_none = !list.n;
	for (uint32_t i = 0; i < list.n && list.n > 1; i++)
		if (list.named[i]) {
			if (found[0])
				return "";
			found = list.at[i];
		}
	return list.n < 4 ? found : "";
}

/* That of its own sentence, or, where that speaks of none, of the one before in its paragraph. */
static const char *country_near(const lands *l, const oni_mention *m)
{
	const oni_doc *doc = l->doc;
	uint32_t s = doc->words.at[m->head].sentence;
	const oni_sentence *all = doc->sentences.at;
	bool none;
	const char *country = country_of_sentence(l, &all[s], &none);
	if (none && s && all[s - 1].segment == all[s].segment)
		country = country_of_sentence(l, &all[s - 1], &none);
	return country;
}

/* A country that comes up with this place alone, in an article that speaks of another all the time: rather a town of the same name there. */
static bool is_doubtful(const lands *l, const char *country)
{
	for (uint32_t i = 0; i < l->seen.n; i++)
		if (memcmp(l->seen.at[i].country, country, 4) == 0)
			return l->seen.at[i].n == 1 && l->seen.n > 1 && (l->most || (l->next && l->next->n >= 4));
	return false;
}

static bool is_indefinite(const oni_doc *doc, const oni_mention *m)
{
	static const char *const indefinite[] = {"a", "an", "another", "some", "several", "many", "any", NULL};
	return oni_word_is(doc, m->first, indefinite) || doc->words.at[m->first].upos == ONI_UPOS_NUM;
}

static const char *country_of(const lands *l, const oni_entity *e, uint32_t *mentions, uint32_t n, const char **ret_why)
{
	const oni_mention *all = l->doc->mentions.at;
	const char *country;
	bool abroad = false;
	*ret_why = "the place in its words";
	for (uint32_t i = 0; i < n; i++) {
		if ((country = own_place(l, &all[mentions[i]]))[0])
			return country;
		abroad |= is_abroad(l, &all[mentions[i]]);
	}
	*ret_why = "a country where this people lives";
	if ((country = home_spoken_of(l, e))[0])
		return country;
	*ret_why = "the place where it happens";
	for (uint32_t i = 0; i < n && !abroad && is_local(e->code); i++)
		if ((country = place_of_act(l, &all[mentions[i]]))[0] && !is_doubtful(l, country))
			return country;
	*ret_why = "the article's only country";
	bool official = n && (is_of_the_country(e->code, e) || stays_at_home(l, e->code, &all[mentions[0]]));
	if (!abroad && l->only && official && !(l->only->n < OFTEN && faces_country(l, e, mentions[0], l->only->country)))
		return l->only->country;
	*ret_why = "the country most spoken of";
	if (!abroad && l->most && official && !is_indefinite(l->doc, &all[mentions[0]]))
		return l->most->country;
	*ret_why = "the sentence's only country";
	country = n && !abroad && stays_at_home(l, e->code, &all[mentions[0]]) ? country_near(l, &all[mentions[0]]) : "";
	return country[0] && !faces_country(l, e, mentions[0], country) ? country : "";
}

/* "police" in news from India, where their own sentence is about Toronto: the nearer country counts. */
static void bring_nearer(lands *l, oni_entity *e, const oni_mention *m)
{
	static const char *const home[] = {"COP", "JUD", NULL};
	bool none;
	if (m->form != ONI_MENTION_NOMINAL || !e->country[0] || !oni_str_in(oni_str_cut(e->code, 3, e->code.n), home) || !oni_str_ends(e->why, "the article's country"))
		return;
	const char *near = country_of_sentence(l, &l->doc->sentences.at[l->doc->words.at[m->head].sentence], &none);
	if (!near[0] || memcmp(near, e->country, 4) == 0)
		return;
	take_away(e);
	give(l, e, near, "the sentence's country");
}

/* "a human rights group" of no country is an organisation of no government. */
static void make_nongovernmental(const lands *l, oni_entity *e)
{
	static const char *const causes[] = {"HRI", "ENV", "DEV", NULL};
	if (e->kind != ONI_ENTITY_PERSON && e->code.n == 3 && oni_str_in(e->code, causes))
		e->code = oni_keepf(l->doc->arena, "NGO%.*s", ONI_FMT(e->code));
}

void oni_settle_countries(const oni_facts *facts, oni_doc *doc)
{
	if (!doc->entities.n)
		return;
	oni_mark mark = oni_arena_mark(doc->scratch);
	lands l = {.doc = doc, .abroad = oni_facts_table(facts, "abroad_nouns")};
	oni_who_open(facts, &l.who);
	for (uint32_t e = 0; e < doc->entities.n; e++)
		resettle(&l, &doc->entities.at[e]);
	see_all(&l);
	uint32_t (*first)[MENTIONS] = oni_alloc(doc->scratch, sizeof *first * doc->entities.n);
	uint32_t *n = ONI_NEW_N(doc->scratch, uint32_t, doc->entities.n);
	memset(n, 0, sizeof *n * doc->entities.n);
	for (uint32_t i = 0; i < doc->mentions.n; i++) {
		uint32_t e = doc->mentions.at[i].entity;
		if (n[e] < MENTIONS && doc->mentions.at[i].form != ONI_MENTION_PRONOUN)
			first[e][n[e]++] = i;
	}
	for (uint32_t i = 0; i < doc->entities.n; i++) {
		oni_entity *e = &doc->entities.at[i];
		if (n[i])
			bring_nearer(&l, e, &doc->mentions.at[first[i][0]]);
		const char *why, *country = !e->country[0] && oni_code_is_domestic(e->code) ? country_of(&l, e, first[i], n[i], &why) : "";
		if (country[0])
			give(&l, e, country, why);
		make_nongovernmental(&l, e);
	}
	oni_arena_rewind(doc->scratch, mark);
}
