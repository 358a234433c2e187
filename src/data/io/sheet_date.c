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

struct shown {
    bool year, month, name, day, digits, time; /* `name`: a month in letters */
    bool words;                                /* in quotes: "Jan-Mar" yyyy */
};

static bool has_letter(struct text code, size_t at, size_t end)
{
    for (; at < end && at < code.length; at++)
        if (ascii_is_letter(code.data[at]) || (unsigned char)code.data[at] >= 0x80)
            return true;
    return false;
}

/* Only the first part, for positive numbers, matters. "General" and "Red" have no such letters. */
static struct shown read_code(struct text code)
{
    struct shown shown = {.year = false};
    for (size_t at = 0; at < code.length && code.data[at] != ';'; at = skip(code, at)) {
        char sign = ascii_lower(code.data[at]);
        shown.year = shown.year || sign == 'y';
        shown.month = shown.month || sign == 'm';
        shown.name = shown.name || (sign == 'm' && at + 2 < code.length &&
                                    ascii_lower(code.data[at + 1]) == 'm' &&
                                    ascii_lower(code.data[at + 2]) == 'm');
        shown.day = shown.day || sign == 'd';
        shown.digits = shown.digits || sign == '0' || sign == '#';
        shown.time = shown.time || sign == 'h' || sign == 's';
        shown.words = shown.words || (sign == '"' && has_letter(code, at, skip(code, at)));
    }
    return shown;
}

/* Where words say which part of the year it is, only the day tells. */
enum date_parts sheet_date_format(struct text code)
{
    struct shown shown = read_code(code);
    if (shown.digits)
        return DATE_NONE;
    if (!shown.year)
        return shown.day && shown.month    ? DATE_DAY
               : shown.name && !shown.time ? DATE_MONTH
                                           : DATE_NONE;
    if (!shown.day && !shown.month && shown.words)
        return DATE_DAY;
    return shown.day ? DATE_DAY : shown.month ? DATE_MONTH : DATE_YEAR;
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
