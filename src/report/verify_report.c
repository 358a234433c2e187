/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/verify_report.h"

#include "base/sha256.h"
#include "base/text.h"
#include "model/articles.h"
#include "model/recompute.h"
#include "report/cell.h"

#include <string.h>

/* Which quotes are listed, and how many there are of each outcome. */
struct verification {
    struct model *model;
    bool lists_all;     /* else only those that are not as the article has them */
    bool needs_article; /* a quote without an article is bad */
    bool is_record;     /* they are written as a record */
    size_t count_of[QUOTE_OUTCOMES];
};

/* What has changed since the quote was recorded. */
static void write_changed(struct buffer *out, struct model *model, size_t row,
                          const struct article *article)
{
    bool is_other;
    struct buffer sum = {0};
    const struct record_entry *entry = model_recorded(model, row, &is_other);
    struct quote_record *record = &model->articles.record;
    if (record->reason && !record->is_told) {
        buffer_puts(out, ": the record is not used: ");
        text_make_visible(out, text_of(record->reason), true);
        record->is_told = true;
    }
    if (is_other)
        buffer_puts(out, ": the claim has changed since it was recorded");
    if (entry && article->path) {
        sha256_write(&sum, buffer_text(&article->bytes));
        if (strcmp(sum.data, entry->cells[RECORD_ARTICLE_SHA256]) != 0)
            buffer_puts(out, ": the article has changed since it was recorded");
    }
    buffer_release(&sum);
}

/* Appends "FILE:LINE: OUTCOME: ID: ARTICLE:LINE: DETAIL". */
static void write_check(struct buffer *out, struct model *model, size_t row,
                        const struct article *article, const struct quote_check *check)
{
    const struct dataset *dataset = &model->dataset;
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
    write_changed(out, model, row, article);
    buffer_putc(out, '\n');
    buffer_release(&id);
}

/* --- the record --- */

#define CONTEXT ((size_t)32)

/* Appends up to 32 bytes of the text, from its end or its start, and no part of a character. */
static void write_context(struct buffer *out, struct text text, bool is_end)
{
    size_t length = text.length < CONTEXT ? text.length : CONTEXT;
    struct text piece = {is_end ? text.data + text.length - length : text.data, length};
    while (is_end && piece.length && (piece.data[0] & 0xC0) == 0x80) {
        piece.data++;
        piece.length--;
    }
    while (!is_end && piece.length && piece.length < text.length &&
           (piece.data[piece.length] & 0xC0) == 0x80)
        piece.length--;
    struct buffer line = {0};
    text_make_visible(&line, text_trim(piece), true);
    cell_write_csv(out, buffer_text(&line));
    buffer_release(&line);
}

/* A quote that the article has twice gets no context, as it is not known which is meant. */
static void write_contexts(struct buffer *out, const struct article *article,
                           const struct quote_check *check)
{
    struct text bytes = buffer_text(&article->bytes);
    bool is_clear = check->outcome == QUOTE_VERBATIM || check->outcome == QUOTE_NORMALISED;
    if (is_clear)
        write_context(out, (struct text){bytes.data, check->start}, true);
    buffer_putc(out, ',');
    if (is_clear)
        write_context(out, (struct text){bytes.data + check->end, bytes.length - check->end},
                      false);
}

static void write_record(struct buffer *out, const struct dataset *dataset, size_t row,
                         const struct article *article, const struct quote_check *check)
{
    struct buffer id = {0};
    dataset_id(dataset, row, &id);
    cell_write_csv(out, buffer_text(&id));
    buffer_putc(out, ',');
    cell_write_csv(out, dataset_text(dataset, row, FIELD_SOURCE));
    buffer_printf(out, ",%s,", quote_outcome_word(check->outcome));
    sha256_write(out, text_trim(dataset_text(dataset, row, FIELD_QUOTE)));
    buffer_putc(out, ',');
    if (article->path)
        sha256_write(out, buffer_text(&article->bytes));
    buffer_putc(out, ',');
    write_contexts(out, article, check);
    buffer_putc(out, '\n');
    buffer_release(&id);
}

static void write_record_header(struct buffer *out)
{
    for (size_t i = 0; i < RECORD_COLUMNS; i++)
        buffer_printf(out, "%s%s", i ? "," : "", record_columns[i]);
    buffer_putc(out, '\n');
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
    if (verification->is_record)
        write_record(out, dataset, row, article, &check);
    else if (is_listed(verification, check.outcome))
        write_check(out, verification->model, row, article, &check);
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

bool report_verify(struct buffer *out, struct model *model, bool is_record, bool *is_altered,
                   struct error *error)
{
    struct verification verification = {
        .model = model, .lists_all = true, .needs_article = true, .is_record = is_record};
    model_complete_rows(model, NULL);
    if (is_record)
        write_record_header(out);
    ROW_SET_EACH (&model->rows.shown, row)
        if (!verify(out, &verification, row, error))
            return false;
    struct buffer counts = {0};
    bool has_any = write_counts(&counts, verification.count_of) > 0;
    if (!is_record)
        buffer_append_text(out, buffer_text(&counts));
    buffer_release(&counts);
    if (!has_any)
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
