/* The time of what is told.
 *
 * A clause takes the time that hangs on its verb: from the expression the heads are climbed to the first verb, and of
 * the expressions that reach the clause's verb the nearest counts. Where sentences are not parsed, the nearest in the
 * sentence does. An event without a date of its own ("since the war began") is looked up in the article: a date that
 * stands beside a word of the same event, or of its family in lexicon/time_events.tsv. "Since the start of the
 * Russian invasion on February 24", told once, dates "the invasion" and "the war" throughout. */
#include "understand/when.h"

#include <stdlib.h>

/* FAR words away an expression is of another clause; more than DATES of them date no event: both keep long
 * documents linear. */
enum { CLIMB = 12, REACH = 6, NEAR = 12, FAR = 150, DATES = 200 };

static bool is_parsed(const oni_doc *doc, uint32_t word)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[word].sentence];
	return s->root != ONI_NONE && doc->words.at[s->root].upos != ONI_UPOS_X_;
}

uint32_t oni_first_time_behind(const oni_doc *doc, uint32_t word)
{
	uint32_t first;
	oni_halve(first, doc->times.n, i, doc->times.at[i].end <= word);
	return first;
}

static bool says_when(const oni_time *t)
{
	if (t->type == ONI_TIME_SET || oni_str_ends(t->value, "_REF"))
		return false;
	return t->type != ONI_TIME_DURATION || t->from.year != 0 || t->resolved.n != 0;
}

/* The word of the expression that the others in it hang on. */
static uint32_t top_word(const oni_doc *doc, const oni_time *t)
{
	for (uint32_t i = t->first; i < t->end; i++) {
		uint32_t head = doc->words.at[i].head;
		if (head == ONI_NONE || head < t->first || head >= t->end)
			return i;
	}
	return t->first;
}

static bool is_clause(const oni_word *w)
{
	return w->upos == ONI_UPOS_VERB || w->rel == ONI_REL_ROOT || w->rel == ONI_REL_CCOMP || w->rel == ONI_REL_ADVCL;
}

static uint32_t clause_verb(const oni_doc *doc, uint32_t word)
{
	for (int step = 0; step < CLIMB; step++) {
		const oni_word *w = &doc->words.at[word];
		if (is_clause(w) || w->head == ONI_NONE)
			break;
		word = w->head;
	}
	return word;
}

/* The nearest expression in the sentence that hangs on `target` without another clause between. */
static uint32_t hanging_on(const oni_doc *doc, uint32_t target)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[target].sentence];
	uint32_t best = ONI_NONE, nearest = UINT32_MAX, from = target > s->first + FAR ? target - FAR : s->first;
	for (uint32_t i = oni_first_time_behind(doc, from); i < doc->times.n && doc->times.at[i].first < s->end; i++) {
		const oni_time *t = &doc->times.at[i];
		uint32_t word = top_word(doc, t);
		if (t->first > target + FAR)
			break;
		if (!says_when(t) || (t->first <= target && target < t->end))
			continue;
		for (int step = 0; step < CLIMB && word != ONI_NONE && word != target; step++)
			word = step > 0 && is_clause(&doc->words.at[word]) ? ONI_NONE : doc->words.at[word].head;
		uint32_t distance = t->first > target ? t->first - target : target - t->first;
		if (word == target && distance < nearest) {
			nearest = distance;
			best = i;
		}
	}
	return best;
}

static uint32_t nearest_in_sentence(const oni_doc *doc, uint32_t word)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[word].sentence];
	uint32_t best = ONI_NONE, nearest = NEAR, from = word > s->first + NEAR ? word - NEAR : s->first;
	for (uint32_t i = oni_first_time_behind(doc, from); i < doc->times.n && doc->times.at[i].first < s->end; i++) {
		if (doc->times.at[i].first > word + NEAR)
			break;
		const oni_time *t = &doc->times.at[i];
		uint32_t distance = t->first > word ? t->first - word : word - t->first;
		if (says_when(t) && distance < nearest) {
			nearest = distance;
			best = i;
		}
	}
	return best;
}

uint32_t oni_time_of_clause(const oni_doc *doc, uint32_t word)
{
	if (word >= doc->words.n || doc->times.n == 0)
		return ONI_NONE;
	if (!is_parsed(doc, word))
		return nearest_in_sentence(doc, word);
	uint32_t found = hanging_on(doc, word);
	for (int step = 0; step < 3 && found == ONI_NONE; step++) {
		uint32_t verb = clause_verb(doc, word);
		found = hanging_on(doc, verb);
		uint8_t rel = doc->words.at[verb].rel;
		if (found != ONI_NONE || (rel != ONI_REL_CONJ && rel != ONI_REL_XCOMP) || doc->words.at[verb].head == ONI_NONE)
			break;
		word = doc->words.at[verb].head;        /* "was arrested on Friday and charged" */
	}
	return found;
}

/* ---- events ---- */

static oni_str word_key(const oni_word *w, char room[32])
{
	oni_str form = w->lemma.n ? w->lemma : w->form;
	if (form.n > 31)
		return ONI_STR("");
	for (size_t i = 0; i < form.n; i++)
		room[i] = (char)(form.at[i] >= 'A' && form.at[i] <= 'Z' ? form.at[i] | 0x20 : form.at[i]);
	return (oni_str){room, form.n};
}

static oni_str family_of(const oni_facts *facts, const oni_word *w)
{
	char room[32];
	const oni_table *table = oni_facts_table(facts, "time_events");
	uint32_t row = oni_table_find(table, word_key(w, room));
	return row == ONI_NO_ROW ? ONI_STR("") : oni_table_cell(table, row, oni_table_column(table, "family"));
}

static bool is_noun(const oni_word *w)
{
	if (w->upos != ONI_UPOS_X_)
		return w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_VERB;
	return w->form.n > 3;
}

/* 3 for the same word, 2 for one of its family, 0 for another event. */
static int same_event(const oni_facts *facts, const oni_word *a, const oni_word *b)
{
	char one[32], two[32];
	if (oni_str_eq(word_key(a, one), word_key(b, two)))
		return 3;
	oni_str family = family_of(facts, a);
	return family.n && oni_str_eq(family, family_of(facts, b)) ? 2 : 0;
}

/* How well the words beside an expression name the event: just before it, over at most a preposition, a name and a
 * verb of beginning; or the noun right behind ("the February 24 invasion"). */
static int beside(const oni_facts *facts, const oni_doc *doc, const oni_word *event, const oni_time *t)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[t->first].sentence];
	int best = t->end < s->end ? same_event(facts, event, &doc->words.at[t->end]) : 0;
	for (uint32_t n = 1; n <= REACH && t->first >= s->first + n; n++) {
		const oni_word *w = &doc->words.at[t->first - n];
		int same = same_event(facts, event, w);
		if (oni_str_is(w->form, ",") || oni_str_is(w->form, "\"") || oni_str_is(w->form, ";"))
			break;
		best = same > best ? same : best;
	}
	return best;
}

static bool is_date_of(const oni_time *t)
{
	return (t->type == ONI_TIME_DATE || t->type == ONI_TIME_TIME) && t->from.year != 0;
}

/* The event's own word among [first, end): the last that has a family, else the last noun. */
static uint32_t event_word(const oni_facts *facts, const oni_doc *doc, uint32_t first, uint32_t end)
{
	uint32_t noun = ONI_NONE;
	for (uint32_t i = first; i < end; i++)
		if (family_of(facts, &doc->words.at[i]).n)
			return i;
	for (uint32_t i = first; i < end; i++)
		if (is_noun(&doc->words.at[i]) && !oni_str_is(doc->words.at[i].form, "start")
			&& !oni_str_is(doc->words.at[i].form, "beginning"))
			noun = i;
	return noun;
}

/* As much of the first day as the expression says: no day of "in 2014". */
static oni_date told_date(const oni_time *t)
{
	oni_date date = t->from;
	if (t->to.year != t->from.year || t->to.month != t->from.month)
		date.month = date.day = 0;
	else if (t->to.day != t->from.day)
		date.day = 0;
	return date;
}

oni_date oni_date_of_event(const oni_facts *facts, const oni_doc *doc, uint32_t first, uint32_t end)
{
	uint32_t event = event_word(facts, doc, first, end), tried = 0;
	const oni_time *best = NULL;
	int most = 0;
	if (event == ONI_NONE)
		return (oni_date){0};
	for (uint32_t i = 0; i < doc->times.n && tried < DATES; i++) {
		const oni_time *t = &doc->times.at[i];
		if (!is_date_of(t))
			continue;
		tried++;
		int same = 2 * beside(facts, doc, &doc->words.at[event], t);
		same += same && told_date(t).day != 0;          /* an exact day before a month */
		if (same > most) {
			most = same;
			best = t;
		}
	}
	return best ? told_date(best) : (oni_date){0};
}

/* ---- periods ---- */

static bool is_form(const oni_doc *doc, uint32_t word, const char *form)
{
	return word < doc->words.n && oni_str_eq_nocase(doc->words.at[word].form, oni_str_of(form));
}

/* Where the phrase from `first` on ends: at a comma, or after ten words. */
static uint32_t phrase_end(const oni_doc *doc, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end && i < first + 10; i++)
		if (is_form(doc, i, ",") || is_form(doc, i, ".") || is_form(doc, i, ";") || is_form(doc, i, "\""))
			return i;
	return end < first + 10 ? end : first + 10;
}

/* The day from which "since" at word i counts. */
static oni_date since_date(const oni_facts *facts, const oni_doc *doc, uint32_t i, uint32_t sentence_end)
{
	uint32_t end = phrase_end(doc, i + 1, sentence_end), t = oni_first_time_behind(doc, i + 1);
	if (t < doc->times.n && doc->times.at[t].first < end && is_date_of(&doc->times.at[t]))
		return told_date(&doc->times.at[t]);
	return oni_date_of_event(facts, doc, i + 1, end);
}

/* "between May and July", "from 3 to 5 March": two expressions with only the link between them. */
static bool is_range(const oni_doc *doc, uint32_t t)
{
	if (t + 1 >= doc->times.n || doc->times.at[t].first == 0)
		return false;
	const oni_time *a = &doc->times.at[t], *b = &doc->times.at[t + 1];
	if (!is_date_of(a) || !is_date_of(b) || b->first != a->end + 1)
		return false;
	uint32_t before = a->first - 1;
	return (is_form(doc, before, "between") && is_form(doc, a->end, "and"))
		|| (is_form(doc, before, "from") && (is_form(doc, a->end, "to") || is_form(doc, a->end, "until")));
}

oni_period oni_period_of_clause(const oni_facts *facts, const oni_doc *doc, uint32_t word)
{
	oni_period period = {0};
	if (word >= doc->words.n)
		return period;
	const oni_sentence *s = &doc->sentences.at[doc->words.at[word].sentence];
	uint32_t nearest = ONI_NONE;
	uint32_t from = word > s->first + FAR ? word - FAR : s->first;
	for (uint32_t i = from; i < s->end && i < word + FAR; i++)
		if (is_form(doc, i, "since") && (nearest == ONI_NONE || i > word) && (nearest == ONI_NONE || nearest < word))
			nearest = i;
	if (nearest != ONI_NONE) {
		period.since = since_date(facts, doc, nearest, s->end);
		if (period.since.year)
			return period;
	}
	uint32_t t = oni_time_of_clause(doc, word);
	if (t == ONI_NONE)
		return period;
	if (t > 0 && is_range(doc, t - 1))
		t--;
	period.since = doc->times.at[t].from;
	period.until = doc->times.at[is_range(doc, t) ? t + 1 : t].to;
	return period;
}

oni_str oni_date_text(oni_arena *arena, oni_date date)
{
	if (date.year == 0)
		return ONI_STR("");
	if (date.month == 0)
		return oni_keepf(arena, "%04d", date.year);
	if (date.day == 0)
		return oni_keepf(arena, "%04d-%02d", date.year, date.month);
	return oni_keepf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}
