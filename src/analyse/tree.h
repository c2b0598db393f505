/* tree.h - heads and relations of a batch: scores for each pair of words, then the best tree. */
#ifndef ONI_ANALYSE_TREE_H
#define ONI_ANALYSE_TREE_H

#include "analyse/encode.h"

/* The longest piece that oni_tree takes: time grows with the third power, so long sentences are cut before. */
enum { ONI_PIECE_MOST = 128 };

/* For each row of the batch that is a word: the row of its head (its piece's first row for the root), and its label's
 * number in net->rels. Both [batch->rows], in doc->scratch. */
typedef struct oni_trees {
	uint32_t *head;
	uint16_t *rel;
} oni_trees;

oni_trees oni_trees_of(const oni_doc *doc, const oni_batch *batch, uint32_t root_rel);

/* The highest-scoring projective tree with one root over words 1..n. score[d * (n + 1) + h]: h (0 the root) as the head of d.
 * Equal scores: the leftmost split, so the same everywhere. */
void oni_eisner(oni_arena *scratch, const oni_kernels *kernels, uint32_t n, const int32_t *score, uint32_t *ret_head);

#endif
