/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/database_session.h"

#include "base/array.h"
#include "base/text.h"
#include "base/memory.h"
#include "base/suggestion.h"
#include "data/io/database.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define MOST_NAME 512 /* bytes in the name of a column */
#define SENT_AT_ONCE ((size_t)64 * 1024)
#define LISTED 20 /* tables that an error names */

/* --- the table --- */

struct table_list {
    struct database_table {
        char *schema, *name; /* owned; the schema may be empty */
    } * items;
    size_t count, capacity;
};

static void table_list_release(struct table_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].schema);
        free(list->items[i].name);
    }
    free(list->items);
}

/* False for those of the server itself. */
static bool is_of_user(const char *schema, const char *type)
{
    return (strstr(type, "TABLE") || strstr(type, "VIEW")) && !strstr(type, "SYSTEM") &&
           strcmp(schema, "information_schema") != 0 && strcmp(schema, "pg_catalog") != 0;
}

static bool add_table(struct session *session, SQLHSTMT statement, struct table_list *list)
{
    enum { SCHEMA = 2, NAME = 3, TYPE = 4 }; /* columns of the result of SQLTables */
    struct buffer schema = {0}, name = {0}, type = {0};
    bool is_read = session_append_cell(session, statement, SCHEMA, &schema) &&
                   session_append_cell(session, statement, NAME, &name) &&
                   session_append_cell(session, statement, TYPE, &type);
    struct database_table table = {buffer_take(&schema), buffer_take(&name)};
    char *kind = buffer_take(&type);
    if (is_read && is_of_user(table.schema, kind)) {
        ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
        list->items[list->count++] = table;
    } else {
        free(table.schema);
        free(table.name);
    }
    free(kind);
    return is_read;
}

static bool list_tables(struct session *session, struct table_list *list)
{
    SQLHSTMT statement = session_new_statement(session);
    if (!statement)
        return false;
    bool is_done =
        session_begin(session, statement) &&
        (SQL_SUCCEEDED(session->odbc->SQLTables(statement, NULL, 0, NULL, 0, NULL, 0, NULL, 0)) ||
         session_fail(session, SQL_HANDLE_STMT, statement, "cannot list its tables"));
    SQLRETURN got = SQL_NO_DATA;
    while (is_done && SQL_SUCCEEDED(got = session->odbc->SQLFetch(statement)))
        is_done = add_table(session, statement, list);
    if (is_done && got != SQL_NO_DATA)
        is_done = session_fail(session, SQL_HANDLE_STMT, statement, "cannot list its tables");
    session_free_statement(session, statement);
    return is_done;
}

static void write_name(struct buffer *out, const struct database_table *table)
{
    if (*table->schema)
        buffer_printf(out, "%s.", table->schema);
    buffer_puts(out, table->name);
}

/* NAME or SCHEMA.NAME, in the letters of the database or, if `folds`, in any case. */
static bool is_named(const struct database_table *table, const char *wanted, bool folds)
{
    struct buffer full = {0};
    write_name(&full, table);
    struct text name = text_of(table->name), path = buffer_text(&full), word = text_of(wanted);
    bool is = folds ? text_is_equal_folded(name, word) || text_is_equal_folded(path, word)
                    : text_is_equal(name, word) || text_is_equal(path, word);
    buffer_release(&full);
    return is;
}

static bool refuse_table(struct session *session, const struct table_list *list, const char *wanted)
{
    struct buffer names = {0};
    struct text *words = xcalloc(list->count + 1, sizeof *words);
    for (size_t i = 0; i < list->count; i++) {
        words[i] = text_of(list->items[i].name);
        if (i >= LISTED)
            continue;
        buffer_puts(&names, i ? ", " : "");
        write_name(&names, &list->items[i]);
    }
    if (list->count > LISTED)
        buffer_printf(&names, " and %zu more", list->count - LISTED);
    size_t near = wanted ? suggestion_nearest(text_of(wanted), words, list->count) : (size_t)-1;
    if (!list->count)
        error_set(&session->database->reason, "has no tables");
    else
        error_set_misuse(&session->database->reason,
                         "%s%s%s%s%s%s; the tables are: %s. Name one with table=NAME",
                         wanted ? "has no table `" : "has several tables", wanted ? wanted : "",
                         wanted ? "`" : "", near < list->count ? "; did you mean `" : "",
                         near < list->count ? words[near].data : "", near < list->count ? "`?" : "",
                         names.data);
    free(words);
    buffer_release(&names);
    return false;
}

static bool refuse_two(struct session *session, const char *wanted)
{
    return error_set_misuse(&session->database->reason,
                            "has more than one table `%s`; name it as SCHEMA.NAME, in the letters "
                            "of the database",
                            wanted);
}

/* Finds the table that the user named; the only one if none is named. */
static bool find_table(struct session *session, const struct table_list *list, size_t *found)
{
    const char *wanted = session->database->name.table;
    if (!wanted) {
        *found = 0;
        return list->count == 1 || refuse_table(session, list, NULL);
    }
    for (int folds = 0; folds < 2; folds++) {
        size_t matches = 0;
        for (size_t i = 0; i < list->count; i++)
            if (is_named(&list->items[i], wanted, folds)) {
                *found = i;
                matches++;
            }
        if (matches)
            return matches == 1 || refuse_two(session, wanted);
    }
    return refuse_table(session, list, wanted);
}

static void write_identifier(struct buffer *sql, const char *mark, const char *name)
{
    buffer_puts(sql, mark);
    for (; *name; name++)
        buffer_printf(sql, "%s%c", *name == *mark ? mark : "", *name);
    buffer_puts(sql, mark);
}

/* Returns the statement, with the names in the quotation marks of the driver; NULL without any. */
static char *select_from(struct session *session, const struct database_table *table)
{
    char mark[8] = "";
    SQLSMALLINT length;
    struct buffer sql = {0};
    session->odbc->SQLGetInfo(session->connection, SQL_IDENTIFIER_QUOTE_CHAR, mark, sizeof mark,
                              &length);
    if (strlen(mark) != 1 || *mark == ' ') {
        error_set(&session->database->reason, "cannot be read: its driver cannot quote names");
        return NULL;
    }
    buffer_puts(&sql, "SELECT * FROM ");
    if (*table->schema) {
        write_identifier(&sql, mark, table->schema);
        buffer_putc(&sql, '.');
    }
    write_identifier(&sql, mark, table->name);
    return buffer_take(&sql);
}

/* --- rows as CSV --- */

/* Returns false once nobody reads any more. */
static bool send_text(struct session *session)
{
    const char *at = session->text.data;
    size_t left = session->text.length;
    while (left) {
        ssize_t sent = send(session->socket, at, left, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        at += sent;
        left -= (size_t)sent;
    }
    buffer_truncate(&session->text, 0);
    return true;
}

/* Always in quotation marks, so that blanks and separators in it are kept. */
static void write_cell(struct buffer *out, struct text cell)
{
    buffer_putc(out, '"');
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.data[i] == '"')
            buffer_putc(out, '"');
        buffer_putc(out, cell.data[i]);
    }
    buffer_putc(out, '"');
}

static bool write_header(struct session *session, SQLHSTMT statement, SQLSMALLINT columns)
{
    for (SQLSMALLINT i = 1; i <= columns; i++) {
        SQLCHAR name[MOST_NAME];
        SQLSMALLINT length = 0;
        if (!SQL_SUCCEEDED(session->odbc->SQLDescribeCol(
                statement, (SQLUSMALLINT)i, name, sizeof name, &length, NULL, NULL, NULL, NULL)))
            return session_fail(session, SQL_HANDLE_STMT, statement, "cannot be read");
        if (i > 1)
            buffer_putc(&session->text, ',');
        write_cell(&session->text, text_of((const char *)name));
    }
    buffer_putc(&session->text, '\n');
    return true;
}

static bool write_row(struct session *session, SQLHSTMT statement, SQLSMALLINT columns,
                      struct buffer *cell)
{
    for (SQLSMALLINT i = 1; i <= columns; i++) {
        buffer_truncate(cell, 0);
        if (!session_append_cell(session, statement, (SQLUSMALLINT)i, cell))
            return false;
        if (i > 1)
            buffer_putc(&session->text, ',');
        if (cell->length)
            write_cell(&session->text, buffer_text(cell));
    }
    buffer_putc(&session->text, '\n');
    return session->text.length < SENT_AT_ONCE || send_text(session);
}

static bool write_rows(struct session *session, SQLHSTMT statement)
{
    SQLSMALLINT columns = 0;
    struct buffer cell = {0};
    session->odbc->SQLNumResultCols(statement, &columns);
    bool is_done = columns > 0 && write_header(session, statement, columns);
    SQLRETURN got = SQL_SUCCESS;
    for (size_t rows = 0; is_done && SQL_SUCCEEDED(got); rows++) {
        got = session->odbc->SQLFetch(statement);
        if (SQL_SUCCEEDED(got) && rows == DATABASE_MOST_ROWS)
            is_done = error_set(&session->database->reason,
                                "has more than %zu rows, and the others were not read; make a view "
                                "with fewer rows and name that",
                                DATABASE_MOST_ROWS);
        else if (SQL_SUCCEEDED(got))
            is_done = write_row(session, statement, columns, &cell);
        else if (got != SQL_NO_DATA)
            is_done = session_fail(session, SQL_HANDLE_STMT, statement, "was not read to its end");
    }
    buffer_release(&cell);
    send_text(session);
    return is_done;
}

bool database_table_read(struct session *session)
{
    struct table_list tables = {0};
    size_t found = 0;
    char *sql = NULL;
    bool is_done = list_tables(session, &tables) && find_table(session, &tables, &found) &&
                   (sql = select_from(session, &tables.items[found])) != NULL;
    SQLHSTMT statement = is_done ? session_new_statement(session) : NULL;
    is_done =
        statement && session_execute(session, statement, sql) && write_rows(session, statement);
    if (statement)
        session_free_statement(session, statement);
    free(sql);
    table_list_release(&tables);
    return is_done;
}
