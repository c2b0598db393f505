#include <stdio.h>

#include "store/store.h"

enum { MOST_ROWS = 1 << 20 };

/* "e3" is 3; 0: no such reference. */
static int64_t reference(oni_str text, char letter)
{
	int64_t n = 0;
	if (text.n < 2 || text.n > 9 || (letter && text.at[0] != letter))
		return 0;
	for (size_t i = 1; i < text.n; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return 0;
		n = n * 10 + (text.at[i] - '0');
	}
	return n;
}

static double real(const oni_value *value)
{
	char digits[64];
	snprintf(digits, sizeof digits, "%.*s", (int)(value->text.n < 63 ? value->text.n : 63), value->text.at);
	double number = 0;
	return sscanf(digits, "%lf", &number) == 1 ? number : 0;
}

static uint32_t count(const oni_value *value)
{
	uint32_t n = 0;
	for (size_t i = 0; value && i < value->text.n && value->text.at[i] >= '0' && value->text.at[i] <= '9'; i++)
		n = n * 10 + (uint32_t)(value->text.at[i] - '0');
	return n;
}

/* [1,4] of ["e1","e4"] in store->scratch; false where an element is no such reference. */
static bool pack_references(onr_store *store, const oni_value *list, char letter)
{
	oni_buf *out = &store->scratch;
	oni_buf_clear(out, out->room);
	for (const oni_value *v = oni_json_first(&store->json, list); v; v = oni_json_next(&store->json, v)) {
		int64_t n = v->kind == ONI_STRING ? reference(v->text, letter) : 0;
		if (!n)
			return false;
		oni_buf_addf(out, "%c%lld", out->n ? ',' : '[', (long long)n);
	}
	if (out->n)
		oni_buf_byte(out, ']');
	return !out->failed;
}

static void add_number(oni_buf *out, uint64_t n)
{
	char digits[20];
	size_t from = sizeof digits;
	do
		digits[--from] = (char)('0' + n % 10);
	while (n /= 10);
	oni_buf_byte(out, out->n ? ',' : '[');
	oni_buf_add(out, (oni_str){digits + from, sizeof digits - from});
}

/* [begin,end,…] or, with a third member, [begin,end,word,…]; false where an element has more than that. */
static bool pack_spans(onr_store *store, const oni_value *list, const char *third)
{
	const oni_json *json = &store->json;
	oni_buf *out = &store->scratch;
	oni_buf_clear(out, out->room);
	for (const oni_value *v = oni_json_first(json, list); v; v = oni_json_next(json, v)) {
		const oni_value *begin = oni_json_member(json, v, "begin"), *end = oni_json_member(json, v, "end");
		const oni_value *what = third ? oni_json_member(json, v, third) : NULL;
		uint32_t members = 0;
		for (const oni_value *m = oni_json_first(json, v); m; m = oni_json_next(json, m))
			members++;
		if (!begin || !end || (third && !what) || members != 2 + (third != NULL))
			return false;
		int64_t word = what ? oni_word_of(store, what->text) : 0;
		add_number(out, count(begin));
		add_number(out, count(end));
		if (what)
			add_number(out, (uint64_t)word);
	}
	if (out->n)
		oni_buf_byte(out, ']');
	return !out->failed;
}

static void bind_scratch(onr_store *store, sqlite3_stmt *s, int at)
{
	if (store->scratch.n)
		sqlite3_bind_text(s, at, store->scratch.at, (int)store->scratch.n, SQLITE_TRANSIENT);
}

static bool bind_number(sqlite3_stmt *s, int at, const oni_value *value, oni_form form)
{
	if (value->kind != ONI_NUMBER)
		return false;
	if (form == ONI_FORM_INT)
		sqlite3_bind_int64(s, at, count(value));
	else
		sqlite3_bind_double(s, at, real(value));
	return true;
}

static bool bind_word(onr_store *store, sqlite3_stmt *s, int at, oni_str text)
{
	int64_t word = oni_word_of(store, text);
	if (word)
		sqlite3_bind_int64(s, at, word);
	return true;
}

static bool bind_string(onr_store *store, sqlite3_stmt *s, int at, const oni_column *column, const oni_value *value)
{
	int64_t n;
	if (value->kind != ONI_STRING)
		return false;
	switch (column->form) {
	case ONI_FORM_WORD:
		return bind_word(store, s, at, value->text);
	case ONI_FORM_REF:
		n = reference(value->text, column->letter);
		if (n)
			sqlite3_bind_int64(s, at, n);
		return n != 0;
	default: /* text and references of any kind */
		sqlite3_bind_text(s, at, value->text.at ? value->text.at : "", (int)value->text.n, SQLITE_STATIC);
		return true;
	}
}

static bool bind_list(onr_store *store, sqlite3_stmt *s, int at, const oni_column *column, const oni_value *value)
{
	if (value->kind != ONI_ARRAY)
		return false;
	if (!value->first)
		return true;
	if (column->form == ONI_FORM_JSON)
		return bind_word(store, s, at, value->text);
	bool good = column->form == ONI_FORM_REFS ? pack_references(store, value, column->letter) : pack_spans(store, value, column->third);
	if (good)
		bind_scratch(store, s, at);
	return good;
}

/* false: the value is not of the column's form. */
static bool bind(onr_store *store, sqlite3_stmt *s, int at, const oni_column *column, const oni_value *value)
{
	switch (column->form) {
	case ONI_FORM_TEXT:
	case ONI_FORM_WORD:
	case ONI_FORM_REF:
	case ONI_FORM_ANYREF:
		return bind_string(store, s, at, column, value);
	case ONI_FORM_INT:
	case ONI_FORM_REAL:
		return bind_number(s, at, value, column->form);
	case ONI_FORM_BOOL:
		sqlite3_bind_int(s, at, value->kind == ONI_TRUE);
		return value->kind == ONI_TRUE || value->kind == ONI_FALSE;
	case ONI_FORM_REFS:
	case ONI_FORM_SPANS:
	case ONI_FORM_MENTIONS:
	case ONI_FORM_JSON:
		return bind_list(store, s, at, column, value);
	case ONI_FORM_SLICE:
	case ONI_FORM_APART:
		break;
	}
	return true;
}

/* What has no column is kept as it is. */
static void keep_more(oni_buf *more, const oni_value *value)
{
	oni_buf_addf(more, "%c\"%.*s\":", more->n ? ',' : '{', ONI_FMT(value->name));
	if (value->kind == ONI_STRING)
		oni_buf_byte(more, '"');
	oni_buf_add(more, value->text);
	if (value->kind == ONI_STRING)
		oni_buf_byte(more, '"');
}

/* The column of a member, looked for from the one that is due; its place among those kept in *ret_kept. NULL: none. */
static const oni_column *column_of(const oni_column *columns, const char *object, oni_str name, int *ret_kept)
{
	int kept = 0;
	for (const oni_column *c = columns; c->member; kept += c->column != NULL, c++) {
		bool same_object = object == c->object || (object && c->object && strcmp(object, c->object) == 0);
		if (same_object && oni_str_is(name, c->member)) {
			*ret_kept = kept;
			return c;
		}
	}
	return NULL;
}

static const char *object_of(const oni_column *columns, oni_str name)
{
	for (const oni_column *c = columns; c->member; c++)
		if (c->object && oni_str_is(name, c->object))
			return c->object;
	return NULL;
}

static void bind_members(onr_store *store, sqlite3_stmt *s, const oni_column *columns, int from, const char *object, const oni_value *element)
{
	const oni_json *json = &store->json;
	for (const oni_value *v = oni_json_first(json, element); v; v = oni_json_next(json, v)) {
		int kept;
		if (v->kind == ONI_NULL)
			continue;
		const oni_column *column = column_of(columns, object, v->name, &kept);
		if (column && bind(store, s, from + kept, column, v))
			continue;
		const char *inner = !object && v->kind == ONI_OBJECT ? object_of(columns, v->name) : NULL;
		if (inner)
			bind_members(store, s, columns, from, inner, v);
		else if (!oni_str_is(v->name, "id"))
			keep_more(&store->more, v);
	}
}

bool oni_bind_element(onr_store *store, sqlite3_stmt *s, const oni_column *columns, int from, const oni_value *element)
{
	int kept = 0;
	for (const oni_column *c = columns; c->member; c++)
		kept += c->column != NULL;
	oni_buf_clear(&store->more, store->more.room);
	bind_members(store, s, columns, from, NULL, element);
	if (store->more.n) {
		oni_buf_byte(&store->more, '}');
		sqlite3_bind_text(s, from + kept, store->more.at, (int)store->more.n, SQLITE_TRANSIENT);
	}
	return !store->more.failed && !store->scratch.failed;
}

/* ---- ids: what is said, not where it stands ---- */

static uint64_t hash_member(uint64_t hash, const oni_json *json, const oni_value *element, const char *name)
{
	const oni_value *v = oni_json_member(json, element, name);
	return oni_hash_more(oni_hash_more(hash, ONI_STR("\x1f")), v ? v->text : ONI_STR(""));
}

static uint64_t hash_span(uint64_t hash, const onr_store *store, const oni_value *span)
{
	const oni_value *begin = oni_json_member(&store->json, span, "begin"), *end = oni_json_member(&store->json, span, "end");
	oni_str text = begin && end ? oni_points_cut(&store->points, count(begin), count(end)) : ONI_STR("");
	return oni_hash_more(oni_hash_more(hash, ONI_STR("\x1e")), text);
}

static uint64_t hash_statement(uint64_t hash, const onr_store *store, const oni_value *element)
{
	const oni_json *json = &store->json;
	const oni_value *content = oni_json_member(json, element, "content");
	hash = hash_span(hash, store, oni_json_member(json, element, "source"));
	hash = hash_span(hash, store, oni_json_member(json, element, "cue"));
	for (const oni_value *v = oni_json_first(json, content); v; v = oni_json_next(json, v))
		hash = hash_span(hash, store, v);
	return hash;
}

/* The sentence that the event is told in belongs to what it is: two killings of one article are two. */
static uint64_t hash_event(uint64_t hash, const onr_store *store, const oni_value *element)
{
	const oni_json *json = &store->json;
	const oni_value *sentence = oni_json_first(json, oni_json_member(json, json->nodes, "sentences"));
	for (uint32_t n = count(oni_json_member(json, element, "sentence")); n && sentence; n--)
		sentence = oni_json_next(json, sentence);
	hash = hash_span(hash, store, sentence);
	hash = hash_span(hash, store, oni_json_member(json, element, "trigger"));
	hash = hash_member(hash, json, element, "cameo");
	hash = hash_member(hash, json, element, "source_code");
	return hash_member(hash, json, element, "target_code");
}

static uint64_t hash_figure(uint64_t hash, const onr_store *store, const oni_value *element)
{
	hash = hash_span(hash, store, element);
	hash = hash_member(hash, &store->json, element, "measure");
	hash = hash_member(hash, &store->json, element, "unit");
	return hash_member(hash, &store->json, element, "population");
}

/* The id of a row: from the article's id and what the row says; the second that says the same is counted on. */
static int64_t row_id(const onr_store *store, const oni_list *list, oni_str series, const oni_value *element, oni_buf *used)
{
	uint64_t hash = oni_hash_more(oni_hash(series), oni_str_of(list->name));
	if (list->letter == 's')
		hash = hash_statement(hash, store, element);
	else if (list->letter == 'v')
		hash = hash_event(hash, store, element);
	else
		hash = hash_figure(hash, store, element);
	int64_t id = (int64_t)(hash & INT64_MAX);
	const int64_t *at = (const int64_t *)(const void *)used->at;
	for (size_t i = 0; i < used->n / sizeof id; i++)
		if (at[i] == id) {
			id = (id + 1) & INT64_MAX;
			i = (size_t)-1;
		}
	oni_buf_add(used, (oni_str){(const char *)&id, sizeof id});
	return id;
}

/* ---- rows ---- */

static sqlite3_stmt *insert_of(onr_store *store, int list)
{
	const oni_list *l = &ONI_LISTS[list];
	if (store->own.lists[list])
		return oni_store_use(store, &store->own.lists[list], "");
	oni_buf sql = {0};
	int n = 2;
	oni_buf_addf(&sql, "INSERT INTO %s (article, n%s", l->table, l->hashed ? ", id" : "");
	for (const oni_column *c = l->columns; c->member; c++)
		if (c->column) {
			oni_buf_addf(&sql, ", \"%s\"", c->column);
			n++;
		}
	oni_buf_add(&sql, ONI_STR(", more) VALUES (?1"));
	for (int i = 2; i <= n + l->hashed + 1; i++)
		oni_buf_addf(&sql, ", ?%d", i);
	oni_buf_add(&sql, (oni_str){")", 2});
	sqlite3_stmt *s = sql.failed ? NULL : oni_store_use(store, &store->own.lists[list], sql.at);
	oni_buf_drop(&sql);
	return s;
}

/* The words of a statement's content, for searching. */
static bool index_statement(onr_store *store, int64_t article, uint32_t n, const oni_value *element)
{
	const oni_json *json = &store->json;
	oni_buf *out = &store->scratch;
	sqlite3_stmt *s = oni_store_use(store, &store->own.search_statement, "INSERT INTO statement_search (rowid, content) VALUES (?1, ?2)");
	oni_buf_clear(out, out->room);
	for (const oni_value *v = oni_json_first(json, oni_json_member(json, element, "content")); v; v = oni_json_next(json, v)) {
		const oni_value *begin = oni_json_member(json, v, "begin"), *end = oni_json_member(json, v, "end");
		if (out->n)
			oni_buf_byte(out, ' ');
		if (begin && end)
			oni_buf_add(out, oni_points_cut(&store->points, count(begin), count(end)));
	}
	if (!s || out->failed)
		return false;
	if (!out->n)
		return true;
	sqlite3_bind_int64(s, 1, article << 20 | n);
	sqlite3_bind_text(s, 2, out->at, (int)out->n, SQLITE_STATIC);
	bool good = sqlite3_step(s) == SQLITE_DONE;
	sqlite3_reset(s);
	return good;
}

static onr_status store_list(onr_store *store, int list, int64_t article, oni_str series, oni_buf *used, onr_err *err)
{
	const oni_list *l = &ONI_LISTS[list];
	uint32_t n = 0;
	used->n = 0;
	for (const oni_value *v = oni_json_first(&store->json, oni_json_member(&store->json, store->json.nodes, l->name)); v;
	     v = oni_json_next(&store->json, v)) {
		sqlite3_stmt *s = insert_of(store, list);
		if (!s)
			return oni_store_fail(store, err);
		if (++n >= MOST_ROWS)
			return oni_fail(err, ONR_FORMAT, ONI_STR(""), 0, "more than %d %s in one article", MOST_ROWS, l->name);
		sqlite3_bind_int64(s, 1, article);
		sqlite3_bind_int64(s, 2, n);
		if (l->hashed)
			sqlite3_bind_int64(s, 3, row_id(store, l, series, v, used));
		if (!oni_bind_element(store, s, l->columns, 3 + l->hashed, v))
			return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
		if (sqlite3_step(s) != SQLITE_DONE || (l->letter == 's' && !index_statement(store, article, n, v)))
			return oni_store_fail(store, err);
	}
	return ONR_OK;
}

onr_status oni_store_lists(onr_store *store, int64_t article, oni_str series, onr_err *err)
{
	onr_status status = ONR_OK;
	oni_buf used = {0};
	for (int list = 0; list < ONI_TABLE_COUNT && !status; list++)
		status = store_list(store, list, article, series, &used, err);
	oni_buf_drop(&used);
	return status;
}
