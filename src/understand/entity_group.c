/* Descriptions of bodies, groups and countries into clusters: "the commission", "the company", "Russian troops", "the army", "the
 * Russians", "the country", "the attackers".
 *
 * What is the same all over an article has a key (a country's forces, police, a party); other bodies are looked for among those
 * spoken of last, by a word of their names, by their trade, or by what they were called before. A body may be called by one
 * noun only where no other has been ("the embassy"); people by a more general word ("the officials": the diplomats), but
 * never by the body they belong to. */
#include "understand/entity_parts.h"

enum { LOOK_BACK = 120, SENTENCES = 20 };

static const char *const any_company[] = {"company", "firm", "group", "business", "corporation", "manufacturer", "giant", "bank", "airline",
	"retailer", "operator", "carrier", "bank", "maker", "carmaker", NULL};

static const char *const any_body[] = {"group", "organization", "organisation", "body", "movement", "association", "institution", "force", "militia",
	"organisation", NULL};

/* "the group": any body with a name that is no government's, no court and no news medium. */
static bool is_any_body(const oni_cluster *k, oni_str key)
{
	bool body = (k->nature & ONI_NATURE_BODY) || ((k->nature & ONI_NATURE_GROUP) && k->table);
	return oni_str_in(key, any_body) && body && !oni_str_is(k->sector, "GOV") && !oni_str_is(k->sector, "JUD")
		&& !oni_str_is(k->sector, "MED") && !oni_str_is(k->sector, "LEG");
}

/* Whether one of a cluster's codes has this role anywhere: NGOHRIAMN has HRI. */
static bool has_role(const oni_cast *cast, const oni_cluster *k, oni_str role)
{
	oni_str code = oni_candidate_at(cast, k->first)->actor.code;
	for (size_t i = 0; role.n == 3 && i + 3 <= code.n; i += 3)
		if (memcmp(code.at + i, role.at, 3) == 0)
			return true;
	return false;
}

/* "the panel", of what has Committee in its name. */
static bool is_of_kind(const oni_cast *cast, const oni_cluster *k, oni_str key)
{
	const oni_who *who = &cast->who;
	oni_str list = oni_table_cell(who->body_kinds, key.n ? oni_table_find(who->body_kinds, key) : ONI_NO_ROW, who->body_kind_words), item;
	while (list.n && oni_str_split(&list, '|', &item))
		for (uint32_t i = k->name_first; i < k->name_end && item.n; i++)
			if (oni_str_eq_nocase(cast->doc->words.at[i].form, item))
				return true;
	return false;
}

/* "the militants", after an armed group: its people are what it is. */
static bool is_fighters(const oni_candidate *c)
{
	static const char *const fighters[] = {"militant", "rebel", "insurgent", "fighter", "jihadist", "guerrilla", "extremist", "militants", "rebels",
		"insurgents", "fighters", "jihadists", "guerrillas", NULL};
	return oni_str_in(oni_noun_of(c), fighters) && (c->number == 2 || c->noun.noun == ONI_NOUN_GROUP);
}

static bool is_armed(const oni_cast *cast, const oni_cluster *k, const oni_candidate *c)
{
	return is_fighters(c) && has_role(cast, k, ONI_STR("REB"));
}

/* The tables' sector fits the noun: "the newspaper" of the Globe. */
static bool has_trade(const oni_cast *cast, const oni_cluster *k, const oni_candidate *c)
{
	bool own = c->noun.use == ONI_NOUN_OWN;
	if (own && c->noun.noun == ONI_NOUN_ORGANIZATION && k->table == cast->who.orgs && !oni_str_is(c->noun.sector, "GOV")
		&& has_role(cast, k, c->noun.sector))
		return true;
	if (oni_str_is(k->sector, "BUS") && !oni_str_in(oni_noun_of(c), any_company))
		return false;                  /* a fund is no airline */
	return own && k->sector.n && oni_str_eq(k->sector, c->noun.sector) && !oni_str_is(k->sector, "GOV") && !oni_str_is(k->sector, "MIL");
}

static bool may_be_named(const oni_cluster *k, const oni_candidate *c)
{
	if (!(k->nature & (ONI_NATURE_BODY | ONI_NATURE_GROUP)) || k->name_first == k->name_end)
		return false;
	return !(c->actor.country[0] && k->country[0] && memcmp(c->actor.country, k->country, 3));
}

/* Whether a body's name says that it is what the noun says: the noun is in it ("the commission"), or a word for that kind of body. */
static bool is_called(const oni_cast *cast, const oni_cluster *k, const oni_candidate *c, oni_str key)
{
	const oni_doc *doc = cast->doc;
	if (is_armed(cast, k, c))
		return true;
	if (c->noun.noun == ONI_NOUN_PERSON)   /* senators are not the Senate, workers not the Union of Workers */
		return false;
	for (uint32_t i = k->name_first; i < k->name_end; i++)
		if (oni_str_eq_nocase(doc->words.at[i].form, doc->words.at[c->head].form))
			return true;
	return c->number != 2 && is_of_kind(cast, k, key); /* unions are not the union */
}

/* The last word of a name is itself a noun for bodies, and another one: no airline is an Association. */
static bool is_otherwise(const oni_cast *cast, const oni_cluster *k)
{
	oni_fact noun;
	return oni_noun_at(&cast->who, cast->doc, k->name_end - 1, k->name_end - 1, &noun) && noun.noun != ONI_NOUN_PERSON
		&& !oni_str_in(oni_table_cell(noun.table, noun.row, 0), any_company);
}

/* Whether a named body may be called so for all that is known of it: nothing ("the company"), or its sector. */
static bool may_be_called(const oni_cast *cast, const oni_cluster *k, const oni_candidate *c, oni_str key)
{
	if (c->noun.noun == ONI_NOUN_PERSON || c->number == 2 || (c->actor.country[0] && !k->country[0]))
		return false;
	if (!k->sector.n && !k->country[0] && k->table == NULL && oni_str_in(key, any_company) && !is_otherwise(cast, k))
		return true;
	return is_any_body(k, key) || has_trade(cast, k, c);
}

/* "rail workers", "the workers"; "gunmen", "the attackers": people by a shorter or a more general word, soon after. */
static bool is_kin(const oni_cast *cast, const oni_candidate *c, const oni_candidate *m)
{
	oni_str key = oni_noun_of(c), theirs = oni_noun_of(m);
	if (c->number != 2 || !(m->number == 2 || m->noun.noun == ONI_NOUN_GROUP) || m->form != ONI_MENTION_NOMINAL || c->sentence - m->sentence > 6)
		return false;
	return (cast->clusters.at[m->cluster].nature & ONI_NATURE_GROUP) && (oni_ends_in_word(theirs, key) || oni_is_kind_of(cast, key, theirs));
}

/* Called by the same noun before: "the electoral commission", "the commission". */
static bool is_same(const oni_cast *cast, const oni_candidate *c, const oni_candidate *m)
{
	const oni_cluster *k = &cast->clusters.at[m->cluster];
	oni_str key = oni_noun_of(c), theirs = oni_noun_of(m);
	bool told = m->counted && c->number == 2 && c->sentence - m->sentence <= 3; /* "three children ... the children" */
	if ((m->counted && !told) || m->number != c->number)
		return false;
	return oni_str_eq(key, theirs) || (m->definite && (k->nature & ONI_NATURE_BODY) && oni_ends_in_word(theirs, key));
}

static bool is_armed_group(const oni_cluster *k, const oni_candidate *m)
{
	static const char *const sectors[] = {"REB", "UAF", "INS", "SEP"};
	for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++) {
		oni_str code = m->known.code;
		bool known = code.n >= 4 && memcmp(code.at + (code.at[0] == '~' ? 1 : code.n >= 6 ? 3 : 0), sectors[i], 3) == 0;
		if (known || oni_str_is(k->sector, sectors[i]) || oni_str_is(m->actor.sector, sectors[i]))
			return true;
	}
	return false;
}

/* The last one that fits: by what it is called first, in the second round by what it may be called. */
static uint32_t body_described(const oni_cast *cast, uint32_t candidate, bool sure)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	oni_str key = oni_noun_of(c);
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (c->sentence - m->sentence > SENTENCES)
			break;
		if (m->cluster == ONI_NONE || m->end > c->first)
			continue;
		const oni_cluster *k = &cast->clusters.at[m->cluster];
		if (oni_str_is(c->actor.sector, "MIL") && is_armed_group(k, m))
			continue; /* "the army" is not the National Liberation Army that fights it */
		bool open = key.n && !c->actor.country[0] && (k->nature & c->nature);
		bool named = may_be_named(k, c) && (sure ? is_called(cast, k, c, key) : may_be_called(cast, k, c, key));
		if (named || (sure && open && (is_same(cast, c, m) || is_kin(cast, c, m))))
			return m->cluster;
	}
	return ONI_NONE;
}

/* "The army" where only one country's forces have been spoken of. */
static uint32_t forces_described(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	uint32_t found = ONI_NONE;
	if (c->actor.country[0] || !oni_str_is(c->actor.sector, "MIL") || c->noun.noun == ONI_NOUN_PERSON)
		return ONI_NONE;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (c->sentence - m->sentence > SENTENCES)
			break;
		if (m->cluster == ONI_NONE || m->form != ONI_MENTION_NOMINAL || !oni_str_is(m->actor.sector, "MIL") || !m->actor.country[0] || m->counted)
			continue;
		if (found != ONI_NONE && found != m->cluster)
			return ONI_NONE;
		if (cast->clusters.at[m->cluster].nature & (ONI_NATURE_GROUP | ONI_NATURE_BODY))
			found = m->cluster;
	}
	return found;
}

static uint32_t live(const oni_cast *cast, uint64_t key)
{
	for (uint32_t e = oni_index_first(cast, key); e != ONI_NONE; e = oni_index_next(cast, e))
		if (cast->clusters.at[cast->keys.at[e].cluster].members.n)
			return cast->keys.at[e].cluster;
	return ONI_NONE;
}

bool oni_is_ours(const oni_doc *doc, const oni_candidate *c)
{
	static const char *const first[] = {"our", "my", NULL};
	for (uint32_t i = c->first; i < c->head; i++)
		if (doc->words.at[i].head == c->head && doc->words.at[i].rel == ONI_REL_NMOD_POSS)
			return oni_word_is(doc, i, first);
	return false;
}

/* "Our country" is the speaker's, outside of quotations the article's own. */
static uint32_t our_country(const oni_cast *cast, const oni_candidate *c)
{
	uint32_t quote = cast->doc->words.at[c->head].quote, speaker = oni_quote_speaker(cast, quote);
	const char *country = quote == ONI_NONE ? cast->home : "";
	if (speaker != ONI_NONE && cast->at_head[speaker] != ONI_NONE && oni_candidate_at(cast, cast->at_head[speaker])->cluster != ONI_NONE)
		country = cast->clusters.at[oni_candidate_at(cast, cast->at_head[speaker])->cluster].country;
	return country[0] ? live(cast, oni_key_of("country", oni_str_of(country), (oni_str){0})) : ONI_NONE;
}

static uint32_t country_described(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (c->sentence - m->sentence > 4)
			break;
		uint8_t rel = cast->doc->words.at[m->head].rel;
		bool inner = rel == ONI_REL_COMPOUND || rel == ONI_REL_AMOD || rel == ONI_REL_NMOD_DESC || rel == ONI_REL_FLAT;
		if (m->cluster != ONI_NONE && cast->clusters.at[m->cluster].nature == ONI_NATURE_COUNTRY && m->form != ONI_MENTION_ADJECTIVE && !inner)
			return m->cluster;
	}
	return ONI_NONE;
}

/* A key under which the same description is the same actor all over the article: a country's forces are one; else by the
 * noun, its country, and what it belongs to. 0: none. */
static uint64_t standing_key(const oni_cast *cast, const oni_candidate *c)
{
	oni_str country = oni_str_of(c->actor.country), key = oni_noun_of(c);
	if (c->counted || c->indefinite || !key.n || (c->nature == ONI_NATURE_PERSON))
		return 0;
	if (c->possessed && !c->actor.country[0])
		return 0;
	if (country.n && c->noun.kind == ONI_FACT_NOUN && oni_str_is(c->actor.sector, "MIL") && c->noun.noun != ONI_NOUN_PERSON)
		return oni_key_of("forces", country, (oni_str){0});
	if (country.n && oni_str_is(c->actor.sector, "MIL") && (oni_str_is(key, "soldier") || oni_str_is(key, "troop")))
		return oni_key_of("forces", country, (oni_str){0});
	if (cast->home[0] && oni_str_is(country, cast->home) && c->actor.sector.n) /* "police in Lima" and "police" in news from Peru */
		return oni_key_of("noun", key, c->actor.sector);
	return oni_key_of("noun", key, c->actor.code.n ? c->actor.code : country);
}

/* "the Russians" are one group; "the Russian" alone is a person of that country spoken of before. */
static uint32_t people_of_country(const oni_cast *cast, uint32_t candidate, uint64_t *ret_key)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	bool state = c->actor.sector.n == 0; /* "the Russians"; else a part of them, or a people of several countries */
	*ret_key = c->counted ? 0 : oni_key_of("people", state ? oni_str_of(c->actor.country) : c->actor.code, (oni_str){0});
	if (c->number != 2 && c->definite)
		for (uint32_t i = candidate, n = 0; i-- > 0 && n < 30; n++) {
			const oni_candidate *m = oni_candidate_at(cast, i);
			if (c->sentence - m->sentence > 4)
				break;
			if (m->cluster == ONI_NONE || m->end > c->first)
				continue;
			const oni_cluster *k = &cast->clusters.at[m->cluster];
			if ((k->nature & ONI_NATURE_PERSON) && k->number == 1 && memcmp(k->country, c->actor.country, 4) == 0) {
				*ret_key = 0;
				return m->cluster;
			}
		}
	return *ret_key ? live(cast, *ret_key) : ONI_NONE;
}

/* "the GMB union", "La Repubblica newspaper": the name right before the noun is the body's own. */
static uint32_t named_in_it(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	static const char *const bodies[] = {"group", "movement", "militia", "organization", "organisation", "network", "alliance", NULL};
	bool body = c->noun.noun == ONI_NOUN_ORGANIZATION && !oni_str_is(c->noun.sector, "GOV") && !oni_str_is(c->noun.sector, "MIL");
	bool fighters = is_fighters(c) && !c->counted && !c->indefinite && !c->possessed; /* "the Houthi rebels" */
	if (c->noun.kind != ONI_FACT_NOUN || (!fighters && (c->number == 2 || !(body || oni_str_in(oni_noun_of(c), bodies)))))
		return ONI_NONE;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < 4; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (m->end != c->noun.first || !oni_has_name(m) || m->nature != ONI_NATURE_BODY || m->cluster == ONI_NONE || m->first < c->first)
			continue;
		if (fighters && !has_role(cast, &cast->clusters.at[m->cluster], ONI_STR("REB")))
			return ONI_NONE;
		bool world = m->known.kind == ONI_FACT_SEAT || m->known.kind == ONI_FACT_CAPITAL || oni_str_starts(m->known.code, "IGO");
		return world ? ONI_NONE : m->cluster;
	}
	return ONI_NONE;
}

static const char *const state_bodies[] = {"government", "parliament", "army", "military", "police", "opposition", "authorities", "state", "country", NULL};

/* "the embassy", long after "the Ruritanian embassy" and no other: a body that has been described with more words once. */
uint64_t oni_bare_key(const oni_candidate *c)
{
	oni_str key = oni_noun_of(c);
	bool fits = key.n && c->nature == ONI_NATURE_BODY && c->definite && !c->counted && c->number != 2 && !oni_str_in(key, state_bodies);
	return fits ? oni_key_of("bare", key, (oni_str){0}) : 0;
}

static uint32_t bare_body(const oni_cast *cast, const oni_candidate *c)
{
	uint64_t key = c->possessed || c->actor.country[0] ? 0 : oni_bare_key(c);
	uint32_t found = ONI_NONE;
	for (uint32_t e = key ? oni_index_first(cast, key) : ONI_NONE; e != ONI_NONE; e = oni_index_next(cast, e)) {
		uint32_t cluster = cast->keys.at[e].cluster;
		if (!cast->clusters.at[cluster].members.n || cluster == found)
			continue;
		if (found != ONI_NONE)
			return ONI_NONE;
		found = cluster;
	}
	return found;
}

/* "these people", "the men": the last people spoken of, in this sentence or the last two. */
static uint32_t people_described(const oni_cast *cast, uint32_t candidate)
{
	static const char *const nouns[] = {"people", "man", "woman", "person", "individual", NULL};
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	oni_str key = oni_noun_of(c);
	bool these = oni_form_is(cast->doc, c->first, "these") || oni_form_is(cast->doc, c->first, "those") || oni_form_is(cast->doc, c->first, "These");
	if (!oni_str_in(key, nouns) || !(these || (c->definite && c->noun.gender)) || c->end != c->head + 1 || c->head != c->first + 1)
		return ONI_NONE;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (c->sentence - m->sentence > 2)
			break;
		if (m->cluster != ONI_NONE && m->form == ONI_MENTION_NOMINAL && m->nature == ONI_NATURE_GROUP && m->noun.noun == ONI_NOUN_PERSON
			&& m->end <= c->first && oni_genders_agree(m->noun.gender, c->noun.gender))
			return m->cluster;
	}
	return ONI_NONE;
}

static bool same_count(const oni_cast *cast, const oni_candidate *a, const oni_candidate *b)
{
	const oni_word *words = cast->doc->words.at;
	oni_str x = {0}, y = {0};
	for (uint32_t i = a->first; i < a->head; i++)
		x = words[i].upos == ONI_UPOS_NUM ? words[i].form : x;
	for (uint32_t i = b->first; i < b->head; i++)
		y = words[i].upos == ONI_UPOS_NUM ? words[i].form : y;
	return x.n && oni_str_eq_nocase(x, y);
}

/* "12 diplomats" of the headline are the text's "12 diplomats", told once more. */
static uint32_t counted_in_headline(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	oni_str key = oni_noun_of(c);
	if (!c->counted || !key.n || c->sentence < cast->body || c->sentence > cast->body + 3)
		return ONI_NONE;
	for (uint32_t i = 0; i < candidate && oni_candidate_at(cast, i)->sentence < cast->body && i < LOOK_BACK; i++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (m->counted && m->cluster != ONI_NONE && m->form == ONI_MENTION_NOMINAL && oni_str_eq(key, oni_noun_of(m)) && same_count(cast, c, m)
			&& memcmp(m->actor.country, c->actor.country, 4) == 0)
			return m->cluster;
	}
	return ONI_NONE;
}

/* "The ministry" is the one spoken of last, though another was called so before: after the health ministry it is no more the defence
 * ministry. */
static uint32_t nearer_one(const oni_cast *cast, uint32_t candidate, uint32_t cluster)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	if (c->nature != ONI_NATURE_BODY || c->actor.country[0] || oni_str_in(oni_noun_of(c), state_bodies))
		return cluster;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK && i > cast->clusters.at[cluster].last; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (m->cluster == ONI_NONE || m->cluster == cluster || m->end > c->first || m->form == ONI_MENTION_PRONOUN)
			continue;
		const oni_cluster *k = &cast->clusters.at[m->cluster];
		bool named = oni_has_name(m) && may_be_named(k, c) && is_called(cast, k, c, oni_noun_of(c));
		if ((k->nature & ONI_NATURE_BODY) && (named || (m->form == ONI_MENTION_NOMINAL && is_same(cast, c, m))))
			return m->cluster;
	}
	return cluster;
}

bool oni_precedes_name(const oni_candidate *c)
{
	return c->form == ONI_MENTION_NOMINAL && c->nature == ONI_NATURE_BODY && c->number == 1 && !c->indefinite && !c->counted
		&& !c->possessed;
}

/* Whether a name of a body comes right behind. */
static bool name_is_next(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	for (uint32_t i = candidate + 1; i < cast->candidates.n && i < candidate + 3; i++)
		if (oni_candidate_at(cast, i)->first == c->head + 1 && oni_has_name(oni_candidate_at(cast, i)) && oni_candidate_at(cast, i)->nature == ONI_NATURE_BODY)
			return true;
	return false;
}

uint32_t oni_find_group(oni_cast *cast, uint32_t candidate, uint64_t *ret_key)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	bool plain = c->definite && !c->counted && !c->possessed;
	if (c->nature == ONI_NATURE_COUNTRY)
		return c->number == 2 ? ONI_NONE : oni_is_ours(cast->doc, c) ? our_country(cast, c) : country_described(cast, candidate);
	if (c->noun.kind == ONI_FACT_NONE)
		return people_of_country(cast, candidate, ret_key);
	if (oni_precedes_name(c) && name_is_next(cast, candidate))
		return ONI_NONE;
	uint32_t cluster = oni_pair_described(cast, candidate);
	if (cluster == ONI_NONE)
		cluster = named_in_it(cast, candidate);
	if (cluster == ONI_NONE)
		cluster = counted_in_headline(cast, candidate);
	if (cluster != ONI_NONE)
		return cluster;
	*ret_key = standing_key(cast, c);
	if (*ret_key)
		cluster = live(cast, *ret_key);
	if (cluster != ONI_NONE && plain)
		cluster = nearer_one(cast, candidate, cluster);
	if (cluster == ONI_NONE && plain)
		cluster = forces_described(cast, candidate);
	if (cluster == ONI_NONE && plain)
		cluster = body_described(cast, candidate, true);
	if (cluster == ONI_NONE && plain)
		cluster = body_described(cast, candidate, false);
	if (cluster == ONI_NONE)
		cluster = c->nature == ONI_NATURE_GROUP ? people_described(cast, candidate) : bare_body(cast, c);
	return cluster;
}
