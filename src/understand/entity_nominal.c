/* Descriptions into clusters: first the syntax, then persons; bodies and groups are in entity_group.c.
 *
 * In apposition ("Ana Ruiz, the mayor,") and with a copula ("Ruiz is the mayor") two phrases are one. Then what the words say:
 * "the minister" is the last one called a minister; "the German leader" one who holds Germany's highest office; "the actress"
 * the only woman spoken of lately. Where two would do as well, neither is taken: two ministers in one paragraph leave "the minister"
 * open. Indefinite phrases begin somebody new. */
#include "understand/entity_parts.h"

enum { LOOK_BACK = 80, SENTENCES = 12 };

/* ---- syntax ---- */

/* "The suspect, a man of 24,": two descriptions, the second with "a". */
static bool describe_one(const oni_candidate *a, const oni_candidate *b)
{
	bool one = a->number == 1 && b->number == 1 && a->nature == ONI_NATURE_PERSON && b->nature == ONI_NATURE_PERSON;
	return one && b->indefinite && (a->definite || a->indefinite) && !a->pair;
}

/* One names and the other describes, and both may be the same kind of being. */
static bool may_join(const oni_cast *cast, const oni_candidate *a, const oni_candidate *b)
{
	if (a->form == ONI_MENTION_PRONOUN || a->form == ONI_MENTION_ADJECTIVE || b->form == ONI_MENTION_ADJECTIVE || (oni_has_name(a) && oni_has_name(b)))
		return false;
	if (!oni_has_name(a) && !oni_has_name(b) && !describe_one(a, b))
		return false;
	if (!(a->nature & b->nature) || !oni_genders_agree(a->gender, b->gender))
		return false;
	const oni_candidate *name = oni_has_name(a) ? a : b, *other = oni_has_name(a) ? b : a;
	if (other->number == 2 && (name->nature & ONI_NATURE_PERSON))
		return false;
	const oni_cluster *k = a->cluster == ONI_NONE ? NULL : &cast->clusters.at[a->cluster];
	if (k && k->name_end > k->name_first && oni_has_name(b) && oni_person_likeness(cast->doc, k->name_first, k->name_end, b->name_first, b->name_end) == ONI_LIKE_NOT)
		return false;
	return true;
}

/* The candidate of this nature whose phrase ends right before `word`, over one bracketed phrase; ONI_NONE when there is none. */
static uint32_t ends_before(const oni_cast *cast, uint32_t candidate, uint32_t word, uint8_t nature)
{
	const oni_doc *doc = cast->doc;
	if (word > 1 && oni_form_is(doc, word - 1, ")"))
		for (uint32_t i = word - 1, n = 0; i-- > 0 && n < 24; n++)
			if (oni_form_is(doc, i, "(")) {
				word = i;
				break;
			}
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < 6; n++)
		if (oni_candidate_at(cast, i)->end == word && (oni_candidate_at(cast, i)->nature & nature))
			return i;
	return ONI_NONE;
}

/* "the Monitoring Mission in Ruritania (MMR)": the body before a place that ends right before the bracket. */
static uint32_t before_its_place(const oni_cast *cast, uint32_t candidate)
{
	uint32_t place = ends_before(cast, candidate, oni_candidate_at(cast, candidate)->first - 1, ONI_NATURE_COUNTRY);
	if (place == ONI_NONE || oni_candidate_at(cast, place)->first < 2)
		return ONI_NONE;
	uint32_t in = oni_candidate_at(cast, place)->first - 1;
	return oni_form_is(cast->doc, in, "in") || oni_form_is(cast->doc, in, "for") ? ends_before(cast, place, in, ONI_NATURE_BODY) : ONI_NONE;
}

static bool closes(const oni_doc *doc, uint32_t word, uint32_t end)
{
	return word >= end || oni_form_is(doc, word, ",") || oni_form_is(doc, word, ".") || oni_form_is(doc, word, ")") || oni_form_is(doc, word, "(") || oni_form_is(doc, word, ";")
		|| doc->words.at[word].upos == ONI_UPOS_VERB || doc->words.at[word].upos == ONI_UPOS_AUX;
}

static bool is_relative(const oni_doc *doc, uint32_t word)
{
	return oni_form_is(doc, word, "that") || oni_form_is(doc, word, "which") || oni_form_is(doc, word, "who");
}

/* The words behind a phrase end it: a mark, a verb, "who"; behind a name also "of" ("his rival, Ana Ruiz of the Greens"). */
static bool is_closed(const oni_doc *doc, const oni_candidate *c)
{
	uint32_t end = doc->sentences.at[c->sentence].end;
	return closes(doc, c->end, end) || (oni_has_name(c) ? oni_form_is(doc, c->end, "of") : is_relative(doc, c->end));
}

/* Of two persons beside each other one describes the other: "the mayor", "a spokesman", "his rival". */
static bool describes(const oni_candidate *name, const oni_candidate *c)
{
	if (!oni_has_name(name))
		return c->definite || c->noun.use != ONI_NOUN_PLAIN || c->indefinite;
	return c->definite || c->possessed || c->noun.sector.n || (c->noun.kind == ONI_FACT_NOUN && c->noun.use != ONI_NOUN_PLAIN);
}

/* "... and the country's last armed group, the ELN, signed": nothing goes on behind the "and" of a list. */
static bool ends_list(const oni_doc *doc, const oni_candidate *o)
{
	return o->first > 0 && doc->words.at[o->first - 1].upos == ONI_UPOS_CCONJ;
}

/* "Ana Ruiz, the mayor, said": between commas, whatever the tree says; not in a list ("Ruiz, the mayor and ..."). */
static uint32_t comma_twin(const oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	uint8_t nature = c->nature & (ONI_NATURE_PERSON | ONI_NATURE_BODY);
	if (c->first < 2 || !oni_form_is(doc, c->first - 1, ",") || !nature || c->number == 2 || !is_closed(doc, c))
		return ONI_NONE;
	uint32_t other = ends_before(cast, candidate, c->first - 1, nature);
	if (other == ONI_NONE || oni_candidate_at(cast, other)->sentence != c->sentence)
		return ONI_NONE;
	const oni_candidate *o = oni_candidate_at(cast, other);
	if (doc->words.at[c->head].rel == ONI_REL_CONJ && !ends_list(doc, o))
		return ONI_NONE;
	if (!(nature & ONI_NATURE_PERSON)) {              /* "Avenor, the airline, said"; "the airline, Avenor, said" */
		const oni_candidate *told = oni_has_name(c) ? o : c;
		return oni_has_name(o) != oni_has_name(c) && (o->nature & ONI_NATURE_BODY) && (told->definite || told->indefinite) ? other : ONI_NONE;
	}
	return (o->nature & ONI_NATURE_PERSON) && o->number != 2 && describes(c, oni_has_name(c) ? o : c) ? other : ONI_NONE;
}

/* "the National Election Commission (CNE)": the body before letters in brackets; ONI_NONE when these are none. */
static uint32_t bracket_twin(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	uint32_t other = ends_before(cast, candidate, c->first - 1, ONI_NATURE_BODY);
	if (other == ONI_NONE)
		other = before_its_place(cast, candidate);
	if (other != ONI_NONE && (oni_candidate_at(cast, other)->nature != ONI_NATURE_BODY || c->known.kind == ONI_FACT_SEAT || oni_str_is(c->actor.sector, "MED")))
		return ONI_NONE;               /* "ORLANDO (Reuters)" */
	return other != ONI_NONE && oni_candidate_at(cast, other)->cluster != ONI_NONE ? other : ONI_NONE;
}

static bool in_brackets(const oni_doc *doc, const oni_candidate *c)
{
	return c->name_end - c->name_first == 1 && c->first && (oni_form_is(doc, c->first - 1, "(") || oni_form_is(doc, c->first - 1, "["));
}

static bool joins(const oni_cast *cast, uint32_t other, const oni_candidate *c)
{
	return other != ONI_NONE && oni_candidate_at(cast, other)->cluster != ONI_NONE && may_join(cast, oni_candidate_at(cast, other), c);
}

/* "rival carrier Avenor", "regional lender Sol": a bare noun for a body right before its name. */
static uint32_t noun_before(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < 3; n++)
		if (oni_precedes_name(oni_candidate_at(cast, i)) && oni_candidate_at(cast, i)->head + 1 == c->first)
			return i;
	return ONI_NONE;
}

uint32_t oni_syntactic_twin(oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	const oni_word *w = &doc->words.at[c->head];
	uint32_t other = ONI_NONE, beside = comma_twin(cast, candidate);
	if (w->rel == ONI_REL_APPOS && w->head != ONI_NONE && w->head < c->head)
		other = cast->at_head[w->head];
	bool name = oni_has_name(c) && (c->nature & ONI_NATURE_PERSON);
	if (!joins(cast, other, c) || (name && joins(cast, beside, c)))
		other = beside;                /* "nor the whip, Ana Ruiz,": a name is of what stands beside it, whatever the tree says */
	if (other == ONI_NONE && c->nature == ONI_NATURE_BODY && in_brackets(doc, c))
		return bracket_twin(cast, candidate);
	if (other == ONI_NONE && c->nature == ONI_NATURE_BODY && oni_has_name(c))
		other = noun_before(cast, candidate);
	return joins(cast, other, c) ? other : ONI_NONE;
}

/* The subject of which a nominal is said to be: "Ruiz is the mayor". */
static uint32_t copula_twin(const oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	const oni_sentence *s = &doc->sentences.at[c->sentence];
	uint32_t from = c->head > s->first + 40 ? c->head - 40 : s->first, subject = ONI_NONE;
	bool copula = false;
	for (uint32_t i = from; i < c->head; i++) {
		const oni_word *w = &doc->words.at[i];
		if (w->head != c->head)
			continue;
		copula |= w->rel == ONI_REL_COP;
		if (w->rel == ONI_REL_AUX || (w->morph & ONI_MORPH_NEGATIVE) || oni_str_eq_nocase(w->form, ONI_STR("not")))
			return ONI_NONE;
		if (w->rel == ONI_REL_NSUBJ)
			subject = i;
	}
	if (!copula || subject == ONI_NONE || cast->at_head[subject] == ONI_NONE)
		return ONI_NONE;
	const oni_candidate *other = oni_candidate_at(cast, cast->at_head[subject]);
	bool fits = other->cluster != ONI_NONE && (cast->clusters.at[other->cluster].nature & c->nature) && other->number != 2 && c->number != 2
		&& other->form != ONI_MENTION_ADJECTIVE && oni_genders_agree(cast->clusters.at[other->cluster].gender, c->gender);
	return fits && (oni_has_name(other) || other->pronoun != ONI_PRONOUN_NONE) ? cast->at_head[subject] : ONI_NONE;
}

/* "his wife, Ana Ruiz,": the name right behind. */
static uint32_t name_behind(const oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	uint32_t comma = oni_form_is(doc, c->end, ",") ? 1 : 0;
	for (uint32_t i = candidate + 1; i < cast->candidates.n && i < candidate + 4; i++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		bool fits = m->first == c->end + comma && m->sentence == c->sentence && m->cluster != ONI_NONE && oni_has_name(m) && (m->nature & ONI_NATURE_PERSON);
		if (fits && (!comma || is_closed(doc, m)) && doc->words.at[m->head].rel != ONI_REL_CONJ
			&& oni_genders_agree(cast->clusters.at[m->cluster].gender, c->gender))
			return m->cluster;
	}
	return ONI_NONE;
}

/* ---- what the words say ---- */

oni_str oni_noun_of(const oni_candidate *c)
{
	return c->noun.kind == ONI_FACT_NOUN ? oni_table_cell(c->noun.table, c->noun.row, 0) : (oni_str){0};
}

bool oni_ends_in_word(oni_str longer, oni_str shorter)
{
	return longer.n > shorter.n && longer.at[longer.n - shorter.n - 1] == ' '
		&& memcmp(longer.at + longer.n - shorter.n, shorter.at, shorter.n) == 0;
}

/* One is the other's last words, and the words before do not make it another office: "foreign minister" is a minister, "prime minister"
 * and "vice president" are not what "minister" and "president" mean. */
static bool is_short_for(oni_str longer, oni_str shorter)
{
	static const char *const others[] = {"prime ", "chief ", "first ", "vice ", "deputy ", "vice-", "lieutenant ", "under", NULL};
	if (!oni_ends_in_word(longer, shorter))
		return false;
	for (const char *const *o = others; *o; o++)
		if (oni_str_starts(longer, *o))
			return false;
	return true;
}

/* The same office by its noun: equal, or one short for the other ("minister", "foreign minister"). */
bool oni_same_office(oni_str a, oni_str b)
{
	return a.n && b.n && (oni_str_eq(a, b) || is_short_for(a, b) || is_short_for(b, a));
}

static const char *const top_offices[] = {"president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "emir",
	"sultan", "supreme leader", "ruler", "dictator", "head of state", "head of government", "taoiseach", "first minister",
	"chief minister", "crown prince", "strongman", "monarch", "leader", "head", "chief", "governor", "secretary-general", "general secretary", NULL};
static const char *const leading[] = {"leader", "head of state", "head of government", "strongman", "ruler", "chief", "head", "boss", NULL};
static const char *const anybody[] = {"man", "woman", "politician", "person", NULL};

/* Whether a row of the tables gives the office that the description asks for. */
static bool office_of_row(const oni_cast *cast, const oni_table *table, uint32_t row, oni_str key, const char country[4])
{
	bool leader = table == cast->who.leaders;
	oni_str iso = oni_table_cell(table, row, leader ? cast->who.leader_iso : cast->who.official_iso);
	oni_str title = oni_table_cell(table, row, leader ? cast->who.leader_title : cast->who.official_office);
	if (country[0] && !oni_str_is(iso, country))
		return false;
	if (oni_str_eq_nocase(title, key))
		return true;
	return country[0] && oni_str_in(key, leading) && (leader || oni_str_is(title, "President") || oni_str_is(title, "Prime Minister")
		|| oni_str_is(title, "Chancellor") || oni_str_is(title, "Premier") || oni_str_is(title, "leader"));
}

static bool office_by_table(const oni_cast *cast, const oni_cluster *k, oni_str key, const char country[4])
{
	if (k->table != cast->who.leaders && k->table != cast->who.officials)
		return false;
	oni_str name = oni_table_cell(k->table, k->row, 0);
	for (uint32_t r = oni_table_find(k->table, name); r < oni_table_rows(k->table) && oni_str_eq(oni_table_cell(k->table, r, 0), name); r++)
		if (office_of_row(cast, k->table, r, key, country))
			return true;
	return false;
}

/* Whether `general` is a word for what `other` says: "diplomat" for "ambassador". */
bool oni_is_kind_of(const oni_cast *cast, oni_str general, oni_str other)
{
	uint32_t row = general.n && other.n ? oni_table_find(cast->who.kinds, general) : ONI_NO_ROW;
	oni_str list = oni_table_cell(cast->who.kinds, row, cast->who.kind_particulars), item;
	while (list.at && oni_str_split(&list, '|', &item))
		if (item.n && (oni_str_eq(item, other) || is_short_for(other, item)))
			return true;
	return false;
}

/* How well a cluster's members bear out a description: 0 not, 2 by a related office, 3 by the same noun. */
static int bears_out(const oni_cast *cast, const oni_cluster *k, const oni_candidate *c)
{
	oni_str key = oni_noun_of(c);
	int best = 0;
	for (uint8_t i = 0; i < k->called; i++) {
		const oni_candidate *m = oni_candidate_at(cast, k->calls[i]);
		oni_str other = oni_noun_of(m);
		bool was = m->actor.standing == ONI_STANDING_FORMER && c->actor.standing == ONI_STANDING_CURRENT; /* "the president" is not the former one */
		if (oni_same_office(key, other) && !was)
			return 3;
		bool of = c->end > c->head + 1 && !c->actor.country[0]; /* "head of the mission": of what it says, not of any */
		if ((oni_str_in(key, leading) && !of && oni_str_in(other, top_offices)) || oni_is_kind_of(cast, key, other))
			best = 2;
	}
	if (key.n && office_by_table(cast, k, key, c->actor.country))
		best = 2;
	return best;
}

static bool clash(const oni_cluster *k, const oni_candidate *c)
{
	if (!(k->nature & ONI_NATURE_PERSON & c->nature) || k->number == 2 || !oni_genders_agree(k->gender, c->gender) || k->author)
		return true;
	if (c->actor.country[0] && k->country[0] && memcmp(c->actor.country, k->country, 3))
		return true;
	return false;
}

typedef struct seen {
	uint32_t cluster, sentence;
	int strength;
	bool named;
} seen;

/* "the man", "the 54-year-old": the last person spoken of, in this or the last two sentences. */
static bool is_anybody(const oni_doc *doc, const oni_candidate *c)
{
	oni_str key = oni_noun_of(c);
	for (uint32_t i = c->first; i < c->head && c->definite && !c->possessed; i++)
		if (oni_str_ends(doc->words.at[i].form, "-year-old") || (oni_form_is(doc, i, "old") && i && oni_form_is(doc, i - 1, "-")))
			return true;
	return !c->possessed && !c->actor.country[0] && (c->noun.kind == ONI_FACT_NONE || (oni_str_in(key, anybody) && c->end == c->head + 1 && c->head - c->first <= 1));
}

static bool weaker(const seen *best, int strength)
{
	return best->cluster == ONI_NONE || strength > best->strength;
}

/* How well a cluster fits a description, its country counted in; 0: not. */
static int strength_of(const oni_cast *cast, const oni_cluster *k, const oni_candidate *c, const oni_candidate *m)
{
	int strength = bears_out(cast, k, c);
	if (!strength && is_anybody(cast->doc, c) && c->sentence - m->sentence <= 2 && m->number == 1)
		strength = 1;
	if (c->actor.country[0] && !k->country[0] && strength < 3)
		return 0;
	return strength && c->actor.country[0] && k->country[0] ? strength + 3 : strength;
}

/* "The actress", "the businessman": the noun tells man or woman, and only one such person has been spoken of lately. */
static uint32_t only_one_of_gender(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	uint32_t found = ONI_NONE;
	if (!c->definite || c->possessed || c->number != 1 || !c->noun.gender || c->end != c->head + 1)
		return ONI_NONE;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (c->sentence - m->sentence > 3)
			break;
		if (m->cluster == ONI_NONE || m->end > c->first || m->cluster == found)
			continue;
		const oni_cluster *k = &cast->clusters.at[m->cluster];
		if (!(k->nature & ONI_NATURE_PERSON) || k->number == 2 || k->author || (k->gender && k->gender != c->noun.gender))
			continue;
		if (found != ONI_NONE || !k->gender)
			return ONI_NONE;
		found = clash(k, c) ? found : m->cluster;
	}
	return found;
}

static uint32_t person_described(const oni_cast *cast, uint32_t candidate, bool nameless)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	seen best = {.cluster = ONI_NONE};
	bool open = false;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (c->sentence - m->sentence > SENTENCES)
			break;
		if (m->cluster == ONI_NONE || m->end > c->first)
			continue;
		const oni_cluster *k = &cast->clusters.at[m->cluster];
		if (m->cluster == best.cluster || clash(k, c) || (nameless && k->name_end > k->name_first))
			continue;
		int strength = strength_of(cast, k, c, m);
		if (strength && weaker(&best, strength)) {
			best = (seen){m->cluster, m->sentence, strength, false};
			open = false;
		} else if (strength && strength == best.strength && strength != 1 && c->sentence - m->sentence <= 3 && best.sentence - m->sentence <= 1)
			open = true;
	}
	return open ? ONI_NONE : best.cluster;
}

/* The cluster of the owner: his, Ruiz's. */
uint32_t oni_owner_of(const oni_cast *cast, const oni_candidate *c)
{
	const oni_doc *doc = cast->doc;
	for (uint32_t i = c->first; i < c->head; i++)
		if (doc->words.at[i].head == c->head && doc->words.at[i].rel == ONI_REL_NMOD_POSS)
			return cast->at_head[i] == ONI_NONE ? ONI_NONE : oni_candidate_at(cast, cast->at_head[i])->cluster;
	return ONI_NONE;
}

/* "his daughter", "the daughter": the one called so before, unless she was another's. */
static uint32_t relative_described(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	oni_str key = oni_noun_of(c);
	uint32_t owner = oni_owner_of(cast, c);
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (c->sentence - m->sentence > SENTENCES)
			break;
		if (m->cluster == ONI_NONE || m->end > c->first || !key.n || !oni_str_eq(key, oni_noun_of(m)) || m->number != c->number || m->counted)
			continue;
		uint32_t other = oni_owner_of(cast, m);
		bool same = other == ONI_NONE || owner == ONI_NONE ? m->definite || m->possessed : other == owner;
		if (same && !m->actor.country[0])
			return m->cluster;
	}
	return ONI_NONE;
}

/* "The head of the mission, Laura Soto,": the name comes right behind, so nobody before is meant. */
static bool name_follows(const oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	for (uint32_t i = candidate + 1; i < cast->candidates.n && i < candidate + 5; i++) {
		const oni_candidate *m = oni_candidate_at(cast, i);
		if (m->sentence != c->sentence)
			return false;
		if (!oni_has_name(m) || !(m->nature & ONI_NATURE_PERSON))
			continue;
		if (doc->words.at[m->head].rel == ONI_REL_APPOS && doc->words.at[m->head].head == c->head)
			return true;
		if (m->first == c->end + 1 && oni_form_is(doc, c->end, ",") && closes(doc, m->end, doc->sentences.at[c->sentence].end))
			return true;
	}
	return false;
}

/* "I am the president": said of its subject; without one that is known, of nobody. */
static bool is_predicate(const oni_doc *doc, const oni_candidate *c)
{
	const oni_sentence *s = &doc->sentences.at[c->sentence];
	for (uint32_t i = c->head; i-- > s->first && c->head - i < 12; )
		if (doc->words.at[i].head == c->head && doc->words.at[i].rel == ONI_REL_COP)
			return true;
	return false;
}

static uint32_t find_person(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	if (c->indefinite || c->counted || is_predicate(cast->doc, c))
		return ONI_NONE;
	bool nameless = name_follows(cast, candidate);
	uint32_t cluster = person_described(cast, candidate, nameless);
	return cluster == ONI_NONE && !nameless ? only_one_of_gender(cast, candidate) : cluster;
}

/* "Ana Ruiz, the envoy,": whoever has been called the envoy before without a name is she. */
static uint32_t with_described(oni_cast *cast, uint32_t candidate, uint32_t cluster)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	const oni_cluster *k = &cast->clusters.at[cluster];
	if (c->nature != ONI_NATURE_PERSON || !c->definite || c->possessed || k->members.n > 1 || k->name_end == k->name_first)
		return cluster;
	uint32_t other = person_described(cast, candidate, true);
	if (other == ONI_NONE || other == cluster || cast->clusters.at[other].members.n > 3 || bears_out(cast, &cast->clusters.at[other], c) < 3)
		return cluster;
	return oni_cluster_merge(cast, cluster, other);
}

static uint32_t find(oni_cast *cast, uint32_t candidate, uint64_t *ret_key)
{
	const oni_candidate *c = oni_candidate_at(cast, candidate);
	uint32_t twin = oni_syntactic_twin(cast, candidate);
	*ret_key = 0;
	if (c->pair || c->two)
		return c->pair ? ONI_NONE : oni_pair_described(cast, candidate);
	if (twin == ONI_NONE)
		twin = copula_twin(cast, candidate);
	if (twin != ONI_NONE)
		return with_described(cast, candidate, oni_candidate_at(cast, twin)->cluster);
	if (c->possessed && !c->actor.country[0] && c->noun.noun == ONI_NOUN_PERSON && c->nature != ONI_NATURE_COUNTRY) {
		uint32_t cluster = c->number == 2 ? ONI_NONE : name_behind(cast, candidate);
		return cluster == ONI_NONE ? relative_described(cast, candidate) : cluster;
	}
	if (c->nature == ONI_NATURE_PERSON)
		return find_person(cast, candidate);
	return oni_find_group(cast, candidate, ret_key);
}

void oni_link_nominal(oni_cast *cast, uint32_t candidate)
{
	uint64_t key;
	uint32_t cluster = find(cast, candidate, &key);
	if (cluster != ONI_NONE)
		oni_cluster_add(cast, cluster, candidate);
	else if (oni_candidate_at(cast, candidate)->nature == ONI_NATURE_COUNTRY || oni_candidate_at(cast, candidate)->two
		|| (oni_candidate_at(cast, candidate)->nature == ONI_NATURE_PERSON && is_predicate(cast->doc, oni_candidate_at(cast, candidate))))
		return;
	else
		cluster = oni_cluster_new(cast, candidate);
	if (key)
		oni_index_put(cast, key, cluster);
	key = oni_bare_key(oni_candidate_at(cast, candidate));
	if (key)
		oni_index_put(cast, key, cluster);
}
