/* The schema, told for users in docs/store.md. ONI_SCHEMA is what a new file gets; migrate.c brings older files there. Where a version 3 changes
 * a text of version 2, the old text moves to migrate.c: a migration never changes.
 *
 * Small on disk: 5.2 to 6.4 times the text in version 1, 3.7 now (bench/store).
 * - Strings that recur (codes, cues, kinds) are numbers of `words`.
 * - What recurs together is one row of a dictionary: an actor with its code and roles, a place of the gazetteer, a date, the kind of an event.
 * - A row's key is `row`, the article's number and its own in one (article << 20 | n): rows of an article lie together, and are packed
 *   as SQLite packs tables by their integer key; `article` and `n` are read off it and take no room.
 * - Lists of numbers are texts in which the code point of each character is a number (store/pack.h): two or three bytes a span,
 *   and SQL can read them with unicode(substr()).
 * - statement_search counts statements from 1 over all articles (articles.said + n): small steps make small lists.
 * The views put all of it back into plain names and values. */
#include "store/schema.h"

#include <stddef.h>

#include "store/pack.h"

#define ROWS "row INTEGER PRIMARY KEY, "
#define READ_OFF ", article INTEGER AS (row >> 20) VIRTUAL, n INTEGER AS (row & 1048575) VIRTUAL"
/* A dictionary: its number, a hash of what it says to find it again. */
#define DICTIONARY(table, number, columns) \
	"CREATE TABLE " table " (" number " INTEGER PRIMARY KEY, hash INTEGER NOT NULL, " columns ");\n" \
	"CREATE INDEX " table "_hash ON " table " (hash);\n"

/* Which versions 1 and 2 have in common. */
static const char COMMON_TABLES[] =
	"CREATE TABLE words (word INTEGER PRIMARY KEY, text TEXT NOT NULL);\n"
	"CREATE INDEX words_text ON words (substr(text, 1, 16)); -- long texts twice would be much of the file\n"
	"CREATE TABLE inputs (hash INTEGER PRIMARY KEY);\n"
	"CREATE TABLE bands (band INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (band, article)) WITHOUT ROWID;\n"
	"CREATE TABLE signatures (article INTEGER PRIMARY KEY, signature BLOB NOT NULL);\n"
	"CREATE VIRTUAL TABLE article_search USING fts5 (text, content='articles', content_rowid='article', columnsize=0,\n"
	"  tokenize=\"unicode61 remove_diacritics 2\");\n";

const char ONI_TABLES_2[] =
	"CREATE TABLE articles (article INTEGER PRIMARY KEY, first INTEGER NOT NULL, revision INTEGER NOT NULL, current INTEGER NOT NULL,\n"
	"  story INTEGER NOT NULL, added INTEGER NOT NULL, replaced INTEGER, text_hash BLOB NOT NULL, said INTEGER, id TEXT, source TEXT,\n"
	"  title TEXT, publisher INTEGER, url TEXT, authors INTEGER, published TEXT, published_from INTEGER, language INTEGER, segments TEXT,\n"
	"  sentences TEXT, more TEXT, text TEXT NOT NULL);\n"
	"CREATE INDEX articles_hash ON articles (substr(text_hash, 1, 6));\n"
	"CREATE INDEX articles_id ON articles (id) WHERE id IS NOT NULL;\n"
	"CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;\n"
	"CREATE INDEX articles_published ON articles (published);\n"
	"CREATE INDEX articles_said ON articles (said) WHERE said IS NOT NULL;\n"
	"CREATE TABLE copies (article INTEGER NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, source TEXT, publisher TEXT, published TEXT,\n"
	"  added INTEGER NOT NULL, PRIMARY KEY (article, id, url)) WITHOUT ROWID;\n"
	DICTIONARY("actors", "actor", "name TEXT, kind INTEGER, country INTEGER, code INTEGER, code_from TEXT, roles TEXT")
	DICTIONARY("spots", "spot", "name TEXT, country INTEGER, admin1 INTEGER, kind INTEGER, lat REAL, lon REAL, geonames INTEGER")
	DICTIONARY("dates", "date", "type INTEGER, value INTEGER, mod INTEGER, quant INTEGER, freq INTEGER, from_date INTEGER, to_date INTEGER,\n"
		"  resolved INTEGER")
	DICTIONARY("statement_kinds", "kind", "cue INTEGER, manner INTEGER, act INTEGER, class INTEGER, medium INTEGER, polarity INTEGER,\n"
		"  certainty INTEGER")
	DICTIONARY("event_kinds", "kind", "cameo INTEGER, plover INTEGER, mode INTEGER, context INTEGER, goldstein REAL, polarity INTEGER,\n"
		"  modality INTEGER, pattern INTEGER")
	DICTIONARY("figure_kinds", "kind", "measure INTEGER, unit INTEGER, approximate INTEGER, status INTEGER")
	"CREATE TABLE entities (" ROWS "actor INTEGER NOT NULL, speaks_for INTEGER, mentions TEXT, more TEXT" READ_OFF ");\n"
	"CREATE TABLE places (" ROWS "spot INTEGER NOT NULL, mentions TEXT, more TEXT" READ_OFF ");\n"
	"CREATE TABLE times (" ROWS "\"begin\" INTEGER, length INTEGER, date INTEGER NOT NULL, more TEXT" READ_OFF ");\n"
	"CREATE TABLE statements (" ROWS "id INTEGER NOT NULL, source_begin INTEGER, source_length INTEGER, source INTEGER, sources TEXT,\n"
	"  cue_begin INTEGER, cue_length INTEGER, content TEXT, quoted TEXT, kind INTEGER NOT NULL,\n"
	"  also TEXT, -- addressee, its begin and length, time, place, within, each + 1\n"
	"  more TEXT" READ_OFF ");\n"
	"CREATE TABLE events (" ROWS "id INTEGER NOT NULL, source TEXT, target TEXT, source_code INTEGER, target_code INTEGER,\n"
	"  trigger_begin INTEGER, trigger_length INTEGER, sentence INTEGER, time INTEGER, place INTEGER, said_by INTEGER, kind INTEGER NOT NULL,\n"
	"  more TEXT" READ_OFF ");\n"
	"CREATE TABLE figures (" ROWS "id INTEGER NOT NULL, \"begin\" INTEGER, length INTEGER, low REAL, high REAL, population INTEGER,\n"
	"  population_code INTEGER, population_entity INTEGER, since INTEGER, until INTEGER, place INTEGER, said_by INTEGER, part_of INTEGER,\n"
	"  kind INTEGER NOT NULL, more TEXT" READ_OFF ");\n"
	"CREATE TABLE links (" ROWS "kind INTEGER, from_id TEXT, to_id TEXT, said_by INTEGER, \"by\" INTEGER, more TEXT" READ_OFF ");\n"
	"CREATE VIRTUAL TABLE statement_search USING fts5 (content, content='', columnsize=0, tokenize=\"unicode61 remove_diacritics 2\");\n"
	"INSERT INTO article_search (article_search, rank) VALUES ('pgsz', 4180);\n" /* their pieces: as much as fills whole pages */
	"INSERT INTO statement_search (statement_search, rank) VALUES ('pgsz', 4180);\n";

/* ---- what the views are made of: `a` is the article ---- */

#define WORD(column) "(SELECT text FROM words WHERE word = " column ")"
#define SLICE(begin, length) "substr(a.text, " begin " + 1, " length ")"
#define ID "coalesce(a.id, 'sha256:' || lower(hex(a.text_hash))) AS article_id"
#define ARTICLE_COLUMNS ID ", a.story, a.published, " WORD("a.publisher") " AS publisher, a.url, a.title"
/* Rows of the article, wherever SQLite begins. */
#define OF_ARTICLE(x) x ".row > a.article << 20 AND " x ".row <= (a.article << 20) + 1048575 AND a.article = " x ".row >> 20"
#define JOIN_ROWS(table, x) "articles a JOIN " table " " x " ON " OF_ARTICLE(x)
/* What a row refers to, by subquery: each is one step from the row, and SQLite passes over those that a question does not need. */
#define LEFT_ACTOR(x, n) "  LEFT JOIN actors " x " ON " x ".actor = (SELECT actor FROM entities WHERE row = (a.article << 20) + " n ")\n"
#define LEFT_PLACE(n) "  LEFT JOIN spots p ON p.spot = (SELECT spot FROM places WHERE row = (a.article << 20) + " n ")\n"
#define LEFT_TIME(n) "  LEFT JOIN dates t ON t.date = (SELECT date FROM times WHERE row = (a.article << 20) + " n ")\n"
#define LEFT_SPEAKER(n) "  LEFT JOIN statements s ON s.row = (a.article << 20) + " n "\n" \
	LEFT_ACTOR("se", "(SELECT source FROM statements WHERE row = (a.article << 20) + " n ")")
#define PLACE_COLUMNS "p.name AS place, " WORD("p.admin1") " AS admin1, " WORD("p.country") " AS place_country, p.lat, p.lon, p.geonames"
#define SPEAKER "coalesce(se.name, " SLICE("s.source_begin", "s.source_length") ")"
#define ONE_ACTOR(column, n) "(SELECT " column " FROM entities e JOIN actors k ON k.actor = e.actor WHERE e.row = (a.article << 20) + " n ")"
#define NAMES(list) "CASE WHEN length(" list ") > 1 THEN (SELECT group_concat(k.name, '; ') FROM " ONI_SQL_EACH(list) " j JOIN entities e\n" \
	"    ON e.row = (a.article << 20) + " ONI_SQL_AT(list, "j.key + 1") " JOIN actors k ON k.actor = e.actor)\n" \
	"    ELSE " ONE_ACTOR("k.name", ONI_SQL_FIRST(list)) " END"
#define FIRST_COUNTRY(list) ONE_ACTOR(WORD("k.country"), ONI_SQL_FIRST(list))
#define FIRST_SPAN(list) SLICE(ONI_SQL_FIRST(list), ONI_SQL_AT(list, "2"))
#define SPAN(list, at) SLICE(ONI_SQL_AT(list, at " + 1"), ONI_SQL_AT(list, at " + 2"))
#define SENTENCE(n) SPAN("a.sentences", "2 * " n)
#define LINKED(kind, letter, x) "EXISTS (SELECT 1 FROM links l WHERE " OF_ARTICLE("l") " AND l.to_id = '" letter "' || " x ".n" \
	" AND l.kind = " ONI_SQL_WORD(kind) ")"

const char ONI_VIEWS_2[] =
	"CREATE VIEW v_articles AS SELECT a.article, " ID ", a.revision, a.story, " ONI_SQL_TIME("a.added") " AS added, a.published,\n"
	"  " WORD("a.published_from") " AS published_from, a.title, " WORD("a.publisher") " AS publisher, a.url,\n"
	"  a.source AS origin, " WORD("a.language") " AS language, " WORD("a.authors") " AS authors, length(a.text) AS characters, a.text\n"
	"  FROM articles a WHERE a.current;\n"
	"CREATE VIEW v_mentions AS SELECT e.article, e.n AS entity, k.name, " WORD("k.code") " AS code,\n"
	"  " ONI_SQL_AT("e.mentions", "3 * j.key + 1") " AS \"begin\",\n"
	"  " ONI_SQL_AT("e.mentions", "3 * j.key + 1") " + " ONI_SQL_AT("e.mentions", "3 * j.key + 2") " AS \"end\",\n"
	"  " WORD(ONI_SQL_AT("e.mentions", "3 * j.key + 3")) " AS form\n"
	"  FROM " JOIN_ROWS("entities", "e") " JOIN actors k ON k.actor = e.actor, " ONI_SQL_EACH_OF("e.mentions", "3") " j WHERE a.current;\n"
	"CREATE VIEW v_sentences AS SELECT a.article, j.key AS sentence, " ONI_SQL_AT("a.sentences", "2 * j.key + 1") " AS \"begin\",\n"
	"  " ONI_SQL_AT("a.sentences", "2 * j.key + 1") " + " ONI_SQL_AT("a.sentences", "2 * j.key + 2") " AS \"end\",\n"
	"  " SENTENCE("j.key") " AS text FROM articles a, " ONI_SQL_EACH_OF("a.sentences", "2") " j WHERE a.current;\n"
	"CREATE VIEW v_segments AS SELECT a.article, j.key AS segment, " ONI_SQL_AT("a.segments", "3 * j.key + 1") " AS \"begin\",\n"
	"  " ONI_SQL_AT("a.segments", "3 * j.key + 1") " + " ONI_SQL_AT("a.segments", "3 * j.key + 2") " AS \"end\",\n"
	"  " WORD(ONI_SQL_AT("a.segments", "3 * j.key + 3")) " AS kind\n"
	"  FROM articles a, " ONI_SQL_EACH_OF("a.segments", "3") " j WHERE a.current;\n"
	"CREATE VIEW v_entities AS SELECT e.article, e.n AS entity, k.name, " WORD("k.kind") " AS kind, " WORD("k.country") " AS country,\n"
	"  " WORD("k.code") " AS code, " ONI_SQL_UNPACKED("k.code_from") " AS code_from, e.speaks_for,\n"
	"  " ONI_SQL_UNPACKED("k.roles") " AS roles FROM " JOIN_ROWS("entities", "e") " JOIN actors k ON k.actor = e.actor WHERE a.current;\n"
	"CREATE VIEW v_places AS SELECT p.article, p.n AS place, k.name, " WORD("k.country") " AS country, " WORD("k.admin1") " AS admin1,\n"
	"  " WORD("k.kind") " AS kind, k.lat, k.lon, k.geonames\n"
	"  FROM " JOIN_ROWS("places", "p") " JOIN spots k ON k.spot = p.spot WHERE a.current;\n"
	"CREATE VIEW v_times AS SELECT t.article, t.n AS time, " SLICE("t.\"begin\"", "t.length") " AS text, " WORD("k.type") " AS type,\n"
	"  " WORD("k.value") " AS value, " WORD("k.mod") " AS mod, " WORD("k.from_date") " AS from_date, " WORD("k.to_date") " AS to_date,\n"
	"  " WORD("k.resolved") " AS resolved FROM " JOIN_ROWS("times", "t") " JOIN dates k ON k.date = t.date WHERE a.current;\n"
	"CREATE VIEW v_links AS SELECT l.article, l.n AS link, " WORD("l.kind") " AS kind, l.from_id, l.to_id, l.said_by, l.\"by\"\n"
	"  FROM " JOIN_ROWS("links", "l") " WHERE a.current;\n"
	"CREATE VIEW v_actors AS SELECT " WORD("k.code") " AS code, k.name, count(*) AS articles\n"
	"  FROM " JOIN_ROWS("entities", "e") " JOIN actors k ON k.actor = e.actor WHERE a.current AND k.name IS NOT NULL GROUP BY 1, 2;\n"
	"CREATE VIEW v_statement_search AS SELECT f.rowid AS said, f.content, f.rank, a.article, f.rowid - a.said AS statement\n"
	"  FROM statement_search f JOIN articles a ON a.said = (SELECT max(said) FROM articles WHERE said < f.rowid);\n";

/* The facts, with `row` for the program's own joins and words to group by; the v_ views are the same without them. */
#define STATEMENT_COLUMNS \
	"article, statement, statement_id, article_id, story, published, publisher, url, title, date, speaker, speaker_code, speaker_country, cue,\n" \
	"  content, manner, act, class, addressee, addressee_code, medium, place, admin1, place_country, lat, lon, geonames, within, polarity,\n" \
	"  certainty, status"
#define EVENT_COLUMNS \
	"article, event, event_id, article_id, story, published, publisher, url, title, date, cameo, root, plover, mode, context, goldstein,\n" \
	"  source, source_code, source_country, target, target_code, target_country, trigger, sentence, sentence_text, place, admin1,\n" \
	"  place_country, lat, lon, geonames, polarity, modality, said_by_statement, said_by, said_by_code, status, pattern"
#define FIGURE_COLUMNS \
	"article, figure, figure_id, article_id, story, published, publisher, url, title, date, figure_text, measure, unit, low, high, approximate,\n" \
	"  population, population_code, since, until, place, admin1, place_country, lat, lon, geonames, said_by, said_by_code, status, part_of,\n" \
	"  linked"

/* Seen from the other end. */
#define DONE_BY(kind) "CASE " kind " WHEN 'corrects' THEN 'corrected by' WHEN 'disputes' THEN 'disputed by' WHEN 'denies' THEN 'denied by'" \
	" WHEN 'confirms' THEN 'confirmed by' ELSE " kind " END"

#define DISPUTES(where) \
	"SELECT f.row, g.row AS other_row, f.measure, f.population, f.place, f.figure_id, f.figure_text, f.low, f.high, f.said_by, f.status, f.date,\n" \
	"  f.article_id, g.figure_id AS other_id, g.figure_text AS other_text, g.low AS other_low, g.high AS other_high, g.said_by AS other_said_by,\n" \
	"  g.status AS other_status, g.date AS other_date, g.article_id AS other_article_id\n" \
	"  FROM c f JOIN c g ON " where " AND g.measure = f.measure AND g.population = f.population AND g.unit IS f.unit\n" \
	"    AND (g.told, g.row) > (f.told, f.row) AND g.said_by IS NOT f.said_by AND f.begins <= g.ends AND g.begins <= f.ends\n" \
	"    AND (g.least > f.most OR f.least > g.most)"

const char ONI_FACT_VIEWS_2[] =
	"CREATE VIEW row_statements AS SELECT s.row, se.code AS actor_word, k.act AS code_word, a.article, s.n AS statement, printf('%016x', s.id) AS statement_id, " ARTICLE_COLUMNS ",\n"
	"  coalesce(" WORD("t.from_date") ", a.published) AS date, " SPEAKER " AS speaker, " WORD("se.code") " AS speaker_code,\n"
	"  " WORD("se.country") " AS speaker_country, " WORD("k.cue") " AS cue,\n"
	"  CASE WHEN length(s.content) > 2 THEN (SELECT group_concat(" SPAN("s.content", "2 * j.key") ", ' ')\n"
	"    FROM " ONI_SQL_EACH_OF("s.content", "2") " j) ELSE " FIRST_SPAN("s.content") " END AS content,\n"
	"  " WORD("k.manner") " AS manner, " WORD("k.act") " AS act, " WORD("k.class") " AS class,\n"
	"  coalesce(ae.name, " SLICE(ONI_SQL_ALSO("s.also", "2"), ONI_SQL_ALSO("s.also", "3")) ") AS addressee,\n"
	"  " WORD("ae.code") " AS addressee_code, " WORD("k.medium") " AS medium, " PLACE_COLUMNS ",\n"
	"  " ONI_SQL_ALSO("s.also", "6") " AS within, " WORD("k.polarity") " AS polarity, " WORD("k.certainty") " AS certainty,\n"
	"  CASE WHEN " LINKED("denies", "s", "s") " THEN 'denied' ELSE 'claimed' END AS status\n"
	"  FROM " JOIN_ROWS("statements", "s") " LEFT JOIN statement_kinds k ON k.kind = s.kind\n"
	LEFT_ACTOR("se", "s.source") LEFT_ACTOR("ae", ONI_SQL_ALSO("s.also", "1")) LEFT_TIME(ONI_SQL_ALSO("s.also", "4"))
	LEFT_PLACE(ONI_SQL_ALSO("s.also", "5")) "  WHERE a.current;\n"
	"CREATE VIEW v_statements AS SELECT " STATEMENT_COLUMNS " FROM row_statements;\n"
	"CREATE VIEW row_events AS SELECT v.row, v.source_code AS actor_word, k.cameo AS code_word, a.article, v.n AS event, printf('%016x', v.id) AS event_id, " ARTICLE_COLUMNS ",\n"
	"  coalesce(" WORD("t.from_date") ", a.published) AS date, " WORD("k.cameo") " AS cameo, substr(" WORD("k.cameo") ", 1, 2) AS root,\n"
	"  " WORD("k.plover") " AS plover, " WORD("k.mode") " AS mode, " WORD("k.context") " AS context, k.goldstein,\n"
	"  " NAMES("v.source") " AS source, " WORD("v.source_code") " AS source_code, " FIRST_COUNTRY("v.source") " AS source_country,\n"
	"  " NAMES("v.target") " AS target, " WORD("v.target_code") " AS target_code, " FIRST_COUNTRY("v.target") " AS target_country,\n"
	"  " SLICE("v.trigger_begin", "v.trigger_length") " AS trigger, v.sentence, " SENTENCE("v.sentence") " AS sentence_text, " PLACE_COLUMNS ",\n"
	"  " WORD("k.polarity") " AS polarity, " WORD("k.modality") " AS modality, v.said_by AS said_by_statement, " SPEAKER " AS said_by,\n"
	"  " WORD("se.code") " AS said_by_code,\n"
	"  CASE WHEN " LINKED("denies", "v", "v") " THEN 'denied' WHEN " LINKED("confirms", "v", "v") " THEN 'confirmed'\n"
	"    WHEN v.said_by IS NOT NULL THEN 'claimed' ELSE 'narrated' END AS status, " WORD("k.pattern") " AS pattern\n"
	"  FROM " JOIN_ROWS("events", "v") " LEFT JOIN event_kinds k ON k.kind = v.kind\n"
	LEFT_TIME("v.time") LEFT_PLACE("v.place") LEFT_SPEAKER("v.said_by") "  WHERE a.current;\n"
	"CREATE VIEW v_events AS SELECT " EVENT_COLUMNS " FROM row_events;\n"
	"CREATE VIEW row_figures AS SELECT f.row, a.article, f.n AS figure, printf('%016x', f.id) AS figure_id, " ARTICLE_COLUMNS ",\n"
	"  a.published AS date, " SLICE("f.\"begin\"", "f.length") " AS figure_text, " WORD("k.measure") " AS measure, " WORD("k.unit") " AS unit,\n"
	"  f.low, f.high, k.approximate, " WORD("f.population") " AS population, " WORD("f.population_code") " AS population_code,\n"
	"  " WORD("f.since") " AS since, " WORD("f.until") " AS until, " PLACE_COLUMNS ", " SPEAKER " AS said_by, " WORD("se.code") " AS said_by_code,\n"
	"  " WORD("k.status") " AS status, f.part_of,\n"
	"  (SELECT group_concat(" DONE_BY(WORD("l.kind")) " || ' ' || coalesce((SELECT " SLICE("g.\"begin\"", "g.length") " FROM figures g WHERE\n"
	"    l.from_id GLOB 'f*' AND g.row = (a.article << 20) + substr(l.from_id, 2)), l.from_id), '; ')\n"
	"    FROM links l WHERE " OF_ARTICLE("l") " AND l.to_id = 'f' || f.n AND l.from_id IS NOT NULL) AS linked\n"
	"  FROM " JOIN_ROWS("figures", "f") " LEFT JOIN figure_kinds k ON k.kind = f.kind\n"
	LEFT_PLACE("f.place") LEFT_SPEAKER("f.said_by") "  WHERE a.current;\n"
	"CREATE VIEW v_figures AS SELECT " FIGURE_COLUMNS " FROM row_figures;\n"
	"CREATE VIEW row_articles AS SELECT article AS row, * FROM v_articles;\n"
	/* Two of the same measure, unit, population and place, of periods that meet, from different mouths, whose bounds cannot both hold ("at
	 * least 12" and 15 can; "about" gives a tenth); the earlier first. Bare counts, sums and shares are of anything. A figure without a period is of the two weeks before its publication. Where the place is not known, it takes the same
	 * story or a period told with both: elsewhere people are killed too. */
	"CREATE VIEW row_disputes AS WITH c AS (SELECT row, figure_id, figure_text, measure, unit, coalesce(population_code, population) AS population,\n"
	"    place, low, high, said_by, status, date, coalesce(date, '') AS told, article_id, story, since,\n"
	"    low * (1 - 0.1 * coalesce(approximate, 0)) AS least, high * (1 + 0.1 * coalesce(approximate, 0)) AS most,\n"
	"    coalesce(since, date(published, '-14 days'), '') AS begins, coalesce(until, published, '9999') || '~' AS ends\n"
	"    FROM row_figures WHERE part_of IS NULL AND measure NOT IN ('count', 'money', 'percent'))\n"
	"  " DISPUTES("g.place = f.place") "\n"
	"  UNION ALL " DISPUTES("g.story = f.story AND g.place IS NULL AND f.place IS NULL") "\n"
	"  UNION ALL " DISPUTES("g.story <> f.story AND g.place IS NULL AND f.place IS NULL AND g.since IS NOT NULL AND f.since IS NOT NULL") ";\n"
	"CREATE VIEW v_disputes AS SELECT measure, population, place, figure_id, figure_text, low, high, said_by, status, date, article_id,\n"
	"  other_id, other_text, other_low, other_high, other_said_by, other_status, other_date, other_article_id FROM row_disputes;\n";

const char *const ONI_SCHEMA[] = {COMMON_TABLES, ONI_TABLES_2, ONI_VIEWS_2, ONI_FACT_VIEWS_2, NULL};
