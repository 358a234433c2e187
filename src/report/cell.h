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
/* To be called before any value is made: memory for it may not fail either. */
void cell_prepare_json(void);
/* A string, or null for an empty text. */
json_t *cell_json(struct text cell);
/* Appends the value and frees it. */
void cell_write_json(struct buffer *out, json_t *value);

#endif
