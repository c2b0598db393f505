/* The noun phrase around a head, and a word's place in its clause. The parse is a model's, so every walk is bounded and
 * stays inside the sentence: a wrong tree gives a short phrase, never a long walk. */
#include "understand/entity_parts.h"

enum { HOPS = 12, PHRASE = 40 };

bool oni_word_is(const oni_doc *doc, uint32_t word, const char *const *list)
{
	oni_str lemma = doc->words.at[word].lemma, form = doc->words.at[word].form;
	for (; *list; list++) {
		oni_str item = oni_str_of(*list);
		if (oni_str_eq_nocase(lemma, item) || oni_str_eq_nocase(form, item))
			return true;
	}
	return false;
}

/* Whether a word before the head may be a part of its phrase by the relation to its own head. */
static bool inner_relation(const oni_word *w, bool direct)
{
	switch (w->rel) {
	case ONI_REL_DET: case ONI_REL_AMOD: case ONI_REL_COMPOUND: case ONI_REL_NMOD_POSS: case ONI_REL_NUMMOD:
	case ONI_REL_NMOD_DESC: case ONI_REL_FLAT: case ONI_REL_NMOD_UNMARKED: case ONI_REL_DET_PREDET: case ONI_REL_NMOD:
	case ONI_REL_ADVMOD: case ONI_REL_GOESWITH: case ONI_REL_FIXED: case ONI_REL_LIST: case ONI_REL_OBL: case ONI_REL_OBL_UNMARKED:
		return true;
	case ONI_REL_CASE: case ONI_REL_CC: case ONI_REL_CONJ: case ONI_REL_PUNCT: case ONI_REL_APPOS: case ONI_REL_OBJ:
		return !direct;
	default:
		return false;
	}
}

static bool reaches(const oni_doc *doc, uint32_t word, uint32_t head)
{
	for (int hop = 0; hop < HOPS; hop++) {
		const oni_word *w = &doc->words.at[word];
		if (w->head == ONI_NONE)
			return false;
		bool hyphen = w->rel == ONI_REL_PUNCT && oni_str_is(w->form, "-");
		if (!inner_relation(w, w->head == head) && !hyphen)
			return false;
		if (w->head == head)
			return true;
		word = w->head;
	}
	return false;
}

uint32_t oni_span_left(const oni_doc *doc, uint32_t head)
{
	uint32_t first = doc->sentences.at[doc->words.at[head].sentence].first, i = head;
	while (i > first && head - i < PHRASE && reaches(doc, i - 1, head))
		i--;
	static const char *const not_first[] = {"'s", "’s", ",", "-", "and", "or", "only", "even", "also", "just", NULL};
	while (i < head && oni_word_is(doc, i, not_first))
		i++;
	return i;
}

/* A verb that says something of what follows, rather than describing it: "deposed" in "they have deposed the president". */
bool oni_is_predicate(const oni_doc *doc, uint32_t word)
{
	oni_rel rel = oni_rel_universal((oni_rel)doc->words.at[word].rel);
	bool participle = oni_str_is(doc->words.at[word].xpos, "VBG"); /* "Acting Mayor Hale" */
	return doc->words.at[word].upos == ONI_UPOS_VERB && !participle && rel != ONI_REL_AMOD && rel != ONI_REL_COMPOUND && rel != ONI_REL_NMOD && rel != ONI_REL_ACL;
}

/* "accused the president of theft": of what he is accused is no part of what he is called. */
static bool is_accused(const oni_doc *doc, uint32_t head)
{
	static const char *const accusing[] = {"accuse", "suspect", "convict", "acquit", "warn", "strip", "rob", "deprive", "absolve", NULL};
	const oni_word *w = &doc->words.at[head];
	oni_rel rel = oni_rel_universal((oni_rel)w->rel);
	return w->head != ONI_NONE && (rel == ONI_REL_OBJ || rel == ONI_REL_NSUBJ) && oni_word_is(doc, w->head, accusing);
}

static const char *const inner_prepositions[] = {"of", "for", "to", "at", NULL};

/* The end of "of the commission" at `end`, where it hangs on the head; `end` itself where there is none. */
static uint32_t complement_end(const oni_doc *doc, uint32_t head, uint32_t end, uint32_t stop)
{
	if (end >= stop || doc->words.at[end].rel != ONI_REL_CASE || !oni_word_is(doc, end, inner_prepositions))
		return end;
	uint32_t noun = doc->words.at[end].head;
	if (oni_str_is(doc->words.at[end].lemma, "of") && is_accused(doc, head))
		return end;
	if (noun == ONI_NONE || noun <= end || noun >= stop || noun - end > 12 || doc->words.at[noun].head != head
		|| doc->words.at[noun].rel != ONI_REL_NMOD || oni_str_is(doc->words.at[noun].xpos, "VBG"))
		return end;
	uint32_t left = oni_span_left(doc, noun);
	return left <= end + 1 && noun - head < PHRASE ? oni_span_right(doc, noun, noun + 1) : end;
}

/* Takes in what is behind the head: flat names, and a complement with "of", "for", "to", "at" that follows at once. */
uint32_t oni_span_right(const oni_doc *doc, uint32_t head, uint32_t end)
{
	uint32_t stop = doc->sentences.at[doc->words.at[head].sentence].end;
	while (end < stop && end - head < PHRASE) {
		const oni_word *w = &doc->words.at[end];
		bool flat = (w->rel == ONI_REL_FLAT || w->rel == ONI_REL_COMPOUND) && w->head == head;
		if (!flat)
			break;
		end++;
	}
	for (int n = 0; n < 3; n++) {
		uint32_t next = complement_end(doc, head, end, stop);
		if (next == end)
			break;
		end = next;
	}
	return end;
}

/* The preposition that a word's phrase hangs by, "" when there is none. Taken from the words before where the tree has none. */
oni_str oni_preposition(const oni_doc *doc, uint32_t word)
{
	uint32_t first = doc->sentences.at[doc->words.at[word].sentence].first;
	for (uint32_t i = word, n = 0; i-- > first && n < 12; n++) {
		const oni_word *w = &doc->words.at[i];
		if (w->head == word && w->rel == ONI_REL_CASE)
			return w->form;
	}
	return (oni_str){0};
}

int oni_side_of(const oni_doc *doc, uint32_t head, uint32_t *ret_verb)
{
	const oni_word *w = &doc->words.at[head];
	for (int up = 0; up < 4 && w->head != ONI_NONE; up++, w = &doc->words.at[w->head]) {
		oni_rel rel = oni_rel_universal((oni_rel)w->rel);
		*ret_verb = w->head;
		if (rel == ONI_REL_NSUBJ)
			return w->rel == ONI_REL_NSUBJ_PASS ? 2 : 1;
		if (rel == ONI_REL_OBJ || rel == ONI_REL_IOBJ || rel == ONI_REL_OBL)
			return 2;
	}
	return 0;
}

bool oni_is_subject(const oni_doc *doc, uint32_t word)
{
	for (int hop = 0; hop < 4; hop++) {
		const oni_word *w = &doc->words.at[word];
		oni_rel rel = oni_rel_universal((oni_rel)w->rel);
		if (rel == ONI_REL_NSUBJ)
			return true;
		if ((rel != ONI_REL_CONJ && rel != ONI_REL_FLAT && rel != ONI_REL_APPOS) || w->head == ONI_NONE)
			return false;
		word = w->head;
	}
	return false;
}

/* The nearest word above with a predicate's place: the verb (or noun with a copula) whose clause the word is in. */
uint32_t oni_clause_verb(const oni_doc *doc, uint32_t word)
{
	for (int hop = 0; hop < HOPS; hop++) {
		const oni_word *w = &doc->words.at[word];
		if (w->head == ONI_NONE)
			return word;
		switch (oni_rel_universal((oni_rel)w->rel)) {
		case ONI_REL_NSUBJ: case ONI_REL_OBJ: case ONI_REL_IOBJ: case ONI_REL_OBL: case ONI_REL_VOCATIVE: case ONI_REL_EXPL:
		case ONI_REL_DISLOCATED:
			return w->head;
		case ONI_REL_CCOMP: case ONI_REL_ADVCL: case ONI_REL_ACL: case ONI_REL_XCOMP: case ONI_REL_CSUBJ:
		case ONI_REL_PARATAXIS: case ONI_REL_ROOT:
			return word;
		default:
			word = w->head;
		}
	}
	return word;
}

/* The subject of a predicate; of a controlled or joined clause without one, that of the clause above. ONI_NONE: none. */
uint32_t oni_subject_of(const oni_doc *doc, uint32_t verb)
{
	for (int hop = 0; hop < 4; hop++) {
		const oni_word *v = &doc->words.at[verb];
		const oni_sentence *s = &doc->sentences.at[v->sentence];
		uint32_t from = verb > s->first + 60 ? verb - 60 : s->first, to = verb + 20 < s->end ? verb + 20 : s->end;
		for (uint32_t i = from; i < to; i++)
			if (doc->words.at[i].head == verb && oni_rel_universal((oni_rel)doc->words.at[i].rel) == ONI_REL_NSUBJ)
				return i;
		oni_rel rel = oni_rel_universal((oni_rel)v->rel);
		if (v->head == ONI_NONE || (rel != ONI_REL_XCOMP && rel != ONI_REL_CONJ && rel != ONI_REL_ADVCL))
			return ONI_NONE;
		verb = v->head;
	}
	return ONI_NONE;
}
