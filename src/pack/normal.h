/* normal.h - the normal form in which phrases are compared, as a stream of bytes into a hash; for this room's own
 * use. See phrases.h for what the form is. */
#ifndef ONI_PACK_NORMAL_H
#define ONI_PACK_NORMAL_H

#include "base/str.h"

typedef struct oni_normal {
	uint64_t hash;       /* of what was put out so far */
	uint32_t n;          /* bytes put out */
	bool space;          /* a space is due before the next byte */
	char out[16];        /* what the last step put out, without the space */
	uint32_t out_n;
} oni_normal;

void oni_normal_start(oni_normal *normal);

/* Takes the code point at s.at[at]; returns its length in bytes. out holds what it came to (out_n 0: nothing
 * yet). A due space is put into the hash before it; *ret_spaced tells so and *ret_prefix is the hash before the space. */
size_t oni_normal_step(oni_normal *normal, oni_str s, size_t at, bool *ret_spaced, uint64_t *ret_prefix);

#endif
