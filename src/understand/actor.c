/* What actor a phrase describes.
 *
 * The problem: news names actors by description more often than by name ("a senior Ukrainian official", "the provincial
 * governor's spokesman", "chairman of the company's board"), and event data want a country and a role for each.
 *
 * The method: the phrase's words are matched against the tables (countries, nationalities, capitals, seats, organisations, officials,
 * nouns for what people are), longest first. One noun is the head. It has a sector of its own (minister GOV, soldier MIL),
 * or takes that of what it leads or serves (spokesman, leader), which is looked for in its modifiers and owners from the
 * nearest outwards, then behind it after "of", "for", "at". The country is the nearest one before the head, else one behind "of", "in",
 * "from"; never one behind "to" ("ambassador to"). A former holder of an office is ELI.
 *
 * Worked example: "the Russian defence ministry's spokesman": head spokesman (leads); nearest before it "defence
 * ministry" (GOV, own), before that "Russian" (RUS): RUSGOV.
 *
 * Source: CAMEO codebook 1.1b3, actor chapters (country, then role); TABARI's agents; our own reading of news. */
#include "understand/actor.h"

#include "understand/actor_parts.h"

enum { FACTS = 24 };

static bool is_person_noun(const oni_fact *f)
{
	return f->kind == ONI_FACT_NOUN && f->noun == ONI_NOUN_PERSON;
}

/* ---- what is where around the head ---- */

typedef struct phrase {
	const oni_who *who;
	const oni_doc *doc;
	uint32_t first, end, head;
	oni_fact facts[FACTS];
	uint32_t n;
	const oni_fact *top;        /* the fact that the head is in; NULL when no table knows it */
	oni_fact outside;           /* the head's noun, when it is not among the words */
	bool in_name;               /* the head is in a person's name; top is the title nearest to it */
} phrase;

static bool in_person_name(const oni_doc *doc, uint32_t word)
{
	uint32_t name = doc->words.at[word].name;
	return name != ONI_NONE && doc->names.at[name].kind == ONI_NAME_PERSON;
}

/* "pro-Russian", "anti-American", "non-German": the country is not theirs. */
static bool is_pro(const oni_doc *doc, uint32_t word)
{
	if (word < 2 || !oni_str_is(doc->words.at[word - 1].form, "-"))
		return false;
	oni_str form = doc->words.at[word - 2].form;
	return oni_str_eq_nocase(form, ONI_STR("pro")) || oni_str_eq_nocase(form, ONI_STR("anti"))
		|| oni_str_eq_nocase(form, ONI_STR("non"));
}

/* "UN-recognized government", "Iran-backed militia": theirs who back it, not who it is. */
static bool is_backer(const oni_doc *doc, uint32_t end)
{
	static const char *const backed[] = {"backed", "recognized", "recognised", "aligned", "allied", "funded", "supported", "sponsored", "linked", "trained",
		"brokered", "mediated", "armed", "friendly", "leaning", "appointed", "installed", "registered", "listed", "made", "born", NULL};
	if (end + 1 >= doc->words.n || !oni_str_is(doc->words.at[end].form, "-"))
		return false;
	for (const char *const *w = backed; *w; w++)
		if (oni_str_eq_nocase(doc->words.at[end + 1].form, oni_str_of(*w)))
			return true;
	return false;
}

/* "Alliance" in "Northern Health Alliance" is not the party of that name: a part of a longer name of a body counts only where it is an
 * office of states or of the world ("UN Children's Fund"). */
static bool is_part_of_body(const phrase *p, const oni_fact *f)
{
	uint32_t name = p->doc->words.at[f->first].name;
	if (f->kind != ONI_FACT_ORG || name == ONI_NONE || p->doc->names.at[name].kind != ONI_NAME_ORGANIZATION)
		return false;
	if (f->first <= p->doc->names.at[name].first && f->end >= p->doc->names.at[name].end)
		return false;
	oni_str kind = oni_table_cell(f->table, f->row, p->who->org_kind);
	return !oni_str_is(kind, "igo") && !oni_str_is(kind, "agency") && !oni_str_is(kind, "ministry");
}

/* "parties to the conflict", "both parties": sides, not political parties. */
static bool is_side(const phrase *p, const oni_fact *f)
{
	static const char *const sides[] = {"both", "either", "two", "all", "conflicting", NULL};
	const oni_word *words = p->doc->words.at;
	if (f->kind != ONI_FACT_NOUN || !oni_str_is(oni_table_cell(f->table, f->row, 0), "party"))
		return false;
	if (f->end < p->doc->words.n && oni_str_is(words[f->end].form, "to") && words[f->end].upos == ONI_UPOS_ADP)
		return true;
	return f->first > p->first && oni_str_in_nocase(words[f->first - 1].form, sides);
}

/* A part of a person's name is no country, org or job: "Jordan Baker", "Georgia Major". */
static void drop_name_parts(phrase *p)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < p->n; i++) {
		const oni_fact *f = &p->facts[i];
		bool part = in_person_name(p->doc, f->first) && in_person_name(p->doc, f->end - 1);
		bool person = f->kind == ONI_FACT_OFFICIAL;
		if (f->kind == ONI_FACT_NOUN && f->end == f->first + 1 && oni_str_is(f->sector, "MIL") && f->noun == ONI_NOUN_PERSON
			&& p->doc->words.at[f->first].upos == ONI_UPOS_ADJ)
			continue;              /* "a major donor" */
		if ((!part || person) && !is_pro(p->doc, f->first) && !is_backer(p->doc, f->end) && !is_part_of_body(p, f) && !is_side(p, f))
			p->facts[n++] = *f;
	}
	p->n = n;
}

/* The title of a name: the nearest person noun before it, else the first behind ("Ruiz, the mayor"). */
static const oni_fact *title_of_name(const phrase *p, uint32_t name_first)
{
	const oni_fact *before = NULL;
	for (uint32_t i = 0; i < p->n; i++) {
		if (!is_person_noun(&p->facts[i]))
			continue;
		if (p->facts[i].end <= name_first)
			before = &p->facts[i];
		else
			return before ? before : &p->facts[i];
	}
	return before;
}

static void choose_top(phrase *p)
{
	p->in_name = p->head < p->doc->words.n && in_person_name(p->doc, p->head);
	if (p->in_name) {
		uint32_t first = p->doc->names.at[p->doc->words.at[p->head].name].first;
		p->top = title_of_name(p, first);
		return;
	}
	for (uint32_t i = 0; i < p->n; i++)
		if (p->head >= p->facts[i].first && p->head < p->facts[i].end)
			p->top = &p->facts[i];
	if (!p->top && (p->head < p->first || p->head >= p->end) && oni_noun_at(p->who, p->doc, p->head, p->head, &p->outside))
		p->top = &p->outside;
}

/* The word that puts a fact behind the head in relation to it: the nearest preposition before the fact. */
static oni_str preposition_of(const phrase *p, const oni_fact *f)
{
	uint32_t from = p->top ? p->top->end : p->head + 1;
	for (uint32_t i = f->first; i-- > from; )
		if (p->doc->words.at[i].upos == ONI_UPOS_ADP || p->doc->words.at[i].upos == ONI_UPOS_SCONJ
			|| oni_str_is(p->doc->words.at[i].form, "of"))
			return p->doc->words.at[i].form;
	return (oni_str){0};
}

/* Whether a fact says whom the head belongs to: before it anything does; behind it, by its preposition. */
static bool belongs(const phrase *p, const oni_fact *f, const char *const *prepositions)
{
	if (p->top == &p->outside || (!p->top && f->end <= p->head))
		return true;
	uint32_t first = p->top ? p->top->first : p->head, end = p->top ? p->top->end : p->head + 1;
	if (f->end <= first)
		return true;
	return f->first >= end && oni_str_in_nocase(preposition_of(p, f), prepositions);
}

static const char *const owner_words[] = {"of", "for", "at", "with", "from", "in", NULL};
static const char *const land_words[] = {"of", "in", "from", "across", "for", "at", "inside", "near", NULL};

/* Facts in the order of their nearness: before the head from right to left, then behind it. k counts up. */
static const oni_fact *nearest(const phrase *p, uint32_t k, const char *const *prepositions)
{
	uint32_t first = p->top && p->top != &p->outside ? p->top->first : p->top ? p->end : p->head;
	for (uint32_t i = p->n; i-- > 0; )
		if (p->facts[i].end <= first && !k--)
			return &p->facts[i];
	for (uint32_t i = 0; i < p->n; i++)
		if (p->facts[i].first >= first && &p->facts[i] != p->top && belongs(p, &p->facts[i], prepositions) && !k--)
			return &p->facts[i];
	return NULL;
}

/* ---- codes ---- */

bool oni_code_is_domestic(oni_str code)
{
	static const char *const roles[] = {"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "CVL", "EDU", "LAB", "MED", "ELI", "REF", "AGR", "BUS", "CRM",
		"LEG", "SPY", "HLH", "REL", "UAF", "SEP", "INS", "DEV", "SOC", "HRI", "ENV", "PRM", "MOS", "SHI", "SUN", "SFI", "ALE", "DRZ", "CHR", "CTH", "PRO",
		"DOX", "CPT", "MRN", "LDS", "JEW", "UDX", "HSD", "HIN", "BUD", "SIK", "JAN", "BAH", "ZRO", "TAO", NULL};
	return code.n >= 3 && oni_str_in_nocase(oni_str_cut(code, 0, 3), roles);
}

/* ---- sector ---- */

static oni_str role_of_code(const oni_who *who, oni_str code)
{
	if (oni_str_starts(code, "~"))
		return oni_str_cut(code, 1, 4);
	if (oni_iso_of_cameo(who, oni_str_cut(code, 0, 3)).n)
		return oni_str_cut(code, 3, 6);
	return (oni_str){0};
}

/* A creed is what a body of believers is ("Jewish group"); people have it beside their role ("Muslim rebels"). */
static bool is_believers(const phrase *p)
{
	return !p->top || p->top->kind != ONI_FACT_NOUN || p->top->noun == ONI_NOUN_ORGANIZATION || p->top->use == ONI_NOUN_LEADS;
}

static bool gives_sector(const oni_who *who, const oni_fact *f, oni_str *ret)
{
	*ret = (oni_str){0};
	if (f->kind == ONI_FACT_NOUN && (f->use == ONI_NOUN_OWN || f->use == ONI_NOUN_COLOURS))
		*ret = f->sector;
	else if (f->kind == ONI_FACT_ORG || f->kind == ONI_FACT_SEAT)
		*ret = role_of_code(who, f->code);
	else if (f->kind == ONI_FACT_CAPITAL)
		return false;
	return ret->n > 0;
}

/* The organisation whose whole code the head takes: "NATO spokesman", "head of the World Bank". */
static const oni_fact *served(const phrase *p)
{
	if (p->top && (p->top->kind == ONI_FACT_ORG || p->top->kind == ONI_FACT_SEAT))
		return p->top;
	const oni_fact *f;
	for (uint32_t k = 0; (f = nearest(p, k, owner_words)); k++)
		if ((f->kind == ONI_FACT_ORG || f->kind == ONI_FACT_SEAT) && f->code.n)
			return f;
	return NULL;
}

static bool is_lead(const phrase *p)
{
	return p->top && p->top->kind == ONI_FACT_NOUN && p->top->use == ONI_NOUN_LEADS;
}

static bool is_own(const phrase *p)
{
	return p->top && p->top->kind == ONI_FACT_NOUN && p->top->use == ONI_NOUN_OWN;
}

/* "the rebel Justice Movement": what is said of a name that no table knows goes before the words inside it. */
static oni_str sector_before_name(const phrase *p, const oni_fact **ret_from)
{
	uint32_t name = p->head < p->doc->words.n ? p->doc->words.at[p->head].name : ONI_NONE;
	oni_str sector;
	if (name == ONI_NONE || p->doc->names.at[name].kind != ONI_NAME_ORGANIZATION)
		return (oni_str){0};
	for (uint32_t i = 0; i < p->n; i++)
		if (p->facts[i].end == p->doc->names.at[name].first && p->facts[i].kind == ONI_FACT_NOUN && gives_sector(p->who, &p->facts[i], &sector)) {
			*ret_from = &p->facts[i];
			return sector;
		}
	return (oni_str){0};
}

/* The sector of a head that has none of its own, and the fact that gave it. */
static oni_str sector_around(const phrase *p, const oni_fact **ret_from)
{
	const oni_fact *f;
	oni_str sector = sector_before_name(p, ret_from);
	if (sector.n)
		return sector;
	for (uint32_t k = 0; (f = nearest(p, k, owner_words)); k++) {
		if (f->kind == ONI_FACT_PEOPLE && f->creed && is_believers(p)) {
			*ret_from = f;
			return f->people;
		}
		if (gives_sector(p->who, f, &sector) && (is_lead(p) || f->end <= (p->top ? p->top->first : p->head))) {
			*ret_from = f;
			return sector;
		}
	}
	return (oni_str){0};
}

/* ---- country ---- */

static const oni_fact *country_around(const phrase *p)
{
	const oni_fact *f;
	for (uint32_t k = 0; (f = nearest(p, k, land_words)); k++)
		if (f->cameo[0] && f->kind != ONI_FACT_OFFICIAL && f->kind != ONI_FACT_ORG)
			return f;
	return NULL;
}

static bool in_fact(const phrase *p, uint32_t word)
{
	for (uint32_t i = 0; i < p->n; i++)
		if (word >= p->facts[i].first && word < p->facts[i].end)
			return true;
	return false;
}

static bool is_everyday(const oni_who *who, oni_str form)
{
	return oni_phrase_find(who->place_words, form).n || oni_phrase_find(who->nouns, form).n;
}

/* "Minsk police", "Kano State government": a place among the words that is in no person's name. */
static oni_str country_of_town(const phrase *p, oni_actor *ret)
{
	for (uint32_t i = p->first; i < p->end; i++) {
		const oni_word *w = &p->doc->words.at[i];
		bool upper = w->form.n && ((w->form.at[0] >= 'A' && w->form.at[0] <= 'Z') || (unsigned char)w->form.at[0] >= 0x80);
		bool proper = w->upos == ONI_UPOS_PROPN || (w->upos != ONI_UPOS_ADJ && i > p->first);
		if (!upper || !proper || w->form.n < 3 || in_person_name(p->doc, i) || in_fact(p, i))
			continue;
		for (uint32_t j = i + 3 < p->end ? i + 3 : p->end; j > i + (i == p->head); j--) {
			oni_str text = oni_str_cut(p->doc->text, w->at.begin, p->doc->words.at[j - 1].at.end);
			uint32_t name = p->doc->words.at[i].name;
			bool place = name != ONI_NONE && p->doc->names.at[name].kind == ONI_NAME_LOCATION;
			if (!place && p->doc->words.at[j - 1].rel == ONI_REL_NMOD_POSS)
				continue;              /* "Castro's supporters": rather a man's */
			bool whole = place && p->doc->names.at[name].end - p->doc->names.at[name].first == 1;
			if (!whole && j == i + 1 && is_everyday(p->who, w->form))
				continue;              /* "Democratic Centre": no region called so */
			oni_str iso = oni_country_of_town(p->who, text, place ? 10000 : 200000);
			if (!iso.n)
				continue;
			ret->land_first = i;
			ret->land_end = j;
			const char *resolved = oni_country_of_place_at(p->doc, i, j);
			return resolved[0] ? oni_str_of(resolved) : iso;
		}
	}
	return (oni_str){0};
}

/* ---- standing ---- */

/* Of the words right before the title and behind it: "former US Secretary", "president-elect", "ex-mayor". */
static oni_standing standing_of(const phrase *p)
{
	oni_standing standing = ONI_STANDING_CURRENT;
	uint32_t end = p->top && p->top != &p->outside ? p->top->end : p->head;
	for (uint32_t i = 0; i < p->n; i++) {
		const oni_fact *f = &p->facts[i];
		bool behind = f->first >= end && f->first <= end + 1 && f->standing == ONI_STANDING_ELECT;
		if (f->kind == ONI_FACT_STANDING && (f->end <= end || behind) && standing != ONI_STANDING_FORMER)
			standing = f->standing;
	}
	if (standing == ONI_STANDING_CURRENT && p->top && p->top->kind == ONI_FACT_NOUN) {
		oni_str key = oni_table_cell(p->top->table, p->top->row, 0);
		if (oni_str_starts(key, "deputy ") || oni_str_starts(key, "vice "))
			standing = ONI_STANDING_DEPUTY;
		if (oni_str_is(key, "predecessor"))
			standing = ONI_STANDING_FORMER;
		if (oni_str_ends(key, "-elect") || oni_str_ends(key, "-designate"))
			standing = ONI_STANDING_ELECT;
	}
	return standing;
}

/* ---- all of it ---- */

static void fill_look(const phrase *p, oni_actor *ret)
{
	const oni_fact *top = p->top;
	ret->number = top && top->plural ? 2 : 0;
	if (p->head < p->doc->words.n && !ret->number)
		ret->number = p->doc->words.at[p->head].morph & ONI_MORPH_PLURAL ? 2 : 1;
	if (top && top->kind == ONI_FACT_NOUN)
		ret->gender = top->gender;
	ret->kind = p->in_name ? ONI_ENTITY_PERSON : ONI_ENTITY_GROUP;
	if (!top || p->in_name)
		return;
	if (top->kind == ONI_FACT_NOUN && top->noun == ONI_NOUN_PERSON && ret->number != 2)
		ret->kind = ONI_ENTITY_PERSON;
	else if (top->kind == ONI_FACT_NATIONALITY || top->kind == ONI_FACT_PEOPLE)
		ret->kind = top->plural ? ONI_ENTITY_GROUP : ONI_ENTITY_PERSON;
	else if (top->kind == ONI_FACT_COUNTRY || top->noun == ONI_NOUN_COUNTRY)
		ret->kind = ONI_ENTITY_COUNTRY;
	else if (top->kind != ONI_FACT_NOUN || top->noun == ONI_NOUN_ORGANIZATION)
		ret->kind = ONI_ENTITY_ORGANIZATION;
}

static bool is_office(oni_str sector)
{
	static const char *const offices[] = {"GOV", "LEG", "MIL", "JUD", "SPY", "COP", "PTY", NULL};
	return oni_str_in_nocase(oni_str_cut(sector, 0, 3), offices);
}

static oni_str note(const phrase *p, const oni_fact *f, oni_arena *arena)
{
	static const char *const tables[] = {"", "countries", "nationalities", "capitals", "seats", "orgs", "officials",
		"actor_nouns", "standings", "peoples"};
	oni_str words = oni_str_cut(p->doc->text, p->doc->words.at[f->first].at.begin, p->doc->words.at[f->end - 1].at.end);
	return oni_keepf(arena, "\"%.*s\" (%s: %.*s)", ONI_FMT(words), tables[f->kind],
		ONI_FMT(oni_table_cell(f->table, f->row, 0)));
}

static void add_note(const phrase *p, const oni_fact *f, oni_doc *doc, oni_actor *ret)
{
	if (!f)
		return;
	oni_str more = note(p, f, doc->arena);
	ret->why = ret->why.n ? oni_keepf(doc->arena, "%.*s, %.*s", ONI_FMT(ret->why), ONI_FMT(more)) : more;
}

/* The sector a title leaves when it comes with a country and nothing else: "the German leader". */
static bool leads_a_country(const phrase *p, const oni_fact *country)
{
	return country && is_lead(p) && (p->top->noun == ONI_NOUN_PERSON || p->top->sector.n);
}

typedef struct found {
	const oni_fact *org, *country, *people, *sector_from;
	oni_str sector, iso, cameo;
} found;

/* A word of a body's name that no table knows: "Coda" in "Coda's president", "president of Coda". */
static bool is_unknown_body(const phrase *p, uint32_t word)
{
	uint32_t name = p->doc->words.at[word].name;
	return name != ONI_NONE && p->doc->names.at[name].kind == ONI_NAME_ORGANIZATION && !in_fact(p, word);
}

/* "Verdi negotiator", "PST chief": of something with a name that no table knows. */
static bool of_something_unknown(const phrase *p)
{
	if (p->top == &p->outside || !is_person_noun(p->top))
		return false;
	for (uint32_t i = p->top->end; i < p->end; i++)
		if (is_unknown_body(p, i) && !in_person_name(p->doc, i))
			return true;
	for (uint32_t i = p->first; i < p->top->first; i++)
		if (is_unknown_body(p, i))
			return true;
		else if (p->doc->words.at[i].upos == ONI_UPOS_PROPN && !in_fact(p, i) && !in_person_name(p->doc, i)
			&& p->doc->words.at[i].rel != ONI_REL_NMOD_POSS)
			return true;
	return false;
}

/* The people or the creed of those described: they are called so, or it stands before their noun. */
static const oni_fact *people_of(const phrase *p)
{
	const oni_fact *f;
	if (p->top && p->top->kind == ONI_FACT_PEOPLE)
		return p->top;
	if (!p->top || p->top->kind != ONI_FACT_NOUN)
		return NULL;
	for (uint32_t k = 0; (f = nearest(p, k, owner_words)); k++)
		if (f->kind == ONI_FACT_PEOPLE && (p->top == &p->outside || f->end <= p->top->first))
			return f;
	return NULL;
}

/* The sector that the phrase itself gives: by its own noun, or by what is around it. */
static void own_sector(const phrase *p, found *f)
{
	oni_str theirs = f->org ? role_of_code(p->who, f->org->code) : (oni_str){0};
	if (is_own(p) && oni_str_is(p->top->sector, "UAF") && theirs.n) {
		f->sector = theirs;            /* "Hamas gunmen": not unknown whose */
		f->sector_from = f->org;
	} else if (is_own(p)) {
		f->sector = p->top->sector;
		f->sector_from = p->top;
	} else if (!(p->top && (p->top->kind == ONI_FACT_ORG || p->top->kind == ONI_FACT_SEAT)))
		f->sector = sector_around(p, &f->sector_from);
}

/* "Guatemalan Indians", "British Pakistanis": of the country where they live; "Chinese Americans" are Americans. */
static const oni_fact *where_they_live(const phrase *p)
{
	static const char *const newcomers[] = {"USA", "CAN", "AUS", "NZL", NULL};
	if (!p->top || p->top->kind != ONI_FACT_NATIONALITY || !p->top->plural || oni_str_in_nocase(oni_str_of(p->top->cameo), newcomers))
		return NULL;
	for (uint32_t i = 0; i < p->n; i++)
		if (p->facts[i].kind == ONI_FACT_NATIONALITY && p->facts[i].end == p->top->first && p->facts[i].cameo[0])
			return &p->facts[i];
	return NULL;
}

/* "Tamils", "Muslims"; "the Tamil leader": of a people, not of a country. */
static void sector_of_people(const phrase *p, found *f)
{
	if (f->people && f->people == p->top)
		f->sector = f->people->creed ? f->people->people : ONI_STR("CVL");
	else if (f->people && is_lead(p) && (f->people->creed || is_person_noun(p->top)))
		f->sector = f->people->creed ? f->people->people : ONI_STR("ELI");
	f->sector_from = f->sector.n ? f->people : NULL;
	if (!f->sector.n && f->country && f->country == where_they_live(p)) {
		f->sector = ONI_STR("CVL");
		f->sector_from = p->top;
	}
}

static void find_sector(const phrase *p, found *f)
{
	sector_of_people(p, f);
	if (!f->sector.n)
		own_sector(p, f);
	if (!f->sector.n && f->org)
		f->sector = role_of_code(p->who, f->org->code);
	if (!f->sector.n && leads_a_country(p, f->country)) {
		f->sector = p->top->sector.n ? p->top->sector : ONI_STR("GOV");
		f->sector_from = p->top;
	}
	if (!f->sector.n && p->top && p->top->kind == ONI_FACT_CAPITAL)
		f->sector = ONI_STR("GOV");
	if (!f->sector.n && (f->country || f->people) && p->top && is_person_noun(p->top) && p->top->use == ONI_NOUN_PLAIN && !p->in_name) {
		f->sector = ONI_STR("CVL");    /* "three British men" */
		f->sector_from = p->top;
	}
	if (!f->sector.n && is_lead(p) && p->top->sector.n && !of_something_unknown(p)) {
		f->sector = p->top->sector;
		f->sector_from = p->top;
	}
}

/* A party's country is settled by the article (entity_home.c), not by its name alone. */
static bool is_party(const oni_who *who, const oni_fact *f)
{
	return f->kind == ONI_FACT_ORG && oni_str_is(oni_table_cell(f->table, f->row, who->org_kind), "party");
}

static void find_country(const phrase *p, found *f)
{
	const oni_fact *home = where_they_live(p);
	if (home)
		f->country = home;
	else if (p->top && p->top->cameo[0])
		f->country = p->top;
	else
		f->country = country_around(p);
	if (f->country) {
		f->iso = oni_str_of(f->country->country);
		f->cameo = oni_str_of(f->country->cameo);
	} else if (f->org && f->org->country[0] && (f->org == p->top || !is_party(p->who, f->org))) {
		f->iso = oni_str_of(f->org->country);
		f->cameo = oni_str_of(f->org->cameo);
	}
}

/* Whole codes that are no country's: IGOUNO, NGOHLHMSF, IMGMUSISI. */
static bool is_supranational(const oni_who *who, oni_str code)
{
	return code.n > 2 && code.at[0] != '~' && !oni_iso_of_cameo(who, oni_str_cut(code, 0, 3)).n;
}

/* What stands behind the role: the people or the creed of those who have it. */
static oni_str people_behind(const found *f, oni_str sector)
{
	bool beside = f->people && sector.n && !oni_str_is(sector, "REL") && !oni_str_eq(sector, f->people->people);
	return beside ? f->people->people : ONI_STR("");
}

static oni_str compose(const phrase *p, const found *f, oni_standing standing, oni_doc *doc)
{
	oni_str sector = f->sector;
	if (standing == ONI_STANDING_FORMER && (is_office(sector) || f->org || is_lead(p)))
		sector = ONI_STR("ELI");
	bool own_land = f->country && f->country->kind != ONI_FACT_SEAT && f->country->end <= (f->org ? f->org->first : UINT32_MAX);
	if (f->org && is_supranational(p->who, f->org->code) && !(own_land && f->country != p->top && is_own(p))) {
		if (is_own(p) && !oni_str_is(sector, "GOV"))
			return oni_keepf(doc->arena, "%.*s%.*s", ONI_FMT(f->org->code), ONI_FMT(sector));
		return standing == ONI_STANDING_FORMER ? oni_keepf(doc->arena, "%.*sELI", 3, f->org->code.at) : f->org->code;
	}
	if (f->org && f->org == p->top && f->org->code.n > 3 && f->org->code.at[0] != '~' && standing != ONI_STANDING_FORMER)
		return f->org->code;
	if (!f->cameo.n && !sector.n)
		return (oni_str){0};
	return oni_keepf(doc->arena, "%.*s%.*s%.*s", ONI_FMT(f->cameo), ONI_FMT(sector), ONI_FMT(people_behind(f, sector)));
}

static uint32_t last_noun(const oni_doc *doc, uint32_t first, uint32_t end)
{
	for (uint32_t i = end; i-- > first; )
		if (doc->words.at[i].upos == ONI_UPOS_NOUN || doc->words.at[i].upos == ONI_UPOS_PROPN)
			return i;
	return end ? end - 1 : first;
}

/* Where no country is told: that of a town among the words. Plain people of a town are civilians: "40 people in Valencia". */
static void find_town(const phrase *p, found *f, oni_actor *ret)
{
	if (f->iso.n || f->cameo.n || !(p->top || f->sector.n))
		return;
	f->iso = country_of_town(p, ret);
	f->cameo = oni_cameo_of(p->who, f->iso);
	if (f->iso.n && !f->sector.n && p->top && is_person_noun(p->top) && p->top->use == ONI_NOUN_PLAIN && !p->in_name) {
		f->sector = ONI_STR("CVL");
		f->sector_from = p->top;
	}
}

bool oni_actor_in(const oni_who *who, oni_doc *doc, uint32_t first, uint32_t end, uint32_t head, oni_actor *ret)
{
	memset(ret, 0, sizeof *ret);
	if (end > doc->words.n || first >= end)
		return false;
	phrase p = {.who = who, .doc = doc, .first = first, .end = end};
	p.head = head == ONI_NONE || head >= doc->words.n ? last_noun(doc, first, end) : head;
	p.n = oni_facts_in(who, doc, first, end, p.facts, FACTS);
	drop_name_parts(&p);
	choose_top(&p);
	fill_look(&p, ret);
	found f = {.org = served(&p), .people = people_of(&p)};
	find_country(&p, &f);
	find_sector(&p, &f);
	ret->standing = standing_of(&p);
	ret->actor = p.top != NULL && !(p.top->kind == ONI_FACT_NOUN && (p.top->noun == ONI_NOUN_WORD || p.top->noun == ONI_NOUN_PLACE));
	find_town(&p, &f, ret);
	if (!f.iso.n && f.people)
		ret->homes = f.people->homes;
	memcpy(ret->country, f.iso.n == 3 ? f.iso.at : "", f.iso.n == 3 ? 3 : 0);
	ret->sector = f.sector;
	ret->code = compose(&p, &f, ret->standing, doc);
	if (ret->code.n) {
		add_note(&p, f.country, doc, ret);
		if (f.sector_from != f.country)
			add_note(&p, f.sector_from, doc, ret);
		if (f.people != f.sector_from && f.people != f.country)
			add_note(&p, f.people, doc, ret);
		if (f.org && f.org != f.sector_from && f.org != f.country)
			add_note(&p, f.org, doc, ret);
	}
	return ret->actor || ret->code.n;
}

bool oni_actor_of(const oni_facts *facts, oni_doc *doc, uint32_t first, uint32_t end, uint32_t head, oni_actor *ret)
{
	oni_who who;
	oni_who_open(facts, &who);
	return oni_actor_in(&who, doc, first, end, head, ret);
}
