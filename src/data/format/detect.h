/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Detects what a file is: a claims file, official statistics of a known format, statistics that the
 * user describes, or a plain table. All files of the program are loaded with this mapper.
 */
#ifndef TRADESCOPE_DATA_FORMAT_DETECT_H
#define TRADESCOPE_DATA_FORMAT_DETECT_H

#include "data/codes/country.h"
#include "data/format/format_list.h"

/* What the user said about the layout of files; zeroed if nothing. */
struct load_hints {
    const char *format;          /* the name of the format; NULL to detect it */
    const char *encoding;        /* of their bytes; NULL to guess it */
    const struct format *fields; /* from column_map_parse(); NULL if there are none */
};

struct recognition {
    struct format_list *formats;          /* read when first needed, if it is deferred */
    const struct country_list *countries; /* may be NULL */
    struct load_hints wish;
};

/*
 * A mapper; the context is a struct recognition. In this order:
 *
 * - a file with the columns that figures need is a claims file;
 * - what the user said must fit, or the file is refused with what is missing;
 * - a file that matches exactly one format is read by it, or refused with the reason of the format;
 *   one that matches two is refused; one that lacks fields is a plain table with a note;
 * - any other file with a column `kind` is a claims file;
 * - anything else is a plain table, with a note on the missing fields and how to name them.
 */
mapper recognise;

#endif
