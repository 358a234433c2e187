/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that a test writes and reads. It is in a directory of its own, which scratch_begin()
 * creates for a group of tests and scratch_end() removes.
 */
#ifndef TRADESCOPE_TESTS_SCRATCH_FILE_H
#define TRADESCOPE_TESTS_SCRATCH_FILE_H

#include "base/buffer.h"
#include "base/error.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char scratch_folder[] = "/tmp/tradescope-test-XXXXXX";
static char scratch_path[sizeof scratch_folder + sizeof "/file"];

static inline int scratch_begin(void **state)
{
    (void)state;
    if (!mkdtemp(scratch_folder))
        return -1;
    snprintf(scratch_path, sizeof scratch_path, "%s/file", scratch_folder);
    return 0;
}

/* Removes the file, also after a single test, so that the next one begins without a file. */
static inline int scratch_remove(void **state)
{
    (void)state;
    return unlink(scratch_path) == 0 || errno == ENOENT ? 0 : -1;
}

static inline int scratch_end(void **state)
{
    return scratch_remove(state) ? -1 : rmdir(scratch_folder);
}

static inline void scratch_write(struct text bytes)
{
    FILE *file = fopen(scratch_path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

/* Checks that the error is the path followed by this text. Releases the error. */
static inline void scratch_check_error(struct error *error, const char *expected)
{
    struct buffer whole = {0};
    buffer_printf(&whole, "%s%s", scratch_path, expected);
    assert_non_null(error->text);
    assert_string_equal(error->text, whole.data);
    buffer_release(&whole);
    error_release(error);
}

#endif
