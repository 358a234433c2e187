/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/archive_library.h"

#include "base/array.h"
#include "data/io/loaded_library.h"

static const struct library_function functions[] = {
#define ARCHIVE_ENTRY(name) {#name, offsetof(struct archive_library, name)},
    ARCHIVE_FUNCTIONS(ARCHIVE_ENTRY)
#undef ARCHIVE_ENTRY
};

bool archive_library_load(struct archive_library *library, struct error *error)
{
    const char *said;
    return loaded_library_open(ARCHIVE_SONAME, functions, ARRAY_LENGTH(functions), library,
                               &said) ||
           error_set(error,
                     "is compressed, and the library that unpacks it cannot be loaded (%s); "
                     "install libarchive, or unpack the file first",
                     said);
}
