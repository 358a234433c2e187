/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/complaint.h"

#include "base/buffer.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void write_line(struct text line)
{
    struct buffer visible = {0};
    text_make_visible(&visible, line, true);
    buffer_putc(&visible, '\n');
    fwrite(visible.data, 1, visible.length, stderr);
    buffer_release(&visible);
}

void complain(const char *format, ...)
{
    struct buffer text = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&text, format, arguments);
    va_end(arguments);
    write_line(buffer_text(&text));
    buffer_release(&text);
}

void complain_lines(const char *text)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        write_line((struct text){text, length});
        text += length + (text[length] == '\n');
    }
}

/* An error with a caret below it starts on a line of its own. */
void complain_of(const struct error *error)
{
    if (!error->has_lines) {
        complain("tradescope: %s", error->text);
        return;
    }
    complain("tradescope:");
    complain_lines(error->text);
}
