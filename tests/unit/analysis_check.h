/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assertions for the tests of src/analysis; a failure names the line of the test. */
#ifndef TRADESCOPE_TESTS_ANALYSIS_CHECK_H
#define TRADESCOPE_TESTS_ANALYSIS_CHECK_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "analysis/claims/derivation.h"

/* Checks the number as the program shows it. Fails for NULL. */
#define check_shown(derivation, expected) \
    check_shown_at((derivation), (expected), __FILE__, __LINE__)
/* Checks that the numbers are equal, or differ by at most `share` of the expected one. */
#define check_near(number, expected, share) \
    assert_true((number) == (expected) || fabs((number) - (expected)) <= (share)*fabs(expected))

void check_shown_at(const struct derivation *derivation, const char *expected, const char *file,
                    int line);

#endif
