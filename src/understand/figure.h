/* figure.h - Who gives which number: fills doc->figures. Runs after events. */
#ifndef ONI_UNDERSTAND_FIGURE_H
#define ONI_UNDERSTAND_FIGURE_H

#include "doc/doc.h"
#include "pack/facts.h"

void oni_find_figures(const oni_facts *facts, oni_doc *doc);

#endif
