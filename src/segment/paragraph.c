/* Paragraphs and segments.
 *
 * Problem: in most scraped articles one line is one paragraph; in others (news wires, plain-text mail, old archives) lines are
 * wrapped at 60 to 80 characters and an empty line or a short line ends the paragraph.
 *
 * Method: the lines of an article are counted. It is wrapped when lines stay below 100 characters and a good part of the
 * line breaks without an empty line stand inside a sentence: the line before ends without a mark and is about as long as the
 * longest, and the next begins with a small letter. Then a paragraph ends at an empty line, before an indented line, and behind a line
 * much shorter than the longest that ends with a full stop.
 * A paragraph is one segment, or several: what opens it as a dateline, what closes it as a credit.
 *
 * Example: "SAN JORGE (AP) — The river\nrose again.\n\nBy Ana Ruiz" is wrapped in a wrapped article: dateline, body
 * (two lines), byline. */
#include "segment/chars.h"
#include "segment/kind.h"

typedef struct line {
	oni_range at;      /* without white space around it */
	uint32_t indent;   /* bytes of white space before it */
	bool blank_before; /* an empty line is above it */
} line;

typedef ONI_VEC(line) lines;

static oni_range without_space(oni_str text, uint32_t begin, uint32_t end)
{
	size_t length;
	begin = (uint32_t)oni_run_with(oni_str_cut(text, 0, end), begin, ONI_CH_SPACE);
	while (begin < end) {
		int32_t rune = oni_rune_before(text, end, &length);
		if (!(oni_char_bits(rune) & ONI_CH_SPACE))
			break;
		end -= (uint32_t)length;
	}
	return (oni_range){begin, end};
}

/* Where the line that begins at `at` ends: \n, \r or U+2029 (as scraped pages have it); *ret_next behind it. */
static uint32_t line_end(oni_str text, uint32_t at, uint32_t *ret_next)
{
	const char *stop = memchr(text.at + at, '\n', text.n - at);
	uint32_t end = stop ? (uint32_t)(stop - text.at) : (uint32_t)text.n;
	const char *early = memchr(text.at + at, '\r', end - at);
	if (early && early + 1 < text.at + end)
		end = (uint32_t)(early - text.at);
	*ret_next = end < text.n ? end + 1 : end;
	return end;
}

static void find_lines(oni_doc *doc, lines *ret)
{
	bool blank = false;
	for (uint32_t at = 0, next; at < doc->text.n; at = next) {
		uint32_t end = line_end(doc->text, at, &next);
		oni_range inside = without_space(doc->text, at, end);
		if (oni_range_empty(inside)) {
			blank = true;
			continue;
		}
		line *l = oni_push(doc->scratch, ret);
		*l = (line){inside, inside.begin - at, blank};
		blank = false;
	}
}

static bool ends_with_stop(oni_str text, oni_range at)
{
	for (uint32_t i = at.end; i > at.begin && i + 4 > at.end; i--) {
		char c = text.at[i - 1];
		if (c == '.' || c == '!' || c == '?' || c == ':')
			return true;
		if (c != '"' && c != '\'' && c != ')' && (unsigned char)c < 0x80)
			return false;
	}
	return false;
}

static uint32_t width(const line *l)
{
	return l->at.end - l->at.begin;
}

/* The width at which the article is wrapped, 0 when it is not. */
static uint32_t wrap_width(oni_str text, const lines *all)
{
	enum { WIDEST = 100, NARROWEST = 40 };
	uint32_t widest = 0, pairs = 0, inside = 0;
	for (uint32_t i = 0; i < all->n; i++) {
		uint32_t n = width(&all->at[i]);
		if (n > WIDEST)
			return 0;
		widest = n > widest ? n : widest;
	}
	for (uint32_t i = 1; i < all->n; i++) {
		const line *a = &all->at[i - 1], *b = a + 1;
		if (b->blank_before)
			continue;
		pairs++;
		inside += !ends_with_stop(text, a->at) && width(a) * 10 > widest * 6 &&
			  (oni_char_at(text, b->at.begin, NULL) & ONI_CH_LOWER);
	}
	return widest >= NARROWEST && pairs >= 2 && inside * 4 >= pairs ? widest : 0;
}

/* Does line b go on where a stopped? `begin`: of the paragraph that a is in. In an article that is not wrapped only what begins
 * with a quotation goes on, in a small letter: “No way back,”¶she said. */
static bool goes_on(oni_str text, uint32_t begin, const line *a, const line *b, uint32_t wrap)
{
	size_t length;
	if (b->blank_before || b->indent > a->indent + 1)
		return false;
	bool small = oni_char_at(text, b->at.begin, NULL) & ONI_CH_LOWER;
	if (!wrap)
		return small && oni_mark_at(text, begin, &length) != ONI_MARK_NONE;
	if (small)
		return true;
	return width(a) * 10 > wrap * 7 || (!ends_with_stop(text, a->at) && width(a) * 10 > wrap * 6);
}

static void find_paragraphs(oni_cutter *cut, oni_paras *ret)
{
	oni_doc *doc = cut->doc;
	lines all = {0};
	find_lines(doc, &all);
	uint32_t wrap = wrap_width(doc->text, &all);
	for (uint32_t i = 0; i < all.n; i++) {
		if (i > 0 && goes_on(doc->text, ret->at[ret->n - 1].at.begin, &all.at[i - 1], &all.at[i], wrap)) {
			ret->at[ret->n - 1].at.end = all.at[i].at.end;
			continue;
		}
		oni_para *p = oni_push(doc->scratch, ret);
		p->at = all.at[i].at;
	}
}

static void push_segment(oni_doc *doc, uint32_t begin, uint32_t end, oni_segment_kind kind)
{
	oni_range at = without_space(doc->text, begin, end);
	if (oni_range_empty(at))
		return;
	oni_segment *s = oni_push(doc->arena, &doc->segments);
	s->at = at;
	s->kind = kind;
	s->paragraph = doc->segments.n - 1;
}

void oni_find_segments(oni_cutter *cut)
{
	oni_doc *doc = cut->doc;
	oni_paras paras = {0};
	find_paragraphs(cut, &paras);
	for (uint32_t i = 0; i < paras.n; i++) {
		oni_look_at_para(cut, &paras.at[i]);
		oni_kind_by_words(cut, &paras.at[i]);
	}
	oni_kinds_by_place(&paras);
	for (uint32_t i = 0; i < paras.n; i++) {
		const oni_para *p = &paras.at[i];
		uint32_t begin = p->at.begin, end = p->at.end;
		if (!oni_range_empty(p->dateline)) {
			push_segment(doc, begin, p->dateline.end, ONI_SEGMENT_DATELINE);
			begin = p->dateline.end;
		}
		if (!oni_range_empty(p->credit))
			end = p->credit.begin;
		push_segment(doc, begin, end, p->kind);
		if (!oni_range_empty(p->credit))
			push_segment(doc, end, p->at.end, ONI_SEGMENT_CREDIT);
	}
}
