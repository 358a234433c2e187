/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unixODBC, which loads the driver of a database. Loaded when a table of one is opened. */
#ifndef TRADESCOPE_DATA_IO_ODBC_LIBRARY_H
#define TRADESCOPE_DATA_IO_ODBC_LIBRARY_H

#include <sql.h>
#include <sqlext.h>
#include <stdbool.h>

#include "base/error.h"

/* The functions of ODBC that the program calls. */
#define ODBC_FUNCTIONS(X) \
    X(SQLAllocHandle)     \
    X(SQLCancel)          \
    X(SQLDescribeCol)     \
    X(SQLDisconnect)      \
    X(SQLDriverConnect)   \
    X(SQLExecDirect)      \
    X(SQLFetch)           \
    X(SQLFreeHandle)      \
    X(SQLGetData)         \
    X(SQLGetDiagRec)      \
    X(SQLGetInfo)         \
    X(SQLNumResultCols)   \
    X(SQLSetConnectAttr)  \
    X(SQLSetEnvAttr)      \
    X(SQLTables)

struct odbc_library {
#define ODBC_MEMBER(name) __typeof__(name) *name;
    ODBC_FUNCTIONS(ODBC_MEMBER)
#undef ODBC_MEMBER
};

/*
 * Fills the table. Returns false with a reason, which continues the name of the table, if the
 * library is missing or incompatible. It stays loaded until the program ends.
 */
bool odbc_library_load(struct odbc_library *library, struct error *error);

#endif
