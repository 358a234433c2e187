/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/preview.h"

#include "base/memory.h"
#include "model/recompute.h"
#include "model/sums.h"

#include <stdlib.h>

struct before_preview {
    struct choices choices;
    struct selection selection; /* has `sum` set if the selected row is a sum */
    struct pattern *pattern;
    struct row_set shown; /* of the known rows, without sums */
    size_t known;
};

void model_begin_preview(struct model *model)
{
    if (model->before_preview)
        return;
    struct before_preview *before = xcalloc(1, sizeof *before);
    size_t claims = model_claim_count(model), row = model->selection.row;
    before->choices = choices_copy(&model->choices);
    before->selection = model->selection;
    before->selection.sum = (struct sum_identity){0};
    if (row != NO_ROW && row >= claims)
        before->selection.sum = sum_identity_of(&model->dataset, row);
    before->pattern = model->search.pattern;
    before->shown = row_set_copy(&model->rows.shown);
    row_set_cut(&before->shown, claims);
    before->known = model->rows.known < claims ? model->rows.known : claims;
    model->search.pattern = NULL;
    model->before_preview = before;
}

/* Applies one more filter. Returns false, leaving the rows unchanged, if cancelled. */
static bool apply_with(struct model *model, const char *filter, const struct effort *effort)
{
    struct choices former = model->choices;
    model->choices = choices_copy(&model->before_preview->choices);
    choices_add_filter(&model->choices, filter);
    bool is_done = model_apply(model, effort);
    struct choices left = is_done ? former : model->choices;
    if (!is_done)
        model->choices = former;
    choices_release(&left);
    return is_done;
}

bool model_preview_filter(struct model *model, const char *filter, const struct effort *effort)
{
    model_begin_preview(model);
    return apply_with(model, filter, effort);
}

void model_preview_search(struct model *model, struct pattern *pattern)
{
    model_begin_preview(model);
    pattern_free(model->search.pattern);
    model->search.pattern = pattern;
    search_forget(&model->search);
}

/* Restores what the preview of a filter hid. */
static void put_back(struct model *model, struct before_preview *before)
{
    model_drop_sums(model);
    choices_release(&model->choices);
    model->choices = before->choices;
    sum_identity_release(&model->selection.sum);
    model->selection.row = before->selection.row;
    model->selection.sum = before->selection.sum;
    before->selection.sum = (struct sum_identity){0};
    row_set_release(&model->rows.shown);
    model->rows.shown = before->shown;
    model->rows.known = before->known;
    model->selection.is_by_user = true; /* the selection should be restored exactly */
    model_show_new_rows(model);
    model_recompute(model, NULL); /* a selected sum exists again */
    model->selection.is_by_user = before->selection.is_by_user;
}

void model_end_preview(struct model *model)
{
    struct before_preview *before = model->before_preview;
    if (!before)
        return;
    model->before_preview = NULL;
    pattern_free(model->search.pattern);
    model->search.pattern = before->pattern;
    search_forget(&model->search);
    if (!choices_is_equal(&model->choices, &before->choices)) {
        put_back(model, before);
    } else {
        choices_release(&before->choices);
        row_set_release(&before->shown);
    }
    sum_identity_release(&before->selection.sum);
    free(before);
}
