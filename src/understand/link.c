#include "understand/link.h"

/* NEEDSWORK: nothing yet. */
void oni_find_links(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}
