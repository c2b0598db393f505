/* entity.h - Actors and coreference: fills doc->entities and doc->mentions. */
#ifndef ONI_UNDERSTAND_ENTITY_H
#define ONI_UNDERSTAND_ENTITY_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_find_entities(const oni_facts *facts, oni_doc *doc);

#endif
