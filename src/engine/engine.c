#include "engine/engine.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pack/open.h"

#define FILE_NAME "onrecord.data"

static bool is_there(const char *path)
{
	return access(path, R_OK) == 0;
}

/* FILE_NAME beside the running program, when it is there. */
static bool beside_program(char ret_path[PATH_MAX])
{
	ssize_t n = readlink("/proc/self/exe", ret_path, PATH_MAX - sizeof FILE_NAME - 1);
	if (n <= 0)
		return false;
	ret_path[n] = 0;
	char *slash = strrchr(ret_path, '/');
	if (!slash)
		return false;
	strcpy(slash + 1, FILE_NAME);
	return is_there(ret_path);
}

/* Where the data file should be, in the order that the header promises; the caller frees it. */
static char *find_data(const char *given)
{
	char path[PATH_MAX];
	const char *named = given ? given : getenv("ONRECORD_DATA");
	if (named && *named)
		return strdup(named);
	return strdup(beside_program(path) ? path : ONR_DATADIR "/" FILE_NAME);
}

/* The language model of the data file; a file without one is for tests, and its words are not analysed. */
static onr_status open_model(onr_engine *engine, onr_err *err)
{
	oni_str bytes = oni_facts_section(engine->facts, "english");
	const char *why = "";
	if (bytes.n == 0)
		return ONR_OK;
	engine->model = oni_model_open(bytes, &why);
	return engine->model ? ONR_OK : oni_fail(err, ONR_DATA, oni_str_of(engine->path), 0, "the language model %s", why);
}

/* Opens the facts with the folders of a list like PATH's: "mine:/srv/theirs", later ones before earlier ones. */
static oni_facts *open_facts(const char *path, const char *list, oni_facts_err *err)
{
	size_t n = 0, room = list ? strlen(list) + 1 : 1;
	char *copy = malloc(room);
	const char **folders = calloc(room, sizeof *folders); /* no more folders than bytes */
	oni_facts *facts = NULL;
	if (copy && folders) {
		memcpy(copy, list ? list : "", room);
		for (char *at = copy, *colon; list && at; at = colon) {
			folders[n++] = at;
			colon = strchr(at, ':');
			if (colon)
				*colon++ = '\0';
		}
		facts = oni_facts_open(path, folders, n, err);
	} else {
		snprintf(err->text, sizeof err->text, "no memory left");
	}
	free(folders);
	free(copy);
	return facts;
}

onr_status onr_engine_open(const char *data, const char *lexicon, onr_engine **ret_engine, onr_err *err)
{
	onr_engine *engine = calloc(1, sizeof *engine);
	char *path = find_data(data);
	*ret_engine = NULL;
	if (!engine || !path) {
		free(engine);
		free(path);
		return oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory left");
	}
	engine->path = path;
	oni_facts_err facts_err = {0};
	engine->facts = open_facts(path, lexicon, &facts_err);
	if (!engine->facts) {
		onr_status status = facts_err.line
			? oni_fail(err, ONR_DATA, oni_str_of(facts_err.where), facts_err.line, "line %u: %s", facts_err.line, facts_err.text)
			: oni_fail(err, ONR_DATA, oni_str_of(facts_err.where), 0, "%s", facts_err.text);
		onr_engine_drop(engine);
		return status;
	}
	onr_status status = open_model(engine, err);
	if (status != ONR_OK) {
		onr_engine_drop(engine);
		return status;
	}
	*ret_engine = engine;
	return ONR_OK;
}

void onr_engine_drop(onr_engine *engine)
{
	if (!engine)
		return;
	oni_model_drop(engine->model);
	oni_facts_drop(engine->facts);
	free(engine->path);
	free(engine);
}

onr_status onr_engine_check(const onr_engine *engine, onr_err *err)
{
	oni_facts_err facts_err = {0};
	if (oni_facts_verify(engine->facts, &facts_err))
		return ONR_OK;
	return oni_fail(err, ONR_DATA, oni_str_of(facts_err.where), 0, "%s", facts_err.text);
}

const char *onr_engine_data(const onr_engine *engine)
{
	return engine->path;
}
