/* Tokens by the conventions of UD English (EWT, GUM).
 *
 * Problem: white space gives too little ("don't.", "(Reuters)–", "short-term"), a fixed set of separators too much
 * ("U.S.", "9:30", "e-mail", "http://a.b/c?d").
 *
 * Method: text is read once, left to right. Where a word begins it is read on over connectors that join what is on
 * both their sides (apostrophe, period in acronyms, numbers and domains, comma and colon in numbers, slash in dates,
 * hyphen behind a prefix of lexicon/cut-words.tsv or in a telephone number); each connector has one small function that
 * looks at a bounded number of characters, so the time is linear. What is no word is a run of one kind of mark
 * ("...", "--", "?!"), an emoticon, or a single mark.
 *
 * Example: `Ex-U.S. Sen. O'Hara's "e-mail" (9/11)…` is
 *          Ex-U.S. | Sen. | O'Hara's | " | e-mail | " | ( | 9/11 | ) | …
 * Whether the period of an abbreviation also ends the sentence is found later (sentence.c).
 *
 * Source: the guidelines of the English Web Treebank, and counts over the training parts of EWT and GUM. */
#include "base/decimal.h"
#include "segment/chars.h"
#include "segment/parts.h"


typedef struct scanner {
	oni_cutter *cut;
	oni_str text;       /* the article up to the end of the chunk, so that no look-ahead passes a blank */
	size_t begin;       /* of the token */
	size_t last;        /* where the part behind the last connector begins */
	bool digits;        /* the part since `last` is digits only */
	bool acronym;       /* letters, each with a period: U.S. */
	bool has_at;        /* there is an @ in the chunk */
} scanner;

static unsigned bits(const scanner *s, size_t at)
{
	return oni_char_at(s->text, at, NULL);
}

static char byte(const scanner *s, size_t at)
{
	return at < s->text.n ? s->text.at[at] : 0;
}

static bool is_digit(const scanner *s, size_t at)
{
	return at < s->text.n && oni_is_digit(s->text.at[at]);
}

/* The end of the run of letters, digits and marks from `at`. */
static size_t run_end(const scanner *s, size_t at)
{
	for (;;) {
		at = oni_run_with(s->text, at, ONI_CH_WORD);
		if (byte(s, at) != '_')
			return at;
		at++;
	}
}

static size_t digits_end(const scanner *s, size_t at)
{
	while (is_digit(s, at))
		at++;
	return at;
}

static bool letters_only(const scanner *s, size_t from, size_t to)
{
	size_t length;
	for (; from < to; from += length)
		if (!(oni_char_at(s->text, from, &length) & (ONI_CH_LETTER | ONI_CH_MARK)))
			return false;
	return true;
}

static bool capitals_only(const scanner *s, size_t from, size_t to)
{
	size_t length;
	for (; from < to; from += length)
		if (!(oni_char_at(s->text, from, &length) & ONI_CH_UPPER))
			return false;
	return true;
}

static size_t runes_between(const scanner *s, size_t from, size_t to)
{
	return oni_utf8_count(oni_str_cut(s->text, from, to));
}

/* ---- connectors: each gives the bytes to take at `at` (end of a run), 0 to stop ---- */

/* One letter, a period, one letter: U.S., a.m., not "I.was". */
static bool acronym_goes_on(const scanner *s, size_t at)
{
	size_t length;
	unsigned next = oni_char_at(s->text, at + 1, &length);
	if (!letters_only(s, s->last, at) || runes_between(s, s->last, at) != 1 || !(next & ONI_CH_LETTER))
		return false;
	size_t end = run_end(s, at + 1);
	return end == at + 1 + length && (byte(s, end) == '.' || !(next & ONI_CH_LOWER) || s->acronym);
}

/* Ph.D., M.Sc.: the word with its inner period is in the table. */
static bool known_with_period(const scanner *s, size_t at)
{
	size_t end = run_end(s, at + 1);
	return byte(s, end) == '.' && end - at <= 5 && at - s->begin <= 4 &&
	       oni_table_find(s->cut->abbreviations, oni_str_cut(s->text, s->begin, end)) != ONI_NO_ROW;
}

/* bbc.co.uk, report.pdf, comp.mail.maps: the end of the parts with periods between, from the period at `at`, when
 * the last part is known or there are three in lower case; `at` otherwise. */
static size_t dotted_name_end(const scanner *s, size_t at)
{
	size_t end = at, length;
	int parts = 1;
	bool lower = true, known = false;
	while (parts < 8 && byte(s, end) == '.' && (oni_char_at(s->text, end + 1, &length) & (ONI_CH_LETTER | ONI_CH_DIGIT))) {
		size_t from = end + 1;
		lower = lower && (oni_char_at(s->text, from, NULL) & ONI_CH_LOWER);
		end = run_end(s, from);
		while (byte(s, end) == '-' && (bits(s, end + 1) & ONI_CH_WORD))
			end = run_end(s, end + 1);
		oni_str last = oni_str_cut(s->text, from, end);
		known = (oni_cut_word_is(s->cut->cut_words, last, "domain") && oni_is_letter(last.at[0]) &&
			 (oni_is_lower(last.at[0]) || capitals_only(s, s->begin, at))) ||
			oni_cut_word_is(s->cut->cut_words, last, "file");
		parts++;
	}
	bool first_lower = (bits(s, s->begin) & ONI_CH_LOWER) != 0;
	return known || (parts >= 3 && lower && first_lower && end - at > 4) ? end : at;
}

/* Takes the rest of a dotted name and the path behind it (cra.org/data). */
static size_t dotted_name_rest(const scanner *s, size_t at)
{
	size_t end = dotted_name_end(s, at);
	if (end == at || byte(s, end) != '/' || !(bits(s, end + 1) & ONI_CH_WORD))
		return end - at;
	while (end < s->text.n && (oni_is_letter(byte(s, end)) || oni_is_digit(byte(s, end)) || (byte(s, end) && strchr("/-_.%?=&#", byte(s, end)))))
		end++;
	while (strchr(".?-", byte(s, end - 1)))
		end--;
	return end - at;
}

static size_t period_joins(scanner *s, size_t at)
{
	if (s->digits && is_digit(s, at + 1))
		return 1;
	if (!(bits(s, at + 1) & ONI_CH_WORD))
		return 0;
	if (acronym_goes_on(s, at) || known_with_period(s, at)) {
		s->acronym = true;
		return 1;
	}
	return s->last == s->begin || s->digits ? dotted_name_rest(s, at) : 0;
}

static size_t hyphen_joins(scanner *s, size_t at)
{
	if (s->digits && is_digit(s, at + 1)) { /* 713-853-3989, 555-0199, not 1998-2002 or 5-10 */
		size_t left = at - s->last, right = digits_end(s, at + 1) - at - 1;
		bool more = byte(s, at + 1 + right) == '-' && is_digit(s, at + 2 + right);
		if ((left == 3 && right == 4) || (left == 3 && right == 3 && more) || (left == 1 && right == 3 && more) ||
		    (left == 5 && right == 4))
			return 1;
		return 0;
	}
	if (s->last == s->begin && (bits(s, at + 1) & ONI_CH_WORD) &&
	    oni_cut_word_is(s->cut->cut_words, oni_str_cut(s->text, s->begin, at), "prefix"))
		return 1;
	return 0;
}

static size_t slash_joins(const scanner *s, size_t at)
{
	if (s->digits && is_digit(s, at + 1) && at - s->last <= 4 && digits_end(s, at + 1) - at <= 5)
		return 1;
	size_t length;
	if (!(oni_char_at(s->text, at + 1, &length) & ONI_CH_LETTER))
		return 0;
	bool one = at - s->begin == 1, next_one = run_end(s, at + 1) == at + 1 + length;
	return one && next_one ? 1 : 0;
}

static size_t ampersand_joins(const scanner *s, size_t at)
{
	size_t end = run_end(s, at + 1);
	return end > at + 1 && end - at <= 4 && at - s->begin <= 4 && capitals_only(s, s->begin, at) &&
	       capitals_only(s, at + 1, end);
}

static size_t apostrophe_joins(scanner *s, size_t at)
{
	size_t length = oni_apostrophe_at(s->text, at);
	if (!length || !(bits(s, at + length) & ONI_CH_WORD))
		return 0;
	while (s->cut->next_mark < s->cut->marks.n && s->cut->marks.at[s->cut->next_mark] < at)
		s->cut->next_mark++;
	if (s->cut->next_mark < s->cut->marks.n && s->cut->marks.at[s->cut->next_mark] == at)
		return 0;
	return length;
}

static size_t connector(scanner *s, size_t at)
{
	switch (byte(s, at)) {
	case '.':
		return period_joins(s, at);
	case '-':
		return hyphen_joins(s, at);
	case '/':
		return slash_joins(s, at);
	case '&':
		return ampersand_joins(s, at);
	case ',':
	case ':':
		return s->digits && is_digit(s, at + 1);
	case '@':
		return (bits(s, at + 1) & ONI_CH_WORD) != 0;
	default:
		return apostrophe_joins(s, at);
	}
}

/* ---- words ---- */

/* The apostrophe of a plural's possessive: the bytes to take behind "Giants", 0 where it is a quotation mark. */
static size_t possessive(scanner *s, size_t at)
{
	size_t length = oni_apostrophe_at(s->text, at);
	if (!length || at == s->begin || (byte(s, at - 1) != 's' && byte(s, at - 1) != 'S') || byte(s, at) == '`')
		return 0;
	while (s->cut->next_mark < s->cut->marks.n && s->cut->marks.at[s->cut->next_mark] < at)
		s->cut->next_mark++;
	return s->cut->next_mark < s->cut->marks.n && s->cut->marks.at[s->cut->next_mark] == at ? 0 : length;
}

static oni_period period_of(const oni_table *table, uint32_t row)
{
	static const struct {
		const char *name;
		oni_period period;
	} kinds[] = {{"title", ONI_PERIOD_TITLE}, {"number", ONI_PERIOD_NUMBER}, {"acronym", ONI_PERIOD_ACRONYM}};
	oni_str kind = oni_table_cell(table, row, 1);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (oni_str_is(kind, kinds[i].name))
			return kinds[i].period;
	return ONI_PERIOD_OTHER;
}

/* As written, or as a title in capitals ("ST. LOUIS", "GEN. RUIZ"). */
static uint32_t find_abbreviation(const scanner *s, oni_str word)
{
	const oni_table *table = s->cut->abbreviations;
	uint32_t row = oni_table_find(table, word);
	char room[6];
	if (row != ONI_NO_ROW || word.n < 2 || word.n > sizeof room || !capitals_only(s, s->begin, s->begin + word.n))
		return row;
	for (size_t i = 0; i < word.n; i++)
		room[i] = i ? oni_lower(word.at[i]) : word.at[i];
	row = oni_table_find(table, (oni_str){room, word.n});
	return row != ONI_NO_ROW && period_of(table, row) == ONI_PERIOD_TITLE ? row : ONI_NO_ROW;
}

/* Does the period at `at` belong to the word before it? */
static oni_period own_period(const scanner *s, size_t at)
{
	if (byte(s, at) != '.' || (byte(s, at + 1) == '.' && byte(s, at + 2) == '.'))
		return ONI_PERIOD_NONE;
	if (s->acronym)
		return ONI_PERIOD_ACRONYM;
	oni_str word = oni_str_cut(s->text, s->begin, at);
	uint32_t row = find_abbreviation(s, word);
	if (row != ONI_NO_ROW)
		return period_of(s->cut->abbreviations, row);
	size_t length;
	if ((oni_char_at(s->text, s->begin, &length) & ONI_CH_UPPER) && s->begin + length == at && byte(s, s->begin) != 'I')
		return ONI_PERIOD_INITIAL;
	return ONI_PERIOD_NONE;
}

/* "10pm", "35mm", "$5bn": the number ends where a unit begins. */
static size_t unit_begin(const scanner *s, size_t end)
{
	size_t at = s->begin;
	while (at < end && (is_digit(s, at) || ((byte(s, at) == '.' || byte(s, at) == ',' || byte(s, at) == ':') && is_digit(s, at + 1))))
		at++;
	if (at == s->begin || at == end)
		return end;
	return oni_cut_word_is(s->cut->cut_words, oni_str_cut(s->text, at, end), "unit") ? at : end;
}

static size_t word_end(scanner *s, size_t at, oni_raw *raw)
{
	s->begin = s->last = at;
	s->acronym = false;
	size_t end, more;
	for (;;) {
		end = run_end(s, at);
		s->digits = digits_end(s, s->last) == end && end > s->last;
		more = connector(s, end);
		if (!more)
			break;
		at = s->last = end + more;
	}
	if (byte(s, end) == '$' && end - at <= 2 && is_digit(s, end + 1) && capitals_only(s, s->begin, end))
		return end + 1; /* US$5 */
	more = possessive(s, end);
	size_t unit = unit_begin(s, end);
	if (unit < end)
		return unit;
	raw->kind = oni_is_digit(s->text.at[s->begin]) ? ONI_RAW_NUMBER : ONI_RAW_WORD;
	if (more)
		return end + more;
	raw->period = (uint8_t)own_period(s, end);
	if (!raw->period)
		return end;
	end++;
	if (oni_apostrophe_at(s->text, end) && byte(s, end + oni_apostrophe_at(s->text, end)) == 's') /* the U.S.'s */
		end = run_end(s, end + oni_apostrophe_at(s->text, end)), raw->period = ONI_PERIOD_NONE;
	return end;
}

/* ---- addresses ---- */

static bool starts_nocase(const scanner *s, size_t at, const char *prefix)
{
	for (; *prefix; prefix++, at++)
		if (at >= s->text.n || oni_lower(s->text.at[at]) != *prefix)
			return false;
	return true;
}

/* Without the marks that belong to the sentence around it. */
static size_t trim_address(const scanner *s, size_t begin, size_t end)
{
	while (end > begin + 1 && strchr(".,;:!?)]}>'\"", s->text.at[end - 1]))
		end--;
	return end;
}

static size_t address_end(const scanner *s, size_t at)
{
	static const char *const schemes[] = {"http://", "https://", "www.", "ftp://", "mailto:", NULL};
	char c = oni_lower(byte(s, at));
	if (c != 'h' && c != 'w' && c != 'f' && c != 'm')
		return at;
	for (int i = 0; schemes[i]; i++) {
		if (!starts_nocase(s, at, schemes[i]))
			continue;
		size_t end = at;
		while (end < s->text.n && (unsigned char)s->text.at[end] < 0x80 && !strchr("<>\"", s->text.at[end]))
			end++;
		end = trim_address(s, at, end);
		return end > at + strlen(schemes[i]) ? end : at;
	}
	return at;
}

static bool is_mail_char(char c)
{
	return oni_is_letter(c) || oni_is_digit(c) || (c && strchr("._%+-", c));
}

/* name@host.tld; `at` itself when there is none. The text before the @ is read once for each address. */
static size_t mail_end(const scanner *s, size_t at, size_t *no_mail_before)
{
	if (!s->has_at || at < *no_mail_before)
		return at;
	size_t end = at;
	while (is_mail_char(byte(s, end)))
		end++;
	if (end == at || byte(s, end) != '@') {
		*no_mail_before = end;
		return at;
	}
	size_t host = ++end;
	while (oni_is_letter(byte(s, end)) || oni_is_digit(byte(s, end)) || byte(s, end) == '-' || byte(s, end) == '.')
		end++;
	end = trim_address(s, at, end);
	if (end <= host || !memchr(s->text.at + host, '.', end - host)) {
		*no_mail_before = host;
		return at;
	}
	return end;
}

/* ---- marks ---- */

static size_t emoticon_end(const scanner *s, size_t at)
{
	static const char *const faces[] = {":-)", ":-(", ";-)", ":)", ":(", ";)", "=)", ":D", ":P", "^_^", "<3", NULL};
	if (!strchr(":;=^<", s->text.at[at]))
		return at;
	for (int i = 0; faces[i]; i++) {
		size_t n = strlen(faces[i]);
		if (at + n <= s->text.n && memcmp(s->text.at + at, faces[i], n) == 0 && !(bits(s, at + n) & ONI_CH_WORD))
			return at + n;
	}
	return at;
}

static size_t run_of(const scanner *s, size_t at, const char *set)
{
	while (at < s->text.n && s->text.at[at] && strchr(set, s->text.at[at]))
		at++;
	return at;
}

/* The characters of rules and arrows; four or more of them in any order are one token. */
#define RULE_MARKS "-=*+~<>|#_"

static bool opens_by_shape(const scanner *s, size_t at, oni_mark_shape shape)
{
	switch (shape) {
	case ONI_MARK_DOUBLE:
	case ONI_MARK_SINGLE:
		return (oni_char_before(s->text, at) & ONI_CH_SPACE) != 0;
	case ONI_MARK_DOUBLE_LEFT:
	case ONI_MARK_SINGLE_LEFT:
	case ONI_MARK_DOUBLE_LOW:
	case ONI_MARK_SINGLE_LOW:
	case ONI_MARK_ANGLE_LEFT:
	case ONI_MARK_CHEVRON_LEFT:
		return true;
	default:
		return false;
	}
}

/* One or more … and the periods among them. */
static size_t ellipsis_end(const scanner *s, size_t at)
{
	size_t length;
	while (at < s->text.n && (byte(s, at) == '.' || oni_rune_at(s->text, at, &length) == 0x2026))
		at += byte(s, at) == '.' ? 1 : length;
	return at;
}

static size_t ascii_mark_end(const scanner *s, size_t at, oni_raw *raw)
{
	char c = byte(s, at), same[2] = {c, 0};
	if (strchr(".!?", c)) {
		raw->kind = ONI_RAW_ENDER;
		return run_of(s, at, ".!?");
	}
	if (strchr("([{", c))
		raw->kind = ONI_RAW_OPENER;
	else if (strchr(")]}", c))
		raw->kind = ONI_RAW_CLOSER;
	if (!strchr(RULE_MARKS "$/\\", c))
		return at + 1;
	size_t end = run_of(s, at, RULE_MARKS);
	return end - at >= 4 ? end : run_of(s, at, same);
}

static size_t mark_end(const scanner *s, size_t at, oni_raw *raw)
{
	size_t length;
	raw->kind = ONI_RAW_OTHER;
	oni_mark_shape shape = oni_mark_at(s->text, at, &length);
	if (shape != ONI_MARK_NONE) {
		raw->kind = opens_by_shape(s, at, shape) ? ONI_RAW_OPENER : ONI_RAW_CLOSER;
		return at + length;
	}
	if ((unsigned char)byte(s, at) < 0x80)
		return ascii_mark_end(s, at, raw);
	if (oni_rune_at(s->text, at, &length) != 0x2026)
		return at + length;
	raw->kind = ONI_RAW_ENDER;
	return ellipsis_end(s, at);
}

static bool is_tag(const scanner *s, size_t at)
{
	return (byte(s, at) == '#' || byte(s, at) == '@') && (bits(s, at + 1) & ONI_CH_LETTER) &&
	       !(oni_char_before(s->text, at) & ONI_CH_WORD);
}

/* 'em, '90s; a mark that pairs is no apostrophe. */
static size_t elision_end(scanner *s, size_t at)
{
	size_t length = apostrophe_joins(s, at);
	if (!length || (oni_char_before(s->text, at) & ONI_CH_WORD))
		return at;
	size_t stop = run_end(s, at + length);
	oni_str word = oni_str_cut(s->text, at + length, stop);
	return is_digit(s, at + length) || oni_cut_word_is(s->cut->cut_words, word, "elision") ? stop : at;
}

static size_t token_end(scanner *s, size_t at, oni_raw *raw, size_t *no_mail_before)
{
	raw->kind = ONI_RAW_WORD;
	size_t end = address_end(s, at);
	if (end > at || (end = mail_end(s, at, no_mail_before)) > at)
		return end;
	if (is_tag(s, at))
		return run_end(s, at + 1);
	if (bits(s, at) & ONI_CH_WORD)
		return word_end(s, at, raw);
	if (byte(s, at) == '+' && is_digit(s, at + 1) && (oni_char_before(s->text, at) & ONI_CH_SPACE)) /* +44 */
		return raw->kind = ONI_RAW_NUMBER, digits_end(s, at + 1);
	if (byte(s, at) == '.' && is_digit(s, at + 1) && !(oni_char_before(s->text, at) & ONI_CH_WORD)) /* .5 */
		return raw->kind = ONI_RAW_NUMBER, digits_end(s, at + 1);
	end = emoticon_end(s, at);
	if (end > at)
		return raw->kind = ONI_RAW_OTHER, end;
	end = elision_end(s, at);
	return end > at ? end : mark_end(s, at, raw);
}

/* Moves the scanner to the chunk that begins at `at`: up to the next blank. True when it is one plain word. */
static bool enter_chunk(scanner *s, size_t at, size_t stop)
{
	oni_str text = oni_str_cut(s->cut->doc->text, 0, stop);
	size_t end = oni_letters_end(text, at), letters = end;
	bool plain = end == stop || (unsigned char)text.at[end] <= ' ';
	if (!plain)
		end = oni_run_without(text, end, ONI_CH_SPACE);
	s->text = oni_str_cut(text, 0, end);
	s->has_at = !plain && memchr(text.at + letters, '@', end - letters);
	return plain;
}

void oni_cut_tokens(oni_cutter *cut, oni_range at, oni_raws *raws)
{
	oni_doc *doc = cut->doc;
	size_t p = at.begin, length, no_mail_before = 0;
	bool space = false;
	scanner s = {.cut = cut};
	while (p < at.end) {
		if (oni_char_at(doc->text, p, &length) & ONI_CH_SPACE) {
			space = true;
			p += length;
			continue;
		}
		oni_raw *raw = oni_push(doc->scratch, raws);
		size_t end = p >= s.text.n && enter_chunk(&s, p, at.end) ? s.text.n : token_end(&s, p, raw, &no_mail_before);
		raw->at = (oni_range){(uint32_t)p, (uint32_t)end};
		raw->space_before = space;
		space = false;
		p = end;
	}
}
