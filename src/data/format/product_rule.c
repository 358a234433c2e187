/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Codes of the Harmonized System have an even number of digits, unless the zero at the start of the
 * chapters 1 to 9 was lost. So codes that are all odd may be of HS or of another classification,
 * such as the SITC, and codes of both lengths are of HS.
 */
#include "config.h"

#include "data/format/product_rule.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/io/problem.h"

#include <string.h>

static bool names_any(struct text name, const char *const *signs, size_t count)
{
    struct buffer folded = {0};
    bool is_found = false;
    text_fold(&folded, name);
    for (size_t i = 0; i < count && !is_found; i++)
        is_found = folded.length && strstr(folded.data, signs[i]) != NULL;
    buffer_release(&folded);
    return is_found;
}

struct product_rule product_rule_decide(struct text name, const struct text *words, size_t count)
{
    static const char *const others[] = {"sitc", "cpc", "cpa", "isic", "nace", "naics", "bec"};
    static const char *const harmonized[] = {"hs", "harmoni", "ncm", "taric", "htsus"};
    struct product_rule rule = {.translation = translation_find(text_of("hs"))};
    size_t even = 0, odd = 0;
    if (names_any(name, others, ARRAY_LENGTH(others)))
        return (struct product_rule){.translation = NULL};
    for (size_t i = 0; i < count; i++) {
        if (!ascii_is_all_digits(words[i]) || !words[i].length)
            continue;
        even += words[i].length % 2 == 0;
        if (words[i].length % 2 && !odd++)
            rule.example = words[i];
    }
    rule.lost_zeros = odd > 0;
    if (!odd || even || names_any(name, harmonized, ARRAY_LENGTH(harmonized)))
        return rule;
    rule.is_open = true;
    rule.translation = NULL;
    return rule;
}

void product_rule_refuse(const struct product_rule *rule, struct text name, struct buffer *out)
{
    problem_quote(out, name);
    buffer_puts(out, ": ");
    problem_quote(out, rule->example);
    buffer_printf(out,
                  " may be 0%.*s of the Harmonized System, whose zero was lost, or a code of "
                  "another classification; say product='%.*s:hs' or product='%.*s:code'",
                  (int)rule->example.length, rule->example.data, (int)name.length, name.data,
                  (int)name.length, name.data);
}

void product_rule_tell(const struct product_rule *rule, struct text name, struct buffer *out)
{
    if (!rule->translation || !rule->lost_zeros)
        return;
    problem_quote(out, name);
    buffer_puts(out, ": codes of the Harmonized System that lost a zero: ");
    problem_quote(out, rule->example);
    buffer_printf(out, " is 0%.*s", (int)rule->example.length, rule->example.data);
}
