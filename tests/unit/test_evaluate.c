/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows that an expression selects among the ten rows of trade_sample.h, and the notes on the
 * result.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/buffer.h"
#include "query/evaluate/evaluate.h"
#include "trade_sample.h"

#include <stdlib.h>
#include <string.h>

static struct dataset dataset;

struct sample {
    const char *expression;
    const char *rows; /* their digits */
};

static const struct sample samples[] = {
    {"", "0123456789"},
    {"  ", "0123456789"},
    /* words of a closed vocabulary */
    {"flow:import", "128"},
    {"FLOW:Import", "128"},
    {"flow=import", "128"},
    {"flow!=import", "0345679"},
    {"not flow:import", "0345679"},
    {"-flow:import", "0345679"},
    {"!flow:import", "0345679"},
    {"flow:export", "07"}, /* not re-export */
    {"flow:export,re-export", "079"},
    {"flow:\"\"", "5"},
    {"qualifier:\"at least\"", "8"},
    {"kind:event,target", "56"},
    /* figures and targets without a measure or qualifier */
    {"measure:value", "01268"},
    {"qualifier:exact", "0267"},
    {"measure:\"\"", "025"},
    {"measure!=value", "34579"},
    /* whole texts, contained texts, smart case */
    {"source:000,003", "01345"},
    {"source:00", ""},
    {"id:F0", "0"},
    {"partner:russia", "01234567"},
    {"partner:Russia", "0134567"},
    {"partner:rus", "01234567"},
    {"partner=rus", ""},
    {"partner=russia", "01234567"},
    {"partner=Russia", "0134567"},
    {"partner!=Russia", "289"},
    {"partner:\"south africa\"", "9"},
    {"quote:oil", "27"},
    {"quote:OIL", "2"},
    {"note:\"\"", "0234678"},
    {"note!=\"\"", "159"},
    {"note:\"a, b\"", "1"},
    {"note:\"say \\\"no\\\"\"", "5"},
    {"note:\"\\xFF is\"", "9"},
    {"note=\"\\xFF is no letter\"", "9"},
    {"product:öl", "9"},
    {"\"trade type (own)\":goods", "01"},
    {"\"Trade Type (own)\"=services", "2"},
    /* the order of text */
    {"product:2709..2710", "78"},
    {"product:2709..", "789"},
    {"product:..2709", "7"},
    {"product:3..", "9"},
    {"partner<d", "8"},
    {"partner>=russia partner<=russia", "01234567"},
    {"partner>r", "012345679"},
    {"partner<=r", "8"},
    {"partner>russia", "9"},
    {"partner<=russia", "012345678"},
    /* any column */
    {"oil", "27"},
    {"OIL", "2"},
    {"threefold", "49"},
    {"\"good dynamics\"", "5"},
    {"good dynamics", "5"},
    {"dynamics good", "5"},
    {"/thr(ee|ice)fold/i", "49"},
    {"/TRADE/", ""},
    {"/TRADE/i bilateral", "45"},
    {"goods", "01"},
    {"5,000", "9"},
    {"oil, dynamics", "257"},
    {"4.26", "0"},
    {"russia 2709", "7"},
    {"-oil -russia", "89"},
    {"re-export", "9"},
    /* regular expressions on a column */
    {"quote~/oil|dynamics/", "257"},
    {"quote~oil", "27"},
    {"quote!~oil", "01345689"},
    {"quote:/^(exports|imports)/", "01"},
    {"quote:/oil/,dynamics", "257"},
    {"quote~/were.there/", ""},
    {"quote~/were.there/s", "9"},
    {"quote~/^there/m", "9"},
    {"quote~/o i l/x", "27"},
    {"quote~/oil/c", "7"},
    {"value~/^61/", "12"},
    {"period~/FY/", "0134"},
    /* money, whatever the unit it is written in */
    {"value>=5bn", "1268"},
    {"value>=5 bn", "1268"},
    {"value >= 5bn", "1268"},
    {"value>=$5bn", "126"},
    {"value>=5bn USD", "126"},
    {"value>=USD 5 bn", "126"},
    {"value>=5000mn usd", "126"},
    {"value>=US$5,000mn", "126"},
    {"value>=5_000m", "1268"},
    {"value>=5'000 million", "1268"},
    {"value=61.44bn", "12"},
    {"value:61440mn", "12"},
    {"value!=61.44bn", "03456789"},
    {"value:61bn..62bn", "12"},
    {"value:$61bn..", "126"},
    {"value:..$5bn", "0"},
    {"value<5bn", "09"},
    {"value<$5bn", "0"},
    {"value=350000crore", "8"},
    {"value=3.5 lakh crore", "8"},
    {"value>=3,00,000 crore", "8"},
    {"value>1 INR", "8"},
    {"value>₹1", "8"},
    {"value>0 EUR", ""},
    {"value>1k", "01268"
                 "9"},
    /* other units */
    {"value>30%", "3"},
    {"value>=33 percent", "3"},
    {"value>30% or value>$50bn", "1236"},
    {"value:3x", "4"},
    {"value:rank 2", "7"},
    {"value:\"rank 2\"", "7"},
    {"value<=2 rank", "7"},
    {"value>1000 count", "9"},
    /* plain numbers compare with what is written */
    {"value=61.44", "1"},
    {"value:61.44,3", "14"},
    {"value:2..4.26", "047"},
    {"value>=1,200", "289"},
    {"value:1,000..70,000", "29"},
    {"value:2, 33", "37"},
    {"value>-1 value<3", "7"},
    {"value:\"\"", "5"},
    {"value!=\"\"", "012346789"},
    /* dates and periods */
    {"period:2023", "279"},
    {"period=2023", "2"},
    {"period!=2023", "013456789"},
    {"period:FY2023-24", "01347"},
    {"period=FY2023-24", "0134"},
    {"period=fy2023-2024", "0134"},
    {"period>=FY2022-23", "01346789"
                          "2"},
    {"period>=FY2023-24", "013467"},
    {"period>2023", "6"},
    {"period<2023", ""},
    {"period<FY2023-24", "89"},
    {"period<=2023", "2789"},
    {"period:2022..2023", "2789"},
    {"period:2024..", "6"},
    {"period:..2022", ""},
    {"period:..2023-03", "89"},
    {"period:2023Q1,2030", "69"},
    {"period:\"\"", "5"},
    {"period:2022-04/2023-03", "89"},
    {"date:2024-07", "0135"
                     "67"},
    {"date:2024", "01234567"},
    {"date=2024", "2"},
    {"date>2024", "9"},
    {"date<2024-07-08", "01"},
    /* what is stated, and facts */
    {"has:product", "789"},
    {"has:note,product", "15789"},
    {"has!=note", "0234678"},
    {"not has:date", "8"},
    {"agree:conflict", "12"},
    {"agree!=conflict", "03456789"},
    {"agree:agree,single", "0346789"},
    {"agree:\"\"", "5"},
    {"is:conflict", "12"},
    {"is:target", "6"},
    {"is:target,conflict", "126"},
    {"is!=figure", "56"},
    /* and, or, not, brackets */
    {"flow:import value>=5bn", "128"},
    {"flow:import and value>=5bn and partner:china", "8"},
    {"flow:import or kind:event", "1258"},
    {"kind:event or flow:import partner:china", "58"},
    {"(kind:event or flow:import) partner:china", "8"},
    {"period>=FY2022-23 (partner:china or flow:export)", "078"},
    {"not (kind:event or flow:import)", "034679"},
    {"not not kind:event", "5"},
    {"NOT kind:event AND flow:export OR kind:target", "067"},
    {"kind:event kind:target", ""},
    {"kind:event -kind:event or oil", "27"},
};

static struct expression *parse(const char *source)
{
    struct query_error error = {0};
    struct expression *expression =
        expression_parse_with_facts(text_of(source), &dataset, &sample_facts, &error);
    if (!expression)
        fail_msg("`%s`: %zu: %s", source, error.at, error.text);
    return expression;
}

static void digits_of(struct buffer *out, const struct row_set *rows)
{
    for (size_t row = 0; row < rows->row_count; row++)
        if (row_set_contains(rows, row))
            buffer_printf(out, "%zu", row);
    buffer_puts(out, "");
}

static int compare_digits(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

static void selects_the_rows(void **state)
{
    (void)state;
    size_t failures = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(samples); i++) {
        struct expression *expression = parse(samples[i].expression);
        struct row_set rows = row_set_all(SAMPLE_ROWS);
        struct buffer found = {0}, expected = {0};
        assert_true(expression_select(expression, &dataset, &rows, NULL, NULL));
        digits_of(&found, &rows);
        buffer_puts(&expected, samples[i].rows);
        qsort(expected.data, expected.length, 1, compare_digits);
        if (strcmp(found.data, expected.data) != 0) {
            print_error("`%s`: %s, not %s\n", samples[i].expression, found.data, expected.data);
            failures++;
        }
        buffer_release(&found);
        buffer_release(&expected);
        row_set_release(&rows);
        expression_free(expression);
    }
    assert_int_equal(failures, 0);
}

static void looks_only_at_the_rows_of_the_set(void **state)
{
    (void)state;
    struct row_set rows = row_set_none(SAMPLE_ROWS);
    static const size_t among[] = {9, 8, 2, 0};
    for (size_t i = 0; i < ARRAY_LENGTH(among); i++)
        row_set_add(&rows, among[i]);
    struct expression *expression = parse("flow:import");
    assert_true(expression_select(expression, &dataset, &rows, NULL, NULL));
    struct buffer found = {0};
    digits_of(&found, &rows);
    assert_string_equal(found.data, "28");
    buffer_release(&found);
    row_set_release(&rows);
    expression_free(expression);
}

static bool doubts(void *context)
{
    (void)context;
    return true;
}

static void has_no_answer_when_doubted(void **state)
{
    (void)state;
    struct row_set rows = row_set_all(SAMPLE_ROWS);
    struct expression *expression = parse("flow:import or quote~/oil/");
    assert_false(expression_select(expression, &dataset, &rows, doubts, NULL));
    row_set_release(&rows);
    expression_free(expression);
}

static void works_without_rows(void **state)
{
    (void)state;
    struct dataset empty;
    claims_start(&empty, sample_header, SAMPLE_COLUMNS);
    struct query_error error = {0};
    struct row_set none = row_set_none(0);
    struct expression *expression =
        expression_parse(text_of("not kind:event value>$5 period:2023 oil"), &empty, &error);
    assert_non_null(expression);
    assert_true(expression_select(expression, &empty, &none, NULL, NULL));
    struct buffer out = {0};
    expression_explain_nothing(expression, &empty, &out);
    expression_remark(expression, &empty, &none, &none, &out);
    assert_int_equal(out.length, 0);
    buffer_release(&out);
    row_set_release(&none);
    expression_free(expression);
    claims_release(&empty);
}

struct saying {
    const char *expression, *text;
};

static const struct saying explanations[] = {
    {"partner:rusia", "`partner:rusia` matches no row; nearest: Russia"},
    {"flow:import partner:rusia", "`partner:rusia` matches no row; nearest: Russia"},
    {"afrika", "`afrika` matches no row; nearest: Africa"},
    {"kind:event kind:target", ""},
    {"source:005", "`source:005` matches no row; nearest: 003"},
    {"speaker:putin", "`speaker:putin` matches no row; no row states a speaker"},
    {"value>$500bn", "`value>$500bn` matches no row; nearest: $100bn"},
    {"period:1999", "`period:1999` matches no row; nearest: 2022-04/2023-02"},
    {"quote~/xyz/", "`quote~/xyz/` matches no row"},
    {"partner:chna or partner:rusia", "`partner:chna or partner:rusia` matches no row"},
    {"not value:\"\" not has:value", ""},
    {"value>0 EUR", "`value>\"0 EUR\"` matches no row; no row has a number of that unit"},
    {"value>200$", ""},
    {"value>200%", "`value>200%` matches no row; nearest: 33 %"},
};

static void explains_why_nothing_matched(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(explanations); i++) {
        struct expression *expression = parse(explanations[i].expression);
        struct buffer out = {0};
        buffer_puts(&out, "");
        expression_explain_nothing(expression, &dataset, &out);
        assert_string_equal(out.data, explanations[i].text);
        buffer_release(&out);
        expression_free(expression);
    }
}

static const struct saying remarks[] = {
    {"flow:import", ""},
    {"period:2023", "5 rows overlap 2023 without lying within it (FY2023-24, 2022-04/2023-02): "
                    "period:FY2023-24,2022-04/2023-02"},
    {"period:2023 partner:china",
     "1 row overlaps 2023 without lying within it (2022-04/2023-02): period:2022-04/2023-02"},
    {"not period:2023", ""},
    {"period:2030", ""},
    {"value=61.44", ""},
    {"value:2..4.26", "value:2..4.26 compares numbers as written, of USD bn, x, rank alike: "
                      "name a unit, as in 5bn, $5bn or 5%"},
    {"value>=60bn", ""},
    {"quote~/((\\w|[a-z])+)+!/", ""},
};

static void remarks_on_what_is_not_seen(void **state)
{
    (void)state;
    struct row_set all = row_set_all(SAMPLE_ROWS);
    for (size_t i = 0; i < ARRAY_LENGTH(remarks); i++) {
        struct expression *expression = parse(remarks[i].expression);
        struct row_set rows = row_set_all(SAMPLE_ROWS);
        struct buffer out = {0};
        buffer_puts(&out, "");
        expression_select(expression, &dataset, &rows, NULL, NULL);
        expression_remark(expression, &dataset, &all, &rows, &out);
        row_set_release(&rows);
        assert_string_equal(out.data, remarks[i].text);
        buffer_release(&out);
        expression_free(expression);
    }
    row_set_release(&all);
}

static void says_where_a_pattern_was_given_up(void **state)
{
    (void)state;
    struct dataset hard;
    claims_start(&hard, sample_header, SAMPLE_COLUMNS);
    struct buffer quote = {0};
    buffer_repeat(&quote, "a", 4000);
    const char *cells[] = {"x", "event", "", "", "", "", "", "", "", "", "", quote.data};
    claims_add(&hard, cells, ARRAY_LENGTH(cells));
    struct query_error error = {0};
    struct row_set all = row_set_all(1), rows = row_set_all(1);
    struct expression *expression =
        expression_parse(text_of("quote~/(a|aa)+(b|c)/"), &hard, &error);
    assert_true(expression_select(expression, &hard, &rows, NULL, NULL));
    assert_true(row_set_is_empty(&rows));
    struct buffer out = {0};
    expression_remark(expression, &hard, &all, &rows, &out);
    assert_string_equal(out.data, "quote~/(a|aa)+(b|c)/ was given up on 1 text, with too many ways "
                                  "to match: make it simpler");
    buffer_release(&out);
    buffer_release(&quote);
    row_set_release(&rows);
    row_set_release(&all);
    expression_free(expression);
    claims_release(&hard);
}

static int start(void **state)
{
    (void)state;
    sample_start(&dataset);
    return 0;
}

static int end(void **state)
{
    (void)state;
    claims_release(&dataset);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(selects_the_rows),
        cmocka_unit_test(looks_only_at_the_rows_of_the_set),
        cmocka_unit_test(has_no_answer_when_doubted),
        cmocka_unit_test(works_without_rows),
        cmocka_unit_test(explains_why_nothing_matched),
        cmocka_unit_test(remarks_on_what_is_not_seen),
        cmocka_unit_test(says_where_a_pattern_was_given_up),
    };
    return cmocka_run_group_tests(tests, start, end);
}
