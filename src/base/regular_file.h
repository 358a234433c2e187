/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a file of the user's own, such as settings, whole. Anything else at its name (a pipe, a
 * device, a folder) is refused and never waited for.
 */
#ifndef TRADESCOPE_BASE_REGULAR_FILE_H
#define TRADESCOPE_BASE_REGULAR_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

/*
 * Appends the content of a regular file of at most `most` bytes. If there is no file of that name,
 * appends nothing and returns true; `exists`, if not NULL, says which.
 */
bool regular_file_read(const char *path, size_t most, struct buffer *content, bool *exists,
                       struct error *error);

#endif
