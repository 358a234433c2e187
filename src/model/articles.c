/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/articles.h"

const struct article *model_article(struct model *model, size_t row, struct error *error)
{
    if (!article_choice_enter(&model->articles, dataset_row_path(&model->dataset, row), error))
        return NULL;
    return article_find(&model->articles.folder, dataset_text(&model->dataset, row, FIELD_SOURCE),
                        error);
}

bool model_has_articles(struct model *model, size_t row)
{
    return article_choice_try(&model->articles, dataset_row_path(&model->dataset, row));
}

const struct record_entry *model_recorded(struct model *model, size_t row, bool *is_other)
{
    const struct dataset *dataset = &model->dataset;
    struct quote_record *record = &model->articles.record;
    struct buffer id = {0};
    quote_record_enter(record, dataset_row_path(dataset, row));
    dataset_id(dataset, row, &id);
    const struct record_entry *entry =
        quote_record_find(record, buffer_text(&id), dataset_text(dataset, row, FIELD_SOURCE),
                          text_trim(dataset_text(dataset, row, FIELD_QUOTE)), is_other);
    buffer_release(&id);
    return entry;
}

static struct quote_context context_of(struct model *model, size_t row)
{
    bool is_other;
    const struct record_entry *entry = model_recorded(model, row, &is_other);
    if (!entry)
        return (struct quote_context){0};
    return (struct quote_context){text_of(entry->cells[RECORD_PREFIX]),
                                  text_of(entry->cells[RECORD_SUFFIX])};
}

const struct article *model_check_quote(struct model *model, size_t row, struct quote_check *check,
                                        struct error *error)
{
    const struct article *article = model_article(model, row, error);
    *check = (struct quote_check){.outcome = QUOTE_NO_ARTICLE};
    if (article && article->path)
        quote_check_make(check, text_trim(dataset_text(&model->dataset, row, FIELD_QUOTE)),
                         context_of(model, row), &article->text);
    return article;
}
