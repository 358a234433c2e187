/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers in a list: what it is, its value, where it comes from. What Balance and Path show beside
 * their charts.
 */
#ifndef TRADESCOPE_VIEW_NUMBER_LIST_H
#define TRADESCOPE_VIEW_NUMBER_LIST_H

#include "analysis/claims/derivation.h"
#include "base/memory.h"
#include "view/draw/canvas.h"
#include "view/workspace.h"

struct number {
    const char *label;
    const struct derivation *derivation;
    const char *value; /* of it, as it is read */
    enum role role;
    const char *remark;
    const char *brief; /* in place of the remark where that does not fit; NULL for nothing */
    enum role remark_role;
};

struct number_list {
    struct arena arena; /* of labels and remarks */
    struct number *items;
    size_t count, capacity;
};

/*
 * Appends a number, which is not NULL; label and remark are copied. Without a remark the list says
 * where the number comes from.
 */
void number_list_add(struct number_list *list, const struct workspace *workspace, const char *label,
                     const struct derivation *derivation, enum role role);
/* Gives the last number a remark, which is shown whole or not at all, and a brief one, which may be
 * NULL, for narrow places. */
void number_list_remark(struct number_list *list, enum role role, const char *remark,
                        const char *brief);
void number_list_clear(struct number_list *list);
void number_list_release(struct number_list *list);

/* Cells of the longest label, of the longest value and of the longest remark. */
struct number_columns {
    int label, value, remark;
};
struct number_columns number_list_measure(const struct number_list *list);
/* Appends one number of a list so measured, in `width` cells. */
void number_write(struct line *line, const struct number *number, struct number_columns columns,
                  int width, const struct canvas *canvas);

#endif
