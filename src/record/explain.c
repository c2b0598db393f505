/* The record for people: each sentence with what was found in it and the reason, where a reason is known. */
#include <math.h>

#include "doc/names.h"
#include "record/write.h"

enum { LONGEST_CUT = 160 };

static void say(oni_buf *out, const char *label)
{
	oni_buf_addf(out, "      %-9s ", label);
}

/* White space and control characters as blanks. */
static void on_one_line(oni_buf *out, oni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		oni_buf_byte(out, (unsigned char)s.at[i] < 0x20 ? ' ' : s.at[i]);
}

/* Words of the text between quotation marks, cut where they are long. */
static void words(oni_buf *out, oni_str s)
{
	size_t end = s.n;
	if (end > LONGEST_CUT)
		for (end = LONGEST_CUT; end > 0 && ((unsigned char)s.at[end] & 0xC0) == 0x80;)
			end--;
	oni_buf_add(out, ONI_STR("“"));
	on_one_line(out, oni_str_cut(s, 0, end));
	oni_buf_add(out, end < s.n ? ONI_STR(" …”") : ONI_STR("”"));
}

static void part(oni_buf *out, const char *before, oni_str s)
{
	if (s.n == 0)
		return;
	oni_buf_add(out, oni_str_of(before));
	oni_buf_add(out, s);
}

static void reference(oni_buf *out, const char *before, char letter, uint32_t index)
{
	if (index != ONI_NONE)
		oni_buf_addf(out, "%s%c%u", before, letter, index + 1);
}

static bool is_in(oni_range at, oni_range sentence)
{
	return at.begin >= sentence.begin && at.begin < sentence.end;
}

static void who(oni_buf *out, const oni_doc *doc, uint32_t entity, oni_range at)
{
	if (entity != ONI_NONE)
		oni_buf_addf(out, "%.*s (e%u) ", ONI_FMT(doc->entities.at[entity].name), entity + 1);
	if (!oni_range_empty(at))
		words(out, oni_text_at(doc, at));
	else if (entity == ONI_NONE)
		oni_buf_add(out, ONI_STR("nobody named"));
}

static void explain_mentions(oni_buf *out, const oni_doc *doc, oni_range sentence)
{
	for (uint32_t i = 0; i < doc->mentions.n; i++) {
		const oni_mention *m = &doc->mentions.at[i];
		if (!is_in(m->at, sentence) || m->entity >= doc->entities.n)
			continue;
		const oni_entity *e = &doc->entities.at[m->entity];
		say(out, "who");
		words(out, oni_text_at(doc, m->at));
		oni_buf_addf(out, " %s: e%u %.*s, %s", oni_mention_form_name(m->form), m->entity + 1, ONI_FMT(e->name),
			oni_entity_kind_name(e->kind));
		part(out, ", ", e->code);
		if (e->first_mention == i)
			part(out, ", because of ", e->why);
		oni_buf_byte(out, '\n');
	}
}

static void say_point(oni_buf *out, double lat, double lon)
{
	oni_buf_add(out, ONI_STR(" at "));
	oni_write_number(out, round(lat * 1000) / 1000);
	oni_buf_add(out, ONI_STR(", "));
	oni_write_number(out, round(lon * 1000) / 1000);
}

static void explain_places(oni_buf *out, const oni_doc *doc, oni_range sentence)
{
	for (uint32_t i = 0; i < doc->place_mentions.n; i++) {
		const oni_place_mention *m = &doc->place_mentions.at[i];
		if (!is_in(m->at, sentence) || m->place >= doc->places.n)
			continue;
		const oni_place *p = &doc->places.at[m->place];
		say(out, "where");
		words(out, oni_text_at(doc, m->at));
		oni_buf_addf(out, ": p%u %.*s", m->place + 1, ONI_FMT(p->name));
		part(out, ", ", p->admin1);
		part(out, ", ", oni_str_of(p->country));
		part(out, ", ", p->kind);
		if (p->located)
			say_point(out, p->lat, p->lon);
		oni_buf_byte(out, '\n');
	}
}

static void explain_times(oni_buf *out, const oni_doc *doc, oni_range sentence)
{
	for (uint32_t i = 0; i < doc->times.n; i++) {
		const oni_time *t = &doc->times.at[i];
		if (!is_in(t->at, sentence))
			continue;
		say(out, "when");
		words(out, oni_text_at(doc, t->at));
		oni_buf_addf(out, ": t%u %s %.*s", i + 1, oni_time_type_name(t->type), ONI_FMT(t->value));
		part(out, " ", t->mod);
		part(out, ", comes to ", t->resolved);
		oni_buf_byte(out, '\n');
	}
}

static void explain_statements(oni_buf *out, const oni_doc *doc, oni_range sentence)
{
	for (uint32_t i = 0; i < doc->statements.n; i++) {
		const oni_statement *s = &doc->statements.at[i];
		oni_range at = oni_range_empty(s->cue) && s->content.n ? s->content.at[0] : s->cue;
		if (!is_in(at, sentence))
			continue;
		say(out, "says");
		oni_buf_addf(out, "s%u: ", i + 1);
		who(out, doc, s->source, s->source_at);
		oni_buf_addf(out, ", %s ", oni_act_name(s->act));
		words(out, oni_text_at(doc, s->cue));
		oni_buf_addf(out, ", %s, %s:", oni_manner_name(s->manner), oni_certainty_name(s->certainty));
		for (uint32_t c = 0; c < s->content.n; c++) {
			oni_buf_byte(out, ' ');
			words(out, oni_text_at(doc, s->content.at[c]));
		}
		reference(out, "; within ", 's', s->within);
		reference(out, "; ", 't', s->time);
		reference(out, "; ", 'p', s->place);
		oni_buf_byte(out, '\n');
	}
}

static void actors(oni_buf *out, const oni_doc *doc, oni_ids list, oni_str code)
{
	for (uint32_t i = 0; i < list.n; i++)
		if (list.at[i] < doc->entities.n)
			oni_buf_addf(out, "%s%.*s", i ? ", " : "", ONI_FMT(doc->entities.at[list.at[i]].name));
	if (list.n == 0)
		oni_buf_add(out, ONI_STR("nobody"));
	if (code.n)
		oni_buf_addf(out, " (%.*s)", ONI_FMT(code));
}

static void explain_events(oni_buf *out, const oni_doc *doc, oni_range sentence)
{
	for (uint32_t i = 0; i < doc->events.n; i++) {
		const oni_event *e = &doc->events.at[i];
		if (!is_in(e->trigger, sentence))
			continue;
		say(out, "event");
		oni_buf_addf(out, "v%u: %.*s %.*s ", i + 1, ONI_FMT(e->cameo), ONI_FMT(e->plover));
		words(out, oni_text_at(doc, e->trigger));
		oni_buf_add(out, ONI_STR(": "));
		actors(out, doc, e->source, e->source_code);
		oni_buf_add(out, ONI_STR(" → "));
		actors(out, doc, e->target, e->target_code);
		oni_buf_addf(out, "; %s, %s", oni_polarity_name(e->polarity), oni_modality_name(e->modality));
		reference(out, "; told in ", 's', e->said_by);
		reference(out, "; ", 't', e->time);
		reference(out, "; ", 'p', e->place);
		part(out, "; by the row ", e->pattern);
		oni_buf_byte(out, '\n');
	}
}

static void bound(oni_buf *out, double value)
{
	if (isfinite(value))
		oni_write_number(out, value);
	else
		oni_buf_byte(out, '?');
}

static void explain_figures(oni_buf *out, const oni_doc *doc, oni_range sentence)
{
	for (uint32_t i = 0; i < doc->figures.n; i++) {
		const oni_figure *f = &doc->figures.at[i];
		if (!is_in(f->at, sentence))
			continue;
		say(out, "figure");
		words(out, oni_text_at(doc, f->at));
		oni_buf_addf(out, ": f%u ", i + 1);
		bound(out, f->low);
		oni_buf_add(out, ONI_STR(" to "));
		bound(out, f->high);
		part(out, " ", f->unit);
		part(out, " ", f->measure);
		part(out, ", of ", f->population);
		part(out, " ", f->population_code);
		oni_buf_addf(out, "; %s", oni_status_name(f->status));
		reference(out, "; said in ", 's', f->said_by);
		reference(out, "; part of ", 'f', f->part_of);
		oni_buf_byte(out, '\n');
	}
}

static void explain_links(oni_buf *out, const oni_doc *doc)
{
	for (uint32_t i = 0; i < doc->links.n; i++) {
		const oni_link *l = &doc->links.at[i];
		oni_buf_addf(out, "link: %s", oni_link_kind_name(l->kind));
		reference(out, " from ", 'f', l->from);
		reference(out, " from ", 'v', l->from_event);
		reference(out, " to ", 'f', l->to);
		reference(out, " to ", 'v', l->to_event);
		reference(out, " to ", 's', l->to_statement);
		reference(out, ", said in ", 's', l->said_by);
		reference(out, ", by ", 'e', l->by);
		oni_buf_byte(out, '\n');
	}
}

static void explain_head(oni_buf *out, const oni_doc *doc)
{
	oni_buf_addf(out, "%.*s: ", ONI_FMT(doc->origin.n ? doc->origin : doc->id));
	if (doc->published.year) {
		oni_buf_add(out, ONI_STR("published "));
		oni_write_date(out, doc->published);
		oni_buf_addf(out, " (%s)", oni_date_origin_name(doc->published_from));
	} else {
		oni_buf_add(out, ONI_STR("of unknown date"));
	}
	oni_buf_addf(out, ", %u sentences, %u words\n", doc->sentences.n, doc->words.n);
}

void oni_write_explained(oni_buf *out, const oni_doc *doc)
{
	explain_head(out, doc);
	for (uint32_t i = 0; i < doc->sentences.n; i++) {
		const oni_sentence *s = &doc->sentences.at[i];
		oni_buf_addf(out, "\n%3u %s ", i + 1, oni_segment_kind_name(doc->segments.at[s->segment].kind));
		on_one_line(out, oni_text_at(doc, s->at));
		oni_buf_byte(out, '\n');
		explain_mentions(out, doc, s->at);
		explain_places(out, doc, s->at);
		explain_times(out, doc, s->at);
		explain_statements(out, doc, s->at);
		explain_events(out, doc, s->at);
		explain_figures(out, doc, s->at);
	}
	if (doc->links.n)
		oni_buf_byte(out, '\n');
	explain_links(out, doc);
	oni_buf_byte(out, '\n');
}
