/* event_parts.h - What the event files share: a sentence's tree, its actors, a row of the pattern table, a draft of an event.
 * For event*.c only. */
#ifndef ONI_UNDERSTAND_EVENT_PARTS_H
#define ONI_UNDERSTAND_EVENT_PARTS_H

#include "doc/doc.h"
#include "pack/facts.h"
#include "pack/phrases.h"

enum { ONI_EVENT_FILL = 8, ONI_EVENT_DEPTH = 10 };

/* Words that fill a slot; never more than ONI_EVENT_FILL, the first of them kept. */
typedef struct oni_fill {
	uint32_t at[ONI_EVENT_FILL];
	uint32_t n;
} oni_fill;

/* Somebody who may do or suffer something. */
typedef struct oni_party {
	uint32_t entity;      /* or ONI_NONE: told by a place or a description that is no entity */
	oni_str code;         /* "" when not known */
	uint32_t word;
} oni_party;

typedef struct oni_parties {
	oni_party at[ONI_EVENT_FILL];
	uint32_t n;
} oni_parties;

typedef enum oni_draft_state { ONI_DRAFT_UNREAD, ONI_DRAFT_READING, ONI_DRAFT_NONE, ONI_DRAFT_FOUND } oni_draft_state;

/* What a word means as an event: the word's own pattern, or a governor over what it governs. */
typedef struct oni_draft {
	oni_draft_state state;
	oni_str code;         /* CAMEO */
	oni_str op;           /* the governor's class ("demand"), "" for a plain event */
	uint32_t row;         /* of the pattern table */
	uint32_t trigger;     /* the word that the record points to */
	uint32_t subject;     /* the word whose subject does it: the governor nearest to the root */
	uint32_t inner;       /* what the governor governs, or ONI_NONE */
	oni_parties source, target;
	bool theme;           /* a thing that is no event without a governor ("aid") */
	bool told;            /* already inside another event: not written by itself */
	bool negated, intended, possible, conditional, demanded, alleged, both, bare;
} oni_draft;

/* The tables and their columns, looked up once for a document. */
typedef struct oni_event_tables {
	const oni_facts *facts;
	const oni_table *patterns, *words, *compose, *cameo, *nationalities, *countries;
	uint32_t duty;            /* the row that stands for "must" */
	int name, class_, code, plover, pattern;
	int word_set, inner, outer, goldstein, cameo_plover, mode, context, nation_cameo, country_cameo;
} oni_event_tables;

typedef enum oni_event_domain { ONI_DOMAIN_PUBLIC, ONI_DOMAIN_SPORT, ONI_DOMAIN_BUSINESS, ONI_DOMAIN_CULTURE, ONI_DOMAIN_COUNT } oni_event_domain;

/* One sentence under reading. Words are given by their index in the document. */
typedef struct oni_event_scene {
	oni_doc *doc;
	const oni_event_tables *tables;
	uint32_t first, end;
	oni_event_domain domain;
	uint32_t *child, *sibling; /* [end - first]: the first child of a word, the next of the same head; ONI_NONE at the end */
	oni_draft *draft;          /* [end - first] */
} oni_event_scene;

#define ONI_EACH_CHILD(c, scene, w) \
	for (uint32_t c = (scene)->child[(w) - (scene)->first]; c != ONI_NONE; c = (scene)->sibling[c - (scene)->first])

static inline const oni_word *oni_scene_word(const oni_event_scene *scene, uint32_t w)
{
	return &scene->doc->words.at[w];
}

static inline oni_draft *oni_scene_draft(const oni_event_scene *scene, uint32_t w)
{
	return &scene->draft[w - scene->first];
}

/* ---- event.c ---- */

/* Sentences that are coded: bodies, headlines, captions. */
bool oni_is_prose(const oni_doc *doc, uint32_t sentence);

/* ---- event_say.c ---- */

/* Adds an event 010 for each statement of a public actor by which nothing else is told; in order of sentences. */
void oni_tell_plain_statements(const oni_event_tables *tables, oni_doc *doc, const uint8_t *domain);

/* ---- event_domain.c ---- */

/* The domain of every sentence, that of its paragraph; ret has room for all sentences. */
void oni_find_domains(const oni_doc *doc, const oni_facts *facts, uint8_t *ret);

/* The first role in an actor's code: "GOV" of "USAGOV" and of "GOV", "" of "USA". */
oni_str oni_role_of_code(oni_str code);

/* Whether an actor of this code acts in public affairs, in a paragraph of this domain. */
bool oni_is_public_code(oni_str code, oni_event_domain domain);

/* A role of people rather than of power: civilians, business, teachers, media; of whatever country. */
bool oni_is_private_code(oni_str code);

/* ---- event_tree.c ---- */

/* Children of every word of the sentence; in doc->scratch. */
void oni_scene_open(oni_event_scene *ret, oni_doc *doc, const oni_event_tables *tables, const oni_sentence *sentence);

bool oni_is_passive(const oni_event_scene *scene, uint32_t verb);

/* The word that the relative pronoun stands for; any other word is itself. */
uint32_t oni_antecedent(const oni_event_scene *scene, uint32_t w);

/* Who does it: the subject, an agent, or the subject of what governs the verb (control, conjuncts, participles). */
void oni_doers(const oni_event_scene *scene, uint32_t verb, oni_fill *ret);

/* What the clause says it of, be it active or passive. */
void oni_surface_subjects(const oni_event_scene *scene, uint32_t verb, oni_fill *ret);

/* The words in a slot of the pattern notation ("obj", "with", "poss" …). */
void oni_fill_slot(const oni_event_scene *scene, uint32_t w, oni_str slot, oni_fill *ret);

/* The preposition or mark in front of w, "" when there is none. */
oni_str oni_case_of(const oni_event_scene *scene, uint32_t w);

/* Whether the word is one of a list split by blanks. */
bool oni_word_in_list(oni_str word, const char *list);
void oni_fill_add(oni_fill *fill, uint32_t w);
bool oni_is_clause(const oni_word *w);

/* ---- event_actor.c ---- */

/* The parties that a word stands for: itself, with its conjuncts; else whose it is ("regions of Ukraine"). */
void oni_parties_of(const oni_event_scene *scene, uint32_t w, oni_parties *ret);
/* A role without a country takes that of the place or of the other party, where the act is one within a country. */
void oni_complete_party(const oni_event_scene *scene, const oni_draft *d, oni_party *party, const oni_party *other, bool source);
void oni_make_civilians(const oni_event_scene *scene, const oni_draft *d, oni_party *party, bool source);
bool oni_is_party(const oni_event_scene *scene, uint32_t w, bool strictly);

/* The word names a place (a town, a region), and nobody. */
bool oni_is_place(const oni_event_scene *scene, uint32_t w);
void oni_parties_add(oni_parties *list, const oni_parties *more);
bool oni_parties_overlap(const oni_parties *a, const oni_parties *b);

/* The nearest party under w that is none of those, whatever stands between; places: be it only where it happened ("in Kenya"). */
void oni_parties_under(const oni_event_scene *scene, uint32_t w, const oni_parties *not_these, bool places, int depth, oni_parties *ret);

/* The place of a clause as a party: its country. */
void oni_parties_of_place(const oni_event_scene *scene, uint32_t w, oni_parties *ret);

/* ---- event_country.c ---- */

/* After all sentences: a country that every event of an entity without one agrees on is the entity's. Uses scratch. */
void oni_share_countries(const oni_event_tables *tables, oni_doc *doc);

/* ---- event_pattern.c ---- */

void oni_event_tables_open(const oni_facts *facts, oni_event_tables *ret);

/* The plain row and the governor's row that fit a word best; ONI_NO_ROW for none. A governor that finds what it
 * governs goes before a plain row that is only a little more exact. */
typedef struct oni_row_pair {
	uint32_t plain, governor;
	bool governor_first;
} oni_row_pair;
oni_row_pair oni_patterns_of(const oni_event_scene *scene, uint32_t w);

/* Whether the lemma of w is in the list "a|b|$set". */
bool oni_word_in(const oni_event_scene *scene, uint32_t w, oni_str list);

/* The value of `key:` in a row's pattern, "" when it is not there; flags: whether the bare word is there. */
oni_str oni_pattern_roles(const oni_event_scene *scene, uint32_t row, const char *key);
bool oni_pattern_flag(const oni_event_scene *scene, uint32_t row, const char *flag);

/* ---- event_compose.c ---- */

/* The code of a governor over a code: demand over 073 is 1033; "" when it makes none. */
oni_str oni_compose(const oni_event_tables *tables, oni_str op, oni_str inner);

/* ---- event_read.c ---- */

/* What the word means; reads what it governs first. The draft stays where it is until the scene ends. */
oni_draft *oni_read_event(const oni_event_scene *scene, uint32_t w, uint32_t depth);

void oni_read_duty(const oni_event_scene *scene, uint32_t w);

/* ---- event_mood.c ---- */

typedef enum oni_will { ONI_WILL_FACT, ONI_WILL_FUTURE, ONI_WILL_POSSIBLE, ONI_WILL_MUST, ONI_WILL_SHOULD } oni_will;

/* by_itself: its own "not"; else a governor that denies counts too ("failed to"). */
bool oni_is_negated(const oni_event_scene *scene, uint32_t w, bool by_itself);

/* "charges that it had killed farmers": the clause of what somebody is charged with. */
bool oni_is_charge(const oni_event_scene *scene, uint32_t w);
oni_will oni_will_of(const oni_event_scene *scene, uint32_t w);
bool oni_is_conditional(const oni_event_scene *scene, uint32_t w);

#endif
