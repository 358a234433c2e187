/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small file whole, as clean UTF-8: for the tables that come with the program. Files of any size
 * are for loading.h.
 */
#ifndef TRADESCOPE_DATA_IO_SMALL_FILE_H
#define TRADESCOPE_DATA_IO_SMALL_FILE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "data/io/encoding.h"

struct small_file {
    struct buffer bytes;    /* UTF-8 without a BOM; bytes that are not UTF-8 may remain in a file
                               that mostly is */
    enum encoding encoding; /* of the file */
};

/*
 * False with the reason and the remedy for what input_source_open() and input_source_read() refuse.
 * An empty file is no error here. The reason continues the name of the file ("is a folder; ..."),
 * which the caller puts before it.
 */
bool small_file_read(struct small_file *input, const char *path, struct error *error);
void small_file_release(struct small_file *input);

#endif
