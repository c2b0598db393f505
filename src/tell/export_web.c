/* GeoJSON (RFC 7946) and schema.org JSON-LD: each one object that holds a list, an element a line. */
#include <stdio.h>

#include "record/write.h"
#include "store/pack.h"
#include "tell/export.h"

static void add_key(oni_buf *out, bool *first, const char *name)
{
	oni_buf_addf(out, "%s\"%s\":", *first ? "" : ",", name);
	*first = false;
}

/* The member, where there is a value. */
static void add_member(oni_buf *out, bool *first, const char *name, sqlite3_stmt *rows, int column)
{
	int type = sqlite3_column_type(rows, column);
	if (type == SQLITE_NULL)
		return;
	add_key(out, first, name);
	if (type == SQLITE_FLOAT)
		oni_write_number(out, sqlite3_column_double(rows, column));
	else if (type == SQLITE_INTEGER)
		oni_buf_addf(out, "%lld", sqlite3_column_int64(rows, column));
	else
		oni_write_json_string(out, oni_export_cell(rows, column));
}

/* ---- GeoJSON ---- */

/* lon, lat, id, and from there on the properties by their names. */
#define POINT "o.lon, o.lat, "
#define ARTICLE "o.article_id, o.title, o.url, o.publisher, o.published"
#define PLACE "o.place, o.admin1, o.place_country, o.geonames"

static const struct { const char *subject, *what, *order; } FEATURES[] = {
	{"events", POINT "o.event_id AS id, o.date, o.cameo, fact('cameo', o.cameo, 'name') AS cameo_name, o.plover, o.mode, o.goldstein, o.source,"
		" o.source_code, o.target, o.target_code, o.trigger, o.sentence_text, o.polarity, o.modality, o.status, o.said_by, o.said_by_code, "
		PLACE ", " ARTICLE, "o.event"},
	{"statements", POINT "o.statement_id AS id, o.date, o.speaker, o.speaker_code, o.cue, o.content, o.manner, o.act, o.addressee, o.polarity,"
		" o.certainty, o.status, " PLACE ", " ARTICLE, "o.statement"},
	{"figures", POINT "o.figure_id AS id, o.date, o.figure_text, o.measure, o.unit, o.low, o.high, o.approximate, o.population,"
		" o.population_code, o.since, o.until, o.said_by, o.said_by_code, o.status, " PLACE ", " ARTICLE, "o.figure"},
};

static void write_feature(oni_buf *out, sqlite3_stmt *rows)
{
	bool first = true;
	oni_buf_add(out, ONI_STR("{\"type\":\"Feature\",\"id\":"));
	oni_write_json_string(out, oni_export_cell(rows, 2));
	oni_buf_add(out, ONI_STR(",\"geometry\":{\"type\":\"Point\",\"coordinates\":["));
	oni_write_number(out, sqlite3_column_double(rows, 0));
	oni_buf_byte(out, ',');
	oni_write_number(out, sqlite3_column_double(rows, 1));
	oni_buf_add(out, ONI_STR("]},\"properties\":{"));
	for (int i = 3; i < sqlite3_column_count(rows); i++)
		add_member(out, &first, sqlite3_column_name(rows, i), rows, i);
	oni_buf_add(out, ONI_STR("}}"));
}

/* Writes `before`, the elements with commas between them, and the end of the list and the object. */
static onr_status write_list(oni_exporter *x, sqlite3_stmt *rows, const char *before, void (*write)(oni_buf *out, sqlite3_stmt *rows))
{
	onr_status status = ONR_OK;
	oni_buf_add(&x->out.buf, oni_str_of(before));
	for (bool first = true; oni_export_step(x, rows, &status); first = false) {
		oni_buf_add(&x->out.buf, first ? ONI_STR("\n") : ONI_STR(",\n"));
		write(&x->out.buf, rows);
		oni_out_flush(&x->out, false);
	}
	oni_buf_add(&x->out.buf, ONI_STR("\n]}\n"));
	return status;
}

onr_status oni_export_geojson(oni_exporter *x, const oni_layout *layout)
{
	const char *subject = x->query->what ? x->query->what : "events";
	sqlite3_stmt *rows = NULL;
	(void)layout;
	for (size_t i = 0; i < sizeof FEATURES / sizeof *FEATURES; i++) {
		if (strcmp(subject, FEATURES[i].subject) != 0)
			continue;
		char tail[128];
		snprintf(tail, sizeof tail, " AND o.lat IS NOT NULL AND o.lon IS NOT NULL ORDER BY o.article, %s", FEATURES[i].order);
		onr_status status = oni_export_ask(x, subject, FEATURES[i].what, tail, &rows);
		if (!status)
			status = write_list(x, rows, "{\"type\":\"FeatureCollection\",\"features\":[", write_feature);
		sqlite3_finalize(rows);
		return status;
	}
	return oni_fail(x->err, ONR_ARGUMENT, ONI_STR(""), 0, "\"%s\" cannot be put on a map: events, statements or figures can", subject);
}

/* ---- schema.org ----
 *
 * What was said in the speaker's own words is a Quotation; what is reported as stated is a Claim, with the words quoted in it as its parts.
 * A question, demand or promise is no claim, and what somebody denies is not what he claims: they are left out unless quoted whole. */

enum { AT_ID, AT_MANNER, AT_TEXT, AT_QUOTED, AT_DATE, AT_SPEAKER, AT_KIND, AT_ARTICLE, AT_URL, AT_TITLE, AT_PUBLISHED, AT_PUBLISHER };

static const char STATEMENT[] =
	"o.statement_id, o.manner, o.content, (SELECT json_group_array(json_object('@type', 'Quotation', 'text', substr(a.text, "
	ONI_SQL_AT("s.quoted", "2 * j.key + 1") " + 1, " ONI_SQL_AT("s.quoted", "2 * j.key + 2") "))) FROM statements s JOIN articles a ON"
	" a.article = o.article, " ONI_SQL_EACH_OF("s.quoted", "2") " j WHERE s.row = o.row), o.date, o.speaker,"
	" (SELECT w.text FROM statements s JOIN entities e ON e.row = (o.article << 20) + s.source JOIN actors k ON k.actor = e.actor"
	" JOIN words w ON w.word = k.kind WHERE s.row = o.row), o.article_id, o.url, o.title, o.published, o.publisher";
static const char STATEMENT_TAIL[] =
	" AND o.content IS NOT NULL AND (o.manner = 'direct' OR (o.act IN ('state', 'accuse', 'admit', 'declare', 'praise', 'criticize')"
	" AND o.polarity = 'affirmed')) ORDER BY o.article, o.statement";

/* Person, Organization or Country; a group of people is none of schema.org's, so it has a name and no type. */
static void add_speaker(oni_buf *out, sqlite3_stmt *rows)
{
	oni_str kind = oni_export_cell(rows, AT_KIND);
	bool first = true;
	oni_buf_byte(out, '{');
	if (kind.n && !oni_str_is(kind, "group")) {
		add_key(out, &first, "@type");
		oni_buf_addf(out, "\"%c%.*s\"", kind.at[0] - 'a' + 'A', ONI_FMT(oni_str_cut(kind, 1, kind.n)));
	}
	add_member(out, &first, "name", rows, AT_SPEAKER);
	oni_buf_byte(out, '}');
}

static void add_article(oni_buf *out, sqlite3_stmt *rows)
{
	bool first = false;
	oni_buf_add(out, ONI_STR("{\"@type\":\"NewsArticle\""));
	add_member(out, &first, "identifier", rows, AT_ARTICLE);
	add_member(out, &first, "url", rows, AT_URL);
	add_member(out, &first, "headline", rows, AT_TITLE);
	add_member(out, &first, "datePublished", rows, AT_PUBLISHED);
	if (sqlite3_column_type(rows, AT_PUBLISHER) != SQLITE_NULL) {
		oni_buf_add(out, ONI_STR(",\"publisher\":{\"@type\":\"Organization\""));
		add_member(out, &first, "name", rows, AT_PUBLISHER);
		oni_buf_byte(out, '}');
	}
	oni_buf_byte(out, '}');
}

static void write_statement(oni_buf *out, sqlite3_stmt *rows)
{
	bool direct = oni_str_is(oni_export_cell(rows, AT_MANNER), "direct"), first = false;
	oni_buf_addf(out, "{\"@type\":\"%s\",\"@id\":\"urn:onrecord:statement:%.*s\"", direct ? "Quotation" : "Claim",
		ONI_FMT(oni_export_cell(rows, AT_ID)));
	add_member(out, &first, "text", rows, AT_TEXT);
	add_member(out, &first, "dateCreated", rows, AT_DATE);
	if (sqlite3_column_type(rows, AT_SPEAKER) != SQLITE_NULL) {
		add_key(out, &first, direct ? "spokenByCharacter" : "author");
		add_speaker(out, rows);
	}
	if (!direct && oni_export_cell(rows, AT_QUOTED).n > 2) {
		add_key(out, &first, "hasPart");
		oni_buf_add(out, oni_export_cell(rows, AT_QUOTED));
	}
	add_key(out, &first, direct ? "isPartOf" : "appearance");
	add_article(out, rows);
	oni_buf_byte(out, '}');
}

onr_status oni_export_jsonld(oni_exporter *x, const oni_layout *layout)
{
	sqlite3_stmt *rows = NULL;
	(void)layout;
	onr_status status = oni_export_ask(x, "statements", STATEMENT, STATEMENT_TAIL, &rows);
	if (!status)
		status = write_list(x, rows, "{\"@context\":\"https://schema.org\",\"@graph\":[", write_statement);
	sqlite3_finalize(rows);
	return status;
}
