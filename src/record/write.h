/* write.h - the record of a coded article, in each of its layouts. Appends to a buffer; fails only by buf->failed.
 * Uses doc->scratch and leaves it as it was. */
#ifndef ONI_RECORD_WRITE_H
#define ONI_RECORD_WRITE_H

#include "base/buf.h"
#include "doc/doc.h"
#include "onrecord.h"

void oni_write_record(oni_buf *out, const oni_doc *doc, onr_format format);

/* ---- the writers, for oni_write_record ---- */
void oni_write_json(oni_buf *out, const oni_doc *doc, bool pretty);
void oni_write_conllu(oni_buf *out, const oni_doc *doc);
void oni_write_explained(oni_buf *out, const oni_doc *doc);
void oni_write_shown(oni_buf *out, const oni_doc *doc, bool colour);

/* s as a JSON string with its quotation marks; s is valid UTF-8. */
void oni_write_json_string(oni_buf *out, oni_str s);

/* A date as far as it is known: 2022, 2022-12, 2022-12-02. */
void oni_write_date(oni_buf *out, oni_date date);

/* A finite number with as few decimals as tell it, nine at most: 12, 33.3. */
void oni_write_number(oni_buf *out, double value);

#endif
