/* What an entity's code is, and why.
 *
 * The text's own words come first: the description with a country and a sector, nearest to the name ("Russian Foreign Minister
 * Sergei Lavrov"); a sector from one mention and a country from another are put together. Then the tables, at the article's date: a
 * leader before his time or behind the table's is only of his country, one whose time is over is ELI. Last, an office of state without
 * a country in an article that is about one country ("the interior minister" in news from Peru) is that country's; `why` says so. */
#include "understand/entity_parts.h"

/* ---- roles ---- */

static void add_role(oni_cast *cast, oni_entity *e, oni_range at, const oni_actor *actor)
{
	oni_doc *doc = cast->doc;
	oni_str text = oni_text_at(doc, at);
	for (uint32_t i = 0; i < e->roles.n; i++)
		if (oni_str_eq_nocase(e->roles.at[i].text, text))
			return;
	if (e->roles.n >= 12)
		return;
	oni_role *role = oni_push(doc->arena, &e->roles);
	role->at = at;
	role->text = text;
	role->sector = actor->sector;
	memcpy(role->country, actor->country, 4);
	role->standing = actor->standing;
}

static oni_range words_range(const oni_doc *doc, uint32_t first, uint32_t end)
{
	if (first >= end)
		return (oni_range){0, 0};
	return (oni_range){doc->words.at[first].at.begin, doc->words.at[end - 1].at.end};
}

static void roles_of(oni_cast *cast, const oni_cluster *k, oni_entity *e)
{
	static const char *const no_role[] = {"the", "a", "an", "its", "his", "her", "their", NULL};
	for (uint32_t i = 0; i < k->members.n; i++) {
		const oni_candidate *c = &cast->candidates.at[k->members.at[i]];
		uint32_t first = c->first, end = c->end;
		if (c->form == ONI_MENTION_NAME && c->title)
			end = c->name_first;
		else if (c->form != ONI_MENTION_NOMINAL || !(k->nature & ONI_NATURE_PERSON) || c->number == 2)
			continue;
		if (!c->actor.sector.n && c->noun.kind == ONI_FACT_NONE)
			continue;
		while (first < end && (oni_word_is(cast->doc, first, no_role) || cast->doc->words.at[first].upos == ONI_UPOS_PUNCT))
			first++;
		if (first < end)
			add_role(cast, e, words_range(cast->doc, first, end), &c->actor);
	}
}

/* ---- codes ---- */

/* 0 nothing; more for what says more: a code of its own, country and sector, sector, country. */
static int worth(const oni_candidate *c)
{
	if (c->form == ONI_MENTION_PRONOUN || !c->actor.code.n)
		return 0;
	bool country = c->actor.country[0], sector = c->actor.sector.n > 0 || c->actor.code.n > 3;
	int form = c->form == ONI_MENTION_NAME || c->form == ONI_MENTION_METONYM ? 1 : 0;
	return country && sector ? 6 + form : !country && c->actor.code.n > 3 ? 6 + form : sector ? 4 + form : 2 + form;
}

static const oni_candidate *best_described(oni_cast *cast, oni_cluster *k)
{
	const oni_candidate *best = NULL;
	for (uint32_t i = 0; i < k->members.n; i++) {
		const oni_candidate *c = &cast->candidates.at[k->members.at[i]];
		if (worth(c) > (best ? worth(best) : 0)) {
			best = c;
			k->described = k->members.at[i];
		}
	}
	return best;
}

static void set_code(oni_cast *cast, oni_entity *e, oni_str country, oni_str sector, oni_str why)
{
	oni_str cameo = oni_cameo_of(&cast->who, country);
	if (!cameo.n)
		cameo = ONI_STR("");
	if (!sector.n)
		sector = ONI_STR("");
	e->code = oni_keepf(cast->doc->arena, "%.*s%.*s", ONI_FMT(cameo), ONI_FMT(sector));
	e->why = e->why.n ? oni_keepf(cast->doc->arena, "%.*s, %.*s", ONI_FMT(e->why), ONI_FMT(why)) : why;
	if (country.n == 3)
		memcpy(e->country, country.at, 3);
}

/* An article without a date is more often of an official's time than of later, unless it is long over. */
enum { LONG_AGO = 2020 };

/* What a table says of a person at the article's date: GOV, ELI, or "" where it does not know. */
typedef struct tenure {
	oni_str country, sector, office, code; /* code: of a body without a country */
	oni_standing standing;
	bool open;                   /* it has no end yet */
} tenure;

static tenure tenure_of(const oni_cast *cast, const oni_table *table, uint32_t row)
{
	const oni_who *who = &cast->who;
	tenure t = {0};
	oni_date now = cast->doc->published, from, until, as_of = {0};
	if (table == who->leaders) {
		t.country = oni_table_cell(table, row, who->leader_iso);
		t.office = oni_table_cell(table, row, who->leader_title);
		from = oni_date_of_cell(oni_table_cell(table, row, who->leader_since));
		as_of = oni_date_of_cell(oni_table_cell(table, row, who->leader_as_of));
		until = (oni_date){0};
		t.sector = ONI_STR("GOV");
	} else {
		t.country = oni_table_cell(table, row, who->official_iso);
		t.office = oni_table_cell(table, row, who->official_office);
		t.code = oni_table_cell(table, row, who->official_code);
		t.sector = oni_table_cell(table, row, who->official_sector);
		from = oni_date_of_cell(oni_table_cell(table, row, who->official_from));
		until = oni_date_of_cell(oni_table_cell(table, row, who->official_until));
	}
	t.open = !until.year;
	if (now.year && from.year && oni_date_order(now, from) < 0)
		t.sector = t.code = (oni_str){0};
	else if (until.year && (now.year ? oni_date_order(now, until) > 0 : until.year < LONG_AGO)) {
		t.code = t.code.n > 3 ? oni_keepf(cast->doc->arena, "%.*sELI", 3, t.code.at) : (oni_str){0};
		t.sector = ONI_STR("ELI");
		t.standing = ONI_STANDING_FORMER;
	} else if (as_of.year && now.year > as_of.year + 1)
		t.sector = (oni_str){0};
	return t;
}

/* Of the rows of one name, the one whose time the article is in; else the last that is over. */
static tenure best_tenure(const oni_cast *cast, const oni_cluster *k)
{
	tenure best = tenure_of(cast, k->table, k->row);
	oni_str name = oni_table_cell(k->table, k->row, 0);
	for (uint32_t r = oni_table_find(k->table, name); r < oni_table_rows(k->table) && oni_str_eq(oni_table_cell(k->table, r, 0), name); r++) {
		tenure t = tenure_of(cast, k->table, r);
		bool says = t.sector.n || t.code.n, silent = !best.sector.n && !best.code.n;
		bool in_office = best.standing == ONI_STANDING_FORMER && t.standing != ONI_STANDING_FORMER;
		if (says && (silent || in_office || (!cast->doc->published.year && t.open && !best.open)))
			best = t;
	}
	return best;
}

static void code_by_table(oni_cast *cast, const oni_cluster *k, oni_entity *e)
{
	tenure t = best_tenure(cast, k);
	oni_doc *doc = cast->doc;
	oni_str table = k->table == cast->who.leaders ? ONI_STR("leaders") : ONI_STR("officials");
	oni_str why = oni_keepf(doc->arena, "%.*s: %.*s", ONI_FMT(table), ONI_FMT(oni_table_cell(k->table, k->row, 0)));
	set_code(cast, e, t.country, t.sector, why);
	if (t.code.n)
		e->code = t.code;
	if (t.sector.n && e->roles.n == 0) {
		oni_role *role = oni_push(doc->arena, &e->roles);
		role->text = t.office;
		role->sector = t.sector;
		memcpy(role->country, t.country.at, t.country.n == 3 ? 3 : 0);
		role->standing = t.standing;
	}
}

static bool of_state(oni_str sector)
{
	static const char *const sectors[] = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", NULL};
	for (const char *const *s = sectors; *s; s++)
		if (oni_str_is(sector, *s))
			return true;
	return false;
}

static bool by_official(const oni_cast *cast, const oni_cluster *k)
{
	return k->table && (k->table == cast->who.leaders || k->table == cast->who.officials);
}

/* The person whose title a body is named in: "Foreign Ministry spokesperson Mao Ning". */
static uint32_t holder_of(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	for (uint32_t i = candidate + 1; i < cast->candidates.n && i < candidate + 4; i++) {
		const oni_candidate *m = &cast->candidates.at[i];
		if (m->first <= c->first && m->end > c->end && (m->nature & ONI_NATURE_PERSON) && m->cluster != ONI_NONE && m->cluster != c->cluster)
			return m->cluster;
	}
	return ONI_NONE;
}

enum { SURE = 8 };

/* "The government thanked China": an office that stands against the article's country by its name, where little else speaks for that
 * country, is rather another's. */
static bool faces_home(const oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	const oni_candidate *c = &cast->candidates.at[candidate];
	uint32_t verb = ONI_NONE, other = ONI_NONE, from = candidate > 12 ? candidate - 12 : 0;
	int side = cast->home_votes < SURE ? oni_side_of(doc, c->head, &verb) : 0;
	for (uint32_t i = from; i < cast->candidates.n && i < candidate + 12 && side == 1; i++) {
		const oni_candidate *k = &cast->candidates.at[i];
		if (k->sentence == c->sentence && k->nature == ONI_NATURE_COUNTRY && memcmp(k->actor.country, cast->home, 4) == 0
			&& !oni_str_is(oni_preposition(doc, k->head), "in")
			&& oni_side_of(doc, k->head, &other) == 2 && other == verb)
			return true;
	}
	return false;
}

/* A sector without a country: the country that another mention gives, the table's, the principal's, or the article's. */
static void complete_country(oni_cast *cast, const oni_cluster *k, oni_entity *e, const oni_candidate *c)
{
	oni_str sector = c->actor.standing == ONI_STANDING_FORMER && c->actor.code.n == 3 ? c->actor.code : c->actor.sector;
	if (k->country[0]) {
		set_code(cast, e, oni_str_of(k->country), sector, ONI_STR("country of another mention"));
		return;
	}
	if (by_official(cast, k)) {
		tenure t = tenure_of(cast, k->table, k->row);
		set_code(cast, e, t.country, sector, ONI_STR("country by officials"));
		return;
	}
	char country[4];
	if (oni_office_country(cast, c, country)) {
		set_code(cast, e, oni_str_of(country), sector, ONI_STR("country of the office"));
		return;
	}
	uint32_t owner = c->possessed ? oni_owner_of(cast, c) : ONI_NONE;
	if (owner != ONI_NONE && cast->clusters.at[owner].country[0] && of_state(c->actor.sector)) {
		set_code(cast, e, oni_str_of(cast->clusters.at[owner].country), sector, ONI_STR("country of the owner"));
		return;
	}
	uint32_t holder = holder_of(cast, k->first);
	if (holder != ONI_NONE && cast->clusters.at[holder].country[0]) {
		set_code(cast, e, oni_str_of(cast->clusters.at[holder].country), sector, ONI_STR("country of who serves it"));
		return;
	}
	if (k->serves != ONI_NONE && cast->clusters.at[k->serves].country[0]) {
		set_code(cast, e, oni_str_of(cast->clusters.at[k->serves].country), sector, ONI_STR("country of the principal"));
		return;
	}
	bool definite = !c->indefinite || (k->serves != ONI_NONE && !cast->candidates.at[cast->clusters.at[k->serves].first].indefinite);
	if (cast->home[0] && of_state(c->actor.sector) && definite && c->actor.code.n == 3 && !faces_home(cast, k->first))
		set_code(cast, e, oni_str_of(cast->home), sector, ONI_STR("the article's country"));
}

/* A leader or spokesman of a body that the text has described elsewhere: "TWF general secretary". */
static void code_by_principal(oni_cast *cast, const oni_cluster *k, oni_entity *e)
{
	oni_cluster *o = &cast->clusters.at[k->serves];
	const oni_candidate *c = best_described(cast, o);
	if ((!c || !c->actor.sector.n) && by_official(cast, o)) {
		code_by_table(cast, o, e);
		return;
	}
	if (!c || o->nature == ONI_NATURE_COUNTRY)
		return;
	e->code = c->actor.code;
	memcpy(e->country, c->actor.country, 4);
	e->why = oni_keepf(cast->doc->arena, "of %.*s: %.*s", ONI_FMT(oni_text_at(cast->doc, words_range(cast->doc, c->first, c->end))), ONI_FMT(c->actor.why));
	if (!e->country[0] && cast->home[0] && of_state(c->actor.sector) && c->actor.code.n == 3)
		set_code(cast, e, oni_str_of(cast->home), c->actor.sector, ONI_STR("the article's country"));
	for (uint32_t i = 0; i < e->roles.n; i++)
		if (!e->roles.at[i].sector.n)
			e->roles.at[i].sector = c->actor.sector;
}

/* "CNE president Carlos Matos, a bishop": what he leads, known only by the text, comes before what else he is. */
static bool leads_unknown(const oni_cluster *k, const oni_cast *cast)
{
	for (uint32_t i = 0; i < k->members.n; i++) {
		const oni_candidate *c = &cast->candidates.at[k->members.at[i]];
		if (c->form == ONI_MENTION_NAME && c->title && c->use == ONI_NOUN_LEADS && !c->actor.sector.n)
			return true;
	}
	return false;
}

static void code_of(oni_cast *cast, oni_cluster *k, oni_entity *e)
{
	const oni_candidate *c = best_described(cast, k);
	bool official = by_official(cast, k);
	if (k->serves != ONI_NONE && c && !c->actor.country[0] && leads_unknown(k, cast))
		code_by_principal(cast, k, e);
	if (e->code.n)
		return;
	if (c && (c->actor.sector.n || c->actor.code.n > 3 || !official)) {
		e->code = c->actor.code;
		e->why = c->actor.why;
		memcpy(e->country, c->actor.country, 4);
		e->homes = c->actor.homes;
		e->land_first = c->actor.land_first;
		e->land_end = c->actor.land_end;
		if (!e->country[0] && c->actor.sector.n)
			complete_country(cast, k, e, c);
	} else if (official)
		code_by_table(cast, k, e);
	if (!e->code.n && k->serves != ONI_NONE)
		code_by_principal(cast, k, e);
	if (!e->code.n && k->nature == ONI_NATURE_COUNTRY && k->table)
		set_code(cast, e, oni_str_of(k->country), (oni_str){0}, ONI_STR("countries"));
	if (!e->code.n && k->country[0])
		set_code(cast, e, oni_str_of(k->country), (oni_str){0}, ONI_STR("country of a mention"));
}

/* "the opposition Labour Party": a party that the text calls so. */
static void oppose(const oni_cast *cast, const oni_cluster *k, oni_entity *e)
{
	const oni_doc *doc = cast->doc;
	if (e->code.n < 3 || memcmp(e->code.at + e->code.n - 3, "PTY", 3) != 0)
		return;
	for (uint32_t i = 0; i < k->members.n; i++) {
		const oni_candidate *c = &cast->candidates.at[k->members.at[i]];
		uint32_t first = c->form == ONI_MENTION_NAME ? c->name_first : c->first, sentence = doc->sentences.at[c->sentence].first;
		if (first > sentence && c->form != ONI_MENTION_PRONOUN
			&& (oni_str_is(doc->words.at[first - 1].lemma, "opposition") || (first < c->end && oni_str_is(doc->words.at[first].lemma, "opposition")))) {
			e->code = oni_keepf(cast->doc->arena, "%.*sOPP", (int)(e->code.n - 3), e->code.at);
			return;
		}
	}
}

static oni_entity_kind kind_of(const oni_cast *cast, const oni_cluster *k)
{
	if (k->nature == ONI_NATURE_COUNTRY)
		return ONI_ENTITY_COUNTRY;
	if ((k->nature & ONI_NATURE_PERSON) && k->number != 2)
		return ONI_ENTITY_PERSON;
	if (k->nature & ONI_NATURE_BODY && !(k->nature & ONI_NATURE_GROUP))
		return ONI_ENTITY_ORGANIZATION;
	const oni_candidate *c = &cast->candidates.at[k->first];
	return c->noun.kind == ONI_FACT_NOUN && c->noun.noun == ONI_NOUN_ORGANIZATION && c->number != 2 ? ONI_ENTITY_ORGANIZATION : ONI_ENTITY_GROUP;
}

void oni_describe(oni_cast *cast, uint32_t cluster, oni_entity *e)
{
	oni_cluster *k = &cast->clusters.at[cluster];
	const oni_doc *doc = cast->doc;
	const oni_candidate *first = &cast->candidates.at[k->first];
	oni_range name = k->name_end > k->name_first ? words_range(doc, k->name_first, k->name_end) : words_range(doc, first->first, first->end);
	e->name = oni_text_at(doc, name);
	e->kind = kind_of(cast, k);
	e->gender = k->gender;
	e->number = k->number;
	e->speaks_for = ONI_NONE;
	roles_of(cast, k, e);
	code_of(cast, k, e);
	oppose(cast, k, e);
}
