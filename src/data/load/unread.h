/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much of a file was not read. A sum, page or headline that depends on the rows of the file
 * says so in these words.
 */
#ifndef TRADESCOPE_DATA_LOAD_UNREAD_H
#define TRADESCOPE_DATA_LOAD_UNREAD_H

#include "data/load/dataset.h"

struct unread {
    size_t rows;  /* rows that could not be read: each is a problem */
    size_t all;   /* all rows, including these */
    size_t files; /* files that could not be read at all */
    size_t cut;   /* files whose rest was not read, so that the number of their rows is unknown */
};

/* Returns the counts of a file that has `rows` rows in the table. */
struct unread unread_of(const struct dataset *dataset, size_t rows);
/* Adds the counts of another file. */
void unread_add(struct unread *sum, struct unread of);
bool unread_is_some(struct unread unread);
/*
 * Appends "899 of 23,000 rows not read", "2 files not read", "the rest of a file not read"; nothing
 * if all was read.
 */
void unread_write(struct buffer *out, struct unread unread);
/* The same with where to find the reasons: "899 of 23,000 rows not read: 6 Problems". */
void unread_write_with_problems(struct buffer *out, struct unread unread);

#endif
