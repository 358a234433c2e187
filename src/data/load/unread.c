/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/unread.h"

struct unread unread_of(const struct dataset *dataset, size_t rows)
{
    struct unread unread = {
        .rows = dataset->unread, .all = rows + dataset->unread, .cut = dataset->is_cut};
    unread.files = dataset->is_unreadable && !unread.all;
    if (unread.files)
        unread.cut = 0;
    return unread;
}

void unread_add(struct unread *sum, struct unread of)
{
    sum->rows += of.rows;
    sum->all += of.all;
    sum->files += of.files;
    sum->cut += of.cut;
}

bool unread_is_some(struct unread unread)
{
    return unread.rows || unread.files || unread.cut;
}

static void write_rows(struct buffer *out, struct unread unread)
{
    decimal_format(out, (double)unread.rows, 0);
    buffer_puts(out, " of ");
    decimal_format(out, (double)unread.all, 0);
    buffer_printf(out, " row%s", unread.all == 1 ? "" : "s");
}

void unread_write(struct buffer *out, struct unread unread)
{
    size_t start = out->length;
    if (!unread_is_some(unread))
        return;
    if (unread.rows)
        write_rows(out, unread);
    if (unread.files)
        buffer_printf(out, "%s%zu file%s", out->length > start ? ", " : "", unread.files,
                      unread.files == 1 ? "" : "s");
    if (unread.cut)
        buffer_printf(out, "%sthe rest of %s", out->length > start ? ", " : "",
                      unread.cut == 1 ? "a file" : "files");
    buffer_puts(out, " not read");
}

void unread_write_with_problems(struct buffer *out, struct unread unread)
{
    if (!unread_is_some(unread))
        return;
    unread_write(out, unread);
    buffer_puts(out, ": 6 Problems");
}
