#include "understand/statement.h"

/* NEEDSWORK: nothing yet. */
void oni_find_statements(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}
