/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/expat_library.h"

#include "base/array.h"
#include "data/io/loaded_library.h"

static const struct library_function functions[] = {
#define EXPAT_ENTRY(name) {#name, offsetof(struct expat_library, name)},
    EXPAT_FUNCTIONS(EXPAT_ENTRY)
#undef EXPAT_ENTRY
};

bool expat_library_load(struct expat_library *library, struct error *error)
{
    const char *said;
    return loaded_library_open(EXPAT_SONAME, functions, ARRAY_LENGTH(functions), library, &said) ||
           error_set(error,
                     "is a workbook, and the library that reads it cannot be loaded (%s); install "
                     "expat, or export the sheet as CSV",
                     said);
}
