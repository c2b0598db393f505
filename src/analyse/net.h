/* net.h - the trained network as it lies in the model file: views of mapped bytes, checked once, shared by all threads.
 *
 * Layout, little-endian: magic 8, version u32, sections u32, size u64, checksum u64 (of all behind these 32 bytes), then for each
 * section offset u32 and bytes u32, then the sections, each at a multiple of 64. Written by train/neural/export.py. */
#ifndef ONI_ANALYSE_NET_H
#define ONI_ANALYSE_NET_H

#include "base/str.h"

enum {
	ONI_NET_MAX_LAYERS = 8,
	ONI_NET_AFFIXES = 8,
	ONI_NET_KNOWN = 8,         /* bits of what lists say of a word: train/neural/gazetteer.py */
	ONI_NET_MAX_WIDTH = 512,   /* channels of the encoder */
	ONI_NET_MAX_OUT = 3 * ONI_NET_MAX_WIDTH,
	ONI_NET_DISTANCES = 32,
	ONI_NET_ONE = 4096         /* 1.0 of an activation held in 16 bits */
};

/* out = (bias + w x) rescaled: ((sum >> 4) * scale[o]) >> shift. x is unsigned with 128 for 0; bias makes good for that. */
typedef struct oni_linear {
	const int8_t *w;           /* [out/16][in/4][16][4] */
	const int32_t *bias;       /* [out] */
	const int32_t *scale;      /* [out] */
	uint32_t in, out;          /* multiples of 4 and of 16 */
	int shift;
} oni_linear;

typedef struct oni_net {
	uint32_t width, layers, low; /* `low`: the tags read what goes into this layer */
	uint32_t window[ONI_NET_MAX_LAYERS]; /* words that a layer sees at once: 1 or 3 */
	uint32_t word_dim, affix_dim, affix_rows[ONI_NET_AFFIXES];
	uint32_t slots, words;     /* slots: a power of two; words: rows */
	const uint32_t *keys;      /* [slots][2]: high half of the folded form's hash; known bits << 24 | row + 1 (0: free) */
	const int8_t *word;        /* [words][word_dim]; row 0 unknown, row 1 before a sentence */
	const int8_t *affix[ONI_NET_AFFIXES]; /* [affix_rows][affix_dim] */
	oni_linear enter, layer[ONI_NET_MAX_LAYERS];
	oni_linear tag_hidden, tag, lemma_hidden, lemma, name_hidden, name;
	oni_linear arc_head, arc_dependent, arc_distance, arc_prior, rel_head, rel_dependent, rel;
	oni_str irregular;         /* lines FORM TAB UPOS TAB LEMMA in byte order */
	oni_str lemmas;            /* a Bloom filter of LEMMA TAB UPOS: four bits each; a power of two of bytes */
	oni_str tags, rules, names, rels; /* one label a line; a tag is UPOS TAB XPOS TAB FEATS, a rule CASE TAB CUT TAB PUT */
} oni_net;

/* A view of `bytes`, which must outlive it; false when they are no network of this version, with the reason. */
bool oni_net_open(oni_str bytes, oni_net *ret_net, const char **ret_why);

#endif
