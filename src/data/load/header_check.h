/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Columns are known by their names, so a name that stands twice in a header is a problem, and the
 * second column gets one of its own: `Val (2)`.
 */
#ifndef TRADESCOPE_DATA_LOAD_HEADER_CHECK_H
#define TRADESCOPE_DATA_LOAD_HEADER_CHECK_H

#include "data/format/mapping.h"
#include "data/io/problem.h"

/*
 * Gives the mapping the names of the columns of the file, which stand in that record, and tells
 * equal ones apart, there and in the names of its own columns. Adds a problem for each of these; in
 * a claims file also for names that differ in the case of letters alone.
 */
void header_check(struct mapping *mapping, const struct csv_record *header, const char *path,
                  struct problem_list *problems);

#endif
