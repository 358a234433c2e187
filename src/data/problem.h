/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Problems: what could not be read, and where. Nothing that is left out of a table is left out of
 * this list.
 */
#ifndef TRADESCOPE_DATA_PROBLEM_H
#define TRADESCOPE_DATA_PROBLEM_H

#include <stddef.h>

#include "base/buffer.h"

struct problem {
    char *file;   /* owned, as the user named it */
    size_t line;  /* from 1; 0 where the whole file is meant */
    size_t field; /* number of the field in its record, from 1; 0 where the record is meant */
    char *reason; /* owned: what is wrong, with the value, and what to write instead */
};

struct problem_list {
    struct problem *items; /* in the order of the file */
    size_t count, capacity;
};

void problem_add(struct problem_list *list, const char *file, size_t line, size_t field,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Appends "`VALUE`" for a reason: on one line, harmless to a terminal, its start where it is long.
 */
void problem_quote(struct buffer *out, struct text value);
/* "FILE:LINE:COLUMN: reason", without the parts that are 0. */
void problem_format(struct buffer *out, const struct problem *problem);
/* Takes off the last problems, down to so many. */
void problem_list_truncate(struct problem_list *list, size_t count);
void problem_list_release(struct problem_list *list);

#endif
