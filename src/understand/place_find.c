/* Where a place may be named: the longest match of the countries' and the places' names at every capitalised word.
 *
 * Example: "in southern Ukraine, near Santa Rosa, Calif." gives the spots Ukraine (direction before it), Santa
 * Rosa, and "Calif." as a state's abbreviation that contains it. Whether a spot names a place here is weighed later
 * (place_denote.c); here only spelling counts: a name's words are capitalised as names are, and names of up to
 * three letters ("US", "UAE", "Goa") must be spelt exactly as in the table. */
#include <utf8proc.h>

#include "base/utf8.h"
#include "understand/phrase.h"
#include "understand/place_spot.h"

enum { SHORT_NAME = 3, LONGEST_PARTICLE = 4 };

bool oni_capital(oni_str form)
{
	for (size_t at = 0, n; at < form.n; at += n) {
		int32_t rune = oni_rune_at(form, at, &n);
		if (rune == ONI_BAD_RUNE)
			return false;
		utf8proc_category_t kind = utf8proc_category(rune);
		if (kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT)
			return true;
		if (kind == UTF8PROC_CATEGORY_LL || kind == UTF8PROC_CATEGORY_LO || kind == UTF8PROC_CATEGORY_ND)
			return false;
	}
	return false;
}

static bool has_letter(oni_str form)
{
	for (size_t at = 0, n; at < form.n; at += n) {
		int32_t rune = oni_rune_at(form, at, &n);
		if (rune != ONI_BAD_RUNE && utf8proc_category(rune) >= UTF8PROC_CATEGORY_LU && utf8proc_category(rune) <= UTF8PROC_CATEGORY_LO)
			return true;
	}
	return false;
}

oni_str oni_place_cue(const oni_gazetteer *gazetteer, oni_str word, const char *use)
{
	char key[32];
	size_t n = 0;
	if (word.n > sizeof key)
		return (oni_str){NULL, 0};
	for (size_t i = 0; i < word.n; i++)
		if (word.at[i] != '.')
			key[n++] = (char)(word.at[i] >= 'A' && word.at[i] <= 'Z' ? word.at[i] + 32 : word.at[i]);
	const oni_table *cues = gazetteer->cues;
	for (uint32_t r = oni_table_find(cues, (oni_str){key, n}); r < oni_table_rows(cues); r++) {
		if (!oni_str_eq(oni_table_cell(cues, r, 0), (oni_str){key, n}))
			break;
		if (oni_str_is(oni_table_cell(cues, r, gazetteer->cue_use), use))
			return oni_table_cell(cues, r, gazetteer->cue_value);
	}
	return (oni_str){NULL, 0};
}

/* ---- spelling ---- */

static bool spelt_as(const oni_table *table, oni_phrase phrase, int name, int aliases, oni_str form)
{
	for (uint32_t k = 0; k < phrase.n; k++) {
		uint32_t row = oni_phrase_row(table, phrase, k);
		oni_str rest = oni_table_cell(table, row, aliases), one;
		if (oni_str_eq(oni_table_cell(table, row, name), form))
			return true;
		while (oni_str_split(&rest, '|', &one))
			if (oni_str_eq(one, form))
				return true;
	}
	return false;
}

/* Every word but particles begins with a capital; the last one always. */
static bool cased_as_name(const oni_doc *doc, uint32_t first, uint32_t end)
{
	for (uint32_t w = first; w < end; w++) {
		oni_str form = doc->words.at[w].form;
		bool must = w == first || w + 1 == end || form.n > LONGEST_PARTICLE;
		if (must && has_letter(form) && !oni_capital(form))
			return false;
	}
	return true;
}

/* "As", "Of" and "In" are towns too; at a sentence's beginning they have a capital. */
static bool is_small_word(const oni_word *word)
{
	switch (word->upos) {
	case ONI_UPOS_ADP: case ONI_UPOS_AUX: case ONI_UPOS_CCONJ: case ONI_UPOS_DET: case ONI_UPOS_PART: case ONI_UPOS_PRON:
	case ONI_UPOS_SCONJ: case ONI_UPOS_ADV: case ONI_UPOS_NUM: case ONI_UPOS_INTJ:
		return true;
	default:
		return false;
	}
}

static bool spelt_well(const oni_place_work *work, const oni_spot *spot)
{
	const oni_gazetteer *g = work->gazetteer;
	const oni_doc *doc = work->doc;
	const oni_word *word = &doc->words.at[spot->first];
	if (!cased_as_name(doc, spot->first, spot->end))
		return false;
	if (spot->end - spot->first == 1 && is_small_word(word) && word->name == ONI_NONE)
		return false;
	oni_str form = oni_text_at(doc, (oni_range){doc->words.at[spot->first].at.begin, doc->words.at[spot->end - 1].at.end});
	if (spot->end - spot->first > 1 || oni_utf8_count(form) > SHORT_NAME)
		return true;
	return spelt_as(g->countries, spot->country, g->c_name, g->c_aliases, form)
		|| spelt_as(g->places, spot->place, 0, g->p_aliases, form);
}

/* ---- longest match ---- */

static bool match_at(const oni_place_work *work, uint32_t first, uint32_t end, oni_spot *ret)
{
	const oni_gazetteer *g = work->gazetteer;
	while (end > first) {
		oni_phrase country = oni_phrase_here(g->countries, work->doc, first, end);
		oni_phrase place = oni_phrase_here(g->places, work->doc, first, end);
		uint32_t n = country.words > place.words ? country.words : place.words;
		if (!n)
			return false;
		*ret = (oni_spot){.first = first, .end = first + n, .from = first, .to = first + n, .toponym = ONI_NONE, .inside = ONI_NONE};
		if (country.words == n)
			ret->country = country;
		if (place.words == n)
			ret->place = place;
		if (spelt_well(work, ret))
			return true;
		end = first + n - 1;
	}
	return false;
}

/* ---- the words around ---- */

static oni_place_want want_of(oni_str value)
{
	static const char *const names[] = {"any", "admin1", "admin2", "city", "water", "island", "airport"};
	for (int i = 0; i < 7; i++)
		if (oni_str_is(value, names[i]))
			return (oni_place_want)i;
	return ONI_WANT_ANY;
}

static void look_behind(const oni_place_work *work, oni_spot *spot, uint32_t end)
{
	const oni_doc *doc = work->doc;
	if (spot->end >= end)
		return;
	oni_str next = doc->words.at[spot->end].form;
	oni_str value = oni_place_cue(work->gazetteer, next, "generic");
	if (!value.at)
		return;
	spot->want = want_of(value);
	/* "Hamilton County Sheriff": the county; "Kansas City Council": not asked here, the table knows Kansas City */
	if (oni_capital(next))
		spot->to = spot->end + 1;
}

static void look_before(const oni_place_work *work, oni_spot *spot, uint32_t begin)
{
	const oni_doc *doc = work->doc;
	if (spot->first == begin)
		return;
	oni_str before = doc->words.at[spot->first - 1].form;
	if (oni_place_cue(work->gazetteer, before, "direction").at) {
		spot->from = spot->first - 1;
		spot->direction = true;
		if (spot->from > begin && oni_str_is(doc->words.at[spot->from - 1].form, "-"))
			spot->from = spot->first, spot->direction = false;
	}
	bool of = oni_str_is(before, "of");
	if (of && spot->first - begin >= 2) {
		oni_str value = oni_place_cue(work->gazetteer, doc->words.at[spot->first - 2].form, "of");
		if (value.at && spot->want == ONI_WANT_ANY)
			spot->want = want_of(value);
	}
}

static uint32_t find_abbreviation(const oni_gazetteer *g, oni_str form)
{
	char dotted[16];
	uint32_t row = oni_table_find(g->abbreviations, form);
	if (row != ONI_NO_ROW || !form.n || form.n + 1 > sizeof dotted)
		return row;
	if (form.at[form.n - 1] == '.')
		return oni_table_find(g->abbreviations, oni_str_cut(form, 0, form.n - 1));
	memcpy(dotted, form.at, form.n);
	dotted[form.n] = '.';
	return oni_table_find(g->abbreviations, (oni_str){dotted, form.n + 1});
}

/* "Springfield, Ill.", "Charleston, W. Va.", "Peoria, IL": the state behind the comma. It is told apart from words
 * ("in", "or") by its capitals. Up to two words are tried, the longer first, with the full stop that may have been
 * cut off. */
static bool abbreviation_at(const oni_place_work *work, uint32_t word, uint32_t end, oni_spot *ret)
{
	const oni_doc *doc = work->doc;
	for (uint32_t to = word + 3 < end ? word + 3 : end; to > word; to--) {
		oni_str text = oni_text_at(doc, (oni_range){doc->words.at[word].at.begin, doc->words.at[to - 1].at.end});
		uint32_t row = find_abbreviation(work->gazetteer, text);
		if (row == ONI_NO_ROW)
			continue;
		*ret = (oni_spot){.first = word, .end = to, .from = word, .to = to, .toponym = ONI_NONE, .inside = ONI_NONE,
			.abbreviated = true, .abbreviation = row, .belief = 3};
		return true;
	}
	return false;
}

/* "a Ky. jail": with its full stop, and more to come, the abbreviation stands for the state without a town too. */
static bool free_abbreviation_at(const oni_place_work *work, uint32_t word, uint32_t end, oni_spot *ret)
{
	oni_str form = work->doc->words.at[word].form;
	uint32_t row = form.n > 3 && form.at[form.n - 1] == '.' && word + 1 < end ? oni_table_find(work->gazetteer->abbreviations, form) : ONI_NO_ROW;
	if (row == ONI_NO_ROW)
		return false;
	*ret = (oni_spot){.first = word, .end = word + 1, .from = word, .to = word + 1, .toponym = ONI_NONE, .inside = ONI_NONE,
		.abbreviated = true, .abbreviation = row, .belief = 1};
	return true;
}

static oni_spot *keep_spot(oni_place_work *work, const oni_spot *spot)
{
	oni_spot *kept = oni_push(work->arena, &work->spots);
	*kept = *spot;
	for (uint32_t w = spot->first; w < spot->end; w++)
		work->spot_of_word[w] = work->spots.n - 1;
	return kept;
}

static bool is_comma(const oni_doc *doc, uint32_t word, uint32_t end)
{
	return word < end && oni_str_is(doc->words.at[word].form, ",");
}

/* Whether a list of names that goes on at `word` ends in "counties". */
static bool in_counties(const oni_doc *doc, uint32_t word, uint32_t end)
{
	for (uint32_t w = word; w < end && w < word + ONI_PHRASE_WORDS; w++) {
		oni_str form = doc->words.at[w].form;
		if (oni_str_eq_nocase(form, ONI_STR("counties")))
			return true;
		if (!oni_capital(form) && !oni_str_is(form, ",") && !oni_str_is(form, "and") && !oni_str_is(form, "or"))
			return false;
	}
	return false;
}

/* "Fannin" of "Grayson and Fannin counties": a name that no place has without the noun. */
static bool county_at(const oni_place_work *work, uint32_t word, uint32_t end, oni_spot *ret)
{
	oni_str form = work->doc->words.at[word].form;
	if (!oni_capital(form) || !in_counties(work->doc, word + 1, end))
		return false;
	oni_phrase found = oni_phrase_find(work->gazetteer->places, oni_keepf(work->arena, "%.*s County", ONI_FMT(form)));
	*ret = (oni_spot){.first = word, .end = word + 1, .from = word, .to = word + 1, .toponym = ONI_NONE, .inside = ONI_NONE,
		.place = found, .want = ONI_WANT_ADMIN2};
	return found.n > 0;
}

/* The word where the next spot may begin, behind what was found at `word`. */
static uint32_t take_spot(oni_place_work *work, uint32_t word, uint32_t begin, uint32_t end)
{
	oni_spot spot;
	const oni_word *words = work->doc->words.at;
	if (free_abbreviation_at(work, word, end, &spot)) {
		keep_spot(work, &spot);
		return spot.end;
	}
	if (!oni_capital(words[word].form) || (!match_at(work, word, end, &spot) && !county_at(work, word, end, &spot)))
		return word + 1;
	if (spot.end == word + 1 && spot.end < end && oni_capital(words[spot.end].form)
		&& oni_place_cue(work->gazetteer, words[word].form, "direction").at)
		return word + 1; /* "North Texas": a part of Texas, whatever is called North */
	look_behind(work, &spot, end);
	look_before(work, &spot, begin);
	keep_spot(work, &spot);
	if (is_comma(work->doc, spot.to, end) && spot.to + 1 < end
		&& abbreviation_at(work, spot.to + 1, end, &spot)) {
		keep_spot(work, &spot);
	}
	return spot.end;
}

/* "X, Y" where Y is a region or country: X lies in Y. Also "X (Y)" and "Fulton County, Georgia". */
static void link_containers(oni_place_work *work)
{
	for (uint32_t i = 0; i + 1 < work->spots.n; i++) {
		oni_spot *spot = &work->spots.at[i], *next = spot + 1;
		const oni_word *words = work->doc->words.at;
		if (next->first != spot->to + 1 || words[next->first].sentence != words[spot->first].sentence)
			continue;
		oni_str between = words[spot->to].form;
		if (next->abbreviated || oni_str_is(between, ",") || oni_str_is(between, "("))
			spot->inside = i + 1;
	}
}

static bool joins_names(oni_str form)
{
	return oni_str_is(form, ",") || oni_str_is(form, "and") || oni_str_is(form, "or") || oni_str_is(form, "&");
}

bool oni_spots_in_list(const oni_doc *doc, const oni_spot *a, const oni_spot *b)
{
	for (uint32_t w = a->to; w < b->from; w++)
		if (!joins_names(doc->words.at[w].form))
			return false;
	return b->from > a->to && doc->words.at[a->first].sentence == doc->words.at[b->first].sentence;
}

/* "the Luhansk and Donetsk regions", "Anderson, Cherokee and Love counties": the plural noun holds for all of the list. */
static void share_plural_nouns(oni_place_work *work)
{
	const oni_doc *doc = work->doc;
	for (uint32_t i = work->spots.n; i-- > 1; ) {
		const oni_spot *spot = &work->spots.at[i];
		oni_spot *before = &work->spots.at[i - 1];
		bool plural = spot->listed;
		if (spot->want != ONI_WANT_ANY && spot->end < doc->words.n)
			plural = plural || oni_str_ends(doc->words.at[spot->end].form, "s");
		if (!plural || before->want != ONI_WANT_ANY || before->abbreviated || !oni_spots_in_list(doc, before, spot))
			continue;
		before->want = spot->want;
		before->listed = true;
		before->inside = ONI_NONE;
	}
}

/* Counties are called "Love County" in the table: a county that is named without the noun is looked up with it. */
static void name_counties(oni_place_work *work)
{
	for (uint32_t i = 0; i < work->spots.n; i++) {
		oni_spot *spot = &work->spots.at[i];
		if (spot->want != ONI_WANT_ADMIN2 || spot->abbreviated)
			continue;
		const oni_word *words = work->doc->words.at;
		oni_str text = oni_text_at(work->doc, (oni_range){words[spot->first].at.begin, words[spot->end - 1].at.end});
		oni_phrase found = oni_phrase_find(work->gazetteer->places, oni_keepf(work->arena, "%.*s County", ONI_FMT(text)));
		if (found.n)
			spot->place = found;
	}
}

static bool has_prose(oni_segment_kind kind)
{
	return kind != ONI_SEGMENT_BYLINE && kind != ONI_SEGMENT_CREDIT && kind != ONI_SEGMENT_BOILERPLATE;
}

void oni_find_spots(oni_place_work *work)
{
	const oni_doc *doc = work->doc;
	work->spot_of_word = ONI_NEW_N(work->arena, uint32_t, doc->words.n);
	for (uint32_t w = 0; w < doc->words.n; w++)
		work->spot_of_word[w] = ONI_NONE;
	for (uint32_t s = 0; s < doc->sentences.n; s++) {
		const oni_sentence *sentence = &doc->sentences.at[s];
		if (!has_prose(doc->segments.at[sentence->segment].kind))
			continue;
		for (uint32_t w = sentence->first; w < sentence->end; )
			w = take_spot(work, w, sentence->first, sentence->end);
	}
	link_containers(work);
	share_plural_nouns(work);
	name_counties(work);
}
