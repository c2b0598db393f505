/* place_spot.h - what the files of places share: spots (words that may name a place) and referents (the places they
 * may name). All of it lives in doc->scratch for one call of oni_find_places. */
#ifndef ONI_UNDERSTAND_PLACE_SPOT_H
#define ONI_UNDERSTAND_PLACE_SPOT_H

#include "doc/doc.h"
#include "pack/phrases.h"

#define ONI_BELIEF_INSIDE 2.5 /* what a container behind the name adds to its belief */

#define ONI_PLACE_KINDS(X) \
	X(COUNTRY, "country") X(CONTINENT, "continent") X(ADMIN1, "admin1") X(ADMIN2, "admin2") X(CAPITAL, "capital") \
	X(CITY, "city") X(SECTION, "section") X(REGION, "region") X(ISLAND, "island") X(RIVER, "river") X(LAKE, "lake") \
	X(SEA, "sea") X(POINT, "point") X(AIRPORT, "airport") X(DISPUTED, "disputed") X(FACILITY, "facility")

#define X(s, n) ONI_PLACE_##s,
typedef enum oni_place_kind { ONI_PLACE_KINDS(X) ONI_PLACE_KIND_COUNT } oni_place_kind;
#undef X

/* One place that a name may mean. */
typedef struct oni_referent {
	uint32_t row;          /* of lexicon/places, or of lexicon/countries where `of_countries` */
	bool of_countries, alias;
	oni_place_kind kind;
	uint32_t country;      /* its three letters as a number; 0: none */
	uint64_t admin1;       /* hash of the first-level region's name; 0: none */
	bool located;
	double lat, lon, people;
	double prior, score;   /* log odds before and after the article is looked at */
	double share;          /* of its spot's belief: the shares of a name's referents sum to 1 */
} oni_referent;

/* A name of the article: all spots with the same spelling, container and wanted kind mean the same place. */
typedef struct oni_toponym {
	oni_referent *at;      /* [n], by prior, largest first */
	uint32_t n, best;
	uint32_t spots;        /* how many spots it has that are believed */
	double weight;         /* how much it says about its neighbours */
} oni_toponym;

/* A generic noun beside the name fixes the kind: "county", "region", "river". */
typedef enum oni_place_want { ONI_WANT_ANY, ONI_WANT_ADMIN1, ONI_WANT_ADMIN2, ONI_WANT_CITY, ONI_WANT_WATER, ONI_WANT_ISLAND, ONI_WANT_AIRPORT } oni_place_want;

typedef struct oni_spot {
	uint32_t first, end;   /* words of the name itself */
	uint32_t from, to;     /* words of the mention: with a direction before or a generic noun behind */
	uint32_t toponym;
	uint32_t inside;       /* the spot that is told to contain it ("Ohio" of "Springfield, Ohio"), or ONI_NONE */
	oni_phrase country, place; /* matches in the two tables */
	oni_place_want want;
	bool abbreviated;      /* a state's abbreviation behind a town */
	uint32_t abbreviation; /* its row of lexicon/regionabbr */
	bool listed;           /* its kind is told by a plural noun at the end of its list */
	bool direction;        /* a direction word is before it */
	bool named_so;         /* the language core says that it names a place */
	bool rejected;         /* it certainly names no place here */
	double belief;         /* log odds that it names a place here */
} oni_spot;

/* The tables and columns, looked up once an article. */
typedef struct oni_gazetteer {
	const oni_table *countries, *places, *abbreviations, *cues, *given_names, *nationalities, *words, *orgs;
	int c_name, c_lat, c_lon, c_people, c_geonames, c_aliases, c_south;
	int p_aliases, p_kind, p_country, p_admin1, p_lat, p_lon, p_people, p_geonames;
	int cue_use, cue_value, org_kind;
} oni_gazetteer;

typedef struct oni_place_work {
	const oni_gazetteer *gazetteer;
	oni_doc *doc;
	oni_arena *arena;      /* doc->scratch */
	ONI_VEC(oni_spot) spots;
	ONI_VEC(oni_toponym) toponyms;
	bool *nationality;     /* [words.n] whether the word is one of lexicon/nationalities */
	uint32_t *spot_of_word; /* [words.n] the spot that a word belongs to, or ONI_NONE */
	ONI_VEC(struct { uint32_t country; double weight; }) votes; /* for countries, by nationalities and the publisher */
	oni_phrase publisher;  /* rows of lexicon/places that the publisher is named for; n 0: none */
} oni_place_work;

/* place_find.c: fills spots, in text order, not overlapping. */
void oni_find_spots(oni_place_work *work);

/* place_denote.c: sets each spot's belief and `rejected` from its own words and its neighbours. */
void oni_weigh_spots(oni_place_work *work);

/* place_resolve.c: makes toponyms of the spots and chooses the best referent of each. */
void oni_resolve_toponyms(oni_place_work *work);

/* The value of a cue word in lexicon/place_cues for this use, "" when it is none. Case is not looked at. */
oni_str oni_place_cue(const oni_gazetteer *gazetteer, oni_str word, const char *use);

/* Whether nothing but commas and conjunctions is between the two spots. */
bool oni_spots_in_list(const oni_doc *doc, const oni_spot *a, const oni_spot *b);

/* Whether the word begins with a capital letter. */
bool oni_capital(oni_str form);

uint32_t oni_country_number(oni_str iso3);

#endif
