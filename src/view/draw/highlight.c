/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/highlight.h"

void highlight_matches(const struct search *search, struct line *line)
{
    struct match match;
    size_t from = 0;
    while (search->pattern &&
           pattern_find(search->pattern, buffer_text(&line->text), from, &match)) {
        line_mark(line, ROLE_MATCH, match.start, match.end);
        from = match.end;
    }
}
