/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses a part of a workbook with Expat. Prefixes of names are left out: "x:row" is "row". */
#ifndef TRADESCOPE_DATA_IO_XML_PART_H
#define TRADESCOPE_DATA_IO_XML_PART_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"
#include "data/io/expat_library.h"

struct xml_handlers {
    /* `attributes` are names and values in turn, up to a NULL. */
    void (*start)(void *context, const char *name, const char **attributes);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, struct text text); /* may come in pieces; NULL to ignore it */
};

/*
 * Returns false with the reason if it is no XML, or declares entities, which a workbook never does.
 * `what` names the part in the reason.
 */
bool xml_part_parse(const struct expat_library *library, const char *what, struct text bytes,
                    const struct xml_handlers *handlers, void *context, struct error *error);
/* Returns the value of an attribute, or NULL. */
const char *xml_attribute(const char **attributes, const char *name);

#endif
