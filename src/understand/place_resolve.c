/* Which place a name means.
 *
 * Each name has the places of the gazetteer that are called so, each with a prior: how often news means it, taken from
 * what it is and how many people live there. The names of an article speak for each other: places that lie
 * close together, or in a region or country that the article names, are likelier together. So beliefs are passed
 * round a few times, as in relaxation labelling: a referent's score is its prior and what all other names' present
 * beliefs say for it; the scores of a name's referents are turned into shares that sum to 1.
 *
 *   Alexandria (Egypt 5 M, Louisiana 48 k, Virginia 159 k …), Rapides Parish (Louisiana only):
 *   Rapides Parish is certain, lies 1 km from Alexandria, Louisiana, and outweighs Egypt's larger number.
 *
 * What is told outweighs all: "Springfield, Ill." (the container), "the Donetsk region" (the kind).
 *
 * Sources of the idea: Leidner, Toponym Resolution in Text (2007), on minimality and population priors; Lieberman and
 * Samet, Adaptive context features for toponym resolution (2012), on proximity and siblings. */
#include <math.h>
#include <stdlib.h>

#include "understand/place_spot.h"

#define EARTH_KM 6371.0
#define CONTEXT_WEIGHT 3.2
#define HALF_CONTEXT 1.4
#define CONTAINER_WEIGHT 6.0
#define SAME_NAME_WEIGHT 4.0
#define PUBLISHER_WEIGHT 0.7
#define SUPPORT_WEIGHT 0.9

enum { MOST_REFERENTS = 48, MOST_CONTEXT = 160, ROUNDS = 3, SHARES_TOLD = 10 };

/* ---- referents ---- */

uint32_t oni_country_number(oni_str iso3)
{
	return iso3.n == 3 ? (uint32_t)(unsigned char)iso3.at[0] << 16 | (uint32_t)(unsigned char)iso3.at[1] << 8 | (unsigned char)iso3.at[2] : 0;
}

static double number_of(oni_str s)
{
	double v = 0, unit = 1, sign = 1;
	bool behind_point = false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.at[i] == '-')
			sign = -1;
		else if (s.at[i] == '.')
			behind_point = true;
		else if (s.at[i] >= '0' && s.at[i] <= '9') {
			v = v * 10 + (s.at[i] - '0');
			unit *= behind_point ? 10 : 1;
		}
	}
	return sign * v / unit;
}

static oni_place_kind kind_of(oni_str name)
{
#define X(s, n) n,
	static const char *const names[] = {ONI_PLACE_KINDS(X)};
#undef X
	for (int i = 0; i < ONI_PLACE_KIND_COUNT; i++)
		if (oni_str_is(name, names[i]))
			return (oni_place_kind)i;
	return ONI_PLACE_REGION;
}

static double prior_of(oni_place_kind kind, double people)
{
	double digits = log10(people + 1);
	switch (kind) {
	case ONI_PLACE_COUNTRY:
		return 6.2 + 0.25 * digits;
	case ONI_PLACE_CONTINENT:
		return 8;
	case ONI_PLACE_ADMIN1:
		return 3 + 0.5 * digits;
	case ONI_PLACE_ADMIN2:
		return 1.6 + 0.5 * digits;
	case ONI_PLACE_CAPITAL:
		return 2.2 + digits;
	case ONI_PLACE_CITY:
		return people > 0 ? digits : 2.5;
	case ONI_PLACE_SECTION:
		return people > 0 ? digits - 0.7 : 2.5;
	case ONI_PLACE_REGION:
	case ONI_PLACE_DISPUTED:
		return 5.2;
	case ONI_PLACE_SEA:
		return 6.8; /* whoever writes "Red Sea" hardly means the Sudanese state */
	case ONI_PLACE_FACILITY:
		return 5;
	case ONI_PLACE_ISLAND:
	case ONI_PLACE_RIVER:
	case ONI_PLACE_LAKE:
		return 4;
	case ONI_PLACE_POINT:
		return 3.2;
	default:
		return 2;
	}
}

static bool is_wanted(oni_place_want want, oni_place_kind kind)
{
	switch (want) {
	case ONI_WANT_ADMIN1:
		return kind == ONI_PLACE_ADMIN1 || kind == ONI_PLACE_REGION || kind == ONI_PLACE_DISPUTED;
	case ONI_WANT_ADMIN2:
		return kind == ONI_PLACE_ADMIN2 || kind == ONI_PLACE_SECTION;
	case ONI_WANT_CITY:
		return kind == ONI_PLACE_CITY || kind == ONI_PLACE_CAPITAL || kind == ONI_PLACE_SECTION;
	case ONI_WANT_WATER:
		return kind == ONI_PLACE_RIVER || kind == ONI_PLACE_LAKE || kind == ONI_PLACE_SEA;
	case ONI_WANT_ISLAND:
		return kind == ONI_PLACE_ISLAND || kind == ONI_PLACE_COUNTRY || kind == ONI_PLACE_ADMIN1;
	case ONI_WANT_AIRPORT:
		return kind == ONI_PLACE_AIRPORT || kind == ONI_PLACE_CITY || kind == ONI_PLACE_CAPITAL;
	default:
		return kind != ONI_PLACE_AIRPORT;
	}
}

static bool names_it(oni_str name, oni_str text)
{
	char a[128], b[128];
	size_t n = oni_phrase_normal(name, a, sizeof a), m = oni_phrase_normal(text, b, sizeof b);
	return oni_str_eq((oni_str){a, n}, (oni_str){b, m});
}

static oni_referent place_referent(const oni_gazetteer *g, uint32_t row)
{
	oni_referent r = {.row = row, .kind = kind_of(oni_table_cell(g->places, row, g->p_kind))};
	oni_str lat = oni_table_cell(g->places, row, g->p_lat);
	r.country = oni_country_number(oni_table_cell(g->places, row, g->p_country));
	oni_str admin1 = oni_table_cell(g->places, row, r.kind == ONI_PLACE_ADMIN1 ? 0 : g->p_admin1);
	r.admin1 = admin1.n ? oni_hash(admin1) : 0;
	r.located = lat.n > 0;
	r.lat = number_of(lat);
	r.lon = number_of(oni_table_cell(g->places, row, g->p_lon));
	r.people = number_of(oni_table_cell(g->places, row, g->p_people));
	return r;
}

static oni_referent country_referent(const oni_gazetteer *g, uint32_t row)
{
	oni_referent r = {.row = row, .of_countries = true, .kind = ONI_PLACE_COUNTRY};
	oni_str lat = oni_table_cell(g->countries, row, g->c_lat);
	r.country = oni_country_number(oni_table_cell(g->countries, row, 0));
	r.located = lat.n > 0;
	r.lat = number_of(lat);
	r.lon = number_of(oni_table_cell(g->countries, row, g->c_lon));
	r.people = number_of(oni_table_cell(g->countries, row, g->c_people));
	return r;
}

static void finish_referent(oni_referent *r, oni_place_want want, oni_str name, oni_str text)
{
	r->alias = !names_it(name, text);
	r->prior = prior_of(r->kind, r->people) - (r->alias ? 0.6 : 0);
	if (want != ONI_WANT_ANY)
		r->prior += is_wanted(want, r->kind) ? 3 : -2;
	else if (!is_wanted(want, r->kind))
		r->prior -= 2;
	r->score = r->prior;
}

static int by_prior(const void *a, const void *b)
{
	const oni_referent *x = a, *y = b;
	if (x->prior != y->prior)
		return x->prior > y->prior ? -1 : 1;
	if (x->of_countries != y->of_countries)
		return x->of_countries ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

/* "Singapore" is the country, which is no more than its capital. */
static void prefer_city_state(oni_toponym *t, oni_place_want want)
{
	for (uint32_t i = 0; i < t->n && want != ONI_WANT_CITY; i++)
		for (uint32_t k = 0; k < t->n && t->at[i].of_countries; k++)
			if (!t->at[k].of_countries && t->at[k].country == t->at[i].country && t->at[k].prior + 1 > t->at[i].prior)
				t->at[i].prior = t->at[k].prior + 1;
}

/* "Kherson" alone is the city where a good part of the region of that name lives in it; "Quebec" is the province. */
static void prefer_main_town(oni_toponym *t, oni_place_want want)
{
	for (uint32_t i = 0; i < t->n && want == ONI_WANT_ANY; i++)
		for (uint32_t k = 0; k < t->n && t->at[i].kind == ONI_PLACE_ADMIN1; k++) {
			const oni_referent *town = &t->at[k];
			if ((town->kind == ONI_PLACE_CITY || town->kind == ONI_PLACE_CAPITAL) && town->country == t->at[i].country
				&& town->people >= 0.1 * t->at[i].people && town->prior - 1.5 < t->at[i].prior)
				t->at[i].prior = town->prior - 1.5;
		}
}

static void add_referents(oni_place_work *work, const oni_spot *spot, oni_toponym *to)
{
	const oni_gazetteer *g = work->gazetteer;
	const oni_word *words = work->doc->words.at;
	oni_str text = oni_text_at(work->doc, (oni_range){words[spot->first].at.begin, words[spot->end - 1].at.end});
	to->at = ONI_NEW_N(work->arena, oni_referent, spot->country.n + spot->place.n);
	for (uint32_t k = 0; k < spot->country.n; k++) {
		oni_referent *r = &to->at[to->n++];
		*r = country_referent(g, oni_phrase_row(g->countries, spot->country, k));
		finish_referent(r, spot->want, oni_table_cell(g->countries, r->row, g->c_name), text);
		r->alias = false;
	}
	for (uint32_t k = 0; k < spot->place.n; k++) {
		oni_referent *r = &to->at[to->n++];
		*r = place_referent(g, oni_phrase_row(g->places, spot->place, k));
		finish_referent(r, spot->want, oni_table_cell(g->places, r->row, 0), text);
	}
}

/* The region that "Ill." or "NSW" stands for. */
static void add_region(oni_place_work *work, const oni_spot *spot, oni_toponym *to)
{
	const oni_gazetteer *g = work->gazetteer;
	oni_str key = oni_table_cell(g->abbreviations, spot->abbreviation, 0);
	ONI_VEC(oni_referent) found = {0};
	for (uint32_t r = spot->abbreviation; oni_str_eq(oni_table_cell(g->abbreviations, r, 0), key); r++) {
		oni_str country = oni_table_cell(g->abbreviations, r, 1), name = oni_table_cell(g->abbreviations, r, 2);
		for (uint32_t row = oni_table_find(g->places, name); oni_str_eq(oni_table_cell(g->places, row, 0), name); row++)
			if (oni_str_is(oni_table_cell(g->places, row, g->p_kind), "admin1") && oni_str_eq(oni_table_cell(g->places, row, g->p_country), country)) {
				oni_referent *ref = oni_push(work->arena, &found);
				*ref = place_referent(g, row);
				finish_referent(ref, ONI_WANT_ADMIN1, name, name);
			}
	}
	to->at = found.at;
	to->n = found.n;
}

/* ---- toponyms ---- */

typedef struct toponym_key {
	uint64_t hash;
	uint32_t toponym;
	bool used;
} toponym_key;

static uint64_t name_hash(const oni_spot *spot)
{
	uint32_t parts[] = {spot->abbreviated ? spot->abbreviation : UINT32_MAX, spot->country.n ? spot->country.first : UINT32_MAX,
		spot->place.n ? spot->place.first : UINT32_MAX};
	return oni_hash((oni_str){(const char *)parts, sizeof parts});
}

static uint64_t spot_hash(const oni_place_work *work, const oni_spot *spot)
{
	uint64_t h = name_hash(spot) * 31 + spot->want;
	return spot->inside == ONI_NONE ? h : h ^ name_hash(&work->spots.at[spot->inside]) * 1099511628211;
}

/* The publisher's town, as one more name of the article that no spot has. */
static void add_publisher(oni_place_work *work)
{
	oni_phrase found = work->publisher;
	if (!found.n)
		return;
	oni_toponym *t = oni_push(work->arena, &work->toponyms);
	t->at = ONI_NEW_N(work->arena, oni_referent, found.n);
	for (uint32_t k = 0; k < found.n; k++) {
		t->at[k] = place_referent(work->gazetteer, oni_phrase_row(work->gazetteer->places, found, k));
		t->at[k].score = t->at[k].prior = prior_of(t->at[k].kind, t->at[k].people);
	}
	t->n = found.n;
	qsort(t->at, t->n, sizeof *t->at, by_prior);
}

static void make_toponyms(oni_place_work *work)
{
	uint32_t room = 16;
	while (room < work->spots.n * 2)
		room *= 2;
	add_publisher(work);
	toponym_key *keys = ONI_NEW_N(work->arena, toponym_key, room);
	for (uint32_t i = 0; i < work->spots.n; i++) {
		oni_spot *spot = &work->spots.at[i];
		uint64_t hash = spot_hash(work, spot);
		uint32_t at = (uint32_t)(hash >> 20) & (room - 1);
		while (keys[at].used && keys[at].hash != hash)
			at = (at + 1) & (room - 1);
		if (!keys[at].used) {
			keys[at] = (toponym_key){hash, work->toponyms.n, true};
			oni_toponym *fresh = oni_push(work->arena, &work->toponyms);
			if (spot->abbreviated)
				add_region(work, spot, fresh);
			else
				add_referents(work, spot, fresh);
			prefer_main_town(fresh, spot->want);
			prefer_city_state(fresh, spot->want);
			if (fresh->n)
				qsort(fresh->at, fresh->n, sizeof *fresh->at, by_prior);
		}
		spot->toponym = keys[at].toponym;
	}
}

/* Far more rows than can be weighed: those of the told container are kept before the rest. */
static void cut_referents(oni_toponym *t)
{
	if (t->n > MOST_REFERENTS)
		t->n = MOST_REFERENTS;
}

/* ---- how two places speak for each other ---- */

static double distance_km(const oni_referent *a, const oni_referent *b)
{
	double rad = 3.14159265358979 / 180, mean = (a->lat + b->lat) / 2 * rad, dlon = fabs(a->lon - b->lon);
	if (dlon > 180)
		dlon = 360 - dlon;
	double x = dlon * rad * cos(mean), y = (a->lat - b->lat) * rad;
	return EARTH_KM * sqrt(x * x + y * y);
}

static double closeness_by_distance(const oni_referent *a, const oni_referent *b)
{
	static const struct { double km, close; } steps[] = {{40, 1}, {100, 0.8}, {250, 0.5}, {600, 0.25}};
	if (!a->located || !b->located)
		return 0;
	double km = distance_km(a, b);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (km < steps[i].km)
			return steps[i].close;
	return 0;
}

/* 0 … 1: how much naming `b` makes `a` likely. */
static double closeness(const oni_referent *a, const oni_referent *b)
{
	bool one_country = a->country && a->country == b->country;
	if (a->kind == ONI_PLACE_COUNTRY || b->kind == ONI_PLACE_COUNTRY)
		return one_country && a->of_countries != b->of_countries ? 0.5 : 0;
	if (one_country && a->admin1 && a->admin1 == b->admin1)
		return a->kind == ONI_PLACE_ADMIN1 || b->kind == ONI_PLACE_ADMIN1 ? 0.9 : 0.8;
	double near = closeness_by_distance(a, b);
	return one_country && near < 0.3 ? 0.3 : near;
}

static bool same_place(const oni_referent *a, const oni_referent *b)
{
	return a->row == b->row && a->of_countries == b->of_countries;
}

/* Whether `inner` lies in `outer`. */
static bool contains(const oni_referent *outer, const oni_referent *inner)
{
	if (same_place(outer, inner) || outer->kind == ONI_PLACE_CONTINENT)
		return false;
	if (outer->kind == ONI_PLACE_COUNTRY)
		return inner->country == outer->country && inner->kind != ONI_PLACE_COUNTRY;
	if (outer->kind == ONI_PLACE_ADMIN1)
		return inner->country == outer->country && inner->admin1 == outer->admin1 && inner->kind != ONI_PLACE_ADMIN1;
	return inner->country == outer->country && outer->located && inner->located && outer->people >= inner->people && distance_km(outer, inner) < 60;
}

/* ---- rounds ---- */

static void share_out(oni_toponym *t)
{
	double most = -1e9, sum = 0;
	for (uint32_t i = 0; i < t->n; i++)
		if (t->at[i].score > most)
			most = t->at[i].score, t->best = i;
	for (uint32_t i = 0; i < t->n; i++)
		sum += t->at[i].share = exp(1.8 * (t->at[i].score - most));
	for (uint32_t i = 0; i < t->n; i++)
		t->at[i].share /= sum;
}

static double best_closeness(const oni_referent *r, const oni_toponym *t)
{
	double best = 0;
	uint32_t told = t->n < SHARES_TOLD ? t->n : SHARES_TOLD;
	for (uint32_t i = 0; i < told; i++) {
		const oni_referent *other = &t->at[i];
		if (other->share <= best)
			continue;
		double c = other->share * (same_place(r, other) ? 1 : closeness(r, other)); /* Kiev speaks for Kyiv */
		if (c > best)
			best = c;
	}
	return best;
}

static double vote_for(const oni_place_work *work, const oni_referent *r)
{
	double sum = 0;
	for (uint32_t i = 0; i < work->votes.n; i++)
		if (work->votes.at[i].country == r->country)
			sum += work->votes.at[i].weight;
	return sum * 0.4;
}

static double context_for(const oni_place_work *work, const oni_referent *r, uint32_t own, double *ret_support)
{
	double sum = 0, weights = 0;
	uint32_t n = work->toponyms.n < MOST_CONTEXT ? work->toponyms.n : MOST_CONTEXT;
	for (uint32_t i = 0; i < n; i++) {
		const oni_toponym *t = &work->toponyms.at[i];
		if (i == own || t->weight <= 0)
			continue;
		sum += t->weight * best_closeness(r, t);
		weights += t->weight;
	}
	*ret_support = sum;
	sum += vote_for(work, r);
	double x = sum / sqrt(weights > 1 ? weights : 1);
	return 2 * HALF_CONTEXT * x / (x + HALF_CONTEXT); /* a hundred names do not outshout the prior */
}

/* The first spot of each toponym, for its container. */
static double container_for(const oni_place_work *work, const oni_spot *spot, const oni_referent *r)
{
	double sum = 0;
	if (spot->inside == ONI_NONE)
		return 0;
	const oni_toponym *outer = &work->toponyms.at[work->spots.at[spot->inside].toponym];
	for (uint32_t i = 0; i < outer->n; i++)
		if (contains(&outer->at[i], r))
			sum += outer->at[i].share;
	return sum;
}

static double content_for(const oni_place_work *work, const oni_spot *inner, const oni_referent *r)
{
	double sum = 0;
	const oni_toponym *t = &work->toponyms.at[inner->toponym];
	for (uint32_t i = 0; i < t->n; i++)
		if (contains(r, &t->at[i]))
			sum += t->at[i].share;
	return sum;
}

static double logistic(double x)
{
	return 1 / (1 + exp(-x));
}

static void weigh_toponyms(oni_place_work *work)
{
	for (uint32_t i = 0; i < work->toponyms.n; i++)
		work->toponyms.at[i].weight = 0, work->toponyms.at[i].spots = 0;
	if (work->publisher.n)
		work->toponyms.at[0].weight = PUBLISHER_WEIGHT;
	for (uint32_t i = 0; i < work->spots.n; i++) {
		const oni_spot *spot = &work->spots.at[i];
		oni_toponym *t = &work->toponyms.at[spot->toponym];
		if (spot->rejected)
			continue;
		t->spots++;
		t->weight += logistic(spot->belief) / t->spots; /* the second mention says half as much */
	}
}

/* What the article's other places say for each referent. */
static void score_by_context(oni_place_work *work)
{
	for (uint32_t i = 0; i < work->toponyms.n; i++) {
		oni_toponym *t = &work->toponyms.at[i];
		for (uint32_t k = 0; k < t->n; k++) {
			double support = 0;
			t->at[k].score = t->at[k].prior;
			if (i < MOST_CONTEXT)
				t->at[k].score += CONTEXT_WEIGHT * context_for(work, &t->at[k], i, &support);
		}
	}
}

/* What the spots themselves say: the container told behind the name, both ways. */
static void score_by_container(oni_place_work *work)
{
	uint32_t *told = ONI_NEW_N(work->arena, uint32_t, work->toponyms.n);
	for (uint32_t i = 0; i < work->spots.n; i++) {
		const oni_spot *spot = &work->spots.at[i];
		if (spot->inside == ONI_NONE || told[spot->toponym]++)
			continue;
		oni_toponym *t = &work->toponyms.at[spot->toponym], *outer = &work->toponyms.at[work->spots.at[spot->inside].toponym];
		for (uint32_t k = 0; k < t->n; k++)
			t->at[k].score += CONTAINER_WEIGHT * container_for(work, spot, &t->at[k]);
		for (uint32_t k = 0; k < outer->n; k++)
			outer->at[k].score += 2 * content_for(work, spot, &outer->at[k]);
	}
}

/* A name that was told with its container means the same place without it. */
static void score_by_name(oni_place_work *work)
{
	for (uint32_t i = 0; i < work->spots.n && i < 4 * MOST_CONTEXT; i++) {
		const oni_spot *spot = &work->spots.at[i];
		if (spot->inside == ONI_NONE || spot->rejected)
			continue;
		const oni_toponym *told = &work->toponyms.at[spot->toponym];
		for (uint32_t k = 0; k < work->spots.n && k < 4 * MOST_CONTEXT; k++) {
			const oni_spot *other = &work->spots.at[k];
			oni_toponym *t = &work->toponyms.at[other->toponym];
			if (t == told || name_hash(other) != name_hash(spot) || !told->n || other->inside != ONI_NONE)
				continue;
			for (uint32_t m = 0; m < t->n; m++)
				if (same_place(&t->at[m], &told->at[told->best]) && t->at[m].score < t->at[m].prior + CONTEXT_WEIGHT + SAME_NAME_WEIGHT)
					t->at[m].score += SAME_NAME_WEIGHT;
		}
	}
}

/* A hamlet's name stands for the hamlet where the article is about its neighbourhood, else mostly for something else. */
static void share_support(oni_place_work *work)
{
	for (uint32_t i = 0; i < work->spots.n; i++) {
		oni_spot *spot = &work->spots.at[i];
		const oni_toponym *t = &work->toponyms.at[spot->toponym];
		double support = 0;
		if (!t->n || spot->toponym >= MOST_CONTEXT)
			continue;
		if (spot->inside != ONI_NONE && container_for(work, spot, &t->at[t->best]) < 0.3)
			spot->belief -= ONI_BELIEF_INSIDE; /* "Mosul, Raqqa": a list, not a container */
		context_for(work, &t->at[t->best], spot->toponym, &support);
		support *= SUPPORT_WEIGHT;
		spot->belief += support > 1.5 ? 1.5 : support;
	}
}

void oni_resolve_toponyms(oni_place_work *work)
{
	make_toponyms(work);
	weigh_toponyms(work);
	for (uint32_t i = 0; i < work->toponyms.n; i++) {
		cut_referents(&work->toponyms.at[i]);
		share_out(&work->toponyms.at[i]);
	}
	for (int round = 0; round < ROUNDS; round++) {
		score_by_context(work);
		score_by_container(work);
		if (round + 1 == ROUNDS)
			score_by_name(work);
		for (uint32_t i = 0; i < work->toponyms.n; i++)
			share_out(&work->toponyms.at[i]);
	}
	share_support(work);
}
