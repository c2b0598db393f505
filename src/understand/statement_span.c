/* statement_span.c - Which words of its sentence are a cue's source, which its content, and how far the cue itself reaches.
 *
 * Problem. "He has also said, according to aides, that the bridge, which he built, will hold": what the cue governs can be
 * before, behind or around it, in pieces, and its source a clause away; parses are wrong just where sentences are long.
 * Method. Each word is labelled none, source, cue or content, the labels all at once (Viterbi), by a linear model. What it
 * sees of a word is above all the way to it from the cue in the tree: how far up to where the two meet, by which relations,
 * and which branch leads down from there; then the cue's lemma with that, the side, quotation marks and commas between.
 * Trained on the parser's own trees (train/statement), so it learns what to make of the parser's usual errors.
 * Example. `"We lost," said Ruiz, adding that it hurt`, cue `adding`: `Ruiz` is one up (advcl), branch nsubj: source; `it`
 * is below by ccomp: content; `We` is one up, branch ccomp: none.
 * Source. Semantic role labelling by paths in the tree goes back to Gildea and Jurafsky (2002); the sequence model is a
 * linear-chain conditional random field (Lafferty et al. 2001). */
#include "understand/statement_model.h"

enum { NEAR = ONI_WINDOW_MOST / 2, DEEP = 64 };        /* words at each side of a cue, and steps up a tree, that are looked at */

static uint32_t at_most(uint32_t value, uint32_t most)
{
	return value < most ? value : most;
}

/* Marks the cue's ancestors with how far up they are. */
static void climb(const oni_look *look, oni_window *window, uint8_t *height)
{
	uint32_t chain = 17;
	uint32_t word = window->cue;
	for (uint32_t up = 0; up < DEEP && word != ONI_NONE; up++) {
		const oni_word *w = oni_word_at(look, word);
		if (word >= window->first && word < window->end)
			height[word - window->first] = (uint8_t)(up + 1);
		if (up < 4)
			window->chain[up] = chain;
		chain = chain * 31 + w->rel;
		word = w->head;
	}
}

/* From each word up to the first ancestor of the cue, remembering what was found on the way. */
static void find_branches(const oni_look *look, oni_window *window, const uint8_t *height, oni_arena *scratch)
{
	uint32_t n = window->end - window->first, first = window->first, *path = ONI_NEW_N(scratch, uint32_t, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t depth = 0, word = first + i, lowest = ONI_NONE, branch = ONI_NONE;
		while (true) {
			uint32_t k = word - first;
			if (height[k]) {
				lowest = word;
				branch = depth ? path[depth - 1] : word;
				break;
			}
			if (window->up[k]) {
				lowest = window->lowest[k];
				branch = window->branch[k];
				break;
			}
			uint32_t head = oni_word_at(look, word)->head;
			path[depth++] = word;
			if (head == ONI_NONE || head < first || head >= window->end || depth > n)
				break;
			word = head;
		}
		uint8_t up = lowest == ONI_NONE || !height[lowest - first] ? 255 : height[lowest - first];
		for (uint32_t d = depth; d-- > 0;) {
			window->up[path[d] - first] = up;
			window->lowest[path[d] - first] = lowest;
			window->branch[path[d] - first] = branch == ONI_NONE ? path[d] : branch;
		}
		if (height[i]) {
			window->up[i] = height[i];
			window->lowest[i] = window->branch[i] = first + i;
		}
	}
}

void oni_window_about(const oni_look *look, uint32_t cue, uint32_t first, uint32_t end, oni_arena *scratch, oni_window *ret_window)
{
	oni_window *window = ret_window;
	*window = (oni_window){.cue = cue, .first = first, .end = end};
	if (cue - window->first > NEAR)
		window->first = cue - NEAR;
	if (window->end - cue > NEAR)
		window->end = cue + NEAR;
	uint32_t n = window->end - window->first;
	uint8_t *height = ONI_NEW_N(scratch, uint8_t, n);
	window->lowest = ONI_NEW_N(scratch, uint32_t, n);
	window->branch = ONI_NEW_N(scratch, uint32_t, n);
	window->up = ONI_NEW_N(scratch, uint8_t, n);
	window->quote = ONI_NEW_N(scratch, uint32_t, n);
	window->quoting = ONI_NEW_N(scratch, uint8_t, n);
	for (uint32_t i = 0; i < n; i++) {
		window->quote[i] = oni_quote_for(look, cue, window->first + i);
		window->quoting[i] = (uint8_t)oni_quoting_for(look, cue, window->first + i);
	}
	climb(look, window, height);
	find_branches(look, window, height, scratch);
}

static bool is_punct(const oni_look *look, uint32_t word)
{
	return oni_word_at(look, word)->upos == ONI_UPOS_PUNCT;
}

uint32_t oni_span_step(const oni_look *look, const oni_window *window, uint32_t word)
{
	if (word == window->cue)
		return 0;
	if (window->quoting[word - window->first] == ONI_QUOTING_OPENS)
		return 1;
	if (window->quoting[word - window->first] == ONI_QUOTING_CLOSES)
		return 2;
	if (word > window->first && window->quoting[word - 1 - window->first] == ONI_QUOTING_CLOSES)
		return 3;
	if (is_punct(look, word))
		return oni_str_is(oni_word_at(look, word)->form, ",") ? 4 : 5;
	if (word > window->first && is_punct(look, word - 1))
		return 6;
	return word == window->cue + 1 ? 7 : 8;
}

/* The side of the cue and how far, in steps that grow. */
static uint32_t distance_of(uint32_t cue, uint32_t word)
{
	uint32_t far = word > cue ? word - cue : cue - word;
	uint32_t step = far <= 4 ? far : far <= 7 ? 5 : far <= 12 ? 6 : far <= 20 ? 7 : far <= 40 ? 8 : 9;
	return step * 2 + (word > cue);
}

/* Where the word is in a quotation that the cue is not in; where in none, whether it is in the one that the cue is in. */
static uint32_t quoting_of(const oni_look *look, const oni_window *window, uint32_t word)
{
	uint32_t mine = look->quote[window->cue];
	if (window->quote[word - window->first] == ONI_NONE)
		return mine == ONI_NONE ? 0 : 1u + (look->quote[word] == mine);
	return 4u + window->quoting[word - window->first] + 4u * (mine != ONI_NONE);
}

static uint32_t shape_of(const oni_look *look, uint32_t word)
{
	const oni_word *w = oni_word_at(look, word);
	if (w->upos == ONI_UPOS_PUNCT)
		return look->form[word];
	if (w->upos == ONI_UPOS_PRON || w->upos == ONI_UPOS_SCONJ || w->upos == ONI_UPOS_ADP || w->upos == ONI_UPOS_PART
			|| w->upos == ONI_UPOS_CCONJ || w->upos == ONI_UPOS_AUX)
		return look->lemma[word];
	return w->upos * 8u + (w->name != ONI_NONE) * 4u + (look->sense[word].field == ONI_FIELD_PERSON) * 2u + look->sense[word].cue;
}

static uint32_t complements_of(const oni_look *look, uint32_t cue)
{
	uint32_t bits = 0;
	for (uint32_t c = look->child[cue]; c != ONI_NONE; c = look->sibling[c]) {
		switch (oni_word_at(look, c)->rel) {
		case ONI_REL_CCOMP: bits |= c < cue ? 1u : 2u; break;
		case ONI_REL_PARATAXIS: bits |= c < cue ? 4u : 8u; break;
		case ONI_REL_XCOMP: bits |= 16u; break;
		case ONI_REL_OBJ: bits |= 32u; break;
		case ONI_REL_NSUBJ: bits |= 64u; break;
		case ONI_REL_NSUBJ_PASS: bits |= 128u; break;
		case ONI_REL_OBL: bits |= 256u; break;
		case ONI_REL_ADVCL: bits |= 512u; break;
		default: break;
		}
	}
	return bits;
}

/* The branch's own look: what it begins with, and what is in it. */
static uint32_t branch_kind(const oni_look *look, uint32_t branch)
{
	uint32_t with = oni_child(look, branch, ONI_REL_MARK);
	if (with == ONI_NONE)
		with = oni_child(look, branch, ONI_REL_CASE);
	return with == ONI_NONE ? oni_word_at(look, branch)->upos : look->lemma[with];
}

static void path_features(const oni_look *look, const oni_window *window, uint32_t word, oni_features *f)
{
	uint32_t i = word - window->first, cue = window->cue, up = window->up[i], branch = window->branch[i];
	const oni_word *w = oni_word_at(look, word), *b = oni_word_at(look, branch), *c = oni_word_at(look, cue);
	uint32_t lemma = look->lemma[cue], field = look->sense[cue].field + 32u * c->upos;
	uint32_t chain = up == 255 ? 3 : window->chain[at_most(up - 1, 3)];
	bool self = branch == word, meets = window->lowest[i] == word;
	uint32_t side = (branch > cue) + 2u * (word > cue);
	uint32_t path = chain * 64 + (meets ? 60 : b->rel);
	path = path * 4 + side;
	uint32_t kind = branch_kind(look, branch), complements = complements_of(look, cue);
	uint32_t quoting = quoting_of(look, window, word), shape = shape_of(look, word);
	oni_feature(f, 1, path, 0);
	oni_feature(f, 2, path, lemma);
	oni_feature(f, 3, path, field);
	oni_feature(f, 4, path, complements);
	oni_feature(f, 5, path, quoting);
	oni_feature(f, 6, path, shape);
	oni_feature(f, 7, path, kind);
	oni_feature(f, 8, path + kind, lemma);
	oni_feature(f, 9, path, w->rel + 64u * self);
	oni_feature(f, 10, path + w->rel + 64u * self, lemma);
	oni_feature(f, 11, path, self ? look->lemma[word] : 1);
	oni_feature(f, 12, path, look->lemma[branch]);
	oni_feature(f, 13, path, look->sense[branch].field + 32u * look->sense[branch].cue);
	oni_feature(f, 14, path, distance_of(cue, word));
	oni_feature(f, 15, path + complements, lemma);
	oni_feature(f, 16, path, oni_hash_nocase(c->xpos));
	oni_feature(f, 17, path, c->rel);
	oni_feature(f, 18, up + 256u * (w->rel + 64u * b->rel), side);
	oni_feature(f, 19, path, word < branch);
	oni_feature(f, 20, path + 7u * (word < branch), shape + w->rel);
	oni_feature(f, 21, path, at_most(look->commas[word > branch ? word : branch] - look->commas[word > branch ? branch : word], 3));
	oni_feature(f, 23, path, look->actor[branch]);
	oni_feature(f, 24, path, look->actor[word] + 16u * look->actor[branch]);
	if (!self && w->head != ONI_NONE) {
		const oni_word *h = oni_word_at(look, w->head);
		oni_feature(f, 22, path, w->rel * 64u + h->rel);
	}
}

static uint32_t form_beside(const oni_look *look, const oni_window *window, uint32_t word, int step)
{
	int64_t at = (int64_t)word + step;
	return at < (int64_t)window->first || at >= (int64_t)window->end ? 0 : shape_of(look, (uint32_t)at);
}

static void place_features(const oni_look *look, const oni_window *window, uint32_t word, oni_features *f)
{
	uint32_t cue = window->cue, lemma = look->lemma[cue], far = distance_of(cue, word);
	uint32_t quoting = quoting_of(look, window, word), side = word > cue;
	uint32_t low = word < cue ? word : cue, high = word < cue ? cue : word;
	uint32_t commas = at_most(look->commas[high] - look->commas[low], 4);
	uint32_t verbs = at_most(look->verbs[high] - look->verbs[low + 1], 4);
	uint32_t shape = shape_of(look, word), cue_field = look->sense[cue].field + 32u * oni_word_at(look, cue)->upos;
	oni_feature(f, 40, quoting, side);
	oni_feature(f, 41, quoting, lemma + side);
	oni_feature(f, 42, quoting, far);
	oni_feature(f, 43, quoting, commas * 2 + side);
	oni_feature(f, 44, far, lemma);
	oni_feature(f, 45, far, cue_field);
	oni_feature(f, 46, far, shape);
	oni_feature(f, 47, commas * 8 + verbs, side);
	oni_feature(f, 48, commas * 8 + verbs, lemma + side);
	oni_feature(f, 49, shape, quoting * 2 + side);
	oni_feature(f, 50, look->lemma[word], side);
	oni_feature(f, 51, look->lemma[word], far < 10 ? lemma + far : side);
	oni_feature(f, 52, oni_word_at(look, word)->upos, far);
	oni_feature(f, 53, form_beside(look, window, word, -1), shape);
	oni_feature(f, 54, form_beside(look, window, word, 1), shape);
	oni_feature(f, 55, form_beside(look, window, word, -1) * 31 + form_beside(look, window, word, 1), side);
	oni_feature(f, 56, form_beside(look, window, word, -2), form_beside(look, window, word, -1));
	oni_feature(f, 57, form_beside(look, window, word, 1), form_beside(look, window, word, 2));
	oni_feature(f, 58, word == window->first, quoting);
	oni_feature(f, 59, word + 1 == window->end, shape);
	oni_feature(f, 61, look->actor[word], far);
	oni_feature(f, 60, look->sense[word].cue, oni_word_at(look, word)->rel + 64u * side);
}

void oni_span_features(const oni_look *look, const oni_window *window, uint32_t word, oni_features *f)
{
	f->n = 0;
	oni_feature(f, 0, 0, 0);
	path_features(look, window, word, f);
	place_features(look, window, word, f);
}

static void weigh(const oni_statement_model *model, const oni_look *look, const oni_window *window, uint32_t word,
	int32_t ret_score[ONI_PARTS])
{
	oni_features f;
	uint32_t mask = (1u << model->span_bits) - 1;
	oni_span_features(look, window, word, &f);
	memset(ret_score, 0, ONI_PARTS * sizeof *ret_score);
	for (uint32_t i = 0; i < f.n; i++)
		for (int p = 0; p < ONI_PARTS; p++)
			ret_score[p] += model->span[f.at[i] & mask][p];
	if (word == window->cue)
		ret_score[ONI_PART_CUE] += 1 << 20;
}

void oni_span_label(const oni_statement_model *model, const oni_look *look, const oni_window *window, oni_arena *scratch,
	uint8_t *ret_parts)
{
	uint32_t n = window->end - window->first;
	uint8_t (*back)[ONI_PARTS] = oni_alloc(scratch, sizeof *back * n);
	int32_t best[ONI_PARTS] = {0}, next[ONI_PARTS], score[ONI_PARTS];
	for (uint32_t i = 0; i < n; i++) {
		const int32_t (*step)[ONI_PARTS] = model->step[oni_span_step(look, window, window->first + i)];
		weigh(model, look, window, window->first + i, score);
		for (int p = 0; p < ONI_PARTS; p++) {
			uint8_t from = 0;
			for (uint8_t q = 1; q < ONI_PARTS && i > 0; q++)
				if (best[q] + step[q][p] > best[from] + step[from][p])
					from = q;
			next[p] = score[p] + (i ? best[from] + step[from][p] : step[ONI_PARTS][p]);
			back[i][p] = from;
		}
		memcpy(best, next, sizeof best);
	}
	uint8_t last = 0;
	for (uint8_t p = 1; p < ONI_PARTS; p++)
		if (best[p] > best[last])
			last = p;
	for (uint32_t i = n; i-- > 0;) {
		ret_parts[i] = last;
		last = back[i][last];
	}
}
