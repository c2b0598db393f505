/* engine.h - the engine's own view of itself, for this room. */
#ifndef ONI_ENGINE_ENGINE_H
#define ONI_ENGINE_ENGINE_H

#include "analyse/analyse.h"
#include "base/err.h"
#include "pack/facts.h"
#include "read/article.h"

struct onr_engine {
	oni_facts *facts;      /* owned */
	oni_model *model;      /* owned; NULL when the data file holds none */
	char *path;            /* owned: the data file */
};

/* All that one thread needs; its arenas are emptied for every article. */
struct onr_coder {
	const onr_engine *engine;
	oni_arena article, scratch;
	oni_reader reader;
	oni_buf out;
	unsigned leave_out;    /* ONR_LEAVE_OUT_… */
};

/* What is done with an article that was read, in this order; bench/ times each. */
typedef struct oni_stage {
	const char *name;
	void (*run)(const onr_engine *engine, oni_doc *doc);
} oni_stage;
enum { ONI_STAGE_COUNT = 11 };
extern const oni_stage ONI_STAGES[ONI_STAGE_COUNT];

/* All the stages. Unwinds to the arenas' guard when the article passes the limit. */
void oni_pipeline(const onr_engine *engine, oni_doc *doc);

/* Codes one unit of a batch into *out. *ret_err with status ONR_OK may carry a warning in text. */
onr_status oni_code_unit(onr_coder *coder, const oni_unit *unit, oni_date published, onr_format format,
	oni_buf *out, onr_err *ret_err);

#endif
