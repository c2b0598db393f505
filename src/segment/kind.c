/* What kind a paragraph is: prose or furniture.
 *
 * Problem: scraped articles carry headlines, bylines, datelines, captions, credits, share lines and notices as lines
 * like any other; statements and events read out of them are wrong, and datelines spoil the first parse.
 *
 * Method: first by the paragraph's own words, with the phrases of lexicon/furniture.tsv (at its start, or all of it) and
 * furniture-inside.tsv (anywhere, at its tail) and five shapes: "By" and names only; names with an agency or an office; a date
 * or an hour only; a place and agency before a dash; no prose at all (style sheets, rules).
 * Then by place (kind_place.c). Each paragraph is looked at a bounded number of times: linear. In doubt it is body, for
 * body is what is coded.
 *
 * Example: Credit, EPA | Ana Ruiz at the border on Monday | SAN JORGE (Reuters) – Troops … left. | ‘No way back’ | She …
 *          credit | caption | dateline + body | subhead | body */
#include "segment/kind.h"

#include "base/decimal.h"
#include "segment/chars.h"

/* ---- phrases ---- */

/* Matches the phrase (lower case, straight marks, one blank for any white space, * at its end for "goes on") at byte `at`;
 * returns the end of the match, 0 where it does not match. */
static size_t phrase_end(oni_str text, size_t at, oni_str phrase)
{
	size_t i = 0, length;
	while (i < phrase.n) {
		if (phrase.at[i] == '*')
			return at;
		if (at >= text.n)
			return 0;
		if (phrase.at[i] == ' ') {
			if (!(oni_char_at(text, at, &length) & ONI_CH_SPACE))
				return 0;
			while (at < text.n && (oni_char_at(text, at, &length) & ONI_CH_SPACE))
				at += length;
		} else if (phrase.at[i] == '\'' && oni_apostrophe_at(text, at)) {
			at += oni_apostrophe_at(text, at);
		} else if (oni_lower(text.at[at]) == phrase.at[i]) {
			at++;
		} else {
			return 0;
		}
		i++;
	}
	bool word = (oni_char_before(text, at) & ONI_CH_WORD) != 0;
	return word && (oni_char_at(text, at, NULL) & ONI_CH_WORD) ? 0 : at;
}

/* The key of the furniture tables at byte `at`: a run of ASCII letters and apostrophes in lower case, or one other character. */
static oni_str key_at(oni_str text, size_t at, char *room, size_t size)
{
	size_t n = 0;
	while (at + n < text.n && n < size && (oni_is_letter(text.at[at + n]) || (n && text.at[at + n] == '\''))) {
		room[n] = oni_lower(text.at[at + n]);
		n++;
	}
	if (n)
		return (oni_str){room, n};
	oni_char_at(text, at, &n);
	return oni_str_cut(text, at, at + n);
}

typedef struct cue {
	oni_segment_kind kind;
	bool found, opens; /* opens: what it announces stands below it */
	size_t begin;
} cue;

static oni_segment_kind kind_named(oni_str name)
{
#define X(s, n) \
	if (oni_str_is(name, n)) \
		return ONI_SEGMENT_##s;
	ONI_SEGMENT_KINDS(X)
#undef X
	return ONI_SEGMENT_BODY;
}

static uint32_t number_of(oni_str s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.n && oni_is_digit(s.at[i]); i++)
		n = n * 10 + (uint32_t)(s.at[i] - '0');
	return n;
}

/* Only marks behind the phrase? */
static bool is_rest_empty(oni_str text, size_t at)
{
	size_t length;
	for (; at < text.n; at += length)
		if (oni_char_at(text, at, &length) & ONI_CH_WORD)
			return false;
	return true;
}

static uint32_t words_from(oni_str text, size_t at)
{
	uint32_t n = 0;
	bool inside = false;
	size_t length;
	for (; at < text.n && n < 16; at += length) {
		bool space = (oni_char_at(text, at, &length) & ONI_CH_SPACE) != 0;
		n += !space && !inside;
		inside = !space;
	}
	return n;
}

/* A quotation mark stands before byte `at`: what begins here is somebody's words, not the page's. */
static bool is_quoted(oni_str text, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (text.at[i] == '"' || (unsigned char)text.at[i] >= 0x80)
			return oni_str_starts(oni_str_cut(text, i, at), "\"") || oni_str_starts(oni_str_cut(text, i, at), "\u201c")
				|| oni_str_starts(oni_str_cut(text, i, at), "\u201e") || oni_str_starts(oni_str_cut(text, i, at), "\u00ab")
				|| oni_str_starts(oni_str_cut(text, i, at), "\u2018");
	return false;
}

/* Does this row's place in the paragraph hold? `first`: the word is the paragraph's first. */
static bool is_in_place(const oni_para *p, oni_str text, size_t at, size_t end, bool first, oni_str where, uint32_t most)
{
	if (oni_str_is(where, "start"))
		return first && p->words <= most && !is_quoted(text, at);
	if (oni_str_is(where, "whole") || oni_str_is(where, "opens"))
		return first && is_rest_empty(text, end);
	if (oni_str_is(where, "any"))
		return p->words <= most;
	bool bracket = at > 0 && (text.at[at - 1] == '(' || text.at[at - 1] == '[');
	return (bracket || !p->stop) && words_from(text, at) <= most; /* tail */
}

static cue cue_of(const oni_table *t, const oni_para *p, oni_str text, size_t at, bool first, oni_str key)
{
	for (uint32_t r = oni_table_find(t, key); r < oni_table_rows(t) && oni_str_eq(oni_table_cell(t, r, 0), key); r++) {
		size_t end = phrase_end(text, at, oni_table_cell(t, r, 1));
		if (end && is_in_place(p, text, at, end, first, oni_table_cell(t, r, 3), number_of(oni_table_cell(t, r, 4))))
			return (cue){kind_named(oni_table_cell(t, r, 2)), true, oni_str_is(oni_table_cell(t, r, 3), "opens"), at};
	}
	return (cue){ONI_SEGMENT_BODY, false, false, 0};
}

/* The first two bytes of the key at byte `at`; one where the key has no more. */
static oni_str key_begin(oni_str text, size_t at)
{
	char c = text.at[at], next = at + 1 < text.n ? text.at[at + 1] : 0;
	bool two = oni_is_letter(c) ? oni_is_letter(next) || next == '\'' : (unsigned char)c >= 0x80;
	return oni_str_cut(text, at, at + 1 + two);
}

static cue cue_at(const oni_cutter *cut, const oni_para *p, oni_str text, size_t at, bool first)
{
	char room[24];
	if (!first && !oni_sieve_lets(&cut->cue_begins, key_begin(text, at)))
		return (cue){.kind = ONI_SEGMENT_BODY};
	oni_str key = key_at(text, at, room, sizeof room);
	cue c = {ONI_SEGMENT_BODY, false, false, 0};
	if (first)
		c = cue_of(cut->furniture, p, text, at, first, key);
	if (!c.found && key.n && oni_sieve_lets(&cut->cue_inside, key))
		c = cue_of(cut->inside, p, text, at, first, key);
	return c;
}

/* The next begin of a word or mark behind `at`. */
static size_t next_start(oni_str text, size_t at)
{
	size_t length;
	if (oni_char_at(text, at, &length) & ONI_CH_WORD)
		at = oni_run_with(text, oni_letters_end(text, at), ONI_CH_WORD);
	else
		at += length;
	return oni_run_with(text, at, ONI_CH_SPACE);
}

/* A credit must look like one: short, or without a full stop. */
static bool may_be(const oni_para *p, cue c)
{
	if (c.kind == ONI_SEGMENT_CREDIT)
		return !p->stop || p->words <= 8;
	if (c.kind == ONI_SEGMENT_DATELINE)
		return c.opens || (!p->stop && p->digits);
	return true;
}

/* A credit at the tail begins before its cue: at its bracket, or at the names that lead up to it ("Hillside
 * Tribune photo by", "(Beacon-News Photo/"). */
static size_t credit_begin(oni_str text, size_t at)
{
	enum { MOST = 40 };
	size_t begin = at;
	for (size_t i = at; i > 0 && at - i < MOST; i--) {
		char c = text.at[i - 1];
		if (c == '(' || c == '[')
			return i - 1;
		bool names = c == ' ' || c == '-' || c == '/' || c == '&' || (oni_char_before(text, i) & ONI_CH_WORD);
		if (!names)
			break;
		if ((i == 1 || text.at[i - 2] == ' ') && !(oni_char_at(text, i - 1, NULL) & (ONI_CH_UPPER | ONI_CH_SPACE)))
			break; /* a small word: the sentence before */
		if (oni_char_at(text, i - 1, NULL) & ONI_CH_UPPER)
			begin = i - 1;
	}
	return begin;
}

/* The paragraph is of the cue's kind. False where a credit may yet stand at its tail. */
static bool take_cue(oni_para *p, oni_str text, cue c, bool first)
{
	bool tail = c.kind == ONI_SEGMENT_CREDIT && !first;
	if (p->fixed && !tail)
		return false; /* a caption by its first word */
	if (tail && words_from(oni_str_cut(text, 0, c.begin), 0) > 2) {
		size_t begin = credit_begin(text, c.begin);
		p->credit = (oni_range){p->at.begin + (uint32_t)begin, p->at.end};
		p->kind = ONI_SEGMENT_CAPTION;
	} else {
		p->kind = c.kind;
		p->opens = c.opens;
	}
	p->fixed = true;
	return c.kind != ONI_SEGMENT_CAPTION || c.opens;
}

static void look_for_cues(const oni_cutter *cut, oni_para *p, oni_str text)
{
	enum { WIDE = 30, TAIL = 70 };
	size_t at = 0, length;
	while (at < text.n && at < 8 && !(oni_char_at(text, at, &length) & ONI_CH_WORD) && (unsigned char)text.at[at] < 0x80 &&
	       text.at[at] != '(')
		at += length; /* "• Read more", "- Read more" */
	for (bool first = true; at < text.n; first = false) {
		if (!first && p->words > WIDE && at + TAIL < text.n) {
			at = text.n - TAIL;
			while (((unsigned char)text.at[at] & 0xC0) == 0x80)
				at++;
			at = next_start(text, at);
			continue;
		}
		cue c = cue_at(cut, p, text, at, first);
		if (!c.found && first && text.at[at] == '(')
			c = cue_at(cut, p, text, at + 1, true);
		if (c.found && may_be(p, c) && take_cue(p, text, c, first))
			return;
		at = next_start(text, at);
	}
}

/* ---- shapes ---- */

static bool is_closing(int32_t rune)
{
	return rune == ')' || rune == ']' || rune == '"' || rune == '\'' || rune == 0x201D || rune == 0x2019 || rune == 0xBB;
}

static void look_at_end(oni_str text, oni_para *p)
{
	size_t length, at = text.n;
	for (int i = 0; at > 0 && i < 4; i++) {
		int32_t rune = oni_rune_before(text, at, &length);
		p->stop = rune == '.' || rune == '!' || rune == '?' || rune == 0x2026;
		p->asks = rune == '?' && i == 0;
		p->colon = rune == ':' || rune == ';' || rune == ',';
		if (!is_closing(rune))
			return;
		at -= length;
	}
}

/* Where the next white space is. */
static size_t word_stop(oni_str text, size_t at)
{
	for (size_t length;; at += length) {
		at = oni_drawn_end(text, at);
		if (at >= text.n || (oni_char_at(text, at, &length) & ONI_CH_SPACE))
			return at;
	}
}

/* The bits of all of its code points together. */
static unsigned bits_of(oni_str text)
{
	uint8_t upper = 0, lower = 0, digit = 0, wide = 0;
	for (size_t i = 0; i < text.n; i++) { /* bytes and no branches, that the compiler may take sixteen at a time */
		uint8_t c = (uint8_t)text.at[i];
		upper |= (uint8_t)((uint8_t)(c - 'A') < 26);
		lower |= (uint8_t)((uint8_t)(c - 'a') < 26);
		digit |= (uint8_t)((uint8_t)(c - '0') < 10);
		wide |= c & 0x80;
	}
	unsigned bits = (upper ? ONI_CH_LETTER | ONI_CH_UPPER : 0u) | (lower ? ONI_CH_LETTER | ONI_CH_LOWER : 0u) |
			(digit ? ONI_CH_DIGIT : 0u);
	for (size_t i = 0, length; wide && i < text.n; i += length)
		bits |= oni_char_at(text, i, &length);
	return bits;
}

void oni_look_at_para(const oni_cutter *cut, oni_para *p)
{
	oni_str text = oni_text_at(cut->doc, p->at);
	size_t length, at = 0;
	unsigned bits;
	uint32_t capitals = 0, longs = 0, long_capitals = 0;
	while (at < text.n && p->words < ONI_MOST_WORDS) {
		bits = oni_char_at(text, at, &length);
		if (bits & ONI_CH_SPACE) {
			at += length;
			continue;
		}
		while (at < text.n && !(bits & (ONI_CH_WORD | ONI_CH_SPACE))) /* “Word */
			at += length, bits = oni_char_at(text, at, &length);
		size_t begin = at;
		at = word_stop(text, at);
		bool capital = (bits & ONI_CH_UPPER) != 0, is_long = at - begin >= 4;
		p->words++;
		capitals += capital;
		longs += is_long;
		long_capitals += is_long && capital;
	}
	p->capitals = (uint16_t)capitals;
	p->long_words = (uint16_t)longs;
	p->long_capitals = (uint16_t)long_capitals;
	unsigned all = bits_of(oni_str_cut(text, 0, at));
	p->letters = (all & ONI_CH_LETTER) != 0;
	p->digits = (all & ONI_CH_DIGIT) != 0;
	p->shouts = p->letters && !(all & ONI_CH_LOWER);
	look_at_end(text, p);
}

/* "By Ana Ruiz and Tom Hale in Santa Rosa": names, and what joins them. */
static bool is_byline(const oni_cutter *cut, oni_str text, const oni_para *p)
{
	if (p->words < 2 || p->words > 16 || oni_lower(text.at[0]) != 'b' || oni_lower(text.at[1]) != 'y' ||
	    text.at[2] != ' ')
		return false;
	if (p->stop && p->words > 6)
		return false;
	size_t at = 3, length;
	uint32_t names = 0;
	while (at < text.n) {
		while (at < text.n && !(oni_char_at(text, at, &length) & ONI_CH_WORD))
			at += length;
		size_t begin = at;
		while (at < text.n && !(oni_char_at(text, at, &length) & ONI_CH_SPACE))
			at += length;
		oni_str word = oni_str_cut(text, begin, at);
		unsigned bits = oni_char_at(text, begin, NULL);
		if (word.n && word.at[word.n - 1] == ',')
			word.n--;
		if (bits & (ONI_CH_UPPER | ONI_CH_DIGIT))
			names++;
		else if (word.n && !oni_cut_word_is(cut->cut_words, word, "byline"))
			return false;
	}
	return names > 0;
}

/* What is seen in a line of names, word by word. */
typedef struct name_line {
	uint32_t words, at_start; /* words; capitalised ones that it begins with */
	bool agency, office, town;
} name_line;

/* Takes the word; false where no line of names has such a word. */
static bool take_name(const oni_cutter *cut, name_line *l, oni_str text, oni_range at)
{
	oni_str word = oni_str_cut(text, at.begin, at.end);
	bool capital = (oni_char_at(text, at.begin, NULL) & ONI_CH_UPPER) != 0, writer = oni_cut_word_is(cut->cut_words, word, "writer");
	if (!capital && !writer && !oni_cut_word_is(cut->cut_words, word, "byline"))
		return false;
	l->at_start += capital && l->at_start == l->words;
	l->town = l->town || (l->words == l->at_start && l->words <= 3 && oni_str_is(word, "in"));
	l->office = l->office || (l->words > 1 && writer);
	l->agency = l->agency || (l->words < 2 && oni_cut_word_is(cut->cut_words, oni_str_cut(text, 0, at.end), "agency"));
	l->words++;
	return true;
}

/* "Agence France-Presse in Lima", "Ana Ruiz, Africa correspondent", "Ana Ruiz in Lima": what the line tells of who wrote it. */
static oni_para_names names_of(const oni_cutter *cut, oni_str text, const oni_para *p)
{
	name_line line = {0};
	if (p->words > 12 || p->stop || p->colon || p->digits || p->shouts)
		return ONI_NAMES_NONE;
	for (size_t at = 0, length; at < text.n;) {
		size_t begin = at;
		while (at < text.n && !(oni_char_at(text, at, &length) & ONI_CH_SPACE))
			at += length;
		size_t end = at > begin + 1 && text.at[at - 1] == ',' ? at - 1 : at;
		if (!take_name(cut, &line, text, (oni_range){(uint32_t)begin, (uint32_t)end}))
			return ONI_NAMES_NONE;
		while (at < text.n && (oni_char_at(text, at, &length) & ONI_CH_SPACE))
			at += length;
	}
	if (line.agency || (line.at_start >= 2 && (line.office || line.town)))
		return ONI_NAMES_SURE;
	return line.words == line.at_start && line.words <= 4 ? ONI_NAMES_PERHAPS : ONI_NAMES_NONE;
}

/* "(FRANCE 24 with AFP and Reuters)", "(AFP)": who it is from, in brackets. */
static bool is_from_agencies(const oni_cutter *cut, oni_str text, const oni_para *p)
{
	bool agency = false;
	if (p->words > 10 || text.n < 4 || text.at[0] != '(' || text.at[text.n - 1] != ')')
		return false;
	for (size_t at = 1, length; at + 1 < text.n;) {
		size_t begin = at;
		unsigned bits = oni_char_at(text, at, &length);
		while (at + 1 < text.n && !(oni_char_at(text, at, &length) & ONI_CH_SPACE) && text.at[at] != ',')
			at += length;
		oni_str word = oni_str_cut(text, begin, at);
		bool from = oni_cut_word_is(cut->cut_words, word, "agency");
		agency = agency || from;
		if (!from && !(bits & (ONI_CH_UPPER | ONI_CH_DIGIT)) && !oni_cut_word_is(cut->cut_words, word, "byline"))
			return false;
		while (at + 1 < text.n && ((oni_char_at(text, at, &length) & ONI_CH_SPACE) || text.at[at] == ','))
			at += length;
	}
	return agency;
}

/* "23:05", "9.13": an hour and its minutes up to byte `end`. */
static bool is_clock(oni_str text, size_t at, size_t end)
{
	size_t hour = at;
	while (hour < end && oni_is_digit(text.at[hour]))
		hour++;
	return hour > at && hour - at <= 2 && end - hour == 3 && (text.at[hour] == ':' || text.at[hour] == '.') &&
	       text.at[hour + 1] < '6' && oni_is_digit(text.at[hour + 1]) && oni_is_digit(text.at[hour + 2]);
}

/* "Lima — 28 May 2024", "NAIROBI, Kenya, May 3": the end of up to three capitalised words before a mark and a date's word or digit;
 * 0 for none. */
static size_t place_before_date(const oni_cutter *cut, oni_str text)
{
	enum { WORDS = 3, FAR = 50 };
	bool mark = false;
	uint32_t words = 0;
	for (size_t at = 0, length; at < text.n && at < FAR;) {
		unsigned bits = oni_char_at(text, at, &length);
		size_t begin = at;
		if (!(bits & ONI_CH_WORD)) {
			mark = mark || !(bits & ONI_CH_SPACE);
			at += length;
			continue;
		}
		while (at < text.n && (oni_char_at(text, at, &length) & ONI_CH_WORD))
			at += length;
		if (oni_is_digit(text.at[begin]) || oni_cut_word_is(cut->cut_words, oni_str_cut(text, begin, at), "date"))
			return words && mark ? begin : 0;
		if (!(bits & ONI_CH_UPPER) || words++ == WORDS)
			return 0;
	}
	return 0;
}

/* "2022-08-18", "18/08/2022", "18.08.2022 14:30": begins with a date all in digits, with a year of four. */
static bool is_date_in_digits(oni_str text)
{
	size_t marks = 0, run = 0, longest = 0, i = 0;
	for (; i < text.n && text.at[i] != ' '; i++) {
		bool digit = oni_is_digit(text.at[i]);
		if (!digit && text.at[i] != '-' && text.at[i] != '/' && text.at[i] != '.')
			return false;
		marks += !digit;
		run = digit ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return marks == 2 && longest == 4 && i >= 8 && i <= 10;
}

/* "March 27, 2009", "Monday 3 May 2021 10:15 BST", "23:05", "9 hours ago": only numbers and the words of dates. */
static bool is_date(const oni_cutter *cut, oni_str text, const oni_para *p)
{
	if (!p->digits || p->words > 12)
		return false;
	if (text.n > 4 && text.at[text.n - 1] == ')') /* "Athens, 28 Nov 2023 (ANA/AFP)" */
		for (size_t i = text.n; i-- > 1 && i + 24 > text.n;)
			if (text.at[i] == '(') {
				text.n = i;
				break;
			}
	bool named = (p->words == 1 && is_clock(text, 0, text.n)) || is_date_in_digits(text);
	for (size_t at = place_before_date(cut, text), length; at < text.n;) {
		unsigned bits = oni_char_at(text, at, &length);
		size_t begin = at;
		if (!(bits & ONI_CH_WORD)) {
			at += length;
			continue;
		}
		while (at < text.n && (oni_char_at(text, at, &length) & ONI_CH_WORD))
			at += length;
		oni_str word = oni_str_cut(text, begin, at);
		if (oni_is_digit(text.at[begin]))
			continue;
		bool date = oni_cut_word_is(cut->cut_words, word, "date");
		if (!date && !oni_cut_word_is(cut->cut_words, word, "span"))
			return false;
		named = named || date;
	}
	return named;
}

/* No prose: style sheets and scripts, rules of marks. */
static bool is_junk(oni_str text, const oni_para *p)
{
	if (!p->letters && !p->digits)
		return true;
	char last = text.at[text.n - 1];
	bool code = last == '{' || last == '}' || (last == ';' && p->words <= 4 && memchr(text.at, ':', text.n));
	return code && p->words < 12;
}

/* ---- datelines: KYIV, Ukraine (AP) — ---- */

/* The dash at byte `at` behind blanks: the end of it and of the blanks behind, 0 where there is none. */
static size_t dash_end(oni_str text, size_t at)
{
	size_t length;
	while (at < text.n && (oni_char_at(text, at, &length) & ONI_CH_SPACE))
		at += length;
	size_t begin = at;
	while (at < text.n) {
		int32_t rune = oni_rune_at(text, at, &length);
		if (rune != '-' && rune != 0x2013 && rune != 0x2014 && rune != 0x2015 && rune != 0x96 && rune != 0x97)
			break;
		at += length;
	}
	return at > begin && at < text.n && (oni_char_at(text, at, NULL) & (ONI_CH_SPACE | ONI_CH_UPPER)) ? at : 0;
}

/* "March 14, 2023": nothing but a date's words and digits. */
static bool is_date_inside(const oni_cutter *cut, oni_str inside)
{
	bool named = false;
	for (size_t at = 0, length; at < inside.n;) {
		size_t begin = at;
		if (!(oni_char_at(inside, at, &length) & ONI_CH_WORD)) {
			at += length;
			continue;
		}
		while (at < inside.n && (oni_char_at(inside, at, &length) & ONI_CH_WORD))
			at += length;
		bool date = oni_cut_word_is(cut->cut_words, oni_str_cut(inside, begin, at), "date");
		if (!date && !oni_is_digit(inside.at[begin]))
			return false;
		named = named || date;
	}
	return named;
}

/* Where the short bracket that opens at byte `at` closes; 0 where none opens there or it is long. */
static size_t bracket_close(oni_str text, size_t at)
{
	enum { BYTES = 40 };
	const char *stop = at < text.n && text.at[at] == '(' ? memchr(text.at + at, ')', text.n - at < BYTES ? text.n - at : BYTES) : NULL;
	return stop ? (size_t)(stop - text.at) : 0;
}

/* "(AP)", "(Reuters)", "(March 14, 2023)": the end behind the bracket, 0 where the bracket holds no agency and no date. */
static size_t agency_end(const oni_cutter *cut, oni_str text, size_t at)
{
	size_t end = bracket_close(text, at);
	oni_str inside = oni_str_cut(text, at + 1, end);
	return end && (oni_cut_word_is(cut->cut_words, inside, "agency") || is_date_inside(cut, inside)) ? end + 1 : 0;
}

/* "(Northern Wire) -": a bracket of one to three capitalised words before a dash; behind a place in capitals it is an agency too, be it
 * unknown. Returns the end behind the bracket, 0 where it is none. */
static size_t signature_end(oni_str text, size_t at)
{
	enum { WORDS = 3 };
	size_t end = bracket_close(text, at), words = 0;
	for (size_t i = at + 1; i < end; i++)
		if (i == at + 1 || text.at[i - 1] == ' ') {
			if (!(oni_char_at(text, i, NULL) & ONI_CH_UPPER))
				return 0;
			words++;
		}
	return words && words <= WORDS && dash_end(text, end + 1) ? end + 1 : 0;
}

static bool is_shouted(oni_str word)
{
	size_t length;
	bool lower = false;
	for (size_t i = 0; i < word.n; i += length)
		lower = (oni_char_at(word, i, &length) & ONI_CH_LOWER) || lower;
	return !lower && word.n > 2;
}

/* The place at the start of a dateline: up to 60 bytes of capitalized words, commas, dates and abbreviations. Stops before
 * a bracket or a dash; ret_shouts: one to three of its words are in capitals, the first among them ("NEW YORK, Dec. 14",
 * not "WHO WON WHAT AND WHY"). 0: none. */
static size_t place_end(const oni_cutter *cut, oni_str text, bool *ret_shouts)
{
	size_t at = 0, end = 0;
	uint32_t words = 0, shouted = 0;
	*ret_shouts = false;
	while (at < text.n && at < 60 && words < 9) {
		size_t length, begin = at;
		if (text.at[at] == '(' || dash_end(text, at))
			break;
		unsigned first = oni_char_at(text, at, &length), all = 0;
		while (at < text.n && text.at[at] != '(' && !((all = oni_char_at(text, at, &length)) & ONI_CH_SPACE))
			at += length;
		oni_str word = oni_str_cut(text, begin, at);
		if (!(first & (ONI_CH_UPPER | ONI_CH_DIGIT)) && !oni_cut_word_is(cut->cut_words, word, "place"))
			return 0;
		shouted += is_shouted(word);
		*ret_shouts = (words == 0 ? is_shouted(word) : *ret_shouts) && shouted <= 3;
		words++;
		end = at;
		while (at < text.n && (oni_char_at(text, at, &length) & ONI_CH_SPACE))
			at += length;
	}
	return words ? end : 0;
}

static void find_dateline(const oni_cutter *cut, oni_para *p, oni_str text)
{
	bool shouts = false;
	size_t end = place_end(cut, text, &shouts), at = end, length;
	if (!end && !(text.n && text.at[0] == '('))
		return; /* "(CNN) —" has no place */
	while (at < text.n && (oni_char_at(text, at, &length) & ONI_CH_SPACE))
		at += length;
	size_t agency = agency_end(cut, text, at);
	if (!agency && shouts)
		agency = signature_end(text, at);
	size_t dash = dash_end(text, agency ? agency : end);
	if (!agency && !(dash && shouts))
		return;
	if (!end && !dash)
		return;
	size_t stop = dash ? dash : agency, rest = stop;
	while (rest < text.n && (oni_char_at(text, rest, &length) & ONI_CH_SPACE))
		rest += length;
	if (rest >= text.n) {
		p->fixed = agency != 0; /* "KABUL (Reuters)" on a line of its own */
		p->kind = agency ? ONI_SEGMENT_DATELINE : p->kind;
		return;
	}
	p->dateline = (oni_range){p->at.begin, p->at.begin + (uint32_t)stop};
}

/* "World | Africa": the page's place on its site. */
static bool is_trail(oni_str text, const oni_para *p)
{
	static const char *const MARKS[] = {" | ", " > ", " / ", " \xE2\x80\xA2 ", " \xC2\xBB ", " \xE2\x80\xBA "};
	unsigned marks = 0;
	if (p->stop || p->words > 8 || p->capitals < 2)
		return false;
	for (size_t at = 0; at < text.n; at++)
		for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
			marks += oni_str_starts(oni_str_cut(text, at, text.n), MARKS[i]);
	return marks && (p->words == p->capitals || p->words == p->capitals + marks);
}

/* "@anaruiz", "Foreign affairs editor @anaruiz". */
static bool ends_in_handle(oni_str text, const oni_para *p)
{
	enum { WORDS = 6 };
	size_t at = text.n;
	while (at > 0 && text.at[at - 1] != ' ')
		at--;
	return p->words <= WORDS && text.n > at + 3 && text.at[at] == '@';
}

void oni_kind_by_words(const oni_cutter *cut, oni_para *p)
{
	oni_str text = oni_text_at(cut->doc, p->at);
	p->kind = ONI_SEGMENT_BODY;
	p->fixed = true;
	if (is_junk(text, p)) {
		p->kind = ONI_SEGMENT_BOILERPLATE;
	} else if (text.n > 3 && is_byline(cut, text, p)) {
		p->kind = ONI_SEGMENT_BYLINE;
	} else if (is_from_agencies(cut, text, p)) {
		p->kind = ONI_SEGMENT_BYLINE;
	} else if (is_date(cut, text, p)) {
		p->kind = ONI_SEGMENT_DATELINE;
	} else if (is_trail(text, p)) {
		p->kind = ONI_SEGMENT_BOILERPLATE;
	} else {
		p->fixed = false;
		look_for_cues(cut, p, text);
		if (!p->fixed && ends_in_handle(text, p)) {
			p->kind = ONI_SEGMENT_BYLINE;
			p->fixed = true;
		}
		p->agency = p->kind == ONI_SEGMENT_CREDIT && oni_cut_word_is(cut->cut_words, text, "agency");
		if (!p->fixed)
			find_dateline(cut, p, text);
		if (!p->fixed)
			p->names = (uint8_t)names_of(cut, text, p);
	}
}
