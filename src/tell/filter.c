/* Filters to SQL: each that is given adds one condition and one bound value. Codes and names are numbers of `words`, so a pattern is
 * looked for among the words first and the rows are compared by number.
 *
 *   onrecord query DB events --source RUS* --since 2022-12
 *   … FROM v_events o WHERE (o.article, o.event) IN (SELECT x.article, x.n FROM events x WHERE x.source_code IN
 *     (SELECT word FROM words WHERE text GLOB ?1)) AND o.date >= ?2 */
#include <stdio.h>
#include <stddef.h>

#include "tell/tell.h"

enum { MOST_FILTERS = 24 };

static const oni_subject SUBJECTS[] = {
	{"events", "v_events", "events", "event",
		"date, source_code, cameo, plover, target_code, trigger, place, said_by, modality, status", "source_code", "cameo"},
	{"statements", "v_statements", "statements", "statement", "date, speaker, speaker_code, cue, content, act, status", "speaker_code", "act"},
	{"figures", "v_figures", "figures", "figure", "date, measure, figure_text, population, place, said_by, status, linked", "said_by", "measure"},
	{"articles", "v_articles", "articles", "article", "published, article_id, revision, story, publisher, title, origin, characters", "publisher", NULL},
};

enum { EVENTS = 1, STATEMENTS = 2, FIGURES = 4, ARTICLES = 8, ALL = 15 };

const oni_subject *oni_tell_subject(const char *name, onr_err *err)
{
	for (size_t i = 0; i < sizeof SUBJECTS / sizeof *SUBJECTS; i++)
		if (strcmp(name, SUBJECTS[i].name) == 0)
			return &SUBJECTS[i];
	oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "\"%s\" cannot be asked for: events, statements, figures or articles can", name);
	return NULL;
}

static int bit_of(const oni_subject *subject)
{
	return 1 << (subject - SUBJECTS);
}

typedef struct asking {
	onr_store *store;
	oni_buf sql;
	const char *values[MOST_FILTERS];
	int n;
} asking;

#define WORDS "(SELECT word FROM words WHERE text GLOB ?# OR (text = ?# COLLATE NOCASE))"
#define ENTITY_IS "(e.code IN " WORDS " OR e.name IN " WORDS ")"
#define ENTITIES(list) "EXISTS (SELECT 1 FROM json_each(x." list ") j JOIN entities e ON e.article = x.article AND e.n = j.value WHERE e.name IN " WORDS ")"
#define BY(column) "EXISTS (SELECT 1 FROM entities e WHERE e.article = x.article AND e.n = x." column " AND " ENTITY_IS ")"
#define SAID "EXISTS (SELECT 1 FROM statements s JOIN entities e ON e.article = s.article AND e.n = s.source WHERE s.article = x.article AND " \
	"s.n = x.said_by AND " ENTITY_IS ")"
#define ANY_IN(table, condition) "EXISTS (SELECT 1 FROM " table " WHERE e.article = x.article AND " condition ")"
#define PLACE_IS "(e.name IN " WORDS " OR e.admin1 IN " WORDS " OR e.country IN " WORDS ")"
#define CODE_IS "e.code IN " WORDS
#define BY_CODE(column) "EXISTS (SELECT 1 FROM entities e WHERE e.article = x.article AND e.n = x." column " AND " CODE_IS ")"
#define SAID_CODE "EXISTS (SELECT 1 FROM statements s JOIN entities e ON e.article = s.article AND e.n = s.source WHERE s.article = x.article AND " \
	"s.n = x.said_by AND " CODE_IS ")"
#define SOURCE_CODE "x.source_code IN " WORDS
#define TARGET_CODE "x.target_code IN " WORDS
#define SOURCE "(x.source_code IN " WORDS " OR " ENTITIES("source") ")"
#define TARGET "(x.target_code IN " WORDS " OR " ENTITIES("target") ")"

/* A filter: for which subjects, its condition with ?# for the value (outside: on the view), and, where the value must be known here, what
 * it is called and where all of its kind are. */
typedef struct filter {
	const char *option;
	size_t field;          /* in onr_query */
	int subjects;
	bool outside;
	const char *condition;
	const char *called, *known;
	const char *coded;     /* the condition where the value looks like a code: quicker; NULL: the same */
} filter;

#define ACTORS "SELECT text FROM words WHERE word IN (SELECT code FROM entities UNION SELECT name FROM entities)"
#define FIELD(name) offsetof(onr_query, name)

static const filter FILTERS[] = {
	{"actor", FIELD(actor), EVENTS, false, "(" SOURCE " OR " TARGET ")", "actor", ACTORS, "(" SOURCE_CODE " OR " TARGET_CODE ")"},
	{"actor", FIELD(actor), STATEMENTS, false, "(" BY("source") " OR " BY("addressee") ")", "actor", ACTORS, NULL},
	{"actor", FIELD(actor), FIGURES, false, "(x.population_code IN " WORDS " OR " SAID ")", "actor", ACTORS, NULL},
	{"actor", FIELD(actor), ARTICLES, false, ANY_IN("entities e", ENTITY_IS), "actor", ACTORS, NULL},
	{"source", FIELD(source), EVENTS, false, SOURCE, "actor", ACTORS, SOURCE_CODE},
	{"source", FIELD(source), STATEMENTS, false, BY("source"), "actor", ACTORS, BY_CODE("source")},
	{"target", FIELD(target), EVENTS, false, TARGET, "actor", ACTORS, TARGET_CODE},
	{"target", FIELD(target), STATEMENTS, false, BY("addressee"), "actor", ACTORS, BY_CODE("addressee")},
	{"code", FIELD(code), EVENTS, false, "x.cameo IN " WORDS, "CAMEO code",
		"SELECT text FROM words WHERE word IN (SELECT cameo FROM events)", NULL},
	{"code", FIELD(code), ARTICLES, false, ANY_IN("events e", "e.cameo IN " WORDS), "CAMEO code",
		"SELECT text FROM words WHERE word IN (SELECT cameo FROM events)", NULL},
	{"plover", FIELD(plover), EVENTS, false, "x.plover IN " WORDS, "PLOVER type", "SELECT text FROM words WHERE word IN (SELECT plover FROM events)", NULL},
	{"plover", FIELD(plover), ARTICLES, false, ANY_IN("events e", "e.plover IN " WORDS), "PLOVER type",
		"SELECT text FROM words WHERE word IN (SELECT plover FROM events)", NULL},
	{"said-by", FIELD(said_by), STATEMENTS, false, BY("source"), "actor", ACTORS, BY_CODE("source")},
	{"said-by", FIELD(said_by), EVENTS | FIGURES, false, SAID, "actor", ACTORS, SAID_CODE},
	{"said-by", FIELD(said_by), ARTICLES, false,
		"EXISTS (SELECT 1 FROM statements s JOIN entities e ON e.article = s.article AND e.n = s.source WHERE s.article = x.article AND " ENTITY_IS ")",
		"actor", ACTORS, NULL},
	{"place", FIELD(place), EVENTS | STATEMENTS | FIGURES, false, ANY_IN("places e", "e.n = x.place AND " PLACE_IS), "place",
		"SELECT text FROM words WHERE word IN (SELECT name FROM places UNION SELECT admin1 FROM places UNION SELECT country FROM places)", NULL},
	{"place", FIELD(place), ARTICLES, false, ANY_IN("places e", PLACE_IS), "place",
		"SELECT text FROM words WHERE word IN (SELECT name FROM places UNION SELECT admin1 FROM places UNION SELECT country FROM places)", NULL},
	{"measure", FIELD(measure), FIGURES, false, "x.measure IN " WORDS, "measure", "SELECT text FROM words WHERE word IN (SELECT measure FROM figures)", NULL},
	{"population", FIELD(population), FIGURES, false, "(x.population IN " WORDS " OR x.population_code IN " WORDS ")", "population",
		"SELECT text FROM words WHERE word IN (SELECT population FROM figures UNION SELECT population_code FROM figures)", NULL},
	{"text", FIELD(text), EVENTS | FIGURES | ARTICLES, false,
		"x.article IN (SELECT rowid FROM article_search WHERE article_search MATCH ?#)", NULL, NULL, NULL},
	{"text", FIELD(text), STATEMENTS, false,
		"(x.article << 20 | x.n) IN (SELECT rowid FROM statement_search WHERE statement_search MATCH ?#)", NULL, NULL, NULL},
	{"status", FIELD(status), EVENTS | STATEMENTS | FIGURES, true, "o.status = ?#", NULL, NULL, NULL},
	{"since", FIELD(since), EVENTS | STATEMENTS | FIGURES, true, "o.date >= ?#", NULL, NULL, NULL},
	{"since", FIELD(since), ARTICLES, true, "o.published >= ?#", NULL, NULL, NULL},
	{"until", FIELD(until), EVENTS | STATEMENTS | FIGURES, true, "substr(o.date, 1, length(?#)) <= ?#", NULL, NULL, NULL},
	{"until", FIELD(until), ARTICLES, true, "substr(o.published, 1, length(?#)) <= ?#", NULL, NULL, NULL},
};
enum { FILTER_COUNT = sizeof FILTERS / sizeof *FILTERS };

static const char *value_of(const onr_query *query, const filter *f)
{
	return *(const char *const *)(const void *)((const char *)query + f->field);
}

/* The condition with the numbers of its parameters in. */
static void add_condition(asking *a, const char *condition, const char *value)
{
	int number = a->n + 1;
	a->values[a->n++] = value;
	for (const char *at = condition; *at; at++) {
		if (at[0] == '?' && at[1] == '#') {
			bool later = at[2] == '+';
			oni_buf_addf(&a->sql, "?%d", number + (later ? at[3] - '0' : 0));
			at += later ? 3 : 1;
		} else
			oni_buf_byte(&a->sql, *at);
	}
}

/* Whether a word like the pattern is there at all. */
static onr_status check_known(asking *a, const filter *f, const char *value, onr_err *err)
{
	sqlite3_stmt *s = NULL;
	sqlite3_prepare_v2(a->store->db, "SELECT 1 FROM words WHERE text GLOB ?1 UNION ALL SELECT 1 FROM words WHERE text = ?1 COLLATE NOCASE LIMIT 1", -1, &s, NULL);
	if (!s)
		return oni_store_fail(a->store, err);
	sqlite3_bind_text(s, 1, value, -1, SQLITE_STATIC);
	int status = sqlite3_step(s);
	sqlite3_finalize(s);
	if (status == SQLITE_ROW)
		return ONR_OK;
	if (status != SQLITE_DONE)
		return oni_store_fail(a->store, err);
	char near[64];
	oni_suggest(a->store, f->known, value, near);
	return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--%s: no %s here is \"%s\"%s%s%s", f->option, f->called, value,
		near[0] ? "; did you mean \"" : "", near, near[0] ? "\"?" : "");
}

/* RUSGOV, RUS*: codes are of capitals. A name that is so too ("NATO") is asked for in small letters. */
static bool looks_coded(const char *value)
{
	return value[strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789*?-")] == 0;
}

/* Conditions inside or outside, each after " AND ". */
static onr_status add_filters(asking *a, const oni_subject *subject, const onr_query *query, bool outside, onr_err *err)
{
	for (int i = 0; i < FILTER_COUNT; i++) {
		const filter *f = &FILTERS[i];
		const char *value = value_of(query, f);
		if (!value || f->outside != outside || !(f->subjects & bit_of(subject)))
			continue;
		onr_status status = f->known ? check_known(a, f, value, err) : ONR_OK;
		if (status)
			return status;
		oni_buf_add(&a->sql, ONI_STR(" AND "));
		add_condition(a, f->coded && looks_coded(value) ? f->coded : f->condition, value);
	}
	return ONR_OK;
}

/* --near LAT,LON,KM */
static onr_status add_near(asking *a, const oni_subject *subject, const onr_query *query, onr_err *err)
{
	double lat, lon, km;
	char end;
	if (!query->near)
		return ONR_OK;
	if (sscanf(query->near, "%lf,%lf,%lf%c", &lat, &lon, &km, &end) != 3 || !(lat >= -90 && lat <= 90) || !(lon >= -180 && lon <= 180) || !(km >= 0))
		return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--near %s: LAT,LON,KM is meant, like 50.45,30.52,100", query->near);
	/* Numbers, not text: no parameter is needed. */
	oni_buf_addf(&a->sql, " AND EXISTS (SELECT 1 FROM places e WHERE e.article = x.article%s AND kilometres(e.lat, e.lon, %.6f, %.6f) <= %.3f)",
		bit_of(subject) == ARTICLES ? "" : " AND e.n = x.place", lat, lon, km);
	return ONR_OK;
}

/* A filter that the subject does not have. */
static onr_status check_fits(const oni_subject *subject, const onr_query *query, onr_err *err)
{
	for (int i = 0; i < FILTER_COUNT; i++) {
		bool fits = false;
		for (int k = 0; k < FILTER_COUNT; k++)
			fits |= FILTERS[k].field == FILTERS[i].field && FILTERS[k].subjects & bit_of(subject);
		if (!fits && value_of(query, &FILTERS[i]))
			return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "%s have no --%s", subject->name, FILTERS[i].option);
	}
	return ONR_OK;
}

static bool is_date(const char *text)
{
	int year, month = 1, day = 1, end = 0;
	size_t n = strlen(text);
	if (n == 10)
		return sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
	if (n == 7)
		return sscanf(text, "%4d-%2d%n", &year, &month, &end) == 2 && end == 7 && month >= 1 && month <= 12;
	return n == 4 && sscanf(text, "%4d%n", &year, &end) == 1 && end == 4;
}

static onr_status check_dates(const onr_query *query, onr_err *err)
{
	if (query->since && !is_date(query->since))
		return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--since %s: no date (YYYY-MM-DD)", query->since);
	if (query->until && !is_date(query->until))
		return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--until %s: no date (YYYY-MM-DD)", query->until);
	return ONR_OK;
}

/* A MATCH that is no query fails when it is first stepped; told as what it is. */
static onr_status check_text(onr_store *store, const onr_query *query, onr_err *err)
{
	sqlite3_stmt *s = NULL;
	if (!query->text)
		return ONR_OK;
	if (sqlite3_prepare_v2(store->db, "SELECT 1 FROM article_search WHERE article_search MATCH ?1 LIMIT 1", -1, &s, NULL) != SQLITE_OK)
		return oni_store_fail(store, err);
	sqlite3_bind_text(s, 1, query->text, -1, SQLITE_STATIC);
	int status = sqlite3_step(s);
	onr_status told = ONR_OK;
	if (status == SQLITE_ERROR)
		told = oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--text: %s", sqlite3_errmsg(store->db));
	else if (status != SQLITE_ROW && status != SQLITE_DONE)
		told = oni_store_fail(store, err);
	sqlite3_finalize(s);
	return told;
}

static onr_status build(asking *a, const oni_subject *subject, const onr_query *query, const char *what, const char *tail, onr_err *err)
{
	bool articles = bit_of(subject) == ARTICLES;
	oni_buf_addf(&a->sql, "SELECT %s FROM %s o WHERE true", what, subject->view);
	size_t begin = a->sql.n;
	if (articles)
		oni_buf_addf(&a->sql, " AND o.article IN (SELECT x.article FROM articles x WHERE x.current");
	else if (query->limit && !query->text) /* a page: row by row until it is full */
		oni_buf_addf(&a->sql, " AND EXISTS (SELECT 1 FROM %s x WHERE x.article = o.article AND x.n = o.%s", subject->table, subject->key);
	else
		oni_buf_addf(&a->sql, " AND (o.article, o.%s) IN (SELECT x.article, x.n FROM %s x WHERE true", subject->key, subject->table);
	size_t empty = a->sql.n;
	onr_status status = add_filters(a, subject, query, false, err);
	if (!status)
		status = add_near(a, subject, query, err);
	if (a->sql.n == empty)
		a->sql.n = begin;
	else
		oni_buf_byte(&a->sql, ')');
	if (!status)
		status = add_filters(a, subject, query, true, err);
	if (query->stories)
		oni_buf_add(&a->sql, ONI_STR(" AND o.story = o.article"));
	oni_buf_addf(&a->sql, " %s", tail);
	oni_buf_byte(&a->sql, 0);
	return status;
}

onr_status oni_ask(onr_store *store, const oni_subject *subject, const onr_query *query, const char *what, const char *tail,
	sqlite3_stmt **ret_statement, onr_err *err)
{
	asking a = {.store = store};
	*ret_statement = NULL;
	onr_status status = check_fits(subject, query, err);
	if (!status)
		status = check_dates(query, err);
	if (!status)
		status = check_text(store, query, err);
	if (!status)
		status = build(&a, subject, query, what, tail, err);
	if (!status && a.sql.failed)
		status = oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	if (!status && sqlite3_prepare_v2(store->db, a.sql.at, -1, ret_statement, NULL) != SQLITE_OK)
		status = oni_store_fail(store, err);
	for (int i = 0; !status && i < a.n; i++)
		sqlite3_bind_text(*ret_statement, i + 1, a.values[i], -1, SQLITE_TRANSIENT);
	oni_buf_drop(&a.sql);
	return status;
}
