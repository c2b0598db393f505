#include "pack/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/vec.h"

bool oni_file_read(oni_arena *arena, const char *path, oni_str *ret_bytes)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return false;
	size_t n = 0, room = 1 << 16;
	char *at = oni_alloc(arena, room);
	for (size_t got; (got = fread(at + n, 1, room - n, file)) > 0; )
		if ((n += got) == room) {
			at = oni_regrow(arena, at, room, room * 2);
			room *= 2;
		}
	bool good = !ferror(file);
	int error = errno;
	fclose(file);
	errno = error;
	*ret_bytes = (oni_str){at, n};
	return good;
}

static int by_name(const void *a, const void *b)
{
	return oni_str_cmp(*(const oni_str *)a, *(const oni_str *)b);
}

bool oni_folder_list(oni_arena *arena, const char *folder, const char *suffix, oni_str **ret_names, uint32_t *ret_n)
{
	ONI_VEC(oni_str) names = {0};
	DIR *dir = opendir(folder);
	if (!dir)
		return false;
	for (const struct dirent *entry; (entry = readdir(dir)); ) {
		oni_str name = oni_str_of(entry->d_name);
		if (*name.at != '.' && oni_str_ends(name, suffix))
			*(oni_str *)oni_push(arena, &names) = oni_keep(arena, name);
	}
	closedir(dir);
	if (names.n)
		qsort(names.at, names.n, sizeof *names.at, by_name);
	*ret_names = names.at;
	*ret_n = names.n;
	return true;
}
