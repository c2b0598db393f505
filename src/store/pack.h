/* pack.h - numbers and recurring strings as short texts that plain SQL can read.
 *
 * A list of numbers is a text with one character for each: the code point 32 + the number (and what is not allowed in UTF-8 or not told
 * apart by SQLite, U+D800 to U+FFFF, passed over). Offsets in an article so take one to three bytes, lengths mostly one. */
#ifndef ONI_STORE_PACK_H
#define ONI_STORE_PACK_H

#include "base/buf.h"

enum { ONI_PACK_MOST = 0x10FFFF - 32 - 10240 }; /* the greatest number that fits */

/* Appends the number; false where it does not fit. */
bool oni_pack_number(oni_buf *out, uint64_t number);

/* Takes the first number of *rest off it; false where there is none. */
bool oni_unpack_number(oni_str *rest, uint32_t *ret_number);

/* What recurs in roles and in the account of how a code was found, as one character each. A mark never changes its meaning. */
#define ONI_FRAGMENTS(F) \
	F(1, "[{\"text\":\"", "[{\"text\":\"") \
	F(2, "\",\"sector\":null,\"country\":null,\"standing\":\"current\"}", "\",\"sector\":null,\"country\":null,\"standing\":\"current\"}") \
	F(3, "\",\"country\":null,\"standing\":\"current\"}", "\",\"country\":null,\"standing\":\"current\"}") \
	F(4, "\",\"country\":null,\"standing\":\"former\"}", "\",\"country\":null,\"standing\":\"former\"}") \
	F(5, "\",\"standing\":\"current\"}", "\",\"standing\":\"current\"}") \
	F(6, "\",\"standing\":\"former\"}", "\",\"standing\":\"former\"}") \
	F(7, "\",\"sector\":null,\"country\":\"", "\",\"sector\":null,\"country\":\"") \
	F(11, "\",\"sector\":\"", "\",\"sector\":\"") \
	F(12, "\",\"country\":\"", "\",\"country\":\"") \
	F(14, ",{\"text\":\"", ",{\"text\":\"") \
	F(15, "\" (actor_nouns: ", "\" (actor_nouns: ") \
	F(16, "\" (countries: ", "\" (countries: ") \
	F(17, "\" (nationalities: ", "\" (nationalities: ") \
	F(18, "\" (orgs: ", "\" (orgs: ") \
	F(19, ", the article's country", ", the article''s country") \
	F(20, ", country of ", ", country of ") \
	F(21, "), \"", "), \"")

/* Appends the text with its fragments as marks; false where a mark is in it already. */
bool oni_pack_text(oni_buf *out, oni_str text);
void oni_unpack_text(oni_buf *out, oni_str packed);

/* ---- the same for SQL, in string literals ---- */

/* The i-th number of a list, from 1 on. */
#define ONI_SQL_AT(list, i) "(unicode(substr(" list ", " i ", 1)) - 32 - 10240 * (unicode(substr(" list ", " i ", 1)) > 65535))"

/* The first: unicode() takes no more of a text. */
#define ONI_SQL_FIRST(list) "(unicode(" list ") - 32 - 10240 * (unicode(" list ") > 65535))"

/* A table whose `key` counts the numbers of a list, or the groups of `size` of them, from 0 on: SQLite has no other series everywhere. */
#define ONI_SQL_EACH_OF(list, size) \
	"json_each(CASE WHEN " list " <> '' THEN '[0' || replace(hex(zeroblob(length(" list ") / " size " - 1)), '00', ',0') || ']' END)"
#define ONI_SQL_EACH(list) ONI_SQL_EACH_OF(list, "1")

/* The i-th of numbers that may be missing: they are kept one greater. */
#define ONI_SQL_ALSO(list, i) "(nullif(" ONI_SQL_AT(list, i) ", 0) - 1)"

/* The number of a short word that is known here: by the index of words. */
#define ONI_SQL_WORD(literal) "(SELECT word FROM words WHERE substr(text, 1, 16) = '" literal "')"

/* The number of a reference as the character that it is in a list. */
#define ONI_SQL_CHARACTER(n) "char(" n " + 32 + 10240 * (" n " > 55263))"

#define ONI_SQL_FRAGMENT(mark, text, sql_text) ", char(" #mark "), '" sql_text "')"
#define ONI_SQL_FRAGMENT_OPEN(mark, text, sql_text) "replace("
#define ONI_SQL_UNPACKED(column) ONI_FRAGMENTS(ONI_SQL_FRAGMENT_OPEN) column ONI_FRAGMENTS(ONI_SQL_FRAGMENT)

/* Seconds since 1970 as 2022-12-02T10:00:00Z */
#define ONI_SQL_TIME(column) "strftime('%Y-%m-%dT%H:%M:%SZ', " column ", 'unixepoch')"

#endif
