/* The words as CoNLL-U (https://universaldependencies.org/format.html). MISC has SpaceAfter=No, or SpacesAfter with what stands
 * between where that is not one blank, so that the text can be rebuilt; and NER=B-PER … for names, NORP=B-NORP … for nationalities and the like. */
#include "doc/names.h"
#include "record/write.h"

static void column(oni_buf *out, oni_str value)
{
	oni_buf_byte(out, '\t');
	if (value.n == 0)
		value = ONI_STR("_");
	for (size_t i = 0; i < value.n; i++) /* no column holds a tab or a line break */
		oni_buf_byte(out, value.at[i] == '\t' || value.at[i] == '\n' || value.at[i] == '\r' ? ' ' : value.at[i]);
}

static void comment(oni_buf *out, const char *name, oni_str value)
{
	oni_buf_addf(out, "# %s =", name);
	size_t from = out->n;
	column(out, value);
	if (!out->failed)
		out->at[from] = ' ';
	oni_buf_byte(out, '\n');
}

/* MISC of a token: what comes between it and the next one. */
static bool add_spaces(oni_buf *out, const oni_doc *doc, uint32_t token)
{
	uint32_t end = token + 1 < doc->tokens.n ? doc->tokens.at[token + 1].at.begin : (uint32_t)doc->text.n;
	oni_str between = oni_text_at(doc, (oni_range){doc->tokens.at[token].at.end, end});
	if (oni_str_is(between, " ") || (token + 1 == doc->tokens.n && between.n == 0))
		return false;
	if (between.n == 0) {
		oni_buf_add(out, ONI_STR("SpaceAfter=No"));
		return true;
	}
	oni_buf_add(out, ONI_STR("SpacesAfter="));
	for (size_t i = 0; i < between.n; i++) {
		static const char RAW[] = " \t\n\r|\\", NAME[] = "stnrp\\";
		const char *at = between.at[i] ? strchr(RAW, between.at[i]) : NULL;
		if (at) {
			oni_buf_byte(out, '\\');
			oni_buf_byte(out, NAME[at - RAW]);
		} else {
			oni_buf_byte(out, between.at[i]);
		}
	}
	return true;
}

static bool add_name(oni_buf *out, const oni_doc *doc, uint32_t word)
{
	uint32_t name = doc->words.at[word].name;
	if (name >= doc->names.n)
		return false;
	/* NORP has a field of its own: Universal NER, whose field NER= is, has no such kind. */
	oni_name_kind kind = doc->names.at[name].kind;
	oni_buf_addf(out, "%s=%s-%s", kind == ONI_NAME_NORP ? "NORP" : "NER", doc->names.at[name].first == word ? "B" : "I",
		oni_name_kind_name(kind));
	return true;
}

static void write_multiword(oni_buf *out, const oni_doc *doc, uint32_t token, uint32_t number)
{
	const oni_token *t = &doc->tokens.at[token];
	oni_buf_addf(out, "%u-%u", number, number + (t->end - t->first) - 1);
	column(out, oni_text_at(doc, t->at));
	oni_buf_add(out, ONI_STR("\t_\t_\t_\t_\t_\t_\t_\t"));
	if (!add_spaces(out, doc, token))
		oni_buf_byte(out, '_');
	oni_buf_byte(out, '\n');
}

static void write_word(oni_buf *out, const oni_doc *doc, uint32_t word, uint32_t first)
{
	const oni_word *w = &doc->words.at[word];
	const oni_token *t = &doc->tokens.at[w->token];
	oni_buf_addf(out, "%u", word - first + 1);
	column(out, w->form);
	column(out, w->lemma);
	column(out, oni_str_of(oni_upos_name(w->upos)));
	column(out, w->xpos);
	column(out, w->feats);
	oni_buf_addf(out, "\t%u\t%s\t_\t", w->head == ONI_NONE ? 0 : w->head - first + 1, oni_rel_name(w->rel));
	bool any = add_name(out, doc, word);
	if (t->end - t->first == 1) {
		size_t before = out->n;
		if (any)
			oni_buf_byte(out, '|');
		bool spaces = add_spaces(out, doc, w->token);
		if (any && !spaces && !out->failed)
			out->n = before;
		any |= spaces;
	}
	if (!any)
		oni_buf_byte(out, '_');
	oni_buf_byte(out, '\n');
}

static void write_sentence(oni_buf *out, const oni_doc *doc, uint32_t index)
{
	const oni_sentence *s = &doc->sentences.at[index];
	oni_buf_addf(out, "# sent_id = %u\n", index + 1);
	comment(out, "text", oni_text_at(doc, s->at));
	for (uint32_t w = s->first; w < s->end; w++) {
		const oni_token *token = &doc->tokens.at[doc->words.at[w].token];
		if (token->first == w && token->end - token->first > 1)
			write_multiword(out, doc, doc->words.at[w].token, w - s->first + 1);
		write_word(out, doc, w, s->first);
	}
	oni_buf_byte(out, '\n');
}

void oni_write_conllu(oni_buf *out, const oni_doc *doc)
{
	comment(out, "newdoc id", doc->id);
	uint32_t paragraph = ONI_NONE;
	for (uint32_t i = 0; i < doc->sentences.n; i++) {
		const oni_segment *segment = &doc->segments.at[doc->sentences.at[i].segment];
		if (segment->paragraph != paragraph)
			oni_buf_add(out, ONI_STR("# newpar\n"));
		paragraph = segment->paragraph;
		write_sentence(out, doc, i);
	}
}
