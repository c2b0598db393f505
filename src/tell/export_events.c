/* The columns of the event layouts: name, and SQL over v_events `o`. NULL: never known here.
 *
 * None of these layouts can say that an event did not happen or is only possible, so such events are left out: what is negated, possible or
 * conditional; what is intended or demanded, unless its code itself says so (02 appeal, 03 intend, 10 demand, 13 threaten). */
#include "store/pack.h"
#include "tell/export.h"

#define TOLD " AND o.polarity = 'affirmed' AND (o.modality IN ('actual', 'alleged') OR (o.modality IN ('intended', 'demanded')" \
	" AND o.root IN ('02', '03', '10', '13')))"
#define WITH_ACTOR " AND coalesce(o.source_code, o.target_code) IS NOT NULL"
#define FIRST "min(o.article << 20 | o.event)" /* the one min(): SQLite takes all that is not grouped from its row */
#define WHOLE_DAY "CASE WHEN length(o.date) >= 10 THEN substr(o.date, 1, 10) END"
#define DAY "replace(" WHOLE_DAY ", '-', '')"
#define NUMBER "(SELECT e.id FROM events e WHERE e.row = o.row)"
#define SENTENCE_ID "listed(o.article_id || '_' || (o.sentence + 1))"
#define OF_PLACE(column) "(SELECT " column " FROM events e JOIN places p ON p.row = (o.article << 20) + e.place JOIN spots k ON k.spot = p.spot" \
	" WHERE e.row = o.row)"
#define PLACE_KIND OF_PLACE("(SELECT text FROM words WHERE word = k.kind)")
#define OF_ARTICLE(column) "(SELECT " column " FROM articles a WHERE a.article = o.article)"
#define COUNTRY_NAME(code) "fact('countries', " code ", 'name')"
#define WHERE_KIND(kinds, value) "CASE WHEN " PLACE_KIND " IN (" kinds ") THEN " value " END"
#define TOWNS "'city', 'capital'"

const oni_field ONI_FIELDS_PETRARCH2[] = {
	{"date", DAY},
	{"source", "actor_code(o.source_code)"},
	{"target", "actor_code(o.target_code)"},
	{"code", "o.cameo"},
	{"issues", NULL},
	{"ids", SENTENCE_ID},
	{"news source", "o.publisher"},
	{0},
};
const char ONI_TAIL_PETRARCH2[] = TOLD WITH_ACTOR " GROUP BY o.article, o.date, o.source_code, o.target_code, o.cameo ORDER BY " FIRST;

#define PHOENIX_ACTOR(side, code) \
	{side "ActorFull", "actor_code(" code ")"}, \
	{side "ActorEntity", "substr(actor_code(" code "), 1, 3)"}, \
	{side "ActorRole", "substr(actor_code(" code "), 4, 3)"}, \
	{side "ActorAttribute", "substr(actor_code(" code "), 7)"}

const oni_field ONI_FIELDS_PHOENIX[] = {
	{"EventID", "o.event_id"},
	{"Date", DAY},
	{"Year", "substr(o.date, 1, 4)"},
	{"Month", "substr(o.date, 6, 2)"},
	{"Day", "substr(o.date, 9, 2)"},
	PHOENIX_ACTOR("Source", "o.source_code"),
	PHOENIX_ACTOR("Target", "o.target_code"),
	{"EventCode", "o.cameo"},
	{"EventRootCode", "o.root"},
	{"PentaClass", "CASE WHEN o.root IN ('01', '02') THEN 0 WHEN o.root IN ('03', '04', '05') THEN 1 WHEN o.root IN ('06', '07', '08') THEN 2"
		" WHEN o.root IN ('09', '10', '11', '12', '13', '16') THEN 3"
		" WHEN o.root IN ('14', '15', '17', '18', '19', '20') THEN 4 END"},
	{"GoldsteinScore", "o.goldstein"},
	{"Issues", NULL},
	{"Lat", "o.lat"},
	{"Lon", "o.lon"},
	{"LocationName", "o.place"},
	{"StateName", "o.admin1"},
	{"CountryCode", "o.place_country"},
	{"SentenceID", SENTENCE_ID},
	{"URLs", "listed(o.url)"},
	{"NewsSources", "listed(o.publisher)"},
	{0},
};
const char ONI_TAIL_PHOENIX[] = TOLD WITH_ACTOR " GROUP BY o.date, o.source_code, o.target_code, o.cameo ORDER BY " FIRST;

const oni_field ONI_FIELDS_ICEWS[] = {
	{"Event ID", NUMBER},
	{"Event Date", WHOLE_DAY},
	{"Source Name", "o.source"},
	{"Source Sectors", "actor_sectors(o.source_code)"},
	{"Source Country", COUNTRY_NAME("o.source_country")},
	{"Event Text", "fact('cameo', o.cameo, 'name')"},
	{"CAMEO Code", "o.cameo"},
	{"Intensity", "o.goldstein"},
	{"Target Name", "o.target"},
	{"Target Sectors", "actor_sectors(o.target_code)"},
	{"Target Country", COUNTRY_NAME("o.target_country")},
	{"Story ID", "o.article_id"},
	{"Sentence Number", "o.sentence + 1"},
	{"Publisher", "o.publisher"},
	{"City", WHERE_KIND(TOWNS, "o.place")},
	{"District", WHERE_KIND("'admin2'", "o.place")},
	{"Province", "coalesce(o.admin1, " WHERE_KIND("'admin1'", "o.place") ")"},
	{"Country", COUNTRY_NAME("o.place_country")},
	{"Latitude", "o.lat"},
	{"Longitude", "o.lon"},
	{0},
};
const char ONI_TAIL_ICEWS[] = TOLD " ORDER BY o.article, o.event";

#define STORY_NAMES(table, dictionary, number, condition) "(SELECT group_concat(name, '; ') FROM (SELECT DISTINCT k.name FROM " table \
	" e JOIN " dictionary " k ON k." number " = e." number " WHERE e.row > o.article << 20 AND e.row <= (o.article << 20) + 1048575" \
	" AND k.name IS NOT NULL" condition " ORDER BY e.row))"
#define OF_KIND(kind) " AND k.kind = " ONI_SQL_WORD(kind)
#define TITLE(side) "(SELECT json_extract(" ONI_SQL_UNPACKED("k.roles") ", '$[0].text') FROM events v JOIN entities e ON" \
	" e.row = (o.article << 20) + " ONI_SQL_FIRST("v." side) " JOIN actors k ON k.actor = e.actor WHERE v.row = o.row)"
#define POLECAT_ACTOR(who, side) \
	{who " Name", "o." side}, \
	{who " Country", "o." side "_country"}, \
	{who " COW", NULL}, \
	{"Primary " who " Sector", "actor_part(o." side "_code, 1)"}, \
	{who " Sectors", "replace(actor_parts(o." side "_code), ',', '; ')"}, \
	{who " Title", TITLE(side)}, \
	{who " Name Raw", "o." side}, \
	{"Wikipedia " who " ID", NULL}

const oni_field ONI_FIELDS_POLECAT[] = {
	{"Event ID", "o.event_id"},
	{"Event Date", WHOLE_DAY},
	{"Event Type", "o.plover"},
	{"Event Mode", "o.mode"},
	{"Intensity", "plover_score(o.plover, o.mode)"},
	{"Quad Code", "upper(fact('plover', o.plover, 'quad'))"},
	{"Contexts", "o.context"},
	POLECAT_ACTOR("Actor", "source"),
	POLECAT_ACTOR("Recipient", "target"),
	{"Placename", "o.place"},
	{"City", WHERE_KIND(TOWNS, "o.place")},
	{"District", WHERE_KIND("'admin2'", "o.place")},
	{"Province", "coalesce(o.admin1, " WHERE_KIND("'admin1'", "o.place") ")"},
	{"Country", "o.place_country"},
	{"Latitude", "o.lat"},
	{"Longitude", "o.lon"},
	{"GeoNames ID", "o.geonames"},
	{"Raw Placename", NULL},
	{"Feature Type", PLACE_KIND},
	{"Source", "o.publisher"},
	{"Publication Date", "o.published"},
	{"Story People", STORY_NAMES("entities", "actors", "actor", OF_KIND("person"))},
	{"Story Organizations", STORY_NAMES("entities", "actors", "actor", OF_KIND("organization"))},
	{"Story Locations", STORY_NAMES("places", "spots", "spot", "")},
	{"Language", OF_ARTICLE("(SELECT text FROM words WHERE word = a.language)")},
	{"Version", "'onrecord " ONR_VERSION "'"},
	{0},
};
const char ONI_TAIL_POLECAT[] = TOLD " AND o.plover IS NOT NULL ORDER BY o.article, o.event";

#define GDELT_ACTOR(n, side) \
	{"Actor" n "Code", "o." side "_code"}, \
	{"Actor" n "Name", "o." side}, \
	{"Actor" n "CountryCode", "actor_part(o." side "_code, 0)"}, \
	{"Actor" n "KnownGroupCode", NULL}, \
	{"Actor" n "EthnicCode", "actor_people(o." side "_code, 'people')"}, \
	{"Actor" n "Religion1Code", "actor_people(o." side "_code, 'creed')"}, \
	{"Actor" n "Religion2Code", NULL}, \
	{"Actor" n "Type1Code", "actor_part(o." side "_code, 1)"}, \
	{"Actor" n "Type2Code", "actor_part(o." side "_code, 2)"}, \
	{"Actor" n "Type3Code", "actor_part(o." side "_code, 3)"}
#define GDELT_DAY \
	{"GLOBALEVENTID", NUMBER}, \
	{"SQLDATE", DAY}, \
	{"MonthYear", "CASE WHEN length(o.date) >= 7 THEN substr(o.date, 1, 4) || substr(o.date, 6, 2) END"}, \
	{"Year", "substr(o.date, 1, 4)"}, \
	{"FractionDate", "CASE WHEN length(o.date) >= 10 THEN printf('%.4f', substr(o.date, 1, 4) + ((substr(o.date, 6, 2) - 1) * 30 +" \
		" substr(o.date, 9, 2)) / 365.0) END"}
#define GDELT_DEED \
	{"IsRootEvent", NULL}, \
	{"EventCode", "o.cameo"}, \
	{"EventBaseCode", "substr(o.cameo, 1, 3)"}, \
	{"EventRootCode", "o.root"}, \
	{"QuadClass", "fact('cameo', o.cameo, 'quad')"}, \
	{"GoldsteinScale", "o.goldstein"}, \
	{"NumMentions", "count(*)"}, \
	{"NumSources", "nullif(count(DISTINCT o.publisher), 0)"}, \
	{"NumArticles", "count(DISTINCT o.article)"}, \
	{"AvgTone", NULL}
#define GDELT_NO_PLACE_1(who) {who "Geo_Type", NULL}, {who "Geo_FullName", NULL}, {who "Geo_CountryCode", NULL}, {who "Geo_ADM1Code", NULL}
#define GDELT_NO_PLACE_2(who) {who "Geo_Lat", NULL}, {who "Geo_Long", NULL}, {who "Geo_FeatureID", NULL}
#define GDELT_PLACE_1 \
	{"ActionGeo_Type", "CASE WHEN " PLACE_KIND " = 'country' THEN 1 WHEN " PLACE_KIND " = 'admin1' THEN CASE o.place_country WHEN 'USA' THEN 2 ELSE 5 END" \
		" WHEN " PLACE_KIND " IN (" TOWNS ") THEN CASE o.place_country WHEN 'USA' THEN 3 ELSE 4 END END"}, \
	{"ActionGeo_FullName", "o.place || coalesce(', ' || o.admin1, '') || CASE " PLACE_KIND " WHEN 'country' THEN '' ELSE" \
		" coalesce(', ' || " COUNTRY_NAME("o.place_country") ", '') END"}, \
	{"ActionGeo_CountryCode", "fact('fips', o.place_country, 'fips')"}, \
	{"ActionGeo_ADM1Code", NULL}
#define GDELT_PLACE_2 {"ActionGeo_Lat", "o.lat"}, {"ActionGeo_Long", "o.lon"}, {"ActionGeo_FeatureID", NULL}
#define ADDED(n) "substr(replace(replace(replace(" OF_ARTICLE(ONI_SQL_TIME("a.added")) ", '-', ''), ':', ''), 'T', ''), 1, " #n ")"

const oni_field ONI_FIELDS_GDELT1[] = {
	GDELT_DAY, GDELT_ACTOR("1", "source"), GDELT_ACTOR("2", "target"), GDELT_DEED,
	GDELT_NO_PLACE_1("Actor1"), GDELT_NO_PLACE_2("Actor1"),
	GDELT_NO_PLACE_1("Actor2"), GDELT_NO_PLACE_2("Actor2"),
	GDELT_PLACE_1, GDELT_PLACE_2,
	{"DATEADDED", ADDED(8)},
	{"SOURCEURL", "o.url"},
	{0},
};
const oni_field ONI_FIELDS_GDELT2[] = {
	GDELT_DAY, GDELT_ACTOR("1", "source"), GDELT_ACTOR("2", "target"), GDELT_DEED,
	GDELT_NO_PLACE_1("Actor1"), {"Actor1Geo_ADM2Code", NULL}, GDELT_NO_PLACE_2("Actor1"),
	GDELT_NO_PLACE_1("Actor2"), {"Actor2Geo_ADM2Code", NULL}, GDELT_NO_PLACE_2("Actor2"),
	GDELT_PLACE_1, {"ActionGeo_ADM2Code", NULL}, GDELT_PLACE_2,
	{"DATEADDED", ADDED(14)},
	{"SOURCEURL", "o.url"},
	{0},
};
const char ONI_TAIL_GDELT[] = TOLD WITH_ACTOR " GROUP BY o.date, o.source_code, o.target_code, o.cameo, o.place, o.lat, o.lon ORDER BY " FIRST;

const char ONI_TAIL_NETWORK[] = TOLD " ORDER BY o.article, o.event";
