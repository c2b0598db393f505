/* Names into clusters.
 *
 * A body that the tables know is its row ("US" and "the United States" are one row); a country's adjective is the country. Other names
 * are compared with the clusters that share a word or the initials: the likest wins, of equals the one mentioned last. So "Ruiz" is
 * the Ruiz spoken of last, and "Ana Ruiz" is never "Luis Ruiz". */
#include "understand/entity_parts.h"

static uint32_t by_key(const oni_cast *cast, uint64_t key)
{
	uint32_t e = oni_index_first(cast, key);
	while (e != ONI_NONE && !cast->clusters.at[cast->keys.at[e].cluster].members.n)
		e = oni_index_next(cast, e);
	return e == ONI_NONE ? ONI_NONE : cast->keys.at[e].cluster;
}

typedef struct choice {
	uint32_t cluster;
	oni_likeness likeness;
	bool several;           /* more than one cluster is as like */
} choice;

/* Whether one of a body's first mentions is this one word: "CNE", given in brackets. */
static bool has_short_form(const oni_cast *cast, const oni_cluster *k, oni_str form)
{
	for (uint32_t i = 0; i < k->members.n && i < 12; i++) {
		const oni_candidate *m = &cast->candidates.at[k->members.at[i]];
		if (m->name_end - m->name_first == 1 && oni_str_eq(cast->doc->words.at[m->name_first].form, form))
			return true;
	}
	return false;
}

/* "from Zenda" is no short form of the Zenda Front. */
static bool in_place(const oni_doc *doc, const oni_candidate *c)
{
	static const char *const before[] = {"in", "from", "near", "at", "to", "outside", "around", NULL};
	oni_str preposition = oni_preposition(doc, c->head);
	for (const char *const *p = before; *p && c->name_end - c->name_first == 1; p++)
		if (oni_str_eq_nocase(preposition, oni_str_of(*p)))
			return true;
	return false;
}

static oni_likeness likeness(const oni_cast *cast, const oni_candidate *c, const oni_cluster *k)
{
	if (k->name_first == k->name_end || !k->members.n)
		return ONI_LIKE_NOT;
	bool person = c->nature & ONI_NATURE_PERSON;
	if (person != !!(k->nature & ONI_NATURE_PERSON))
		return ONI_LIKE_NOT;
	if (!person) {
		if (c->name_end - c->name_first == 1 && has_short_form(cast, k, cast->doc->words.at[c->name_first].form))
			return ONI_LIKE_SAME;
		oni_likeness like = oni_body_likeness(&cast->who, cast->doc, c->name_first, c->name_end, k->name_first, k->name_end);
		if (like == ONI_LIKE_PART && (in_place(cast->doc, c) || in_place(cast->doc, &cast->candidates.at[k->first])))
			return ONI_LIKE_NOT;
		return like == ONI_LIKE_PART && k->table ? ONI_LIKE_NOT : like; /* the tables know the short forms of their own */
	}
	if (!k->supposed && !oni_genders_agree(c->gender, k->gender))
		return ONI_LIKE_NOT;
	oni_likeness like = oni_person_likeness(cast->doc, c->name_first, c->name_end, k->name_first, k->name_end);
	/* A given name alone may be short for a name given before; "Pedro" is not made clear by "Pedro Ruiz" later, but for a headline's. */
	uint32_t first = cast->candidates.at[k->first].sentence;
	bool given = like == ONI_LIKE_GIVEN && c->name_end - c->name_first > 1 && first >= cast->body && first > 0;
	return given && oni_gender_of_given_name(&cast->who, cast->doc->words.at[c->name_first].form) ? ONI_LIKE_NOT : like;
}

/* Who has been called by this one word already keeps it, though a relative was named in full since; for as long as he is in sight. */
static bool is_called_so(const oni_cast *cast, const oni_cluster *k, const oni_candidate *c)
{
	const oni_doc *doc = cast->doc;
	if (!(k->nature & ONI_NATURE_PERSON) || c->sentence - cast->candidates.at[k->last].sentence > 10)
		return false;
	for (uint32_t i = k->members.n, n = 0; i-- > 0 && n < 12; n++) {
		const oni_candidate *m = &cast->candidates.at[k->members.at[i]];
		if (m->name_end - m->name_first == 1 && oni_str_eq(doc->words.at[m->name_first].form, doc->words.at[c->name_first].form))
			return true;
	}
	return false;
}

static void consider(const oni_cast *cast, const oni_candidate *c, uint64_t key, choice *best)
{
	uint32_t n = 0;
	for (uint32_t e = oni_index_first(cast, key); e != ONI_NONE && n < 32; e = oni_index_next(cast, e), n++) {
		uint32_t cluster = cast->keys.at[e].cluster;
		oni_likeness like = likeness(cast, c, &cast->clusters.at[cluster]);
		if (like == ONI_LIKE_NOT || cluster == best->cluster)
			continue;
		if (like == ONI_LIKE_PART && c->name_end - c->name_first == 1 && is_called_so(cast, &cast->clusters.at[cluster], c))
			like = ONI_LIKE_SAME;
		bool newer = best->cluster == ONI_NONE || cast->clusters.at[cluster].last > cast->clusters.at[best->cluster].last;
		if (like == best->likeness)
			best->several = true;
		if (like > best->likeness || (like == best->likeness && newer)) {
			best->several = best->several && like == best->likeness;
			best->cluster = cluster;
			best->likeness = like;
		}
	}
}

static uint32_t alike(const oni_cast *cast, const oni_candidate *c)
{
	choice best = {.cluster = ONI_NONE};
	for (uint32_t i = c->name_first; i < c->name_end && i < c->name_first + 10; i++)
		consider(cast, c, oni_key_of_word(cast->doc->words.at[i].form), &best);
	if (!(c->nature & ONI_NATURE_PERSON) && c->name_end - c->name_first > 1) {
		char initials[12];
		size_t n = 0;
		for (uint32_t i = c->name_first; i < c->name_end && n < sizeof initials; i++) {
			oni_str form = cast->doc->words.at[i].form;
			if (form.n && form.at[0] >= 'A' && form.at[0] <= 'Z')
				initials[n++] = (char)(form.at[0] | 0x20);
		}
		consider(cast, c, oni_key_of_word((oni_str){initials, n}), &best);
	}
	if (best.likeness == ONI_LIKE_GIVEN && best.several)
		return ONI_NONE;
	return best.cluster;
}

/* "the Court", "the Church": the last body with that word in its name. */
static uint32_t short_for_body(const oni_cast *cast, const oni_candidate *c)
{
	oni_fact noun;
	uint32_t best = ONI_NONE, n = 0;
	if (c->nature != ONI_NATURE_BODY || c->known.kind != ONI_FACT_NONE || c->name_end - c->name_first != 1 || c->end != c->name_end
		|| !oni_noun_at(&cast->who, cast->doc, c->name_first, c->name_first, &noun) || noun.noun == ONI_NOUN_PERSON)
		return ONI_NONE;
	for (uint32_t e = oni_index_first(cast, oni_key_of_word(cast->doc->words.at[c->name_first].form)); e != ONI_NONE && n < 32; e = oni_index_next(cast, e), n++) {
		const oni_cluster *k = &cast->clusters.at[cast->keys.at[e].cluster];
		if (!k->members.n || (k->nature & ONI_NATURE_PERSON) || !(k->nature & ONI_NATURE_BODY) || c->sentence - cast->candidates.at[k->last].sentence > 20)
			continue;
		if (best == ONI_NONE || k->last > cast->clusters.at[best].last)
			best = cast->keys.at[e].cluster;
	}
	return best;
}

static uint64_t row_key(const oni_candidate *c)
{
	bool country = c->known.kind == ONI_FACT_COUNTRY || c->known.kind == ONI_FACT_NATIONALITY;
	if (country)
		return oni_key_of("country", oni_str_of(c->known.country), (oni_str){0});
	oni_str row = oni_table_cell(c->known.table, c->known.row, 0);
	return oni_key_of(c->known.kind == ONI_FACT_ORG ? "org" : "seat", row, c->known.code);
}

/* "Jordan" after "Michael Jordan" is he and not the country, where he is a subject, object or owner. */
static void may_be_person(oni_cast *cast, oni_candidate *c)
{
	bool unknown = c->nature == ONI_NATURE_BODY && c->known.kind == ONI_FACT_NONE; /* "Oz" in "Oz's show", when Mehmet Oz is spoken of */
	if (!(c->nature == ONI_NATURE_COUNTRY || unknown) || c->form != ONI_MENTION_NAME || c->name_end - c->name_first != 1 || c->end - c->first != 1
		|| (!unknown && oni_preposition(cast->doc, c->head).n))
		return;
	oni_candidate person = *c;
	person.nature = ONI_NATURE_PERSON;
	choice best = {.cluster = ONI_NONE};
	consider(cast, &person, oni_key_of_word(cast->doc->words.at[c->name_first].form), &best);
	if (best.likeness < ONI_LIKE_PART || c->sentence - cast->candidates.at[cast->clusters.at[best.cluster].last].sentence > 8)
		return;
	c->nature = ONI_NATURE_PERSON;
	c->known = (oni_fact){0};
	c->actor = (oni_actor){.kind = ONI_ENTITY_PERSON};
}

/* "The speaker ... Speaker Ram Thapa": somebody described before his name and title come. Only the last described so. */
static uint32_t described_before(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	oni_str office = oni_noun_of(c);
	if (!c->title || !office.n || c->noun.use == ONI_NOUN_PLAIN || !(c->nature & ONI_NATURE_PERSON))
		return ONI_NONE;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < 60; n++) {
		const oni_candidate *m = &cast->candidates.at[i];
		if (c->sentence - m->sentence > 8)
			break;
		if (m->cluster == ONI_NONE || m->form != ONI_MENTION_NOMINAL || m->number == 2 || m->indefinite || (m->possessed && !m->actor.country[0]) || !oni_same_office(office, oni_noun_of(m)))
			continue;
		const oni_cluster *k = &cast->clusters.at[m->cluster];
		bool agree = !k->country[0] || !c->actor.country[0] || memcmp(k->country, c->actor.country, 3) == 0;
		bool free = k->name_first == k->name_end && (k->nature & ONI_NATURE_PERSON) && oni_genders_agree(k->gender, c->gender);
		return agree && free && m->actor.standing == c->actor.standing ? m->cluster : ONI_NONE;
	}
	return ONI_NONE;
}

void oni_link_name(oni_cast *cast, uint32_t candidate)
{
	oni_candidate *c = &cast->candidates.at[candidate];
	may_be_person(cast, c);
	uint32_t cluster = ONI_NONE, twin = oni_syntactic_twin(cast, candidate);
	bool row = c->known.kind != ONI_FACT_NONE && c->known.kind != ONI_FACT_OFFICIAL;
	if (row)
		cluster = by_key(cast, row_key(c));
	if (cluster == ONI_NONE && !(row && c->nature == ONI_NATURE_COUNTRY))
		cluster = alike(cast, c);
	if (cluster == ONI_NONE && twin == ONI_NONE)
		cluster = short_for_body(cast, c);
	uint32_t before = cluster == ONI_NONE && twin == ONI_NONE ? described_before(cast, candidate) : ONI_NONE;
	if (before != ONI_NONE)
		oni_cluster_add(cast, cluster = before, candidate);
	else if (cluster == ONI_NONE && twin == ONI_NONE)
		cluster = oni_cluster_new(cast, candidate);
	else if (cluster == ONI_NONE)
		oni_cluster_add(cast, cluster = cast->candidates.at[twin].cluster, candidate);
	else {
		oni_cluster_add(cast, cluster, candidate);
		if (twin != ONI_NONE)
			oni_cluster_merge(cast, cluster, cast->candidates.at[twin].cluster);
	}
	if (row)
		oni_index_put(cast, row_key(c), cluster);
}
