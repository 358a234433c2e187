/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/claim_format.h"

#include <math.h>

void claim_format_value(struct buffer *out, const struct claim *claim)
{
    if (isnan(claim->value))
        return;
    if (claim->qualifier != QUALIFIER_NONE && claim->qualifier != QUALIFIER_EXACT)
        buffer_printf(out, "%s ", qualifier_vocabulary.words[claim->qualifier]);
    bool is_rate = claim->measure == MEASURE_GROWTH || claim->measure == MEASURE_CHANGE ||
                   claim->measure == MEASURE_AVERAGE_GROWTH;
    if (is_rate && claim->value > 0)
        buffer_putc(out, '+');
    unit_format(out, claim->unit, claim->decimal.value, claim->decimal.places);
    if (claim->scope.length) {
        buffer_puts(out, " in ");
        buffer_append_text(out, claim->scope);
    }
}

void claim_format_subject(struct buffer *out, const struct dataset *dataset, size_t row)
{
    struct claim claim = dataset_claim(dataset, row);
    if (claim.kind == KIND_TARGET || claim.kind == KIND_FORECAST)
        buffer_printf(out, "%s ", kind_vocabulary.words[claim.kind]);
    if (claim.measure != MEASURE_NONE && claim.measure != MEASURE_VALUE)
        buffer_printf(out, "%s%s", measure_vocabulary.words[claim.measure],
                      claim.flow ? " of " : " ");
    if (claim.flow)
        buffer_printf(out, "%s ", flow_vocabulary.words[claim.flow]);
    if (claim.product.length) {
        buffer_append_text(out, claim.product);
        buffer_putc(out, ' ');
    }
    if (!claim.period.kind && kind_has_number(claim.kind))
        buffer_puts(out, "(period not stated)");
    else
        period_format(out, claim.period.kind ? claim.period : claim.date);
}

static void add_part(struct buffer *out, size_t start, const char *before, struct text text)
{
    if (!text.length)
        return;
    buffer_printf(out, "%s%s", out->length > start ? ", " : "", before);
    buffer_append_text(out, text);
}

void claim_format_citation(struct buffer *out, const struct dataset *dataset, size_t row)
{
    size_t start = out->length;
    add_part(out, start, "", dataset_text(dataset, row, FIELD_SPEAKER));
    add_part(out, start, "source ", dataset_text(dataset, row, FIELD_SOURCE));
    add_part(out, start, "", dataset_text(dataset, row, FIELD_TITLE));
    add_part(out, start, "", dataset_text(dataset, row, FIELD_PUBLISHER));
    struct text published = dataset_text(dataset, row, FIELD_PUBLISHED);
    add_part(out, start, "published ", published);
    if (!published.length)
        add_part(out, start, "", text_of("no date of publication stated"));
    add_part(out, start, "", dataset_text(dataset, row, FIELD_URL));
}

void derivation_format_origin(struct buffer *out, const struct dataset *dataset,
                              const struct derivation *derivation)
{
    if (derivation->row == NO_ROW) {
        buffer_printf(out, "= %s", method_table[derivation->method].formula);
        return;
    }
    struct text source = dataset_text(dataset, derivation->row, FIELD_SOURCE);
    buffer_puts(out, source.length ? "stated by " : "stated in ");
    if (source.length)
        buffer_append_text(out, source);
    else
        dataset_id(dataset, derivation->row, out);
}
