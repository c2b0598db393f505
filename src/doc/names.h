/* names.h - what the record calls the members of doc.h's enumerations. The strings are static. */
#ifndef ONI_DOC_NAMES_H
#define ONI_DOC_NAMES_H

#include "doc/doc.h"

const char *oni_segment_kind_name(oni_segment_kind kind);
const char *oni_name_kind_name(oni_name_kind kind);
const char *oni_entity_kind_name(oni_entity_kind kind);
const char *oni_mention_form_name(oni_mention_form form);
const char *oni_standing_name(oni_standing standing);
const char *oni_time_type_name(oni_time_type type);
const char *oni_manner_name(oni_manner manner);
const char *oni_act_name(oni_act act);
const char *oni_statement_class_name(oni_statement_class class_);
const char *oni_polarity_name(oni_polarity polarity);
const char *oni_certainty_name(oni_certainty certainty);
const char *oni_modality_name(oni_modality modality);
const char *oni_status_name(oni_status status);
const char *oni_link_kind_name(oni_link_kind kind);
const char *oni_date_origin_name(oni_date_origin origin);

#endif
