/* err.h - how a function tells its caller what went wrong. Nothing is allocated; any thread. */
#ifndef ONI_BASE_ERR_H
#define ONI_BASE_ERR_H

#include "base/str.h"
#include "onrecord.h"

/* Fills *err (where it is not NULL) and returns `status`, so that a function can `return oni_fail(…)`.
 * Long names and texts are cut at a code point. */
onr_status oni_fail(onr_err *err, onr_status status, oni_str where, size_t at, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

#endif
