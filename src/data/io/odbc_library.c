/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/odbc_library.h"

#include "base/array.h"
#include "data/io/loaded_library.h"

static const struct library_function functions[] = {
#define ODBC_ENTRY(name) {#name, offsetof(struct odbc_library, name)},
    ODBC_FUNCTIONS(ODBC_ENTRY)
#undef ODBC_ENTRY
};

bool odbc_library_load(struct odbc_library *library, struct error *error)
{
    const char *said;
    return loaded_library_open(ODBC_SONAME, functions, ARRAY_LENGTH(functions), library, &said) ||
           error_set(error,
                     "is in a database, and the library that reaches it cannot be loaded (%s); "
                     "install unixODBC and the driver of the database, or export the table as CSV",
                     said);
}
