#include "engine/engine.h"
#include "segment/language.h"
#include "segment/segment.h"
#include "understand/entity.h"
#include "understand/event.h"
#include "understand/figure.h"
#include "understand/link.h"
#include "understand/place.h"
#include "understand/statement.h"
#include "understand/time.h"

static void segment(const onr_engine *engine, oni_doc *doc)
{
	if (doc->sentences.n) { /* sentences and tokens were given, and are parsed in any case */
		oni_segment_quotes(engine->facts, doc);
	} else {
		oni_segment_text(engine->facts, doc);
		oni_find_language(engine->facts, doc);
	}
}

static void analyse(const onr_engine *engine, oni_doc *doc)
{
	if (!doc->foreign)
		oni_analyse(engine->model, engine->facts, doc);
}

#define STAGE(name, find) \
	static void name(const onr_engine *engine, oni_doc *doc) \
	{ \
		if (!doc->foreign) \
			find(engine->facts, doc); \
	}
STAGE(times, oni_find_times)
STAGE(entities, oni_find_entities)
STAGE(places, oni_find_places)
STAGE(countries, oni_settle_countries)
STAGE(statements, oni_find_statements)
STAGE(speakers, oni_resolve_speakers)
STAGE(events, oni_find_events)
STAGE(figures, oni_find_figures)
STAGE(links, oni_find_links)

const oni_stage ONI_STAGES[ONI_STAGE_COUNT] = {
	{"segment", segment},
	{"analyse", analyse},
	{"times", times},
	{"entities", entities},
	{"places", places},
	{"countries", countries}, /* of actors whose country depends on the place meant */
	{"statements", statements},
	{"speakers", speakers}, /* I and we in quotations: needs the statements */
	{"events", events},
	{"figures", figures},
	{"links", links},
};

void oni_pipeline(const onr_engine *engine, oni_doc *doc)
{
	for (int i = 0; i < ONI_STAGE_COUNT; i++)
		ONI_STAGES[i].run(engine, doc);
}
