/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cells as CSV and JSON write them.
 */
#ifndef TRADESCOPE_REPORT_CELL_H
#define TRADESCOPE_REPORT_CELL_H

#include <jansson.h>

#include "base/buffer.h"

/* Quoted where it must be, RFC 4180. */
void cell_write_csv(struct buffer *out, struct text cell);
/*
 * The same, with an apostrophe in front of what a spreadsheet would take for a formula: text that
 * begins with = + - @, a tab or a carriage return. Numbers stay as they are, with their sign.
 */
void cell_write_csv_safe(struct buffer *out, struct text cell);
typedef void cell_writer(struct buffer *out, struct text cell);

/* To be called before any value is made: memory for it may not fail either. */
void cell_prepare_json(void);
/* A string, or null for an empty text. */
json_t *cell_json(struct text cell);
/*
 * Appends the value and frees it. Characters that could disturb a terminal are written as \uXXXX,
 * which is the same string to whoever reads it.
 */
void cell_write_json(struct buffer *out, json_t *value);

#endif
