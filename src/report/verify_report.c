/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/verify_report.h"

#include "base/memory.h"
#include "base/text.h"
#include "model/articles.h"
#include "model/recompute.h"

/* Which quotes are listed, and how many there are of each outcome. */
struct verification {
    struct model *model;
    bool lists_all;     /* else only those that are not as the article has them */
    bool needs_article; /* a quote without an article is bad */
    size_t count_of[QUOTE_OUTCOMES];
};

/* Appends "FILE:LINE: OUTCOME: ID: ARTICLE:LINE: DETAIL". */
static void write_check(struct buffer *out, const struct dataset *dataset, size_t row,
                        const struct article *article, const struct quote_check *check)
{
    struct buffer id = {0};
    dataset_id(dataset, row, &id);
    text_make_visible(out, text_of(dataset_row_path(dataset, row)), true);
    buffer_printf(out, ":%zu: %s: ", table_line(dataset->table, row),
                  quote_outcome_word(check->outcome));
    text_make_visible(out, buffer_text(&id), true);
    article_write_place(out, article, check);
    if (check->detail.length) {
        bool is_nearest = check->outcome == QUOTE_NOT_FOUND && check->end > check->start;
        buffer_puts(out, is_nearest ? ": nearest: " : ": ");
        text_make_visible(out, buffer_text(&check->detail), true);
    }
    buffer_putc(out, '\n');
    buffer_release(&id);
}

static bool is_bad(const struct verification *verification, enum quote_outcome outcome)
{
    return outcome == QUOTE_ALTERED || outcome == QUOTE_NOT_FOUND ||
           (outcome == QUOTE_NO_ARTICLE && verification->needs_article);
}

static bool is_listed(const struct verification *verification, enum quote_outcome outcome)
{
    return verification->lists_all || outcome == QUOTE_AMBIGUOUS || is_bad(verification, outcome);
}

static bool verify(struct buffer *out, struct verification *verification, size_t row,
                   struct error *error)
{
    const struct dataset *dataset = &verification->model->dataset;
    struct quote_check check;
    if (!text_trim(dataset_text(dataset, row, FIELD_QUOTE)).length)
        return true;
    const struct article *article = model_check_quote(verification->model, row, &check, error);
    if (!article)
        return false;
    verification->count_of[check.outcome]++;
    if (is_listed(verification, check.outcome))
        write_check(out, dataset, row, article, &check);
    quote_check_release(&check);
    return true;
}

static size_t write_counts(struct buffer *out, const size_t *count_of)
{
    size_t all = 0;
    const char *separator = ": ";
    for (size_t i = 0; i < QUOTE_OUTCOMES; i++)
        all += count_of[i];
    buffer_printf(out, "%zu quote%s", all, all == 1 ? "" : "s");
    for (size_t i = 0; i < QUOTE_OUTCOMES; i++) {
        if (!count_of[i])
            continue;
        buffer_printf(out, "%s%zu %s", separator, count_of[i],
                      quote_outcome_word((enum quote_outcome)i));
        separator = ", ";
    }
    buffer_putc(out, '\n');
    return all;
}

static bool has_bad(const struct verification *verification)
{
    bool has_any = false;
    for (size_t i = 0; i < QUOTE_OUTCOMES; i++)
        has_any =
            has_any || (verification->count_of[i] && is_bad(verification, (enum quote_outcome)i));
    return has_any;
}

bool report_verify(struct buffer *out, struct model *model, bool *is_altered, struct error *error)
{
    struct verification verification = {.model = model, .lists_all = true, .needs_article = true};
    model_complete_rows(model, NULL);
    ROW_SET_EACH (&model->rows.shown, row)
        if (!verify(out, &verification, row, error))
            return false;
    if (!write_counts(out, verification.count_of))
        return error_set_misuse(error, "no claim that is shown has a quote; --verify compares the "
                                       "column `quote` of claims files with their articles");
    *is_altered = has_bad(&verification);
    return true;
}

bool report_check_quotes(struct buffer *out, struct model *model)
{
    bool is_wanted = model->articles.wanted != NULL;
    struct verification verification = {.model = model, .needs_article = is_wanted};
    struct error error = {0};
    bool is_read = true;
    model_complete_rows(model, NULL);
    ROW_SET_EACH (&model->rows.shown, row)
        if (is_read && (is_wanted || model_has_articles(model, row)))
            is_read = verify(out, &verification, row, &error);
    if (!is_read)
        buffer_printf(out, "%s\n", error.text);
    error_release(&error);
    size_t found = 0;
    for (size_t i = 0; i < QUOTE_OUTCOMES; i++)
        found += i == QUOTE_NO_ARTICLE ? 0 : verification.count_of[i];
    if (found || is_wanted)
        write_counts(out, verification.count_of);
    return !is_read || has_bad(&verification);
}
