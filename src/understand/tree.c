#include "understand/tree.h"

oni_tree oni_tree_of(const oni_doc *doc, oni_arena *scratch)
{
	uint32_t n = doc->words.n;
	oni_tree tree = {doc, ONI_NEW_N(scratch, uint32_t, n), ONI_NEW_N(scratch, uint32_t, n)};
	memset(tree.child, 0xFF, n * sizeof *tree.child);
	memset(tree.sibling, 0xFF, n * sizeof *tree.sibling);
	for (uint32_t i = n; i-- > 0;) { /* from the last, so that lists are in text order */
		uint32_t head = doc->words.at[i].head;
		if (head == ONI_NONE)
			continue;
		tree.sibling[i] = tree.child[head];
		tree.child[head] = i;
	}
	return tree;
}

uint32_t oni_tree_child(const oni_tree *tree, uint32_t word, oni_rel rel)
{
	for (uint32_t c = tree->child[word]; c != ONI_NONE; c = tree->sibling[c])
		if (oni_tree_word(tree, c)->rel == rel || oni_tree_rel(tree, c) == rel)
			return c;
	return ONI_NONE;
}

uint32_t oni_tree_child_lemma(const oni_tree *tree, uint32_t word, const char *lemma)
{
	for (uint32_t c = tree->child[word]; c != ONI_NONE; c = tree->sibling[c])
		if (oni_str_is(oni_tree_word(tree, c)->lemma, lemma))
			return c;
	return ONI_NONE;
}

uint32_t oni_word_from(const oni_doc *doc, uint32_t byte)
{
	uint32_t from;
	oni_halve(from, doc->words.n, i, doc->words.at[i].at.begin < byte);
	return from;
}
