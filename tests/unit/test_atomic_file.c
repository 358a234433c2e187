/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/atomic_file.h"
#include "base/text.h"

#include "scratch_file.h"

#include <dirent.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

static size_t count_entries(void)
{
    DIR *directory = opendir(scratch_folder);
    size_t count = 0;
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(directory);
    return count;
}

static bool write_file(const char *content, bool replaces, struct error *error)
{
    struct atomic_file file;
    if (!atomic_file_open(&file, scratch_path, replaces ? ATOMIC_REPLACE : ATOMIC_NEW, error))
        return false;
    buffer_puts(&file.out.text, content);
    return atomic_file_publish(&file, error);
}

static void write_new(const char *content)
{
    struct error error = {0};
    assert_true(write_file(content, false, &error));
}

/* Checks the content of the file, and that there is no other file in its directory. */
static void assert_content(const char *expected)
{
    char bytes[64] = {0};
    FILE *file = fopen(scratch_path, "r");
    assert_non_null(file);
    assert_int_equal(fread(bytes, 1, sizeof bytes - 1, file), strlen(expected));
    fclose(file);
    assert_string_equal(bytes, expected);
    assert_int_equal(count_entries(), 1);
}

static void a_file_is_written_whole_with_the_usual_mode(void **state)
{
    (void)state;
    struct stat status;
    mode_t mask = umask(022);
    write_new("a,b\n");
    umask(mask);
    assert_content("a,b\n");
    assert_int_equal(stat(scratch_path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0644);
}

static void an_existing_file_is_left_alone_unless_asked(void **state)
{
    (void)state;
    struct error error = {0};
    struct buffer expected = {0};
    write_new("old\n");
    assert_false(write_file("new\n", false, &error));
    buffer_printf(&expected, " exists; `:write! %s` replaces it", scratch_path);
    scratch_check_error(&error, expected.data);
    assert_content("old\n");
    assert_true(write_file("new\n", true, &error));
    assert_content("new\n");
    buffer_release(&expected);
}

/* Another program creates it while it is being written. */
static void a_file_that_comes_meanwhile_is_left_alone(void **state)
{
    (void)state;
    struct error error = {0};
    struct atomic_file file;
    assert_true(atomic_file_open(&file, scratch_path, ATOMIC_NEW, &error));
    scratch_write(text_of("theirs\n"));
    buffer_puts(&file.out.text, "ours\n");
    assert_false(atomic_file_publish(&file, &error));
    assert_non_null(strstr(error.text, "exists; `:write! "));
    assert_content("theirs\n");
    error_release(&error);
}

/* A program that has opened the old file can still read it: only the name moved to the new one. */
static void replacing_leaves_no_moment_with_half_a_file(void **state)
{
    (void)state;
    struct error error = {0};
    struct atomic_file file;
    char bytes[8] = {0};
    write_new("old\n");
    FILE *reader = fopen(scratch_path, "r");
    assert_true(atomic_file_open(&file, scratch_path, ATOMIC_REPLACE, &error));
    buffer_repeat(&file.out.text, "x", 100000);
    assert_true(sink_pass(&file.out));
    assert_int_equal(file.out.taken, 100000);
    assert_int_equal(fread(bytes, 1, sizeof bytes, reader), 4);
    assert_string_equal(bytes, "old\n");
    fclose(reader);
    reader = fopen(scratch_path, "r");
    assert_true(atomic_file_publish(&file, &error));
    assert_int_equal(fread(bytes, 1, sizeof bytes, reader), 4);
    assert_string_equal(bytes, "old\n");
    fclose(reader);
}

static void a_link_that_stands_in_the_way_is_not_followed(void **state)
{
    (void)state;
    struct error error = {0};
    struct buffer target = {0};
    buffer_printf(&target, "%s/target", scratch_folder);
    assert_int_equal(symlink(target.data, scratch_path), 0);
    assert_false(write_file("x", false, &error));
    assert_int_equal(access(target.data, F_OK), -1);
    error_release(&error);
    buffer_release(&target);
}

static void assert_mode(const char *path, mode_t mode)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, mode);
}

static bool write_private(const char *content, struct error *error)
{
    struct atomic_file file;
    if (!atomic_file_open(&file, scratch_path, ATOMIC_PRIVATE, error))
        return false;
    buffer_puts(&file.out.text, content);
    return atomic_file_publish(&file, error);
}

static void the_mode_of_what_is_replaced_is_kept(void **state)
{
    (void)state;
    static const mode_t modes[] = {0600, 0640, 0444, 0755};
    struct error error = {0};
    write_new("old\n");
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        assert_int_equal(chmod(scratch_path, modes[i]), 0);
        assert_true(write_file("new\n", true, &error));
        assert_mode(scratch_path, modes[i]);
    }
    assert_true(write_private("secret\n", &error));
    assert_mode(scratch_path, 0600);
    assert_content("secret\n");
}

static void the_target_of_a_link_is_replaced(void **state)
{
    (void)state;
    struct error error = {0};
    struct buffer target = {0};
    struct stat status;
    buffer_printf(&target, "%s/target", scratch_folder);
    write_new("old\n");
    assert_int_equal(rename(scratch_path, target.data), 0);
    assert_int_equal(symlink("target", scratch_path), 0);
    assert_true(write_file("new\n", true, &error));
    assert_int_equal(lstat(scratch_path, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(lstat(target.data, &status), 0);
    assert_int_equal(status.st_size, 4);
    assert_int_equal(count_entries(), 2);
    unlink(target.data);
    assert_false(write_file("new\n", true, &error));
    assert_non_null(
        strstr(error.text, "is a symbolic link, and what it points to cannot be found"));
    error_release(&error);
    buffer_release(&target);
}

static void what_is_no_regular_file_is_refused(void **state)
{
    (void)state;
    struct error error = {0};
    struct atomic_file file;
    assert_int_equal(mkfifo(scratch_path, 0600), 0);
    assert_false(write_file("x", true, &error));
    assert_non_null(strstr(error.text, "it is a named pipe; name a regular file"));
    assert_int_equal(count_entries(), 1);
    assert_false(atomic_file_open(&file, "/dev/null", ATOMIC_REPLACE, &error));
    assert_non_null(strstr(error.text, "cannot write /dev/null: it is a device"));
    assert_false(atomic_file_open(&file, scratch_folder, ATOMIC_REPLACE, &error));
    assert_non_null(strstr(error.text, "it is a folder"));
    error_release(&error);
}

static void the_longest_names_can_be_written(void **state)
{
    (void)state;
    struct error error = {0};
    struct atomic_file file;
    for (size_t length = 248; length <= 255; length++) {
        struct buffer path = {0};
        buffer_printf(&path, "%s/", scratch_folder);
        buffer_repeat(&path, "n", length);
        assert_true(atomic_file_open(&file, path.data, ATOMIC_NEW, &error));
        buffer_puts(&file.out.text, "x");
        assert_true(atomic_file_publish(&file, &error));
        assert_int_equal(unlink(path.data), 0);
        buffer_release(&path);
    }
}

/* As when a signal ends the program. */
static void what_is_abandoned_leaves_nothing_behind(void **state)
{
    (void)state;
    struct error error = {0};
    struct atomic_file file;
    write_new("old\n");
    assert_true(atomic_file_open(&file, scratch_path, ATOMIC_REPLACE, &error));
    buffer_repeat(&file.out.text, "x", 100000);
    assert_true(sink_pass(&file.out));
    assert_int_equal(count_entries(), 2);
    atomic_files_abandon();
    assert_content("old\n");
    assert_false(atomic_file_publish(&file, &error));
    assert_content("old\n");
    error_release(&error);
}

static void a_missing_folder_is_named(void **state)
{
    (void)state;
    struct error error = {0};
    struct atomic_file file;
    assert_false(atomic_file_open(&file, "/nonexistent/out.csv", ATOMIC_REPLACE, &error));
    assert_string_equal(error.text, "cannot write /nonexistent/out.csv: No such file or directory");
    error_release(&error);
}

/* A limit on the size of files stands for a full disk: write() writes a part, then fails. */
static void a_full_disk_leaves_the_old_file_and_no_draft(void **state)
{
    (void)state;
    struct error error = {0};
    struct rlimit usual, low;
    struct atomic_file file;
    write_new("old\n");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
    low = (struct rlimit){4096, usual.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &low), 0);
    assert_true(atomic_file_open(&file, scratch_path, ATOMIC_REPLACE, &error));
    buffer_repeat(&file.out.text, "x", 10000);
    bool is_written = atomic_file_publish(&file, &error);
    setrlimit(RLIMIT_FSIZE, &usual);
    signal(SIGXFSZ, handler);
    assert_false(is_written);
    assert_non_null(strstr(error.text, strerror(EFBIG)));
    assert_content("old\n");
    error_release(&error);
}

static void an_empty_report_is_an_empty_file(void **state)
{
    (void)state;
    write_new("");
    assert_content("");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_file_is_written_whole_with_the_usual_mode, scratch_remove),
        cmocka_unit_test_teardown(an_existing_file_is_left_alone_unless_asked, scratch_remove),
        cmocka_unit_test_teardown(a_file_that_comes_meanwhile_is_left_alone, scratch_remove),
        cmocka_unit_test_teardown(replacing_leaves_no_moment_with_half_a_file, scratch_remove),
        cmocka_unit_test_teardown(a_link_that_stands_in_the_way_is_not_followed, scratch_remove),
        cmocka_unit_test_teardown(the_mode_of_what_is_replaced_is_kept, scratch_remove),
        cmocka_unit_test_teardown(the_target_of_a_link_is_replaced, scratch_remove),
        cmocka_unit_test_teardown(what_is_no_regular_file_is_refused, scratch_remove),
        cmocka_unit_test(the_longest_names_can_be_written),
        cmocka_unit_test_teardown(what_is_abandoned_leaves_nothing_behind, scratch_remove),
        cmocka_unit_test(a_missing_folder_is_named),
        cmocka_unit_test_teardown(a_full_disk_leaves_the_old_file_and_no_draft, scratch_remove),
        cmocka_unit_test_teardown(an_empty_report_is_an_empty_file, scratch_remove),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
