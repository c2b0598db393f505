/* Figures side by side: which count the same, which of them cannot both be true, which has taken another's place.
 *
 * Two figures dispute each other when different sources give, for one measure and population in periods that overlap,
 * bounds that no number satisfies. A later figure supersedes an earlier one when the same source (or the article
 * itself) gives it with a word of change: "the death toll rose to 83 from 71". Pairs are looked for in a window, so that
 * a page of a thousand numbers costs no more than its length. */
#include <math.h>

#include "understand/entity.h"
#include "understand/link_parts.h"

enum { WINDOW = 64, MOST_DISPUTES = 2 };

uint32_t oni_figure_source(const oni_doc *doc, const oni_figure *figure)
{
	if (figure->said_by == ONI_NONE || doc->statements.at[figure->said_by].source == ONI_NONE)
		return ONI_NONE;
	return oni_entity_principal(doc, doc->statements.at[figure->said_by].source);
}

static bool is_custody(oni_str m)
{
	return oni_str_is(m, "arrested") || oni_str_is(m, "detained");
}

static bool same_measure(const oni_figure *a, const oni_figure *b, bool loose)
{
	if (is_custody(a->measure) && is_custody(b->measure))
		return true;
	if (oni_str_eq(a->measure, b->measure) && oni_str_eq(a->unit, b->unit))
		return true;
	return loose && oni_is_casualty(a->measure) && oni_is_casualty(b->measure)
		&& (oni_str_is(a->measure, "killed_or_wounded") || oni_str_is(b->measure, "killed_or_wounded"));
}

static bool is_general(oni_str population)
{
	static const char *const GENERAL[] = {"people", "others", "persons", "more", "dead", "victims", "bodies", "those", "them"};
	for (size_t i = 0; i < sizeof GENERAL / sizeof *GENERAL; i++)
		if (oni_str_eq_nocase(population, oni_str_of(GENERAL[i])))
			return true;
	return population.n == 0;
}

static bool same_population(const oni_figure *a, const oni_figure *b)
{
	if (a->population_code.n && b->population_code.n)
		return oni_str_eq(a->population_code, b->population_code);
	bool crowd = oni_str_is(a->measure, "protesting") || oni_str_is(a->measure, "striking") || oni_str_is(a->measure, "voting");
	if ((is_general(a->population) && is_general(b->population)) || (crowd && (is_general(a->population) || is_general(b->population))))
		return true;
	return a->population.n && oni_str_eq_nocase(a->population, b->population);
}

static int32_t day_number(oni_date d, bool last)
{
	int month = d.month ? d.month : last ? 12 : 1, day = d.day ? d.day : last ? 31 : 1;
	return d.year * 372 + month * 31 + day;
}

static bool overlap(const oni_figure *a, const oni_figure *b)
{
	bool before = a->until.year && b->since.year && day_number(a->until, true) < day_number(b->since, false);
	bool after = b->until.year && a->since.year && day_number(b->until, true) < day_number(a->since, false);
	return !before && !after;
}

bool oni_figures_alike(const oni_doc *doc, const oni_figure *a, const oni_figure *b, bool loose)
{
	(void)doc;
	bool one_place = a->place == ONI_NONE || b->place == ONI_NONE || a->place == b->place;
	bool part = (a->part_of != ONI_NONE) != (b->part_of != ONI_NONE);
	return same_measure(a, b, loose) && same_population(a, b) && one_place && !part && overlap(a, b);
}

bool oni_figures_equal(const oni_figure *a, const oni_figure *b)
{
	bool low = a->low == b->low || (isnan(a->low) && isnan(b->low));
	bool high = a->high == b->high || (isnan(a->high) && isnan(b->high));
	return low && high;
}

bool oni_figures_incompatible(const oni_figure *a, const oni_figure *b)
{
	double spare = a->approximate || b->approximate ? 0.1 : 0;
	bool over = !isnan(a->low) && !isnan(b->high) && a->low * (1 - spare) > b->high * (1 + spare);
	bool under = !isnan(a->high) && !isnan(b->low) && a->high * (1 + spare) < b->low * (1 - spare);
	return over || under;
}

static bool linked(const oni_doc *doc, uint32_t a, uint32_t b)
{
	for (uint32_t i = doc->links.n; i-- > 0 && i + ONI_LINKS_BACK > doc->links.n;) {
		const oni_link *l = &doc->links.at[i];
		if ((l->from == a && l->to == b) || (l->from == b && l->to == a))
			return true;
	}
	return false;
}

bool oni_figure_is_revised(const oni_linker *k, uint32_t figure)
{
	const oni_doc *doc = k->doc;
	for (uint32_t i = doc->links.n; i-- > 0 && i + ONI_LINKS_BACK > doc->links.n;) {
		const oni_link *l = &doc->links.at[i];
		if ((l->kind == ONI_LINK_CORRECTS || l->kind == ONI_LINK_SUPERSEDES) && l->to == figure)
			return true;
	}
	return false;
}

/* The sentence of the figure tells a change: a verb of change over the number, or a toll brought up to date. */
static bool tells_change(const oni_linker *k, const oni_figure *f)
{
	const oni_sentence *s = &k->doc->sentences.at[f->sentence];
	for (uint32_t i = s->first; i < s->end && i < s->first + 200; i++)
		if (k->roles[i] & (ONI_LW(CHANGE) | ONI_LW(REVISE)) && k->doc->words.at[i].upos == ONI_UPOS_VERB)
			return true;
	return false;
}

bool oni_figure_has_case(const oni_linker *k, const oni_figure *f, const char *mark)
{
	for (uint32_t i = oni_word_from(k->doc, f->at.begin); i < k->doc->words.n; i++) {
		if (k->doc->words.at[i].at.end > f->at.end)
			break;
		uint32_t c = oni_tree_case(&k->tree, i);
		if (c != ONI_NONE && oni_str_is(k->doc->words.at[c].lemma, mark))
			return true;
	}
	return false;
}

static bool is_people(const oni_figure *f)
{
	return oni_str_is(f->unit, "people") && !oni_str_is(f->measure, "count");
}

static bool is_percent(const oni_figure *f)
{
	return oni_str_is(f->measure, "percent");
}

static void within_sentence(oni_linker *k, uint32_t one, uint32_t two)
{
	const oni_figure *a = &k->doc->figures.at[one], *b = &k->doc->figures.at[two];
	bool back = oni_figure_has_case(k, a, "to") && oni_figure_has_case(k, b, "from"), forth = oni_figure_has_case(k, a, "from") && oni_figure_has_case(k, b, "to");
	if ((!back && !forth) || linked(k->doc, one, two) || !oni_str_eq(a->measure, b->measure) || oni_str_is(a->measure, "money"))
		return;
	const oni_figure *fresh = back ? a : b, *old = back ? b : a;
	bool fewer = oni_is_casualty(a->measure) && oni_figures_incompatible(a, b) && fresh->low < old->low; /* the dead do not come back */
	oni_link link = oni_link_new(fewer ? ONI_LINK_CORRECTS : ONI_LINK_SUPERSEDES);
	link.from = back ? one : two;
	link.to = back ? two : one;
	link.said_by = a->said_by;
	oni_link_add(k, link);
}

static bool one_teller(const oni_doc *doc, const oni_figure *a, const oni_figure *b)
{
	return (a->said_by == ONI_NONE && b->said_by == ONI_NONE)
		|| (oni_figure_source(doc, a) != ONI_NONE && oni_figure_source(doc, a) == oni_figure_source(doc, b));
}

/* "On Sunday the authority had put the toll at 38": told back in time, by its cue or its own verb. */
bool oni_is_told_before(const oni_linker *k, const oni_figure *f)
{
	const oni_doc *doc = k->doc;
	const oni_statement *s = f->said_by == ONI_NONE ? NULL : &doc->statements.at[f->said_by];
	if (!s || s->cue_word == ONI_NONE)
		return false;
	uint32_t aux = oni_tree_child(&k->tree, s->cue_word, ONI_REL_AUX), first = doc->sentences.at[doc->words.at[s->cue_word].sentence].first;
	for (uint32_t n = 1; aux == ONI_NONE && n <= 3 && s->cue_word >= first + n; n++) /* "had at first spoken of" */
		aux = oni_str_is(doc->words.at[s->cue_word - n].lemma, "have") ? s->cue_word - n : ONI_NONE;
	return aux != ONI_NONE && oni_str_eq_nocase(doc->words.at[aux].form, ONI_STR("had"));
}

/* Sources that speak for one body: one of them, or two with one country and role. */
static bool one_side(const oni_doc *doc, const oni_figure *a, const oni_figure *b)
{
	uint32_t one = oni_figure_source(doc, a), two = oni_figure_source(doc, b);
	if (one == ONI_NONE || two == ONI_NONE) /* the article itself, or "early reports", which nobody stands for */
		return true;
	oni_str x = doc->entities.at[one].code, y = doc->entities.at[two].code;
	return one == two || (x.n >= 6 && oni_str_eq(x, y));
}

/* "41 died in Sindh and 23 in Kutch": one of several places of one sentence, no count of all. */
static bool is_breakdown(const oni_doc *doc, uint32_t figure)
{
	const oni_figure *f = &doc->figures.at[figure];
	uint32_t last = figure + 2 < doc->figures.n ? figure + 2 : doc->figures.n;
	for (uint32_t i = figure ? figure - 1 : 0; i < last; i++) {
		const oni_figure *g = &doc->figures.at[i];
		if (i != figure && g->sentence == f->sentence && oni_str_eq(g->measure, f->measure) && g->place != ONI_NONE && f->place != ONI_NONE && g->place != f->place)
			return true;
	}
	return false;
}

/* Whether the later figure takes the earlier one's place. */
static bool supersedes(const oni_linker *k, const oni_figure *earlier, const oni_figure *later)
{
	if (oni_figures_equal(earlier, later) || later->part_of != ONI_NONE || earlier->sentence == later->sentence
		|| oni_figure_has_case(k, later, "from"))
		return false;
	return one_teller(k->doc, earlier, later) ? tells_change(k, later)
		: later->said_by == ONI_NONE && tells_change(k, later);
}

/* "his ward alone had received 11 bodies", "would release 800", "could rise to 7,000": a count of some, or of what is yet to come. */
static bool is_no_total(const oni_linker *k, const oni_figure *f)
{
	enum { BEFORE = 6, BEHIND = 3 };
	const oni_sentence *s = &k->doc->sentences.at[f->sentence];
	uint32_t at = oni_word_from(k->doc, f->at.begin), end = oni_word_from(k->doc, f->at.end) + BEHIND;
	for (uint32_t i = at > s->first + BEFORE ? at - BEFORE : s->first; i < end && i < s->end; i++)
		if ((k->roles[i] & ONI_LW(PARTIAL)) || oni_str_is(k->doc->words.at[i].xpos, "MD"))
			return true;
	return false;
}

/* Another has come in its place since: it is superseded, or it was told back in time and was wrong. */
static bool is_past(const oni_linker *k, uint32_t figure)
{
	const oni_doc *doc = k->doc;
	for (uint32_t i = doc->links.n; i-- > 0 && i + ONI_LINKS_BACK > doc->links.n;)
		if (doc->links.at[i].kind == ONI_LINK_SUPERSEDES && doc->links.at[i].to == figure)
			return true;
	return oni_is_told_before(k, &doc->figures.at[figure]) && oni_figure_is_revised(k, figure);
}

/* Told in the article's own prose, not in what stands over it. */
static bool is_in_body(const oni_doc *doc, const oni_figure *f)
{
	return doc->segments.at[doc->sentences.at[f->sentence].segment].kind == ONI_SEGMENT_BODY;
}

/* Whether figures of these two sources are in dispute already: one pair says it. */
static bool dispute_already(const oni_linker *k, uint32_t one, uint32_t two, const oni_figure *f)
{
	const oni_doc *doc = k->doc;
	for (uint32_t i = doc->links.n; i-- > 0 && i + ONI_LINKS_BACK > doc->links.n;) {
		const oni_link *l = &doc->links.at[i];
		if (l->kind != ONI_LINK_DISPUTES || !oni_str_eq(doc->figures.at[l->from].measure, f->measure))
			continue;
		uint32_t from = oni_figure_source(doc, &doc->figures.at[l->from]), to = oni_figure_source(doc, &doc->figures.at[l->to]);
		if ((from == one && to == two) || (from == two && to == one))
			return true;
	}
	return false;
}

static bool disputes(const oni_linker *k, uint32_t i, uint32_t j)
{
	enum { FAR = 25 };
	const oni_doc *doc = k->doc;
	const oni_figure *a = &doc->figures.at[i], *b = &doc->figures.at[j];
	uint32_t one = oni_figure_source(doc, a), two = oni_figure_source(doc, b);
	return one != ONI_NONE && two != ONI_NONE && one != two && oni_figures_incompatible(a, b)
		&& is_in_body(doc, a) && is_in_body(doc, b) && b->sentence - a->sentence <= FAR && !dispute_already(k, one, two, b) && !is_past(k, i) && !is_past(k, j) && !is_no_total(k, a) && !is_no_total(k, b);
}

/* The figure told before is not of the same people by its words, but the sentence before it counts them: "killing 53
 * soldiers. Officials had at first spoken of 32 deaths." */
static bool alike_beside(const oni_figure *a, const oni_figure *b)
{
	return same_measure(a, b, false) && is_general(b->population) && !b->population_code.n && a->part_of == ONI_NONE && b->part_of == ONI_NONE
		&& b->sentence - a->sentence <= 1;
}

/* The later figure of the two was told before the earlier one: it is superseded, or corrected where the dead are fewer now. */
static bool link_back(oni_linker *k, uint32_t i, uint32_t j)
{
	const oni_doc *doc = k->doc;
	const oni_figure *a = &doc->figures.at[i], *b = &doc->figures.at[j];
	bool announced = is_in_body(doc, a) && oni_revises(k, a); /* "…, correcting an earlier figure" */
	bool same = oni_figures_alike(doc, a, b, false) || alike_beside(a, b);
	if (!same || oni_figure_has_case(k, a, "from") || oni_figures_equal(a, b) || !oni_is_told_before(k, b) || oni_is_told_before(k, a) || !(one_side(doc, a, b) || announced) || !is_people(a)
		|| b->part_of != ONI_NONE || is_no_total(k, a))
		return false;
	bool fewer = (oni_is_casualty(a->measure) || is_custody(a->measure)) && (announced || oni_figures_incompatible(a, b))
		&& a->low < (isnan(b->high) ? b->low : b->high);
	oni_link link = oni_link_new(fewer ? ONI_LINK_CORRECTS : ONI_LINK_SUPERSEDES);
	link.from = i;
	link.to = j;
	oni_link_add(k, link);
	return true;
}

/* "Initial reports had said 60 were killed. The police said the toll was 16.": a figure told back in time, and the next one. */
static bool link_on(oni_linker *k, uint32_t i, uint32_t j)
{
	const oni_doc *doc = k->doc;
	const oni_figure *a = &doc->figures.at[i], *b = &doc->figures.at[j];
	if (!oni_figures_alike(doc, a, b, false) || !oni_figures_incompatible(a, b) || !oni_is_told_before(k, a) || oni_is_told_before(k, b)
		|| !one_side(doc, a, b) || !(oni_is_casualty(a->measure) || is_custody(a->measure)) || b->sentence - a->sentence > 2 || a->part_of != ONI_NONE || b->part_of != ONI_NONE
		|| is_no_total(k, b))
		return false;
	bool fewer = (isnan(b->high) ? b->low : b->high) < (isnan(a->low) ? a->high : a->low);
	oni_link link = oni_link_new(fewer ? ONI_LINK_CORRECTS : ONI_LINK_SUPERSEDES);
	link.from = j;
	link.to = i;
	link.said_by = b->said_by;
	oni_link_add(k, link);
	return true;
}

/* What is already known of the later of two figures. */
typedef struct standing {
	uint32_t disputed; /* how many it disputes */
	bool replaced; /* it has superseded one */
	bool told;     /* another has come in its place */
} standing;

/* "put the figure at 35 percent": the share before is counted again. */
static bool counts_again(const oni_linker *k, const oni_figure *f)
{
	enum { BEFORE = 4 };
	uint32_t first = k->doc->sentences.at[f->sentence].first, at = oni_word_from(k->doc, f->at.begin);
	for (uint32_t n = 1; n <= BEFORE && at >= first + n; n++)
		if (k->roles[at - n] & ONI_LW(NUMBER))
			return true;
	return false;
}

static bool is_counted(const oni_figure *f)
{
	return is_people(f) || is_percent(f) || (oni_str_is(f->measure, "count") && f->unit.n && !oni_str_is(f->unit, "people"));
}

static void link_pair(oni_linker *k, uint32_t i, uint32_t j, standing *of)
{
	const oni_doc *doc = k->doc;
	const oni_figure *a = &doc->figures.at[i], *b = &doc->figures.at[j];
	if (!of->told && link_back(k, i, j)) {
		of->told = true;
		return;
	}
	if (!oni_figure_is_revised(k, i) && link_on(k, i, j))
		return;
	bool shares = is_percent(a) && is_percent(b);
	if (shares ? !(alike_beside(a, b) && counts_again(k, b)) && !(a->population.n && oni_figures_alike(doc, a, b, false)) : !oni_figures_alike(doc, a, b, false))
		return;
	bool later = !of->replaced && !of->told && is_people(a) && !oni_figure_is_revised(k, i) && supersedes(k, a, b);
	if (!later && (of->disputed == MOST_DISPUTES || !disputes(k, i, j)))
		return;
	of->disputed += !later;
	oni_link link = oni_link_new(later ? ONI_LINK_SUPERSEDES : ONI_LINK_DISPUTES);
	link.from = later ? j : i;
	link.to = later ? i : j;
	of->replaced = of->replaced || later;
	oni_link_add(k, link);
}

void oni_link_figures(oni_linker *k)
{
	oni_doc *doc = k->doc;
	for (uint32_t j = 1; j < doc->figures.n; j++) {
		standing of = {.told = oni_figure_is_revised(k, j)};
		for (uint32_t i = j; i-- > 0 && i + WINDOW > j;) {
			if (doc->figures.at[i].sentence == doc->figures.at[j].sentence)
				within_sentence(k, i, j);
			if (is_counted(&doc->figures.at[i]) && !linked(doc, i, j) && !is_breakdown(doc, i) && !is_breakdown(doc, j))
				link_pair(k, i, j, &of);
		}
	}
}
