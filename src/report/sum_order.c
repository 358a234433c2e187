/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of sums: words are ranked once, and lines compared by rank. */
#include "config.h"

#include "report/sum_lines.h"

#include <stdlib.h>

struct word {
    struct text text, folded;
    struct period period; /* of no kind if it is not a period, or the column has texts */
    uint32_t code;
};

/* Periods by their last day, then texts alphabetically, missing values last. */
static int compare_words(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    if (!a->text.length || !b->text.length)
        return !a->text.length - !b->text.length;
    if (a->period.kind && b->period.kind && a->period.last != b->period.last)
        return a->period.last < b->period.last ? -1 : 1;
    if (a->period.kind && b->period.kind && a->period.first != b->period.first)
        return a->period.first < b->period.first ? -1 : 1;
    if (!a->period.kind != !b->period.kind)
        return a->period.kind ? -1 : 1;
    int order = text_compare(a->folded, b->folded);
    return order ? order : text_compare(a->text, b->text);
}

static uint32_t *rank_words(const struct sum_column *column)
{
    size_t count = dictionary_count(&column->words);
    struct word *words = xcalloc(count, sizeof *words);
    uint32_t *ranks = xcalloc(count, sizeof *ranks);
    struct arena arena = {0};
    for (uint32_t code = 0; code < count; code++) {
        struct buffer folded = {0};
        struct word *word = &words[code];
        *word = (struct word){.text = dictionary_word(&column->words, code), .code = code};
        text_fold(&folded, word->text);
        word->folded.data = arena_copy(&arena, folded.data ? folded.data : "", folded.length);
        word->folded.length = folded.length;
        if (!column->is_period || !period_parse(word->text, &word->period))
            word->period = (struct period){0};
        buffer_release(&folded);
    }
    qsort(words, count, sizeof *words, compare_words);
    for (uint32_t i = 0; i < count; i++)
        ranks[words[i].code] = i;
    arena_release(&arena);
    free(words);
    return ranks;
}

struct ranked_line {
    uint32_t ranks[MOST_SUM_KEYS];
    struct sum_line line;
};

static int compare_lines(const void *left, const void *right)
{
    const struct ranked_line *a = left, *b = right;
    for (size_t i = 0; i < MOST_SUM_KEYS; i++)
        if (a->ranks[i] != b->ranks[i])
            return a->ranks[i] < b->ranks[i] ? -1 : 1;
    return 0;
}

void sum_lines_sort(struct sum_lines *lines)
{
    struct ranked_line *ranked = xcalloc(lines->count + 1, sizeof *ranked);
    for (size_t i = 0; i < lines->count; i++) {
        ranked[i].line = lines->items[i];
        ranked[i].ranks[lines->column_count] = lines->items[i].words[lines->column_count];
    }
    for (size_t k = 0; k < lines->column_count; k++) {
        uint32_t *ranks = rank_words(&lines->columns[k]);
        for (size_t i = 0; i < lines->count; i++)
            ranked[i].ranks[k] = ranks[ranked[i].line.words[k]];
        free(ranks);
    }
    qsort(ranked, lines->count, sizeof *ranked, compare_lines);
    for (size_t i = 0; i < lines->count; i++)
        lines->items[i] = ranked[i].line;
    free(ranked);
}
