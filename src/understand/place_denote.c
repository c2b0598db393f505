/* Whether a spot names a place here.
 *
 * Names of places are also names of people (Jordan), papers (the Boston Globe), streets, treaties (the Paris
 * agreement), months and words (Nice, Reading); and a capital is its government when it speaks ("Washington said").
 * Each sign beside the name adds to or takes from its belief, in log odds; the sum decides. The signs are of three
 * sorts: what the name is (a country is hardly ever anything else; a hamlet spelt like a first name is hardly ever
 * meant), the words before and behind (lexicon/place_cues.tsv), and what the language core and the entities found
 * (a person's name around it). A spot that is certainly something else is `rejected`; no belief brings it back.
 *
 * Example: "Jordan Smith scored in Jordan, Ont." - the first is a given name before an unknown capitalised word:
 * rejected; the second has "in" before it and a province behind: 2.5 + 3 above a town's prior.
 *
 * The weights are set by hand in tenths after reading news; only their order of size matters. */
#include "understand/phrase.h"
#include "understand/place_spot.h"

#define SURE 2.5

typedef struct around {
	const oni_word *words;
	uint32_t begin, end;   /* the sentence */
	oni_str before, before2, behind; /* forms; "" at the sentence's ends */
} around;

static around look_around(const oni_place_work *work, const oni_spot *spot)
{
	const oni_doc *doc = work->doc;
	const oni_sentence *s = &doc->sentences.at[doc->words.at[spot->first].sentence];
	around a = {.words = doc->words.at, .begin = s->first, .end = s->end, .before = {"", 0}, .before2 = {"", 0}, .behind = {"", 0}};
	uint32_t from = spot->from;
	if (from > a.begin && oni_str_eq_nocase(a.words[from - 1].form, ONI_STR("the")))
		from--; /* "in the Kremlin", "of the Hague" */
	if (from > a.begin)
		a.before = a.words[from - 1].form;
	if (from > a.begin + 1)
		a.before2 = a.words[from - 2].form;
	if (spot->to < a.end)
		a.behind = a.words[spot->to].form;
	return a;
}

static bool cue(const oni_place_work *work, oni_str word, const char *use)
{
	return word.n && oni_place_cue(work->gazetteer, word, use).at;
}

static bool is_given_name(const oni_place_work *work, oni_str form)
{
	return oni_table_find(work->gazetteer->given_names, form) != ONI_NO_ROW;
}

static bool is_initial(oni_str form)
{
	return form.n == 2 && form.at[1] == '.' && form.at[0] >= 'A' && form.at[0] <= 'Z';
}

/* A capitalised word that is part of no place: maybe of the same name as its neighbour. */
static bool strange_name(const oni_place_work *work, uint32_t word)
{
	const oni_word *w = &work->doc->words.at[word];
	bool may_name = w->upos == ONI_UPOS_PROPN || w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_X_;
	return may_name && oni_capital(w->form) && work->spot_of_word[word] == ONI_NONE && !work->nationality[word];
}

/* "the Amazon", "the Nile", "the Caribbean" before anything but a noun: the article makes a region or a river of it. */
static bool stands_with_article(const oni_spot *spot, const around *a)
{
	if (spot->from == a->begin || !oni_str_eq_nocase(a->words[spot->from - 1].form, ONI_STR("the")))
		return false;
	uint8_t next = spot->to < a->end ? a->words[spot->to].upos : ONI_UPOS_PUNCT;
	return next != ONI_UPOS_NOUN && next != ONI_UPOS_PROPN && next != ONI_UPOS_ADJ;
}

static int core_kind(const oni_place_work *work, const oni_spot *spot)
{
	uint32_t name = work->doc->words.at[spot->first].name;
	return name == ONI_NONE ? -1 : (int)work->doc->names.at[name].kind;
}

/* ---- certainly something else ---- */

static bool covers(uint32_t first, uint32_t end, const oni_spot *spot)
{
	return first <= spot->first && end >= spot->end;
}

static bool in_persons_name(const oni_place_work *work, const oni_spot *spot)
{
	const oni_doc *doc = work->doc;
	uint32_t name = doc->words.at[spot->first].name;
	if (name == ONI_NONE || doc->names.at[name].kind != ONI_NAME_PERSON)
		return false;
	const oni_name *n = &doc->names.at[name];
	return covers(n->first, n->end, spot) && n->end - n->first > spot->end - spot->first;
}

/* "Emma Jordan", "J. Houston", "Austin P. Hale" */
static bool has_forename(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	if (is_initial(a->before))
		return true;
	if (spot->end - spot->first > 1)
		return false;
	if (is_initial(a->behind) && spot->to == spot->end)
		return true;
	return spot->from > a->begin && strange_name(work, spot->from - 1) && is_given_name(work, a->before);
}

static bool looks_like_person(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	bool one_word = spot->end - spot->first == 1;
	if (spot->country.n && cue(work, a->before, "before"))
		return false; /* "Ambassador to Jordan Atallah Hale" */
	if (cue(work, a->before, "title") && oni_capital(a->before) && !oni_str_is(a->before, "St."))
		return one_word;
	if (has_forename(work, spot, a))
		return true;
	bool named_on = spot->to < a->end && a->words[spot->to].upos == ONI_UPOS_PROPN && oni_capital(a->behind)
		&& !cue(work, a->behind, "institution") && !cue(work, a->behind, "generic");
	return one_word && named_on && is_given_name(work, a->words[spot->first].form);
}

/* "Memphis Street", "the Paris agreement", "the Boston Globe": the capital of the second word is asked for where
 * small letters would be said of the place itself ("the Houston bridge"). */
static bool names_something_else(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	if (!cue(work, a->behind, "not") || spot->want != ONI_WANT_ANY)
		return false;
	static const char *const abstract[] = {"agreement", "agreements", "accord", "accords", "treaty", "protocol", "convention",
		"conventions", "declaration", "consensus", "process", "pact", "communique", "syndrome"};
	for (size_t i = 0; i < sizeof abstract / sizeof *abstract; i++)
		if (oni_str_eq_nocase(a->behind, oni_str_of(abstract[i])))
			return true;
	return oni_capital(a->behind);
}

/* "Ohio State" is a university, "Lansing State Journal" a paper; "New York State" and "Washington State" are the states. */
static bool is_state_school(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	const oni_gazetteer *g = work->gazetteer;
	if (spot->to != spot->end + 1 || !oni_str_is(a->words[spot->end].form, "State"))
		return false;
	if (oni_capital(a->behind) && cue(work, a->behind, "not"))
		return true;
	oni_str first = a->words[spot->first].form;
	if (oni_str_is(first, "New") || oni_str_is(first, "Washington") || oni_capital(a->behind))
		return false;
	for (uint32_t k = 0; k < spot->place.n && k < 16; k++) {
		uint32_t row = oni_phrase_row(g->places, spot->place, k);
		if (oni_str_is(oni_table_cell(g->places, row, g->p_kind), "admin1") && oni_str_is(oni_table_cell(g->places, row, g->p_country), "USA"))
			return true;
	}
	return false;
}

/* "White House spokesman": a palace that a noun follows is those inside. */
static bool is_seat_of(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	const oni_gazetteer *g = work->gazetteer;
	bool noun = spot->to < a->end && a->words[spot->to].upos == ONI_UPOS_NOUN && !oni_str_is(a->words[spot->to].xpos, "POS");
	for (uint32_t k = 0; noun && k < spot->place.n && k < 8; k++)
		if (oni_str_is(oni_table_cell(g->places, oni_phrase_row(g->places, spot->place, k), g->p_kind), "facility"))
			return true;
	return false;
}

static const char *const OWNERS[] = {"University", "Bank", "Church", "Duke", "Duchess", "Earl", "Archbishop", "Bishop", "Lord",
	"Prince", "Princess", "Marquess", "Viscount", "Baron", "Baroness", "Bishops"};

/* "US$ 13,000", "US dollars 13,000" */
static bool is_money(const around *a)
{
	return oni_str_is(a->behind, "$") || oni_str_is(a->behind, "dollars") || oni_str_is(a->behind, "dollar");
}

/* "the Archbishop of Canterbury", "the Bank of England" */
static bool owned_by_title(const oni_spot *spot, const around *a)
{
	if (!oni_str_is(a->before, "of") || spot->inside != ONI_NONE)
		return false;
	for (size_t i = 0; i < sizeof OWNERS / sizeof *OWNERS; i++)
		if (oni_str_is(a->before2, OWNERS[i]))
			return true;
	return false;
}

static bool has_capital_or_country(const oni_place_work *work, const oni_spot *spot)
{
	if (spot->country.n)
		return true;
	for (uint32_t k = 0; k < spot->place.n; k++)
		if (oni_str_is(oni_table_cell(work->gazetteer->places, oni_phrase_row(work->gazetteer->places, spot->place, k), work->gazetteer->p_kind), "capital"))
			return true;
	return false;
}

static bool is_number(oni_str form)
{
	return form.n && form.at[0] >= '0' && form.at[0] <= '9';
}

static bool age_at(const around *a, uint32_t word)
{
	return word + 2 < a->end && oni_str_is(a->words[word].form, ",") && is_number(a->words[word + 1].form)
		&& a->words[word + 1].form.n <= 2 && oni_str_is(a->words[word + 2].form, ",");
}

/* "Hayes, 54, said", "Sydney Hale, 23, of Leeds": an age makes a person. */
static bool has_age(const oni_spot *spot, const around *a)
{
	return age_at(a, spot->to) || (spot->to + 1 < a->end && oni_capital(a->behind) && age_at(a, spot->to + 1));
}

static bool is_speech(const oni_place_work *work, const oni_spot *spot, oni_str verb)
{
	oni_str value = oni_place_cue(work->gazetteer, verb, "speech");
	return value.at && (!spot->country.n || oni_str_is(value, "say"));
}

/* "…", said Hayes. */
static bool spoken_by(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	if (spot->from == a->begin || has_capital_or_country(work, spot) || cue(work, a->behind, "institution"))
		return false;
	oni_str before = a->words[spot->from - 1].form;
	return oni_str_is(before, "said") || oni_str_is(before, "says");
}

/* "Washington said": the government; "Houston said": its council, or a Mr. Houston. Not the place. */
static bool speaks(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	const oni_doc *doc = work->doc;
	if (spot->inside != ONI_NONE)
		return false;
	if (spoken_by(work, spot, a))
		return true;
	if (a->before.n && oni_place_cue(work->gazetteer, a->before, "before").at)
		return false;
	const oni_word *last = &doc->words.at[spot->end - 1];
	if (oni_rel_universal((oni_rel)last->rel) == ONI_REL_NSUBJ && last->head != ONI_NONE)
		return is_speech(work, spot, doc->words.at[last->head].form);
	uint32_t next = spot->to;
	if (next < a->end && (oni_str_is(a->behind, "has") || oni_str_is(a->behind, "had") || oni_str_is(a->behind, "also")))
		next++;
	return next < a->end && doc->words.at[next].upos != ONI_UPOS_NOUN && is_speech(work, spot, doc->words.at[next].form);
}

/* "a French general": not the French River in Canada. */
static bool is_nationality(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	return spot->end - spot->first == 1 && work->nationality[spot->first] && spot->want == ONI_WANT_ANY && !spot->country.n
		&& !stands_with_article(spot, a);
}

/* Rivers and lakes are listed without their noun, and it is hardly left out: "Green", "French", "Snake". */
static bool needs_noun(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	const oni_gazetteer *g = work->gazetteer;
	if (spot->country.n || spot->want != ONI_WANT_ANY || spot->end - spot->first > 1 || stands_with_article(spot, a))
		return false;
	for (uint32_t k = 0; k < spot->place.n; k++) {
		oni_str kind = oni_table_cell(g->places, oni_phrase_row(g->places, spot->place, k), g->p_kind);
		if (!oni_str_is(kind, "river") && !oni_str_is(kind, "lake") && !oni_str_is(kind, "airport") && !oni_str_is(kind, "point"))
			return false;
	}
	return true;
}

/* "University", "Park": a noun of names, not the village called so. */
static bool is_bare_noun(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	oni_str form = a->words[spot->first].form;
	if (spot->end - spot->first == 2 && spot->from > a->begin && oni_capital(a->before) && cue(work, form, "institution")
		&& cue(work, a->words[spot->first + 1].form, "institution"))
		return true;                   /* "Zion National Park": no town in New Jersey */
	return spot->end - spot->first == 1 && spot->inside == ONI_NONE
		&& (cue(work, form, "institution") || cue(work, form, "generic") || cue(work, form, "not"));
}

/* "NATO" is not the town of Nato: a short word in capitals that is not the beginning of a dateline. */
static bool is_acronym(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	oni_str form = a->words[spot->first].form;
	if (spot->country.n || spot->end - spot->first > 1 || spot->inside != ONI_NONE || spot->first == a->begin || form.n > 5
		|| core_kind(work, spot) == ONI_NAME_LOCATION)
		return false;
	for (size_t i = 0; i < form.n; i++)
		if (form.at[i] < 'A' || form.at[i] > 'Z')
			return false;
	return true;
}

/* "Hamas", "Toyota", "Xinhua": spelt as an organisation that the lexicon has (parties are called anything). */
static bool is_organization(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	const oni_gazetteer *g = work->gazetteer;
	oni_str text = oni_text_at(work->doc, (oni_range){work->doc->words.at[spot->first].at.begin, work->doc->words.at[spot->end - 1].at.end});
	if (spot->country.n || spot->inside != ONI_NONE || stands_with_article(spot, a))
		return false;
	oni_phrase found = oni_phrase_find(g->orgs, text);
	for (uint32_t k = 0; k < found.n; k++) {
		uint32_t row = oni_phrase_row(g->orgs, found, k);
		oni_str kind = oni_table_cell(g->orgs, row, g->org_kind);
		if (oni_str_is(kind, "party") || oni_str_is(kind, "territory"))
			continue;
		if (oni_str_eq(oni_table_cell(g->orgs, row, 0), text))
			return true;
	}
	return false;
}

/* "United Russia", "the Bank of Canada": inside the name of an organisation that the lexicon has. */
static bool in_organization(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	for (uint32_t back = 1; back <= 3 && spot->first >= a->begin + back; back++) {
		oni_phrase found = oni_phrase_here(work->gazetteer->orgs, work->doc, spot->first - back, a->end);
		if (found.words >= back + spot->end - spot->first && oni_capital(a->words[spot->first - back].form))
			return true;
	}
	return false;
}

/* "CROMWELL - The third", "ATLANTA (AP) - A former", "MUSCAT: The port": a dateline that runs into its sentence. */
static bool starts_dateline(const oni_spot *spot, const around *a)
{
	if (spot->first != a->begin || spot->to + 1 >= a->end)
		return false;
	if (oni_str_is(a->behind, "(") && spot->to + 2 < a->end && oni_str_is(a->words[spot->to + 2].form, ")"))
		return true;
	if (oni_str_is(a->behind, ":"))
		return true;
	return oni_str_is(a->behind, "-") || oni_str_is(a->behind, "--") || oni_str_is(a->behind, "---")
		|| oni_str_is(a->behind, "\xe2\x80\x94") || oni_str_is(a->behind, "\xe2\x80\x93");
}

/* "Bend" of "Quillmore Bend", where the core takes both words for one place. */
static bool ends_longer_name(const oni_place_work *work, const oni_spot *spot)
{
	const oni_doc *doc = work->doc;
	if (core_kind(work, spot) != ONI_NAME_LOCATION)
		return false;
	uint32_t first = doc->names.at[doc->words.at[spot->first].name].first;
	return first < spot->from && strange_name(work, first) && !cue(work, doc->words.at[first].form, "modifier")
		&& !cue(work, doc->words.at[first].form, "direction") && !cue(work, doc->words.at[first].form, "title");
}

static bool certainly_not(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	return ends_longer_name(work, spot) || is_acronym(work, spot, a) || is_organization(work, spot, a) || in_organization(work, spot, a) || is_nationality(work, spot, a) || is_bare_noun(work, spot, a) || in_persons_name(work, spot) || looks_like_person(work, spot, a) || names_something_else(work, spot, a)
		|| is_state_school(work, spot, a) || is_seat_of(work, spot, a) || owned_by_title(spot, a) || is_money(a) || has_age(spot, a) || speaks(work, spot, a);
}

/* ---- how much speaks for it ---- */

static double largest_people(const oni_place_work *work, const oni_spot *spot)
{
	const oni_gazetteer *g = work->gazetteer;
	double most = 0;
	for (uint32_t k = 0; k < spot->place.n && k < 64; k++) {
		uint32_t row = oni_phrase_row(g->places, spot->place, k);
		oni_str people = oni_table_cell(g->places, row, g->p_people);
		double n = 0;
		for (size_t i = 0; i < people.n && people.at[i] >= '0' && people.at[i] <= '9'; i++)
			n = n * 10 + (people.at[i] - '0');
		if (n > most)
			most = n;
	}
	return most;
}

/* "Reading", "March", "Police": mostly the word, unless the town is one of the world's large ones. */
static double ordinary_word(const oni_place_work *work, const oni_spot *spot, double people)
{
	oni_str form = work->doc->words.at[spot->first].form;
	char lower[24];
	if (form.n > sizeof lower)
		return 0;
	size_t n = oni_phrase_normal(form, lower, sizeof lower);
	if (oni_table_find(work->gazetteer->words, (oni_str){lower, n}) == ONI_NO_ROW)
		return 0;
	double doubt = people >= 1e6 ? -0.4 : people >= 2e5 ? -1 : -3;
	return core_kind(work, spot) == ONI_NAME_LOCATION ? 0.7 * doubt : doubt;
}

/* "Red Sea", "Middle East", "Golan Heights": names of two words that hardly mean anything else. */
static bool large_feature(const oni_place_work *work, const oni_spot *spot)
{
	static const char *const kinds[] = {"sea", "region", "continent", "disputed", "island"};
	const oni_gazetteer *g = work->gazetteer;
	for (uint32_t k = 0; k < spot->place.n && k < 8 && spot->end - spot->first > 1; k++)
		for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
			if (oni_str_is(oni_table_cell(g->places, oni_phrase_row(g->places, spot->place, k), g->p_kind), kinds[i]))
				return true;
	return false;
}

static bool only_facility(const oni_place_work *work, const oni_spot *spot)
{
	const oni_gazetteer *g = work->gazetteer;
	return spot->place.n == 1 && oni_str_is(oni_table_cell(g->places, oni_phrase_row(g->places, spot->place, 0), g->p_kind), "facility");
}

static double belief_of_name(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	uint32_t words = spot->end - spot->first;
	if (needs_noun(work, spot, a))
		return -2;
	if (spot->country.n)
		return 2.5;
	if (only_facility(work, spot))
		return -1; /* the White House speaks more often than somebody stands in it */
	double people = large_feature(work, spot) ? 1e6 : largest_people(work, spot), belief = people >= 1e6 ? 1.2 : people >= 1e5 ? 0.6 : people >= 2e4 ? 0.1 : -0.6;
	if (words > 1)
		belief += 0.8;
	else
		belief += ordinary_word(work, spot, people);
	if (words == 1 && is_given_name(work, a->words[spot->first].form) && people < 1e6)
		belief -= 0.8;
	if (spot->first == a->begin)
		belief -= 0.3;
	return belief;
}

static double belief_of_before(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	if (!a->before.n)
		return 0;
	oni_str value = oni_place_cue(work->gazetteer, a->before, "before");
	if (value.at) {
		double tenths = 0;
		for (size_t i = 0; i < value.n; i++)
			tenths = tenths * 10 + (value.at[i] - '0');
		return tenths / 10;
	}
	if (spot->from > a->begin && strange_name(work, spot->from - 1) && !cue(work, a->before, "modifier")
		&& !cue(work, a->before, "title"))
		return spot->from - 1 == a->begin ? -0.7 : -2.2; /* a sentence begins with a capital anyway */
	if (cue(work, a->before, "modifier") || spot->direction)
		return 1;
	return 0;
}

static double belief_of_behind(const oni_place_work *work, const oni_spot *spot, const around *a)
{
	double belief = starts_dateline(spot, a) ? 3 : 0;
	if (spot->inside != ONI_NONE)
		belief += ONI_BELIEF_INSIDE;
	if (spot->want != ONI_WANT_ANY || spot->to > spot->end)
		belief += 1.5;
	if (oni_str_is(a->behind, "-") && spot->to + 1 < a->end && oni_str_is(a->words[spot->to + 1].form, "based"))
		belief += 2;
	if (cue(work, a->behind, "institution"))
		belief += oni_capital(a->behind) ? 0.8 : 2;
	else if (spot->to < a->end && strange_name(work, spot->to) && spot->to == spot->end)
		belief -= spot->country.n ? 0.5 : 1.8;
	return belief;
}

/* Whether the text writes the name in small letters too: then it is a word of its subject ("nice", "reading"). */
static double belief_of_core(const oni_place_work *work, oni_spot *spot)
{
	const oni_doc *doc = work->doc;
	uint32_t name = doc->words.at[spot->first].name;
	if (!doc->names.n)
		return 0;
	if (name == ONI_NONE)
		return -1;
	const oni_name *n = &doc->names.at[name];
	if (n->kind == ONI_NAME_LOCATION) {
		spot->named_so = true;
		return only_facility(work, spot) ? 0 : 2.5;
	}
	return n->kind == ONI_NAME_ORGANIZATION ? -0.6 : n->kind == ONI_NAME_PERSON ? (is_given_name(work, doc->words.at[spot->first].form) ? -2.5 : -1) : -0.3;
}

static bool is_dateline(const oni_place_work *work, const oni_spot *spot)
{
	const oni_doc *doc = work->doc;
	return doc->segments.at[doc->sentences.at[doc->words.at[spot->first].sentence].segment].kind == ONI_SEGMENT_DATELINE;
}

static void weigh(const oni_place_work *work, oni_spot *spot)
{
	around a = look_around(work, spot);
	if (spot->abbreviated)
		return; /* its full stop or its comma has said enough */
	spot->rejected = !is_dateline(work, spot) && !starts_dateline(spot, &a) && certainly_not(work, spot, &a);
	spot->belief += belief_of_name(work, spot, &a) + belief_of_before(work, spot, &a) + belief_of_behind(work, spot, &a)
		+ belief_of_core(work, spot);
	if (is_dateline(work, spot))
		spot->belief += 3;
}

static uint32_t count_words(oni_str s)
{
	uint32_t n = s.n ? 1 : 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.at[i] == ' ';
	return n;
}

/* A name that is some person's of the article is his wherever it stands alone; a person of whom the article has no
 * more than this one word may be none ("Chiefland's officers"). The place of a title ("Toledo Mayor Ana Ruiz") is no
 * part of the name. */
static void reject_persons(oni_place_work *work)
{
	const oni_doc *doc = work->doc;
	for (uint32_t m = 0; m < doc->mentions.n; m++) {
		const oni_mention *mention = &doc->mentions.at[m];
		const oni_entity *entity = &doc->entities.at[mention->entity];
		if (mention->form != ONI_MENTION_NAME || entity->kind != ONI_ENTITY_PERSON || mention->head >= doc->words.n)
			continue;
		uint32_t at = work->spot_of_word[mention->head];
		if (at == ONI_NONE)
			continue;
		oni_spot *spot = &work->spots.at[at];
		if (spot->country.n && core_kind(work, spot) != ONI_NAME_PERSON)
			continue;
		if (count_words(entity->name) > spot->end - spot->first)
			spot->rejected = true;
		else
			spot->belief -= is_given_name(work, doc->words.at[spot->first].form) ? 1.5 : 0.5;
	}
}

/* What the article says of one spelling: the most certain spot of it, and whether one of them is a person. */
typedef struct spelling {
	uint32_t key;
	bool used, person, sure;
} spelling;

static spelling *spelling_of(spelling *all, uint32_t room, uint32_t key)
{
	uint32_t at = (key * UINT32_C(2654435761)) & (room - 1);
	while (all[at].used && all[at].key != key)
		at = (at + 1) & (room - 1);
	all[at].used = true;
	all[at].key = key;
	return &all[at];
}

static uint32_t spelling_key(const oni_spot *spot)
{
	return spot->place.n ? spot->place.first : UINT32_MAX - spot->country.first;
}

/* One name mostly means one thing in one article: "in Houston" makes the bare "Houston" a place, "Jordan Smith"
 * makes the bare "Jordan" him. */
static void share_beliefs(oni_place_work *work)
{
	uint32_t room = 16;
	while (room < work->spots.n * 2)
		room *= 2;
	spelling *all = ONI_NEW_N(work->arena, spelling, room);
	for (uint32_t i = 0; i < work->spots.n; i++) {
		const oni_spot *spot = &work->spots.at[i];
		spelling *s = spelling_of(all, room, spelling_key(spot));
		around a = look_around(work, spot);
		s->person = s->person || (spot->rejected && (in_persons_name(work, spot) || looks_like_person(work, spot, &a)));
		s->sure = s->sure || (!spot->rejected && spot->belief >= SURE);
	}
	for (uint32_t i = 0; i < work->spots.n; i++) {
		oni_spot *spot = &work->spots.at[i];
		const spelling *s = spelling_of(all, room, spelling_key(spot));
		if (spot->abbreviated || spot->belief >= SURE)
			continue;
		spot->belief += s->person ? -2.5 : s->sure ? 1.2 : 0;
	}
}

/* "Mosul, Raqqa and Palmyra": places stand in lists with places. */
static void share_lists(oni_place_work *work)
{
	for (uint32_t i = 0; i + 1 < work->spots.n; i++) {
		oni_spot *spot = &work->spots.at[i], *next = spot + 1;
		bool first_sure = spot->belief >= SURE, next_sure = next->belief >= SURE;
		if (first_sure == next_sure || spot->rejected || next->rejected || !oni_spots_in_list(work->doc, spot, next))
			continue;
		(first_sure ? next : spot)->belief += 1.6;
	}
}

void oni_weigh_spots(oni_place_work *work)
{
	for (uint32_t i = 0; i < work->spots.n; i++)
		weigh(work, &work->spots.at[i]);
	reject_persons(work);
	share_beliefs(work);
	share_lists(work);
}
