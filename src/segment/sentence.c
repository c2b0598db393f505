/* Sentence ends inside a segment.
 *
 * Problem: a period may end a sentence, an abbreviation, both ("in the U.S. He"), or neither ("J. K. Rowling", "1.");
 * "!" and "?" inside a quotation often end nothing ("“Stop!” he said"); headings and lists end without any mark.
 *
 * Method: a candidate is the gap behind each token that could end a sentence, with the closing marks that touch it.
 * A rule gives a first opinion (mark, abbreviation table, capital behind). A linear model over hashed features, trained on EWT and
 * GUM, has the last word: the opinion is one of its features beside the words and shapes around the gap, the length
 * of the sentence so far, open brackets and quotations, and whether this text writes capitals at all. Candidates are taken left to
 * right, so that the last end found is known to the next. Without a model the rule decides alone.
 *
 * Example: `… in the U.S. “Stop!” he said. Then` has the candidates U.S.|“ (end), !”|he (no end: lower case behind a
 * closing mark), said.|Then (end).
 *
 * Source: the features are those of Gillick (2009), "Sentence boundary detection and the problem with the U.S.", widened. */
#include "segment/sentence.h"

#include "segment/chars.h"

/* ---- the rule ---- */

/* The first token behind `i` that is no closing bracket or mark that touches what is before it. */
static uint32_t behind_closers(const oni_raws *raws, uint32_t i)
{
	uint32_t j = i + 1;
	while (j < raws->n && raws->at[j].kind == ONI_RAW_CLOSER && !raws->at[j].space_before)
		j++;
	return j;
}

static uint32_t behind_openers(const oni_raws *raws, uint32_t i)
{
	while (i < raws->n && raws->at[i].kind == ONI_RAW_OPENER)
		i++;
	return i;
}

static unsigned first_bits(const oni_doc *doc, const oni_raws *raws, uint32_t i)
{
	return i < raws->n ? oni_char_at(doc->text, raws->at[i].at.begin, NULL) : 0;
}

static bool rule_ends(const oni_doc *doc, const oni_raws *raws, uint32_t i, uint32_t next)
{
	const oni_raw *raw = &raws->at[i];
	if (raw->kind != ONI_RAW_ENDER && !raw->period)
		return false;
	uint32_t word = behind_openers(raws, next);
	if (!raws->at[next].space_before || (first_bits(doc, raws, word) & ONI_CH_LOWER))
		return false;
	if (raw->period == ONI_PERIOD_NUMBER)
		return word >= raws->n || raws->at[word].kind != ONI_RAW_NUMBER;
	return !raw->period;
}

/* ---- features ---- */

typedef enum shape {
	SHAPE_NONE,
	SHAPE_LOWER,
	SHAPE_CAPITAL,  /* Word */
	SHAPE_CAPITALS, /* WORD */
	SHAPE_LETTER,   /* A */
	SHAPE_NUMBER,
	SHAPE_MIXED,    /* eBay, 3G, addresses */
	SHAPE_OPENER,
	SHAPE_CLOSER,
	SHAPE_ENDER,
	SHAPE_OTHER
} shape;

static shape shape_of(const oni_doc *doc, const oni_raws *raws, uint32_t i)
{
	if (i >= raws->n)
		return SHAPE_NONE;
	const oni_raw *raw = &raws->at[i];
	switch (raw->kind) {
	case ONI_RAW_NUMBER:
		return SHAPE_NUMBER;
	case ONI_RAW_OPENER:
		return SHAPE_OPENER;
	case ONI_RAW_CLOSER:
		return SHAPE_CLOSER;
	case ONI_RAW_ENDER:
		return SHAPE_ENDER;
	case ONI_RAW_OTHER:
		return SHAPE_OTHER;
	default:
		break;
	}
	size_t length, n = raw->at.end - raw->at.begin;
	oni_str word = oni_str_cut(doc->text, raw->at.begin, raw->at.begin + (n < 24 ? n : 24));
	unsigned first = oni_char_at(word, 0, &length), rest = 0;
	for (size_t at = length; at < word.n; at += length)
		rest |= oni_char_at(word, at, &length);
	if (first & ONI_CH_LOWER)
		return rest & (ONI_CH_UPPER | ONI_CH_DIGIT) ? SHAPE_MIXED : SHAPE_LOWER;
	if (!(first & ONI_CH_UPPER))
		return SHAPE_MIXED;
	if (!(rest & ONI_CH_LETTER))
		return SHAPE_LETTER;
	return rest & ONI_CH_LOWER ? SHAPE_CAPITAL : SHAPE_CAPITALS;
}

/* The word's first bytes without ASCII case; numbers are one word. 0: there is no such token. */
static uint32_t word_hash(const oni_doc *doc, const oni_raws *raws, uint32_t i)
{
	if (i >= raws->n)
		return 0;
	if (raws->at[i].kind == ONI_RAW_NUMBER)
		return 1;
	uint32_t hash = 2166136261u, end = raws->at[i].at.end;
	for (uint32_t at = raws->at[i].at.begin; at < end && at < raws->at[i].at.begin + 16; at++) {
		unsigned char c = (unsigned char)doc->text.at[at];
		hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
	}
	return hash;
}

static uint32_t bucket(uint32_t n)
{
	return n < 6 ? n : n < 10 ? 6 : n < 20 ? 7 : n < 40 ? 8 : 9;
}

static void add(oni_gap *gap, uint32_t kind, uint32_t value)
{
	uint32_t hash = (value + kind * 0x9E3779B9u) * 0x85EBCA6Bu;
	hash ^= hash >> 15;
	hash *= 0xC2B2AE35u;
	gap->features[gap->n++] = (hash ^ hash >> 16) & (ONI_SENTENCE_WEIGHTS - 1);
}

/* What is known of the segment and of the sentence so far. */
typedef struct state {
	uint32_t begin;          /* the token that the sentence begins with */
	int brackets;            /* open since then */
	uint32_t low, high;      /* enders of the segment before a lower-case and before another letter */
	uint32_t next_quote;
	uint32_t quote;          /* the innermost quotation around the gap */
} state;

static void add_words(oni_gap *gap, const oni_doc *doc, const oni_raws *raws, uint32_t i, uint32_t next)
{
	uint32_t word = behind_openers(raws, next), before = i ? i - 1 : raws->n;
	uint32_t mark = word_hash(doc, raws, i), last = word_hash(doc, raws, next - 1);
	shape left = shape_of(doc, raws, before), right = shape_of(doc, raws, word);
	uint32_t length = before < raws->n ? raws->at[before].at.end - raws->at[before].at.begin : 0;
	bool space = next < raws->n && raws->at[next].space_before;
	uint32_t at_mark = mark * 31 + raws->at[i].period;
	add(gap, 4, at_mark);
	add(gap, 5, at_mark * 31 + last);
	add(gap, 6, word_hash(doc, raws, before));
	add(gap, 7, word_hash(doc, raws, word));
	add(gap, 8, (uint32_t)right * 64 + (uint32_t)space * 32 + shape_of(doc, raws, next));
	add(gap, 9, at_mark * 131 + (uint32_t)right * 2 + space);
	add(gap, 10, at_mark * 131 + (uint32_t)left * 16 + right);
	add(gap, 11, (uint32_t)left * 16 + bucket(length));
	add(gap, 12, at_mark * 131 + (uint32_t)left * 16 + bucket(length));
	add(gap, 13, (uint32_t)right * 16 + shape_of(doc, raws, word + 1));
	add(gap, 14, word_hash(doc, raws, word) * 31 + shape_of(doc, raws, word + 1));
	add(gap, 15, mark * 31 + word_hash(doc, raws, word));
	add(gap, 16, last * 31 + (uint32_t)right * 2 + space);
	add(gap, 17, word_hash(doc, raws, word + 1));
	add(gap, 18, (uint32_t)shape_of(doc, raws, before - 1) * 256 + (uint32_t)left * 16 + right);
}

static bool is_starter(const oni_cutter *cut, const oni_raws *raws, uint32_t word)
{
	return word < raws->n && oni_cut_word_is(cut->cut_words, oni_text_at(cut->doc, raws->at[word].at), "starter");
}

/* An abbreviation tells little by itself; a word that begins sentences but no names ("He", "The") tells more. */
static void add_period(oni_gap *gap, const oni_cutter *cut, const oni_raws *raws, uint32_t i, uint32_t word)
{
	uint32_t period = raws->at[i].period;
	if (!period)
		return;
	uint32_t starter = is_starter(cut, raws, word);
	uint32_t right = shape_of(cut->doc, raws, word), behind = shape_of(cut->doc, raws, word + 1);
	add(gap, 29, period * 64 + starter * 32 + right);
	add(gap, 30, (period > ONI_PERIOD_TITLE) * 1024 + starter * 512 + right * 32 + behind);
}

static void describe(oni_gap *gap, const oni_cutter *cut, const oni_raws *raws, uint32_t i, const state *s)
{
	const oni_doc *doc = cut->doc;
	uint32_t next = gap->next;
	uint32_t right = shape_of(doc, raws, behind_openers(raws, next));
	uint32_t style = s->low == 0 ? 0 : s->low * 4 < s->high ? 1 : s->low <= s->high ? 2 : 3;
	gap->n = 0;
	add(gap, 1, 0);
	add(gap, 2, gap->rule);
	add(gap, 3, (uint32_t)gap->rule * 16 + right);
	add_words(gap, doc, raws, i, next);
	uint32_t mark = word_hash(doc, raws, i);
	add(gap, 20, mark * 31 + bucket(next - s->begin));
	add(gap, 21, bucket(next - s->begin) * 16 + right);
	add(gap, 22, bucket(raws->n - next) * 16 + right);
	add(gap, 23, style * 16 + right);
	add(gap, 24, mark * 131 + style * 16 + right);
	add(gap, 25, (uint32_t)(s->brackets > 0) * 16 + right);
	add(gap, 26, mark * 31 + (uint32_t)(s->brackets > 0) * 2 + (s->quote != ONI_NONE));
	add(gap, 27, (uint32_t)(s->quote != ONI_NONE) * 32 + (uint32_t)gap->rule * 16 + right);
	add(gap, 28, word_hash(doc, raws, s->begin) * 31 + bucket(next - s->begin));
	add_period(gap, cut, raws, i, behind_openers(raws, next));
}

/* ---- candidates ---- */

/* Faces and rules ("***") end sentences of the web; dashes, colons and semicolons end none of the news. */
static bool is_break_mark(const oni_doc *doc, const oni_raw *raw)
{
	char c = doc->text.at[raw->at.begin];
	return raw->kind == ONI_RAW_OTHER && raw->at.end - raw->at.begin > 1 && (c == ':' || c == ';' || c == '*' || c == '=');
}

/* "J. Ruiz", "J. K. Ruiz", not "vitamin C. The". */
static bool is_initial_of_name(const oni_cutter *cut, const oni_raws *raws, uint32_t i)
{
	shape right = shape_of(cut->doc, raws, i + 1);
	return raws->at[i].period == ONI_PERIOD_INITIAL && (right == SHAPE_CAPITAL || right == SHAPE_LETTER) &&
	       !is_starter(cut, raws, i + 1);
}

static bool is_bracket(const oni_doc *doc, const oni_raw *raw)
{
	char c = doc->text.at[raw->at.begin];
	return raw->kind == ONI_RAW_CLOSER && (c == ')' || c == ']');
}

/* "LAMONT, Ky. (AP)" */
static bool is_agency(const oni_cutter *cut, const oni_raws *raws, uint32_t i)
{
	return i + 2 < raws->n && raws->at[i].kind == ONI_RAW_OPENER && is_bracket(cut->doc, &raws->at[i + 2]) &&
	       oni_cut_word_is(cut->cut_words, oni_text_at(cut->doc, raws->at[i + 1].at), "agency");
}

/* A small letter behind an abbreviation, an ellipsis, a quotation ("“Why?” he asked"), or the period of what looks like an
 * abbreviation that no table knows ("Phila. man"). Only where the text writes capitals. */
static bool goes_on_small(const oni_doc *doc, const oni_raws *raws, uint32_t i)
{
	const oni_raw *raw = &raws->at[i];
	uint32_t next = behind_closers(raws, i);
	if (i == 0 || next >= raws->n || !raws->at[next].space_before || shape_of(doc, raws, next) != SHAPE_LOWER ||
	    shape_of(doc, raws, 0) == SHAPE_LOWER)
		return false;
	char c = doc->text.at[raw->at.begin];
	if (raw->period || (next > i + 1 && !is_bracket(doc, &raws->at[next - 1])))
		return true;
	if (raw->at.end - raw->at.begin > 1)
		return c != '!' && c != '?';
	uint32_t before = raws->at[i - 1].at.end - raws->at[i - 1].at.begin;
	return c == '.' && !raw->space_before && before <= 6 && shape_of(doc, raws, i - 1) == SHAPE_CAPITAL;
}

/* "9 a.m. Sunday", "2 p.m. EST" */
static bool is_time_of_day(const oni_cutter *cut, const oni_raws *raws, uint32_t i)
{
	oni_str word = oni_text_at(cut->doc, raws->at[i].at);
	return raws->at[i].period && (oni_str_eq_nocase(word, ONI_STR("a.m.")) || oni_str_eq_nocase(word, ONI_STR("p.m."))) &&
	       oni_cut_word_is(cut->cut_words, oni_text_at(cut->doc, raws->at[i + 1].at), "date");
}

/* May a sentence end between token i and the next? */
static bool is_candidate(const oni_cutter *cut, const oni_raws *raws, uint32_t i)
{
	const oni_doc *doc = cut->doc;
	const oni_raw *raw = &raws->at[i], *next = raw + 1;
	if (raw->kind == ONI_RAW_ENDER)
		return !goes_on_small(doc, raws, i);
	if (!next->space_before || raw->period == ONI_PERIOD_TITLE)
		return false;
	if (raw->period)
		return !goes_on_small(doc, raws, i) && !is_initial_of_name(cut, raws, i) && !is_agency(cut, raws, i + 1) &&
		       !is_time_of_day(cut, raws, i);
	return doc->text.at[raw->at.begin] == ']' || is_break_mark(doc, raw); /* "[2] He" */
}

static void count_bracket(state *s, const oni_doc *doc, const oni_raw *raw)
{
	char c = doc->text.at[raw->at.begin];
	s->brackets += raw->kind == ONI_RAW_OPENER && (c == '(' || c == '[');
	s->brackets -= s->brackets > 0 && (c == ')' || c == ']');
}

/* The innermost quotation that goes on behind byte `end`. */
static void find_quote(state *s, const oni_doc *doc, uint32_t end)
{
	while (s->next_quote < doc->quotes.n && doc->quotes.at[s->next_quote].at.begin < end)
		s->quote = s->next_quote++;
	while (s->quote != ONI_NONE && doc->quotes.at[s->quote].at.end <= end)
		s->quote = doc->quotes.at[s->quote].outer;
}

static void find_style(const oni_doc *doc, const oni_raws *raws, state *s)
{
	for (uint32_t i = 0; i + 1 < raws->n; i++) {
		if (raws->at[i].kind != ONI_RAW_ENDER || !raws->at[i + 1].space_before)
			continue;
		unsigned bits = first_bits(doc, raws, i + 1);
		s->low += (bits & ONI_CH_LOWER) != 0;
		s->high += (bits & ONI_CH_UPPER) != 0;
	}
}

void oni_walk_gaps(oni_cutter *cut, const oni_raws *raws, oni_gap_judge judge, void *with)
{
	const oni_doc *doc = cut->doc;
	state s = {.next_quote = cut->next_quote, .quote = ONI_NONE};
	find_style(doc, raws, &s);
	for (uint32_t i = 0; i + 1 < raws->n; i++) {
		const oni_raw *raw = &raws->at[i];
		if (raw->kind <= ONI_RAW_NUMBER && !raw->period)
			continue; /* most tokens are words */
		count_bracket(&s, doc, raw);
		if (!is_candidate(cut, raws, i))
			continue;
		oni_gap gap = {.next = behind_closers(raws, i)};
		if (gap.next >= raws->n)
			continue;
		gap.rule = rule_ends(doc, raws, i, gap.next);
		find_quote(&s, doc, raw->at.end);
		describe(&gap, cut, raws, i, &s);
		if (!judge(with, &gap))
			continue;
		i = gap.next - 1;
		s.begin = gap.next;
		s.brackets = 0;
	}
	cut->next_quote = s.next_quote;
}

/* ---- the model ---- */

typedef struct verdicts {
	const int8_t *weights; /* [ONI_SENTENCE_WEIGHTS], NULL: the rule alone */
	bool *ends;
} verdicts;

static bool judge_gap(void *with, const oni_gap *gap)
{
	verdicts *v = with;
	int sum = 0;
	for (uint32_t i = 0; v->weights && i < gap->n; i++)
		sum += v->weights[gap->features[i]];
	bool end = v->weights ? sum > 0 : gap->rule;
	if (end)
		v->ends[gap->next - 1] = true;
	return end;
}

void oni_find_sentence_ends(oni_cutter *cut, const oni_raws *raws, bool *ret_ends)
{
	oni_str model = cut->sentence_model;
	verdicts v = {model.n == ONI_SENTENCE_WEIGHTS ? (const int8_t *)model.at : NULL, ret_ends};
	oni_walk_gaps(cut, raws, judge_gap, &v);
	if (raws->n)
		ret_ends[raws->n - 1] = true;
}
