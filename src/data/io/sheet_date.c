/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/sheet_date.h"

#include "base/ascii.h"

#include <math.h>
#include <stdlib.h>

#define LAST_SERIAL 2958465 /* 9999-12-31 */
#define SECONDS_A_DAY 86400

enum date_parts sheet_date_builtin(unsigned number)
{
    if (number == 17)
        return DATE_MONTH;
    bool is_date = (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
                   (number >= 50 && number <= 58);
    bool is_time = number >= 18 && number <= 21;
    return is_date && !is_time ? DATE_DAY : DATE_NONE;
}

/* Returns the place behind a text in quotes or brackets, or behind an escaped sign. */
static size_t skip(struct text code, size_t at)
{
    char sign = code.data[at];
    if (sign == '\\' || sign == '_' || sign == '*')
        return at + 2;
    if (sign != '"' && sign != '[')
        return at + 1;
    char close = sign == '"' ? '"' : ']';
    for (at++; at < code.length && code.data[at] != close;)
        at++;
    return at + 1;
}

/* Only the first part, for positive numbers, matters. "General" and "Red" have no such letters. */
enum date_parts sheet_date_format(struct text code)
{
    bool has_year = false, has_month = false, has_day = false, has_digits = false;
    size_t months = 0; /* letters in a row: "mmm" is the name of a month, "mm" may be minutes */
    for (size_t at = 0; at < code.length && code.data[at] != ';'; at = skip(code, at)) {
        char sign = ascii_lower(code.data[at]);
        has_year = has_year || sign == 'y';
        has_month = has_month || sign == 'm';
        months = sign == 'm' ? months + 1 : months < 3 ? 0 : months;
        has_day = has_day || sign == 'd';
        has_digits = has_digits || sign == '0' || sign == '#';
    }
    if (!has_digits && !has_year && !has_day && months > 2)
        return DATE_MONTH;
    if (has_digits || !has_year)
        return has_day && has_month && !has_digits ? DATE_DAY : DATE_NONE;
    return has_day ? DATE_DAY : has_month ? DATE_MONTH : DATE_YEAR;
}

/* The days since 1970 as a date of the Gregorian calendar, by the method of Howard Hinnant. */
static void civil_of(long days, long *year, long *month, long *day)
{
    days += 719468;
    long era = days / 146097, of_era = days - era * 146097;
    long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long shifted = (5 * of_year + 2) / 153;
    *day = of_year - (153 * shifted + 2) / 5 + 1;
    *month = shifted < 10 ? shifted + 3 : shifted - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

/* Day 60 is 29 February 1900, which was none, so earlier days count from one day later. */
static long days_of(double serial, bool is_1904)
{
    long whole = (long)floor(serial);
    if (is_1904)
        return whole - 24107;
    return whole - 25569 + (whole < 60);
}

bool sheet_date_write(struct buffer *out, struct text serial, enum date_parts parts, bool is_1904)
{
    char copy[40], *end;
    long year, month, day;
    if (!serial.length || serial.length >= sizeof copy)
        return false;
    for (size_t i = 0; i <= serial.length; i++)
        copy[i] = i < serial.length ? serial.data[i] : '\0';
    double days = strtod(copy, &end);
    if (*end || !(days >= 1) || days > LAST_SERIAL)
        return false;
    long seconds = lround((days - floor(days)) * SECONDS_A_DAY);
    civil_of(days_of(days, is_1904), &year, &month, &day);
    buffer_printf(out, "%04ld", year);
    if (parts >= DATE_MONTH)
        buffer_printf(out, "-%02ld", month);
    if (parts >= DATE_DAY)
        buffer_printf(out, "-%02ld", day);
    if (parts >= DATE_DAY && seconds > 0 && seconds < SECONDS_A_DAY)
        buffer_printf(out, " %02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return true;
}
