/* schema.h - the SQL that makes a store, one text for each version of the schema. */
#ifndef ONI_STORE_SCHEMA_H
#define ONI_STORE_SCHEMA_H

enum { ONI_SCHEMA_VERSION = 1, ONI_APPLICATION_ID = 0x4F6E5263 /* "OnRc" */ };

/* ONI_MIGRATIONS[v]: texts, to the NULL, that take a store of version v to v + 1; one that was released never changes. */
extern const char *const *const ONI_MIGRATIONS[ONI_SCHEMA_VERSION];

#endif
