/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/period.h"

#include "base/memory.h"
#include "data/value/date.h"

#include <stddef.h>

/* Removes exactly `digits` digits from the front of the text. */
static bool take_number(struct text *text, size_t digits, int *number)
{
    if (text->length < digits)
        return false;
    *number = 0;
    for (size_t i = 0; i < digits; i++) {
        char byte = text->data[i];
        if (byte < '0' || byte > '9')
            return false;
        *number = *number * 10 + (byte - '0');
    }
    text->data += digits;
    text->length -= digits;
    return true;
}

static bool take_byte(struct text *text, char byte)
{
    if (!text->length || text->data[0] != byte)
        return false;
    text->data++;
    text->length--;
    return true;
}

static bool take_year(struct text *text, int *year)
{
    return take_number(text, 4, year) && *year >= 1000;
}

static struct period make(enum period_kind kind, struct date first, struct date last)
{
    return (struct period){kind, date_to_day(first), date_to_day(last)};
}

static struct period make_months(enum period_kind kind, int year, int month, int count)
{
    int last_month = month + count - 1;
    int last_year = year + (last_month - 1) / 12;
    last_month = (last_month - 1) % 12 + 1;
    return make(kind, (struct date){year, month, 1},
                (struct date){last_year, last_month, date_days_in_month(last_year, last_month)});
}

struct period period_fiscal_year(int year)
{
    return make_months(PERIOD_FISCAL_YEAR, year, 4, 12);
}

struct period period_calendar_year(int year)
{
    return make_months(PERIOD_CALENDAR_YEAR, year, 1, 12);
}

/* Parses "2023-24" behind FY; accepts "2023-2024" too. */
static bool parse_fiscal_year(struct text text, struct period *period)
{
    int year, end;
    if (!take_year(&text, &year) || !take_byte(&text, '-'))
        return false;
    if (text.length == 4) {
        if (!take_year(&text, &end) || end != year + 1)
            return false;
    } else if (!take_number(&text, 2, &end) || end != (year + 1) % 100) {
        return false;
    }
    *period = period_fiscal_year(year);
    return text.length == 0;
}

/* Parses the number of a quarter or half year, whose length is `months`. */
static bool parse_part(struct text text, enum period_kind kind, int year, int months,
                       struct period *period)
{
    int number;
    if (!take_number(&text, 1, &number) || number < 1 || number > 12 / months || text.length)
        return false;
    *period = make_months(kind, year, (number - 1) * months + 1, months);
    return true;
}

static bool parse_month_or_day(struct text text, int year, struct period *period)
{
    int month, day;
    if (!take_number(&text, 2, &month) || month < 1 || month > 12)
        return false;
    if (!text.length) {
        *period = make_months(PERIOD_MONTH, year, month, 1);
        return true;
    }
    if (!take_byte(&text, '-') || !take_number(&text, 2, &day) || text.length)
        return false;
    struct date date = {year, month, day};
    *period = make(PERIOD_DAY, date, date);
    return date_is_valid(date);
}

static bool parse_simple(struct text text, struct period *period)
{
    if (text.length > 2 && (text.data[0] | 0x20) == 'f' && (text.data[1] | 0x20) == 'y')
        return parse_fiscal_year((struct text){text.data + 2, text.length - 2}, period);
    int year;
    if (!take_year(&text, &year))
        return false;
    if (!text.length) {
        *period = period_calendar_year(year);
        return true;
    }
    if (take_byte(&text, 'Q') || take_byte(&text, 'q'))
        return parse_part(text, PERIOD_QUARTER, year, 3, period);
    if (take_byte(&text, 'H') || take_byte(&text, 'h'))
        return parse_part(text, PERIOD_HALF_YEAR, year, 6, period);
    return take_byte(&text, '-') && parse_month_or_day(text, year, period);
}

bool period_is_bare_fiscal_year(struct text text, int *year)
{
    if (text.length != 6 || (text.data[0] | 0x20) != 'f' || (text.data[1] | 0x20) != 'y')
        return false;
    text = (struct text){text.data + 2, 4};
    return take_year(&text, year) && *year > 1000 && *year < 9999;
}

static bool parse_span(struct text from, struct text to, struct period *period)
{
    struct period start, end;
    if (!parse_simple(from, &start) || !parse_simple(to, &end) || end.last < start.first)
        return false;
    *period = (struct period){PERIOD_SPAN, start.first, end.last};
    return true;
}

bool period_parse(struct text text, struct period *period)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] == '/')
            return parse_span((struct text){text.data, i},
                              (struct text){text.data + i + 1, text.length - i - 1}, period);
    return parse_simple(text, period);
}

static void format_day(struct buffer *out, struct date date)
{
    buffer_printf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* Whole months are written as months, so that "2022-04/2023-02" keeps its spelling. */
static void format_span(struct buffer *out, struct date first, struct date last)
{
    if (first.day == 1 && last.day == date_days_in_month(last.year, last.month)) {
        buffer_printf(out, "%04d-%02d/%04d-%02d", first.year, first.month, last.year, last.month);
        return;
    }
    format_day(out, first);
    buffer_putc(out, '/');
    format_day(out, last);
}

void period_format(struct buffer *out, struct period period)
{
    struct date first = date_of_day(period.first), last = date_of_day(period.last);
    switch (period.kind) {
    case PERIOD_NONE:
        break;
    case PERIOD_CALENDAR_YEAR:
        buffer_printf(out, "%04d", first.year);
        break;
    case PERIOD_FISCAL_YEAR:
        buffer_printf(out, "FY%04d-%02d", first.year, last.year % 100);
        break;
    case PERIOD_HALF_YEAR:
        buffer_printf(out, "%04dH%d", first.year, first.month < 7 ? 1 : 2);
        break;
    case PERIOD_QUARTER:
        buffer_printf(out, "%04dQ%d", first.year, (first.month + 2) / 3);
        break;
    case PERIOD_MONTH:
        buffer_printf(out, "%04d-%02d", first.year, first.month);
        break;
    case PERIOD_DAY:
        format_day(out, first);
        break;
    case PERIOD_SPAN:
        format_span(out, first, last);
        break;
    }
}

const char *period_string(struct arena *arena, struct period period)
{
    struct buffer text = {0};
    period_format(&text, period);
    const char *string = arena_copy(arena, text.data, text.length);
    buffer_release(&text);
    return string;
}

#define DAYS_OF_COMMON_YEAR 365

bool period_is_part_of_year(struct period period)
{
    return period.last - period.first + 1 < DAYS_OF_COMMON_YEAR;
}

bool period_is_equal(struct period a, struct period b)
{
    return period_compare(a, b) == 0;
}

int period_compare(struct period a, struct period b)
{
    if (a.last != b.last)
        return a.last < b.last ? -1 : 1;
    if (a.first != b.first)
        return a.first < b.first ? -1 : 1;
    return (int)a.kind - (int)b.kind;
}

bool period_contains(struct period outer, struct period inner)
{
    return outer.kind && inner.kind && outer.first <= inner.first && inner.last <= outer.last;
}

bool period_overlaps(struct period a, struct period b)
{
    return a.kind && b.kind && a.first <= b.last && b.first <= a.last;
}

double period_years_between(struct period from, struct period to)
{
    /* The day after the end is the first of a month if the period ends with a month. */
    struct date start = date_of_day(from.last + 1), end = date_of_day(to.last + 1);
    int months = (end.year - start.year) * 12 + end.month - start.month;
    if (start.day == end.day)
        return months / 12.0;
    return (to.last - from.last) / 365.2425;
}

static int months_of(enum period_kind kind)
{
    static const int months[] = {[PERIOD_CALENDAR_YEAR] = 12,
                                 [PERIOD_FISCAL_YEAR] = 12,
                                 [PERIOD_HALF_YEAR] = 6,
                                 [PERIOD_QUARTER] = 3,
                                 [PERIOD_MONTH] = 1,
                                 [PERIOD_DAY] = 0,
                                 [PERIOD_SPAN] = 0};
    return months[kind];
}

static struct period shift(struct period period, int steps)
{
    int months = months_of(period.kind);
    if (!months) {
        int32_t days = (period.last - period.first + 1) * steps;
        return (struct period){period.kind, period.first + days, period.last + days};
    }
    struct date first = date_of_day(period.first);
    int month = first.year * 12 + first.month - 1 + steps * months;
    return make_months(period.kind, month / 12, month % 12 + 1, months);
}

struct period period_previous(struct period period)
{
    return shift(period, -1);
}

struct period period_next(struct period period)
{
    return shift(period, 1);
}
