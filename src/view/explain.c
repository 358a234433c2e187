/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/explain.h"

#include "base/array.h"
#include "view/claim_format.h"
#include "view/page.h"
#include "view/quote.h"
#include "view/sum_page.h"

#include <math.h>

static void write_bound(struct buffer *out, const struct derivation *derivation, double bound)
{
    if (isinf(bound))
        buffer_puts(out, bound > 0 ? "any amount above" : "any amount below");
    else
        unit_format(out, derivation->unit, bound / derivation->unit.scale, derivation->places + 1);
}

static void write_range(struct line *line, const struct derivation *derivation)
{
    if (!(derivation->range.low < derivation->range.high))
        return;
    struct buffer text = {0};
    buffer_puts(&text, "  between ");
    write_bound(&text, derivation, derivation->range.low);
    buffer_puts(&text, " and ");
    write_bound(&text, derivation, derivation->range.high);
    line_add(line, ROLE_DIM, buffer_text(&text));
    buffer_release(&text);
}

/*
 * Returns the row to which the page links. A sum of rows still being loaded gets another row later.
 */
static size_t lasting_row(const struct model *model, size_t row)
{
    return model_is_partial(model, row) ? NO_ROW : row;
}

static void write_number(const struct model *model, struct page *page,
                         const struct derivation *derivation, int depth)
{
    size_t row = lasting_row(model, derivation->row);
    struct line *line = page_add(page, row, NULL, depth * 2 + 4);
    struct buffer text = {0};
    line_pad(line, depth * 2);
    line_puts(line, ROLE_PLAIN, derivation->name);
    line_puts(line, ROLE_PLAIN, "  ");
    derivation_format(&text, derivation);
    line_add(line, derivation_is_derived(derivation) ? ROLE_DERIVED : ROLE_STRONG,
             buffer_text(&text));
    line_puts(line, ROLE_PLAIN, "  ");
    buffer_truncate(&text, 0);
    derivation_format_origin(&text, &model->dataset, derivation);
    if (derivation->row != NO_ROW && model_is_sum(model, derivation->row))
        sum_page_write_lines(model, derivation->row, &text);
    else if (derivation->row != NO_ROW)
        buffer_printf(&text, ", line %zu", table_line(model->dataset.table, derivation->row));
    line_add(line, ROLE_DIM, buffer_text(&text));
    write_range(line, derivation);
    buffer_release(&text);
}

/* The depth is that of the formulas in the program, which is small. */
static void write_tree(const struct model *model, struct page *page,
                       const struct derivation *derivation, int depth)
{
    write_number(model, page, derivation, depth);
    for (size_t i = 0; i < ARRAY_LENGTH(derivation->inputs) && derivation->inputs[i]; i++)
        write_tree(model, page, derivation->inputs[i], depth + 1);
}

static void list_claims(const struct derivation *derivation, struct row_list *claims)
{
    for (size_t i = 0; i < ARRAY_LENGTH(derivation->inputs) && derivation->inputs[i]; i++)
        list_claims(derivation->inputs[i], claims);
    if (derivation->row != NO_ROW)
        row_list_add(claims, derivation->row);
}

/* Each quote is written once, although several numbers may depend on it. */
static bool is_quoted_before(const struct dataset *dataset, const struct row_list *claims,
                             size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (quote_is_shared(dataset, claims->rows[i], claims->rows[at]))
            return true;
    return false;
}

static void write_quotes(const struct model *model, struct page *page,
                         const struct row_list *claims)
{
    const struct dataset *dataset = &model->dataset;
    page_add(page, NO_ROW, NULL, 0);
    line_puts(page_add(page, NO_ROW, NULL, 0), ROLE_HEADER, "Quotes");
    for (size_t i = 0; i < claims->count; i++) {
        if (is_quoted_before(dataset, claims, i))
            continue;
        size_t row = lasting_row(model, claims->rows[i]);
        struct line *line = page_add(page, row, NULL, 5);
        line_add(line, ROLE_TITLE, dataset_text(dataset, claims->rows[i], FIELD_SOURCE));
        struct text quote = dataset_text(dataset, claims->rows[i], FIELD_QUOTE);
        line_puts(line, ROLE_PLAIN, quote.length ? "  \"" : "  no quote: ");
        struct buffer quoted = {0};
        claim_format_quoted(&quoted, quote);
        line_add(line, ROLE_PLAIN,
                 quote.length ? buffer_text(&quoted)
                              : dataset_text(dataset, claims->rows[i], FIELD_TITLE));
        line_puts(line, ROLE_PLAIN, quote.length ? "\"" : "");
        buffer_release(&quoted);
    }
}

static void write_method(struct page *page, const struct derivation *derivation)
{
    const char *source = method_table[derivation->method].source;
    if (!source)
        return;
    page_add(page, NO_ROW, NULL, 0);
    line_puts(page_add(page, NO_ROW, NULL, 0), ROLE_HEADER, "Method");
    line_puts(page_add(page, NO_ROW, NULL, 0), ROLE_PLAIN, source);
}

static void write_unread(const struct model *model, struct page *page)
{
    struct buffer text = {0};
    unread_write_with_problems(&text, model_unread(model));
    if (text.length) {
        page_add(page, NO_ROW, NULL, 0);
        line_add(page_add(page, NO_ROW, NULL, 0), ROLE_BAD, buffer_text(&text));
    }
    buffer_release(&text);
}

/* Writes the derivations that are not NULL, one below the other, then the quotes of all. */
static struct page *make_page(const struct model *model,
                              const struct derivation *const *derivations, size_t count)
{
    struct page *page =
        page_new(model->queue.loading ? "Explain, partial" : "Explain", page_choose_claim);
    struct row_list claims = {0};
    for (size_t i = 0; i < count; i++) {
        if (!derivations[i])
            continue;
        if (i)
            page_add(page, NO_ROW, NULL, 0);
        write_tree(model, page, derivations[i], 0);
        write_method(page, derivations[i]);
        list_claims(derivations[i], &claims);
    }
    write_unread(model, page);
    write_quotes(model, page, &claims);
    row_list_release(&claims);
    return page;
}

struct page *explain_page(const struct model *model, const struct derivation *derivation)
{
    return make_page(model, &derivation, 1);
}

void explain_open(struct workspace *workspace, const struct derivation *derivation)
{
    explain_open_all(workspace, &derivation, 1);
}

void explain_open_all(struct workspace *workspace, const struct derivation *const *derivations,
                      size_t count)
{
    page_open(workspace, make_page(workspace->model, derivations, count), 0);
}

bool explain_headline(struct workspace *workspace)
{
    const struct balance_entry *latest =
        balance_latest(analysis_balance(workspace->model->results.analysis));
    const struct balance_entry none = {0};
    const struct balance_entry *entry = latest ? latest : &none;
    bool has_target_only = !latest;
    const struct derivation *const numbers[] = {
        entry->balance,
        entry->coverage,
        entry->balance ? NULL : entry->exports,
        entry->balance ? NULL : entry->imports,
        has_target_only ? analysis_path(workspace->model->results.analysis)->target : NULL,
    };
    for (size_t i = 0; i < ARRAY_LENGTH(numbers); i++) {
        if (!numbers[i])
            continue;
        explain_open_all(workspace, numbers + i, ARRAY_LENGTH(numbers) - i);
        return true;
    }
    return false;
}

void explain_open_claim(struct workspace *workspace, size_t row)
{
    struct arena scratch = {0};
    if (!isnan(dataset_claim(&workspace->model->dataset, row).value))
        explain_open(workspace, derive_stated(&scratch, &workspace->model->dataset, row));
    else
        model_set_message(workspace->model, MESSAGE_FAINT,
                          "an event has no number; Enter shows its quote");
    arena_release(&scratch);
}
