/* link_parts.h - What the link files share: words of correction and doubt, and when two figures count the same. */
#ifndef ONI_UNDERSTAND_LINK_PARTS_H
#define ONI_UNDERSTAND_LINK_PARTS_H

#include "understand/figure_parts.h"

/* Roles of lexicon/link_words.tsv, as bits. */
#define ONI_LINK_ROLES(X) \
	X(CHECK, "check") X(UNCHECKED, "unchecked") X(CORRECT, "correct") X(REVISE, "revise") X(ERROR, "error") \
	X(MISSTATE, "misstate") X(DENY, "deny") X(NUMBER, "number") X(CLAIM, "claim") X(ANAPHOR, "anaphor") \
	X(MEAN, "mean") X(CHANGE, "change") X(FAIL, "fail") X(LOWER, "lower") X(EARLIER, "earlier") X(PARTIAL, "partial") X(FALSE, "false") X(PART, "part")
#define X(symbol, name) ONI_LW_BIT_##symbol,
enum { ONI_LINK_ROLES(X) ONI_LW_COUNT };
#undef X
#define ONI_LW(symbol) (1u << ONI_LW_BIT_##symbol)

typedef struct oni_linker {
	const oni_facts *facts;
	oni_doc *doc;
	const oni_table *words;
	int role;
	oni_figure_tables tables;
	oni_tree tree;
	uint32_t *roles; /* [words] ONI_LW bits of each word's lemma */
	uint32_t sorted; /* figures [0, sorted) are in text order; those that links restate follow */
} oni_linker;

/* How many of the last links are looked through for the same one. */
enum { ONI_LINKS_BACK = 512 };

/* A link with everything ONI_NONE but its kind. */
oni_link oni_link_new(oni_link_kind kind);

/* Keeps the link, unless one of the same kind and ends is there. Sets the status of the figure it leads to. */
void oni_link_add(oni_linker *linker, oni_link link);

/* Who says a figure: the entity, its principal for a nameless spokesperson; ONI_NONE for the article or nobody named. */
uint32_t oni_figure_source(const oni_doc *doc, const oni_figure *figure);

/* The measure is of the killed, the wounded, or both. */
bool oni_is_casualty(oni_str measure);

/* Both are of one measure (killed_or_wounded goes with killed and wounded where `loose`), of populations and places that
 * may be the same, and of periods that overlap. */
bool oni_figures_alike(const oni_doc *doc, const oni_figure *a, const oni_figure *b, bool loose);

/* No number satisfies both; approximate ones leave a tenth to spare. */
bool oni_figures_incompatible(const oni_figure *a, const oni_figure *b);

bool oni_figures_equal(const oni_figure *a, const oni_figure *b);

/* "rose to 83 from 71": whether a word of the figure has this case mark. */
bool oni_figure_has_case(const oni_linker *linker, const oni_figure *figure, const char *mark);

/* Whether the figure's sentence says that a number is revised or corrected. */
bool oni_revises(const oni_linker *linker, const oni_figure *figure);

/* Whether the figure is told back in time: "had earlier put the toll at 19". */
bool oni_is_told_before(const oni_linker *linker, const oni_figure *figure);

/* Whether another figure has come in this one's place. */
bool oni_figure_is_revised(const oni_linker *linker, uint32_t figure);

/* The first figure that begins at or behind a byte of the text; linker->sorted when there is none. */
uint32_t oni_figure_from(const oni_linker *linker, uint32_t byte);

/* The sentence that holds a byte of the text; the last for bytes behind all. */
uint32_t oni_sentence_of(const oni_doc *doc, uint32_t byte);

/* How many sentences "the claim", "that" and "the figure" look back. */
enum { ONI_LINK_NEAR = 3 };

/* The last figure of a count before byte `before` and within `sentences`; of this source where it is not ONI_NONE. */
uint32_t oni_link_last_figure(const oni_linker *linker, uint32_t before, uint32_t sentences, uint32_t source);

/* The first word with one of these roles in what is stated, a word that stands for something; or ONI_NONE. */
uint32_t oni_link_anaphor_in(const oni_linker *linker, const oni_statement *statement, uint32_t roles);

/* Links a figure told in this statement to an equal one of an earlier statement, if there is one. */
bool oni_link_equal_figure(oni_linker *linker, uint32_t statement, oni_link_kind kind);

/* Whether two entities are one, speak for one, or are of one country and role. */
bool oni_link_same_side(const oni_doc *doc, uint32_t one, uint32_t two);

/* "called the accusation absurd", "said the figures were invented": a statement that calls something told before false. */
bool oni_calls_false(const oni_linker *linker, const oni_statement *statement);

/* denies: from the statement to the figure, the statement or the event that it is about. */
void oni_link_denial(oni_linker *linker, uint32_t statement);

/* corrects, confirms, denies, unconfirmed_by: links that words of the text make. */
void oni_link_claims(oni_linker *linker);

/* corrects and supersedes, inside a sentence that revises. */
void oni_link_revisions(oni_linker *linker);

/* What "turned out to be false", and figures that "could not be reconciled"; last. */
void oni_link_refutations(oni_linker *linker);

/* Notes of correction at an article's end or head. */
void oni_link_notes(oni_linker *linker);

/* disputes and supersedes: links that the figures themselves make. */
void oni_link_figures(oni_linker *linker);

#endif
