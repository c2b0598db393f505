/* What words of the text do to figures and statements told before.
 *
 * - A verb of checking under a negation ("have not been confirmed by the military", "could not be verified") leaves the
 *   figure it is about unconfirmed; a statement that confirms a number confirms the earlier one.
 * - A correction is a statement with a cue of correction ("clarified", "retracted") or one that calls something before it
 *   an error. It corrects the last figure of the same side; its own figure takes that one's place. Where it restates only
 *   what was counted ("the figure covered the dead and the injured"), a new figure inherits the rest.
 * Denials are read in link_deny.c.
 * What a pronoun or "the figure" stands for is looked for backwards, a few sentences at most. */
#include <math.h>

#include "understand/entity.h"
#include "understand/link_parts.h"

enum { FAR_SENTENCES = 8, FIGURES_BACK = 64, CLIMB = 4 };

static const oni_word *word_at(const oni_linker *k, uint32_t i)
{
	return &k->doc->words.at[i];
}

static bool has_role(const oni_linker *k, uint32_t word, uint32_t roles)
{
	return word != ONI_NONE && (k->roles[word] & roles) != 0;
}

static bool is_countable(const oni_figure *f)
{
	return !oni_str_is(f->measure, "money") && !oni_str_is(f->measure, "percent");
}

/* ---- what was told before ---- */

bool oni_link_same_side(const oni_doc *doc, uint32_t one, uint32_t two)
{
	if (one == ONI_NONE || two == ONI_NONE)
		return false;
	if (one == two || oni_entity_principal(doc, one) == oni_entity_principal(doc, two))
		return true;
	const oni_entity *a = &doc->entities.at[one], *b = &doc->entities.at[two];
	size_t n = a->code.n < 6 ? a->code.n : 6; /* country and role */
	return n >= 3 && b->code.n >= n && memcmp(a->code.at, b->code.at, n) == 0;
}

/* The last figure before byte `before` and within `sentences`; of this source where it is not ONI_NONE. */
uint32_t oni_link_last_figure(const oni_linker *k, uint32_t before, uint32_t sentences, uint32_t source)
{
	const oni_doc *doc = k->doc;
	uint32_t here = oni_sentence_of(doc, before);
	uint32_t from = oni_figure_from(k, before);
	for (uint32_t i = from; i-- > 0 && i + FIGURES_BACK > from;) {
		const oni_figure *f = &doc->figures.at[i];
		if (f->at.end > before || !is_countable(f) || f->part_of != ONI_NONE)
			continue;
		if (f->sentence + sentences < here)
			return ONI_NONE;
		if (source == ONI_NONE || (f->said_by != ONI_NONE && oni_link_same_side(doc, doc->statements.at[f->said_by].source, source)))
			return i;
	}
	return ONI_NONE;
}

/* The first figure inside the range, or ONI_NONE. */
static uint32_t figure_in(const oni_linker *k, oni_range at)
{
	uint32_t i = oni_figure_from(k, at.begin);
	return i < k->sorted && oni_range_within(k->doc->figures.at[i].at, at) ? i : ONI_NONE;
}

/* ---- not confirmed ---- */

static bool is_negation(const oni_word *w)
{
	return oni_str_is(w->lemma, "not") || oni_str_is(w->lemma, "never") || oni_str_is(w->lemma, "no")
		|| oni_str_is(w->lemma, "neither") || oni_str_is(w->lemma, "none") || oni_str_is(w->lemma, "nor")
		|| oni_str_eq_nocase(w->form, ONI_STR("n't")) || oni_str_is(w->lemma, "without");
}

static bool has_negation(const oni_linker *k, uint32_t word)
{
	for (uint32_t c = k->tree.child[word]; c != ONI_NONE; c = k->tree.sibling[c]) {
		if (is_negation(word_at(k, c)))
			return true;
		if (oni_tree_rel(&k->tree, c) == ONI_REL_NSUBJ)
			for (uint32_t d = k->tree.child[c]; d != ONI_NONE; d = k->tree.sibling[d])
				if (is_negation(word_at(k, d)) && oni_tree_rel(&k->tree, d) == ONI_REL_DET)
					return true;
	}
	return false;
}

/* "not confirmed", "unable to verify", "no confirmation". */
static bool is_unchecked(const oni_linker *k, uint32_t word)
{
	if (has_negation(k, word))
		return true;
	uint32_t head = word_at(k, word)->head;
	oni_rel rel = oni_tree_rel(&k->tree, word);
	return head != ONI_NONE && (rel == ONI_REL_XCOMP || rel == ONI_REL_ADVCL || rel == ONI_REL_OBJ || rel == ONI_REL_CCOMP)
		&& (has_role(k, head, ONI_LW(FAIL)) || (rel != ONI_REL_ADVCL && rel != ONI_REL_CCOMP && has_negation(k, head)));
}

static uint32_t child_with_case(const oni_linker *k, uint32_t word, const char *mark)
{
	for (uint32_t c = k->tree.child[word]; c != ONI_NONE; c = k->tree.sibling[c]) {
		uint32_t m = oni_tree_case(&k->tree, c);
		if (m != ONI_NONE && oni_str_is(word_at(k, m)->lemma, mark))
			return c;
	}
	return ONI_NONE;
}

/* Who has not confirmed: the agent, the subject of the active verb, "from the ministry". */
static uint32_t checker(const oni_linker *k, uint32_t word)
{
	uint32_t who = child_with_case(k, word, "by");
	if (who == ONI_NONE)
		who = child_with_case(k, word, "from");
	bool passive = oni_tree_child(&k->tree, word, ONI_REL_NSUBJ_PASS) != ONI_NONE
		|| oni_tree_child(&k->tree, word, ONI_REL_AUX_PASS) != ONI_NONE;
	if (who == ONI_NONE && !passive && word_at(k, word)->upos == ONI_UPOS_VERB) {
		who = oni_tree_child(&k->tree, word, ONI_REL_NSUBJ);
		uint32_t head = word_at(k, word)->head;
		if (who == ONI_NONE && head != ONI_NONE && oni_tree_rel(&k->tree, word) == ONI_REL_XCOMP)
			who = oni_tree_child(&k->tree, head, ONI_REL_NSUBJ);
	}
	return who == ONI_NONE ? ONI_NONE : oni_entity_at(k->doc, who);
}

/* The nouns that a clause hangs on: "a figure that could not be verified"; a subject that the parser lost. */
static uint32_t noun_above(const oni_linker *k, uint32_t word)
{
	oni_rel rel = oni_tree_rel(&k->tree, word);
	for (int n = 0; n < CLIMB && word != ONI_NONE && (n > 0 || rel == ONI_REL_ACL); n++) {
		word = word_at(k, word)->head;
		if (has_role(k, word, ONI_LW(NUMBER) | ONI_LW(CLAIM)))
			return word;
	}
	return ONI_NONE;
}

/* What was not confirmed: passive subject, object, "of the figure". */
static uint32_t checked(const oni_linker *k, uint32_t word)
{
	uint32_t what = oni_tree_child(&k->tree, word, ONI_REL_NSUBJ_PASS);
	if (what == ONI_NONE)
		what = oni_tree_child(&k->tree, word, ONI_REL_OBJ);
	if (what == ONI_NONE)
		what = child_with_case(k, word, "of");
	if (what == ONI_NONE && oni_tree_child(&k->tree, word, ONI_REL_AUX_PASS) != ONI_NONE)
		what = oni_tree_child(&k->tree, word, ONI_REL_NSUBJ);
	if (what == ONI_NONE || word_at(k, what)->morph & ONI_MORPH_RELATIVE) {
		uint32_t above = noun_above(k, word);
		what = above != ONI_NONE ? above : what;
	}
	return what;
}

/* The person or body whose claim it is: "statements by the adviser", "his figures". */
static uint32_t claimant(const oni_linker *k, uint32_t what)
{
	uint32_t by = child_with_case(k, what, "by");
	if (by == ONI_NONE)
		by = oni_tree_child(&k->tree, what, ONI_REL_NMOD_POSS);
	return by == ONI_NONE ? ONI_NONE : oni_entity_at(k->doc, by);
}

static bool counts_two(const oni_word *w)
{
	static const char *const WORDS[] = {"neither", "either", "both", "two", NULL};
	return oni_str_in(w->lemma, WORDS);
}

/* "Neither figure", "both tolls", "the two counts": two are meant. */
static bool is_of_two(const oni_linker *k, uint32_t what)
{
	bool two = counts_two(word_at(k, what));
	for (uint32_t c = k->tree.child[what]; c != ONI_NONE && !two; c = k->tree.sibling[c])
		two = counts_two(word_at(k, c));
	return two;
}

/* The figure of the same measure that another put forward before: "Chile says 31. Bolivia says 100. Neither figure could be verified." */
static uint32_t other_of_two(const oni_linker *k, uint32_t figure)
{
	const oni_doc *doc = k->doc;
	const oni_figure *f = &doc->figures.at[figure];
	for (uint32_t i = figure; i-- > 0 && i + FIGURES_BACK > figure && doc->figures.at[i].sentence + FAR_SENTENCES >= f->sentence;)
		if (is_countable(&doc->figures.at[i]) && doc->figures.at[i].part_of == ONI_NONE && oni_str_eq(doc->figures.at[i].measure, f->measure)
			&& doc->figures.at[i].said_by != f->said_by)
			return i;
	return ONI_NONE;
}

static void leave_unconfirmed(oni_linker *k, uint32_t word)
{
	uint32_t what = checked(k, word);
	uint32_t begin = word_at(k, word)->at.begin, figure = ONI_NONE;
	const oni_sentence *s = &k->doc->sentences.at[word_at(k, word)->sentence];
	if (what == ONI_NONE)
		return;
	if (!has_role(k, what, ONI_LW(NUMBER) | ONI_LW(CLAIM) | ONI_LW(ANAPHOR))) {
		figure = figure_in(k, s->at); /* "the deaths of 12 people could not be verified" */
	} else {
		uint32_t who = claimant(k, what);
		figure = who == ONI_NONE ? ONI_NONE : oni_link_last_figure(k, begin, FAR_SENTENCES, who);
		if (figure == ONI_NONE)
			figure = oni_link_last_figure(k, begin, ONI_LINK_NEAR, ONI_NONE);
	}
	if (figure == ONI_NONE || !is_countable(&k->doc->figures.at[figure]))
		return;
	oni_link link = oni_link_new(ONI_LINK_UNCONFIRMED_BY);
	link.to = figure;
	link.by = checker(k, word);
	oni_link_add(k, link);
	link.to = is_of_two(k, what) ? other_of_two(k, figure) : ONI_NONE;
	if (link.to != ONI_NONE)
		oni_link_add(k, link);
	bool several = has_role(k, what, ONI_LW(NUMBER)) && (word_at(k, what)->morph & ONI_MORPH_PLURAL);
	for (uint32_t i = figure; several && i-- > 0 && i + FIGURES_BACK > figure && k->doc->figures.at[i].sentence == k->doc->figures.at[figure].sentence;) {
		link.to = i; /* "the figures": all that one sentence put forward */
		if (is_countable(&k->doc->figures.at[i]) && k->doc->figures.at[i].said_by == k->doc->figures.at[figure].said_by)
			oni_link_add(k, link);
	}
}

/* "unconfirmed reports said", "an unverified toll of 40". */
static void mark_unchecked(oni_linker *k, uint32_t word)
{
	const oni_sentence *s = &k->doc->sentences.at[word_at(k, word)->sentence];
	for (uint32_t i = oni_figure_from(k, word_at(k, word)->at.begin); i < k->sorted; i++) {
		oni_figure *f = &k->doc->figures.at[i];
		if (f->at.begin > s->at.end)
			break;
		if (is_countable(f))
			f->status = ONI_STATUS_UNCONFIRMED;
	}
}

/* ---- corrections ---- */

static uint32_t cue_role(const oni_linker *k, const oni_statement *s)
{
	return s->cue_word == ONI_NONE ? 0 : k->roles[s->cue_word];
}

/* "this was an error", "the earlier figure was wrong": an error said of something told before. */
static bool calls_error(const oni_linker *k, oni_range content)
{
	for (uint32_t i = oni_word_from(k->doc, content.begin); i < k->doc->words.n && word_at(k, i)->at.end <= content.end; i++) {
		if (has_role(k, i, ONI_LW(MISSTATE)) && figure_in(k, content) == ONI_NONE)
			return true;
		if (!has_role(k, i, ONI_LW(ERROR)))
			continue;
		uint32_t subject = oni_tree_child(&k->tree, i, ONI_REL_NSUBJ);
		if (subject == ONI_NONE && word_at(k, i)->head != ONI_NONE)
			subject = oni_tree_child(&k->tree, word_at(k, i)->head, ONI_REL_NSUBJ);
		if (subject != ONI_NONE && has_role(k, subject, ONI_LW(NUMBER) | ONI_LW(CLAIM) | ONI_LW(ANAPHOR)))
			return true;
	}
	return false;
}

static bool is_correction(const oni_linker *k, const oni_statement *s)
{
	if (s->polarity == ONI_POLARITY_NEGATED)
		return false;
	if (cue_role(k, s) & ONI_LW(CORRECT))
		return true;
	if (s->cue_word != ONI_NONE && has_role(k, word_at(k, s->cue_word)->head, ONI_LW(CORRECT)))
		return true; /* "corrected itself, saying" */
	for (uint32_t i = 0; i < s->content.n; i++)
		if (calls_error(k, s->content.at[i]))
			return true;
	return false;
}

static oni_str measure_said(const oni_linker *k, uint32_t word)
{
	static const char *const USES[] = {"state", "object", "noun"};
	for (size_t u = 0; u < sizeof USES / sizeof *USES; u++) {
		oni_str m = oni_measure_of(&k->tables, &k->tree, word, USES[u]);
		if (m.n)
			return oni_measure_joined(&k->tables, &k->tree, word, USES[u], m);
	}
	return (oni_str){0};
}

/* The measure in what "the number" is said to mean: the word itself or what hangs on it. */
static oni_str measure_meant(const oni_linker *k, uint32_t verb)
{
	for (uint32_t c = k->tree.child[verb]; c != ONI_NONE; c = k->tree.sibling[c]) {
		oni_rel rel = oni_tree_rel(&k->tree, c);
		if (rel != ONI_REL_OBL && rel != ONI_REL_OBJ && rel != ONI_REL_XCOMP && rel != ONI_REL_CCOMP)
			continue;
		for (uint32_t d = k->tree.child[c]; d != ONI_NONE; d = k->tree.sibling[d]) {
			oni_rel below = oni_tree_rel(&k->tree, d);
			oni_str m = below == ONI_REL_ACL || below == ONI_REL_AMOD || below == ONI_REL_CONJ ? measure_said(k, d) : (oni_str){0};
			if (m.n)
				return m;
		}
		oni_str m = measure_said(k, c);
		if (m.n)
			return m;
	}
	return (oni_str){0};
}

/* "the figure covered the dead and the injured": a figure that has the corrected one's number. */
static uint32_t restated(oni_linker *k, oni_range content, uint32_t old, uint32_t statement)
{
	oni_doc *doc = k->doc;
	for (uint32_t i = oni_word_from(doc, content.begin); i < doc->words.n && word_at(k, i)->at.end <= content.end; i++) {
		uint32_t verb = word_at(k, i)->head;
		if (!has_role(k, i, ONI_LW(NUMBER) | ONI_LW(ANAPHOR)) || !has_role(k, verb, ONI_LW(MEAN))
			|| oni_tree_rel(&k->tree, i) != ONI_REL_NSUBJ)
			continue;
		oni_str measure = measure_meant(k, verb);
		if (oni_str_is(word_at(k, verb)->lemma, "include") && oni_is_casualty(measure) && oni_is_casualty(doc->figures.at[old].measure)
			&& !oni_str_eq(measure, doc->figures.at[old].measure))
			measure = ONI_STR("killed_or_wounded");
		if (!measure.n || oni_str_eq(measure, doc->figures.at[old].measure))
			continue;
		uint32_t first = i;
		while (first > 0 && word_at(k, first - 1)->head == i)
			first--;
		oni_figure f = doc->figures.at[old];
		f.at = (oni_range){word_at(k, first)->at.begin, word_at(k, i)->at.end};
		f.measure = measure;
		f.said_by = statement;
		f.sentence = word_at(k, i)->sentence;
		f.status = ONI_STATUS_CLAIMED;
		f.part_of = ONI_NONE;
		*oni_push(doc->arena, &doc->figures) = f;
		return doc->figures.n - 1;
	}
	return ONI_NONE;
}

/* A new number can stand for the old one: the same measure, or one casualty for another. */
static bool replaces(const oni_figure *fresh, const oni_figure *old)
{
	return (oni_str_eq(fresh->measure, old->measure) && !oni_figures_equal(fresh, old))
		|| (oni_is_casualty(fresh->measure) && oni_is_casualty(old->measure) && !oni_str_eq(fresh->measure, old->measure))
		|| oni_str_is(fresh->measure, "count");
}

static uint32_t new_figure(const oni_linker *k, const oni_statement *s, uint32_t old)
{
	for (uint32_t c = 0; c < s->content.n; c++)
		for (uint32_t i = oni_figure_from(k, s->content.at[c].begin); i < k->sorted
			&& k->doc->figures.at[i].at.end <= s->content.at[c].end; i++)
			if (replaces(&k->doc->figures.at[i], &k->doc->figures.at[old]))
				return i;
	return ONI_NONE;
}

/* Whether a figure has come in the place of another. */
static bool corrects_already(const oni_linker *k, uint32_t figure)
{
	const oni_doc *doc = k->doc;
	for (uint32_t i = doc->links.n; i-- > 0 && i + ONI_LINKS_BACK > doc->links.n;)
		if (doc->links.at[i].kind == ONI_LINK_CORRECTS && doc->links.at[i].from == figure)
			return true;
	return false;
}

/* "The Kremlin said the figure was wrong": an error that the other side sees is a denial. */
static bool is_of_other_side(const oni_linker *k, const oni_statement *s, uint32_t old)
{
	const oni_doc *doc = k->doc;
	uint32_t teller = doc->figures.at[old].said_by == ONI_NONE ? ONI_NONE : doc->statements.at[doc->figures.at[old].said_by].source;
	return !(cue_role(k, s) & ONI_LW(CORRECT)) && teller != ONI_NONE && s->source != ONI_NONE && !oni_link_same_side(doc, teller, s->source);
}

static void correct(oni_linker *k, uint32_t statement)
{
	const oni_statement *s = &k->doc->statements.at[statement];
	if (!s->content.n)
		return;
	uint32_t before = s->cue.begin < s->content.at[0].begin ? s->cue.begin : s->content.at[0].begin;
	uint32_t old = s->source == ONI_NONE ? ONI_NONE : oni_link_last_figure(k, before, FAR_SENTENCES, s->source);
	uint32_t nearest = oni_link_last_figure(k, before, ONI_LINK_NEAR, ONI_NONE);
	uint32_t here = oni_sentence_of(k->doc, s->cue.begin);
	if (old == ONI_NONE || (nearest != ONI_NONE && (k->doc->figures.at[nearest].sentence > k->doc->figures.at[old].sentence + 1
		|| (k->doc->figures.at[nearest].sentence == here && k->doc->figures.at[old].sentence < here))))
		old = nearest;
	if (old == ONI_NONE) {
		if (oni_calls_false(k, s))
			oni_link_denial(k, statement);
		return;
	}
	if (is_of_other_side(k, s, old) && new_figure(k, s, old) == ONI_NONE) {
		oni_link_denial(k, statement);
		return;
	}
	oni_link link = oni_link_new(ONI_LINK_CORRECTS);
	link.to = old;
	link.from = new_figure(k, s, old);
	if (link.from == ONI_NONE) {
		const oni_sentence *said = &k->doc->sentences.at[oni_sentence_of(k->doc, s->cue.begin)];
		link.from = restated(k, (oni_range){before, said->at.end}, old, statement);
	}
	if (link.from == ONI_NONE && !(cue_role(k, &k->doc->statements.at[statement]) & ONI_LW(CORRECT))
		&& !calls_error(k, k->doc->statements.at[statement].content.at[0]))
		return;
	if (link.from == ONI_NONE && corrects_already(k, old))
		return; /* "It was an error," said of what has just been corrected */
	link.said_by = statement;
	oni_link_add(k, link);
}

/* ---- denials and confirmations ---- */

uint32_t oni_link_anaphor_in(const oni_linker *k, const oni_statement *s, uint32_t roles)
{
	for (uint32_t c = 0; c < s->content.n; c++)
		for (uint32_t i = oni_word_from(k->doc, s->content.at[c].begin);
			i < k->doc->words.n && word_at(k, i)->at.end <= s->content.at[c].end; i++)
			if (has_role(k, i, roles) && word_at(k, i)->upos != ONI_UPOS_SCONJ && word_at(k, i)->upos != ONI_UPOS_DET)
				return i;
	return ONI_NONE;
}

/* A figure told in this statement that says what an earlier one of another source says. */
bool oni_link_equal_figure(oni_linker *k, uint32_t statement, oni_link_kind kind)
{
	oni_doc *doc = k->doc;
	const oni_statement *s = &doc->statements.at[statement];
	oni_range all = {s->content.n ? s->content.at[0].begin : 0, s->content.n ? s->content.at[s->content.n - 1].end : 0};
	for (uint32_t i = oni_figure_from(k, all.begin); i < k->sorted && doc->figures.at[i].at.end <= all.end; i++) {
		if (doc->figures.at[i].said_by != statement)
			continue;
		for (uint32_t j = i; j-- > 0 && j + FIGURES_BACK > i;) {
			if (doc->figures.at[j].said_by == statement || !oni_figures_equal(&doc->figures.at[i], &doc->figures.at[j])
				|| !oni_figures_alike(doc, &doc->figures.at[i], &doc->figures.at[j], true))
				continue;
			oni_link link = oni_link_new(kind);
			link.from = i;
			link.to = j;
			link.said_by = statement;
			oni_link_add(k, link);
			return true;
		}
	}
	return false;
}

static void confirm(oni_linker *k, uint32_t statement)
{
	const oni_statement *s = &k->doc->statements.at[statement];
	if (oni_link_equal_figure(k, statement, ONI_LINK_CONFIRMS) || oni_link_anaphor_in(k, s, ONI_LW(NUMBER)) == ONI_NONE
		|| (s->content.n && figure_in(k, s->content.at[0]) != ONI_NONE))
		return;
	oni_link link = oni_link_new(ONI_LINK_CONFIRMS);
	link.to = oni_link_last_figure(k, s->cue.begin, ONI_LINK_NEAR, ONI_NONE);
	link.said_by = statement;
	if (link.to != ONI_NONE)
		oni_link_add(k, link);
}

void oni_link_claims(oni_linker *k)
{
	for (uint32_t i = 0; i < k->doc->words.n && k->doc->figures.n; i++) {
		if (has_role(k, i, ONI_LW(CHECK)) && is_unchecked(k, i))
			leave_unconfirmed(k, i);
		else if (has_role(k, i, ONI_LW(UNCHECKED)))
			mark_unchecked(k, i);
	}
	for (uint32_t i = 0; i < k->doc->statements.n; i++) {
		const oni_statement *s = &k->doc->statements.at[i];
		uint32_t role = cue_role(k, s);
		if (is_correction(k, s))
			correct(k, i);
		else if ((role & ONI_LW(DENY) && s->polarity == ONI_POLARITY_AFFIRMED) || oni_calls_false(k, s))
			oni_link_denial(k, i);
		else if (role & ONI_LW(CHECK) && s->polarity == ONI_POLARITY_AFFIRMED && oni_str_is(s->cue_lemma, "confirm"))
			confirm(k, i);
	}
}
