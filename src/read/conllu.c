/* CoNLL-U with given sentences and tokens. The text is built from the forms: a blank behind a token unless MISC says
 * SpaceAfter=No, a line break behind a sentence, an empty line before `# newpar` and `# newdoc`. Only ID, FORM and MISC
 * are read. A multiword token ("don't", 3-4) gives its words their own bytes where their forms add up to it.
 *
 * Source: https://universaldependencies.org/format.html */
#include <stdlib.h>

#include "read/article.h"
#include "read/decode.h"

typedef struct builder {
	oni_doc *doc;
	oni_arena *arena;
	ONI_VEC(char) text;
	uint32_t paragraph;
	uint32_t token_end;    /* ID of the last word of the token at hand */
	bool in_sentence, new_paragraph, space;
} builder;

static void add_text(builder *b, oni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		*oni_push(b->arena, &b->text) = s.at[i];
}

static void begin_sentence(builder *b)
{
	oni_doc *doc = b->doc;
	if (doc->sentences.n)
		add_text(b, b->new_paragraph ? ONI_STR("\n\n") : ONI_STR("\n"));
	if (b->new_paragraph || doc->segments.n == 0) {
		oni_segment *segment = oni_push(b->arena, &doc->segments);
		segment->paragraph = b->paragraph++;
		segment->at.begin = b->text.n;
		segment->first_sentence = doc->sentences.n;
	}
	oni_sentence *sentence = oni_push(b->arena, &doc->sentences);
	sentence->segment = doc->segments.n - 1;
	sentence->at.begin = b->text.n;
	sentence->first = doc->words.n;
	sentence->root = ONI_NONE;
	b->in_sentence = true;
	b->new_paragraph = b->space = false;
	b->token_end = 0;
}

static void end_sentence(builder *b)
{
	if (!b->in_sentence)
		return;
	oni_doc *doc = b->doc;
	oni_sentence *sentence = &doc->sentences.at[doc->sentences.n - 1];
	oni_segment *segment = &doc->segments.at[doc->segments.n - 1];
	sentence->at.end = segment->at.end = b->text.n;
	sentence->end = doc->words.n;
	segment->end_sentence = doc->sentences.n;
	b->in_sentence = false;
}

static void add_token(builder *b, oni_str form, oni_str misc)
{
	if (b->space)
		add_text(b, ONI_STR(" "));
	oni_token *token = oni_push(b->arena, &b->doc->tokens);
	token->at.begin = b->text.n;
	add_text(b, form);
	token->at.end = b->text.n;
	token->first = token->end = b->doc->words.n;
	token->space_after = b->space = !(misc.n && memmem(misc.at, misc.n, "SpaceAfter=No", 13));
}

static void add_word(builder *b, oni_str form)
{
	oni_doc *doc = b->doc;
	oni_token *token = &doc->tokens.at[doc->tokens.n - 1];
	oni_word *word = oni_push(b->arena, &doc->words);
	word->form = form;
	word->token = doc->tokens.n - 1;
	word->sentence = doc->sentences.n - 1;
	word->quote = word->name = word->head = ONI_NONE;
	word->at = token->at;
	token->end = doc->words.n;
}

/* Gives the words of each token of several their own bytes where they add up to it. */
static void share_bytes(oni_doc *doc)
{
	for (uint32_t t = 0; t < doc->tokens.n; t++) {
		const oni_token *token = &doc->tokens.at[t];
		uint32_t at = token->at.begin;
		bool fits = token->end - token->first > 1;
		for (uint32_t w = token->first; fits && w < token->end; w++) {
			oni_str form = doc->words.at[w].form;
			fits = oni_str_eq(oni_str_cut(doc->text, at, at + form.n), form);
			at += (uint32_t)form.n;
		}
		if (!fits || at != token->at.end)
			continue;
		at = token->at.begin;
		for (uint32_t w = token->first; w < token->end; w++) {
			uint32_t n = (uint32_t)doc->words.at[w].form.n;
			doc->words.at[w].at = (oni_range){at, at + n};
			at += n;
		}
	}
}

static unsigned long id_of(oni_str s)
{
	char digits[16] = "";
	memcpy(digits, s.at, s.n < 15 ? s.n : 15);
	return strtoul(digits, NULL, 10);
}

static bool add_line(builder *b, oni_str line)
{
	oni_str column[10] = {{0}}, rest = line;
	size_t n = 0;
	while (n < 10 && oni_str_split(&rest, '\t', &column[n]))
		n++;
	if (n < 2 || column[0].n == 0 || column[1].n == 0)
		return false;
	if (memchr(column[0].at, '.', column[0].n))
		return true; /* an empty node: no part of the text */
	if (!b->in_sentence)
		begin_sentence(b);
	const char *hyphen = memchr(column[0].at, '-', column[0].n);
	if (hyphen) {
		b->token_end = (uint32_t)id_of(oni_str_cut(column[0], (size_t)(hyphen - column[0].at) + 1, column[0].n));
		add_token(b, column[1], column[9]);
		return true;
	}
	unsigned long id = id_of(column[0]);
	if (id == 0)
		return false;
	if (id > b->token_end)
		add_token(b, column[1], column[9]);
	add_word(b, column[1]);
	return true;
}

onr_status oni_read_conllu(oni_str bytes, oni_str where, oni_doc *doc, onr_err *ret_err)
{
	builder b = {.doc = doc, .arena = doc->arena};
	oni_str rest = oni_keep(doc->arena, oni_decode_repair(doc->arena, bytes)), line;
	for (size_t number = 1; oni_str_split(&rest, '\n', &line); number++) {
		if (oni_str_ends(line, "\r"))
			line.n--;
		if (line.n == 0)
			end_sentence(&b);
		else if (line.at[0] == '#')
			b.new_paragraph |= oni_str_starts(line, "# newpar") || oni_str_starts(line, "# newdoc");
		else if (!add_line(&b, line))
			return oni_fail(ret_err, ONR_FORMAT, where, 0, "line %zu of it is no CoNLL-U", number);
	}
	end_sentence(&b);
	doc->text = (oni_str){b.text.at, b.text.n};
	share_bytes(doc);
	return ONR_OK;
}
