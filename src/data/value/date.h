/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the proleptic Gregorian calendar; day 0 is 1970-01-01. */
#ifndef TRADESCOPE_DATA_VALUE_DATE_H
#define TRADESCOPE_DATA_VALUE_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct date {
    int year, month, day; /* month and day count from 1 */
};

bool date_is_valid(struct date date);
int32_t date_to_day(struct date date);
struct date date_of_day(int32_t day);
int date_days_in_month(int year, int month);

#endif
