/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/quote_check.h"
#include "evidence/word_match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char article[] =
    "Trade (MENAFN) 2024India's exports to Russia stood at $4.26 billion, while imports rose by "
    "6.9%.\n\nThe leaders\u2019 talks in Kazan \u2013 the \u201csecond\u201d in 2024 \u2013 were "
    "\ufb01nal.  Oil did not fall, of\u00adficials said.\nTrade grew. Trade grew.\n"
    "The loss was -4 crore, and 14.26 more; India\u00a0sold tea worth 50%.";

static void check_with(const char *quote, struct quote_context context, enum quote_outcome outcome,
                       const char *detail)
{
    struct plain_text text;
    struct quote_check found;
    plain_text_make(&text, text_of(article));
    quote_check_make(&found, text_of(quote), context, &text);
    buffer_puts(&found.detail, "");
    assert_string_equal(found.detail.data, detail);
    assert_int_equal(found.outcome, outcome);
    quote_check_release(&found);
    plain_text_release(&text);
}

static void check(const char *quote, enum quote_outcome outcome, const char *detail)
{
    check_with(quote, (struct quote_context){0}, outcome, detail);
}

/* "Trade grew." is there twice. */
static void the_words_around_a_quote_tell_which_it_is(void **state)
{
    (void)state;
    struct quote_context context = {.prefix = text_of("officials said.")};
    check_with("Trade grew.", context, QUOTE_VERBATIM, "");
    context = (struct quote_context){.suffix = text_of("The loss was")};
    check_with("Trade grew.", context, QUOTE_VERBATIM, "");
    context = (struct quote_context){.prefix = text_of("grew."), .suffix = text_of("The  loss")};
    check_with("Trade grew.", context, QUOTE_VERBATIM, "");
    context = (struct quote_context){.prefix = text_of("somewhere else.")};
    check_with("Trade grew.", context, QUOTE_AMBIGUOUS, "");
}

static void the_words_of_the_article_are_verbatim(void **state)
{
    (void)state;
    check("India's exports to Russia stood at $4.26 billion", QUOTE_VERBATIM, "");
    check("while imports rose by 6.9%.", QUOTE_VERBATIM, "");
    check("\u201csecond\u201d in 2024", QUOTE_VERBATIM, "");
}

static void typesetting_is_named(void **state)
{
    (void)state;
    check("The leaders' talks in Kazan", QUOTE_NORMALISED, "quotation marks");
    check("talks in Kazan - the \"second\" in 2024", QUOTE_NORMALISED, "quotation marks, dashes");
    check("were final.", QUOTE_NORMALISED, "ligatures");
    check("final. Oil did not fall", QUOTE_NORMALISED, "white space, ligatures");
    check("officials said", QUOTE_NORMALISED, "soft hyphens");
    check("India sold tea", QUOTE_NORMALISED, "white space");
    check("6.9%. The leaders\u2019 talks", QUOTE_NORMALISED, "white space");
}

/* A digit, sign, unit, currency or negation that differs is never the same quote. */
static void a_changed_number_is_altered(void **state)
{
    (void)state;
    check("exports to Russia stood at $4.62 billion", QUOTE_ALTERED,
          "... Russia stood at [-$4.62-]{+$4.26+} billion");
    check("exports to Russia stood at 4.26 billion", QUOTE_ALTERED,
          "... Russia stood at [-4.26-]{+$4.26+} billion");
    check("exports to Russia stood at $4.26 million", QUOTE_ALTERED,
          "... stood at $4.26 [-million-]{+billion,+}");
    check("Oil did fall, officials said.", QUOTE_ALTERED, "Oil did {+not+} fall, officials said.");
    check("The loss was 4 crore", QUOTE_ALTERED, "The loss was [-4-]{+-4+} crore");
}

static void a_number_cut_at_the_end_is_not_the_same(void **state)
{
    (void)state;
    check("imports rose by 6.9", QUOTE_ALTERED, "imports rose by [-6.9-]{+6.9%.+}");
    check("imports rose by 6", QUOTE_ALTERED, "imports rose by [-6-]{+6.9%.+}");
    check("4.26 more; India", QUOTE_ALTERED, "[-4.26-]{+14.26+} more; India");
    check("4 crore, and 14.26 more;", QUOTE_ALTERED, "[-4-]{+-4+} crore, and 14.26 more;");
    check("worth 50", QUOTE_ALTERED, "worth [-50-]{+50%.+}");
}

static void a_quote_that_stands_twice_is_ambiguous(void **state)
{
    (void)state;
    check("Trade grew.", QUOTE_AMBIGUOUS, "");
}

static void other_words_are_not_found(void **state)
{
    (void)state;
    check("Exports of gas to Norway fell to nothing last winter", QUOTE_NOT_FOUND,
          "Trade (MENAFN) 2024India's exports to Russia stood at $4.26 billion, while imports rose "
          "by 6.9%.");
    check("zzz", QUOTE_NOT_FOUND, "");
    check("", QUOTE_NOT_FOUND, "");
}

static void a_quote_of_too_many_words_is_not_compared(void **state)
{
    (void)state;
    struct buffer quote = {0};
    buffer_repeat(&quote, "Trade grew quickly. ", 400);
    check(quote.data, QUOTE_NOT_FOUND,
          "1200 words are too many to compare one by one; split the quote");
    buffer_release(&quote);
}

static void long_equal_runs_are_cut(void **state)
{
    (void)state;
    struct buffer out = {0};
    word_match_write(&out, text_of("a b c d e f x g h i j k l m n y"),
                     text_of("a b c d e f X g h i j k l m n"));
    assert_string_equal(out.data, "... d e f [-x-]{+X+} g h i ... l m n [-y-]");
    buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_around_a_quote_tell_which_it_is),
        cmocka_unit_test(the_words_of_the_article_are_verbatim),
        cmocka_unit_test(typesetting_is_named),
        cmocka_unit_test(a_changed_number_is_altered),
        cmocka_unit_test(a_number_cut_at_the_end_is_not_the_same),
        cmocka_unit_test(a_quote_that_stands_twice_is_ambiguous),
        cmocka_unit_test(other_words_are_not_found),
        cmocka_unit_test(a_quote_of_too_many_words_is_not_compared),
        cmocka_unit_test(long_equal_runs_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
