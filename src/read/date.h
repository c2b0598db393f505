/* date.h - the dates that metadata carries. Any thread. */
#ifndef ONI_READ_DATE_H
#define ONI_READ_DATE_H

#include "doc/doc.h"

/* YYYY, YYYY-MM, YYYY-MM-DD (also without hyphens, or with a time behind, as in 2022-12-02T10:00:00Z) and
 * RFC 2822 ("Fri, 02 Dec 2022 10:00:00 GMT"); year 0 for all else and for dates that are none (30 February). */
oni_date oni_date_of(oni_str s);

#endif
