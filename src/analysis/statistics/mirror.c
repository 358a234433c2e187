/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/mirror.h"

#include "data/value/date.h"
#include "data/value/decimal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static enum flow other_side(enum flow flow)
{
    return flow == FLOW_EXPORT ? FLOW_IMPORT : FLOW_EXPORT;
}

static bool has_mirror(const struct sum *sum)
{
    return (sum->flow == FLOW_EXPORT || sum->flow == FLOW_IMPORT) && !isnan(sum->value);
}

/* Returns NULL if both are comparable. */
static const char *reason_against(const struct sum *own, const struct sum *other)
{
    if (!own)
        return "the partner alone reports";
    if (!other)
        return "no mirror";
    if (!unit_is_comparable(own->unit, other->unit))
        return "another currency";
    if (own->has_gap || other->has_gap)
        return "months are missing";
    if (!period_is_equal(own->period, other->period))
        return "another part of the period";
    return NULL;
}

static struct mirror_entry entry_of(const struct sum *own, const struct sum *other)
{
    struct mirror_entry entry = {
        .period = own ? own->whole : other->whole,
        .flow = own ? own->flow : other_side(other->flow),
        .own = own,
        .other = other,
        .ratio = NAN,
        .reason = reason_against(own, other),
    };
    if (entry.reason)
        return entry;
    bool is_export = entry.flow == FLOW_EXPORT;
    double imported = is_export ? other->value : own->value;
    double exported = is_export ? own->value : other->value;
    if (exported > 0)
        entry.ratio = imported / exported;
    else
        entry.reason = "no exports to divide by";
    return entry;
}

static const struct sum *find(const struct series *series, struct period whole, enum flow flow)
{
    const struct sum *sum = series ? series_find(series, whole, flow) : NULL;
    return sum && has_mirror(sum) ? sum : NULL;
}

static int compare_entries(const void *left, const void *right)
{
    const struct mirror_entry *a = left, *b = right;
    int order = period_compare(a->period, b->period);
    return order ? order : (int)a->flow - (int)b->flow;
}

struct mirror mirror_make(struct arena *arena, const struct series *own, const struct series *other)
{
    struct mirror mirror = {0};
    size_t most = own->count + (other ? other->count : 0);
    mirror.entries = arena_alloc(arena, (most + 1) * sizeof *mirror.entries);
    for (size_t i = 0; i < own->count; i++) {
        const struct sum *sum = &own->sums[i];
        if (has_mirror(sum))
            mirror.entries[mirror.count++] =
                entry_of(sum, find(other, sum->whole, other_side(sum->flow)));
    }
    for (size_t i = 0; other && i < other->count; i++) {
        const struct sum *sum = &other->sums[i];
        if (has_mirror(sum) && !find(own, sum->whole, other_side(sum->flow)))
            mirror.entries[mirror.count++] = entry_of(NULL, sum);
    }
    if (mirror.count)
        qsort(mirror.entries, mirror.count, sizeof *mirror.entries, compare_entries);
    return mirror;
}

/* Reasons that the files give for two sums on the same trade to differ. */

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
