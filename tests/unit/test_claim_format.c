/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/claim_format.h"

#include "dataset_builder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef void format_row(struct buffer *out, const struct dataset *dataset, size_t row);

static void format_value(struct buffer *out, const struct dataset *dataset, size_t row)
{
    struct claim claim = dataset_claim(dataset, row);
    claim_format_value(out, &claim);
}

static void assert_text(format_row *format, const char *const cells[FIELD_COUNT],
                        const char *expected)
{
    struct dataset dataset;
    struct buffer out = {0};
    build_dataset(&dataset);
    format(&out, &dataset, build_row(&dataset, cells));
    assert_string_equal(out.data ? out.data : "", expected);
    buffer_release(&out);
    dataset_release(&dataset);
}

#define FIGURE(...)                                                                      \
    CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "FY2023-24", [FIELD_FLOW] = "total", \
          __VA_ARGS__)

static void a_value_keeps_its_qualifier_its_digits_and_its_unit(void **state)
{
    (void)state;
    assert_text(
        format_value,
        FIGURE([FIELD_VALUE] = "61.44", [FIELD_UNIT] = "USD bn", [FIELD_QUALIFIER] = "nearly"),
        "nearly $61.44bn");
    assert_text(format_value, FIGURE([FIELD_VALUE] = "4.260", [FIELD_UNIT] = "USD bn"), "$4.260bn");
    assert_text(format_value,
                FIGURE([FIELD_VALUE] = "5", [FIELD_UNIT] = "USD bn", [FIELD_QUALIFIER] = "exact"),
                "$5bn");
    assert_text(format_value,
                FIGURE([FIELD_VALUE] = "2", [FIELD_UNIT] = "rank", [FIELD_MEASURE] = "rank"),
                "rank 2");
    assert_text(format_value,
                FIGURE([FIELD_VALUE] = "3", [FIELD_UNIT] = "x", [FIELD_QUALIFIER] = "nearly",
                       [FIELD_MEASURE] = "ratio"),
                "nearly 3x");
}

static void assert_quoted(const char *quote, const char *expected)
{
    struct buffer out = {0};
    claim_format_quoted(&out, text_of(quote));
    assert_string_equal(out.data ? out.data : "", expected);
    buffer_release(&out);
}

/* As in print: the marks within a quotation differ from those around it. */
static void quotation_marks_within_a_quote_alternate(void **state)
{
    (void)state;
    assert_quoted("the \"close coordination\" of India's exports",
                  "the 'close coordination' of India's exports");
    assert_quoted("\u201ctwice\u201d as much", "\u2018twice\u2019 as much");
    assert_quoted("no marks", "no marks");
    assert_quoted("", "");
}

static void growth_has_a_sign(void **state)
{
    (void)state;
    assert_text(format_value,
                FIGURE([FIELD_VALUE] = "33", [FIELD_UNIT] = "%", [FIELD_MEASURE] = "growth"),
                "+33 %");
    assert_text(format_value,
                FIGURE([FIELD_VALUE] = "-33", [FIELD_UNIT] = "%", [FIELD_MEASURE] = "growth"),
                "-33 %");
    assert_text(format_value,
                FIGURE([FIELD_VALUE] = "0", [FIELD_UNIT] = "%", [FIELD_MEASURE] = "growth"), "0 %");
    assert_text(format_value,
                FIGURE([FIELD_VALUE] = "33", [FIELD_UNIT] = "%", [FIELD_MEASURE] = "share"),
                "33 %");
}

static void an_event_has_no_value(void **state)
{
    (void)state;
    assert_text(format_value, CELLS([FIELD_KIND] = "event", [FIELD_DATE] = "2024-07-08"), "");
}

static void the_subject_names_flow_product_and_period(void **state)
{
    (void)state;
    assert_text(claim_format_subject, FIGURE([FIELD_VALUE] = "1", [FIELD_UNIT] = "USD"),
                "total FY2023-24");
    assert_text(claim_format_subject,
                FIGURE([FIELD_VALUE] = "1", [FIELD_UNIT] = "%", [FIELD_MEASURE] = "growth",
                       [FIELD_PRODUCT] = "crude oil"),
                "growth of total crude oil FY2023-24");
    assert_text(claim_format_subject,
                CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = "2030", [FIELD_FLOW] = "total",
                      [FIELD_VALUE] = "100", [FIELD_UNIT] = "USD bn"),
                "target total 2030");
    assert_text(claim_format_subject,
                CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2024", [FIELD_MEASURE] = "count",
                      [FIELD_VALUE] = "2", [FIELD_UNIT] = "count"),
                "count 2024");
    assert_text(claim_format_subject, CELLS([FIELD_KIND] = "event", [FIELD_DATE] = "2024-07-08"),
                "2024-07-08");
}

static void a_citation_leaves_out_what_is_not_stated_and_says_so_of_the_date(void **state)
{
    (void)state;
    assert_text(claim_format_citation, FIGURE([FIELD_VALUE] = "1", [FIELD_UNIT] = "USD"),
                "no date of publication stated");
    assert_text(claim_format_citation,
                FIGURE([FIELD_VALUE] = "1", [FIELD_UNIT] = "USD", [FIELD_SOURCE] = "003",
                       [FIELD_SPEAKER] = "Vinay Kwatra", [FIELD_TITLE] = "A title",
                       [FIELD_PUBLISHER] = "A paper", [FIELD_PUBLISHED] = "2024-07-08",
                       [FIELD_URL] = "https://example.org"),
                "Vinay Kwatra, source 003, A title, A paper, published 2024-07-08, "
                "https://example.org");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_keeps_its_qualifier_its_digits_and_its_unit),
        cmocka_unit_test(quotation_marks_within_a_quote_alternate),
        cmocka_unit_test(growth_has_a_sign),
        cmocka_unit_test(an_event_has_no_value),
        cmocka_unit_test(the_subject_names_flow_product_and_period),
        cmocka_unit_test(a_citation_leaves_out_what_is_not_stated_and_says_so_of_the_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
