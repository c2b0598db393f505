#include "onrecord.h"

const char *onr_status_text(onr_status status)
{
#define X(symbol, text) text,
	static const char *const TEXTS[] = {ONR_STATUSES(X)};
#undef X
	return (unsigned)status < ONR_STATUS_COUNT ? TEXTS[status] : "unknown status";
}

const char *onr_version(void)
{
	return ONR_VERSION;
}
