#include "analyse/language.h"

#include "analyse/form.h"
#include "base/utf8.h"

/* ---- tags ---- */

static uint32_t best_of(const int32_t *score, uint32_t n)
{
	uint32_t best = 0;
	for (uint32_t i = 1; i < n; i++)
		if (score[i] > score[best])
			best = i;
	return best;
}

void oni_label_tags(const oni_model *m, oni_doc *doc, const oni_batch *b)
{
	const oni_net *net = &m->net;
	const uint8_t *hidden = oni_hidden(doc->scratch, b->kernels, &net->tag_hidden, b->low, b->rows);
	const int32_t *score = oni_logits(doc->scratch, b->kernels, &net->tag, hidden, b->rows);
	for (uint32_t p = 0; p < b->n; p++)
		for (uint32_t i = 0; i < b->pieces[p].n; i++) {
			oni_word *w = &doc->words.at[b->pieces[p].first + i];
			const oni_tag_label *t = &m->tags[best_of(score + (size_t)(b->pieces[p].row + 1 + i) * net->tag.out, m->tag_count)];
			w->upos = t->upos;
			w->xpos = t->xpos;
			w->feats = t->feats;
			w->morph = t->morph;
		}
}

/* ---- lemmas ---- */

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

static oni_str lemma_of(const oni_model *m, oni_arena *arena, oni_str form, int32_t *score)
{
	enum { TRIES = 40 };
	for (int tries = 0; tries < TRIES; tries++) {
		uint32_t best = best_of(score, m->rule_count);
		oni_str lemma = oni_lemma_by(arena, &m->rules[best], form);
		if (lemma.n)
			return lemma;
		score[best] = INT32_MIN;
	}
	return form;
}

void oni_label_lemmas(const oni_model *m, oni_doc *doc, const oni_batch *b)
{
	const oni_net *net = &m->net;
	const uint8_t *hidden = oni_hidden(doc->scratch, b->kernels, &net->lemma_hidden, b->low, b->rows);
	int32_t *score = oni_logits(doc->scratch, b->kernels, &net->lemma, hidden, b->rows);
	for (uint32_t p = 0; p < b->n; p++)
		for (uint32_t i = 0; i < b->pieces[p].n; i++) {
			oni_word *w = &doc->words.at[b->pieces[p].first + i];
			w->lemma = lemma_of(m, doc->arena, w->form, score + (size_t)(b->pieces[p].row + 1 + i) * net->lemma.out);
		}
}

/* ---- names: decided by settle.c ---- */

static int16_t narrow(int32_t v)
{
	return (int16_t)(v > INT16_MAX ? INT16_MAX : v < INT16_MIN ? INT16_MIN : v);
}

void oni_label_names(const oni_model *m, oni_doc *doc, const oni_batch *b, int16_t *ret_scores)
{
	const oni_net *net = &m->net;
	const uint8_t *hidden = oni_hidden(doc->scratch, b->kernels, &net->name_hidden, b->top, b->rows);
	const int32_t *all = oni_logits(doc->scratch, b->kernels, &net->name, hidden, b->rows);
	for (uint32_t p = 0; p < b->n; p++)
		for (uint32_t i = 0; i < b->pieces[p].n; i++) {
			const int32_t *score = all + (size_t)(b->pieces[p].row + 1 + i) * net->name.out;
			int16_t *to = ret_scores + (size_t)(b->pieces[p].first + i) * m->name_count;
			for (uint32_t label = 0; label < m->name_count; label++)
				to[label] = narrow(score[label]);
		}
}
