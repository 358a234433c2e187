/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The name of a table in a database, as the user writes it:
 *
 *     sqlite:FILE?table=NAME
 *     odbc:KEY=VALUE;...;table=NAME     the keys of an ODBC connection string, such as DSN or
 * Driver
 *
 * NAME may have a schema before it, with a dot between them. A value in braces may contain any
 * sign.
 */
#ifndef TRADESCOPE_DATA_IO_DATABASE_NAME_H
#define TRADESCOPE_DATA_IO_DATABASE_NAME_H

#include <stdbool.h>

#include "base/error.h"

struct database_name {
    char *connection; /* owned: an ODBC connection string */
    char *table;      /* owned; NULL if none is named */
};

/* True if the name of a file begins as one of these. */
bool database_is_named(const char *path);
/*
 * Returns false with the reason, which continues the name. A password is refused, as every user of
 * the machine can read the command line. The caller releases the result either way.
 */
bool database_name_parse(struct database_name *name, const char *path, struct error *error);
void database_name_release(struct database_name *name);

#endif
