/* input.h - from a list of files and folders to units, in order. One thread.
 *
 * Nothing is held but the list of names and one block of the file at hand, so memory does not grow with the input. A
 * file that cannot be read is a unit with its error; the next call goes on behind it. */
#ifndef ONI_READ_INPUT_H
#define ONI_READ_INPUT_H

#include "read/unit.h"

typedef struct oni_input oni_input;

/* paths must live as long as the input. limit: the longest unit in bytes. NULL when there is no memory. */
oni_input *oni_input_new(const char *const *paths, size_t n, onr_input kind, size_t limit);
void oni_input_drop(oni_input *input);

/* The next unit, into *unit (whose buffers are used again); false at the end. */
bool oni_input_next(oni_input *input, oni_unit *unit);

#endif
