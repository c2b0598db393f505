#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "store/schema.h"
#include "store/store.h"

enum { PATIENCE = 5000 /* ms */ };

onr_status oni_store_fail(onr_store *store, onr_err *err)
{
	int code = store->db ? sqlite3_errcode(store->db) & 0xFF : SQLITE_NOMEM;
	const char *text = sqlite3_errmsg(store->db);
	switch (code) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED: text = "is in use by another program"; break;
	case SQLITE_FULL: text = "no room left on the disk"; break;
	case SQLITE_READONLY: text = "is read-only"; break;
	case SQLITE_PERM:
	case SQLITE_CANTOPEN: text = "cannot be opened"; break;
	case SQLITE_CORRUPT: text = "is damaged or cut short"; break;
	case SQLITE_NOTADB: text = "is no database"; break;
	case SQLITE_IOERR: text = "cannot be read or written"; break;
	case SQLITE_NOMEM: text = "no memory left"; break;
	default: break;
	}
	return oni_fail(err, code == SQLITE_NOMEM ? ONR_MEMORY : ONR_STORE, oni_str_of(store->path), 0, "%s", text);
}

bool oni_store_exec(onr_store *store, const char *sql)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

sqlite3_stmt *oni_store_use(onr_store *store, sqlite3_stmt **at, const char *sql)
{
	if (!*at && sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, at, NULL) != SQLITE_OK)
		return NULL;
	sqlite3_reset(*at);
	sqlite3_clear_bindings(*at);
	return *at;
}

void oni_store_reset(onr_store *store)
{
	sqlite3_stmt **own = (sqlite3_stmt **)&store->own;
	for (size_t i = 0; i < sizeof store->own / sizeof *own; i++)
		sqlite3_reset(own[i]);
}

/* The first column of the first row; -1 where there is none. */
static int64_t ask(onr_store *store, const char *sql)
{
	sqlite3_stmt *s = NULL;
	int64_t value = -1;
	if (sqlite3_prepare_v2(store->db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
		value = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return value;
}

static bool run_texts(onr_store *store, const char *const *texts)
{
	for (; *texts; texts++)
		if (!oni_store_exec(store, *texts))
			return false;
	return true;
}

/* Makes a new store, or brings the schema from `version` to ours, all or nothing. */
static onr_status migrate(onr_store *store, int64_t version, onr_err *err)
{
	char sql[128];
	snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", ONI_APPLICATION_ID, ONI_SCHEMA_VERSION);
	bool good = oni_store_exec(store, "BEGIN IMMEDIATE"), fresh = version == 0;
	/* Another program may have done it while this one waited. */
	if (good && ask(store, "PRAGMA user_version") != version)
		return oni_store_exec(store, "ROLLBACK") ? ONR_OK : oni_store_fail(store, err);
	if (good && version == 0)
		good = run_texts(store, ONI_SCHEMA);
	for (; good && version > 0 && version < ONI_SCHEMA_VERSION; version++)
		good = oni_migration_functions(store->db) == SQLITE_OK && run_texts(store, ONI_MIGRATIONS[version]);
	if (!good || !oni_store_exec(store, sql)) {
		onr_status status = oni_store_fail(store, err);
		oni_store_exec(store, "ROLLBACK");
		return status;
	}
	if (!fresh) /* gives the room back; where that is not to be (a full disk, a reader), all is there nevertheless */
		oni_store_exec(store, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM");
	return ONR_OK;
}

/* Whether the file is a store, and one that this program knows. */
static onr_status check_schema(onr_store *store, onr_err *err)
{
	oni_str path = oni_str_of(store->path);
	int64_t objects = ask(store, "SELECT count(*) FROM sqlite_schema");
	if (objects < 0)
		return oni_store_fail(store, err);
	int64_t application = ask(store, "PRAGMA application_id"), version = ask(store, "PRAGMA user_version");
	bool empty = objects == 0 && application == 0 && version == 0;
	if (!empty && application != ONI_APPLICATION_ID)
		return oni_fail(err, ONR_STORE, path, 0, "is a database, but not one of onrecord");
	if (version > ONI_SCHEMA_VERSION)
		return oni_fail(err, ONR_STORE, path, 0, "was made by a newer onrecord (schema %lld; this one knows %d)",
			(long long)version, ONI_SCHEMA_VERSION);
	if (version == ONI_SCHEMA_VERSION)
		return ONR_OK;
	if (!store->writing)
		return oni_fail(err, ONR_STORE, path, 0, empty ? "is empty: `onrecord add` fills it"
			: "was made by an older onrecord: `onrecord add` brings it up to date");
	return migrate(store, version, err);
}

/* Great-circle distance in kilometres, for `near` (haversine on a sphere of 6,371 km). */
static void distance(sqlite3_context *context, int n, sqlite3_value **values)
{
	double a[4];
	for (int i = 0; i < n && i < 4; i++) {
		if (sqlite3_value_type(values[i]) == SQLITE_NULL)
			return;
		a[i] = sqlite3_value_double(values[i]) * 0.017453292519943295;
	}
	double u = sin((a[2] - a[0]) / 2), v = sin((a[3] - a[1]) / 2);
	double h = u * u + cos(a[0]) * cos(a[2]) * v * v;
	sqlite3_result_double(context, 12742 * asin(sqrt(h < 1 ? h : 1)));
}

/* The file as a URI that promises that nobody writes it. */
static void add_immutable(oni_buf *out, const char *path)
{
	oni_buf_add(out, ONI_STR("file:"));
	for (const char *at = path; *at; at++)
		if (strchr("%?#", *at))
			oni_buf_addf(out, "%%%02X", (unsigned char)*at);
		else
			oni_buf_byte(out, *at);
	oni_buf_add(out, (oni_str){"?immutable=1", sizeof "?immutable=1"});
}

static bool has_log(const char *path)
{
	struct stat info;
	oni_buf log = {0};
	oni_buf_addf(&log, "%s-wal", path);
	oni_buf_byte(&log, 0);
	bool has = !log.failed && stat(log.at, &info) == 0 && info.st_size > 0;
	oni_buf_drop(&log);
	return has;
}

/* SQLite reads a database with a write-ahead log by files beside it, which it cannot make where all is read-only (an archive, a mounted image):
 * with no log there is nothing in it that is not in the file, and the file is opened as what nobody writes. */
static int open_reading(onr_store *store, int flags, bool *ret_log)
{
	int status = sqlite3_open_v2(store->path, &store->db, flags, NULL);
	if (status == SQLITE_OK)
		status = sqlite3_exec(store->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
	if (status != SQLITE_CANTOPEN && status != SQLITE_READONLY)
		return SQLITE_OK; /* check_schema tells what else is wrong */
	*ret_log = has_log(store->path);
	if (*ret_log)
		return status;
	oni_buf uri = {0};
	add_immutable(&uri, store->path);
	sqlite3_close(store->db);
	store->db = NULL;
	status = uri.failed ? SQLITE_NOMEM : sqlite3_open_v2(uri.at, &store->db, flags | SQLITE_OPEN_URI, NULL);
	oni_buf_drop(&uri);
	return status;
}

static onr_status open_file(onr_store *store, onr_err *err)
{
	struct stat info;
	int flags = (store->writing ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
	if (!store->writing && stat(store->path, &info))
		return oni_fail(err, ONR_STORE, oni_str_of(store->path), 0, "there is no such file");
	bool log = false;
	int status = store->writing ? sqlite3_open_v2(store->path, &store->db, flags, NULL) : open_reading(store, flags, &log);
	if (log)
		return oni_fail(err, ONR_STORE, oni_str_of(store->path), 0, "is read-only and its last writer was stopped: copy it and its -wal file to where "
			"they can be written");
	if (status != SQLITE_OK)
		return oni_store_fail(store, err);
	sqlite3_busy_timeout(store->db, PATIENCE);
	sqlite3_create_function(store->db, "kilometres", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, distance, NULL, NULL);
	/* The file may be anybody's: what its views may do is read. */
	oni_store_exec(store, "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536");
	if (!store->writing)
		return ONR_OK;
	/* For a file that is yet to be made: pages smaller than most articles, so that texts run over whole pages and few are half full. */
	oni_store_exec(store, "PRAGMA page_size = 1024");
	if (sqlite3_db_readonly(store->db, "main") == 1)
		return oni_fail(err, ONR_STORE, oni_str_of(store->path), 0, "is read-only");
	return ONR_OK;
}

onr_status onr_store_open(const char *path, onr_store_mode mode, onr_store **ret_store, onr_err *err)
{
	onr_store *store = *ret_store = calloc(1, sizeof *store);
	if (store)
		store->path = strdup(path);
	if (!store || !store->path) {
		free(store);
		*ret_store = NULL;
		return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	}
	store->writing = mode == ONR_STORE_WRITE;
	onr_status status = open_file(store, err);
	if (!status)
		status = check_schema(store, err);
	if (!status && store->writing && !oni_store_exec(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"))
		status = oni_store_fail(store, err);
	if (status) {
		onr_store_drop(store);
		*ret_store = NULL;
	}
	return status;
}

void onr_store_drop(onr_store *store)
{
	if (!store)
		return;
	sqlite3_stmt **own = (sqlite3_stmt **)&store->own;
	for (size_t i = 0; i < sizeof store->own / sizeof *own; i++)
		sqlite3_finalize(own[i]);
	sqlite3_close(store->db);
	oni_words_clear(&store->words);
	oni_words_clear(&store->kinds);
	oni_json_drop(&store->json);
	oni_buf_drop(&store->scratch);
	oni_buf_drop(&store->more);
	oni_buf_drop(&store->texts);
	oni_buf_drop(&store->pending);
	free(store->points.at);
	free(store->path);
	free(store);
}
