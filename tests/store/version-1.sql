-- A store of schema version 1 with the four records of version-1.ndjson in it: a revision, a copy. Not to be changed.
PRAGMA application_id = 0x4F6E5263;
PRAGMA user_version = 1;
CREATE TABLE words (word INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE INDEX words_text ON words (substr(text, 1, 16));
CREATE TABLE articles (article INTEGER PRIMARY KEY, first INTEGER NOT NULL, revision INTEGER NOT NULL, current INTEGER NOT NULL,
  story INTEGER NOT NULL, added TEXT NOT NULL, replaced TEXT, text_hash BLOB NOT NULL, id TEXT, source TEXT, title TEXT,
  publisher INTEGER, url TEXT, authors INTEGER, published TEXT, published_from INTEGER, language INTEGER, segments TEXT,
  sentences TEXT, more TEXT, text TEXT NOT NULL);
CREATE INDEX articles_hash ON articles (text_hash);
CREATE INDEX articles_id ON articles (id) WHERE id IS NOT NULL;
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_replaced ON articles (replaced) WHERE replaced IS NOT NULL;
CREATE TABLE copies (article INTEGER NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, source TEXT, publisher TEXT, published TEXT,
  added TEXT NOT NULL, PRIMARY KEY (article, id, url)) WITHOUT ROWID;
CREATE TABLE inputs (hash INTEGER PRIMARY KEY);
CREATE TABLE bands (band INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (band, article)) WITHOUT ROWID;
CREATE TABLE signatures (article INTEGER PRIMARY KEY, signature BLOB NOT NULL);
CREATE TABLE entities (article INTEGER NOT NULL, n INTEGER NOT NULL, name INTEGER, kind INTEGER, country INTEGER, code INTEGER,
  code_from INTEGER, speaks_for INTEGER, roles INTEGER, mentions TEXT, more TEXT, PRIMARY KEY (article, n)) WITHOUT ROWID;
CREATE TABLE places (article INTEGER NOT NULL, n INTEGER NOT NULL, name INTEGER, country INTEGER, admin1 INTEGER, kind INTEGER,
  lat REAL, lon REAL, geonames INTEGER, mentions TEXT, more TEXT, PRIMARY KEY (article, n)) WITHOUT ROWID;
CREATE TABLE times (article INTEGER NOT NULL, n INTEGER NOT NULL, "begin" INTEGER, "end" INTEGER, type INTEGER, value INTEGER,
  mod INTEGER, quant INTEGER, freq INTEGER, from_date INTEGER, to_date INTEGER, resolved INTEGER, more TEXT,
  PRIMARY KEY (article, n)) WITHOUT ROWID;
CREATE TABLE statements (article INTEGER NOT NULL, n INTEGER NOT NULL, id INTEGER NOT NULL, source_begin INTEGER,
  source_end INTEGER, source INTEGER, sources TEXT, cue_begin INTEGER, cue_end INTEGER, cue INTEGER, content TEXT, quoted TEXT,
  addressee INTEGER, addressee_begin INTEGER, addressee_end INTEGER, manner INTEGER, act INTEGER, class INTEGER, medium INTEGER,
  time INTEGER, place INTEGER, within INTEGER, polarity INTEGER, certainty INTEGER, more TEXT, PRIMARY KEY (article, n)) WITHOUT ROWID;
CREATE TABLE events (article INTEGER NOT NULL, n INTEGER NOT NULL, id INTEGER NOT NULL, cameo INTEGER, plover INTEGER, mode INTEGER,
  context INTEGER, goldstein REAL, source TEXT, target TEXT, source_code INTEGER, target_code INTEGER, trigger_begin INTEGER,
  trigger_end INTEGER, sentence INTEGER, time INTEGER, place INTEGER, polarity INTEGER, modality INTEGER, said_by INTEGER,
  pattern INTEGER, more TEXT, PRIMARY KEY (article, n)) WITHOUT ROWID;
CREATE TABLE figures (article INTEGER NOT NULL, n INTEGER NOT NULL, id INTEGER NOT NULL, "begin" INTEGER, "end" INTEGER,
  measure INTEGER, unit INTEGER, low REAL, high REAL, approximate INTEGER, population INTEGER, population_code INTEGER,
  population_entity INTEGER, since INTEGER, until INTEGER, place INTEGER, said_by INTEGER, part_of INTEGER, status INTEGER,
  more TEXT, PRIMARY KEY (article, n)) WITHOUT ROWID;
CREATE TABLE links (article INTEGER NOT NULL, n INTEGER NOT NULL, kind INTEGER, from_id TEXT, to_id TEXT, said_by INTEGER,
  "by" INTEGER, more TEXT, PRIMARY KEY (article, n)) WITHOUT ROWID;
CREATE VIRTUAL TABLE article_search USING fts5 (text, content='articles', content_rowid='article', columnsize=0,
  tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE statement_search USING fts5 (content, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2");
CREATE VIEW v_articles AS SELECT a.article, coalesce(a.id, 'sha256:' || lower(hex(a.text_hash))) AS article_id, a.revision, a.story,
  a.added, a.published, (SELECT text FROM words WHERE word = a.published_from) AS published_from, a.title, (SELECT text FROM words WHERE word = a.publisher) AS publisher, a.url,
  a.source AS origin, (SELECT text FROM words WHERE word = a.language) AS language, (SELECT text FROM words WHERE word = a.authors) AS authors, length(a.text) AS characters, a.text
  FROM articles a WHERE a.current;
CREATE VIEW v_mentions AS SELECT e.article, e.n AS entity, (SELECT text FROM words WHERE word = e.name) AS name, (SELECT text FROM words WHERE word = e.code) AS code,
  j.value AS "begin", json_extract(e.mentions, '$[' || (j.key + 1) || ']') AS "end",
  (SELECT text FROM words WHERE word = json_extract(e.mentions, '$[' || (j.key + 2) || ']')) AS form
  FROM entities e JOIN articles a ON a.article = e.article AND a.current, json_each(e.mentions) j WHERE j.key % 3 = 0;
CREATE VIEW v_sentences AS SELECT a.article, j.key / 2 AS sentence, j.value AS "begin",
  json_extract(a.sentences, '$[' || (j.key + 1) || ']') AS "end",
  substr(a.text, j.value + 1, json_extract(a.sentences, '$[' || (j.key + 1) || ']') - j.value) AS text
  FROM articles a, json_each(a.sentences) j WHERE a.current AND j.key % 2 = 0;
CREATE VIEW v_segments AS SELECT a.article, j.key / 3 AS segment, j.value AS "begin",
  json_extract(a.segments, '$[' || (j.key + 1) || ']') AS "end",
  (SELECT text FROM words WHERE word = json_extract(a.segments, '$[' || (j.key + 2) || ']')) AS kind
  FROM articles a, json_each(a.segments) j WHERE a.current AND j.key % 3 = 0;
CREATE VIEW v_entities AS SELECT e.article, e.n AS entity, (SELECT text FROM words WHERE word = e.name) AS name, (SELECT text FROM words WHERE word = e.kind) AS kind,
  (SELECT text FROM words WHERE word = e.country) AS country, (SELECT text FROM words WHERE word = e.code) AS code, (SELECT text FROM words WHERE word = e.code_from) AS code_from, e.speaks_for,
  (SELECT text FROM words WHERE word = e.roles) AS roles FROM entities e JOIN articles a ON a.article = e.article AND a.current;
CREATE VIEW v_places AS SELECT p.article, p.n AS place, (SELECT text FROM words WHERE word = p.name) AS name, (SELECT text FROM words WHERE word = p.country) AS country,
  (SELECT text FROM words WHERE word = p.admin1) AS admin1, (SELECT text FROM words WHERE word = p.kind) AS kind, p.lat, p.lon, p.geonames
  FROM places p JOIN articles a ON a.article = p.article AND a.current;
CREATE VIEW v_times AS SELECT t.article, t.n AS time, substr(a.text, t."begin" + 1, t."end" - t."begin") AS text, (SELECT text FROM words WHERE word = t.type) AS type,
  (SELECT text FROM words WHERE word = t.value) AS value, (SELECT text FROM words WHERE word = t.mod) AS mod, (SELECT text FROM words WHERE word = t.from_date) AS from_date, (SELECT text FROM words WHERE word = t.to_date) AS to_date,
  (SELECT text FROM words WHERE word = t.resolved) AS resolved FROM times t JOIN articles a ON a.article = t.article AND a.current;
CREATE VIEW v_statements AS SELECT s.article, s.n AS statement, printf('%016x', s.id) AS statement_id, coalesce(a.id, 'sha256:' || lower(hex(a.text_hash))) AS article_id, a.story, a.published, (SELECT text FROM words WHERE word = a.publisher) AS publisher, a.url, a.title,
  coalesce((SELECT text FROM words WHERE word = t.from_date), a.published) AS date, coalesce((SELECT text FROM words WHERE word = se.name), substr(a.text, s.source_begin + 1, s.source_end - s.source_begin)) AS speaker, (SELECT text FROM words WHERE word = se.code) AS speaker_code,
  (SELECT text FROM words WHERE word = se.country) AS speaker_country, (SELECT text FROM words WHERE word = s.cue) AS cue,
  (SELECT group_concat(substr(a.text, j.value + 1, json_extract(s.content, '$[' || (j.key + 1) || ']') - j.value), ' ')
    FROM json_each(s.content) j WHERE j.key % 2 = 0) AS content,
  (SELECT text FROM words WHERE word = s.manner) AS manner, (SELECT text FROM words WHERE word = s.act) AS act, (SELECT text FROM words WHERE word = s.class) AS class,
  coalesce((SELECT text FROM words WHERE word = ae.name), substr(a.text, s.addressee_begin + 1, s.addressee_end - s.addressee_begin)) AS addressee, (SELECT text FROM words WHERE word = ae.code) AS addressee_code,
  (SELECT text FROM words WHERE word = s.medium) AS medium, (SELECT text FROM words WHERE word = p.name) AS place, (SELECT text FROM words WHERE word = p.admin1) AS admin1, (SELECT text FROM words WHERE word = p.country) AS place_country, p.lat, p.lon, p.geonames, s.within, (SELECT text FROM words WHERE word = s.polarity) AS polarity, (SELECT text FROM words WHERE word = s.certainty) AS certainty,
  CASE WHEN EXISTS (SELECT 1 FROM links l WHERE l.article = a.article AND l.to_id = 's' || s.n AND l.kind IN (SELECT word FROM words WHERE text IN ('denies'))) THEN 'denied' ELSE 'claimed' END AS status
  FROM articles a JOIN statements s ON s.article = a.article
  LEFT JOIN entities se ON se.article = s.article AND se.n = s.source
  LEFT JOIN entities ae ON ae.article = s.article AND ae.n = s.addressee
  LEFT JOIN times t ON t.article = s.article AND t.n = s.time
  LEFT JOIN places p ON p.article = s.article AND p.n = s.place WHERE a.current;
CREATE VIEW v_events AS SELECT v.article, v.n AS event, printf('%016x', v.id) AS event_id, coalesce(a.id, 'sha256:' || lower(hex(a.text_hash))) AS article_id, a.story, a.published, (SELECT text FROM words WHERE word = a.publisher) AS publisher, a.url, a.title,
  coalesce((SELECT text FROM words WHERE word = t.from_date), a.published) AS date, (SELECT text FROM words WHERE word = v.cameo) AS cameo, substr((SELECT text FROM words WHERE word = v.cameo), 1, 2) AS root,
  (SELECT text FROM words WHERE word = v.plover) AS plover, (SELECT text FROM words WHERE word = v.mode) AS mode, (SELECT text FROM words WHERE word = v.context) AS context, v.goldstein,
  (SELECT group_concat(w.text, '; ') FROM json_each(v.source) j JOIN entities e ON e.article = a.article AND e.n = j.value JOIN words w ON w.word = e.name) AS source, (SELECT text FROM words WHERE word = v.source_code) AS source_code, (SELECT w.text FROM entities e JOIN words w ON w.word = e.country WHERE e.article = a.article AND e.n = json_extract(v.source, '$[0]')) AS source_country,
  (SELECT group_concat(w.text, '; ') FROM json_each(v.target) j JOIN entities e ON e.article = a.article AND e.n = j.value JOIN words w ON w.word = e.name) AS target, (SELECT text FROM words WHERE word = v.target_code) AS target_code, (SELECT w.text FROM entities e JOIN words w ON w.word = e.country WHERE e.article = a.article AND e.n = json_extract(v.target, '$[0]')) AS target_country,
  substr(a.text, v.trigger_begin + 1, v.trigger_end - v.trigger_begin) AS trigger, v.sentence, substr(a.text, json_extract(a.sentences, '$[' || (2 * v.sentence) || ']') + 1, json_extract(a.sentences, '$[' || (2 * v.sentence + 1) || ']') - json_extract(a.sentences, '$[' || (2 * v.sentence) || ']')) AS sentence_text, (SELECT text FROM words WHERE word = p.name) AS place, (SELECT text FROM words WHERE word = p.admin1) AS admin1, (SELECT text FROM words WHERE word = p.country) AS place_country, p.lat, p.lon, p.geonames,
  (SELECT text FROM words WHERE word = v.polarity) AS polarity, (SELECT text FROM words WHERE word = v.modality) AS modality, v.said_by AS said_by_statement, coalesce((SELECT text FROM words WHERE word = se.name), substr(a.text, s.source_begin + 1, s.source_end - s.source_begin)) AS said_by,
  (SELECT text FROM words WHERE word = se.code) AS said_by_code,
  CASE WHEN EXISTS (SELECT 1 FROM links l WHERE l.article = a.article AND l.to_id = 'v' || v.n AND l.kind IN (SELECT word FROM words WHERE text IN ('denies'))) THEN 'denied' WHEN EXISTS (SELECT 1 FROM links l WHERE l.article = a.article AND l.to_id = 'v' || v.n AND l.kind IN (SELECT word FROM words WHERE text IN ('confirms'))) THEN 'confirmed'
    WHEN v.said_by IS NOT NULL THEN 'claimed' ELSE 'narrated' END AS status, (SELECT text FROM words WHERE word = v.pattern) AS pattern
  FROM articles a JOIN events v ON v.article = a.article
  LEFT JOIN times t ON t.article = v.article AND t.n = v.time
  LEFT JOIN places p ON p.article = v.article AND p.n = v.place
  LEFT JOIN statements s ON s.article = v.article AND s.n = v.said_by
  LEFT JOIN entities se ON se.article = s.article AND se.n = s.source WHERE a.current;
CREATE VIEW v_figures AS SELECT f.article, f.n AS figure, printf('%016x', f.id) AS figure_id, coalesce(a.id, 'sha256:' || lower(hex(a.text_hash))) AS article_id, a.story, a.published, (SELECT text FROM words WHERE word = a.publisher) AS publisher, a.url, a.title,
  a.published AS date, substr(a.text, f."begin" + 1, f."end" - f."begin") AS figure_text, (SELECT text FROM words WHERE word = f.measure) AS measure, (SELECT text FROM words WHERE word = f.unit) AS unit,
  f.low, f.high, f.approximate, (SELECT text FROM words WHERE word = f.population) AS population, (SELECT text FROM words WHERE word = f.population_code) AS population_code,
  (SELECT text FROM words WHERE word = f.since) AS since, (SELECT text FROM words WHERE word = f.until) AS until, (SELECT text FROM words WHERE word = p.name) AS place, (SELECT text FROM words WHERE word = p.admin1) AS admin1, (SELECT text FROM words WHERE word = p.country) AS place_country, p.lat, p.lon, p.geonames, coalesce((SELECT text FROM words WHERE word = se.name), substr(a.text, s.source_begin + 1, s.source_end - s.source_begin)) AS said_by, (SELECT text FROM words WHERE word = se.code) AS said_by_code,
  (SELECT text FROM words WHERE word = f.status) AS status, f.part_of,
  (SELECT group_concat((SELECT text FROM words WHERE word = l.kind) || ' ' || l.from_id, '; ') FROM links l WHERE l.article = a.article AND l.to_id = 'f' || f.n
    AND l.from_id IS NOT NULL) AS linked
  FROM articles a JOIN figures f ON f.article = a.article
  LEFT JOIN places p ON p.article = f.article AND p.n = f.place
  LEFT JOIN statements s ON s.article = f.article AND s.n = f.said_by
  LEFT JOIN entities se ON se.article = s.article AND se.n = s.source WHERE a.current;
CREATE VIEW v_links AS SELECT l.article, l.n AS link, (SELECT text FROM words WHERE word = l.kind) AS kind, l.from_id, l.to_id, l.said_by, l."by"
  FROM links l JOIN articles a ON a.article = l.article AND a.current;
CREATE VIEW v_actors AS SELECT code, name, count(*) AS articles FROM v_entities WHERE name IS NOT NULL GROUP BY code, name;
CREATE VIEW v_disputes AS SELECT f.measure, coalesce(f.population_code, f.population) AS population, f.place,
  f.figure_id, f.figure_text, f.low, f.high, f.said_by, f.date, f.article_id,
  g.figure_id AS other_id, g.figure_text AS other_text, g.low AS other_low, g.high AS other_high, g.said_by AS other_said_by,
  g.date AS other_date, g.article_id AS other_article_id
  FROM v_figures f JOIN v_figures g ON g.measure = f.measure AND g.unit IS f.unit AND g.figure_id > f.figure_id
    AND coalesce(g.population_code, g.population) = coalesce(f.population_code, f.population)
    AND g.place IS f.place AND g.part_of IS NULL AND f.part_of IS NULL AND g.said_by IS NOT f.said_by
    AND coalesce(g.since, '') <= coalesce(f.until, '9999') AND coalesce(f.since, '') <= coalesce(g.until, '9999')
    AND (g.low > coalesce(f.high, f.low) OR f.low > coalesce(g.high, g.low));
INSERT INTO words VALUES (1, 'Northern Wire');
INSERT INTO words VALUES (2, 'metadata');
INSERT INTO words VALUES (3, 'headline');
INSERT INTO words VALUES (4, 'subhead');
INSERT INTO words VALUES (5, 'body');
INSERT INTO words VALUES (6, 'Ana Ruiz');
INSERT INTO words VALUES (7, 'person');
INSERT INTO words VALUES (8, 'PER');
INSERT INTO words VALUES (9, 'PERGOV');
INSERT INTO words VALUES (10, '"President" (actor_nouns: president), the article''s country');
INSERT INTO words VALUES (11, '[{"text":"President","sector":"GOV","country":null,"standing":"current"}]');
INSERT INTO words VALUES (12, 'name');
INSERT INTO words VALUES (13, 'Peru');
INSERT INTO words VALUES (14, 'country');
INSERT INTO words VALUES (15, '"Peru" (countries: PER)');
INSERT INTO words VALUES (16, 'Brazil');
INSERT INTO words VALUES (17, 'BRA');
INSERT INTO words VALUES (18, '"Brazil" (countries: BRA)');
INSERT INTO words VALUES (19, 'Brazil''s foreign minister');
INSERT INTO words VALUES (20, 'BRAGOV');
INSERT INTO words VALUES (21, '"Brazil" (countries: BRA), "foreign minister" (actor_nouns: foreign minister)');
INSERT INTO words VALUES (22, '[{"text":"Brazil''s foreign minister","sector":"GOV","country":"BRA","standing":"current"}]');
INSERT INTO words VALUES (23, 'nominal');
INSERT INTO words VALUES (24, 'Hugo Salas');
INSERT INTO words VALUES (25, '"Peru" (countries: PER), "prime minister" (actor_nouns: prime minister)');
INSERT INTO words VALUES (26, '[{"text":"Peru’s prime minister","sector":"GOV","country":"PER","standing":"current"}]');
INSERT INTO words VALUES (27, '12 and 15 people');
INSERT INTO words VALUES (28, 'group');
INSERT INTO words VALUES (29, 'A spokesman for the health');
INSERT INTO words VALUES (30, 'HLH');
INSERT INTO words VALUES (31, '"health" (actor_nouns: health)');
INSERT INTO words VALUES (32, '[{"text":"spokesman for the health","sector":"HLH","country":null,"standing":"current"}]');
INSERT INTO words VALUES (33, 'ministry');
INSERT INTO words VALUES (34, 'organization');
INSERT INTO words VALUES (35, '"ministry" (actor_nouns: ministry), the article''s country');
INSERT INTO words VALUES (36, 'Lima');
INSERT INTO words VALUES (37, 'Lima Province');
INSERT INTO words VALUES (38, 'capital');
INSERT INTO words VALUES (39, 'DATE');
INSERT INTO words VALUES (40, '2022-12-01');
INSERT INTO words VALUES (41, 'say');
INSERT INTO words VALUES (42, 'mixed');
INSERT INTO words VALUES (43, 'state');
INSERT INTO words VALUES (44, 'speech');
INSERT INTO words VALUES (45, 'affirmed');
INSERT INTO words VALUES (46, 'certain');
INSERT INTO words VALUES (47, 'deny');
INSERT INTO words VALUES (48, 'indirect');
INSERT INTO words VALUES (49, '040');
INSERT INTO words VALUES (50, 'CONSULT');
INSERT INTO words VALUES (51, 'actual');
INSERT INTO words VALUES (52, '040 v meet');
INSERT INTO words VALUES (53, 'killed');
INSERT INTO words VALUES (54, 'people');
INSERT INTO words VALUES (55, 'denied');
INSERT INTO words VALUES (56, 'denies');
INSERT INTO words VALUES (57, 'pronoun');
INSERT INTO words VALUES (58, '31 people');
INSERT INTO words VALUES (59, 'parliament');
INSERT INTO words VALUES (60, 'PERLEG');
INSERT INTO words VALUES (61, '"parliament" (actor_nouns: parliament), the article''s country');
INSERT INTO words VALUES (62, 'Chile');
INSERT INTO words VALUES (63, 'CHL');
INSERT INTO words VALUES (64, '"Chile" (countries: CHL)');
INSERT INTO words VALUES (65, 'the ambassador');
INSERT INTO words VALUES (66, '"ambassador" (actor_nouns: ambassador), the article''s country');
INSERT INTO words VALUES (67, '[{"text":"ambassador","sector":"GOV","country":null,"standing":"current"}]');
INSERT INTO words VALUES (68, 'tell');
INSERT INTO words VALUES (69, 'possible');
INSERT INTO words VALUES (70, '161');
INSERT INTO words VALUES (71, 'SANCTION');
INSERT INTO words VALUES (72, 'withdraw');
INSERT INTO words VALUES (73, 'diplomatic');
INSERT INTO words VALUES (74, '161 v expel');
INSERT INTO words VALUES (75, 'claimed');
INSERT INTO words VALUES (76, '[{"text":"prime minister of Peru","sector":"GOV","country":"PER","standing":"current"}]');
INSERT INTO words VALUES (77, '“its <two> friends');
INSERT INTO words VALUES (78, '2021-11');
INSERT INTO words VALUES (79, '2021-11-01');
INSERT INTO words VALUES (80, '2021-11-30');
INSERT INTO words VALUES (81, 'criticize');
INSERT INTO words VALUES (82, '111');
INSERT INTO words VALUES (83, 'ACCUSE');
INSERT INTO words VALUES (84, 'disapprove');
INSERT INTO words VALUES (85, '111 v criticize');
INSERT INTO articles VALUES (1, 1, 1, 0, 1, '2026-11-24T02:12:40Z', '2026-11-24T02:12:40Z', X'be294912da6fa00b18561414b4def24076aa736de8755ea85cb6109bb3ef35f2', 'own/1', '-', NULL, 1, 'https://example.org/1', NULL, '2022-12-02', 2, NULL, '[0,77,3,79,226,4,227,246,5]', '[0,77,79,199,200,226,227,246]', NULL, 'President Ana Ruiz of Peru met Brazil''s foreign minister in Lima on Thursday.

Hugo Salas, Peru’s prime minister, said between 12 and 15 people had been killed in the flood and “nobody” was to blame. A spokesman for the health
ministry denied it.
');
INSERT INTO articles VALUES (2, 1, 2, 1, 1, '2026-11-24T02:12:40Z', NULL, X'6b5513bc646497c7cc689483ae9698a2997354f8ce684a7e112fa2aa2dc0769a', 'own/1', '-', NULL, 1, 'https://example.org/1', NULL, '2022-12-03', 2, NULL, '[0,77,3,79,250,5]', '[0,77,79,194,195,250]', NULL, 'President Ana Ruiz of Peru met Brazil''s foreign minister in Lima on Thursday.

Hugo Salas, Peru’s prime minister, said 31 people had been killed in the flood, correcting an earlier figure of 15. He told parliament that Chile may expel the ambassador.
');
INSERT INTO articles VALUES (3, 3, 1, 1, 3, '2026-11-24T02:12:40Z', NULL, X'13c7816d17336ae06d32eb9e69008ca417874783a7edb98e1cad2b1c4151d19a', 'own/2', '-', NULL, NULL, 'https://example.org/2', NULL, '2021-11', 2, NULL, '[0,98,5]', '[0,98]', NULL, 'Hugo Salas, the prime minister of Peru, criticized Chile and “its <two> friends” in November 2021.
');
INSERT INTO copies VALUES (3, 'own/3', 'https://example.org/3', '-', NULL, '2021-11', '2026-11-24T02:12:40Z');
INSERT INTO bands VALUES (245146966933, 3);
INSERT INTO bands VALUES (273967916119, 3);
INSERT INTO bands VALUES (337294857778, 3);
INSERT INTO bands VALUES (372030058326, 3);
INSERT INTO bands VALUES (504274697053, 3);
INSERT INTO bands VALUES (743447935270, 3);
INSERT INTO bands VALUES (900749862435, 3);
INSERT INTO bands VALUES (950458541885, 3);
INSERT INTO signatures VALUES (3, X'd09ff8d278556f507b8e45fd9d888c8a0b589608e8de2bc582139010168429c7165fa66e8656aa008ae674b613e1ab92a03eed43edcba102ae5c2e1b8c90904c');
INSERT INTO entities VALUES (1, 1, 6, 7, 8, 9, 10, NULL, 11, '[0,18,12]', NULL);
INSERT INTO entities VALUES (1, 2, 13, 14, 8, 8, 15, NULL, NULL, '[22,26,12,91,95,12]', NULL);
INSERT INTO entities VALUES (1, 3, 16, 14, 17, 17, 18, NULL, NULL, '[31,37,12]', NULL);
INSERT INTO entities VALUES (1, 4, 19, 7, 17, 20, 21, NULL, 22, '[31,56,23]', NULL);
INSERT INTO entities VALUES (1, 5, 24, 7, 8, 9, 25, NULL, 26, '[79,89,12,91,112,23]', NULL);
INSERT INTO entities VALUES (1, 6, 27, 28, NULL, NULL, NULL, NULL, NULL, '[127,143,23]', NULL);
INSERT INTO entities VALUES (1, 7, 29, 7, NULL, 30, 31, NULL, 32, '[200,226,23]', NULL);
INSERT INTO entities VALUES (1, 8, 33, 34, 8, 9, 35, NULL, NULL, '[227,235,23]', NULL);
INSERT INTO entities VALUES (2, 1, 6, 7, 8, 9, 10, NULL, 11, '[0,18,12]', NULL);
INSERT INTO entities VALUES (2, 2, 13, 14, 8, 8, 15, NULL, NULL, '[22,26,12,91,95,12]', NULL);
INSERT INTO entities VALUES (2, 3, 16, 14, 17, 17, 18, NULL, NULL, '[31,37,12]', NULL);
INSERT INTO entities VALUES (2, 4, 19, 7, 17, 20, 21, NULL, 22, '[31,56,23]', NULL);
INSERT INTO entities VALUES (2, 5, 24, 7, 8, 9, 25, NULL, 26, '[79,89,12,91,112,23,195,197,57]', NULL);
INSERT INTO entities VALUES (2, 6, 58, 28, NULL, NULL, NULL, NULL, NULL, '[119,128,23]', NULL);
INSERT INTO entities VALUES (2, 7, 59, 34, 8, 60, 61, NULL, NULL, '[203,213,23]', NULL);
INSERT INTO entities VALUES (2, 8, 62, 14, 63, 63, 64, NULL, NULL, '[219,224,12]', NULL);
INSERT INTO entities VALUES (2, 9, 65, 7, 8, 9, 66, NULL, 67, '[235,249,23]', NULL);
INSERT INTO entities VALUES (3, 1, 24, 7, 8, 9, 25, NULL, 76, '[0,10,12,12,38,23]', NULL);
INSERT INTO entities VALUES (3, 2, 13, 14, 8, 8, 15, NULL, NULL, '[34,38,12]', NULL);
INSERT INTO entities VALUES (3, 3, 62, 14, 63, 63, 64, NULL, NULL, '[51,56,12,62,65,57]', NULL);
INSERT INTO entities VALUES (3, 4, 77, 28, NULL, NULL, NULL, NULL, NULL, '[61,79,23]', NULL);
INSERT INTO places VALUES (1, 1, 13, 8, NULL, 14, -10.0, -75.25, 3932488, '[22,26,91,95]', NULL);
INSERT INTO places VALUES (1, 2, 16, 17, NULL, 14, -10.0, -55.0, 3469034, '[31,37]', NULL);
INSERT INTO places VALUES (1, 3, 36, 8, 37, 38, -12.043, -77.028, 3936456, '[60,64]', NULL);
INSERT INTO places VALUES (2, 1, 13, 8, NULL, 14, -10.0, -75.25, 3932488, '[22,26,91,95]', NULL);
INSERT INTO places VALUES (2, 2, 16, 17, NULL, 14, -10.0, -55.0, 3469034, '[31,37]', NULL);
INSERT INTO places VALUES (2, 3, 36, 8, 37, 38, -12.043, -77.028, 3936456, '[60,64]', NULL);
INSERT INTO places VALUES (2, 4, 62, 63, NULL, 14, -30.0, -71.0, 3895114, '[219,224]', NULL);
INSERT INTO places VALUES (3, 1, 13, 8, NULL, 14, -10.0, -75.25, 3932488, '[34,38]', NULL);
INSERT INTO places VALUES (3, 2, 62, 63, NULL, 14, -30.0, -71.0, 3895114, '[51,56]', NULL);
INSERT INTO times VALUES (1, 1, 68, 76, 39, 40, NULL, NULL, NULL, 40, 40, NULL, NULL);
INSERT INTO times VALUES (2, 1, 68, 76, 39, 40, NULL, NULL, NULL, 40, 40, NULL, NULL);
INSERT INTO times VALUES (3, 1, 84, 97, 39, 78, NULL, NULL, NULL, 79, 80, NULL, NULL);
INSERT INTO statements VALUES (1, 1, 5109487232403204794, 79, 113, 5, NULL, 114, 118, 41, '[119,198]', '[178,184]', NULL, NULL, NULL, 42, 43, 44, NULL, NULL, NULL, NULL, 45, 46, NULL);
INSERT INTO statements VALUES (1, 2, 7407050483989029324, 227, 235, 8, NULL, 236, 242, 47, '[243,245]', NULL, NULL, NULL, NULL, 48, 47, 44, NULL, NULL, NULL, NULL, 45, 46, NULL);
INSERT INTO statements VALUES (2, 1, 6665560309313949736, 79, 113, 5, NULL, 114, 118, 41, '[119,193]', NULL, NULL, NULL, NULL, 48, 43, 44, NULL, NULL, NULL, NULL, 45, 46, NULL);
INSERT INTO statements VALUES (2, 2, 2531149775394795395, 195, 197, 5, NULL, 198, 202, 68, '[219,249]', NULL, 7, 203, 213, 48, 43, 44, NULL, NULL, NULL, NULL, 45, 69, NULL);
INSERT INTO statements VALUES (3, 1, 2720342947576451517, 0, 39, 1, NULL, 40, 50, 81, '[51,80]', '[62,79]', NULL, NULL, NULL, 42, 81, 44, NULL, 1, NULL, NULL, 45, 46, NULL);
INSERT INTO events VALUES (1, 1, 546081474832548226, 49, 50, NULL, NULL, 1.0, '[1]', '[4]', 9, 20, 27, 30, 0, 1, 3, 45, 51, NULL, 52, NULL);
INSERT INTO events VALUES (1, 2, 2303991824243645034, 49, 50, NULL, NULL, 1.0, '[4]', '[1]', 20, 9, 27, 30, 0, 1, 3, 45, 51, NULL, 52, NULL);
INSERT INTO events VALUES (2, 1, 546081474832548226, 49, 50, NULL, NULL, 1.0, '[1]', '[4]', 9, 20, 27, 30, 0, 1, 3, 45, 51, NULL, 52, NULL);
INSERT INTO events VALUES (2, 2, 2303991824243645034, 49, 50, NULL, NULL, 1.0, '[4]', '[1]', 20, 9, 27, 30, 0, 1, 3, 45, 51, NULL, 52, NULL);
INSERT INTO events VALUES (2, 3, 3826400828573671601, 70, 71, 72, 73, -4.0, '[8]', '[9]', 63, 9, 229, 234, 2, NULL, NULL, 45, 69, 2, 74, NULL);
INSERT INTO events VALUES (3, 1, 3034851771998969432, 82, 83, 84, NULL, -2.0, '[1]', '[3]', 9, 63, 40, 50, 0, 1, NULL, 45, 51, NULL, 85, NULL);
INSERT INTO figures VALUES (1, 1, 8105579243088135694, 119, 136, 53, 54, 12.0, 15.0, 0, 54, NULL, 6, NULL, NULL, NULL, 1, NULL, 55, NULL);
INSERT INTO figures VALUES (2, 1, 3272151968801493122, 119, 121, 53, 54, 31.0, 31.0, 0, 54, NULL, 6, NULL, NULL, NULL, 1, NULL, 75, NULL);
INSERT INTO links VALUES (1, 1, 56, NULL, 's1', 2, NULL, NULL);
INSERT INTO article_search (rowid, text) SELECT article, text FROM articles;
