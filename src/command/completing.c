/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/completing.h"

#include "base/array.h"

struct text completing_word(const struct completing *completing)
{
    size_t start = completing->completion->start;
    return (struct text){completing->line.data + start, completing->line.length - start};
}

bool begins_with_folded(struct text text, struct text beginning)
{
    return text.length >= beginning.length &&
           text_is_equal_folded((struct text){text.data, beginning.length}, beginning);
}

void completing_add(struct completing *completing, char *text, char *remark)
{
    struct completion *completion = completing->completion;
    ARRAY_RESERVE(completion->items, completion->count + 1, completion->capacity);
    completion->items[completion->count++] = (struct candidate){text, remark};
}

void completing_offer(struct completing *completing, const char *text, const char *remark)
{
    if (begins_with_folded(text_of(text), completing_word(completing)))
        completing_add(completing, xstrdup(text), remark ? xstrdup(remark) : NULL);
}
