/* Who is in the article.
 *
 * Candidates for mentions are found (entity_mention.c) and put into clusters in text order: names by likeness (entity_link.c), descriptions by
 * syntax and office (entity_nominal.c), pronouns by weight (entity_pronoun.c); every decision may use what was decided before it, none is
 * taken back. Then each cluster is described and coded (entity_code.c) and becomes an entity. This is the sieve of Raghunathan et
 * al. 2010 in one pass: the surest evidence is asked first for every mention. Time is linear: every look back has a bound. */
#include "understand/entity.h"

#include "understand/entity_parts.h"

/* An adjective that has its noun in common with another: "Russian and Ukrainian troops". */
static bool is_shared(const oni_candidate *c)
{
	return c->form == ONI_MENTION_ADJECTIVE && c->nature == ONI_NATURE_GROUP;
}

/* Pronouns, and descriptions whose owner is one ("his wife"): they wait until it is known who else is in the sentence. */
static bool waits(const oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	const oni_candidate *c = &cast->candidates.at[candidate];
	if (c->form == ONI_MENTION_PRONOUN)
		return true;
	for (uint32_t i = c->first; i < c->head && c->possessed && c->form == ONI_MENTION_NOMINAL; i++)
		if (doc->words.at[i].head == c->head && doc->words.at[i].rel == ONI_REL_NMOD_POSS)
			return doc->words.at[i].upos == ONI_UPOS_PRON;
	return false;
}

static void link_one(oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	if (c->form == ONI_MENTION_PRONOUN)
		oni_link_pronoun(cast, candidate);
	else if (c->form == ONI_MENTION_NOMINAL || is_shared(c))
		oni_link_nominal(cast, candidate);
	else
		oni_link_name(cast, candidate);
}

static void link_waiting(oni_cast *cast, uint32_t from, uint32_t to, bool quoted)
{
	for (uint32_t i = from; i < to; i++)
		if (waits(cast, i) && (cast->doc->words.at[cast->candidates.at[i].head].quote != ONI_NONE) == quoted)
			link_one(cast, i);
}

static void link_sentence(oni_cast *cast, uint32_t from, uint32_t to, bool opens)
{
	for (uint32_t i = from; i < to; i++)
		if (!waits(cast, i))
			link_one(cast, i);
	if (opens)
		oni_hear_label(cast, from, to);
	link_waiting(cast, from, to, false);
}

static uint32_t paragraph_of(const oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	return doc->segments.at[doc->sentences.at[cast->candidates.at[candidate].sentence].segment].paragraph;
}

/* The pronouns inside a paragraph's quotations come last: who speaks is often told behind them, by a pronoun too. */
static void link_all(oni_cast *cast)
{
	for (uint32_t from = 0, to, next; from < cast->candidates.n; from = to) {
		for (to = from; to < cast->candidates.n && paragraph_of(cast, to) == paragraph_of(cast, from); to = next) {
			for (next = to; next < cast->candidates.n && cast->candidates.at[next].sentence == cast->candidates.at[to].sentence; next++)
				;
			link_sentence(cast, to, next, to == from);
		}
		link_waiting(cast, from, to, true);
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
		if (c->cluster == ONI_NONE || (c->pair && cast->clusters.at[c->cluster].members.n == 1))
			continue;                  /* people named together, of whom nobody speaks as one */
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
		m->form = c->people ? ONI_MENTION_NAME : c->form;
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
	oni_cast cast = {.facts = facts, .doc = doc, .speaking = ONI_NONE, .answers = ONI_NONE};
	oni_who_open(facts, &cast.who);
	while (cast.body < doc->sentences.n && doc->segments.at[doc->sentences.at[cast.body].segment].kind != ONI_SEGMENT_BODY)
		cast.body++;
	oni_find_homonym(&cast);
	oni_find_candidates(&cast);
	oni_find_interview(&cast);
	oni_guess_home(&cast);
	oni_index_start(&cast);
	oni_find_quote_speakers(&cast);
	link_all(&cast);
	for (uint32_t i = 0; i < cast.candidates.n; i++)
		oni_find_principal(&cast, i);
	oni_find_home(&cast);
	for (uint32_t k = 0; k < cast.clusters.n; k++)
		oni_settle_party(&cast, k);
	write_out(&cast);
	oni_arena_rewind(doc->scratch, mark);
}

/* ---- what is at a word ---- */

/* Mentions lie in the order of their heads; none is longer than this many words before or behind its head. */
enum { REACH = 48 };

uint32_t oni_mention_at(const oni_doc *doc, uint32_t word)
{
	uint32_t first, from = word > REACH ? word - REACH : 0, best = ONI_NONE, size = UINT32_MAX;
	oni_halve(first, doc->mentions.n, i, doc->mentions.at[i].head < from);
	for (uint32_t i = first; i < doc->mentions.n && doc->mentions.at[i].head <= word + REACH; i++) {
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
