/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/copy_text.h"

#include "model/files.h"
#include "report/report_notes.h"
#include "view/claim_format.h"
#include "view/grid.h"
#include "view/panes.h"

/* "coverage ratio FY2023-24: 6.93 % = 100 X / M, with exports FY2023-24 $4.26bn (003; ...". */
static void write_derived(struct buffer *out, struct buffer *what, const struct model *model,
                          const struct derivation *derivation)
{
    buffer_printf(what, "%s with its formula", derivation->name);
    buffer_printf(out, "%s: ", derivation->name);
    report_write_exactness(out, derivation);
    derivation_format(out, derivation);
    buffer_printf(out, " = %s", method_table[derivation->method].formula);
    if (derivation->inputs[0]) {
        buffer_puts(out, ", with ");
        report_write_inputs(out, &model->dataset, derivation);
    }
    buffer_putc(out, '\n');
}

static void write_quote(struct buffer *out, struct buffer *what, const struct dataset *dataset,
                        size_t row)
{
    buffer_puts(what, "the quote of ");
    dataset_id(dataset, row, what);
    buffer_putc(out, '"');
    claim_format_quoted(out, dataset_text(dataset, row, FIELD_QUOTE));
    buffer_puts(out, "\"\n");
    claim_format_citation(out, dataset, row);
    buffer_putc(out, '\n');
}

/* "India > Russia, import 2019: $7.00bn. Source: trade; trade.csv, 1 row". */
static void write_figure(struct buffer *out, struct buffer *what, const struct dataset *dataset,
                         size_t row)
{
    struct claim claim = dataset_claim(dataset, row);
    claim_format_subject(what, dataset, row);
    buffer_append_text(out, claim.reporter);
    buffer_puts(out, " > ");
    buffer_append_text(out, claim.partner);
    buffer_puts(out, ", ");
    claim_format_subject(out, dataset, row);
    buffer_puts(out, ": ");
    claim_format_value(out, &claim);
    buffer_puts(out, ". Source: ");
    report_write_source(out, dataset, row);
    buffer_putc(out, '\n');
}

/* The record as it is in its file, with the place. */
static bool write_row(struct buffer *out, struct buffer *what, const struct model *model,
                      size_t row, struct error *error)
{
    const struct dataset *dataset = model_current_file(model);
    const char *file = file_display_name(dataset->path);
    if (!model_row_as_written(model, row, out))
        return error_set(error, "%s: the row cannot be read in it any more", file);
    buffer_printf(out, " (%s, line %zu)\n", file, table_line(dataset->table, row));
    buffer_printf(what, "line %zu of %s", table_line(dataset->table, row), file);
    return true;
}

bool copy_text_make(struct buffer *out, struct buffer *what, struct workspace *workspace,
                    struct error *error)
{
    const struct model *model = workspace->model;
    struct view *view = workspace_view(workspace, NULL);
    struct item item = view_item(view, NULL);
    bool is_of_claims = view_shows_claims(view);
    bool is_of_rows = !is_of_claims && view->ops == &rows_view_ops;
    size_t row = is_of_claims ? model->selection.row : is_of_rows ? grid_row(view) : NO_ROW;
    if (item.derivation && derivation_is_derived(item.derivation)) {
        write_derived(out, what, model, item.derivation);
        return true;
    }
    if (row == NO_ROW)
        return error_set(error, "nothing is selected");
    if (!is_of_claims)
        return write_row(out, what, model, row, error);
    if (dataset_text(&model->dataset, row, FIELD_QUOTE).length)
        write_quote(out, what, &model->dataset, row);
    else
        write_figure(out, what, &model->dataset, row);
    return true;
}
