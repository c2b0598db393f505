/* model.h - the model file opened: views of its sections.
 *
 *   header    magic 8, version u32, sections u32, size of the whole u64, checksum of all behind the header u64
 *   directory one entry for each section: name[16], offset u64, size u64
 *   sections  each at a multiple of 8
 *
 * Numbers are little-endian, as are all machines this runs on (asserted when built). Any thread. */
#ifndef ONI_ANALYSE_MODEL_H
#define ONI_ANALYSE_MODEL_H

#include "analyse/analyse.h"
#include "analyse/parse.h"

#define ONI_MODEL_MAGIC "ONRMODL\x1a"

enum {
	ONI_MODEL_VERSION = 1,
	ONI_MODEL_HEAD = 32,
	ONI_MODEL_ENTRY = 32,
	ONI_MODEL_SECTIONS = 32        /* at most */
};

/* A list of strings: u32 count, u32 0, u32 offsets[count + 1], bytes. */
typedef struct oni_strings {
	const uint32_t *offsets;
	const char *bytes;
	uint32_t count, size;
} oni_strings;

struct oni_model {
	oni_words words;
	oni_weights tagger, parser, lemmas, namer;
	oni_tag tags[ONI_CLASSES];
	uint32_t tag_morph[ONI_CLASSES];
	oni_move moves[ONI_CLASSES];
	uint32_t tag_count, move_count;
	oni_strings rules;             /* of lemmas */
};

/* An oni_scorer's function over oni_weights. */
void oni_model_score(const void *weights, const uint64_t *keys, uint32_t n, int32_t scores[ONI_CLASSES]);

uint64_t oni_model_checksum(oni_str bytes);
oni_str oni_strings_at(const oni_strings *strings, uint32_t i);
bool oni_strings_open(oni_str bytes, oni_strings *ret_strings);

/* ---- lemma.c ---- */

/* The lemma of a form with a tag; a view of the form, or kept in `arena`. */
oni_str oni_lemma(const oni_model *model, oni_arena *arena, oni_str form, uint16_t tag);

enum { ONI_LEMMA_ENDING = 9 }; /* longest ending that rules are chosen by, in bytes */

/* The key of a folded word's ending under a tag; whole: the ending is the word. */
uint64_t oni_lemma_key(const char *folded, uint32_t n, uint32_t ending, uint16_t pair);

/* Applies a rule, "CASE<tab>STRIP<tab>ADD" (CASE l: small letters, k: as written; STRIP: how many characters go). */
oni_str oni_lemma_apply(oni_arena *arena, oni_str rule, oni_str form);

#endif
