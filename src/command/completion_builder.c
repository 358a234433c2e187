/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/completion_builder.h"

#include "base/array.h"

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
