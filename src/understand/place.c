/* Places: names found (place_find.c), weighed (place_denote.c), resolved (place_resolve.c), and told here.
 *
 * One oni_place for each place meant, with all its mentions; a part of a place told by its direction ("southern
 * Ukraine") is a place of its own, in the middle of that part. What the language core takes for a place and no table
 * knows is told without coordinates. */
#include "understand/place.h"

#include "base/decimal.h"
#include "understand/place_spot.h"

#define ACCEPT 0.9

enum { SURE_NAME = 170, LIKELY_NAME = 90 }; /* of oni_name.score, 0 … 255: alone, and with a place's noun */

static oni_gazetteer open_gazetteer(const oni_facts *facts)
{
	oni_gazetteer g = {.countries = oni_facts_table(facts, "countries"), .places = oni_facts_table(facts, "places"),
		.abbreviations = oni_facts_table(facts, "regionabbr"), .cues = oni_facts_table(facts, "place_cues"),
		.given_names = oni_facts_table(facts, "given_names"), .nationalities = oni_facts_table(facts, "nationalities"),
		.words = oni_facts_table(facts, "place_words"),
		.orgs = oni_facts_table(facts, "orgs")};
	g.c_name = oni_table_column(g.countries, "name");
	g.c_aliases = oni_table_column(g.countries, "aliases");
	g.c_lat = oni_table_column(g.countries, "lat");
	g.c_lon = oni_table_column(g.countries, "lon");
	g.c_people = oni_table_column(g.countries, "population");
	g.c_geonames = oni_table_column(g.countries, "geonames");
	g.c_south = oni_table_column(g.countries, "south");
	g.p_aliases = oni_table_column(g.places, "aliases");
	g.p_kind = oni_table_column(g.places, "kind");
	g.p_country = oni_table_column(g.places, "country");
	g.p_admin1 = oni_table_column(g.places, "admin1");
	g.p_lat = oni_table_column(g.places, "lat");
	g.p_lon = oni_table_column(g.places, "lon");
	g.p_people = oni_table_column(g.places, "population");
	g.p_geonames = oni_table_column(g.places, "geonames");
	g.cue_use = oni_table_column(g.cues, "use");
	g.org_kind = oni_table_column(g.orgs, "kind");
	g.cue_value = oni_table_column(g.cues, "value");
	return g;
}

/* ---- votes for countries ---- */

static void vote(oni_place_work *work, uint32_t country, double weight)
{
	for (uint32_t i = 0; i < work->votes.n; i++)
		if (work->votes.at[i].country == country) {
			work->votes.at[i].weight += weight / (1 + work->votes.at[i].weight);
			return;
		}
	oni_push(work->arena, &work->votes);
	work->votes.at[work->votes.n - 1].country = country;
	work->votes.at[work->votes.n - 1].weight = weight;
}

/* "Ukrainian", "Palestinians": their countries are in the article. */
static void vote_by_nationalities(oni_place_work *work)
{
	const oni_table *table = work->gazetteer->nationalities;
	int iso3 = oni_table_column(table, "iso3");
	work->nationality = ONI_NEW_N(work->arena, bool, work->doc->words.n);
	for (uint32_t w = 0; w < work->doc->words.n; w++) {
		oni_str form = work->doc->words.at[w].form;
		if (!form.n || form.at[0] < 'A' || form.at[0] > 'Z')
			continue;
		uint32_t row = oni_table_find(table, form);
		work->nationality[w] = row != ONI_NO_ROW;
		if (row != ONI_NO_ROW)
			vote(work, oni_country_number(oni_table_cell(table, row, iso3)), 0.6);
	}
}

/* "https://www.example.co.ke/…": a country's domain is a small vote for it. */
static void vote_by_address(oni_place_work *work)
{
	const oni_table *countries = work->gazetteer->countries;
	int iso2 = oni_table_column(countries, "iso2");
	oni_str host = work->doc->url, label = {NULL, 0};
	const char *scheme = host.n ? memmem(host.at, host.n, "://", 3) : NULL;
	if (scheme)
		host = oni_str_cut(host, (size_t)(scheme - host.at) + 3, host.n);
	for (size_t i = 0; i < host.n; i++)
		if (host.at[i] == '/' || host.at[i] == ':')
			host.n = i;
	while (oni_str_split(&host, '.', &label))
		;
	if (label.n != 2)
		return;
	if (oni_str_eq_nocase(label, ONI_STR("uk")))
		label = ONI_STR("gb");
	for (uint32_t r = 0; r < oni_table_rows(countries); r++)
		if (oni_str_eq_nocase(oni_table_cell(countries, r, iso2), label))
			vote(work, oni_country_number(oni_table_cell(countries, r, 0)), 1.0);
}

/* "The Nairobi Star", "Athens Banner-Herald": the publisher's town is a place that the article is near. */
static void spot_publisher(oni_place_work *work)
{
	oni_str name = work->doc->publisher;
	uint32_t ends[8], n = 0, begin = oni_str_starts(name, "The ") ? 4 : 0;
	for (uint32_t i = begin; i <= name.n && n < 8; i++)
		if (i == name.n || name.at[i] == ' ')
			ends[n++] = i;
	oni_phrase found = oni_phrase_longest(work->gazetteer->places, name, begin, ends, n);
	if (found.n)
		work->publisher = found;
}

/* ---- telling ---- */

static uint32_t geonames_of(oni_str cell)
{
	uint64_t v = 0;
	for (size_t i = 0; i < cell.n && cell.at[i] >= '0' && cell.at[i] <= '9' && v < UINT32_MAX; i++)
		v = v * 10 + (uint64_t)(cell.at[i] - '0');
	return v <= UINT32_MAX ? (uint32_t)v : 0;
}

static const char *kind_name(oni_place_kind kind)
{
#define X(s, n) n,
	static const char *const names[] = {ONI_PLACE_KINDS(X)};
#undef X
	return names[kind];
}

static void set_country(oni_place *place, oni_str iso3)
{
	if (iso3.n == 3)
		memcpy(place->country, iso3.at, 3);
}

static oni_place describe(const oni_gazetteer *g, const oni_referent *r)
{
	oni_place place = {.kind = oni_str_of(kind_name(r->kind)), .located = r->located, .lat = r->lat, .lon = r->lon};
	if (r->of_countries) {
		place.name = oni_table_cell(g->countries, r->row, g->c_name);
		place.geonames = geonames_of(oni_table_cell(g->countries, r->row, g->c_geonames));
		set_country(&place, oni_table_cell(g->countries, r->row, 0));
		return place;
	}
	place.name = oni_table_cell(g->places, r->row, 0);
	place.admin1 = oni_table_cell(g->places, r->row, g->p_admin1);
	place.geonames = geonames_of(oni_table_cell(g->places, r->row, g->p_geonames));
	set_country(&place, oni_table_cell(g->places, r->row, g->p_country));
	return place;
}

static oni_range words_range(const oni_doc *doc, uint32_t first, uint32_t end)
{
	return (oni_range){doc->words.at[first].at.begin, doc->words.at[end - 1].at.end};
}

static uint32_t head_of(const oni_doc *doc, uint32_t first, uint32_t end)
{
	for (uint32_t w = first; w < end; w++) {
		uint32_t head = doc->words.at[w].head;
		if (head == ONI_NONE || head < first || head >= end)
			return w;
	}
	return end - 1;
}

static void tell_mention(oni_doc *doc, uint32_t first, uint32_t end, uint32_t place)
{
	oni_place_mention *m = oni_push(doc->arena, &doc->place_mentions);
	*m = (oni_place_mention){.at = words_range(doc, first, end), .first = first, .end = end, .head = head_of(doc, first, end), .place = place};
}

/* The number of a place like this one in doc->places, added where it is new. Few enough for a plain search; an article
 * of thousands of names is one of lists, and the newest are looked at first. */
enum { PLACES_LOOKED_AT = 512 };

static uint32_t place_number(oni_doc *doc, const oni_place *place)
{
	for (uint32_t i = doc->places.n, seen = 0; i-- > 0 && seen < PLACES_LOOKED_AT; seen++) {
		const oni_place *p = &doc->places.at[i];
		if (oni_str_eq(p->name, place->name) && memcmp(p->country, place->country, 4) == 0 && oni_str_eq(p->admin1, place->admin1)
			&& oni_str_eq(p->kind, place->kind) && p->located == place->located
			&& p->geonames == place->geonames)
			return i;
	}
	*(oni_place *)oni_push(doc->arena, &doc->places) = *place;
	return doc->places.n - 1;
}

/* The middle of a country's southern half lies a quarter of its length below its middle. The bounds are those of
 * its towns (lexicon/countries.tsv: south, north, west, east). */
static void move_to_part(const oni_gazetteer *g, uint32_t country, oni_str direction, oni_place *place)
{
	double bounds[4], step[2] = {0, 0};
	oni_str value = oni_place_cue(g, direction, "direction"), one;
	for (int i = 0; i < 4; i++) {
		oni_str cell = oni_table_cell(g->countries, country, g->c_south + i);
		if (!cell.n || g->c_south < 0) {
			place->located = false; /* too small or too scattered to halve */
			return;
		}
		bounds[i] = oni_decimal_of(cell);
	}
	for (int i = 0; i < 2 && oni_str_split(&value, ' ', &one); i++)
		step[i] = oni_decimal_of(one);
	place->lat = (bounds[0] + bounds[1]) / 2 + step[0] * (bounds[1] - bounds[0]) / 4;
	place->lon = (bounds[2] + bounds[3]) / 2 + step[1] * (bounds[3] - bounds[2]) / 4;
}

static void tell_spot(oni_place_work *work, const oni_spot *spot)
{
	oni_doc *doc = work->doc;
	const oni_toponym *t = &work->toponyms.at[spot->toponym];
	oni_place place = describe(work->gazetteer, &t->at[t->best]);
	uint32_t from = spot->direction ? spot->from : spot->first;
	if (spot->direction) {
		if (t->at[t->best].of_countries)
			move_to_part(work->gazetteer, t->at[t->best].row, doc->words.at[from].form, &place);
		place.name = oni_keep(doc->arena, oni_text_at(doc, words_range(doc, from, spot->to)));
		place.kind = ONI_STR("region");
		place.geonames = 0;
	}
	tell_mention(doc, from, spot->to, place_number(doc, &place));
}

static bool is_told(const oni_place_work *work, const oni_spot *spot)
{
	return !spot->rejected && work->toponyms.at[spot->toponym].n && spot->belief >= ACCEPT;
}

/* ---- names of places that no table has ---- */

/* "in Meadow Grove", "Meadow Grove, Neb.", "Neches River": the core's word alone is not enough. */
static bool looks_like_place(const oni_place_work *work, const oni_name *name)
{
	const oni_word *words = work->doc->words.at;
	const oni_sentence *s = &work->doc->sentences.at[words[name->first].sentence];
	uint32_t before = name->first;
	oni_str last = words[name->end - 1].form;
	if (name->end - name->first > 1 && (oni_place_cue(work->gazetteer, last, "generic").at || oni_place_cue(work->gazetteer, last, "facility").at))
		return true;
	if (name->score < SURE_NAME)
		return false;
	if (name->end + 1 < s->end && oni_str_is(words[name->end].form, ",") && work->spot_of_word[name->end + 1] != ONI_NONE)
		return true;
	if (before > s->first && oni_str_is(words[before - 1].form, "the"))
		before--;
	bool of = before > s->first + 1 && oni_str_is(words[before - 1].form, "of"); /* "the village of Goth Bux"; "Ana Ruiz, of Sparkbrook" */
	if (of && (oni_str_is(words[before - 2].form, ",") || oni_place_cue(work->gazetteer, words[before - 2].form, "of").at))
		return true;
	oni_str value = before > s->first ? oni_place_cue(work->gazetteer, words[before - 1].form, "before") : (oni_str){NULL, 0};
	return value.n == 2 && value.at[0] == '2'; /* "in", "near": two and more */
}

/* "Morales" of "Evo Morales", "Hayes" of "Mayor Lincoln Hayes". */
static bool names_person(const oni_doc *doc, const oni_name *name)
{
	oni_str last = doc->words.at[name->end - 1].form;
	for (uint32_t i = 0; i < doc->entities.n; i++) {
		const oni_entity *e = &doc->entities.at[i];
		if (e->kind == ONI_ENTITY_PERSON && e->name.n >= last.n && oni_str_eq(oni_str_cut(e->name, e->name.n - last.n, e->name.n), last))
			return true;
	}
	return false;
}

static bool names_unknown_place(const oni_place_work *work, const oni_name *name)
{
	if (name->kind != ONI_NAME_LOCATION || name->score < LIKELY_NAME || !oni_capital(work->doc->words.at[name->first].form))
		return false;
	for (uint32_t w = name->first; w < name->end; w++) {
		uint32_t spot = work->spot_of_word[w];
		if (work->nationality[w] || (spot != ONI_NONE && is_told(work, &work->spots.at[spot])))
			return false;
	}
	if (oni_phrase_find(work->gazetteer->orgs, oni_text_at(work->doc, words_range(work->doc, name->first, name->end))).n)
		return false;
	return work->doc->words.at[name->end - 1].upos != ONI_UPOS_ADJ && looks_like_place(work, name) && !names_person(work->doc, name);
}

/* "Meadow Grove, Neb.": the container is told, so the country and the region are known. */
static void set_container(const oni_place_work *work, const oni_name *name, oni_place *place)
{
	const oni_doc *doc = work->doc;
	if (name->end + 1 >= doc->words.n || !oni_str_is(doc->words.at[name->end].form, ","))
		return;
	uint32_t at = work->spot_of_word[name->end + 1];
	if (at == ONI_NONE || !is_told(work, &work->spots.at[at]))
		return;
	const oni_toponym *t = &work->toponyms.at[work->spots.at[at].toponym];
	const oni_referent *outer = &t->at[t->best];
	if (outer->kind != ONI_PLACE_COUNTRY && outer->kind != ONI_PLACE_ADMIN1)
		return;
	oni_place told = describe(work->gazetteer, outer);
	memcpy(place->country, told.country, sizeof place->country);
	if (outer->kind == ONI_PLACE_ADMIN1)
		place->admin1 = told.name;
}

static void tell_name(const oni_place_work *work, const oni_name *name)
{
	oni_doc *doc = work->doc;
	oni_place place = {.name = oni_text_at(doc, words_range(doc, name->first, name->end))};
	set_container(work, name, &place);
	tell_mention(doc, name->first, name->end, place_number(doc, &place));
}

/* Spots and unknown names in text order. */
static void tell_all(oni_place_work *work)
{
	oni_doc *doc = work->doc;
	uint32_t name = 0;
	for (uint32_t i = 0; i <= work->spots.n; i++) {
		uint32_t until = i < work->spots.n ? work->spots.at[i].first : doc->words.n;
		for (; name < doc->names.n && doc->names.at[name].first < until; name++)
			if (names_unknown_place(work, &doc->names.at[name]))
				tell_name(work, &doc->names.at[name]);
		if (i < work->spots.n && is_told(work, &work->spots.at[i]))
			tell_spot(work, &work->spots.at[i]);
	}
}

/* ---- the country of places that no table has ---- */

/* The country that at least three, and seven in ten, of the article's mentions of places are in; NULL when there is none. */
static const char *country_of_most(const oni_doc *doc)
{
	enum { LOOKED_AT = 400 };
	const char *best = NULL;
	uint32_t most = 0, all = 0, n = doc->place_mentions.n < LOOKED_AT ? doc->place_mentions.n : LOOKED_AT;
	for (uint32_t i = 0; i < n; i++) {
		const char *country = doc->places.at[doc->place_mentions.at[i].place].country;
		uint32_t same = 0;
		all += country[0] != 0;
		if (!country[0] || (best && memcmp(best, country, 3) == 0))
			continue;
		for (uint32_t k = 0; k < n; k++)
			same += memcmp(doc->places.at[doc->place_mentions.at[k].place].country, country, 3) == 0;
		if (same > most)
			most = same, best = country;
	}
	return most >= 3 && most * 10 >= all * 7 ? best : NULL;
}

/* A village that no table has, in an article whose places are nearly all in one country, is in that one. */
static void settle_unknown(oni_doc *doc)
{
	const char *country = country_of_most(doc);
	for (uint32_t i = 0; country && i < doc->places.n; i++) {
		oni_place *p = &doc->places.at[i];
		if (!p->located && !p->country[0] && p->geonames == 0 && p->kind.n == 0)
			memcpy(p->country, country, sizeof p->country);
	}
}

void oni_find_places(const oni_facts *facts, oni_doc *doc)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_gazetteer gazetteer = open_gazetteer(facts);
	oni_place_work work = {.gazetteer = &gazetteer, .doc = doc, .arena = doc->scratch};
	vote_by_nationalities(&work);
	vote_by_address(&work);
	spot_publisher(&work);
	oni_find_spots(&work);
	oni_weigh_spots(&work);
	oni_resolve_toponyms(&work);
	tell_all(&work);
	settle_unknown(doc);
	oni_arena_rewind(doc->scratch, mark);
}
