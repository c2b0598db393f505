/* kernels.h - the network's inner loops in integers. Each set of them gives the same numbers; they differ in speed. Any thread. */
#ifndef ONI_ANALYSE_KERNELS_H
#define ONI_ANALYSE_KERNELS_H

#include "analyse/net.h"

/* Activations are held twice: in 16 bits (ONI_NET_ONE is 1.0) and in 8 (unsigned, 128 is 0, 255 is 1.0). */
typedef struct oni_kernels {
	const char *name;

	/* out[row][o] = bias[o] + the sum of w[o][i] x[row * stride + i]. */
	void (*sums)(const oni_linear *map, const uint8_t *x, size_t stride, uint32_t rows, int32_t *out);

	/* Sums to activations: squash(v) = y (2 - |y|) with y = v / 2 cut to [-1, 1]. wide or narrow may be NULL. */
	void (*squash)(const oni_linear *map, const int32_t *sums, uint32_t rows, int16_t *wide, uint8_t *narrow);

	/* Sums to numbers on a common scale, without a limit. */
	void (*logits)(const oni_linear *map, const int32_t *sums, uint32_t rows, int32_t *out);

	/* Sums of a layer [rows][3 width] to candidate (squashed), forget and read gates, all in 16 bits; a gate's 1.0
	 * is 2^15 - 1. */
	void (*gates)(const oni_linear *map, const int32_t *sums, uint32_t rows, int16_t *out);

	/* One sentence through a layer: c = z + f (c' - z); x = x + r (c - x). The first half of the channels comes from the
	 * left, the other from the right. gates [rows][3 width]; wide [rows][width] is changed; narrow follows it. */
	void (*recur)(uint32_t width, uint32_t rows, const int16_t *gates, int16_t *wide, uint8_t *narrow);

	/* The largest a[i] + b[i], n > 0; *ret_at: the first i that has it. */
	int32_t (*top)(uint32_t n, const int32_t *a, const int32_t *b, uint32_t *ret_at);

	/* Two halves of a sum before squash, in 12 bits behind the point, to an activation. */
	void (*join)(uint32_t n, const int32_t *a, const int32_t *b, uint8_t *narrow);

	/* out[j] = the dot product of a and b[j], both around 128. */
	void (*dots)(uint32_t n, const uint8_t *a, const uint8_t *b, uint32_t rows, int32_t *out);
} oni_kernels;

/* The i-th set that this machine can run, the fastest first; NULL behind the last, which is plain C. */
const oni_kernels *oni_kernels_at(uint32_t i);

#endif
