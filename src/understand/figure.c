#include "understand/figure.h"

/* NEEDSWORK: nothing yet. */
void oni_find_figures(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}
