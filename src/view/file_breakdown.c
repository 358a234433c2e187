/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/file_breakdown.h"

#include "model/opening.h"

#define MOST_LINES_NAMED 4

static const struct sum *find_sum(const struct series *series, struct period period)
{
    for (size_t i = 0; i < series->count; i++)
        if (period_is_equal(series->sums[i].period, period) ||
            period_is_equal(series->sums[i].whole, period))
            return &series->sums[i];
    return NULL;
}

static const struct file_sums *sums_of(const struct workspace *workspace, size_t file)
{
    return &workspace->model->files.items[file].sums;
}

enum flow file_breakdown_flow(const struct workspace *workspace, size_t file, struct period period)
{
    const struct series *series = &sums_of(workspace, file)->series;
    const struct sum *any = find_sum(series, period);
    bool has_exports = any && series_find(series, any->whole, FLOW_EXPORT);
    bool has_imports = any && series_find(series, any->whole, FLOW_IMPORT);
    return has_exports == has_imports ? FLOW_BALANCE : has_exports ? FLOW_EXPORT : FLOW_IMPORT;
}

bool file_breakdown_make(struct arena *arena, const struct workspace *workspace, size_t file,
                         const struct breakdown_scope *scope, enum flow flow,
                         struct breakdown *breakdown)
{
    const struct file_sums *sums = sums_of(workspace, file);
    const struct row_set *rows = &workspace->model->files.items[file].shown_rows.rows;
    const struct sum *sum = sums->statistic ? find_sum(&sums->series, scope->period) : NULL;
    if (!sum)
        return false;
    struct breakdown_request request = {
        .trade = sums->series.trade, .by = scope->by, .flow = flow, .period = sum->whole};
    if (scope->product.length)
        request.trade.product = scope->product;
    *breakdown = breakdown_make(arena, sums->statistic, rows, &request);
    return true;
}

bool file_breakdown_has_parts(const struct breakdown *breakdown,
                              const struct breakdown_scope *scope)
{
    return breakdown->count > 1 || (scope->product.length && breakdown->count);
}

void file_breakdown_write_name(struct line *line, const struct workspace *workspace,
                               struct text word)
{
    enum hs_level level = HS_NONE;
    const char *name = model_product_name(workspace->model, word, &level);
    line_add(line, ROLE_STRONG, word);
    if (name && hs_level(word) == level)
        line_printf(line, ROLE_PLAIN, " %s", name);
}

void file_breakdown_write_lines(struct buffer *out, const struct dataset *dataset,
                                const struct breakdown_item *item)
{
    size_t named[MOST_LINES_NAMED], count = 0, i = 0;
    for (; i < item->row_count; i++) {
        size_t line = table_line(dataset->table, item->rows[i]), k = 0;
        while (k < count && named[k] != line)
            k++;
        if (k == MOST_LINES_NAMED)
            break;
        if (k == count)
            named[count++] = line;
    }
    for (size_t k = 0; k < count; k++)
        buffer_printf(out, "%s%zu", k ? ", " : count == 1 ? ", line " : ", lines ", named[k]);
    buffer_puts(out, i < item->row_count ? " and more" : "");
}
