/* decode.h - bytes of any encoding to valid UTF-8. Any thread. */
#ifndef ONI_READ_DECODE_H
#define ONI_READ_DECODE_H

#include "base/arena.h"
#include "base/err.h"

/* The text of a file. Valid UTF-8 is returned as it is, without a copy; a byte order mark is left out (it is no
 * text). UTF-16 and UTF-32 are told by their mark, other encodings guessed; the decoded text is in the arena.
 * ret_err (status ONR_OK, text not "") may carry a warning: bytes that had to be replaced. ONR_BINARY where it is no text. */
onr_status oni_decode(oni_arena *arena, oni_str bytes, oni_str where, oni_str *ret_text, onr_err *ret_err);

/* s with every byte that is not UTF-8 replaced by U+FFFD; s itself where there is none. */
oni_str oni_decode_repair(oni_arena *arena, oni_str s);

#endif
