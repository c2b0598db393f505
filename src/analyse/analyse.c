/* A sentence at a time: look at its words, tag them, find their lemmas, parse. A sentence longer than PIECE words (a
 * list without full stops) is analysed in pieces, the later ones hanging from the first one's root as parataxis, so
 * scratch stays small. */
#include "analyse/model.h"

enum { PIECE = 4096 };

typedef struct work {
	const oni_model *model;
	oni_doc *doc;
	oni_lexeme *lex;
	uint16_t *tags;
} work;

static void look(work *k, uint32_t first, uint32_t n)
{
	oni_str *forms = ONI_NEW_N(k->doc->scratch, oni_str, n);
	for (uint32_t i = 0; i < n; i++)
		forms[i] = k->doc->words.at[first + i].form;
	bool shouted = oni_shouted(forms, n);
	k->lex = ONI_NEW_N(k->doc->scratch, oni_lexeme, n);
	for (uint32_t i = 0; i < n; i++)
		oni_lexeme_of(forms[i], shouted, &k->model->words, &k->lex[i]);
}

static void tag(work *k, uint32_t first, uint32_t n)
{
	const oni_model *m = k->model;
	oni_scorer scorer = {oni_model_score, &m->tagger, m->tag_count};
	k->tags = ONI_NEW_N(k->doc->scratch, uint16_t, n);
	oni_tag_words(&scorer, m->tags, k->lex, n, k->tags);
	for (uint32_t i = 0; i < n; i++) {
		oni_word *w = &k->doc->words.at[first + i];
		const oni_tag *t = &m->tags[k->tags[i]];
		w->upos = t->class_;
		w->xpos = t->xpos;
		w->feats = t->feats;
		w->morph = m->tag_morph[k->tags[i]];
		w->lemma = oni_lemma(m, k->doc->arena, w->form, k->tags[i]);
		w->name = ONI_NONE;
	}
}

static void parse(work *k, oni_sentence *sentence, uint32_t first, uint32_t n)
{
	oni_scorer scorer = {oni_model_score, &k->model->parser, k->model->move_count};
	oni_parse state;
	oni_parse_begin(&state, k->doc->scratch, k->lex, k->model->tags, k->tags, n);
	oni_parse_run(&scorer, k->model->moves, &state);
	for (uint32_t i = 0; i < n; i++) {
		oni_word *w = &k->doc->words.at[first + i];
		const oni_node *node = &state.nodes[i + 1];
		w->head = node->head ? first + node->head - 1 : sentence->root;
		w->rel = node->head ? node->label : sentence->root == ONI_NONE ? ONI_REL_ROOT : ONI_REL_PARATAXIS;
		if (!node->head && sentence->root == ONI_NONE)
			sentence->root = first + i;
	}
}

static void analyse_sentence(const oni_model *model, oni_doc *doc, oni_sentence *sentence)
{
	sentence->root = ONI_NONE;
	for (uint32_t first = sentence->first; first < sentence->end; first += PIECE) {
		uint32_t n = sentence->end - first < PIECE ? sentence->end - first : PIECE;
		oni_mark mark = oni_arena_mark(doc->scratch);
		work k = {model, doc, NULL, NULL};
		look(&k, first, n);
		tag(&k, first, n);
		parse(&k, sentence, first, n);
		oni_arena_rewind(doc->scratch, mark);
	}
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

void oni_analyse(const oni_model *model, const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	if (!model) {
		leave_unknown(doc);
		return;
	}
	for (uint32_t i = 0; i < doc->sentences.n; i++)
		analyse_sentence(model, doc, &doc->sentences.at[i]);
}
