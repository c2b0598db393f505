#include "engine/engine.h"
#include "segment/segment.h"
#include "understand/entity.h"
#include "understand/event.h"
#include "understand/figure.h"
#include "understand/link.h"
#include "understand/place.h"
#include "understand/statement.h"
#include "understand/time.h"

void oni_pipeline(const onr_engine *engine, oni_doc *doc)
{
	const oni_facts *facts = engine->facts;
	if (doc->sentences.n == 0)
		oni_segment_text(facts, doc);
	else /* sentences and tokens were given */
		oni_segment_quotes(facts, doc);
	oni_analyse(engine->model, facts, doc);
	oni_find_times(facts, doc);
	oni_find_entities(facts, doc);
	oni_find_places(facts, doc);
	oni_find_statements(facts, doc);
	oni_find_events(facts, doc);
	oni_find_figures(facts, doc);
	oni_find_links(facts, doc);
}
