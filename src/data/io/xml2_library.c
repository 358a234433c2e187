/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/xml2_library.h"

#include "base/array.h"
#include "data/io/loaded_library.h"

static const struct library_function functions[] = {
#define XML2_ENTRY(name) {#name, offsetof(struct xml2_library, name)},
    XML2_FUNCTIONS(XML2_ENTRY)
#undef XML2_ENTRY
};

bool xml2_library_load(struct xml2_library *library, struct error *error)
{
    const char *said;
    return loaded_library_open(XML2_SONAME, functions, ARRAY_LENGTH(functions), library, &said) ||
           error_set(error,
                     "is a web page, and the library that reads its tables cannot be loaded (%s); "
                     "install libxml2, or convert it: `soffice --headless --convert-to csv FILE`",
                     said);
}
