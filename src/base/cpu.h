/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Functions that are marked AVX2 have vectors of 32 bytes; only where cpu_has_avx2() may they be
 * called. Both exist for the processors that may have them: ask for __x86_64__.
 */
#ifndef TRADESCOPE_BASE_CPU_H
#define TRADESCOPE_BASE_CPU_H

#ifdef __x86_64__
#include <immintrin.h>
#include <stdbool.h>

#define AVX2 __attribute__((target("avx2,bmi")))

static inline bool cpu_has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}
#endif

#endif
