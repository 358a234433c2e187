/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/csv/csv_marks.h"

#include <string.h>

struct csv_marks csv_marks_of_rest(const char *bytes, size_t left, char separator)
{
    char last[CSV_BLOCK] = {0};
    if (left)
        memcpy(last, bytes, left);
    return csv_marks_portable(last, separator);
}
