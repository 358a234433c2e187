/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/completion_builder.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

void completion_release(struct completion *completion)
{
    for (size_t i = 0; i < completion->count; i++) {
        free(completion->items[i].text);
        free(completion->items[i].remark);
    }
    free(completion->items);
    *completion = (struct completion){0};
}

struct text completion_builder_word(const struct completion_builder *builder)
{
    size_t start = builder->completion->start;
    return (struct text){builder->line.data + start, builder->line.length - start};
}

void completion_builder_add(struct completion_builder *builder, char *text, char *remark)
{
    struct completion *completion = builder->completion;
    ARRAY_RESERVE(completion->items, completion->count + 1, completion->capacity);
    completion->items[completion->count++] = (struct candidate){text, remark};
}

void completion_builder_offer(struct completion_builder *builder, const char *text,
                              const char *remark)
{
    if (text_begins_folded(text_of(text), completion_builder_word(builder)))
        completion_builder_add(builder, xstrdup(text), remark ? xstrdup(remark) : NULL);
}

const char *completion_builder_column_remark(const struct dataset *dataset, size_t column)
{
    enum field field = dataset_field_of(dataset, column);
    return field < FIELD_COUNT ? field_table[field].content : "column of the file";
}

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
