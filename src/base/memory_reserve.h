/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that is kept back while files are read. If they are larger than what `ulimit -v` allows,
 * an allocation fails; then the reserve is given back, reading ends, and there is memory to work
 * with what was read.
 */
#ifndef TRADESCOPE_BASE_MEMORY_RESERVE_H
#define TRADESCOPE_BASE_MEMORY_RESERVE_H

#include <stdbool.h>

/* Keeps back a third of the addresses that the process may use, if these are limited; at most
 * 256 MiB. */
void memory_reserve_take(void);
/* Gives the reserve back, if there is one. */
void memory_reserve_release(void);
/* Does the same when an allocation has failed. Any thread may call it. */
void memory_reserve_spend(void);
/* Returns true once the reserve had to be spent: do not read on. */
bool memory_reserve_is_spent(void);

#endif
