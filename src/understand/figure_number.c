/* Quantities: numbers in digits and in words, with the words that bound them.
 *
 * A quantity is  [bound] number [to|-|or|and number] [scale] [bound], where a number is digits ("10,000", "1.2"), words
 * ("twenty-five", "two hundred and ten"), an order of magnitude ("dozens", "tens of thousands", "several hundred") or
 * a share ("a third", "two-thirds"). Bounds: "at least 12" has no upper, "up to 40" no lower end; "dozens" is
 * at least two dozen, with no upper end. Example: "between 300 and 400" → low 300, high 400. */
#include <math.h>

#include "base/decimal.h"
#include "understand/figure_parts.h"
#include "understand/phrase.h"

enum { LONGEST_BOUND = 4, MOST_WORDS = 14 };

typedef struct reader {
	const oni_figure_tables *tables;
	const oni_doc *doc;
	uint32_t begin, end; /* the sentence */
} reader;

void oni_figure_tables_open(const oni_facts *facts, oni_figure_tables *ret)
{
	oni_figure_tables t = {.numbers = oni_facts_table(facts, "number_words"), .bounds = oni_facts_table(facts, "figure_bounds"),
		.measures = oni_facts_table(facts, "figure_measures"), .units = oni_facts_table(facts, "figure_units")};
	t.number_class = oni_table_column(t.numbers, "class");
	t.number_value = oni_table_column(t.numbers, "value");
	t.bound_side = oni_table_column(t.bounds, "side");
	t.bound_is = oni_table_column(t.bounds, "bound");
	t.measure_use = oni_table_column(t.measures, "use");
	t.measure_is = oni_table_column(t.measures, "measure");
	t.unit_class = oni_table_column(t.units, "class");
	t.unit_is = oni_table_column(t.units, "unit");
	*ret = t;
}

static oni_str form(const reader *r, uint32_t i)
{
	return i < r->end ? r->doc->words.at[i].form : (oni_str){0};
}

static bool is(const reader *r, uint32_t i, const char *word)
{
	return oni_str_eq_nocase(form(r, i), oni_str_of(word));
}

/* The value of a word in this class of number_words.tsv. */
static bool word_value(const reader *r, uint32_t i, const char *class, double *ret_value)
{
	char lower[24];
	oni_str f = form(r, i);
	if (!f.n || f.n > sizeof lower)
		return false;
	for (size_t k = 0; k < f.n; k++)
		lower[k] = f.at[k] >= 'A' && f.at[k] <= 'Z' ? (char)(f.at[k] + 32) : f.at[k];
	oni_str key = {lower, f.n};
	const oni_table *t = r->tables->numbers;
	uint32_t row = oni_table_find(t, key);
	for (; row < oni_table_rows(t) && oni_str_eq(oni_table_cell(t, row, 0), key); row++) {
		if (oni_str_is(oni_table_cell(t, row, r->tables->number_class), class)) {
			*ret_value = oni_decimal_of(oni_table_cell(t, row, r->tables->number_value));
			return true;
		}
	}
	return false;
}

/* "1,200", "1.2", "40"; not "1st", "A4", "10:30", "3-2". Groups behind commas have three digits. */
static bool digits_value(oni_str f, double *ret_value)
{
	double value = 0, tenth = 0;
	size_t group = 0, groups = 0;
	if (!f.n || f.n > 18 || f.at[0] < '0' || f.at[0] > '9')
		return false;
	for (size_t i = 0; i < f.n; i++) {
		char c = f.at[i];
		if (c >= '0' && c <= '9') {
			value = tenth > 0 ? value + (c - '0') * tenth : value * 10 + (c - '0');
			tenth /= 10;
			group++;
		} else if (c == ',' && tenth == 0 && (groups ? group == 3 : group > 0 && group <= 3)) {
			groups++;
			group = 0;
		} else if (c == '.' && tenth == 0 && i + 1 < f.n && (!groups || group == 3)) {
			tenth = 0.1;
		} else {
			return false;
		}
	}
	*ret_value = value;
	return !groups || group == 3 || tenth > 0;
}

/* "1.2m", "3bn": digits with a scale in the same word. */
static bool scaled_digits(const reader *r, uint32_t i, double *ret_value)
{
	oni_str f = form(r, i);
	static const struct {
		const char *end;
		double scale;
	} ENDS[] = {{"bn", 1e9}, {"tn", 1e12}, {"mn", 1e6}, {"m", 1e6}, {"k", 1e3}};
	for (size_t k = 0; k < sizeof ENDS / sizeof *ENDS; k++) {
		if (oni_str_ends(f, ENDS[k].end) && digits_value(oni_str_cut(f, 0, f.n - strlen(ENDS[k].end)), ret_value)) {
			*ret_value *= ENDS[k].scale;
			return true;
		}
	}
	return false;
}

/* The scales behind a number: "1.2 million", "two dozen". Returns the word behind. */
static uint32_t scales(const reader *r, uint32_t i, double *value)
{
	double scale;
	while (word_value(r, i, "scale", &scale)) {
		*value *= scale;
		i++;
	}
	return i;
}

/* "twenty-five", "two hundred and ten thousand". */
static uint32_t cardinal_words(const reader *r, uint32_t i, double *ret_value)
{
	double total = 0, part = 0, value;
	uint32_t at = i, last = i;
	while (at < i + MOST_WORDS) {
		bool joint = at > i && (is(r, at, "and") ? part >= 100 || total > 0 : is(r, at, "-"));
		uint32_t next = at + joint;
		if (word_value(r, next, "cardinal", &value) && (at == i || fmod(part, 100) == 0 || (fmod(part, 10) == 0 && value < 10))) {
			if (joint && is(r, at, "and") && fmod(part, 100) != 0)
				break;
			part += value;
		} else if (!joint && at > i && word_value(r, at, "scale", &value)) {
			part *= value;
			if (value >= 1000) {
				total += part;
				part = 0;
			}
		} else {
			break;
		}
		at = last = next + 1;
	}
	*ret_value = total + part;
	return last > i ? last : 0;
}

/* "dozens", "tens of thousands", "several hundred", "a few dozen", "a million": low is the least that it can mean. */
static uint32_t magnitude(const reader *r, uint32_t i, oni_quantity *q)
{
	double value, more;
	uint32_t at = i;
	if (word_value(r, at, "scales", &value)) {
		q->low = 2 * value;
		at++;
		while (is(r, at, "of") && word_value(r, at + 1, "scales", &more)) {
			q->low *= more;
			at += 2;
		}
		q->high = NAN;
		q->vague = q->approximate = true;
		return at;
	}
	bool article = is(r, at, "a") || is(r, at, "an");
	at += article;
	if (word_value(r, at, "vague", &value)) {
		uint32_t behind = at + 1 + is(r, at + 1, "of");
		if (!word_value(r, behind, "scale", &more))
			return 0;
		q->low = value;
		q->high = NAN;
		q->vague = q->approximate = true;
		return scales(r, behind, &q->low);
	}
	if (article && word_value(r, at, "scale", &value) && form(r, at).n > 2) {
		q->low = q->high = 1;
		at = scales(r, at, &q->low);
		q->high = q->low;
		return at;
	}
	return 0;
}

/* "half of", "a third of", "two-thirds", "three quarters": percent. */
static uint32_t share(const reader *r, uint32_t i, oni_quantity *q)
{
	double parts = 1, value;
	uint32_t at = i + (is(r, i, "a") || is(r, i, "one"));
	if (at == i && word_value(r, i, "cardinal", &parts))
		at++;
	at += at > i && is(r, at, "-");
	if (!word_value(r, at, "fraction", &value) || (at == i && value != 50) || parts * value > 100)
		return 0;
	if (!is(r, at + 1, "of") && !is(r, at + 1, "the"))
		return 0;
	q->low = q->high = parts * value;
	q->kind = ONI_QUANTITY_SHARE;
	return at + 1;
}

static uint32_t one_number(const reader *r, uint32_t i, double *ret_value, bool *ret_digits)
{
	*ret_digits = true;
	if (digits_value(form(r, i), ret_value))
		return scales(r, i + 1, ret_value);
	if (scaled_digits(r, i, ret_value))
		return i + 1;
	*ret_digits = false;
	return cardinal_words(r, i, ret_value);
}

static oni_str unit_row(const reader *r, oni_str key, const char *class)
{
	const oni_figure_tables *t = r->tables;
	uint32_t row = oni_table_find(t->units, key);
	for (; row < oni_table_rows(t->units) && oni_str_eq(oni_table_cell(t->units, row, 0), key); row++)
		if (oni_str_is(oni_table_cell(t->units, row, t->unit_class), class))
			return oni_table_cell(t->units, row, t->unit_is).n ? oni_table_cell(t->units, row, t->unit_is) : ONI_STR("?");
	return (oni_str){0};
}

static bool is_dash(const reader *r, uint32_t i)
{
	return is(r, i, "-") || is(r, i, "\u2013") || is(r, i, "\u2014") || is(r, i, "to") || is(r, i, "or");
}

static double scale_behind(const reader *r, uint32_t at)
{
	double last = 1;
	return at > r->begin && word_value(r, at - 1, "scale", &last) ? last : 1;
}

/* A noun or what leads to one. */
static bool counts_noun(const oni_word *w)
{
	return w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_PROPN || w->upos == ONI_UPOS_SYM;
}

/* The second number of a range, where what is behind `at` makes one; a scale behind it holds for both. */
static uint32_t range_end(const reader *r, uint32_t at, oni_quantity *q)
{
	double high;
	bool digits;
	bool sign = q->number > r->begin && unit_row(r, form(r, q->number - 1), "money").n;
	bool between = q->number > r->begin + sign && is(r, q->number - 1 - sign, "between");
	bool from = q->number > r->begin + sign && is(r, q->number - 1 - sign, "from");
	if (!(between && is(r, at, "and")) && !is_dash(r, at))
		return at;
	uint32_t second = at + 1;
	if (second < r->end && q->number > r->begin && oni_str_eq(form(r, second), form(r, q->number - 1))
		&& unit_row(r, form(r, second), "money").n)
		second++; /* "between $30,000 and $60,000" */
	uint32_t end = one_number(r, second, &high, &digits);
	if (!end)
		return at;
	double scale = scale_behind(r, end);
	double low = q->low < high / scale && scale > 1 && scale_behind(r, at) == 1 ? q->low * scale : q->low;
	if (from && is(r, at, "to") && (end >= r->end || !counts_noun(&r->doc->words.at[end])))
		return at; /* "rose from 12 to 17" */
	if (high <= low || (is(r, at, "or") && high > 2 * low + 2))
		return at;
	q->low = low;
	q->high = high;
	q->bounded = q->range = true;
	return end;
}

static uint32_t core(const reader *r, uint32_t i, oni_quantity *q)
{
	uint32_t at = share(r, i, q);
	if (at || (at = magnitude(r, i, q)))
		return at;
	at = one_number(r, i, &q->low, &q->digits);
	if (!at)
		return 0;
	q->high = q->low;
	return range_end(r, at, q);
}

/* ---- what bounds the number ---- */

static void bound(oni_quantity *q, oni_str how)
{
	q->bounded = q->bounded || oni_str_is(how, "low") || oni_str_is(how, "high") || oni_str_is(how, "about");
	if (oni_str_is(how, "low")) {
		q->high = NAN;
	} else if (oni_str_is(how, "high")) {
		if (!isnan(q->high))
			q->low = NAN;
	} else if (oni_str_is(how, "about")) {
		q->approximate = true;
	} else if (oni_str_is(how, "label")) {
		q->label = true;
	}
}

static oni_str bound_row(const reader *r, uint32_t first, uint32_t end, const char *side)
{
	const oni_figure_tables *t = r->tables;
	if (r->doc->words.at[first].upos == ONI_UPOS_PUNCT || r->doc->words.at[end - 1].upos == ONI_UPOS_PUNCT)
		return (oni_str){0}; /* phrases are compared without their marks */
	oni_str text = oni_text_at(r->doc, (oni_range){r->doc->words.at[first].at.begin, r->doc->words.at[end - 1].at.end});
	oni_phrase p = oni_phrase_find(t->bounds, text);
	for (uint32_t k = 0; k < p.n; k++) {
		uint32_t row = oni_phrase_row(t->bounds, p, k);
		if (oni_str_is(oni_table_cell(t->bounds, row, t->bound_side), side))
			return oni_table_cell(t->bounds, row, t->bound_is);
	}
	return (oni_str){0};
}

static bool bound_before(const reader *r, oni_quantity *q)
{
	for (uint32_t n = LONGEST_BOUND; n >= 1; n--) {
		if (q->first < r->begin + n)
			continue;
		oni_str how = bound_row(r, q->first - n, q->first, "before");
		if (how.n) {
			q->first -= n;
			bound(q, how);
			return true;
		}
	}
	return false;
}

static void bound_after(const reader *r, oni_quantity *q)
{
	for (uint32_t n = 3; n >= 1; n--) {
		if (q->end + n > r->end)
			continue;
		oni_str how = bound_row(r, q->end, q->end + n, "after");
		if (how.n) {
			q->end += n;
			bound(q, how);
			return;
		}
	}
}

/* "one in four", "eight of 10", "9 out of every 10", "2-to-1", "80-19": a proportion or a score, no count. */
static bool is_ratio(const reader *r, const oni_quantity *q)
{
	static const char *const JOINTS[] = {"in", "of", "out", "every", "each", "-", "\u2013", "to"};
	double other;
	bool digits, joined = false;
	uint32_t at = q->number_end;
	for (int k = 0; k < 3; k++) {
		bool joint = false;
		for (size_t j = 0; j < sizeof JOINTS / sizeof *JOINTS; j++)
			joint = joint || is(r, at, JOINTS[j]);
		if (!joint)
			break;
		joined = true;
		at++;
	}
	return joined && !isnan(q->high) && one_number(r, at, &other, &digits)
		&& (other == 10 || other == 100 || other <= 9 || is(r, q->number_end, "-") || is(r, q->number_end, "\u2013"));
}

/* ---- signs: money and percent ---- */

static void money(oni_quantity *q, oni_str unit)
{
	q->kind = ONI_QUANTITY_MONEY;
	q->unit = oni_str_is(unit, "?") ? (oni_str){0} : unit;
}

static void signs(const reader *r, oni_quantity *q)
{
	const oni_word *words = r->doc->words.at;
	oni_str unit = {0};
	oni_str before = q->first > r->begin ? words[q->first - 1].form : (oni_str){0};
	if (before.n && !(before.at[0] >= 'a' && before.at[0] <= 'z') && (unit = unit_row(r, before, "money")).n) {
		money(q, unit);
		q->first--;
		return;
	}
	bool of = q->vague && is(r, q->end, "of");
	if (q->end + of >= r->end)
		return;
	if (of && (unit = unit_row(r, words[q->end + 1].lemma, "money")).n) { /* "millions of dollars" */
		money(q, unit);
		q->end += 2;
		return;
	}
	oni_str behind = words[q->end].lemma.n ? words[q->end].lemma : words[q->end].form;
	bool per_cent = is(r, q->end, "per") && is(r, q->end + 1, "cent");
	if (per_cent || unit_row(r, behind, "percent").n || is(r, q->end, "percent")) {
		q->kind = ONI_QUANTITY_PERCENT;
		q->unit = ONI_STR("percent");
		q->end += 1 + per_cent;
		if (q->end < r->end && unit_row(r, words[q->end].lemma, "point").n) {
			q->unit = ONI_STR("percentage points");
			q->end++;
		}
	} else if ((unit = unit_row(r, behind, "money")).n) {
		money(q, unit);
		q->end++;
	}
}

bool oni_read_quantity(const oni_figure_tables *tables, const oni_doc *doc, uint32_t begin, uint32_t end, uint32_t i,
	oni_quantity *ret)
{
	reader r = {tables, doc, begin, end};
	*ret = (oni_quantity){.first = i, .number = i};
	ret->end = core(&r, i, ret);
	if (!ret->end)
		return false;
	ret->number_end = ret->end;
	if (ret->kind == ONI_QUANTITY_PLAIN && is_ratio(&r, ret)) {
		double other;
		bool digits;
		ret->label = true;
		for (uint32_t at = ret->end; at < end && at < ret->number_end + 4; at++)
			if (one_number(&r, at, &other, &digits))
				ret->end = one_number(&r, at, &other, &digits);
	}
	bool sign = ret->kind != ONI_QUANTITY_SHARE;
	if (sign)
		signs(&r, ret);
	if (ret->range && ret->first > begin && (is(&r, ret->first - 1, "between") || is(&r, ret->first - 1, "from")))
		ret->first--;
	for (int k = 0; k < 2 && bound_before(&r, ret); k++)
		;
	if (sign && ret->kind == ONI_QUANTITY_PLAIN)
		bound_after(&r, ret);
	return true;
}
