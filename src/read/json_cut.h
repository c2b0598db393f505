/* json_cut.h - where one JSON value of many ends: for files whose values go over lines, or lie in one array. It does not
 * check them. Any thread. */
#ifndef ONI_READ_JSON_CUT_H
#define ONI_READ_JSON_CUT_H

#include "base/str.h"

/* {0} before each value; bytes may come in pieces. */
typedef struct oni_json_cut {
	uint32_t depth;
	bool begun, done, in_string, escaped;
} oni_json_cut;

/* Bytes before the value: white space, commas, the brackets of an array around all. */
size_t oni_json_cut_skip(oni_str bytes);

/* How many of the bytes belong to the value; cut->done where it ends. What begins with no brace ends with its line. */
size_t oni_json_cut_take(oni_json_cut *cut, oni_str bytes);

/* Whether the bytes that a file begins with are JSON values of which the first goes over its line, or an array. */
bool oni_json_is_over_lines(oni_str bytes);

#endif
