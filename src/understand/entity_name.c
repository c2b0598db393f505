/* Whether two names may be one's.
 *
 * Persons: "Ana Maria Ruiz", "Ana Ruiz", "A. Ruiz", "Ms Ruiz", "Ruiz" are one; "Ana Ruiz" and "Luis Ruiz" are two, and so are "Jan Berg" and
 * "Jan Berg Jr.", "John F. Hall" and "John R. Hall". Particles belong to the surname: "von der Leyen" and "Leyen" are one. Bodies: the
 * same words, the initials ("African Union", "AU"), or a part that is distinctive ("Amnesty International", "Amnesty"). */
#include "understand/entity_parts.h"

enum { PARTS = 10 };

typedef struct person {
	oni_str parts[PARTS];
	uint32_t n;
	bool junior;
} person;

static const char *const honours[] = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "lord", "lady", "prof", "prof.",
	"professor", "rev", "rev.", "st", "saint", "president", "king", "queen", "prince", "princess", "pope", "sheikh", "mullah", "gen.", "gen",
	"col.", "lt.", "sgt.", "capt.", "sen.", "rep.", "gov.", "ag", "da", "pm", "vp", "mp", "ceo", NULL};
static const char *const juniors[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "junior", "senior", NULL};

static person person_of(const oni_doc *doc, uint32_t first, uint32_t end)
{
	person p = {.n = 0};
	for (uint32_t i = first; i < end; i++) {
		const oni_word *w = &doc->words.at[i];
		bool junior = oni_str_in_nocase(w->form, juniors);
		p.junior |= junior && !oni_str_eq_nocase(w->form, ONI_STR("sr"));
		if (junior || w->upos == ONI_UPOS_PUNCT || w->rel == ONI_REL_CASE || (p.n == 0 && i + 1 < end && oni_str_in_nocase(w->form, honours)))
			continue;
		if (p.n < PARTS)
			p.parts[p.n++] = w->form;
	}
	return p;
}

static bool same(oni_str a, oni_str b)
{
	if (oni_str_eq_nocase(a, b))
		return true;
	char x[96], y[96];
	size_t n = oni_phrase_normal(a, x, sizeof x), m = oni_phrase_normal(b, y, sizeof y);
	return n == m && n && n < sizeof x && memcmp(x, y, n) == 0;
}

static bool is_initial(oni_str a)
{
	return a.n == 1 || (a.n <= 4 && a.at[1] == '.');
}

static bool initial_fits(oni_str a, oni_str b)
{
	return (is_initial(a) || is_initial(b)) && (a.at[0] | 0x20) == (b.at[0] | 0x20);
}

/* One is the tail of the other: "Leyen", "der Leyen" of "Ursula von der Leyen". */
static bool tail(const person *shorter, const person *longer)
{
	for (uint32_t i = 0; i < shorter->n; i++)
		if (!same(shorter->parts[i], longer->parts[longer->n - shorter->n + i]))
			return false;
	return true;
}

/* Both have a given name: the last must be the same, the first the same or an initial, and middle ones must not clash. */
static bool same_full(const person *a, const person *b)
{
	if (!same(a->parts[a->n - 1], b->parts[b->n - 1]) || a->junior != b->junior)
		return false;
	oni_str x = a->parts[0], y = b->parts[0];
	if (!same(x, y) && !initial_fits(x, y))
		return false;
	if (a->n == b->n)
		for (uint32_t i = 1; i + 1 < a->n; i++)
			if (!same(a->parts[i], b->parts[i]) && !initial_fits(a->parts[i], b->parts[i]))
				return false;
	return true;
}

oni_likeness oni_person_likeness(const oni_doc *doc, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
	person x = person_of(doc, a, a_end), y = person_of(doc, b, b_end);
	if (!x.n || !y.n)
		return ONI_LIKE_NOT;
	if (x.n == y.n && tail(&x, &y) && x.junior == y.junior)
		return ONI_LIKE_SAME;
	const person *shorter = x.n <= y.n ? &x : &y, *longer = x.n <= y.n ? &y : &x;
	if (shorter->n > 1 && same_full(&x, &y))
		return ONI_LIKE_SAME;
	if (shorter->n < longer->n && tail(shorter, longer))
		return ONI_LIKE_PART;
	if (shorter->n == 1 && same(shorter->parts[0], longer->parts[0]))
		return ONI_LIKE_GIVEN;
	return ONI_LIKE_NOT;
}

/* The word right before a name, or its first word, may tell: Mr, Mrs, Lord, Queen. */
static uint8_t gender_of_title(oni_str word)
{
	static const char *const men[] = {"mr", "mr.", "sir", "lord", "king", "prince", "pope", "don", "herr", "monsieur", "father", "brother",
		"señor", "sheikh", "sultan", "emperor", "baron", "count", "duke", NULL};
	static const char *const women[] = {"mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "dame", "frau", "madame", "sister",
		"señora", "mother", "empress", "baroness", "countess", "duchess", NULL};
	return oni_str_in_nocase(word, men) ? 1 : oni_str_in_nocase(word, women) ? 2 : 0;
}

uint8_t oni_name_gender(const oni_who *who, const oni_doc *doc, uint32_t first, uint32_t end)
{
	uint32_t start = doc->sentences.at[doc->words.at[first].sentence].first;
	uint8_t gender = first > start ? gender_of_title(doc->words.at[first - 1].form) : 0;
	if (!gender && end - first > 1)
		gender = gender_of_title(doc->words.at[first].form);
	while (first + 1 < end && oni_str_in_nocase(doc->words.at[first].form, honours))
		first++;
	bool hyphen = first + 1 < end && oni_str_is(doc->words.at[first + 1].form, "-"); /* "Mark-Viverito": no given name */
	if (!gender && end - first > 1 && !hyphen)
		gender = oni_gender_of_given_name(who, doc->words.at[first].form);
	return gender;
}

/* ---- bodies ---- */

static const char *const small[] = {"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "und", "al", "&", "-", NULL};

/* "AU", "A.U." for "African Union"; small words may count or not ("DRC", "DfID"). */
static bool is_acronym(const oni_doc *doc, oni_str acronym, uint32_t first, uint32_t end)
{
	char letters[24];
	size_t n = 0, k = 0;
	for (size_t i = 0; i < acronym.n && n < sizeof letters; i++)
		if (acronym.at[i] != '.')
			letters[n++] = (char)(acronym.at[i] | 0x20);
	if (n < 2 || end - first < 2)
		return false;
	for (uint32_t i = first; i < end; i++) {
		oni_str form = doc->words.at[i].form;
		if (doc->words.at[i].upos == ONI_UPOS_PUNCT || doc->words.at[i].rel == ONI_REL_CASE || form.at[0] == '\'' || (unsigned char)form.at[0] == 0xE2)
			continue;
		uint32_t dots = 0; /* "U.S. Navy" is USN: a form with full stops gives all its letters */
		for (size_t j = 1; j < form.n; j++)
			dots += form.at[j] == '.' && form.at[j - 1] != '.';
		bool fits = k < n && (form.at[0] | 0x20) == letters[k];
		for (size_t j = 1; fits && dots > 1 && j < form.n; j++)
			if (form.at[j] != '.')
				fits = ++k < n && (form.at[j] | 0x20) == letters[k];
		if (fits)
			k++;
		else if (!oni_str_in_nocase(form, small))
			return false;
	}
	return k == n;
}

static bool same_words(const oni_doc *doc, uint32_t a, uint32_t b, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (!same(doc->words.at[a + i].form, doc->words.at[b + i].form))
			return false;
	return true;
}

/* A lone word that is a part of a longer name is its short form, unless it is what many bodies are: "Ministry", "Party". */
static bool is_short_form(const oni_who *who, const oni_doc *doc, uint32_t word, uint32_t first, uint32_t end)
{
	oni_fact f;
	if (end - first < 2 || doc->words.at[word].form.n < 4 || oni_noun_at(who, doc, word, word, &f) || oni_fact_at(who, doc, word, word + 1, &f))
		return false;
	return same_words(doc, word, first, 1) || same_words(doc, word, end - 1, 1);
}

/* "GMB union": a small word at the end is no part of the name. */
static uint32_t without_noun(const oni_doc *doc, uint32_t first, uint32_t end)
{
	while (end > first + 1 && doc->words.at[end - 1].form.n && doc->words.at[end - 1].form.at[0] >= 'a' && doc->words.at[end - 1].form.at[0] <= 'z')
		end--;
	return end;
}

oni_likeness oni_body_likeness(const oni_who *who, const oni_doc *doc, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
	a_end = without_noun(doc, a, a_end);
	b_end = without_noun(doc, b, b_end);
	uint32_t n = a_end - a, m = b_end - b;
	if (n == m && same_words(doc, a, b, n))
		return ONI_LIKE_SAME;
	if (n == 1 && is_acronym(doc, doc->words.at[a].form, b, b_end))
		return ONI_LIKE_SAME;
	if (m == 1 && is_acronym(doc, doc->words.at[b].form, a, a_end))
		return ONI_LIKE_SAME;
	if (n == 1 && is_short_form(who, doc, a, b, b_end))
		return ONI_LIKE_PART;
	if (m == 1 && is_short_form(who, doc, b, a, a_end))
		return ONI_LIKE_PART;
	return ONI_LIKE_NOT;
}
