/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of a database as the bytes of a CSV file. A thread reaches it through ODBC, and writes
 * the names of the columns and the rows to a socket; the one who reads sees a pipe. The thread of
 * the screen never calls ODBC, as a server that does not answer would stop it.
 *
 * The session is one that cannot write, and that is tried. The only statements are those of this
 * file, with the name of the table as the driver spells and quotes it.
 */
#ifndef TRADESCOPE_DATA_IO_DATABASE_H
#define TRADESCOPE_DATA_IO_DATABASE_H

#include <stdbool.h>

#include "base/error.h"

struct database;

/* More rows are not read. */
#define DATABASE_MOST_ROWS ((size_t)5000000)

/*
 * Starts to read the table; see database_name.h for the name. Sets *file to the descriptor to read
 * from, which the caller closes. Returns NULL with the reason, which continues the name; a database
 * that cannot be reached is an error of database_end(). The caller releases the result.
 */
struct database *database_open(const char *path, int *file, struct error *error);
/* Called at the end of the bytes. Returns false with the reason if rows are missing behind them. */
bool database_end(struct database *database, struct error *error);
/* Cancels the statement in the server, without waiting for it. Any thread may call this. */
void database_stop(struct database *database);
/* The same; a thread that hangs in a driver is left behind. NULL is ignored. */
void database_release(struct database *database);

#endif
