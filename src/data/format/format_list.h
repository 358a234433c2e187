/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The formats that are known: those shipped, and the user's own. A user's format takes the place of
 * the shipped one of the same name.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_LIST_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_LIST_H

#include "data/format/format.h"

struct format_list {
    struct format **formats; /* owned, in the order of their names */
    size_t count, capacity;
    struct problem_list problems; /* of format files, which are left out */
};

/* From the shipped folder, then from $XDG_CONFIG_HOME/tradescope/formats. */
void format_list_read(struct format_list *list);
/* All NAME.format of a folder; one that does not exist has none. */
void format_list_read_folder(struct format_list *list, const char *folder);
void format_list_release(struct format_list *list);

/* NULL where none has that name. */
const struct format *format_list_find(const struct format_list *list, struct text name);
/* One line a format for --list-formats: name, title, the columns that it is recognised by. */
void format_list_write(const struct format_list *list, struct buffer *out);

#endif
