/* statement.h - Who says what: fills doc->statements. Runs after times, entities and places. */
#ifndef ONI_UNDERSTAND_STATEMENT_H
#define ONI_UNDERSTAND_STATEMENT_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_find_statements(const oni_facts *facts, oni_doc *doc);

/* The innermost statement whose content holds this word: who an event or a figure told there is said by;
 * ONI_NONE where the article itself tells it. The cue and the source of a statement are not in its content. */
uint32_t oni_statement_at(const oni_doc *doc, uint32_t word);

#endif
