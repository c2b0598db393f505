/* The record as JSON, one field after another as docs/record-format.md has them. Ids are the kind's letter and the number
 * in its list, so they hold within the record and are the same every time. */
#include <math.h>

#include "doc/names.h"
#include "record/offsets.h"
#include "record/write.h"

typedef struct writer {
	oni_buf *out;
	const oni_doc *doc;
	oni_offsets offsets;
	bool pretty;
	bool first;            /* nothing yet in the object or list at hand */
	int depth;
} writer;

/* ---- the grammar ---- */

/* What goes before a member or an element. Two levels get lines of their own when it is for people. */
static void next(writer *w)
{
	if (!w->first)
		oni_buf_byte(w->out, ',');
	if (w->pretty && w->depth <= 2)
		oni_buf_addf(w->out, "\n%*s", w->depth, "");
	else if (w->pretty && !w->first)
		oni_buf_byte(w->out, ' ');
	w->first = false;
}

static void key(writer *w, const char *name)
{
	next(w);
	oni_buf_byte(w->out, '"');
	oni_buf_add(w->out, oni_str_of(name));
	oni_buf_add(w->out, w->pretty ? ONI_STR("\": ") : ONI_STR("\":"));
}

static void open(writer *w, char bracket)
{
	oni_buf_byte(w->out, bracket);
	w->first = true;
	w->depth++;
}

static void close(writer *w, char bracket)
{
	w->depth--;
	if (w->pretty && w->depth < 2 && !w->first)
		oni_buf_addf(w->out, "\n%*s", w->depth, "");
	oni_buf_byte(w->out, bracket);
	w->first = false;
}

static void open_list(writer *w, const char *name)
{
	key(w, name);
	open(w, '[');
}

static void open_element(writer *w)
{
	next(w);
	open(w, '{');
}

/* ---- values ---- */

static void null_value(writer *w)
{
	oni_buf_add(w->out, ONI_STR("null"));
}

static void string(writer *w, const char *name, oni_str value)
{
	key(w, name);
	if (value.n)
		oni_write_json_string(w->out, value);
	else
		null_value(w);
}

static void label(writer *w, const char *name, const char *value)
{
	string(w, name, oni_str_of(value));
}

/* A field that is only there where it is known. */
static void optional(writer *w, const char *name, oni_str value)
{
	if (value.n)
		string(w, name, value);
}

static void unsigned_value(writer *w, uint32_t value)
{
	char digits[10];
	size_t n = 0;
	do
		digits[sizeof digits - ++n] = (char)('0' + value % 10);
	while (value /= 10);
	oni_buf_add(w->out, (oni_str){digits + sizeof digits - n, n});
}

static void integer(writer *w, const char *name, uint32_t value)
{
	key(w, name);
	unsigned_value(w, value);
}

static void number(writer *w, const char *name, double value)
{
	key(w, name);
	if (isfinite(value))
		oni_write_number(w->out, value);
	else
		null_value(w);
}

static void boolean(writer *w, const char *name, bool value)
{
	key(w, name);
	oni_buf_add(w->out, value ? ONI_STR("true") : ONI_STR("false"));
}

static void date(writer *w, const char *name, oni_date value)
{
	key(w, name);
	if (!value.year) {
		null_value(w);
		return;
	}
	oni_buf_byte(w->out, '"');
	oni_write_date(w->out, value);
	oni_buf_byte(w->out, '"');
}

static void id_value(writer *w, char letter, uint32_t index)
{
	if (index == ONI_NONE) {
		null_value(w);
		return;
	}
	oni_buf_byte(w->out, '"');
	oni_buf_byte(w->out, letter);
	unsigned_value(w, index + 1);
	oni_buf_byte(w->out, '"');
}

static void id(writer *w, const char *name, char letter, uint32_t index)
{
	key(w, name);
	id_value(w, letter, index);
}

static void ids(writer *w, const char *name, char letter, oni_ids list)
{
	open_list(w, name);
	for (uint32_t i = 0; i < list.n; i++) {
		next(w);
		id_value(w, letter, list.at[i]);
	}
	close(w, ']');
}

/* begin and end; null where there is no span. */
static void span(writer *w, oni_range at)
{
	bool none = oni_range_empty(at);
	key(w, "begin");
	if (none)
		null_value(w);
	else
		unsigned_value(w, oni_offset(&w->offsets, at.begin));
	key(w, "end");
	if (none)
		null_value(w);
	else
		unsigned_value(w, oni_offset(&w->offsets, at.end));
}

static void open_span(writer *w, const char *name, oni_range at)
{
	key(w, name);
	open(w, '{');
	span(w, at);
}

static void spans(writer *w, const char *name, oni_ranges list)
{
	open_list(w, name);
	for (uint32_t i = 0; i < list.n; i++) {
		open_element(w);
		span(w, list.at[i]);
		close(w, '}');
	}
	close(w, ']');
}

/* ---- the article ---- */

static void write_metadata(writer *w)
{
	const oni_doc *doc = w->doc;
	integer(w, "onrecord", 1);
	string(w, "id", doc->id);
	string(w, "source", doc->origin);
	string(w, "title", doc->title);
	string(w, "publisher", doc->publisher);
	optional(w, "url", doc->url);
	open_list(w, "authors");
	for (uint32_t i = 0; i < doc->authors.n; i++) {
		next(w);
		oni_write_json_string(w->out, doc->authors.at[i]);
	}
	close(w, ']');
	date(w, "published", doc->published);
	label(w, "published_from", oni_date_origin_name(doc->published_from));
	string(w, "language", doc->language);
	key(w, "text");
	oni_write_json_string(w->out, doc->text);
}

static void write_segments(writer *w)
{
	const oni_doc *doc = w->doc;
	open_list(w, "segments");
	for (uint32_t i = 0; i < doc->segments.n; i++) {
		open_element(w);
		span(w, doc->segments.at[i].at);
		label(w, "kind", oni_segment_kind_name(doc->segments.at[i].kind));
		close(w, '}');
	}
	close(w, ']');
	open_list(w, "sentences");
	for (uint32_t i = 0; i < doc->sentences.n; i++) {
		open_element(w);
		span(w, doc->sentences.at[i].at);
		close(w, '}');
	}
	close(w, ']');
}

/* ---- entities, places, times ---- */

/* Lists of what mentions what: by_owner[i] .. by_owner[i + 1] in `order` are the mentions of owner i, in text order. */
typedef struct grouping {
	uint32_t *begin; /* [owners + 1] */
	uint32_t *order; /* [mentions] */
} grouping;

/* `stride` bytes from one owner index to the next; owners out of range are left out. */
static grouping group(oni_arena *scratch, const uint32_t *owner, size_t stride, uint32_t n, uint32_t owners)
{
	grouping g = {ONI_NEW_N(scratch, uint32_t, owners + 2), ONI_NEW_N(scratch, uint32_t, n)};
	for (uint32_t i = 0; i < n; i++) {
		uint32_t o = *(const uint32_t *)(const void *)((const char *)owner + i * stride);
		if (o < owners)
			g.begin[o + 2]++;
	}
	for (uint32_t o = 2; o < owners + 2; o++)
		g.begin[o] += g.begin[o - 1];
	for (uint32_t i = 0; i < n; i++) {
		uint32_t o = *(const uint32_t *)(const void *)((const char *)owner + i * stride);
		if (o < owners)
			g.order[g.begin[o + 1]++] = i;
	}
	return g;
}

static void write_roles(writer *w, const oni_entity *entity)
{
	open_list(w, "roles");
	for (uint32_t i = 0; i < entity->roles.n; i++) {
		const oni_role *role = &entity->roles.at[i];
		open_element(w);
		string(w, "text", role->text);
		string(w, "sector", role->sector);
		string(w, "country", oni_str_of(role->country));
		label(w, "standing", oni_standing_name(role->standing));
		close(w, '}');
	}
	close(w, ']');
}

static void write_entities(writer *w)
{
	const oni_doc *doc = w->doc;
	grouping g = group(doc->scratch, doc->mentions.n ? &doc->mentions.at->entity : NULL, sizeof(oni_mention),
		doc->mentions.n, doc->entities.n);
	open_list(w, "entities");
	for (uint32_t i = 0; i < doc->entities.n; i++) {
		const oni_entity *entity = &doc->entities.at[i];
		open_element(w);
		id(w, "id", 'e', i);
		string(w, "name", entity->name);
		label(w, "kind", oni_entity_kind_name(entity->kind));
		string(w, "country", oni_str_of(entity->country));
		string(w, "code", entity->code);
		optional(w, "code_from", entity->why);
		if (entity->speaks_for != ONI_NONE)
			id(w, "speaks_for", 'e', entity->speaks_for);
		write_roles(w, entity);
		open_list(w, "mentions");
		for (uint32_t m = g.begin[i]; m < g.begin[i + 1]; m++) {
			const oni_mention *mention = &doc->mentions.at[g.order[m]];
			open_element(w);
			span(w, mention->at);
			label(w, "form", oni_mention_form_name(mention->form));
			close(w, '}');
		}
		close(w, ']');
		close(w, '}');
	}
	close(w, ']');
}

static void write_place(writer *w, const oni_place *place)
{
	string(w, "name", place->name);
	string(w, "country", oni_str_of(place->country));
	string(w, "admin1", place->admin1);
	string(w, "kind", place->kind);
	number(w, "lat", place->located ? place->lat : (double)NAN);
	number(w, "lon", place->located ? place->lon : (double)NAN);
	key(w, "geonames");
	if (place->geonames)
		unsigned_value(w, place->geonames);
	else
		null_value(w);
}

static void write_places(writer *w)
{
	const oni_doc *doc = w->doc;
	grouping g = group(doc->scratch, doc->place_mentions.n ? &doc->place_mentions.at->place : NULL,
		sizeof(oni_place_mention), doc->place_mentions.n, doc->places.n);
	open_list(w, "places");
	for (uint32_t i = 0; i < doc->places.n; i++) {
		open_element(w);
		id(w, "id", 'p', i);
		write_place(w, &doc->places.at[i]);
		open_list(w, "mentions");
		for (uint32_t m = g.begin[i]; m < g.begin[i + 1]; m++) {
			open_element(w);
			span(w, doc->place_mentions.at[g.order[m]].at);
			close(w, '}');
		}
		close(w, ']');
		close(w, '}');
	}
	close(w, ']');
}

static void write_times(writer *w)
{
	const oni_doc *doc = w->doc;
	open_list(w, "times");
	for (uint32_t i = 0; i < doc->times.n; i++) {
		const oni_time *time = &doc->times.at[i];
		open_element(w);
		id(w, "id", 't', i);
		span(w, time->at);
		label(w, "type", oni_time_type_name(time->type));
		string(w, "value", time->value);
		string(w, "mod", time->mod);
		optional(w, "quant", time->quant);
		optional(w, "freq", time->freq);
		date(w, "from", time->from);
		date(w, "to", time->to);
		string(w, "resolved", time->resolved);
		close(w, '}');
	}
	close(w, ']');
}

/* ---- statements, events, figures, links ---- */

static void write_statement_parts(writer *w, const oni_statement *s)
{
	open_span(w, "source", s->source_at);
	id(w, "entity", 'e', s->source);
	close(w, '}');
	if (s->sources.n > 1)
		ids(w, "sources", 'e', s->sources);
	open_span(w, "cue", s->cue);
	string(w, "lemma", s->cue_lemma);
	close(w, '}');
	spans(w, "content", s->content);
	spans(w, "quoted", s->quoted);
	key(w, "addressee");
	if (s->addressee == ONI_NONE && oni_range_empty(s->addressee_at)) {
		null_value(w);
		return;
	}
	open(w, '{');
	id(w, "entity", 'e', s->addressee);
	span(w, s->addressee_at);
	close(w, '}');
}

static void write_statements(writer *w)
{
	const oni_doc *doc = w->doc;
	open_list(w, "statements");
	for (uint32_t i = 0; i < doc->statements.n; i++) {
		const oni_statement *s = &doc->statements.at[i];
		open_element(w);
		id(w, "id", 's', i);
		write_statement_parts(w, s);
		label(w, "manner", oni_manner_name(s->manner));
		label(w, "act", oni_act_name(s->act));
		label(w, "class", oni_statement_class_name(s->class_));
		optional(w, "medium", s->medium);
		id(w, "time", 't', s->time);
		id(w, "place", 'p', s->place);
		id(w, "within", 's', s->within);
		label(w, "polarity", oni_polarity_name(s->polarity));
		label(w, "certainty", oni_certainty_name(s->certainty));
		close(w, '}');
	}
	close(w, ']');
}

static void write_events(writer *w)
{
	const oni_doc *doc = w->doc;
	open_list(w, "events");
	for (uint32_t i = 0; i < doc->events.n; i++) {
		const oni_event *event = &doc->events.at[i];
		open_element(w);
		id(w, "id", 'v', i);
		string(w, "cameo", event->cameo);
		string(w, "plover", event->plover);
		optional(w, "mode", event->mode);
		optional(w, "context", event->context);
		number(w, "goldstein", roundf(event->goldstein * 10) / 10.0);
		ids(w, "source", 'e', event->source);
		ids(w, "target", 'e', event->target);
		string(w, "source_code", event->source_code);
		string(w, "target_code", event->target_code);
		open_span(w, "trigger", event->trigger);
		close(w, '}');
		integer(w, "sentence", event->sentence);
		id(w, "time", 't', event->time);
		id(w, "place", 'p', event->place);
		label(w, "polarity", oni_polarity_name(event->polarity));
		label(w, "modality", oni_modality_name(event->modality));
		id(w, "said_by", 's', event->said_by);
		optional(w, "pattern", event->pattern);
		close(w, '}');
	}
	close(w, ']');
}

static void write_figures(writer *w)
{
	const oni_doc *doc = w->doc;
	open_list(w, "figures");
	for (uint32_t i = 0; i < doc->figures.n; i++) {
		const oni_figure *figure = &doc->figures.at[i];
		open_element(w);
		id(w, "id", 'f', i);
		span(w, figure->at);
		string(w, "text", oni_text_at(doc, figure->at));
		string(w, "measure", figure->measure);
		string(w, "unit", figure->unit);
		number(w, "low", figure->low);
		number(w, "high", figure->high);
		boolean(w, "approximate", figure->approximate);
		string(w, "population", figure->population);
		string(w, "population_code", figure->population_code);
		if (figure->population_entity != ONI_NONE)
			id(w, "population_entity", 'e', figure->population_entity);
		date(w, "since", figure->since);
		date(w, "until", figure->until);
		id(w, "place", 'p', figure->place);
		id(w, "said_by", 's', figure->said_by);
		if (figure->part_of != ONI_NONE)
			id(w, "part_of", 'f', figure->part_of);
		label(w, "status", oni_status_name(figure->status));
		close(w, '}');
	}
	close(w, ']');
}

/* One end of a link: a figure or an event; nothing where there is neither. */
static void write_link_end(writer *w, const char *name, uint32_t figure, uint32_t event)
{
	if (figure != ONI_NONE)
		id(w, name, 'f', figure);
	else if (event != ONI_NONE)
		id(w, name, 'v', event);
}

static void write_links(writer *w)
{
	const oni_doc *doc = w->doc;
	open_list(w, "links");
	for (uint32_t i = 0; i < doc->links.n; i++) {
		const oni_link *link = &doc->links.at[i];
		open_element(w);
		label(w, "kind", oni_link_kind_name(link->kind));
		write_link_end(w, "from", link->from, link->from_event);
		write_link_end(w, "to", link->to, link->to_event);
		if (link->to == ONI_NONE && link->to_event == ONI_NONE && link->to_statement != ONI_NONE)
			id(w, "to", 's', link->to_statement);
		if (link->said_by != ONI_NONE)
			id(w, "said_by", 's', link->said_by);
		if (link->by != ONI_NONE)
			id(w, "by", 'e', link->by);
		close(w, '}');
	}
	close(w, ']');
}

void oni_write_json(oni_buf *out, const oni_doc *doc, bool pretty)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	writer w = {.out = out, .doc = doc, .offsets = oni_offsets_of(doc->scratch, doc->text), .pretty = pretty};
	oni_buf_reserve(out, doc->text.n * 3 + 4096);
	open(&w, '{');
	write_metadata(&w);
	write_segments(&w);
	write_entities(&w);
	write_places(&w);
	write_times(&w);
	write_statements(&w);
	write_events(&w);
	write_figures(&w);
	write_links(&w);
	close(&w, '}');
	oni_buf_byte(out, '\n');
	oni_arena_rewind(doc->scratch, mark);
}
