/* Whose country, whose office: what an article leaves unsaid because its readers know.
 *
 * The article's own country. "The interior minister" in news from Peru is Peru's. Countries are weighed: in the dateline, in the headline,
 * as a subject of the first sentences, anywhere. The heaviest is the article's own if it is well ahead; else there is none, and nothing is
 * guessed.
 *
 * Principals. A spokesperson speaks for whom his description names ("a spokesperson for the commission"); one who leads
 * something with a name ("TWF general secretary") has its country and sector. */
#include "understand/entity_parts.h"

enum { FIRST_SENTENCES = 3 };

const oni_ballot *oni_ballot_of(const oni_cast *cast, oni_str iso)
{
	for (uint32_t i = 0; i < cast->votes.n; i++)
		if (oni_str_is(iso, cast->votes.at[i].country))
			return &cast->votes.at[i];
	return NULL;
}

void oni_vote(oni_cast *cast, const char country[4], uint32_t weight, uint32_t sentence)
{
	bool early = sentence == ONI_NONE || sentence < cast->body + FIRST_SENTENCES;
	for (uint32_t i = 0; i < cast->votes.n; i++)
		if (memcmp(cast->votes.at[i].country, country, 3) == 0) {
			cast->votes.at[i].n += weight;
			cast->votes.at[i].early += early;
			return;
		}
	if (!country[0] || cast->votes.n >= 300)
		return;
	oni_ballot *vote = oni_push(cast->doc->scratch, &cast->votes);
	memcpy(vote->country, country, 4);
	vote->n = weight;
	vote->early = early;
}

enum { DATELINE = 5 };

static void vote_dateline(oni_cast *cast)
{
	const oni_doc *doc = cast->doc;
	for (uint32_t s = 0; s < doc->segments.n; s++) {
		const oni_segment *g = &doc->segments.at[s];
		if (g->kind != ONI_SEGMENT_DATELINE || g->first_sentence >= g->end_sentence)
			continue;
		const oni_sentence *sentence = &doc->sentences.at[g->first_sentence];
		oni_fact facts[4];
		uint32_t found = oni_facts_in(&cast->who, doc, sentence->first, sentence->end, facts, 4);
		for (uint32_t i = 0; i < found; i++)
			oni_vote(cast, facts[i].country, DATELINE, ONI_NONE);
		oni_str iso = found ? (oni_str){0} : oni_country_of_place(&cast->who, doc->words.at[sentence->first].form);
		if (iso.n == 3) {
			char country[4] = {0};
			memcpy(country, iso.at, 3);
			oni_vote(cast, country, DATELINE, ONI_NONE);
		}
		return;
	}
}

static bool of_state(oni_str sector)
{
	return oni_str_is(sector, "GOV") || oni_str_is(sector, "LEG") || oni_str_is(sector, "PTY") || oni_str_is(sector, "COP")
		|| oni_str_is(sector, "JUD") || oni_str_is(sector, "MIL");
}

/* A country by its name weighs most; people who have to be called Russian or French weigh nothing, for an article's own need not be. */
static uint32_t weight_of(const oni_cast *cast, const oni_candidate *c)
{
	const oni_doc *doc = cast->doc;
	const oni_sentence *s = &doc->sentences.at[c->sentence];
	bool country = c->nature == ONI_NATURE_COUNTRY, name = c->form == ONI_MENTION_NAME;
	bool headline = doc->segments.at[s->segment].kind == ONI_SEGMENT_HEADLINE;
	bool first = headline || (c->sentence >= cast->body && c->sentence - cast->body < FIRST_SENTENCES);
	uint32_t weight = country && name ? 2 : country || c->form == ONI_MENTION_METONYM || (name && c->nature == ONI_NATURE_BODY && of_state(c->actor.sector)) ? 1 : 0;
	if (c->noun.kind == ONI_FACT_NOUN && c->noun.noun == ONI_NOUN_PLACE)
		weight = 1;
	if (!weight && first && c->noun.noun == ONI_NOUN_ORGANIZATION && oni_str_is(c->actor.sector, "GOV") && oni_is_subject(doc, c->head))
		weight = 2;                    /* "The Czech government expelled ..." */
	const oni_word *head = &doc->words.at[c->head];
	bool subject = oni_is_subject(doc, c->head)
		|| (head->rel == ONI_REL_NMOD_POSS && head->head != ONI_NONE && oni_is_subject(doc, head->head)); /* "Sudan's army" */
	if (first && weight)
		weight = 2 * weight + (country && name && subject ? 2 : 0);
	return weight;
}

void oni_guess_home(oni_cast *cast)
{
	uint32_t n = cast->votes.n;
	oni_ballot *kept = ONI_NEW_N(cast->doc->scratch, oni_ballot, n + 1);
	if (n)
		memcpy(kept, cast->votes.at, n * sizeof *kept);
	oni_find_home(cast);
	if (n)
		memcpy(cast->votes.at, kept, n * sizeof *kept);
	cast->votes.n = n;
}

void oni_find_home(oni_cast *cast)
{
	memset(cast->home, 0, sizeof cast->home);
	vote_dateline(cast);
	for (uint32_t i = 0; i < cast->candidates.n; i++) {
		const oni_candidate *c = &cast->candidates.at[i];
		if (c->actor.country[0] && c->form != ONI_MENTION_PRONOUN)
			oni_vote(cast, c->actor.country, weight_of(cast, c), c->sentence);
	}
	const oni_ballot *best = NULL;
	uint32_t second = 0;
	for (uint32_t i = 0; i < cast->votes.n; i++) {
		const oni_ballot *v = &cast->votes.at[i];
		if (!best || v->n > best->n) {
			second = best ? best->n : 0;
			best = v;
		} else if (v->n > second)
			second = v->n;
	}
	if (best && best->early && best->n >= 3 && best->n * 10 >= second * 13) {
		memcpy(cast->home, best->country, 4);
		cast->home_votes = best->n;
	}
}

/* ---- countries that are also something else ---- */

/* Of which country a name speaks: by the tables of countries, or as a town of some size. */
static oni_str land_of(const oni_cast *cast, const oni_name *name)
{
	const oni_doc *doc = cast->doc;
	oni_fact f;
	if (name->first >= name->end)
		return (oni_str){0};
	if (oni_fact_at(&cast->who, doc, name->first, name->end, &f) && f.end == name->end && f.country[0])
		return oni_table_cell(cast->who.countries, oni_table_find(cast->who.countries, oni_str_of(f.country)), 0);
	return oni_country_of_town(&cast->who, oni_str_cut(doc->text, doc->words.at[name->first].at.begin, doc->words.at[name->end - 1].at.end), 50000);
}

/* "Georgia" beside Atlanta, and without Tbilisi, is the state. One such name is looked for. */
void oni_find_homonym(oni_cast *cast)
{
	const oni_doc *doc = cast->doc;
	const oni_table *table = oni_facts_table(cast->facts, "country_homonyms");
	int iso = oni_table_column(table, "iso3"), other = oni_table_column(table, "other");
	uint32_t row = ONI_NO_ROW, here = 0, there = 0;
	for (uint32_t i = 0; i < doc->names.n && row == ONI_NO_ROW; i++)
		if (doc->names.at[i].end - doc->names.at[i].first == 1)
			row = oni_table_find(table, doc->words.at[doc->names.at[i].first].form);
	if (row == ONI_NO_ROW)
		return;
	for (uint32_t i = 0; i < doc->names.n && i < 2000; i++) {
		const oni_name *name = &doc->names.at[i];
		if (name->end - name->first == 1 && oni_str_eq(doc->words.at[name->first].form, oni_table_cell(table, row, 0)))
			continue;
		oni_str land = land_of(cast, name);
		here += land.n && oni_str_eq(land, oni_table_cell(table, row, iso));
		there += land.n && oni_str_eq(land, oni_table_cell(table, row, other));
	}
	if (there && !here)
		memcpy(cast->elsewhere, oni_table_cell(table, row, iso).at, 3);
}

/* ---- parties of several countries ---- */

static uint32_t votes_of(const oni_cast *cast, oni_str iso)
{
	const oni_ballot *b = oni_ballot_of(cast, iso);
	return b ? b->n : 0;
}

/* The row of a party's name that the article's own country has; ONI_NO_ROW where it has none. */
static uint32_t row_at_home(const oni_cast *cast, oni_phrase found)
{
	const oni_who *who = &cast->who;
	for (uint32_t i = 0; i < found.n && i < 24; i++) {
		uint32_t row = oni_phrase_row(who->orgs, found, i);
		if (cast->home[0] && oni_str_is(oni_table_cell(who->orgs, row, who->org_iso), cast->home))
			return row;
	}
	return ONI_NO_ROW;
}

static void resettle(oni_cast *cast, oni_cluster *k, uint32_t row)
{
	const oni_who *who = &cast->who;
	oni_str iso = oni_table_cell(who->orgs, row, who->org_iso), cameo = oni_cameo_of(who, iso);
	memset(k->country, 0, 4);
	memcpy(k->country, iso.n == 3 ? iso.at : "", iso.n == 3 ? 3 : 0);
	if (row != ONI_NO_ROW)
		k->row = row;
	for (uint32_t i = 0; i < k->members.n; i++) {
		oni_actor *a = &cast->candidates.at[k->members.at[i]].actor;
		if (!a->code.n)
			continue;
		memcpy(a->country, k->country, 4);
		a->code = cameo.n ? oni_keepf(cast->doc->arena, "%.*sPTY", ONI_FMT(cameo)) : ONI_STR("PTY");
		if (cameo.n)
			a->why = oni_keepf(cast->doc->arena, "%.*s, the article's country", ONI_FMT(a->why));
	}
}

/* "People's Party" is the article's own country's; a party of another country counts only where that country is spoken of, or no
 * other could be meant. */
void oni_settle_party(oni_cast *cast, uint32_t cluster)
{
	oni_cluster *k = &cast->clusters.at[cluster];
	const oni_who *who = &cast->who;
	if (k->table != who->orgs || !k->members.n || !oni_str_is(oni_table_cell(k->table, k->row, who->org_kind), "party"))
		return;
	if (k->name_end <= k->name_first)
		return;
	const oni_word *words = cast->doc->words.at;
	oni_str name = oni_str_cut(cast->doc->text, words[k->name_first].at.begin, words[k->name_end - 1].at.end);
	oni_phrase found = oni_phrase_find(who->orgs, name);
	oni_str iso = oni_table_cell(k->table, k->row, who->org_iso);
	uint32_t home = row_at_home(cast, found), own = k->members.n;
	if (oni_str_is(iso, cast->home) || (home == ONI_NO_ROW && votes_of(cast, iso) > 2 * own))
		return;
	bool unsure = votes_of(cast, iso) <= 2 * own && !oni_str_is(oni_table_cell(who->orgs, k->row, who->org_origin), "hand");
	if (home != ONI_NO_ROW || found.n > 1 || cast->home[0] || unsure)
		resettle(cast, k, home);
}

/* ---- principals ---- */

static bool speaks(const oni_candidate *c)
{
	if (c->noun.kind != ONI_FACT_NOUN)
		return false;
	oni_str key = oni_table_cell(c->noun.table, c->noun.row, 0);
	for (size_t i = 0; i + 6 <= key.n; i++)
		if (memcmp(key.at + i, "spokes", 6) == 0)
			return true;
	return oni_str_is(key, "press secretary") || oni_str_is(key, "mouthpiece");
}

/* The actor named inside a description: the nearest before its head, else the nearest behind. */
static uint32_t named_inside(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < 8; n++) {
		const oni_candidate *m = &cast->candidates.at[i];
		if (m->first >= c->first && m->end <= c->end && m->cluster != c->cluster && m->cluster != ONI_NONE)
			return m->cluster;
	}
	for (uint32_t i = candidate + 1; i < cast->candidates.n && i < candidate + 8; i++) {
		const oni_candidate *m = &cast->candidates.at[i];
		if (m->first > c->head && m->end <= c->end && m->cluster != c->cluster && m->cluster != ONI_NONE)
			return m->cluster;
	}
	return ONI_NONE;
}

void oni_find_principal(oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	if (c->cluster == ONI_NONE || c->form == ONI_MENTION_PRONOUN || !(c->nature & ONI_NATURE_PERSON) || c->noun.kind != ONI_FACT_NOUN)
		return;
	uint32_t other = named_inside(cast, candidate);
	if (other == ONI_NONE || other == c->cluster)
		return;
	oni_cluster *k = &cast->clusters.at[c->cluster], *o = &cast->clusters.at[other];
	if (speaks(c) && o->speaks_for != c->cluster && k->speaks_for == ONI_NONE)
		k->speaks_for = other;
	if (o->serves != c->cluster && k->serves == ONI_NONE && (speaks(c) || c->use == ONI_NOUN_LEADS || !c->actor.country[0]))
		k->serves = other;
}
