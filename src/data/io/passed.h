/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records that are neither rows nor errors: comments, blank records, footnotes; and records that
 * were read although they are not clean CSV. They are counted and reported with the first line.
 */
#ifndef TRADESCOPE_DATA_IO_PASSED_H
#define TRADESCOPE_DATA_IO_PASSED_H

#include "data/io/problem.h"

enum passed_kind {
    PASSED_NOT, /* an ordinary record */
    PASSED_COMMENT,
    PASSED_BLANK,
    PASSED_FOOTNOTE,
    PASSED_STRAY,    /* read; has a quotation mark in an odd place */
    PASSED_REQUOTED, /* read, after one level of quotes was removed */
    PASSED_UNENDED,  /* read; the last line, which has no line end */
    PASSED_ROUNDED,  /* not records, but numbers with more digits than a double holds */
    PASSED_KINDS,
};

struct passed {
    size_t count;
    size_t line; /* of the first record, from 1 */
};

/* Counts a record in passed[kind]. */
void passed_note(struct passed *passed, enum passed_kind kind, size_t line);
/* Adds all counts of `from`, whose lines begin `lines` further down. */
void passed_take(struct passed *passed, const struct passed *from, size_t lines);
/* Appends a note for each kind that occurred. */
void passed_tell(const struct passed *passed, const char *path, struct problem_list *notes);

/* Returns PASSED_COMMENT, PASSED_BLANK or PASSED_FOOTNOTE if the record looks like one. */
enum passed_kind passed_recognise(const struct text *fields, size_t count, size_t width);
/*
 * Returns the number of fields that are not empty, and sets *first to the first of them (`count` if
 * there is none).
 */
size_t passed_count_filled(const struct text *fields, size_t count, size_t *first);

#endif
