/* actor_tables.h - Phrases of the fact tables in the words of an article; for the actor and entity files only. */
#ifndef ONI_UNDERSTAND_ACTOR_TABLES_H
#define ONI_UNDERSTAND_ACTOR_TABLES_H

#include "doc/doc.h"
#include "pack/phrases.h"

typedef enum oni_fact_kind {
	ONI_FACT_NONE,
	ONI_FACT_COUNTRY,      /* countries: a name */
	ONI_FACT_NATIONALITY,  /* nationalities: an adjective or a demonym */
	ONI_FACT_CAPITAL,      /* capitals: a city that may stand for its government */
	ONI_FACT_SEAT,         /* seats: a palace or a chamber that stands for those inside */
	ONI_FACT_ORG,          /* orgs */
	ONI_FACT_OFFICIAL,     /* officials, leaders: a person's name */
	ONI_FACT_NOUN,         /* actor_nouns: what somebody is */
	ONI_FACT_STANDING,     /* standings: former, acting … */
	ONI_FACT_PEOPLE        /* peoples: a people or a creed */
} oni_fact_kind;

/* How a noun gets its sector (column `use` of actor_nouns). */
typedef enum oni_noun_use {
	ONI_NOUN_OWN,          /* it has its own: minister, soldier */
	ONI_NOUN_LEADS,        /* from what it leads, serves or is a part of: leader, spokesman, group */
	ONI_NOUN_PLAIN,        /* a person or thing; a modifier may give one: man, accountant */
	ONI_NOUN_COLOURS       /* it is only a modifier: naval, presidential */
} oni_noun_use;

typedef enum oni_noun_kind {
	ONI_NOUN_PERSON, ONI_NOUN_ORGANIZATION, ONI_NOUN_GROUP, ONI_NOUN_COUNTRY, ONI_NOUN_PLACE, ONI_NOUN_WORD
} oni_noun_kind;

/* A phrase of a table found in words [first, end). */
typedef struct oni_fact {
	oni_fact_kind kind;
	uint32_t first, end;
	const oni_table *table;
	uint32_t row;
	oni_str sector;              /* nouns */
	oni_noun_use use;            /* nouns */
	oni_noun_kind noun;          /* nouns */
	uint8_t gender;              /* nouns: 0, 1 masculine, 2 feminine */
	bool plural;                 /* nouns and demonyms */
	char country[4], cameo[4];   /* "" where it has none */
	oni_str code;                /* orgs, seats: "~" in front: of the country in the text */
	oni_standing standing;       /* standings */
	oni_str people, homes;       /* peoples: its code, "" none; where it lives, split by '|' */
	bool creed;                  /* peoples: of one faith, wherever they live */
} oni_fact;

/* The tables and their columns, looked up once. */
typedef struct oni_who {
	const oni_table *countries, *nationalities, *capitals, *seats, *orgs, *officials, *leaders, *nouns, *standings,
		*given, *particles, *kinds, *body_kinds, *abbreviations, *things, *places, *place_words, *peoples;
	int country_name, country_cameo, country_people, nation_iso, nation_cameo, nation_form, capital_iso, seat_iso, seat_code,
		org_name, org_aliases, org_kind, org_code, org_iso, org_origin, noun_kind, noun_sector, noun_use, noun_gender, noun_of, standing, gender,
		leader_name, leader_surname, leader_iso, leader_cameo, leader_role, leader_title, leader_since, leader_as_of,
		official_iso, official_sector, official_code, official_office, official_from, official_until, official_gender,
		place_iso, place_people, place_kind, kind_particulars, body_kind_words, people_kind, people_code, people_homes;
} oni_who;

void oni_who_open(const oni_facts *facts, oni_who *ret);

/* The longest phrase of any table that starts at word i and ends at most at `end`; false when there is none. A name's phrase must
 * look like one (capitals, and for short ones the table's own case). */
bool oni_fact_at(const oni_who *who, const oni_doc *doc, uint32_t i, uint32_t end, oni_fact *ret);

/* The noun of actor_nouns whose last word is `head`, the longest that starts at or after `first`. */
bool oni_noun_at(const oni_who *who, const oni_doc *doc, uint32_t first, uint32_t head, oni_fact *ret);

/* All phrases in [first, end), the longest at each word, left to right without overlap; at most `room`. */
uint32_t oni_facts_in(const oni_who *who, const oni_doc *doc, uint32_t first, uint32_t end, oni_fact *ret, uint32_t room);

/* The official of this surname whose office begins with the title ("Deputy Secretary", Hicks) at a date; where no date is known only titles of
 * several words count. False where there is none, or several. */
bool oni_official_titled(const oni_who *who, oni_str surname, oni_str title, oni_date now, oni_fact *ret);

/* The CAMEO code of a country by its ISO code, "" when unknown; and back. The strings are lent. */
oni_str oni_cameo_of(const oni_who *who, oni_str iso3);
oni_str oni_iso_of_cameo(const oni_who *who, oni_str cameo);

/* A name that a city or a region has: its country, of the one with most people; "" when unknown. */
oni_str oni_country_of_place(const oni_who *who, oni_str name);
oni_str oni_country_of_town(const oni_who *who, oni_str name, double people); /* with at least so many people */

/* The country of the place that the places' stage found at words [first, end), "" before it or where there is none. */
const char *oni_country_of_place_at(const oni_doc *doc, uint32_t first, uint32_t end);

/* 1 masculine, 2 feminine, 0 unknown: by the given names' table. */
uint8_t oni_gender_of_given_name(const oni_who *who, oni_str name);

/* A date from a cell: "2017-05-14", "2017-05", "2017" or "". */
oni_date oni_date_of_cell(oni_str cell);

/* -1, 0, 1; unknown months and days are equal to any. */
int oni_date_order(oni_date a, oni_date b);

#endif
