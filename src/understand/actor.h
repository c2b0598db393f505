/* actor.h - What actor a phrase describes: its country, its sector, its CAMEO code.
 *
 * The text's own description comes first (country adjective, metonym or owner + head noun: "a senior Ukrainian
 * official" UKRGOV), then the dated facts of lexicon/. Nothing here looks at other mentions of the same actor: the
 * entity does (entity.h). Any thread. */
#ifndef ONI_UNDERSTAND_ACTOR_H
#define ONI_UNDERSTAND_ACTOR_H

#include "doc/doc.h"
#include "pack/facts.h"

typedef struct oni_actor {
	oni_entity_kind kind;
	bool actor;            /* the words describe an actor at all (a person, a body, a country, a group) */
	char country[4];       /* ISO 3166-1 alpha-3 or "" */
	oni_str code;          /* CAMEO actor code ("UKRMIL"; "CVL" without a country), "" when nothing is known */
	oni_str sector;        /* the code's role ("MIL"), or "" */
	oni_str homes;         /* of a people without a country in these words: the countries where it lives (ISO, split by '|') */
	uint32_t land_first, land_end; /* words of the town that gave the country; equal when none did */
	oni_str why;           /* the words and the table row that gave the code; "" without a code */
	oni_standing standing;
	uint8_t gender;        /* as in oni_entity: 0 unknown, 1 masculine, 2 feminine */
	uint8_t number;        /* 0 unknown, 1 singular, 2 plural */
} oni_actor;

/* The actor that words [first, end) with this head word describe: "20,000 Ukrainian civilians" UKRCVL, "the
 * provincial governor's spokesman" GOV. head may lie outside of [first, end): then the country is taken from the words
 * and the rest from the head, for "300 Polish and 500 Danish soldiers" (words: Polish, head: soldiers).
 * ONI_NONE for head: the words' last noun. The strings live in doc->arena or in the facts. false when the words
 * describe no actor that the tables know: then *ret is zeroed but for number and gender. */
bool oni_actor_of(const oni_facts *facts, oni_doc *doc, uint32_t first, uint32_t end, uint32_t head, oni_actor *ret);

/* Whether a code is a role within a country that is not known: "GOV", "CVLMOS"; not "IGOUNO", "AFRCVL". */
bool oni_code_is_domestic(oni_str code);

#endif
