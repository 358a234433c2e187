/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/paths.h"

#include "base/buffer.h"
#include "base/array.h"
#include "base/memory.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *path_join(const char *folder, const char *name)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s", folder, name);
    return buffer_take(&path);
}

/* Returns the name of a table behind the name of its database, see data/io/database_name.h. */
static const char *table_name(const char *path)
{
    static const char key[] = "table=";
    if (strncmp(path, "odbc:", 5) != 0 && strncmp(path, "sqlite:", 7) != 0)
        return NULL;
    const char *found = strstr(path, key);
    return found && found[sizeof key - 1] ? found + sizeof key - 1 : NULL;
}

const char *path_name(const char *path)
{
    const char *table = table_name(path);
    if (table)
        return table;
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *path_expand_home(const char *path)
{
    const char *home = getenv("HOME");
    if (strncmp(path, "~/", 2) != 0 || !home)
        return xstrdup(path);
    return path_join(home, path + 2);
}

/*
 * A build tree is recognised by config.status, which an installed program does not have beside it.
 */
static char *build_tree(void)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return NULL;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash)
        return NULL;
    *slash = '\0';
    char *folder = path_join(program, "..");
    char *mark = path_join(folder, "config.status");
    bool found = access(mark, F_OK) == 0;
    free(mark);
    if (found)
        return folder;
    free(folder);
    return NULL;
}

char *path_of_data(const char *name)
{
    const char *chosen = getenv("TRADESCOPE_DATADIR");
    if (chosen && *chosen)
        return path_join(chosen, name);
    char *build = build_tree();
    if (!build)
        return path_join(PKGDATADIR, name);
    char *folder = path_join(build, "data");
    char *path = path_join(folder, name);
    free(folder);
    free(build);
    return path;
}

/* A missing home directory is not created. */
static bool is_folder(const char *path)
{
    struct stat status;
    return path && *path && stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static char *xdg_folder(const char *variable, const char *below_home)
{
    const char *base = getenv(variable);
    if (base && *base == '/')
        return path_join(base, "tradescope");
    const char *home = getenv("HOME");
    if (!is_folder(home))
        return NULL;
    char *folder = path_join(home, below_home);
    char *path = path_join(folder, "tradescope");
    free(folder);
    return path;
}

char *path_of_state(void)
{
    return xdg_folder("XDG_STATE_HOME", ".local/state");
}

char *path_of_config(void)
{
    return xdg_folder("XDG_CONFIG_HOME", ".config");
}

bool path_make_folder(const char *folder, struct error *error)
{
    char *path = xstrdup(folder);
    bool made = true;
    for (char *end = path + 1; made; end++) {
        if (*end && *end != '/')
            continue;
        char kept = *end;
        *end = '\0';
        if (mkdir(path, 0700) != 0 && errno != EEXIST)
            made = error_set(error, "cannot make the folder %s: %s", path, strerror(errno));
        *end = kept;
        if (!kept)
            break;
    }
    free(path);
    return made;
}

/* Removes a file name extension. Returns false if there is none. */
static bool cut_ending(struct text *name)
{
    static const char *const endings[] = {".csv", ".tsv", ".txt", ".gz",
                                          ".xz",  ".zst", ".bz2", ".zip"};
    for (size_t i = 0; i < ARRAY_LENGTH(endings); i++) {
        size_t length = strlen(endings[i]);
        if (name->length <= length)
            continue;
        struct text tail = {name->data + name->length - length, length};
        if (text_is_word(tail, endings[i])) {
            name->length -= length;
            return true;
        }
    }
    return false;
}

struct text path_stem(const char *path)
{
    struct text name = text_of(path_name(path));
    while (cut_ending(&name))
        ;
    return name;
}
