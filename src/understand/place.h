/* place.h - Toponyms that denote a place: fills doc->places and doc->place_mentions. Runs after entities. */
#ifndef ONI_UNDERSTAND_PLACE_H
#define ONI_UNDERSTAND_PLACE_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_find_places(const oni_facts *facts, oni_doc *doc);

#endif
