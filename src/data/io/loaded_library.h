/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries that are loaded when they are first needed. */
#ifndef TRADESCOPE_DATA_IO_LOADED_LIBRARY_H
#define TRADESCOPE_DATA_IO_LOADED_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

struct library_function {
    const char *name;
    size_t offset; /* of its address in the table */
};

/*
 * Loads a library, which stays loaded until the program ends, and writes the addresses of the
 * functions to `table`. Returns false with the reason in *said if the library or a function is
 * missing.
 */
bool loaded_library_open(const char *file_name, const struct library_function *functions,
                         size_t count, void *table, const char **said);

#endif
