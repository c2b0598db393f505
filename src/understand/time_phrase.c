/* The whole expression: dates and times of day put together, with what stands before them.
 *
 * "About", "nearly", "more than" and their like, "early", "the end of", "later", and the article before a quarter or
 * a season belong to the expression (TIMEX3 guideline 1.2.1); prepositions and a final "'s" do not. Of the readings
 * from one piece on the longest wins; of equally long ones, the order in `core`. Example: "early next year" is a
 * phase (START) around a direction and a unit; "5 p.m. EST, Nov. 6" a clock time with the date behind it. */
#include "understand/time_phrase.h"

static uint32_t core(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase);

uint32_t oni_first_rule(oni_phrase_rule *const *rules, oni_phrase_kind kind, const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	for (; *rules; rules++) {
		oni_phrase reading = *phrase;
		reading.kind = kind;
		uint32_t end = (*rules)(r, i, &reading);
		if (end) {
			*phrase = reading;
			return end;
		}
	}
	return 0;
}

static void part_of_day(oni_phrase *phrase, int part)
{
	phrase->moment.part = (uint16_t)part;
	phrase->of_day = true;
}

static bool is_part(const oni_phrase_reader *r, uint32_t i)
{
	return oni_has(r, i, ONI_TW_PART) && !oni_flag_is(r, i, ONI_TW_PART, "plural");
}

/* "this morning", "last night", "that afternoon", "the following evening", "tonight". */
static uint32_t directed_part(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	bool the = oni_is(r, i, "the");
	uint32_t at = i + the;
	phrase->base = ONI_BASE_SHIFT;
	phrase->unit = ONI_UNIT_DAY;
	if (oni_has(r, i, ONI_TW_NIGHT)) {
		phrase->count = oni_value(r, i, ONI_TW_NIGHT);
		part_of_day(phrase, ONI_PAIR('N', 'I'));
		return i + 1;
	}
	if (!oni_has(r, at, ONI_TW_DIRECTION) || oni_is_one(r, at, "past coming recent latest"))
		return 0;
	phrase->count = oni_value(r, at, ONI_TW_DIRECTION);
	bool here = oni_is_one(r, at, "this last");
	phrase->anchor = here && !the ? ONI_FROM_ARTICLE : ONI_FROM_STORY;
	at++;
	if (oni_is(r, at, "same"))
		at++;
	if (!is_part(r, at))
		return 0;
	part_of_day(phrase, oni_value(r, at, ONI_TW_PART));
	return at + 1;
}

/* The date that may follow a time of day: "Wednesday", ", Nov. 6", "of April 19", "on Saturday". */
static uint32_t date_behind(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = oni_is_one(r, i, ", on of") ? i + 1 : i;
	at += oni_is(r, at, "the") && oni_is_number(r, at + 1);
	oni_phrase date = *phrase;
	date.anchor = ONI_FROM_ARTICLE;
	if (oni_has(r, at, ONI_TW_ARTICLE))
		return i;
	uint32_t end = oni_read_date(r, at, &date);
	oni_grain grain = date.moment.grain;
	if (end == 0 || date.comparison || (date.base == ONI_BASE_CALENDAR && grain != ONI_GRAIN_DAY)
		|| (date.base == ONI_BASE_SHIFT && date.unit != ONI_UNIT_DAY) || date.of_day != phrase->of_day)
		return i;
	*phrase = date;
	return end;
}

/* "the morning", "the early hours of 3 May". */
static uint32_t definite_part(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i + oni_is(r, i, "the");
	bool phased = oni_has(r, at, ONI_TW_PHASE) && oni_value(r, at, ONI_TW_PHASE) == 1;
	if (phased) {
		static const char *const mods[] = {"START", "MID", "END"};
		oni_str flag = oni_piece_flag(oni_piece_at(r, at), ONI_TW_PHASE);
		for (int k = 0; k < 3; k++)
			if (oni_str_is(flag, mods[k]))
				phrase->mod = mods[k];
		at += 1 + oni_is_dash(r, at + 1);
	}
	if (!is_part(r, at) || oni_is_one(r, at, "dawn sunset sunrise dusk"))
		return 0;
	part_of_day(phrase, oni_value(r, at, ONI_TW_PART));
	phrase->base = ONI_BASE_NONE;
	phrase->anchor = ONI_FROM_STORY;
	at += 1 + oni_is(r, at + 1, "hours");
	uint32_t end = date_behind(r, at, phrase);
	if (end > at)
		return end;
	return oni_is(r, i, "the") ? at : 0;
}

/* The time of day that may follow a date: "morning", "at 10:35 a.m.", ", 9 p.m.". */
static uint32_t day_time_behind(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	bool day = phrase->moment.grain == ONI_GRAIN_DAY || phrase->unit == ONI_UNIT_DAY;
	uint32_t at = i;
	if (!day || phrase->of_day)
		return i;
	if (oni_is_dash(r, at) && oni_glued(r, at) && oni_has(r, at + 1, ONI_TW_PART))
		at++;
	if (oni_has(r, at, ONI_TW_PHASE) && oni_value(r, at, ONI_TW_PHASE) == 1 && is_part(r, at + 1))
		at++;
	if (is_part(r, at) && !oni_is_one(r, at, "dawn sunset sunrise dusk")) {
		part_of_day(phrase, oni_value(r, at, ONI_TW_PART));
		return at + 1;
	}
	oni_phrase timed = *phrase;
	at = oni_is_one(r, i, "at ,") ? i + 1 : i;
	uint32_t end = oni_read_clock(r, at, &timed);
	if (end == 0 || (at == i && !oni_has(r, i, ONI_TW_CLOCKWORD) && !oni_is_number(r, i)))
		return i;
	*phrase = timed;
	return end;
}

/* "the week of March 6": the week that holds the day. */
static uint32_t week_of(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	if (!oni_is(r, i + 1, "week") || !oni_is(r, i + 2, "of"))
		return 0;
	uint32_t end = oni_read_date(r, i + 3, phrase);
	phrase->unit = ONI_UNIT_WEEK;
	return end && phrase->base == ONI_BASE_CALENDAR && phrase->moment.grain == ONI_GRAIN_DAY ? end : 0;
}

/* "the first day of May", "the last week of August". */
static uint32_t ordered(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i + 1;
	oni_phrase unit = *phrase;
	if (!oni_has(r, at, ONI_TW_ORDINAL) && !oni_is_one(r, at, "last final closing opening"))
		return 0;
	uint32_t end = oni_read_date(r, i, &unit);
	bool whole = unit.kind == ONI_PHRASE_LENGTH || (unit.moment.grain == ONI_GRAIN_DAY && oni_has(r, at + 1, ONI_TW_UNIT));
	if (end <= at + 2 || !whole)
		return 0;
	*phrase = unit;
	return end;
}

/* "the week", "the fiscal year", "the weekend": the one that is now. */
static uint32_t this_unit(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t noun = i + 1 + oni_is_one(r, i + 1, "fiscal full whole entire");
	if (!oni_is_one(r, noun, "week year month quarter weekend") || oni_is_dash(r, noun + 1)
		|| oni_has(r, noun + 1, ONI_TW_SHIFT))
		return 0;
	phrase->base = ONI_BASE_SHIFT;
	phrase->anchor = ONI_FROM_EITHER;
	phrase->unit = (oni_unit)oni_value(r, noun, ONI_TW_UNIT);
	phrase->comparison = phrase->unit == ONI_UNIT_QUARTER;
	return noun + 1;
}

/* "the year 2000"; "the 1988 quarter", which takes the quarter that it is compared with. */
static uint32_t year_noun(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i + 1, end;
	phrase->base = ONI_BASE_CALENDAR;
	if (oni_is(r, at, "year") && (end = oni_read_year(r, at + 1, phrase)) != 0)
		return end;
	phrase->comparison = oni_is_number(r, at) && oni_is_one(r, at + 1, "quarter period");
	return phrase->comparison && oni_read_year(r, at, phrase) != 0 ? at + 2 : 0;
}

/* Whether "the" belongs to the date that was read behind it. */
static bool takes_article(const oni_phrase_reader *r, uint32_t at, const oni_phrase *p)
{
	oni_grain grain = p->moment.grain;
	if (grain == ONI_GRAIN_DAY && (oni_is_number(r, at) || oni_has(r, at, ONI_TW_ORDINAL) || oni_is(r, at, "day")))
		return true;
	if (p->base == ONI_BASE_CALENDAR && (grain == ONI_GRAIN_QUARTER || grain == ONI_GRAIN_HALF || grain == ONI_GRAIN_SEASON
		|| grain == ONI_GRAIN_DECADE || grain == ONI_GRAIN_CENTURY))
		return true;
	return p->comparison || (p->base == ONI_BASE_SHIFT && oni_is(r, at, "day"));
}

/* What "the" may stand before. */
static uint32_t definite_date(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	static oni_phrase_rule *const RULES[] = {ordered, week_of, year_noun, this_unit, NULL};
	oni_phrase date = *phrase;
	if (!oni_is(r, i, "the"))
		return 0;
	uint32_t end = oni_first_rule(RULES, phrase->kind, r, i, phrase);
	if (end)
		return end;
	end = oni_read_date(r, i + 1, &date);
	if (end == 0 || (oni_is_dash(r, end - 2) && !date.moment.season && !date.moment.month)
		|| !takes_article(r, i + 1, &date))
		return 0;
	*phrase = date;
	return end;
}

/* A point, with time of day before or behind. */
static uint32_t point(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	oni_phrase clear = *phrase;
	uint32_t end;
	clear.kind = ONI_PHRASE_POINT;
	*phrase = clear;
	if ((end = oni_read_numeric_date(r, i, phrase)) != 0)
		return day_time_behind(r, end, phrase);
	*phrase = clear;
	if ((end = oni_read_clock(r, i, phrase)) != 0) {
		phrase->anchor = ONI_FROM_STORY;
		return date_behind(r, end, phrase);
	}
	*phrase = clear;
	if ((end = directed_part(r, i, phrase)) != 0)
		return end;
	*phrase = clear;
	if ((end = definite_date(r, i, phrase)) != 0)
		return day_time_behind(r, end, phrase);
	*phrase = clear;
	if ((end = definite_part(r, i, phrase)) != 0)
		return end;
	*phrase = clear;
	end = oni_read_date(r, i, phrase);
	return end ? day_time_behind(r, end, phrase) : 0;
}

static const char *mod_of(oni_str flag)
{
	static const char *const mods[] = {"START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
		"EQUAL_OR_MORE"};
	for (size_t k = 0; k < sizeof mods / sizeof *mods; k++)
		if (oni_str_is(flag, mods[k]))
			return mods[k];
	return "";
}

/* "year-end", "the month's end": the end of the unit that is now. */
static uint32_t unit_end(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i + oni_is(r, i, "the");
	if (!oni_is_one(r, at, "year month week quarter decade century"))
		return 0;
	uint32_t end = oni_skip_possessive(r, at + 1);
	end += end == at + 1 && oni_is_dash(r, end);
	if (!oni_is(r, end, "end"))
		return 0;
	phrase->kind = ONI_PHRASE_POINT;
	phrase->base = ONI_BASE_SHIFT;
	phrase->anchor = ONI_FROM_EITHER;
	phrase->unit = (oni_unit)oni_value(r, at, ONI_TW_UNIT);
	phrase->mod = "END";
	if (phrase->unit == ONI_UNIT_YEAR && oni_read_year(r, end + 1, phrase) != 0) {
		phrase->base = ONI_BASE_CALENDAR;
		return end + 2;
	}
	return end + 1;
}

/* "early 1990", "mid-November", "later this year", "earlier in the year", "the end of October". */
static uint32_t phased(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i + oni_is(r, i, "the"), end;
	if ((end = unit_end(r, i, phrase)) != 0)
		return end;
	if (!oni_has(r, at, ONI_TW_PHASE))
		return 0;
	const char *mod = mod_of(oni_piece_flag(oni_piece_at(r, at), ONI_TW_PHASE));
	int how = oni_value(r, at, ONI_TW_PHASE);
	at++;
	if (how == 3 && !oni_is(r, at, "of"))
		return 0;
	if (how != 3 && at > i + 1 && how == 2)
		return 0;
	if (oni_is_one(r, at, "part portion half stages days"))
		at++;
	bool linked = oni_is(r, at, "of") || (how != 3 && oni_is_one(r, at, "in on"));
	at += linked ? 1 : oni_is_dash(r, at);
	if ((end = point(r, at, phrase)) == 0 || phrase->comparison || (phrase->base == ONI_BASE_SHIFT && phrase->towards))
		return 0;
	bool day = phrase->moment.grain == ONI_GRAIN_DAY && phrase->base == ONI_BASE_CALENDAR && phrase->moment.day;
	if ((day && !phrase->of_day) || (phrase->base == ONI_BASE_NONE && phrase->moment.hour >= 0))
		return 0;
	phrase->mod = mod;
	return end;
}

static uint32_t reference(oni_phrase *phrase, const char *value, uint32_t end)
{
	phrase->kind = ONI_PHRASE_REF;
	phrase->reference = value;
	return end;
}

/* Words that point somewhere into the past, present or future. */
static uint32_t vague(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	uint32_t at = i + oni_is_one(r, i, "right more most very just until");
	if (oni_is(r, i, "these") && oni_is(r, i + 1, "days"))
		return reference(phrase, "PRESENT_REF", i + 2);
	if (oni_has(r, at, ONI_TW_VAGUEREF) && !(at > i && oni_is(r, i, "until"))) {
		bool clause = oni_is_one(r, at + 1, "after before afterwards afterward thereafter as that") || oni_is_one(r, at, "formerly")
			|| (i > 0 && oni_is_one(r, i - 1, "as how too")) || (oni_is(r, at, "current") && oni_piece_at(r, at)->capital);
		oni_str flag = oni_piece_flag(oni_piece_at(r, at), ONI_TW_VAGUEREF);
		const char *value = oni_str_is(flag, "PAST_REF") ? "PAST_REF" : oni_str_is(flag, "PRESENT_REF") ? "PRESENT_REF"
			: "FUTURE_REF";
		return clause && !oni_is(r, at, "now") ? 0 : reference(phrase, value, at + 1);
	}
	uint32_t noun = i + oni_is(r, i, "the");
	noun += oni_is_one(r, noun, "near foreseeable distant immediate") && noun > i;
	bool led = noun > i || (i > 0 && oni_is(r, i - 1, "in"));
	if (oni_is(r, noun, "future") && led && !oni_piece_at(r, noun)->capital)
		return reference(phrase, "FUTURE_REF", noun + 1);
	return 0;
}

/* Behind the words of a bound or a doubt, and the mod they make; i when there are none. */
static uint32_t bound(const oni_phrase_reader *r, uint32_t i, const char **ret_mod)
{
	static const struct { const char *first, *second, *mod; } pairs[] = {
		{"more", "than", "MORE_THAN"}, {"less", "than", "LESS_THAN"}, {"fewer", "than", "LESS_THAN"},
		{"at", "least", "EQUAL_OR_MORE"}, {"at", "most", "EQUAL_OR_LESS"}, {"up", "to", "EQUAL_OR_LESS"},
		{"just", "over", "MORE_THAN"}, {"just", "under", "LESS_THAN"}, {"well", "over", "MORE_THAN"}
	};
	if (oni_is_one(r, i, "no not") && oni_is_one(r, i + 1, "more less") && oni_is(r, i + 2, "than")) {
		*ret_mod = oni_is(r, i + 1, "more") ? "EQUAL_OR_LESS" : "EQUAL_OR_MORE";
		return i + 3;
	}
	for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
		if (oni_is(r, i, pairs[k].first) && oni_is(r, i + 1, pairs[k].second)) {
			*ret_mod = pairs[k].mod;
			return i + 2;
		}
	if (!oni_has(r, i, ONI_TW_APPROX))
		return i;
	*ret_mod = mod_of(oni_piece_flag(oni_piece_at(r, i), ONI_TW_APPROX));
	return i + 1;
}

/* Whether "about" or "around" doubts this date; "about yesterday" tells what was talked of. */
static bool doubts(const oni_phrase_reader *r, uint32_t i, const oni_phrase *p)
{
	if (p->base == ONI_BASE_SHIFT || !oni_is_one(r, i, "about around approximately roughly circa ca"))
		return false;
	return !oni_is(r, i, "about") || p->moment.hour >= 0 || p->moment.grain == ONI_GRAIN_YEAR;
}

/* A bound or a doubt before an amount or a time. */
static uint32_t approximate(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	const char *mod = "";
	uint32_t at = bound(r, i, &mod), end;
	if (at == i || (end = core(r, at, phrase)) == 0 || phrase->kind == ONI_PHRASE_REF || phrase->kind == ONI_PHRASE_SET)
		return 0;
	bool counted = phrase->kind == ONI_PHRASE_LENGTH || (phrase->base == ONI_BASE_SHIFT && phrase->towards);
	if (counted ? phrase->anchored && oni_is_one(r, i, "over under") : !doubts(r, i, phrase))
		return 0;       /* "over the past two weeks": a preposition */
	phrase->mod = mod;
	return end;
}

static uint32_t core(const oni_phrase_reader *r, uint32_t i, oni_phrase *phrase)
{
	static oni_phrase_rule *const RULES[] = {
		oni_read_set, point, phased, oni_read_length, vague, NULL
	};
	oni_phrase best = *phrase;
	uint32_t longest = 0;
	for (oni_phrase_rule *const *rule = RULES; *rule; rule++) {
		oni_phrase reading = *phrase;
		uint32_t end = (*rule)(r, i, &reading);
		if (end > longest) {
			longest = end;
			best = reading;
		}
	}
	*phrase = best;
	return longest;
}

bool oni_read_phrase(const oni_phrase_reader *r, uint32_t i, oni_phrase *ret_phrase)
{
	oni_phrase clear = {.mod = "", .quant = "", .moment = oni_no_moment};
	*ret_phrase = clear;
	uint32_t end = approximate(r, i, ret_phrase);
	if (end == 0) {
		*ret_phrase = clear;
		end = core(r, i, ret_phrase);
	}
	ret_phrase->first = i;
	ret_phrase->end = end;
	return end != 0;
}
