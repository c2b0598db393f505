/* link.h - Corrections, denials, disputes between figures and events: fills doc->links, sets figures' status. */
#ifndef ONI_UNDERSTAND_LINK_H
#define ONI_UNDERSTAND_LINK_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_find_links(const oni_facts *facts, oni_doc *doc);

#endif
