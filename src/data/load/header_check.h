/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Columns are identified by their names. A name that occurs twice in a header is a problem, and the
 * second column is renamed `Val (2)`.
 */
#ifndef TRADESCOPE_DATA_LOAD_HEADER_CHECK_H
#define TRADESCOPE_DATA_LOAD_HEADER_CHECK_H

#include "data/format/mapping.h"
#include "data/io/problem.h"

/*
 * Names the columns of the file in the mapping after the header record, and renames duplicates,
 * there and among the mapping's own columns. Adds a problem for each duplicate; in a claims file
 * also for names that differ only in case.
 */
void header_check(struct mapping *mapping, const struct csv_record *header, const char *path,
                  struct problem_list *problems);

#endif
