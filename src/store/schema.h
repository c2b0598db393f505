/* schema.h - the SQL that makes a store, and what brings an older one up to date. */
#ifndef ONI_STORE_SCHEMA_H
#define ONI_STORE_SCHEMA_H

#include <sqlite3.h>

enum { ONI_SCHEMA_VERSION = 2, ONI_APPLICATION_ID = 0x4F6E5263 /* "OnRc" */ };

/* Texts, to the NULL, that make a new store. */
extern const char *const ONI_SCHEMA[];

/* What is new in version 2, of which migrate.c makes use. */
extern const char ONI_TABLES_2[], ONI_VIEWS_2[], ONI_FACT_VIEWS_2[];

/* ONI_MIGRATIONS[v]: texts, to the NULL, that take a store of version v to v + 1; NULL where there was no such version. */
extern const char *const *const ONI_MIGRATIONS[ONI_SCHEMA_VERSION];

/* Gives the connection the functions that the migrations use. */
int oni_migration_functions(sqlite3 *db);

#endif
