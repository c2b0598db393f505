/* What kind a paragraph is by its place among the others.
 *
 * Problem: a headline, a caption, a subhead or the title of another article is made of words like any other; only what
 * stands around it tells what it is.
 *
 * Method: a line that announces something ("Image caption,", "Read more", "Published") gives its kind to what stands below it; a line
 * without a full stop next to a credit is a caption; the first line without a full stop is the headline, one behind it the
 * standfirst (subhead); a short line without a full stop, or a short question, between two paragraphs of prose is a subhead; names
 * between the headline and the prose are a byline. Every rule is one walk over the paragraphs: linear.
 *
 * Example: Read more | How the dam was built | The bridge was carried away. | What now? | Nobody at the ministry … said.
 *          boilerplate | boilerplate          | body                         | subhead   | body */
#include "segment/kind.h"

static bool is_title_case(const oni_para *p)
{
	return p->shouts || (p->long_words >= 3 && p->long_capitals * 10 >= p->long_words * 7);
}

static bool is_open_body(const oni_para *p)
{
	return !p->fixed && p->kind == ONI_SEGMENT_BODY && oni_range_empty(p->dateline);
}

/* The first paragraph that is no furniture. */
static uint32_t first_prose(const oni_paras *paras)
{
	uint32_t i = 0;
	while (i < paras->n && paras->at[i].kind != ONI_SEGMENT_BODY)
		i++;
	return i;
}

static void find_headline(oni_paras *paras)
{
	uint32_t i = first_prose(paras);
	if (i + 1 >= paras->n || !is_open_body(&paras->at[i]) || paras->at[i].words > 30 || paras->at[i].colon)
		return;
	oni_para *p = &paras->at[i];
	bool headline = !p->stop || (is_title_case(p) && p->words <= 20);
	if (!headline)
		return;
	p->kind = ONI_SEGMENT_HEADLINE;
	for (i++; i < paras->n && paras->at[i].kind != ONI_SEGMENT_BODY;)
		i++;
	if (i + 1 < paras->n && is_open_body(&paras->at[i]) && !paras->at[i].stop && !paras->at[i].colon && paras->at[i].words <= 40)
		paras->at[i].kind = ONI_SEGMENT_SUBHEAD;
}

enum { LONGEST_TITLE = 25, LONGEST_QUESTION = 15 };

/* The title of another article, or a word of its list: no sentence of prose. */
static bool may_be_title(const oni_para *p)
{
	if (p->fixed)
		return p->kind == ONI_SEGMENT_DATELINE || p->kind == ONI_SEGMENT_BYLINE;
	return oni_range_empty(p->dateline) && !p->colon && (!p->stop || (p->asks && p->words <= LONGEST_QUESTION)) && p->words <= LONGEST_TITLE;
}

/* What lines that announce something announce. */
static void find_announced(oni_paras *paras)
{
	for (uint32_t i = 0; i + 1 < paras->n; i++) {
		oni_para *p = &paras->at[i], *below = p + 1;
		if (!p->opens)
			continue;
		if (p->kind == ONI_SEGMENT_CAPTION && is_open_body(below)) {
			below->kind = ONI_SEGMENT_CAPTION;
			below->fixed = true;
		} else if (p->kind == ONI_SEGMENT_CREDIT && is_open_body(below) && !below->stop && below->words <= 6) {
			below->kind = ONI_SEGMENT_CREDIT;
			below->fixed = true;
		} else if (p->kind == ONI_SEGMENT_BOILERPLATE) {
			for (; below < paras->at + paras->n && may_be_title(below); below++) {
				below->kind = ONI_SEGMENT_BOILERPLATE;
				below->fixed = true;
			}
		}
	}
}

static bool may_be_caption(const oni_para *p)
{
	return is_open_body(p) && !p->stop && !p->colon && p->words >= 3 && p->words <= 60;
}

/* "Reuters" under a headline, with a date or a notice of the page below it: who it is from. */
static void find_agency(oni_paras *paras)
{
	uint32_t i = first_prose(paras) + 1;
	oni_para *p = i + 1 < paras->n ? &paras->at[i] : NULL;
	if (p && p->agency && (p[1].kind == ONI_SEGMENT_DATELINE || p[1].kind == ONI_SEGMENT_BOILERPLATE || p[1].kind == ONI_SEGMENT_BYLINE))
		p->kind = ONI_SEGMENT_BYLINE;
}

static void find_captions(oni_paras *paras)
{
	for (uint32_t i = 0; i < paras->n; i++) {
		if (paras->at[i].kind != ONI_SEGMENT_CREDIT)
			continue;
		if (i + 1 < paras->n && may_be_caption(&paras->at[i + 1]))
			paras->at[i + 1].kind = ONI_SEGMENT_CAPTION;
		else if (i > 0 && may_be_caption(&paras->at[i - 1]))
			paras->at[i - 1].kind = ONI_SEGMENT_CAPTION;
	}
}

/* Short, no full stop, and prose behind it; several such lines in a row are a list. A question must stand between prose. */
static bool is_heading(const oni_para *p)
{
	enum { WORDS = 12, ASKING = 8, TIMES = 3 };
	if (!is_open_body(p) || p->colon || p->words == 0)
		return false;
	if (!p->stop)
		return p->words <= WORDS;
	return p->asks && p->words <= ASKING && p[-1].stop && p[1].words > TIMES * p->words;
}

static void find_subheads(oni_paras *paras)
{
	for (uint32_t i = 1; i + 1 < paras->n; i++) {
		oni_para *p = &paras->at[i];
		const oni_para *before = p - 1, *behind = p + 1;
		bool prose_behind = behind->kind == ONI_SEGMENT_BODY && (behind->stop || behind->colon) && behind->words > p->words;
		bool in_list = before->kind == ONI_SEGMENT_BODY && !before->stop && !before->fixed;
		if (is_heading(p) && prose_behind && !in_list)
			p->kind = ONI_SEGMENT_SUBHEAD;
	}
}

/* "Ana Ruiz", "BBC Africa, Lima", "Ana Ruiz in Lima": a line of names between the headline and the prose, if it is sure or
 * stands with a byline or a date. */
static void find_names(oni_paras *paras)
{
	uint32_t end = first_prose(paras);
	while (end < paras->n && !(paras->at[end].kind == ONI_SEGMENT_BODY && paras->at[end].stop))
		end++;
	for (uint32_t i = end; i-- > 1;) {
		oni_para *p = &paras->at[i];
		bool agency = p->kind == ONI_SEGMENT_CREDIT && p->words <= 2 && p[-1].kind == ONI_SEGMENT_BYLINE;
		bool open = !p->fixed && p->names && (p->kind == ONI_SEGMENT_BODY || p->kind == ONI_SEGMENT_SUBHEAD);
		oni_segment_kind before = p[-1].kind, behind = i + 1 < paras->n ? p[1].kind : ONI_SEGMENT_BODY;
		bool beside = before == ONI_SEGMENT_BYLINE || behind == ONI_SEGMENT_BYLINE || behind == ONI_SEGMENT_DATELINE;
		if (agency || (open && (beside || p->names == ONI_NAMES_SURE) && before != ONI_SEGMENT_CREDIT))
			p->kind = ONI_SEGMENT_BYLINE;
	}
}

/* Behind the last prose, whatever follows a share line, a list of topics or who wrote it is furniture of the page. */
static void find_tail(oni_paras *paras)
{
	uint32_t prose = paras->n, i;
	while (prose > 0 && (paras->at[prose - 1].kind != ONI_SEGMENT_BODY || !(paras->at[prose - 1].stop || paras->at[prose - 1].words > 12)))
		prose--;
	for (i = prose; prose && i < paras->n && paras->at[i].kind != ONI_SEGMENT_BOILERPLATE && paras->at[i].kind != ONI_SEGMENT_BYLINE; i++)
		;
	for (; prose && i < paras->n; i++)
		if (!paras->at[i].fixed && (paras->at[i].kind == ONI_SEGMENT_BODY || paras->at[i].kind == ONI_SEGMENT_SUBHEAD))
			paras->at[i].kind = ONI_SEGMENT_BOILERPLATE;
}

void oni_kinds_by_place(oni_paras *paras)
{
	find_announced(paras);
	find_agency(paras);
	find_captions(paras);
	find_headline(paras);
	find_subheads(paras);
	find_names(paras);
	find_tail(paras);
}
