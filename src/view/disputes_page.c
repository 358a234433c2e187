/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/disputes_page.h"

#include "analysis/claims/disputes.h"
#include "base/memory.h"
#include "view/claim_format.h"
#include "view/page.h"
#include "view/panes.h"
#include "view/quote.h"

/* "003, 2024-07-09, speaker" */
static void add_source(struct line *line, const struct dataset *dataset, size_t row)
{
    struct text source = dataset_text(dataset, row, FIELD_SOURCE);
    struct text date = dataset_text(dataset, row, FIELD_DATE);
    struct text speaker = dataset_text(dataset, row, FIELD_SPEAKER);
    struct buffer id = {0};
    if (!date.length)
        date = dataset_text(dataset, row, FIELD_PUBLISHED);
    if (!source.length) {
        dataset_id(dataset, row, &id);
        source = buffer_text(&id);
    }
    line_add(line, ROLE_TITLE, source);
    line_puts(line, ROLE_DIM, ", ");
    line_add(line, ROLE_DIM, date.length ? date : text_of("no date stated"));
    line_puts(line, ROLE_DIM, speaker.length ? ", " : "");
    line_add(line, ROLE_DIM, speaker);
    buffer_release(&id);
}

static void add_claim(struct page *page, const struct dataset *dataset, size_t row)
{
    struct claim claim = dataset_claim(dataset, row);
    struct buffer text = {0};
    struct line *line = page_add(page, row, NULL, 8);
    line_puts(line, ROLE_PLAIN, "    ");
    claim_format_subject(&text, dataset, row);
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    line_puts(line, ROLE_PLAIN, "  ");
    buffer_truncate(&text, 0);
    claim_format_value(&text, &claim);
    line_add(line, ROLE_STRONG, buffer_text(&text));
    line_puts(line, ROLE_PLAIN, "  ");
    add_source(line, dataset, row);
    if (dataset_text(dataset, row, FIELD_QUOTE).length) {
        line = page_add(page, row, NULL, 6);
        line_puts(line, ROLE_PLAIN, "      ");
        quote_write(line, dataset, &claim);
    }
    buffer_release(&text);
}

static void add_dispute(struct page *page, const struct dataset *dataset,
                        const struct dispute *dispute)
{
    struct line *line = page_add(page, dispute->rows[0], NULL, 4);
    line_puts(line, agreement_role(dispute->agreement), agreement_word(dispute->agreement));
    line_puts(line, ROLE_PLAIN, "  ");
    line_puts(line, ROLE_HEADER, dispute->subject);
    for (size_t i = 0; i < dispute->row_count; i++) {
        bool is_repeated = false;
        for (size_t k = 0; k < i; k++)
            is_repeated = is_repeated || dispute->rows[k] == dispute->rows[i];
        if (!is_repeated)
            add_claim(page, dataset, dispute->rows[i]);
    }
    if (dispute->size)
        line_printf(page_add(page, NO_ROW, NULL, 8), ROLE_DERIVED, "    %s", dispute->size);
    for (size_t i = 0; i < dispute->reason_count; i++)
        line_printf(page_add(page, NO_ROW, NULL, 8), ROLE_GOOD, "    %s", dispute->reasons[i]);
    if (!dispute->reason_count)
        line_puts(page_add(page, NO_ROW, NULL, 8), ROLE_DIM,
                  "    no claim here reconciles them; valuation (FOB, CIF) and coverage "
                  "(re-exports, services) are not in these files");
    page_add(page, NO_ROW, NULL, 0);
}

static struct page *make_page(const struct dataset *dataset, const struct dispute_list *list)
{
    struct page *page = page_new("Disputes", page_choose_claim);
    for (size_t i = 0; i < list->count; i++)
        add_dispute(page, dataset, &list->items[i]);
    page_lead_to_claims(page);
    page_set_subject(page, (struct page_subject){.name = "disputes"});
    return page;
}

bool disputes_page_open(struct workspace *workspace, struct error *error)
{
    struct model *model = workspace->model;
    struct arena arena = {0};
    if (model->queue.loading)
        return error_set(error, "rows are still being loaded, which may settle or add disputes; "
                                "^C stops loading");
    struct analysis *analysis = model->results.analysis;
    struct dispute_list list =
        dispute_list_make(&arena, &model->dataset, model->countries,
                          analysis_observations(analysis), analysis_audit(analysis));
    bool is_open = list.count > 0;
    if (is_open)
        page_open(workspace, make_page(&model->dataset, &list), 0);
    else
        error_set(error, "no claims disagree: 7 Checks has what was compared");
    dispute_list_release(&list);
    arena_release(&arena);
    return is_open;
}
