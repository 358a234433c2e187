/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Problems: what could not be read, and where. Everything that is left out of a table is in this
 * list. If a file is bad from end to end, the list has the first problems and the number of the
 * others.
 */
#ifndef TRADESCOPE_DATA_IO_PROBLEM_H
#define TRADESCOPE_DATA_IO_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct problem {
    char *file;           /* owned; the user's name for it */
    size_t line;          /* from 1; 0 for the whole file */
    size_t field;         /* number of the field in its record, from 1; 0 for the whole record */
    char *reason;         /* owned: what is wrong, the value, and the remedy */
    size_t others;        /* further problems that this item stands for */
    bool may_be_footnote; /* a record of one text: a footnote if no rows follow */
};

struct problem_list {
    struct problem *items; /* in the order of the file */
    size_t count, capacity;
    size_t others; /* sum over all items */
    size_t taken;  /* by problem_list_take() */
    size_t most;   /* maximum that is listed, the others are counted; 0 for PROBLEMS_LISTED */
    size_t rest;   /* number of the item that stands for the others; 0 if there is none */
};

#define PROBLEMS_LISTED ((size_t)100000)

void problem_add(struct problem_list *list, const char *file, size_t line, size_t field,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
/*
 * Appends "`VALUE`" for a reason: on one line, without control characters, shortened if it is long.
 */
void problem_quote(struct buffer *out, struct text value);
/* Appends "FILE:LINE:COLUMN: reason", without parts that are 0. */
void problem_format(struct buffer *out, const struct problem *problem);
/* The same for a note: "FILE:LINE: note: text". */
void problem_format_note(struct buffer *out, const struct problem *note);
/*
 * Moves all problems of `from` to the end and adds `lines` to their lines. Beyond the maximum, one
 * last item counts the others.
 */
void problem_list_take(struct problem_list *list, struct problem_list *from, size_t lines);
/* Appends copies of the problems from number `first` on. */
void problem_list_append(struct problem_list *list, const struct problem_list *from, size_t first);
/* Returns the number of problems, listed or not. */
size_t problem_list_total(const struct problem_list *list);
/* Shortens the list to `count` items. */
void problem_list_truncate(struct problem_list *list, size_t count);
void problem_list_release(struct problem_list *list);

#endif
