/* entity.h - Actors and coreference: fills doc->entities and doc->mentions.
 *
 * Everything lives in doc->arena. All may be called once for a document, in this order, with times and
 * places before or after the first, places and then statements between. */
#ifndef ONI_UNDERSTAND_ENTITY_H
#define ONI_UNDERSTAND_ENTITY_H

#include "doc/doc.h"
#include "pack/facts.h"

/* Who is in the article: mentions, entities, roles, codes. Runs after analyse (and times, which it does not read). */
void oni_find_entities(const oni_facts *facts, oni_doc *doc);

/* After places: countries of the actors that have none in their own words, or had it from a town; entity_land.c. */
void oni_settle_countries(const oni_facts *facts, oni_doc *doc);

/* The second look, after statements: I, we, you inside a quotation are its speaker and addressee; a third person
 * inside is not its speaker. Mentions may move to another entity; none is added before another, so indexes hold. */
void oni_resolve_speakers(const oni_facts *facts, oni_doc *doc);

/* The mention whose head is this word, else the smallest mention around it; ONI_NONE when there is none. */
uint32_t oni_mention_at(const oni_doc *doc, uint32_t word);

/* The entity of oni_mention_at; ONI_NONE when there is none. */
uint32_t oni_entity_at(const oni_doc *doc, uint32_t word);

/* The entity that a statement or an event of this mention's entity should be laid to: the principal of a
 * spokesperson who has no name of his own, else the entity itself. */
uint32_t oni_entity_principal(const oni_doc *doc, uint32_t entity);

#endif
