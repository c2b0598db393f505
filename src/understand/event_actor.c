/* Whom a word stands for in an event.
 *
 * Problem: the grammar gives a head noun ("four regions of Ukraine", "Israeli tanks", "Jericho"), the record wants an
 * actor. Method: the entity whose mention has this head; else the country of the place so named; else an actor that the
 * noun's own words describe (actor.h); else whose it is: possessor, adjective of nationality, "of", then the other
 * prepositions, at most three steps down.
 *
 * Example: "the homes of Palestinian families": homes is nobody, families with Palestinian is PSECVL.
 * Source: CAMEO's rule that a thing or place stands for whom it belongs to. */
#include "understand/actor.h"
#include "understand/entity.h"
#include "understand/event_parts.h"

static void add(oni_parties *list, oni_party party)
{
	for (uint32_t i = 0; i < list->n; i++)
		if ((party.entity != ONI_NONE && list->at[i].entity == party.entity)
			|| (party.entity == ONI_NONE && list->at[i].entity == ONI_NONE && oni_str_eq(list->at[i].code, party.code)))
			return;
	if (list->n < ONI_EVENT_FILL)
		list->at[list->n++] = party;
}

void oni_parties_add(oni_parties *list, const oni_parties *more)
{
	for (uint32_t i = 0; i < more->n; i++)
		add(list, more->at[i]);
}

bool oni_parties_overlap(const oni_parties *a, const oni_parties *b)
{
	for (uint32_t i = 0; i < a->n; i++)
		for (uint32_t k = 0; k < b->n; k++)
			if (a->at[i].entity == b->at[k].entity && (a->at[i].entity != ONI_NONE || oni_str_eq(a->at[i].code, b->at[k].code)))
				return true;
	return false;
}

static uint32_t entity_headed_by(const oni_event_scene *scene, uint32_t w)
{
	uint32_t m = oni_mention_at(scene->doc, w), next = w + 1 < scene->end ? oni_mention_at(scene->doc, w + 1) : ONI_NONE;
	if (m == ONI_NONE)
		return ONI_NONE;
	const oni_mention *noun = next == ONI_NONE ? NULL : &scene->doc->mentions.at[next];
	if (noun && noun->form == ONI_MENTION_NOMINAL && noun->head == w + 1 && noun->first <= w && oni_scene_word(scene, w)->upos == ONI_UPOS_PROPN)
		return oni_entity_principal(scene->doc, noun->entity); /* "Russia troops", two words side by side in the tree */
	const oni_mention *mention = &scene->doc->mentions.at[m];
	if (mention->head != w && !(mention->form == ONI_MENTION_NAME && w >= mention->first && w < mention->end))
		return ONI_NONE;
	return oni_entity_principal(scene->doc, mention->entity);
}

static bool by_entity(const oni_event_scene *scene, uint32_t w, oni_party *ret)
{
	uint32_t e = entity_headed_by(scene, w);
	if (e == ONI_NONE)
		return false;
	const oni_entity *entity = &scene->doc->entities.at[e];
	*ret = (oni_party){.entity = e, .code = entity->code, .word = w};
	return true;
}

static uint32_t entity_of_country(const oni_doc *doc, const char *country)
{
	for (uint32_t e = 0; e < doc->entities.n; e++)
		if (doc->entities.at[e].kind == ONI_ENTITY_COUNTRY && strcmp(doc->entities.at[e].country, country) == 0)
			return e;
	return ONI_NONE;
}

static oni_str cameo_of_country(const oni_event_scene *scene, const char *iso)
{
	const oni_event_tables *t = scene->tables;
	uint32_t row = oni_table_find(t->countries, oni_str_of(iso));
	oni_str code = oni_table_cell(t->countries, row, t->country_cameo);
	return code.n ? code : oni_str_of(iso);
}

static bool by_place(const oni_event_scene *scene, uint32_t w, oni_party *ret)
{
	const oni_doc *doc = scene->doc;
	uint32_t behind; /* the one before it is the last that begins at w or before */
	oni_halve(behind, doc->place_mentions.n, i, doc->place_mentions.at[i].first <= w);
	if (!behind || doc->place_mentions.at[behind - 1].end <= w)
		return false;
	const oni_place *place = &doc->places.at[doc->place_mentions.at[behind - 1].place];
	if (!place->country[0])
		return false;
	uint32_t e = entity_of_country(doc, place->country);
	*ret = (oni_party){.entity = e, .word = w};
	ret->code = e != ONI_NONE && doc->entities.at[e].code.n ? doc->entities.at[e].code : cameo_of_country(scene, place->country);
	return true;
}

static bool by_nationality(const oni_event_scene *scene, uint32_t w, oni_party *ret)
{
	const oni_word *word = oni_scene_word(scene, w);
	const oni_event_tables *t = scene->tables;
	if (!word->form.n || (word->form.at[0] >= 'a' && word->form.at[0] <= 'z'))
		return false;
	oni_phrase p = oni_phrase_find(t->nationalities, word->form);
	if (!p.n || (w > scene->first && oni_str_eq_nocase(oni_scene_word(scene, w - 1)->form, ONI_STR("ethnic"))))
		return false;
	oni_str code = oni_table_cell(t->nationalities, oni_phrase_row(t->nationalities, p, 0), t->nation_cameo);
	*ret = (oni_party){.entity = ONI_NONE, .code = code, .word = w};
	for (uint32_t e = 0; e < scene->doc->entities.n; e++)
		if (scene->doc->entities.at[e].kind == ONI_ENTITY_COUNTRY && oni_str_eq(scene->doc->entities.at[e].code, code))
			ret->entity = e;
	return code.n > 0;
}

static bool by_description(const oni_event_scene *scene, uint32_t w, oni_party *ret)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (oni_word_in(scene, w, ONI_STR("hostage|prisoner|captive")) && !(word->morph & ONI_MORPH_PLURAL) && scene->child[w - scene->first] == ONI_NONE)
		return false;                  /* "taken hostage" */
	if (word->upos != ONI_UPOS_NOUN && word->upos != ONI_UPOS_PROPN)
		return false;
	uint32_t first = w;
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_rel_universal(oni_scene_word(scene, c)->rel);
		if (c < first && (rel == ONI_REL_AMOD || rel == ONI_REL_COMPOUND || rel == ONI_REL_NMOD))
			first = c;
	}
	oni_actor actor;
	if (!oni_actor_of(scene->tables->facts, scene->doc, first, w + 1, w, &actor) || !actor.actor || !actor.code.n)
		return false;
	*ret = (oni_party){.entity = ONI_NONE, .code = actor.code, .word = w};
	return true;
}

static bool is_metonym(const oni_event_scene *scene, uint32_t w)
{
	uint32_t m = oni_mention_at(scene->doc, w);
	return m == ONI_NONE || scene->doc->mentions.at[m].form == ONI_MENTION_METONYM || scene->doc->mentions.at[m].form == ONI_MENTION_ADJECTIVE
		|| scene->doc->mentions.at[m].form == ONI_MENTION_NAME;
}

/* "in Tehran" is a place, "Tehran said" a government. */
static bool is_where(const oni_event_scene *scene, uint32_t w)
{
	uint32_t m = oni_mention_at(scene->doc, w);
	return m != ONI_NONE && scene->doc->mentions.at[m].form == ONI_MENTION_METONYM && oni_word_in_list(oni_case_of(scene, w), "in at near outside around inside");
}

static bool country_under(const oni_event_scene *scene, uint32_t w, int depth, oni_party *ret)
{
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_rel_universal(oni_scene_word(scene, c)->rel);
		if (rel == ONI_REL_AMOD || rel == ONI_REL_COMPOUND || rel == ONI_REL_NMOD || (depth > 0 && (rel == ONI_REL_OBL || rel == ONI_REL_OBJ)) || (rel == ONI_REL_ACL && depth == 0)) {
			if (by_place(scene, c, ret) || by_nationality(scene, c, ret))
				return true;
			if (depth < 2 && country_under(scene, c, depth + 1, ret))
				return true;
		}
	}
	return false;
}

/* A role without a country takes the one that its own words name: "Darfur rebels", "refugees who fled Liberia". */
static void complete(const oni_event_scene *scene, uint32_t w, oni_party *party)
{
	oni_party country;
	if (!oni_code_is_domestic(party->code) || oni_scene_word(scene, w)->upos == ONI_UPOS_PRON || !country_under(scene, w, 0, &country) || country.code.n < 3)
		return;
	party->code = oni_keepf(scene->doc->arena, "%.*s%.*s", 3, country.code.at, ONI_FMT(party->code));
}

/* Whether an actor shares the country of the other party: who protests to have leaders go is of their country ("demanded the resignation of
 * Chile's minister"), who rules by force in a country governs it; else only roles that are seldom abroad. */
static bool shares_country(const oni_event_scene *scene, oni_str code, const oni_party *party, const oni_party *other, bool source)
{
	oni_str role = oni_str_cut(party->code, 0, 3);
	if (other->code.n < 3 || oni_code_is_domestic(other->code) || oni_word_in_list(oni_str_cut(other->code, 0, 3), "IGO NGO IMG INT MNC NGM UIS"))
		return false;
	bool for_leaders = code.n == 4 && oni_str_starts(code, "14") && code.at[3] == '1'; /* demanding that leaders go */
	if (source && for_leaders && other->code.n > 3 && oni_word_in_list(role, "CVL LAB EDU OPP"))
		return true;
	if (source && oni_str_starts(code, "17") && other->code.n == 3 && oni_word_in_list(role, "GOV MIL COP") && oni_word_in_list(oni_case_of(scene, other->word), "in across throughout"))
		return true;
	return !oni_word_in_list(role, "CVL REF BUS UAF MIL CRM GOV COP JUD SPY");
}

/* Where a clause says it happens: "in Lima", "at a market in Lima"; not "for China's help". */
static void locations(const oni_event_scene *scene, uint32_t w, oni_parties *ret)
{
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_rel_universal(oni_scene_word(scene, c)->rel);
		oni_party party;
		if ((rel != ONI_REL_OBL && rel != ONI_REL_NMOD) || !oni_word_in_list(oni_case_of(scene, c), "in at near outside inside across around throughout on"))
			continue;
		if (by_place(scene, c, &party))
			add(ret, party);
		ONI_EACH_CHILD(k, scene, c)
			if (!ret->n && by_place(scene, k, &party))
				add(ret, party);
		if (ret->n)
			return;
	}
}

void oni_complete_party(const oni_event_scene *scene, const oni_draft *d, oni_party *party, const oni_party *other, bool source)
{
	oni_parties place = {0};
	oni_str country = {0};
	if (!party->code.n || !oni_code_is_domestic(party->code))
		return;
	bool house = oni_word_in(scene, party->word, ONI_STR("embassy|consulate")); /* opened where its hosts are */
	if (house || !oni_word_in_list(oni_str_cut(party->code, 0, 3), "GOV MIL SPY REF")) /* these may act or be abroad */
		locations(scene, d->subject, &place);
	if (place.n && place.at[0].code.n >= 3 && !oni_code_is_domestic(place.at[0].code))
		country = oni_str_cut(place.at[0].code, 0, 3);
	else if (shares_country(scene, d->code, party, other, source))
		country = oni_str_cut(other->code, 0, 3);
	if (country.n)
		party->code = oni_keepf(scene->doc->arena, "%.*s%.*s", ONI_FMT(country), ONI_FMT(party->code));
}

/* Those who are killed, hurt, held or expelled, and those who protest, are people of a country and not the country: "Palestinians were killed". */
void oni_make_civilians(const oni_event_scene *scene, const oni_draft *d, oni_party *party, bool source)
{
	const oni_word *word = oni_scene_word(scene, party->word);
	static const char *const suffered = "17 18 20";
	bool theirs = source ? oni_str_starts(d->code, "14") : oni_word_in_list(oni_str_cut(d->code, 0, 2), suffered);
	if (!theirs || party->code.n != 3 || !(word->morph & ONI_MORPH_PLURAL) || oni_code_is_domestic(party->code))
		return;
	if (oni_phrase_find(scene->tables->nationalities, word->form).n)
		party->code = oni_keepf(scene->doc->arena, "%.*sCVL", ONI_FMT(party->code));
}

static bool direct(const oni_event_scene *scene, uint32_t w, oni_party *ret)
{
	oni_party place;
	if (by_entity(scene, w, ret)) {
		bool body = scene->doc->entities.at[ret->entity].kind == ONI_ENTITY_ORGANIZATION || scene->doc->entities.at[ret->entity].kind == ONI_ENTITY_GROUP;
		if ((!ret->code.n || (body && (!is_metonym(scene, w) || is_where(scene, w)))) && by_place(scene, w, &place))
			*ret = place;
		else
			complete(scene, w, ret);
		return true;
	}
	if (oni_scene_word(scene, w)->upos == ONI_UPOS_PROPN && by_place(scene, w, ret))
		return true;                   /* "a road in Tehran": a town that no entity acts by */
	if (by_description(scene, w, ret)) {
		complete(scene, w, ret);
		return true;
	}
	return by_place(scene, w, ret)
		|| (oni_scene_word(scene, w)->upos != ONI_UPOS_NOUN && by_nationality(scene, w, ret));
}

bool oni_is_party(const oni_event_scene *scene, uint32_t w, bool strictly)
{
	oni_party party;
	w = oni_antecedent(scene, w);
	if (strictly)
		return direct(scene, w, &party);
	oni_parties list = {0};
	oni_parties_of(scene, w, &list);
	return list.n > 0;
}

bool oni_is_place(const oni_event_scene *scene, uint32_t w)
{
	oni_party party;
	uint32_t e = entity_headed_by(scene, w);
	return oni_scene_word(scene, w)->upos == ONI_UPOS_PROPN && (e == ONI_NONE || scene->doc->entities.at[e].kind == ONI_ENTITY_COUNTRY || scene->doc->mentions.at[oni_mention_at(scene->doc, w)].form == ONI_MENTION_METONYM) && by_place(scene, w, &party);
}

/* A participle in a noun's place: "to war-torn Mali". */
static bool is_argument(const oni_event_scene *scene, uint32_t w)
{
	oni_rel rel = oni_rel_universal(oni_scene_word(scene, w)->rel);
	return oni_scene_word(scene, w)->upos != ONI_UPOS_PROPN && (rel == ONI_REL_NMOD || rel == ONI_REL_OBL);
}

/* How near to an owner a child of a noun stands; 0: not at all. */
static int ownership(const oni_event_scene *scene, uint32_t c)
{
	const oni_word *w = oni_scene_word(scene, c);
	oni_str mark;
	switch (w->rel) {
	case ONI_REL_NMOD_POSS: return 6;
	case ONI_REL_AMOD: case ONI_REL_COMPOUND: case ONI_REL_NMOD_DESC: return 5;
	case ONI_REL_NMOD:
		mark = oni_case_of(scene, c);
		if (oni_word_in(scene, w->head, ONI_STR("$violence"))) /* an attack in Kenya, on Kenya, is not Kenya's */
			return oni_str_is(mark, "by") || oni_str_is(mark, "from") ? 3 : 0;
		if (oni_str_is(mark, "in") && oni_word_in(scene, w->head, ONI_STR("$agreement|$occasion|talk|talks|meeting|summit|conference|election|rally")))
			return 0;                  /* nor is a truce signed in Jeddah Jeddah's */
		if (oni_str_is(mark, "by")) /* "the deportation of refugees by Kenya" is Kenya's */
			return 5;
		return oni_str_is(mark, "of") ? 4 : oni_str_is(mark, "from") ? 3 : 2;
	case ONI_REL_OBJ: return is_argument(scene, w->head) ? 4 : 0;
	case ONI_REL_APPOS: case ONI_REL_ACL: case ONI_REL_FLAT: return 1;
	default: return 0;
	}
}

static void owners(const oni_event_scene *scene, uint32_t w, int depth, oni_parties *ret)
{
	for (int near = 6; near > 0 && !ret->n; near--)
		ONI_EACH_CHILD(c, scene, w) {
			oni_party party;
			if (ownership(scene, c) != near)
				continue;
			if (direct(scene, oni_antecedent(scene, c), &party)) {
				add(ret, party);
				ONI_EACH_CHILD(k, scene, c)
					if (oni_scene_word(scene, k)->rel == ONI_REL_CONJ && direct(scene, k, &party))
						add(ret, party);
			} else if (depth < 3)
				owners(scene, c, depth + 1, ret);
		}
}

/* "two provinces of Mali" as something to be taken is land, not its administration. */
static void make_land(const oni_event_scene *scene, uint32_t w, oni_party *party)
{
	if (party->code.n == 6 && oni_str_ends(party->code, "GOV") && oni_word_in(scene, w, ONI_STR("province|region|district|county|city|town|village|island|territory|municipality|state|area")))
		party->code = oni_str_cut(party->code, 0, 3);
}

/* "168 Liberians", "young Liberians": people, not their country. */
static void make_people(const oni_event_scene *scene, uint32_t w, oni_party *party)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (party->code.n != 3 || !(word->morph & ONI_MORPH_PLURAL) || oni_code_is_domestic(party->code) || !oni_phrase_find(scene->tables->nationalities, word->form).n)
		return;
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_scene_word(scene, c)->rel;
		if (rel == ONI_REL_NUMMOD || rel == ONI_REL_AMOD) {
			party->code = oni_keepf(scene->doc->arena, "%.*sCVL", ONI_FMT(party->code));
			return;
		}
	}
}

/* "negotiators from Armenia and Azerbaijan", "French and German troops": the same role of each further country. */
static void of_more_countries(const oni_event_scene *scene, uint32_t w, const oni_party *party, oni_parties *ret)
{
	if (party->code.n <= 3 || !(oni_scene_word(scene, w)->morph & ONI_MORPH_PLURAL))
		return;
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_rel_universal(oni_scene_word(scene, c)->rel);
		oni_party first, other;
		bool land = rel == ONI_REL_AMOD || rel == ONI_REL_COMPOUND || (rel == ONI_REL_NMOD && oni_word_in_list(oni_case_of(scene, c), "of from"));
		if (!land || !(by_place(scene, c, &first) || by_nationality(scene, c, &first)) || first.code.n != 3 || memcmp(first.code.at, party->code.at, 3) != 0)
			continue;
		ONI_EACH_CHILD(k, scene, c)
			if (oni_scene_word(scene, k)->rel == ONI_REL_CONJ && (by_place(scene, k, &other) || by_nationality(scene, k, &other)) && other.code.n == 3) {
				oni_str code = oni_keepf(scene->doc->arena, "%.*s%.*s", 3, other.code.at, (int)(party->code.n - 3), party->code.at + 3);
				add(ret, (oni_party){.entity = ONI_NONE, .code = code, .word = k});
			}
	}
}

static void one(const oni_event_scene *scene, uint32_t w, oni_parties *ret)
{
	oni_party party;
	w = oni_antecedent(scene, w);
	oni_parties mine = {0};
	if (direct(scene, w, &party)) {
		make_people(scene, w, &party);
		make_land(scene, w, &party);
		add(&mine, party);
		of_more_countries(scene, w, &party, &mine);
	}
	if (!mine.n || (mine.at[0].entity != ONI_NONE && !mine.at[0].code.n)) {
		oni_parties owning = {0};
		if (oni_scene_word(scene, w)->upos == ONI_UPOS_NOUN || oni_scene_word(scene, w)->upos == ONI_UPOS_PROPN || is_argument(scene, w))
			owners(scene, w, 0, &owning);
		if (owning.n)
			mine = owning;
	}
	oni_parties_add(ret, &mine);
}

/* "Russian and Ukrainian negotiators": those whom an adjective before the noun tells apart are a party of their own. */
static void sharers(const oni_event_scene *scene, uint32_t w, oni_parties *ret)
{
	const oni_doc *doc = scene->doc;
	uint32_t from = w > scene->first + 6 ? w - 6 : scene->first;
	for (uint32_t i = from; i < w && oni_scene_word(scene, w)->upos == ONI_UPOS_NOUN; i++) {
		uint32_t m = oni_scene_word(scene, i)->upos == ONI_UPOS_ADJ || oni_scene_word(scene, i)->upos == ONI_UPOS_PROPN ? oni_mention_at(doc, i) : ONI_NONE;
		const oni_mention *mention = m == ONI_NONE ? NULL : &doc->mentions.at[m];
		bool shared = mention && mention->head == i && mention->form == ONI_MENTION_ADJECTIVE && doc->entities.at[mention->entity].kind == ONI_ENTITY_GROUP;
		if (shared && oni_scene_word(scene, i)->head != ONI_NONE && (oni_scene_word(scene, i)->head == w || oni_scene_word(scene, oni_scene_word(scene, i)->head)->head == w))
			add(ret, (oni_party){.entity = mention->entity, .code = doc->entities.at[mention->entity].code, .word = i});
	}
}

/* Those beside w, or beside the name it is given ("leader Ruiz and President Lind"). */
static void conjuncts(const oni_event_scene *scene, uint32_t w, oni_parties *ret)
{
	ONI_EACH_CHILD(c, scene, w) {
		const oni_word *k = oni_scene_word(scene, c);
		if (k->rel == ONI_REL_CONJ && k->upos != ONI_UPOS_VERB)
			one(scene, c, ret);
		else if (k->rel == ONI_REL_APPOS || k->rel == ONI_REL_FLAT) {
			ONI_EACH_CHILD(d, scene, c)
				if (oni_scene_word(scene, d)->rel == ONI_REL_CONJ && oni_scene_word(scene, d)->upos != ONI_UPOS_VERB)
					one(scene, d, ret);
		}
	}
}

void oni_parties_of(const oni_event_scene *scene, uint32_t w, oni_parties *ret)
{
	w = oni_antecedent(scene, w);
	sharers(scene, w, ret);
	one(scene, w, ret);
	if (oni_scene_word(scene, w)->upos != ONI_UPOS_VERB)
		conjuncts(scene, w, ret);
}

/* "the attack in Kenya", "met in New York": where, not whom. */
static bool is_scene(const oni_event_scene *scene, uint32_t c)
{
	const oni_word *w = oni_scene_word(scene, c);
	oni_party party;
	bool violence = w->rel == ONI_REL_NMOD && oni_word_in(scene, w->head, ONI_STR("$violence"));
	return oni_word_in_list(oni_case_of(scene, c), "in at near outside") && (violence || by_place(scene, c, &party));
}

/* Clauses that tell of something else: another time, another reason. */
static bool is_aside(const oni_event_scene *scene, uint32_t c)
{
	const oni_word *w = oni_scene_word(scene, c);
	switch (w->rel) {
	case ONI_REL_PARATAXIS: case ONI_REL_NSUBJ: case ONI_REL_NSUBJ_PASS: case ONI_REL_CONJ: case ONI_REL_ACL_RELCL: case ONI_REL_OBL_AGENT:
	case ONI_REL_PUNCT: case ONI_REL_AUX:
		return true;
	case ONI_REL_ADVCL:
		return (w->morph & ONI_MORPH_FINITE) || !(w->morph & ONI_MORPH_INFINITIVE);
	default:
		return oni_str_is(oni_case_of(scene, c), "after") || oni_str_is(oni_case_of(scene, c), "before") || oni_str_is(oni_case_of(scene, c), "since");
	}
}

void oni_parties_under(const oni_event_scene *scene, uint32_t w, const oni_parties *not_these, bool places, int depth, oni_parties *ret)
{
	ONI_EACH_CHILD(c, scene, w) {
		oni_parties found = {0};
		if (ret->n)
			return;
		if (is_aside(scene, c) || (!places && is_scene(scene, c)))
			continue;
		oni_parties_of(scene, c, &found);
		if (found.n && !oni_parties_overlap(&found, not_these))
			*ret = found;
	}
	ONI_EACH_CHILD(c, scene, w)
		if (!ret->n && depth < 5 && !is_aside(scene, c) && (places || !is_scene(scene, c)))
			oni_parties_under(scene, c, not_these, places, depth + 1, ret);
}

void oni_parties_of_place(const oni_event_scene *scene, uint32_t w, oni_parties *ret)
{
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_rel_universal(oni_scene_word(scene, c)->rel);
		oni_party party;
		if ((rel == ONI_REL_OBL || rel == ONI_REL_NMOD) && by_place(scene, c, &party))
			add(ret, party);
		else if (rel == ONI_REL_OBL || rel == ONI_REL_NMOD) {
			ONI_EACH_CHILD(k, scene, c)
				if (by_place(scene, k, &party))
					add(ret, party);
		}
		if (ret->n)
			return;
	}
}
