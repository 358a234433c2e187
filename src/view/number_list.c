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

static void write_value(struct buffer *out, const struct number *number)
{
    buffer_truncate(out, 0);
    derivation_format_for_reading(out, number->derivation);
}

void number_write(struct line *line, const struct number *number, struct number_columns columns,
                  int width, const struct canvas *canvas)
{
    struct line part = {0};
    struct buffer value = {0};
    line_puts(&part, ROLE_PLAIN, number->label);
    line_pad(&part, columns.label + 1);
    write_value(&value, number);
    line_add_right(&part, number->role, buffer_text(&value), columns.value);
    line_puts(&part, ROLE_PLAIN, "  ");
    line_puts(&part, number->remark_role, number->remark);
    line_cut(&part, width, canvas_sign(canvas, "…", ">"));
    line_join(line, &part);
    buffer_release(&value);
    line_release(&part);
}

struct number_columns number_list_measure(const struct number_list *list)
{
    struct number_columns columns = {0, LEAST_VALUE_CELLS};
    struct buffer value = {0};
    for (size_t i = 0; i < list->count; i++) {
        write_value(&value, &list->items[i]);
        int label = text_cells(text_of(list->items[i].label));
        int cells = text_cells(buffer_text(&value));
        columns.label = label > columns.label ? label : columns.label;
        columns.value = cells > columns.value ? cells : columns.value;
    }
    buffer_release(&value);
    return columns;
}
