#include "understand/entity.h"

/* NEEDSWORK: nothing yet. */
void oni_find_entities(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}
