/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Problems: what could not be read, and where. Nothing that is left out of a table is left out of
 * this list; where a file is bad from one end to the other, the list names the first rows and
 * counts the others.
 */
#ifndef TRADESCOPE_DATA_IO_PROBLEM_H
#define TRADESCOPE_DATA_IO_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct problem {
    char *file;    /* owned, as the user named it */
    size_t line;   /* from 1; 0 where the whole file is meant */
    size_t field;  /* number of the field in its record, from 1; 0 where the record is meant */
    char *reason;  /* owned: what is wrong, with the value, and what to write instead */
    size_t others; /* problems further down that it stands for, too */
    bool may_be_footnote; /* a record of one text: nothing is wrong where no rows follow */
};

struct problem_list {
    struct problem *items; /* in the order of the file */
    size_t count, capacity;
    size_t others; /* of all items */
    size_t taken;  /* by problem_list_take() */
    size_t most;   /* that it takes before it only counts; 0 for PROBLEMS_LISTED */
    size_t rest;   /* number of the item that stands for those; 0 for none */
};

#define PROBLEMS_LISTED ((size_t)100000)

void problem_add(struct problem_list *list, const char *file, size_t line, size_t field,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Appends "`VALUE`" for a reason: on one line, harmless to a terminal, its start where it is long.
 */
void problem_quote(struct buffer *out, struct text value);
/* "FILE:LINE:COLUMN: reason", without the parts that are 0. */
void problem_format(struct buffer *out, const struct problem *problem);
/* The same of what is no problem: "FILE:LINE: note: text". */
void problem_format_note(struct buffer *out, const struct problem *note);
/*
 * Moves all problems of `from` to the end, their lines `lines` further down. Once so many were
 * taken, one last item stands for all others, and says how many they are.
 */
void problem_list_take(struct problem_list *list, struct problem_list *from, size_t lines);
/* Copies them to the end, from the one of that number on. */
void problem_list_append(struct problem_list *list, const struct problem_list *from, size_t first);
/* How many there are, listed or not. */
size_t problem_list_total(const struct problem_list *list);
/* Takes off the last items, down to so many. */
void problem_list_truncate(struct problem_list *list, size_t count);
void problem_list_release(struct problem_list *list);

#endif
