/* What is counted: from the number to the noun it counts, and to the word that tells what happened to them.
 *
 * The number hangs on a noun ("12 people"), holds one ("dozens of people") or stands alone ("12 were killed"). The
 * measure is looked for, in this order: in what is said of the noun itself ("20 killed", "12 who fled"), in the verb whose
 * subject or object it is, in the state it is left in ("left 12 dead"), in the noun it belongs to ("the deaths of 12"), in the
 * quantity that is said to reach it ("the death toll rose to 83"), last in the noun's own meaning ("40 refugees").
 * lexicon/figure_measures.tsv has the words. */
#include "understand/figure_parts.h"

enum { LONGEST_KEY = 96, CHAIN = 8 };

static oni_str lemma(const oni_tree *tree, uint32_t word)
{
	return oni_tree_word(tree, word)->lemma;
}

static oni_str measure_row(const oni_figure_tables *t, oni_str key, const char *use)
{
	uint32_t row = oni_table_find(t->measures, key);
	for (; row < oni_table_rows(t->measures) && oni_str_eq(oni_table_cell(t->measures, row, 0), key); row++)
		if (oni_str_is(oni_table_cell(t->measures, row, t->measure_use), use))
			return oni_table_cell(t->measures, row, t->measure_is);
	return (oni_str){0};
}

static size_t append(char *key, size_t n, oni_str part)
{
	if (n + part.n + 1 >= LONGEST_KEY)
		return n;
	if (n)
		key[n++] = ' ';
	memcpy(key + n, part.at, part.n);
	return n + part.n;
}

/* "take prisoner", "lose life", "take to street", "death toll": the word with one that hangs on it. */
static oni_str phrase_measure(const oni_figure_tables *t, const oni_tree *tree, uint32_t word, const char *use)
{
	for (uint32_t c = tree->child[word]; c != ONI_NONE; c = tree->sibling[c]) {
		oni_rel rel = oni_tree_rel(tree, c);
		if (rel == ONI_REL_PUNCT || rel == ONI_REL_DET || rel == ONI_REL_AUX || rel == ONI_REL_NSUBJ)
			continue;
		char key[LONGEST_KEY];
		uint32_t mark = oni_tree_case(tree, c);
		if (rel == ONI_REL_CASE) { /* "were on the streets" */
			size_t m = append(key, append(key, 0, lemma(tree, c)), lemma(tree, word));
			oni_str state = measure_row(t, (oni_str){key, m}, use);
			if (state.n)
				return state;
		}
		size_t n = append(key, 0, rel == ONI_REL_COMPOUND && c < word && oni_tree_word(tree, word)->upos == ONI_UPOS_NOUN
			? lemma(tree, c) : lemma(tree, word));
		if (mark != ONI_NONE)
			n = append(key, n, lemma(tree, mark));
		n = append(key, n, rel == ONI_REL_COMPOUND && c < word && oni_tree_word(tree, word)->upos == ONI_UPOS_NOUN
			? lemma(tree, word) : lemma(tree, c));
		oni_str measure = measure_row(t, (oni_str){key, n}, use);
		if (measure.n)
			return measure;
	}
	return (oni_str){0};
}

oni_str oni_measure_of(const oni_figure_tables *tables, const oni_tree *tree, uint32_t word, const char *use)
{
	oni_str measure = phrase_measure(tables, tree, word, use);
	if (!measure.n && oni_str_is(oni_str_of(use), "state"))
		measure = measure_row(tables, oni_tree_word(tree, word)->form, use); /* "missing", whatever it is tagged */
	return measure.n ? measure : measure_row(tables, lemma(tree, word), use);
}

static bool has_own_argument(const oni_tree *tree, uint32_t word)
{
	for (uint32_t c = tree->child[word]; c != ONI_NONE; c = tree->sibling[c]) {
		oni_rel rel = oni_tree_rel(tree, c);
		if (rel == ONI_REL_NSUBJ || rel == ONI_REL_OBJ || rel == ONI_REL_NUMMOD || oni_tree_word(tree, c)->upos == ONI_UPOS_NUM)
			return true;
		for (uint32_t d = tree->child[c]; d != ONI_NONE; d = tree->sibling[d]) /* "injured more than 100" */
			if (oni_tree_word(tree, d)->upos == ONI_UPOS_NUM && rel == ONI_REL_ADVMOD)
				return true;
	}
	return false;
}

static bool are_killed_and_wounded(oni_str a, oni_str b)
{
	return (oni_str_is(a, "killed") && oni_str_is(b, "wounded")) || (oni_str_is(a, "wounded") && oni_str_is(b, "killed"));
}

static oni_str any_measure(const oni_figure_tables *t, const oni_tree *tree, uint32_t word, const char *use)
{
	oni_str measure = oni_measure_of(t, tree, word, use);
	if (!measure.n)
		measure = oni_measure_of(t, tree, word, "state");
	return measure.n ? measure : oni_measure_of(t, tree, word, "object");
}

oni_str oni_measure_joined(const oni_figure_tables *tables, const oni_tree *tree, uint32_t word, const char *use,
	oni_str measure)
{
	for (uint32_t c = tree->child[word]; c != ONI_NONE; c = tree->sibling[c])
		if (oni_tree_rel(tree, c) == ONI_REL_CONJ && !has_own_argument(tree, c)
			&& are_killed_and_wounded(measure, any_measure(tables, tree, c, use)))
			return ONI_STR("killed_or_wounded");
	uint32_t head = oni_tree_word(tree, word)->head;
	if (head != ONI_NONE && oni_tree_rel(tree, word) == ONI_REL_CONJ && !has_own_argument(tree, word)
		&& are_killed_and_wounded(measure, any_measure(tables, tree, head, use)))
		return ONI_STR("killed_or_wounded");
	return measure;
}

/* ---- from the number to what it counts ---- */

typedef struct finder {
	const oni_figure_tables *tables;
	const oni_tree *tree;
	const oni_quantity *quantity;
	oni_counted *counted;
} finder;

static bool set(finder *f, oni_str measure, uint32_t clause, const char *use)
{
	if (!measure.n)
		return false;
	f->counted->measure = oni_measure_joined(f->tables, f->tree, clause, use, measure);
	f->counted->clause = clause;
	return true;
}

static bool try_word(finder *f, uint32_t word, const char *use)
{
	return set(f, oni_measure_of(f->tables, f->tree, word, use), word, use);
}

/* The word of the quantity that hangs on a word outside. */
static uint32_t top_of(const oni_tree *tree, const oni_quantity *q)
{
	for (uint32_t k = 0; k < q->end - q->first; k++) { /* the number's own words before those that bound it */
		uint32_t i = q->number + k < q->end ? q->number + k : q->number - 1 - (q->number + k - q->end);
		const oni_word *w = oni_tree_word(tree, i);
		if ((w->head == ONI_NONE || w->head < q->first || w->head >= q->end) && w->upos != ONI_UPOS_ADP
			&& w->upos != ONI_UPOS_PUNCT)
			return i;
	}
	return q->number;
}

/* The noun that a word holds by "of", at or behind word `from`: "dozens of people", "the number of dead". */
static uint32_t held_noun(const oni_tree *tree, uint32_t word, uint32_t from)
{
	for (uint32_t c = tree->child[word]; c != ONI_NONE; c = tree->sibling[c]) {
		uint32_t mark = oni_tree_case(tree, c);
		if (c > word && c >= from && oni_tree_rel(tree, c) == ONI_REL_NMOD && mark != ONI_NONE && oni_str_is(lemma(tree, mark), "of"))
			return c;
	}
	return ONI_NONE;
}

static bool modifies(oni_rel rel)
{
	return rel == ONI_REL_NUMMOD || rel == ONI_REL_COMPOUND || rel == ONI_REL_AMOD || rel == ONI_REL_DET;
}

/* The noun that a number shares with its head: "300 Russian and 500 Ukrainian soldiers"; ONI_NONE. */
static uint32_t shared_noun(const oni_tree *tree, const oni_quantity *q, uint32_t top)
{
	oni_rel rel = oni_tree_rel(tree, top);
	const oni_word *w = oni_tree_word(tree, top), *head = oni_tree_word(tree, w->head);
	if (rel != ONI_REL_CONJ && !(rel == ONI_REL_NUMMOD && w->head < q->first))
		return ONI_NONE;
	if ((head->upos != ONI_UPOS_ADJ && head->upos != ONI_UPOS_NUM) || head->head == ONI_NONE || head->head < q->end)
		return ONI_NONE;
	return oni_tree_word(tree, head->head)->upos == ONI_UPOS_NOUN ? head->head : ONI_NONE;
}

/* No mark between two words: "500 Danish soldiers", not "100 injured, officials". */
static bool adjoins(const oni_tree *tree, uint32_t word, uint32_t noun)
{
	for (uint32_t i = word + 1; i < noun; i++)
		if (oni_tree_word(tree, i)->upos == ONI_UPOS_PUNCT)
			return false;
	return true;
}

/* false where the number is a label of the word before it: "Article 5", "Flight 17", "Smith, 54,". */
static bool find_noun(const oni_tree *tree, const oni_quantity *q, oni_counted *ret)
{
	uint32_t top = top_of(tree, q);
	const oni_word *w = oni_tree_word(tree, top);
	ret->anchor = top;
	ret->noun = ONI_NONE;
	for (uint32_t i = q->number; i < q->end && ret->noun == ONI_NONE; i++)
		ret->noun = held_noun(tree, i, q->end);
	if (ret->noun != ONI_NONE || w->head == ONI_NONE)
		return true;
	oni_rel rel = oni_tree_rel(tree, top);
	const oni_word *head = oni_tree_word(tree, w->head);
	uint32_t shared = shared_noun(tree, q, top);
	if (shared != ONI_NONE) {
		ret->anchor = ret->noun = shared;
		return true;
	}
	if (w->head < q->first && head->upos != ONI_UPOS_VERB)
		return !(rel == ONI_REL_NUMMOD || rel == ONI_REL_COMPOUND || rel == ONI_REL_FLAT || rel == ONI_REL_APPOS
			|| rel == ONI_REL_DEP || rel == ONI_REL_NMOD) || oni_tree_case(tree, top) != ONI_NONE
			|| q->kind != ONI_QUANTITY_PLAIN;
	if (!modifies(rel))
		return true;
	ret->anchor = ret->noun = w->head;
	const oni_word *noun = oni_tree_word(tree, ret->noun);
	if (noun->upos == ONI_UPOS_ADJ && oni_rel_universal((oni_rel)noun->rel) == ONI_REL_AMOD && noun->head != ONI_NONE
		&& noun->head > ret->noun && adjoins(tree, ret->noun, noun->head))
		ret->anchor = ret->noun = noun->head; /* "300 Polish and 500 Danish soldiers" */
	return true;
}

/* The verb or noun at the head of a chain of conjuncts, and how the first of them stands to it. */
static uint32_t governor(const oni_tree *tree, uint32_t word, uint32_t *ret_first)
{
	for (int k = 0; k < CHAIN && oni_tree_rel(tree, word) == ONI_REL_CONJ; k++) {
		uint32_t head = oni_tree_word(tree, word)->head;
		if (head == ONI_NONE || oni_tree_word(tree, head)->upos == ONI_UPOS_VERB)
			break;
		word = head;
	}
	*ret_first = word;
	return oni_tree_word(tree, word)->head;
}

/* ---- the measure ---- */

/* "20 killed", "12 dead", "people who fled", "troops deployed": what hangs on the noun. */
static bool by_its_clauses(finder *f, uint32_t noun)
{
	if (noun == ONI_NONE)
		return false;
	for (uint32_t c = f->tree->child[noun]; c != ONI_NONE; c = f->tree->sibling[c]) {
		const oni_word *w = oni_tree_word(f->tree, c);
		oni_rel rel = oni_tree_rel(f->tree, c);
		if (rel == ONI_REL_AMOD && try_word(f, c, "state"))
			return true;
		if (rel == ONI_REL_AMOD && (w->morph & ONI_MORPH_PARTICIPLE) && try_word(f, c, "object"))
			return true;
		if (rel != ONI_REL_ACL && rel != ONI_REL_APPOS)
			continue;
		bool active = w->rel == ONI_REL_ACL_RELCL && oni_tree_child(f->tree, c, ONI_REL_AUX_PASS) == ONI_NONE
			&& oni_tree_child(f->tree, c, ONI_REL_NSUBJ_PASS) == ONI_NONE;
		if (try_word(f, c, "state") || try_word(f, c, active || oni_str_ends(w->form, "ing") ? "subject" : "object"))
			return true;
	}
	return false;
}

/* "left 12 dead", "12 are feared drowned", "12 were reported missing". */
static bool by_its_state(finder *f, uint32_t verb)
{
	for (uint32_t c = f->tree->child[verb]; c != ONI_NONE; c = f->tree->sibling[c]) {
		oni_rel rel = oni_tree_rel(f->tree, c);
		if ((rel == ONI_REL_XCOMP || rel == ONI_REL_CCOMP || rel == ONI_REL_ADVCL)
			&& oni_tree_child(f->tree, c, ONI_REL_NSUBJ) == ONI_NONE
			&& (try_word(f, c, "state") || (rel != ONI_REL_ADVCL && (try_word(f, c, "object") || try_word(f, c, "subject")))))
			return true;
	}
	return false;
}

/* How the quantity stands to its verb. The parser takes the words that bound a number ("at least", "more than") for
 * an adverbial at times: then its place beside the verb says what it is. */
static oni_rel place_in_clause(const finder *f, uint32_t first, uint32_t verb)
{
	oni_rel plain = oni_tree_rel(f->tree, first);
	uint32_t mark = oni_tree_case(f->tree, first);
	bool free = mark == ONI_NONE || (mark >= f->quantity->first && mark < f->quantity->end);
	if (plain == ONI_REL_FLAT || plain == ONI_REL_DEP) /* "Blast kills 9" */
		return first < verb ? ONI_REL_NSUBJ : ONI_REL_OBJ;
	if ((plain != ONI_REL_OBL && plain != ONI_REL_ADVMOD) || !free || !f->quantity->bounded)
		return plain;
	return first < verb ? ONI_REL_NSUBJ : ONI_REL_OBJ;
}

/* "ordered 40 envoys to leave", the infinitive hung on the envoys. */
static bool by_infinitive(finder *f, uint32_t verb, uint32_t noun)
{
	for (uint32_t c = f->tree->child[noun]; c != ONI_NONE; c = f->tree->sibling[c]) {
		if (oni_tree_rel(f->tree, c) != ONI_REL_ACL || !(oni_tree_word(f->tree, c)->morph & ONI_MORPH_INFINITIVE))
			continue;
		char key[LONGEST_KEY];
		size_t n = append(key, append(key, 0, lemma(f->tree, verb)), lemma(f->tree, c));
		if (set(f, measure_row(f->tables, (oni_str){key, n}, "object"), verb, "object"))
			return true;
	}
	return false;
}

static bool by_its_verb(finder *f)
{
	uint32_t first, verb = governor(f->tree, f->counted->anchor, &first);
	if (verb == ONI_NONE)
		return false;
	oni_rel plain = place_in_clause(f, first, verb);
	bool passive = oni_tree_word(f->tree, first)->rel == ONI_REL_NSUBJ_PASS
		|| oni_tree_child(f->tree, verb, ONI_REL_AUX_PASS) != ONI_NONE;
	if (plain == ONI_REL_NSUBJ) {
		if (passive && try_word(f, verb, "passive"))
			return true; /* "four people were held" */
		if (try_word(f, verb, "state") || try_word(f, verb, passive ? "object" : "subject") || by_its_state(f, verb))
			return true;
		for (uint32_t c = f->tree->child[verb]; c != ONI_NONE; c = f->tree->sibling[c]) /* "were hurt and taken away" */
			if (oni_tree_rel(f->tree, c) == ONI_REL_CONJ && oni_tree_child(f->tree, c, ONI_REL_NSUBJ) == ONI_NONE
				&& try_word(f, c, passive ? "object" : "subject"))
				return true;
		return false;
	}
	if (plain == ONI_REL_OBJ || plain == ONI_REL_IOBJ)
		return try_word(f, verb, "object") || by_infinitive(f, verb, first) || by_its_state(f, verb);
	if (plain == ONI_REL_CONJ) /* "12 were killed and 30 wounded", with the number on the verb */
		return try_word(f, verb, "object");
	return false;
}

/* "the number of civilians killed", "the death toll", "arrests": the measure of a noun that has a size. */
static bool by_size_noun(finder *f, uint32_t noun)
{
	if (noun == ONI_NONE)
		return false;
	static const char *const SIZES[] = {"number", "total", "tally", "count", "figure", "estimate"};
	if (try_word(f, noun, "toll") || try_word(f, noun, "noun"))
		return true;
	bool size = false;
	for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++)
		size = size || oni_str_is(lemma(f->tree, noun), SIZES[i]);
	uint32_t of = size ? held_noun(f->tree, noun, noun) : ONI_NONE;
	if (of == ONI_NONE) {
		uint32_t det = size ? oni_tree_child(f->tree, noun, ONI_REL_DET) : ONI_NONE;
		f->counted->again = f->counted->again || (det != ONI_NONE && (oni_tree_word(f->tree, det)->morph & ONI_MORPH_DEFINITE));
		return false;
	}
	if (by_its_clauses(f, of) || by_its_clauses(f, noun) || try_word(f, of, "state") || try_word(f, of, "object") || try_word(f, of, "noun")) {
		f->counted->noun = of;
		return true;
	}
	return false;
}

/* "the death toll rose to 83", "put the toll at 83", "a death toll of 83", "the toll is 83". */
static bool by_its_toll(finder *f)
{
	uint32_t first, head = governor(f->tree, f->counted->anchor, &first);
	if (head == ONI_NONE)
		return by_size_noun(f, oni_tree_child(f->tree, first, ONI_REL_NSUBJ));
	uint32_t noun = f->counted->noun, mark = oni_tree_case(f->tree, first);
	if (oni_tree_rel(f->tree, first) == ONI_REL_NMOD && mark != ONI_NONE
		&& (oni_str_is(lemma(f->tree, mark), "of") || oni_str_is(lemma(f->tree, mark), "at")) && by_size_noun(f, head))
		return true;
	if (by_size_noun(f, oni_tree_child(f->tree, first, ONI_REL_NSUBJ)) /* copula */
		|| by_size_noun(f, oni_tree_child(f->tree, head, ONI_REL_NSUBJ))
		|| by_size_noun(f, oni_tree_child(f->tree, head, ONI_REL_OBJ)))
		return true;
	f->counted->noun = noun;
	return false;
}

/* "the deaths of 12 people", "the arrest of 40". */
static bool by_its_noun(finder *f)
{
	uint32_t first, head = governor(f->tree, f->counted->anchor, &first);
	return head != ONI_NONE && oni_tree_rel(f->tree, first) == ONI_REL_NMOD && try_word(f, head, "of");
}

static oni_str unit_of(const oni_figure_tables *t, oni_str word, const char *class, bool *ret_there)
{
	uint32_t row = oni_table_find(t->units, word);
	*ret_there = row != ONI_NO_ROW && oni_str_is(oni_table_cell(t->units, row, t->unit_class), class);
	return *ret_there ? oni_table_cell(t->units, row, t->unit_is) : (oni_str){0};
}

/* "two of the injured died": what is told of them all tells less than the verb tells of these. */
static bool by_verb_of_part(finder *f)
{
	const oni_word *noun = f->counted->noun == ONI_NONE ? NULL : oni_tree_word(f->tree, f->counted->noun);
	if (!noun || f->counted->noun == f->counted->anchor)
		return false;
	uint32_t first, verb = governor(f->tree, f->counted->anchor, &first);
	return verb != ONI_NONE && place_in_clause(f, first, verb) == ONI_REL_NSUBJ && oni_tree_word(f->tree, verb)->upos == ONI_UPOS_VERB
		&& by_its_verb(f);
}

static void find_measure(finder *f)
{
	uint32_t noun = f->counted->noun, anchor = f->counted->anchor;
	if (noun != ONI_NONE) {
		const oni_word *w = oni_tree_word(f->tree, noun);
		if (by_verb_of_part(f))
			return;
		if (w->upos == ONI_UPOS_VERB && try_word(f, noun, "object"))
			return; /* "and 30 wounded" */
		if (w->upos == ONI_UPOS_VERB && noun >= f->quantity->end && try_word(f, noun, "subject"))
			return; /* "8,000 took part" */
		if (try_word(f, noun, "state"))
			return;
	}
	if (by_its_clauses(f, noun) || (noun != anchor && by_its_clauses(f, anchor)) || by_its_verb(f) || by_its_noun(f))
		return;
	if (noun != ONI_NONE && try_word(f, noun, "noun"))
		return;
	if (noun == ONI_NONE || noun != anchor || (!f->counted->measure.n && oni_tree_rel(f->tree, anchor) != ONI_REL_NSUBJ))
		by_its_toll(f);
}

bool oni_what_is_counted(const oni_figure_tables *tables, const oni_tree *tree, const oni_sentence *sentence,
	const oni_quantity *quantity, oni_counted *ret)
{
	bool skipped = false;
	*ret = (oni_counted){.noun = ONI_NONE, .clause = ONI_NONE};
	bool label = !find_noun(tree, quantity, ret);
	if (oni_counted_behind(tables, tree, quantity, sentence->end, ret))
		return true;
	if (label)
		return false;
	finder f = {tables, tree, quantity, ret};
	if (ret->noun != ONI_NONE) {
		unit_of(tables, lemma(tree, ret->noun), "skip", &skipped);
		if (skipped && quantity->kind == ONI_QUANTITY_PLAIN)
			return false;
		ret->unit = unit_of(tables, lemma(tree, ret->noun), "thing", &ret->thing);
		if (ret->thing)
			return true;
	}
	find_measure(&f);
	oni_counted_beside(tables, tree, quantity, sentence->first, ret);
	return true;
}
