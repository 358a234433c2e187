/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records that are no rows and no errors either: comments, blank records, footnotes; and records
 * that were read although they are no clean CSV. They are counted, and told with the first line.
 */
#ifndef TRADESCOPE_DATA_IO_PASSED_H
#define TRADESCOPE_DATA_IO_PASSED_H

#include "data/io/problem.h"

enum passed_kind {
    PASSED_NOT, /* an ordinary record */
    PASSED_COMMENT,
    PASSED_BLANK,
    PASSED_FOOTNOTE,
    PASSED_STRAY,    /* read, with a quotation mark in an odd place */
    PASSED_REQUOTED, /* read, with one level of quotes taken off */
    PASSED_KINDS,
};

struct passed {
    size_t count;
    size_t line; /* of the first, from 1 */
};

/* Counts one in passed[kind]. */
void passed_note(struct passed *passed, enum passed_kind kind, size_t line);
/* Adds all kinds of `from`, whose lines are `lines` further down. */
void passed_take(struct passed *passed, const struct passed *from, size_t lines);
/* A note for each kind that there is. */
void passed_tell(const struct passed *passed, const char *path, struct problem_list *notes);

/* PASSED_COMMENT, PASSED_BLANK or PASSED_FOOTNOTE for a record that is one by its looks. */
enum passed_kind passed_recognise(const struct text *fields, size_t count, size_t width);
/* How many of the fields are not empty, and the first of these (`count` for none). */
size_t passed_count_filled(const struct text *fields, size_t count, size_t *first);

#endif
