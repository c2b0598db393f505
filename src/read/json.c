/* One JSON object, one article. Its fields may be called as in MEMBERS; other fields are not looked at. A text that is not
 * a string is an error; metadata of a wrong type is left unknown, with a warning, because the article is worth more than it.
 * json-c reads NUL and other control characters in strings and makes lone surrogates U+FFFD; bytes that are not UTF-8
 * are repaired here. */
#include <json-c/json.h>

#include "read/article.h"
#include "read/date.h"
#include "read/decode.h"

enum { DEEPEST = 64 };

void oni_reader_release(oni_reader *reader)
{
	json_object_put(reader->held);
	reader->held = NULL;
}

static onr_status parse(oni_reader *reader, oni_str bytes, oni_str where, onr_err *ret_err)
{
	if (bytes.n > INT32_MAX)
		return oni_fail(ret_err, ONR_LIMIT, where, 0, "one line of %zu bytes", bytes.n);
	json_tokener *tokener = json_tokener_new_ex(DEEPEST);
	if (!tokener)
		return oni_fail(ret_err, ONR_MEMORY, where, 0, "no memory left for it");
	reader->held = json_tokener_parse_ex(tokener, bytes.at, (int)bytes.n);
	enum json_tokener_error error = json_tokener_get_error(tokener);
	size_t at = json_tokener_get_parse_end(tokener);
	json_tokener_free(tokener);
	if (error == json_tokener_continue)
		return oni_fail(ret_err, ONR_FORMAT, where, at, "broken JSON: the line ends inside the object");
	if (error != json_tokener_success)
		return oni_fail(ret_err, ONR_FORMAT, where, at, "broken JSON at byte %zu of the line: %s", at,
			json_tokener_error_desc(error));
	if (oni_str_trim(oni_str_cut(bytes, at, bytes.n)).n)
		return oni_fail(ret_err, ONR_FORMAT, where, at, "broken JSON: more behind the object, at byte %zu of the line", at);
	if (!json_object_is_type(reader->held, json_type_object))
		return oni_fail(ret_err, ONR_FORMAT, where, 0, "is JSON, but no object: %s",
			json_type_to_name(json_object_get_type(reader->held)));
	return ONR_OK;
}

static oni_str string_of(oni_doc *doc, json_object *value)
{
	oni_str s = {json_object_get_string(value), (size_t)json_object_get_string_len(value)};
	if (!json_object_is_type(value, json_type_string)) /* an id that is a number */
		s = oni_str_of(s.at);
	return oni_keep(doc->arena, oni_decode_repair(doc->arena, s));
}

/* The value of the first of the names (separated by blanks) that the object has and is not null. */
static json_object *member(json_object *object, const char *names)
{
	oni_str rest = oni_str_of(names), name;
	while (oni_str_split(&rest, ' ', &name)) {
		char key[32];
		memcpy(key, name.at, name.n);
		key[name.n] = 0;
		json_object *value = NULL;
		if (json_object_object_get_ex(object, key, &value) && value)
			return value;
	}
	return NULL;
}

static oni_str metadata(oni_doc *doc, json_object *object, const char *names, bool number_too, onr_err *ret_err)
{
	json_object *value = member(object, names);
	if (!value)
		return (oni_str){0};
	if (json_object_is_type(value, json_type_string) || (number_too && json_object_is_type(value, json_type_int)))
		return string_of(doc, value);
	oni_fail(ret_err, ONR_OK, doc->origin, 0, "its \"%s\" is of type %s and was not used", names,
		json_type_to_name(json_object_get_type(value)));
	return (oni_str){0};
}

static void read_authors(oni_doc *doc, json_object *object)
{
	json_object *value = member(object, "authors author");
	if (json_object_is_type(value, json_type_string))
		*oni_push(doc->arena, &doc->authors) = string_of(doc, value);
	if (!json_object_is_type(value, json_type_array))
		return;
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		json_object *one = json_object_array_get_idx(value, i);
		if (json_object_is_type(one, json_type_string))
			*oni_push(doc->arena, &doc->authors) = string_of(doc, one);
	}
}

onr_status oni_read_json(oni_reader *reader, oni_str bytes, oni_str where, oni_doc *doc, onr_err *ret_err)
{
	if (oni_str_starts(bytes, "\xEF\xBB\xBF"))
		bytes = oni_str_cut(bytes, 3, bytes.n);
	onr_status status = parse(reader, oni_str_trim(bytes), where, ret_err);
	if (status)
		return status;
	json_object *object = reader->held, *text = member(object, "text");
	if (!text)
		return oni_fail(ret_err, ONR_FORMAT, where, 0, "the object has no \"text\"");
	if (!json_object_is_type(text, json_type_string))
		return oni_fail(ret_err, ONR_FORMAT, where, 0, "its \"text\" is no string but of type %s",
			json_type_to_name(json_object_get_type(text)));
	doc->text = string_of(doc, text);
	doc->id = metadata(doc, object, "id doc", true, ret_err);
	doc->title = metadata(doc, object, "title", false, ret_err);
	doc->publisher = metadata(doc, object, "publisher", false, ret_err);
	doc->url = metadata(doc, object, "url", false, ret_err);
	doc->language = metadata(doc, object, "language lang", false, ret_err);
	oni_str published = metadata(doc, object, "published date dct", false, ret_err);
	read_authors(doc, object);
	doc->published = oni_date_of(published);
	doc->published_from = doc->published.year ? ONI_ORIGIN_METADATA : ONI_ORIGIN_NONE;
	if (published.n && !doc->published.year)
		oni_fail(ret_err, ONR_OK, where, 0, "its date \"%.40s\" is none (YYYY-MM-DD) and was not used", published.at);
	oni_reader_release(reader);
	return ONR_OK;
}
