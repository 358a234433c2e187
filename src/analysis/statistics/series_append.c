/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Converts sums to claims, so that all results for claims are available for statistics too. */
#include "config.h"

#include "analysis/statistics/series.h"

#include "data/load/dataset_join.h"

#include <math.h>
#include <stdlib.h>

/* State for writing one row. */
struct figure {
    struct dataset *claims;
    size_t row;
    struct buffer text; /* the current cell */
};

static void put(struct figure *figure, enum field field, struct text text)
{
    table_set_text(figure->claims->table, figure->row, figure->claims->column[field], text);
}

static void put_buffer(struct figure *figure, enum field field)
{
    put(figure, field, buffer_text(&figure->text));
    buffer_truncate(&figure->text, 0);
}

static void put_period(struct figure *figure, struct period period)
{
    period_format(&figure->text, period);
    table_set_period(figure->claims->table, figure->row, figure->claims->column[FIELD_PERIOD],
                     buffer_text(&figure->text), period);
    buffer_truncate(&figure->text, 0);
}

/* Omits digits that the file does not state: 115e9 and not 115000000000. */
static void put_value(struct figure *figure, const struct sum *sum)
{
    double value = sum->value / sum->unit.scale;
    if (sum->places < 0)
        buffer_printf(&figure->text, "%.0fe%d", value * pow(10, sum->places), -sum->places);
    else
        buffer_printf(&figure->text, "%.*f", sum->places, value);
    struct decimal decimal;
    if (decimal_parse(buffer_text(&figure->text), &decimal))
        table_set_number(figure->claims->table, figure->row, figure->claims->column[FIELD_VALUE],
                         buffer_text(&figure->text), decimal.value);
    buffer_truncate(&figure->text, 0);
}

static const char *word_of_scale(double scale)
{
    static const struct {
        double scale;
        const char *word;
    } words[] = {{1e3, " thousand"}, {1e6, " mn"},   {1e9, " bn"},
                 {1e12, " tn"},      {1e5, " lakh"}, {1e7, " crore"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].scale == scale)
            return words[i].word;
    return "";
}

static struct text partner_of(const struct series *series)
{
    struct text partner = series->trade.partner;
    return partner.length ? partner : text_of("World");
}

static const char *preposition_of(enum flow flow)
{
    return flow == FLOW_IMPORT || flow == FLOW_RE_IMPORT   ? "from"
           : flow == FLOW_EXPORT || flow == FLOW_RE_EXPORT ? "to"
                                                           : "with";
}

/* Appends "India's imports from Russia, all goods"; without the goods if no column states them. */
static void put_text(struct figure *figure, const struct series *series, enum flow flow)
{
    struct buffer *text = &figure->text;
    const char *noun = flow == FLOW_TOTAL ? "trade" : flow_vocabulary.words[flow];
    bool is_plural = flow != FLOW_TOTAL && flow != FLOW_BALANCE;
    buffer_append_text(text, series->trade.reporter);
    buffer_printf(text, "'s %s%s %s ", noun, is_plural ? "s" : "", preposition_of(flow));
    buffer_append_text(text, partner_of(series));
    if (*series->product)
        buffer_printf(text, ", %s", series->product);
    put_buffer(figure, FIELD_TEXT);
}

/*
 * Unread rows may belong to a sum of several rows. If one row states the total, nothing is missing.
 */
static bool may_lack_rows(const struct series *series, const struct sum *sum)
{
    return unread_is_some(series->unread) &&
           !(sum->row_count == 1 && series->is_all_goods && *series->product);
}

static const char *qualifier_of(const struct series *series, const struct sum *sum)
{
    if (sum->has_gap)
        return "at least";
    if (!may_lack_rows(series, sum))
        return "exact";
    return sum->flow == FLOW_BALANCE ? "about" : "at least";
}

/* Appends how the sum was made, the number of rows, what was left out, and the format's note. */
static void put_note(struct figure *figure, const struct series *series, const struct sum *sum)
{
    struct buffer *note = &figure->text;
    buffer_puts(note, sum->how);
    buffer_printf(note, "%s%zu row%s", note->length ? ", " : "", sum->row_count,
                  sum->row_count == 1 ? "" : "s");
    if (sum->omission_count) {
        buffer_puts(note, "; left out: ");
        omissions_write(note, sum->omissions, sum->omission_count, sum->unit);
    }
    if (unread_is_some(series->unread)) {
        buffer_puts(note, "; ");
        unread_write(note, series->unread);
        buffer_puts(note, may_lack_rows(series, sum) ? ", so it may be more" : "");
    }
    if (series->note)
        buffer_printf(note, "; %s", series->note);
    put_buffer(figure, FIELD_NOTE);
}

static void put_id(struct figure *figure, const struct series *series, const struct sum *sum,
                   struct text source)
{
    struct buffer *id = &figure->text;
    buffer_append_text(id, source);
    buffer_putc(id, ' ');
    period_format(id, sum->period);
    buffer_printf(id, " %s", flow_vocabulary.words[sum->flow]);
    if (!series->is_all_goods)
        buffer_printf(id, " %s", series->product);
    put_buffer(figure, FIELD_ID);
}

static void append_sum(struct figure *figure, const struct series *series, const struct sum *sum,
                       struct text source)
{
    figure->row = table_row_count(figure->claims->table);
    table_add_row(figure->claims->table, 0);
    put(figure, FIELD_KIND, text_of("figure"));
    put(figure, FIELD_MEASURE, text_of("value"));
    put(figure, FIELD_QUALIFIER, text_of(qualifier_of(series, sum)));
    put(figure, FIELD_FLOW, text_of(flow_vocabulary.words[sum->flow]));
    put(figure, FIELD_REPORTER, series->trade.reporter);
    put(figure, FIELD_PARTNER, partner_of(series));
    put(figure, FIELD_PRODUCT, text_of(series->is_all_goods ? "" : series->product));
    put(figure, FIELD_SOURCE, source);
    buffer_printf(&figure->text, "%s%s", sum->unit.currency, word_of_scale(sum->unit.scale));
    put_buffer(figure, FIELD_UNIT);
    put_period(figure, sum->period);
    put_value(figure, sum);
    put_id(figure, series, sum, source);
    put_text(figure, series, sum->flow);
    put_note(figure, series, sum);
}

size_t series_append(const struct series *series, struct text source, struct dataset *claims)
{
    struct figure figure = {.claims = claims};
    size_t count = 0, first = table_row_count(claims->table);
    for (size_t i = 0; i < series->count; i++) {
        if (isnan(series->sums[i].value))
            continue;
        append_sum(&figure, series, &series->sums[i], source);
        count++;
    }
    dataset_count(claims, first);
    buffer_release(&figure.text);
    return count;
}
