/* The day of an article whose input did not say it; the order of day and month; news or history.
 *
 * The text is a set of constraints. "On Friday (2/12)" holds only in years in which one of 2 December and 12 February
 * is a Friday, and an article that says so is from that week. Days told as past lie on or before the article's day,
 * plans after it; the newest past day is most likely the day itself. Years that the text names, and the terms of the
 * office-holders it names with their titles (lexicon/time_terms.tsv), say which of the fitting years it is. All
 * candidate days and both orders are scored; the best counts only when no other year comes near. A dateline or
 * byline with a full date settles it at once.
 *
 * Example: "Thursday night (1/12)" and "Friday (2/12)" fit together, day first, in 2005, 2011, 2016 and 2022; "US
 * President Joe Biden" leaves 2022; the newest day told as past is Friday: 2022-12-02. */
#include "understand/time_published.h"

#include <math.h>
#include <stdlib.h>

#include "understand/time_tense.h"

enum { FIRST_YEAR = 1985, LAST_YEAR = 2040, PAIRS = 24, DAYS = 24, TERMS = 32, WINDOW = 8, DATELINE = 8 };

/* A day and month told with a weekday, or in a dateline. */
typedef struct pair {
	const oni_phrase *phrase;
	oni_tense tense;
	bool dateline;
} pair;

/* An office-holder's years; `former`: they are over. */
typedef struct term {
	int32_t since, until;
	bool former;
	double weight;
} term;

typedef struct clues {
	pair pairs[PAIRS];
	struct { uint8_t weekday; oni_tense tense; } days[DAYS];
	term terms[TERMS];
	int n_pairs, n_days, n_terms;
	int32_t latest_year;           /* that the text names; 0 none */
} clues;

/* ---- gathering ---- */

static bool is_explicit(const oni_phrase *p)
{
	return p->kind == ONI_PHRASE_POINT && p->base == ONI_BASE_CALENDAR && p->moment.year > 0 && !p->two_digit_year;
}

static bool is_dash(oni_str form)
{
	return oni_str_is(form, "-") || oni_str_is(form, "--") || oni_str_is(form, "\u2013") || oni_str_is(form, "\u2014");
}

/* In a segment that is a dateline, or at the head of a paragraph like "LENTA, Dec. 2 (Courier) -". */
static bool is_dateline(const oni_doc *doc, const oni_found_time *f)
{
	const oni_sentence *s = &doc->sentences.at[f->sentence];
	const oni_segment *segment = &doc->segments.at[s->segment];
	if (segment->kind == ONI_SEGMENT_DATELINE || segment->kind == ONI_SEGMENT_BYLINE)
		return true;
	oni_str place = doc->words.at[s->first].form;
	if (segment->first_sentence != f->sentence || f->first > s->first + DATELINE || place.n < 3)
		return false;
	for (size_t i = 0; i < place.n; i++)
		if (place.at[i] >= 'a' && place.at[i] <= 'z')
			return false;
	for (uint32_t i = f->end; i < s->end && i < f->end + DATELINE; i++)
		if (is_dash(doc->words.at[i].form))
			return true;
	return false;
}

static void gather_times(const oni_facts *facts, const oni_doc *doc, const oni_found_times *found, clues *c)
{
	const oni_table *cues = oni_facts_table(facts, "time_cues");
	for (uint32_t i = 0; i < found->n; i++) {
		const oni_found_time *f = &found->at[i];
		const oni_phrase *p = &f->phrase;
		if (is_explicit(p) && p->moment.grain >= ONI_GRAIN_YEAR && p->moment.year > c->latest_year
			&& p->moment.year <= LAST_YEAR && oni_tense_of(cues, doc, f->first, f->end) <= 0)
			c->latest_year = p->moment.year;
		bool in_dateline = is_dateline(doc, f);
		if (p->kind != ONI_PHRASE_POINT || p->base != ONI_BASE_CALENDAR || !(p->moment.weekday || in_dateline))
			continue;
		bool day = p->moment.day || p->order_a;
		if (day && (p->moment.month || p->order_a) && c->n_pairs < PAIRS)
			c->pairs[c->n_pairs++] = (pair){p, oni_tense_of(cues, doc, f->first, f->end), in_dateline};
		else if (!day && p->moment.weekday && p->pick == ONI_PICK_TENSE && c->n_days < DAYS) {
			c->days[c->n_days].weekday = p->moment.weekday;
			c->days[c->n_days++].tense = oni_tense_of(cues, doc, f->first, f->end);
		}
	}
}

/* "2022-12-02" as a day number; `otherwise` when the cell is empty. */
static int32_t cell_day(oni_str cell, int32_t otherwise)
{
	int part[3] = {0, 1, 1}, k = 0;
	if (cell.n < 4)
		return otherwise;
	for (size_t i = 0; i < cell.n && k < 3; i++) {
		if (cell.at[i] == '-') {
			if (++k < 3)
				part[k] = 0;
		} else if (cell.at[i] >= '0' && cell.at[i] <= '9' && part[k] < 10000) {
			part[k] = part[k] * 10 + (cell.at[i] - '0');
		}
	}
	return part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > 31 ? otherwise : oni_day_number(part[0], part[1], part[2]);
}

static bool is_former(const oni_doc *doc, uint32_t word)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[word].sentence];
	uint32_t from = word > s->first + 6 ? word - 6 : s->first;
	for (uint32_t i = from; i < word; i++) {
		oni_str form = doc->words.at[i].form;
		if (oni_str_eq_nocase(form, ONI_STR("former")) || oni_str_eq_nocase(form, ONI_STR("ex"))
			|| oni_str_eq_nocase(form, ONI_STR("late")))
			return true;
	}
	return false;
}

/* Office-holders by their two-word or longer names. One name may have several terms: rows of one key. */
static void gather_terms(const oni_facts *facts, const oni_doc *doc, clues *c)
{
	const oni_table *table = oni_facts_table(facts, "time_terms");
	int since = oni_table_column(table, "since"), until = oni_table_column(table, "until");
	for (uint32_t i = 0; i + 1 < doc->words.n && c->n_terms < TERMS; i++) {
		const oni_word *w = &doc->words.at[i];
		bool capital = w->form.n && w->form.at[0] >= 'A' && w->form.at[0] <= 'Z';
		for (uint32_t n = 2; capital && n <= 4 && i + n <= doc->words.n; n++) {
			const oni_word *last = &doc->words.at[i + n - 1];
			if (last->sentence != w->sentence)
				break;
			oni_str name = oni_text_at(doc, (oni_range){w->at.begin, last->at.end});
			uint32_t row = oni_table_find(table, name);
			if (row == ONI_NO_ROW)
				continue;
			bool former = is_former(doc, i);
			int32_t from = cell_day(oni_table_cell(table, row, since), INT32_MIN / 2), to = from;
			uint32_t r = row;
			for (; r < oni_table_rows(table) && oni_str_eq(oni_table_cell(table, r, 0), name); r++) {
				int32_t end = cell_day(oni_table_cell(table, r, until), INT32_MAX / 2);
				to = end > to ? end : to;
			}
			if (r == row + 1)
				c->terms[c->n_terms++] = (term){from, to, former, 1};
			break;
		}
	}
}

/* ---- scoring ---- */

static bool month_day(const oni_phrase *p, bool month_first, int32_t year, int32_t *ret_day)
{
	int month = p->moment.month, day = p->moment.day;
	if (!month && p->order_a) {
		month = month_first ? p->order_a : p->order_b;
		day = month_first ? p->order_b : p->order_a;
	}
	int32_t y = p->moment.year && !p->two_digit_year ? p->moment.year : year;
	if (month < 1 || month > 12 || day > oni_month_days(y, month))
		return false;
	*ret_day = oni_day_number(y, month, day);
	return !p->moment.weekday || oni_weekday(*ret_day) == p->moment.weekday;
}

/* The day of the pair nearest to `now`, over the turn of the year. */
static bool nearest_day(const oni_phrase *p, bool month_first, int32_t now, int32_t *ret_day)
{
	int32_t year = oni_date_of_day(now).year, best = INT32_MAX;
	for (int32_t y = year - 1; y <= year + 1; y++) {
		int32_t day;
		if (month_day(p, month_first, y, &day) && abs(day - now) < best) {
			best = abs(day - now);
			*ret_day = day;
		}
	}
	return best != INT32_MAX;
}

static double pairs_score(const clues *c, bool month_first, int32_t now)
{
	double score = 0;
	for (int i = 0; i < c->n_pairs; i++) {
		int32_t day;
		if (!nearest_day(c->pairs[i].phrase, month_first, now, &day)) {
			score -= 10;
			continue;
		}
		if (c->pairs[i].dateline) {
			score += 10 - fmin(abs(day - now), 20) * 2;
			continue;
		}
		bool wrong = (c->pairs[i].tense <= 0 && day > now) || (c->pairs[i].tense > 0 && day < now);
		score += 10 - (wrong ? 5 : 0) - fmin(abs(day - now), 60) * 0.05;
	}
	return score;
}

/* The newest of the weekdays told as past should be the day itself, or the day before, the oldest not long ago. */
static double days_score(const clues *c, int32_t now)
{
	int newest = 7, oldest = 0;
	for (int i = 0; i < c->n_days; i++) {
		int back = (oni_weekday(now) - c->days[i].weekday + 7) % 7;
		if (c->days[i].tense > 0)
			continue;
		newest = back < newest ? back : newest;
		oldest = back > oldest ? back : oldest;
	}
	return newest == 7 ? 0 : -0.2 * newest - 0.1 * oldest;
}

/* A wire's story names the day of its dateline oftener than any other ("said on Tuesday"). */
static double dateline_score(const clues *c, bool month_first, int32_t now)
{
	int count[8] = {0}, most = 1;
	int32_t day = INT32_MIN;
	for (int i = 0; i < c->n_pairs && day == INT32_MIN; i++)
		if (c->pairs[i].dateline && !nearest_day(c->pairs[i].phrase, month_first, now, &day))
			day = INT32_MIN;
	for (int i = 0; i < c->n_days; i++)
		if (c->days[i].tense <= 0 && ++count[c->days[i].weekday] > count[most])
			most = c->days[i].weekday;
	return day != INT32_MIN && count[most] && oni_weekday(day) == most ? 4 : 0;
}

static double years_score(const clues *c, int32_t now)
{
	double score = 0;
	int32_t year = oni_date_of_day(now).year;
	if (c->latest_year)
		score += year < c->latest_year ? -6 : year == c->latest_year ? 3 : year == c->latest_year + 1 ? 2
			: -0.5 * fmin(year - c->latest_year - 1, 10);
	for (int i = 0; i < c->n_terms; i++) {
		const term *t = &c->terms[i];
		bool fits = t->former ? now > t->until : now >= t->since && now <= t->until;
		score += fits ? 1 : -3;
	}
	return score;
}

/* The best day and order; false when another year is as good. */
static bool solve(const clues *c, int32_t *ret_day, bool *ret_month_first)
{
	double best = -INFINITY, other = -INFINITY;
	int32_t best_year = 0;
	for (int k = 0; k < c->n_pairs * 2; k++) {
		bool month_first = k & 1;
		for (int32_t year = FIRST_YEAR; year <= LAST_YEAR; year++) {
			int32_t day;
			if (!month_day(c->pairs[k / 2].phrase, month_first, year, &day))
				continue;
			for (int32_t now = day - WINDOW; now <= day + WINDOW; now++) {
				double score = pairs_score(c, month_first, now) + days_score(c, now) + dateline_score(c, month_first, now) + years_score(c, now);
				int32_t its = oni_date_of_day(now).year;
				if (score > best) {
					other = its != best_year ? best : other;
					best = score;
					best_year = its;
					*ret_day = now;
					*ret_month_first = month_first;
				} else if (its != best_year && score > other) {
					other = score;
				}
			}
		}
	}
	return best > 0 && best - other >= 1;
}

/* ---- what settles it at once ---- */

/* A full date in a dateline or byline. */
static bool dateline(const oni_doc *doc, const oni_found_times *found, int32_t *ret_day)
{
	for (uint32_t i = 0; i < found->n; i++) {
		const oni_phrase *p = &found->at[i].phrase;
		if (is_explicit(p) && is_dateline(doc, &found->at[i]) && p->moment.grain == ONI_GRAIN_DAY && p->moment.month && p->moment.day
			&& p->moment.day <= oni_month_days(p->moment.year, p->moment.month)) {
			*ret_day = oni_day_number(p->moment.year, p->moment.month, p->moment.day);
			return true;
		}
	}
	return false;
}

/* Whether most dates lie years away from the article: then dates without a year go on from each other. */
static bool is_history(const oni_found_times *found, int32_t year)
{
	uint32_t far = 0, near = 0;
	for (uint32_t i = 0; i < found->n; i++) {
		const oni_phrase *p = &found->at[i].phrase;
		bool day_or_month = p->kind == ONI_PHRASE_POINT;
		if (is_explicit(p) && p->moment.grain >= ONI_GRAIN_YEAR && (p->moment.year < year - 1 || p->moment.year > year + 1))
			far++;
		near += day_or_month && ((p->base == ONI_BASE_SHIFT && p->anchor == ONI_FROM_ARTICLE)
			|| (p->moment.weekday && !p->moment.year && !p->moment.month));
	}
	return far >= 4 && far > 2 * near;
}

/* ---- the order of day and month ---- */

static bool publisher_month_first(const oni_facts *facts, const oni_doc *doc)
{
	const oni_table *table = oni_facts_table(facts, "time_orders");
	int order = oni_table_column(table, "order");
	for (uint32_t row = 0; row < oni_table_rows(table); row++) {
		oni_str key = oni_table_cell(table, row, 0);
		for (size_t i = 0; key.n && i + key.n <= doc->url.n; i++)
			if (oni_str_eq_nocase(oni_str_cut(doc->url, i, i + key.n), key))
				return oni_str_is(oni_table_cell(table, row, order), "month");
		for (size_t i = 0; key.n && i + key.n <= doc->publisher.n; i++)
			if (oni_str_eq_nocase(oni_str_cut(doc->publisher, i, i + key.n), key))
				return oni_str_is(oni_table_cell(table, row, order), "month");
	}
	return true;
}

static bool decide_order(const oni_facts *facts, const oni_doc *doc, const oni_found_times *found, const oni_time_state *s,
	const clues *c)
{
	int month = 0, day = 0;
	for (int i = 0; s->dated && i < c->n_pairs; i++) {
		int32_t there;
		if (c->pairs[i].phrase->order_a && c->pairs[i].phrase->order_a != c->pairs[i].phrase->order_b) {
			int32_t far = 400;
			bool fits = nearest_day(c->pairs[i].phrase, true, s->article, &there);
			int32_t by_month = fits ? abs(there - s->article) : far;
			fits = nearest_day(c->pairs[i].phrase, false, s->article, &there);
			int32_t by_day = fits ? abs(there - s->article) : far;
			month += 4 * (by_month < by_day);
			day += 4 * (by_day < by_month);
		}
	}
	if (month != day)
		return month > day;
	for (uint32_t i = 0; i < found->n; i++) {
		month += found->at[i].phrase.order_b > 12;
		day += found->at[i].phrase.order_a > 12;
	}
	return month != day ? month > day : publisher_month_first(facts, doc);
}

void oni_infer_published(const oni_facts *facts, oni_doc *doc, const oni_found_times *found, oni_time_state *state)
{
	clues *c = ONI_NEW(doc->scratch, clues);
	int32_t day = 0;
	bool month_first = true, solved = false;
	gather_times(facts, doc, found, c);
	if (doc->published.year) {
		int month = doc->published.month ? doc->published.month : 1;
		state->dated = true;
		state->article = oni_day_number(doc->published.year, month, doc->published.day ? doc->published.day : 1);
	} else {
		gather_terms(facts, doc, c);
		bool told = dateline(doc, found, &day);
		solved = !told && solve(c, &day, &month_first);
		if (told || solved) {
			doc->published = oni_date_of_day(day);
			doc->published_from = told ? ONI_ORIGIN_TEXT : ONI_ORIGIN_INFERRED;
			state->dated = true;
			state->article = day;
		}
	}
	state->history = is_history(found, doc->published.year);
	state->month_first = solved ? month_first : decide_order(facts, doc, found, state, c);
}
