/* Figures: every number that somebody puts forward, what it counts, of whom, since when, where, and who says so.
 *
 * Method: for each word that can begin a number, read the quantity (figure_number.c), leave it if it is a time, a name or a
 * label, find what is counted and what happened to them (figure_measure.c), then look around: population from the noun
 * phrase, period and place from the clause, the statement around it. What counts nothing that the tables know is no
 * figure, nor is a small number in words of people to whom nothing is said to have happened ("two men").
 * Example: "said that between 300 and 400 Polish soldiers had died" → killed, 300 to 400, POLMIL. */
#include "understand/figure.h"

#include <math.h>

#include "understand/actor.h"
#include "understand/entity.h"
#include "understand/figure_parts.h"
#include "understand/statement.h"
#include "understand/when.h"

enum { FEW = 10, CLIMB = 6 };

typedef struct stage {
	const oni_facts *facts;
	oni_doc *doc;
	oni_figure_tables tables;
	const oni_table *people; /* actor_nouns.tsv */
	int people_kind, people_sector;
	oni_tree tree;
	uint32_t time, place; /* the first of each that may touch the sentence */
	uint32_t last_noun;   /* what the figure before counts */
} stage;

static const oni_word *word_at(const stage *s, uint32_t i)
{
	return &s->doc->words.at[i];
}

static bool may_begin(const stage *s, uint32_t i, uint32_t end)
{
	oni_str f = word_at(s, i)->form;
	char lower[16];
	if (!f.n || f.n > sizeof lower)
		return f.n && f.at[0] >= '0' && f.at[0] <= '9';
	if (f.at[0] >= '0' && f.at[0] <= '9')
		return true;
	for (size_t k = 0; k < f.n; k++)
		lower[k] = f.at[k] >= 'A' && f.at[k] <= 'Z' ? (char)(f.at[k] + 32) : f.at[k];
	if ((f.n == 1 && lower[0] == 'a') || (f.n == 2 && memcmp(lower, "an", 2) == 0))
		return i + 1 < end && oni_table_find(s->tables.numbers, word_at(s, i + 1)->form) != ONI_NO_ROW;
	return oni_table_find(s->tables.numbers, (oni_str){lower, f.n}) != ONI_NO_ROW;
}

/* Whether a number is part of a time expression, or of a name ("Group of Seven", "F-16"). */
static bool is_taken(stage *s, const oni_quantity *q)
{
	const oni_doc *doc = s->doc;
	while (s->time < doc->times.n && doc->times.at[s->time].end <= q->number)
		s->time++;
	for (uint32_t t = s->time; t < doc->times.n && doc->times.at[t].first < q->number_end; t++)
		if (doc->times.at[t].end > q->number && q->kind == ONI_QUANTITY_PLAIN)
			return true;
	for (uint32_t i = q->number; i < q->number_end; i++)
		if (word_at(s, i)->name != ONI_NONE && q->kind == ONI_QUANTITY_PLAIN)
			return true;
	return false;
}

/* "3-2", "17/5", "room 4": glued to a sign or a letter before it that is no currency. */
static bool is_glued(const stage *s, const oni_quantity *q)
{
	if (q->first == 0 || q->kind != ONI_QUANTITY_PLAIN || q->first != q->number)
		return false;
	const oni_word *before = word_at(s, q->first - 1), *first = word_at(s, q->first);
	oni_str f = before->form;
	bool mark = f.n == 1 && strchr("/#:-.@_+*=^\\", f.at[0]) != NULL;
	const oni_word *behind = q->end < s->doc->words.n ? word_at(s, q->end) : NULL;
	if (behind && behind->at.begin == word_at(s, q->end - 1)->at.end && behind->form.n == 1
		&& strchr("/:@_+*=^\\", behind->form.at[0]))
		return true;
	return mark && before->at.end == first->at.begin;
}

/* "Ana Ruiz, 54, said": a number between marks behind a person's name. */
static bool is_age(const stage *s, const oni_quantity *q)
{
	if (q->kind != ONI_QUANTITY_PLAIN || q->first < 2 || q->end >= s->doc->words.n || q->first != q->number)
		return false;
	uint32_t name = word_at(s, q->first - 2)->name;
	return name != ONI_NONE && s->doc->names.at[name].kind == ONI_NAME_PERSON
		&& word_at(s, q->first - 1)->upos == ONI_UPOS_PUNCT && word_at(s, q->end)->upos == ONI_UPOS_PUNCT;
}

static bool is_person(const stage *s, uint32_t noun)
{
	const oni_word *w = word_at(s, noun);
	if (w->morph & ONI_MORPH_PERSONAL)
		return true;
	uint32_t row = oni_table_find(s->tables.units, w->lemma);
	if (row != ONI_NO_ROW && oni_str_is(oni_table_cell(s->tables.units, row, s->tables.unit_class), "person"))
		return true;
	row = oni_table_find(s->people, w->lemma);
	if (row != ONI_NO_ROW) {
		oni_str kind = oni_table_cell(s->people, row, s->people_kind);
		bool crowd = oni_str_is(kind, "group") && oni_table_cell(s->people, row, s->people_sector).n;
		return oni_str_is(kind, "person") || crowd;
	}
	oni_actor actor;
	return oni_actor_of(s->facts, s->doc, noun, noun + 1, noun, &actor) && actor.actor && actor.number == 2
		&& actor.kind != ONI_ENTITY_COUNTRY;
}

/* Nouns that are themselves what happened: deaths, arrests, the wounded. */
static bool is_happening(const stage *s, uint32_t noun)
{
	static const char *const USES[] = {"noun", "state", "toll", "of"};
	for (size_t i = 0; i < sizeof USES / sizeof *USES; i++)
		if (oni_measure_of(&s->tables, &s->tree, noun, USES[i]).n)
			return true;
	return oni_str_is(word_at(s, noun)->lemma, "life") || word_at(s, noun)->upos == ONI_UPOS_VERB;
}

static bool is_weighty(const oni_quantity *q)
{
	double most = isnan(q->high) ? q->low : q->high;
	return q->digits || q->vague || q->bounded || most >= FEW;
}

/* "one" alone and a few of those whom their own noun names ("two voters") count only where something is said to have
 * befallen them. */
static bool is_said(const stage *s, const oni_quantity *q, const oni_counted *c)
{
	bool casualty = oni_str_is(c->measure, "killed") || oni_str_is(c->measure, "wounded") || oni_str_is(c->measure, "missing")
		|| oni_str_is(c->measure, "killed_or_wounded");
	bool custody = oni_str_is(c->measure, "arrested") || oni_str_is(c->measure, "detained") || oni_str_is(c->measure, "abducted");
	bool one = q->low == 1 && q->high == 1 && !q->digits;
	if (one && q->end < s->doc->words.n && oni_str_is(word_at(s, q->end)->lemma, "another"))
		return false;
	if (one && (c->noun == ONI_NONE || c->noun < q->first))
		return casualty;
	if (one && q->end < s->doc->words.n && oni_str_is(word_at(s, q->end)->lemma, "of"))
		return casualty;
	return casualty || (custody && !one) || is_weighty(q) || c->clause != c->noun;
}

/* "people", or what people are counted by: families, households. */
static oni_str unit_of_people(const stage *s, uint32_t noun)
{
	uint32_t row = noun == ONI_NONE ? ONI_NO_ROW : oni_table_find(s->tables.units, word_at(s, noun)->lemma);
	if (row != ONI_NO_ROW && oni_str_is(oni_table_cell(s->tables.units, row, s->tables.unit_class), "person")
		&& oni_table_cell(s->tables.units, row, s->tables.unit_is).n)
		return oni_table_cell(s->tables.units, row, s->tables.unit_is);
	return ONI_STR("people");
}

/* "weighs 236 pounds", "40 pounds of cocaine": a weight. */
static bool is_weight(const stage *s, const oni_quantity *q)
{
	static const char *const VERBS[] = {"weigh", "lose", "gain", "shed"};
	const oni_word *last = word_at(s, q->end - 1);
	if (!oni_str_is(last->lemma, "pound"))
		return false;
	if (q->end < s->doc->words.n && oni_str_is(word_at(s, q->end)->lemma, "of"))
		return true;
	if (q->end + 2 < s->doc->words.n && oni_str_is(word_at(s, q->end)->form, "(")
		&& oni_str_starts(word_at(s, q->end + 2)->lemma, "k")) /* "1,300 pounds (600 kg)" */
		return true;
	for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
		if (last->head != ONI_NONE && oni_str_is(word_at(s, last->head)->lemma, VERBS[i]))
			return i == 0 || q->high < 500; /* who loses 40 pounds is thinner, who loses 4 million poorer */
	return false;
}

/* Decides whether the quantity is a figure, and of what. */
static bool settle(const stage *s, const oni_quantity *q, bool part, oni_counted *c)
{
	if (q->kind == ONI_QUANTITY_MONEY && is_weight(s, q))
		return false;
	if (q->kind == ONI_QUANTITY_MONEY || q->kind == ONI_QUANTITY_PERCENT) {
		c->measure = q->kind == ONI_QUANTITY_MONEY ? ONI_STR("money") : ONI_STR("percent");
		c->unit = q->unit;
		return true;
	}
	bool people = c->noun == ONI_NONE || is_person(s, c->noun) || is_happening(s, c->noun);
	if (c->measure.n && !people)
		return false;
	if (q->kind == ONI_QUANTITY_SHARE) {
		if (c->noun == ONI_NONE || !(is_person(s, c->noun) || c->thing))
			return false;
		c->measure = c->unit = ONI_STR("percent");
		return true;
	}
	if (c->thing && is_weighty(q)) {
		c->measure = ONI_STR("count");
		return true;
	}
	if (c->measure.n) {
		c->unit = unit_of_people(s, c->noun);
		return is_said(s, q, c);
	}
	bool unnamed = part && c->noun == ONI_NONE; /* "900,000 fled, including 200,000 who crossed the border" */
	if (!unnamed && (c->noun == ONI_NONE || !(part || is_weighty(q)) || !is_person(s, c->noun)))
		return false;
	c->measure = ONI_STR("count");
	c->unit = unit_of_people(s, c->noun);
	return true;
}

/* ---- of whom ---- */

static bool may_describe(const oni_word *w)
{
	return w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_PROPN || w->upos == ONI_UPOS_VERB
		|| w->upos == ONI_UPOS_ADV || w->upos == ONI_UPOS_PUNCT;
}

static oni_str words_text(stage *s, uint32_t first, uint32_t end, uint32_t head)
{
	oni_str text = oni_text_at(s->doc, (oni_range){word_at(s, first)->at.begin, word_at(s, end - 1)->at.end});
	if (head >= first && head < end)
		return text;
	return oni_keepf(s->doc->arena, "%.*s %.*s", ONI_FMT(text), ONI_FMT(word_at(s, head)->form));
}

static void describe(stage *s, uint32_t first, uint32_t end, uint32_t head, oni_figure *figure)
{
	oni_actor actor;
	figure->population = words_text(s, first, end, head);
	figure->population_entity = oni_entity_at(s->doc, head);
	if (oni_actor_of(s->facts, s->doc, first, end, head, &actor))
		figure->population_code = actor.code;
	if (figure->population_entity == ONI_NONE)
		return;
	oni_str code = s->doc->entities.at[figure->population_entity].code; /* "2,000 soldiers" of the article's country */
	oni_str role = figure->population_code;
	if (!role.n || (code.n > role.n && memcmp(code.at + code.n - role.n, role.at, role.n) == 0))
		figure->population_code = code;
}

/* The noun of those whose deaths or arrests are counted: "deaths of soldiers", "a toll among civilians". */
static uint32_t owner_of(const stage *s, uint32_t noun)
{
	for (uint32_t c = s->tree.child[noun]; c != ONI_NONE; c = s->tree.sibling[c]) {
		uint32_t mark = oni_tree_case(&s->tree, c);
		if (mark == ONI_NONE || oni_tree_rel(&s->tree, c) != ONI_REL_NMOD || c < noun)
			continue;
		oni_str l = word_at(s, mark)->lemma;
		if ((oni_str_is(l, "of") || oni_str_is(l, "among")) && is_person(s, c))
			return c;
	}
	return ONI_NONE;
}

/* "four of them", "five of whom". */
static bool is_of_them(const stage *s, const oni_quantity *q)
{
	if (q->end + 1 >= s->doc->words.n || !oni_str_is(word_at(s, q->end)->lemma, "of"))
		return false;
	const oni_word *w = word_at(s, q->end + 1);
	return oni_str_eq_nocase(w->form, ONI_STR("them")) || oni_str_eq_nocase(w->form, ONI_STR("whom")) || oni_str_eq_nocase(w->form, ONI_STR("these"));
}

/* "eight of them police officers": who these are. False where nothing says it. */
static bool describe_part(stage *s, const oni_quantity *q, uint32_t sentence_end, oni_figure *figure)
{
	uint32_t first = q->end + 2, end = first;
	while (end < sentence_end && (word_at(s, end)->upos == ONI_UPOS_NOUN || word_at(s, end)->upos == ONI_UPOS_ADJ || word_at(s, end)->upos == ONI_UPOS_PROPN))
		end++;
	if (!is_of_them(s, q) || end == first || word_at(s, end - 1)->upos != ONI_UPOS_NOUN || !is_person(s, end - 1))
		return false;
	describe(s, first, end, end - 1, figure);
	return true;
}

/* Things, money and "the number of dead" have none. */
static bool names_population(const stage *s, const oni_quantity *q, const oni_counted *c)
{
	if (c->noun == ONI_NONE || (c->thing && q->kind == ONI_QUANTITY_PLAIN) || q->kind == ONI_QUANTITY_MONEY)
		return false;
	return word_at(s, c->noun)->upos == ONI_UPOS_PRON || !oni_measure_of(&s->tables, &s->tree, c->noun, "state").n;
}

static void population(stage *s, const oni_quantity *q, const oni_counted *c, oni_figure *figure)
{
	uint32_t noun = c->noun, first, end;
	if (!names_population(s, q, c))
		return;
	bool happening = !is_person(s, noun);
	if (happening) {
		uint32_t owner = owner_of(s, noun);
		if (owner != ONI_NONE) {
			uint32_t from = owner;
			while (from > noun + 2 && may_describe(word_at(s, from - 1)) && word_at(s, from - 1)->head == owner)
				from--;
			describe(s, from, owner + 1, owner, figure);
			return;
		}
	}
	first = noun >= q->end ? q->end : noun;
	if (first < noun && oni_str_is(word_at(s, first)->lemma, "of"))
		first++;
	while (first < noun && (word_at(s, first)->upos == ONI_UPOS_DET || word_at(s, first)->upos == ONI_UPOS_ADP
		|| word_at(s, first)->upos == ONI_UPOS_NUM))
		first++;
	for (end = first; end < noun && may_describe(word_at(s, end)); end++)
		;
	if (happening) { /* "40 Polish civilian deaths" */
		if (end > first && noun > first)
			describe(s, first, end, end - 1, figure);
	} else if (end == noun) {
		describe(s, first, noun + 1, noun, figure);
	} else if (end > first) {
		describe(s, first, end, noun, figure);
	} else {
		describe(s, noun, noun + 1, noun, figure);
	}
}

/* ---- since when, where, who says so ---- */

static void period(stage *s, const oni_counted *c, oni_figure *figure)
{
	oni_period p = oni_period_of_clause(s->facts, s->doc, c->clause != ONI_NONE ? c->clause : c->anchor);
	if (!p.since.year && !p.until.year && c->clause != ONI_NONE)
		p = oni_period_of_clause(s->facts, s->doc, c->anchor);
	figure->since = p.since;
	figure->until = p.until;
}

static bool hangs_on(const stage *s, uint32_t word, uint32_t a, uint32_t b)
{
	for (int k = 0; k < CLIMB && word != ONI_NONE; k++) {
		if (word == a || word == b)
			return true;
		word = word_at(s, word)->head;
	}
	return false;
}

static uint32_t place_of(stage *s, const oni_counted *c, uint32_t begin, uint32_t end)
{
	const oni_doc *doc = s->doc;
	while (s->place < doc->place_mentions.n && doc->place_mentions.at[s->place].first < begin)
		s->place++;
	uint32_t found = ONI_NONE, nearest = UINT32_MAX;
	for (uint32_t m = s->place; m < doc->place_mentions.n && doc->place_mentions.at[m].first < end; m++) {
		const oni_place_mention *p = &doc->place_mentions.at[m];
		uint32_t top = oni_tree_rel(&s->tree, p->head) == ONI_REL_COMPOUND ? word_at(s, p->head)->head : p->head; /* "Sindh province" */
		if (oni_tree_case(&s->tree, top) == ONI_NONE || !hangs_on(s, p->head, c->anchor, c->clause))
			continue;
		uint32_t far = p->head > c->anchor ? p->head - c->anchor : c->anchor - p->head;
		if (far < nearest) {
			nearest = far;
			found = p->place;
		}
	}
	return found;
}

static oni_status status_of(const oni_doc *doc, uint32_t statement)
{
	if (statement == ONI_NONE)
		return ONI_STATUS_NARRATED;
	const oni_statement *s = &doc->statements.at[statement];
	if (s->act == ONI_ACT_DENY || s->polarity == ONI_POLARITY_NEGATED)
		return ONI_STATUS_DENIED;
	if (s->act == ONI_ACT_ACCUSE || oni_str_is(s->cue_lemma, "allege") || oni_str_is(s->cue_lemma, "allegedly")
		|| (s->source == ONI_NONE && oni_range_empty(s->source_at) && s->certainty != ONI_CERTAINTY_CERTAIN))
		return ONI_STATUS_ALLEGED;
	return oni_str_is(s->cue_lemma, "confirm") ? ONI_STATUS_CONFIRMED : ONI_STATUS_CLAIMED;
}

/* "at least 40 people, including 12 children", "four of them": the figure that this one is a part of. */
static uint32_t whole_of(const stage *s, const oni_quantity *q, const oni_counted *c, uint32_t begin)
{
	uint32_t mark = oni_tree_case(&s->tree, c->anchor);
	uint32_t n = s->doc->figures.n;
	bool of_them = is_of_them(s, q);
	uint32_t sentence = word_at(s, begin)->sentence;
	if (!n || s->doc->figures.at[n - 1].sentence + of_them < sentence || !oni_str_is(s->doc->figures.at[n - 1].unit, "people"))
		return ONI_NONE;
	oni_str l = mark == ONI_NONE ? (oni_str){0} : word_at(s, mark)->form;
	bool part = oni_str_eq_nocase(l, ONI_STR("including")) || oni_str_eq_nocase(l, ONI_STR("among"));
	if (!part && !of_them)
		return ONI_NONE;
	uint32_t whole = n - 1;
	while (s->doc->figures.at[whole].part_of != ONI_NONE)
		whole = s->doc->figures.at[whole].part_of;
	return whole;
}

/* "41 died in Sindh and 23 in Kutch": a bare number behind "and", with a place of its own. */
static bool is_gapped(const stage *s, const oni_quantity *q, const oni_counted *c, const oni_figure *last, const oni_sentence *sentence)
{
	if (c->noun != ONI_NONE || last->at.begin < word_at(s, sentence->first)->at.begin || q->first <= sentence->first || q->end + 1 >= sentence->end)
		return false;
	const oni_word *before = word_at(s, q->first - 1), *behind = word_at(s, q->end);
	return (before->upos == ONI_UPOS_CCONJ || before->upos == ONI_UPOS_PUNCT) && last->at.end < before->at.begin
		&& (oni_str_is(behind->lemma, "in") || oni_str_is(behind->lemma, "at") || oni_str_is(behind->lemma, "near"));
}

/* The place right behind a bare number. */
static uint32_t place_behind(const stage *s, const oni_quantity *q)
{
	const oni_doc *doc = s->doc;
	for (uint32_t m = s->place; m < doc->place_mentions.n && doc->place_mentions.at[m].first <= q->end + 2; m++)
		if (doc->place_mentions.at[m].first > q->end)
			return doc->place_mentions.at[m].place;
	return ONI_NONE;
}

/* How unlike two numbers are: 0 for the same, 1 for one e times the other. */
static double distance(const oni_quantity *q, const oni_figure *f)
{
	double a = isnan(q->high) ? q->low : q->high, b = isnan(f->high) ? f->low : f->high;
	return a > 0 && b > 0 ? fabs(log(a / b)) : 10;
}

/* The figure of people, within a few sentences, that a number most likely counts again: near it in the text and in size. */
static const oni_figure *counted_before(const stage *s, const oni_quantity *q, uint32_t sentence)
{
	enum { FIGURES = 12, SENTENCES = 6 };
	const oni_doc *doc = s->doc;
	const oni_figure *best = NULL;
	double least = 4;
	for (uint32_t i = doc->figures.n; i-- > 0 && i + FIGURES > doc->figures.n;) {
		const oni_figure *f = &doc->figures.at[i];
		if (f->sentence + SENTENCES < sentence)
			break;
		double far = distance(q, f) + 0.55 * (sentence - f->sentence);
		if (oni_str_is(f->unit, "people") && f->part_of == ONI_NONE && far < least) {
			least = far;
			best = f;
		}
	}
	return best;
}

/* "The number is 14", "up from 12": the figure that is counted again, or NULL. */
static const oni_figure *count_again(const stage *s, const oni_quantity *q, oni_counted *c, const oni_sentence *sentence)
{
	const oni_doc *doc = s->doc;
	const oni_figure *last = doc->figures.n ? &doc->figures.at[doc->figures.n - 1] : NULL;
	uint32_t number = (uint32_t)(sentence - doc->sentences.at);
	if (c->measure.n || c->thing || !last || q->kind != ONI_QUANTITY_PLAIN)
		return NULL;
	bool money = c->again && last->sentence + 1 >= number && oni_str_is(last->measure, "money");
	if (money)
		c->unit = last->unit; /* "6 million euros. It had given the figure as 16 million." */
	else if (c->again)
		last = counted_before(s, q, number);
	else if (last->sentence + 2 < number || !oni_str_is(last->unit, "people") || !is_gapped(s, q, c, last, sentence))
		return NULL;
	if (!last)
		return NULL;
	c->measure = last->measure;
	c->clause = c->anchor;
	c->noun = ONI_NONE;
	return last;
}

/* A "turnout" of a march is no vote. */
static bool is_crowd(const stage *s)
{
	enum { FIGURES = 8 };
	const oni_doc *doc = s->doc;
	for (uint32_t i = doc->figures.n; i-- > 0 && i + FIGURES > doc->figures.n;) {
		if (oni_str_is(doc->figures.at[i].measure, "voting"))
			return false;
		if (oni_str_is(doc->figures.at[i].measure, "protesting"))
			return true;
	}
	return false;
}

/* "passes 5,000", "topped 300": more than that. */
static bool is_passed(const stage *s, const oni_quantity *q)
{
	static const char *const PASS[] = {"pass", "top", "exceed", "surpass"};
	for (size_t i = 0; i < sizeof PASS / sizeof *PASS && q->first; i++)
		if (oni_str_is(word_at(s, q->first - 1)->lemma, PASS[i]) && word_at(s, q->first - 1)->upos == ONI_UPOS_VERB)
			return true;
	return false;
}

static void add(stage *s, const oni_quantity *q, const oni_counted *c, const oni_figure *again, uint32_t whole, const oni_sentence *sentence)
{
	oni_doc *doc = s->doc;
	oni_figure f = {.at = {word_at(s, q->first)->at.begin, word_at(s, q->end - 1)->at.end}, .measure = c->measure,
		.unit = c->unit, .low = q->low, .high = q->high, .approximate = q->approximate, .population_entity = ONI_NONE,
		.part_of = whole, .sentence = (uint32_t)(sentence - doc->sentences.at)};
	if (is_passed(s, q))
		f.high = NAN;
	if (oni_str_is(f.measure, "voting") && is_crowd(s))
		f.measure = ONI_STR("protesting");
	if (whole != ONI_NONE && oni_str_is(f.measure, "count") && !c->thing)
		f.measure = doc->figures.at[whole].measure;
	if (again) {
		f.population = again->population;
		f.population_code = again->population_code;
		f.population_entity = again->population_entity;
	} else if (whole == ONI_NONE || !describe_part(s, q, sentence->end, &f)) {
		population(s, q, c, &f);
	}
	period(s, c, &f);
	f.place = place_of(s, c, sentence->first, sentence->end);
	if (again && !c->again)
		f.place = place_behind(s, q);
	f.said_by = oni_statement_at(doc, c->anchor);
	f.status = status_of(doc, f.said_by);
	const oni_figure *before = doc->figures.n ? &doc->figures.at[doc->figures.n - 1] : NULL;
	if (before && c->noun != ONI_NONE && c->noun == s->last_noun && before->approximate && !q->bounded)
		f.approximate = true; /* "about 300 Polish and 500 Danish soldiers" */
	s->last_noun = c->noun;
	*oni_push(doc->arena, &doc->figures) = f;
}

static void read_sentence(stage *s, const oni_sentence *sentence)
{
	oni_quantity q;
	oni_counted c;
	for (uint32_t i = sentence->first; i < sentence->end; i++) {
		if (!may_begin(s, i, sentence->end)
			|| !oni_read_quantity(&s->tables, s->doc, sentence->first, sentence->end, i, &q))
			continue;
		i = q.end - 1;
		if (q.label || is_age(s, &q) || is_taken(s, &q) || is_glued(s, &q) || !oni_what_is_counted(&s->tables, &s->tree, sentence, &q, &c))
			continue;
		uint32_t whole = whole_of(s, &q, &c, sentence->first);
		const oni_figure *again = count_again(s, &q, &c, sentence);
		if (settle(s, &q, whole != ONI_NONE, &c))
			add(s, &q, &c, again, whole, sentence);
	}
}

static bool is_furniture(const oni_doc *doc, const oni_sentence *sentence)
{
	oni_segment_kind kind = doc->segments.at[sentence->segment].kind;
	return kind == ONI_SEGMENT_BYLINE || kind == ONI_SEGMENT_CREDIT || kind == ONI_SEGMENT_BOILERPLATE;
}

void oni_find_figures(const oni_facts *facts, oni_doc *doc)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	stage s = {.facts = facts, .doc = doc, .people = oni_facts_table(facts, "actor_nouns"), .last_noun = ONI_NONE};
	s.people_kind = oni_table_column(s.people, "kind");
	s.people_sector = oni_table_column(s.people, "sector");
	oni_figure_tables_open(facts, &s.tables);
	s.tree = oni_tree_of(doc, doc->scratch);
	for (uint32_t i = 0; i < doc->sentences.n; i++)
		if (!is_furniture(doc, &doc->sentences.at[i]))
			read_sentence(&s, &doc->sentences.at[i]);
	oni_arena_rewind(doc->scratch, mark);
}
