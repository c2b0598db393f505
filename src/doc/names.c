#include "doc/names.h"

#define X(symbol, name) name,
#define DEFINE(type, list) \
	const char *type##_name(type value) \
	{ \
		static const char *const NAMES[] = {list(X)}; \
		return NAMES[value]; \
	}

DEFINE(oni_segment_kind, ONI_SEGMENT_KINDS)
DEFINE(oni_name_kind, ONI_NAME_KINDS)
DEFINE(oni_entity_kind, ONI_ENTITY_KINDS)
DEFINE(oni_mention_form, ONI_MENTION_FORMS)
DEFINE(oni_standing, ONI_STANDINGS)
DEFINE(oni_time_type, ONI_TIME_TYPES)
DEFINE(oni_manner, ONI_MANNERS)
DEFINE(oni_act, ONI_ACTS)
DEFINE(oni_statement_class, ONI_STATEMENT_CLASSES)
DEFINE(oni_polarity, ONI_POLARITIES)
DEFINE(oni_certainty, ONI_CERTAINTIES)
DEFINE(oni_modality, ONI_MODALITIES)
DEFINE(oni_status, ONI_STATUSES)
DEFINE(oni_link_kind, ONI_LINK_KINDS)
DEFINE(oni_date_origin, ONI_DATE_ORIGINS)
