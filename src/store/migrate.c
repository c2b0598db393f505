/* From an older schema to the next, as SQL with a few functions of its own; open.c runs it, all in one transaction.
 *
 * Version 1 kept the members of each element in a row of their own, lists of spans as JSON ("[begin,end,begin,end]"), and the rows by
 * (article, n). Version 2: see schema.c. Numbers of articles and words and all ids stay what they are. A list or text that cannot be
 * packed goes into `more`, as it would if it came today. */
#include "store/pack.h"
#include "store/schema.h"
#include "store/store.h"

/* ---- functions ---- */

static oni_str text_of(sqlite3_value *value)
{
	const char *at = (const char *)sqlite3_value_text(value);
	return (oni_str){at, at ? (size_t)sqlite3_value_bytes(value) : 0};
}

/* The text, where it is good; NULL else. */
static void give(sqlite3_context *context, oni_buf *out, bool good)
{
	if (out->failed)
		sqlite3_result_error_nomem(context);
	else if (good && out->n)
		sqlite3_result_text(context, out->at, (int)out->n, SQLITE_TRANSIENT);
	oni_buf_drop(out);
}

/* kind_hash(value, …) as kinds.c has it */
static void kind_hash(sqlite3_context *context, int n, sqlite3_value **values)
{
	uint64_t hash = oni_hash(ONI_STR(""));
	for (int i = 0; i < n; i++)
		switch (sqlite3_value_type(values[i])) {
		case SQLITE_INTEGER: hash = oni_kind_hash_number(hash, sqlite3_value_int64(values[i])); break;
		case SQLITE_FLOAT: hash = oni_kind_hash_real(hash, sqlite3_value_double(values[i])); break;
		case SQLITE_TEXT: hash = oni_kind_hash_text(hash, text_of(values[i])); break;
		default: hash = oni_kind_hash_nothing(hash); break;
		}
	sqlite3_result_int64(context, (sqlite3_int64)(hash & ONI_KIND_HASH_MOST));
}

/* packed(text): with marks for its fragments */
static void packed(sqlite3_context *context, int n, sqlite3_value **values)
{
	oni_buf out = {0};
	(void)n;
	give(context, &out, oni_pack_text(&out, text_of(values[0])));
}

/* packed_list(json, size): "[1,2,3]" as numbers; of groups of `size` > 1, the second becomes what it is more than the first */
static void packed_list(sqlite3_context *context, int n, sqlite3_value **values)
{
	oni_str json = text_of(values[0]);
	int size = sqlite3_value_int(values[1]), at = 0;
	int64_t number = 0, first = 0;
	bool good = true;
	oni_buf out = {0};
	(void)n;
	for (size_t i = 1; i < json.n; i++) {
		if (json.at[i] >= '0' && json.at[i] <= '9') {
			number = number * 10 + (json.at[i] - '0');
			continue;
		}
		int64_t kept = size > 1 && at % size == 1 ? number - first : number;
		good = good && kept >= 0 && oni_pack_number(&out, (uint64_t)kept);
		first = at % size == 0 ? number : first;
		at++;
		number = 0;
	}
	give(context, &out, good);
}

/* packed_also(number, …): each one greater, NULL as 0, none at the end */
static void packed_also(sqlite3_context *context, int n, sqlite3_value **values)
{
	oni_buf out = {0};
	bool good = true;
	while (n && sqlite3_value_type(values[n - 1]) == SQLITE_NULL)
		n--;
	for (int i = 0; i < n; i++)
		good = good && oni_pack_number(&out, sqlite3_value_type(values[i]) == SQLITE_NULL ? 0 : (uint64_t)sqlite3_value_int64(values[i]) + 1);
	give(context, &out, good);
}

int oni_migration_functions(sqlite3 *db)
{
	static const struct { const char *name; int n; void (*call)(sqlite3_context *, int, sqlite3_value **); } FUNCTIONS[] = {
		{"kind_hash", -1, kind_hash}, {"packed", 1, packed}, {"packed_list", 2, packed_list}, {"packed_also", -1, packed_also},
	};
	int status = SQLITE_OK;
	for (size_t i = 0; status == SQLITE_OK && i < sizeof FUNCTIONS / sizeof *FUNCTIONS; i++)
		status = sqlite3_create_function(db, FUNCTIONS[i].name, FUNCTIONS[i].n, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, FUNCTIONS[i].call, NULL, NULL);
	return status;
}

/* ---- 1 to 2 ---- */

static const char ASIDE[] =
	"DROP VIEW v_disputes; DROP VIEW v_actors; DROP VIEW v_links; DROP VIEW v_figures; DROP VIEW v_events; DROP VIEW v_statements;\n"
	"DROP VIEW v_times; DROP VIEW v_places; DROP VIEW v_entities; DROP VIEW v_segments; DROP VIEW v_sentences; DROP VIEW v_mentions;\n"
	"DROP VIEW v_articles;\n"
	"DROP INDEX articles_hash; DROP INDEX articles_id; DROP INDEX articles_url; DROP INDEX articles_published; DROP INDEX articles_replaced;\n"
	"DROP TABLE statement_search;\n"
	"ALTER TABLE articles RENAME TO old_articles; ALTER TABLE copies RENAME TO old_copies; ALTER TABLE entities RENAME TO old_entities;\n"
	"ALTER TABLE places RENAME TO old_places; ALTER TABLE times RENAME TO old_times; ALTER TABLE statements RENAME TO old_statements;\n"
	"ALTER TABLE events RENAME TO old_events; ALTER TABLE figures RENAME TO old_figures; ALTER TABLE links RENAME TO old_links;\n";

#define WORD(column) "(SELECT text FROM words WHERE word = " column ")"
#define STAMP(column) "CAST(strftime('%s', " column ") AS INTEGER)"
#define ROW "(o.article << 20) + o.n"
/* `more` with what could not be packed. */
#define MORE(more, packed, value, name, json) "CASE WHEN " packed " IS NULL AND " value " IS NOT NULL THEN CASE WHEN " more \
	" IS NULL THEN '{' ELSE substr(" more ", 1, length(" more ") - 1) || ',' END || '\"" name "\":' || " json " || '}' ELSE " more " END"
#define SECOND(list) "json_extract(" list ", '$[' || (j.key + 1) || ']')"
#define SPANS(list) "(SELECT json_group_array(json_object('begin', j.value, 'end', " SECOND(list) ")) FROM json_each(" list ") j WHERE j.key % 2 = 0)"
#define NAMED_SPANS(list, name) "(SELECT json_group_array(json_object('begin', j.value, 'end', " SECOND(list) ", '" name "', (SELECT text FROM words " \
	"WHERE word = json_extract(" list ", '$[' || (j.key + 2) || ']')))) FROM json_each(" list ") j WHERE j.key % 3 = 0)"

/* A dictionary from the different ones there are: `values` of an old row as `columns`. */
#define FILL(dictionary, columns, values, table) \
	"INSERT INTO " dictionary " (hash, " columns ") SELECT kind_hash(" columns "), " columns " FROM (SELECT DISTINCT " values " FROM " table " o);\n"

#define ACTOR_COLUMNS "name, kind, country, code, code_from, roles"
#define ACTOR WORD("o.name") " AS name, o.kind, o.country, o.code, packed(" WORD("o.code_from") ") AS code_from, packed(" WORD("o.roles") ") AS roles"
#define SPOT_COLUMNS "name, country, admin1, kind, lat, lon, geonames"
#define SPOT WORD("o.name") " AS name, o.country, o.admin1, o.kind, o.lat, o.lon, o.geonames"
#define DATE_COLUMNS "type, value, mod, quant, freq, from_date, to_date, resolved"
#define STATEMENT_COLUMNS "cue, manner, act, class, medium, polarity, certainty"
#define EVENT_COLUMNS "cameo, plover, mode, context, goldstein, polarity, modality, pattern"
#define FIGURE_COLUMNS "measure, unit, approximate, status"

static const char DICTIONARIES[] =
	FILL("actors", ACTOR_COLUMNS, ACTOR, "old_entities")
	FILL("spots", SPOT_COLUMNS, SPOT, "old_places")
	FILL("dates", DATE_COLUMNS, DATE_COLUMNS, "old_times")
	FILL("statement_kinds", STATEMENT_COLUMNS, STATEMENT_COLUMNS, "old_statements")
	FILL("event_kinds", EVENT_COLUMNS, EVENT_COLUMNS, "old_events")
	FILL("figure_kinds", FIGURE_COLUMNS, FIGURE_COLUMNS, "old_figures");

static const char ROWS[] =
	"INSERT INTO entities SELECT " ROW ", (SELECT k.actor FROM actors k WHERE k.hash = kind_hash(o.name, o.kind, o.country, o.code, o.code_from,\n"
	"  o.roles) AND (k.name, k.kind, k.country, k.code, k.code_from, k.roles) IS (o.name, o.kind, o.country, o.code, o.code_from, o.roles)),\n"
	"  o.speaks_for, packed_list(o.mentions, 3), "
	MORE("(" MORE("o.more", "o.code_from", "o.long_from", "code_from", "json_quote(o.long_from)") ")", "packed_list(o.mentions, 3)", "o.mentions",
		"mentions", NAMED_SPANS("o.mentions", "form")) "\n"
	"  FROM (SELECT o.article, o.n, " ACTOR ", o.speaks_for, o.mentions, o.more, " WORD("o.code_from") " AS long_from FROM old_entities o) o\n"
	"  ORDER BY o.article, o.n;\n"
	"INSERT INTO places SELECT " ROW ", (SELECT k.spot FROM spots k WHERE k.hash = kind_hash(o.name, o.country, o.admin1, o.kind, o.lat, o.lon,\n"
	"  o.geonames) AND (k.name, k.country, k.admin1, k.kind, k.lat, k.lon, k.geonames) IS (o.name, o.country, o.admin1, o.kind, o.lat, o.lon,\n"
	"  o.geonames)), packed_list(o.mentions, 2), "
	MORE("o.more", "packed_list(o.mentions, 2)", "o.mentions", "mentions", SPANS("o.mentions")) "\n"
	"  FROM (SELECT o.article, o.n, " SPOT ", o.mentions, o.more FROM old_places o) o ORDER BY o.article, o.n;\n"
	"INSERT INTO times SELECT " ROW ", o.\"begin\", o.\"end\" - o.\"begin\", (SELECT k.date FROM dates k WHERE k.hash = kind_hash(o.type, o.value,\n"
	"  o.mod, o.quant, o.freq, o.from_date, o.to_date, o.resolved) AND (k.type, k.value, k.mod, k.quant, k.freq, k.from_date, k.to_date,\n"
	"  k.resolved) IS (o.type, o.value, o.mod, o.quant, o.freq, o.from_date, o.to_date, o.resolved)), o.more\n"
	"  FROM old_times o ORDER BY o.article, o.n;\n";

static const char FACT_ROWS[] =
	"INSERT INTO statements SELECT " ROW ", o.id, o.source_begin, o.source_end - o.source_begin, o.source, packed_list(o.sources, 1),\n"
	"  o.cue_begin, o.cue_end - o.cue_begin, packed_list(o.content, 2), packed_list(o.quoted, 2),\n"
	"  (SELECT k.kind FROM statement_kinds k WHERE k.hash = kind_hash(o.cue, o.manner, o.act, o.class, o.medium, o.polarity, o.certainty)\n"
	"  AND (k.cue, k.manner, k.act, k.class, k.medium, k.polarity, k.certainty) IS (o.cue, o.manner, o.act, o.class, o.medium, o.polarity,\n"
	"  o.certainty)), packed_also(o.addressee, o.addressee_begin, o.addressee_end - o.addressee_begin, o.time, o.place, o.within), "
	MORE("(" MORE("o.more", "packed_list(o.content, 2)", "o.content", "content", SPANS("o.content")) ")", "packed_list(o.quoted, 2)", "o.quoted",
		"quoted", SPANS("o.quoted")) "\n"
	"  FROM old_statements o ORDER BY o.article, o.n;\n"
	"INSERT INTO events SELECT " ROW ", o.id, packed_list(o.source, 1), packed_list(o.target, 1), o.source_code, o.target_code,\n"
	"  o.trigger_begin, o.trigger_end - o.trigger_begin, o.sentence, o.time, o.place, o.said_by,\n"
	"  (SELECT k.kind FROM event_kinds k WHERE k.hash = kind_hash(o.cameo, o.plover, o.mode, o.context, o.goldstein, o.polarity, o.modality,\n"
	"  o.pattern) AND (k.cameo, k.plover, k.mode, k.context, k.goldstein, k.polarity, k.modality, k.pattern) IS (o.cameo, o.plover, o.mode,\n"
	"  o.context, o.goldstein, o.polarity, o.modality, o.pattern)), o.more FROM old_events o ORDER BY o.article, o.n;\n"
	"INSERT INTO figures SELECT " ROW ", o.id, o.\"begin\", o.\"end\" - o.\"begin\", o.low, o.high, o.population, o.population_code,\n"
	"  o.population_entity, o.since, o.until, o.place, o.said_by, o.part_of, (SELECT k.kind FROM figure_kinds k WHERE k.hash =\n"
	"  kind_hash(o.measure, o.unit, o.approximate, o.status) AND (k.measure, k.unit, k.approximate, k.status) IS (o.measure, o.unit,\n"
	"  o.approximate, o.status)), o.more FROM old_figures o ORDER BY o.article, o.n;\n"
	"INSERT INTO links SELECT " ROW ", o.kind, o.from_id, o.to_id, o.said_by, o.\"by\", o.more FROM old_links o ORDER BY o.article, o.n;\n";

#define USED(column, table) "INSERT OR IGNORE INTO temp.used SELECT " column " FROM " table " WHERE " column " IS NOT NULL;\n"

static const char ARTICLES[] =
	"INSERT INTO articles SELECT o.article, o.first, o.revision, o.current, o.story, " STAMP("o.added") ", " STAMP("o.replaced") ", o.text_hash,\n"
	"  CASE WHEN o.statements THEN o.said END, o.id, o.source, o.title, o.publisher, o.url, o.authors, o.published, o.published_from, o.language,\n"
	"  packed_list(o.segments, 3), packed_list(o.sentences, 2), "
	MORE("(" MORE("o.more", "packed_list(o.segments, 3)", "o.segments", "segments", NAMED_SPANS("o.segments", "kind")) ")",
		"packed_list(o.sentences, 2)", "o.sentences", "sentences", SPANS("o.sentences")) ", o.text\n"
	"  FROM (SELECT *, coalesce(sum(statements) OVER (ORDER BY article ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS said\n"
	"    FROM (SELECT a.*, (SELECT count(*) FROM old_statements s WHERE s.article = a.article) AS statements FROM old_articles a)) o\n"
	"  ORDER BY o.article;\n"
	"INSERT INTO copies SELECT article, id, url, source, publisher, published, " STAMP("added") " FROM old_copies;\n"
	"INSERT INTO statement_search (rowid, content) SELECT a.said + s.n, (SELECT group_concat(substr(a.text, j.value + 1, "
	SECOND("s.content") " - j.value), ' ') FROM json_each(s.content) j WHERE j.key % 2 = 0)\n"
	"  FROM articles a JOIN old_statements s ON s.article = a.article WHERE s.content IS NOT NULL ORDER BY 1;\n"
	"INSERT INTO article_search (article_search) VALUES ('rebuild');\n";

/* Names, roles and what a code is from are no words any more. Those of small letters alone may be in lists of mentions and stay. */
static const char CLEARED[] =
	"CREATE TEMP TABLE used (word INTEGER PRIMARY KEY);\n"
	USED("publisher", "articles") USED("authors", "articles") USED("published_from", "articles") USED("language", "articles")
	USED("kind", "actors") USED("country", "actors") USED("code", "actors") USED("country", "spots") USED("admin1", "spots") USED("kind", "spots")
	USED("type", "dates") USED("value", "dates") USED("mod", "dates") USED("quant", "dates") USED("freq", "dates") USED("from_date", "dates")
	USED("to_date", "dates") USED("resolved", "dates") USED("cue", "statement_kinds") USED("manner", "statement_kinds")
	USED("act", "statement_kinds") USED("class", "statement_kinds") USED("medium", "statement_kinds") USED("polarity", "statement_kinds")
	USED("certainty", "statement_kinds") USED("cameo", "event_kinds") USED("plover", "event_kinds") USED("mode", "event_kinds")
	USED("context", "event_kinds") USED("polarity", "event_kinds") USED("modality", "event_kinds") USED("pattern", "event_kinds")
	USED("measure", "figure_kinds") USED("unit", "figure_kinds") USED("status", "figure_kinds") USED("source_code", "events")
	USED("target_code", "events") USED("population", "figures") USED("population_code", "figures") USED("since", "figures")
	USED("until", "figures") USED("kind", "links")
	"DELETE FROM words WHERE text GLOB '*[^a-z_]*' AND word NOT IN temp.used;\n"
	"DROP TABLE temp.used;\n"
	"DROP TABLE old_articles; DROP TABLE old_copies; DROP TABLE old_entities; DROP TABLE old_places; DROP TABLE old_times;\n"
	"DROP TABLE old_statements; DROP TABLE old_events; DROP TABLE old_figures; DROP TABLE old_links;\n";

static const char *const TO_2[] = {ASIDE, ONI_TABLES_2, DICTIONARIES, ROWS, FACT_ROWS, ARTICLES, CLEARED, ONI_VIEWS_2, ONI_FACT_VIEWS_2, NULL};

const char *const *const ONI_MIGRATIONS[ONI_SCHEMA_VERSION] = {NULL, TO_2};
