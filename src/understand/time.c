#include "understand/time.h"

/* NEEDSWORK: nothing yet. */
void oni_find_times(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}
