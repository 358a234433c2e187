/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libarchive, loaded when a packed file is opened. It depends on XML and Unicode libraries, and
 * loading those would take longer than the rest of the program's start; most files are not packed.
 */
#ifndef TRADESCOPE_DATA_IO_ARCHIVE_LIBRARY_H
#define TRADESCOPE_DATA_IO_ARCHIVE_LIBRARY_H

#include <archive.h>
#include <archive_entry.h>
#include <stdbool.h>

#include "base/error.h"

/* The functions of libarchive that the program calls. */
#define ARCHIVE_FUNCTIONS(X)                    \
    X(archive_entry_filetype)                   \
    X(archive_entry_is_data_encrypted)          \
    X(archive_entry_pathname)                   \
    X(archive_entry_pathname_utf8)              \
    X(archive_error_string)                     \
    X(archive_read_data_block)                  \
    X(archive_read_free)                        \
    X(archive_read_new)                         \
    X(archive_read_next_header)                 \
    X(archive_read_open1)                       \
    X(archive_read_set_callback_data)           \
    X(archive_read_set_read_callback)           \
    X(archive_read_set_seek_callback)           \
    X(archive_read_set_skip_callback)           \
    X(archive_read_support_filter_bzip2)        \
    X(archive_read_support_filter_xz)           \
    X(archive_read_support_filter_zstd)         \
    X(archive_read_support_format_empty)        \
    X(archive_read_support_format_raw)          \
    X(archive_read_support_format_zip_seekable) \
    X(archive_set_error)

struct archive_library {
#define ARCHIVE_MEMBER(name) __typeof__(name) *name;
    ARCHIVE_FUNCTIONS(ARCHIVE_MEMBER)
#undef ARCHIVE_MEMBER
};

/*
 * Fills the table. Returns false with a reason, which continues the name of the packed file, if the
 * library is missing or incompatible. It stays loaded until the program ends.
 */
bool archive_library_load(struct archive_library *library, struct error *error);

#endif
