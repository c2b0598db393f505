/* files.h - whole files and sorted folders, for this room's own use. False with errno set on failure. */
#ifndef ONI_PACK_FILES_H
#define ONI_PACK_FILES_H

#include "base/arena.h"

/* The bytes of a file, in the arena. */
bool oni_file_read(oni_arena *arena, const char *path, oni_str *ret_bytes);

/* The names (without the folder) that end in `suffix` and do not start with a dot, in byte order, each NUL-terminated. */
bool oni_folder_list(oni_arena *arena, const char *folder, const char *suffix, oni_str **ret_names, uint32_t *ret_n);

#endif
