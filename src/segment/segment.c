#include "segment/segment.h"

/* NEEDSWORK: nothing yet. */
void oni_segment(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}
