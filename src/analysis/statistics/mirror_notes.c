/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons that the files give for two sums on the same trade to differ. */
#include "config.h"

#include "analysis/statistics/mirror.h"

#include "data/value/date.h"
#include "data/value/decimal.h"

#include <math.h>
#include <string.h>

static void start_line(struct buffer *out)
{
    if (out->length)
        buffer_putc(out, '\n');
}

static void write_month(struct buffer *out, int32_t day)
{
    struct date date = date_of_day(day);
    buffer_printf(out, "%04d-%02d", date.year, date.month);
}

static void write_extent(struct buffer *out, struct period period)
{
    period_format(out, period);
    if (period.kind == PERIOD_SPAN || period.kind == PERIOD_MONTH)
        return;
    buffer_puts(out, " is ");
    write_month(out, period.first);
    buffer_puts(out, " to ");
    write_month(out, period.last);
}

static void write_gap(struct buffer *out, const struct sum *a, const struct sum *b)
{
    double most = fmax(fabs(a->value), fabs(b->value));
    if (isnan(a->value) || isnan(b->value) || most == 0 || !unit_is_comparable(a->unit, b->unit))
        return;
    start_line(out);
    double percent = 100 * fabs(a->value - b->value) / most;
    if (percent == 0) {
        buffer_puts(out, "equal");
        return;
    }
    decimal_format(out, percent, percent < 0.1 ? 3 : percent < 1 ? 2 : 1);
    buffer_puts(out, " % apart");
}

static void write_periods(struct buffer *out, const struct sum *a, const struct sum *b)
{
    if (period_is_equal(a->period, b->period))
        return;
    start_line(out);
    buffer_puts(out, "another period: ");
    write_extent(out, a->period);
    buffer_puts(out, ", ");
    write_extent(out, b->period);
}

/* Importers state the value including the cost of transport. */
static void write_reporters(struct buffer *out, const struct stated_sum *a,
                            const struct stated_sum *b)
{
    if (text_is_equal_folded(a->series->trade.reporter, b->series->trade.reporter))
        return;
    start_line(out);
    buffer_puts(out, "another reporter: ");
    buffer_append_text(out, a->series->trade.reporter);
    buffer_puts(out, ", ");
    buffer_append_text(out, b->series->trade.reporter);
    if (a->sum->flow != b->sum->flow)
        buffer_puts(out, "; imports usually include insurance and freight (CIF), exports do not "
                         "(FOB)");
}

static void write_sources(struct buffer *out, const struct stated_sum *a,
                          const struct stated_sum *b)
{
    if (text_is_equal(a->source, b->source))
        return;
    start_line(out);
    buffer_puts(out, "another source: ");
    buffer_append_text(out, a->source);
    buffer_puts(out, ", ");
    buffer_append_text(out, b->source);
    buffer_puts(out, "; sources differ in revisions, exchange rates and in who counts as partner");
}

static void write_products(struct buffer *out, const struct series *a, const struct series *b)
{
    if (strcmp(a->product, b->product) == 0)
        return;
    start_line(out);
    buffer_printf(out, "other products: %s, %s", *a->product ? a->product : "not stated",
                  *b->product ? b->product : "not stated");
}

static void write_note(struct buffer *out, const struct stated_sum *sum)
{
    const struct {
        const char *name, *text;
    } notes[] = {{"made", *sum->sum->how ? sum->sum->how : NULL}, {"note", sum->series->note}};
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        if (!notes[i].text)
            continue;
        start_line(out);
        buffer_append_text(out, sum->source);
        buffer_printf(out, ", %s: %s", notes[i].name, notes[i].text);
    }
}

void mirror_notes_write(struct buffer *out, const struct stated_sum *a, const struct stated_sum *b)
{
    write_gap(out, a->sum, b->sum);
    write_periods(out, a->sum, b->sum);
    write_reporters(out, a, b);
    write_sources(out, a, b);
    write_products(out, a->series, b->series);
    write_note(out, a);
    write_note(out, b);
}
