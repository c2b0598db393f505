#include "understand/event.h"

/* NEEDSWORK: nothing yet. */
void oni_find_events(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}
