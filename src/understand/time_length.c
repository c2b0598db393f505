/* Lengths and repetitions: DURATION and SET.
 *
 * A length is an amount before a unit, perhaps with words between ("two more weeks", "eight trading days"), or bare
 * units in the plural ("years"). Words before it can tie it to the anchor: "the past two weeks" ends there, "the next
 * few years" begins there. Ages ("34 years old", "aged 20 years", "a 34-year-old") are no times. A repetition is
 * "every"/"each" before a unit or a name, a plural weekday, "daily", or an amount "a year". */
#include "understand/time_phrase.h"

static bool is_unit(const oni_phrase_reader *r, uint32_t i)
{
	return oni_has(r, i, ONI_TW_UNIT);
}

static bool is_plural(const oni_phrase_reader *r, uint32_t i)
{
	return oni_flag_is(r, i, ONI_TW_UNIT, "plural");
}

/* "-old", "old", "of age" behind a unit: an age. */
static bool is_age(const oni_phrase_reader *r, uint32_t at)
{
	uint32_t old = oni_is_dash(r, at) ? at + 1 : at;
	return oni_is_one(r, old, "old olds") || (oni_is(r, at, "of") && oni_is(r, at + 1, "age"));
}

/* "and a half" behind a unit. */
static uint32_t half_behind(const oni_phrase_reader *r, uint32_t at, oni_phrase *phrase)
{
	if (!oni_is(r, at, "and") || !oni_is(r, at + 1, "a") || !oni_has(r, at + 2, ONI_TW_HALF))
		return at;
	phrase->half_more = true;
	return at + 3;
}

/* "or so", "or more", "or two" behind a length. */
static uint32_t loosely(const oni_phrase_reader *r, uint32_t at, oni_phrase *phrase)
{
	if (!oni_is(r, at, "or") || !oni_is_one(r, at + 1, "so more less two"))
		return at;
	phrase->mod = oni_is(r, at + 1, "more") ? "EQUAL_OR_MORE" : oni_is(r, at + 1, "less") ? "EQUAL_OR_LESS" : "APPROX";
	return at + 2;
}

/* Words that look like an amount and a unit but say no length: "the second", "60 Minutes" on television,
 * "three-quarters", "a year-ago loss". `at` is the unit. */
static bool is_no_length(const oni_phrase_reader *r, uint32_t i, uint32_t at, bool hyphen, bool article)
{
	oni_unit unit = (oni_unit)oni_value(r, at, ONI_TW_UNIT);
	if (oni_is(r, at, "second") && (article || oni_has(r, i, ONI_TW_ORDINAL)))
		return true;
	if ((oni_piece_at(r, at)->capital && i > 0 && !hyphen) || (hyphen && oni_is(r, at, "quarters")))
		return true;
	if (oni_is_dash(r, at + 1) && oni_glued(r, at + 1) && oni_is_one(r, at + 2, "ago earlier on over"))
		return true;
	if (article)
		return is_plural(r, at) || hyphen || unit == ONI_UNIT_SECOND || unit == ONI_UNIT_QUARTER
			|| unit == ONI_UNIT_WEEKEND || oni_is(r, i, "the");
	return i > 0 && oni_is_one(r, i - 1, "aged age");
}

/* An amount and its unit. */
static uint32_t measured(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = oni_read_amount(r, i, &phrase->amount);
	bool article = at == i + 1 && oni_has(r, i, ONI_TW_ARTICLE);
	if (at == 0)
		return 0;
	bool hyphen = oni_is_dash(r, at) && (oni_glued(r, at) || oni_glued(r, at + 1));
	at += hyphen;
	for (int fillers = 0; fillers < 2 && !hyphen && oni_has(r, at, ONI_TW_FILLER); fillers++)
		at++;
	if (!is_unit(r, at) || is_no_length(r, i, at, hyphen, article))
		return 0;
	if (!article && !hyphen && !is_plural(r, at) && phrase->amount.low > 1 && oni_is_one(r, at, "quarter second min sec"))
		return 0;
	phrase->unit = (oni_unit)oni_value(r, at, ONI_TW_UNIT);
	at++;
	if (is_age(r, at))
		return 0;
	if (oni_is_dash(r, at) && oni_glued(r, at) && oni_is(r, at + 1, "long"))
		at += 2;
	return loosely(r, half_behind(r, at, phrase), phrase);
}

/* Units in the plural with no amount: "years", "weeks or months", "decades-long"; "hour-long". */
static uint32_t bare_plural(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	if (!is_unit(r, i))
		return 0;
	phrase->unit = (oni_unit)oni_value(r, i, ONI_TW_UNIT);
	if (oni_is_dash(r, i + 1) && oni_glued(r, i + 1) && oni_is_one(r, i + 2, "long")) {
		phrase->amount = is_plural(r, i) ? (oni_amount){.vague = true} : (oni_amount){.low = 1, .high = 1};
		return i + 3;
	}
	bool singular = !is_plural(r, i) || phrase->unit == ONI_UNIT_WEEKEND;
	bool risky = oni_is_one(r, i, "seconds quarters mins secs hrs minutes") || (phrase->unit == ONI_UNIT_QUARTER);
	bool led = i > 0 && (oni_is_one(r, i - 1, "for in within after of over during through until take takes took taken spent spend lasted "
		"last many recent coming past") || oni_has(r, i - 1, ONI_TW_APPROX));
	bool moved = oni_has(r, i + 1, ONI_TW_SHIFT) && !oni_is_one(r, i + 1, "on back");
	if (singular || (risky && !led) || (!led && !moved && !phrase->anchored) || is_age(r, i + 1))
		return 0;
	phrase->amount.vague = true;
	if (oni_is(r, i + 1, "or") && is_unit(r, i + 2) && is_plural(r, i + 2))
		return i + 3;
	return i + 1;
}

/* "the past", "the last", "the next", "the coming", "recent", "the first" before an amount and units. */
static uint32_t tied(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	bool the = oni_is_one(r, i, "the these those its his their her our your my");
	uint32_t at = i + the, end;
	if (oni_has(r, at, ONI_TW_DIRECTION) && !oni_is_one(r, at, "this that then same current present latest")) {
		phrase->towards = (int8_t)oni_value(r, at, ONI_TW_DIRECTION);
		phrase->anchored = true;
		bool story = oni_flag_is(r, at, ONI_TW_DIRECTION, "story");
		phrase->anchor = story ? ONI_FROM_STORY : ONI_FROM_ARTICLE;
	} else if (!the || !(oni_has(r, at, ONI_TW_ORDINAL) || oni_is_one(r, at, "final latest opening last early"))) {
		return 0;
	}
	at++;
	if ((end = measured(r, at, phrase)) != 0 && !oni_has(r, at, ONI_TW_ARTICLE))
		return end;
	return bare_plural(r, at, phrase);
}

/* "the nine months", "the six-day war" without more. */
static uint32_t definite(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t end;
	if (!oni_is_one(r, i, "the another") || oni_has(r, i + 1, ONI_TW_ARTICLE))
		return 0;
	if (oni_is(r, i, "another") && is_unit(r, i + 1) && !is_plural(r, i + 1) && !oni_is_one(r, i + 1, "second quarter")) {
		phrase->amount = (oni_amount){.low = 1, .high = 1};
		phrase->unit = (oni_unit)oni_value(r, i + 1, ONI_TW_UNIT);
		return phrase->unit >= ONI_UNIT_MINUTE ? i + 2 : 0;
	}
	end = measured(r, i + 1, phrase);
	return end && !oni_is_dash(r, end - 2) ? end : 0;
}

uint32_t oni_read_length(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	static oni_phrase_rule *const RULES[] = {tied, measured, definite, bare_plural, NULL};
	return oni_first_rule(RULES, ONI_PHRASE_LENGTH, r, i, phrase);
}

/* A unit, weekday, month, season or part of day that something happens every one of. */
static uint32_t repeated(const oni_phrase_reader *r, uint32_t at, oni_phrase *phrase)
{
	const oni_piece *p = oni_piece_at(r, at);
	if (is_unit(r, at) && !oni_is(r, at, "second")) {
		phrase->unit = (oni_unit)oni_value(r, at, ONI_TW_UNIT);
		return at + 1;
	}
	phrase->moment.grain = ONI_GRAIN_DAY;
	if (oni_has(r, at, ONI_TW_WEEKDAY) && p->capital) {
		phrase->moment.weekday = (uint8_t)oni_value(r, at, ONI_TW_WEEKDAY);
		if (oni_has(r, at + 1, ONI_TW_PART)) {
			phrase->moment.part = (uint16_t)oni_value(r, at + 1, ONI_TW_PART);
			return at + 2;
		}
		return at + 1;
	}
	if (oni_has(r, at, ONI_TW_MONTH) && p->capital) {
		phrase->moment.month = (uint8_t)oni_value(r, at, ONI_TW_MONTH);
		phrase->moment.grain = ONI_GRAIN_MONTH;
		return at + 1;
	}
	if (oni_has(r, at, ONI_TW_SEASON)) {
		phrase->moment.season = (uint16_t)oni_value(r, at, ONI_TW_SEASON);
		phrase->moment.grain = ONI_GRAIN_SEASON;
		return at + 1;
	}
	if (oni_has(r, at, ONI_TW_PART)) {
		phrase->moment.part = (uint16_t)oni_value(r, at, ONI_TW_PART);
		return at + 1;
	}
	return 0;
}

/* "every day", "every two weeks", "every other Friday", "each of the past three years" is a length. */
static uint32_t every(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i + 1, end;
	if (!oni_has(r, i, ONI_TW_EVERY))
		return 0;
	phrase->quant = oni_is(r, i, "each") ? "EACH" : "EVERY";
	phrase->amount = (oni_amount){.low = 1, .high = 1};
	if (oni_is(r, at, "other")) {
		phrase->amount.low = phrase->amount.high = 2;
		at++;
	} else if (oni_has(r, at, ONI_TW_ORDINAL)) {
		phrase->amount.low = phrase->amount.high = oni_value(r, at++, ONI_TW_ORDINAL);
	} else if ((end = oni_read_amount(r, at, &phrase->amount)) != 0) {
		at = end;
	} else {
		phrase->amount = (oni_amount){.low = 1, .high = 1};
	}
	if (oni_is_one(r, at, "single"))
		at++;
	return repeated(r, at, phrase);
}

/* "Mondays", "Tuesday nights", "weekends". */
static uint32_t plural_name(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	bool days = oni_has(r, i, ONI_TW_WEEKDAY) && oni_piece_at(r, i)->capital;
	bool plural = days && oni_flag_is(r, i, ONI_TW_WEEKDAY, "plural");
	plural |= days && oni_has(r, i + 1, ONI_TW_PART) && oni_flag_is(r, i + 1, ONI_TW_PART, "plural");
	phrase->amount = (oni_amount){.low = 1, .high = 1};
	return plural ? repeated(r, i, phrase) : 0;
}

/* "twice a week", "three times a year", "$2 million a year", "daily". */
static uint32_t rate(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i;
	int32_t times = 0;
	phrase->amount = (oni_amount){.low = 1, .high = 1};
	bool adjective = oni_is(r, i, "quarterly") && oni_piece_at(r, i + 1)->kind == ONI_PIECE_WORD;
	if (oni_has(r, i, ONI_TW_PERIODIC) && !oni_flag_is(r, i, ONI_TW_PERIODIC, "noun") && !adjective) {
		phrase->unit = (oni_unit)oni_value(r, i, ONI_TW_PERIODIC);
		return i + 1;
	}
	if (oni_has(r, i, ONI_TW_TIMES)) {
		times = oni_value(r, i, ONI_TW_TIMES);
		at++;
	} else if ((at = oni_read_whole(r, i, &times)) == 0 || !oni_is(r, at, "times")) {
		times = 0;
		at = i;
	} else {
		at++;
	}
	bool counted = times > 0 || (i > 0 && (oni_is_number(r, i - 1) || oni_has(r, i - 1, ONI_TW_SCALE)
		|| oni_is_one(r, i - 1, "dollars percent % times euros people tons barrels")));
	if (!counted || !(oni_has(r, at, ONI_TW_ARTICLE) || (times > 0 && oni_is_one(r, at, "per every each")))
		|| !is_unit(r, at + 1) || is_plural(r, at + 1))
		return 0;
	phrase->unit = (oni_unit)oni_value(r, at + 1, ONI_TW_UNIT);
	if (phrase->unit < ONI_UNIT_DAY || oni_has(r, at + 2, ONI_TW_SHIFT))
		return 0;
	phrase->times = (uint8_t)(times > 99 ? 99 : times);
	return at + 2;
}

uint32_t oni_read_set(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	static oni_phrase_rule *const RULES[] = {every, plural_name, rate, NULL};
	return oni_first_rule(RULES, ONI_PHRASE_SET, r, i, phrase);
}

/* Whether the pieces from i on spell the words of the name; behind them, or 0. */
static uint32_t spelled(const oni_phrase_reader *r, uint32_t i, oni_str name)
{
	oni_str word;
	for (; oni_str_split(&name, ' ', &word); i++) {
		if (oni_str_is(word, "'s")) {
			uint32_t behind = oni_skip_possessive(r, i);
			if (behind == i)
				return 0;
			i = behind - 1;
			continue;
		}
		if (i >= r->pieces.n)
			return 0;
		oni_str text = oni_str_cut(*r->pieces.text, r->pieces.at[i].begin, r->pieces.at[i].end);
		if (!oni_str_eq_nocase(text, word))
			return 0;
	}
	return i;
}

/* The longest name of a holiday. The table's first words are in time_words, so few pieces come here. */
uint32_t oni_read_holiday(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t longest = 0, row = 0;
	if (!oni_piece_at(r, i)->capital || !oni_has(r, i, ONI_TW_HOLIDAY))
		return 0;
	for (uint32_t k = 0; k < oni_table_rows(r->holidays); k++) {
		uint32_t end = spelled(r, i, oni_table_cell(r->holidays, k, 0));
		if (end > longest) {
			longest = end;
			row = k;
		}
	}
	if (longest == 0)
		return 0;
	phrase->base = ONI_BASE_HOLIDAY;
	phrase->holiday = row;
	phrase->moment.grain = ONI_GRAIN_DAY;
	uint32_t year = oni_is_one(r, longest, ", of") ? longest + 1 : longest;
	uint32_t end = oni_read_year(r, year, phrase);
	phrase->moment.grain = ONI_GRAIN_DAY;
	return end ? end : longest;
}
