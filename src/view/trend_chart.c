/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/trend_chart.h"

#include "base/array.h"
#include "base/memory.h"
#include "view/balance_bars.h"
#include "view/draw/chart.h"

#include <math.h>

/* The lines. Not all terminals have colours, so marks differ too. */
static const struct trend_line {
    const char *name, *mark, *ascii_mark;
    enum role role;
    enum chart_style style;
} lines[] = {
    {"exports", "●", "x", ROLE_EXPORT, CHART_SOLID},
    {"imports", "◆", "m", ROLE_IMPORT, CHART_SOLID},
    {"balance", "○", "b", ROLE_STRONG, CHART_DOTTED},
};

static const struct balance *balance_of(const struct workspace *workspace)
{
    return analysis_balance(workspace->model->results.analysis);
}

/*
 * Calendar and fiscal years, and months, are different series: the one with most periods is drawn,
 * as the latest period may be a part of a year.
 */
static enum period_kind kind_of_trend(const struct balance *balance)
{
    size_t counts[PERIOD_SPAN + 1] = {0};
    enum period_kind most = PERIOD_NONE;
    for (size_t i = 0; i < balance->count; i++)
        counts[balance->entries[i].period.kind]++;
    for (size_t kind = PERIOD_NONE + 1; kind <= PERIOD_SPAN; kind++)
        if (counts[kind] > (most == PERIOD_NONE ? 0 : counts[most]))
            most = (enum period_kind)kind;
    return most;
}

/* A period that several sources state has several entries: the first one is drawn. */
static bool is_drawn(const struct balance *balance, enum period_kind kind, size_t i)
{
    return balance->entries[i].period.kind == kind &&
           (i == 0 || !period_is_equal(balance->entries[i].period, balance->entries[i - 1].period));
}

bool trend_chart_has_points(const struct workspace *workspace)
{
    const struct balance *balance = balance_of(workspace);
    enum period_kind kind = kind_of_trend(balance);
    size_t count = 0;
    for (size_t i = 0; i < balance->count; i++)
        count += is_drawn(balance, kind, i);
    return count > 1;
}

static const struct derivation *value_of(const struct balance_entry *entry, size_t line)
{
    return line == 0 ? entry->exports : line == 1 ? entry->imports : entry->balance;
}

/* Returns the end of the period, in years. */
static double year_of(struct period period)
{
    return 1970 + (period.last + 1) / 365.2425;
}

static void label_last(struct arena *arena, struct chart_point *points, size_t count,
                       const struct derivation *last, struct unit unit)
{
    struct buffer text = {0};
    if (!last || !count)
        return;
    derivation_format_number(&text, last, unit);
    points[count - 1].label = arena_copy(arena, text.data, text.length);
    buffer_release(&text);
}

static struct chart_curve plan_line(struct arena *arena, const struct balance *balance, size_t line,
                                    struct period shown)
{
    enum period_kind kind = kind_of_trend(balance);
    struct chart_point *points = arena_alloc(arena, (balance->count + 1) * sizeof *points);
    const struct derivation *last = NULL;
    size_t count = 0;
    for (size_t i = 0; i < balance->count; i++) {
        const struct balance_entry *entry = &balance->entries[i];
        const struct derivation *value = value_of(entry, line);
        if (!is_drawn(balance, kind, i))
            continue;
        points[count++] =
            (struct chart_point){.x = year_of(entry->period),
                                 .y = value ? value->value : (double)NAN,
                                 .mark = lines[line].mark,
                                 .ascii_mark = lines[line].ascii_mark,
                                 .role = lines[line].role,
                                 .is_selected = period_is_equal(entry->period, shown)};
        last = value;
    }
    label_last(arena, points, count, last, balance_unit(balance));
    return (struct chart_curve){points, count, lines[line].style, lines[line].role};
}

static void plan_ticks(struct arena *arena, const struct balance *balance, struct chart *chart)
{
    enum period_kind kind = kind_of_trend(balance);
    struct chart_tick *ticks = arena_alloc(arena, (balance->count + 1) * sizeof *ticks);
    for (size_t i = 0; i < balance->count; i++)
        if (is_drawn(balance, kind, i))
            ticks[chart->tick_count++] =
                (struct chart_tick){year_of(balance->entries[i].period),
                                    period_string(arena, balance->entries[i].period)};
    chart->ticks = ticks;
    chart->x_low = ticks[0].x;
    chart->x_high = ticks[chart->tick_count - 1].x;
}

static bool is_stated(const struct balance *balance, size_t line)
{
    bool is_some = false;
    for (size_t i = 0; i < balance->count; i++)
        is_some = is_some || value_of(&balance->entries[i], line);
    return is_some;
}

static void write_legend(struct buffer *title, const struct balance *balance,
                         const struct canvas *canvas)
{
    for (size_t i = 0; i < ARRAY_LENGTH(lines); i++)
        if (is_stated(balance, i))
            buffer_printf(title, "   %s %s",
                          canvas_sign(canvas, lines[i].mark, lines[i].ascii_mark), lines[i].name);
}

void trend_chart_draw(const struct workspace *workspace, struct canvas *canvas, int height,
                      struct period shown)
{
    const struct balance *balance = balance_of(workspace);
    struct unit unit = balance_unit(balance);
    struct arena arena = {0};
    struct buffer title = {0};
    struct chart_curve curves[ARRAY_LENGTH(lines)];
    struct chart chart = {.curves = curves, .curve_count = ARRAY_LENGTH(lines)};
    for (size_t i = 0; i < ARRAY_LENGTH(lines); i++)
        curves[i] = plan_line(&arena, balance, i, shown);
    plan_ticks(&arena, balance, &chart);
    unit_format_name(&title, unit);
    write_legend(&title, balance, canvas);
    chart.y_unit = unit.scale;
    chart.y_title = title.data;
    chart_draw(canvas, 0, height, &chart);
    buffer_release(&title);
    arena_release(&arena);
}
