/* Filters to SQL: each that is given adds one condition and one bound value. Codes are numbers of `words`, actors, places and kinds of
 * dictionaries, so a pattern is looked for there first and the rows are compared by number.
 *
 *   onrecord query DB events --source RUS* --since 2022-12
 *   … FROM row_events o WHERE o.row IN (SELECT x.row FROM events x WHERE x.source_code IN
 *     (SELECT word FROM words WHERE text GLOB ?1 …)) AND o.date >= ?2 */
#include <math.h>
#include <stddef.h>
#include <stdio.h>

#include "base/decimal.h"
#include "record/write.h"
#include "store/pack.h"
#include "tell/tell.h"

enum { MOST_FILTERS = 24 };

static const oni_subject SUBJECTS[] = {
	{"events", "row_events", "events", "v_events",
		"date, source_code, cameo, plover, target_code, trigger, place, said_by, modality, status", "actor_word", "code_word"},
	{"statements", "row_statements", "statements", "v_statements", "date, speaker, speaker_code, cue, content, act, status", "actor_word", "code_word"},
	{"figures", "row_figures", "figures", "v_figures",
		"date, measure, figure_text, population, place, said_by, status, linked", "said_by", "measure"},
	{"articles", "row_articles", "articles", "v_articles", "published, article_id, revision, story, publisher, title, origin, characters",
		"publisher", NULL},
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
	bool page;             /* rows in order, nothing more: as many as the limit says */
} asking;

/* What is asked for, in a column of text; in words; in dictionaries. A pattern is without case unless it is all in capitals: RUS* is codes,
 * rus* is Russia too. The equality is for what has [ or * of its own. */
#define MATCHES(column, value) "(" column " GLOB " value " OR " column " = " value " COLLATE NOCASE OR (" value " <> upper(" value ") AND lower(" \
	column ") GLOB lower(" value ")))"
#define IS(column) MATCHES(column, "?#")
#define WORDS "(SELECT word FROM words WHERE " IS("text") ")"
#define ACTORS_CODED "(SELECT actor FROM actors WHERE code IN " WORDS ")"
#define ACTORS_NAMED "(SELECT actor FROM actors WHERE " IS("name") ")"
#define ACTORS "(SELECT actor FROM actors WHERE code IN " WORDS " OR " IS("name") ")"
#define SPOTS "(SELECT spot FROM spots WHERE " IS("name") " OR admin1 IN " WORDS " OR country IN " WORDS ")"
#define KINDS(table, column) "(SELECT kind FROM " table " WHERE " column " IN " WORDS ")"

/* x is the row asked for, of the table of the subject; its article's row n of another table. */
#define BESIDE(n) "(x.row >> 20 << 20) + " n
#define IN_ARTICLE(e) e ".row > x.row >> 20 << 20 AND " e ".row <= (x.row >> 20 << 20) + 1048575"
#define OF_ARTICLE(e) e ".row > x.article << 20 AND " e ".row <= (x.article << 20) + 1048575"
#define BY(n, actors) "EXISTS (SELECT 1 FROM entities e WHERE e.row = " BESIDE(n) " AND e.actor IN " actors ")"
#define SAID(actors) "EXISTS (SELECT 1 FROM statements s JOIN entities e ON e.row = " BESIDE("s.source") " WHERE s.row = " BESIDE("x.said_by") \
	" AND e.actor IN " actors ")"
#define ALSO(condition) "(x.also IS NOT NULL AND " condition ")"
#define ADDRESSED(actors) ALSO(BY("(nullif(" ONI_SQL_FIRST("x.also") ", 0) - 1)", actors))
/* One of a list of entities: mostly it has but one. */
#define NAMED(list) "(" BY(ONI_SQL_FIRST("x." list), ACTORS_NAMED) " OR (length(x." list ") > 1 AND EXISTS (SELECT 1 FROM entities e WHERE " \
	IN_ARTICLE("e") " AND instr(x." list ", " ONI_SQL_CHARACTER("e.n") ") AND e.actor IN " ACTORS_NAMED ")))"
#define SOURCE_CODE "x.source_code IN " WORDS
#define TARGET_CODE "x.target_code IN " WORDS
#define SOURCE "(" SOURCE_CODE " OR " NAMED("source") ")"
#define TARGET "(" TARGET_CODE " OR " NAMED("target") ")"
#define AT(n) "EXISTS (SELECT 1 FROM places e WHERE e.row = " BESIDE(n) " AND e.spot IN " SPOTS ")"

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

#define KNOWN_CODES(column, table) "SELECT w.text FROM " table " k JOIN words w ON w.word = k." column
#define KNOWN_ACTORS KNOWN_CODES("code", "actors") " UNION ALL SELECT name FROM actors"
#define KNOWN_PLACES "SELECT name AS text FROM spots UNION ALL " KNOWN_CODES("admin1", "spots") " UNION ALL " KNOWN_CODES("country", "spots")
#define KNOWN_POPULATIONS "SELECT text FROM words WHERE word IN (SELECT population FROM figures UNION SELECT population_code FROM figures)"
#define KNOWN_STATUS "SELECT column1 AS text FROM (VALUES ('narrated'), ('claimed'), ('alleged'), ('unconfirmed'), ('confirmed'), ('denied'), " \
	"('corrected'))"
/* Only what a link denies or confirms can have that status: few. */
#define LINKED(letter) "(?# NOT IN ('denied', 'confirmed') OR x.row IN (SELECT (row >> 20 << 20) + substr(to_id, 2) FROM links WHERE to_id GLOB '" \
	letter "*'))"
#define FIELD(name) offsetof(onr_query, name)

static const filter FILTERS[] = {
	{"actor", FIELD(actor), EVENTS, false, "(" SOURCE " OR " TARGET ")", "actor", KNOWN_ACTORS, "(" SOURCE_CODE " OR " TARGET_CODE ")"},
	{"actor", FIELD(actor), STATEMENTS, false, "(" BY("x.source", ACTORS) " OR " ADDRESSED(ACTORS) ")", "actor", KNOWN_ACTORS, NULL},
	{"actor", FIELD(actor), FIGURES, false, "(x.population_code IN " WORDS " OR " SAID(ACTORS) ")", "actor", KNOWN_ACTORS, NULL},
	{"actor", FIELD(actor), ARTICLES, false, "EXISTS (SELECT 1 FROM entities e WHERE " OF_ARTICLE("e") " AND e.actor IN " ACTORS ")", "actor",
		KNOWN_ACTORS, NULL},
	{"source", FIELD(source), EVENTS, false, SOURCE, "actor", KNOWN_ACTORS, SOURCE_CODE},
	{"source", FIELD(source), STATEMENTS, false, BY("x.source", ACTORS), "actor", KNOWN_ACTORS, BY("x.source", ACTORS_CODED)},
	{"target", FIELD(target), EVENTS, false, TARGET, "actor", KNOWN_ACTORS, TARGET_CODE},
	{"target", FIELD(target), STATEMENTS, false, ADDRESSED(ACTORS), "actor", KNOWN_ACTORS, ADDRESSED(ACTORS_CODED)},
	{"code", FIELD(code), EVENTS, false, "x.kind IN " KINDS("event_kinds", "cameo"), "CAMEO code", KNOWN_CODES("cameo", "event_kinds"), NULL},
	{"code", FIELD(code), ARTICLES, false, "EXISTS (SELECT 1 FROM events e WHERE " OF_ARTICLE("e") " AND e.kind IN " KINDS("event_kinds", "cameo") ")",
		"CAMEO code", KNOWN_CODES("cameo", "event_kinds"), NULL},
	{"plover", FIELD(plover), EVENTS, false, "x.kind IN " KINDS("event_kinds", "plover"), "PLOVER type", KNOWN_CODES("plover", "event_kinds"), NULL},
	{"plover", FIELD(plover), ARTICLES, false, "EXISTS (SELECT 1 FROM events e WHERE " OF_ARTICLE("e") " AND e.kind IN "
		KINDS("event_kinds", "plover") ")", "PLOVER type", KNOWN_CODES("plover", "event_kinds"), NULL},
	{"said-by", FIELD(said_by), STATEMENTS, false, BY("x.source", ACTORS), "actor", KNOWN_ACTORS, BY("x.source", ACTORS_CODED)},
	{"said-by", FIELD(said_by), EVENTS | FIGURES, false, SAID(ACTORS), "actor", KNOWN_ACTORS, SAID(ACTORS_CODED)},
	{"said-by", FIELD(said_by), ARTICLES, false, "EXISTS (SELECT 1 FROM statements s JOIN entities e ON e.row = (x.article << 20) + s.source WHERE "
		OF_ARTICLE("s") " AND e.actor IN " ACTORS ")", "actor", KNOWN_ACTORS, NULL},
	{"place", FIELD(place), EVENTS | FIGURES, false, AT("x.place"), "place", KNOWN_PLACES, NULL},
	{"place", FIELD(place), STATEMENTS, false, ALSO(AT(ONI_SQL_ALSO("x.also", "5"))), "place", KNOWN_PLACES, NULL},
	{"place", FIELD(place), ARTICLES, false, "EXISTS (SELECT 1 FROM places e WHERE " OF_ARTICLE("e") " AND e.spot IN " SPOTS ")", "place",
		KNOWN_PLACES, NULL},
	{"measure", FIELD(measure), FIGURES, false, "x.kind IN " KINDS("figure_kinds", "measure"), "measure", KNOWN_CODES("measure", "figure_kinds"), NULL},
	{"population", FIELD(population), FIGURES, false, "(x.population IN " WORDS " OR x.population_code IN " WORDS ")", "population",
		KNOWN_POPULATIONS, NULL},
	{"text", FIELD(text), EVENTS | FIGURES, false,
		"x.row >> 20 IN (SELECT rowid FROM article_search WHERE article_search MATCH ?#)", NULL, NULL, NULL},
	{"text", FIELD(text), ARTICLES, false,
		"x.article IN (SELECT rowid FROM article_search WHERE article_search MATCH ?#)", NULL, NULL, NULL},
	{"text", FIELD(text), STATEMENTS, false,
		"x.row IN (SELECT (a.article << 20) + f.rowid - a.said FROM statement_search f JOIN articles a ON a.said = (SELECT max(said) FROM articles "
		"WHERE said < f.rowid) WHERE f.content MATCH ?#)", NULL, NULL, NULL},
	{"status", FIELD(status), EVENTS, true, "o.status = ?#", "status", KNOWN_STATUS, NULL},
	{"status", FIELD(status), EVENTS, false, LINKED("v"), NULL, NULL, NULL},
	{"status", FIELD(status), STATEMENTS, true, "o.status = ?#", "status", KNOWN_STATUS, NULL},
	{"status", FIELD(status), STATEMENTS, false, LINKED("s"), NULL, NULL, NULL},
	{"status", FIELD(status), FIGURES, true, "o.status = ?#", "status", KNOWN_STATUS, NULL},
	{"status", FIELD(status), FIGURES, false, "x.kind IN " KINDS("figure_kinds", "status"), NULL, NULL, NULL},
	{"since", FIELD(since), EVENTS | STATEMENTS | FIGURES, true, "+o.date >= ?#", NULL, NULL, NULL},
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

/* A code that the codebooks have, be it in this database or not: a script asks for one after the other. */
static bool is_code_of_book(const filter *f, const char *value)
{
	static const char *const TYPES[] = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
		"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};
	if (strcmp(f->option, "plover") == 0)
		for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
			if (strcmp(value, TYPES[i]) == 0)
				return true;
	size_t n = strspn(value, "0123456789");
	if (strcmp(f->option, "code") != 0 || n < 2 || n > 4 || value[n + strspn(value + n, "*")])
		return false;
	int root = (value[0] - '0') * 10 + (value[1] - '0'); /* CAMEO has the roots 01 to 20 */
	return root >= 1 && root <= 20;
}

/* Whether a word like the pattern is there at all. */
static onr_status check_known(asking *a, const filter *f, const char *value, onr_err *err)
{
	sqlite3_stmt *s = NULL;
	char sql[1024];
	snprintf(sql, sizeof sql, "SELECT 1 FROM (%s) WHERE " MATCHES("text", "?1") " LIMIT 1", f->known);
	sqlite3_prepare_v2(a->store->db, sql, -1, &s, NULL);
	if (!s)
		return oni_store_fail(a->store, err);
	sqlite3_bind_text(s, 1, value, -1, SQLITE_STATIC);
	int status = sqlite3_step(s);
	sqlite3_finalize(s);
	if (status == SQLITE_ROW)
		return ONR_OK;
	if (status != SQLITE_DONE)
		return oni_store_fail(a->store, err);
	if (is_code_of_book(f, value)) /* it exists, and nothing here has it: no rows */
		return ONR_OK;
	char near[64] = "";
	if (strpbrk(value, "*?"))
		return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--%s: no %s here is like \"%s\"", f->option, f->called, value);
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

/* LAT,LON,KM, whatever the locale; false where it is none. */
static bool read_near(const char *text, double numbers[3])
{
	oni_str rest = oni_str_of(text), field;
	int n = 0;
	while (oni_str_split(&rest, ',', &field)) {
		size_t sign = field.n && (field.at[0] == '-' || field.at[0] == '+');
		if (n == 3 || field.n == sign || strspn(field.at + sign, "0123456789.") < field.n - sign)
			return false;
		numbers[n++] = oni_decimal_of(field);
	}
	return n == 3 && fabs(numbers[0]) <= 90 && fabs(numbers[1]) <= 180 && numbers[2] >= 0;
}

static onr_status add_near(asking *a, const oni_subject *subject, const onr_query *query, onr_err *err)
{
	double numbers[3];
	if (!query->near)
		return ONR_OK;
	if (!read_near(query->near, numbers))
		return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "--near %s: LAT,LON,KM is meant, like 50.45,30.52,100", query->near);
	/* Numbers, not text: no parameter is needed. */
	oni_buf_addf(&a->sql, " AND EXISTS (SELECT 1 FROM places e WHERE %s AND e.spot IN (SELECT spot FROM spots WHERE kilometres(lat, lon, ",
		bit_of(subject) == ARTICLES ? OF_ARTICLE("e") : bit_of(subject) == STATEMENTS
		? "e.row = " BESIDE(ONI_SQL_ALSO("x.also", "5")) : "e.row = " BESIDE("x.place"));
	for (int i = 0; i < 3; i++) {
		oni_write_number(&a->sql, numbers[i]);
		oni_buf_add(&a->sql, i == 0 ? ONI_STR(", ") : i == 1 ? ONI_STR(") <= ") : ONI_STR("))"));
	}
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

static bool filtered_outside(const oni_subject *subject, const onr_query *query)
{
	for (int i = 0; i < FILTER_COUNT; i++)
		if (FILTERS[i].outside && FILTERS[i].subjects & bit_of(subject) && value_of(query, &FILTERS[i]))
			return true;
	return query->stories != 0;
}

/* What the filters on the subject's own rows are put into, as SQL up to their first; `end` closes it. */
static void open_filters(asking *a, const oni_subject *subject, const onr_query *query, oni_buf *end)
{
	bool page = a->page && query->limit && !filtered_outside(subject, query); /* its rows first, then what is told of them */
	if (bit_of(subject) == ARTICLES) {
		oni_buf_addf(&a->sql, " AND o.article IN (SELECT x.article FROM articles x WHERE x.current");
		if (page)
			oni_buf_addf(end, " ORDER BY x.article LIMIT %zu", query->limit);
	} else if (page) {
		oni_buf_addf(&a->sql, " AND o.row IN (SELECT x.row FROM %s x WHERE true", subject->table);
		oni_buf_addf(end, " AND (SELECT current FROM articles WHERE article = x.row >> 20) ORDER BY x.row LIMIT %zu", query->limit);
	} else if (query->limit && !query->text) /* row by row until there are enough */
		oni_buf_addf(&a->sql, " AND EXISTS (SELECT 1 FROM %s x WHERE x.row = o.row", subject->table);
	else
		oni_buf_addf(&a->sql, " AND o.row IN (SELECT x.row FROM %s x WHERE true", subject->table);
}

static onr_status build(asking *a, const oni_subject *subject, const onr_query *query, const char *what, const char *tail, onr_err *err)
{
	oni_buf end = {0};
	oni_buf_addf(&a->sql, "SELECT %s FROM %s o WHERE true", what, subject->view);
	size_t begin = a->sql.n;
	open_filters(a, subject, query, &end);
	size_t empty = a->sql.n;
	onr_status status = add_filters(a, subject, query, false, err);
	if (!status)
		status = add_near(a, subject, query, err);
	if (a->sql.n == empty)
		a->sql.n = begin;
	else
		oni_buf_addf(&a->sql, "%.*s)", ONI_FMT(oni_buf_str(&end)));
	if (!status)
		status = add_filters(a, subject, query, true, err);
	if (query->stories)
		oni_buf_add(&a->sql, ONI_STR(" AND o.story = o.article"));
	oni_buf_addf(&a->sql, " %s", tail);
	if (a->page)
		oni_buf_addf(&a->sql, "ORDER BY o.row LIMIT %lld", query->limit ? (long long)query->limit : -1);
	oni_buf_byte(&a->sql, 0);
	oni_buf_drop(&end);
	return status;
}

static onr_status ask(asking *a, const oni_subject *subject, const onr_query *query, const char *what, const char *tail,
	sqlite3_stmt **ret_statement, onr_err *err)
{
	*ret_statement = NULL;
	onr_status status = check_fits(subject, query, err);
	if (!status)
		status = check_dates(query, err);
	if (!status)
		status = check_text(a->store, query, err);
	if (!status)
		status = build(a, subject, query, what, tail, err);
	if (!status && a->sql.failed)
		status = oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	if (!status && sqlite3_prepare_v2(a->store->db, a->sql.at, -1, ret_statement, NULL) != SQLITE_OK)
		status = oni_store_fail(a->store, err);
	for (int i = 0; !status && i < a->n; i++)
		sqlite3_bind_text(*ret_statement, i + 1, a->values[i], -1, SQLITE_TRANSIENT);
	oni_buf_drop(&a->sql);
	return status;
}

onr_status oni_ask(onr_store *store, const oni_subject *subject, const onr_query *query, const char *what, const char *tail,
	sqlite3_stmt **ret_statement, onr_err *err)
{
	asking a = {.store = store};
	return ask(&a, subject, query, what, tail, ret_statement, err);
}

onr_status oni_ask_page(onr_store *store, const oni_subject *subject, const onr_query *query, const char *what, sqlite3_stmt **ret_statement,
	onr_err *err)
{
	asking a = {.store = store, .page = true};
	return ask(&a, subject, query, what, "", ret_statement, err);
}
