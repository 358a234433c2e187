/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats cells for CSV and JSON. */
#ifndef TRADESCOPE_REPORT_CELL_H
#define TRADESCOPE_REPORT_CELL_H

#include <jansson.h>

#include "base/buffer.h"
#include "data/load/dataset.h"

/* Quotes the cell if necessary, RFC 4180. */
void cell_write_csv(struct buffer *out, struct text cell);
/*
 * The same, with an apostrophe before text that a spreadsheet would take for a formula: that begins
 * with = + - @, a tab or a carriage return. Numbers are not changed.
 */
void cell_write_csv_safe(struct buffer *out, struct text cell);
typedef void cell_writer(struct buffer *out, struct text cell);

/* Call this before any JSON value is made: sets an allocator that does not fail. */
void cell_prepare_json(void);
/* Returns a string, or null for an empty text. */
json_t *cell_json(struct text cell);
/*
 * Appends a cell with a number as a number with the digits of the text, or as a string if JSON
 * cannot express it; otherwise as cell_json().
 */
void cell_write_json_value(struct buffer *out, struct text cell, double number);
/* Appends a number with all digits and without exponent: 4000000000000000000, 0.00001. */
void cell_write_number(struct buffer *out, double number);
/* Appends the last field of an object if something was not read: `, "tradescope:unread": 6`. */
void cell_write_json_unread(struct buffer *out, struct unread unread);
/*
 * Appends the value and frees it. Characters that could disturb a terminal are written as \uXXXX,
 * which JSON readers decode to the same string.
 */
void cell_write_json(struct buffer *out, json_t *value);

#endif
