/* Who speaks a quotation, as far as its paragraph tells, before there are statements: pronouns inside it are not he.
 *
 * A verb of saying outside of the quotation and close to it, behind or before, has the speaker as its subject; what is quoted without
 * one goes on with the speaker before it in the paragraph, or comes from the one behind.
 *
 *   "I thought he did well," Berg said. "He was strong."   - both are Berg's; neither "he" is Berg */
#include "understand/entity_parts.h"

enum { NEAR = 8 };

static const char *const saying[] = {"say", "tell", "add", "ask", "announce", "warn", "claim", "insist", "note", "explain", "write", "argue",
	"declare", "reply", "continue", "stress", "admit", "deny", "urge", "complain", "state", "tweet", "conclude", "respond", "recall", NULL};

static uint32_t paragraph_of(const oni_doc *doc, uint32_t word)
{
	return doc->segments.at[doc->sentences.at[doc->words.at[word].sentence].segment].paragraph;
}

static uint32_t outermost(const oni_doc *doc, uint32_t quote)
{
	for (int hop = 0; hop < 8 && quote != ONI_NONE && doc->quotes.at[quote].outer != ONI_NONE; hop++)
		quote = doc->quotes.at[quote].outer;
	return quote;
}

/* The subject of a verb of saying outside of quotations; ONI_NONE when the word is none. */
static uint32_t speaker_at(const oni_doc *doc, uint32_t word)
{
	const oni_word *w = &doc->words.at[word];
	if (w->quote != ONI_NONE || w->upos != ONI_UPOS_VERB || !oni_word_is(doc, word, saying))
		return ONI_NONE;
	uint32_t subject = oni_subject_of(doc, word);
	return subject != ONI_NONE && doc->words.at[subject].quote == ONI_NONE ? subject : ONI_NONE;
}

static uint32_t speaker_behind(const oni_doc *doc, uint32_t from, uint32_t paragraph)
{
	for (uint32_t i = from; i < doc->words.n && i < from + NEAR && paragraph_of(doc, i) == paragraph && doc->words.at[i].quote == ONI_NONE; i++) {
		uint32_t subject = speaker_at(doc, i);
		if (subject != ONI_NONE)
			return subject;
	}
	return ONI_NONE;
}

static uint32_t speaker_before(const oni_doc *doc, uint32_t from, uint32_t paragraph)
{
	for (uint32_t i = from, n = 0; i-- > 0 && n < NEAR && paragraph_of(doc, i) == paragraph && doc->words.at[i].quote == ONI_NONE; n++) {
		uint32_t subject = speaker_at(doc, i);
		if (subject != ONI_NONE)
			return subject;
	}
	return ONI_NONE;
}

/* Those without a verb of their own go on with the last one, or take the first one behind. */
static void inherit(uint32_t *speaker, uint32_t from, uint32_t to)
{
	uint32_t last = ONI_NONE;
	for (uint32_t q = from; q < to; q++)
		last = speaker[q] = speaker[q] == ONI_NONE ? last : speaker[q];
	last = ONI_NONE;
	for (uint32_t q = to; q-- > from; )
		last = speaker[q] = speaker[q] == ONI_NONE ? last : speaker[q];
}

void oni_find_quote_speakers(oni_cast *cast)
{
	const oni_doc *doc = cast->doc;
	if (!doc->quotes.n)
		return;
	uint32_t *first = ONI_NEW_N(doc->scratch, uint32_t, doc->quotes.n), *speaker = ONI_NEW_N(doc->scratch, uint32_t, doc->quotes.n);
	memset(first, 0xFF, sizeof(uint32_t) * doc->quotes.n);
	memset(speaker, 0xFF, sizeof(uint32_t) * doc->quotes.n);
	for (uint32_t w = 0; w < doc->words.n; w++) {
		uint32_t q = outermost(doc, doc->words.at[w].quote);
		if (q == ONI_NONE)
			continue;
		if (first[q] == ONI_NONE) {
			first[q] = w;
			speaker[q] = speaker_before(doc, w, paragraph_of(doc, w));
		}
		bool last = w + 1 == doc->words.n || outermost(doc, doc->words.at[w + 1].quote) != q;
		uint32_t behind = last ? speaker_behind(doc, w + 1, paragraph_of(doc, w)) : ONI_NONE;
		if (behind != ONI_NONE && (speaker[q] == ONI_NONE || !oni_str_is(doc->words.at[first[q] - 1].form, ":")))
			speaker[q] = behind;
	}
	for (uint32_t q = 0, to; q < doc->quotes.n; q = to) {
		to = q + 1;
		while (to < doc->quotes.n && first[q] != ONI_NONE
			&& (first[to] == ONI_NONE || paragraph_of(doc, first[to]) == paragraph_of(doc, first[q])))
			to++;
		inherit(speaker, q, to);
	}
	cast->speakers = speaker;
}

uint32_t oni_quote_speaker(const oni_cast *cast, uint32_t quote)
{
	quote = outermost(cast->doc, quote);
	return quote == ONI_NONE || !cast->speakers ? ONI_NONE : cast->speakers[quote];
}

/* ---- transcripts ---- */

/* The colon behind a label of names and titles that the paragraph of this sentence begins with; ONI_NONE when it has none. */
static uint32_t label_end(const oni_doc *doc, uint32_t sentence)
{
	const oni_segment *g = &doc->segments.at[doc->sentences.at[sentence].segment];
	const oni_sentence *s = &doc->sentences.at[g->first_sentence];
	for (uint32_t i = s->first; i < s->end && i < s->first + 8; i++) {
		const oni_word *w = &doc->words.at[i];
		if (oni_str_is(w->form, ":"))
			return i > s->first ? i : ONI_NONE;
		bool capital = w->form.n && w->form.at[0] >= 'A' && w->form.at[0] <= 'Z';
		if (!capital && w->upos != ONI_UPOS_PUNCT && !oni_str_is(w->form, "of"))
			return ONI_NONE;
	}
	return ONI_NONE;
}

/* "MAYOR RUIZ: I will stay." Whose label it is speaks on until the next one; who only asks ("QUESTION:") is nobody. */
void oni_hear_label(oni_cast *cast, uint32_t from, uint32_t to)
{
	const oni_doc *doc = cast->doc;
	uint32_t colon = from < to ? label_end(doc, cast->candidates.at[from].sentence) : ONI_NONE;
	if (colon == ONI_NONE) {
		if (cast->labels < 2)
			cast->speaking = ONI_NONE;
		return;
	}
	cast->speaking = ONI_NONE;
	for (uint32_t i = from; i < to; i++) {
		const oni_candidate *c = &cast->candidates.at[i];
		if (c->end == colon && (c->nature & ONI_NATURE_PERSON) && c->name_end > c->name_first && c->cluster != ONI_NONE)
			cast->speaking = c->cluster;
	}
	cast->labels++;
}

/* "Remarks by President Ruiz", "Speech of Ana Ruiz": who says I in what follows; a cluster or ONI_NONE. */
uint32_t oni_orator(const oni_cast *cast)
{
	static const char *const speeches[] = {"remark", "speech", "address", "statement", "testimony", "lecture", "letter", "message", "keynote", NULL};
	static const char *const by[] = {"by", "of", "from", NULL};
	const oni_doc *doc = cast->doc;
	for (uint32_t i = 0; i < cast->candidates.n && i < 8 && cast->candidates.at[i].sentence < 2; i++) {
		const oni_candidate *c = &cast->candidates.at[i];
		uint32_t start = doc->sentences.at[c->sentence].first;
		if (c->cluster == ONI_NONE || !(c->nature & ONI_NATURE_PERSON) || c->name_end == c->name_first || c->first < start + 2)
			continue;
		uint32_t before = oni_word_is(doc, c->first - 1, by) ? c->first - 1 : ONI_NONE;
		for (uint32_t w = start; before != ONI_NONE && w < before && before - w < 8; w++)
			if (oni_word_is(doc, w, speeches))
				return c->cluster;
	}
	return ONI_NONE;
}
