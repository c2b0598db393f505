#include <math.h>

#include "base/decimal.h"
#include "record/write.h"
#include "store/pack.h"
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

double oni_value_real(const oni_value *value)
{
	oni_str text = value->text;
	double number = oni_decimal_of(text);
	size_t at = 0;
	while (at < text.n && (text.at[at] | 32) != 'e')
		at++;
	if (at < text.n)
		number *= pow(10, oni_decimal_of(oni_str_cut(text, at + 1, text.n)));
	return number;
}

uint32_t oni_value_count(const oni_value *value)
{
	uint32_t n = 0;
	for (size_t i = 0; value && i < value->text.n && value->text.at[i] >= '0' && value->text.at[i] <= '9'; i++)
		n = n * 10 + (uint32_t)(value->text.at[i] - '0');
	return n;
}

/* What binding one element needs. */
typedef struct binding {
	onr_store *store;
	sqlite3_stmt *s;
	const oni_column *columns;
	int from;              /* the parameter of the first column */
	const oni_value *shared[ONI_COLUMNS_MOST]; /* by the column's place */
	uint64_t also[ONI_ALSO_MOST]; /* one greater; 0: none */
} binding;

/* The numbers of ["e1","e4"] in store->scratch; false where an element is no such reference. */
static bool pack_references(onr_store *store, const oni_value *list, char letter)
{
	oni_buf *out = &store->scratch;
	oni_buf_clear(out, out->room);
	for (const oni_value *v = oni_json_first(&store->json, list); v; v = oni_json_next(&store->json, v)) {
		int64_t n = v->kind == ONI_STRING ? reference(v->text, letter) : 0;
		if (!n || !oni_pack_number(out, (uint64_t)n))
			return false;
	}
	return !out->failed;
}

/* begin, length, … or, with a third member, begin, length, word, …; false where an element has more than that, or a number is too great. */
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
		if (!begin || !end || (third && !what) || members != 2 + (third != NULL) || oni_value_count(end) < oni_value_count(begin))
			return false;
		if (!oni_pack_number(out, oni_value_count(begin)) || !oni_pack_number(out, oni_value_count(end) - oni_value_count(begin)))
			return false;
		if (what && !oni_pack_number(out, (uint64_t)oni_word_of(store, what->text)))
			return false;
	}
	return !out->failed;
}

static void bind_scratch(onr_store *store, sqlite3_stmt *s, int at)
{
	if (store->scratch.n)
		sqlite3_bind_text(s, at, store->scratch.at, (int)store->scratch.n, SQLITE_TRANSIENT);
}

/* An INT as it is, a LENGTH behind the beginning in the same object. */
static int64_t whole_number(const binding *b, const oni_column *column, const oni_value *value, const oni_value *object)
{
	int64_t number = oni_value_count(value);
	return column->form == ONI_FORM_LENGTH ? number - (int64_t)oni_value_count(oni_json_member(&b->store->json, object, "begin")) : number;
}

static bool bind_number(const binding *b, int at, const oni_column *column, const oni_value *value, const oni_value *object)
{
	if (value->kind != ONI_NUMBER)
		return false;
	if (column->form == ONI_FORM_REAL)
		sqlite3_bind_double(b->s, at, oni_value_real(value));
	else
		sqlite3_bind_int64(b->s, at, whole_number(b, column, value, object));
	return true;
}

static bool bind_word(const binding *b, int at, oni_str text)
{
	int64_t word = oni_word_of(b->store, text);
	if (word)
		sqlite3_bind_int64(b->s, at, word);
	return true;
}

static bool bind_string(const binding *b, int at, const oni_column *column, const oni_value *value)
{
	int64_t n;
	if (value->kind != ONI_STRING)
		return false;
	switch (column->form) {
	case ONI_FORM_WORD:
		return bind_word(b, at, value->text);
	case ONI_FORM_REF:
		n = reference(value->text, column->letter);
		if (n)
			sqlite3_bind_int64(b->s, at, n);
		return n != 0;
	default: /* text and references of any kind */
		sqlite3_bind_text(b->s, at, value->text.at ? value->text.at : "", (int)value->text.n, SQLITE_STATIC);
		return true;
	}
}

static bool bind_list(const binding *b, int at, const oni_column *column, const oni_value *value)
{
	if (value->kind != ONI_ARRAY)
		return false;
	if (!value->first)
		return true;
	if (column->form == ONI_FORM_JSON)
		return bind_word(b, at, value->text);
	bool good = column->form == ONI_FORM_REFS ? pack_references(b->store, value, column->letter) : pack_spans(b->store, value, column->third);
	if (good)
		bind_scratch(b->store, b->s, at);
	return good;
}

/* false: the value is not of the column's form. */
static bool bind(const binding *b, int at, const oni_column *column, const oni_value *value, const oni_value *object)
{
	switch (column->form) {
	case ONI_FORM_TEXT:
	case ONI_FORM_WORD:
	case ONI_FORM_REF:
	case ONI_FORM_ANYREF:
		return bind_string(b, at, column, value);
	case ONI_FORM_INT:
	case ONI_FORM_LENGTH:
	case ONI_FORM_REAL:
		return bind_number(b, at, column, value, object);
	case ONI_FORM_BOOL:
		sqlite3_bind_int(b->s, at, value->kind == ONI_TRUE);
		return value->kind == ONI_TRUE || value->kind == ONI_FALSE;
	case ONI_FORM_REFS:
	case ONI_FORM_SPANS:
	case ONI_FORM_MENTIONS:
	case ONI_FORM_JSON:
		return bind_list(b, at, column, value);
	default: /* what is not kept; PACKED is only in dictionaries */
		return true;
	}
}

/* Into the list `also`; false: the value is not of the column's form, or too great for it. */
static bool keep_also(binding *b, const oni_column *column, const oni_value *value, const oni_value *object)
{
	int64_t number = -1;
	if (column->form == ONI_FORM_REF)
		number = value->kind == ONI_STRING && reference(value->text, column->letter) ? reference(value->text, column->letter) : -1;
	else if (value->kind == ONI_NUMBER)
		number = whole_number(b, column, value, object);
	if (number < 0 || number >= ONI_PACK_MOST)
		return false;
	b->also[column->also - 1] = (uint64_t)number + 1;
	return true;
}

/* What has no column is kept as it is. */
static void keep_more(oni_buf *more, const oni_value *value)
{
	oni_buf_byte(more, more->n ? ',' : '{');
	oni_write_json_string(more, value->name);
	oni_buf_byte(more, ':');
	if (value->kind == ONI_STRING)
		oni_write_json_string(more, value->text);
	else
		oni_buf_add(more, value->text);
}

/* The column of a member, and its place among those of the row in *ret_kept. NULL: none. */
static const oni_column *column_of(const oni_column *columns, const char *object, oni_str name, int *ret_kept)
{
	int kept = 0;
	for (const oni_column *c = columns; c->member; kept += oni_column_in_row(c), c++) {
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

static bool take(binding *b, const oni_column *column, int kept, const oni_value *value, const oni_value *object)
{
	if (column->also)
		return keep_also(b, column, value, object);
	if (!column->shared)
		return bind(b, b->from + kept, column, value, object);
	if (!oni_kind_fits(column, value))
		return false;
	b->shared[column - b->columns] = value;
	return true;
}

static void bind_members(binding *b, const char *object, const oni_value *element)
{
	const oni_json *json = &b->store->json;
	for (const oni_value *v = oni_json_first(json, element); v; v = oni_json_next(json, v)) {
		int kept;
		if (v->kind == ONI_NULL)
			continue;
		const oni_column *column = column_of(b->columns, object, v->name, &kept);
		if (column && take(b, column, kept, v, element))
			continue;
		const char *inner = !object && v->kind == ONI_OBJECT ? object_of(b->columns, v->name) : NULL;
		if (inner)
			bind_members(b, inner, v);
		else if (!oni_str_is(v->name, "id"))
			keep_more(&b->store->more, v);
	}
}

/* The columns of the row; in *ret_next the parameter behind them. */
static void bind_row(binding *b, const oni_value *element, int *ret_next)
{
	*ret_next = b->from;
	for (const oni_column *c = b->columns; c->member; c++)
		*ret_next += oni_column_in_row(c);
	oni_buf_clear(&b->store->more, b->store->more.room);
	bind_members(b, NULL, element);
}

/* What has no column, and whether there was memory for all. */
static bool bind_more(const binding *b, int at)
{
	oni_buf *more = &b->store->more;
	if (more->n) {
		oni_buf_byte(more, '}');
		sqlite3_bind_text(b->s, at, more->at, (int)more->n, SQLITE_TRANSIENT);
	}
	return !more->failed && !b->store->scratch.failed;
}

bool oni_bind_article(onr_store *store, sqlite3_stmt *s, int from, const oni_value *record)
{
	binding b = {.store = store, .s = s, .columns = ONI_ARTICLE_COLUMNS, .from = from};
	int next;
	bind_row(&b, record, &next);
	return bind_more(&b, next);
}

static bool has_also(const oni_list *list)
{
	for (const oni_column *c = list->columns; c->member; c++)
		if (c->also)
			return true;
	return false;
}

static void bind_also(const binding *b, int at)
{
	oni_buf *out = &b->store->scratch;
	int n = ONI_ALSO_MOST;
	while (n && !b->also[n - 1])
		n--;
	oni_buf_clear(out, out->room);
	for (int i = 0; i < n; i++)
		oni_pack_number(out, b->also[i]);
	bind_scratch(b->store, b->s, at);
}

/* Binds the element from parameter `from` on: its columns, its kind, `also`, `more`. */
static onr_status bind_element(onr_store *store, sqlite3_stmt *s, int list, int from, const oni_value *element, onr_err *err)
{
	const oni_list *l = &ONI_LISTS[list];
	binding b = {.store = store, .s = s, .columns = l->columns, .from = from};
	int next;
	bind_row(&b, element, &next);
	if (l->kinds) {
		int64_t kind = oni_kind_of(store, list, b.shared);
		if (!kind)
			return oni_store_fail(store, err);
		sqlite3_bind_int64(s, next++, kind);
	}
	if (has_also(l))
		bind_also(&b, next++);
	if (!bind_more(&b, next))
		return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	return ONR_OK;
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
	oni_str text = begin && end ? oni_points_cut(&store->points, oni_value_count(begin), oni_value_count(end)) : ONI_STR("");
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
	for (uint32_t n = oni_value_count(oni_json_member(json, element, "sentence")); n && sentence; n--)
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
	int n = 2 + l->hashed + (l->kinds != NULL) + has_also(l);
	oni_buf_addf(&sql, "INSERT INTO %s (row%s", l->table, l->hashed ? ", id" : "");
	for (const oni_column *c = l->columns; c->member; c++)
		if (oni_column_in_row(c)) {
			oni_buf_addf(&sql, ", \"%s\"", c->column);
			n++;
		}
	oni_buf_addf(&sql, "%s%s%s, more) VALUES (?1", l->kinds ? ", " : "", l->kinds ? l->kind : "", has_also(l) ? ", also" : "");
	for (int i = 2; i <= n; i++)
		oni_buf_addf(&sql, ", ?%d", i);
	oni_buf_add(&sql, (oni_str){")", 2});
	sqlite3_stmt *s = sql.failed ? NULL : oni_store_use(store, &store->own.lists[list], sql.at);
	oni_buf_drop(&sql);
	return s;
}

/* The words of a statement's content, for searching. */
static void search_statement(onr_store *store, int64_t said, const oni_value *element)
{
	const oni_json *json = &store->json;
	oni_buf *out = &store->scratch;
	oni_buf_clear(out, out->room);
	for (const oni_value *v = oni_json_first(json, oni_json_member(json, element, "content")); v; v = oni_json_next(json, v)) {
		const oni_value *begin = oni_json_member(json, v, "begin"), *end = oni_json_member(json, v, "end");
		if (out->n)
			oni_buf_byte(out, ' ');
		if (begin && end)
			oni_buf_add(out, oni_points_cut(&store->points, oni_value_count(begin), oni_value_count(end)));
	}
	oni_search_statement(store, said, oni_buf_str(out));
}

/* An article at hand: its number, what its ids are derived from, the statements before it. */
typedef struct place {
	int64_t article;
	oni_str series;
	int64_t said;
} place;

static onr_status store_list(onr_store *store, int list, const place *at, oni_buf *used, onr_err *err)
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
		sqlite3_bind_int64(s, 1, (at->article << 20) + n);
		if (l->hashed)
			sqlite3_bind_int64(s, 2, row_id(store, l, at->series, v, used));
		onr_status status = bind_element(store, s, list, 2 + l->hashed, v, err);
		if (status)
			return status;
		if (sqlite3_step(s) != SQLITE_DONE)
			return oni_store_fail(store, err);
		if (l->letter == 's')
			search_statement(store, at->said + n, v);
	}
	return ONR_OK;
}

onr_status oni_store_lists(onr_store *store, int64_t article, oni_str series, int64_t said, onr_err *err)
{
	onr_status status = ONR_OK;
	place at = {article, series, said};
	oni_buf used = {0};
	for (int list = 0; list < ONI_TABLE_COUNT && !status; list++)
		status = store_list(store, list, &at, &used, err);
	oni_buf_drop(&used);
	return status;
}
