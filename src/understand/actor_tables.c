#include "understand/actor_tables.h"

#include "base/utf8.h"

enum { PHRASE_WORDS = 12, NOUN_WORDS = 5, NOUN_BYTES = 160 };

void oni_who_open(const oni_facts *facts, oni_who *ret)
{
	memset(ret, 0, sizeof *ret);
	const oni_table *t = ret->countries = oni_facts_table(facts, "countries");
	ret->country_name = oni_table_column(t, "name");
	ret->country_cameo = oni_table_column(t, "cameo");
	ret->country_people = oni_table_column(t, "population");
	t = ret->nationalities = oni_facts_table(facts, "nationalities");
	ret->nation_iso = oni_table_column(t, "iso3");
	ret->nation_cameo = oni_table_column(t, "cameo");
	ret->nation_form = oni_table_column(t, "form");
	t = ret->capitals = oni_facts_table(facts, "capitals");
	ret->capital_iso = oni_table_column(t, "iso3");
	t = ret->seats = oni_facts_table(facts, "seats");
	ret->seat_iso = oni_table_column(t, "iso3");
	ret->seat_code = oni_table_column(t, "code");
	t = ret->orgs = oni_facts_table(facts, "orgs");
	ret->org_name = oni_table_column(t, "name");
	ret->org_aliases = oni_table_column(t, "aliases");
	ret->org_kind = oni_table_column(t, "kind");
	ret->org_code = oni_table_column(t, "code");
	ret->org_iso = oni_table_column(t, "iso3");
	ret->org_origin = oni_table_column(t, "origin");
	t = ret->nouns = oni_facts_table(facts, "actor_nouns");
	ret->noun_kind = oni_table_column(t, "kind");
	ret->noun_sector = oni_table_column(t, "sector");
	ret->noun_use = oni_table_column(t, "use");
	ret->noun_gender = oni_table_column(t, "gender");
	ret->noun_of = oni_table_column(t, "of");
	t = ret->standings = oni_facts_table(facts, "standings");
	ret->standing = oni_table_column(t, "standing");
	t = ret->given = oni_facts_table(facts, "given_names");
	ret->gender = oni_table_column(t, "gender");
	t = ret->kinds = oni_facts_table(facts, "office_kinds");
	ret->kind_particulars = oni_table_column(t, "particulars");
	ret->abbreviations = oni_facts_table(facts, "regionabbr");
	ret->body_kinds = oni_facts_table(facts, "body_kinds");
	ret->body_kind_words = oni_table_column(ret->body_kinds, "words");
	ret->place_words = oni_facts_table(facts, "place_words");
	t = ret->peoples = oni_facts_table(facts, "peoples");
	ret->people_kind = oni_table_column(t, "kind");
	ret->people_code = oni_table_column(t, "code");
	ret->people_homes = oni_table_column(t, "homes");
	ret->things = oni_facts_table(facts, "thing_nouns");
	ret->particles = oni_facts_table(facts, "name_particles");
	t = ret->leaders = oni_facts_table(facts, "leaders");
	ret->leader_name = oni_table_column(t, "name");
	ret->leader_surname = oni_table_column(t, "surname");
	ret->leader_iso = oni_table_column(t, "iso3");
	ret->leader_cameo = oni_table_column(t, "cameo");
	ret->leader_role = oni_table_column(t, "role");
	ret->leader_title = oni_table_column(t, "title");
	ret->leader_since = oni_table_column(t, "since");
	ret->leader_as_of = oni_table_column(t, "as_of");
	t = ret->officials = oni_facts_table(facts, "officials");
	ret->official_iso = oni_table_column(t, "iso3");
	ret->official_sector = oni_table_column(t, "sector");
	ret->official_code = oni_table_column(t, "code");
	ret->official_office = oni_table_column(t, "office");
	ret->official_from = oni_table_column(t, "from");
	ret->official_until = oni_table_column(t, "until");
	ret->official_gender = oni_table_column(t, "gender");
	t = ret->places = oni_facts_table(facts, "places");
	ret->place_iso = oni_table_column(t, "country");
	ret->place_people = oni_table_column(t, "population");
	ret->place_kind = oni_table_column(t, "kind");
}

/* ---- the look of a name ---- */

static bool is_upper(int32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F)
		|| (c >= 0x100 && c <= 0x17F && !(c & 1));
}

static bool starts_upper(oni_str s)
{
	size_t n;
	return s.n && is_upper(oni_rune_at(s, 0, &n));
}

/* A capital, or a short small word before one: "al-Qaeda", "von der Leyen". */
static bool starts_like_name(oni_str s)
{
	if (starts_upper(s))
		return true;
	for (size_t i = 1; i < s.n && i < 9; i++)
		if ((s.at[i - 1] == '-' || s.at[i - 1] == ' ') && starts_upper(oni_str_cut(s, i, s.n)))
			return i < 5 || s.at[3] == ' ';
	return false;
}

/* The letters of a without full stops are b's: "U.N." and "UN". */
static bool same_letters(oni_str a, oni_str b)
{
	size_t i = 0, j = 0;
	for (;;) {
		while (i < a.n && a.at[i] == '.')
			i++;
		while (j < b.n && b.at[j] == '.')
			j++;
		if (i == a.n || j == b.n)
			return i == a.n && j == b.n;
		if (a.at[i++] != b.at[j++])
			return false;
	}
}

static bool cell_holds(oni_str cell, oni_str text)
{
	oni_str item;
	while (oni_str_split(&cell, '|', &item))
		if (same_letters(item, text))
			return true;
	return false;
}

/* Whether the words around are all in capitals, as in some headlines: then case tells nothing. */
static bool shouting(oni_str around)
{
	size_t upper = 0;
	for (size_t i = 0; i < around.n; i++) {
		if (around.at[i] >= 'a' && around.at[i] <= 'z')
			return false;
		upper += around.at[i] >= 'A' && around.at[i] <= 'Z';
	}
	return upper > 12;
}

/* Short names ("US", "WHO", "Left") count only as the table writes them, and of organisations only where case tells; one letter never does. */
static bool looks_so(const oni_who *who, const oni_table *table, uint32_t row, oni_str text, oni_str around)
{
	if (!starts_like_name(text) || text.n < 2)
		return false;
	if (text.n > 5)
		return true;
	if (table == who->orgs && !oni_str_is(oni_table_cell(table, row, who->org_kind), "igo") && shouting(around))
		return false;
	for (int column = 0; column < 6; column++)
		if (cell_holds(oni_table_cell(table, row, column), text))
			return true;
	return false;
}

/* ---- rows ---- */

static void code3(oni_str cell, char ret[4])
{
	memset(ret, 0, 4);
	memcpy(ret, cell.at ? cell.at : "", cell.n < 3 ? cell.n : 3);
}

static double number_of(oni_str cell)
{
	double value = 0;
	for (size_t i = 0; i < cell.n && cell.at[i] >= '0' && cell.at[i] <= '9'; i++)
		value = value * 10 + (cell.at[i] - '0');
	return value;
}

static double people_of(const oni_who *who, oni_str iso3)
{
	uint32_t row = oni_table_find(who->countries, iso3);
	return number_of(oni_table_cell(who->countries, row, who->country_people));
}

oni_str oni_cameo_of(const oni_who *who, oni_str iso3)
{
	uint32_t row = iso3.n ? oni_table_find(who->countries, iso3) : ONI_NO_ROW;
	return oni_table_cell(who->countries, row, who->country_cameo);
}

oni_str oni_iso_of_cameo(const oni_who *who, oni_str cameo)
{
	if (cameo.n != 3)
		return (oni_str){0};
	uint32_t row = oni_table_find(who->countries, cameo);
	if (row != ONI_NO_ROW)
		return oni_table_cell(who->countries, row, 0);
	for (row = 0; row < oni_table_rows(who->countries); row++)
		if (oni_str_eq(oni_table_cell(who->countries, row, who->country_cameo), cameo))
			return oni_table_cell(who->countries, row, 0);
	return (oni_str){0};
}

/* "Foreign Minister" is listed with its ministry, but is a person: actor_nouns knows him. */
static bool is_minister(const oni_who *who, const oni_table *table, uint32_t row, oni_str text)
{
	if (table != who->orgs || !oni_str_is(oni_table_cell(table, row, who->org_kind), "ministry"))
		return false;
	for (size_t i = 0; i + 8 <= text.n; i++)
		if (memcmp(text.at + i, "Minister", 8) == 0)
			return true;
	return false;
}

/* Of the phrase's rows whose case fits, the one of the most populous country; ONI_NO_ROW when none fits. */
static uint32_t best_row(const oni_who *who, const oni_table *table, oni_phrase phrase, int iso_column, oni_str text, oni_str around)
{
	uint32_t best = ONI_NO_ROW;
	double most = -1;
	for (uint32_t k = 0; k < phrase.n; k++) {
		uint32_t row = oni_phrase_row(table, phrase, k);
		oni_str iso = oni_table_cell(table, row, iso_column);
		double people = people_of(who, iso);
		if (looks_so(who, table, row, text, around) && people > most && !is_minister(who, table, row, text))
			best = row, most = people;
	}
	return best;
}

static void fill_noun(const oni_who *who, uint32_t row, oni_fact *ret)
{
	static const char *const kinds[] = {"person", "organization", "group", "country", "place", "word"};
	static const char *const uses[] = {"own", "leads", "plain", "mod"};
	const oni_table *t = who->nouns;
	oni_str kind = oni_table_cell(t, row, who->noun_kind), use = oni_table_cell(t, row, who->noun_use);
	oni_str gender = oni_table_cell(t, row, who->noun_gender);
	ret->kind = ONI_FACT_NOUN;
	ret->table = t;
	ret->row = row;
	ret->sector = oni_table_cell(t, row, who->noun_sector);
	ret->noun = ONI_NOUN_WORD;
	for (unsigned i = 0; i < 6; i++)
		if (oni_str_is(kind, kinds[i]))
			ret->noun = (oni_noun_kind)i;
	for (unsigned i = 0; i < 4; i++)
		if (oni_str_is(use, uses[i]))
			ret->use = (oni_noun_use)i;
	ret->gender = oni_str_is(gender, "m") ? 1 : oni_str_is(gender, "f") ? 2 : 0;
}

/* ---- nouns: the text's form, or its last word's singular ---- */

static bool word_is_plural(const oni_word *w)
{
	return (w->morph & ONI_MORPH_PLURAL) || oni_str_is(w->xpos, "NNS") || oni_str_is(w->xpos, "NNPS");
}

/* Writes the form without a plural ending, for words whose lemma is not there; 0 when it has none. */
static size_t singular(oni_str form, char *ret, size_t room)
{
	size_t n = form.n;
	if (n < 4 || n + 1 >= room || (form.at[n - 1] | 0x20) != 's')
		return 0;
	memcpy(ret, form.at, n);
	if (oni_str_ends(form, "ies"))
		return ret[n - 3] = 'y', n - 2;
	if (oni_str_ends(form, "ves"))
		return ret[n - 3] = 'f', n - 2;
	return n - 1;
}

static oni_phrase find_with_last(const oni_who *who, const oni_doc *doc, uint32_t i, uint32_t last, oni_str ending)
{
	char bytes[NOUN_BYTES];
	uint32_t begin = doc->words.at[i].at.begin, stop = doc->words.at[last].at.begin;
	if (stop - begin + ending.n > sizeof bytes)
		return (oni_phrase){0};
	memcpy(bytes, doc->text.at + begin, stop - begin);
	memcpy(bytes + (stop - begin), ending.at, ending.n);
	return oni_phrase_find(who->nouns, (oni_str){bytes, stop - begin + ending.n});
}

/* The noun in words [i, last], by form, lemma, or singular. */
static bool noun_over(const oni_who *who, const oni_doc *doc, uint32_t i, uint32_t last, oni_fact *ret)
{
	const oni_word *w = &doc->words.at[last];
	oni_str text = oni_str_cut(doc->text, doc->words.at[i].at.begin, w->at.end);
	oni_phrase found = oni_phrase_find(who->nouns, text);
	bool plural = word_is_plural(w);
	if (!found.n && w->lemma.n && !oni_str_eq_nocase(w->lemma, w->form))
		found = find_with_last(who, doc, i, last, w->lemma);
	if (!found.n) {
		char bytes[64];
		size_t n = singular(w->form, bytes, sizeof bytes);
		if (n)
			found = find_with_last(who, doc, i, last, (oni_str){bytes, n});
		plural |= n && found.n;
	}
	if (!found.n)
		return false;
	memset(ret, 0, sizeof *ret);
	fill_noun(who, oni_phrase_row(who->nouns, found, 0), ret);
	ret->first = i;
	ret->end = last + 1;
	ret->plural = plural;
	return true;
}

bool oni_noun_at(const oni_who *who, const oni_doc *doc, uint32_t first, uint32_t head, oni_fact *ret)
{
	uint32_t from = head - first >= NOUN_WORDS ? head - NOUN_WORDS + 1 : first;
	for (uint32_t i = from; i <= head; i++)
		if (noun_over(who, doc, i, head, ret))
			return true;
	return false;
}

/* ---- any table ---- */

static uint32_t ends_of(const oni_doc *doc, uint32_t i, uint32_t end, uint32_t ends[PHRASE_WORDS])
{
	uint32_t n = 0;
	for (uint32_t j = i; j < end && n < PHRASE_WORDS; j++)
		if (!n || doc->words.at[j].at.end > ends[n - 1])
			ends[n++] = doc->words.at[j].at.end;
	return n;
}

/* Words that a match of `words` ends covers from i: several words may end at one byte. */
static uint32_t end_word(const oni_doc *doc, uint32_t i, uint32_t end, uint32_t at)
{
	uint32_t j = i + 1;
	while (j < end && doc->words.at[j].at.end <= at)
		j++;
	return j;
}

typedef struct looked {
	oni_fact_kind kind;
	const oni_table *table;
	int iso;
} looked;

static void fill_name(const oni_who *who, const looked *look, uint32_t row, oni_fact *ret)
{
	ret->kind = look->kind;
	ret->table = look->table;
	ret->row = row;
	oni_str iso = oni_table_cell(look->table, row, look->iso);
	code3(iso, ret->country);
	code3(oni_cameo_of(who, iso), ret->cameo);
	if (look->kind == ONI_FACT_ORG)
		ret->code = oni_table_cell(look->table, row, who->org_code);
	if (look->kind == ONI_FACT_SEAT)
		ret->code = oni_table_cell(look->table, row, who->seat_code);
	if (look->kind == ONI_FACT_OFFICIAL && look->table == who->officials)
		ret->code = oni_table_cell(look->table, row, who->official_code);
	if (!ret->country[0] && ret->code.n > 3) {
		code3(oni_iso_of_cameo(who, oni_str_cut(ret->code, 0, 3)), ret->country);
		code3(ret->country[0] ? oni_str_cut(ret->code, 0, 3) : (oni_str){0}, ret->cameo);
	}
	if (look->kind == ONI_FACT_NATIONALITY && !iso.n)
		code3(oni_table_cell(look->table, row, who->nation_cameo), ret->cameo);
	if (look->kind == ONI_FACT_NATIONALITY)
		ret->plural = oni_str_is(oni_table_cell(look->table, row, who->nation_form), "demonym")
			&& oni_str_ends(oni_table_cell(look->table, row, 0), "s");
}

static bool standing_at(const oni_who *who, oni_str text, uint32_t begin, const uint32_t *ends, uint32_t n, oni_fact *ret)
{
	static const char *const names[] = {"current", "former", "acting", "elect", "deputy"};
	oni_phrase found = oni_phrase_longest(who->standings, text, begin, ends, n);
	if (!found.n)
		return false;
	ret->kind = ONI_FACT_STANDING;
	ret->table = who->standings;
	ret->row = oni_phrase_row(who->standings, found, 0);
	oni_str cell = oni_table_cell(who->standings, ret->row, who->standing);
	for (unsigned k = 0; k < 5; k++)
		if (oni_str_is(cell, names[k]))
			ret->standing = (oni_standing)k;
	ret->end = found.words;
	return true;
}

/* Whether the word is the standing and not the noun: "deputy foreign minister", not "a deputy said". */
static bool stands(const oni_doc *doc, uint32_t standing_end, uint32_t other_end, uint32_t end)
{
	return standing_end > other_end || (standing_end == other_end && standing_end < end && doc->words.at[standing_end].upos != ONI_UPOS_ADP
		&& doc->words.at[standing_end].upos != ONI_UPOS_PUNCT && doc->words.at[standing_end].rel != ONI_REL_CASE);
}

/* "Senate", "Supreme Court": many countries have one; the text says whose. */
static bool is_of_any_country(const oni_who *who, uint32_t row)
{
	oni_str kind = oni_table_cell(who->orgs, row, who->org_kind);
	return oni_str_is(kind, "legislature") || oni_str_is(kind, "agency") || oni_str_is(kind, "ministry");
}

/* "Tamil", "ethnic Albanians": a people, as the table writes it or behind "ethnic". One that lives in one country is of that country. */
static bool people_at(const oni_who *who, const oni_doc *doc, uint32_t i, uint32_t end, oni_fact *ret)
{
	uint32_t ends[PHRASE_WORDS], n, from = i;
	bool ethnic = i + 1 < end && oni_str_eq_nocase(doc->words.at[i].form, ONI_STR("ethnic"));
	if (!starts_upper(doc->words.at[i + ethnic].form))
		return false;
	n = ends_of(doc, from, end < i + 4 ? end : i + 4, ends);
	oni_phrase found = oni_phrase_longest(who->peoples, doc->text, doc->words.at[from].at.begin, ends, n);
	if (!found.n && ethnic) {
		from++;
		n = ends_of(doc, from, end < i + 4 ? end : i + 4, ends);
		found = oni_phrase_longest(who->peoples, doc->text, doc->words.at[from].at.begin, ends, n);
	}
	const oni_table *table = who->peoples;
	if (!found.n && ethnic) {          /* "ethnic Bulgarians": of whatever country, not of Bulgaria */
		table = who->nationalities;
		found = oni_phrase_longest(table, doc->text, doc->words.at[from].at.begin, ends, n);
	}
	if (!found.n)
		return false;
	memset(ret, 0, sizeof *ret);
	ret->kind = ONI_FACT_PEOPLE;
	ret->table = table;
	ret->row = oni_phrase_row(table, found, 0);
	ret->first = i;
	ret->end = end_word(doc, from, end, ends[found.words - 1]);
	ret->plural = word_is_plural(&doc->words.at[ret->end - 1]) || oni_str_ends(doc->words.at[ret->end - 1].form, "s");
	if (table != who->peoples)
		return true;
	ret->people = oni_table_cell(who->peoples, ret->row, who->people_code);
	ret->homes = oni_table_cell(who->peoples, ret->row, who->people_homes);
	ret->creed = oni_str_is(oni_table_cell(who->peoples, ret->row, who->people_kind), "creed");
	if (ret->homes.n == 3) {
		code3(ret->homes, ret->country);
		code3(oni_cameo_of(who, ret->homes), ret->cameo);
	}
	return true;
}

/* A nationality written with two letters swapped or one too many ("Kazahks"), of a word that is nothing else; ONI_NO_ROW when there is none. */
static uint32_t misspelt_nationality(const oni_who *who, oni_str form)
{
	char bytes[24];
	uint32_t found = ONI_NO_ROW;
	if (form.n < 6 || form.n > sizeof bytes)
		return ONI_NO_ROW;
	for (size_t i = 0; i < form.n; i++)
		if ((unsigned char)form.at[i] >= 0x80)
			return ONI_NO_ROW;             /* letters of several bytes cannot be swapped by bytes */
	for (size_t i = 1; i + 1 < form.n && found == ONI_NO_ROW; i++) {
		memcpy(bytes, form.at, form.n);
		bytes[i] = form.at[i + 1];
		bytes[i + 1] = form.at[i];
		oni_phrase swapped = oni_phrase_find(who->nationalities, (oni_str){bytes, form.n}), shorter = {0};
		memmove(bytes + i, form.at + i + 1, form.n - i - 1);
		if (form.n > 7 && form.at[i] != form.at[form.n - 1])
			shorter = oni_phrase_find(who->nationalities, (oni_str){bytes, form.n - 1});
		if (form.at[i] != form.at[i + 1] && swapped.n)
			found = oni_phrase_row(who->nationalities, swapped, 0);
		else if (shorter.n)
			found = oni_phrase_row(who->nationalities, shorter, 0);
	}
	bool else_known = found != ONI_NO_ROW && (oni_phrase_find(who->places, form).n || oni_phrase_find(who->given, form).n || oni_phrase_find(who->nouns, form).n);
	return else_known ? ONI_NO_ROW : found;
}

/* Fills a fact by such a word, where the tables know nothing of it and it is in nobody's name. */
static bool nationality_nearby(const oni_who *who, const oni_doc *doc, uint32_t i, oni_fact *ret)
{
	const oni_word *w = &doc->words.at[i];
	const looked look = {ONI_FACT_NATIONALITY, who->nationalities, who->nation_iso};
	bool open = w->upos == ONI_UPOS_PROPN || w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_NOUN;
	oni_name_kind kind = w->name == ONI_NONE ? ONI_NAME_NORP : doc->names.at[w->name].kind;
	if (!open || !starts_upper(w->form) || kind == ONI_NAME_PERSON || kind == ONI_NAME_ORGANIZATION || (i && doc->words.at[i - 1].upos == ONI_UPOS_NOUN && w->upos == ONI_UPOS_PROPN))
		return false;
	uint32_t row = misspelt_nationality(who, w->form);
	if (row == ONI_NO_ROW)
		return false;
	fill_name(who, &look, row, ret);
	ret->first = i;
	ret->end = i + 1;
	return true;
}

/* Whether what else the tables know of the same words gives way to a people: "Muslim" the noun, "Chechen" the nationality. */
static bool yields_to_people(const oni_fact *f)
{
	return f->kind == ONI_FACT_NONE || f->kind == ONI_FACT_NATIONALITY || (f->kind == ONI_FACT_NOUN && oni_str_is(f->sector, "REL"));
}

/* "U.S.'s": not the letters USS. */
static bool is_owning_letters(oni_str text)
{
	return (oni_str_ends(text, ".'s") || oni_str_ends(text, ".’s")) && text.n < 16;
}

/* "Mexico" in "New Mexico", "Jersey" in "New Jersey". */
static bool is_new(const oni_doc *doc, uint32_t i)
{
	return i > 0 && oni_str_is(doc->words.at[i - 1].form, "New") && doc->words.at[i - 1].sentence == doc->words.at[i].sentence;
}

/* The longest name of any table that begins at word i, in how many ends; 0 when there is none. */
static uint32_t name_at(const oni_who *who, const oni_doc *doc, uint32_t i, const uint32_t *ends, uint32_t n, oni_fact *ret)
{
	const looked looks[] = {
		{ONI_FACT_OFFICIAL, who->officials, who->official_iso}, {ONI_FACT_OFFICIAL, who->leaders, who->leader_iso},
		{ONI_FACT_SEAT, who->seats, who->seat_iso}, {ONI_FACT_COUNTRY, who->countries, 0},
		{ONI_FACT_ORG, who->orgs, who->org_iso}, {ONI_FACT_NATIONALITY, who->nationalities, who->nation_iso},
		{ONI_FACT_CAPITAL, who->capitals, who->capital_iso}};
	uint32_t begin = doc->words.at[i].at.begin, best = 0;
	for (unsigned k = 0; k < sizeof looks / sizeof *looks; k++) {
		oni_phrase found = oni_phrase_longest(looks[k].table, doc->text, begin, ends, n);
		if (found.words == 2 && is_owning_letters(oni_str_cut(doc->text, begin, ends[1])))
			found = oni_phrase_longest(looks[k].table, doc->text, begin, ends, 1);
		if (found.words <= best || (looks[k].kind == ONI_FACT_COUNTRY && is_new(doc, i)))
			continue;
		uint32_t row = best_row(who, looks[k].table, found, looks[k].iso, oni_str_cut(doc->text, begin, ends[found.words - 1]),
			oni_str_cut(doc->text, begin > 16 ? begin - 16 : 0, begin + 16));
		if (row == ONI_NO_ROW)
			continue;
		best = found.words;
		memset(ret, 0, sizeof *ret);
		fill_name(who, &looks[k], row, ret);
	}
	return best;
}

bool oni_fact_at(const oni_who *who, const oni_doc *doc, uint32_t i, uint32_t end, oni_fact *ret)
{
	uint32_t ends[PHRASE_WORDS], n = ends_of(doc, i, end, ends), begin = doc->words.at[i].at.begin;
	memset(ret, 0, sizeof *ret);
	if (!n)
		return false;
	bool upper = starts_like_name(oni_str_cut(doc->text, begin, ends[n < 4 ? n - 1 : 3]));
	uint32_t best = upper ? name_at(who, doc, i, ends, n, ret) : 0;
	oni_fact other = {0};
	uint32_t last = i + NOUN_WORDS < end ? i + NOUN_WORDS : end;
	ret->first = i;
	ret->end = best ? end_word(doc, i, end, ends[best - 1]) : i;
	bool common = ret->kind == ONI_FACT_ORG && is_of_any_country(who, ret->row);
	for (uint32_t j = last; j >= ret->end + !common && j > i; j--)
		if (noun_over(who, doc, i, j - 1, &other)) {
			*ret = other;
			break;
		}
	if (people_at(who, doc, i, end, &other) && (other.end > ret->end || (other.end == ret->end && yields_to_people(ret))))
		*ret = other;
	other = (oni_fact){0};
	if (standing_at(who, doc->text, begin, ends, n, &other) && stands(doc, i + other.end, ret->end, end)) {
		other.first = i;
		other.end = end_word(doc, i, end, ends[other.end - 1]);
		*ret = other;
	}
	return ret->kind != ONI_FACT_NONE || (upper && nationality_nearby(who, doc, i, ret));
}

uint32_t oni_facts_in(const oni_who *who, const oni_doc *doc, uint32_t first, uint32_t end, oni_fact *ret, uint32_t room)
{
	uint32_t n = 0;
	for (uint32_t i = first; i < end && n < room; )
		if (oni_fact_at(who, doc, i, end, &ret[n]))
			i = ret[n++].end;
		else
			i++;
	return n;
}

oni_str oni_country_of_place(const oni_who *who, oni_str name)
{
	return oni_country_of_town(who, name, 10000);
}

oni_str oni_country_of_town(const oni_who *who, oni_str name, double least)
{
	oni_phrase found = oni_phrase_find(who->places, name);
	oni_str best = {0};
	double most = 0;
	for (uint32_t k = 0; k < found.n && k < 64; k++) {
		uint32_t row = oni_phrase_row(who->places, found, k);
		oni_str kind = oni_table_cell(who->places, row, who->place_kind);
		double people = number_of(oni_table_cell(who->places, row, who->place_people));
		if ((oni_str_is(kind, "admin1") || oni_str_is(kind, "region") || oni_str_is(kind, "disputed")) && people < 50000)
			people = 50000;                /* not counted, but no hamlet */
		if (people < least)
			continue;
		if (oni_str_is(kind, "city") || oni_str_is(kind, "capital"))
			people *= 50;
		if (!oni_str_eq_nocase(oni_table_cell(who->places, row, 0), name))
			people /= 20;
		if (people > most)
			best = oni_table_cell(who->places, row, who->place_iso), most = people;
	}
	return best;
}

const char *oni_country_of_place_at(const oni_doc *doc, uint32_t first, uint32_t end)
{
	uint32_t low = 0, high = doc->place_mentions.n;
	while (low < high) {               /* the last that begins before `end` */
		uint32_t middle = low + (high - low) / 2;
		if (doc->place_mentions.at[middle].first < end)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low || doc->place_mentions.at[low - 1].end <= first)
		return "";
	return doc->places.at[doc->place_mentions.at[low - 1].place].country;
}

uint8_t oni_gender_of_given_name(const oni_who *who, oni_str name)
{
	oni_phrase found = oni_phrase_find(who->given, name);
	if (!found.n)
		return 0;
	oni_str cell = oni_table_cell(who->given, oni_phrase_row(who->given, found, 0), who->gender);
	return oni_str_is(cell, "m") ? 1 : oni_str_is(cell, "f") ? 2 : 0;
}

oni_date oni_date_of_cell(oni_str cell)
{
	oni_date date = {0};
	oni_str part;
	int parts[3] = {0};
	for (int i = 0; i < 3 && oni_str_split(&cell, '-', &part); i++)
		parts[i] = (int)number_of(part);
	date.year = (int16_t)parts[0];
	date.month = (uint8_t)parts[1];
	date.day = (uint8_t)parts[2];
	return date;
}

int oni_date_order(oni_date a, oni_date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (!a.month || !b.month || a.month != b.month)
		return !a.month || !b.month ? 0 : a.month < b.month ? -1 : 1;
	if (!a.day || !b.day || a.day == b.day)
		return 0;
	return a.day < b.day ? -1 : 1;
}

static bool is_last_word(oni_str name, oni_str word)
{
	size_t from = name.n - word.n;
	return name.n > word.n && name.at[from - 1] == ' ' && oni_str_eq(oni_str_cut(name, from, name.n), word);
}

static bool begins_with_title(oni_str office, oni_str title)
{
	return title.n >= 4 && office.n >= title.n && oni_str_eq_nocase(oni_str_cut(office, 0, title.n), title)
		&& (office.n == title.n || office.at[title.n] == ' ');
}

bool oni_official_titled(const oni_who *who, oni_str surname, oni_str title, oni_date now, oni_fact *ret)
{
	const oni_table *t = who->officials;
	const looked look = {ONI_FACT_OFFICIAL, t, who->official_iso};
	uint32_t found = ONI_NO_ROW;
	bool several_words = false;
	for (size_t i = 0; i < title.n; i++)
		several_words |= title.at[i] == ' ';
	for (uint32_t r = 0; r < oni_table_rows(t) && surname.n > 2 && (now.year || several_words); r++) {
		if (!is_last_word(oni_table_cell(t, r, 0), surname) || !begins_with_title(oni_table_cell(t, r, who->official_office), title))
			continue;
		oni_date from = oni_date_of_cell(oni_table_cell(t, r, who->official_from)), until = oni_date_of_cell(oni_table_cell(t, r, who->official_until));
		if (now.year && ((from.year && oni_date_order(now, from) < 0) || (until.year && oni_date_order(now, until) > 0)))
			continue;
		if (found != ONI_NO_ROW)
			return false;
		found = r;
	}
	if (found == ONI_NO_ROW)
		return false;
	memset(ret, 0, sizeof *ret);
	fill_name(who, &look, found, ret);
	return true;
}
