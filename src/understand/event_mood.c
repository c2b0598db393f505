/* Whether what a clause tells is so: negation, future, possibility, duty, condition.
 *
 * Read off the clause's own words (auxiliaries, adverbs, determiners) and off the few governors that say the same
 * ("failed to", "stopped short of", "no sign of"). Example: "would not meet": negated, future. */
#include "understand/event_parts.h"

static bool is_negation(const oni_event_scene *scene, uint32_t c)
{
	const oni_word *w = oni_scene_word(scene, c);
	return oni_word_in(scene, c, ONI_STR("not|n't|n’t|never|no|neither|nor|nobody|none|hardly|barely|nothing"))
		&& (w->rel == ONI_REL_ADVMOD || w->rel == ONI_REL_DET || w->rel == ONI_REL_NSUBJ || w->rel == ONI_REL_CC_PRECONJ || w->rel == ONI_REL_OBJ);
}

static bool has_negation(const oni_event_scene *scene, uint32_t w)
{
	ONI_EACH_CHILD(c, scene, w) {
		if (is_negation(scene, c) && !oni_str_is(oni_scene_word(scene, c)->lemma, "only"))
			return true;
		const oni_word *k = oni_scene_word(scene, c);
		if (k->rel == ONI_REL_NSUBJ || k->rel == ONI_REL_OBJ || k->rel == ONI_REL_NSUBJ_PASS) /* "no troops entered" */
			ONI_EACH_CHILD(d, scene, c)
				if (oni_scene_word(scene, d)->rel == ONI_REL_DET && oni_word_in(scene, d, ONI_STR("no|neither")))
					return true;
	}
	return false;
}

bool oni_is_charge(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *word = oni_scene_word(scene, w);
	bool clause = (word->rel == ONI_REL_ACL || word->rel == ONI_REL_ACL_RELCL || word->rel == ONI_REL_CCOMP || word->rel == ONI_REL_NMOD) && word->head != ONI_NONE;
	return clause && oni_word_in_list(oni_case_of(scene, w), "that of")
		&& oni_word_in(scene, word->head, ONI_STR("charge|allegation|accusation|claim|rumor|rumour|suspicion|insinuation"));
}

/* "denied charges that it had killed farmers" */
static bool is_charge_denied(const oni_event_scene *scene, uint32_t w)
{
	if (!oni_is_charge(scene, w))
		return false;
	uint32_t charge = oni_scene_word(scene, w)->head, verb = oni_scene_word(scene, charge)->head;
	return verb != ONI_NONE && oni_word_in(scene, verb, ONI_STR("deny|reject|dismiss|refute|disclaim|disprove|rebut"));
}

/* Governors that deny what they govern. */
static bool is_denied_by(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (word->head == ONI_NONE)
		return false;
	if (is_charge_denied(scene, w))
		return true;
	oni_rel rel = oni_rel_universal(word->rel);
	bool complement = rel == ONI_REL_XCOMP || rel == ONI_REL_CCOMP || rel == ONI_REL_OBL || rel == ONI_REL_ADVCL || rel == ONI_REL_NMOD
		|| rel == ONI_REL_ACL || rel == ONI_REL_OBJ;
	if (!complement || word->rel == ONI_REL_ACL_RELCL)
		return false;
	if (oni_word_in(scene, word->head, ONI_STR("fail|neglect|deny|stop|refrain|lack|prevent|avoid")))
		return !oni_word_in(scene, word->head, ONI_STR("stop")) || oni_str_is(oni_case_of(scene, w), "of");
	return oni_word_in(scene, word->head, ONI_STR("sign|evidence|question|talk|lack|intention|plan|indication|report")) && has_negation(scene, word->head);
}

bool oni_is_negated(const oni_event_scene *scene, uint32_t w, bool by_itself)
{
	return has_negation(scene, w) || (!by_itself && is_denied_by(scene, w));
}

/* The word that carries the auxiliaries: a noun asks the verb that it is an argument of. */
static uint32_t clause_of(const oni_event_scene *scene, uint32_t w)
{
	for (int i = 0; i < 3; i++) {
		const oni_word *word = oni_scene_word(scene, w);
		oni_rel rel = oni_rel_universal(word->rel);
		if (oni_is_clause(word) || word->head == ONI_NONE)
			return w;
		if (rel != ONI_REL_OBJ && rel != ONI_REL_NSUBJ && rel != ONI_REL_OBL && rel != ONI_REL_CONJ && rel != ONI_REL_NMOD)
			return w;
		w = word->head;
	}
	return w;
}

/* "China to resume talks": the sentence is no more than that. */
static bool is_headline_infinitive(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (word->rel == ONI_REL_ROOT)
		return true;
	const oni_word *head = word->head == ONI_NONE ? NULL : oni_scene_word(scene, word->head);
	return word->rel == ONI_REL_ACL && head && head->rel == ONI_REL_ROOT && head->upos == ONI_UPOS_PROPN;
}

static oni_will will_here(const oni_event_scene *scene, uint32_t w)
{
	oni_will best = ONI_WILL_FACT;
	bool perfect = false, be = false, to = false;
	ONI_EACH_CHILD(c, scene, w) {
		const oni_word *k = oni_scene_word(scene, c);
		be |= k->rel == ONI_REL_AUX && oni_str_is(k->lemma, "be");
		to |= k->rel == ONI_REL_MARK && oni_str_is(k->lemma, "to");
		if (k->rel != ONI_REL_AUX && k->rel != ONI_REL_AUX_PASS && k->rel != ONI_REL_COP)
			continue;
		if (oni_word_in(scene, c, ONI_STR("will|would|shall|'ll|wo")))
			best = ONI_WILL_FUTURE;
		else if (oni_word_in(scene, c, ONI_STR("may|might|could|can")))
			best = ONI_WILL_POSSIBLE;
		else if (oni_word_in(scene, c, ONI_STR("must")))
			best = ONI_WILL_MUST;
		else if (oni_word_in(scene, c, ONI_STR("should|ought")))
			best = ONI_WILL_SHOULD;
		else if (oni_word_in(scene, c, ONI_STR("have")))
			perfect = best != ONI_WILL_FACT;
	}
	if (to && is_headline_infinitive(scene, w))
		return ONI_WILL_FUTURE;
	if (oni_str_is(oni_scene_word(scene, w)->lemma, "be"))
		ONI_EACH_CHILD(c, scene, w) /* "talks are to begin" */
			if (oni_scene_word(scene, c)->rel == ONI_REL_XCOMP && (oni_scene_word(scene, c)->morph & ONI_MORPH_INFINITIVE) && oni_str_is(oni_case_of(scene, c), "to"))
				return ONI_WILL_FUTURE;
	if (be && to) /* "is to leave" */
		return ONI_WILL_FUTURE;
	return perfect && best == ONI_WILL_FUTURE ? ONI_WILL_POSSIBLE : best;
}

oni_will oni_will_of(const oni_event_scene *scene, uint32_t w)
{
	w = clause_of(scene, w);
	for (int i = 0; i < 4; i++) {
		oni_will here = will_here(scene, w);
		const oni_word *word = oni_scene_word(scene, w);
		if (here != ONI_WILL_FACT || word->head == ONI_NONE)
			return here;
		bool shares = word->rel == ONI_REL_CONJ && oni_is_clause(oni_scene_word(scene, word->head)) && !(word->morph & (ONI_MORPH_PAST | ONI_MORPH_FINITE));
		bool purpose = (word->rel == ONI_REL_ADVCL || word->rel == ONI_REL_XCOMP) && (word->morph & ONI_MORPH_INFINITIVE);
		if (!shares && !purpose)
			return here;
		if (purpose && oni_word_in(scene, word->head, ONI_STR("have|need|be")) && word->rel == ONI_REL_XCOMP)
			return ONI_WILL_MUST;
		w = word->head;
	}
	return ONI_WILL_FACT;
}

bool oni_is_conditional(const oni_event_scene *scene, uint32_t w)
{
	for (int i = 0; i < 4 && w != ONI_NONE; i++, w = oni_scene_word(scene, w)->head) {
		const oni_word *word = oni_scene_word(scene, w);
		if (word->rel == ONI_REL_ADVCL) {
			oni_str mark = oni_case_of(scene, w);
			if (oni_str_eq_nocase(mark, ONI_STR("if")) || oni_str_eq_nocase(mark, ONI_STR("unless")) || oni_str_eq_nocase(mark, ONI_STR("whether")))
				return true;
		}
	}
	return false;
}
