/* Problem: two million multiplications a word, in integers, the same result on every machine. Method: weights and activations of 8 bits,
 * sums of 32; weights lie in blocks of 16 outputs by 4 inputs, which is what one vpdpbusd or a row of an AMX tile takes, and what AVX2 and plain C read as
 * well. No sum can pass 32 bits (768 * 255 * 128 < 2^25), so the order of adding does not matter and all sets agree to the bit.
 * Example: x = (130, 128, 127, 128), w[o] = (5, 9, 3, 7), bias[o] = b - 128 * 24: the sum is b + 2 * 5 - 1 * 3. */
#include "analyse/kernels.h"

#include <string.h>

#include "analyse/kernels_body.h"

/* One function of a set: the body, compiled for the set's instructions. */
#define SET(name, target) \
	target static void name##_squash(const oni_linear *m, const int32_t *s, uint32_t r, int16_t *w, uint8_t *n) { body_squash(m, s, r, w, n); } \
	target static void name##_logits(const oni_linear *m, const int32_t *s, uint32_t r, int32_t *o) { body_logits(m, s, r, o); } \
	target static void name##_gates(const oni_linear *m, const int32_t *s, uint32_t r, int16_t *o) { body_gates(m, s, r, o); } \
	target static void name##_recur(uint32_t w, uint32_t r, const int16_t *g, int16_t *x, uint8_t *n) { body_recur(w, r, g, x, n); } \
	target static int32_t name##_top(uint32_t n, const int32_t *a, const int32_t *b, uint32_t *at) { return body_top(n, a, b, at); } \
	target static void name##_join(uint32_t n, const int32_t *a, const int32_t *b, uint8_t *o) { body_join(n, a, b, o); } \
	target static void name##_dots(uint32_t n, const uint8_t *a, const uint8_t *b, uint32_t r, int32_t *o) { body_dots(n, a, b, r, o); } \
	static const oni_kernels name##_set = {#name, name##_sums, name##_squash, name##_logits, name##_gates, name##_recur, name##_top, \
		name##_join, name##_dots};

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FOR_VNNI __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))
#define FOR_AVX2 __attribute__((target("avx2")))

/* Up to 6 rows by `cols` blocks of 16 outputs, all sums in registers. */
#define VNNI_TILE(rows_n, cols_n) \
	do { \
		__m512i sum[rows_n][cols_n]; \
		for (int c = 0; c < (cols_n); c++) \
			for (int r = 0; r < (rows_n); r++) \
				sum[r][c] = _mm512_loadu_si512(map->bias + o + 16 * c); \
		for (uint32_t i = 0; i < map->in; i += 4) { \
			__m512i w[cols_n]; \
			for (int c = 0; c < (cols_n); c++) \
				w[c] = _mm512_loadu_si512(map->w + (size_t)(o + 16 * (uint32_t)c) * map->in + 16 * (size_t)i); \
			for (int r = 0; r < (rows_n); r++) { \
				int32_t four; \
				memcpy(&four, x + (size_t)r * stride + i, 4); \
				__m512i v = _mm512_set1_epi32(four); \
				for (int c = 0; c < (cols_n); c++) \
					sum[r][c] = _mm512_dpbusd_epi32(sum[r][c], v, w[c]); \
			} \
		} \
		for (int r = 0; r < (rows_n); r++) \
			for (int c = 0; c < (cols_n); c++) \
				_mm512_storeu_si512(out + (size_t)r * map->out + o + 16 * c, sum[r][c]); \
	} while (0)

FOR_VNNI static void vnni_rows6(const oni_linear *map, const uint8_t *x, size_t stride, int32_t *out)
{
	uint32_t o = 0;
	for (; o + 64 <= map->out; o += 64)
		VNNI_TILE(6, 4);
	for (; o < map->out; o += 16)
		VNNI_TILE(6, 1);
}

FOR_VNNI static void vnni_rows1(const oni_linear *map, const uint8_t *x, size_t stride, int32_t *out)
{
	uint32_t o = 0;
	for (; o + 64 <= map->out; o += 64)
		VNNI_TILE(1, 4);
	for (; o < map->out; o += 16)
		VNNI_TILE(1, 1);
}

FOR_VNNI static void vnni_sums(const oni_linear *map, const uint8_t *x, size_t stride, uint32_t rows, int32_t *out)
{
	uint32_t r = 0;
	for (; r + 6 <= rows; r += 6)
		vnni_rows6(map, x + r * stride, stride, out + (size_t)r * map->out);
	for (; r < rows; r++)
		vnni_rows1(map, x + r * stride, stride, out + (size_t)r * map->out);
}

/* Blocks of 16 outputs: w in 16 bits, four registers of four outputs each, two halves of a sum side by side until the end. */
FOR_AVX2 static void avx2_block(const oni_linear *map, const uint8_t *x, uint32_t o, int32_t *out)
{
	const int8_t *w = map->w + (size_t)o * map->in;
	__m256i sum[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256()};
	for (uint32_t i = 0; i < map->in; i += 4, w += 64) {
		int32_t four;
		memcpy(&four, x + i, 4);
		__m256i v = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
		for (int k = 0; k < 4; k++) {
			__m256i wide = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(w + 16 * k)));
			sum[k] = _mm256_add_epi32(sum[k], _mm256_madd_epi16(v, wide));
		}
	}
	for (int k = 0; k < 4; k++) {
		int32_t pair[8];
		_mm256_storeu_si256((__m256i *)(void *)pair, sum[k]);
		for (int j = 0; j < 4; j++)
			out[4 * k + j] = map->bias[o + (uint32_t)(4 * k + j)] + pair[2 * j] + pair[2 * j + 1];
	}
}

FOR_AVX2 static void avx2_sums(const oni_linear *map, const uint8_t *x, size_t stride, uint32_t rows, int32_t *out)
{
	for (uint32_t r = 0; r < rows; r++)
		for (uint32_t o = 0; o < map->out; o += 16)
			avx2_block(map, x + r * stride, o, out + (size_t)r * map->out + o);
}

/* ---- AMX: tiles of 16 rows; what is left over goes the other way ---- */

#define FOR_AMX __attribute__((target("amx-tile,amx-int8,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))

enum { TILE = 16, TILE_BYTES = 64 };

FOR_AMX static void amx_begin(void)
{
	struct {
		uint8_t palette, start, reserved[14];
		uint16_t row_bytes[16];
		uint8_t rows[16];
	} config = {.palette = 1};
	for (int i = 0; i < 8; i++) {
		config.row_bytes[i] = TILE_BYTES;
		config.rows[i] = TILE;
	}
	_tile_loadconfig(&config);
}

/* 32 rows by 32 outputs. */
FOR_AMX static void amx_block(const oni_linear *map, const uint8_t *x, size_t stride, uint32_t o, int32_t *out)
{
	const int8_t *w0 = map->w + (size_t)o * map->in, *w1 = w0 + (size_t)TILE * map->in;
	size_t row = map->out * sizeof *out;
	_tile_zero(0);
	_tile_zero(1);
	_tile_zero(2);
	_tile_zero(3);
	for (uint32_t i = 0; i < map->in; i += TILE_BYTES) {
		_tile_loadd(4, x + i, stride);
		_tile_loadd(6, w0 + (size_t)i * TILE, TILE_BYTES);
		_tile_loadd(7, w1 + (size_t)i * TILE, TILE_BYTES);
		_tile_loadd(5, x + TILE * stride + i, stride);
		_tile_dpbusd(0, 4, 6);
		_tile_dpbusd(1, 4, 7);
		_tile_dpbusd(2, 5, 6);
		_tile_dpbusd(3, 5, 7);
	}
	_tile_stored(0, out + o, row);
	_tile_stored(1, out + o + TILE, row);
	_tile_stored(2, out + TILE * map->out + o, row);
	_tile_stored(3, out + TILE * map->out + o + TILE, row);
}

FOR_AMX static void amx_add_bias(const oni_linear *map, uint32_t rows, int32_t *out)
{
	for (uint32_t r = 0; r < rows; r++, out += map->out)
		for (uint32_t o = 0; o < map->out; o += TILE)
			_mm512_storeu_si512(out + o, _mm512_add_epi32(_mm512_loadu_si512(out + o), _mm512_loadu_si512(map->bias + o)));
}

FOR_AMX static void amx_sums(const oni_linear *map, const uint8_t *x, size_t stride, uint32_t rows, int32_t *out)
{
	uint32_t whole = map->in % TILE_BYTES || map->out % (2 * TILE) ? 0 : rows - rows % (2 * TILE);
	if (whole) {
		amx_begin();
		for (uint32_t o = 0; o < map->out; o += 2 * TILE)
			for (uint32_t r = 0; r < whole; r += 2 * TILE)
				amx_block(map, x + r * stride, stride, o, out + (size_t)r * map->out);
		_tile_release();
		amx_add_bias(map, whole, out);
	}
	vnni_sums(map, x + whole * stride, stride, rows - whole, out + (size_t)whole * map->out);
}

/* The processor has the tiles and the kernel lets this process use them (they are large, so it wants to be asked). */
static bool has_amx(void)
{
	enum { ASK = 0x1023, TILE_DATA = 18 };
	unsigned a, b, c, d = 0;
	bool tiles = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (d >> 24 & 1) && (d >> 25 & 1);
	return tiles && syscall(SYS_arch_prctl, ASK, TILE_DATA) == 0;
}

SET(amx, FOR_AMX)
SET(vnni, FOR_VNNI)
SET(avx2, FOR_AVX2)
#endif

static void plain_sums(const oni_linear *map, const uint8_t *x, size_t stride, uint32_t rows, int32_t *out)
{
	body_sums(map, x, stride, rows, out);
}

SET(plain, )

const oni_kernels *oni_kernels_at(uint32_t i)
{
	const oni_kernels *sets[4];
	uint32_t n = 0;
#if defined(__x86_64__)
	__builtin_cpu_init();
	if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
			__builtin_cpu_supports("avx512vl")) {
		if (has_amx())
			sets[n++] = &amx_set;
		sets[n++] = &vnni_set;
	}
	if (__builtin_cpu_supports("avx2"))
		sets[n++] = &avx2_set;
#endif
	sets[n++] = &plain_set;
	return i < n ? sets[i] : NULL;
}
