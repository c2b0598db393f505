#include "understand/actor.h"

/* NEEDSWORK: the method lands with the entities. */
bool oni_actor_of(const oni_facts *facts, oni_doc *doc, uint32_t first, uint32_t end, uint32_t head, oni_actor *ret)
{
	(void)facts, (void)doc, (void)first, (void)end, (void)head;
	memset(ret, 0, sizeof *ret);
	return false;
}
