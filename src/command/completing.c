/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/completing.h"

#include "base/array.h"

struct text completing_word(const struct completing *completing)
{
    size_t start = completing->completion->start;
    return (struct text){completing->line.data + start, completing->line.length - start};
}

void completing_add(struct completing *completing, char *text, char *remark)
{
    struct completion *completion = completing->completion;
    ARRAY_RESERVE(completion->items, completion->count + 1, completion->capacity);
    completion->items[completion->count++] = (struct candidate){text, remark};
}

void completing_offer(struct completing *completing, const char *text, const char *remark)
{
    if (text_begins_folded(text_of(text), completing_word(completing)))
        completing_add(completing, xstrdup(text), remark ? xstrdup(remark) : NULL);
}

const char *completing_column_remark(const struct dataset *dataset, size_t column)
{
    enum field field = dataset_field_of(dataset, column);
    return field < FIELD_COUNT ? field_table[field].content : "column of the file";
}
