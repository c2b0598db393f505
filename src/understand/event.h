/* event.h - Who did what to whom: fills doc->events. Runs after statements. */
#ifndef ONI_UNDERSTAND_EVENT_H
#define ONI_UNDERSTAND_EVENT_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_find_events(const oni_facts *facts, oni_doc *doc);

#endif
