/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a workbook, and the one that is read of them. */
#ifndef TRADESCOPE_DATA_IO_SHEET_LIST_H
#define TRADESCOPE_DATA_IO_SHEET_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

struct sheet {
    char *name, *link; /* owned; the link is for the reader */
    bool is_hidden;
};

/* Initialise it to zero. */
struct sheet_list {
    struct sheet *sheets; /* owned */
    size_t count, capacity;
};

void sheet_list_add(struct sheet_list *list, const char *name, const char *link, bool is_hidden);
void sheet_list_release(struct sheet_list *list);

/* Appends the rows of a sheet as CSV. Returns false with the reason. */
typedef bool sheet_reader(void *context, const struct sheet *sheet, struct buffer *out,
                          struct error *error);

/* Returns false, with the names of the sheets, if there is none of that name. NULL is always good.
 */
bool sheet_list_knows(const struct sheet_list *list, const char *wanted, struct error *error);
/*
 * Appends the rows of the sheet of that name, in either case. NULL chooses the only one that is
 * neither hidden nor empty nor called metadata, or the one that has four times as many numbers as
 * any other; then `note` says which it is. Returns false with the reason, which continues the name
 * of the file and names the sheets.
 */
bool sheet_list_read(const struct sheet_list *list, const char *wanted, sheet_reader *read,
                     void *context, struct buffer *out, struct buffer *note, struct error *error);

#endif
