/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/listed_words.h"

#include "base/array.h"
#include "model/sums.h"

#include <stdlib.h>
#include <string.h>

static char *common_word(const struct model *model, enum field field, struct text word)
{
    struct buffer text = {0};
    int country = model->countries && (field == FIELD_REPORTER || field == FIELD_PARTNER)
                      ? country_find(model->countries, word)
                      : -1;
    if (country >= 0)
        buffer_puts(&text, country_name(model->countries, country));
    else if (field != FIELD_PRODUCT || !hs_repair(word, &text))
        buffer_append_text(&text, word);
    return buffer_take(&text);
}

static int compare_words(const void *left, const void *right)
{
    const struct listed_word *a = left, *b = right;
    if (a->order != b->order)
        return a->order > b->order ? -1 : 1;
    return strcmp(a->word, b->word);
}

/* Merges equal words of several files. */
static void merge(struct listed_words *list)
{
    size_t kept = 0;
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare_words);
    for (size_t i = 0; i < list->count; i++) {
        struct listed_word *last = kept ? &list->items[kept - 1] : NULL;
        if (last && strcmp(last->word, list->items[i].word) == 0) {
            last->rows += list->items[i].rows;
            free(list->items[i].word);
        } else {
            list->items[kept++] = list->items[i];
        }
    }
    list->count = kept;
}

/* Selects the rows of a reporter, deciding once per word. */
static struct row_set rows_of_reporter(const struct model *model, const struct dataset *dataset,
                                       struct text reporter)
{
    size_t column = dataset->column[FIELD_REPORTER], rows = table_row_count(dataset->table);
    size_t count = table_distinct_count(dataset->table, column);
    struct codes codes = table_codes(dataset->table, column);
    struct row_set set = row_set_none(rows);
    bool *is_meant = xcalloc(count + 1, sizeof *is_meant);
    for (size_t code = 0; code < count; code++)
        is_meant[code] = country_is_same(model->countries, reporter,
                                         table_distinct(dataset->table, column, (uint32_t)code));
    for (size_t row = 0; row < rows; row++)
        if (is_meant[codes_at(codes, row)])
            row_set_add(&set, row);
    free(is_meant);
    return set;
}

static void add_file_words(struct listed_words *list, struct model *model, size_t file,
                           enum field field, struct text reporter)
{
    const struct dataset *dataset = model_file_dataset(model, file);
    struct row_set rows = {0};
    if (reporter.length)
        rows = rows_of_reporter(model, dataset, reporter);
    struct statistic_words words = statistic_words_make(model->files.items[file].sums.statistic,
                                                        reporter.length ? &rows : NULL, field);
    for (size_t i = 0; i < words.count; i++) {
        const struct statistic_word *word = &words.items[i];
        ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
        list->items[list->count++] = (struct listed_word){
            common_word(model, field, word->word), word->rows,
            field == FIELD_PERIOD ? (double)word->period.last : 0, word->is_whole};
    }
    statistic_words_release(&words);
    row_set_release(&rows);
}

struct listed_words listed_words_make(struct model *model, enum field field, struct text reporter)
{
    struct listed_words list = {0};
    model_renew_statistic(model);
    for (size_t i = 0; i < model->files.count; i++)
        if (model->files.items[i].sums.statistic)
            add_file_words(&list, model, i, field, reporter);
    merge(&list);
    return list;
}

void listed_words_release(struct listed_words *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].word);
    free(list->items);
    *list = (struct listed_words){0};
}
