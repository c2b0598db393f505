#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

/* Takes an unfinished UTF-8 sequence off the end of what was cut. */
static void end_at_rune(char *text)
{
	size_t n = strlen(text), begin = n;
	while (begin > 0 && ((unsigned char)text[begin - 1] & 0xC0) == 0x80)
		begin--;
	if (begin == 0)
		return;
	unsigned char lead = (unsigned char)text[begin - 1];
	size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
	if (n - (begin - 1) < wanted)
		text[begin - 1] = 0;
}

onr_status oni_fail(onr_err *err, onr_status status, oni_str where, size_t at, const char *format, ...)
{
	if (!err)
		return status;
	err->status = status;
	err->at = at;
	snprintf(err->where, sizeof err->where, "%.*s", ONI_FMT(where));
	end_at_rune(err->where);
	va_list list;
	va_start(list, format);
	vsnprintf(err->text, sizeof err->text, format, list);
	va_end(list);
	end_at_rune(err->text);
	return status;
}
