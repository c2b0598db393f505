/* Two or three people named together, who are spoken of as one afterwards.
 *
 * "Varga and Berg met. They agreed. The two left." - they and the two are neither Varga nor Berg, and no body spoken of before.
 * So each row of persons joined by "and" is a candidate too, a group with the conjunction as its head. It becomes an entity only where
 * something refers to it. */
#include "understand/entity_parts.h"

enum { LONGEST = 30, MOST = 4, SENTENCES = 3, LOOK_BACK = 60 };

static bool is_person(const oni_candidate *c)
{
	return c->nature == ONI_NATURE_PERSON && c->number == 1 && (c->form == ONI_MENTION_NAME || c->form == ONI_MENTION_NOMINAL);
}

/* The last of the persons that hang on the first one as conjuncts; the first itself when there is none. */
static uint32_t last_of_row(const oni_cast *cast, uint32_t first, uint32_t to)
{
	const oni_doc *doc = cast->doc;
	const oni_candidate *a = &cast->candidates.at[first];
	uint32_t last = first, n = 0;
	for (uint32_t i = first + 1; i < to && n < MOST; i++) {
		const oni_candidate *b = &cast->candidates.at[i];
		const oni_word *w = &doc->words.at[b->head];
		if (b->end > a->first + LONGEST)
			break;
		if (w->rel == ONI_REL_CONJ && (w->head == a->head || w->head == cast->candidates.at[last].head) && is_person(b) && b->first >= a->end)
			last = i, n++;
	}
	return last;
}

/* The "and" before the last of them; ONI_NONE for "or". */
static uint32_t joining_word(const oni_doc *doc, const oni_candidate *last, uint32_t from)
{
	for (uint32_t i = last->first; i-- > from && last->first - i < 4; )
		if (doc->words.at[i].upos == ONI_UPOS_CCONJ)
			return oni_str_is(doc->words.at[i].form, "and") || oni_str_is(doc->words.at[i].form, "&") ? i : ONI_NONE;
	return ONI_NONE;
}

void oni_find_pairs(oni_cast *cast, uint32_t from)
{
	uint32_t to = cast->candidates.n;
	for (uint32_t i = from, next; i < to; i = next) {
		next = i + 1;
		if (!is_person(&cast->candidates.at[i]))
			continue;
		uint32_t last = last_of_row(cast, i, to);
		uint32_t word = last == i ? ONI_NONE : joining_word(cast->doc, &cast->candidates.at[last], cast->candidates.at[i].end);
		if (word == ONI_NONE)
			continue;
		uint32_t first = cast->candidates.at[i].first, head = cast->candidates.at[i].head;
		oni_candidate *c = oni_candidate_push(cast, first, cast->candidates.at[last].end, word, ONI_MENTION_NOMINAL);
		c->nature = ONI_NATURE_GROUP;
		c->number = 2;
		c->pair = true;
		c->pair_head = head;
		c->definite = true;
		c->actor.kind = ONI_ENTITY_GROUP;
		next = last + 1;
	}
}

/* "the two", "the pair", "the couple" */
void oni_two(oni_cast *cast, uint32_t first, uint32_t word)
{
	static const char *const twos[] = {"two", "three", "pair", "couple", "duo", "trio", NULL};
	const oni_doc *doc = cast->doc;
	const oni_word *w = &doc->words.at[word];
	bool article = word > first && (oni_str_eq_nocase(w[-1].form, ONI_STR("the")) || oni_str_eq_nocase(w[-1].form, ONI_STR("these")));
	if (!article || !oni_word_is(doc, word, twos))
		return;
	switch (oni_rel_universal((oni_rel)w->rel)) {
	case ONI_REL_NSUBJ: case ONI_REL_OBJ: case ONI_REL_IOBJ: case ONI_REL_OBL: case ONI_REL_NMOD: case ONI_REL_CONJ:
		break;
	default:
		return;
	}
	if (word + 1 < doc->words.n && (doc->words.at[word + 1].upos == ONI_UPOS_NOUN || oni_str_is(doc->words.at[word + 1].form, "of")))
		return;                        /* "the two of them", "the couple house" */
	oni_candidate *c = oni_candidate_push(cast, word - 1, word + 1, word, ONI_MENTION_NOMINAL);
	c->nature = ONI_NATURE_GROUP;
	c->number = 2;
	c->definite = c->two = true;
	c->actor.kind = ONI_ENTITY_GROUP;
}

/* Whether the phrase says that they are two: "both men", "the two leaders", "the brothers". */
static bool says_two(const oni_doc *doc, const oni_candidate *c)
{
	static const char *const numbers[] = {"both", "two", NULL};
	static const char *const kin[] = {"brother", "sister", "sibling", "twin", "spouse", NULL};
	if (c->two)
		return true;
	if (c->form != ONI_MENTION_NOMINAL || c->number != 2 || c->noun.noun != ONI_NOUN_PERSON || c->possessed || c->end != c->head + 1)
		return false;
	for (uint32_t i = c->first; i < c->head; i++)
		if (oni_word_is(doc, i, numbers))
			return c->definite;
	return c->definite && oni_word_is(doc, c->head, kin);
}

uint32_t oni_pair_described(const oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	if (!says_two(cast->doc, c))
		return ONI_NONE;
	for (uint32_t i = candidate, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = &cast->candidates.at[i];
		if (c->sentence - m->sentence > SENTENCES)
			break;
		bool of_pair = m->cluster != ONI_NONE && cast->candidates.at[cast->clusters.at[m->cluster].first].pair;
		if (of_pair && m->end <= c->first)
			return m->cluster;
	}
	return ONI_NONE;
}
