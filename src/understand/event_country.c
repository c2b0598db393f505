/* What events tell of whose somebody is.
 *
 * The problem: a role without a country in its own words ("journalists", "the government") gets one in an event, from the place of the
 * act or from the other party (event_actor.c), but the entity and its other events know nothing of it. The method: where all events
 * that give an entity a country give the same, it is the entity's, and that of its events that had none; where they differ, nobody's.
 *
 * Worked example: "The military government declared a state of siege in Haiti, arresting opponents": the siege's GOV is HTIGOV by its place,
 * so the government that arrests is HTIGOV too. */
#include "understand/actor.h"
#include "understand/event_parts.h"

typedef struct told {
	char cameo[4];
	bool differs;
} told;

/* The country in front of an event's code of this entity, "" when there is none or the entity has one of its own. */
static oni_str added_country(const oni_doc *doc, const oni_ids *ids, oni_str code)
{
	if (ids->n != 1 || code.n < 6)
		return (oni_str){0};
	const oni_entity *e = &doc->entities.at[ids->at[0]];
	if (e->country[0] || !oni_code_is_domestic(e->code) || !oni_str_eq(oni_str_cut(code, 3, code.n), e->code))
		return (oni_str){0};
	return oni_str_cut(code, 0, 3);
}

static void hear(const oni_doc *doc, const oni_ids *ids, oni_str code, told *all)
{
	oni_str country = added_country(doc, ids, code);
	if (!country.n)
		return;
	told *t = &all[ids->at[0]];
	t->differs |= t->cameo[0] && !oni_str_is(country, t->cameo);
	memcpy(t->cameo, country.at, 3);
}

static void complete(oni_doc *doc, const oni_ids *ids, oni_str *code, const told *all)
{
	const told *t = ids->n == 1 ? &all[ids->at[0]] : NULL;
	if (t && t->cameo[0] && !t->differs && oni_code_is_domestic(*code))
		*code = oni_keepf(doc->arena, "%s%.*s", t->cameo, ONI_FMT(*code));
}

static oni_str iso_of(const oni_event_tables *tables, const char *cameo)
{
	for (uint32_t r = 0; r < oni_table_rows(tables->countries); r++)
		if (oni_str_is(oni_table_cell(tables->countries, r, tables->country_cameo), cameo))
			return oni_table_cell(tables->countries, r, 0);
	return (oni_str){0};
}

void oni_share_countries(const oni_event_tables *tables, oni_doc *doc)
{
	told *all = ONI_NEW_N(doc->scratch, told, doc->entities.n + 1);
	memset(all, 0, sizeof *all * (doc->entities.n + 1));
	for (uint32_t i = 0; i < doc->events.n; i++) {
		hear(doc, &doc->events.at[i].source, doc->events.at[i].source_code, all);
		hear(doc, &doc->events.at[i].target, doc->events.at[i].target_code, all);
	}
	for (uint32_t i = 0; i < doc->events.n; i++) {
		complete(doc, &doc->events.at[i].source, &doc->events.at[i].source_code, all);
		complete(doc, &doc->events.at[i].target, &doc->events.at[i].target_code, all);
	}
	for (uint32_t i = 0; i < doc->entities.n; i++) {
		oni_entity *e = &doc->entities.at[i];
		oni_str iso = all[i].cameo[0] && !all[i].differs ? iso_of(tables, all[i].cameo) : (oni_str){0};
		if (iso.n != 3)
			continue;
		memcpy(e->country, iso.at, 3);
		e->code = oni_keepf(doc->arena, "%s%.*s", all[i].cameo, ONI_FMT(e->code));
		e->why = oni_keepf(doc->arena, "%.*s, the country of an event", ONI_FMT(e->why));
	}
}
