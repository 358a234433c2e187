/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/input_source.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/text.h"
#include "data/io/spool.h"
#include "packing.h"
#include "scratch_file.h"

#define RAW(literal)                    \
    (struct text)                       \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

/* More than a megabyte of rows that compress badly, so that each decoder processes many blocks. */
static struct buffer rows;

static int prepare(void **state)
{
    unsigned long long random = 1;
    for (unsigned i = 0; rows.length < 1500000; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        buffer_printf(&rows, "%u,%llx,India,Russia\n", i, random);
    }
    return scratch_begin(state);
}

static int clean_up(void **state)
{
    buffer_release(&rows);
    return scratch_end(state);
}

static struct input_source *open_source(const char *name)
{
    struct error error = {0};
    struct input_source *source = input_source_open(name, &error);
    if (!source)
        print_error("%s\n", error.text);
    assert_non_null(source);
    return source;
}

/* Opens a source of a copy of the bytes. */
static struct input_source *source_of(struct text bytes)
{
    struct buffer copy = {0};
    struct error error = {0};
    buffer_append_text(&copy, bytes);
    struct input_source *source = input_source_from_memory(&copy, &error);
    if (!source)
        print_error("%s\n", error.text);
    assert_non_null(source);
    return source;
}

/* Reads all bytes from the first, `size` at a time, up to the end or an error. */
static struct buffer read_all(struct input_source *source, size_t size, struct error *error)
{
    struct buffer all = {0};
    char *piece = xmalloc(size);
    ssize_t got;
    while ((got = input_source_read(source, all.length, piece, size, error)) > 0)
        buffer_append(&all, piece, (size_t)got);
    free(piece);
    assert_int_equal(got, error->text ? -1 : 0);
    return all;
}

static void assert_all(struct input_source *source, struct text expected)
{
    static const size_t sizes[] = {1 << 20, 7777, 5000000};
    for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
        struct error error = {0};
        struct buffer all = read_all(source, sizes[i], &error);
        uint64_t size;
        assert_null(error.text);
        assert_true(text_is_equal(buffer_text(&all), expected));
        assert_true(input_source_size(source, &size));
        assert_int_equal(size, expected.length);
        buffer_release(&all);
    }
}

/* Checks the bytes before an error, and the reason, which is the same for each read behind them. */
static void assert_broken(struct input_source *source, struct text expected, const char *reason)
{
    struct error error = {0};
    struct buffer all = read_all(source, 100000, &error);
    assert_non_null(error.text);
    if (!strstr(error.text, reason))
        print_error("says: %s\n", error.text);
    assert_non_null(strstr(error.text, reason));
    assert_true(text_is_equal(buffer_text(&all), expected));
    buffer_release(&all);
    char byte;
    assert_int_equal(input_source_read(source, expected.length, &byte, 1, &error), -1);
    assert_non_null(strstr(error.text, reason));
    error_release(&error);
}

static void assert_refused(const char *name, const char *reason)
{
    struct error error = {0};
    struct input_source *source = input_source_open(name, &error);
    char byte;
    if (source)
        assert_int_equal(input_source_read(source, 0, &byte, 1, &error), -1);
    assert_string_equal(error.text, reason);
    error_release(&error);
    input_source_close(source);
}

/* --- plain files --- */

static void a_file_is_read_at_any_place(void **state)
{
    (void)state;
    char bytes[8];
    struct error error = {0};
    scratch_write(RAW("0123456789"));
    struct input_source *source = open_source(scratch_path);
    assert_int_equal(input_source_read(source, 4, bytes, 3, &error), 3);
    assert_memory_equal(bytes, "456", 3);
    assert_int_equal(input_source_read(source, 8, bytes, 8, &error), 2);
    assert_memory_equal(bytes, "89", 2);
    assert_int_equal(input_source_read(source, 10, bytes, 8, &error), 0);
    assert_int_equal(input_source_read(source, UINT64_MAX, bytes, 8, &error), 0);
    assert_all(source, RAW("0123456789"));
    assert_int_equal(input_source_progress(source).read, 10);
    assert_int_equal(input_source_progress(source).all, 10);
    input_source_close(source);
}

static void a_byte_order_mark_is_passed_over(void **state)
{
    (void)state;
    scratch_write(RAW("\xEF\xBB\xBFid,kind\n"));
    struct input_source *source = open_source(scratch_path);
    assert_all(source, RAW("id,kind\n"));
    input_source_close(source);
    struct buffer packed = {0};
    pack(&packed, archive_write_add_filter_gzip, RAW("\xEF\xBB\xBFid,kind\n"));
    source = source_of(buffer_text(&packed));
    assert_all(source, RAW("id,kind\n"));
    input_source_close(source);
    buffer_release(&packed);
    source = source_of(RAW("\xEF\xBB\xBF"));
    assert_all(source, RAW(""));
    input_source_close(source);
}

static void an_empty_file_is_no_error(void **state)
{
    (void)state;
    scratch_write(RAW(""));
    const char *const names[] = {scratch_path, "/dev/null"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        struct input_source *source = open_source(names[i]);
        assert_all(source, RAW(""));
        input_source_close(source);
    }
}

static void a_file_without_a_size_is_read(void **state)
{
    (void)state;
    struct input_source *source = open_source("/proc/self/status");
    char start[5];
    struct error error = {0};
    assert_int_equal(input_source_read(source, 0, start, 5, &error), 5);
    assert_memory_equal(start, "Name:", 5);
    input_source_close(source);
}

static void what_cannot_be_opened_says_why(void **state)
{
    (void)state;
    assert_refused(scratch_path, "cannot be opened: No such file or directory; check its name");
    assert_refused("", "cannot be opened: No such file or directory; check its name");
    assert_refused(scratch_folder, "is a folder; name a CSV file in it");
    assert_refused("/dev/zero", "is a binary file (a NUL byte at offset 0); export the data as "
                                "CSV in UTF-8");
}

static void no_permission_says_so(void **state)
{
    (void)state;
    scratch_write(RAW("id\n"));
    assert_int_equal(chmod(scratch_path, 0), 0);
    if (access(scratch_path, R_OK) == 0)
        skip();
    assert_refused(scratch_path,
                   "cannot be opened: Permission denied; ask its owner, or name a copy "
                   "of your own");
}

static void the_terminal_is_refused(void **state)
{
    (void)state;
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        skip();
    assert_refused(ptsname(terminal), "is the terminal; name a CSV file, or pipe one in");
    close(terminal);
}

static void a_nul_byte_ends_a_text(void **state)
{
    (void)state;
    const char *reason = "has a NUL byte at offset 1200000,";
    struct buffer bytes = {0};
    buffer_append_text(&bytes, buffer_text(&rows));
    bytes.data[1200000] = '\0';
    struct text clean = {bytes.data, 1200000};
    scratch_write(buffer_text(&bytes));
    struct input_source *source = open_source(scratch_path);
    assert_broken(source, clean, reason);
    input_source_close(source);
    struct buffer packed = {0};
    pack(&packed, archive_write_add_filter_zstd, buffer_text(&bytes));
    source = source_of(buffer_text(&packed));
    assert_broken(source, clean, reason);
    input_source_close(source);
    buffer_release(&packed);
    buffer_release(&bytes);
}

/* --- files that change --- */

static void assert_changed(struct input_source *source, const char *reason)
{
    struct error error = {0};
    assert_false(input_source_is_unchanged(source, &error));
    assert_string_equal(error.text, reason);
    error_release(&error);
}

static void assert_unchanged(struct input_source *source)
{
    struct error error = {0};
    assert_true(input_source_is_unchanged(source, &error));
    assert_null(error.text);
}

static void a_file_that_shrinks_is_an_error(void **state)
{
    (void)state;
    const char *reason = "has become shorter while it was read: 1000000 of 1400000 bytes are left; "
                         "what was read before stays; open it again when it is complete";
    scratch_write((struct text){rows.data, 1400000});
    struct input_source *source = open_source(scratch_path);
    assert_unchanged(source);
    assert_int_equal(truncate(scratch_path, 1000000), 0);
    assert_broken(source, (struct text){rows.data, 1000000}, reason);
    assert_changed(source, reason);
    input_source_close(source);
}

static void a_compressed_file_that_shrinks_is_an_error(void **state)
{
    (void)state;
    struct buffer packed = {0};
    struct error error = {0};
    pack(&packed, archive_write_add_filter_gzip, buffer_text(&rows));
    scratch_write(buffer_text(&packed));
    struct input_source *source = open_source(scratch_path);
    assert_int_equal(truncate(scratch_path, 500000), 0);
    struct buffer all = read_all(source, 100000, &error);
    assert_non_null(strstr(error.text, "has become shorter while it was read: 500000 of "));
    assert_in_range(all.length, 500000, rows.length);
    assert_memory_equal(all.data, rows.data, all.length);
    buffer_release(&all);
    input_source_close(source);
    error_release(&error);
    buffer_release(&packed);
}

static void what_a_file_grows_by_is_not_read(void **state)
{
    (void)state;
    scratch_write(RAW("a,b\n1,2\n"));
    struct input_source *source = open_source(scratch_path);
    FILE *file = fopen(scratch_path, "ab");
    fputs("3,4\n", file);
    fclose(file);
    assert_all(source, RAW("a,b\n1,2\n"));
    assert_changed(source, "has grown by 4 bytes since it was opened, which are not read; open it "
                           "again to read them");
    input_source_close(source);
}

static void writing_into_a_file_is_noticed(void **state)
{
    (void)state;
    scratch_write(RAW("a,b\n1,2\n"));
    struct input_source *source = open_source(scratch_path);
    struct timespec times[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    assert_int_equal(utimensat(AT_FDCWD, scratch_path, times, 0), 0);
    assert_changed(source, "has been written to since it was opened, so that old and new may be "
                           "mixed; open it again");
    input_source_close(source);
}

static void a_file_that_is_removed_or_replaced_is_read_on(void **state)
{
    (void)state;
    scratch_write(RAW("a,b\n1,2\n"));
    struct input_source *source = open_source(scratch_path);
    assert_int_equal(unlink(scratch_path), 0);
    assert_all(source, RAW("a,b\n1,2\n"));
    assert_unchanged(source);
    scratch_write(RAW("other\n"));
    assert_all(source, RAW("a,b\n1,2\n"));
    assert_unchanged(source);
    input_source_close(source);
}

/* --- compressed files --- */

static packing_filter *const filters[] = {
    archive_write_add_filter_gzip, archive_write_add_filter_xz, archive_write_add_filter_zstd,
    archive_write_add_filter_bzip2};

/* Sends the bytes through standard input, a pipe, while `check` runs. */
static void through_a_pipe(struct text bytes, void (*check)(void))
{
    int ends[2], saved = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        for (ssize_t some; bytes.length && (some = write(ends[1], bytes.data, bytes.length)) > 0;)
            bytes = (struct text){bytes.data + some, bytes.length - (size_t)some};
        _exit(0);
    }
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    check();
    dup2(saved, STDIN_FILENO);
    close(saved);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void check_rows_on_stdin(void)
{
    struct input_source *source = open_source("-");
    assert_all(source, buffer_text(&rows));
    input_source_close(source);
    assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
}

/* The same packed bytes from a file, from memory and through a pipe are the rows. */
static void assert_unpacked(const struct buffer *packed)
{
    scratch_write(buffer_text(packed));
    struct input_source *source = open_source(scratch_path);
    assert_all(source, buffer_text(&rows));
    assert_int_equal(input_source_progress(source).read, packed->length);
    assert_int_equal(input_source_progress(source).all, packed->length);
    input_source_close(source);
    source = source_of(buffer_text(packed));
    assert_all(source, buffer_text(&rows));
    input_source_close(source);
    through_a_pipe(buffer_text(packed), check_rows_on_stdin);
}

static void compressed_files_are_unpacked(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(filters); i++) {
        struct buffer packed = {0};
        pack(&packed, filters[i], buffer_text(&rows));
        assert_unpacked(&packed);
        buffer_release(&packed);
    }
}

/* As `cat a.gz b.gz` makes them; pigz, pbzip2 and others write such files too. */
static void joined_files_are_one(void **state)
{
    (void)state;
    struct text all = buffer_text(&rows);
    for (size_t i = 0; i < ARRAY_LENGTH(filters); i++) {
        struct buffer packed = {0};
        pack(&packed, filters[i], (struct text){all.data, 100000});
        pack(&packed, filters[i], (struct text){all.data + 100000, all.length - 100000});
        struct input_source *source = source_of(buffer_text(&packed));
        assert_all(source, all);
        input_source_close(source);
        buffer_release(&packed);
    }
}

static void an_empty_compressed_file_is_empty(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(filters); i++) {
        struct buffer packed = {0};
        pack(&packed, filters[i], RAW(""));
        struct input_source *source = source_of(buffer_text(&packed));
        assert_all(source, RAW(""));
        input_source_close(source);
        buffer_release(&packed);
    }
}

/* The bytes unpacked before the damage are right, and there are many. */
static void a_compressed_file_that_is_cut_gives_its_start(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(filters); i++) {
        struct buffer packed = {0};
        struct error error = {0};
        pack(&packed, filters[i], buffer_text(&rows));
        struct input_source *source = source_of((struct text){packed.data, packed.length * 2 / 3});
        struct buffer all = read_all(source, 100000, &error);
        assert_non_null(error.text);
        assert_non_null(strstr(error.text, "is damaged or incomplete ("));
        assert_in_range(all.length, rows.length / 3, rows.length * 2 / 3 + 1000);
        assert_memory_equal(all.data, rows.data, all.length);
        input_source_close(source);
        buffer_release(&all);
        error_release(&error);
        buffer_release(&packed);
    }
}

static void a_zip_archive_is_unpacked(void **state)
{
    (void)state;
    struct buffer packed = {0};
    const struct packing_member members[] = {
        {"readme.md", RAW("no data")}, {"a.csv", buffer_text(&rows)}, {"b.json", RAW("{}")}};
    pack_zip(&packed, members, 3, NULL);
    assert_unpacked(&packed);
    buffer_release(&packed);
}

static void a_file_in_a_zip_archive_is_chosen_by_name(void **state)
{
    (void)state;
    struct buffer packed = {0};
    char name[128];
    const struct packing_member members[] = {{"a.csv", RAW("a\n1\n")}, {"b:c.csv", RAW("b\n2\n")}};
    pack_zip(&packed, members, 2, NULL);
    scratch_write(buffer_text(&packed));
    snprintf(name, sizeof name, "%s:b:c.csv", scratch_path);
    struct input_source *source = open_source(name);
    assert_all(source, RAW("b\n2\n"));
    input_source_close(source);
    assert_refused(scratch_path,
                   "holds 2 files: `a.csv`, `b:c.csv`; choose one with a colon behind the "
                   "name of the archive, as in FILE.zip:a.csv");
    scratch_write(RAW("a\n1\n"));
    assert_refused(name, "cannot be opened: No such file or directory; check its name");
    buffer_release(&packed);
}

static void an_encrypted_archive_is_refused(void **state)
{
    (void)state;
    struct buffer packed = {0};
    pack_zip(&packed, &(struct packing_member){"a.csv", RAW("a\n1\n")}, 1, "secret");
    scratch_write(buffer_text(&packed));
    assert_refused(scratch_path, "is encrypted; unpack it with its password first (unzip)");
    buffer_release(&packed);
}

static void what_is_inside_an_archive_is_looked_at(void **state)
{
    (void)state;
    struct buffer packed = {0};
    pack(&packed, archive_write_add_filter_xz, RAW("<!doctype html>"));
    scratch_write(buffer_text(&packed));
    assert_refused(scratch_path, "is a web page inside another file; unpack it first");
    buffer_release(&packed);
    pack_zip(&packed, &(struct packing_member){"book.xlsx", RAW("PK\x03\x04...")}, 1, NULL);
    scratch_write(buffer_text(&packed));
    assert_refused(scratch_path, "is a zip archive or a workbook; unpack it or export it as CSV");
    buffer_release(&packed);
}

static void more_than_the_limit_is_an_error(void **state)
{
    (void)state;
    struct buffer packed = {0};
    struct error error = {0};
    pack(&packed, archive_write_add_filter_gzip, buffer_text(&rows));
    struct spool *spool = spool_new(raw_input_from_memory(&packed), NULL, NULL, 1 << 20);
    char *bytes = xmalloc(rows.length);
    assert_int_equal(spool_read(spool, 0, bytes, rows.length, &error), 1 << 20);
    assert_memory_equal(bytes, rows.data, 1 << 20);
    assert_int_equal(spool_read(spool, 1 << 20, bytes, 1, &error), -1);
    assert_string_equal(error.text, "has more than 1 MiB when it is unpacked, and no more are kept "
                                    "in memory here; what was read before stays; unpack it and "
                                    "open that file");
    error_release(&error);
    free(bytes);
    spool_free(spool);
}

/* --- pipes --- */

static void check_small_input(const char *name)
{
    struct input_source *source = open_source(name);
    assert_all(source, RAW("a,b\n1,2\n"));
    input_source_close(source);
}

static void check_dash(void)
{
    check_small_input("-");
    assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
}

static void check_device_name(void)
{
    check_small_input("/dev/stdin");
}

static void check_not_blocking(void)
{
    assert_int_equal(fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK), 0);
    check_small_input("-");
}

static void standard_input_is_a_dash(void **state)
{
    (void)state;
    through_a_pipe(RAW("a,b\n1,2\n"), check_dash);
    through_a_pipe(RAW("a,b\n1,2\n"), check_device_name);
    through_a_pipe(RAW("a,b\n1,2\n"), check_not_blocking);
    through_a_pipe(buffer_text(&rows), check_rows_on_stdin);
}

static void a_file_on_standard_input_is_read_from_where_it_stands(void **state)
{
    (void)state;
    char line[8];
    int saved = dup(STDIN_FILENO);
    scratch_write(RAW("title\na,b\n1,2\n"));
    int file = open(scratch_path, O_RDONLY);
    dup2(file, STDIN_FILENO);
    close(file);
    assert_int_equal(read(STDIN_FILENO, line, 6), 6);
    check_small_input("-");
    dup2(saved, STDIN_FILENO);
    close(saved);
}

static void closed_standard_input_is_an_error(void **state)
{
    (void)state;
    int saved = dup(STDIN_FILENO);
    close(STDIN_FILENO);
    assert_refused("-", "cannot be opened: Bad file descriptor");
    dup2(saved, STDIN_FILENO);
    close(saved);
}

static void a_named_pipe_is_opened_before_its_writer(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(scratch_path, 0600), 0);
    struct input_source *source = open_source(scratch_path);
    pid_t child = fork();
    if (child == 0) {
        int writer = open(scratch_path, O_WRONLY);
        _exit(write(writer, "id,kind\n", 8) == 8 ? 0 : 1);
    }
    assert_all(source, RAW("id,kind\n"));
    input_source_close(source);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

struct reader {
    pthread_t thread;
    struct input_source *source;
    uint64_t offset;
    char bytes[65536];
    ssize_t got;
    struct error error;
};

static void *read_once(void *context)
{
    struct reader *reader = context;
    reader->got = input_source_read(reader->source, reader->offset, reader->bytes,
                                    sizeof reader->bytes, &reader->error);
    return NULL;
}

static void check_threads(void)
{
    enum { COUNT = 40 };
    struct reader *readers = xcalloc(COUNT, sizeof *readers);
    struct input_source *source = open_source("-");
    for (size_t i = 0; i < COUNT; i++) {
        readers[i].source = source;
        readers[i].offset = i * 1234567 % (rows.length - sizeof readers->bytes);
        pthread_create(&readers[i].thread, NULL, read_once, &readers[i]);
    }
    for (size_t i = 0; i < COUNT; i++) {
        pthread_join(readers[i].thread, NULL);
        assert_int_equal(readers[i].got, sizeof readers->bytes);
        assert_memory_equal(readers[i].bytes, rows.data + readers[i].offset, sizeof readers->bytes);
    }
    free(readers);
    input_source_close(source);
}

static void threads_read_side_by_side(void **state)
{
    (void)state;
    struct buffer packed = {0};
    pack(&packed, archive_write_add_filter_gzip, buffer_text(&rows));
    through_a_pipe(buffer_text(&rows), check_threads);
    through_a_pipe(buffer_text(&packed), check_threads);
    buffer_release(&packed);
}

/* One reader waits for a pipe to which nothing more is written, another one for the first. */
static void stopping_wakes_who_waits(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(scratch_path, 0600), 0);
    struct input_source *source = open_source(scratch_path);
    int writer = open(scratch_path, O_WRONLY);
    struct reader *readers = xcalloc(2, sizeof *readers);
    struct error error = {0};
    char *bytes = xmalloc(100000);
    for (size_t done = 0; done < 100000;) {
        ssize_t some = write(writer, rows.data + done, done < 65536 ? 65536 : 100000 - done);
        assert_true(some > 0);
        done += (size_t)some;
        if (done == 65536)
            assert_int_equal(input_source_read(source, 0, bytes, 65536, &error), 65536);
    }
    for (size_t i = 0; i < 2; i++) {
        readers[i].source = source;
        readers[i].offset = 100000;
        pthread_create(&readers[i].thread, NULL, read_once, &readers[i]);
    }
    input_source_stop(source);
    for (size_t i = 0; i < 2; i++) {
        pthread_join(readers[i].thread, NULL);
        assert_int_equal(readers[i].got, -1);
        assert_string_equal(readers[i].error.text, "was not read to its end: reading was stopped");
        error_release(&readers[i].error);
    }
    assert_int_equal(input_source_read(source, 0, bytes, 65536, &error), 65536);
    assert_memory_equal(bytes, rows.data, 65536);
    close(writer);
    free(bytes);
    free(readers);
    input_source_close(source);
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
    assert_int_equal(mkfifo(scratch_path, 0600), 0);
    assert_int_equal(pipe(wake), 0);
    struct input_source *source = open_source(scratch_path);
    int writer = open(scratch_path, O_WRONLY);
    pid_t child = start_patient_writer(writer);
    close(writer);
    sigaction(SIGALRM, &action, &former);
    setitimer(ITIMER_REAL, &ticks, NULL);
    assert_all(source, RAW("row\nrow\nrow\n"));
    setitimer(ITIMER_REAL, &none, NULL);
    sigaction(SIGALRM, &former, NULL);
    close(wake[0]);
    close(wake[1]);
    input_source_close(source);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_file_is_read_at_any_place, scratch_remove),
        cmocka_unit_test_teardown(a_byte_order_mark_is_passed_over, scratch_remove),
        cmocka_unit_test_teardown(an_empty_file_is_no_error, scratch_remove),
        cmocka_unit_test(a_file_without_a_size_is_read),
        cmocka_unit_test(what_cannot_be_opened_says_why),
        cmocka_unit_test_teardown(no_permission_says_so, scratch_remove),
        cmocka_unit_test(the_terminal_is_refused),
        cmocka_unit_test_teardown(a_nul_byte_ends_a_text, scratch_remove),
        cmocka_unit_test_teardown(a_file_that_shrinks_is_an_error, scratch_remove),
        cmocka_unit_test_teardown(a_compressed_file_that_shrinks_is_an_error, scratch_remove),
        cmocka_unit_test_teardown(what_a_file_grows_by_is_not_read, scratch_remove),
        cmocka_unit_test_teardown(writing_into_a_file_is_noticed, scratch_remove),
        cmocka_unit_test_teardown(a_file_that_is_removed_or_replaced_is_read_on, scratch_remove),
        cmocka_unit_test_teardown(compressed_files_are_unpacked, scratch_remove),
        cmocka_unit_test(joined_files_are_one),
        cmocka_unit_test(an_empty_compressed_file_is_empty),
        cmocka_unit_test(a_compressed_file_that_is_cut_gives_its_start),
        cmocka_unit_test_teardown(a_zip_archive_is_unpacked, scratch_remove),
        cmocka_unit_test_teardown(a_file_in_a_zip_archive_is_chosen_by_name, scratch_remove),
        cmocka_unit_test_teardown(an_encrypted_archive_is_refused, scratch_remove),
        cmocka_unit_test_teardown(what_is_inside_an_archive_is_looked_at, scratch_remove),
        cmocka_unit_test(more_than_the_limit_is_an_error),
        cmocka_unit_test(standard_input_is_a_dash),
        cmocka_unit_test_teardown(a_file_on_standard_input_is_read_from_where_it_stands,
                                  scratch_remove),
        cmocka_unit_test(closed_standard_input_is_an_error),
        cmocka_unit_test_teardown(a_named_pipe_is_opened_before_its_writer, scratch_remove),
        cmocka_unit_test(threads_read_side_by_side),
        cmocka_unit_test_teardown(stopping_wakes_who_waits, scratch_remove),
        cmocka_unit_test_teardown(signals_do_not_cut_the_input, scratch_remove),
    };
    return cmocka_run_group_tests(tests, prepare, clean_up);
}
