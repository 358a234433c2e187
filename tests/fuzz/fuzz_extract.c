/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as an article: every row that --extract proposes has a quote inside the article, a
 * number and a unit that a claims file accepts, and the same article gives the same rows.
 */
#include "config.h"

#include "data/value/unit.h"
#include "extract/extraction.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_row(const struct suggested_row *row, struct text article)
{
    struct buffer period = {0};
    struct period again;
    require(row->start < row->end && row->end <= article.length);
    require(row->kind == KIND_EVENT || (*row->value && *row->unit && row->flow));
    require(row->kind != KIND_EVENT || row->date.kind != PERIOD_NONE);
    if (row->period.kind) {
        period_format(&period, row->period);
        require(period_parse(buffer_text(&period), &again) && period_is_equal(again, row->period));
    }
    buffer_release(&period);
}

static void check_same(const struct extraction *a, const struct extraction *b)
{
    require(a->proposals.count == b->proposals.count);
    for (size_t i = 0; i < a->proposals.count; i++)
        require(strcmp(a->proposals.items[i].value, b->proposals.items[i].value) == 0 &&
                strcmp(a->proposals.items[i].note, b->proposals.items[i].note) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct news_words *words;
    struct text article = {size ? (const char *)data : "", size};
    struct story story, other;
    struct extraction extraction, again;
    if (!words)
        words = news_words_new(NULL);
    story_make(&story, words, article, (struct period){0});
    story_make(&other, words, article, (struct period){0});
    extraction_make(&extraction, &story);
    extraction_make(&again, &other);
    for (size_t i = 0; i < extraction.proposals.count; i++)
        check_row(&extraction.proposals.items[i], article);
    check_same(&extraction, &again);
    extraction_release(&extraction);
    extraction_release(&again);
    story_release(&story);
    story_release(&other);
    return 0;
}
