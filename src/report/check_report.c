/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/check_report.h"

#include "model/recompute.h"

#include <string.h>

bool report_check_claims(struct buffer *out, struct model *model)
{
    model_recompute(model, NULL);
    const struct dataset *dataset = &model->dataset;
    const struct audit *audit = analysis_audit(model->results.analysis);
    for (size_t i = 0; i < audit->count; i++) {
        const struct check *found = &audit->checks[i];
        if (found->outcome == AUDIT_OK)
            continue;
        text_make_visible(out, text_of(dataset_row_path(dataset, found->rows[0])), true);
        buffer_printf(out, ":%zu: %s: %s\n", table_line(dataset->table, found->rows[0]),
                      audit_outcome_word(found->outcome), found->text);
    }
    report_doubts(out, model, "");
    return audit->count_of[AUDIT_CONFLICT] > 0;
}

/* Writes why files are shown as plain tables. */
bool report_remarks(struct buffer *out, const struct model *model)
{
    size_t start = out->length;
    for (size_t i = 0; i < model->files.count; i++) {
        const char *remark = model_file_remark(model, i);
        if (!remark)
            continue;
        text_make_visible(out, text_of(model_file_path(model, i)), true);
        buffer_puts(out, ": ");
        text_make_visible(out, text_of(remark), true);
        buffer_putc(out, '\n');
    }
    return out->length > start;
}

void report_notes(struct buffer *out, const struct model *model, const char *prefix)
{
    const struct problem_list *notes = &model->dataset.notes;
    for (size_t i = 0; i < notes->count; i++) {
        buffer_puts(out, prefix);
        problem_format_note(out, &notes->items[i]);
        buffer_putc(out, '\n');
    }
}

bool report_check_files(struct buffer *out, const struct model *model)
{
    const struct problem_list *problems = &model->dataset.problems;
    bool has_remark = report_remarks(out, model);
    report_notes(out, model, "");
    for (size_t i = 0; i < problems->count; i++) {
        problem_format(out, &problems->items[i]);
        buffer_putc(out, '\n');
    }
    return problems->count || has_remark;
}

bool report_refusals(struct buffer *out, const struct model *model, const char *prefix)
{
    bool has_any = false;
    for (size_t i = 0; i < model->files.count; i++) {
        const char *refusal = model->files.items[i].sums.series.refusal;
        if (!refusal)
            continue;
        buffer_printf(out, "%s%s: %s\n", prefix, file_display_name(model_file_path(model, i)),
                      refusal);
        has_any = true;
    }
    return has_any;
}

/* Values in two currencies are in no sum and no series together. */
static void tell_currencies(struct buffer *out, const struct model *model, const char *prefix)
{
    struct analysis *analysis = model->results.analysis;
    const struct balance *balance = analysis ? analysis_balance(analysis) : NULL;
    size_t count = balance ? balance->foreign_count : 0;
    if (!count)
        return;
    buffer_printf(out,
                  "%s%zu value%s of this pair in other currencies than %s left out of Balance and "
                  "Path, which have one; --print=figures has %s\n",
                  prefix, count, count > 1 ? "s" : "", balance->currency,
                  count > 1 ? "them" : "it");
}

void report_doubts(struct buffer *out, const struct model *model, const char *prefix)
{
    tell_currencies(out, model, prefix);
    for (size_t i = 0; i < model->files.count; i++) {
        const char *line = model->files.items[i].sums.series.doubts;
        for (size_t length; line && *line; line += length + (line[length] == '\n')) {
            length = strcspn(line, "\n");
            buffer_printf(out, "%s%s: note: %.*s\n", prefix,
                          file_display_name(model_file_path(model, i)), (int)length, line);
        }
    }
}
