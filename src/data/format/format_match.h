/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which format a file has, told from its header. Exactly one may fit: a file that two formats claim
 * is nobody's until the user decides.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_MATCH_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_MATCH_H

#include "base/error.h"
#include "data/format/format_list.h"
#include "data/csv/header_name.h"

struct format_match {
    const struct format *format; /* NULL where none fits */
    size_t header;               /* which record of the head is the header, from 0 */
};

/*
 * `name` decides where it is not NULL. False where two formats fit, which are named, and where the
 * one that is asked for does not exist or does not fit, with what the header lacks.
 */
bool format_match(const struct format_list *list, const struct file_head *head, const char *name,
                  struct format_match *match, struct error *error);
/* Whether column `column` of a wide file is melted. Appends what its name says of each field that
 * the format melts to headings[field]. */
bool format_melts(const struct format *format, const struct csv_record *record,
                  const struct header *header, size_t column, struct buffer *headings);

#endif
