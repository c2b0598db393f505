#include "understand/entity.h"

/* NEEDSWORK: nothing yet. */
void oni_find_entities(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}

/* NEEDSWORK: nothing yet. */
void oni_resolve_speakers(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	(void)doc;
}

uint32_t oni_mention_at(const oni_doc *doc, uint32_t word)
{
	uint32_t best = ONI_NONE, size = UINT32_MAX;
	for (uint32_t i = 0; i < doc->mentions.n; i++) {
		const oni_mention *m = &doc->mentions.at[i];
		if (word < m->first || word >= m->end)
			continue;
		if (m->head == word)
			return i;
		if (m->end - m->first < size)
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
	return entity == ONI_NONE || doc->entities.at[entity].speaks_for == ONI_NONE ? entity
		: doc->entities.at[entity].speaks_for;
}
