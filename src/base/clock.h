/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_BASE_CLOCK_H
#define TRADESCOPE_BASE_CLOCK_H

#include <time.h>

/* Returns the seconds of a clock that only goes forward. */
static inline double clock_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

#endif
