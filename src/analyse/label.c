#include "analyse/language.h"


/* ---- tags ---- */

void oni_label_tags(const oni_model *m, oni_doc *doc, const oni_batch *b)
{
	const oni_net *net = &m->net;
	const uint8_t *hidden = oni_hidden(doc->scratch, b->kernels, &net->tag_hidden, b->low, b->rows);
	const int32_t *score = oni_logits(doc->scratch, b->kernels, &net->tag, hidden, b->rows);
	for (uint32_t p = 0; p < b->n; p++)
		for (uint32_t i = 0; i < b->pieces[p].n; i++) {
			oni_word *w = &doc->words.at[b->pieces[p].first + i];
			const oni_tag_label *t = &m->tags[oni_best_of(score + (size_t)(b->pieces[p].row + 1 + i) * net->tag.out, m->tag_count)];
			w->upos = t->upos;
			w->xpos = t->xpos;
			w->feats = t->feats;
			w->morph = t->morph;
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
