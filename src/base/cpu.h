/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Functions marked AVX2 use vectors of 32 bytes. Call them only if cpu_has_avx2(). Both exist only
 * for x86-64: test __x86_64__ first.
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
