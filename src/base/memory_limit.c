/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/memory_limit.h"

#include "base/buffer.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static uint64_t smaller(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* "max" and an unreadable file mean no limit. */
static uint64_t number_in(const char *path)
{
    uint64_t number = UINT64_MAX;
    FILE *file = fopen(path, "re");
    if (!file)
        return number;
    if (fscanf(file, "%" SCNu64, &number) != 1)
        number = UINT64_MAX;
    fclose(file);
    return number;
}

/*
 * Returns the smallest limit of a group and of its parents. In a container the path may be that of
 * the host; then only the top exists, which is the container's own.
 */
static uint64_t smallest_upwards(const char *root, const char *mount, const char *group,
                                 const char *name)
{
    uint64_t limit = UINT64_MAX;
    size_t length = strlen(group);
    for (;;) {
        struct buffer path = {0};
        while (length && group[length - 1] == '/')
            length--;
        buffer_printf(&path, "%s%s%.*s/%s", root, mount, (int)length, group, name);
        limit = smaller(limit, number_in(path.data));
        buffer_release(&path);
        if (!length)
            return limit;
        while (length && group[length - 1] != '/')
            length--;
    }
}

static bool has_word(const char *list, size_t length, const char *word)
{
    size_t size = strlen(word);
    for (size_t i = 0; i + size <= length; i++)
        if (strncmp(list + i, word, size) == 0 && (i == 0 || list[i - 1] == ',') &&
            (i + size == length || list[i + size] == ','))
            return true;
    return false;
}

/* A line is NUMBER:CONTROLLERS:PATH; in version 2 the controllers are empty. */
static uint64_t limit_of_line(const char *root, char *line)
{
    line[strcspn(line, "\n")] = '\0';
    const char *controllers = strchr(line, ':');
    const char *group = controllers ? strchr(controllers + 1, ':') : NULL;
    if (!group)
        return UINT64_MAX;
    size_t length = (size_t)(group - controllers) - 1;
    if (!length)
        return smallest_upwards(root, "/sys/fs/cgroup", group + 1, "memory.max");
    if (has_word(controllers + 1, length, "memory"))
        return smallest_upwards(root, "/sys/fs/cgroup/memory", group + 1, "memory.limit_in_bytes");
    return UINT64_MAX;
}

uint64_t memory_limit_of_groups(const char *root)
{
    uint64_t limit = UINT64_MAX;
    struct buffer path = {0};
    buffer_printf(&path, "%s/proc/self/cgroup", root);
    FILE *file = fopen(path.data, "re");
    char *line = NULL;
    size_t size = 0;
    while (file && getline(&line, &size, file) > 0)
        limit = smaller(limit, limit_of_line(root, line));
    free(line);
    if (file)
        fclose(file);
    buffer_release(&path);
    return limit;
}

uint64_t memory_limit(void)
{
    struct rlimit addresses;
    uint64_t limit = memory_limit_of_groups("");
    long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
    if (pages > 0 && page > 0)
        limit = smaller(limit, (uint64_t)pages * (uint64_t)page);
    if (getrlimit(RLIMIT_AS, &addresses) == 0 && addresses.rlim_cur != RLIM_INFINITY)
        limit = smaller(limit, addresses.rlim_cur);
    return limit;
}
