/* kernels.c - the parts of training that torch is slow at: the gated recurrence, Adam with averaging, tree decoding.
 * gcc -O3 -march=native -ffast-math -shared -fPIC; called from train.py through ctypes, one thread. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef uint16_t bf16;

static inline float wide(bf16 b)
{
	union { uint32_t u; float f; } x = { (uint32_t)b << 16 };
	return x.f;
}

static inline bf16 narrow(float f)
{
	union { float f; uint32_t u; } x = { f };
	return (bf16)((x.u + 0x7FFF + ((x.u >> 16) & 1)) >> 16);
}

static inline float clamp1(float v)
{
	v = v > 1 ? 1 : v;
	return v < -1 ? -1 : v;
}

/* Quadratic stand-ins for tanh and the logistic function: what the C inference computes in integers. */
static inline float squash(float v)
{
	float y = clamp1(v * .5f);
	return y * (2 - fabsf(y));
}

static inline float gate(float v)
{
	float y = clamp1(v * .25f);
	return .5f + .5f * y * (2 - fabsf(y));
}

static inline float squash_slope(float v) { return 1 - fabsf(clamp1(v * .5f)); }
static inline float gate_slope(float v) { return .25f * (1 - fabsf(clamp1(v * .25f))); }

void squash_all(long n, const float *restrict v, float *restrict y)
{
	for (long i = 0; i < n; i++)
		y[i] = squash(v[i]);
}

void squash_back(long n, const float *restrict v, const float *restrict gy, float *restrict gv)
{
	for (long i = 0; i < n; i++)
		gv[i] = gy[i] * squash_slope(v[i]);
}

/* Drops a part of the values; the same seed drops the same, so the way back needs no mask. */
void drop(long n, const float *restrict x, uint32_t seed, uint32_t below, float gain, float *restrict y)
{
	for (long i = 0; i < n; i++) {
		uint32_t h = ((uint32_t)i + seed) * 0x9E3779B1u;
		h = (h ^ h >> 15) * 0x85EBCA77u;
		h = (h ^ h >> 13) * 0xC2B2AE3Du;
		y[i] = (h >> 8) < below ? 0 : x[i] * gain;
	}
}

static void step_forward(int a, int b, int d, const bf16 *restrict u, const float *restrict bias, const float *restrict x,
		const float *restrict before, float *restrict c, float *restrict y)
{
	for (int i = a; i < b; i++) {
		float z = squash(wide(u[i]) + bias[i]), f = gate(wide(u[d + i]) + bias[d + i]), r = gate(wide(u[2 * d + i]) + bias[2 * d + i]);
		c[i] = z + f * (before[i] - z);
		y[i] = x[i] + r * (c[i] - x[i]);
	}
}

/* u [N][3][d], x c y [N][d]; sentences [first[s], first[s+1]); channels below d/2 run forward, the others backward. */
void gated_forward(int s_n, const int *first, int d, const bf16 *u, const float *bias, const float *x, float *c, float *y)
{
	float *zero = calloc((size_t)d, sizeof *zero);
	int h = d / 2;
	for (int s = 0; s < s_n; s++) {
		for (long t = first[s]; t < first[s + 1]; t++)
			step_forward(0, h, d, u + t * 3 * d, bias, x + t * d, t == first[s] ? zero : c + (t - 1) * d, c + t * d, y + t * d);
		for (long t = first[s + 1] - 1; t >= first[s]; t--)
			step_forward(h, d, d, u + t * 3 * d, bias, x + t * d, t == first[s + 1] - 1 ? zero : c + (t + 1) * d, c + t * d, y + t * d);
	}
	free(zero);
}

static void step_backward(int a, int b, int d, const bf16 *restrict u, const float *restrict bias, const float *restrict x,
		const float *restrict before, const float *restrict c, const float *restrict gy, float *restrict gc, bf16 *restrict gu,
		float *restrict gx, float *restrict gb)
{
	for (int i = a; i < b; i++) {
		float uz = wide(u[i]) + bias[i], uf = wide(u[d + i]) + bias[d + i], ur = wide(u[2 * d + i]) + bias[2 * d + i];
		float z = squash(uz), f = gate(uf), r = gate(ur);
		float g = gc[i] + gy[i] * r;
		float gz = g * (1 - f) * squash_slope(uz), gf = g * (before[i] - z) * gate_slope(uf), gr = gy[i] * (c[i] - x[i]) * gate_slope(ur);
		gx[i] = gy[i] * (1 - r);
		gc[i] = g * f;
		gu[i] = narrow(gz);
		gu[d + i] = narrow(gf);
		gu[2 * d + i] = narrow(gr);
		gb[i] += gz;
		gb[d + i] += gf;
		gb[2 * d + i] += gr;
	}
}

void gated_backward(int s_n, const int *first, int d, const bf16 *u, const float *bias, const float *x, const float *c, const float *gy,
		bf16 *gu, float *gx, float *gb)
{
	float *zero = calloc((size_t)d, sizeof *zero), *gc = malloc((size_t)d * sizeof *gc);
	int h = d / 2;
	memset(gb, 0, sizeof *gb * 3 * (size_t)d);
	for (int s = 0; s < s_n; s++) {
		memset(gc, 0, sizeof *gc * (size_t)d);
		for (long t = first[s + 1] - 1; t >= first[s]; t--)
			step_backward(0, h, d, u + t * 3 * d, bias, x + t * d, t == first[s] ? zero : c + (t - 1) * d, c + t * d, gy + t * d, gc,
					gu + t * 3 * d, gx + t * d, gb);
		for (long t = first[s]; t < first[s + 1]; t++)
			step_backward(h, d, d, u + t * 3 * d, bias, x + t * d, t == first[s + 1] - 1 ? zero : c + (t + 1) * d, c + t * d, gy + t * d, gc,
					gu + t * 3 * d, gx + t * d, gb);
	}
	free(zero);
	free(gc);
}

/* One step of Adam (decoupled decay), the average of the weights beside it. */
void adam(long n, float *restrict p, const float *restrict g, float *restrict m, float *restrict v, float *restrict avg, float lr, float b1,
		float b2, float c1, float c2, float decay, float keep, float scale)
{
	for (long i = 0; i < n; i++) {
		float gi = g[i] * scale;
		m[i] += (1 - b1) * (gi - m[i]);
		v[i] += (1 - b2) * (gi * gi - v[i]);
		p[i] -= lr * (m[i] / c1 / (sqrtf(v[i] / c2) + 1e-8f) + decay * p[i]);
		avg[i] = p[i] + keep * (avg[i] - p[i]);
	}
}

float square_sum(long n, const float *restrict g)
{
	float s = 0;
	for (long i = 0; i < n; i++)
		s += g[i] * g[i];
	return s;
}

/* Eisner's algorithm: the best projective tree with one root. s[d * stride + h]: score of h (0: the root) as the head of d, 1 <= d <= n. */
void eisner(int n, int stride, const float *s, int *head)
{
	int w = n + 1;
	float *ir = malloc(sizeof(float) * (size_t)(w * w) * 4), *il = ir + w * w, *cr = il + w * w, *cl = cr + w * w;
	int *bi = malloc(sizeof(int) * (size_t)(w * w) * 3), *br = bi + w * w, *bl = br + w * w;
	for (int i = 1; i <= n; i++)
		cr[i * w + i] = cl[i * w + i] = 0;
	for (int len = 1; len < n; len++)
		for (int i = 1; i + len <= n; i++) {
			int j = i + len, best = i;
			float top = -INFINITY;
			for (int k = i; k < j; k++) {
				float v = cr[i * w + k] + cl[(k + 1) * w + j];
				if (v > top) { top = v; best = k; }
			}
			bi[i * w + j] = best;
			ir[i * w + j] = top + s[j * stride + i];
			il[i * w + j] = top + s[i * stride + j];
			top = -INFINITY;
			for (int k = i + 1; k <= j; k++) {
				float v = ir[i * w + k] + cr[k * w + j];
				if (v > top) { top = v; best = k; }
			}
			cr[i * w + j] = top; br[i * w + j] = best;
			top = -INFINITY;
			for (int k = i; k < j; k++) {
				float v = cl[i * w + k] + il[k * w + j];
				if (v > top) { top = v; best = k; }
			}
			cl[i * w + j] = top; bl[i * w + j] = best;
		}
	int root = 1;
	float top = -INFINITY;
	for (int r = 1; r <= n; r++) {
		float v = cl[1 * w + r] + cr[r * w + n] + s[r * stride];
		if (v > top) { top = v; root = r; }
	}
	head[root] = 0;
	int *stack = malloc(sizeof(int) * (size_t)(n + 2) * 6), top_n = 0;
#define PUSH(kind, a, b) (stack[top_n * 3] = (kind), stack[top_n * 3 + 1] = (a), stack[top_n * 3 + 2] = (b), top_n++)
	PUSH(1, 1, root);
	PUSH(0, root, n);
	while (top_n) {
		top_n--;
		int kind = stack[top_n * 3], i = stack[top_n * 3 + 1], j = stack[top_n * 3 + 2], k;
		if (i == j)
			continue;
		if (kind == 0) {
			k = br[i * w + j];
			head[k] = i;
			int q = bi[i * w + k];
			PUSH(0, i, q); PUSH(1, q + 1, k); PUSH(0, k, j);
		} else {
			k = bl[i * w + j];
			head[k] = j;
			int q = bi[k * w + j];
			PUSH(1, i, k); PUSH(0, k, q); PUSH(1, q + 1, j);
		}
	}
	free(stack); free(bi); free(ir);
}
