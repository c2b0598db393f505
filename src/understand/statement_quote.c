/* statement_quote.c - Quotations belong whole to who spoke them.
 *
 * Problem. The words of a cue's own sentence are labelled one by one; but a quotation may begin sentences before its cue
 * and go on for sentences or paragraphs behind it, and "He wrote:" has its content in the next sentence only.
 * Method. (1) A quotation of which the content has most words within the cue's sentence is taken whole, pieces in later
 * paragraphs included. (2) Sentences that are nothing but a quotation, right behind a sentence whose own content was quoted,
 * run on: they are the same speaker's. (3) A cue without content takes the quotation that follows, or the one just before.
 * Example. `"No. We stay," Ruiz said. "The rest is talk."`: the label found `We stay,`; (1) adds `No.`, (2) adds the last.
 * Source. PolNeAR joins running quotations to the statement before them in 9 of 10 cases where a paragraph is only that. */
#include "understand/statement_draft.h"
#include "understand/tree.h"

enum { MOST_SENTENCES = 40, NEAR = ONI_WINDOW_MOST / 2 }; /* that a quotation can run on for; words about a cue */

static const oni_sentence *sentence_of(const oni_look *look, uint32_t word)
{
	return &look->doc->sentences.at[oni_word_at(look, word)->sentence];
}

static bool is_punct(const oni_look *look, uint32_t word)
{
	return oni_word_at(look, word)->upos == ONI_UPOS_PUNCT;
}

/* Whether quotations hold the whole sentence but for punctuation. */
static bool all_quoted(const oni_look *look, const oni_sentence *s)
{
	bool any = false;
	for (uint32_t i = s->first; i < s->end; i++) {
		if (look->quote[i] != ONI_NONE)
			any = any || !is_punct(look, i);
		else if (!is_punct(look, i))
			return false;
	}
	return any;
}

/* The words of the quotation that `word` is in, as the cue sees it. */
static oni_run words_of_quote(const oni_look *look, uint32_t cue, uint32_t word)
{
	oni_range at = look->doc->quotes.at[oni_quote_for(look, cue, word)].at;
	return (oni_run){oni_word_from(look->doc, at.begin), oni_word_from(look->doc, at.end)};
}

/* A quotation with words in the cue's sentence [first, end): all in if most of those words are, else left as labelled. */
static void complete_one(const oni_look *look, oni_arena *scratch, oni_draft *draft, uint32_t first, uint32_t end)
{
	uint32_t in = 0, words = 0, lone = 0;
	for (uint32_t i = first; i < end; i++) {
		if (is_punct(look, i))
			continue;
		words++;
		in += oni_runs_hold(&draft->content, i);
		lone += oni_runs_hold(&draft->source, i) || (i >= draft->cue.first && i < draft->cue.end);
	}
	if (in * 2 <= words || in == 0 || lone)
		return;
	oni_run run = words_of_quote(look, draft->word, first);
	oni_runs_add(scratch, &draft->content, run.first, run.end);
	for (uint32_t q = look->doc->quotes.at[oni_quote_for(look, draft->word, first)].next; q != ONI_NONE; q = look->doc->quotes.at[q].next) {
		uint32_t i = run.end;
		while (i < look->doc->words.n && oni_quote_for(look, draft->word, i) != q && i < run.end + 4)
			i++;
		if (i == look->doc->words.n || oni_quote_for(look, draft->word, i) != q)
			break;
		run = words_of_quote(look, draft->word, i);
		oni_runs_add(scratch, &draft->content, run.first, run.end);
	}
}

/* Whether nearly all of the content is quoted. */
static bool ends_quoted(const oni_look *look, const oni_draft *draft)
{
	uint32_t quoted = 0, words = 0;
	for (uint32_t i = 0; i < draft->content.n; i++)
		for (uint32_t w = draft->content.at[i].first; w < draft->content.at[i].end; w++)
			if (!is_punct(look, w)) {
				words++;
				quoted += oni_quote_for(look, draft->word, w) != ONI_NONE;
			}
	return words && quoted * 10 >= words * 8;
}

static void run_on(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_doc *doc = look->doc;
	uint32_t at = oni_word_at(look, draft->word)->sentence + 1, n = 0;
	uint32_t last = draft->content.n ? draft->content.at[draft->content.n - 1].end - 1 : draft->word;
	if (oni_word_at(look, last)->sentence >= at)
		at = oni_word_at(look, last)->sentence + 1;
	for (; at < doc->sentences.n && n < MOST_SENTENCES; at++, n++) {
		const oni_sentence *s = &doc->sentences.at[at];
		if (doc->segments.at[s->segment].kind != ONI_SEGMENT_BODY || !all_quoted(look, s))
			return;
		oni_runs_add(scratch, &draft->content, s->first, s->end);
	}
}

/* "He told me, ‘Go’" takes the quotation behind the comma; "She wrote:" the one that opens the next sentence. */
static void take_following(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = sentence_of(look, draft->word);
	for (uint32_t i = draft->word + 1; i < s->end && i < draft->word + 6; i++)
		if (oni_quoting_for(look, draft->word, i) == ONI_QUOTING_OPENS && is_punct(look, i - 1)) {
			oni_run run = words_of_quote(look, draft->word, i);
			oni_runs_add(scratch, &draft->content, run.first, run.end);
			return;
		}
	uint32_t next = s->end;
	bool colon = s->end > s->first && oni_str_is(oni_word_at(look, s->end - 1)->form, ":");
	if (!colon || next >= look->doc->words.n || oni_quoting_for(look, draft->word, next) != ONI_QUOTING_OPENS)
		return;
	oni_run run = words_of_quote(look, draft->word, next);
	oni_runs_add(scratch, &draft->content, run.first, run.end);
}

/* `"Why?" he asked.`, where the sentence was cut behind the mark. */
static void take_preceding(const oni_look *look, oni_arena *scratch, oni_draft *draft)
{
	const oni_sentence *s = sentence_of(look, draft->word);
	uint32_t number = oni_word_at(look, draft->word)->sentence;
	if (number == 0 || s->end - s->first > 12 || look->doc->sentences.at[number - 1].segment != s->segment
			|| oni_quoting_for(look, draft->word, s->first - 1) != ONI_QUOTING_CLOSES)
		return;
	oni_run run = words_of_quote(look, draft->word, s->first - 1);
	oni_runs_add(scratch, &draft->content, run.first, run.end);
}

void oni_complete_quotes(const oni_look *look, oni_arena *scratch, oni_drafts *drafts)
{
	for (uint32_t d = 0; d < drafts->n; d++) {
		oni_draft *draft = &drafts->at[d];
		const oni_sentence *s = sentence_of(look, draft->word);
		uint32_t from = draft->word > s->first + NEAR ? draft->word - NEAR : s->first;
		uint32_t end = s->end > draft->word + NEAR ? draft->word + NEAR : s->end;
		for (uint32_t i = from; i < end;) {
			uint32_t q = oni_quote_for(look, draft->word, i), first = i;
			while (i < end && oni_quote_for(look, draft->word, i) == q)
				i++;
			if (q != ONI_NONE)
				complete_one(look, scratch, draft, first, i);
		}
		if (draft->content.n == 0)
			take_following(look, scratch, draft);
		if (draft->content.n == 0)
			take_preceding(look, scratch, draft);
		if (draft->content.n && look->quote[draft->word] == ONI_NONE && ends_quoted(look, draft))
			run_on(look, scratch, draft);
	}
}
