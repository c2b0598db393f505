/* json.h - a record read back: one JSON value as a flat array of nodes, for the store. Much faster than a tree of
 * objects, and its memory is kept from one record to the next. One thread at a time. */
#ifndef ONI_STORE_JSON_H
#define ONI_STORE_JSON_H

#include "base/str.h"

typedef enum oni_kind { ONI_NULL, ONI_FALSE, ONI_TRUE, ONI_NUMBER, ONI_STRING, ONI_ARRAY, ONI_OBJECT } oni_kind;

typedef struct oni_value {
	oni_kind kind;
	oni_str name;          /* in an object: the member's */
	oni_str text;          /* a string's content; anything else as it stands in the source */
	uint32_t first, next;  /* the first child, the next sibling; 0: none */
} oni_value;

typedef struct oni_json {
	oni_value *nodes;      /* [n] of `room`, owned; nodes[0] is the whole */
	uint32_t n, room;
	char *strings;         /* [strings_room], owned: strings that held escapes */
	size_t strings_n, strings_room;
	oni_str source;        /* lent: must outlive what is read of it */
	size_t at;             /* where reading stands; after a failure, where it went wrong */
	const char *wrong;     /* what is wrong, static; NULL: nothing */
} oni_json;

/* Reads one value that is all of the source (white space around it aside); false with json->wrong and json->at. */
bool oni_json_read(oni_json *json, oni_str source);
void oni_json_drop(oni_json *json);

/* The member of an object; NULL where it is none, or there is none of that name, or the value is null. */
const oni_value *oni_json_member(const oni_json *json, const oni_value *object, const char *name);

static inline const oni_value *oni_json_first(const oni_json *json, const oni_value *value)
{
	return value && value->first ? &json->nodes[value->first] : NULL;
}

static inline const oni_value *oni_json_next(const oni_json *json, const oni_value *value)
{
	return value->next ? &json->nodes[value->next] : NULL;
}

#endif
