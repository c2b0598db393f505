/* Sentences are gathered into batches of a few hundred words, so that the network's matrix products are large while what they need stays
 * in the cache; a word's analysis does not depend on the batch it is in. A sentence longer than a piece may be (a list without full
 * stops) is cut, behind punctuation where there is some; the later pieces hang from the first one's root as parataxis. */
#include "analyse/language.h"
#include "analyse/predicate.h"
#include "analyse/settle.h"
#include "analyse/tree.h"

enum { BATCH_WORDS = 256 };

/* The end of the piece that begins at `first`. */
static uint32_t piece_end(const oni_doc *doc, uint32_t first, uint32_t end)
{
	if (end - first <= ONI_PIECE_MOST)
		return end;
	for (uint32_t i = first + ONI_PIECE_MOST; i > first + ONI_PIECE_MOST / 2; i--) {
		oni_str form = doc->words.at[i - 1].form;
		if (form.n == 1 && memchr(",;:.", form.at[0], 4))
			return i;
	}
	return first + ONI_PIECE_MOST;
}

static void hang(const oni_model *m, oni_doc *doc, const oni_batch *b)
{
	oni_trees t = oni_trees_of(doc, b, m->root_rel);
	for (uint32_t p = 0; p < b->n; p++) {
		const oni_piece *piece = &b->pieces[p];
		for (uint32_t i = 0; i < piece->n; i++) {
			oni_word *w = &doc->words.at[piece->first + i];
			uint32_t row = piece->row + 1 + i, *root = &doc->sentences.at[w->sentence].root;
			w->head = t.head[row] == piece->row ? *root : piece->first + t.head[row] - piece->row - 1;
			w->rel = m->rels[t.rel[row]];
			if (t.head[row] != piece->row)
				continue;
			if (*root == ONI_NONE)
				*root = piece->first + i;
			else
				w->rel = ONI_REL_PARATAXIS;
		}
	}
}

static void analyse_batch(const oni_model *m, oni_doc *doc, oni_piece *pieces, uint32_t n, int16_t *names)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_batch batch = {.net = &m->net, .kernels = m->kernels, .pieces = pieces, .n = n};
	oni_encode(doc, &batch);
	oni_label_tags(m, doc, &batch);
	oni_label_lemmas(m, doc, &batch);
	oni_label_names(m, doc, &batch, names);
	hang(m, doc, &batch);
	oni_arena_rewind(doc->scratch, mark);
}

static void leave_unknown(oni_doc *doc)
{
	for (uint32_t i = 0; i < doc->words.n; i++) {
		oni_word *w = &doc->words.at[i];
		w->head = w->name = ONI_NONE;
		w->rel = ONI_REL_DEP;
	}
	for (uint32_t i = 0; i < doc->sentences.n; i++)
		doc->sentences.at[i].root = ONI_NONE;
}

void oni_analyse(const oni_model *m, const oni_facts *facts, oni_doc *doc)
{
	leave_unknown(doc);
	if (!m)
		return;
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_evidence evidence = {ONI_NEW_N(doc->scratch, int16_t, (size_t)doc->words.n * m->name_count), m->name_count};
	oni_piece pieces[BATCH_WORDS];
	uint32_t n = 0, words = 0;
	for (uint32_t s = 0; s < doc->sentences.n; s++) {
		const oni_sentence *sentence = &doc->sentences.at[s];
		for (uint32_t first = sentence->first, end; first < sentence->end; first = end) {
			end = piece_end(doc, first, sentence->end);
			pieces[n++] = (oni_piece){.first = first, .n = end - first};
			words += end - first;
			if (words < BATCH_WORDS && n < BATCH_WORDS)
				continue;
			analyse_batch(m, doc, pieces, n, evidence.score);
			n = words = 0;
		}
	}
	if (n)
		analyse_batch(m, doc, pieces, n, evidence.score);
	oni_mend_predicates(m, doc);
	oni_settle_names(m, facts, doc, &evidence);
	oni_arena_rewind(doc->scratch, mark);
}
