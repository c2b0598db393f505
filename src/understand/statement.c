/* statement.c - Who says what: cues, then for each cue its source and content, then the record of it.
 *
 * Problem and method: statement_cue.c tells which words are cues, statement_span.c what belongs to each,
 * statement_quote.c makes quotations whole, statement_who.c and statement_sense.c fill in the rest. Here these are put in
 * order, statements that tell the same thing twice are dropped, word runs become byte ranges, and nesting is read off: a
 * statement whose cue is in another one's content is within it. */
#include "understand/statement.h"

#include "understand/statement_draft.h"
#include "understand/tree.h"

typedef struct reading {
	const oni_facts *facts;
	oni_doc *doc;
	oni_look look;
	oni_statement_model model;
	oni_drafts drafts;
	oni_arena *scratch;
} reading;

static bool is_coded(oni_segment_kind kind)
{
	return kind == ONI_SEGMENT_BODY || kind == ONI_SEGMENT_HEADLINE || kind == ONI_SEGMENT_SUBHEAD || kind == ONI_SEGMENT_CAPTION;
}

/* The run of this part around the cue word. */
static oni_run cue_run(const oni_window *window, const uint8_t *parts)
{
	uint32_t at = window->cue - window->first, n = window->end - window->first;
	oni_run run = {at, at + 1};
	while (run.first > 0 && parts[run.first - 1] == ONI_PART_CUE)
		run.first--;
	while (run.end < n && parts[run.end] == ONI_PART_CUE)
		run.end++;
	return (oni_run){run.first + window->first, run.end + window->first};
}

static void runs_of(const oni_window *window, const uint8_t *parts, oni_part part, oni_arena *scratch, oni_runs *ret_runs)
{
	uint32_t n = window->end - window->first;
	*ret_runs = (oni_runs){0};
	for (uint32_t i = 0; i < n;) {
		uint32_t first = i;
		while (i < n && parts[i] == part)
			i++;
		oni_runs_add(scratch, ret_runs, window->first + first, window->first + i);
		i += i == first;
	}
}

static void read_spans(reading *r, oni_draft *draft, uint32_t first, uint32_t end)
{
	oni_window window;
	uint8_t parts[ONI_WINDOW_MOST];
	oni_mark mark = oni_arena_mark(r->scratch);
	oni_window_about(&r->look, draft->word, first, end, r->scratch, &window);
	oni_span_label(&r->model, &r->look, &window, r->scratch, parts);
	oni_arena_rewind(r->scratch, mark);
	draft->cue = cue_run(&window, parts);
	runs_of(&window, parts, ONI_PART_SOURCE, r->scratch, &draft->source);
	runs_of(&window, parts, ONI_PART_CONTENT, r->scratch, &draft->content);
}

static void draft_one(reading *r, uint32_t word, int32_t score)
{
	const oni_sentence *s = &r->doc->sentences.at[oni_word_at(&r->look, word)->sentence];
	oni_draft *draft = oni_push(r->scratch, &r->drafts);
	*draft = (oni_draft){.word = word, .score = score};
	read_spans(r, draft, s->first, s->end);
}

/* "and advised its citizens to stay": a verb of urging, promising or threatening with an infinitive, joined to another verb,
 * is a cue whatever the judge thinks of it. */
static bool is_sure_cue(const oni_look *look, uint32_t word)
{
	if (oni_plain_rel(look, word) != ONI_REL_CONJ || oni_word_at(look, word)->upos != ONI_UPOS_VERB || !look->sense[word].cue || look->sense[word].never)
		return false;
	oni_str act = oni_table_cell(look->cues, look->sense[word].row, oni_table_column(look->cues, "act"));
	if (!oni_str_is(act, "urge") && !oni_str_is(act, "demand") && !oni_str_is(act, "promise") && !oni_str_is(act, "threaten"))
		return false;
	for (uint32_t c = look->child[word]; c != ONI_NONE; c = look->sibling[c]) {
		oni_rel rel = oni_plain_rel(look, c);
		uint32_t mark = oni_child(look, c, ONI_REL_MARK);
		if (c > word && (rel == ONI_REL_XCOMP || rel == ONI_REL_ADVCL) && mark != ONI_NONE && oni_str_is(oni_word_at(look, mark)->lemma, "to"))
			return true;
	}
	return false;
}

static void draft_all(reading *r)
{
	const oni_doc *doc = r->doc;
	for (uint32_t s = 0; s < doc->sentences.n; s++) {
		const oni_sentence *sentence = &doc->sentences.at[s];
		if (!is_coded(doc->segments.at[sentence->segment].kind))
			continue;
		for (uint32_t w = sentence->first; w < sentence->end; w++) {
			if (!oni_cue_possible(&r->look, w))
				continue;
			int32_t score = oni_cue_score(&r->model, &r->look, w);
			if (score > 0 || is_sure_cue(&r->look, w))
				draft_one(r, w, score);
		}
		oni_draft_fixed(&r->look, sentence, r->scratch, &r->drafts);
	}
}

/* What is told within another statement's content has its own source and content there: it is read again, by itself. Of
 * two that would hold each other, the one whose cue is higher in the tree holds. */
static void read_inner_again(reading *r)
{
	for (uint32_t j = 0; j < r->drafts.n; j++) {
		oni_draft *b = &r->drafts.at[j];
		oni_run within = {0, ONI_NONE};
		uint32_t sentence = oni_word_at(&r->look, b->word)->sentence;
		uint32_t from = j > 8 ? j - 8 : 0;
		for (uint32_t i = from; i < r->drafts.n && i <= j + 8; i++) {
			const oni_draft *a = &r->drafts.at[i];
			if (i == j || oni_word_at(&r->look, a->word)->sentence != sentence || oni_runs_hold(&b->content, a->word)
					|| oni_beside(&r->look, a, b))
				continue;
			for (uint32_t k = 0; k < a->content.n; k++) {
				oni_run run = a->content.at[k];
				if (b->word >= run.first && b->word < run.end && run.end - run.first < within.end - within.first)
					within = run;
			}
		}
		if (within.end != ONI_NONE && !b->fixed)
			read_spans(r, b, within.first, within.end);
	}
}

/* ---- from words to bytes ---- */

/* "that" before a subject of its own, whatever the parse makes of it ("warned for years that Russia uses it"). */
static bool opens_clause(const oni_look *look, uint32_t that)
{
	const oni_word *next = that + 1 < look->doc->words.n ? oni_word_at(look, that + 1) : NULL;
	return next && oni_word_at(look, that)->rel != ONI_REL_DET && (oni_plain_rel(look, that + 1) == ONI_REL_NSUBJ || next->upos == ONI_UPOS_DET);
}

static bool trims(const oni_look *look, uint32_t cue, uint32_t word, bool front)
{
	const oni_word *w = oni_word_at(look, word);
	if (oni_quoting_for(look, cue, word) != ONI_QUOTING_NONE)
		return false;
	if (w->upos == ONI_UPOS_PUNCT)
		return front || !(oni_str_is(w->form, ")") || oni_str_is(w->form, "?") || oni_str_is(w->form, "!"));
	if (front && w->upos == ONI_UPOS_CCONJ && !oni_str_eq_nocase(w->form, ONI_STR("both")) && !oni_str_eq_nocase(w->form, ONI_STR("either"))
			&& !oni_str_eq_nocase(w->form, ONI_STR("neither")))
		return true;
	return front && oni_str_eq_nocase(w->form, ONI_STR("that")) && (w->upos == ONI_UPOS_SCONJ || w->rel == ONI_REL_MARK || opens_clause(look, word));
}

/* Without "that" and punctuation at its edges; with the quotation mark that touches it. */
static oni_run tidy(const oni_look *look, uint32_t cue, oni_run run)
{
	while (run.first < run.end && trims(look, cue, run.first, true))
		run.first++;
	while (run.end > run.first && trims(look, cue, run.end - 1, false))
		run.end--;
	if (run.first >= run.end)
		return run;
	if (run.first > 0 && oni_quoting_for(look, cue, run.first - 1) == ONI_QUOTING_OPENS
			&& oni_quoting_for(look, cue, run.first) == ONI_QUOTING_INSIDE)
		run.first--;
	if (run.end < look->doc->words.n && oni_quoting_for(look, cue, run.end - 1) == ONI_QUOTING_INSIDE
			&& oni_quoting_for(look, cue, run.end) == ONI_QUOTING_CLOSES
			&& oni_quote_for(look, cue, run.end) == oni_quote_for(look, cue, run.end - 1))
		run.end++;
	if (oni_quoting_for(look, cue, run.end - 1) == ONI_QUOTING_OPENS)
		run.end--;
	return run;
}

static void push_range(oni_doc *doc, oni_ranges *ranges, oni_range at)
{
	ranges->at = oni_regrow(doc->arena, ranges->at, ranges->n * sizeof at, (ranges->n + 1) * sizeof at);
	ranges->at[ranges->n++] = at;
}

static void quoted_pieces(const oni_look *look, oni_doc *doc, uint32_t cue, oni_run run, oni_ranges *ret)
{
	for (uint32_t i = run.first; i < run.end;) {
		uint32_t q = oni_quote_for(look, cue, i);
		if (q == ONI_NONE) {
			i++;
			continue;
		}
		oni_range at = doc->quotes.at[q].inside;
		uint32_t begin = oni_word_at(look, i)->at.begin;
		while (i < run.end && oni_quote_for(look, cue, i) == q)
			i++;
		uint32_t end = oni_word_at(look, i - 1)->at.end;
		at.begin = at.begin > begin ? at.begin : begin;
		at.end = at.end < end ? at.end : end;
		if (!oni_range_empty(at))
			push_range(doc, ret, at);
	}
}

static oni_manner manner_of(const oni_look *look, uint32_t cue, const oni_runs *content)
{
	uint32_t words = 0, quoted = 0;
	for (uint32_t i = 0; i < content->n; i++)
		for (uint32_t w = content->at[i].first; w < content->at[i].end; w++)
			if (oni_word_at(look, w)->upos != ONI_UPOS_PUNCT) {
				words++;
				quoted += oni_quote_for(look, cue, w) != ONI_NONE;
			}
	return quoted == 0 ? ONI_MANNER_INDIRECT : quoted * 100 >= words * 95 ? ONI_MANNER_DIRECT : ONI_MANNER_MIXED;
}

static bool has_word(const oni_look *look, oni_run run)
{
	for (uint32_t w = run.first; w < run.end; w++)
		if (oni_word_at(look, w)->upos != ONI_UPOS_PUNCT)
			return true;
	return false;
}

static void record(reading *r, oni_draft *draft)
{
	oni_doc *doc = r->doc;
	oni_statement s = {.within = ONI_NONE, .cue_word = draft->word};
	for (uint32_t i = 0; i < draft->content.n; i++) {
		oni_run run = tidy(&r->look, draft->word, draft->content.at[i]);
		if (run.first >= run.end || !has_word(&r->look, run))
			continue;
		push_range(doc, &s.content, (oni_range){oni_word_at(&r->look, run.first)->at.begin, oni_word_at(&r->look, run.end - 1)->at.end});
		quoted_pieces(&r->look, doc, draft->word, run, &s.quoted);
	}
	if (s.content.n == 0)
		return;
	s.cue = (oni_range){oni_word_at(&r->look, draft->cue.first)->at.begin, oni_word_at(&r->look, draft->cue.end - 1)->at.end};
	s.manner = manner_of(&r->look, draft->word, &draft->content);
	oni_statement_who(r->facts, &r->look, doc, draft, &s);
	oni_statement_sense(&r->look, doc, draft, &s);
	*oni_push(doc->arena, &doc->statements) = s;
}

/* ---- nesting ---- */

static uint32_t extent(const oni_statement *s)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->content.n; i++)
		n += s->content.at[i].end - s->content.at[i].begin;
	return n;
}

/* Lays each statement's content over the words, the widest first, so the innermost ends on top. */
static void lay_over_words(oni_doc *doc, oni_arena *scratch)
{
	uint32_t *size = ONI_NEW_N(scratch, uint32_t, doc->words.n + 1);
	for (uint32_t w = 0; w < doc->words.n; w++)
		doc->said[w] = ONI_NONE;
	for (uint32_t s = 0; s < doc->statements.n; s++) {
		const oni_statement *st = &doc->statements.at[s];
		uint32_t wide = extent(st);
		for (uint32_t i = 0; i < st->content.n; i++) {
			uint32_t low = oni_word_from(doc, st->content.at[i].begin);
			for (; low < doc->words.n && doc->words.at[low].at.begin < st->content.at[i].end; low++)
				if (doc->said[low] == ONI_NONE || size[low] > wide) {
					doc->said[low] = s;
					size[low] = wide;
				}
		}
	}
}

static void nest(oni_doc *doc, oni_arena *scratch)
{
	lay_over_words(doc, scratch);
	for (uint32_t s = 0; s < doc->statements.n; s++) {
		uint32_t cue = doc->statements.at[s].cue_word;
		if (cue == ONI_NONE) /* a bare mark */
			continue;
		uint32_t outer = doc->said[cue];
		if (outer != s && (outer == ONI_NONE || extent(&doc->statements.at[outer]) > extent(&doc->statements.at[s])))
			doc->statements.at[s].within = outer;
	}
}

void oni_find_statements(const oni_facts *facts, oni_doc *doc)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	reading r = {.facts = facts, .doc = doc, .scratch = doc->scratch};
	doc->said = ONI_NEW_N(doc->arena, uint32_t, doc->words.n + 1);
	for (uint32_t w = 0; w < doc->words.n; w++)
		doc->said[w] = ONI_NONE;
	if (!oni_statement_model_open(oni_facts_section(facts, "statement"), &r.model))
		return;
	oni_look_at(facts, doc, r.scratch, &r.look);
	draft_all(&r);
	read_inner_again(&r);
	oni_mend_drafts(&r.look, r.scratch, &r.drafts);
	oni_complete_quotes(&r.look, r.scratch, &r.drafts);
	oni_order_drafts(&r.look, r.scratch, &r.drafts);
	for (uint32_t d = 0; d < r.drafts.n; d++)
		if (!r.drafts.at[d].dropped)
			record(&r, &r.drafts.at[d]);
	nest(doc, r.scratch);
	for (uint32_t s = 0; s < doc->statements.n; s++)
		if (doc->words.at[doc->statements.at[s].cue_word].upos == ONI_UPOS_PUNCT)
			doc->statements.at[s].cue_word = ONI_NONE;
	oni_arena_rewind(doc->scratch, mark);
}

uint32_t oni_statement_at(const oni_doc *doc, uint32_t word)
{
	return doc->said && word < doc->words.n ? doc->said[word] : ONI_NONE;
}
