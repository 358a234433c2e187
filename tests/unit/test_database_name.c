/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "base/paths.h"
#include "data/io/database_name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void expect(const char *path, const char *connection, const char *table)
{
    struct database_name name;
    struct error error = {0};
    assert_true(database_is_named(path));
    assert_true(database_name_parse(&name, path, &error));
    assert_string_equal(name.connection, connection);
    if (table)
        assert_string_equal(name.table, table);
    else
        assert_null(name.table);
    database_name_release(&name);
}

static void refuse(const char *path, const char *reason)
{
    struct database_name name;
    struct error error = {0};
    assert_false(database_name_parse(&name, path, &error));
    assert_non_null(strstr(error.text, reason));
    assert_true(error.is_misuse);
    error_release(&error);
    database_name_release(&name);
}

static void a_file_becomes_a_connection_that_makes_no_database(void **state)
{
    (void)state;
    expect("sqlite:a b.db?table=x.y", "Driver=SQLite3;NoCreat=1;Database=a b.db", "x.y");
    expect("sqlite:a.db", "Driver=SQLite3;NoCreat=1;Database=a.db", NULL);
    expect("sqlite:a.db?table=", "Driver=SQLite3;NoCreat=1;Database=a.db", NULL);
    refuse("sqlite:?table=t", "names no file");
    refuse("sqlite:a;b.db", "semicolon");
}

/* The keys that only psqlodbc knows are added unless they are given. */
static void the_keys_of_a_connection_are_kept_but_for_the_table(void **state)
{
    (void)state;
    expect("odbc:DSN=trade;table=t;UID=me",
           "DSN=trade;UID=me;UseDeclareFetch=1;Fetch=1000;SSLmode=prefer;CommLog=0;Debug=0", "t");
    expect("odbc:Driver={A;table=b}};};SSLMODE=require;fetch=5;uid=",
           "Driver={A;table=b}};};SSLMODE=require;fetch=5;uid=;UseDeclareFetch=1;CommLog=0;Debug=0",
           NULL);
    refuse("odbc:", "names no database");
    refuse("odbc:table=t", "names no database");
}

static void a_password_is_refused(void **state)
{
    (void)state;
    refuse("odbc:DSN=x; pwd =secret;table=t", "password");
    refuse("odbc:DSN=x;Password={s;t}", "password");
}

static void a_table_is_called_by_its_name(void **state)
{
    (void)state;
    assert_string_equal(path_name("sqlite:/a/b.db?table=t"), "t");
    assert_string_equal(path_name("odbc:DSN=x;table=s.t"), "s.t");
    assert_string_equal(path_name("sqlite:/a/b.db"), "b.db");
    assert_string_equal(path_name("/a/table=x.csv"), "table=x.csv");
    assert_false(database_is_named("./sqlite:x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_becomes_a_connection_that_makes_no_database),
        cmocka_unit_test(the_keys_of_a_connection_are_kept_but_for_the_table),
        cmocka_unit_test(a_password_is_refused),
        cmocka_unit_test(a_table_is_called_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
