/* The texts with what is in them: CoNLL-U, and brat stand-off (https://brat.nlplab.org/standoff.html).
 *
 * CoNLL-U is the text analysed again, since a store does not keep words and their heads. Brat wants files, two for each article, so what
 * is written is a tar archive: `onrecord export DB --as brat | tar -x -C corpus`.
 *
 * Example, of "Ruiz met reporters in Lima." (article 7 of the store), in 0000007.ann:
 *   T1	Person 0 4	Ruiz
 *   T2	Group 9 18	reporters
 *   T3	Place 22 26	Lima
 *   T4	Event 5 8	met
 *   E1	Event:T4 Source:T1 Target:T2 Place:T3
 *   #1	AnnotatorNotes E1	040 CONSULT */
#include <stdio.h>
#include <stdlib.h>

#include "engine/engine.h"
#include "tell/export.h"

onr_status oni_export_conllu(oni_exporter *x, const oni_layout *layout)
{
	sqlite3_stmt *rows = NULL;
	onr_coder *coder = NULL;
	(void)layout;
	onr_status status = onr_coder_new(x->engine, 0, &coder, x->err);
	if (!status)
		status = oni_export_ask(x, "articles", "o.article_id, o.text", "ORDER BY o.article", &rows);
	while (oni_export_step(x, rows, &status)) {
		oni_str id = oni_export_cell(rows, 0), text = oni_export_cell(rows, 1);
		onr_article article = {.text = text.at, .text_n = text.n, .id = id.at};
		onr_record record;
		status = onr_coder_code(coder, &article, ONR_CONLLU, &record, x->err);
		if (!status)
			oni_buf_add(&x->out.buf, (oni_str){record.at, record.n});
		oni_out_flush(&x->out, false);
	}
	sqlite3_finalize(rows);
	onr_coder_drop(coder);
	return status;
}

/* ---- tar (POSIX ustar) ---- */

enum { BLOCK = 512 };

/* One file of the archive, the same bytes for the same content: no owner, no time. */
static void add_file(oni_buf *out, const char *name, oni_str content)
{
	char header[BLOCK] = {0};
	unsigned sum = 0;
	snprintf(header, 100, "%s", name);
	memcpy(header + 100, "0000644\0000000000\0000000000", 24);
	snprintf(header + 124, 12, "%011llo", (unsigned long long)content.n);
	snprintf(header + 136, 12, "%011o", 0u);
	memset(header + 148, ' ', 8);
	header[156] = '0';
	memcpy(header + 257, "ustar\00000", 8);
	for (int i = 0; i < BLOCK; i++)
		sum += (unsigned char)header[i];
	snprintf(header + 148, 8, "%06o", sum);
	oni_buf_add(out, (oni_str){header, BLOCK});
	oni_buf_add(out, content);
	for (size_t n = content.n; n % BLOCK; n++)
		oni_buf_byte(out, 0);
}

/* ---- brat ---- */

static const char CONFIGURATION[] =
	"[entities]\nPerson\nOrganization\nCountry\nGroup\nPlace\nTime\nSource\nContent\nFigure\n\n"
	"[relations]\ncorrects\tArg1:<ANY>, Arg2:<ANY>\ndenies\tArg1:<ANY>, Arg2:<ANY>\nconfirms\tArg1:<ANY>, Arg2:<ANY>\n"
	"disputes\tArg1:<ANY>, Arg2:<ANY>\n\n"
	"[events]\nEvent\tSource*:<ENTITY>, Target*:<ENTITY>, Place?:Place, Time?:Time\n"
	"Statement\tSource?:<ENTITY>, Content*:Content\n\n"
	"[attributes]\nNegated\tArg:<EVENT>\nModality\tArg:<EVENT>, Value:intended|possible|conditional|demanded|alleged\n";

/* The article at hand: its record, read, and what is written of it, counted. */
typedef struct brat {
	oni_json json;
	oni_points points;
	oni_buf ann, record;
	unsigned texts, events, notes, attributes, relations;
} brat;

static uint32_t number(const brat *b, const oni_value *object, const char *name)
{
	const oni_value *v = oni_json_member(&b->json, object, name);
	return v ? (uint32_t)strtoul(v->text.at, NULL, 10) : 0;
}

static oni_str string(const brat *b, const oni_value *object, const char *name)
{
	const oni_value *v = oni_json_member(&b->json, object, name);
	return v && v->kind == ONI_STRING ? v->text : (oni_str){0};
}

static const oni_value *list(const brat *b, const char *name)
{
	return oni_json_first(&b->json, oni_json_member(&b->json, b->json.nodes, name));
}

/* The range as brat wants it: in pieces where there are line ends in it. Points are counted on in its text. */
static void add_pieces(brat *b, uint32_t begin, uint32_t end, bool *first)
{
	oni_str text = oni_points_cut(&b->points, begin, end);
	uint32_t point = begin, from = begin;
	for (size_t i = 0; i <= text.n; i++) {
		bool line_end = i < text.n && (text.at[i] == '\n' || text.at[i] == '\r');
		if ((line_end || i == text.n) && point > from) {
			oni_buf_addf(&b->ann, "%s%u %u", *first ? "" : ";", from, point);
			*first = false;
		}
		point += i < text.n && ((unsigned char)text.at[i] & 0xC0) != 0x80;
		if (line_end)
			from = point;
	}
}

/* The words of the same pieces, a blank between two. */
static void add_words(brat *b, uint32_t begin, uint32_t end, bool *first)
{
	oni_str text = oni_points_cut(&b->points, begin, end), piece;
	for (size_t i = 0, from = 0; i <= text.n; i++) {
		if (i < text.n && text.at[i] != '\n' && text.at[i] != '\r')
			continue;
		piece = oni_str_cut(text, from, i);
		from = i + 1;
		if (!piece.n)
			continue;
		if (!*first)
			oni_buf_byte(&b->ann, ' ');
		oni_buf_add(&b->ann, piece);
		*first = false;
	}
}

/* A text-bound annotation; its number, 0 where the range is empty. */
static unsigned add_text(brat *b, const char *type, uint32_t begin, uint32_t end)
{
	size_t before = b->ann.n;
	bool first = true;
	oni_buf_addf(&b->ann, "T%u\t%s ", b->texts + 1, type);
	add_pieces(b, begin, end, &first);
	if (first) {
		b->ann.n = before;
		return 0;
	}
	oni_buf_byte(&b->ann, '\t');
	first = true;
	add_words(b, begin, end, &first);
	oni_buf_byte(&b->ann, '\n');
	return ++b->texts;
}

static void add_note(brat *b, char letter, unsigned of, oni_str note)
{
	if (note.n && of)
		oni_buf_addf(&b->ann, "#%u\tAnnotatorNotes %c%u\t%.*s\n", ++b->notes, letter, of, ONI_FMT(note));
}

/* Where something of the record lies, and its T or E. */
typedef struct mention {
	uint64_t key;          /* see key_of: sorted by whose it is, then by where */
	uint32_t begin, end;
	unsigned number;
} mention;

typedef struct mentions {
	mention *at;           /* [n] of room, owned */
	size_t n, room;
	bool failed;
} mentions;

/* An id like e12 and a point: 8 bits of letter, 24 of number, 32 of point. 0 where there is no id. */
static uint64_t key_of(oni_str id, uint32_t point)
{
	if (id.n < 2)
		return 0;
	return (uint64_t)(unsigned char)id.at[0] << 56 | (uint64_t)(strtoul(id.at + 1, NULL, 10) & 0xFFFFFF) << 32 | point;
}

static void keep(mentions *m, oni_str id, uint32_t begin, uint32_t end, unsigned number_of)
{
	if (m->n == m->room) {
		size_t room = m->room ? 2 * m->room : 64;
		mention *at = realloc(m->at, room * sizeof *at);
		if (!at) {
			m->failed = true;
			return;
		}
		m->at = at;
		m->room = room;
	}
	m->at[m->n++] = (mention){key_of(id, begin), begin, end, number_of};
}

static int by_key(const void *a, const void *b)
{
	const mention *x = a, *y = b;
	return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : (x->number > y->number) - (x->number < y->number);
}

static void sort(mentions *m)
{
	if (m->n)
		qsort(m->at, m->n, sizeof *m->at, by_key);
}

/* The first that is not before the key. */
static size_t lower_bound(const mentions *m, uint64_t key)
{
	size_t low = 0, high = m->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (m->at[middle].key < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void add_mention(brat *b, mentions *m, const oni_value *of, const oni_value *range, const char *type, oni_str note)
{
	uint32_t begin = number(b, range, "begin"), end = number(b, range, "end");
	unsigned text = add_text(b, type, begin, end);
	add_note(b, 'T', text, note);
	if (text)
		keep(m, string(b, of, "id"), begin, end, text);
}

static void add_mentions(brat *b, mentions *m)
{
	for (const oni_value *e = list(b, "entities"); e; e = oni_json_next(&b->json, e)) {
		oni_str kind = string(b, e, "kind");
		const char *type = oni_str_is(kind, "person") ? "Person" : oni_str_is(kind, "organization") ? "Organization"
			: oni_str_is(kind, "country") ? "Country" : "Group";
		for (const oni_value *r = oni_json_first(&b->json, oni_json_member(&b->json, e, "mentions")); r; r = oni_json_next(&b->json, r))
			add_mention(b, m, e, r, type, string(b, e, "code"));
	}
	for (const oni_value *p = list(b, "places"); p; p = oni_json_next(&b->json, p))
		for (const oni_value *r = oni_json_first(&b->json, oni_json_member(&b->json, p, "mentions")); r; r = oni_json_next(&b->json, r))
			add_mention(b, m, p, r, "Place", string(b, p, "country"));
	for (const oni_value *t = list(b, "times"); t; t = oni_json_next(&b->json, t))
		add_mention(b, m, t, t, "Time", string(b, t, "value"));
	for (const oni_value *f = list(b, "figures"); f; f = oni_json_next(&b->json, f))
		add_mention(b, m, f, f, "Figure", string(b, f, "measure"));
}

/* The T or E of the mention of `id` that is nearest to a point; 0: it has none. */
static unsigned nearest(const mentions *m, oni_str id, uint32_t point)
{
	uint64_t key = key_of(id, point);
	size_t behind = lower_bound(m, key);
	bool has_behind = behind < m->n && m->at[behind].key >> 32 == key >> 32;
	bool has_before = behind > 0 && m->at[behind - 1].key >> 32 == key >> 32;
	if (!key || (!has_behind && !has_before))
		return 0;
	if (has_behind && (!has_before || m->at[behind].begin - point < point - m->at[behind - 1].begin))
		return m->at[behind].number;
	return m->at[behind - 1].number;
}

static void add_role(brat *b, const char *role, int nth, unsigned text)
{
	if (!text)
		return;
	oni_buf_addf(&b->ann, " %s", role);
	if (nth > 1)
		oni_buf_addf(&b->ann, "%d", nth);
	oni_buf_addf(&b->ann, ":T%u", text);
}

static void add_event(brat *b, const mentions *m, mentions *told, const oni_value *event)
{
	const oni_value *trigger = oni_json_member(&b->json, event, "trigger");
	uint32_t at = number(b, trigger, "begin");
	unsigned text = add_text(b, "Event", at, number(b, trigger, "end"));
	if (!text)
		return;
	unsigned self = ++b->events;
	keep(told, string(b, event, "id"), 0, 0, self);
	oni_buf_addf(&b->ann, "E%u\tEvent:T%u", self, text);
	static const char *const SIDES[] = {"source", "Source", "target", "Target"};
	for (int side = 0; side < 4; side += 2) {
		int nth = 0;
		for (const oni_value *v = oni_json_first(&b->json, oni_json_member(&b->json, event, SIDES[side])); v; v = oni_json_next(&b->json, v))
			add_role(b, SIDES[side + 1], ++nth, nearest(m, v->text, at));
	}
	add_role(b, "Place", 1, nearest(m, string(b, event, "place"), at));
	add_role(b, "Time", 1, nearest(m, string(b, event, "time"), at));
	oni_buf_byte(&b->ann, '\n');
	char note[96];
	snprintf(note, sizeof note, "%.*s %.*s", ONI_FMT(string(b, event, "cameo")), ONI_FMT(string(b, event, "plover")));
	add_note(b, 'E', self, oni_str_trim(oni_str_of(note)));
	oni_str modality = string(b, event, "modality");
	if (oni_str_is(string(b, event, "polarity"), "negated"))
		oni_buf_addf(&b->ann, "A%u\tNegated E%u\n", ++b->attributes, self);
	if (modality.n && !oni_str_is(modality, "actual"))
		oni_buf_addf(&b->ann, "A%u\tModality E%u %.*s\n", ++b->attributes, self, ONI_FMT(modality));
}

/* The T of a statement's source: the mention of its entity at the very place, else a new one. */
static unsigned source_of(brat *b, const mentions *m, const oni_value *source)
{
	uint32_t begin = number(b, source, "begin"), end = number(b, source, "end");
	oni_str entity = string(b, source, "entity");
	uint64_t key = key_of(entity, begin);
	for (size_t i = lower_bound(m, key); key && i < m->n && m->at[i].key == key; i++)
		if (m->at[i].end == end)
			return m->at[i].number;
	return begin < end ? add_text(b, "Source", begin, end) : 0;
}

static void add_statement(brat *b, const mentions *m, mentions *told, const oni_value *statement)
{
	enum { MOST = 64 };
	unsigned contents[MOST];
	int n = 0;
	const oni_value *cue = oni_json_member(&b->json, statement, "cue");
	for (const oni_value *r = oni_json_first(&b->json, oni_json_member(&b->json, statement, "content")); r && n < MOST; r = oni_json_next(&b->json, r))
		if ((contents[n] = add_text(b, "Content", number(b, r, "begin"), number(b, r, "end"))))
			n++;
	unsigned source = source_of(b, m, oni_json_member(&b->json, statement, "source"));
	unsigned trigger = add_text(b, "Statement", number(b, cue, "begin"), number(b, cue, "end"));
	if (!trigger) /* nobody writes that it is said: a colon, quotation marks alone */
		trigger = n ? add_text(b, "Statement", number(b, oni_json_first(&b->json, oni_json_member(&b->json, statement, "content")), "begin"),
			number(b, oni_json_first(&b->json, oni_json_member(&b->json, statement, "content")), "end")) : 0;
	if (!trigger)
		return;
	unsigned self = ++b->events;
	keep(told, string(b, statement, "id"), 0, 0, self);
	oni_buf_addf(&b->ann, "E%u\tStatement:T%u", self, trigger);
	add_role(b, "Source", 1, source);
	for (int i = 0; i < n; i++)
		add_role(b, "Content", i + 1, contents[i]);
	oni_buf_byte(&b->ann, '\n');
	add_note(b, 'E', self, string(b, statement, "act"));
}

/* Between two figures, statements or events. */
static void add_link(brat *b, const mentions *m, const mentions *told, const oni_value *link)
{
	oni_str ends[2] = {string(b, link, "from"), string(b, link, "to")};
	unsigned numbers[2];
	char letters[2];
	for (int i = 0; i < 2; i++) {
		bool figure = ends[i].n && ends[i].at[0] == 'f';
		numbers[i] = nearest(figure ? m : told, ends[i], 0);
		letters[i] = figure ? 'T' : 'E';
	}
	if (numbers[0] && numbers[1])
		oni_buf_addf(&b->ann, "R%u\t%.*s Arg1:%c%u Arg2:%c%u\n", ++b->relations, ONI_FMT(string(b, link, "kind")), letters[0], numbers[0],
			letters[1], numbers[1]);
}

/* What is in the text, as brat says it, into b->ann. */
static bool annotate(brat *b)
{
	mentions m = {0}, told = {0};
	b->texts = b->events = b->notes = b->attributes = b->relations = 0;
	oni_buf_clear(&b->ann, SIZE_MAX);
	add_mentions(b, &m);
	sort(&m);
	for (const oni_value *v = list(b, "events"); v; v = oni_json_next(&b->json, v))
		add_event(b, &m, &told, v);
	for (const oni_value *v = list(b, "statements"); v; v = oni_json_next(&b->json, v))
		add_statement(b, &m, &told, v);
	sort(&told);
	for (const oni_value *v = list(b, "links"); v; v = oni_json_next(&b->json, v))
		add_link(b, &m, &told, v);
	bool good = !m.failed && !told.failed && !b->ann.failed;
	free(m.at);
	free(told.at);
	return good;
}

/* Two files of one article. */
static onr_status add_article(oni_exporter *x, brat *b, int64_t article)
{
	char name[32];
	oni_buf_clear(&b->record, SIZE_MAX);
	onr_status status = oni_store_record(x->store, article, &b->record, x->err);
	if (status)
		return status;
	if (!oni_json_read(&b->json, oni_buf_str(&b->record)))
		return oni_fail(x->err, ONR_STORE, ONI_STR(""), 0, "the record of article %lld cannot be read: %s", (long long)article, b->json.wrong);
	oni_str text = string(b, b->json.nodes, "text");
	if (!oni_points_of(&b->points, text) || !annotate(b))
		return oni_fail(x->err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	snprintf(name, sizeof name, "%07lld.txt", (long long)article);
	add_file(&x->out.buf, name, text);
	snprintf(name, sizeof name, "%07lld.ann", (long long)article);
	add_file(&x->out.buf, name, oni_buf_str(&b->ann));
	return ONR_OK;
}

onr_status oni_export_brat(oni_exporter *x, const oni_layout *layout)
{
	static const char END[2 * BLOCK];
	sqlite3_stmt *rows = NULL;
	brat b = {0};
	(void)layout;
	onr_status status = oni_export_ask(x, "articles", "o.article", "ORDER BY o.article", &rows);
	if (!status)
		add_file(&x->out.buf, "annotation.conf", ONI_STR(CONFIGURATION));
	while (oni_export_step(x, rows, &status)) {
		status = add_article(x, &b, sqlite3_column_int64(rows, 0));
		oni_out_flush(&x->out, false);
	}
	oni_buf_add(&x->out.buf, (oni_str){END, sizeof END});
	sqlite3_finalize(rows);
	oni_json_drop(&b.json);
	oni_buf_drop(&b.ann);
	oni_buf_drop(&b.record);
	free(b.points.at);
	return status;
}
