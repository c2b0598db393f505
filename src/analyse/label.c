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

/* ---- names: the best sequence of labels in which nothing goes on that has not begun (Viterbi) ---- */

static bool may_follow(const oni_name_label *before, const oni_name_label *after)
{
	return !after->inside || ((before->begins || before->inside) && before->kind == after->kind);
}

/* score [n rows][stride] -> the labels of n words. */
static void best_labels(const oni_model *m, oni_arena *scratch, const int32_t *score, size_t stride, uint32_t n, uint8_t *ret_label)
{
	uint32_t L = m->name_count;
	int64_t *sum = ONI_NEW_N(scratch, int64_t, 2 * L), *next = sum + L;
	uint8_t *from = oni_alloc(scratch, (size_t)n * L);
	for (uint32_t i = 0; i < L; i++)
		sum[i] = m->names[i].inside ? INT32_MIN : score[i];
	for (uint32_t t = 1; t < n; t++) {
		for (uint32_t j = 0; j < L; j++) {
			uint32_t best = 0;
			for (uint32_t i = 1; i < L; i++)
				if (may_follow(&m->names[i], &m->names[j]) && (sum[i] > sum[best] || !may_follow(&m->names[best], &m->names[j])))
					best = i;
			from[(size_t)t * L + j] = (uint8_t)best;
			next[j] = sum[best] + score[t * stride + j];
		}
		int64_t *swap = sum;
		sum = next;
		next = swap;
	}
	uint32_t best = 0;
	for (uint32_t i = 1; i < L; i++)
		if (sum[i] > sum[best])
			best = i;
	for (uint32_t t = n; t-- > 0; best = from[(size_t)t * L + best])
		ret_label[t] = (uint8_t)best;
}

/* How far the name's labels are ahead of "no name", at its weakest word; logits have 10 bits behind the point. */
static uint8_t sureness(const int32_t *score, size_t stride, const uint8_t *label, uint32_t n)
{
	int32_t least = INT32_MAX;
	for (uint32_t t = 0; t < n; t++) {
		int32_t ahead = score[t * stride + label[t]] - score[t * stride];
		least = ahead < least ? ahead : least;
	}
	least = 128 + least / 32;
	return (uint8_t)(least < 0 ? 0 : least > 255 ? 255 : least);
}

static void add_name(oni_doc *doc, uint32_t first, uint32_t end, uint8_t kind, uint8_t score)
{
	oni_name *name = oni_push(doc->arena, &doc->names);
	*name = (oni_name){first, end, (oni_name_kind)kind, score};
	for (uint32_t i = first; i < end; i++)
		doc->words.at[i].name = doc->names.n - 1;
}

void oni_label_names(const oni_model *m, oni_doc *doc, const oni_batch *b)
{
	const oni_net *net = &m->net;
	const uint8_t *hidden = oni_hidden(doc->scratch, b->kernels, &net->name_hidden, b->top, b->rows);
	const int32_t *all = oni_logits(doc->scratch, b->kernels, &net->name, hidden, b->rows);
	for (uint32_t p = 0; p < b->n; p++) {
		uint32_t n = b->pieces[p].n;
		const int32_t *score = all + (size_t)(b->pieces[p].row + 1) * net->name.out;
		uint8_t *label = oni_alloc(doc->scratch, n + 1);
		best_labels(m, doc->scratch, score, net->name.out, n, label);
		for (uint32_t i = 0; i < n; i++) {
			uint32_t end = i + 1;
			doc->words.at[b->pieces[p].first + i].name = ONI_NONE;
			if (!m->names[label[i]].begins)
				continue;
			while (end < n && m->names[label[end]].inside)
				end++;
			uint8_t sure = sureness(score + (size_t)i * net->name.out, net->name.out, label + i, end - i);
			add_name(doc, b->pieces[p].first + i, b->pieces[p].first + end, m->names[label[i]].kind, sure);
			i = end - 1;
		}
	}
}
