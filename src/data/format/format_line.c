/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/format_line.h"

#include "base/array.h"
#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

static size_t find_end(struct text text, size_t start, bool is_quoted)
{
    size_t end = start;
    while (end < text.length &&
           (is_quoted ? text.data[end] != '"' : !ascii_is_blank(text.data[end])))
        end++;
    return end;
}

static void add_word(struct format_line *line, struct text text, bool is_quoted)
{
    ARRAY_RESERVE(line->words, line->count + 1, line->capacity);
    line->words[line->count++] = (struct format_word){text, is_quoted};
}

bool format_line_split(struct format_line *line, struct text text, struct buffer *reason)
{
    line->text = text_trim(text);
    line->count = line->at = 0;
    line->is_indented = text.length && ascii_is_blank(text.data[0]);
    if (memchr(text.data, '\0', text.length)) {
        buffer_puts(reason, "the line has a NUL byte, which no text has; write the word again");
        return false;
    }
    for (size_t i = 0; i < text.length;) {
        if (ascii_is_blank(text.data[i])) {
            i++;
            continue;
        }
        bool is_quoted = text.data[i] == '"';
        size_t start = i + is_quoted, end = find_end(text, start, is_quoted);
        if (is_quoted && end == text.length) {
            buffer_puts(reason, "a quote is not closed; write \" behind the word");
            return false;
        }
        struct text word = {text.data + start, end - start};
        if (!is_quoted && text_is(word, "#"))
            break;
        add_word(line, word, is_quoted);
        i = end + is_quoted;
    }
    return true;
}

void format_line_release(struct format_line *line)
{
    free(line->words);
    *line = (struct format_line){0};
}

static bool is_sign(const struct format_word *word)
{
    return !word->is_quoted && word->text.length == 1 && strchr("|+=", word->text.data[0]);
}

bool format_line_take(struct format_line *line, struct text *word)
{
    if (line->at == line->count || is_sign(&line->words[line->at]))
        return false;
    *word = line->words[line->at++].text;
    return true;
}

bool format_line_pass(struct format_line *line, const char *keyword)
{
    if (line->at == line->count || line->words[line->at].is_quoted ||
        !text_is(line->words[line->at].text, keyword))
        return false;
    line->at++;
    return true;
}

bool format_line_is_at_end(const struct format_line *line)
{
    return line->at == line->count;
}

struct text format_line_rest(struct format_line *line)
{
    const char *end = line->text.data + line->text.length;
    if (line->at == line->count)
        return (struct text){end, 0};
    const struct format_word *first = &line->words[line->at];
    const char *start = first->text.data - first->is_quoted;
    line->at = line->count;
    return (struct text){start, (size_t)(end - start)};
}
