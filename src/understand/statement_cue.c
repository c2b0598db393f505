/* statement_cue.c - Is this word the head of a cue?
 *
 * Problem. "Said" nearly always is one, "call" is when someone is called something but not when a phone is, "claim" is
 * when it has a "that", "plan" when someone plans to. PolNeAR has 7,461 different cues; half of them occur once.
 * Method. Each word that can be a cue is weighed by a linear model over its lemma, the frame it stands in (which
 * complements it has, on which side, with which preposition), its subject, its tense and mood, the quotation marks
 * beside it, and its field of meaning in WordNet, by which a verb that was never seen is still known for a verb of speaking.
 * Example. "The ministry put the toll at 12, it added": `added`: lemma add, frame nsubj + parataxis before, subject a
 * pronoun, no object: a cue. "The rain added to the damage": lemma add, frame nsubj + obl:to, subject a thing: none.
 * Source. The frames are those of Pareti's PARC work and Newell et al., "An Attribution Relations Corpus for Political
 * News" (LREC 2018); logistic regression, trained in train/statement. */
#include "understand/statement_model.h"

/* The words right before and behind in the sentence; 0 at its edges. */
static uint32_t lemma_beside(const oni_look *look, uint32_t word, int step)
{
	const oni_sentence *s = &look->doc->sentences.at[look->doc->words.at[word].sentence];
	int64_t at = (int64_t)word + step;
	return at < (int64_t)s->first || at >= (int64_t)s->end ? 0 : look->lemma[at];
}

static uint32_t tag_beside(const oni_look *look, uint32_t word, int step)
{
	const oni_sentence *s = &look->doc->sentences.at[look->doc->words.at[word].sentence];
	int64_t at = (int64_t)word + step;
	return at < (int64_t)s->first || at >= (int64_t)s->end ? 99 : look->doc->words.at[at].upos;
}

bool oni_cue_possible(const oni_look *look, uint32_t word)
{
	const oni_word *w = oni_word_at(look, word);
	if (look->sense[word].never)
		return false;
	switch (w->upos) {
	case ONI_UPOS_VERB:
		return true;
	case ONI_UPOS_NOUN:
	case ONI_UPOS_ADJ:
		return look->sense[word].cue || look->sense[word].field == ONI_FIELD_COMMUNICATION
			|| look->sense[word].field == ONI_FIELD_COGNITION || look->sense[word].field == ONI_FIELD_ACT;
	case ONI_UPOS_PUNCT:
	case ONI_UPOS_SYM:
		return oni_str_is(w->form, ":") || (w->form.n == 3 && (oni_str_is(w->form, "–") || oni_str_is(w->form, "—")));
	case ONI_UPOS_AUX:
		return !look->sense[word].cue ? w->rel == ONI_REL_ROOT : true;
	default:
		return look->sense[word].cue;
	}
}

/* Where the nearest quotation marks are, also those of the sentences beside it in its segment ("Why?" he asked.): bits. */
static uint32_t quoting_about(const oni_look *look, uint32_t word)
{
	const oni_doc *doc = look->doc;
	const oni_sentence *s = &doc->sentences.at[doc->words.at[word].sentence];
	const oni_segment *segment = &doc->segments.at[s->segment];
	uint32_t first = doc->sentences.at[segment->first_sentence].first, end = doc->sentences.at[segment->end_sentence - 1].end;
	uint32_t bits = look->quote[word] != ONI_NONE;
	for (uint32_t i = word + 1; i < end && i <= word + 6; i++)
		if (oni_quoting_for(look, word, i) == ONI_QUOTING_OPENS)
			bits |= i >= s->end ? 32u : i <= word + 2 ? 2u : 4u;
	for (uint32_t i = word; i-- > first && i + 6 >= word;)
		if (oni_quoting_for(look, word, i) == ONI_QUOTING_CLOSES)
			bits |= i < s->first ? 64u : i + 2 >= word ? 8u : 16u;
	return bits;
}

/* How a clause below begins: with "that", "to", a question word, another conjunction, or with nothing. */
static uint32_t clause_kind(const oni_look *look, uint32_t clause)
{
	uint32_t mark = oni_child(look, clause, ONI_REL_MARK);
	if (mark != ONI_NONE)
		return look->lemma[mark];
	for (uint32_t c = look->child[clause]; c != ONI_NONE && c < clause; c = look->sibling[c])
		if (oni_word_at(look, c)->morph & ONI_MORPH_INTERROGATIVE)
			return 1;
	return oni_word_at(look, clause)->upos == ONI_UPOS_VERB ? 2 : 3;
}

static uint32_t kind_of_phrase(const oni_look *look, uint32_t word)
{
	const oni_word *w = oni_word_at(look, word);
	if (w->name != ONI_NONE)
		return 40u + (uint32_t)look->doc->names.at[w->name].kind;
	if (w->upos == ONI_UPOS_PRON)
		return 50u + ((w->morph & ONI_MORPH_FIRST) ? 1u : (w->morph & ONI_MORPH_SECOND) ? 2u
			: (w->morph & ONI_MORPH_RELATIVE) ? 3u : (w->morph & ONI_MORPH_NEUTER) ? 4u : (w->morph & ONI_MORPH_PERSONAL) ? 5u : 0u);
	return 100u + look->sense[word].field + 64u * w->upos;
}

/* The frame: one bit for each kind of dependant, with its side where that tells. */
static uint32_t frame_of(const oni_look *look, uint32_t word)
{
	uint32_t bits = 0;
	for (uint32_t c = look->child[word]; c != ONI_NONE; c = look->sibling[c]) {
		uint32_t before = c < word;
		switch (oni_word_at(look, c)->rel) {
		case ONI_REL_NSUBJ: bits |= before ? 1u : 2u; break;
		case ONI_REL_NSUBJ_PASS: bits |= 4u; break;
		case ONI_REL_CCOMP: bits |= before ? 8u : 16u; break;
		case ONI_REL_PARATAXIS: bits |= before ? 32u : 64u; break;
		case ONI_REL_XCOMP: bits |= 128u; break;
		case ONI_REL_OBJ: bits |= 256u; break;
		case ONI_REL_IOBJ: bits |= 512u; break;
		case ONI_REL_OBL_AGENT: bits |= 1024u; break;
		case ONI_REL_NMOD_POSS: bits |= 2048u; break;
		case ONI_REL_ACL: bits |= 4096u; break;
		case ONI_REL_NMOD: bits |= 8192u; break;
		case ONI_REL_COP: bits |= 16384u; break;
		default: break;
		}
	}
	return bits;
}

static void children_features(const oni_look *look, uint32_t word, oni_features *f)
{
	uint32_t lemma = look->lemma[word], field = look->sense[word].field;
	uint32_t n = 0;
	for (uint32_t c = look->child[word]; c != ONI_NONE && n < 16; c = look->sibling[c], n++) {
		const oni_word *w = oni_word_at(look, c);
		uint32_t rel = w->rel, side = c < word, key = rel * 2 + side;
		oni_feature(f, 10, lemma, key);
		oni_feature(f, 11, field, key);
		switch (rel) {
		case ONI_REL_CCOMP: case ONI_REL_XCOMP: case ONI_REL_ADVCL: case ONI_REL_ACL: case ONI_REL_PARATAXIS: {
			uint32_t kind = clause_kind(look, c);
			oni_feature(f, 12, lemma, kind + key);
			oni_feature(f, 13, field, kind + key);
			oni_feature(f, 14, look->lemma[c], key + lemma);
			break;
		}
		case ONI_REL_OBJ: case ONI_REL_IOBJ: case ONI_REL_NSUBJ: case ONI_REL_NSUBJ_PASS:
			oni_feature(f, 15, lemma, kind_of_phrase(look, c) * 64 + key);
			oni_feature(f, 16, field, kind_of_phrase(look, c) * 64 + key);
			oni_feature(f, 17, look->lemma[c], key);
			oni_feature(f, 24, lemma, look->actor[c] * 512u + key);
			oni_feature(f, 25, field, look->actor[c] * 512u + key);
			oni_feature(f, 18, look->lemma[c], key + lemma);
			break;
		case ONI_REL_OBL: case ONI_REL_NMOD: case ONI_REL_OBL_AGENT: case ONI_REL_NMOD_POSS: {
			uint32_t with = oni_child(look, c, ONI_REL_CASE);
			with = with == ONI_NONE ? 0 : look->lemma[with];
			oni_feature(f, 19, lemma, with + side);
			oni_feature(f, 20, field, with + side);
			oni_feature(f, 21, kind_of_phrase(look, c), with + key);
			break;
		}
		case ONI_REL_AUX: case ONI_REL_AUX_PASS: case ONI_REL_ADVMOD: case ONI_REL_MARK: case ONI_REL_COP:
		case ONI_REL_COMPOUND_PRT: case ONI_REL_DET: case ONI_REL_CASE:
			oni_feature(f, 22, look->lemma[c], rel);
			oni_feature(f, 23, look->lemma[c], lemma);
			break;
		default:
			break;
		}
	}
}

static void subject_features(const oni_look *look, uint32_t word, oni_features *f)
{
	uint32_t subject = oni_subject(look, word), lemma = look->lemma[word], field = look->sense[word].field;
	uint32_t kind = subject == ONI_NONE ? 0 : kind_of_phrase(look, subject);
	oni_feature(f, 30, kind, 0);
	oni_feature(f, 31, kind, field);
	oni_feature(f, 32, kind, lemma);
	uint32_t actor = subject == ONI_NONE ? 9 : look->actor[subject];
	oni_feature(f, 34, actor, field);
	oni_feature(f, 35, actor, lemma);
	if (subject != ONI_NONE)
		oni_feature(f, 33, look->lemma[subject], subject < word);
}

static uint32_t suffix_of(oni_str s)
{
	return oni_hash_nocase(oni_str_cut(s, s.n > 3 ? s.n - 3 : 0, s.n));
}

void oni_cue_features(const oni_look *look, uint32_t word, oni_features *f)
{
	const oni_word *w = oni_word_at(look, word);
	const oni_sentence *s = &look->doc->sentences.at[w->sentence];
	uint32_t lemma = look->lemma[word], tag = oni_hash_nocase(w->xpos), field = look->sense[word].field + 32u * w->upos;
	uint32_t frame = frame_of(look, word), quoting = quoting_about(look, word);
	uint32_t head = w->head == ONI_NONE ? 0 : look->lemma[w->head];
	bool quotes_in_sentence = false;
	f->n = 0;
	for (uint32_t i = s->first; i < s->end && !quotes_in_sentence && i < s->first + 400; i++)
		quotes_in_sentence = look->quote[i] != look->quote[word] && look->quote[i] != ONI_NONE;
	oni_feature(f, 1, w->upos, 0);
	oni_feature(f, 2, lemma, w->upos);
	oni_feature(f, 3, look->form[word], 0);
	oni_feature(f, 4, lemma, w->rel);
	oni_feature(f, 5, w->upos, w->rel);
	oni_feature(f, 6, lemma, frame);
	oni_feature(f, 7, field, frame);
	oni_feature(f, 8, lemma, tag);
	oni_feature(f, 9, field, tag);
	children_features(look, word, f);
	subject_features(look, word, f);
	oni_feature(f, 40, lemma, quoting);
	oni_feature(f, 41, field, quoting);
	oni_feature(f, 42, frame, quoting);
	oni_feature(f, 43, lemma, quotes_in_sentence);
	oni_feature(f, 44, field, look->sense[word].also);
	oni_feature(f, 45, field, look->sense[word].cue + 2u * (uint32_t)(tag % 64));
	oni_feature(f, 46, frame, look->sense[word].cue + 2u * look->sense[word].also);
	oni_feature(f, 47, suffix_of(w->lemma), w->upos);
	for (int i = -2; i <= 2; i++) {
		if (i == 0)
			continue;
		oni_feature(f, 50u + (uint32_t)(i + 2), lemma_beside(look, word, i), 0);
		oni_feature(f, 55u + (uint32_t)(i + 2), tag_beside(look, word, i), w->upos);
		oni_feature(f, 60u + (uint32_t)(i + 2), lemma_beside(look, word, i), lemma);
	}
	oni_feature(f, 65, tag_beside(look, word, -1) * 64 + tag_beside(look, word, 1), w->upos);
	oni_feature(f, 66, head, w->rel);
	oni_feature(f, 67, head, lemma);
	if (w->head != ONI_NONE)
		oni_feature(f, 68, look->sense[w->head].field + 32u * oni_word_at(look, w->head)->upos, w->rel + 64u * field);
	oni_feature(f, 69, word == s->first, w->upos);
	oni_feature(f, 70, look->doc->segments.at[s->segment].kind, w->upos);
	if (w->upos == ONI_UPOS_PUNCT || w->upos == ONI_UPOS_SYM) {
		uint32_t left = word - s->first > 12 ? 12 : word - s->first, right = s->end - word > 12 ? 12 : s->end - word;
		bool verb_before = look->verbs[word] > look->verbs[s->first];
		oni_feature(f, 71, left, verb_before);
		oni_feature(f, 72, right, verb_before);
		oni_feature(f, 73, quoting, verb_before + 2u * (left < 5));
		oni_feature(f, 74, lemma, verb_before);
		oni_feature(f, 75, word > s->first ? kind_of_phrase(look, word - 1) : 0, lemma);
	}
}

uint32_t oni_number_put(const oni_look *look, uint32_t word)
{
	const oni_word *w = oni_word_at(look, word);
	if (w->upos != ONI_UPOS_VERB || !(oni_str_is(w->lemma, "put") || oni_str_is(w->lemma, "place") || oni_str_is(w->lemma, "estimate"))
			|| oni_child(look, word, ONI_REL_OBJ) == ONI_NONE)
		return ONI_NONE;
	uint32_t end = look->doc->sentences.at[w->sentence].end;
	for (uint32_t at = word + 2; at < end && at < word + 10; at++) {
		if (!oni_str_is(oni_word_at(look, at)->lemma, "at"))
			continue;
		for (uint32_t k = at + 1; k < end && k < at + 5; k++)
			if (oni_word_at(look, k)->upos == ONI_UPOS_NUM)
				return k;
	}
	return ONI_NONE;
}

/* Reasons enough whatever else is weighed: "reportedly", "allegedly"; a phrase of cues.tsv; a number put forward. */
static bool surely(const oni_look *look, uint32_t word)
{
	return (oni_word_at(look, word)->upos == ONI_UPOS_ADV && look->sense[word].evidential) || look->sense[word].phrase
		|| oni_number_put(look, word) != ONI_NONE;
}

int32_t oni_cue_score(const oni_statement_model *model, const oni_look *look, uint32_t word)
{
	oni_features f;
	int32_t sum = model->bias;
	uint32_t mask = (1u << model->cue_bits) - 1;
	oni_cue_features(look, word, &f);
	for (uint32_t i = 0; i < f.n; i++)
		sum += model->cue[f.at[i] & mask];
	sum -= model->threshold;
	return sum <= 0 && surely(look, word) ? 1 : sum;
}
