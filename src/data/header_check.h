/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns of a claims file are known by their names, so a name that stands twice is a problem.
 */
#ifndef TRADESCOPE_DATA_HEADER_CHECK_H
#define TRADESCOPE_DATA_HEADER_CHECK_H

#include "data/mapping.h"
#include "data/problem.h"

/* Adds a problem, on that line of the file, for each column whose name an earlier one has. */
void header_check(const struct mapping *mapping, const char *path, size_t line,
                  struct problem_list *problems);

#endif
