/* actor_parts.h - oni_actor_of with the tables already open; for the entity files. */
#ifndef ONI_UNDERSTAND_ACTOR_PARTS_H
#define ONI_UNDERSTAND_ACTOR_PARTS_H

#include "understand/actor.h"
#include "understand/actor_tables.h"

bool oni_actor_in(const oni_who *who, oni_doc *doc, uint32_t first, uint32_t end, uint32_t head, oni_actor *ret);

#endif
