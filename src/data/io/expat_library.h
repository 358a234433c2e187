/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expat, which reads XML. Loaded when a workbook is opened. */
#ifndef TRADESCOPE_DATA_IO_EXPAT_LIBRARY_H
#define TRADESCOPE_DATA_IO_EXPAT_LIBRARY_H

#include <expat.h>
#include <stdbool.h>

#include "base/error.h"

/* The functions of Expat that the program calls. */
#define EXPAT_FUNCTIONS(X)            \
    X(XML_ErrorString)                \
    X(XML_GetErrorCode)               \
    X(XML_Parse)                      \
    X(XML_ParserCreate)               \
    X(XML_ParserFree)                 \
    X(XML_SetCharacterDataHandler)    \
    X(XML_SetElementHandler)          \
    X(XML_SetStartDoctypeDeclHandler) \
    X(XML_SetUserData)                \
    X(XML_StopParser)

struct expat_library {
#define EXPAT_MEMBER(name) __typeof__(name) *name;
    EXPAT_FUNCTIONS(EXPAT_MEMBER)
#undef EXPAT_MEMBER
};

/*
 * Fills the table. Returns false with a reason, which continues the name of the workbook, if the
 * library is missing or incompatible. It stays loaded until the program ends.
 */
bool expat_library_load(struct expat_library *library, struct error *error);

#endif
