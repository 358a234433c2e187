/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random source texts of the filter language, the same for the same seed, over the columns and
 * words of trade_sample.h. All are valid expressions.
 */
#ifndef TRADESCOPE_TESTS_RANDOM_EXPRESSION_H
#define TRADESCOPE_TESTS_RANDOM_EXPRESSION_H

#include "base/array.h"
#include "base/buffer.h"

#include <stdint.h>

/* xorshift64* (Vigna 2016). The state must not be 0. */
static inline size_t random_below(uint64_t *state, size_t limit)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (size_t)((*state * 0x2545F4914F6CDD1Du) >> 33) % limit;
}

#define RANDOM_OF(state, words) ((words)[random_below((state), ARRAY_LENGTH(words))])

static const char *const random_text_values[] = {"russia",  "Russia",   "China",
                                                 "RUS",     "africa",   "oil",
                                                 "OIL",     "a",        "2709",
                                                 "27",      "\"a, b\"", "00",
                                                 "no",      "\"\"",     "f1",
                                                 "F1",      "öl",       "Öl",
                                                 "003",     "billion",  "bn",
                                                 "\"bn\"",  "third",    "x..z",
                                                 "..2709",  "2709..",   "/oil/",
                                                 "/o.l/i",  "/R/c",     "\"\\xFF\"",
                                                 "\"and\"", "\"-oil\"", "\"line\\nend\""};
static const char *const random_numbers[] = {
    "5bn",  "$5bn", "61.44bn", "61440mn",    "61.44",      "3",     "3x",
    "33%",  "30%",  "2 rank",  "\"rank 2\"", "100",        "0",     "-1",
    "4.26", "5 bn", "1k",      "1_200",      "1200 count", "INR 1", "5 lakh crore"};
static const char *const random_number_ranges[] = {"1..5",    "1bn..62bn", "$5bn..", "..33%",
                                                   "2..4.26", "..-1",      "0.."};
static const char *const random_periods[] = {"2023",    "FY2023-24",  "2023Q1",          "2023-07",
                                             "2030",    "2024-07-05", "2022-04/2023-02", "2024",
                                             "2024-07", "FY2022-23"};
static const char *const random_comparisons[] = {
    ":", "=", "!=", "<", "<=", ">", ">=", ": ", " >= "};
static const char *const random_text_columns[] = {
    "partner", "product", "quote", "source", "id", "note", "\"Trade Type (own)\"", "unit"};
static const char *const random_flows[] = {"import", "EXPORT", "total", "re-export", "\"\""};
static const char *const random_whole_tests[] = {
    "measure:value",      "qualifier!=exact",   "has:note",
    "has!=quote,value",   "agree:conflict",     "agree!=agree,single",
    "is:target",          "is:figure,conflict", "value:\"\"",
    "period:\"\"",        "value:1, 2, 33",     "value~/^6/",
    "period!~FY",         "date:2024,2025",     "kind:event",
    "product:2709..2710", "partner<d",          "note>=a",
    "period:2022..2023",  "period:..2023-03",   "measure=\"\",rank"};
static const char *const random_patterns[] = {"/oil/", "/^e/i",   "/thr(ee|ice)fold/", "oil",
                                              "/R/c",  "/a.*b/s", "\"a/b\"",           "/\\//"};

static inline void random_value(struct buffer *out, uint64_t *state)
{
    static const char *const comparisons[] = {":", ":", "=", "!="};
    bool is_list = random_below(state, 3) == 0;
    buffer_puts(out, RANDOM_OF(state, random_text_columns));
    const char *comparison = RANDOM_OF(state, comparisons);
    buffer_puts(out, comparison);
    for (size_t i = 0; i <= (is_list ? random_below(state, 3) : 0); i++) {
        buffer_puts(out, i ? "," : "");
        /* patterns follow ":" only */
        const char *value;
        do
            value = RANDOM_OF(state, random_text_values);
        while (*value == '/' && *comparison != ':');
        buffer_puts(out, value);
    }
}

static inline void random_test(struct buffer *out, uint64_t *state)
{
    switch (random_below(state, 9)) {
    case 0:
        buffer_printf(out, "value%s%s", RANDOM_OF(state, random_comparisons),
                      RANDOM_OF(state, random_numbers));
        break;
    case 1:
        buffer_printf(out, "value:%s", RANDOM_OF(state, random_number_ranges));
        break;
    case 2:
    case 3:
        buffer_printf(out, "%s%s%s", random_below(state, 2) ? "period" : "date",
                      RANDOM_OF(state, random_comparisons), RANDOM_OF(state, random_periods));
        break;
    case 4:
        buffer_printf(out, "flow%s%s",
                      random_below(state, 2) ? ":" : "!=", RANDOM_OF(state, random_flows));
        break;
    case 5:
        buffer_puts(out, RANDOM_OF(state, random_whole_tests));
        break;
    case 6:
        buffer_printf(out, "%s%s%s", RANDOM_OF(state, random_text_columns),
                      random_below(state, 2) ? "~" : "!~", RANDOM_OF(state, random_patterns));
        break;
    case 7: {
        static const char *const bare[] = {"oil",       "bn",   "\"good dynamics\"",
                                           "/oil/i",    "4.26", "5,000",
                                           "re-export", "a, b", "crore"};
        buffer_puts(out, RANDOM_OF(state, bare));
        break;
    }
    default:
        random_value(out, state);
    }
}

/* Makes a tree of at most `levels` levels, with brackets around each part that is not a test. */
static inline void random_expression(struct buffer *out, uint64_t *state, int levels)
{
    static const char *const joints[] = {" ", " and ", " or ", " AND ", " Or "};
    size_t choice = levels > 0 ? random_below(state, 6) : 0;
    if (choice < 2) {
        random_test(out, state);
        return;
    }
    if (choice == 2) {
        static const char *const denials[] = {"not ", "-", "!", "NOT "};
        buffer_puts(out, RANDOM_OF(state, denials));
        buffer_puts(out, "(");
        random_expression(out, state, levels - 1);
        buffer_puts(out, ")");
        return;
    }
    size_t count = 2 + random_below(state, 2);
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_puts(out, RANDOM_OF(state, joints));
        bool in_brackets = random_below(state, 2);
        buffer_puts(out, in_brackets ? "(" : "");
        random_expression(out, state, levels - 1);
        buffer_puts(out, in_brackets ? ")" : "");
    }
}

#endif
