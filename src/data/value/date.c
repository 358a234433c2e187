/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates are computed in 400-year eras that begin on 1 March, so that the leap day is the last of a
 * year.
 */
#include "config.h"

#include "data/value/date.h"

#define DAYS_IN_ERA 146097
#define EPOCH_DAY 719468 /* 1970-01-01, counted from 0000-03-01 */

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_is_valid(struct date date)
{
    return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= date_days_in_month(date.year, date.month);
}

int32_t date_to_day(struct date date)
{
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int month_from_march = (date.month + 9) % 12;
    int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_IN_ERA + day_of_era - EPOCH_DAY;
}

struct date date_of_day(int32_t day)
{
    int shifted = day + EPOCH_DAY;
    int era = (shifted >= 0 ? shifted : shifted - (DAYS_IN_ERA - 1)) / DAYS_IN_ERA;
    int day_of_era = shifted - era * DAYS_IN_ERA;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (struct date){.year = year_of_era + era * 400 + (month <= 2),
                         .month = month,
                         .day = day_of_year - (153 * month_from_march + 2) / 5 + 1};
}
