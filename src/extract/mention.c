/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/mention.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/value/date.h"

#include <stdlib.h>
#include <string.h>

#define EARLIEST_YEAR 1900
#define LATEST_YEAR 2099

struct reader {
    const struct news_token *tokens;
    size_t count;
    struct mention_basis basis;
};

static const struct news_token *peek(const struct reader *reader, size_t i)
{
    static const struct news_token none = {.type = TOKEN_SIGN, .word = {"", 0}, .value = ""};
    return i < reader->count ? &reader->tokens[i] : &none;
}

static bool is_year(const struct news_token *token)
{
    return token_is_number_in(token, EARLIEST_YEAR, LATEST_YEAR) && token->word.length == 4;
}

static struct period make_month(int year, int month)
{
    int32_t first = date_to_day((struct date){year, month, 1});
    return (struct period){PERIOD_MONTH, first, first + date_days_in_month(year, month) - 1};
}

static struct period make_quarter(int year, int quarter)
{
    struct period first = make_month(year, quarter * 3 - 2), last = make_month(year, quarter * 3);
    return (struct period){PERIOD_QUARTER, first.first, last.last};
}

static struct period make_day(int year, int month, int day)
{
    struct date date = {year, month, day};
    if (!date_is_valid(date))
        return (struct period){0};
    int32_t number = date_to_day(date);
    return (struct period){PERIOD_DAY, number, number};
}

struct period period_span(struct period first, struct period last)
{
    if (first.kind == PERIOD_NONE || last.kind == PERIOD_NONE || first.first > last.last)
        return (struct period){0};
    return (struct period){PERIOD_SPAN, first.first, last.last};
}

struct period period_year_before(struct period period)
{
    struct date first = date_of_day(period.first), last = date_of_day(period.last);
    bool is_month_end = last.day == date_days_in_month(last.year, last.month);
    if (period.kind == PERIOD_NONE || first.year <= 1000)
        return (struct period){0};
    first.year--;
    last.year--;
    int days = date_days_in_month(last.year, last.month);
    last.day = is_month_end || last.day > days ? days : last.day;
    if (first.day > date_days_in_month(first.year, first.month))
        first.day = date_days_in_month(first.year, first.month);
    return (struct period){period.kind, date_to_day(first), date_to_day(last)};
}

static struct date today(const struct reader *reader)
{
    return date_of_day(reader->basis.date.last);
}

static bool has_date(const struct reader *reader)
{
    return reader->basis.date.kind != PERIOD_NONE;
}

/* Returns the year of a month that the article names without one: the last such month. */
static int year_of_month(const struct reader *reader, int month)
{
    struct date date = today(reader);
    return month > date.month ? date.year - 1 : date.year;
}

static int fiscal_start(struct date date)
{
    return date.month >= 4 ? date.year : date.year - 1;
}

/* Reads "of 2023", "of the current year", "this year" behind a part of a year. */
static bool read_year_behind(const struct reader *reader, size_t *at, int *year, bool *is_fiscal,
                             bool *is_by_date)
{
    size_t i = *at;
    while (i < *at + 3 && (token_is(peek(reader, i), "of") || token_is(peek(reader, i), "in") ||
                           token_is(peek(reader, i), "the") || token_is(peek(reader, i), ",")))
        i++;
    const struct news_token *token = peek(reader, i);
    *is_fiscal = false;
    *is_by_date = true;
    if (token->class == WORD_FISCAL)
        token = peek(reader, ++i);
    if (is_year(token)) {
        *year = (int)token_number(token);
        *is_by_date = false;
        if (token_is(peek(reader, i + 1), "-") &&
            token_number(peek(reader, i + 2)) % 100 == (*year + 1) % 100) {
            *is_fiscal = true;
            i += 2;
        }
    } else if (token->class == WORD_WHEN && has_date(reader)) {
        struct date date = today(reader);
        bool is_current = strcmp(token->value, "current fiscal") == 0;
        bool is_last = strcmp(token->value, "last fiscal") == 0;
        bool is_year_now =
            strcmp(token->value, "this year") == 0 || strcmp(token->value, "current year") == 0;
        *is_fiscal = is_current || is_last || (is_year_now && reader->basis.is_fiscal);
        *year = *is_fiscal ? fiscal_start(date) - is_last : date.year;
        if (strcmp(token->value, "last year") == 0)
            *year = date.year - 1;
        else if (!*is_fiscal && !is_year_now)
            return false;
    } else {
        return false;
    }
    *at = i + 1;
    return true;
}

/* The year that a part of a year without one is in: the last such part that began. */
static int default_year(const struct reader *reader, int first_month)
{
    return has_date(reader) ? year_of_month(reader, first_month) : reader->basis.year;
}

static struct period part_of_year(int year, bool is_fiscal, int first, int last)
{
    int shift = is_fiscal ? 3 : 0;
    int from = first - 1 + shift, to = last - 1 + shift;
    return period_span(make_month(year + from / 12, from % 12 + 1),
                       make_month(year + to / 12, to % 12 + 1));
}

/* "the first four months of 2024", "first half", "second quarter" */
static bool read_part(const struct reader *reader, size_t i, struct mention *mention)
{
    const struct news_token *ordinal = peek(reader, i), *next = peek(reader, i + 1);
    int year = 0, number = ordinal->class == WORD_ORDINAL ? (int)token_number(ordinal) : 0;
    bool is_fiscal, is_half = token_is(next, "half"), is_quarter = token_is(next, "quarter");
    bool is_months = number == 1 && token_number(next) > 0 && token_number(next) <= 12 &&
                     token_is(peek(reader, i + 2), "months");
    int months = is_months ? (int)token_number(next) : 0;
    size_t at = is_months ? i + 3 : i + 2;
    if (!number || number > 4 || (!is_half && !is_quarter && !is_months) || (is_half && number > 2))
        return false;
    if (!read_year_behind(reader, &at, &year, &is_fiscal, &mention->is_by_date)) {
        mention->is_by_date = true;
        year = default_year(reader, is_quarter ? number * 3 - 2 : is_half ? number * 6 - 5 : 1);
    }
    if (!year)
        return false;
    mention->period = is_months   ? part_of_year(year, is_fiscal, 1, months)
                      : is_half   ? part_of_year(year, is_fiscal, number * 6 - 5, number * 6)
                      : is_fiscal ? make_quarter(year + (number == 4), number == 4 ? 1 : number + 1)
                                  : make_quarter(year, number);
    mention->last = at - 1;
    return true;
}

/* "Q1 2024", "H1 FY2024-25" is left alone */
static bool read_short_quarter(const struct reader *reader, size_t i, struct mention *mention)
{
    const struct news_token *token = peek(reader, i);
    int year = 0;
    bool is_fiscal;
    size_t at = i + 1;
    if (token->word.length != 2 || token->type != TOKEN_WORD || token->word.data[0] != 'q' ||
        token->word.data[1] < '1' || token->word.data[1] > '4')
        return false;
    int number = token->word.data[1] - '0';
    if (!read_year_behind(reader, &at, &year, &is_fiscal, &mention->is_by_date)) {
        year = default_year(reader, number * 3 - 2);
        mention->is_by_date = true;
    }
    mention->period = is_fiscal ? make_quarter(year + (number == 4), number == 4 ? 1 : number + 1)
                                : make_quarter(year, number);
    mention->last = at - 1;
    return year > 0;
}

/* "FY2023-24", "fiscal year 2023-24", "FY24", "2023-24", "financial year ended March 2024" */
static bool read_fiscal(const struct reader *reader, size_t i, struct mention *mention)
{
    const struct news_token *token = peek(reader, i);
    size_t at = i;
    bool has_word = token->class == WORD_FISCAL;
    if (has_word)
        token = peek(reader, ++at);
    long year = is_year(token) ? token_number(token) : -1;
    if (token->type == TOKEN_WORD && token->word.length >= 4 && token->word.length <= 6 &&
        memcmp(token->word.data, "fy", 2) == 0) {
        struct text digits = {token->word.data + 2, token->word.length - 2};
        if (ascii_is_all_digits(digits) && digits.length != 3)
            year = strtol(digits.data, NULL, 10) + (digits.length == 2 ? 2000 : 0);
        has_word = true;
    }
    const struct news_token *dash = peek(reader, at + 1), *end = peek(reader, at + 2);
    bool is_pair = year > 0 && (token_is(dash, "-") || token_is(dash, "/")) &&
                   end->type == TOKEN_NUMBER && (end->word.length == 2 || end->word.length == 4) &&
                   token_number(end) % 100 == (year + 1) % 100;
    bool is_ended = has_word && (token_is(token, "ended") || token_is(token, "ending")) &&
                    token_number(dash) == 3 && dash->class == WORD_MONTH && is_year(end);
    mention->last = is_pair || is_ended ? at + 2 : at;
    if (is_ended)
        year = token_number(end) - 1;
    else if (has_word && year > 0 && !is_pair)
        year--; /* named by the year in which it ends */
    if (year <= EARLIEST_YEAR || (!has_word && !is_pair))
        return false;
    mention->period = period_fiscal_year((int)year);
    return true;
}

/* Reads the year behind a month or day; without one, the article's date decides. */
static int read_month_year(const struct reader *reader, size_t *at, int month, bool *is_by_date)
{
    size_t i = *at + token_is(peek(reader, *at), ",");
    i += token_is(peek(reader, i), "of");
    *is_by_date = !is_year(peek(reader, i));
    if (*is_by_date)
        return default_year(reader, month);
    *at = i + 1;
    return (int)token_number(peek(reader, i));
}

/* "April 2024", "April 5, 2024", "January-April 2024", "January to April" */
static bool read_month(const struct reader *reader, size_t i, struct mention *mention)
{
    const struct news_token *token = peek(reader, i);
    size_t at = i + 1;
    int month = (int)token_number(token), day = 0;
    if (token->class != WORD_MONTH)
        return false;
    at += token_is(peek(reader, at), ".");
    const struct news_token *next = peek(reader, at), *end = peek(reader, at + 1);
    bool is_range = (token_is(next, "-") || token_is(next, "to") || token_is(next, "through")) &&
                    end->class == WORD_MONTH;
    if (is_range)
        at += 2;
    else if (token_is_number_in(next, 1, 31) && peek(reader, at + 1)->class != WORD_SCALE)
        day = (int)token_number(peek(reader, at++));
    int last = is_range ? (int)token_number(end) : month;
    int year = read_month_year(reader, &at, last, &mention->is_by_date);
    if (!year)
        return false;
    /* "April-February 2022-23" */
    if (is_range && !mention->is_by_date && token_is(peek(reader, at), "-") &&
        token_number(peek(reader, at + 1)) % 100 == (year + 1) % 100) {
        at += 2;
        year += last < 4;
    }
    int first_year = is_range && month > last ? year - 1 : year;
    mention->period = day ? make_day(year, month, day)
                      : is_range
                          ? period_span(make_month(first_year, month), make_month(year, last))
                          : make_month(year, month);
    mention->last = at - 1;
    return mention->period.kind != PERIOD_NONE;
}

/* "26 February 2019", "26-27 February, 2019" */
static bool read_day(const struct reader *reader, size_t i, struct mention *mention)
{
    size_t at = i + 1;
    if (!token_is_number_in(peek(reader, i), 1, 31) && peek(reader, i)->class != WORD_ORDINAL)
        return false;
    long first = token_number(peek(reader, i)), last = first;
    if (token_is(peek(reader, at), "-") && token_is_number_in(peek(reader, at + 1), 1, 31)) {
        last = token_number(peek(reader, at + 1));
        at += 2;
    }
    at += token_is(peek(reader, at), "of");
    const struct news_token *token = peek(reader, at);
    if (token->class != WORD_MONTH || first < 1 || last > 31)
        return false;
    int month = (int)token_number(token);
    at++;
    int year = read_month_year(reader, &at, month, &mention->is_by_date);
    if (!year)
        return false;
    mention->period = make_day(year, month, (int)first);
    if (last > first && mention->period.kind)
        mention->period = period_span(mention->period, make_day(year, month, (int)last));
    mention->last = at - 1;
    return mention->period.kind != PERIOD_NONE;
}

static bool read_year(const struct reader *reader, size_t i, struct mention *mention)
{
    const struct news_token *next = peek(reader, i + 1);
    bool is_unit = next->class == WORD_SCALE || next->class == WORD_CURRENCY ||
                   next->class == WORD_PERCENT || next->class == WORD_WEIGHT;
    bool is_money = i > 0 && peek(reader, i - 1)->class == WORD_CURRENCY;
    if (!is_year(peek(reader, i)) || is_unit || is_money)
        return false;
    mention->period = period_calendar_year((int)token_number(peek(reader, i)));
    mention->last = i;
    return true;
}

static struct period month_before(struct date date)
{
    return date.month == 1 ? make_month(date.year - 1, 12) : make_month(date.year, date.month - 1);
}

static struct period read_when_period(const char *value, struct date date, bool is_fiscal)
{
    int quarter = (date.month - 1) / 3 + 1;
    struct period day = make_day(date.year, date.month, date.day);
    if (strcmp(value, "yesterday") == 0)
        return (struct period){PERIOD_DAY, day.first - 1, day.last - 1};
    if (strcmp(value, "today") == 0)
        return day;
    if (strcmp(value, "last month") == 0 || strcmp(value, "previous month") == 0)
        return month_before(date);
    if (strcmp(value, "this month") == 0)
        return make_month(date.year, date.month);
    if (strcmp(value, "last year") == 0 || strcmp(value, "previous year") == 0)
        return period_calendar_year(date.year - 1);
    if (strcmp(value, "this year") == 0 || (strcmp(value, "current year") == 0 && !is_fiscal))
        return period_calendar_year(date.year);
    if (strcmp(value, "next year") == 0)
        return period_calendar_year(date.year + 1);
    if (strcmp(value, "current fiscal") == 0 || strcmp(value, "current year") == 0)
        return period_fiscal_year(fiscal_start(date));
    if (strcmp(value, "last fiscal") == 0)
        return period_fiscal_year(fiscal_start(date) - 1);
    if (strcmp(value, "last quarter") == 0)
        return quarter == 1 ? make_quarter(date.year - 1, 4) : make_quarter(date.year, quarter - 1);
    if (strcmp(value, "this quarter") == 0)
        return make_quarter(date.year, quarter);
    if (strcmp(value, "this year to date") == 0 && date.month > 1)
        return period_span(make_month(date.year, 1), month_before(date));
    return (struct period){0};
}

static bool read_when(const struct reader *reader, size_t i, struct mention *mention)
{
    const struct news_token *token = peek(reader, i);
    mention->last = i;
    mention->is_by_date = true;
    if (token->class == WORD_WEEKDAY) {
        int32_t day = reader->basis.date.last; /* 1970-01-01 was a Thursday */
        int32_t weekday = (day % 7 + 7 + 3) % 7, wanted = (int32_t)token_number(token);
        day -= (weekday - wanted + 7) % 7;
        mention->role = MENTION_DAY;
        mention->period = (struct period){PERIOD_DAY, day, day};
        return has_date(reader);
    }
    if (token->class != WORD_WHEN)
        return false;
    if (strcmp(token->value, "base year") == 0 || strcmp(token->value, "base before") == 0) {
        mention->role =
            strcmp(token->value, "base year") == 0 ? MENTION_BASE_YEAR : MENTION_BASE_BEFORE;
        return true;
    }
    if (!has_date(reader))
        return true; /* it is not known which */
    mention->is_relative = strncmp(token->value, "previous", strlen("previous")) == 0;
    mention->period = read_when_period(token->value, today(reader), reader->basis.is_fiscal);
    if (mention->period.kind == PERIOD_DAY)
        mention->role = MENTION_DAY;
    return mention->period.kind != PERIOD_NONE;
}

/* "the highest since records began in 1947" */
static bool is_since(const struct reader *reader, size_t first)
{
    for (size_t i = first, steps = 0; i-- > 0 && steps < 6; steps++) {
        if (token_is(peek(reader, i), "since"))
            return true;
        if (token_is_break(peek(reader, i)))
            break;
    }
    return false;
}

/* "compared with 2021" names a base; "by 2030" a deadline. */
static void find_role(const struct reader *reader, struct mention *mention)
{
    static const char *const bases[] = {"from",
                                        "compared with",
                                        "compared to",
                                        "compared",
                                        "than",
                                        "against",
                                        "versus",
                                        "over",
                                        "as compared to",
                                        "as against",
                                        "in comparison with",
                                        "from the year of",
                                        "from the end of"};
    static const char *const passed[] = {"the", "in", "during", "that", "of", "same", "period"};
    if (mention->role != MENTION_OF)
        return;
    if (is_since(reader, mention->first)) {
        mention->role = MENTION_SINCE;
        return;
    }
    for (size_t i = mention->first, steps = 0; i-- > 0 && steps < 4; steps++) {
        const struct news_token *token = peek(reader, i);
        bool is_passed = false;
        for (size_t k = 0; k < ARRAY_LENGTH(passed); k++)
            is_passed |= token_is(token, passed[k]);
        bool is_range =
            token_is(token, "from") && (mention->period.kind == PERIOD_SPAN ||
                                        token_is(peek(reader, mention->last + 1), "to"));
        for (size_t k = 0; k < ARRAY_LENGTH(bases); k++)
            if (token_is(token, bases[k]) && !is_range && mention->period.kind != PERIOD_DAY)
                mention->role = MENTION_BASE;
        if (token_is(token, "by"))
            mention->is_deadline = true;
        if (!is_passed || mention->role != MENTION_OF)
            break;
    }
    const struct news_token *word = peek(reader, mention->first);
    if (word->class == WORD_WHEN && mention->role == MENTION_BASE &&
        (strcmp(word->value, "previous year") == 0 || strcmp(word->value, "last year") == 0))
        mention->role = MENTION_BASE_YEAR;
    if (word->class == WORD_WHEN && mention->role == MENTION_BASE &&
        strcmp(word->value, "previous month") == 0)
        mention->role = MENTION_BASE_BEFORE;
}

void mention_list_add(struct mention_list *list, struct mention_basis basis,
                      const struct news_token *tokens, size_t count)
{
    static bool (*const forms[])(const struct reader *, size_t, struct mention *) = {
        read_part, read_short_quarter, read_fiscal, read_month, read_day, read_year, read_when};
    const struct reader reader = {tokens, count, basis};
    for (size_t i = 0; i < count;) {
        struct mention mention;
        bool is_found = false;
        for (size_t k = 0; k < ARRAY_LENGTH(forms) && !is_found; k++) {
            mention = (struct mention){.first = i};
            is_found = forms[k](&reader, i, &mention);
        }
        if (!is_found) {
            i++;
            continue;
        }
        find_role(&reader, &mention);
        ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
        list->items[list->count++] = mention;
        i = mention.last + 1;
    }
}

void mention_list_release(struct mention_list *list)
{
    free(list->items);
    *list = (struct mention_list){0};
}
