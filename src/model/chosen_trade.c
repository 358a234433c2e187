/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/chosen_trade.h"

#include "analysis/claims/pair.h"
#include "analysis/statistics/partition_rules.h"
#include "model/file_filters.h"

#include <stdlib.h>
#include <string.h>

bool chosen_trade_is_any(const struct choices *choices)
{
    return choices->reporter || choices->product;
}

struct trade chosen_trade(const struct choices *choices)
{
    return (struct trade){text_of(choices->reporter ? choices->reporter : ""),
                          text_of(choices->partner ? choices->partner : ""),
                          text_of(choices->product ? choices->product : "")};
}

void chosen_trade_keep_claims(const struct model *model, struct row_set *rows)
{
    struct trade trade = chosen_trade(&model->choices);
    const struct pair pair = {trade.reporter, trade.partner, trade.product};
    if (chosen_trade_is_any(&model->choices))
        pair_keep_rows(&pair, &model->dataset, model->countries, model_claim_count(model), rows);
}

static struct row_set rows_of_trade(const struct open_file *file, const struct trade *trade)
{
    struct row_set rows = partition_rows_of(file->sums.statistic, trade, false);
    if (!file->dataset->mapping.is_reconciled || !trade->reporter.length)
        return rows;
    struct row_set turned = partition_rows_of(file->sums.statistic, trade, true);
    row_set_unite(&rows, &turned);
    row_set_release(&turned);
    return rows;
}

static void find_rows(const struct model *model, struct open_file *file)
{
    const struct trade trade = chosen_trade(&model->choices);
    size_t count = table_row_count(file->dataset->table);
    struct row_set rows = file->sums.statistic ? rows_of_trade(file, &trade) : row_set_none(count);
    row_set_intersect(&rows, file_passing_rows(file));
    file->chosen.rows = rows;
}

static char *key_of_trade(const struct choices *choices)
{
    const struct trade trade = chosen_trade(choices);
    struct buffer key = {0};
    buffer_printf(&key, "%s\n%s\n%s", trade.reporter.data, trade.partner.data, trade.product.data);
    return buffer_take(&key);
}

const struct row_set *chosen_trade_rows(const struct model *model, struct open_file *file)
{
    if (!chosen_trade_is_any(&model->choices) || file == model_loading_file(model))
        return file_passing_rows(file);
    char *key = key_of_trade(&model->choices);
    if (file->chosen.key && strcmp(file->chosen.key, key) == 0) {
        free(key);
        return &file->chosen.rows;
    }
    chosen_rows_release(&file->chosen);
    find_rows(model, file);
    file->chosen.key = key;
    return &file->chosen.rows;
}

static bool has_statistics(const struct model *model)
{
    for (size_t i = 0; i < model->files.count; i++)
        if (file_is_separate(&model->files.items[i]) &&
            model->files.items[i].dataset->form == FORM_STATISTICS)
            return true;
    return false;
}

bool chosen_trade_check_frequency(const struct model *model, const char *frequency,
                                  struct error *error)
{
    bool may_come = model->queue.unplaced || model->queue.arriving;
    return may_come || has_statistics(model) ||
           error_set_misuse(error,
                            "period: rows are summed by %s where a file is of a statistical "
                            "office, and none is; choose periods by a range, 2010..2023 say",
                            frequency);
}

bool chosen_trade_check(const struct model *model, const char *what, struct error *error)
{
    return model_may_have_claims(model) || has_statistics(model) ||
           error_set_misuse(error,
                            "%s: %s is a plain table, which states no reporter, partner and "
                            "product; choose rows by its columns with a filter, or say what the "
                            "columns are with --map",
                            what, file_display_name(model_current_file(model)->path));
}
