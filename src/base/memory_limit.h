/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much memory this process may have: that of the machine, or less where its control group or
 * `ulimit -v` allows less.
 */
#ifndef TRADESCOPE_BASE_MEMORY_LIMIT_H
#define TRADESCOPE_BASE_MEMORY_LIMIT_H

#include <stdint.h>

/* Bytes; UINT64_MAX where nothing is known. */
uint64_t memory_limit(void);
/*
 * What the control groups of this process allow, of version 1 and 2, with those that they are in;
 * UINT64_MAX without a limit. `root` stands in front of /proc and /sys: "" but for tests.
 */
uint64_t memory_limit_of_groups(const char *root);

#endif
