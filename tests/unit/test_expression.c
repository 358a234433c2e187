/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filter language as text: which errors are reported, where and in which words; and printed
 * expressions parse to the same tree.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "query/language/expression.h"
#include "expression_tree.h"
#include "random_expression.h"
#include "trade_sample.h"

#include <stdlib.h>
#include <string.h>

static struct dataset dataset;

static struct expression *parse(struct text source, struct query_error *error)
{
    return expression_parse_with_facts(source, &dataset, &sample_facts, error);
}

struct refusal {
    const char *source;
    size_t at, end;
    bool is_unfinished;
    const char *text;
};

#define FLOW_WORDS "flow is one of export, import, total, balance, re-export, re-import"

static const struct refusal refusals[] = {
    /* names */
    {"yeer:2022", 0, 4, false, "no column `yeer`; did you mean `period`?"},
    {"year>=2022", 0, 4, false, "no column `year`; did you mean `period`?"},
    {"flow:import vlaue>=5", 12, 17, false, "no column `vlaue`; did you mean `value`?"},
    {"agre:conflict", 0, 4, false, "no column `agre`; did you mean `agree`?"},
    {"has:qoute", 4, 9, true, "no column `qoute`; did you mean `quote`?"},
    {"\"agree\":x", 0, 7, false, NULL}, /* in quotation marks it is a column only */
    {"10:30", 0, 2, false, NULL},
    /* words */
    {"flow:imprt", 5, 10, false, "`imprt` is no flow; did you mean `import`? " FLOW_WORDS},
    {"flow:imp", 5, 8, true, "`imp` is no flow; " FLOW_WORDS},
    {"flow:imp oil", 5, 8, false, "`imp` is no flow; " FLOW_WORDS},
    {"flow:export,imprt", 12, 17, false, "`imprt` is no flow; did you mean `import`? " FLOW_WORDS},
    {"agree:conflit", 6, 13, false,
     "`conflit` is no agree; did you mean `conflict`? agree is one of single, agree, conflict"},
    {"is:targte", 3, 9, false, "nothing is `targte`; did you mean `target`?"},
    {"is>5", 2, 3, false, "is takes words; write is:target"},
    {"kind>5", 0, 5, false, "kind takes words, which `>` cannot compare; write kind:figure"},
    {"agree<agree", 0, 6, false, "agree takes words, which `<` cannot compare; write agree:single"},
    {"has>=note", 0, 5, false, "has takes words, which `>=` cannot compare; write has:quote"},
    {"kind:a..b", 5, 9, false,
     "a range cannot stand here: it goes behind `:` on numbers, periods and text; for the dots "
     "themselves use quotation marks"},
    /* text against numbers */
    {"partner>5", 8, 9, false,
     "partner is a column of text, which `>` cannot compare with a number; write partner:5, or "
     "partner:5.. for the order of text"},
    {"unit>=5bn", 6, 9, false,
     "unit is a column of text, which `>=` cannot compare with a number; write unit:5bn, or "
     "unit:5bn.. for the order of text"},
    /* numbers */
    {"value:abc", 6, 9, false,
     "`abc` is no number for value; write 5, 5bn, $5bn, 30%, or value~/.../ to search its text"},
    {"value>=5q", 7, 9, true,
     "`5q` is no number for value; write 5, 5bn, $5bn, 30%, or value~/.../ to search its text"},
    {"value>5 ZWL oil", 0, 0, false, ""},
    {"value>5zwl", 6, 10, true, "no row counts in ZWL; write a unit such as bn, USD or %, or none"},
    {"value:5,100", 6, 11, false,
     "with the comma this may be one number or two; write 5100 or 5_100 for one, and `5, 100` with "
     "a blank for two"},
    {"value:5,000,7", 8, 11, false,
     "a number of a list cannot start with 0; thousands are written 5000 or 5_000"},
    {"value>5,6", 7, 8, false, "only one value can be compared; lists go behind `:`, `=` and `~`"},
    {"value:1..5bn", 6, 12, true, "both ends of a range need the same unit, as in 1bn..5bn"},
    {"value:5..1 oil", 6, 10, false, "the range runs backwards; write the lower end first"},
    {"value>\"\"", 6, 8, false,
     "`>` cannot compare with an empty text; write what to compare with"},
    {"value>=/5/", 7, 10, false,
     "`>=` takes no regular expression; write value~/.../, or use quotation marks for the text "
     "itself"},
    /* periods */
    {"period:2023-13", 7, 14, true,
     "`2023-13` is no period for period; write 2023, FY2023-24, 2023H1, 2023Q1, 2023-07, "
     "2023-07-08 or 2022-04/2023-02"},
    {"date>=soon", 6, 10, false,
     "`soon` is no period for date; write 2023, FY2023-24, 2023H1, 2023Q1, 2023-07, "
     "2023-07-08 or 2022-04/2023-02"},
    {"period:2023..2022", 7, 17, true, "the range runs backwards; write the lower end first"},
    {"period:2020 .. 2022", 12, 14, false, "a range is written without blanks: 2020..2022"},
    /* the end came too early */
    {"\"good", 0, 5, true, "the quotation mark is not closed; add \""},
    {"oil \"good", 4, 9, true, "the quotation mark is not closed; add \""},
    {"quote:\"good", 6, 11, true, "the quotation mark is not closed; add \""},
    {"(oil", 0, 1, true, "the bracket is not closed; add )"},
    {"(", 1, 1, true, "a test is missing here"},
    {"value>=", 7, 7, true, "a value is missing; write for example value>=5bn"},
    {"period:", 7, 7, true, "a value is missing; write for example period:FY2023-24"},
    {"flow!=", 6, 6, true, "a value is missing; write for example flow!=export"},
    {"quote~", 6, 6, true, "a value is missing; write for example quote~/word/"},
    {"is:", 3, 3, true, "a value is missing; write for example kind:figure"},
    {"source:000,", 11, 11, true, "a value is missing; write for example source:word"},
    {"oil and", 7, 7, true, "a test is missing here"},
    {"oil or ", 7, 7, true, "a test is missing here"},
    {"not", 3, 3, true, "a test is missing here"},
    {"!", 1, 1, true, "a test is missing here"},
    {"/oil", 0, 4, true,
     "the regular expression is not closed; add / (a text that starts with / stands in quotation "
     "marks)"},
    {"value:..", 8, 8, true, "a value is missing; write for example value:5bn"},
    /* where something else was meant */
    {"value: and oil", 7, 10, false, "a value is missing; write for example value:5bn"},
    {"(value>)", 7, 8, false, "a value is missing; write for example value>5bn"},
    {">=5", 0, 2, false, "no column in front of `>=`; write for example value>=5bn"},
    {"value>=<5", 7, 8, false,
     "two operators; a value that starts with an operator stands in quotation marks"},
    {"partner:(a or b)", 8, 9, false,
     "a bracket cannot stand behind an operator; for one of several values write a list: "
     "partner:russia,china"},
    {"oil)", 3, 4, false, "there is no ( for this bracket; take it away"},
    {"()", 1, 2, false, "`)` cannot stand here: a test is missing in front of it"},
    {"oil or and gas", 7, 10, false, "`and` cannot stand here: a test is missing in front of it"},
    {", oil", 0, 1, false, "`,` cannot stand here: a test is missing in front of it"},
    {"oil | gas", 4, 5, false,
     "for either of two tests write `or`; the sign itself stands in quotation marks"},
    {"oil && gas", 4, 6, false,
     "two tests side by side must both hold; the signs themselves stand in quotation marks"},
    {"oil, ", 5, 5, true,
     "a word is missing behind the comma; a comma that belongs to the text stands in quotation "
     "marks"},
    {"..5", 0, 2, false, "a range needs a column: period:2020..2022"},
    {"\"\"", 0, 2, false, "an empty text is in every row; write what to search for"},
    /* escapes, flags, patterns */
    {"\"a\\q\"", 2, 4, false, "this is no escape; for a backslash write \\\\"},
    {"/oil/q", 5, 6, false,
     "this is no flag of a regular expression; they are i c s m x (write \\/ for a / inside it)"},
    {"//", 0, 2, false, "an empty regular expression finds nothing; write /word/"},
    {"quote~\"\"", 6, 8, false, "an empty regular expression finds nothing; write /word/"},
    {"oil /a(b/", 8, 9, false,
     "regular expression: missing closing parenthesis, at character 4 of `a(b`"},
    {"quote=/oil/", 6, 11, false,
     "`=` takes no regular expression; write quote~/.../, or use quotation marks for the text "
     "itself"},
    {"oil \xff", 4, 5, false, "this byte is no UTF-8; in quotation marks write \\xFF"},
};

static void refuses_with_place_and_remedy(void **state)
{
    (void)state;
    size_t failures = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(refusals); i++) {
        const struct refusal *refusal = &refusals[i];
        struct query_error error = {0};
        struct expression *expression = parse(text_of(refusal->source), &error);
        bool is_right = expression ? refusal->text && !*refusal->text
                                   : error.at == refusal->at && error.end == refusal->end &&
                                         error.is_unfinished == refusal->is_unfinished &&
                                         (!refusal->text || !strcmp(error.text, refusal->text));
        if (!is_right) {
            print_error("`%s`: %zu-%zu%s: %s\n", refusal->source, error.at, error.end,
                        error.is_unfinished ? " unfinished" : "", error.text);
            failures++;
        }
        expression_free(expression);
        query_error_release(&error);
    }
    assert_int_equal(failures, 0);
}

static void lists_columns_where_none_is_near(void **state)
{
    (void)state;
    struct query_error error = {0};
    assert_null(parse(text_of("zzzzzz=1"), &error));
    assert_non_null(strstr(error.text, "no column `zzzzzz`; the columns are id, kind, date, "));
    assert_non_null(strstr(error.text, "Trade Type (own)"));
    assert_non_null(strstr(error.text, "agree, has, is; a text to search for stands in quotation "
                                       "marks"));
    query_error_release(&error);
}

struct printing {
    const char *source, *printed;
};

static const struct printing printings[] = {
    {"", ""},
    {" \t\n", ""},
    {"flow:import   value >= 5 bn", "flow:import value>=\"5 bn\""},
    {"Flow:IMPORT", "flow:IMPORT"},
    {"a and b AND c", "a b c"},
    {"(a (b c)) (d)", "a b c d"},
    {"a or (b or c)", "a or b or c"},
    {"a (b or c)", "a (b or c)"},
    {"(a b) or c", "a b or c"},
    {"not (a)", "not a"},
    {"-a !b", "not a not b"},
    {"not (a b) not (c or d)", "not (a b) not (c or d)"},
    {"value==5", "value=5"},
    {"quote=~oil", "quote~oil"},
    {"quote~/a\\/b/xi", "quote~/a\\/b/ix"},
    {"\"or\" \"-x\" \"a b\" \"x\"", "\"or\" \"-x\" \"a b\" x"},
    {"source:000 , 003", "source:000,003"},
    {"value:5, 100", "value:5, 100"},
    {"value:1,000", "value:\"1,000\""},
    {"value:5 \"bn\"", "value:5 \"bn\""},
    {"not value:5 \"crore\" oil", "not value:5 \"crore\" oil"},
    {"value:-5..", "value:-5.."},
    {"value:..$5bn", "value:..$5bn"},
    {"url:https://a.b/?c=d", "url:\"https://a.b/?c=d\""},
    {"\"trade type (own)\":x", "\"Trade Type (own)\":x"},
    {"note:\"a\\\"\\\\\\n\\t\\x01\\xFF\\x41\"", "note:\"a\\\"\\\\\\n\\t\\x01\\xFFA\""},
    {"note:\"é\\n\"", "note:\"é\\n\""},
    {"is:conflict,target", "agree:conflict or kind:target"},
    {"is!=target", "not kind:target"},
    {"has:quote,note", "has:quote,note"},
    {"period:2022-04/2023-02", "period:2022-04/2023-02"},
};

static void prints_in_its_own_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(printings); i++) {
        struct query_error error = {0};
        struct expression *expression = parse(text_of(printings[i].source), &error);
        assert_non_null(expression);
        struct buffer out = {0};
        buffer_puts(&out, "");
        expression_format(&out, expression);
        struct expression *again = parse(buffer_text(&out), &error);
        assert_non_null(again);
        assert_true(expression_is_equal(expression, again));
        assert_string_equal(out.data, printings[i].printed);
        assert_int_equal(expression_is_empty(expression), !*printings[i].printed);
        buffer_release(&out);
        expression_free(again);
        expression_free(expression);
    }
}

static void tells_expressions_apart(void **state)
{
    (void)state;
    static const char *const different[] = {
        "a",         "A",          "a b",    "a or b", "not a",       "id:a",
        "id=a",      "id!=a",      "note:a", "id:a,b", "value:1",     "value:1..",
        "value:..1", "value:1..2", "/a/",    "/a/i",   "agree:agree", "has:id"};
    struct expression *expressions[ARRAY_LENGTH(different)];
    struct query_error error = {0};
    for (size_t i = 0; i < ARRAY_LENGTH(different); i++) {
        expressions[i] = parse(text_of(different[i]), &error);
        assert_non_null(expressions[i]);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(different); i++)
        for (size_t j = 0; j < ARRAY_LENGTH(different); j++)
            assert_int_equal(expression_is_equal(expressions[i], expressions[j]), i == j);
    for (size_t i = 0; i < ARRAY_LENGTH(different); i++)
        expression_free(expressions[i]);
}

static void random_trees_survive_printing(void **state)
{
    (void)state;
    uint64_t seed = 20240705;
    for (int i = 0; i < 3000; i++) {
        struct buffer source = {0}, printed = {0}, twice = {0};
        struct query_error error = {0};
        random_expression(&source, &seed, 4);
        struct expression *expression = parse(buffer_text(&source), &error);
        if (!expression)
            fail_msg("`%s`: %zu: %s", source.data, error.at, error.text);
        expression_format(&printed, expression);
        struct expression *again = parse(buffer_text(&printed), &error);
        if (!again)
            fail_msg("`%s`, printed `%s`: %s", source.data, printed.data, error.text);
        if (!expression_is_equal(expression, again))
            fail_msg("`%s` is not `%s`", source.data, printed.data);
        expression_format(&twice, again);
        assert_string_equal(printed.data, twice.data);
        buffer_release(&source);
        buffer_release(&printed);
        buffer_release(&twice);
        expression_free(expression);
        expression_free(again);
    }
}

static void points_at_the_place(void **state)
{
    (void)state;
    struct query_error error = {0};
    struct text source = text_of("öl\tvlaue>5");
    assert_null(parse(source, &error));
    struct buffer out = {0};
    query_error_format(&out, source, &error);
    assert_string_equal(out.data, "öl vlaue>5\n   ^^^^^\nno column `vlaue`; did you mean `value`?");
    buffer_truncate(&out, 0);
    source = text_of("oil and");
    assert_null(parse(source, &error));
    query_error_format(&out, source, &error);
    assert_string_equal(out.data, "oil and\n       ^\na test is missing here");
    buffer_release(&out);
    query_error_release(&error);
}

static void shows_no_control_characters(void **state)
{
    (void)state;
    struct query_error error = {0};
    struct text source = text_of("\x1b[31m:x");
    assert_null(parse(source, &error));
    struct buffer out = {0};
    query_error_format(&out, source, &error);
    assert_null(strchr(out.data, '\x1b'));
    buffer_release(&out);
    query_error_release(&error);
}

static void is_not_led_into_the_depths(void **state)
{
    (void)state;
    static const char *const openings[] = {"(", "not ", "-", "!("};
    for (size_t i = 0; i < ARRAY_LENGTH(openings); i++) {
        struct query_error error = {0};
        struct buffer source = {0};
        buffer_repeat(&source, openings[i], 100000);
        assert_null(parse(buffer_text(&source), &error));
        assert_string_equal(error.text, "brackets and nots are nested too deep (100 at most)");
        assert_false(error.is_unfinished);
        buffer_release(&source);
        query_error_release(&error);
    }
}

static void takes_a_thousand_words_and_no_more(void **state)
{
    (void)state;
    struct query_error error = {0};
    struct buffer source = {0};
    buffer_repeat(&source, "word ", 1000);
    struct expression *expression = parse(buffer_text(&source), &error);
    assert_non_null(expression);
    expression_free(expression);
    buffer_puts(&source, "more");
    assert_null(parse(buffer_text(&source), &error));
    assert_non_null(strstr(error.text, "more than 1000 words"));
    assert_int_equal(error.at, 5000);
    query_error_release(&error);
    buffer_release(&source);
}

static void takes_long_sources(void **state)
{
    (void)state;
    struct query_error error = {0};
    struct buffer source = {0};
    buffer_puts(&source, "id:a");
    for (int i = 0; i < 20000; i++)
        buffer_puts(&source, ",\"b\" ");
    for (int i = 0; i < 20000; i++)
        buffer_puts(&source, " or value:5");
    struct expression *expression = parse(buffer_text(&source), &error);
    assert_non_null(expression);
    expression_free(expression);
    buffer_release(&source);
}

struct column_test {
    const char *column, *value;
    bool is_negated;
    const char *written;
};

static const struct column_test column_tests[] = {
    {"partner", "Russia", false, "partner=Russia"},
    {"partner", "South Africa", true, "partner!=\"South Africa\""},
    {"note", "", false, "note=\"\""},
    {"value", "61.44", false, "value=61.44"},
    {"period", "2022-04/2023-02", true, "period!=2022-04/2023-02"},
    {"quote", "a, \"b\"\n", false, "quote=\"a, \\\"b\\\"\\n\""},
    {"Trade Type (own)", "goods", false, "\"Trade Type (own)\"=goods"},
    {"id", "or", false, "id=\"or\""},
    {"has", "x", false, "\"has\"=x"},
};

static void writes_a_test_of_a_cell(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(column_tests); i++) {
        struct buffer out = {0};
        expression_format_test(&out, column_tests[i].column, text_of(column_tests[i].value),
                               column_tests[i].is_negated);
        assert_string_equal(out.data, column_tests[i].written);
        buffer_release(&out);
    }
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
        cmocka_unit_test(refuses_with_place_and_remedy),
        cmocka_unit_test(lists_columns_where_none_is_near),
        cmocka_unit_test(prints_in_its_own_words),
        cmocka_unit_test(tells_expressions_apart),
        cmocka_unit_test(random_trees_survive_printing),
        cmocka_unit_test(points_at_the_place),
        cmocka_unit_test(shows_no_control_characters),
        cmocka_unit_test(is_not_led_into_the_depths),
        cmocka_unit_test(takes_a_thousand_words_and_no_more),
        cmocka_unit_test(takes_long_sources),
        cmocka_unit_test(writes_a_test_of_a_cell),
    };
    return cmocka_run_group_tests(tests, start, end);
}
