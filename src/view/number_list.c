/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/number_list.h"

#include "base/array.h"
#include "view/claim_text.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_VALUE_CELLS 11

void number_list_add(struct number_list *list, const struct workspace *workspace, const char *label,
                     const struct derivation *derivation, enum role role)
{
    struct buffer origin = {0};
    derivation_format_origin(&origin, &workspace->dataset, derivation);
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = (struct number){
        .label = arena_copy(&list->arena, label, strlen(label)),
        .derivation = derivation,
        .role = role,
        .remark = arena_copy(&list->arena, origin.data, origin.length),
        .remark_role = derivation_is_derived(derivation) ? ROLE_DERIVED : ROLE_DIM,
    };
    buffer_release(&origin);
}

void number_list_remark(struct number_list *list, enum role role, const char *remark)
{
    struct number *last = &list->items[list->count - 1];
    last->remark = arena_copy(&list->arena, remark, strlen(remark));
    last->remark_role = role;
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

void number_write(struct line *line, const struct number *number, struct number_cells cells,
                  int width, const struct canvas *canvas)
{
    struct line part = {0};
    struct buffer value = {0};
    line_puts(&part, ROLE_PLAIN, number->label);
    line_pad(&part, cells.label + 1);
    derivation_format(&value, number->derivation);
    line_add_right(&part, number->role, buffer_text(&value), cells.value);
    line_puts(&part, ROLE_PLAIN, "  ");
    line_puts(&part, number->remark_role, number->remark);
    line_cut(&part, width, canvas_sign(canvas, "…", ">"));
    line_join(line, &part);
    buffer_release(&value);
    line_release(&part);
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

struct number_cells number_list_measure(const struct number_list *list)
{
    struct number_cells most = {0, LEAST_VALUE_CELLS};
    struct buffer value = {0};
    for (size_t i = 0; i < list->count; i++) {
        buffer_truncate(&value, 0);
        derivation_format(&value, list->items[i].derivation);
        most.label = larger(most.label, text_cells(text_of(list->items[i].label)));
        most.value = larger(most.value, text_cells(buffer_text(&value)));
    }
    buffer_release(&value);
    return most;
}
