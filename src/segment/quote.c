/* NEEDSWORK: quotation marks. */
#include "segment/parts.h"

void oni_find_quotes(oni_cutter *cut)
{
	(void)cut;
}

void oni_set_word_quotes(oni_doc *doc)
{
	(void)doc;
}
