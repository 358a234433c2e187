/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of numbers: label, value, origin. Balance and Path show it next to their charts. */
#ifndef TRADESCOPE_VIEW_NUMBER_LIST_H
#define TRADESCOPE_VIEW_NUMBER_LIST_H

#include "analysis/claims/derivation.h"
#include "base/memory.h"
#include "view/draw/canvas.h"
#include "view/workspace.h"

struct number {
    const char *label;
    const struct derivation *derivation;
    const char *value; /* formatted for reading */
    enum role role;
    const char *remark;
    const char *brief; /* shown if the remark does not fit; NULL for nothing */
    enum role remark_role;
};

struct number_list {
    struct arena arena; /* memory of labels and remarks */
    struct number *items;
    size_t count, capacity;
};

/*
 * Appends a number, which must not be NULL; label and remark are copied. Without a remark the list
 * shows the origin of the number.
 */
void number_list_add(struct number_list *list, const struct workspace *workspace, const char *label,
                     const struct derivation *derivation, enum role role);
/*
 * Adds a remark to the last number, which is shown whole or not at all, and a brief one for narrow
 * panes, which may be NULL.
 */
void number_list_remark(struct number_list *list, enum role role, const char *remark,
                        const char *brief);
/*
 * Writes all money of one currency in one unit, so that amounts in one column can be compared: the
 * smallest of those that suit one of them, if the largest amount has at most five digits in it.
 */
void number_list_align(struct number_list *list);
void number_list_clear(struct number_list *list);
void number_list_release(struct number_list *list);

/* Width of the longest label, value and remark. */
struct number_columns {
    int label, value, remark;
};
struct number_columns number_list_measure(const struct number_list *list);
/* Appends one number of a measured list, in `width` cells. */
void number_write(struct line *line, const struct number *number, struct number_columns columns,
                  int width, const struct canvas *canvas);

#endif
