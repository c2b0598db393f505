/* settle_parts.h - What the files that settle names share: the evidence, and what is read of it and added to it. */
#ifndef ONI_ANALYSE_SETTLE_PARTS_H
#define ONI_ANALYSE_SETTLE_PARTS_H

#include "analyse/settle.h"

enum {
	ONI_ONE = 1024,                    /* 1.0 of a logit */
	ONI_CLASSES = ONI_NAME_COUNT + 1   /* no name, then the kinds */
};

typedef struct oni_settling {
	const oni_model *model;
	oni_doc *doc;
	oni_evidence *evidence;
	struct oni_pool *pools;            /* [pool_count], a power of two */
	uint32_t pool_count, pool_used;
	const oni_table *nouns, *titles;   /* what somebody is called; NULL without facts */
	const oni_table *words;            /* the language's common words; NULL without facts */
	const oni_table *cues;             /* words beside a name that make it an organisation's; NULL without facts */
	int noun_kind, cue_where;
	ONI_VEC(oni_range) built;          /* words of the names that settle_body.c put together */
} oni_settling;

/* settle_score.c */
bool oni_has_capital(oni_str form);                                /* its first letter */
bool oni_in_capitals(oni_str form);                                /* all letters, two or more */
bool oni_mostly_capitals(const oni_doc *doc, const oni_sentence *sentence);
int16_t *oni_scores_of(const oni_settling *s, uint32_t word);      /* [evidence->labels] */
void oni_classes_of(const oni_settling *s, uint32_t word, int32_t ret[ONI_CLASSES]); /* how far behind the best */
void oni_add_class(const oni_settling *s, uint32_t word, int class_, int32_t amount);
void oni_add_phrase(const oni_settling *s, uint32_t first, uint32_t n, oni_name_kind kind, int32_t amount);
void oni_go_on(const oni_settling *s, uint32_t word, int32_t amount); /* the word goes on with the name before it, if there is one */

void oni_open_callings(oni_settling *s, const oni_facts *facts);
bool oni_calls_person(const oni_settling *s, oni_str form);        /* "Governor", "Professor", "Mr": what somebody is called */
bool oni_beside_body(const oni_settling *s, uint32_t word);        /* "the airline Avenor", "Avenor flights", "the board of Avenor" */
oni_str oni_small_letters(oni_str form, char bytes[64]);           /* as far as there is room */

/* settle_body.c: the extent of names of organisations, by their own words. */
void oni_hear_bodies(oni_settling *s, const oni_facts *facts);

#endif
