/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/verify_report.h"

#include "base/memory.h"
#include "base/text.h"
#include "evidence/article.h"
#include "evidence/quote_check.h"
#include "model/recompute.h"

#include <stdlib.h>
#include <string.h>

struct verification {
    const struct dataset *dataset;
    const char *wanted;           /* the folder that the user named; NULL for none */
    struct article_folder folder; /* the one of the last claim */
    size_t count_of[QUOTE_OUTCOMES];
};

/* Returns the folder of the articles for a claims file. The caller frees it. */
static char *folder_of(const struct verification *verification, const char *claims)
{
    struct buffer path = {0};
    const char *slash = strrchr(claims, '/');
    if (verification->wanted)
        buffer_puts(&path, verification->wanted);
    else
        buffer_printf(&path, "%.*ssources", slash ? (int)(slash - claims) + 1 : 0, claims);
    return buffer_take(&path);
}

/* Opens the folder of a claims file, unless it is open. */
static bool enter(struct verification *verification, const char *claims, struct error *error)
{
    char *path = folder_of(verification, claims);
    bool is_open = verification->folder.path && strcmp(verification->folder.path, path) == 0;
    if (!is_open) {
        article_folder_release(&verification->folder);
        is_open = article_folder_open(&verification->folder, path, error);
    }
    if (!is_open && !verification->wanted) {
        struct buffer reason = {0};
        buffer_printf(&reason, "%s; name the folder with --articles=FOLDER", error->text);
        error_set_misuse(error, "%s", reason.data);
        buffer_release(&reason);
    }
    free(path);
    return is_open;
}

static void write_place(struct buffer *out, const struct article *article,
                        const struct quote_check *check)
{
    if (check->start >= check->end)
        return;
    buffer_puts(out, ": ");
    text_make_visible(out, text_of(article->path), true);
    buffer_printf(out, ":%zu", article_line(article, check->start));
    if (check->outcome == QUOTE_AMBIGUOUS)
        buffer_printf(out, ", the first of %zu places", check->places);
}

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
    write_place(out, article, check);
    if (check->detail.length) {
        bool is_nearest = check->outcome == QUOTE_NOT_FOUND && check->end > check->start;
        buffer_puts(out, is_nearest ? ": nearest: " : ": ");
        text_make_visible(out, buffer_text(&check->detail), true);
    }
    buffer_putc(out, '\n');
    buffer_release(&id);
}

static bool verify(struct buffer *out, struct verification *verification, size_t row,
                   struct error *error)
{
    const struct dataset *dataset = verification->dataset;
    struct text quote = text_trim(dataset_text(dataset, row, FIELD_QUOTE));
    if (!quote.length)
        return true;
    if (!enter(verification, dataset_row_path(dataset, row), error))
        return false;
    const struct article *article =
        article_find(&verification->folder, dataset_text(dataset, row, FIELD_SOURCE), error);
    if (!article)
        return false;
    struct quote_check check = {.outcome = QUOTE_NO_ARTICLE};
    if (article->path)
        quote_check_make(&check, quote, &article->text);
    verification->count_of[check.outcome]++;
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

bool report_verify(struct buffer *out, struct model *model, const char *folder, bool *is_bad,
                   struct error *error)
{
    struct verification verification = {.dataset = &model->dataset, .wanted = folder};
    const struct row_set *rows = &model->rows.shown;
    bool is_done = true;
    model_complete_rows(model, NULL);
    ROW_SET_EACH (rows, row)
        is_done = is_done && verify(out, &verification, row, error);
    article_folder_release(&verification.folder);
    if (!is_done)
        return false;
    if (!write_counts(out, verification.count_of))
        return error_set_misuse(error, "no claim that is shown has a quote; --verify compares the "
                                       "column `quote` of claims files with their articles");
    *is_bad = verification.count_of[QUOTE_ALTERED] + verification.count_of[QUOTE_NOT_FOUND] +
                  verification.count_of[QUOTE_NO_ARTICLE] >
              0;
    return true;
}
