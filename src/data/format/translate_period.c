/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Periods in the notations of statistical offices. A translation has a name and some patterns, each
 * with the kind of period that it gives. The result is in the notation of period_parse().
 *
 *     %Y year    %y year of two digits    %E %e year in which a fiscal year ends
 *     %M month of two digits    %m month of one or two    %N name of a month
 *     %d day     %D day of two digits    %q quarter     a blank matches one or more
 */
#include "config.h"

#include "data/format/translate.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/value/word_pattern.h"
#include "data/value/period.h"

#include <string.h>

#define CENTURY_BREAK 70 /* 69 is 2069, 70 is 1970 */

struct parts {
    int year, end, month, day, quarter;
};

enum made { YEAR, FISCAL_YEAR, QUARTER, MONTH, DAY, THROUGH, END_OF_MONTH };

struct period_pattern {
    const char *translation;
    const char *pattern;
    enum made made;
};

static const struct period_pattern patterns[] = {
    {"year", "%Y", YEAR},
    {"year", "%Y.0", YEAR},
    {"year", "%Y [YR%Y]", YEAR},
    {"year", "X%Y", YEAR},
    {"year", "Y%Y", YEAR},
    {"year", "YR%Y", YEAR},
    {"year", "%Y-01-01", YEAR},
    {"year", "%Y-12-31", YEAR},
    {"year", "%Y0101", YEAR},
    {"year", "%Y1231", YEAR},
    {"year", "01/01/%Y", YEAR},
    {"year", "1/1/%Y", YEAR},
    {"year", "31/12/%Y", YEAR},
    {"year", "12/31/%Y", YEAR},
    {"yyyymm", "%Y%M", MONTH},
    {"yyyymm", "%Y%M.0", MONTH},
    {"yyyy52", "%Y52", YEAR},
    {"yyyy52", "%Y-52", YEAR},
    {"yyyy52", "%Y.0-52", YEAR},
    {"yyyy52", "%Y.0-52.0", YEAR},
    {"quarter", "%YQ%q", QUARTER},
    {"quarter", "%Y-Q%q", QUARTER},
    {"quarter", "%YQ%q [YR%YQ%q]", QUARTER},
    {"quarter", "%Y Q%q", QUARTER},
    {"month", "%Y-%m", MONTH},
    {"month", "%Y.0-%m", MONTH},
    {"month", "%Y.0-%m.0", MONTH},
    {"month", "%YM%m", MONTH},
    {"month", "%Y/%m", MONTH},
    {"month", "%YM%m [YR%YM%m]", MONTH},
    {"month", "%Y%M", MONTH},
    {"month", "%Y-%M-01", MONTH},
    {"month", "%Y%M01", MONTH},
    {"month", "%m/1/%Y", MONTH},
    {"month", "%m/01/%Y", MONTH},
    {"month", "1/%m/%Y", MONTH},
    {"month", "01/%m/%Y", MONTH},
    {"month", "%Y-%M-%D", END_OF_MONTH},
    {"month", "%Y%M%D", END_OF_MONTH},
    {"month", "%d/%m/%Y", END_OF_MONTH},
    {"month", "%m/%d/%Y", END_OF_MONTH},
    {"end-of-month", "%Y-%M-%D", END_OF_MONTH},
    {"end-of-month", "%Y%M%D", END_OF_MONTH},
    {"end-of-month", "%d/%m/%Y", END_OF_MONTH},
    {"end-of-month", "%d.%m.%Y", END_OF_MONTH},
    {"end-of-month", "%m/%d/%Y", END_OF_MONTH},
    {"first-of-month-iso", "%Y-%M-01", MONTH},
    {"first-of-month-iso", "%Y%M01", MONTH},
    {"first-of-month-iso", "%Y/%M/01", MONTH},
    {"first-of-month-day-first", "1/%m/%Y", MONTH},
    {"first-of-month-day-first", "01/%m/%Y", MONTH},
    {"first-of-month-day-first", "01.%m.%Y", MONTH},
    {"first-of-month-day-first", "1.%m.%Y", MONTH},
    {"first-of-month-day-first", "01-%m-%Y", MONTH},
    {"first-of-month-month-first", "%m/1/%Y", MONTH},
    {"first-of-month-month-first", "%m/01/%Y", MONTH},
    {"day", "%Y-%M-%D", DAY},
    {"day", "%Y%M%D", DAY},
    {"day", "%Y/%M/%D", DAY},
    {"day-first", "%d/%m/%Y", DAY},
    {"day-first", "%d-%m-%Y", DAY},
    {"day-first", "%d.%m.%Y", DAY},
    {"month-first", "%m/%d/%Y", DAY},
    {"month-name", "%N-%y", MONTH},
    {"month-name", "%N-%Y", MONTH},
    {"month-name", "%N %Y", MONTH},
    {"month-name", "%N, %Y", MONTH},
    {"month-name", "%N , %Y", MONTH},
    {"month-name", "%Y %N", MONTH},
    {"month-name", "%Y%N", MONTH},
    {"month-name", "%N%Y", MONTH},
    {"month-name", "%Y-%N", MONTH},
    {"month-name", "%Y.0-%N", MONTH},
    {"first-of-month", "%Y-%M-01", MONTH},
    {"first-of-month", "%m/1/%Y", MONTH},
    {"first-of-month", "%m/01/%Y", MONTH},
    {"first-of-month", "1/%m/%Y", MONTH},
    {"first-of-month", "01/%m/%Y", MONTH},
    {"fiscal-year", "%Y-%e", FISCAL_YEAR},
    {"fiscal-year", "%Y-%E", FISCAL_YEAR},
    {"fiscal-year", "%Y%e", FISCAL_YEAR},
    {"fiscal-year", "%Y_%e", FISCAL_YEAR},
    {"fiscal-year", "%Y_%E", FISCAL_YEAR},
    {"fiscal-year", "%Y/%e", FISCAL_YEAR},
    {"fiscal-year", "FY%Y-%e", FISCAL_YEAR},
    {"fiscal-year", "FY%Y-%E", FISCAL_YEAR},
    {"fiscal-year", "FY %Y-%e", FISCAL_YEAR},
    {"fiscal-year", "FY %Y-%E", FISCAL_YEAR},
    {"fiscal-year", "FY%Y_%e", FISCAL_YEAR},
    {"fiscal-year", "FY%Y_%E", FISCAL_YEAR},
    {"fiscal-year", "FY%Y/%e", FISCAL_YEAR},
    {"fiscal-year", "%Y/%E", FISCAL_YEAR},
    {"fiscal-year", "%Y\xE2\x80\x93%e", FISCAL_YEAR},
    {"fiscal-year", "%Y\xE2\x80\x93%E", FISCAL_YEAR},
    {"fiscal-year", "%Y-%e (Apr-Mar)", FISCAL_YEAR},
    {"through", "%Y through %N", THROUGH},
    {"year-and-part", "%Y-A", YEAR},
    {"year-and-part", "%Y.0-A", YEAR},
    {"year-and-part", "%Y-A1", YEAR},
    {"year-and-part", "%Y-Annual", YEAR},
    {"year-and-part", "%Y-M%m", MONTH},
    {"year-and-part", "%Y-Q%q", QUARTER},
    {"year-and-part", "%Y-%m", MONTH},
    {"year-and-part", "%Y-%m. %*", MONTH},
    {"year-and-part", "%Y-%N", MONTH},
    {"day-month-year", "%d/%m/%Y", DAY},
    {"day-month-year", "%d-%m-%Y", DAY},
    {"day-month-year", "%d.%m.%Y", DAY},
    {"month-day-year", "%m/%d/%Y", DAY},
};

static const char *const month_names[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};

static bool take_digits(struct text *word, size_t least, size_t most, int *number)
{
    size_t count = 0;
    *number = 0;
    while (count < most && count < word->length && word->data[count] >= '0' &&
           word->data[count] <= '9')
        *number = *number * 10 + (word->data[count++] - '0');
    if (count < least)
        return false;
    *word = (struct text){word->data + count, word->length - count};
    return true;
}

/* Accepts "Jan", "Sept" and "September"; three letters distinguish all months. */
static bool take_month_name(struct text *word, int *month)
{
    size_t length = 0;
    while (length < word->length && ((word->data[length] | 0x20) >= 'a') &&
           ((word->data[length] | 0x20) <= 'z'))
        length++;
    for (size_t i = 0; i < ARRAY_LENGTH(month_names) && length >= 3; i++) {
        struct text name = text_of(month_names[i]);
        if (length > name.length)
            continue;
        name.length = length;
        if (text_is_equal_folded((struct text){word->data, length}, name)) {
            *month = (int)i + 1;
            *word = (struct text){word->data + length, word->length - length};
            return true;
        }
    }
    return false;
}

static bool take_short_year(struct text *word, int *year)
{
    if (!take_digits(word, 2, 2, year))
        return false;
    *year += *year < CENTURY_BREAK ? 2000 : 1900;
    return true;
}

static bool take_part(char sign, struct text *word, struct parts *parts)
{
    switch (sign) {
    case 'Y':
        return take_digits(word, 4, 4, &parts->year) && parts->year >= 1000;
    case 'y':
        return take_short_year(word, &parts->year);
    case 'E':
        return take_digits(word, 4, 4, &parts->end) && parts->end == parts->year + 1;
    case 'e':
        return take_digits(word, 2, 2, &parts->end) && parts->end == (parts->year + 1) % 100;
    case 'M':
        return take_digits(word, 2, 2, &parts->month);
    case 'm':
        return take_digits(word, 1, 2, &parts->month);
    case 'N':
        return take_month_name(word, &parts->month);
    case '*':
        *word = (struct text){word->data + word->length, 0};
        return true;
    case 'D':
        return take_digits(word, 2, 2, &parts->day);
    case 'd':
        return take_digits(word, 1, 2, &parts->day);
    default:
        return take_digits(word, 1, 2, &parts->quarter);
    }
}

static bool take_character(char sign, struct text *word)
{
    if (!word->length || (word->data[0] != sign && (word->data[0] | 0x20) != (sign | 0x20)))
        return false;
    size_t length = 1;
    while (sign == ' ' && length < word->length && word->data[length] == ' ')
        length++;
    *word = (struct text){word->data + length, word->length - length};
    return true;
}

static bool fits(const char *pattern, struct text word, struct parts *parts)
{
    *parts = (struct parts){.month = 1};
    for (; *pattern; pattern++) {
        bool is_part = *pattern == '%';
        if (is_part ? !take_part(*++pattern, &word, parts) : !take_character(*pattern, &word))
            return false;
    }
    return word.length == 0;
}

static void write_parts(struct buffer *out, enum made made, const struct parts *parts)
{
    switch (made) {
    case YEAR:
        buffer_printf(out, "%04d", parts->year);
        return;
    case FISCAL_YEAR:
        buffer_printf(out, "FY%04d-%02d", parts->year, (parts->year + 1) % 100);
        return;
    case QUARTER:
        buffer_printf(out, "%04dQ%d", parts->year, parts->quarter);
        return;
    case MONTH:
    case END_OF_MONTH:
        buffer_printf(out, "%04d-%02d", parts->year, parts->month);
        return;
    case DAY:
        buffer_printf(out, "%04d-%02d-%02d", parts->year, parts->month, parts->day);
        return;
    case THROUGH:
        buffer_printf(out, "%04d-01/%04d-%02d", parts->year, parts->year, parts->month);
        return;
    }
}

static bool is_last_day(const struct parts *parts, struct period month)
{
    struct buffer day = {0};
    struct period period;
    write_parts(&day, DAY, parts);
    bool is_it = period_parse(buffer_text(&day), &period) && period.last == month.last;
    buffer_release(&day);
    return is_it;
}

/*
 * Removes the time of midnight behind a day, which some programs write for a date without a time.
 */
static struct text without_midnight(struct text word)
{
    static const char *const midnights[] = {
        "T00:00:00.000Z", "T00:00:00Z", "T00:00:00.000", "T00:00:00", " 00:00:00.000",  " 00:00:00",
        "T00:00Z",        "T00:00",     " 00:00",        " 0:00",     "T00:00:00+00:00"};
    for (size_t i = 0; i < ARRAY_LENGTH(midnights); i++) {
        size_t length = strlen(midnights[i]);
        if (word.length > length &&
            memcmp(word.data + word.length - length, midnights[i], length) == 0)
            return (struct text){word.data, word.length - length};
    }
    return word;
}

/* A month 13 or a 31 April matches a pattern without being a valid period. */
static bool read_period(const struct translation *self, struct text word,
                        const struct country_list *countries, struct buffer *out)
{
    (void)countries;
    size_t start = out->length;
    word = without_midnight(word);
    for (size_t i = 0; i < ARRAY_LENGTH(patterns); i++) {
        struct parts parts;
        struct period period;
        if (strcmp(patterns[i].translation, self->name) != 0 ||
            !fits(patterns[i].pattern, word, &parts))
            continue;
        write_parts(out, patterns[i].made, &parts);
        struct text made = {out->data + start, out->length - start};
        if (period_parse(made, &period) &&
            (patterns[i].made != END_OF_MONTH || is_last_day(&parts, period)))
            return true;
        buffer_truncate(out, start);
    }
    return false;
}

static bool read_own_period(const struct translation *self, struct text word,
                            const struct country_list *countries, struct buffer *out)
{
    (void)self, (void)countries;
    struct period period;
    if (!period_parse(word, &period))
        return false;
    buffer_append_text(out, word);
    return true;
}

/* Texts that hold a year and name no value: "Share in 2012 (%)". */
static bool is_no_value(struct text word)
{
    static const char *const others[] = {"*quilograma*", "*quantidade*", "*estat*", "*(kg)*",
                                         "*tonne*",      "*frete*",      "*seguro*"};
    for (size_t i = 0; i < no_flow_pattern_count; i++)
        if (word_pattern_fits(text_of(no_flow_patterns[i]), word))
            return true;
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++)
        if (word_pattern_fits(text_of(others[i]), word))
            return true;
    return false;
}

/* The one number of a text, if it is a year: "Exported value in 2012". */
static bool read_year_in_name(const struct translation *self, struct text word,
                              const struct country_list *countries, struct buffer *out)
{
    (void)self, (void)countries;
    struct text year = {NULL, 0};
    if (is_no_value(word))
        return false;
    for (size_t i = 0; i < word.length;) {
        size_t digits = ascii_count_digits(word, i);
        if (digits && year.length)
            return false;
        if (digits)
            year = (struct text){word.data + i, digits};
        i += digits ? digits : 1;
    }
    if (year.length != 4 || (memcmp(year.data, "19", 2) != 0 && memcmp(year.data, "20", 2) != 0))
        return false;
    buffer_append_text(out, year);
    return true;
}

const struct translation period_translations[] = {
    {"year-in-name", FIELD_PERIOD, "Exported value in 2019", read_year_in_name, COUNTRY_ANY},
    {"year-and-part", FIELD_PERIOD, "2019-A, 2019-M01", read_period, COUNTRY_ANY},
    {"year", FIELD_PERIOD, "2019", read_period, COUNTRY_ANY},
    {"yyyymm", FIELD_PERIOD, "201901", read_period, COUNTRY_ANY},
    {"yyyy52", FIELD_PERIOD, "201952", read_period, COUNTRY_ANY},
    {"quarter", FIELD_PERIOD, "2019Q1, 2005Q01", read_period, COUNTRY_ANY},
    {"month", FIELD_PERIOD, "2019-1, 2019M01", read_period, COUNTRY_ANY},
    {"month-name", FIELD_PERIOD, "Jan-19, January 2019", read_period, COUNTRY_ANY},
    {"first-of-month", FIELD_PERIOD, "2019-01-01, 1/1/2019", read_period, COUNTRY_ANY},
    {"fiscal-year", FIELD_PERIOD, "2019-20, 2019_2020, 201920", read_period, COUNTRY_ANY},
    {"through", FIELD_PERIOD, "2019 through October", read_period, COUNTRY_ANY},
    {"end-of-month", FIELD_PERIOD, "2019-01-31, 31/1/2019", read_period, COUNTRY_ANY},
    {"first-of-month-iso", FIELD_PERIOD, "2019-02-01, 20190201", read_period, COUNTRY_ANY},
    {"first-of-month-day-first", FIELD_PERIOD, "1/2/2019", read_period, COUNTRY_ANY},
    {"first-of-month-month-first", FIELD_PERIOD, "2/1/2019", read_period, COUNTRY_ANY},
    {"day", FIELD_PERIOD, "2019-01-31, 20190131", read_period, COUNTRY_ANY},
    {"day-first", FIELD_PERIOD, "31/1/2019", read_period, COUNTRY_ANY},
    {"month-first", FIELD_PERIOD, "1/31/2019", read_period, COUNTRY_ANY},
    {"day-month-year", FIELD_PERIOD, "31/1/2019", read_period, COUNTRY_ANY},
    {"month-day-year", FIELD_PERIOD, "1/31/2019", read_period, COUNTRY_ANY},
    {"period", FIELD_PERIOD, "2019, FY2019-20, 2019-01", read_own_period, COUNTRY_ANY},
};
const size_t period_translation_count = ARRAY_LENGTH(period_translations);
