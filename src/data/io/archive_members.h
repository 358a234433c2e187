/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files in an archive, and which of them is the data.
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

/* Initialise it to zero, but for `wanted`. */
struct archive_members {
    const char *wanted;       /* borrowed: the name that the user gave; NULL without one */
    size_t count, data_count; /* files, and those of them that are named like data */
    size_t only, only_data;   /* number of the first of each */
    size_t found;             /* number of the one wanted */
    bool is_found, is_workbook;
    struct buffer names, example; /* for the message */
};

/*
 * The next entry of the archive, that is not a folder; names end with their first NUL byte, and may
 * be anything. What archivers add of their own accord is passed over.
 */
void archive_members_add(struct archive_members *members, const char *name, size_t number);
/*
 * The file wanted, by its name with or without its folder; else the only one; else the only one of
 * those named .csv, .tsv, .tab or .txt. False with the reason where there is none, and for a
 * workbook or document (OOXML, ODF).
 */
bool archive_members_choose(const struct archive_members *members, size_t *number,
                            struct error *error);
void archive_members_release(struct archive_members *members);

#endif
