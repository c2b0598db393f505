/* sha256.h - SHA-256 (FIPS 180-4), for ids that are derived from content. Any thread. */
#ifndef ONI_BASE_SHA256_H
#define ONI_BASE_SHA256_H

#include "base/str.h"

/* The digest of s in 64 lower-case hexadecimal digits and a NUL. */
void oni_sha256(oni_str s, char ret_hex[65]);

#endif
