/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/database_name.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define OF_FILE "sqlite:"
#define OF_CONNECTION "odbc:"
#define TABLE_OF_FILE "?table="

static bool begins(const char *path, const char *scheme)
{
    return strncmp(path, scheme, strlen(scheme)) == 0;
}

bool database_is_named(const char *path)
{
    return begins(path, OF_FILE) || begins(path, OF_CONNECTION);
}

/* NoCreat: SQLite would make an empty database for a name that is wrong. */
static bool parse_file(struct database_name *name, const char *file, struct error *error)
{
    struct buffer connection = {0};
    const char *table = strstr(file, TABLE_OF_FILE);
    size_t length = table ? (size_t)(table - file) : strlen(file);
    if (!length)
        return error_set_misuse(error, "names no file; write sqlite:FILE?table=NAME");
    if (memchr(file, ';', length) || memchr(file, '{', length) || memchr(file, '}', length))
        return error_set_misuse(error, "has a semicolon or a brace in the name of the file, which "
                                       "the driver takes for its own; name a link to the file");
    buffer_printf(&connection, "Driver=SQLite3;NoCreat=1;Database=%.*s", (int)length, file);
    name->connection = buffer_take(&connection);
    if (table && table[strlen(TABLE_OF_FILE)])
        name->table = xstrdup(table + strlen(TABLE_OF_FILE));
    return true;
}

/* Returns the end of a value: the next semicolon outside of braces, or the end. */
static const char *end_of_value(const char *value)
{
    bool is_in_braces = *value == '{';
    for (; *value && (is_in_braces || *value != ';'); value++)
        if (is_in_braces && *value == '}')
            is_in_braces = value[1] == '}' && *++value;
    return value;
}

static bool is_password(struct text key)
{
    static const char *const keys[] = {"pwd", "password", "passwd"};
    for (size_t i = 0; i < ARRAY_LENGTH(keys); i++)
        if (text_is_word(key, keys[i]))
            return true;
    return false;
}

/*
 * Added unless the user says otherwise; drivers ignore the keys of others. psqlodbc would keep the
 * whole result in memory, speak in clear to a server that can encrypt, and write a log of all it
 * does to the temporary folder.
 */
static const struct {
    const char *key, *value;
} defaults[] = {
    {"UseDeclareFetch", "1"}, {"Fetch", "1000"}, {"SSLmode", "prefer"},
    {"CommLog", "0"},         {"Debug", "0"},
};

static void add_defaults(struct buffer *connection, unsigned given)
{
    for (size_t i = 0; i < ARRAY_LENGTH(defaults); i++)
        if (!(given & 1u << i))
            buffer_printf(connection, ";%s=%s", defaults[i].key, defaults[i].value);
}

/* Returns the bit of a key that has a default; 0 for others. */
static unsigned bit_of(struct text key)
{
    for (size_t i = 0; i < ARRAY_LENGTH(defaults); i++)
        if (text_is_word(key, defaults[i].key))
            return 1u << i;
    return 0;
}

static bool parse_connection(struct database_name *name, const char *at, struct error *error)
{
    struct buffer connection = {0};
    unsigned given = 0;
    while (*at) {
        const char *sign = at + strcspn(at, "=;"), *value = sign + (*sign == '=');
        const char *end = *sign == '=' ? end_of_value(value) : sign;
        struct text key = text_trim((struct text){at, (size_t)(sign - at)});
        if (is_password(key)) {
            buffer_release(&connection);
            return error_set_misuse(error,
                                    "has a password, which every user of this machine can read on "
                                    "the command line; leave it to the driver: ~/.odbc.ini, or "
                                    "for PostgreSQL ~/.pgpass");
        }
        given |= bit_of(key);
        if (text_is_word(key, "table")) {
            free(name->table);
            name->table = end > value ? xstrndup(value, (size_t)(end - value)) : NULL;
        } else if (end > at) {
            buffer_printf(&connection, "%s%.*s", connection.length ? ";" : "", (int)(end - at), at);
        }
        at = end + (*end == ';');
    }
    if (connection.length)
        add_defaults(&connection, given);
    name->connection = buffer_take(&connection);
    return *name->connection ||
           error_set_misuse(error, "names no database; write odbc:DSN=NAME;table=NAME");
}

bool database_name_parse(struct database_name *name, const char *path, struct error *error)
{
    *name = (struct database_name){0};
    return begins(path, OF_FILE) ? parse_file(name, path + strlen(OF_FILE), error)
                                 : parse_connection(name, path + strlen(OF_CONNECTION), error);
}

void database_name_release(struct database_name *name)
{
    free(name->connection);
    free(name->table);
    *name = (struct database_name){0};
}
