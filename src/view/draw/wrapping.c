/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/wrapping.h"

#include "base/array.h"

#include <stdlib.h>

static struct line *add_row(struct wrapping *wrapping, size_t claim)
{
    ARRAY_RESERVE(wrapping->rows, wrapping->count + 1, wrapping->capacity);
    wrapping->rows[wrapping->count] =
        (struct wrapped_row){.paragraph = wrapping->paragraphs, .claim = claim};
    return &wrapping->rows[wrapping->count++].line;
}

void wrapping_add(struct wrapping *wrapping, const struct line *paragraph, size_t claim, int width,
                  int indent)
{
    size_t at = 0;
    int hanging = indent < width / 2 ? indent : 0;
    if (!paragraph->text.length)
        add_row(wrapping, claim);
    while (at < paragraph->text.length && (!wrapping->most || wrapping->count < wrapping->most)) {
        struct text rest = {paragraph->text.data + at, paragraph->text.length - at};
        struct line *line = add_row(wrapping, claim);
        line_pad(line, at ? hanging : 0);
        int room = width - (at ? hanging : 0);
        size_t next, length = text_wrap(rest, room > 0 ? room : 1, &next);
        line_add_part(line, paragraph, at, at + length);
        at += next;
    }
    wrapping->paragraphs++;
}

void wrapping_clear(struct wrapping *wrapping)
{
    for (size_t i = 0; i < wrapping->count; i++)
        line_release(&wrapping->rows[i].line);
    wrapping->count = 0;
    wrapping->paragraphs = 0;
}

void wrapping_release(struct wrapping *wrapping)
{
    wrapping_clear(wrapping);
    free(wrapping->rows);
    *wrapping = (struct wrapping){0};
}
