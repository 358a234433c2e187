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

const struct article *model_check_quote(struct model *model, size_t row, struct quote_check *check,
                                        struct error *error)
{
    const struct article *article = model_article(model, row, error);
    *check = (struct quote_check){.outcome = QUOTE_NO_ARTICLE};
    if (article && article->path)
        quote_check_make(check, text_trim(dataset_text(&model->dataset, row, FIELD_QUOTE)),
                         &article->text);
    return article;
}
