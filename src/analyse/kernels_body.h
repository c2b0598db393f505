/* kernels_body.h - the loops of kernels.h that the compiler can turn into vector instructions by itself. Included by kernels.c alone;
 * each is inlined into one function for each instruction set. */

#define INLINE static inline __attribute__((always_inline))

/* Before a loop whose arrays do not overlap: the compilers forget "restrict" when they inline. */
#if defined(__clang__)
#define APART _Pragma("clang loop vectorize(assume_safety)")
#else
#define APART _Pragma("GCC ivdep")
#endif

INLINE int32_t rescaled(int32_t sum, int32_t scale, int shift)
{
	return ((sum >> 4) * scale) >> shift;
}

INLINE int32_t cut(int32_t v, int32_t limit)
{
	v = v > limit ? limit : v;
	return v < -limit ? -limit : v;
}

/* y (2 - |y|) in twelfths of bits, |y| <= ONI_NET_ONE. */
INLINE int32_t bent(int32_t y)
{
	int32_t size = y < 0 ? -y : y;
	return (y * (2 * ONI_NET_ONE - size)) >> 12;
}

/* a b / 2^15, rounded: one instruction (pmulhrsw) for each vector of 16-bit numbers. */
INLINE int16_t part(int16_t a, int16_t b)
{
	return (int16_t)((((a * b) >> 14) + 1) >> 1);
}

INLINE uint8_t narrowed(int16_t wide)
{
	return (uint8_t)(part(wide, 127 * 8) + 128);
}

INLINE void body_squash(const oni_linear *map, const int32_t *restrict sums, uint32_t rows, int16_t *restrict wide, uint8_t *restrict narrow)
{
	uint32_t n = map->out;
	const int32_t *restrict scale = map->scale;
	int shift = map->shift;
	for (uint32_t r = 0; r < rows; r++, sums += n) {
		if (wide)
			for (uint32_t i = 0; i < n; i++)
				wide[(size_t)r * n + i] = (int16_t)bent(cut(rescaled(sums[i], scale[i], shift), ONI_NET_ONE));
		if (narrow)
			for (uint32_t i = 0; i < n; i++)
				narrow[(size_t)r * n + i] = narrowed((int16_t)bent(cut(rescaled(sums[i], scale[i], shift), ONI_NET_ONE)));
	}
}

/* out may be sums. */
INLINE void body_logits(const oni_linear *map, const int32_t *sums, uint32_t rows, int32_t *out)
{
	uint32_t n = map->out;
	const int32_t *restrict scale = map->scale;
	int shift = map->shift;
	for (uint32_t r = 0; r < rows; r++, sums += n, out += n)
		for (uint32_t i = 0; i < n; i++)
			out[i] = rescaled(sums[i], scale[i], shift);
}

INLINE void body_gates(const oni_linear *map, const int32_t *restrict sums, uint32_t rows, int16_t *restrict out)
{
	uint32_t width = map->out / 3;
	const int32_t *restrict scale = map->scale;
	int shift = map->shift;
	for (uint32_t r = 0; r < rows; r++, sums += map->out, out += map->out) {
		for (uint32_t i = 0; i < width; i++)
			out[i] = (int16_t)bent(cut(rescaled(sums[i], scale[i], shift), ONI_NET_ONE));
		for (uint32_t i = width; i < 3 * width; i++) {
			int32_t gate = (1 << 14) + 4 * bent(cut(rescaled(sums[i], scale[i], shift), ONI_NET_ONE));
			out[i] = (int16_t)(gate > INT16_MAX ? INT16_MAX : gate);
		}
	}
}

/* Half of the channels of one word; c holds the state. */
INLINE void body_step(uint32_t half, uint32_t width, const int16_t *restrict gates, int16_t *restrict c, int16_t *restrict wide,
		uint8_t *restrict narrow)
{
	const int16_t *restrict forget = gates + width, *restrict read = gates + 2 * (size_t)width;
	APART for (size_t i = 0; i < half; i++) {
		int16_t z = gates[i], x = wide[i];
		int16_t now = (int16_t)(z + part(forget[i], (int16_t)(c[i] - z)));
		int16_t y = (int16_t)(x + part(read[i], (int16_t)(now - x)));
		c[i] = now;
		wide[i] = y;
		narrow[i] = narrowed(y);
	}
}

INLINE void body_recur(uint32_t width, uint32_t rows, const int16_t *gates, int16_t *wide, uint8_t *narrow)
{
	int16_t c[ONI_NET_MAX_WIDTH] = {0};
	uint32_t half = width / 2;
	for (size_t t = 0; t < rows; t++)
		body_step(half, width, gates + t * 3 * width, c, wide + t * width, narrow + t * width);
	for (size_t t = rows; t-- > 0;)
		body_step(half, width, gates + t * 3 * width + half, c + half, wide + t * width + half, narrow + t * width + half);
}

INLINE int32_t body_top(uint32_t n, const int32_t *restrict a, const int32_t *restrict b, uint32_t *ret_at)
{
	int32_t best = a[0] + b[0];
	uint32_t at = 0;
	for (size_t i = 1; i < n; i++)
		best = a[i] + b[i] > best ? a[i] + b[i] : best;
	while (a[at] + b[at] != best)
		at++;
	*ret_at = at;
	return best;
}

INLINE void body_join(uint32_t n, const int32_t *restrict a, const int32_t *restrict b, uint8_t *restrict narrow)
{
	APART for (size_t i = 0; i < n; i++)
		narrow[i] = narrowed((int16_t)bent(cut(a[i] + b[i], ONI_NET_ONE)));
}

INLINE void body_dots(uint32_t n, const uint8_t *restrict a, const uint8_t *restrict b, uint32_t rows, int32_t *restrict out)
{
	int16_t left[ONI_NET_MAX_WIDTH];
	for (uint32_t i = 0; i < n; i++)
		left[i] = (int16_t)(a[i] - 128);
	for (uint32_t r = 0; r < rows; r++, b += n) {
		int32_t sum = 0;
		for (uint32_t i = 0; i < n; i++)
			sum += left[i] * (int16_t)(b[i] - 128);
		out[r] = sum;
	}
}

INLINE void body_sums(const oni_linear *map, const uint8_t *restrict x, size_t stride, uint32_t rows, int32_t *restrict out)
{
	for (uint32_t r = 0; r < rows; r++, x += stride, out += map->out)
		for (uint32_t o = 0; o < map->out; o += 16) {
			const int8_t *restrict w = map->w + (size_t)o * map->in;
			int32_t sum[16];
			memcpy(sum, map->bias + o, sizeof sum);
			for (uint32_t i = 0; i < map->in; i += 4, w += 64)
				for (uint32_t k = 0; k < 16; k++)
					sum[k] += x[i] * w[4 * k] + x[i + 1] * w[4 * k + 1] + x[i + 2] * w[4 * k + 2] + x[i + 3] * w[4 * k + 3];
			memcpy(out + o, sum, sizeof sum);
		}
}
