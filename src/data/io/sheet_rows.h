/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a sheet needs of the other parts of its workbook, texts and formats of dates, and the sheet
 * as CSV.
 */
#ifndef TRADESCOPE_DATA_IO_SHEET_ROWS_H
#define TRADESCOPE_DATA_IO_SHEET_ROWS_H

#include "base/buffer.h"
#include "data/io/sheet_date.h"
#include "data/io/xml_part.h"

/* Texts of cells, which share one buffer. Initialise it to zero. */
struct shared_texts {
    struct buffer bytes;
    size_t *ends; /* owned */
    size_t count, capacity;
};

/* What the style of each number shows of a date. Initialise it to zero. */
struct cell_styles {
    enum date_parts *parts; /* owned */
    size_t count, capacity;
};

struct sheet_context {
    struct shared_texts texts;
    struct cell_styles styles;
    bool is_1904;
};

/* Each reads a part; returns false with the reason if it is damaged. */
bool shared_texts_read(const struct expat_library *library, struct text part,
                       struct shared_texts *texts, struct error *error);
bool cell_styles_read(const struct expat_library *library, struct text part,
                      struct cell_styles *styles, struct error *error);
/* Appends the rows to `out`, all equally wide. */
bool sheet_rows_read(const struct expat_library *library, const char *what, struct text part,
                     const struct sheet_context *context, struct buffer *out, struct error *error);
void sheet_context_release(struct sheet_context *context);

#endif
