/* statement_order.c - Drafts against each other: what is one statement, what is told beside another, what within it.
 *
 * Problem. Each cue was read for itself, so two of them can be one ("issued a statement saying"), and a content can swallow the
 * next cue of the same speaker ("said A and warned B", "said A, adding that B"). PolNeAR, which the judges learned from, has no
 * statements within statements and counts attitudes as attributions; so within a statement they find too much.
 * Method. (1) Of drafts without content, and of two whose cues overlap, one goes. (2) A cue that hangs on another cue as
 * its conjunct, or as a participle without a subject, ends that one's content. (3)
 * Within a statement stay only cues of speaking whose content is a clause or a quotation.
 * Example. "She said he left and added that it rained": `added` is a conjunct of `said`, so the content of `said` is `he left`. */
#include "understand/statement_draft.h"

enum { SPEAKERLESS = 40 };             /* the score that a cue without source must have */

/* Two cues of which one lies in the other's cue are one statement: the surer one stays. Drafts are by cue word. */
static void drop_doubles(oni_drafts *drafts)
{
	for (uint32_t i = 0; i < drafts->n; i++) {
		oni_draft *a = &drafts->at[i];
		if (a->content.n == 0)
			a->dropped = true;
		for (uint32_t j = i + 1; j < drafts->n && drafts->at[j].cue.first < a->cue.end && !a->dropped; j++) {
			oni_draft *b = &drafts->at[j];
			if (b->dropped || b->content.n == 0)
				continue;
			if (a->score >= b->score)
				b->dropped = true;
			else
				a->dropped = true;
		}
	}
}

bool oni_is_animate(const oni_look *look, uint32_t word)
{
	const oni_word *w = oni_word_at(look, word);
	if (w->name != ONI_NONE)
		return look->doc->names.at[w->name].kind != ONI_NAME_LOCATION;
	if (w->upos == ONI_UPOS_PRON)
		return !(w->morph & ONI_MORPH_NEUTER);
	return look->sense[word].field == ONI_FIELD_PERSON || look->sense[word].field == ONI_FIELD_GROUP || w->upos == ONI_UPOS_PROPN;
}

/* Conjuncts that the parse hangs too low: "said the talks had failed and warned …" makes `warned` what talks did, but talks do
 * not warn; "vowed to fight and called …" joins a finite verb to an infinitive, "offered help and pledged …" to a noun. */
static bool misplaced(const oni_look *look, const oni_draft *first, uint32_t conjunct, uint32_t of)
{
	const oni_word *above = oni_word_at(look, of);
	uint32_t subject = oni_child(look, of, ONI_REL_NSUBJ);
	if (above->head != first->word || oni_child(look, conjunct, ONI_REL_NSUBJ) != ONI_NONE)
		return false;
	bool past = oni_str_is(oni_word_at(look, conjunct)->xpos, "VBD") || oni_str_is(oni_word_at(look, conjunct)->xpos, "VBN");
	if (past && oni_child(look, conjunct, ONI_REL_AUX) == ONI_NONE && oni_str_is(oni_word_at(look, first->word)->xpos, "VBD")
			&& (oni_str_is(above->xpos, "VB") || above->upos == ONI_UPOS_NOUN))
		return true;
	return subject != ONI_NONE && !oni_is_animate(look, subject) && oni_runs_hold(&first->content, of)
		&& oni_child(look, conjunct, ONI_REL_AUX) == ONI_NONE && look->sense[conjunct].field == ONI_FIELD_COMMUNICATION;
}

bool oni_beside(const oni_look *look, const oni_draft *first, const oni_draft *second)
{
	uint32_t word = second->word;
	for (int up = 0; up < 4; up++) {
		const oni_word *w = oni_word_at(look, word);
		oni_rel rel = oni_rel_universal((oni_rel)w->rel);
		bool own = oni_child(look, word, ONI_REL_NSUBJ) != ONI_NONE;
		bool participle = oni_str_is(w->xpos, "VBG") || (w->morph & ONI_MORPH_PARTICIPLE);
		if (w->head == ONI_NONE || own || !(rel == ONI_REL_CONJ
				|| ((rel == ONI_REL_ADVCL || rel == ONI_REL_CCOMP || rel == ONI_REL_XCOMP) && participle)))
			return false;
		if (w->head == first->word)
			return true;
		if (rel == ONI_REL_CONJ && misplaced(look, first, word, w->head))
			return true;
		word = w->head;
	}
	return false;
}

/* Where the clause of this cue begins: at its source if that is right before, else at itself; then at the "and", "," before. */
static uint32_t clause_begin(const oni_look *look, const oni_draft *draft, uint32_t floor)
{
	uint32_t begin = draft->cue.first;
	for (uint32_t i = 0; i < draft->source.n; i++)
		if (draft->source.at[i].end <= begin && draft->source.at[i].first > floor)
			begin = draft->source.at[i].first;
	while (begin > floor + 1) {
		const oni_word *before = oni_word_at(look, begin - 1);
		if (before->upos != ONI_UPOS_PUNCT && before->upos != ONI_UPOS_CCONJ && before->upos != ONI_UPOS_ADV)
			break;
		if (oni_quoting_for(look, draft->word, begin - 1) == ONI_QUOTING_CLOSES)
			break;
		begin--;
	}
	return begin;
}

static void part_neighbours(const oni_look *look, oni_arena *scratch, oni_drafts *drafts)
{
	for (uint32_t j = 1; j < drafts->n; j++) {
		const oni_draft *b = &drafts->at[j];
		for (uint32_t i = j; i-- > 0 && j - i <= 8;) {
			oni_draft *a = &drafts->at[i];
			if (oni_word_at(look, a->word)->sentence != oni_word_at(look, b->word)->sentence)
				break;
			if (a->dropped || b->dropped || !oni_runs_hold(&a->content, b->word) || !oni_beside(look, a, b))
				continue;
			const oni_sentence *s = &look->doc->sentences.at[oni_word_at(look, b->word)->sentence];
			oni_runs_remove(scratch, &a->content, clause_begin(look, b, a->word), s->end);
		}
	}
}

/* Whether the content is a clause: a word of it that hangs on one outside is a verb, or has a copula, auxiliary or subject. */
static bool tells(const oni_look *look, const oni_draft *draft)
{
	for (uint32_t i = 0; i < draft->content.n; i++)
		for (uint32_t w = draft->content.at[i].first; w < draft->content.at[i].end; w++) {
			uint32_t head = oni_word_at(look, w)->head;
			if (head != ONI_NONE && oni_runs_hold(&draft->content, head))
				continue;
			if (oni_word_at(look, w)->upos == ONI_UPOS_VERB || oni_child(look, w, ONI_REL_COP) != ONI_NONE
					|| oni_child(look, w, ONI_REL_AUX) != ONI_NONE || oni_child(look, w, ONI_REL_NSUBJ) != ONI_NONE)
				return true;
		}
	return false;
}

/* "The storm claimed lives", "he wrote novels": cues whose bare object is mostly no content (column `object` of cues.tsv:
 * "no"; "said": only of a kind that can be said or thought; "who": only somebody). */
static bool bare_object(const oni_look *look, const oni_draft *draft)
{
	uint32_t head = oni_head_of_content(look, draft), row = look->sense[draft->word].row;
	if (head == ONI_NONE || row == ONI_NO_ROW || oni_word_at(look, draft->word)->upos != ONI_UPOS_VERB
			|| oni_plain_rel(look, head) != ONI_REL_OBJ || oni_word_at(look, head)->head != draft->word)
		return false;
	oni_str object = oni_table_cell(look->cues, row, oni_table_column(look->cues, "object"));
	uint32_t name = oni_word_at(look, head)->name;
	if (object.n && name != ONI_NONE && look->doc->names.at[name].kind == ONI_NAME_LOCATION)
		return true;
	if (object.n == 0 || oni_word_at(look, head)->upos != ONI_UPOS_NOUN || oni_quote_for(look, draft->word, head) != ONI_NONE
			|| oni_child(look, head, ONI_REL_ACL) != ONI_NONE)
		return false;
	uint8_t field = look->sense[head].field;
	if (oni_str_is(object, "who"))
		return !oni_is_animate(look, head);
	return oni_str_is(object, "no") || !(field == ONI_FIELD_COMMUNICATION || field == ONI_FIELD_COGNITION
		|| field == ONI_FIELD_ACT || field == ONI_FIELD_FEELING);
}

/* An active verb with nobody to say it ("it is worth noting", "express it") needs more to be a cue. */
static bool lacks_speaker(const oni_look *look, const oni_draft *draft)
{
	return draft->source.n == 0 && draft->score < SPEAKERLESS && oni_word_at(look, draft->word)->upos == ONI_UPOS_VERB
		&& oni_child(look, draft->word, ONI_REL_AUX_PASS) == ONI_NONE && oni_child(look, draft->word, ONI_REL_NSUBJ_PASS) == ONI_NONE;
}

static void drop_weak_inner(const oni_look *look, oni_arena *scratch, oni_drafts *drafts)
{
	bool *told = ONI_NEW_N(scratch, bool, look->doc->words.n + 1);
	for (uint32_t d = 0; d < drafts->n; d++)
		for (uint32_t i = 0; i < drafts->at[d].content.n && !drafts->at[d].dropped; i++)
			for (uint32_t w = drafts->at[d].content.at[i].first; w < drafts->at[d].content.at[i].end; w++)
				told[w] = true;
	for (uint32_t d = 0; d < drafts->n; d++) {
		oni_draft *draft = &drafts->at[d];
		if (bare_object(look, draft) || lacks_speaker(look, draft))
			draft->dropped = true;
		if (told[draft->word] && !draft->fixed && !(oni_statement_speaks(look, draft) && tells(look, draft)))
			draft->dropped = true;
	}
}

void oni_order_drafts(const oni_look *look, oni_arena *scratch, oni_drafts *drafts)
{
	part_neighbours(look, scratch, drafts);
	drop_doubles(drafts);
	drop_weak_inner(look, scratch, drafts);
}
