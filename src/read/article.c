#include "read/article.h"

#include "base/sha256.h"
#include "read/date.h"
#include "read/decode.h"

enum { LONGEST = 1 << 30 };

static void set_given_date(oni_doc *doc, oni_date published)
{
	if (doc->published.year || !published.year)
		return;
	doc->published = published;
	doc->published_from = ONI_ORIGIN_GIVEN;
}

static onr_status check_text(oni_doc *doc, oni_str where, onr_err *ret_err)
{
	if (oni_str_trim(doc->text).n == 0)
		return oni_fail(ret_err, ONR_EMPTY, where, 0, "holds no text");
	if (doc->text.n > LONGEST)
		return oni_fail(ret_err, ONR_LIMIT, where, 0, "%zu bytes of text are more than one article may have", doc->text.n);
	if (doc->id.n == 0) {
		char hex[65];
		oni_sha256(doc->text, hex);
		doc->id = oni_keepf(doc->arena, "sha256:%s", hex);
	}
	return ONR_OK;
}

onr_status oni_read_unit(oni_reader *reader, const oni_unit *unit, oni_date published, oni_doc *doc, onr_err *ret_err)
{
	onr_status status = ONR_OK;
	oni_str bytes = oni_buf_str(&unit->bytes), where = oni_buf_str(&unit->source);
	doc->origin = oni_decode_repair(doc->arena, where);
	switch (unit->kind) {
	case ONI_UNIT_TEXT:
		status = oni_decode(doc->arena, bytes, where, &doc->text, ret_err);
		break;
	case ONI_UNIT_JSON:
		status = oni_read_json(reader, bytes, where, doc, ret_err);
		break;
	case ONI_UNIT_TOKENS:
		status = oni_read_conllu(bytes, where, doc, ret_err);
		break;
	}
	if (status)
		return status;
	set_given_date(doc, published);
	return check_text(doc, where, ret_err);
}

static oni_str given(oni_doc *doc, const char *value)
{
	return oni_decode_repair(doc->arena, oni_str_of(value));
}

onr_status oni_read_article(const onr_article *article, oni_doc *doc, onr_err *ret_err)
{
	doc->text = oni_decode_repair(doc->arena, (oni_str){article->text, article->text ? article->text_n : 0});
	doc->id = given(doc, article->id);
	doc->origin = given(doc, article->source);
	doc->title = given(doc, article->title);
	doc->publisher = given(doc, article->publisher);
	doc->url = given(doc, article->url);
	doc->language = given(doc, article->language);
	oni_date published = oni_date_of(oni_str_of(article->published));
	if (article->published && !published.year)
		return oni_fail(ret_err, ONR_ARGUMENT, doc->origin, 0, "\"%s\" is no date (YYYY-MM-DD)", article->published);
	set_given_date(doc, published);
	return check_text(doc, doc->origin, ret_err);
}
