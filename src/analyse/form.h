/* form.h - a word's form as the network sees it: which rows of its tables. train/neural/text.py does the same, byte for byte. */
#ifndef ONI_ANALYSE_FORM_H
#define ONI_ANALYSE_FORM_H

#include "analyse/net.h"

typedef struct oni_form_rows {
	uint32_t word;                   /* 0 unknown */
	uint32_t known;                  /* ONI_NET_KNOWN bits */
	uint32_t affix[ONI_NET_AFFIXES]; /* first 2, 3, 4 and last 1, 2, 3, 4 characters, the shape */
} oni_form_rows;

oni_form_rows oni_form_rows_of(const oni_net *net, oni_str form);

/* A code point in lower case: Latin, Greek, Cyrillic; others as they are. */
int32_t oni_form_lower(int32_t rune);

#endif
