/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The memory that this process may use: all of the machine's, or less if a control group or `ulimit
 * -v` limits it.
 */
#ifndef TRADESCOPE_BASE_MEMORY_LIMIT_H
#define TRADESCOPE_BASE_MEMORY_LIMIT_H

#include <stdint.h>

/* Returns bytes, or UINT64_MAX if unknown. */
uint64_t memory_limit(void);
/*
 * Returns the limit of the control groups, version 1 and 2, and of their parents; UINT64_MAX if
 * there is none. `root` is a prefix for /proc and /sys, "" except in tests.
 */
uint64_t memory_limit_of_groups(const char *root);

#endif
