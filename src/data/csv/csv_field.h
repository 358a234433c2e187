/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one field of a CSV text, of any kind, one possible end after the other. */
#ifndef TRADESCOPE_DATA_CSV_CSV_FIELD_H
#define TRADESCOPE_DATA_CSV_CSV_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"

#define CSV_NO_END ((size_t)-1)

/* A position in a text. */
struct csv_cursor {
    const char *data;
    size_t length;
    char separator, tab; /* `tab` is the character other than space that counts as blank */
    size_t line;
};

static inline bool csv_is_blank(const struct csv_cursor *cursor, size_t at)
{
    char byte = cursor->data[at];
    return byte == ' ' || byte == cursor->tab;
}

static inline size_t csv_skip_blanks(const struct csv_cursor *cursor, size_t at)
{
    while (at < cursor->length && csv_is_blank(cursor, at))
        at++;
    return at;
}

static inline bool csv_is_line_end(const struct csv_cursor *cursor, size_t at)
{
    return cursor->data[at] == '\n' || cursor->data[at] == '\r';
}

/* Returns the offset behind the line end at `at`: LF, CRLF, or CR alone. */
static inline size_t csv_pass_line_end(struct csv_cursor *cursor, size_t at)
{
    const char *data = cursor->data;
    bool is_pair = data[at] == '\r' && at + 1 < cursor->length && data[at + 1] == '\n';
    cursor->line++;
    return at + 1 + is_pair;
}

/*
 * Reads the field that starts at `at`. It points into the text, or into `copies` if it had to be
 * changed. Returns the offset of its end, CSV_NO_END for a quote that is never closed.
 */
size_t csv_field_take(struct csv_cursor *cursor, size_t at, struct arena *copies,
                      struct text *field);

#endif
