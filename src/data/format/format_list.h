/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The known formats: those of the package, and the user's own. A format of the user replaces the
 * one of the same name in the package.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_LIST_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_LIST_H

#include "data/format/format.h"

struct format_list {
    struct format **formats; /* owned, sorted by name */
    size_t count, capacity;
    struct problem_list problems; /* of format files; these are not in the list */
    bool is_deferred;             /* read by format_list_need(); not read yet */
};

/* Reads the installed directory, then $XDG_CONFIG_HOME/tradescope/formats. */
void format_list_read(struct format_list *list);
/* The same, unless the list was read or made otherwise. Claims files need no formats. */
void format_list_need(struct format_list *list);
/* Reads all NAME.format of a directory; none if it does not exist. */
void format_list_read_folder(struct format_list *list, const char *folder);
void format_list_release(struct format_list *list);

/* Returns NULL if there is no format of that name. */
const struct format *format_list_find(const struct format_list *list, struct text name);
/*
 * Appends one line per format for --list-formats: name, title, the columns by which it is
 * recognised.
 */
void format_list_write(const struct format_list *list, struct buffer *out);

#endif
