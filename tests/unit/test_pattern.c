/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/buffer.h"
#include "query/match/pattern.h"

#include <string.h>

struct sample {
    const char *pattern, *subject;
    enum pattern_kind kind;
    enum pattern_case cases;
    int start, end; /* -1 if nothing is found */
};

static const struct sample samples[] = {
    {"oil", "Crude OIL", PATTERN_LITERAL, PATTERN_SMART_CASE, 6, 9},
    {"Oil", "Crude OIL", PATTERN_LITERAL, PATTERN_SMART_CASE, -1, -1},
    {"oil", "Crude OIL", PATTERN_LITERAL, PATTERN_EXACT_CASE, -1, -1},
    {"OIL", "crude oil", PATTERN_LITERAL, PATTERN_FOLD_CASE, 6, 9},
    {"österreich", "ÖSTERREICH", PATTERN_LITERAL, PATTERN_SMART_CASE, 0, 11},
    {"Österreich", "österreich", PATTERN_LITERAL, PATTERN_SMART_CASE, -1, -1},
    {"a.c", "abc a.c", PATTERN_LITERAL, PATTERN_SMART_CASE, 4, 7},
    {"$4.26", "at $4.26 billion", PATTERN_LITERAL, PATTERN_SMART_CASE, 3, 8},
    {"a.c", "abc", PATTERN_REGULAR, PATTERN_SMART_CASE, 0, 3},
    {"\\Dbn", "5 BN", PATTERN_REGULAR, PATTERN_SMART_CASE, 1, 4},
    {"\\p{Lu}bn", "5 Abn", PATTERN_REGULAR, PATTERN_EXACT_CASE, 2, 5},
    {"(?<Name>bn)", "5 BN", PATTERN_REGULAR, PATTERN_SMART_CASE, 2, 4},
    {"(?<=A)b", "aB", PATTERN_REGULAR, PATTERN_SMART_CASE, -1, -1},
    {"\\AX", "x", PATTERN_REGULAR, PATTERN_SMART_CASE, -1, -1},
    {"x*", "aaxx", PATTERN_REGULAR, PATTERN_SMART_CASE, 2, 4}, /* empty matches are skipped */
    {"x*", "aa", PATTERN_REGULAR, PATTERN_SMART_CASE, -1, -1},
    {"modi's", "Modi\u2019s visit", PATTERN_LITERAL, PATTERN_SMART_CASE, 0, 8},
    {"tax-free", "tax\u2011free", PATTERN_LITERAL, PATTERN_SMART_CASE, 0, 10},
    {"a-[b]", "a-[B]", PATTERN_LITERAL, PATTERN_SMART_CASE, 0, 5},
    {"caf\u00e9", "\xff caf\u00e9", PATTERN_LITERAL, PATTERN_SMART_CASE, 2, 7},
    {"a.b",
     "a\xff"
     "b axb",
     PATTERN_REGULAR, PATTERN_SMART_CASE, 4, 7},
    {"\xff", "a\xff", PATTERN_LITERAL, PATTERN_SMART_CASE, 1, 2},
};

static void finds_what_is_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(samples); i++) {
        const struct sample *sample = &samples[i];
        struct error error = {0};
        struct pattern *pattern =
            pattern_compile(text_of(sample->pattern), sample->kind, sample->cases, &error);
        assert_non_null(pattern);
        struct match match = {0};
        bool found = pattern_find(pattern, text_of(sample->subject), 0, &match);
        if (found != (sample->start >= 0) ||
            (found && ((int)match.start != sample->start || (int)match.end != sample->end)))
            fail_msg("`%s` in `%s`: %d, %zu-%zu", sample->pattern, sample->subject, found,
                     match.start, match.end);
        assert_int_equal(pattern_overrun_count(pattern), 0);
        pattern_free(pattern);
    }
}

static void walks_through_all_matches(void **state)
{
    (void)state;
    struct error error = {0};
    struct pattern *pattern =
        pattern_compile(text_of("a+"), PATTERN_REGULAR, PATTERN_SMART_CASE, &error);
    struct text subject = text_of("aa b a");
    struct match match;
    assert_true(pattern_find(pattern, subject, 0, &match));
    assert_int_equal(match.end, 2);
    assert_true(pattern_find(pattern, subject, match.end, &match));
    assert_int_equal(match.start, 5);
    assert_false(pattern_find(pattern, subject, match.end, &match));
    assert_false(pattern_find(pattern, subject, 100, &match));
    assert_false(pattern_matches(pattern, (struct text){NULL, 0}));
    pattern_free(pattern);
}

static void names_what_does_not_compile(void **state)
{
    (void)state;
    struct error error = {0};
    assert_null(pattern_compile(text_of("é(oil"), PATTERN_REGULAR, PATTERN_SMART_CASE, &error));
    assert_string_equal(error.text, "regular expression: missing closing parenthesis, at character "
                                    "6 of `é(oil`");
    assert_true(error.is_misuse);
    size_t at;
    assert_null(pattern_compile_flags(text_of("oil)x"), 0, &at, &error));
    assert_int_equal(at, 3);
    assert_null(pattern_compile_flags(text_of("\\C"), 0, &at, &error));
    assert_null(pattern_compile_flags(text_of("\xff"), 0, &at, &error));
    error_release(&error);
}

static bool matches(const char *source, unsigned flags, const char *subject)
{
    struct error error = {0};
    size_t at;
    struct pattern *pattern = pattern_compile_flags(text_of(source), flags, &at, &error);
    assert_non_null(pattern);
    bool result = pattern_matches(pattern, text_of(subject));
    pattern_free(pattern);
    return result;
}

static void obeys_flags(void **state)
{
    (void)state;
    assert_true(matches("OIL", PATTERN_FOLDS, "oil"));
    assert_false(matches("oil", PATTERN_KEEPS_CASE, "OIL"));
    assert_true(matches("oil", 0, "OIL"));
    assert_true(matches("a.b", PATTERN_DOT_IS_ALL, "a\nb"));
    assert_false(matches("a.b", 0, "a\nb"));
    assert_true(matches("^b", PATTERN_HAS_LINES, "a\nb"));
    assert_false(matches("^b", 0, "a\nb"));
    assert_true(matches("a b # c", PATTERN_IS_EXTENDED, "ab"));
    for (const char *letter = "icsmx"; *letter; letter++)
        assert_int_equal(pattern_letter_of_flag(pattern_flag_of_letter(*letter)), *letter);
    assert_int_equal(pattern_flag_of_letter('q'), 0);
}

/* (a+)+$ has 2^n ways to fail on n letters. */
static void gives_up_where_there_are_too_many_ways(void **state)
{
    (void)state;
    struct error error = {0};
    struct pattern *pattern =
        pattern_compile(text_of("(a+)+$|(b|bb)+c"), PATTERN_REGULAR, PATTERN_SMART_CASE, &error);
    struct buffer subject = {0};
    buffer_repeat(&subject, "a", 5000);
    buffer_puts(&subject, "!");
    for (int i = 0; i < 3; i++)
        assert_false(pattern_matches(pattern, buffer_text(&subject)));
    assert_int_equal(pattern_overrun_count(pattern), 3);
    assert_true(pattern_matches(pattern, text_of("aaa")));
    pattern_forget_overruns(pattern);
    assert_int_equal(pattern_overrun_count(pattern), 0);
    for (int i = 0; i < 300; i++)
        pattern_matches(pattern, buffer_text(&subject));
    assert_int_equal(pattern_overrun_count(pattern), 300);
    buffer_release(&subject);
    pattern_free(pattern);
}

static size_t draw(uint64_t *state, size_t limit)
{
    /* xorshift64* (Vigna 2016) */
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (size_t)((*state * 0x2545F4914F6CDD1Du) >> 33) % limit;
}

static void append_pieces(struct buffer *out, uint64_t *state, const char *const *pieces,
                          size_t count, size_t most)
{
    for (size_t left = 1 + draw(state, most); left > 0; left--)
        buffer_puts(out, pieces[draw(state, count)]);
}

/*
 * Characters of both cases and of the two letters that have a third form: K is U+212A, s also
 * U+017F.
 */
static const char *const subject_pieces[] = {
    "oil",     "OIL",    "crude", "sk",   "SK",     "\u212A", "\u017F",   "e",   " ",  "k",
    "fertili", "zer",    "s",     "\xff", "\u00e4", "\u00c4", "a.b",      "{2}", "\n", "x",
    "-",       "\u2019", "'",     "1",    "ab",     "aab",    "\xe2\x84", "[b]", ")",  "Stahl"};
static const char *const regular_pieces[] = {
    "oil",         "crude", "sk",    "e",     "k",      "fertili[sz]er", "a?",         "b+",
    "l*",          "x{2}",  "e{0,}", "o{",    "(a|b)",  "(?:il)",        "(o(i)l|x)?", "\\.",
    "\\{2\\}",     "\\d",   "\\b",   "[^]x]", "[a\\]]", "\u00e4",        "\u00e4?",    "|",
    "oil|",        "|ab",   ".",     "(?i)o", "(?=o)",  "\\x41",         "\\Qa.b",     "(?#x)",
    "[[:alpha:]]", "Oil",   "^",     "$"};

/*
 * pattern_find() uses PCRE2, pattern_matches() tests the required literals first: both must agree.
 */
static void tells_apart_as_pcre2_does(void **state)
{
    (void)state;
    uint64_t seed = 2709;
    size_t compiled = 0, matched = 0;
    for (int i = 0; i < 6000; i++) {
        struct buffer source = {0};
        struct error error = {0};
        bool is_literal = draw(&seed, 3) == 0;
        append_pieces(&source, &seed, is_literal ? subject_pieces : regular_pieces,
                      is_literal ? ARRAY_LENGTH(subject_pieces) : ARRAY_LENGTH(regular_pieces), 4);
        struct pattern *pattern =
            pattern_compile(buffer_text(&source), is_literal ? PATTERN_LITERAL : PATTERN_REGULAR,
                            (enum pattern_case)draw(&seed, PATTERN_EXACT_CASE + 1), &error);
        compiled += pattern != NULL;
        for (int k = 0; pattern && k < 20; k++) {
            struct buffer subject = {0};
            struct match match;
            append_pieces(&subject, &seed, subject_pieces, ARRAY_LENGTH(subject_pieces), 12);
            if (draw(&seed, 4) == 0)
                buffer_append_text(&subject, buffer_text(&source));
            bool is_found = pattern_find(pattern, buffer_text(&subject), 0, &match);
            if (pattern_matches(pattern, buffer_text(&subject)) != is_found)
                fail_msg("`%s` in `%s`: %d", source.data, subject.data, !is_found);
            matched += is_found;
            buffer_release(&subject);
        }
        pattern_free(pattern);
        error_release(&error);
        buffer_release(&source);
    }
    assert_in_range(compiled, 3000, 6000);
    assert_in_range(matched, compiled, compiled * 15);
}

/* At each position of a text, with each length: the sixteen bytes of a vector end anywhere. */
static void finds_a_needle_wherever_it_is(void **state)
{
    (void)state;
    static const char word[] = "Maritime Corridor";
    struct error error = {0};
    for (size_t length = 1; length <= strlen(word); length++) {
        struct pattern *pattern = pattern_compile((struct text){word, length}, PATTERN_LITERAL,
                                                  PATTERN_FOLD_CASE, &error);
        for (size_t before = 0; before < 40; before++)
            for (size_t behind = 0; behind < 20; behind++) {
                struct buffer subject = {0};
                buffer_repeat(&subject, "-", before);
                buffer_append(&subject, "MARITIME CORRIDOR", length);
                buffer_repeat(&subject, "-", behind);
                assert_true(pattern_matches(pattern, buffer_text(&subject)));
                subject.data[before + length / 2] = '+';
                assert_false(pattern_matches(pattern, buffer_text(&subject)));
                buffer_release(&subject);
            }
        pattern_free(pattern);
    }
}

static bool search_matches(struct pattern_search *search, struct text subject)
{
    return pattern_search_select(search, &subject, 1);
}

static void searches_of_their_own_count_for_themselves(void **state)
{
    (void)state;
    struct error error = {0};
    struct pattern *pattern =
        pattern_compile(text_of("(a+)+$|(b|bb)+c"), PATTERN_REGULAR, PATTERN_SMART_CASE, &error);
    struct pattern_search *search = pattern_search_new(pattern);
    struct buffer subject = {0};
    buffer_repeat(&subject, "a", 5000);
    buffer_puts(&subject, "!");
    pattern_search_start(search, 100); /* a hundredth of 200 */
    for (int i = 0; i < 5; i++)
        assert_false(search_matches(search, buffer_text(&subject)));
    assert_false(search_matches(search, text_of("aaa"))); /* given up */
    assert_int_equal(pattern_search_overruns(search), 6);
    pattern_search_start(search, 100);
    assert_true(search_matches(search, text_of("aaa")));
    assert_int_equal(pattern_overrun_count(pattern), 0);
    pattern_add_overruns(pattern, 6);
    assert_int_equal(pattern_overrun_count(pattern), 6);
    buffer_release(&subject);
    pattern_search_free(search);
    pattern_free(pattern);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_there),
        cmocka_unit_test(walks_through_all_matches),
        cmocka_unit_test(names_what_does_not_compile),
        cmocka_unit_test(obeys_flags),
        cmocka_unit_test(gives_up_where_there_are_too_many_ways),
        cmocka_unit_test(tells_apart_as_pcre2_does),
        cmocka_unit_test(finds_a_needle_wherever_it_is),
        cmocka_unit_test(searches_of_their_own_count_for_themselves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
