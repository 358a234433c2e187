/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dataset does not depend on the number of threads and the size of parts, and its cells are the
 * fields of the reference reader, for published files too.
 */
#include "config.h"

#include "base/array.h"
#include "corpus.h"
#include "data/csv/csv.h"
#include "data/load/loading.h"
#include "dataset_transcript.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Maps each column as text. */
static bool map_texts(const struct file_head *head, const void *context, struct mapping *mapping,
                      struct error *error)
{
    (void)context;
    if (!head->count)
        return error_set(error, "the file is empty");
    *mapping = (struct mapping){
        .form = FORM_PLAIN, .file_columns = head->records[0].count, .header_records = 1};
    for (size_t i = 0; i < mapping->file_columns; i++) {
        struct text name = head->records[0].fields[i];
        struct mapped_column *column = mapping_add_column(mapping, name, COLUMN_TEXT);
        column->from[column->from_count++] = i;
    }
    return true;
}

static struct dataset load(struct text bytes, mapper *map, size_t threads, size_t part_size)
{
    struct load_options options = {.map = map, .threads = threads, .part_size = part_size};
    struct buffer copy = {0};
    struct dataset dataset;
    buffer_append_text(&copy, bytes);
    dataset_load_bytes(&dataset, "file.csv", &copy, &options);
    return dataset;
}

/* --- against the reference --- */

struct reference {
    const struct dataset *dataset;
    size_t width, row, problem;
};

static void assert_field(const struct dataset *dataset, size_t row, size_t column,
                         struct text field)
{
    struct text cell = table_text(dataset->table, row, column);
    struct buffer decoded = {0};
    if (!text_is_equal(cell, field) && !text_is_utf8(field)) {
        text_decode_cp1252(&decoded, field);
        field = text_trim(buffer_text(&decoded));
    }
    if (!text_is_equal(cell, field))
        fail_msg("row %zu, column %zu is `%.*s`, not `%.*s`", row, column, (int)cell.length,
                 cell.data, (int)field.length, field.data);
    buffer_release(&decoded);
}

static bool compare_record(void *context, const struct csv_record *record)
{
    struct reference *reference = context;
    const struct dataset *dataset = reference->dataset;
    if (!reference->width) {
        reference->width = record->count;
    } else if (record->count != reference->width) {
        assert_true(reference->problem < dataset->problems.count);
        assert_int_equal(dataset->problems.items[reference->problem++].line, record->line);
    } else {
        assert_true(reference->row < table_row_count(dataset->table));
        assert_int_equal(table_line(dataset->table, reference->row), record->line);
        for (size_t i = 0; i < record->count; i++)
            assert_field(dataset, reference->row, i, text_trim(record->fields[i]));
        reference->row++;
    }
    return true;
}

/* The reference does not know records that are not clean CSV, or not rows; test_repair.c does. */
static bool is_beyond_the_reference(const struct dataset *dataset)
{
    for (size_t i = 0; i < dataset->problems.count; i++)
        if (strstr(dataset->problems.items[i].reason, "quot"))
            return true;
    return dataset->notes.count > 0;
}

static void assert_as_the_reference(const struct dataset *dataset, struct text bytes)
{
    if (is_beyond_the_reference(dataset))
        return;
    struct reference reference = {.dataset = dataset};
    struct error error = {0};
    size_t line;
    bool was_read = csv_read(bytes, dataset->separator, compare_record, &reference, &line, &error);
    if (!was_read)
        assert_int_equal(dataset->problems.items[reference.problem++].line, line);
    else if (!reference.width)
        reference.problem++; /* the file is empty */
    assert_int_equal(reference.row, table_row_count(dataset->table));
    assert_int_equal(reference.problem, dataset->problems.count);
    error_release(&error);
}

/* --- against each other --- */

static void assert_same(struct text bytes, mapper *map, size_t threads, size_t part_size,
                        const char *expected)
{
    struct dataset dataset = load(bytes, map, threads, part_size);
    char *found = transcribe_dataset(&dataset);
    if (strcmp(found, expected) != 0)
        fail_msg("%zu threads and parts of %zu bytes make of\n%.*s\nthis:\n%s\nnot:\n%s", threads,
                 part_size, (int)bytes.length, bytes.data, found, expected);
    free(found);
    dataset_release(&dataset);
}

static void assert_all_same(struct text bytes, mapper *map, const size_t *sizes, size_t count)
{
    struct dataset dataset = load(bytes, map, 1, 0);
    char *expected = transcribe_dataset(&dataset);
    dataset_release(&dataset);
    for (size_t i = 0; i < count; i++)
        for (size_t threads = 1; threads <= 3; threads++)
            assert_same(bytes, map, threads, sizes[i], expected);
    free(expected);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static const size_t tiny[] = {7, 64, 1000};

static void any_text_gives_the_same_however_it_is_read(void **state)
{
    (void)state;
    static const char *const parts[] = {"a",    "bcd", "\"x\"",    "\"y,\n\"", "\"\"\"z\"\"\"",
                                        "\"\"", " ",   "\xC3\xA9", "\"\r\n\"", "0.5"};
    static const char *const ends[] = {"\n", "\r\n",  "\n",       "\n\n",
                                       "\r", "\n \n", ",extra\n", "\"\n"};
    uint32_t seed = 4711;
    for (size_t round = 0; round < 120; round++) {
        struct buffer bytes = {0};
        buffer_puts(&bytes, "first,second\n");
        size_t kinds = round % 3 ? 7 : ARRAY_LENGTH(ends);
        for (size_t left = next_random(&seed) % 60; left; left--) {
            buffer_puts(&bytes, parts[next_random(&seed) % ARRAY_LENGTH(parts)]);
            buffer_putc(&bytes, ',');
            buffer_puts(&bytes, parts[next_random(&seed) % ARRAY_LENGTH(parts)]);
            buffer_puts(&bytes, ends[next_random(&seed) % kinds]);
        }
        assert_all_same(buffer_text(&bytes), map_texts, tiny, ARRAY_LENGTH(tiny));
        struct dataset dataset = load(buffer_text(&bytes), map_texts, 2, 64);
        assert_as_the_reference(&dataset, buffer_text(&bytes));
        dataset_release(&dataset);
        buffer_release(&bytes);
    }
}

/* Quotes over many lines that look like records: each guess in them is wrong. */
static void guesses_inside_quotes_are_found_out(void **state)
{
    (void)state;
    struct buffer bytes = {0};
    buffer_puts(&bytes, "kind,quote\n");
    for (int i = 0; i < 50; i++) {
        buffer_puts(&bytes, "event,\"");
        buffer_repeat(&bytes, "event,false\n", (size_t)i);
        buffer_puts(&bytes, "\"\nevent,true\n");
    }
    assert_all_same(buffer_text(&bytes), map_claims, tiny, ARRAY_LENGTH(tiny));
    struct dataset dataset = load(buffer_text(&bytes), map_texts, 2, 100);
    assert_int_equal(table_row_count(dataset.table), 100);
    assert_as_the_reference(&dataset, buffer_text(&bytes));
    dataset_release(&dataset);
    buffer_release(&bytes);
}

static void claims_and_their_problems_are_the_same(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "i%u,figure,2023,export,%u.5,USD bn,x\n",
        "i%u,fact,2023,export,%u,USD bn,\n",
        "i%u,figure,20xx,export,%u,USD mn,\n",
        "same,event,%u,,,,%u\n",
        "i%u,event,,,%u,,\n",
        "i%u,figure,2021,import,\"1,%u\",%%,\n",
        ",target,2030,total,1e%u,USD bn,%u\n",
        "short,%u,%u\n",
    };
    struct buffer bytes = {0};
    uint32_t seed = 99;
    buffer_puts(&bytes, "id,kind,period,flow,value,unit,source\n");
    for (unsigned i = 0; i < 400; i++) {
        const char *row = rows[next_random(&seed) % ARRAY_LENGTH(rows)];
        for (const char *at = row; *at; at++) {
            if (at[0] == '%' && at[1] == 'u')
                buffer_printf(&bytes, "%u", next_random(&seed) % 300);
            else if (at[0] != '%')
                buffer_putc(&bytes, *at);
            at += *at == '%';
        }
    }
    assert_all_same(buffer_text(&bytes), map_claims, tiny, ARRAY_LENGTH(tiny));
    buffer_release(&bytes);
}

/* More distinct texts than a column keeps in a dictionary, and then the same again. */
static void columns_that_hardly_repeat_are_the_same(void **state)
{
    (void)state;
    struct buffer bytes = {0};
    buffer_puts(&bytes, "name,number,few\n");
    for (int i = 0; i < 9000; i++)
        buffer_printf(&bytes, "name %d,%s%d,%d\n", i % 5000, i % 11 ? "" : "NA or ", i, i % 3);
    struct dataset dataset = load(buffer_text(&bytes), map_texts, 1, 1 << 20);
    char *expected = transcribe_dataset(&dataset);
    dataset_release(&dataset);
    for (size_t size = 500; size < 100000; size *= 5) {
        dataset = load(buffer_text(&bytes), map_texts, 2, size);
        assert_as_the_reference(&dataset, buffer_text(&bytes));
        for (size_t column = 0; column < 3; column++)
            table_codes(dataset.table, column);
        assert_int_equal(table_distinct_count(dataset.table, 0), 5001);
        assert_int_equal(table_code(dataset.table, 5007, 0), 8);
        dataset_release(&dataset);
    }
    free(expected);
    buffer_release(&bytes);
}

static void read_file(const char *path, struct buffer *bytes)
{
    char chunk[65536];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buffer_append(bytes, chunk, got);
    fclose(file);
}

static int compare_file(const char *path, const struct stat *status, int type)
{
    static const size_t sizes[] = {50000, 3000};
    struct buffer bytes = {0};
    struct dataset dataset;
    (void)status;
    if (type != FTW_F || !strstr(path, ".csv"))
        return 0;
    read_file(path, &bytes);
    for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
        struct load_options options = {
            .map = map_texts, .threads = 2, .part_size = sizes[i] * (1 + bytes.length / 1000000)};
        dataset_load(&dataset, path, &options);
        size_t mark = bytes.length > 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        struct text text = {bytes.data + mark, bytes.length - mark};
        if (dataset.mapping.column_count)
            assert_as_the_reference(&dataset, text);
        dataset_release(&dataset);
    }
    buffer_release(&bytes);
    return 0;
}

static void published_files_are_as_the_reference_reads_them(void **state)
{
    (void)state;
    corpus_walk(compare_file);
}

/* --- bit by bit --- */

static struct loading *start(struct dataset *dataset, struct buffer *bytes, int rows)
{
    static const struct load_options options = {.map = map_texts, .threads = 2, .part_size = 5000};
    buffer_puts(bytes, "a,b\n");
    for (int i = 0; i < rows; i++)
        buffer_printf(bytes, "%d,word\n", i);
    return loading_start_bytes(dataset, "file.csv", bytes, &options);
}

static void rows_arrive_while_others_are_read(void **state)
{
    (void)state;
    struct buffer bytes = {0};
    struct dataset dataset;
    struct loading *loading = start(&dataset, &bytes, 20000);
    size_t rows = 0, steps = 0;
    assert_int_equal(table_column_count(dataset.table), 2 + FIELD_COUNT);
    assert_int_equal(table_row_count(dataset.table), 0);
    for (bool goes_on = true; goes_on; steps++) {
        goes_on = loading_absorb(loading, 0);
        struct load_progress progress = loading_progress(loading);
        assert_int_equal(progress.rows, table_row_count(dataset.table));
        assert_int_equal(progress.is_complete, !goes_on);
        assert_true(progress.rows >= rows && progress.bytes <= progress.bytes_all);
        for (; rows < progress.rows; rows++)
            assert_int_equal(atoi(table_text(dataset.table, rows, 0).data), rows);
        table_codes(dataset.table, 0); /* codes may be requested at any time */
    }
    assert_int_equal(rows, 20000);
    assert_int_equal(loading_progress(loading).bytes, loading_progress(loading).bytes_all);
    assert_false(loading_absorb(loading, 1000));
    loading_end(loading);
    assert_int_equal(dataset.problems.count, 0);
    dataset_release(&dataset);
}

/*
 * The workers are at most a few parts ahead, so that these are not all there after a millisecond.
 */
static void what_arrived_before_a_stop_stays(void **state)
{
    (void)state;
    struct buffer bytes = {0};
    struct dataset dataset;
    struct loading *loading = start(&dataset, &bytes, 1000000);
    while (!table_row_count(dataset.table))
        assert_true(loading_absorb(loading, 1));
    size_t rows = table_row_count(dataset.table);
    loading_stop(loading);
    assert_false(loading_absorb(loading, 0));
    loading_end(loading);
    assert_int_equal(table_row_count(dataset.table), rows);
    assert_int_equal(dataset.problems.count, 1);
    assert_int_equal(dataset.problems.items[0].line, rows + 2);
    assert_non_null(strstr(dataset.problems.items[0].reason, "stopped"));
    assert_int_equal(atoi(table_text(dataset.table, rows - 1, 0).data), rows - 1);
    dataset_release(&dataset);
}

static void a_loading_can_end_at_once(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        struct buffer bytes = {0};
        struct dataset dataset;
        loading_end(start(&dataset, &bytes, 20000));
        assert_int_equal(dataset.problems.count, 1);
        dataset_release(&dataset);
    }
}

/* --- a pipe --- */

struct slow_pipe {
    char folder[32], path[48];
    int end; /* to write to */
    struct dataset dataset;
    struct loading *loading;
};

static void send(const struct slow_pipe *slow_pipe, const char *bytes)
{
    assert_int_equal(write(slow_pipe->end, bytes, strlen(bytes)), strlen(bytes));
}

/* Opens a pipe that begins with these bytes. */
static void open_pipe(struct slow_pipe *slow_pipe, const char *bytes)
{
    static const struct load_options options = {.map = map_texts, .threads = 1, .part_size = 5000};
    strcpy(slow_pipe->folder, "/tmp/tradescope-XXXXXX");
    assert_non_null(mkdtemp(slow_pipe->folder));
    snprintf(slow_pipe->path, sizeof slow_pipe->path, "%s/pipe", slow_pipe->folder);
    assert_int_equal(mkfifo(slow_pipe->path, 0600), 0);
    slow_pipe->end = open(slow_pipe->path, O_RDWR | O_CLOEXEC);
    assert_true(slow_pipe->end >= 0);
    send(slow_pipe, bytes);
    slow_pipe->loading = loading_start(&slow_pipe->dataset, slow_pipe->path, &options);
}

static void close_pipe(struct slow_pipe *slow_pipe)
{
    close(slow_pipe->end);
    while (loading_absorb(slow_pipe->loading, 1000))
        continue;
    loading_end(slow_pipe->loading);
    unlink(slow_pipe->path);
    rmdir(slow_pipe->folder);
}

/* Waits while it is unknown if more will follow. */
static void await_rows(struct slow_pipe *slow_pipe, size_t rows)
{
    while (table_row_count(slow_pipe->dataset.table) < rows)
        if (!loading_absorb(slow_pipe->loading, 1000))
            fail_msg("%s", slow_pipe->dataset.problems.items[0].reason);
    assert_int_equal(table_row_count(slow_pipe->dataset.table), rows);
}

static void rows_of_a_slow_pipe_are_there_when_they_come(void **state)
{
    (void)state;
    struct slow_pipe slow_pipe;
    struct buffer row = {0};
    open_pipe(&slow_pipe, "a,b\n1,word\n2,word\n3,\"wo");
    await_rows(&slow_pipe, 2);
    assert_true(dataset_row_as_written(&slow_pipe.dataset, 1, &row));
    assert_string_equal(row.data, "2,word");
    buffer_release(&row);
    send(&slow_pipe, "rd\"\n4");
    await_rows(&slow_pipe, 3);
    send(&slow_pipe, ",word\n");
    await_rows(&slow_pipe, 4);
    close_pipe(&slow_pipe);
    assert_int_equal(slow_pipe.dataset.problems.count, 0);
    assert_int_equal(table_row_count(slow_pipe.dataset.table), 4);
    dataset_release(&slow_pipe.dataset);
}

static void assert_waits(struct slow_pipe *slow_pipe)
{
    assert_true(loading_absorb(slow_pipe->loading, 1));
    assert_false(loading_progress(slow_pipe->loading).has_head);
    assert_int_equal(table_row_count(slow_pipe->dataset.table), 0);
    /* Each field has a column, so that it can be shown. */
    assert_int_equal(table_column_count(slow_pipe->dataset.table), FIELD_COUNT);
}

static void nobody_waits_for_the_first_bytes_of_a_pipe(void **state)
{
    (void)state;
    static const char *const pieces[] = {"", "a", ",b"};
    struct slow_pipe slow_pipe;
    open_pipe(&slow_pipe, "");
    for (size_t i = 0; i < ARRAY_LENGTH(pieces); i++) {
        send(&slow_pipe, pieces[i]);
        assert_waits(&slow_pipe);
    }
    send(&slow_pipe, "\n1,some words\n");
    await_rows(&slow_pipe, 1);
    assert_true(loading_progress(slow_pipe.loading).has_head);
    assert_string_equal(table_column_name(slow_pipe.dataset.table, 1), "b");
    close_pipe(&slow_pipe);
    assert_int_equal(slow_pipe.dataset.problems.count, 0);
    dataset_release(&slow_pipe.dataset);
}

static void what_is_waited_for_can_be_given_up(void **state)
{
    (void)state;
    struct slow_pipe slow_pipe;
    open_pipe(&slow_pipe, "a,some words\n");
    assert_waits(&slow_pipe);
    loading_stop(slow_pipe.loading);
    assert_false(loading_absorb(slow_pipe.loading, 1000));
    close_pipe(&slow_pipe);
    assert_int_equal(slow_pipe.dataset.problems.count, 1);
    assert_non_null(strstr(slow_pipe.dataset.problems.items[0].reason, "reading was stopped"));
    dataset_release(&slow_pipe.dataset);
}

/* Longer than a part, so that it is read again while its end has not arrived. */
static void a_long_record_of_a_pipe_comes_piece_by_piece(void **state)
{
    (void)state;
    struct slow_pipe slow_pipe;
    char piece[3001] = {0};
    open_pipe(&slow_pipe, "a,b\n1,some words\n2,\"");
    memset(piece, 'x', sizeof piece - 1);
    for (int i = 0; i < 10; i++) {
        send(&slow_pipe, piece);
        await_rows(&slow_pipe, 1);
        loading_absorb(slow_pipe.loading, 1);
    }
    send(&slow_pipe, "\"\n3,word\n");
    await_rows(&slow_pipe, 3);
    assert_int_equal(table_text(slow_pipe.dataset.table, 1, 1).length, 10 * strlen(piece));
    close_pipe(&slow_pipe);
    assert_int_equal(slow_pipe.dataset.problems.count, 0);
    dataset_release(&slow_pipe.dataset);
}

static void a_row_is_shown_as_it_stands_in_the_file(void **state)
{
    (void)state;
    const char *text = "a,b\r\n1,\"x\r\ny\"\r\n\r\n 2 ,\"z\"\"\"\nC\xF4te,3";
    const char *const rows[] = {"1,\"x\r\ny\"", "2 ,\"z\"\"\"", "C\u00f4te,3"};
    struct dataset dataset = load(text_of(text), map_texts, 2, 7);
    for (size_t row = 0; row < 3; row++) {
        struct buffer out = {0};
        assert_true(dataset_row_as_written(&dataset, row, &out));
        assert_string_equal(out.data, rows[row]);
        buffer_release(&out);
    }
    struct buffer out = {0};
    assert_false(dataset_row_as_written(&dataset, table_add_row(dataset.table, 9), &out));
    buffer_release(&out);
    dataset_release(&dataset);
}

static void a_plain_table_knows_its_numbers(void **state)
{
    (void)state;
    struct dataset dataset =
        load(text_of("t,k,v,q\n2013,010326,30555.748,NA\n2013,10350,7,0.5\n"), map_plain, 2, 0);
    assert_int_equal(dataset.form, FORM_PLAIN);
    assert_int_equal(dataset.problems.count, 0);
    assert_int_equal(table_column_type(dataset.table, 0), COLUMN_NUMBER);
    assert_int_equal(table_column_type(dataset.table, 1), COLUMN_TEXT);
    assert_int_equal(table_column_type(dataset.table, 2), COLUMN_NUMBER);
    assert_int_equal(table_column_type(dataset.table, 3), COLUMN_NUMBER);
    struct buffer out = {0};
    for (size_t column = 0; column < 4; column++)
        table_write(dataset.table, 0, column, &out);
    assert_string_equal(out.data, "201301032630555.748NA");
    assert_true(table_numbers(dataset.table, 3)[1] == 0.5);
    buffer_release(&out);
    dataset_release(&dataset);
}

static void a_header_of_too_many_columns_is_refused(void **state)
{
    (void)state;
    struct buffer bytes = {0};
    buffer_repeat(&bytes, "a,", 1000000);
    struct dataset dataset = load(buffer_text(&bytes), map_texts, 2, 0);
    assert_int_equal(table_row_count(dataset.table), 0);
    assert_string_equal(
        dataset.problems.items[0].reason,
        "has more than 100000 columns, which is the most that can be read; leave out "
        "some");
    dataset_release(&dataset);
    buffer_truncate(&bytes, 0);
    buffer_puts(&bytes, "a,b\n");
    buffer_repeat(&bytes, "1,", 1000000);
    buffer_puts(&bytes, "\n1,2\n");
    dataset = load(buffer_text(&bytes), map_texts, 2, 1000);
    assert_int_equal(table_row_count(dataset.table), 1);
    assert_int_equal(dataset.problems.items[0].line, 2);
    buffer_release(&bytes);
    dataset_release(&dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_text_gives_the_same_however_it_is_read),
        cmocka_unit_test(guesses_inside_quotes_are_found_out),
        cmocka_unit_test(claims_and_their_problems_are_the_same),
        cmocka_unit_test(columns_that_hardly_repeat_are_the_same),
        cmocka_unit_test(published_files_are_as_the_reference_reads_them),
        cmocka_unit_test(rows_arrive_while_others_are_read),
        cmocka_unit_test(what_arrived_before_a_stop_stays),
        cmocka_unit_test(a_loading_can_end_at_once),
        cmocka_unit_test(rows_of_a_slow_pipe_are_there_when_they_come),
        cmocka_unit_test(nobody_waits_for_the_first_bytes_of_a_pipe),
        cmocka_unit_test(what_is_waited_for_can_be_given_up),
        cmocka_unit_test(a_long_record_of_a_pipe_comes_piece_by_piece),
        cmocka_unit_test(a_row_is_shown_as_it_stands_in_the_file),
        cmocka_unit_test(a_plain_table_knows_its_numbers),
        cmocka_unit_test(a_header_of_too_many_columns_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
