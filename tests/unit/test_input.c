/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/input.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define RAW(literal)                    \
    (struct text)                       \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

static char folder[] = "/tmp/tradescope-input-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/file", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path) == 0 || errno == ENOENT ? 0 : -1;
}

static void write_file(struct text bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.length, file), bytes.length);
    fclose(file);
}

static void assert_decoded(struct text bytes, const char *expected, enum encoding encoding)
{
    struct buffer raw = {0};
    struct input input;
    struct error error = {0};
    buffer_append_text(&raw, bytes);
    assert_true(input_decode(&input, &raw, &error));
    assert_null(raw.data);
    assert_int_equal(input.bytes.length, strlen(expected));
    assert_memory_equal(input.bytes.data, expected, input.bytes.length);
    assert_int_equal(input.encoding, encoding);
    input_release(&input);
}

static void assert_refused(struct text bytes, const char *reason)
{
    struct buffer raw = {0};
    struct input input;
    struct error error = {0};
    buffer_append_text(&raw, bytes);
    assert_false(input_decode(&input, &raw, &error));
    assert_string_equal(error.text, reason);
    assert_null(raw.data);
    assert_null(input.bytes.data);
    error_release(&error);
}

static void assert_unreadable(const char *name, const char *reason)
{
    struct input input;
    struct error error = {0};
    assert_false(input_read(&input, name, &error));
    assert_string_equal(error.text, reason);
    error_release(&error);
}

static void utf8_is_taken_as_it_is(void **state)
{
    (void)state;
    assert_decoded(RAW(""), "", ENCODING_UTF8);
    assert_decoded(RAW("a,b\r\n\u20ac\U0001F30D\n"), "a,b\r\n\u20ac\U0001F30D\n", ENCODING_UTF8);
}

static void a_byte_order_mark_is_dropped(void **state)
{
    (void)state;
    assert_decoded(RAW("\xEF\xBB\xBF"
                       "id,kind"),
                   "id,kind", ENCODING_UTF8);
    assert_decoded(RAW("\xEF\xBB\xBF"), "", ENCODING_UTF8);
    assert_decoded(RAW("\xEF\xBB\xBF"
                       "caf\xE9"),
                   "caf\u00e9", ENCODING_CP1252);
}

static void cp1252_is_decoded(void **state)
{
    (void)state;
    assert_decoded(RAW("caf\xE9 \x93quoted\x94 \x80"), "caf\u00e9 \u201cquoted\u201d \u20ac",
                   ENCODING_CP1252);
    assert_decoded(RAW("C\xF4te d'Ivoire"), "C\u00f4te d'Ivoire", ENCODING_CP1252);
}

static void utf8_with_a_few_broken_bytes_stays(void **state)
{
    (void)state;
    assert_decoded(RAW("\u00e9\u00e8 \xE9!"), "\u00e9\u00e8 \xE9!", ENCODING_UTF8);
    /* As many broken as whole; and a sequence cut short counts once. */
    assert_decoded(RAW("\u00e9 \xE9!"), "\u00e9 \xE9!", ENCODING_UTF8);
    assert_decoded(RAW("\u00e9 \xF0\x9F\x8C"), "\u00e9 \xF0\x9F\x8C", ENCODING_UTF8);
    assert_decoded(RAW("\u00e9 \xE9! \xE8!"), "\u00c3\u00a9 \u00e9! \u00e8!", ENCODING_CP1252);
}

static void other_encodings_are_refused(void **state)
{
    (void)state;
    assert_refused(RAW("\xFF\xFEi\0d\0"), "is UTF-16 text; save it as UTF-8");
    assert_refused(RAW("\xFE\xFF\0i\0d"), "is UTF-16 text; save it as UTF-8");
    assert_refused(RAW("\xFF\xFE\0\0i\0\0\0"), "is UTF-32 text; save it as UTF-8");
    assert_refused(RAW("\0\0\xFE\xFF\0\0\0i"), "is UTF-32 text; save it as UTF-8");
}

static void binary_files_are_refused_with_the_offset(void **state)
{
    (void)state;
    assert_refused(RAW("id,kind\n\0"), "is a binary file (a NUL byte at offset 8); export the data "
                                       "as CSV in UTF-8");
    assert_refused(RAW("PK\x03\x04zip"),
                   "is a zip archive or a workbook; unpack it or export it as CSV");
    assert_refused(RAW("\x1F\x8B\x08"), "is compressed with gzip; unpack it first (gunzip)");
    assert_refused(RAW("%PDF-1.7"), "is a PDF document; tradescope reads CSV");
}

static void what_is_no_data_is_refused(void **state)
{
    (void)state;
    const char *page = "is a web page, perhaps an error page; download the data again";
    assert_refused(RAW("<!DOCTYPE html><p>"), page);
    assert_refused(RAW(" \r\n\t<HTML lang=en>"), page);
    assert_refused(RAW("\xEF\xBB\xBF<!doctype HTML>"), page);
    assert_refused(RAW("<?xml version='1.0'?>"), "is an XML document; tradescope reads CSV");
    assert_refused(RAW("version https://git-lfs.github.com/spec/v1\n"),
                   "is a Git LFS pointer, which only names the data; fetch them with "
                   "`git lfs pull`");
    assert_decoded(RAW("<htm"), "<htm", ENCODING_UTF8);
    assert_decoded(RAW("version,kind"), "version,kind", ENCODING_UTF8);
}

static void a_file_is_read_whole(void **state)
{
    (void)state;
    struct buffer big = {0};
    buffer_repeat(&big, "0123456789\n", 100000);
    write_file(buffer_text(&big));
    struct input input;
    struct error error = {0};
    assert_true(input_read(&input, path, &error));
    assert_int_equal(input.bytes.length, big.length);
    assert_memory_equal(input.bytes.data, big.data, big.length);
    input_release(&input);
    buffer_release(&big);
}

static void an_empty_file_is_no_error(void **state)
{
    (void)state;
    struct input input;
    struct error error = {0};
    write_file(RAW(""));
    assert_true(input_read(&input, path, &error));
    assert_int_equal(input.bytes.length, 0);
    input_release(&input);
    assert_true(input_read(&input, "/dev/null", &error));
    assert_int_equal(input.bytes.length, 0);
    input_release(&input);
}

static void what_cannot_be_opened_says_why(void **state)
{
    (void)state;
    assert_unreadable(path, "cannot be opened: No such file or directory; check its name");
    assert_unreadable("", "cannot be opened: No such file or directory; check its name");
    assert_unreadable(folder, "is a folder; name a CSV file in it");
}

static void no_permission_says_so(void **state)
{
    (void)state;
    write_file(RAW("id\n"));
    assert_int_equal(chmod(path, 0), 0);
    if (access(path, R_OK) == 0)
        skip();
    assert_unreadable(path, "cannot be opened: Permission denied; ask its owner, or name a copy "
                            "of your own");
}

static void an_endless_device_is_refused(void **state)
{
    (void)state;
    assert_unreadable("/dev/zero", "is a binary file (a NUL byte at offset 0); export the data as "
                                   "CSV in UTF-8");
}

static void the_terminal_is_refused(void **state)
{
    (void)state;
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        skip();
    assert_unreadable(ptsname(terminal), "is the terminal; name a CSV file, or pipe one in");
    close(terminal);
}

/* A child that writes `text` into `file` in two pieces. */
static pid_t start_writer(int file, const char *text)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    size_t half = strlen(text) / 2;
    bool written = write(file, text, half) == (ssize_t)half;
    written = written && write(file, text + half, strlen(text) - half) >= 0;
    _exit(written ? 0 : 1);
}

static void assert_input(const char *name, const char *expected)
{
    struct input input;
    struct error error = {0};
    assert_true(input_read(&input, name, &error));
    assert_string_equal(input.bytes.data, expected);
    input_release(&input);
}

static void a_fifo_is_read_to_its_end(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(path, 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        int writer = open(path, O_WRONLY);
        _exit(write(writer, "id,kind\n", 8) == 8 ? 0 : 1);
    }
    assert_input(path, "id,kind\n");
    assert_int_equal(waitpid(child, NULL, 0), child);
}

/* Runs `check` with standard input on a pipe that a child fills. */
static void with_standard_input(bool is_blocking, void (*check)(void))
{
    int ends[2], saved = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    if (!is_blocking)
        assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    pid_t child = start_writer(ends[1], "a,b\n1,2\n");
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    check();
    dup2(saved, STDIN_FILENO);
    close(saved);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void check_dash(void)
{
    assert_input("-", "a,b\n1,2\n");
    assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
}

static void check_device_name(void)
{
    assert_input("/dev/stdin", "a,b\n1,2\n");
}

static void standard_input_is_a_dash(void **state)
{
    (void)state;
    with_standard_input(true, check_dash);
    with_standard_input(true, check_device_name);
}

static void a_pipe_that_does_not_block_is_waited_for(void **state)
{
    (void)state;
    with_standard_input(false, check_dash);
}

static int wake[2];

static void wake_writer(int signal)
{
    (void)signal;
    ssize_t written = write(wake[1], "", 1);
    (void)written;
}

/* The writer holds its rows back until signals have reached the waiting reader. */
static pid_t start_patient_writer(int file)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    char byte;
    bool written = true;
    for (int i = 0; i < 3; i++)
        written = written && read(wake[0], &byte, 1) == 1 && write(file, "row\n", 4) == 4;
    _exit(written ? 0 : 1);
}

static void signals_do_not_cut_the_input(void **state)
{
    (void)state;
    struct sigaction action = {.sa_handler = wake_writer}, former; /* without SA_RESTART */
    struct itimerval ticks = {{0, 1000}, {0, 1000}}, none = {0};
    int ends[2], saved = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(pipe(wake), 0);
    pid_t child = start_patient_writer(ends[1]);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    sigaction(SIGALRM, &action, &former);
    setitimer(ITIMER_REAL, &ticks, NULL);
    assert_input("-", "row\nrow\nrow\n");
    setitimer(ITIMER_REAL, &none, NULL);
    sigaction(SIGALRM, &former, NULL);
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(wake[0]);
    close(wake[1]);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_taken_as_it_is),
        cmocka_unit_test(a_byte_order_mark_is_dropped),
        cmocka_unit_test(cp1252_is_decoded),
        cmocka_unit_test(utf8_with_a_few_broken_bytes_stays),
        cmocka_unit_test(other_encodings_are_refused),
        cmocka_unit_test(binary_files_are_refused_with_the_offset),
        cmocka_unit_test(what_is_no_data_is_refused),
        cmocka_unit_test_teardown(a_file_is_read_whole, remove_file),
        cmocka_unit_test_teardown(an_empty_file_is_no_error, remove_file),
        cmocka_unit_test(what_cannot_be_opened_says_why),
        cmocka_unit_test_teardown(no_permission_says_so, remove_file),
        cmocka_unit_test(an_endless_device_is_refused),
        cmocka_unit_test(the_terminal_is_refused),
        cmocka_unit_test_teardown(a_fifo_is_read_to_its_end, remove_file),
        cmocka_unit_test(standard_input_is_a_dash),
        cmocka_unit_test(a_pipe_that_does_not_block_is_waited_for),
        cmocka_unit_test(signals_do_not_cut_the_input),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
