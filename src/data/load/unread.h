/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much of a file was not read. Whatever rests on the rows of a file, be it a sum, a page or a
 * headline, says so in these words.
 */
#ifndef TRADESCOPE_DATA_LOAD_UNREAD_H
#define TRADESCOPE_DATA_LOAD_UNREAD_H

#include "data/load/dataset.h"

struct unread {
    size_t rows;  /* that could not be read: each is among the problems */
    size_t all;   /* rows, with these */
    size_t files; /* of which nothing was read */
    size_t cut;   /* files whose rest was left out, so that nobody knows how many rows it has */
};

/* Of a file whose own rows in the table are so many. */
struct unread unread_of(const struct dataset *dataset, size_t rows);
/* Of several files. */
void unread_add(struct unread *sum, struct unread of);
bool unread_is_some(struct unread unread);
/* "899 of 23,000 rows not read", "2 files not read", "the rest of a file not read"; nothing where
 * all was read. */
void unread_write(struct buffer *out, struct unread unread);
/* The same, and where the reasons stand: "899 of 23,000 rows not read: 6 Problems". */
void unread_write_with_problems(struct buffer *out, struct unread unread);

#endif
