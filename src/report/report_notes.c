/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report_notes.h"

#include "base/array.h"
#include "model/files.h"
#include "view/claim_format.h"

#include <stdlib.h>
#include <string.h>

void report_notes_release(struct report_notes *notes)
{
    for (size_t i = 0; i < notes->count; i++)
        free(notes->items[i]);
    free(notes->items);
    row_list_release(&notes->claims);
    *notes = (struct report_notes){0};
}

size_t report_notes_add(struct report_notes *notes, struct text text)
{
    for (size_t i = 0; i < notes->count; i++)
        if (text_is_equal(text_of(notes->items[i]), text))
            return i + 1;
    ARRAY_RESERVE(notes->items, notes->count + 1, notes->capacity);
    notes->items[notes->count++] = xstrndup(text.data, text.length);
    return notes->count;
}

static void write_part(struct buffer *out, const char *before, struct text text)
{
    if (!text.length)
        return;
    buffer_puts(out, before);
    buffer_append_text(out, text);
}

/* Appends "india-russia.csv, line 84", or how a sum was made. */
static void write_place(struct buffer *out, const struct dataset *dataset, size_t row)
{
    buffer_puts(out, file_display_name(dataset_row_path(dataset, row)));
    if (table_line(dataset->table, row))
        buffer_printf(out, ", line %zu", table_line(dataset->table, row));
    else
        write_part(out, ", ", dataset_text(dataset, row, FIELD_NOTE));
}

/* A sum has no line of its own: "India > Russia, import 2019: ". */
static void write_subject(struct buffer *out, const struct dataset *dataset, size_t row)
{
    buffer_append_text(out, dataset_text(dataset, row, FIELD_REPORTER));
    write_part(out, " > ", dataset_text(dataset, row, FIELD_PARTNER));
    buffer_puts(out, ", ");
    claim_format_subject(out, dataset, row);
    buffer_puts(out, ": ");
}

void report_write_source(struct buffer *out, const struct dataset *dataset, size_t row)
{
    struct text date = dataset_text(dataset, row, FIELD_PUBLISHED);
    struct text title = dataset_text(dataset, row, FIELD_TITLE);
    buffer_append_text(out, dataset_text(dataset, row, FIELD_SOURCE));
    write_part(out, ", “", title);
    buffer_puts(out, title.length ? "”" : "");
    write_part(out, ", ", dataset_text(dataset, row, FIELD_PUBLISHER));
    write_part(out, ", ", date.length ? date : text_of("no date of publication stated"));
    write_part(out, ", ", dataset_text(dataset, row, FIELD_URL));
    buffer_puts(out, "; ");
    write_place(out, dataset, row);
}

/* A sum has no quote, and its row is another when another pair is shown. */
static void remember(struct report_notes *notes, const struct dataset *dataset, size_t row)
{
    if (!table_line(dataset->table, row))
        return;
    for (size_t i = 0; i < notes->claims.count; i++)
        if (row_list_at(&notes->claims, i) == row)
            return;
    row_list_add(&notes->claims, row);
}

static void remember_all(struct report_notes *notes, const struct dataset *dataset,
                         const struct derivation *derivation)
{
    for (size_t i = 0; i < ARRAY_LENGTH(derivation->inputs) && derivation->inputs[i]; i++)
        remember_all(notes, dataset, derivation->inputs[i]);
    if (derivation->row != NO_ROW)
        remember(notes, dataset, derivation->row);
}

void report_write_exactness(struct buffer *out, const struct derivation *derivation)
{
    if (derivation->qualifier > QUALIFIER_EXACT)
        buffer_printf(out, "%s ", qualifier_vocabulary.words[derivation->qualifier]);
}

static void write_leaf(struct buffer *out, const struct dataset *dataset,
                       const struct derivation *derivation)
{
    buffer_printf(out, "%s ", derivation->name);
    report_write_exactness(out, derivation);
    derivation_format(out, derivation);
    if (derivation->row == NO_ROW)
        return;
    struct text source = dataset_text(dataset, derivation->row, FIELD_SOURCE);
    buffer_puts(out, " (");
    buffer_append_text(out, source);
    buffer_puts(out, source.length ? "; " : "");
    write_place(out, dataset, derivation->row);
    buffer_putc(out, ')');
}

void report_write_inputs(struct buffer *out, const struct dataset *dataset,
                         const struct derivation *derivation)
{
    for (size_t i = 0; i < ARRAY_LENGTH(derivation->inputs) && derivation->inputs[i]; i++) {
        const struct derivation *input = derivation->inputs[i];
        buffer_puts(out, i ? ", and " : "");
        write_leaf(out, dataset, input);
        if (!input->inputs[0])
            continue;
        buffer_printf(out, " = %s with ", method_table[input->method].formula);
        report_write_inputs(out, dataset, input);
    }
}

size_t report_notes_claim(struct report_notes *notes, const struct dataset *dataset, size_t row)
{
    struct buffer text = {0};
    if (!table_line(dataset->table, row))
        write_subject(&text, dataset, row);
    report_write_source(&text, dataset, row);
    remember(notes, dataset, row);
    size_t number = report_notes_add(notes, buffer_text(&text));
    buffer_release(&text);
    return number;
}

static void write_method(struct buffer *out, const struct derivation *derivation)
{
    const struct method_info *method = &method_table[derivation->method];
    buffer_printf(out, "= %s", method->formula);
    if (method->source)
        buffer_printf(out, " (%s)", method->source);
}

size_t report_notes_number(struct report_notes *notes, const struct dataset *dataset,
                           const struct derivation *derivation)
{
    if (derivation->row != NO_ROW)
        return report_notes_claim(notes, dataset, derivation->row);
    struct buffer text = {0};
    buffer_printf(&text, "%s ", derivation->name);
    write_method(&text, derivation);
    buffer_puts(&text, derivation->inputs[0] ? ", with " : "");
    report_write_inputs(&text, dataset, derivation);
    remember_all(notes, dataset, derivation);
    size_t number = report_notes_add(notes, buffer_text(&text));
    buffer_release(&text);
    return number;
}

size_t report_notes_cell(struct report_notes *notes, const struct dataset *dataset,
                         const struct derivation *derivation)
{
    if (derivation->row != NO_ROW)
        return report_notes_claim(notes, dataset, derivation->row);
    struct buffer text = {0};
    buffer_printf(&text, "%s ", method_table[derivation->method].name);
    write_method(&text, derivation);
    size_t number = report_notes_add(notes, buffer_text(&text));
    buffer_release(&text);
    return number;
}
