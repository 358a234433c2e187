/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A session with a database, in the thread that reads from it. Functions that return false have set
 * the reason.
 */
#ifndef TRADESCOPE_DATA_IO_DATABASE_SESSION_H
#define TRADESCOPE_DATA_IO_DATABASE_SESSION_H

#include <pthread.h>
#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "data/io/database_name.h"
#include "data/io/odbc_library.h"

struct database {
    pthread_mutex_t lock;
    pthread_mutex_t cancelling; /* held during SQLCancel, and while a statement is freed */
    unsigned users;             /* threads that may still call something here */
    bool is_stopped;
    SQLHSTMT running;    /* what database_stop() cancels; NULL for nothing */
    struct error reason; /* complete once `is_over`, which is before the socket is closed */
    bool is_over;
    struct database_name name;
    struct odbc_library odbc;
};

struct session {
    struct database *database;
    const struct odbc_library *odbc;
    SQLHENV environment;
    SQLHDBC connection;
    int socket;
    struct buffer text; /* CSV that is not sent yet */
};

/* Connects, and makes the session one that cannot write. */
bool session_open(struct session *session);
void session_close(struct session *session);

/* Sets the reason to that of the driver, behind `what`. Always returns false. */
bool session_fail(struct session *session, SQLSMALLINT type, SQLHANDLE handle, const char *what);
/* Returns NULL with the reason. Freed with session_free_statement(). */
SQLHSTMT session_new_statement(struct session *session);
void session_free_statement(struct session *session, SQLHSTMT statement);
/* Makes the statement the one that database_stop() cancels. Returns false if it was called. */
bool session_begin(struct session *session, SQLHSTMT statement);
bool session_execute(struct session *session, SQLHSTMT statement, const char *sql);
/* Appends a cell of the current row; nothing for NULL. */
bool session_append_cell(struct session *session, SQLHSTMT statement, SQLUSMALLINT column,
                         struct buffer *out);

/* Finds the table that is named, and writes its columns and rows to the socket. */
bool database_table_read(struct session *session);

#endif
