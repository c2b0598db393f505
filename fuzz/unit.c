#include <json-c/json.h>
#include <stdlib.h>

#include "fuzz.h"

static onr_coder *the_coder(void)
{
	static onr_coder *coder;
	static onr_engine *engine;
	if (!coder && (onr_engine_open(getenv("ONRECORD_DATA") ? NULL : FUZZ_DATA, NULL, &engine, NULL)
			|| onr_coder_new(engine, 32 << 20, &coder, NULL)))
		abort();
	return coder;
}

/* A record must be JSON whatever the text was. */
static void check_json(const oni_buf *out)
{
	enum json_tokener_error error;
	char *text = strndup(out->at, out->n);
	json_object *object = text ? json_tokener_parse_verbose(text, &error) : NULL;
	if (!object)
		abort();
	json_object_put(object);
	free(text);
}

void fuzz_unit(oni_unit_kind kind, const unsigned char *data, size_t n)
{
	oni_unit unit = {.kind = kind, .size = n};
	oni_buf_add(&unit.bytes, (oni_str){(const char *)data, n});
	oni_buf_add(&unit.source, ONI_STR("fuzz"));
	for (onr_format format = ONR_JSON; format <= ONR_SHOW_COLOUR; format++) {
		oni_buf out = {0};
		onr_err err = {0};
		onr_status status = oni_code_unit(the_coder(), &unit, (oni_date){2022, 12, 2}, format, &out, &err);
		if (status && !err.text[0])
			abort(); /* a failure must say why */
		if (!status && format <= ONR_JSON_PRETTY)
			check_json(&out);
		oni_buf_drop(&out);
	}
	oni_buf_drop(&unit.bytes);
	oni_buf_drop(&unit.source);
}
