/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each test has an empty state directory of its own. */
#include "config.h"

#include "command/scenario_store.h"

#include "base/paths.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void save(const char *dataset, const char *name, const char *text)
{
    struct error error = {0};
    assert_true(scenario_store_save(dataset, name, text, &error));
}

static void check(const char *dataset, size_t count, const char *const *wanted)
{
    struct scenario_store store = {0};
    struct error error = {0};
    assert_true(scenario_store_read(&store, dataset, &error));
    assert_int_equal(store.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(store.items[i].name, wanted[2 * i]);
        assert_string_equal(store.items[i].text, wanted[2 * i + 1]);
    }
    scenario_store_release(&store);
}

static void nothing_is_kept_at_first(void **state)
{
    (void)state;
    check("a.csv", 0, NULL);
}

static void each_file_has_its_own_by_name(void **state)
{
    (void)state;
    save("a.csv", "steady", "exports=+5%,imports=0%");
    save("b.csv", "steady", "exports=+9%,imports=0%");
    save("a.csv", "bold", "exports=+40%,imports=0%");
    static const char *const of_a[] = {"bold", "exports=+40%,imports=0%", "steady",
                                       "exports=+5%,imports=0%"};
    static const char *const of_b[] = {"steady", "exports=+9%,imports=0%"};
    check("a.csv", 2, of_a);
    check("b.csv", 1, of_b);
}

static void the_same_name_replaces(void **state)
{
    (void)state;
    save("c.csv", "one", "exports=+1%,imports=0%");
    save("c.csv", "one", "exports=+2%,imports=0%");
    static const char *const wanted[] = {"one", "exports=+2%,imports=0%"};
    check("c.csv", 1, wanted);
}

static void a_line_of_another_form_is_kept_and_passed_over(void **state)
{
    (void)state;
    char *folder = path_of_state();
    char *path = path_join(folder, "scenarios");
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    fputs("no tabs here\n", file);
    fclose(file);
    save("d.csv", "x", "exports=+1%,imports=0%");
    static const char *const wanted[] = {"x", "exports=+1%,imports=0%"};
    check("d.csv", 1, wanted);
    file = fopen(path, "r");
    char line[80];
    bool is_kept = false;
    while (fgets(line, sizeof line, file))
        is_kept |= line[0] == 'n' && line[1] == 'o';
    fclose(file);
    assert_true(is_kept);
    free(path);
    free(folder);
}

static void a_name_with_a_tab_is_refused(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(scenario_store_save("a.csv", "a\tb", "exports=0%,imports=0%", &error));
    assert_true(error.is_misuse);
    error_release(&error);
}

/* Several programs at once on one store. */
static void nobody_loses_what_another_saves(void **state)
{
    (void)state;
    enum { PROGRAMS = 4, SAVES = 25 };
    struct scenario_store store = {0};
    struct error error = {0};
    for (int program = 0; program < PROGRAMS; program++) {
        if (fork() != 0)
            continue;
        for (int i = 0; i < SAVES; i++) {
            char name[32];
            snprintf(name, sizeof name, "%d-%d", program, i);
            if (!scenario_store_save("many.csv", name, "exports=0%,imports=0%", &error))
                _exit(1);
        }
        _exit(0);
    }
    for (int i = 0, status; i < PROGRAMS; i++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    assert_true(scenario_store_read(&store, "many.csv", &error));
    assert_int_equal(store.count, PROGRAMS * SAVES);
    scenario_store_release(&store);
}

static void the_store_is_its_owners_and_no_pipe(void **state)
{
    (void)state;
    struct error error = {0};
    struct scenario_store store = {0};
    struct stat status;
    char *folder = path_of_state();
    char *path = path_join(folder, "scenarios");
    save("e.csv", "x", "exports=0%,imports=0%");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    unlink(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(scenario_store_read(&store, "e.csv", &error));
    assert_non_null(strstr(error.text, "it is no small regular file"));
    assert_false(scenario_store_save("e.csv", "y", "exports=0%,imports=0%", &error));
    error_release(&error);
    unlink(path);
    free(path);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_kept_at_first),
        cmocka_unit_test(each_file_has_its_own_by_name),
        cmocka_unit_test(the_same_name_replaces),
        cmocka_unit_test(a_line_of_another_form_is_kept_and_passed_over),
        cmocka_unit_test(a_name_with_a_tab_is_refused),
        cmocka_unit_test(nobody_loses_what_another_saves),
        cmocka_unit_test(the_store_is_its_owners_and_no_pipe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
