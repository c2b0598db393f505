/* encode.h - words to vectors: a batch of pieces (sentences, mostly) goes through the network's recurrent layers at once. */
#ifndef ONI_ANALYSE_ENCODE_H
#define ONI_ANALYSE_ENCODE_H

#include "analyse/kernels.h"
#include "doc/doc.h"

/* A run of words that is analysed by itself; in a batch it has n + 1 rows from `row` on, the first stands for the root. */
typedef struct oni_piece {
	uint32_t first, n;             /* words of doc->words */
	uint32_t row;
} oni_piece;

/* What the heads read: 8-bit activations, [rows][width]. Rows between pieces are silence; behind the last
 * there are some to fill a block, of no meaning. */
typedef struct oni_batch {
	const oni_net *net;
	const oni_kernels *kernels;
	oni_piece *pieces;             /* [n] */
	uint32_t n, rows;
	uint8_t *low, *top;            /* for tags; for names and heads */
} oni_batch;

/* Lays out the pieces' rows and fills low and top. Everything is allocated in doc->scratch. */
void oni_encode(const oni_doc *doc, oni_batch *batch);

/* One row for each row of x [rows][map->in]: the map's sums, in doc->scratch. */
int32_t *oni_sums(oni_arena *scratch, const oni_kernels *kernels, const oni_linear *map, const uint8_t *x, uint32_t rows);

/* The same through squash, in 8 bits; and as logits. */
uint8_t *oni_hidden(oni_arena *scratch, const oni_kernels *kernels, const oni_linear *map, const uint8_t *x, uint32_t rows);
int32_t *oni_logits(oni_arena *scratch, const oni_kernels *kernels, const oni_linear *map, const uint8_t *x, uint32_t rows);

#endif
