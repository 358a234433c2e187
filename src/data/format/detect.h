/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file is: a claims file, official statistics of a known format, statistics that the user
 * describes, or a plain table. The mapper that the program loads its files with.
 */
#ifndef TRADESCOPE_DATA_FORMAT_DETECT_H
#define TRADESCOPE_DATA_FORMAT_DETECT_H

#include "data/codes/country.h"
#include "data/format/format_list.h"

/* What the user said about the layout of files; zeroed where nothing. */
struct load_hints {
    const char *format;          /* the name of the one that they have; NULL to look */
    const struct format *fields; /* of column_map_parse(); NULL for none */
};

struct recognition {
    const struct format_list *formats;
    const struct country_list *countries; /* may be NULL */
    struct load_hints wish;
};

/*
 * A mapper; the context is a struct recognition. In turn:
 *
 * - a file with the columns that figures need is a claims file;
 * - what the user said must fit, or is refused with what lacks;
 * - a file of exactly one format is read by it, or refused with the reason of the format; one that
 *   two formats claim is refused; one that lacks fields is a plain table with a note;
 * - any other file with a column `kind` is a claims file;
 * - anything else is a plain table, with a note which fields lack and how to name them.
 */
mapper recognise;

#endif
