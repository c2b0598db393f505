/* Who is in the article.
 *
 * Candidates for mentions are found (entity_mention.c) and put into clusters in text order: names by likeness (entity_link.c), descriptions by
 * syntax and office (entity_nominal.c), pronouns by weight (entity_pronoun.c); every decision may use what was decided before it, none is
 * taken back. Then each cluster is described and coded (entity_code.c) and becomes an entity. This is the sieve of Raghunathan et
 * al. 2010 in one pass: the surest evidence is asked first for every mention. Time is linear: every look back has a bound. */
#include "understand/entity.h"

#include "understand/entity_parts.h"

/* A sentence's names and descriptions first, so that its pronouns know who else is in it. */
static void link_all(oni_cast *cast)
{
	for (uint32_t from = 0, to; from < cast->candidates.n; from = to) {
		for (to = from; to < cast->candidates.n && cast->candidates.at[to].sentence == cast->candidates.at[from].sentence; to++)
			if (cast->candidates.at[to].form == ONI_MENTION_NOMINAL)
				oni_link_nominal(cast, to);
			else if (cast->candidates.at[to].form != ONI_MENTION_PRONOUN)
				oni_link_name(cast, to);
		for (uint32_t i = from; i < to; i++)
			if (cast->candidates.at[i].form == ONI_MENTION_PRONOUN)
				oni_link_pronoun(cast, i);
	}
}

/* ---- spokespersons ---- */

static bool speaks(const oni_cast *cast, const oni_candidate *c)
{
	if (c->noun.kind != ONI_FACT_NOUN)
		return false;
	oni_str key = oni_table_cell(c->noun.table, c->noun.row, 0);
	for (size_t i = 0; i + 5 < key.n; i++)
		if (memcmp(key.at + i, "spokes", 6) == 0)
			return true;
	(void)cast;
	return oni_str_is(key, "press secretary") || oni_str_is(key, "mouthpiece");
}

/* Whom a spokesperson speaks for: the last actor named inside the description, before the name if there is one. */
static void find_principal(oni_cast *cast, uint32_t candidate)
{
	oni_candidate *c = &cast->candidates.at[candidate];
	if (c->cluster == ONI_NONE || !speaks(cast, c))
		return;
	uint32_t best = ONI_NONE;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < 8; n++) {
		const oni_candidate *m = &cast->candidates.at[i];
		if (m->first >= c->first && m->end <= c->end && m->cluster != c->cluster && m->cluster != ONI_NONE) {
			best = m->cluster;
			break;
		}
	}
	for (uint32_t i = candidate + 1; i < cast->candidates.n && i < candidate + 8; i++) {
		const oni_candidate *m = &cast->candidates.at[i];
		if (m->first > c->head && m->end <= c->end && m->cluster != c->cluster && m->cluster != ONI_NONE) {
			best = m->cluster;
			break;
		}
	}
	if (best == ONI_NONE || cast->clusters.at[best].speaks_for == c->cluster)
		return;
	cast->clusters.at[c->cluster].speaks_for = best;
	if (!c->actor.country[0] && !c->actor.code.n) {
		const oni_cluster *k = &cast->clusters.at[best];
		const oni_candidate *p = &cast->candidates.at[k->first];
		c->actor.code = p->actor.code;
		c->actor.sector = k->sector;
		memcpy(c->actor.country, k->country, 4);
		c->actor.why = p->actor.why;
	}
}

/* ---- output ---- */

static void write_out(oni_cast *cast)
{
	oni_doc *doc = cast->doc;
	uint32_t *number = ONI_NEW_N(doc->scratch, uint32_t, cast->clusters.n);
	memset(number, 0xFF, sizeof(uint32_t) * cast->clusters.n);
	for (uint32_t i = 0; i < cast->candidates.n; i++) {
		const oni_candidate *c = &cast->candidates.at[i];
		if (c->cluster == ONI_NONE)
			continue;
		if (number[c->cluster] == ONI_NONE) {
			number[c->cluster] = doc->entities.n;
			oni_entity *e = oni_push(doc->arena, &doc->entities);
			oni_describe(cast, c->cluster, e);
			e->first_mention = doc->mentions.n;
		}
		oni_mention *m = oni_push(doc->arena, &doc->mentions);
		m->first = c->first;
		m->end = c->end;
		m->head = c->head;
		m->entity = number[c->cluster];
		m->form = c->form;
		m->at = (oni_range){doc->words.at[c->first].at.begin, doc->words.at[c->end - 1].at.end};
	}
	for (uint32_t k = 0; k < cast->clusters.n; k++) {
		uint32_t principal = cast->clusters.at[k].speaks_for;
		if (number[k] != ONI_NONE && principal != ONI_NONE)
			doc->entities.at[number[k]].speaks_for = number[principal];
	}
}

void oni_find_entities(const oni_facts *facts, oni_doc *doc)
{
	if (!doc->words.n)
		return;
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_cast cast = {.facts = facts, .doc = doc};
	oni_who_open(facts, &cast.who);
	oni_find_candidates(&cast);
	oni_index_start(&cast);
	link_all(&cast);
	for (uint32_t i = 0; i < cast.candidates.n; i++)
		find_principal(&cast, i);
	oni_find_home(&cast);
	write_out(&cast);
	oni_arena_rewind(doc->scratch, mark);
}

/* ---- what is at a word ---- */

/* Mentions lie in the order of their heads; none is longer than this many words before or behind its head. */
enum { REACH = 48 };

uint32_t oni_mention_at(const oni_doc *doc, uint32_t word)
{
	uint32_t low = 0, high = doc->mentions.n, from = word > REACH ? word - REACH : 0, best = ONI_NONE, size = UINT32_MAX;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (doc->mentions.at[middle].head < from)
			low = middle + 1;
		else
			high = middle;
	}
	for (uint32_t i = low; i < doc->mentions.n && doc->mentions.at[i].head <= word + REACH; i++) {
		const oni_mention *m = &doc->mentions.at[i];
		if (m->head == word)
			return i;
		if (word >= m->first && word < m->end && m->end - m->first < size)
			best = i, size = m->end - m->first;
	}
	return best;
}

uint32_t oni_entity_at(const oni_doc *doc, uint32_t word)
{
	uint32_t mention = oni_mention_at(doc, word);
	return mention == ONI_NONE ? ONI_NONE : doc->mentions.at[mention].entity;
}

uint32_t oni_entity_principal(const oni_doc *doc, uint32_t entity)
{
	if (entity == ONI_NONE)
		return ONI_NONE;
	const oni_entity *e = &doc->entities.at[entity];
	bool named = doc->mentions.n > e->first_mention && doc->mentions.at[e->first_mention].form == ONI_MENTION_NAME;
	return e->speaks_for == ONI_NONE || named ? entity : e->speaks_for;
}
