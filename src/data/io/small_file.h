/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a small file whole, as clean UTF-8: for the tables that come with the program. Files of any
 * size are read by loading.h.
 */
#ifndef TRADESCOPE_DATA_IO_SMALL_FILE_H
#define TRADESCOPE_DATA_IO_SMALL_FILE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "data/io/encoding.h"

struct small_file {
    struct buffer bytes;    /* UTF-8 without a byte order mark; a file that is mostly UTF-8 may have
                               some invalid bytes */
    enum encoding encoding; /* of the file */
};

/*
 * Returns false with the reason and the remedy for errors of input_source_open() and
 * input_source_read(). An empty file is not an error. The reason continues the name of the file,
 * which the caller puts before it.
 */
bool small_file_read(struct small_file *input, const char *path, struct error *error);
void small_file_release(struct small_file *input);

#endif
