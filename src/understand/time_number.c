/* Numbers, years, decades and centuries, in digits and in words.
 *
 * An amount is what can stand before a unit: "10", "1,460", "2 1/2", "two and a half", "twenty-four", "a couple of",
 * "several", "12 to 18", "two or three". A year is four digits that the words around let be a year, or "nineteen
 * ninety-seven". Example: "two to three weeks" → low 2, high 3, and the reader stands before "weeks". */
#include "understand/time_phrase.h"

enum { MOST = 2000000000 };

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool oni_is_one(const oni_phrase_reader *r, uint32_t i, const char *words)
{
	if (i >= r->pieces.n)
		return false;
	const char *text = r->pieces.text->at + r->pieces.at[i].begin;
	size_t n = r->pieces.at[i].end - r->pieces.at[i].begin;
	for (const char *w = words; *w;) {
		size_t k = 0;
		while (k < n && w[k] && lower(text[k]) == lower(w[k]))
			k++;
		if (k == n && (w[k] == ' ' || w[k] == '\0'))
			return true;
		for (w += k; *w && *w != ' ';)
			w++;
		w += *w == ' ';
	}
	return false;
}

bool oni_is_dash(const oni_phrase_reader *r, uint32_t i)
{
	return oni_is_one(r, i, "- \u2013 \u2014 \u2010 \u2011");
}

uint32_t oni_skip_possessive(const oni_phrase_reader *r, uint32_t i)
{
	if (!oni_is_one(r, i, "' \u2019") || !oni_glued(r, i))
		return i;
	return oni_is(r, i + 1, "s") && oni_glued(r, i + 1) ? i + 2 : i + 1;
}

/* Digits with groups of three behind commas. */
static uint32_t digits(const oni_phrase_reader *r, uint32_t i, int32_t *ret_number)
{
	if (!oni_is_number(r, i) || oni_piece_at(r, i)->number < 0)
		return 0;
	int64_t n = oni_piece_at(r, i)->number;
	uint32_t at = i + 1;
	while (oni_is(r, at, ",") && oni_glued(r, at) && oni_glued(r, at + 1) && oni_is_number(r, at + 1)
		&& oni_piece_at(r, at + 1)->digits == 3 && oni_piece_at(r, i)->digits <= 3 && n < 1000000) {
		n = n * 1000 + oni_piece_at(r, at + 1)->number;
		at += 2;
	}
	*ret_number = (int32_t)n;
	return at;
}

/* The table's numbers are small: 1001 stands for a million, 1002 for a thousand millions. */
static int32_t scale_of(const oni_phrase_reader *r, uint32_t i)
{
	int scale = oni_value(r, i, ONI_TW_SCALE);
	return scale == 1001 ? 1000000 : scale == 1002 ? 1000000000 : scale;
}

/* Whether a cardinal goes on with what was counted so far: "twenty" with "five", "hundred" with "ten". */
static bool goes_on(int64_t part, int value)
{
	int64_t rest = part % 100;
	return rest == 0 || (rest >= 20 && rest % 10 == 0 && value < 10);
}

/* "twenty-five", "two hundred", "a hundred and ten", "two thousand"; of at most twelve words. */
static uint32_t number_words(const oni_phrase_reader *r, uint32_t i, int32_t *ret_number)
{
	int64_t total = 0, part = oni_has(r, i, ONI_TW_ARTICLE) && oni_has(r, i + 1, ONI_TW_SCALE);
	uint32_t at = i + (uint32_t)part, first = at;
	for (; at < i + 12 && total <= MOST && part <= MOST; at++) {
		int32_t value = oni_value(r, at, ONI_TW_CARDINAL), scale = scale_of(r, at);
		bool joins = oni_is(r, at, "and") ? part >= 100 || total : oni_is_dash(r, at) && part % 10 == 0;
		if (oni_has(r, at, ONI_TW_CARDINAL) && (at == first || goes_on(part, value))) {
			part += value;
		} else if (scale && part) {
			part *= scale;
			total += scale >= 1000 ? part : 0;
			part = scale >= 1000 ? 0 : part;
		} else if (at == first || !joins || !oni_has(r, at + 1, ONI_TW_CARDINAL)
			|| !goes_on(part, oni_value(r, at + 1, ONI_TW_CARDINAL))) {
			break;
		}
	}
	*ret_number = (int32_t)(total + part > MOST ? 0 : total + part);
	return at > first && total + part <= MOST ? at : 0;
}

uint32_t oni_read_whole(const oni_phrase_reader *r, uint32_t i, int32_t *ret_number)
{
	uint32_t at = digits(r, i, ret_number);
	if (at && oni_has(r, at, ONI_TW_SCALE) && *ret_number < 1000 && scale_of(r, at) < MOST / 1000) {
		*ret_number *= scale_of(r, at);
		return at + 1;
	}
	return at ? at : number_words(r, i, ret_number);
}

/* "1/2", "½", ".5" behind a whole number, "and a half". */
static uint32_t fraction(const oni_phrase_reader *r, uint32_t at, double *number)
{
	if (oni_is(r, at, ".") && oni_glued(r, at) && oni_glued(r, at + 1) && oni_is_number(r, at + 1)) {
		double tenths = oni_piece_at(r, at + 1)->number;
		for (int d = oni_piece_at(r, at + 1)->digits; d > 0; d--)
			tenths /= 10;
		*number += tenths;
		return at + 2;
	}
	if (oni_is_one(r, at, "\u00bd")) {
		*number += 0.5;
		return at + 1;
	}
	uint32_t half = oni_is_dash(r, at) ? at + 1 : at;
	if (oni_is_number(r, half) && oni_piece_at(r, half)->number == 1 && oni_is(r, half + 1, "/")
		&& oni_is_number(r, half + 2) && oni_piece_at(r, half + 2)->number == 2) {
		*number += 0.5;
		return half + 3;
	}
	if (oni_is(r, at, "and") && oni_is(r, at + 1, "a") && oni_has(r, at + 2, ONI_TW_HALF)) {
		*number += 0.5;
		return at + 3;
	}
	return at;
}

static uint32_t one_number(const oni_phrase_reader *r, uint32_t i, double *ret_number)
{
	int32_t whole;
	uint32_t at = oni_read_whole(r, i, &whole);
	if (at) {
		*ret_number = whole;
		at = fraction(r, at, ret_number);
		if (*ret_number > whole && oni_has(r, at, ONI_TW_SCALE))
			*ret_number *= scale_of(r, at++);
		return at;
	}
	return 0;
}

static uint32_t vague_amount(const oni_phrase_reader *r, uint32_t i, oni_amount *amount)
{
	uint32_t at = i + oni_has(r, i, ONI_TW_ARTICLE);
	if (oni_is_one(r, at, "good great") && oni_has(r, at + 1, ONI_TW_VAGUE))
		at++;
	if (!oni_has(r, at, ONI_TW_VAGUE))
		return 0;
	int value = oni_value(r, at, ONI_TW_VAGUE);
	amount->low = amount->high = value;
	amount->vague = value == 0;
	amount->approximate = value != 0;
	at++;
	return oni_is(r, at, "of") ? at + 1 : at;
}

uint32_t oni_read_amount(const oni_phrase_reader *r, uint32_t i, oni_amount *ret_amount)
{
	double high;
	uint32_t at, more;
	*ret_amount = (oni_amount){0};
	if (oni_has(r, i, ONI_TW_HALF) && (oni_has(r, i + 1, ONI_TW_ARTICLE) || oni_is_dash(r, i + 1))) {
		ret_amount->low = ret_amount->high = 0.5;
		return i + 2;
	}
	if (oni_is(r, i, "a") && oni_has(r, i + 1, ONI_TW_HALF)) {
		ret_amount->low = ret_amount->high = 0.5;
		return i + 2 + oni_is_dash(r, i + 2);
	}
	if ((at = one_number(r, i, &ret_amount->low)) == 0) {
		if ((at = vague_amount(r, i, ret_amount)) != 0)
			return at;
		if (!oni_has(r, i, ONI_TW_ARTICLE))
			return 0;
		ret_amount->low = ret_amount->high = 1;
		return i + 1;
	}
	ret_amount->high = ret_amount->low;
	if ((oni_is_one(r, at, "to or") || oni_is_dash(r, at)) && (more = one_number(r, at + 1, &high)) != 0
		&& high > ret_amount->low) {
		ret_amount->high = high;
		return more;
	}
	return at;
}

/* "nineteen ninety-seven", "eighteen sixty", "two thousand". */
static uint32_t year_words(const oni_phrase_reader *r, uint32_t i, int32_t *ret_year)
{
	int century = oni_has(r, i, ONI_TW_CARDINAL) ? oni_value(r, i, ONI_TW_CARDINAL) : 0;
	if (century < 17 || century > 20 || !oni_has(r, i + 1, ONI_TW_CARDINAL))
		return 0;
	int tens = oni_value(r, i + 1, ONI_TW_CARDINAL);
	uint32_t at = i + 2;
	if (tens < 10)
		return 0;
	if (tens >= 20) {
		uint32_t ones = at + oni_is_dash(r, at);
		if (oni_has(r, ones, ONI_TW_CARDINAL) && oni_value(r, ones, ONI_TW_CARDINAL) < 10) {
			tens += oni_value(r, ones, ONI_TW_CARDINAL);
			at = ones + 1;
		}
	}
	*ret_year = century * 100 + tens;
	return at;
}

/* The era behind a year, or before it ("A.D. 70"). */
static uint32_t era(const oni_phrase_reader *r, uint32_t at, int32_t *year)
{
	if (oni_has(r, at, ONI_TW_ERA) && oni_piece_at(r, at)->capital) {
		*year *= oni_value(r, at, ONI_TW_ERA);
		return at + 1;
	}
	return at;
}

uint32_t oni_read_year(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	const oni_piece *p = oni_piece_at(r, i);
	int32_t year = 0;
	uint32_t at = year_words(r, i, &year);
	if (at == 0 && i > 0 && oni_is(r, i - 1, "year") && oni_has(r, i, ONI_TW_CARDINAL) && oni_has(r, i + 1, ONI_TW_SCALE)) {
		at = number_words(r, i, &year);
		at = year >= 1000 && year < 2200 ? at : 0;
	}
	if (at == 0 && p->kind == ONI_PIECE_NUMBER && p->number > 0) {
		bool four = p->digits == 4 && p->number >= 1000 && p->number < 2200;
		bool in_era = p->digits <= 4 && oni_has(r, i + 1, ONI_TW_ERA) && oni_piece_at(r, i + 1)->capital;
		if (!four && !in_era)
			return 0;
		year = p->number;
		at = i + 1;
	}
	if (at == 0 || (oni_glued(r, at) && (oni_piece_at(r, at)->kind == ONI_PIECE_WORD
		|| (oni_is_one(r, at, ". , :") && oni_is_number(r, at + 1) && oni_glued(r, at + 1)))))
		return 0;
	at = era(r, at, &year);
	phrase->moment.year = year;
	if (phrase->moment.grain == ONI_GRAIN_NONE)
		phrase->moment.grain = ONI_GRAIN_YEAR;
	return at;
}

static uint32_t take_decade(oni_phrase *phrase, int32_t year, uint32_t at)
{
	phrase->base = ONI_BASE_CALENDAR;
	phrase->moment.grain = ONI_GRAIN_DECADE;
	phrase->moment.year = year;
	return at;
}

/* "1990s", "'80s", "the nineties"; two digits are of the article's century, or the last one where it would lie ahead. */
uint32_t oni_read_decade(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i;
	int32_t now = r->year_hint ? r->year_hint : 2000, year;
	if (oni_has(r, at, ONI_TW_DECADE) && (!oni_flag_is(r, at, ONI_TW_DECADE, "caps"))) {
		year = 10 * oni_value(r, at, ONI_TW_DECADE) + now / 100 * 100;
		return take_decade(phrase, year > now ? year - 100 : year, at + 1);
	}
	if (oni_is_one(r, at, "' \u2019 \u2018"))
		at++;
	const oni_piece *p = oni_piece_at(r, at);
	uint32_t s = at + 1 + (oni_is_one(r, at + 1, "' \u2019") && oni_glued(r, at + 1));
	if (p->kind != ONI_PIECE_NUMBER || p->number % 10 != 0 || !oni_is(r, s, "s") || !oni_glued(r, s))
		return 0;
	year = p->number;
	if (p->digits == 4 && year >= 1000 && year < 2200) {
		s = era(r, s + 1, &year);
		phrase->base = ONI_BASE_CALENDAR;
		phrase->moment.grain = ONI_GRAIN_DECADE;
		phrase->moment.year = year;
		return s;
	}
	if (p->digits == 3 && oni_has(r, s + 1, ONI_TW_ERA)) {
		s = era(r, s + 1, &year);
		return take_decade(phrase, year, s);
	}
	if (p->digits != 2 || (at == i && (year < 20 || i == 0 || !oni_is(r, i - 1, "the"))))
		return 0;
	year += now / 100 * 100;
	return take_decade(phrase, year > now ? year - 100 : year, s + 1);
}
