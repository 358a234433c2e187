/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libxml2, whose parser reads HTML as browsers do. Loaded when a web page is opened. */
#ifndef TRADESCOPE_DATA_IO_XML2_LIBRARY_H
#define TRADESCOPE_DATA_IO_XML2_LIBRARY_H

#include <libxml/HTMLparser.h>
#include <stdbool.h>

#include "base/error.h"

/* The functions of libxml2 that the program calls. */
#define XML2_FUNCTIONS(X)       \
    X(htmlCreatePushParserCtxt) \
    X(htmlCtxtUseOptions)       \
    X(htmlFreeParserCtxt)       \
    X(htmlParseChunk)           \
    X(xmlStopParser)

struct xml2_library {
#define XML2_MEMBER(name) __typeof__(name) *name;
    XML2_FUNCTIONS(XML2_MEMBER)
#undef XML2_MEMBER
};

/*
 * Fills the table. Returns false with a reason, which continues the name of the page, if the
 * library is missing or incompatible. It stays loaded until the program ends.
 */
bool xml2_library_load(struct xml2_library *library, struct error *error);

#endif
