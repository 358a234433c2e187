/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/file_sniff.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define RAW(literal)                    \
    (struct text)                       \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

#define WEB_PAGE "is a web page inside another file; unpack it first"

static void assert_refused(struct text head, const char *reason)
{
    struct error error = {0};
    assert_false(file_sniff_check(head, &error));
    assert_string_equal(error.text, reason);
    error_release(&error);
}

static void assert_taken(struct text head)
{
    struct error error = {0};
    bool is_taken = file_sniff_check(head, &error);
    if (!is_taken)
        print_error("refused: %s\n", error.text);
    assert_true(is_taken);
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
    assert_refused(RAW("PK\x05\x06"), "is an empty zip archive");
    assert_refused(RAW("\x1F\x8B\x08"), "is compressed with gzip; unpack it first (gunzip)");
    assert_refused(RAW("PAR1\x15\x04"), "is a Parquet file; convert it: duckdb -csv -c \"from "
                                        "'FILE'\" | tradescope -");
    assert_refused(
        RAW("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        "is a workbook of the old kind (.xls) or a document of Office; export the sheet as CSV, "
        "for example with `soffice --headless --convert-to csv FILE`");
    assert_refused(RAW("%PDF-1.7"), "is a PDF document; tradescope reads CSV");
}

static void a_tar_archive_is_refused(void **state)
{
    (void)state;
    char block[512] = "data.csv";
    memcpy(block + 257, "ustar", 6);
    assert_refused((struct text){block, sizeof block},
                   "is a tar archive; unpack it first (tar -xf)");
}

static void web_pages_are_refused(void **state)
{
    (void)state;
    assert_refused(RAW("<!DOCTYPE html><p>"), WEB_PAGE);
    assert_refused(RAW(" \r\n\t<HTML lang=en>"), WEB_PAGE);
    assert_refused(RAW("\xEF\xBB\xBF<!doctype HTML>"), WEB_PAGE);
    assert_refused(RAW("\r\n\r\n\r\n\r\n<!-- session.asp -->\r\n<table>"), WEB_PAGE);
    assert_refused(RAW("\n\n<Head><title>Export Import Data Bank</title>"), WEB_PAGE);
    assert_refused(RAW("<meta http-equiv='refresh'>"), WEB_PAGE);
    assert_refused(RAW("<?xml version='1.0'?>"), "is an XML document; tradescope reads CSV");
    assert_taken(RAW("<htm"));
    assert_taken(RAW("<DATE>,<VALUE>\n2024,1\n"));
}

static void a_pointer_of_git_lfs_is_refused(void **state)
{
    (void)state;
    assert_refused(RAW("version https://git-lfs.github.com/spec/v1\n"),
                   "is a Git LFS pointer, which only names the data; fetch them with "
                   "`git lfs pull`");
    assert_taken(RAW("version,kind"));
}

#define MESSAGE(quote) "is the text of a message and no data (`" quote "`); download the data again"

static void the_text_of_a_message_is_refused(void **state)
{
    (void)state;
    assert_refused(RAW("Your query is too complex. Please simplify.\nResultset count: 0\n"),
                   MESSAGE("Your query is too complex. Please simpli..."));
    assert_refused(RAW("\r\nSorry, the server is busy, please try again!\r\n"),
                   MESSAGE("Sorry, the server is busy, please try ag..."));
    assert_refused(RAW("No data for this selection"), MESSAGE("No data for this selection"));
    assert_refused(RAW("Error 503: try later\n"), MESSAGE("Error 503: try later"));
    assert_refused(RAW("Forbidden by policy\n"), MESSAGE("Forbidden by policy"));
}

#define JSON(quote) \
    "is JSON, perhaps an error message (`" quote "`); download the data again as CSV"

static void json_is_refused(void **state)
{
    (void)state;
    assert_refused(RAW("{\"statusCode\": 401}"), JSON("{\"statusCode\": 401}"));
    assert_refused(RAW("\n  {\n  \"error\": \"none\"}"), JSON("{"));
    assert_refused(RAW("{}"), JSON("{}"));
    assert_refused(RAW("[{\"a\":1}]"), JSON("[{\"a\":1}]"));
    assert_taken(RAW("[Year],[Value]\n2020,1\n"));
    assert_taken(RAW("{Year},{Value}\n2020,1\n"));
}

static void tables_that_start_with_words_are_taken(void **state)
{
    (void)state;
    assert_taken(RAW(""));
    assert_taken(RAW("\n\n"));
    assert_taken(RAW("id,kind\n"));
    assert_taken(RAW("Error,Count\nnone,1\n"));
    assert_taken(RAW("Country of origin\nIndia\nRussia\n"));
    /* A title above the table, as statistical offices write. */
    assert_taken(
        RAW("Exports of goods by partner, in US dollars.\n\nYear,Value\n2020,1\n2021,2\n"));
    assert_taken(RAW("Error in the series was mended.\nYear;Value\n2020;1\n"));
    /* A sentence with the same number of commas in the next line is a row. */
    assert_taken(RAW("This is a sentence, in a cell.\nThis is another one, in a cell.\n"));
    assert_taken(RAW("\"This is a sentence in a cell.\"\n"));
}

static void a_long_text_is_no_message(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_puts(&text, "This file has one column of text.\n");
    buffer_repeat(&text, "A quote.\n", 1000);
    assert_taken(buffer_text(&text));
    buffer_release(&text);
}

static void marks_and_nul_bytes_are_measured(void **state)
{
    (void)state;
    struct error error = {0};
    assert_int_equal(file_sniff_mark_length(RAW("\xEF\xBB\xBFid")), 3);
    assert_int_equal(file_sniff_mark_length(RAW("\xEF\xBB")), 0);
    assert_int_equal(file_sniff_clean_length("ab\0c", 4), 2);
    assert_int_equal(file_sniff_clean_length("abc", 3), 3);
    assert_int_equal(file_sniff_clean_length(NULL, 0), 0);
    assert_false(file_sniff_of_nul((uint64_t)1 << 40, &error));
    assert_non_null(strstr(error.text, "at offset 1099511627776,"));
    error_release(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_encodings_are_refused),
        cmocka_unit_test(binary_files_are_refused_with_the_offset),
        cmocka_unit_test(a_tar_archive_is_refused),
        cmocka_unit_test(web_pages_are_refused),
        cmocka_unit_test(a_pointer_of_git_lfs_is_refused),
        cmocka_unit_test(the_text_of_a_message_is_refused),
        cmocka_unit_test(json_is_refused),
        cmocka_unit_test(tables_that_start_with_words_are_taken),
        cmocka_unit_test(a_long_text_is_no_message),
        cmocka_unit_test(marks_and_nul_bytes_are_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
