/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/archive_library.h"

#include "base/array.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

struct function {
    const char *name;
    size_t offset; /* in struct archive_library */
};

static const struct function functions[] = {
#define ARCHIVE_ENTRY(name) {#name, offsetof(struct archive_library, name)},
    ARCHIVE_FUNCTIONS(ARCHIVE_ENTRY)
#undef ARCHIVE_ENTRY
};

static bool refuse(struct error *error)
{
    const char *said = dlerror();
    return error_set(error,
                     "is compressed, and the library that unpacks it cannot be loaded (%s); "
                     "install libarchive, or unpack the file first",
                     said ? said : ARCHIVE_SONAME);
}

/* RTLD_NODELETE: the libraries that libarchive depends on were not made to be unloaded. */
bool archive_library_load(struct archive_library *library, struct error *error)
{
    void *handle = dlopen(ARCHIVE_SONAME, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle)
        return refuse(error);
    for (size_t i = 0; i < ARRAY_LENGTH(functions); i++) {
        void *address = dlsym(handle, functions[i].name);
        if (!address) {
            refuse(error);
            dlclose(handle);
            return false;
        }
        memcpy((char *)library + functions[i].offset, &address, sizeof address);
    }
    dlclose(handle); /* drops the reference; the code stays loaded */
    return true;
}
