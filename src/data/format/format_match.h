/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recognises the format of a file by its header. Exactly one must match: a file that matches two is
 * refused until the user decides.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_MATCH_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_MATCH_H

#include "base/error.h"
#include "data/format/format_list.h"
#include "data/csv/header_name.h"

struct format_match {
    const struct format *format; /* NULL if none matches */
    size_t header;               /* number of the header record, from 0 */
};

/*
 * `name` decides if it is not NULL. Returns false if two formats match, which the error names, or
 * if the requested one does not exist or does not match, with the columns that the header lacks.
 */
bool format_match(const struct format_list *list, const struct file_head *head, const char *name,
                  struct format_match *match, struct error *error);
/*
 * True if a column of a wide file is melted. Appends what its name says about each melted field to
 * headings[field].
 */
bool format_melts(const struct format *format, const struct csv_record *record,
                  const struct header *header, size_t column, struct buffer *headings);

#endif
