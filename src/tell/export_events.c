/* The columns of the event layouts: name, and SQL over v_events `o`. NULL: never known here.
 *
 * None of these layouts can say that an event did not happen or is only possible, so such events are left out: what is negated, possible or
 * conditional; what is intended or demanded, unless its code itself says so (02 appeal, 03 intend, 10 demand, 13 threaten). */
#include "tell/export.h"

#define TOLD " AND o.polarity = 'affirmed' AND (o.modality IN ('actual', 'alleged') OR (o.modality IN ('intended', 'demanded')" \
	" AND o.root IN ('02', '03', '10', '13')))"
#define DAY "replace(o.date, '-', '')"

const oni_field ONI_FIELDS_PETRARCH2[] = {
	{"date", DAY},
	{"source", "actor_code(o.source_code)"},
	{"target", "actor_code(o.target_code)"},
	{"code", "o.cameo"},
	{"issues", NULL},
	{"ids", "listed(o.article_id || '_' || (o.sentence + 1))"},
	{"news source", "o.publisher"},
	{0},
};
const char ONI_TAIL_PETRARCH2[] = TOLD " GROUP BY o.article, o.date, o.source_code, o.target_code, o.cameo ORDER BY o.article, min(o.event)";
