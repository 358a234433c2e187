/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a report that are evidence: quotes, disagreements, notes, sources, how it was made.
 */
#include "config.h"

#include "report/report_evidence.h"

#include "base/sha256.h"
#include "base/suggestion.h"
#include "model/files.h"
#include "report/page_write.h"
#include "view/claim_format.h"
#include "view/quote.h"

#include <stdlib.h>

static void write_quote_of(struct report_page *page, size_t row)
{
    const struct dataset *dataset = &page->workspace->model->dataset;
    struct text quote = dataset_text(dataset, row, FIELD_QUOTE);
    struct text speaker = dataset_text(dataset, row, FIELD_SPEAKER);
    report_put(page, "> ", "<blockquote><p>");
    buffer_puts(&page->text, "“");
    report_write_text(page, quote);
    buffer_puts(&page->text, "”");
    report_write_reference(page, report_notes_claim(&page->notes, dataset, row));
    if (speaker.length) {
        report_put(page, "\n>\n> — ", "</p><p>— ");
        report_write_text(page, speaker);
    }
    report_put(page, "\n", "</p></blockquote>\n");
}

static bool refuse_quote(const struct report_page *page, struct text id, struct error *error)
{
    const struct model *model = page->workspace->model;
    size_t count = row_set_count(&model->rows.shown), known = 0;
    struct text *ids = xcalloc(count + 1, sizeof *ids);
    ROW_SET_EACH (&model->rows.shown, row) {
        ids[known++] = dataset_text(&model->dataset, row, FIELD_ID);
    }
    size_t nearest = suggestion_nearest(id, ids, known);
    if (nearest < known)
        error_set_misuse(error, "no claim has the id `%.*s`; did you mean `%.*s`?", (int)id.length,
                         id.data, (int)ids[nearest].length, ids[nearest].data);
    else
        error_set_misuse(error, "no claim has the id `%.*s`", (int)id.length, id.data);
    free(ids);
    return false;
}

bool report_write_quote(struct report_page *page, const struct field_words *words,
                        struct error *error)
{
    const struct model *model = page->workspace->model;
    if (words->count != 1)
        return error_set_misuse(error, "name the claim by its id: {{quote 003-exports-fy2023-24}}");
    ROW_SET_EACH (&model->rows.shown, row) {
        if (!text_is_equal(dataset_text(&model->dataset, row, FIELD_ID), words->items[0]))
            continue;
        if (!dataset_text(&model->dataset, row, FIELD_QUOTE).length)
            return error_set(error, "the claim `%.*s` has no quote", (int)words->items[0].length,
                             words->items[0].data);
        write_quote_of(page, row);
        return true;
    }
    return refuse_quote(page, words->items[0], error);
}

/* True if an earlier claim of the list has the same quote. */
static bool is_quoted_before(const struct dataset *dataset, const struct row_list *claims,
                             size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (quote_is_shared(dataset, row_list_at(claims, i), row_list_at(claims, at)))
            return true;
    return false;
}

/* The quotes on which the numbers before rest, each once. */
bool report_write_quotes(struct report_page *page, const struct field_words *words,
                         struct error *error)
{
    (void)words, (void)error;
    const struct dataset *dataset = &page->workspace->model->dataset;
    size_t count = page->notes.claims.count, written = 0;
    for (size_t i = 0; i < count; i++) {
        size_t row = row_list_at(&page->notes.claims, i);
        if (!dataset_text(dataset, row, FIELD_QUOTE).length ||
            is_quoted_before(dataset, &page->notes.claims, i))
            continue;
        report_put(page, written++ ? "\n" : "", "");
        write_quote_of(page, row);
    }
    if (!written)
        report_write_text(page, text_of("None of these numbers has a quote."));
    return true;
}

bool report_write_disagreements(struct report_page *page, const struct field_words *words,
                                struct error *error)
{
    (void)words, (void)error;
    const struct audit *audit = analysis_audit(page->workspace->model->results.analysis);
    const struct dataset *dataset = &page->workspace->model->dataset;
    size_t written = 0;
    for (size_t i = 0; i < audit->count; i++) {
        const struct check *check = &audit->checks[i];
        if (check->outcome != AUDIT_CONFLICT && check->outcome != AUDIT_CLOSE)
            continue;
        report_put(page, "- ", written ? "<li>" : "<ul>\n<li>");
        buffer_printf(&page->text, page->is_html ? "<strong>%s:</strong> " : "**%s:** ",
                      audit_outcome_word(check->outcome));
        report_write_text(page, text_of(check->text));
        report_write_reference(page, report_notes_claim(&page->notes, dataset, check->rows[0]));
        report_put(page, "\n", "</li>\n");
        written++;
    }
    if (written)
        report_put(page, "", "</ul>\n");
    else
        report_write_text(page, text_of("Nothing: no check found a conflict."));
    return true;
}

bool report_write_notes(struct report_page *page, const struct field_words *words,
                        struct error *error)
{
    (void)words, (void)error;
    page->has_notes = true;
    report_put(page, "", page->notes.count ? "<ol>\n" : "");
    for (size_t i = 0; i < page->notes.count; i++) {
        buffer_printf(&page->text, page->is_html ? "<li id=\"note%zu\">" : "[^%zu]: ", i + 1);
        report_write_text(page, text_of(page->notes.items[i]));
        report_put(page, "\n", "</li>\n");
    }
    report_put(page, "", page->notes.count ? "</ol>\n" : "");
    return true;
}

static void write_code(struct report_page *page, const char *text)
{
    struct buffer visible = {0};
    text_make_visible(&visible, text_of(text), true);
    report_put(page, "    ", "<pre>");
    if (page->is_html)
        html_text(&page->text, buffer_text(&visible));
    else
        buffer_append_text(&page->text, buffer_text(&visible));
    report_put(page, "\n", "\n</pre>\n");
    buffer_release(&visible);
}

/* The command line, and each file with its SHA-256. */
bool report_write_made(struct report_page *page, const struct field_words *words,
                       struct error *error)
{
    (void)words, (void)error;
    const struct model *model = page->workspace->model;
    report_write_text(page, text_of("Made by " PACKAGE_STRING
                                    "; with the same files it comes out the same. The SHA-256 of "
                                    "each file follows its name."));
    report_put(page, "\n\n", "\n");
    if (page->command)
        write_code(page, page->command);
    report_put(page, page->command ? "\n" : "", "<ul>\n");
    for (size_t i = 0; i < model->files.count; i++) {
        struct buffer hash = {0};
        const char *path = model_file_path(model, i);
        report_put(page, "- ", "<li>");
        report_write_text(page, text_of(file_display_name(path)));
        report_put(page, ": ", ": ");
        if (sha256_write_file(&hash, path))
            buffer_printf(&page->text, page->is_html ? "<code>%s</code>" : "`%s`", hash.data);
        else
            report_write_text(page, text_of("no file that can be read again"));
        buffer_release(&hash);
        report_put(page, "\n", "</li>\n");
    }
    report_put(page, "", "</ul>\n");
    return true;
}
