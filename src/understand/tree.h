/* tree.h - Children of the words of an article's dependency trees; made once for a stage, in scratch. */
#ifndef ONI_UNDERSTAND_TREE_H
#define ONI_UNDERSTAND_TREE_H

#include "doc/doc.h"

typedef struct oni_tree {
	const oni_doc *doc;        /* lent */
	uint32_t *child, *sibling; /* [words] first child and next sibling, in text order, or ONI_NONE */
} oni_tree;

/* Everything is in scratch, which the caller rewinds. */
oni_tree oni_tree_of(const oni_doc *doc, oni_arena *scratch);

/* The first child of `word` with this relation, or with a subtype of it where it has none; ONI_NONE for none. */
uint32_t oni_tree_child(const oni_tree *tree, uint32_t word, oni_rel rel);

/* The same for a child with this lemma. */
uint32_t oni_tree_child_lemma(const oni_tree *tree, uint32_t word, const char *lemma);

/* The first word that begins at this byte of the text or behind it; doc->words.n where there is none. */
uint32_t oni_word_from(const oni_doc *doc, uint32_t byte);

/* The adposition or other case mark of a word, or ONI_NONE. */
static inline uint32_t oni_tree_case(const oni_tree *tree, uint32_t word)
{
	return oni_tree_child(tree, word, ONI_REL_CASE);
}

static inline const oni_word *oni_tree_word(const oni_tree *tree, uint32_t word)
{
	return &tree->doc->words.at[word];
}

static inline oni_rel oni_tree_rel(const oni_tree *tree, uint32_t word)
{
	return oni_rel_universal((oni_rel)tree->doc->words.at[word].rel);
}

#endif
