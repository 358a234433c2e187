/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/number_list.h"

#include "base/array.h"
#include "view/claim_format.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BEFORE_REMARK 2 /* number of blanks */
#define MOST_IN_UNIT 1e5

void number_list_add(struct number_list *list, const struct workspace *workspace, const char *label,
                     const struct derivation *derivation, enum role role)
{
    struct buffer origin = {0}, value = {0};
    derivation_format_origin(&origin, &workspace->model->dataset, derivation);
    derivation_format_for_reading(&value, derivation);
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = (struct number){
        .label = arena_copy(&list->arena, label, strlen(label)),
        .derivation = derivation,
        .value = arena_copy(&list->arena, value.data, value.length),
        .role = role,
        .remark = arena_copy(&list->arena, origin.data, origin.length),
        .brief = derivation_is_derived(derivation) ? NULL : "stated",
        .remark_role = derivation_is_derived(derivation) ? ROLE_DERIVED : ROLE_DIM,
    };
    buffer_release(&origin);
    buffer_release(&value);
}

void number_list_remark(struct number_list *list, enum role role, const char *remark,
                        const char *brief)
{
    struct number *last = &list->items[list->count - 1];
    last->remark = arena_copy(&list->arena, remark, strlen(remark));
    last->brief = brief ? arena_copy(&list->arena, brief, strlen(brief)) : NULL;
    last->remark_role = role;
}

static bool is_money(const struct number *number, struct unit unit)
{
    return number->derivation->unit.dimension == DIMENSION_MONEY &&
           unit_is_comparable(number->derivation->unit, unit);
}

/* Not finer than a unit that a number is stated in, as that would add digits. */
static struct unit common_unit(const struct number_list *list, struct unit unit)
{
    double least = INFINITY, largest = 0, coarsest = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct derivation *derivation = list->items[i].derivation;
        double size = fabs(derivation->value);
        if (!is_money(&list->items[i], unit) || !isfinite(size) || size == 0)
            continue;
        least = fmin(least, size);
        largest = fmax(largest, size);
        coarsest = fmax(coarsest, derivation->unit.scale);
    }
    if (largest == 0)
        return unit;
    unit.scale = coarsest;
    struct unit finest = unit_for_reading(unit, least, 1e3);
    return largest < MOST_IN_UNIT * finest.scale ? finest : unit_for_reading(unit, largest, 1e3);
}

void number_list_align(struct number_list *list)
{
    struct buffer value = {0};
    for (size_t i = 0; i < list->count; i++) {
        struct number *number = &list->items[i];
        if (!is_money(number, number->derivation->unit))
            continue;
        buffer_truncate(&value, 0);
        derivation_format_in(&value, number->derivation,
                             common_unit(list, number->derivation->unit));
        number->value = arena_copy(&list->arena, value.data, value.length);
    }
    buffer_release(&value);
}

void number_list_clear(struct number_list *list)
{
    arena_release(&list->arena);
    list->count = 0;
}

void number_list_release(struct number_list *list)
{
    number_list_clear(list);
    free(list->items);
    *list = (struct number_list){0};
}

/*
 * A remark cut short may reverse its meaning, and half a formula is useless, so it is shown whole
 * or not at all.
 */
static const char *remark_in(const struct number *number, int room)
{
    if (text_cells(text_of(number->remark)) <= room)
        return number->remark;
    return number->brief && text_cells(text_of(number->brief)) <= room ? number->brief : NULL;
}

void number_write(struct line *line, const struct number *number, struct number_columns columns,
                  int width, const struct canvas *canvas)
{
    struct line part = {0};
    line_puts(&part, ROLE_PLAIN, number->label);
    line_pad(&part, columns.label + 1);
    line_add_right(&part, number->role, text_of(number->value), columns.value);
    const char *remark = remark_in(number, width - line_cells(&part) - BEFORE_REMARK);
    if (remark) {
        line_pad(&part, line_cells(&part) + BEFORE_REMARK);
        line_puts(&part, number->remark_role, remark);
    }
    line_cut(&part, width, canvas_sign(canvas, "…", ">"));
    line_join(line, &part);
    line_release(&part);
}

static void widen(int *column, struct text text)
{
    int cells = text_cells(text);
    *column = cells > *column ? cells : *column;
}

struct number_columns number_list_measure(const struct number_list *list)
{
    struct number_columns columns = {0};
    for (size_t i = 0; i < list->count; i++) {
        widen(&columns.label, text_of(list->items[i].label));
        widen(&columns.value, text_of(list->items[i].value));
        widen(&columns.remark, text_of(list->items[i].remark));
    }
    return columns;
}
