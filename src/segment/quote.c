/* Pairs of quotation marks.
 *
 * Problem: marks are drawn in a dozen ways, ' and ’ are mostly apostrophes, " tells no side, some marks have no partner,
 * and a quotation over several paragraphs is opened in each and closed in the last only.
 *
 * Method: each paragraph is read once. Every mark is judged by what touches it: blank or opening bracket before and
 * something behind it may open; something before and blank or punctuation behind may close; a single mark between two
 * letters, before a decade or before an elided word ('em) is an apostrophe. A mark that may open is put on a stack; one that
 * may close takes the nearest opener of its own shape, and openers above that are unpaired. A single mark behind s and
 * before a blank ("the Giants' stadium") closes only when no better closer follows before the next opener. What is
 * left at the paragraph's end is no quotation, unless the next paragraph of the body begins with a mark of the
 * same shape: then both are pieces of one quotation. So no mark reaches beyond its own paragraph on its own account.
 *
 * Example: “We won’t ‘go gently’, ever.¶ “It is over,” she said.
 *          piece 0 “We … ever. (not closed, next 2), 1 ‘go gently’ inside 0, piece 2 “It is over,” (previous 0).
 *
 * Linear: each mark is pushed and popped once; one array entry is looked ahead. */
#include "base/decimal.h"
#include "segment/chars.h"
#include "segment/parts.h"

#include <stdlib.h>

typedef struct mark {
	uint32_t begin, end;
	oni_mark_shape shape;
	bool opens, closes, weak; /* weak: more likely the apostrophe of a plural */
} mark;

typedef struct opener {
	uint32_t mark, quote; /* index in marks; in doc->quotes (reserved when opened) */
} opener;

typedef struct pairing {
	oni_cutter *cut;
	oni_doc *doc;
	ONI_VEC(mark) marks;       /* of the paragraph at hand */
	ONI_VEC(opener) open;      /* the stack */
	uint32_t waiting;          /* the open piece at the end of the body paragraph before, or ONI_NONE */
	oni_mark_shape waiting_shape;
} pairing;

static bool is_single(oni_mark_shape shape)
{
	return shape == ONI_MARK_SINGLE || shape == ONI_MARK_SINGLE_LEFT || shape == ONI_MARK_SINGLE_RIGHT ||
	       shape == ONI_MARK_SINGLE_LOW;
}

/* Marks of both sides that touch: a mark before a mark says nothing about its own side. */
static bool is_opening_byte(char c)
{
	return c == '(' || c == '[' || c == '{' || c == '/';
}

/* What is before: blank, bracket or dash lets a mark open. */
static bool open_side(oni_str text, uint32_t at)
{
	size_t length;
	if (at == 0)
		return true;
	int32_t rune = oni_rune_before(text, at, &length);
	return (oni_char_bits(rune) & ONI_CH_SPACE) || (rune < 0x80 && is_opening_byte((char)rune)) || rune == '-' ||
	       (rune >= 0x2010 && rune <= 0x2015) || rune == ':' || rune == '=' || rune == 0x2026;
}

static bool is_mark_before(oni_str text, uint32_t at)
{
	size_t length, n;
	if (at == 0)
		return false;
	oni_rune_before(text, at, &length);
	return oni_mark_at(text, at - length, &n) != ONI_MARK_NONE;
}

static bool elided_word(const oni_cutter *cut, uint32_t at)
{
	oni_str text = cut->doc->text;
	if (at < text.n && oni_is_digit(text.at[at])) { /* '90s, '16 */
		uint32_t end = at;
		while (end < text.n && oni_is_digit(text.at[end]))
			end++;
		return end == at + 2;
	}
	size_t end = at, length;
	while (end < text.n && end - at < 12 && (oni_char_at(text, end, &length) & ONI_CH_WORD))
		end += length;
	return oni_cut_word_is(cut->cut_words, oni_str_cut(text, at, end), "elision");
}

/* What touches a mark. */
typedef struct sides {
	unsigned before, behind; /* ONI_CH_ bits */
	bool open_before;        /* what lets a mark open is before it */
	bool at_end;             /* a blank or nothing is behind it */
} sides;

/* ' ‘ ’ and their like: false for an apostrophe. */
static bool judge_single(const pairing *p, mark *m, const sides *side)
{
	if ((side->before & ONI_CH_WORD) && (side->behind & ONI_CH_WORD))
		return false;
	if (m->shape == ONI_MARK_SINGLE_LEFT) {
		m->opens = !side->at_end && !(side->before & ONI_CH_WORD);
		m->closes = false;
	}
	if (m->shape == ONI_MARK_SINGLE_RIGHT || (m->opens && elided_word(p->cut, m->end)))
		m->opens = false;
	char last = m->begin ? p->doc->text.at[m->begin - 1] : 0;
	m->weak = side->at_end && last && strchr("sSnz", last);
	return m->opens || m->closes;
}

/* Looks at a mark's two sides; false for an apostrophe. */
static bool judge(const pairing *p, mark *m)
{
	oni_str text = p->doc->text;
	bool touches = is_mark_before(text, m->begin);
	sides side = {oni_char_before(text, m->begin), oni_char_at(text, m->end, NULL), false, false};
	side.at_end = m->end >= text.n || (side.behind & ONI_CH_SPACE);
	side.open_before = touches || open_side(text, m->begin);
	m->opens = side.open_before && !side.at_end;
	m->closes = !(side.before & ONI_CH_SPACE) && !(side.behind & ONI_CH_WORD);
	switch (m->shape) {
	case ONI_MARK_DOUBLE_LEFT:
	case ONI_MARK_ANGLE_LEFT:
	case ONI_MARK_CHEVRON_LEFT:
	case ONI_MARK_DOUBLE_LOW:
	case ONI_MARK_SINGLE_LOW:
		m->opens = true;
		m->closes = m->shape == ONI_MARK_DOUBLE_LEFT && !side.open_before; /* „…“ */
		return true;
	case ONI_MARK_DOUBLE_RIGHT:
	case ONI_MARK_ANGLE_RIGHT:
	case ONI_MARK_CHEVRON_RIGHT:
		m->closes = !m->opens || (side.before & ONI_CH_WORD) || touches;
		return true;
	case ONI_MARK_DOUBLE:
		if (!m->opens && !m->closes) /* he said " we: blanks or letters on both sides */
			m->opens = m->closes = true;
		return true;
	default:
		return judge_single(p, m, &side);
	}
}

/* The first byte from `at` that may begin a mark: all but a few ASCII bytes may not. */
static uint32_t next_mark_byte(oni_str text, uint32_t at)
{
	static const uint8_t may[256] = {['"'] = 1,   ['\''] = 1,  ['`'] = 1,   [0xC2] = 1, [0xE2] = 1,
					 [0xE3] = 1, [0xEF] = 1};
	while (at < text.n && !may[(unsigned char)text.at[at]])
		at++;
	return at;
}

static void find_marks(pairing *p, oni_range at)
{
	oni_str text = oni_str_cut(p->doc->text, 0, at.end);
	p->marks.n = 0;
	for (uint32_t i = at.begin; (i = next_mark_byte(text, i)) < at.end;) {
		size_t length;
		mark m = {.begin = i, .shape = oni_mark_at(text, i, &length)};
		i = m.end = i + (uint32_t)length;
		if (m.shape != ONI_MARK_NONE && judge(p, &m))
			*oni_push(p->doc->scratch, &p->marks) = m;
	}
}

/* Can a quotation opened by one be closed by the other? */
static bool match(oni_mark_shape open, oni_mark_shape close)
{
	switch (open) {
	case ONI_MARK_DOUBLE:
		return close == ONI_MARK_DOUBLE || close == ONI_MARK_DOUBLE_RIGHT;
	case ONI_MARK_DOUBLE_LEFT:
		return close == ONI_MARK_DOUBLE_RIGHT || close == ONI_MARK_DOUBLE;
	case ONI_MARK_DOUBLE_RIGHT: /* ”as in Swedish” */
		return close == ONI_MARK_DOUBLE_RIGHT;
	case ONI_MARK_DOUBLE_LOW:
		return close == ONI_MARK_DOUBLE_LEFT || close == ONI_MARK_DOUBLE_RIGHT || close == ONI_MARK_DOUBLE;
	case ONI_MARK_SINGLE:
		return close == ONI_MARK_SINGLE || close == ONI_MARK_SINGLE_RIGHT;
	case ONI_MARK_SINGLE_LEFT:
		return close == ONI_MARK_SINGLE_RIGHT || close == ONI_MARK_SINGLE;
	case ONI_MARK_SINGLE_LOW:
		return close == ONI_MARK_SINGLE_LEFT || close == ONI_MARK_SINGLE_RIGHT || close == ONI_MARK_SINGLE;
	case ONI_MARK_ANGLE_LEFT:
		return close == ONI_MARK_ANGLE_RIGHT;
	case ONI_MARK_ANGLE_RIGHT: /* »as in German« */
		return close == ONI_MARK_ANGLE_LEFT;
	case ONI_MARK_CHEVRON_LEFT:
		return close == ONI_MARK_CHEVRON_RIGHT;
	case ONI_MARK_CHEVRON_RIGHT:
		return close == ONI_MARK_CHEVRON_LEFT;
	default:
		return false;
	}
}

static oni_mark_shape shape_of_opener(const pairing *p, uint32_t depth)
{
	return p->marks.at[p->open.at[depth].mark].shape;
}

/* The depth in the stack that the mark closes; open.n when none. A single mark closes only what is on top. */
static uint32_t opener_for(const pairing *p, const mark *m)
{
	for (uint32_t i = p->open.n; i-- > 0 && p->open.n - i <= 4;) {
		if (match(shape_of_opener(p, i), m->shape))
			return i;
		if (is_single(m->shape))
			break;
	}
	return p->open.n;
}

/* Behind a plural's s: is there a better mark to close with before the next opener? */
static bool better_follows(const pairing *p, uint32_t i)
{
	for (uint32_t j = i + 1; j < p->marks.n && j <= i + 8; j++) {
		const mark *m = &p->marks.at[j];
		if (!is_single(m->shape))
			continue;
		return m->closes && !m->opens && match(shape_of_opener(p, p->open.n - 1), m->shape);
	}
	return false;
}

static void push_opener(pairing *p, uint32_t i)
{
	const mark *m = &p->marks.at[i];
	oni_quote *q = oni_push(p->doc->arena, &p->doc->quotes);
	*q = (oni_quote){.at = {m->begin, m->end}, .inside = {m->end, m->end}, .outer = ONI_NONE, .next = ONI_NONE,
			 .previous = ONI_NONE};
	*oni_push(p->doc->scratch, &p->open) = (opener){i, p->doc->quotes.n - 1};
}

static void note_mark(pairing *p, uint32_t at)
{
	*oni_push(p->doc->scratch, &p->cut->marks) = at;
}

static void close_quote(pairing *p, uint32_t depth, const mark *m)
{
	oni_quote *q = &p->doc->quotes.at[p->open.at[depth].quote];
	q->at.end = m->end;
	q->inside.end = m->begin;
	q->closed = true;
	note_mark(p, q->at.begin);
	note_mark(p, m->begin);
	p->open.n = depth; /* those above stay unpaired */
}

static void take_mark(pairing *p, uint32_t i)
{
	const mark *m = &p->marks.at[i];
	uint32_t depth = m->closes ? opener_for(p, m) : p->open.n;
	bool both = m->opens && m->closes;
	if (depth < p->open.n && m->weak && is_single(m->shape) && better_follows(p, i))
		return;
	if (depth < p->open.n && !(both && shape_of_opener(p, depth) != m->shape && is_single(m->shape)))
		close_quote(p, depth, m);
	else if (m->opens)
		push_opener(p, i);
}

/* Drops the quotes from `first` that never closed, and sets outer of the others; keeps the chained piece. */
static void settle(pairing *p, uint32_t first, uint32_t kept)
{
	oni_doc *doc = p->doc;
	uint32_t n = first;
	for (uint32_t i = first; i < doc->quotes.n; i++)
		if (doc->quotes.at[i].closed || i == kept)
			doc->quotes.at[n++] = doc->quotes.at[i];
	doc->quotes.n = n;
	uint32_t around = ONI_NONE;
	for (uint32_t i = first; i < n; i++) {
		oni_quote *q = &doc->quotes.at[i];
		while (around != ONI_NONE && doc->quotes.at[around].at.end <= q->at.begin)
			around = doc->quotes.at[around].outer;
		q->outer = around;
		around = i;
	}
}

/* Is the text of the segment opened by this mark? */
static bool is_first(const pairing *p, oni_range segment)
{
	return p->marks.n && p->marks.at[0].begin == segment.begin && p->marks.at[0].opens;
}

static void pair_segment(pairing *p, const oni_segment *segment, oni_mark_shape next)
{
	oni_doc *doc = p->doc;
	uint32_t first = doc->quotes.n, kept = ONI_NONE, kept_mark = 0;
	oni_range at = segment->at;
	bool continues = p->waiting != ONI_NONE && is_first(p, at) && p->marks.at[0].shape == p->waiting_shape;
	p->open.n = 0;
	for (uint32_t i = 0; i < p->marks.n; i++)
		take_mark(p, i);
	/* the outermost mark left open is a piece when the next paragraph reopens it, or when it is the first mark here
	 * and goes on a piece before */
	bool reopened = p->open.n && next != ONI_MARK_NONE && shape_of_opener(p, 0) == next;
	if (p->open.n && (reopened || (continues && p->open.at[0].mark == 0))) {
		kept = p->open.at[0].quote;
		kept_mark = p->open.at[0].mark;
		doc->quotes.at[kept].at.end = doc->quotes.at[kept].inside.end = at.end;
		note_mark(p, doc->quotes.at[kept].at.begin);
	}
	uint32_t piece = doc->quotes.n > first ? first : ONI_NONE;
	settle(p, first, kept);
	if (continues && piece != ONI_NONE && doc->quotes.n > first && doc->quotes.at[first].at.begin == at.begin) {
		doc->quotes.at[first].previous = p->waiting;
		doc->quotes.at[p->waiting].next = first;
	}
	p->waiting = ONI_NONE;
	if (kept == ONI_NONE || !reopened)
		return;
	for (uint32_t i = first; i < doc->quotes.n; i++)
		if (doc->quotes.at[i].at.begin == p->marks.at[kept_mark].begin)
			p->waiting = i;
	p->waiting_shape = p->marks.at[kept_mark].shape;
}

/* The opening mark that the next body paragraph begins with, or ONI_MARK_NONE. */
static oni_mark_shape next_opening(const oni_doc *doc, uint32_t segment)
{
	size_t length;
	for (uint32_t i = segment + 1; i < doc->segments.n; i++)
		if (doc->segments.at[i].kind == ONI_SEGMENT_BODY)
			return oni_mark_at(doc->text, doc->segments.at[i].at.begin, &length);
	return ONI_MARK_NONE;
}

static int by_value(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

void oni_find_quotes(oni_cutter *cut)
{
	oni_doc *doc = cut->doc;
	pairing p = {.cut = cut, .doc = doc, .waiting = ONI_NONE};
	for (uint32_t i = 0; i < doc->segments.n; i++) {
		const oni_segment *segment = &doc->segments.at[i];
		bool body = segment->kind == ONI_SEGMENT_BODY;
		uint32_t waiting = p.waiting;
		find_marks(&p, segment->at);
		if (!body)
			p.waiting = ONI_NONE;
		pair_segment(&p, segment, body && p.marks.n ? next_opening(doc, i) : ONI_MARK_NONE);
		if (!body)
			p.waiting = waiting;
	}
	if (cut->marks.n)
		qsort(cut->marks.at, cut->marks.n, sizeof *cut->marks.at, by_value);
}

void oni_quote_walk_on(oni_quote_walk *walk, const oni_doc *doc, uint32_t at)
{
	const oni_quote *quotes = doc->quotes.at;
	while (walk->next < doc->quotes.n && quotes[walk->next].at.begin <= at)
		walk->around = walk->next++;
	while (walk->around != ONI_NONE && quotes[walk->around].at.end <= at)
		walk->around = quotes[walk->around].outer;
	walk->until = walk->next < doc->quotes.n ? quotes[walk->next].at.begin : UINT32_MAX;
	if (walk->around != ONI_NONE && quotes[walk->around].at.end < walk->until)
		walk->until = quotes[walk->around].at.end;
}

void oni_set_word_quotes(oni_doc *doc)
{
	oni_quote_walk walk = {.around = ONI_NONE};
	for (uint32_t i = 0; i < doc->words.n; i++)
		doc->words.at[i].quote = oni_quote_around(&walk, doc, doc->words.at[i].at.begin);
}
