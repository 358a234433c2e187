/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mappings made by hand, with each origin that a column can have: the resulting rows, and the
 * problems of the others.
 */
#include "config.h"

#include "base/array.h"
#include "data/load/loading.h"
#include "dataset_transcript.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static char **words_of(const char *const *words, size_t count)
{
    char **copies = xcalloc(count, sizeof *copies);
    for (size_t i = 0; i < count; i++)
        copies[i] = xstrdup(words[i]);
    return copies;
}

static void start(struct mapping *mapping, size_t width)
{
    *mapping =
        (struct mapping){.form = FORM_STATISTICS, .file_columns = width, .header_records = 1};
}

static struct mapped_column *add(struct mapping *mapping, const char *name, enum column_type type,
                                 enum field_origin origin, size_t from)
{
    struct mapped_column *column = mapping_add_column(mapping, text_of(name), type);
    column->origin = origin;
    column->from[column->from_count++] = from;
    return column;
}

static void add_missing(struct mapped_column *column, const char *word)
{
    column->missing = words_of(&word, 1);
    column->missing_count = 1;
}

static struct left_out *leave_out(struct mapping *mapping, size_t column, const char *word)
{
    ARRAY_RESERVE(mapping->left_out, mapping->left_out_count + 1, mapping->left_out_capacity);
    struct left_out *rule = &mapping->left_out[mapping->left_out_count++];
    *rule = (struct left_out){.column = column,
                              .words = words_of(&word, 1),
                              .word_count = 1,
                              .reason = xstrdup("other rows")};
    return rule;
}

static bool translate_flow(struct text word, const void *context, struct buffer *out,
                           struct buffer *reason)
{
    (void)context;
    if (text_is(word, "X") || text_is(word, "M")) {
        buffer_puts(out, text_is(word, "X") ? "export" : "import");
        return true;
    }
    buffer_puts(reason, "is no flow; write X or M");
    return false;
}

static bool translate_month(struct text word, const void *context, struct buffer *out,
                            struct buffer *reason)
{
    (void)context;
    buffer_append(out, word.data, word.length < 4 ? word.length : 4);
    if (word.length == 6)
        buffer_printf(out, "-%.2s", word.data + 4);
    if (word.length == 6 || word.length == 4)
        return true;
    buffer_puts(reason, "is no month; write 202201");
    return false;
}

/* "1,234": with commas. */
static bool read_commas(struct text text, struct decimal *decimal)
{
    struct buffer plain = {0};
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] != ',')
            buffer_putc(&plain, text.data[i]);
    bool is_number = plain.length && decimal_parse(buffer_text(&plain), decimal);
    buffer_release(&plain);
    return is_number;
}

static bool map_given(const struct file_head *head, const void *context, struct mapping *mapping,
                      struct error *error)
{
    void (*const *make)(struct mapping *) = context;
    (void)head;
    (void)error;
    (*make)(mapping);
    return true;
}

static struct dataset load(void (*make)(struct mapping *), const char *csv)
{
    struct buffer bytes = {0};
    struct dataset dataset;
    struct load_options options = {
        .map = map_given, .context = &make, .threads = 2, .part_size = 16};
    buffer_puts(&bytes, csv);
    dataset_load_bytes(&dataset, "file.csv", &bytes, &options);
    return dataset;
}

/* Checks all rows, one per line, with a bar between the cells of the mapping's columns. */
static void assert_rows(const struct dataset *dataset, const char *expected)
{
    struct buffer out = {0};
    buffer_puts(&out, "");
    for (size_t row = 0; row < table_row_count(dataset->table); row++)
        for (size_t column = 0; column < dataset->mapping.column_count; column++) {
            table_write(dataset->table, row, column, &out);
            buffer_putc(&out, column + 1 < dataset->mapping.column_count ? '|' : '\n');
        }
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

static void assert_problems(const struct dataset *dataset, const char *expected)
{
    struct buffer out = {0};
    buffer_puts(&out, "");
    transcribe_problems(&out, dataset);
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

/* Columns flow code, month, value; their translations, and a constant unit. */
static void make_narrow(struct mapping *mapping)
{
    start(mapping, 3);
    add(mapping, "code", COLUMN_TEXT, ORIGIN_FILE, 0);
    add(mapping, "month", COLUMN_TEXT, ORIGIN_FILE, 1);
    struct mapped_column *value = add(mapping, "value", COLUMN_NUMBER, ORIGIN_FILE, 2);
    value->field = FIELD_VALUE;
    value->read = read_commas;
    add_missing(value, "NA");
    struct mapped_column *flow = add(mapping, "flow", COLUMN_TEXT, ORIGIN_TRANSLATED, 0);
    flow->field = FIELD_FLOW;
    flow->translate = translate_flow;
    flow->is_needed = true;
    struct mapped_column *period = add(mapping, "period", COLUMN_PERIOD, ORIGIN_TRANSLATED, 1);
    period->field = FIELD_PERIOD;
    period->translate = translate_month;
    struct mapped_column *unit = add(mapping, "unit", COLUMN_TEXT, ORIGIN_CONSTANT, 0);
    unit->field = FIELD_UNIT;
    unit->constant = xstrdup("USD thousand");
}

static void words_numbers_and_constants_are_as_the_mapping_says(void **state)
{
    (void)state;
    struct dataset dataset = load(make_narrow, "code,month,value\nX,202201,1.50\nM,2022,\"1,234\"\n"
                                               "X,soon,NA\nM,,-0\n");
    assert_problems(&dataset, "");
    assert_rows(&dataset, "X|202201|1.50|export|2022-01|USD thousand\n"
                          "M|2022|1,234|import|2022|USD thousand\n"
                          "X|soon|NA|export|soon|USD thousand\n"
                          "M||-0|import||USD thousand\n");
    assert_int_equal(dataset.file_columns, 3);
    assert_int_equal(dataset.column[FIELD_FLOW], 3);
    assert_true(table_numbers(dataset.table, 2)[1] == 1234);
    assert_true(isnan(table_numbers(dataset.table, 2)[2]));
    struct period january;
    assert_true(period_parse(text_of("2022-01"), &january));
    assert_true(period_is_equal(table_period(dataset.table, 0, 4), january));
    assert_int_equal(table_period(dataset.table, 2, 4).kind, PERIOD_NONE);
    struct claim claim = dataset_claim(&dataset, 1);
    assert_int_equal(claim.flow, FLOW_IMPORT);
    assert_true(claim.value == 1234000);
    dataset_release(&dataset);
}

static void a_row_without_what_is_needed_is_a_problem(void **state)
{
    (void)state;
    struct dataset dataset =
        load(make_narrow, "code,month,value\nX,2022,1\nQ,2022,2\n,2022,3\nM,2022\nX,2023,5\n");
    assert_rows(&dataset, "X|2022|1|export|2022|USD thousand\nX|2023|5|export|2023|USD thousand\n");
    assert_problems(&dataset,
                    "file.csv:3:1: flow: `Q` is no flow; write X or M\n"
                    "file.csv:4:1: flow: is empty, but every row needs it\n"
                    "file.csv:5: the row has 2 fields, the header has 3; write the separator for "
                    "empty fields too\n");
    assert_int_equal(table_distinct_count(dataset.table, 0), 2); /* no `Q` */
    dataset_release(&dataset);
}

static void make_needed_number(struct mapping *mapping)
{
    start(mapping, 2);
    add(mapping, "name", COLUMN_TEXT, ORIGIN_FILE, 0);
    struct mapped_column *value = add(mapping, "value", COLUMN_NUMBER, ORIGIN_FILE, 1);
    value->is_needed = true;
    add_missing(value, "-9");
}

static void a_needed_number_must_be_one(void **state)
{
    (void)state;
    struct dataset dataset = load(make_needed_number, "name,value\na,1\nb,x\nc,\nd,-9\ne,-8\n");
    assert_rows(&dataset, "a|1\ne|-8\n");
    assert_problems(&dataset, "file.csv:3:2: value: `x` is no number; write it like 4.26, or say "
                              "with --map missing=WORD that it states "
                              "nothing\n"
                              "file.csv:4:2: value: is empty, but every row needs it\n"
                              "file.csv:5:2: value: `-9` states nothing, but every row needs it\n");
    dataset_release(&dataset);
}

/* Columns country, unit, and one for each of two years; after a preamble. */
static void make_wide(struct mapping *mapping)
{
    static const char *const headings[][2] = {{"2019", "first"}, {"2020", "second"}};
    start(mapping, 4);
    mapping->header_records = 2;
    add(mapping, "country", COLUMN_TEXT, ORIGIN_FILE, 0);
    add(mapping, "period", COLUMN_PERIOD, ORIGIN_HEADING, 0)->field = FIELD_PERIOD;
    struct mapped_column *value = add(mapping, "value", COLUMN_NUMBER, ORIGIN_MELTED, 0);
    value->field = FIELD_VALUE;
    add_missing(value, "..");
    add(mapping, "which", COLUMN_TEXT, ORIGIN_HEADING, 0);
    for (size_t i = 0; i < 2; i++) {
        ARRAY_RESERVE(mapping->melted, mapping->melted_count + 1, mapping->melted_capacity);
        mapping->melted[mapping->melted_count++] =
            (struct melted_column){.column = 2 + i, .heading = words_of(headings[i], 2)};
    }
}

static void each_cell_of_a_wide_file_becomes_a_row(void **state)
{
    (void)state;
    struct dataset dataset = load(make_wide, "A table of trade\ncountry,unit,2019,2020\n"
                                             "India,x,1.5,2\nRussia,x,..,\nChina,x,,4\n");
    assert_problems(&dataset, "");
    assert_rows(&dataset, "India|2019|1.5|first\nIndia|2020|2|second\nChina|2020|4|second\n");
    assert_true(period_is_equal(table_period(dataset.table, 1, 1), period_calendar_year(2020)));
    assert_int_equal(table_line(dataset.table, 0), 3);
    assert_int_equal(table_line(dataset.table, 1), 3);
    assert_int_equal(table_line(dataset.table, 2), 5);
    struct buffer out = {0};
    assert_true(dataset_row_as_written(&dataset, 1, &out));
    assert_string_equal(out.data, "India,x,1.5,2");
    buffer_release(&out);
    dataset_release(&dataset);
}

/* Columns year and month, with rules that skip records. */
static void make_joined(struct mapping *mapping)
{
    start(mapping, 3);
    struct mapped_column *period = add(mapping, "period", COLUMN_PERIOD, ORIGIN_JOINED, 0);
    period->from[period->from_count++] = 1;
    period->joint = '-';
    period->field = FIELD_PERIOD;
    add(mapping, "word", COLUMN_TEXT, ORIGIN_FILE, 2);
    leave_out(mapping, 0, "year");
    leave_out(mapping, 2, "total*");
    mapping->allows_short = true;
    mapping->allows_trailing_empty = true;
}

static void columns_are_joined_and_records_left_out(void **state)
{
    (void)state;
    struct dataset dataset =
        load(make_joined, "year,month,word\n2022,01,a\nyear,month,word\n2022,02,Total of all\n"
                          "2022,03\n,,b\n2022,04,c,,\n2022,05,d,,e\n");
    assert_rows(&dataset, "2022-01|a\n2022-03|\n|b\n2022-04|c\n");
    assert_int_equal(dataset.mapping.left_out[0].count, 1);
    assert_int_equal(dataset.mapping.left_out[1].count, 1);
    assert_problems(&dataset, "file.csv:8: the row has 5 fields, the header has 3; put a text that "
                              "holds the separator in quotes (\"...\")\n");
    assert_int_equal(table_period(dataset.table, 0, 0).kind, PERIOD_MONTH);
    dataset_release(&dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_numbers_and_constants_are_as_the_mapping_says),
        cmocka_unit_test(a_row_without_what_is_needed_is_a_problem),
        cmocka_unit_test(a_needed_number_must_be_one),
        cmocka_unit_test(each_cell_of_a_wide_file_becomes_a_row),
        cmocka_unit_test(columns_are_joined_and_records_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
