/* One coder, one article at a time. The two arenas share one limit. The guard set
 * here is the only place where an allocation that fails comes out. */
#include <stdlib.h>

#include "engine/engine.h"
#include "record/write.h"

enum { KEEP = 8 << 20, KEEP_OUT = 4 << 20 };

onr_status onr_coder_new(const onr_engine *engine, size_t limit, onr_coder **ret_coder, onr_err *err)
{
	onr_coder *coder = *ret_coder = calloc(1, sizeof *coder);
	if (!coder)
		return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	coder->engine = engine;
	oni_arena_init(&coder->article, limit ? limit : ONR_DEFAULT_LIMIT);
	oni_arena_init(&coder->scratch, limit ? limit : ONR_DEFAULT_LIMIT);
	coder->article.partner = &coder->scratch;
	coder->scratch.partner = &coder->article;
	return ONR_OK;
}

void onr_coder_drop(onr_coder *coder)
{
	if (!coder)
		return;
	oni_reader_release(&coder->reader);
	oni_arena_drop(&coder->article);
	oni_arena_drop(&coder->scratch);
	oni_buf_drop(&coder->out);
	free(coder);
}

void onr_coder_leave_out(onr_coder *coder, unsigned what)
{
	coder->leave_out = what;
}

/* What is to be coded: a unit of a batch, or an article in memory. */
typedef struct work {
	const oni_unit *unit;
	const onr_article *article;
	oni_date published;
	onr_format format;
	oni_str name;          /* for messages */
} work;

static onr_status code_guarded(onr_coder *coder, const work *w, oni_buf *out, onr_err *ret_err)
{
	oni_doc *doc = ONI_NEW(&coder->article, oni_doc);
	doc->arena = &coder->article;
	doc->scratch = &coder->scratch;
	onr_status status = w->unit ? oni_read_unit(&coder->reader, w->unit, w->published, doc, ret_err)
		: oni_read_article(w->article, doc, ret_err);
	if (status)
		return status;
	doc->leave_out_plain_statements = coder->leave_out & ONR_LEAVE_OUT_PLAIN_STATEMENTS;
	oni_pipeline(coder->engine, doc);
	if (doc->foreign)
		oni_fail(ret_err, ONR_OK, w->name, 0, "is not in English (%.*s): its sentences and quotations are all that is told",
			doc->language.n ? (int)doc->language.n : 1, doc->language.n ? doc->language.at : "?");
	oni_write_record(out, doc, w->format);
	if (out->failed)
		return oni_fail(ret_err, ONR_MEMORY, w->name, 0, "no memory left for its record");
	return ONR_OK;
}

static onr_status code(onr_coder *coder, const work *w, oni_buf *out, onr_err *ret_err)
{
	jmp_buf guard;
	volatile onr_status status;
	coder->article.guard = coder->scratch.guard = &guard;
	if (setjmp(guard) == 0)
		status = code_guarded(coder, w, out, ret_err);
	else
		status = oni_fail(ret_err, ONR_LIMIT, w->name, 0, "its analysis takes more than the limit of %zu bytes",
			coder->article.limit);
	coder->article.guard = coder->scratch.guard = NULL;
	oni_reader_release(&coder->reader);
	oni_arena_clear(&coder->article, KEEP);
	oni_arena_clear(&coder->scratch, KEEP);
	return status;
}

onr_status oni_code_unit(onr_coder *coder, const oni_unit *unit, oni_date published, onr_format format,
	oni_buf *out, onr_err *ret_err)
{
	work w = {.unit = unit, .published = published, .format = format, .name = oni_buf_str(&unit->source)};
	return code(coder, &w, out, ret_err);
}

onr_status onr_coder_code(onr_coder *coder, const onr_article *article, onr_format format, onr_record *ret_record,
	onr_err *err)
{
	work w = {.article = article, .format = format, .name = oni_str_of(article->source)};
	onr_err problem = {0};
	oni_buf_clear(&coder->out, KEEP_OUT);
	onr_status status = code(coder, &w, &coder->out, &problem);
	if (status) {
		if (err)
			*err = problem;
		return status;
	}
	*ret_record = (onr_record){coder->out.at, coder->out.n};
	return ONR_OK;
}
