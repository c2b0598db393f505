/* statement_draft.h - A statement in the making: word ranges before they become a record. */
#ifndef ONI_UNDERSTAND_STATEMENT_DRAFT_H
#define ONI_UNDERSTAND_STATEMENT_DRAFT_H

#include "understand/statement_model.h"

/* Words [first, end) of the document. */
typedef struct oni_run {
	uint32_t first, end;
} oni_run;

typedef ONI_VEC(oni_run) oni_runs;

typedef struct oni_draft {
	uint32_t word;                 /* head of the cue */
	int32_t score;
	oni_run cue;
	oni_runs source, content;      /* in text order, not touching */
	bool dropped;
	bool fixed;                    /* by statement_fixed.c: its words are not labelled */
} oni_draft;

typedef ONI_VEC(oni_draft) oni_drafts;

/* ---- statement_quote.c ---- */

/* Makes the content of every draft whole where it is quoted: the rest of a quotation that it holds most of, the quotations
 * that run on behind it, the quotation that a bare cue leads to. */
void oni_complete_quotes(const oni_look *look, oni_arena *scratch, oni_drafts *drafts);

/* Adds words [first, end) to the runs, which stay ordered and apart. */
void oni_runs_add(oni_arena *arena, oni_runs *runs, uint32_t first, uint32_t end);
void oni_runs_remove(oni_arena *arena, oni_runs *runs, uint32_t first, uint32_t end);
bool oni_runs_hold(const oni_runs *runs, uint32_t word);

/* ---- statement_fixed.c: constructions and headlines; after the sentence's other drafts ---- */
void oni_draft_fixed(const oni_look *look, const oni_sentence *sentence, oni_arena *scratch, oni_drafts *drafts);

/* Whether the word is the head of a country's or a place's name. */
bool oni_is_place_word(const oni_look *look, uint32_t word);

/* ---- statement_mend.c: what grammar knows for sure ---- */
void oni_mend_drafts(const oni_look *look, oni_arena *scratch, oni_drafts *drafts);

/* The words that hang on `head` and lie without a gap around it, within [first, end). */
oni_run oni_phrase_run(const oni_look *look, uint32_t head, uint32_t first, uint32_t end);

/* The clause that a verb of speaking governs behind it, where `deep` also one that the parse hangs on a noun between ("said in
 * an email that"); ONI_NONE for none. */
uint32_t oni_complement_of(const oni_look *look, uint32_t cue, bool deep);

/* ---- statement_clip.c: what the content took too much; without content: no statement ---- */
void oni_clip_draft(const oni_look *look, oni_arena *scratch, oni_draft *draft);

/* ---- statement_order.c: drafts against each other; drops and cuts ---- */
/* Whether the word stands for somebody, by name, pronoun or field of meaning. */
bool oni_is_animate(const oni_look *look, uint32_t word);

/* Whether the second is told on the level of the first: a conjunct of its cue, or a participle that shares its subject. */
bool oni_beside(const oni_look *look, const oni_draft *first, const oni_draft *second);

void oni_order_drafts(const oni_look *look, oni_arena *scratch, oni_drafts *drafts);

/* ---- statement_who.c: source, addressee, place, medium ---- */
void oni_statement_who(const oni_facts *facts, const oni_look *look, oni_doc *doc, const oni_draft *draft, oni_statement *statement);

/* ---- statement_sense.c: lemma, class, act, polarity, certainty ---- */
void oni_statement_sense(const oni_look *look, oni_doc *doc, const oni_draft *draft, oni_statement *statement);

/* The word of the content whose head is outside: its clause's verb; ONI_NONE for none. */
uint32_t oni_head_of_content(const oni_look *look, const oni_draft *draft);

/* Its act by its cue's lemma; whether the cue is one of speaking, or of speaking or of a decree. */
oni_act oni_statement_act_of(const oni_look *look, const oni_draft *draft);
bool oni_statement_speaks_or_orders(const oni_look *look, const oni_draft *draft);
bool oni_statement_speaks(const oni_look *look, const oni_draft *draft);

#endif
