/* unit.h - the raw bytes of one article, as they come from a file: the seam between reading (one thread) and
 * everything that the workers do with it. */
#ifndef ONI_READ_UNIT_H
#define ONI_READ_UNIT_H

#include "base/buf.h"
#include "base/err.h"

typedef enum oni_unit_kind { ONI_UNIT_TEXT, ONI_UNIT_JSON, ONI_UNIT_TOKENS } oni_unit_kind;

typedef struct oni_unit {
	oni_unit_kind kind;
	oni_buf bytes;         /* owned; kept for the next unit */
	oni_buf source;        /* owned: path of the file, "-" for standard input */
	size_t line, at;       /* where in the file; line 0: the whole file */
	size_t size;           /* bytes of input that were read for it, more than bytes.n where it was too long */
	onr_err err;           /* status ONR_OK, or why there are no bytes */
} oni_unit;

#endif
