/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/column_choice.h"

#include "data/io/problem.h"

#include <stdlib.h>

/* True if the names are equal without their signs: `Value ($)`, `Value (€)` and `value` are. */
static bool is_similar(struct text a, struct text b)
{
    struct buffer left = {0}, right = {0};
    header_name_plain(&left, a);
    header_name_plain(&right, b);
    bool is_equal = left.length && text_is_equal(buffer_text(&left), buffer_text(&right));
    buffer_release(&left);
    buffer_release(&right);
    return is_equal;
}

static size_t find_exact(const struct compiler *compiler, struct text written)
{
    size_t count = compiler->record->count, found = count;
    for (size_t i = 0; i < count; i++) {
        if (!text_is_equal(text_trim(compiler->record->fields[i]), written))
            continue;
        if (found < count)
            return count;
        found = i;
    }
    return found;
}

/* Refuses a name that fits several columns. */
static void refuse(const struct compiler *compiler, struct text name, const bool *fits)
{
    struct buffer out = {0};
    const char *separator = "";
    problem_quote(&out, name);
    buffer_puts(&out, " may be each of the columns ");
    for (size_t i = 0; i < compiler->record->count; i++) {
        if (!fits[i])
            continue;
        buffer_puts(&out, separator);
        problem_quote(&out, text_trim(compiler->record->fields[i]));
        separator = ", ";
    }
    buffer_puts(&out, "; name one with --map exactly as the header does, or rename those that "
                      "have one name");
    if (!compiler->mapping->refusal)
        compiler->mapping->refusal = xstrdup(out.data);
    buffer_release(&out);
}

size_t column_choose(const struct compiler *compiler, struct text name, struct text written)
{
    size_t count = compiler->header.count, fitting = 0;
    size_t found = header_find(&compiler->header, name);
    size_t exact = written.length ? find_exact(compiler, written) : count;
    if (exact < count || found == count)
        return exact;
    bool *fits = xcalloc(count + 1, sizeof *fits);
    for (size_t i = 0; i < count; i++) {
        fits[i] = text_is_equal(compiler->header.names[i], name) ||
                  (written.length && is_similar(compiler->record->fields[i], written));
        fitting += fits[i];
    }
    if (fitting > 1)
        refuse(compiler, written.length ? written : text_trim(compiler->record->fields[found]),
               fits);
    free(fits);
    return fitting > 1 ? count : found;
}
