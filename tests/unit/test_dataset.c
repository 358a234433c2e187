/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "data/load/loading.h"
#include "data/value/unit.h"
#include "dataset_transcript.h"
#include "tests/unit/locations.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HEADER "id,kind,date,period,flow,measure,value,unit,qualifier,base\n"

static struct dataset load(struct text bytes)
{
    struct buffer raw = {0};
    struct dataset dataset;
    buffer_append_text(&raw, bytes);
    dataset_load_bytes(&dataset, "folder/claims.csv", &raw, NULL);
    assert_null(raw.data);
    return dataset;
}

static struct dataset load_string(const char *csv)
{
    return load(text_of(csv));
}

/* All problems, one a line. */
static void assert_problems_of(const struct dataset *dataset, const char *expected)
{
    struct buffer out = {0};
    buffer_puts(&out, "");
    transcribe_problems(&out, dataset);
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

/* The problems of a file, and how many rows are left. */
static void assert_problems(const char *csv, size_t rows, const char *expected)
{
    struct dataset dataset = load_string(csv);
    assert_problems_of(&dataset, expected);
    assert_int_equal(table_row_count(dataset.table), rows);
    dataset_release(&dataset);
}

/* The one problem of one row below HEADER. */
static void assert_row_problem(const char *row, const char *expected)
{
    struct buffer csv = {0}, problem = {0};
    buffer_printf(&csv, "%s%s\n", HEADER, row);
    buffer_printf(&problem, "folder/claims.csv:2%s\n", expected);
    assert_problems(csv.data, 0, problem.data);
    buffer_release(&csv);
    buffer_release(&problem);
}

static void assert_cell(const struct dataset *dataset, size_t row, enum field field,
                        const char *expected)
{
    struct text text = dataset_text(dataset, row, field);
    assert_int_equal(text.length, strlen(expected));
    assert_string_equal(text.data, expected);
}

static void assert_period(struct period period, const char *expected)
{
    struct period wanted = {0};
    assert_true(!*expected || period_parse(text_of(expected), &wanted));
    assert_true(period_is_equal(period, wanted));
}

static void a_figure_is_decoded(void **state)
{
    (void)state;
    struct dataset dataset = load_string("id,kind,date,period,reporter,partner,flow,product,"
                                         "measure,value,unit,qualifier,base\n"
                                         "x1,Figure,2024-07-08,FY2023-24,India,Russia,export,2709,"
                                         "growth,33.5,%,nearly,FY2022-23\n");
    assert_problems_of(&dataset, "");
    struct claim claim = dataset_claim(&dataset, 0);
    assert_int_equal(claim.row, 0);
    assert_int_equal(claim.kind, KIND_FIGURE);
    assert_int_equal(claim.flow, FLOW_EXPORT);
    assert_int_equal(claim.measure, MEASURE_GROWTH);
    assert_int_equal(claim.qualifier, QUALIFIER_NEARLY);
    assert_period(claim.date, "2024-07-08");
    assert_period(claim.period, "FY2023-24");
    assert_period(claim.base, "FY2022-23");
    assert_true(claim.decimal.value == 33.5);
    assert_int_equal(claim.decimal.places, 1);
    assert_int_equal(claim.unit.dimension, DIMENSION_PERCENT);
    assert_true(claim.value == 33.5);
    assert_true(text_is(claim.reporter, "India"));
    assert_true(text_is(claim.partner, "Russia"));
    assert_true(text_is(claim.product, "2709"));
    dataset_release(&dataset);
}

static void what_a_number_leaves_out_has_its_default(void **state)
{
    (void)state;
    struct dataset dataset = load_string("kind,value,unit,flow,period\n"
                                         "figure,4.26,USD bn,export,2023\n"
                                         "target,100,USD bn,total,2030\n");
    assert_problems_of(&dataset, "");
    for (size_t row = 0; row < 2; row++) {
        struct claim claim = dataset_claim(&dataset, row);
        assert_int_equal(claim.measure, MEASURE_VALUE);
        assert_int_equal(claim.qualifier, QUALIFIER_EXACT);
        assert_int_equal(claim.date.kind, PERIOD_NONE);
        assert_int_equal(claim.base.kind, PERIOD_NONE);
        assert_int_equal(claim.reporter.length, 0);
    }
    assert_true(fabs(dataset_claim(&dataset, 0).value - 4.26e9) < 1);
    assert_true(dataset_claim(&dataset, 1).value == 1e11);
    dataset_release(&dataset);
}

static void an_event_has_no_number(void **state)
{
    (void)state;
    struct dataset dataset = load_string("kind,date,text\nevent,2024-07,Modi in Moscow\n");
    assert_problems_of(&dataset, "");
    struct claim claim = dataset_claim(&dataset, 0);
    assert_int_equal(claim.kind, KIND_EVENT);
    assert_int_equal(claim.measure, MEASURE_NONE);
    assert_int_equal(claim.qualifier, QUALIFIER_NONE);
    assert_true(isnan(claim.value));
    assert_true(isnan(claim.decimal.value));
    assert_int_equal(claim.unit.dimension, DIMENSION_NONE);
    assert_period(claim.date, "2024-07");
    dataset_release(&dataset);
}

static void kinds_and_sources_are_counted(void **state)
{
    (void)state;
    struct dataset dataset = load_string("kind,source,value,unit,flow,period\n"
                                         "event,000,,,,\nevent,001,,,,\nevent,,,,,\n"
                                         "figure,000,1,x,total,2023\n"
                                         "target,001,1,x,total,2030\n"
                                         "figure,bad row,1,,total,2030\n");
    assert_int_equal(dataset.count_of_kind[KIND_NONE], 0);
    assert_int_equal(dataset.count_of_kind[KIND_EVENT], 3);
    assert_int_equal(dataset.count_of_kind[KIND_FIGURE], 1);
    assert_int_equal(dataset.count_of_kind[KIND_TARGET], 1);
    assert_int_equal(dataset.source_count, 2);
    assert_int_equal(dataset.problems.count, 1);
    dataset_release(&dataset);
}

static void columns_are_found_by_name_and_unknown_ones_are_kept(void **state)
{
    (void)state;
    struct dataset dataset = load_string("Colour, KIND ,,Note\nred,event,7,\" first \"\n");
    assert_problems_of(&dataset, "");
    assert_int_equal(dataset.file_columns, 4);
    assert_string_equal(table_column_name(dataset.table, 0), "Colour");
    assert_string_equal(table_column_name(dataset.table, 2), "column 3");
    assert_int_equal(table_column_type(dataset.table, 0), COLUMN_TEXT);
    assert_true(text_is(table_text(dataset.table, 0, 0), "red"));
    assert_true(text_is(table_text(dataset.table, 0, 2), "7"));
    assert_int_equal(dataset.column[FIELD_KIND], 1);
    assert_cell(&dataset, 0, FIELD_NOTE, "first");
    dataset_release(&dataset);
}

static void every_field_has_a_column(void **state)
{
    (void)state;
    const char *files[] = {"kind\nevent\n", "", "\"", "colour\nred\n", "\x1f\x8b"};
    for (size_t i = 0; i < 5; i++) {
        struct dataset dataset = load_string(files[i]);
        for (enum field field = 0; field < FIELD_COUNT; field++) {
            size_t column = dataset.column[field];
            assert_true(column < table_column_count(dataset.table));
            assert_string_equal(table_column_name(dataset.table, column), field_table[field].name);
            assert_int_equal(table_column_type(dataset.table, column), field_table[field].type);
        }
        if (i == 0)
            assert_cell(&dataset, 0, FIELD_QUOTE, "");
        dataset_release(&dataset);
    }
}

static void a_repeated_column_is_a_problem(void **state)
{
    (void)state;
    struct dataset dataset = load_string("kind,note,x,Note,X,NOTE\nevent,a,b,c,d,e\n");
    assert_problems_of(&dataset,
                       "folder/claims.csv:1:4: the column `Note` stands in the header already; "
                       "that one is used, this one is kept as a column without meaning; rename "
                       "one\n"
                       "folder/claims.csv:1:5: the column `X` stands in the header already; "
                       "that one is used, this one is kept as a column without meaning; rename "
                       "one\n"
                       "folder/claims.csv:1:6: the column `NOTE` stands in the header already; "
                       "that one is used, this one is kept as a column without meaning; rename "
                       "one\n");
    assert_int_equal(table_row_count(dataset.table), 1);
    assert_cell(&dataset, 0, FIELD_NOTE, "a");
    assert_true(text_is(table_text(dataset.table, 0, 3), "c"));
    dataset_release(&dataset);
}

static void an_unknown_word_is_a_problem(void **state)
{
    (void)state;
    assert_row_problem(",fact,,,,,,,,",
                       ":2: kind: `fact` is not known; write one of: figure, event, target, "
                       "forecast");
    assert_row_problem("x,,,,,,,,,", ":2: kind: is empty; write figure, target, forecast or event");
    assert_row_problem(",event,,,exports,,,,,",
                       ":5: flow: `exports` is not known; write one of: export, import, total, "
                       "balance, re-export, re-import");
    assert_row_problem(",event,,,,speed,,,,",
                       ":6: measure: `speed` is not known; write one of: value, growth, ratio, "
                       "share, rank, count, average growth, change");
    assert_row_problem(",event,,,,,,,roughly,",
                       ":9: qualifier: `roughly` is not known; write one of: exact, about, nearly, "
                       "over, under, at least, at most");
}

static void a_bad_period_is_a_problem(void **state)
{
    (void)state;
#define FORMS                                                                       \
    " is no period; write 2023, FY2023-24, 2023H1, 2023Q1, 2023-07, 2023-07-08 or " \
    "2022-04/2023-02"
    assert_row_problem(",event,08.07.2024,,,,,,,", ":3: date: `08.07.2024`" FORMS);
    assert_row_problem(",event,,2023/24,,,,,,", ":4: period: `2023/24`" FORMS);
    assert_row_problem(",event,,,,,,,,last year", ":10: base: `last year`" FORMS);
    assert_problems("published,kind\n2024-02-30,event\n", 0,
                    "folder/claims.csv:2:1: published: `2024-02-30`" FORMS "\n");
#undef FORMS
}

static void a_bare_fiscal_year_is_refused_with_both_readings(void **state)
{
    (void)state;
    assert_row_problem(",event,,FY2018,,,,,,",
                       ":4: period: `FY2018` may be FY2017-18, the year that it ends in, or "
                       "FY2018-19, the one that it starts in; write the one that is meant");
}

static void a_bad_number_is_a_problem(void **state)
{
    (void)state;
    const char *const bad[] = {"\"4,26\"", "4.26bn", "nan", "inf", "1e999", "--1", "."};
    const char *const shown[] = {"4,26", "4.26bn", "nan", "inf", "1e999", "--1", "."};
    for (size_t i = 0; i < 7; i++) {
        struct buffer row = {0}, problem = {0};
        buffer_printf(&row, ",figure,,2023,export,,%s,USD bn,,", bad[i]);
        buffer_printf(&problem,
                      ":7: value: `%s` is no decimal number; write it like 4.26 (no thousands "
                      "separators, no unit)",
                      shown[i]);
        assert_row_problem(row.data, problem.data);
        buffer_release(&row);
        buffer_release(&problem);
    }
    assert_row_problem(",figure,,2023,export,,1e308,USD bn,,",
                       ":7: value: `1e308` is too large for its unit; check both");
}

static void a_bad_unit_is_a_problem(void **state)
{
    (void)state;
    assert_row_problem(
        ",figure,,2023,export,,1,furlongs,,",
        ":8: unit: `furlongs` is no unit; write a currency of ISO 4217 and its scale such as "
        "USD bn or INR crore, or " UNIT_WORDS);
}

static void what_a_number_needs_is_a_problem_where_absent(void **state)
{
    (void)state;
    assert_row_problem(
        ",figure,,2023,export,,,USD bn,,",
        ":7: value: is empty, but every figure needs it; write the number, like 4.26");
    assert_row_problem(",target,,2030,export,,1,,,",
                       ":8: unit: is empty, but every target needs it; write what the number "
                       "counts, like USD bn or %");
    assert_problems(HEADER ",figure,,,export,,1,x,,\n,target,,,export,,1,x,,\n", 2, "");
    assert_row_problem(",figure,,2023,,,1,x,,",
                       ":5: flow: is empty, but every figure needs it; write export, import or "
                       "total, or name a measure");
    assert_problems(HEADER ",figure,,2023,,rank,2,rank,,\n", 1, "");
}

static void a_column_that_the_file_lacks_is_named(void **state)
{
    (void)state;
    assert_problems("kind,value,period,measure\nfigure,1,2023,rank\nevent,,,\n", 1,
                    "folder/claims.csv:2: unit: the file has no such column, but every figure "
                    "needs it; write what the number counts, like USD bn or %\n");
    assert_problems("kind,value,period,unit\nfigure,1,2023,x\n", 0,
                    "folder/claims.csv:2: flow: the file has no such column, but every figure "
                    "needs it; write export, import or total, or name a measure\n");
}

static void an_event_with_a_value_is_a_problem(void **state)
{
    (void)state;
    assert_row_problem(",event,,,,,5,,,",
                       ":7: value: `5` stands on an event, which has no number; leave it empty, or "
                       "write figure as kind");
}

static void an_id_that_stands_twice_is_a_problem(void **state)
{
    (void)state;
    assert_problems("kind,id\nevent,a\nevent,\nfact,b\nevent,b\nevent,a\nevent,A\nevent,\n"
                    "event,c\nevent,c\n",
                    5,
                    "folder/claims.csv:4:1: kind: `fact` is not known; write one of: figure, "
                    "event, target, forecast\n"
                    "folder/claims.csv:5:2: id: `b` stands on line 4 already; give every row its "
                    "own id\n"
                    "folder/claims.csv:6:2: id: `a` stands on line 2 already; give every row its "
                    "own id\n"
                    "folder/claims.csv:10:2: id: `c` stands on line 9 already; give every row its "
                    "own id\n");
}

static void a_ragged_row_is_a_problem(void **state)
{
    (void)state;
    assert_problems("kind,note,url\nevent,a\nevent\nevent,a,b\nevent,a,b,c\n", 1,
                    "folder/claims.csv:2: the row has 2 fields, the header has 3; write the "
                    "separator for empty fields too\n"
                    "folder/claims.csv:3: the row has 1 field, the header has 3; write the "
                    "separator for empty fields too\n"
                    "folder/claims.csv:5: the row has 4 fields, the header has 3; put a text that "
                    "holds the separator in quotes (\"...\")\n");
}

static void a_row_shows_all_its_problems_in_order(void **state)
{
    (void)state;
    struct dataset dataset = load_string("value,kind,flow,date,unit\n,figure,out,someday,\n");
    const size_t fields[] = {1, 3, 4, 5};
    assert_int_equal(dataset.problems.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(dataset.problems.items[i].line, 2);
        assert_int_equal(dataset.problems.items[i].field, fields[i]);
        assert_string_equal(dataset.problems.items[i].file, "folder/claims.csv");
    }
    assert_int_equal(table_row_count(dataset.table), 0);
    dataset_release(&dataset);
}

static void a_long_or_wild_value_is_shown_cut_and_harmless(void **state)
{
    (void)state;
    assert_row_problem(
        ",event,\"\x1b]0;x\n1234567890123456789012345678901234567890\",,,,,,,",
        ":3: date: `\u241b]0;x 1234567890123456789012345678901234...` is no period; "
        "write 2023, FY2023-24, 2023H1, 2023Q1, 2023-07, 2023-07-08 or 2022-04/2023-02");
}

static void words_of_bad_rows_stay_out_of_the_dictionaries(void **state)
{
    (void)state;
    struct dataset dataset = load_string("kind,speaker\nevent,Modi\nfact,Nobody\n");
    assert_int_equal(table_distinct_count(dataset.table, 1), 2);
    assert_int_equal(dataset.source_count, 0);
    dataset_release(&dataset);
}

static void a_file_that_is_no_claims_file_is_one_problem(void **state)
{
    (void)state;
    assert_problems("colour,colour\nred,blue\ngreen\n", 0,
                    "folder/claims.csv: is no claims file: its header lacks `kind`, `value`, "
                    "`unit`, `period`, `flow` or `measure`; tradescope(5) describes the columns\n");
    assert_problems("value,unit,flow\n1,x,export\n", 0,
                    "folder/claims.csv: is no claims file: its header lacks `kind`, `period`; "
                    "tradescope(5) describes the columns\n");
    assert_problems("period,value,unit,measure\n", 0,
                    "folder/claims.csv: is no claims file: its header lacks `kind`; "
                    "tradescope(5) describes the columns\n");
    assert_problems("<html><body>Not found</body></html>\n", 0,
                    "folder/claims.csv: is a web page without a table of data, perhaps an error "
                    "page; download the data again\n");
}

static void an_empty_file_is_a_problem_and_a_header_alone_is_none(void **state)
{
    (void)state;
    const char *empty = "folder/claims.csv: the file is empty; a claims file starts with a "
                        "header, see tradescope(5)\n";
    assert_problems("", 0, empty);
    assert_problems("\xEF\xBB\xBF", 0, empty);
    assert_problems("\r\n  \n", 0, empty);
    assert_problems("kind", 0, "");
    assert_problems(HEADER, 0, "");
}

static void an_open_quote_costs_its_own_line_alone(void **state)
{
    (void)state;
    assert_problems("kind,note\nevent,\"a\nb\"\nevent,\"c\nevent,d\n", 3,
                    "folder/claims.csv:4: a quote that opens is not closed in `event,\"c`, so the "
                    "line is read with its quotation marks as text; close it with a second \"\n");
    assert_problems("kind,note\nevent,\"a\nb\"\nevent,more,\"c\nevent,d\n", 2,
                    "folder/claims.csv:4: a quote that opens is not closed in `event,more,\"c`, so "
                    "the line is not read; close it with a second \"\n");
    assert_problems("kind,\"note\nevent,d\n", 0,
                    "folder/claims.csv:1: the quote that opens here is never closed, so the rest "
                    "of the file is left out; close it with a second \"\n");
}

static void line_numbers_count_quoted_newlines(void **state)
{
    (void)state;
    struct dataset dataset =
        load_string("kind,quote,note\r\n\r\nevent,\"a\r\nb\nc\",\r\nevent,,\r\n"
                    "event,\"\r\n\",\"\r\n\"\r\nfact,,");
    assert_int_equal(table_row_count(dataset.table), 3);
    assert_int_equal(table_line(dataset.table, 0), 3);
    assert_int_equal(table_line(dataset.table, 1), 6);
    assert_int_equal(table_line(dataset.table, 2), 7);
    assert_int_equal(dataset.problems.items[0].line, 10);
    assert_cell(&dataset, 0, FIELD_QUOTE, "a\r\nb\nc");
    dataset_release(&dataset);
}

static void encodings_and_separators_are_recognised(void **state)
{
    (void)state;
    const char *files[] = {"kind;text\r\nevent;C\xF4te\r\n", "\uFEFFkind\ttext\revent\tC\u00f4te",
                           "kind,text\nevent,C\u00f4te\n"};
    const char separators[] = {';', '\t', ','};
    for (size_t i = 0; i < 3; i++) {
        struct dataset dataset = load_string(files[i]);
        assert_problems_of(&dataset, "");
        assert_cell(&dataset, 0, FIELD_TEXT, "C\u00f4te");
        assert_int_equal(dataset.separator, separators[i]);
        assert_int_equal(dataset.encoding, i == 0 ? ENCODING_CP1252 : ENCODING_UTF8);
        dataset_release(&dataset);
    }
}

static void a_binary_file_is_one_problem(void **state)
{
    (void)state;
    struct dataset dataset = load((struct text){"kind\nev\0nt\n", 11});
    assert_problems_of(&dataset, "folder/claims.csv: is a binary file (a NUL byte at offset 7); "
                                 "export the data as CSV in UTF-8\n");
    assert_int_equal(table_row_count(dataset.table), 0);
    dataset_release(&dataset);
}

static void files_that_cannot_be_opened_are_one_problem(void **state)
{
    (void)state;
    struct dataset dataset;
    dataset_load(&dataset, "/nonexistent/claims.csv", NULL);
    assert_problems_of(&dataset, "/nonexistent/claims.csv: cannot be opened: No such file or "
                                 "directory; check its name\n");
    assert_string_equal(dataset.path, "/nonexistent/claims.csv");
    dataset_release(&dataset);
    dataset_load(&dataset, "/", NULL);
    assert_problems_of(&dataset, "/: is a folder; name a CSV file in it\n");
    dataset_release(&dataset);
}

static void a_row_without_id_is_named_by_its_place(void **state)
{
    (void)state;
    struct buffer out = {0};
    struct dataset dataset = load_string("kind,id\nevent,a1\nevent,\n");
    dataset_id(&dataset, 0, &out);
    assert_string_equal(out.data, "a1");
    buffer_truncate(&out, 0);
    dataset_id(&dataset, 1, &out);
    assert_string_equal(out.data, "claims.csv:3");
    buffer_release(&out);
    dataset_release(&dataset);
}

static void many_columns_and_huge_fields_are_read(void **state)
{
    (void)state;
    struct buffer csv = {0};
    buffer_puts(&csv, "kind,quote");
    for (int i = 2; i < 10000; i++)
        buffer_printf(&csv, ",c%d", i);
    buffer_puts(&csv, "\nevent,");
    buffer_repeat(&csv, "0123456789", 100000);
    buffer_repeat(&csv, ",", 9998);
    buffer_puts(&csv, "last\nevent,short\n");
    struct dataset dataset = load(buffer_text(&csv));
    assert_problems_of(&dataset, "folder/claims.csv:3: the row has 2 fields, the header has 10000; "
                                 "write the separator for empty fields too\n");
    assert_int_equal(dataset.file_columns, 10000);
    assert_int_equal(dataset_text(&dataset, 0, FIELD_QUOTE).length, 1000000);
    assert_true(text_is(table_text(dataset.table, 0, 9999), "last"));
    buffer_release(&csv);
    dataset_release(&dataset);
}

static void the_shipped_data_have_no_problems(void **state)
{
    (void)state;
    struct dataset dataset;
    struct error error = {0};
    dataset_load(&dataset, SHIPPED_DATA "india-russia.csv", NULL);
    assert_problems_of(&dataset, "");
    assert_true(dataset.count_of_kind[KIND_FIGURE] > 0);
    assert_true(dataset.count_of_kind[KIND_EVENT] > 0);
    assert_true(dataset.count_of_kind[KIND_TARGET] > 0);
    assert_int_equal(dataset.source_count, 5);
    struct country_list *countries = country_list_read(SHIPPED_DATA "countries.csv", &error);
    assert_non_null(countries);
    for (size_t row = 0; row < table_row_count(dataset.table); row++) {
        struct claim claim = dataset_claim(&dataset, row);
        assert_true(country_find(countries, claim.reporter) >= 0);
        assert_true(!claim.partner.length || country_find(countries, claim.partner) >= 0);
    }
    country_list_free(countries);
    dataset_release(&dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_decoded),
        cmocka_unit_test(what_a_number_leaves_out_has_its_default),
        cmocka_unit_test(an_event_has_no_number),
        cmocka_unit_test(kinds_and_sources_are_counted),
        cmocka_unit_test(columns_are_found_by_name_and_unknown_ones_are_kept),
        cmocka_unit_test(every_field_has_a_column),
        cmocka_unit_test(a_repeated_column_is_a_problem),
        cmocka_unit_test(an_unknown_word_is_a_problem),
        cmocka_unit_test(a_bad_period_is_a_problem),
        cmocka_unit_test(a_bare_fiscal_year_is_refused_with_both_readings),
        cmocka_unit_test(a_bad_number_is_a_problem),
        cmocka_unit_test(a_bad_unit_is_a_problem),
        cmocka_unit_test(what_a_number_needs_is_a_problem_where_absent),
        cmocka_unit_test(a_column_that_the_file_lacks_is_named),
        cmocka_unit_test(an_event_with_a_value_is_a_problem),
        cmocka_unit_test(an_id_that_stands_twice_is_a_problem),
        cmocka_unit_test(a_ragged_row_is_a_problem),
        cmocka_unit_test(a_row_shows_all_its_problems_in_order),
        cmocka_unit_test(a_long_or_wild_value_is_shown_cut_and_harmless),
        cmocka_unit_test(words_of_bad_rows_stay_out_of_the_dictionaries),
        cmocka_unit_test(a_file_that_is_no_claims_file_is_one_problem),
        cmocka_unit_test(an_empty_file_is_a_problem_and_a_header_alone_is_none),
        cmocka_unit_test(an_open_quote_costs_its_own_line_alone),
        cmocka_unit_test(line_numbers_count_quoted_newlines),
        cmocka_unit_test(encodings_and_separators_are_recognised),
        cmocka_unit_test(a_binary_file_is_one_problem),
        cmocka_unit_test(files_that_cannot_be_opened_are_one_problem),
        cmocka_unit_test(a_row_without_id_is_named_by_its_place),
        cmocka_unit_test(many_columns_and_huge_fields_are_read),
        cmocka_unit_test(the_shipped_data_have_no_problems),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
