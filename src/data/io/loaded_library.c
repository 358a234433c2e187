/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/loaded_library.h"

#include <dlfcn.h>
#include <string.h>

static bool refuse(const char *file_name, const char **said)
{
    *said = dlerror();
    if (!*said)
        *said = file_name;
    return false;
}

/* RTLD_NODELETE: such libraries depend on some that were not made to be unloaded. */
bool loaded_library_open(const char *file_name, const struct library_function *functions,
                         size_t count, void *table, const char **said)
{
    void *handle = dlopen(file_name, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle)
        return refuse(file_name, said);
    for (size_t i = 0; i < count; i++) {
        void *address = dlsym(handle, functions[i].name);
        if (!address) {
            refuse(file_name, said);
            dlclose(handle);
            return false;
        }
        memcpy((char *)table + functions[i].offset, &address, sizeof address);
    }
    dlclose(handle); /* drops the reference; the code stays loaded */
    return true;
}
