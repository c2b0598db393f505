/* statement.h - Who says what: fills doc->statements. Runs after times, entities and places. */
#ifndef ONI_UNDERSTAND_STATEMENT_H
#define ONI_UNDERSTAND_STATEMENT_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_find_statements(const oni_facts *facts, oni_doc *doc);

#endif
