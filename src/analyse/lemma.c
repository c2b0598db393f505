/* Problem: the lemma of any form. Method: the network scores rules (case, end to cut, end to put) that training has seen; the best one
 * that fits wins, with two checks. Forms in the list of irregular ones are looked up. And where what the rule gives is no lemma that is
 * known for this word class, a rule not far behind that gives a known one goes before it.
 * Example: "provoked": the rule "ed" -> "" gives "provok", which nobody knows as a verb; "d" -> "" is second and gives "provoke".
 * "fought": the rule of "thought" would give "fink", which is a verb; the list has "fight". */
#include "analyse/language.h"

#include "analyse/form.h"
#include "base/utf8.h"

enum {
	TRIES = 40,
	NEAR_TRIES = 6,
	NEAR = 8 * 1024                /* how far behind the best rule, logits have 10 bits behind the point */
};

static oni_str with_case(oni_arena *arena, char as, oni_str form)
{
	char *out = oni_alloc(arena, form.n * 2 + 4);
	size_t to = 0;
	for (size_t at = 0, n; at < form.n; at += n) {
		int32_t c = oni_rune_at(form, at, &n);
		bool keep = c == ONI_BAD_RUNE || as == 'k' || (as == 't' && at == 0);
		if (keep) {
			memcpy(out + to, form.at + at, n);
			to += n;
		} else {
			to += oni_rune_put(oni_form_lower(c), out + to);
		}
	}
	return (oni_str){out, to};
}

static bool has_capital(oni_str form)
{
	for (size_t at = 0, n; at < form.n; at += n) {
		int32_t c = oni_rune_at(form, at, &n);
		if (c != ONI_BAD_RUNE && oni_form_lower(c) != c)
			return true;
	}
	return false;
}

oni_str oni_lemma_by(oni_arena *arena, const oni_lemma_rule *rule, oni_str form)
{
	oni_str base = rule->case_ == 'k' || !has_capital(form) ? form : with_case(arena, rule->case_, form);
	if (base.n < rule->cut.n || !oni_str_eq(oni_str_cut(base, base.n - rule->cut.n, base.n), rule->cut))
		return ONI_STR("");
	base.n -= rule->cut.n;
	if (rule->put.n == 0)
		return base;
	char *out = oni_alloc(arena, base.n + rule->put.n);
	memcpy(out, base.at, base.n);
	memcpy(out + base.n, rule->put.at, rule->put.n);
	return (oni_str){out, base.n + rule->put.n};
}

/* ---- what is known ---- */

static uint64_t hash_pair(oni_str word, const char *upos)
{
	return oni_hash_more(oni_hash_more(oni_hash(word), ONI_STR("\t")), oni_str_of(upos));
}

static bool is_lemma(const oni_net *net, oni_str word, const char *upos)
{
	uint64_t h = hash_pair(word, upos);
	for (int i = 0; i < 4; i++) {
		h = (h ^ h >> 32) * UINT64_C(0x9E3779B97F4A7C15);
		uint64_t bit = h >> 32 & (net->lemmas.n * 8 - 1);
		if (!((uint8_t)net->lemmas.at[bit / 8] >> bit % 8 & 1))
			return false;
	}
	return true;
}

/* The irregular lemma of a form in small letters; n 0 when there is none. */
static oni_str irregular(const oni_model *m, oni_str form, const char *upos)
{
	uint32_t low = 0, high = m->irregular_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		oni_str rest = oni_str_cut(m->net.irregular, m->irregular[middle], m->net.irregular.n), line, cell;
		oni_str_split(&rest, '\n', &line);
		oni_str_split(&line, '\t', &cell);
		int order = oni_str_cmp(form, cell);
		if (order == 0) {
			oni_str_split(&line, '\t', &cell);
			order = oni_str_cmp(oni_str_of(upos), cell);
		}
		if (order == 0)
			return line;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return ONI_STR("");
}

/* ---- choosing ---- */

/* The class that lists go by, NULL where they have nothing to say (auxiliaries are all in the treebanks). */
static const char *listed_class(uint8_t upos)
{
	switch (upos) {
	case ONI_UPOS_NOUN:
		return "NOUN";
	case ONI_UPOS_VERB:
		return "VERB";
	case ONI_UPOS_ADJ:
		return "ADJ";
	default:
		return NULL;
	}
}

/* The best rules that fit, one after the other; takes their scores away. False when there is none any more. */
static bool next_lemma(const oni_model *m, oni_arena *arena, oni_str form, int32_t *score, oni_str *ret_lemma, int32_t *ret_score)
{
	for (int tries = 0; tries < TRIES; tries++) {
		uint32_t best = oni_best_of(score, m->rule_count);
		*ret_score = score[best];
		score[best] = INT32_MIN;
		*ret_lemma = oni_lemma_by(arena, &m->rules[best], form);
		if (ret_lemma->n)
			return true;
	}
	return false;
}

static oni_str lemma_of(const oni_model *m, oni_arena *arena, const oni_word *w, int32_t *score)
{
	oni_str best, other;
	int32_t top, near;
	const char *upos = listed_class(w->upos);
	if (upos) {
		best = irregular(m, has_capital(w->form) ? with_case(arena, 'l', w->form) : w->form, upos);
		if (best.n)
			return best;
	}
	if (!next_lemma(m, arena, w->form, score, &best, &top))
		return w->form;
	if (!upos || has_capital(best) || is_lemma(&m->net, best, upos))
		return best;
	for (int tries = 0; tries < NEAR_TRIES && next_lemma(m, arena, w->form, score, &other, &near) && top - near < NEAR; tries++)
		if (is_lemma(&m->net, other, upos))
			return other;
	return best;
}

void oni_label_lemmas(const oni_model *m, oni_doc *doc, const oni_batch *b)
{
	const oni_net *net = &m->net;
	const uint8_t *hidden = oni_hidden(doc->scratch, b->kernels, &net->lemma_hidden, b->low, b->rows);
	int32_t *score = oni_logits(doc->scratch, b->kernels, &net->lemma, hidden, b->rows);
	for (uint32_t p = 0; p < b->n; p++)
		for (uint32_t i = 0; i < b->pieces[p].n; i++) {
			oni_word *w = &doc->words.at[b->pieces[p].first + i];
			w->lemma = lemma_of(m, doc->arena, w, score + (size_t)(b->pieces[p].row + 1 + i) * net->lemma.out);
		}
}

oni_str oni_verb_lemma(const oni_model *m, oni_arena *arena, oni_str form)
{
	static const char *const ENDS[][2] = {{"", ""}, {"d", ""}, {"ed", ""}, {"ied", "y"}, {"s", ""}, {"es", ""}, {"ies", "y"}};
	oni_str small = has_capital(form) ? with_case(arena, 'l', form) : form, lemma = irregular(m, small, "VERB");
	if (lemma.n)
		return lemma;
	for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
		oni_lemma_rule rule = {.case_ = 'k', .cut = oni_str_of(ENDS[i][0]), .put = oni_str_of(ENDS[i][1])};
		lemma = oni_lemma_by(arena, &rule, small);
		if (lemma.n && is_lemma(&m->net, lemma, "VERB"))
			return lemma;
		if (i == 2 && lemma.n > 2 && lemma.at[lemma.n - 1] == lemma.at[lemma.n - 2] && is_lemma(&m->net, oni_str_cut(lemma, 0, lemma.n - 1), "VERB"))
			return oni_str_cut(lemma, 0, lemma.n - 1); /* "banned" */
	}
	return small;
}
