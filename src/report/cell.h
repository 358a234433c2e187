/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cells as CSV and JSON write them.
 */
#ifndef TRADESCOPE_REPORT_CELL_H
#define TRADESCOPE_REPORT_CELL_H

#include <jansson.h>

#include "base/buffer.h"
#include "data/load/unread.h"

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
 * Appends a cell: with a number, as one with the digits of the text, or as a string where JSON has
 * no number like it; else as cell_json().
 */
void cell_write_json_value(struct buffer *out, struct text cell, double number);
/* Appends a number with all its digits, and no exponent: 4000000000000000000, 0.00001. */
void cell_write_number(struct buffer *out, double number);
/* Appends the last field of an object, where something was not read: `, "tradescope:unread": 6`. */
void cell_write_json_unread(struct buffer *out, struct unread unread);
/*
 * Appends the value and frees it. Characters that could disturb a terminal are written as \uXXXX,
 * which is the same string to whoever reads it.
 */
void cell_write_json(struct buffer *out, json_t *value);

#endif
