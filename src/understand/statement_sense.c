/* statement_sense.c - What kind of saying a statement is: its lemma, class, act, polarity, certainty, medium.
 *
 * The lemma's row in lexicon/cues.tsv gives class and act; for others, the field of meaning (fields.tsv). Hedges in the
 * content's own clause and the cue's verb give certainty. */
#include "doc/names.h"
#include "understand/statement_draft.h"

static bool any_of(oni_str s, const char *const *list)
{
	for (; *list; list++)
		if (oni_str_is(s, *list))
			return true;
	return false;
}

static oni_statement_class class_named(oni_str name)
{
	for (int c = 0; c < ONI_CLASS_COUNT; c++)
		if (oni_str_is(name, oni_statement_class_name((oni_statement_class)c)))
			return (oni_statement_class)c;
	return ONI_CLASS_SPEECH;
}

static oni_act act_named(oni_str name)
{
	for (int a = 0; a < ONI_ACT_COUNT; a++)
		if (oni_str_is(name, oni_act_name((oni_act)a)))
			return (oni_act)a;
	return ONI_ACT_STATE;
}

static void class_and_act(const oni_look *look, const oni_draft *draft, oni_statement *statement)
{
	oni_sense sense = look->sense[draft->word];
	uint32_t row = oni_table_find(look->cues, statement->cue_lemma);
	if (row == ONI_NO_ROW || statement->cue_lemma.n <= oni_word_at(look, draft->word)->lemma.n)
		row = sense.row; /* "call on" goes before "call" */
	statement->act = ONI_ACT_STATE;
	if (row != ONI_NO_ROW) {
		statement->class_ = class_named(oni_table_cell(look->cues, row, oni_table_column(look->cues, "kind")));
		statement->act = act_named(oni_table_cell(look->cues, row, oni_table_column(look->cues, "act")));
		return;
	}
	bool inner = sense.field == ONI_FIELD_COGNITION || sense.field == ONI_FIELD_EMOTION || sense.field == ONI_FIELD_FEELING
		|| sense.field == ONI_FIELD_PERCEPTION;
	statement->class_ = inner ? ONI_CLASS_BELIEF : ONI_CLASS_SPEECH;
}

/* "make clear", "call for", "point out": the head with the words of the cue behind it that belong to it. */
static oni_str lemma_of_cue(const oni_look *look, oni_doc *doc, const oni_draft *draft)
{
	const oni_word *w = oni_word_at(look, draft->word);
	oni_str lemma = w->lemma.n ? w->lemma : w->form;
	for (uint32_t i = draft->word + 1; i < draft->cue.end && i < draft->word + 6; i++) {
		const oni_word *more = oni_word_at(look, i);
		if (more->upos == ONI_UPOS_ADP || more->upos == ONI_UPOS_ADJ || more->upos == ONI_UPOS_NOUN)
			lemma = oni_keepf(doc->arena, "%.*s %.*s", ONI_FMT(lemma), ONI_FMT(more->lemma.n ? more->lemma : more->form));
	}
	return lemma;
}

/* Class and act without the rest. */
static oni_statement guess(const oni_look *look, const oni_draft *draft)
{
	oni_statement statement = {.cue_lemma = oni_word_at(look, draft->word)->lemma};
	class_and_act(look, draft, &statement);
	return statement;
}

oni_act oni_statement_act_of(const oni_look *look, const oni_draft *draft)
{
	return guess(look, draft).act;
}

bool oni_statement_speaks(const oni_look *look, const oni_draft *draft)
{
	return guess(look, draft).class_ == ONI_CLASS_SPEECH;
}

bool oni_statement_speaks_or_orders(const oni_look *look, const oni_draft *draft)
{
	oni_statement_class found = guess(look, draft).class_;
	return found == ONI_CLASS_SPEECH || found == ONI_CLASS_DECREE;
}

static oni_polarity polarity_of(const oni_look *look, const oni_draft *draft)
{
	uint32_t cue = draft->word;
	for (uint32_t c = look->child[cue]; c != ONI_NONE; c = look->sibling[c]) {
		const oni_word *w = oni_word_at(look, c);
		oni_rel rel = oni_plain_rel(look, c);
		if (oni_runs_hold(&draft->content, c))
			continue;
		if ((rel == ONI_REL_ADVMOD || rel == ONI_REL_DET || rel == ONI_REL_AUX)
				&& (oni_str_is(w->lemma, "not") || oni_str_is(w->lemma, "never") || oni_str_is(w->lemma, "no")))
			return ONI_POLARITY_NEGATED;
		if (rel == ONI_REL_NSUBJ && (oni_str_eq_nocase(w->form, ONI_STR("nobody")) || oni_str_eq_nocase(w->form, ONI_STR("none"))
				|| oni_str_eq_nocase(w->form, ONI_STR("neither"))))
			return ONI_POLARITY_NEGATED;
	}
	return ONI_POLARITY_AFFIRMED;
}

uint32_t oni_head_of_content(const oni_look *look, const oni_draft *draft)
{
	for (uint32_t i = 0; i < draft->content.n; i++)
		for (uint32_t w = draft->content.at[i].first; w < draft->content.at[i].end; w++) {
			uint32_t head = oni_word_at(look, w)->head;
			if (oni_word_at(look, w)->upos != ONI_UPOS_PUNCT && (head == ONI_NONE || !oni_runs_hold(&draft->content, head)))
				return w;
		}
	return ONI_NONE;
}

static oni_certainty hedge_of_clause(const oni_look *look, uint32_t verb)
{
	static const char *const possible[] = {"may", "might", "could", "possibly", "perhaps", "maybe", NULL};
	static const char *const probable[] = {"probably", "likely", "should", "presumably", "apparently", NULL};
	oni_certainty found = ONI_CERTAINTY_CERTAIN;
	for (uint32_t c = look->child[verb]; c != ONI_NONE; c = look->sibling[c]) {
		oni_rel rel = oni_plain_rel(look, c);
		if (rel != ONI_REL_AUX && rel != ONI_REL_ADVMOD)
			continue;
		if (any_of(oni_word_at(look, c)->lemma, possible))
			return ONI_CERTAINTY_POSSIBLE;
		if (any_of(oni_word_at(look, c)->lemma, probable))
			found = ONI_CERTAINTY_PROBABLE;
	}
	return found;
}

static oni_certainty certainty_of(const oni_look *look, const oni_draft *draft, const oni_statement *statement)
{
	static const char *const possible[] = {"fear", "hope", "doubt", "speculate", "speculation", "suspect", "suspicion",
		"rumor", "rumour", "wonder", "reportedly", "allegedly", "suggest", "imply", "hint", NULL};
	static const char *const probable[] = {"believe", "think", "expect", "assume", "estimate", "predict", "forecast",
		"presumably", "apparently", "seem", "appear", "presume", "anticipate", "consider", NULL};
	oni_str lemma = oni_word_at(look, draft->word)->lemma;
	if (statement->act == ONI_ACT_ASK)
		return ONI_CERTAINTY_UNKNOWN;
	uint32_t verb = oni_head_of_content(look, draft);
	oni_certainty clause = verb == ONI_NONE ? ONI_CERTAINTY_CERTAIN : hedge_of_clause(look, verb);
	if (clause != ONI_CERTAINTY_CERTAIN)
		return clause;
	return any_of(lemma, possible) ? ONI_CERTAINTY_POSSIBLE : any_of(lemma, probable) ? ONI_CERTAINTY_PROBABLE : ONI_CERTAINTY_CERTAIN;
}

void oni_statement_sense(const oni_look *look, oni_doc *doc, const oni_draft *draft, oni_statement *statement)
{
	statement->cue_lemma = lemma_of_cue(look, doc, draft);
	class_and_act(look, draft, statement);
	statement->polarity = polarity_of(look, draft);
	statement->certainty = certainty_of(look, draft, statement);
}
