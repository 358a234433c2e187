/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files in an archive, and the choice of the one that has the data.
 *
 *     struct archive_members members = {.wanted = NULL};
 *     archive_members_add(&members, "readme.md", 0);
 *     archive_members_add(&members, "trade.csv", 1);
 *     archive_members_choose(&members, &number, &error);       number is 1
 */
#ifndef TRADESCOPE_DATA_IO_ARCHIVE_MEMBERS_H
#define TRADESCOPE_DATA_IO_ARCHIVE_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

/* Initialise it to zero, except `wanted`. */
struct archive_members {
    const char *wanted;       /* borrowed: the member that the user named, or NULL */
    size_t count, data_count; /* files, and those with an extension of data files */
    size_t only, only_data;   /* number of the first of each */
    size_t found;             /* number of the wanted member */
    bool is_found, is_workbook;
    struct buffer names, example; /* for messages */
};

/*
 * Adds the next entry that is not a directory. Names end at their first NUL byte and may have any
 * content. Files that archivers add by themselves are ignored.
 */
void archive_members_add(struct archive_members *members, const char *name, size_t number);
/*
 * Chooses the wanted member, by its name with or without directories; else the only member; else
 * the only one named .csv, .tsv, .tab or .txt. Returns false with the reason if there is none, and
 * for a workbook or document (OOXML, ODF).
 */
bool archive_members_choose(const struct archive_members *members, size_t *number,
                            struct error *error);
void archive_members_release(struct archive_members *members);

#endif
