#include "record/write.h"

/* NEEDSWORK: the pretty record stands in until the reasons are written out. */
void oni_write_explained(oni_buf *out, const oni_doc *doc)
{
	oni_write_json(out, doc, true);
}
