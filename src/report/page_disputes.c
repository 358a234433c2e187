/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of disputes as a table: a row for each claim of each dispute. */
#include "config.h"

#include "analysis/claims/disputes.h"
#include "model/recompute.h"
#include "report/page_content.h"
#include "view/claim_format.h"

static void add_number(struct report_table *table, size_t number)
{
    struct buffer text = {0};
    buffer_printf(&text, "%zu", number);
    report_table_text(table, buffer_text(&text));
    buffer_release(&text);
}

static void add_value(struct report_table *table, const struct dataset *dataset, size_t row)
{
    struct claim claim = dataset_claim(dataset, row);
    struct buffer shown = {0};
    claim_format_subject(&shown, dataset, row);
    report_table_text(table, buffer_text(&shown));
    buffer_truncate(&shown, 0);
    claim_format_value(&shown, &claim);
    report_table_quantity(table, buffer_text(&shown), claim.value, claim.unit);
    report_table_text(table, dataset_text(dataset, row, FIELD_QUALIFIER));
    buffer_release(&shown);
}

static void add_reasons(struct report_table *table, const struct dispute *dispute)
{
    struct buffer reasons = {0};
    for (size_t i = 0; i < dispute->reason_count; i++)
        buffer_printf(&reasons, "%s%s", i ? "; " : "", dispute->reasons[i]);
    report_table_text(table, reasons.length ? buffer_text(&reasons) : text_of(""));
    buffer_release(&reasons);
}

static void add_claim(struct report_table *table, const struct dataset *dataset,
                      const struct dispute *dispute, size_t number, size_t row)
{
    struct text date = dataset_text(dataset, row, FIELD_DATE);
    struct buffer id = {0};
    dataset_id(dataset, row, &id);
    add_number(table, number);
    report_table_text(table, text_of(agreement_word(dispute->agreement)));
    report_table_text(table, text_of(dispute->subject));
    add_value(table, dataset, row);
    report_table_text(table, date.length ? date : dataset_text(dataset, row, FIELD_PUBLISHED));
    report_table_text(table, dataset_text(dataset, row, FIELD_SPEAKER));
    report_table_text(table, dataset_text(dataset, row, FIELD_QUOTE));
    report_table_text(table, text_of(dispute->size ? dispute->size : ""));
    add_reasons(table, dispute);
    report_table_text(table, buffer_text(&id));
    page_origin_cells(table, dataset, row);
    buffer_release(&id);
}

/* The claims of a dispute, each once. */
static void add_dispute(struct report_table *table, const struct dataset *dataset,
                        const struct dispute *dispute, size_t number)
{
    for (size_t i = 0; i < dispute->row_count; i++) {
        bool is_repeated = false;
        for (size_t k = 0; k < i; k++)
            is_repeated = is_repeated || dispute->rows[k] == dispute->rows[i];
        if (!is_repeated)
            add_claim(table, dataset, dispute, number, dispute->rows[i]);
    }
}

bool page_disputes(struct report_table *table, struct workspace *workspace,
                   const struct page_wish *wish, struct error *error)
{
    struct model *model = workspace->model;
    (void)wish;
    if (model->queue.loading)
        return error_set(error, "nothing is disputed before all rows are read");
    struct analysis *analysis = model->results.analysis;
    struct dispute_list list =
        dispute_list_make(&table->arena, &model->dataset, model->countries,
                          analysis_observations(analysis), analysis_audit(analysis));
    page_text_columns(table, (const char *const[]){"dispute", "outcome", "on", "claim", NULL});
    report_table_column(table, "value", CELLS_QUANTITY);
    report_table_column(table, "exactness", CELLS_TEXT);
    page_text_columns(table, (const char *const[]){"date", "speaker", "quote", "difference",
                                                   "would reconcile", "id", "source", "file",
                                                   "line", NULL});
    table->is_of_records = true;
    for (size_t i = 0; i < list.count; i++)
        add_dispute(table, &model->dataset, &list.items[i], i + 1);
    dispute_list_release(&list);
    return true;
}
