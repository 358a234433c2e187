/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/charset_guess.h"

#include "base/array.h"
#include "data/io/convert.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>
#include <uchardet.h>

#define UCHARDET_FUNCTIONS(X) \
    X(uchardet_new)           \
    X(uchardet_delete)        \
    X(uchardet_handle_data)   \
    X(uchardet_data_end)      \
    X(uchardet_get_charset)

struct uchardet_library {
#define MEMBER(name) __typeof__(name) *name;
    UCHARDET_FUNCTIONS(MEMBER)
#undef MEMBER
};

static const struct {
    const char *name;
    size_t offset; /* in struct uchardet_library */
} functions[] = {
#define ENTRY(name) {#name, offsetof(struct uchardet_library, name)},
    UCHARDET_FUNCTIONS(ENTRY)
#undef ENTRY
};

/* RTLD_NODELETE, as a library of C++ is not made to be unloaded. */
static bool load(struct uchardet_library *library)
{
    void *handle = dlopen(UCHARDET_SONAME, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    bool has_all = handle != NULL;
    for (size_t i = 0; i < ARRAY_LENGTH(functions) && has_all; i++) {
        void *address = dlsym(handle, functions[i].name);
        has_all = address != NULL;
        memcpy((char *)library + functions[i].offset, &address, sizeof address);
    }
    if (handle)
        dlclose(handle);
    return has_all;
}

bool charset_guess(struct buffer *out, struct text bytes)
{
    struct uchardet_library library;
    if (!load(&library))
        return false;
    uchardet_t detector = library.uchardet_new();
    bool is_read = library.uchardet_handle_data(detector, bytes.data, bytes.length) == 0;
    library.uchardet_data_end(detector);
    const char *name = library.uchardet_get_charset(detector);
    bool is_known = is_read && *name && strcmp(name, "UTF-8") != 0 && strcmp(name, "ASCII") != 0 &&
                    convert_knows(name);
    if (is_known)
        buffer_puts(out, name);
    library.uchardet_delete(detector);
    return is_known;
}
