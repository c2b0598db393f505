/* Files and folders to units.
 *
 * A folder stands for the regular files below it in the order of their names' bytes, hidden ones left out. A file's
 * kind is told by its name (.jsonl, .ndjson, .conllu) and, where the name says nothing, by its first bytes: `{` and then
 * a quotation mark begins JSON (`[` may come before it), all else is text. A text file is one unit; JSON lines are one unit a line, JSON
 * whose first value goes over its line, or that lies in an array, one unit a value; CoNLL-U is
 * cut at sentence ends into units of about CONLLU_UNIT bytes, because an analysis of given tokens knows no documents. */
#include "read/input.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/json_cut.h"

#define BOM "\xEF\xBB\xBF"
enum { BLOCK = 256 * 1024, CONLLU_UNIT = 512 * 1024, DEEPEST = 64, KEEP = 1024 * 1024 };

/* A folder being walked: its entries, sorted. */
typedef struct folder {
	char *path;
	struct dirent **entries; /* [n], owned */
	int n, next;
} folder;

struct oni_input {
	const char *const *paths;
	size_t paths_n, next_path;
	onr_input kind;
	size_t limit;
	folder stack[DEEPEST];
	int depth;

	int fd;                /* the file at hand, -1 none */
	char *path;            /* owned */
	oni_unit_kind unit_kind;
	char *block;           /* [BLOCK] */
	size_t from, to;       /* what of the block is still to be given */
	bool ended;
	bool over_lines;       /* JSON values that go over lines, or lie in an array */
	int error;             /* errno of the read that failed, 0 none */
	size_t line, at;       /* lines and bytes given so far */
};

oni_input *oni_input_new(const char *const *paths, size_t n, onr_input kind, size_t limit)
{
	oni_input *input = calloc(1, sizeof *input);
	if (!input)
		return NULL;
	*input = (oni_input){.paths = paths, .paths_n = n, .kind = kind, .limit = limit, .fd = -1};
	input->block = malloc(BLOCK);
	if (!input->block) {
		free(input);
		return NULL;
	}
	return input;
}

static void leave_folder(oni_input *input)
{
	folder *f = &input->stack[--input->depth];
	for (int i = 0; i < f->n; i++)
		free(f->entries[i]);
	free(f->entries);
	free(f->path);
}

static void close_file(oni_input *input)
{
	if (input->fd > STDIN_FILENO)
		close(input->fd);
	input->fd = -1;
	free(input->path);
	input->path = NULL;
}

void oni_input_drop(oni_input *input)
{
	if (!input)
		return;
	while (input->depth)
		leave_folder(input);
	close_file(input);
	free(input->block);
	free(input);
}

/* ---- the walk ---- */

static int is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static onr_status fail_errno(onr_err *err, const char *path, int error)
{
	return oni_fail(err, error == ENOMEM ? ONR_MEMORY : ONR_READ, oni_str_of(path), 0, "cannot be read: %s",
		strerror(error));
}

/* Takes `path` over. */
static onr_status enter_folder(oni_input *input, char *path, onr_err *err)
{
	folder f = {.path = path};
	if (input->depth == DEEPEST) {
		onr_status status = oni_fail(err, ONR_READ, oni_str_of(path), 0, "folders are nested too deeply");
		free(path);
		return status;
	}
	f.n = scandir(path, &f.entries, is_shown, by_bytes);
	if (f.n < 0) {
		onr_status status = fail_errno(err, path, errno);
		free(path);
		return status;
	}
	input->stack[input->depth++] = f;
	return ONR_OK;
}

/* The next name of the walk, owned by the caller; NULL at the end. *ret_given: the user named it. */
static char *next_name(oni_input *input, bool *ret_given)
{
	while (input->depth) {
		folder *f = &input->stack[input->depth - 1];
		if (f->next < f->n) {
			char *path = NULL;
			const char *slash = oni_str_ends(oni_str_of(f->path), "/") ? "" : "/";
			*ret_given = false;
			return asprintf(&path, "%s%s%s", f->path, slash, f->entries[f->next++]->d_name) < 0 ? NULL : path;
		}
		leave_folder(input);
	}
	*ret_given = true;
	return input->next_path < input->paths_n ? strdup(input->paths[input->next_path++]) : NULL;
}

/* ---- the bytes ---- */

/* More of the file into the empty block; false at its end. */
static bool fill(oni_input *input)
{
	if (input->ended)
		return false;
	ssize_t n;
	do
		n = read(input->fd, input->block, BLOCK);
	while (n < 0 && errno == EINTR);
	input->from = 0;
	input->to = n > 0 ? (size_t)n : 0;
	input->ended = n <= 0;
	if (n < 0)
		input->error = errno;
	return n > 0;
}

/* Moves n bytes of the block to the unit; what passes the limit is counted, not kept. */
static void take(oni_input *input, oni_unit *unit, size_t n)
{
	if (unit->size + n <= input->limit)
		oni_buf_add(&unit->bytes, (oni_str){input->block + input->from, n});
	unit->size += n;
	input->from += n;
	input->at += n;
}

static void take_all(oni_input *input, oni_unit *unit)
{
	while (input->from < input->to || fill(input))
		take(input, unit, input->to - input->from);
}

/* One line with its newline; false at the end of the file. */
static bool take_line(oni_input *input, oni_unit *unit)
{
	bool any = false;
	while (input->from < input->to || fill(input)) {
		any = true;
		const char *begin = input->block + input->from;
		const char *stop = memchr(begin, '\n', input->to - input->from);
		take(input, unit, stop ? (size_t)(stop - begin) + 1 : input->to - input->from);
		if (stop)
			break;
	}
	input->line += any;
	return any;
}

static size_t lines_of(const char *at, size_t n)
{
	size_t lines = 0;
	for (const char *stop = at; n && (stop = memchr(stop, '\n', n - (size_t)(stop - at))); stop++)
		lines++;
	return lines;
}

/* One JSON value, wherever its lines end; nothing when there is none left. */
static void take_value(oni_input *input, oni_unit *unit)
{
	oni_json_cut cut = {0};
	while (!cut.done && (input->from < input->to || fill(input))) {
		oni_str rest = {input->block + input->from, input->to - input->from};
		size_t n = cut.begun ? 0 : oni_json_cut_skip(rest);
		input->line += lines_of(rest.at, n);
		input->from += n;
		input->at += n;
		if (n == rest.n)
			continue;
		if (!cut.begun) {
			unit->at = input->at;
			unit->line = input->line + 1;
		}
		n = oni_json_cut_take(&cut, oni_str_cut(rest, n, rest.n));
		input->line += lines_of(input->block + input->from, n);
		take(input, unit, n);
	}
}

/* Sentences of CoNLL-U, each closed by its blank line. */
static void take_sentences(oni_input *input, oni_unit *unit)
{
	size_t before;
	do
		before = unit->size;
	while (take_line(input, unit) && (unit->size < CONLLU_UNIT || unit->size - before > 1));
}

/* ---- the file ---- */

static bool looks_like_json(const char *at, size_t n)
{
	oni_str s = {at, n};
	if (oni_str_starts(s, BOM))
		s = oni_str_cut(s, 3, s.n);
	s = oni_str_trim(s);
	if (oni_str_starts(s, "["))
		s = oni_str_trim(oni_str_cut(s, 1, s.n));
	if (!oni_str_starts(s, "{"))
		return false;
	return oni_str_starts(oni_str_trim(oni_str_cut(s, 1, s.n)), "\"");
}

static oni_unit_kind kind_of(const oni_input *input)
{
	switch (input->kind) {
	case ONR_TEXT:
		return ONI_UNIT_TEXT;
	case ONR_JSONL:
		return ONI_UNIT_JSON;
	case ONR_TOKENS:
		return ONI_UNIT_TOKENS;
	case ONR_DETECT:
		break;
	}
	oni_str name = oni_str_of(input->path);
	if (oni_str_ends(name, ".jsonl") || oni_str_ends(name, ".ndjson"))
		return ONI_UNIT_JSON;
	if (oni_str_ends(name, ".txt"))
		return ONI_UNIT_TEXT;
	return looks_like_json(input->block, input->to) ? ONI_UNIT_JSON : ONI_UNIT_TEXT;
}

static bool is_over_lines(const oni_input *input)
{
	oni_str name = oni_str_of(input->path), begin = {input->block, input->to};
	if (input->kind == ONR_JSONL || oni_str_ends(name, ".jsonl") || oni_str_ends(name, ".ndjson"))
		return false; /* lines, it says; a broken one must not take the others with it */
	return oni_json_is_over_lines(oni_str_starts(begin, BOM) ? oni_str_cut(begin, 3, begin.n) : begin);
}

/* Opens a name of the walk; takes it over. A folder is entered, and *ret_opened false then. */
static onr_status open_name(oni_input *input, char *path, bool given, bool *ret_opened, onr_err *err)
{
	struct stat info;
	bool standard = given && strcmp(path, "-") == 0;
	*ret_opened = false;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0 || fstat(fd, &info)) {
		onr_status status = fail_errno(err, path, errno);
		free(path);
		return status;
	}
	if (!standard && S_ISDIR(info.st_mode)) {
		close(fd);
		return enter_folder(input, path, err);
	}
	if (!given && !S_ISREG(info.st_mode)) { /* a pipe or device that only happens to lie in a folder */
		close(fd);
		free(path);
		return ONR_OK;
	}
	if (!standard)
		fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
	input->fd = fd;
	input->path = path;
	input->from = input->to = input->line = input->at = 0;
	input->ended = false;
	input->error = 0;
	fill(input);
	input->unit_kind = kind_of(input);
	input->over_lines = input->unit_kind == ONI_UNIT_JSON && is_over_lines(input);
	if (input->over_lines && oni_str_starts((oni_str){input->block, input->to}, BOM))
		input->from = input->at = sizeof BOM - 1;
	*ret_opened = true;
	return ONR_OK;
}

/* ---- units ---- */

static bool is_blank(oni_str s)
{
	return oni_str_trim(s).n == 0;
}

static void unit_failed(oni_unit *unit, const onr_err *err)
{
	unit->err = *err;
	oni_buf_add(&unit->source, oni_str_of(err->where));
}

/* The file's next unit; false when it has no more. */
static bool next_of_file(oni_input *input, oni_unit *unit)
{
	unit->kind = input->unit_kind;
	do {
		oni_buf_clear(&unit->bytes, KEEP);
		unit->size = 0;
		unit->at = input->at;
		if (unit->kind == ONI_UNIT_TEXT)
			take_all(input, unit);
		else if (unit->kind == ONI_UNIT_JSON && input->over_lines)
			take_value(input, unit);
		else if (unit->kind == ONI_UNIT_JSON)
			take_line(input, unit);
		else
			take_sentences(input, unit);
	} while (unit->kind != ONI_UNIT_TEXT && unit->size > 0 && unit->size <= input->limit
		&& is_blank(oni_buf_str(&unit->bytes)));
	if (unit->kind != ONI_UNIT_JSON)
		unit->line = 0;
	else if (!input->over_lines)
		unit->line = input->line;
	return unit->size > 0;
}

static void check_unit(oni_input *input, oni_unit *unit)
{
	oni_str where = oni_str_of(input->path);
	oni_buf_add(&unit->source, where);
	if (input->error)
		fail_errno(&unit->err, input->path, input->error);
	else if (unit->size > input->limit)
		oni_fail(&unit->err, ONR_LIMIT, where, unit->at, "%zu bytes long, over the limit of %zu", unit->size,
			input->limit);
	else if (unit->bytes.failed || unit->source.failed)
		oni_fail(&unit->err, ONR_MEMORY, where, unit->at, "no memory left for it");
}

bool oni_input_next(oni_input *input, oni_unit *unit)
{
	oni_buf_clear(&unit->source, KEEP);
	unit->err.status = ONR_OK;
	for (;;) {
		if (input->fd >= 0) {
			bool first = input->at == 0, any = next_of_file(input, unit);
			if (any || input->error || first)
				check_unit(input, unit);
			if (first && !any && !input->error)
				oni_fail(&unit->err, ONR_EMPTY, oni_str_of(input->path), 0, "holds no text");
			if (!any || input->error || unit->kind == ONI_UNIT_TEXT)
				close_file(input);
			if (any || unit->err.status)
				return true;
			continue;
		}
		onr_err err = {0};
		bool given, opened;
		char *path = next_name(input, &given);
		if (!path)
			return false;
		if (open_name(input, path, given, &opened, &err)) {
			oni_buf_clear(&unit->bytes, KEEP);
			unit->kind = ONI_UNIT_TEXT;
			unit->line = unit->at = unit->size = 0;
			unit_failed(unit, &err);
			return true;
		}
	}
}
