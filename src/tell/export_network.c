/* The network of actors as GraphML (http://graphml.graphdrawing.org): who did what kind of thing to whom, how often.
 *
 * An actor is a name with a code; where the text has no name ("the ministry"), the code alone, so that over many articles what is of one
 * code is one node; without either it is nobody known and is left out. An edge is all events from one to another of one CAMEO root.
 * SQLite counts, in tables of its own that are gone afterwards: memory does not grow with the network. */
#include "store/pack.h"
#include "tell/export.h"

/* Every third number of the mentions is the word of a form. */
#define IS_NAMED "EXISTS (SELECT 1 FROM " ONI_SQL_EACH_OF("e.mentions", "3") " j WHERE " ONI_SQL_AT("e.mentions", "3 * j.key + 3") \
	" = " ONI_SQL_WORD("name") ")"
#define SIDE(side) \
	"INSERT INTO temp.deeds SELECT q.article, q.event, '" side "', CASE WHEN " IS_NAMED " THEN a.name ELSE 0 END, coalesce(a.code, 0)," \
	" a.country, a.kind FROM temp.asked q JOIN main.events v ON v.row = (q.article << 20) + q.event, " ONI_SQL_EACH("v." side) " k" \
	" JOIN main.entities e ON e.row = (q.article << 20) + " ONI_SQL_AT("v." side, "k.key + 1") " JOIN main.actors a ON a.actor = e.actor" \
	" WHERE a.code IS NOT NULL OR " IS_NAMED ";"

static const char MAKE[] =
	"CREATE TEMP TABLE asked (article INTEGER, event INTEGER, date TEXT, root TEXT, goldstein REAL, PRIMARY KEY (article, event)) WITHOUT ROWID;"
	"CREATE TEMP TABLE deeds (article INTEGER, event INTEGER, side TEXT, name, code INTEGER, country INTEGER, kind INTEGER);";
static const char DROP[] = "DROP TABLE IF EXISTS temp.asked; DROP TABLE IF EXISTS temp.deeds; DROP TABLE IF EXISTS temp.actors;";
static const char COUNT[] =
	SIDE("source") SIDE("target")
	"CREATE TEMP TABLE actors AS SELECT row_number() OVER (ORDER BY min(d.article << 20 | d.event), min(d.rowid)) AS id, d.name, d.code,"
	" d.country, d.kind, count(*) AS events FROM temp.deeds d GROUP BY d.name, d.code;"
	"CREATE INDEX temp.actors_of ON actors (name, code);"
	"CREATE INDEX temp.deeds_of ON deeds (article, event, side);";

#define WORD(column) "(SELECT text FROM words WHERE word = a." column ")"
static const char NODES[] = "SELECT a.id, coalesce(nullif(a.name, 0), " WORD("code") "), " WORD("code") ", " WORD("country") ", " WORD("kind")
	", a.events FROM temp.actors a ORDER BY a.id";
static const char EDGES[] =
	"SELECT s.id, t.id, q.root, fact('cameo', q.root, 'name'), fact('cameo', q.root, 'quad'), count(*), avg(q.goldstein), min(q.date), max(q.date)"
	" FROM temp.asked q JOIN temp.deeds x ON x.article = q.article AND x.event = q.event AND x.side = 'source'"
	" JOIN temp.deeds y ON y.article = q.article AND y.event = q.event AND y.side = 'target'"
	" JOIN temp.actors s ON s.name = x.name AND s.code = x.code JOIN temp.actors t ON t.name = y.name AND t.code = y.code"
	" GROUP BY s.id, t.id, q.root ORDER BY s.id, t.id, q.root";

typedef struct attribute {
	const char *key, *of, *name, *type;
} attribute;
/* In the order of the columns of NODES from its second on, and of EDGES from its third on. */
static const attribute ATTRIBUTES[] = {
	{"n1", "node", "name", "string"}, {"n2", "node", "code", "string"}, {"n3", "node", "country", "string"}, {"n4", "node", "kind", "string"},
	{"n5", "node", "events", "int"},
	{"e1", "edge", "root", "string"}, {"e2", "edge", "label", "string"}, {"e3", "edge", "quad", "int"}, {"e4", "edge", "weight", "int"},
	{"e5", "edge", "goldstein", "double"}, {"e6", "edge", "first", "string"}, {"e7", "edge", "last", "string"},
};
enum { ATTRIBUTE_COUNT = sizeof ATTRIBUTES / sizeof *ATTRIBUTES, NODE_ATTRIBUTES = 5 };

/* XML 1.0 has no place for most control characters: left out. */
static void add_xml(oni_buf *out, oni_str text)
{
	for (size_t i = 0; i < text.n; i++)
		switch (text.at[i]) {
		case '&': oni_buf_add(out, ONI_STR("&amp;")); break;
		case '<': oni_buf_add(out, ONI_STR("&lt;")); break;
		case '>': oni_buf_add(out, ONI_STR("&gt;")); break;
		case '\t': case '\n': case '\r': oni_buf_byte(out, ' '); break;
		case '\xEF': /* nor for U+FFFE and U+FFFF */
			if (i + 2 < text.n && text.at[i + 1] == '\xBF' && (unsigned char)text.at[i + 2] >= 0xBE) {
				i += 2;
				break;
			}
			oni_buf_byte(out, text.at[i]);
			break;
		default:
			if ((unsigned char)text.at[i] >= 0x20)
				oni_buf_byte(out, text.at[i]);
		}
}

static void add_data(oni_buf *out, sqlite3_stmt *rows, int from, const attribute *attributes, int n)
{
	for (int i = 0; i < n; i++) {
		if (sqlite3_column_type(rows, from + i) == SQLITE_NULL)
			continue;
		oni_buf_addf(out, "<data key=\"%s\">", attributes[i].key);
		add_xml(out, oni_export_cell(rows, from + i));
		oni_buf_add(out, ONI_STR("</data>"));
	}
}

static onr_status write_elements(oni_exporter *x, const char *sql, bool edges)
{
	sqlite3_stmt *rows = NULL;
	oni_buf *out = &x->out.buf;
	if (sqlite3_prepare_v2(x->store->db, sql, -1, &rows, NULL) != SQLITE_OK)
		return oni_store_fail(x->store, x->err);
	onr_status status = ONR_OK;
	while (oni_export_step(x, rows, &status)) {
		if (edges) {
			oni_buf_addf(out, "<edge source=\"a%lld\" target=\"a%lld\">", sqlite3_column_int64(rows, 0), sqlite3_column_int64(rows, 1));
			add_data(out, rows, 2, ATTRIBUTES + NODE_ATTRIBUTES, ATTRIBUTE_COUNT - NODE_ATTRIBUTES);
		} else {
			oni_buf_addf(out, "<node id=\"a%lld\">", sqlite3_column_int64(rows, 0));
			add_data(out, rows, 1, ATTRIBUTES, NODE_ATTRIBUTES);
		}
		oni_buf_add(out, edges ? ONI_STR("</edge>\n") : ONI_STR("</node>\n"));
		oni_out_flush(&x->out, false);
	}
	sqlite3_finalize(rows);
	return status;
}

/* Takes the events that the query asks for into temp.asked. */
static onr_status collect(oni_exporter *x, const oni_layout *layout)
{
	sqlite3_stmt *rows = NULL, *put = NULL;
	onr_status status = oni_export_ask(x, "events", "o.article, o.event, o.date, o.root, o.goldstein", layout->tail, &rows);
	if (!status && sqlite3_prepare_v2(x->store->db, "INSERT INTO temp.asked VALUES (?1, ?2, ?3, ?4, ?5)", -1, &put, NULL) != SQLITE_OK)
		status = oni_store_fail(x->store, x->err);
	while (oni_export_step(x, rows, &status)) {
		for (int i = 0; i < 5; i++)
			sqlite3_bind_value(put, i + 1, sqlite3_column_value(rows, i));
		if (sqlite3_step(put) != SQLITE_DONE)
			status = oni_store_fail(x->store, x->err);
		sqlite3_reset(put);
	}
	sqlite3_finalize(put);
	sqlite3_finalize(rows);
	return status;
}

onr_status oni_export_graphml(oni_exporter *x, const oni_layout *layout)
{
	onr_status status = oni_store_exec(x->store, DROP) && oni_store_exec(x->store, MAKE) ? ONR_OK : oni_store_fail(x->store, x->err);
	if (!status)
		status = collect(x, layout);
	if (!status && !oni_store_exec(x->store, COUNT))
		status = oni_store_fail(x->store, x->err);
	if (!status) {
		oni_buf_add(&x->out.buf, ONI_STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"));
		for (int i = 0; i < ATTRIBUTE_COUNT; i++)
			oni_buf_addf(&x->out.buf, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", ATTRIBUTES[i].key, ATTRIBUTES[i].of,
				ATTRIBUTES[i].name, ATTRIBUTES[i].type);
		oni_buf_add(&x->out.buf, ONI_STR("<graph id=\"actors\" edgedefault=\"directed\">\n"));
		status = write_elements(x, NODES, false);
	}
	if (!status)
		status = write_elements(x, EDGES, true);
	oni_buf_add(&x->out.buf, ONI_STR("</graph>\n</graphml>\n"));
	oni_store_exec(x->store, DROP);
	return status;
}
