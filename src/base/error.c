/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stdlib.h>

__attribute__((format(printf, 3, 0))) __attribute__((format(printf, 3, 0))) static void
replace(struct error *error, bool is_misuse, const char *format, va_list arguments)
{
    struct buffer text = {0};
    buffer_vprintf(&text, format, arguments);
    free(error->text);
    error->text = buffer_take(&text);
    error->has_lines = false;
    error->is_misuse = is_misuse;
}

bool error_set(struct error *error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    replace(error, false, format, arguments);
    va_end(arguments);
    return false;
}

bool error_set_misuse(struct error *error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    replace(error, true, format, arguments);
    va_end(arguments);
    return false;
}

void error_release(struct error *error)
{
    free(error->text);
    *error = (struct error){0};
}
