#include "understand/place.h"

/* NEEDSWORK: nothing yet. */
void oni_find_places(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}
