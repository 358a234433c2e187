/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/period_rule.h"

#include "base/array.h"
#include "data/value/period.h"
#include "data/io/problem.h"

#include <string.h>

/* One way to read all words of a column. */
struct reading {
    const char *name; /* for the user; NULL for the plain reading */
    const char *translations[PERIOD_RULE_MOST];
};

static const struct reading usual = {NULL,
                                     {"period", "year", "yyyymm", "yyyy52", "quarter", "month",
                                      "month-name", "through", "year-and-part"}};
static const struct reading fiscal = {"fiscal years", {"fiscal-year"}};
static const struct reading days[] = {{NULL, {"day"}},
                                      {"days, the day first", {"day-first"}},
                                      {"days, the month first", {"month-first"}}};
static const struct reading first_days[] = {
    {"months, by their first day", {"first-of-month-iso"}},
    {"months, by their first day, the day first", {"first-of-month-day-first"}},
    {"months, by their first day, the month first", {"first-of-month-month-first"}}};
static const struct reading last_days = {"months, by their last day", {"end-of-month"}};

struct words {
    const struct text *words;
    size_t count;
};

static bool reads(const struct reading *reading, struct text word, struct period *period)
{
    struct buffer out = {0};
    bool is_read = false;
    for (size_t i = 0; !is_read && i < PERIOD_RULE_MOST && reading->translations[i]; i++) {
        const struct translation *translation = translation_find(text_of(reading->translations[i]));
        is_read = translation->read(translation, word, NULL, &out) &&
                  period_parse(buffer_text(&out), period);
    }
    buffer_release(&out);
    return is_read;
}

static size_t count_read(const struct reading *reading, struct words words)
{
    struct period period;
    size_t read = 0;
    for (size_t i = 0; i < words.count; i++)
        read += reads(reading, words.words[i], &period);
    return read;
}

static bool reads_all(const struct reading *reading, struct words words)
{
    return count_read(reading, words) == words.count;
}

static struct period_rule rule_of(const struct reading *reading, struct words words)
{
    struct period_rule rule = {.name = reading->name};
    for (; rule.count < PERIOD_RULE_MOST && reading->translations[rule.count]; rule.count++)
        rule.translations[rule.count] =
            translation_find(text_of(reading->translations[rule.count]));
    if (words.count)
        rule.example = words.words[0];
    return rule;
}

static struct period_rule open_rule(const char *first, const char *second, struct text example)
{
    return (struct period_rule){.example = example, .readings = {first, second}};
}

/*
 * Returns the index of the first word for which the readings give different periods; words.count if
 * there is none.
 */
static size_t find_difference(const struct reading *a, const struct reading *b, struct words words)
{
    size_t i = 0;
    for (; i < words.count; i++) {
        struct period first, second;
        if (reads(a, words.words[i], &first) && reads(b, words.words[i], &second) &&
            !period_is_equal(first, second))
            break;
    }
    return i;
}

/*
 * Returns the number of different months, counting up to two, and whether all are the same month of
 * a year.
 */
static size_t count_months(const struct reading *reading, struct words words, bool *is_one_of_year)
{
    struct period first = {0}, period;
    size_t months = 0;
    *is_one_of_year = true;
    for (size_t i = 0; i < words.count; i++) {
        if (!reads(reading, words.words[i], &period))
            continue;
        struct buffer a = {0}, b = {0};
        period_format(&b, period);
        if (!months)
            first = period;
        period_format(&a, first);
        if (!months || !period_is_equal(first, period))
            months = months < 2 ? months + 1 : 2;
        *is_one_of_year &= strcmp(a.data + 4, b.data + 4) == 0;
        buffer_release(&a);
        buffer_release(&b);
    }
    return months;
}

/*
 * Days that are all the first or the last of a month mean the month if they have several months of
 * a year.
 */
static struct period_rule decide_days(size_t order, struct words words)
{
    const struct reading *months = reads_all(&first_days[order], words) ? &first_days[order]
                                   : reads_all(&last_days, words)       ? &last_days
                                                                        : NULL;
    bool is_one_of_year;
    if (!months)
        return rule_of(&days[order], words);
    size_t count = count_months(months, words, &is_one_of_year);
    if (count == 1)
        return open_rule("month",
                         order == 2 ? "month-first"
                         : order    ? "day-first"
                                    : "day",
                         words.words[0]);
    return is_one_of_year ? open_rule("month", "year", words.words[0]) : rule_of(months, words);
}

static struct period_rule decide_order(struct words words)
{
    bool day_first = reads_all(&days[1], words), month_first = reads_all(&days[2], words);
    size_t differs = find_difference(&days[1], &days[2], words);
    if (day_first && month_first && differs < words.count)
        return open_rule("day-first", "month-first", words.words[differs]);
    return decide_days(day_first ? 1 : 2, words);
}

struct period_rule period_rule_decide(const struct text *texts, size_t count, bool is_joined)
{
    struct words words = {texts, count};
    if (!count || is_joined)
        return rule_of(&usual, words);
    if (reads_all(&days[0], words))
        return decide_days(0, words);
    if (reads_all(&days[1], words) || reads_all(&days[2], words))
        return decide_order(words);
    size_t as_usual = count_read(&usual, words), as_fiscal = count_read(&fiscal, words);
    size_t differs = find_difference(&usual, &fiscal, words);
    if (as_fiscal == as_usual && differs < count)
        return open_rule("month", "fiscal-year", words.words[differs]);
    const struct reading *best = as_fiscal > as_usual ? &fiscal : &usual;
    for (size_t i = 0; i < ARRAY_LENGTH(days); i++)
        if (count_read(&days[i], words) > count_read(best, words))
            best = &days[i];
    return rule_of(best, words);
}

static bool append_meaning(struct buffer *out, const struct translation *translation,
                           struct text word)
{
    return translation->read(translation, word, NULL, out);
}

void period_rule_tell(const struct period_rule *rule, struct buffer *out)
{
    struct buffer meaning = {0};
    for (size_t i = 0; i < rule->count && !meaning.length; i++)
        append_meaning(&meaning, rule->translations[i], rule->example);
    buffer_printf(out, "%s", rule->name);
    if (meaning.length) {
        buffer_puts(out, ": ");
        problem_quote(out, rule->example);
        buffer_printf(out, " is %s", meaning.data);
    }
    buffer_release(&meaning);
}

void period_rule_refuse(const struct period_rule *rule, struct text column, const char *entry,
                        struct buffer *out)
{
    problem_quote(out, column);
    buffer_puts(out, ": ");
    problem_quote(out, rule->example);
    for (size_t i = 0; i < 2; i++) {
        buffer_puts(out, i ? " and " : " is ");
        append_meaning(out, translation_find(text_of(rule->readings[i])), rule->example);
        buffer_printf(out, " as %s", rule->readings[i]);
    }
    buffer_puts(out, "; nothing in the file tells which; write ");
    for (size_t i = 0; i < 2; i++)
        buffer_printf(out, "%s%s%.*s:%s", i ? " or " : "", entry, (int)column.length, column.data,
                      rule->readings[i]);
}
