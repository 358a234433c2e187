/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/term_at_cursor.h"

#include <string.h>

static bool is_operator(char byte)
{
    return memchr(":=!<>~", byte, 6) != NULL;
}

/* Returns the position behind the last blank or bracket that is not quoted. */
static size_t start_of_word(struct text line, size_t from)
{
    size_t start = from;
    bool is_quoted = false;
    for (size_t i = from; i < line.length; i++) {
        if (line.data[i] == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && memchr(" ()", line.data[i], 3))
            start = i + 1;
    }
    return start;
}

struct term_at_cursor term_at_cursor_at(struct text line, size_t from)
{
    struct term_at_cursor word = {.start = start_of_word(line, from)};
    size_t at = word.start;
    if (at < line.length && (line.data[at] == '-' || line.data[at] == '!'))
        word.start = ++at;
    while (at < line.length && !is_operator(line.data[at]) && line.data[at] != '"')
        at++;
    word.name = (struct text){line.data + word.start, at - word.start};
    word.has_operator = at < line.length && is_operator(line.data[at]);
    while (at < line.length && is_operator(line.data[at]))
        at++;
    word.value_start = at;
    for (; word.has_operator && at < line.length; at++)
        if (line.data[at] == ',')
            word.value_start = at + 1;
    return word;
}
