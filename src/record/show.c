/* The article in a terminal, marked by who says what, with what it tells beneath each paragraph.
 *
 * What a statement says is between brackets that carry the number of its source: "[1 he would be ready to meet]"; in
 * colour it has the source's colour instead. Statements nest, so the pieces are kept on a stack while the text is walked
 * once, from left to right. Beneath a paragraph stand its events, figures and links. Control characters of the text are
 * never sent to the terminal. */
#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "doc/names.h"
#include "record/write.h"

enum { WIDTH = 78, DEEPEST = 16, COLOURS = 6, LONGEST_TRIGGER = 60 };

typedef struct piece {
	oni_range at;
	uint32_t statement;
} piece;

typedef struct shown {
	oni_buf *out;
	const oni_doc *doc;
	bool colour;
	uint32_t *number;      /* [entities] of the legend, 0 for those who say nothing */
	uint32_t *speaker;     /* [speakers] the entity of each number - 1 */
	uint32_t speakers;
	piece *pieces;         /* [n] by their begin, the longer first */
	uint32_t n, next;
	piece open[DEEPEST];
	uint32_t depth;
	uint32_t column;
	oni_buf word;          /* not yet on the line; marks in it take no room */
	uint32_t word_width;
} shown;

static int by_begin(const void *a, const void *b)
{
	const piece *x = a, *y = b;
	if (x->at.begin != y->at.begin)
		return x->at.begin < y->at.begin ? -1 : 1;
	if (x->at.end != y->at.end)
		return x->at.end > y->at.end ? -1 : 1;
	return (x->statement > y->statement) - (x->statement < y->statement);
}

static void gather(shown *s)
{
	const oni_doc *doc = s->doc;
	s->number = ONI_NEW_N(doc->scratch, uint32_t, doc->entities.n + 1);
	s->speaker = ONI_NEW_N(doc->scratch, uint32_t, doc->entities.n + 1);
	for (uint32_t i = 0; i < doc->statements.n; i++) {
		const oni_statement *t = &doc->statements.at[i];
		s->n += t->content.n;
		if (t->source != ONI_NONE && !s->number[t->source]) {
			s->speaker[s->speakers++] = t->source;
			s->number[t->source] = s->speakers;
		}
	}
	s->pieces = ONI_NEW_N(doc->scratch, piece, s->n + 1);
	s->n = 0;
	for (uint32_t i = 0; i < doc->statements.n; i++)
		for (uint32_t k = 0; k < doc->statements.at[i].content.n; k++)
			s->pieces[s->n++] = (piece){doc->statements.at[i].content.at[k], i};
	if (s->n > 1)
		qsort(s->pieces, s->n, sizeof *s->pieces, by_begin);
}

static uint32_t number_of(const shown *s, uint32_t statement)
{
	uint32_t source = s->doc->statements.at[statement].source;
	return source == ONI_NONE ? 0 : s->number[source];
}

/* ---- text, wrapped ---- */

static void flush_word(shown *s)
{
	if (!s->word.n)
		return;
	if (s->column && s->column + 1 + s->word_width > WIDTH) {
		oni_buf_byte(s->out, '\n');
		s->column = 0;
	}
	if (s->column) {
		oni_buf_byte(s->out, ' ');
		s->column++;
	}
	oni_buf_add(s->out, (oni_str){s->word.at, s->word.n});
	s->column += s->word_width;
	s->word.n = 0;
	s->word_width = 0;
}

static void colour_of(shown *s, oni_buf *out)
{
	uint32_t who = s->depth ? number_of(s, s->open[s->depth - 1].statement) : 0;
	if (!s->depth)
		oni_buf_add(out, ONI_STR("\033[0m"));
	else if (!who)
		oni_buf_add(out, ONI_STR("\033[0;3m"));
	else
		oni_buf_addf(out, "\033[0;%um", 31 + (who - 1) % COLOURS);
}

static void close_pieces(shown *s, uint32_t at)
{
	while (s->depth && s->open[s->depth - 1].at.end <= at) {
		s->depth--;
		if (s->colour)
			colour_of(s, &s->word);
		else
			oni_buf_byte(&s->word, ']'), s->word_width++;
	}
}

static void open_pieces(shown *s, uint32_t at)
{
	for (; s->next < s->n && s->pieces[s->next].at.begin <= at; s->next++) {
		if (s->depth == DEEPEST || s->pieces[s->next].at.end <= at)
			continue;
		s->open[s->depth++] = s->pieces[s->next];
		if (s->colour) {
			colour_of(s, &s->word);
			continue;
		}
		uint32_t who = number_of(s, s->pieces[s->next].statement);
		size_t before = s->word.n;
		if (who)
			oni_buf_addf(&s->word, "[%u ", who);
		else
			oni_buf_add(&s->word, ONI_STR("[? "));
		s->word_width += (uint32_t)(s->word.n - before);
	}
}

static bool is_control(int32_t rune)
{
	return rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || (rune >= 0x200B && rune <= 0x200F)
		|| (rune >= 0x2028 && rune <= 0x202E) || (rune >= 0x2066 && rune <= 0x2069);
}

static void show_text(shown *s, oni_range at)
{
	oni_str text = s->doc->text;
	s->column = 0;
	for (size_t i = at.begin, n; i < at.end; i += n) {
		int32_t rune = oni_rune_at(text, i, &n);
		close_pieces(s, (uint32_t)i);
		if (rune == ' ' || is_control(rune)) {
			flush_word(s);
			continue;
		}
		open_pieces(s, (uint32_t)i);
		oni_buf_add(&s->word, oni_str_cut(text, i, i + n));
		s->word_width++;
	}
	close_pieces(s, at.end);
	flush_word(s);
	if (s->colour && s->depth)
		oni_buf_add(s->out, ONI_STR("\033[0m"));
	oni_buf_byte(s->out, '\n');
}

/* ---- beneath ---- */

static void faint(shown *s, bool on)
{
	if (s->colour)
		oni_buf_add(s->out, on ? ONI_STR("\033[0;2m") : ONI_STR("\033[0m"));
}

static void plain(oni_buf *out, oni_str text)
{
	size_t length;
	for (size_t i = 0; i < text.n && i < LONGEST_TRIGGER; i += length) {
		int32_t rune = oni_rune_at(text, i, &length);
		if (is_control(rune))
			oni_buf_byte(out, ' ');
		else
			oni_buf_add(out, oni_str_cut(text, i, i + length));
	}
}

static void told_by(shown *s, uint32_t statement)
{
	if (statement == ONI_NONE)
		return;
	uint32_t source = s->doc->statements.at[statement].source;
	oni_buf_add(s->out, ONI_STR(", says "));
	plain(s->out, source == ONI_NONE ? ONI_STR("somebody") : s->doc->entities.at[source].name);
}

static void show_event(shown *s, const oni_event *e)
{
	faint(s, true);
	oni_buf_addf(s->out, "    | event  %.*s %.*s  %.*s -> %.*s  ", ONI_FMT(e->cameo), ONI_FMT(e->plover),
		ONI_FMT(e->source_code.n ? e->source_code : ONI_STR("---")), ONI_FMT(e->target_code.n ? e->target_code : ONI_STR("---")));
	plain(s->out, oni_text_at(s->doc, e->trigger));
	if (e->polarity == ONI_POLARITY_NEGATED)
		oni_buf_add(s->out, ONI_STR(", negated"));
	if (e->modality != ONI_MODALITY_ACTUAL)
		oni_buf_addf(s->out, ", %s", oni_modality_name(e->modality));
	told_by(s, e->said_by);
	oni_buf_byte(s->out, '\n');
	faint(s, false);
}

static void show_bound(oni_buf *out, double bound)
{
	if (isnan(bound))
		oni_buf_byte(out, '?');
	else
		oni_write_number(out, bound);
}

static void show_figure(shown *s, const oni_figure *f)
{
	faint(s, true);
	oni_buf_addf(s->out, "    | figure %.*s ", ONI_FMT(f->measure));
	show_bound(s->out, f->low);
	if (f->low != f->high) {
		oni_buf_add(s->out, ONI_STR(" to "));
		show_bound(s->out, f->high);
	}
	oni_buf_addf(s->out, " %.*s: %s", ONI_FMT(f->population_code.n ? f->population_code : f->unit), oni_status_name(f->status));
	told_by(s, f->said_by);
	oni_buf_byte(s->out, '\n');
	faint(s, false);
}

static void show_link(shown *s, const oni_link *l)
{
	const oni_doc *doc = s->doc;
	faint(s, true);
	oni_buf_addf(s->out, "    | %s", oni_link_kind_name(l->kind));
	if (l->from != ONI_NONE) {
		oni_buf_add(s->out, ONI_STR(": "));
		plain(s->out, oni_text_at(doc, doc->figures.at[l->from].at));
	}
	if (l->to != ONI_NONE) {
		oni_buf_add(s->out, l->from == ONI_NONE ? ONI_STR(": ") : ONI_STR(" / "));
		plain(s->out, oni_text_at(doc, doc->figures.at[l->to].at));
	}
	if (l->by != ONI_NONE) {
		oni_buf_add(s->out, ONI_STR(", "));
		plain(s->out, doc->entities.at[l->by].name);
	}
	told_by(s, l->said_by);
	oni_buf_byte(s->out, '\n');
	faint(s, false);
}

static void show_legend(shown *s)
{
	const oni_doc *doc = s->doc;
	if (doc->published.year) {
		oni_write_date(s->out, doc->published);
		oni_buf_addf(s->out, " (%s)\n", oni_date_origin_name(doc->published_from));
	}
	for (uint32_t n = 0; n < s->speakers; n++) {
		const oni_entity *e = &doc->entities.at[s->speaker[n]];
		if (s->colour)
			oni_buf_addf(s->out, "\033[0;%um", 31 + n % COLOURS);
		oni_buf_addf(s->out, "%3u  ", n + 1);
		plain(s->out, e->name);
		if (e->code.n)
			oni_buf_addf(s->out, " (%.*s)", ONI_FMT(e->code));
		oni_buf_byte(s->out, '\n');
	}
	faint(s, false);
	oni_buf_byte(s->out, '\n');
}

/* What lies within a segment, in text order; *next is where the walk stands. */
static void show_beneath(shown *s, oni_range at, uint32_t *event, uint32_t *figure)
{
	const oni_doc *doc = s->doc;
	for (; *event < doc->events.n && doc->events.at[*event].trigger.begin < at.end; ++*event)
		show_event(s, &doc->events.at[*event]);
	for (; *figure < doc->figures.n && doc->figures.at[*figure].at.begin < at.end; ++*figure)
		show_figure(s, &doc->figures.at[*figure]);
}

void oni_write_shown(oni_buf *out, const oni_doc *doc, bool colour)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	shown s = {.out = out, .doc = doc, .colour = colour};
	uint32_t event = 0, figure = 0;
	gather(&s);
	show_legend(&s);
	for (uint32_t i = 0; i < doc->segments.n; i++) {
		const oni_segment *segment = &doc->segments.at[i];
		if (segment->kind != ONI_SEGMENT_BODY)
			oni_buf_addf(out, "(%s) ", oni_segment_kind_name(segment->kind));
		show_text(&s, segment->at);
		show_beneath(&s, segment->at, &event, &figure);
		oni_buf_byte(out, '\n');
	}
	show_beneath(&s, (oni_range){0, UINT32_MAX}, &event, &figure);
	for (uint32_t i = 0; i < doc->links.n; i++)
		show_link(&s, &doc->links.at[i]);
	oni_buf_drop(&s.word);
	oni_buf_byte(out, '\n');
	oni_arena_rewind(doc->scratch, mark);
}
