/* svg.h - what the charts share. */
#ifndef ONI_TELL_SVG_H
#define ONI_TELL_SVG_H

#include <math.h>
#include <sqlite3.h>

#include "base/buf.h"

/* A coordinate from 0 on, with one decimal and a point whatever the locale: printf(ONI_TENTHS, ONI_AS_TENTHS(x)). */
#define ONI_TENTHS "%ld.%ld"
#define ONI_AS_TENTHS(x) lround((x) * 10) / 10, lround((x) * 10) % 10

/* The text of a column; lent until the next step. */
oni_str oni_column_str(sqlite3_stmt *s, int column);

void oni_svg_begin(oni_buf *out, int width, int height);

/* At most `most` code points of the text, escaped. */
void oni_svg_text(oni_buf *out, oni_str text, int most);

#endif
