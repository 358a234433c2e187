/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The published files, which are not part of the sources: they are searched in $TRADESCOPE_CORPUS,
 * or in CORPUS, which is ../shared/corpus next to the sources. Without them a test is skipped.
 */
#ifndef TRADESCOPE_TESTS_CORPUS_H
#define TRADESCOPE_TESTS_CORPUS_H

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>
#include "tests/unit/locations.h"

/* Returns NULL if there is no corpus. */
static inline const char *corpus_folder(void)
{
    const char *named = getenv("TRADESCOPE_CORPUS");
    const char *folder = named ? named : CORPUS;
    return access(folder, R_OK) ? NULL : folder;
}

/* Calls the function for each file and directory, as ftw(3) does; it returns 0 to continue. */
__attribute__((unused)) static void corpus_walk(int (*visit)(const char *path,
                                                             const struct stat *status, int type))
{
    const char *folder = corpus_folder();
    if (!folder)
        skip();
    assert_int_equal(ftw(folder, visit, 8), 0);
}

#endif
