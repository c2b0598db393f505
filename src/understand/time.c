/* Time expressions.
 *
 * Each sentence is cut into pieces, each piece looked up (time_word.c). Only where a sentence holds a word of time or
 * a figure does the grammar run (time_phrase.c), from each piece that can begin an expression, longest reading
 * first. Then the expressions are dated in text order (time_resolve.c), with the tense of their clauses
 * (time_tense.c), from the article's day; where that is not given it is inferred from the expressions themselves
 * (time_published.c). So "The mayor spoke on Thursday night (1/12)" is one TIME; the weekday fits 1 December,
 * not 12 January, and 2022-12-01TNI it is.
 * Source: TimeML annotation guideline 1.2.1. */
#include "understand/time.h"
#include "understand/time_published.h"
#include "understand/time_tense.h"
#include "understand/when.h"

/* EVENTS: so many lengths of an article are counted from their events, no more (it keeps to linear time). */
enum { FROM_FIRST_TO_TRIGGER = 8, EVENTS = 500 };

/* Classes that make an expression. Where none of them, and no figure, is near, nothing is read. */
static const uint64_t triggers = ONI_TW_BIT(MONTH) | ONI_TW_BIT(WEEKDAY) | ONI_TW_BIT(UNIT) | ONI_TW_BIT(SEASON)
	| ONI_TW_BIT(PART) | ONI_TW_BIT(CLOCKWORD) | ONI_TW_BIT(DAY) | ONI_TW_BIT(NIGHT) | ONI_TW_BIT(DECADE)
	| ONI_TW_BIT(VAGUEREF) | ONI_TW_BIT(REFNOUN) | ONI_TW_BIT(PERIODIC) | ONI_TW_BIT(QUARTER) | ONI_TW_BIT(HOLIDAY)
	| ONI_TW_BIT(MERIDIEM) | ONI_TW_BIT(CARDINAL);

/* Whether an expression may begin at piece i: its word can stand first, and a trigger is among the next pieces.
 * *trigger is the first trigger at or behind the last i asked for. */
static bool may_begin(const oni_phrase_reader *r, uint32_t i, uint32_t *trigger)
{
	const oni_piece *p = &r->pieces.at[i];
	if (!p->entry && p->kind == ONI_PIECE_WORD)
		return false;
	if (p->kind == ONI_PIECE_NUMBER && p->glued && i > 1 && oni_is_one(r, i - 1, ". ,") && oni_glued(r, i - 1)
		&& oni_is_number(r, i - 2))
		return false;   /* the middle of 2.5 or 1,460 */
	if (*trigger < i)
		*trigger = i;
	while (*trigger < r->pieces.n && r->pieces.at[*trigger].kind != ONI_PIECE_NUMBER
		&& !oni_piece_has(&r->pieces.at[*trigger], triggers))
		(*trigger)++;
	if (*trigger == r->pieces.n || *trigger - i > FROM_FIRST_TO_TRIGGER)
		return false;
	return p->kind != ONI_PIECE_SIGN || oni_is_one(r, i, "' \u2019 \u2018");
}

/* "August and September 1914", "26 June - 4 August 1952": the first is of the second's year. */
static void join_range(const oni_phrase_reader *r, oni_found_time *a, const oni_found_time *b)
{
	oni_phrase *first = &a->phrase;
	const oni_phrase *second = &b->phrase;
	bool linked = a->sentence == b->sentence && second->first == first->end + 1 && (oni_is_dash(r, first->end)
		|| oni_is_one(r, first->end, "and or to until through till"));
	if (!linked || first->base != ONI_BASE_CALENDAR || second->base != ONI_BASE_CALENDAR || first->moment.year
		|| !first->moment.month || !second->moment.month || !second->moment.year || first->pick != ONI_PICK_TENSE)
		return;
	int32_t year = second->moment.year;
	first->moment.year = first->moment.month > second->moment.month ? (year == 1 ? -1 : year - 1) : year;
	first->two_digit_year = second->two_digit_year;
}

static void read_sentence(oni_doc *doc, oni_time_words *words, oni_phrase_reader *reader, uint32_t sentence,
	oni_found_times *found)
{
	const oni_sentence *s = &doc->sentences.at[sentence];
	uint32_t word = s->first, trigger = 0;
	oni_cut_pieces(words, doc, s->at, &reader->pieces);
	if ((reader->pieces.classes & triggers) == 0 && !reader->pieces.numbers)
		return;
	for (uint32_t i = 0; i < reader->pieces.n;) {
		const oni_piece *p = &reader->pieces.at[i];
		oni_phrase phrase;
		if (!may_begin(reader, i, &trigger) || !oni_read_phrase(reader, i, &phrase)) {
			i++;
			continue;
		}
		oni_found_time *f = oni_push(doc->scratch, found);
		f->phrase = phrase;
		f->at = (oni_range){p->begin, reader->pieces.at[phrase.end - 1].end};
		f->sentence = sentence;
		f->phrase.in_brackets = p->begin > 0 && doc->text.at[p->begin - 1] == '(';
		if (found->n > 1)
			join_range(reader, &found->at[found->n - 2], f);
		f->event_follows = oni_is_one(reader, phrase.end, "after before since") && phrase.kind == ONI_PHRASE_LENGTH;
		f->back = f->event_follows && oni_is(reader, phrase.end, "before");
		while (word < s->end && doc->words.at[word].at.end <= f->at.begin)
			word++;
		f->first = f->end = word;
		while (f->end < s->end && doc->words.at[f->end].at.begin < f->at.end)
			f->end++;
		i = phrase.end;
	}
}

/* "April Jones", "the Sunday Times": part of a longer name of somebody. */
static bool in_name(const oni_doc *doc, const oni_found_time *f)
{
	uint32_t name = doc->words.at[f->first].name, behind = f->end < doc->words.n ? doc->words.at[f->end].name : ONI_NONE;
	bool bare_month = f->end == f->first + 1 && f->phrase.moment.grain == ONI_GRAIN_MONTH;
	bool led = f->first > 0 && doc->words.at[f->first - 1].upos == ONI_UPOS_ADP;
	if (bare_month && !led && behind < doc->names.n && doc->names.at[behind].kind == ONI_NAME_PERSON)
		return true;
	if (name >= doc->names.n)
		return false;
	const oni_name *n = &doc->names.at[name];
	bool somebody = n->kind == ONI_NAME_PERSON || n->kind == ONI_NAME_ORGANIZATION;
	return somebody && n->first <= f->first && n->end >= f->end && n->end - n->first > f->end - f->first;
}

/* "has 2000 inhabitants": a year that counts a noun in the plural that nothing makes definite. */
static bool counts(const oni_doc *doc, const oni_found_time *f)
{
	const oni_word *w = &doc->words.at[f->first];
	bool bare_year = f->phrase.base == ONI_BASE_CALENDAR && f->phrase.moment.grain == ONI_GRAIN_YEAR && f->end == f->first + 1;
	if (!bare_year || w->rel != ONI_REL_NUMMOD || w->head == ONI_NONE || w->head < f->end
		|| !(doc->words.at[w->head].morph & ONI_MORPH_PLURAL))
		return false;
	const oni_word *before = f->first > 0 ? &doc->words.at[f->first - 1] : w;
	return before->upos != ONI_UPOS_DET && before->upos != ONI_UPOS_ADP && !(before->morph & ONI_MORPH_POSSESSIVE);
}

/* "Updated 3 hours ago": counted from when the page was looked at, which nobody knows. */
static bool is_pages_age(const oni_doc *doc, const oni_found_time *f)
{
	return f->phrase.kind == ONI_PHRASE_POINT && f->phrase.base == ONI_BASE_SHIFT
		&& doc->segments.at[doc->sentences.at[f->sentence].segment].kind == ONI_SEGMENT_DATELINE;
}

static bool usable(const oni_doc *doc, const oni_found_time *f)
{
	return f->first < f->end && f->end <= doc->words.n && !in_name(doc, f) && !counts(doc, f) && !is_pages_age(doc, f);
}

static void resolve_all(const oni_facts *facts, oni_doc *doc, oni_time_state *state, const oni_found_times *found)
{
	const oni_table *cues = oni_facts_table(facts, "time_cues");
	for (uint32_t i = 0; i < found->n; i++) {
		const oni_found_time *f = &found->at[i];
		oni_time time = {.at = f->at, .first = f->first, .end = f->end};
		if (!usable(doc, f))
			continue;
		oni_tense tense = f->phrase.kind == ONI_PHRASE_POINT ? oni_tense_of(cues, doc, f->first, f->end) : 0;
		if (oni_resolve(state, doc->arena, &f->phrase, tense, f->sentence, &time))
			*oni_push(doc->arena, &doc->times) = time;
	}
}

/* "Nine months after the invasion": the length from the day that the article gives for the event. */
static void resolve_event_lengths(const oni_facts *facts, oni_doc *doc, const oni_found_times *found)
{
	uint32_t t = 0, left = EVENTS;
	for (uint32_t i = 0; i < found->n && left; i++) {
		const oni_found_time *f = &found->at[i];
		while (t < doc->times.n && doc->times.at[t].at.begin < f->at.begin)
			t++;
		if (!f->event_follows || f->phrase.amount.vague || t == doc->times.n || doc->times.at[t].at.begin != f->at.begin)
			continue;
		const oni_sentence *s = &doc->sentences.at[f->sentence];
		uint32_t first = f->end + 1, end = first + 6 < s->end ? first + 6 : s->end;
		for (uint32_t w = first; w < end; w++)
			if (doc->words.at[w].upos == ONI_UPOS_PUNCT || oni_str_is(doc->words.at[w].form, ","))
				end = w;
		left--;
		oni_date date = first < end ? oni_date_of_event(facts, doc, first, end) : (oni_date){0};
		if (!date.year || !date.month || !date.day || f->phrase.unit < ONI_UNIT_DAY)
			continue;
		oni_moment day = oni_moment_of_day(oni_day_number(date.year, date.month, date.day));
		int32_t count = (int32_t)f->phrase.amount.low * (f->back ? -1 : 1);
		oni_unit unit = f->phrase.unit == ONI_UNIT_WEEKEND ? ONI_UNIT_WEEK : f->phrase.unit;
		day = oni_moment_shift(day, count, unit);
		doc->times.at[t].resolved = oni_date_text(doc->arena, oni_date_of_day(oni_moment_first(day)));
	}
}

void oni_find_times(const oni_facts *facts, oni_doc *doc)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_time_words *words = oni_time_words_new(facts, doc);
	oni_phrase_reader reader = {.holidays = oni_facts_table(facts, "time_holidays"), .arena = doc->scratch,
		.year_hint = doc->published.year};
	oni_found_times found = {0};
	for (uint32_t s = 0; s < doc->sentences.n; s++) {
		oni_segment_kind kind = doc->segments.at[doc->sentences.at[s].segment].kind;
		if (kind != ONI_SEGMENT_CREDIT && kind != ONI_SEGMENT_BOILERPLATE)
			read_sentence(doc, words, &reader, s, &found);
	}
	oni_time_state state = {.holidays = reader.holidays, .story = oni_no_moment, .quarter = oni_no_moment};
	oni_infer_published(facts, doc, &found, &state);
	resolve_all(facts, doc, &state, &found);
	resolve_event_lengths(facts, doc, &found);
	oni_arena_rewind(doc->scratch, mark);
}
