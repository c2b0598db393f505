#include "analyse/net.h"

#include <string.h>

#define MAGIC "onrnet\r\n"

enum { VERSION = 1, HEAD = 32, CONFIG_WORDS = 128 };

/* The sections in their order: sizes, keys, words, the affix tables, the four lists of labels,
 * irregular forms, known lemmas, then three for each linear map. */
typedef struct reader {
	oni_str all;
	uint32_t sections, next;
	bool bad;
} reader;

static uint32_t u32(const char *at)
{
	uint32_t v;
	memcpy(&v, at, sizeof v);
	return v;
}

static uint64_t u64(const char *at)
{
	uint64_t v;
	memcpy(&v, at, sizeof v);
	return v;
}

/* The next section; it must have `wanted` bytes unless that is 0. */
static oni_str take(reader *r, uint64_t wanted)
{
	if (r->bad || r->next >= r->sections) {
		r->bad = true;
		return ONI_STR("");
	}
	const char *entry = r->all.at + HEAD + 8 * (size_t)r->next++;
	uint64_t at = u32(entry), n = u32(entry + 4);
	if (at % 64 || at + n > r->all.n || (wanted && n != wanted)) {
		r->bad = true;
		return ONI_STR("");
	}
	return (oni_str){r->all.at + at, n};
}

static oni_linear take_linear(reader *r, uint32_t in, uint32_t out, int shift)
{
	oni_linear l = {.in = in, .out = out, .shift = shift};
	if (in == 0 || out == 0 || in % 4 || out % 16 || in > 3 * ONI_NET_MAX_WIDTH || out > ONI_NET_MAX_OUT || shift < 0 || shift > 30)
		r->bad = true;
	l.w = (const int8_t *)take(r, (uint64_t)in * out).at;
	l.bias = (const int32_t *)(const void *)take(r, 4 * (uint64_t)out).at;
	l.scale = (const int32_t *)(const void *)take(r, 4 * (uint64_t)out).at;
	return l;
}

/* Four lanes of FNV-1a over 64-bit words, so that eight megabytes take a millisecond. */
static uint64_t checksum(oni_str s)
{
	const uint64_t first = UINT64_C(14695981039346656037), prime = UINT64_C(1099511628211);
	uint64_t lanes[4] = {first, first + 1, first + 2, first + 3}, v[4], h = first;
	for (size_t at = 0; at < s.n; at += sizeof v) {
		memset(v, 0, sizeof v);
		memcpy(v, s.at + at, s.n - at < sizeof v ? s.n - at : sizeof v);
		for (int i = 0; i < 4; i++) {
			lanes[i] = (lanes[i] ^ v[i]) * prime;
			lanes[i] ^= lanes[i] >> 29;
		}
	}
	for (int i = 0; i < 4; i++)
		h = (h ^ lanes[i]) * prime;
	return h;
}

static bool check_head(oni_str bytes, const char **ret_why)
{
	*ret_why = NULL;
	if (bytes.n < HEAD || memcmp(bytes.at, MAGIC, 8) != 0)
		*ret_why = "is no language model";
	else if (u32(bytes.at + 8) != VERSION)
		*ret_why = "is a language model of another version";
	else if (u64(bytes.at + 16) != bytes.n || HEAD + 8 * (uint64_t)u32(bytes.at + 12) > bytes.n)
		*ret_why = "is a language model cut short";
	return !*ret_why;
}

/* CONFIG: width, layers, low, window[8], word_dim, affix_dim, affix_rows[8], slots, words, then (in, out, shift) of each linear map. */
static const char *read_sizes(oni_net *net, const char *at)
{
	net->width = u32(at);
	net->layers = u32(at + 4);
	net->low = u32(at + 8);
	for (int i = 0; i < ONI_NET_MAX_LAYERS; i++)
		net->window[i] = u32(at + 12 + 4 * i);
	at += 12 + 4 * ONI_NET_MAX_LAYERS;
	net->word_dim = u32(at);
	net->affix_dim = u32(at + 4);
	for (int i = 0; i < ONI_NET_AFFIXES; i++)
		net->affix_rows[i] = u32(at + 8 + 4 * i);
	at += 8 + 4 * ONI_NET_AFFIXES;
	net->slots = u32(at);
	net->words = u32(at + 4);
	return at + 8;
}

static bool sizes_good(const oni_net *net)
{
	bool good = net->width >= 32 && net->width <= ONI_NET_MAX_WIDTH && net->width % 32 == 0 && net->layers >= 1 &&
		net->layers <= ONI_NET_MAX_LAYERS && net->low <= net->layers && net->words >= 2 && net->slots >= net->words && net->slots <= (1u << 24) &&
		(net->slots & (net->slots - 1)) == 0 && net->words < (1u << 24) && net->word_dim <= 512 && net->affix_dim <= 128;
	for (int i = 0; i < ONI_NET_AFFIXES; i++)
		good = good && net->affix_rows[i] && (net->affix_rows[i] & (net->affix_rows[i] - 1)) == 0 && net->affix_rows[i] <= (1u << 20);
	return good;
}

/* The maps must fit each other: what one gives is what the next takes. */
static bool maps_fit(const oni_net *n)
{
	bool fit = n->enter.in >= n->word_dim + ONI_NET_AFFIXES * n->affix_dim + ONI_NET_KNOWN && n->enter.out == n->width;
	for (uint32_t i = 0; i < n->layers; i++)
		fit = fit && (n->window[i] == 1 || n->window[i] == 3) && n->layer[i].in == n->window[i] * n->width && n->layer[i].out == 3 * n->width;
	const oni_linear *from_width[] = {&n->tag_hidden, &n->lemma_hidden, &n->name_hidden, &n->arc_head, &n->arc_dependent, &n->rel_head,
		&n->rel_dependent};
	for (size_t i = 0; i < sizeof from_width / sizeof *from_width; i++)
		fit = fit && from_width[i]->in == n->width && from_width[i]->out <= ONI_NET_MAX_WIDTH;
	return fit && n->tag.in == n->tag_hidden.out && n->lemma.in == n->lemma_hidden.out && n->name.in == n->name_hidden.out &&
		n->arc_head.out == n->arc_dependent.out && n->arc_distance.in == n->arc_dependent.out && n->arc_prior.in == n->arc_head.out &&
		n->arc_distance.out == ONI_NET_DISTANCES && n->rel_head.out == n->rel_dependent.out && n->rel.in == n->rel_head.out;
}

static uint32_t lines(oni_str s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.at[i] == '\n';
	return n;
}

static void take_maps(reader *r, oni_net *net, const char *sizes)
{
	oni_linear *maps[] = {&net->enter, &net->tag_hidden, &net->tag, &net->lemma_hidden, &net->lemma, &net->name_hidden, &net->name,
		&net->arc_head, &net->arc_dependent, &net->arc_distance, &net->arc_prior, &net->rel_head, &net->rel_dependent, &net->rel};
	uint32_t fixed = sizeof maps / sizeof *maps;
	for (uint32_t i = 0; i < fixed + net->layers; i++) {
		oni_linear *to = i < fixed ? maps[i] : &net->layer[i - fixed];
		*to = take_linear(r, u32(sizes + 12 * i), u32(sizes + 12 * i + 4), (int)u32(sizes + 12 * i + 8));
	}
}

bool oni_net_open(oni_str bytes, oni_net *ret_net, const char **ret_why)
{
	oni_net net = {0};
	if (!check_head(bytes, ret_why))
		return false;
	*ret_why = "is a damaged language model";
	if (checksum(oni_str_cut(bytes, HEAD, bytes.n)) != u64(bytes.at + 24))
		return false;
	reader r = {.all = bytes, .sections = u32(bytes.at + 12)};
	oni_str config = take(&r, 4 * CONFIG_WORDS);
	if (r.bad)
		return false;
	const char *sizes = read_sizes(&net, config.at);
	if (!sizes_good(&net))
		return false;
	net.keys = (const uint32_t *)(const void *)take(&r, 8 * (uint64_t)net.slots).at;
	net.word = (const int8_t *)take(&r, (uint64_t)net.words * net.word_dim).at;
	for (int i = 0; i < ONI_NET_AFFIXES; i++)
		net.affix[i] = (const int8_t *)take(&r, (uint64_t)net.affix_rows[i] * net.affix_dim).at;
	net.tags = take(&r, 0);
	net.rules = take(&r, 0);
	net.names = take(&r, 0);
	net.rels = take(&r, 0);
	net.irregular = take(&r, 0);
	net.lemmas = take(&r, 0);
	take_maps(&r, &net, sizes);
	if (net.lemmas.n < 8 || (net.lemmas.n & (net.lemmas.n - 1)) != 0)
		return false;
	if (r.bad || !maps_fit(&net) || lines(net.tags) > net.tag.out || lines(net.rules) > net.lemma.out || lines(net.names) > net.name.out ||
			lines(net.rels) > net.rel.out)
		return false;
	*ret_net = net;
	*ret_why = NULL;
	return true;
}
