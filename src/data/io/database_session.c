/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/database_session.h"

#include "base/array.h"
#include "base/text.h"

#include <stdint.h>
#include <string.h>

#define LOGIN_SECONDS 10
#define CELL_PIECE 4096

/* --- errors --- */

/* Returns the message behind "[vendor][driver]", up to the end of its first line. */
static struct text plain_message(const char *message)
{
    while (*message == '[' && strchr(message, ']'))
        message = strchr(message, ']') + 1;
    message += strspn(message, " ");
    size_t length = strcspn(message, "\r\n");
    while (length && strchr(" ;", message[length - 1]))
        length--;
    return (struct text){message, length};
}

/* Always returns false. */
bool session_fail(struct session *session, SQLSMALLINT type, SQLHANDLE handle, const char *what)
{
    SQLCHAR state[6] = "", message[1024] = "";
    SQLINTEGER code;
    SQLSMALLINT length;
    struct buffer text = {0};
    session->odbc->SQLGetDiagRec(type, handle, 1, state, &code, message, sizeof message, &length);
    text_make_visible(&text, plain_message((const char *)message), false);
    error_set(&session->database->reason, "%s: %s", what,
              text.length ? text.data : "the driver gives no reason");
    buffer_release(&text);
    return false;
}

/* --- statements --- */

/* Returns false once database_stop() was called. */
static bool set_running(struct database *database, SQLHSTMT statement)
{
    pthread_mutex_lock(&database->lock);
    database->running = statement;
    bool may_run = !database->is_stopped;
    pthread_mutex_unlock(&database->lock);
    return may_run;
}

SQLHSTMT session_new_statement(struct session *session)
{
    SQLHANDLE statement = NULL;
    if (!SQL_SUCCEEDED(
            session->odbc->SQLAllocHandle(SQL_HANDLE_STMT, session->connection, &statement)))
        session_fail(session, SQL_HANDLE_DBC, session->connection, "cannot be read");
    return statement;
}

void session_free_statement(struct session *session, SQLHSTMT statement)
{
    pthread_mutex_lock(&session->database->cancelling);
    set_running(session->database, NULL);
    pthread_mutex_unlock(&session->database->cancelling);
    session->odbc->SQLFreeHandle(SQL_HANDLE_STMT, statement);
}

bool session_begin(struct session *session, SQLHSTMT statement)
{
    return set_running(session->database, statement) ||
           error_set(&session->database->reason, "was not read: it was stopped");
}

bool session_execute(struct session *session, SQLHSTMT statement, const char *sql)
{
    if (!session_begin(session, statement))
        return false;
    SQLRETURN done = session->odbc->SQLExecDirect(statement, (SQLCHAR *)sql, SQL_NTS);
    return SQL_SUCCEEDED(done) || done == SQL_NO_DATA ||
           session_fail(session, SQL_HANDLE_STMT, statement, "cannot be read");
}

/* Executes a statement without a result. */
static bool command(struct session *session, const char *sql)
{
    SQLHSTMT statement = session_new_statement(session);
    bool is_done = statement && session_execute(session, statement, sql);
    if (statement)
        session_free_statement(session, statement);
    return is_done;
}

/* Appends a cell of the current row; nothing for NULL. A driver may give a long one in pieces. */
bool session_append_cell(struct session *session, SQLHSTMT statement, SQLUSMALLINT column,
                         struct buffer *out)
{
    for (;;) {
        char piece[CELL_PIECE];
        SQLLEN length = 0;
        SQLRETURN got =
            session->odbc->SQLGetData(statement, column, SQL_C_CHAR, piece, sizeof piece, &length);
        if (got == SQL_NO_DATA || (SQL_SUCCEEDED(got) && length == SQL_NULL_DATA))
            return true;
        if (!SQL_SUCCEEDED(got))
            return session_fail(session, SQL_HANDLE_STMT, statement, "cannot be read");
        bool is_cut = length == SQL_NO_TOTAL || length >= (SQLLEN)sizeof piece;
        buffer_append(out, piece, is_cut ? sizeof piece - 1 : (size_t)length);
        if (!is_cut)
            return true;
    }
}

/* --- connecting --- */

static bool connect_to(struct session *session)
{
    const struct odbc_library *odbc = session->odbc;
    if (!SQL_SUCCEEDED(odbc->SQLAllocHandle(SQL_HANDLE_ENV, NULL, &session->environment)))
        return error_set(&session->database->reason, "cannot be reached: ODBC does not start");
    odbc->SQLSetEnvAttr(session->environment, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
    if (!SQL_SUCCEEDED(
            odbc->SQLAllocHandle(SQL_HANDLE_DBC, session->environment, &session->connection)))
        return session_fail(session, SQL_HANDLE_ENV, session->environment, "cannot be reached");
    odbc->SQLSetConnectAttr(session->connection, SQL_ATTR_LOGIN_TIMEOUT,
                            (SQLPOINTER)(uintptr_t)LOGIN_SECONDS, 0);
    odbc->SQLSetConnectAttr(session->connection, SQL_ATTR_ACCESS_MODE,
                            (SQLPOINTER)(uintptr_t)SQL_MODE_READ_ONLY, 0);
    return SQL_SUCCEEDED(odbc->SQLDriverConnect(session->connection, NULL,
                                                (SQLCHAR *)session->database->name.connection,
                                                SQL_NTS, NULL, 0, NULL, SQL_DRIVER_NOPROMPT)) ||
           session_fail(session, SQL_HANDLE_DBC, session->connection, "cannot be reached");
}

void session_close(struct session *session)
{
    if (session->connection) {
        session->odbc->SQLDisconnect(session->connection);
        session->odbc->SQLFreeHandle(SQL_HANDLE_DBC, session->connection);
    }
    if (session->environment)
        session->odbc->SQLFreeHandle(SQL_HANDLE_ENV, session->environment);
    buffer_release(&session->text);
}

/*
 * How a server is told that nothing is written, and what would then fail. The attribute of ODBC
 * does nothing in the drivers that were tried.
 */
static const struct dialect {
    const char *server, *forbid, *attempt, *undo;
} dialects[] = {
    {"SQLite", "PRAGMA query_only = 1", "CREATE TABLE tradescope_write_check (x INTEGER)",
     "DROP TABLE tradescope_write_check"},
    {"PostgreSQL", "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
     "CREATE TEMPORARY TABLE tradescope_write_check (x INTEGER)",
     "DROP TABLE tradescope_write_check"},
    {"MariaDB", "SET SESSION TRANSACTION READ ONLY",
     "CREATE TABLE tradescope_write_check (x INTEGER)", "DROP TABLE tradescope_write_check"},
    {"MySQL", "SET SESSION TRANSACTION READ ONLY",
     "CREATE TABLE tradescope_write_check (x INTEGER)", "DROP TABLE tradescope_write_check"},
};

static bool forbid_writing(struct session *session)
{
    char server[64] = "";
    SQLSMALLINT length;
    session->odbc->SQLGetInfo(session->connection, SQL_DBMS_NAME, server, sizeof server, &length);
    for (size_t i = 0; i < ARRAY_LENGTH(dialects); i++) {
        const struct dialect *dialect = &dialects[i];
        if (!text_is_word(text_of(server), dialect->server))
            continue;
        if (!command(session, dialect->forbid))
            return false;
        if (command(session, dialect->attempt)) {
            command(session, dialect->undo);
            return error_set(&session->database->reason,
                             "is not read: the server lets this session write, though it was told "
                             "not to; use a role that may only SELECT");
        }
        error_release(&session->database->reason);
        return true;
    }
    return error_set(&session->database->reason,
                     "is in a database of %s, of which it is not known how a session is kept from "
                     "writing; export the table as CSV",
                     server[0] ? server : "an unnamed kind");
}

bool session_open(struct session *session)
{
    return connect_to(session) && forbid_writing(session);
}
