/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis_check.h"

void check_shown_at(const struct derivation *derivation, const char *expected, const char *file,
                    int line)
{
    struct buffer out = {0};
    if (derivation)
        derivation_format(&out, derivation);
    else
        buffer_puts(&out, "NULL");
    _assert_string_equal(out.data, expected, file, line);
    buffer_release(&out);
}
