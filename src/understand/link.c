/* Links between figures, events and statements: who corrects, denies, confirms or disputes what. link_claim.c reads the
 * words that make a link ("clarified that this was an error"), link_note.c an article's note of correction,
 * link_figure.c sets figures side by side. A correction never deletes: it sets the status of what it corrects. */
#include "understand/link.h"

#include "understand/link_parts.h"

#define X(symbol, name) name,
static const char *const ROLE_NAMES[] = {ONI_LINK_ROLES(X)};
#undef X

oni_link oni_link_new(oni_link_kind kind)
{
	return (oni_link){.kind = kind, .from = ONI_NONE, .to = ONI_NONE, .from_event = ONI_NONE, .to_event = ONI_NONE,
		.to_statement = ONI_NONE, .said_by = ONI_NONE, .by = ONI_NONE};
}

/* What a denied statement counts is denied with it. */
static void deny_figures(oni_linker *linker, uint32_t statement)
{
	oni_doc *doc = linker->doc;
	const oni_statement *s = &doc->statements.at[statement];
	uint32_t end = s->content.n ? s->content.at[s->content.n - 1].end : 0;
	for (uint32_t i = s->content.n ? oni_figure_from(linker, s->content.at[0].begin) : linker->sorted; i < linker->sorted && doc->figures.at[i].at.begin < end; i++)
		if (doc->figures.at[i].said_by == statement && doc->figures.at[i].status == ONI_STATUS_CLAIMED)
			doc->figures.at[i].status = ONI_STATUS_DENIED;
}

void oni_link_add(oni_linker *linker, oni_link link)
{
	oni_doc *doc = linker->doc;
	uint32_t oldest = doc->links.n > ONI_LINKS_BACK ? doc->links.n - ONI_LINKS_BACK : 0;
	for (uint32_t i = oldest; i < doc->links.n; i++) {
		const oni_link *l = &doc->links.at[i];
		if (l->kind == link.kind && l->from == link.from && l->to == link.to && l->to_event == link.to_event
			&& l->to_statement == link.to_statement && l->by == link.by)
			return;
	}
	*oni_push(doc->arena, &doc->links) = link;
	if (link.kind == ONI_LINK_DENIES && link.to_statement != ONI_NONE)
		deny_figures(linker, link.to_statement);
	if (link.to == ONI_NONE)
		return;
	oni_figure *f = &doc->figures.at[link.to];
	if (link.kind == ONI_LINK_CORRECTS)
		f->status = ONI_STATUS_CORRECTED;
	else if (f->status == ONI_STATUS_CORRECTED)
		return;
	else if (link.kind == ONI_LINK_DENIES)
		f->status = ONI_STATUS_DENIED;
	else if (link.kind == ONI_LINK_CONFIRMS)
		f->status = ONI_STATUS_CONFIRMED;
	else if (link.kind == ONI_LINK_UNCONFIRMED_BY)
		f->status = ONI_STATUS_UNCONFIRMED;
}

uint32_t oni_sentence_of(const oni_doc *doc, uint32_t byte)
{
	uint32_t behind;
	oni_halve(behind, doc->sentences.n, i, doc->sentences.at[i].at.begin <= byte);
	return behind ? behind - 1 : 0;
}

bool oni_is_casualty(oni_str m)
{
	return oni_str_is(m, "killed") || oni_str_is(m, "wounded") || oni_str_is(m, "killed_or_wounded");
}

uint32_t oni_figure_from(const oni_linker *linker, uint32_t byte)
{
	uint32_t from;
	oni_halve(from, linker->sorted, i, linker->doc->figures.at[i].at.begin < byte);
	return from;
}

static uint32_t roles_of(const oni_linker *k, oni_str lemma)
{
	uint32_t bits = 0;
	uint32_t row = oni_table_find(k->words, lemma);
	for (; row < oni_table_rows(k->words) && oni_str_eq(oni_table_cell(k->words, row, 0), lemma); row++)
		for (int i = 0; i < ONI_LW_COUNT; i++)
			if (oni_str_is(oni_table_cell(k->words, row, k->role), ROLE_NAMES[i]))
				bits |= 1u << i;
	return bits;
}

void oni_find_links(const oni_facts *facts, oni_doc *doc)
{
	if (!doc->words.n || (!doc->figures.n && !doc->statements.n))
		return;
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_linker k = {.facts = facts, .doc = doc, .words = oni_facts_table(facts, "link_words")};
	k.role = oni_table_column(k.words, "role");
	oni_figure_tables_open(facts, &k.tables);
	k.tree = oni_tree_of(doc, doc->scratch);
	k.roles = ONI_NEW_N(doc->scratch, uint32_t, doc->words.n);
	for (uint32_t i = 0; i < doc->words.n; i++)
		k.roles[i] = roles_of(&k, doc->words.at[i].lemma);
	k.sorted = doc->figures.n;
	oni_link_revisions(&k);
	oni_link_claims(&k);
	oni_link_notes(&k);
	oni_link_figures(&k);
	oni_link_refutations(&k);
	oni_arena_rewind(doc->scratch, mark);
}
