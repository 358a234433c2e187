/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbered notes of a report: for each number its source with date, file and line, or its
 * formula. Equal notes have one number.
 */
#ifndef TRADESCOPE_REPORT_REPORT_NOTES_H
#define TRADESCOPE_REPORT_REPORT_NOTES_H

#include "analysis/claims/derivation.h"
#include "query/rows/row_list.h"

struct report_notes {
    char **items; /* owned */
    size_t count, capacity;
    struct row_list claims; /* on which the noted numbers rest, each once */
};

void report_notes_release(struct report_notes *notes);
/* Returns the number of the note, from 1. */
size_t report_notes_add(struct report_notes *notes, struct text text);
/* The note on a number: down to the claims that it rests on. Returns its number, from 1. */
size_t report_notes_number(struct report_notes *notes, const struct dataset *dataset,
                           const struct derivation *derivation);
/*
 * The note on a number in a table: its source and place, or the formula of its column. Returns its
 * number, from 1.
 */
size_t report_notes_cell(struct report_notes *notes, const struct dataset *dataset,
                         const struct derivation *derivation);
/* The note on the source of a claim, without its number. */
size_t report_notes_claim(struct report_notes *notes, const struct dataset *dataset, size_t row);
/* Appends "003, “TITLE”, PUBLISHER, 2024-10-26, https://...; FILE, line 84". */
void report_write_source(struct buffer *out, const struct dataset *dataset, size_t row);
/* Appends "nearly " if the number is stated so. */
void report_write_exactness(struct buffer *out, const struct derivation *derivation);
/* Appends "exports FY2023-24 $4.26bn (003, india-russia.csv line 84) and ...": the inputs. */
void report_write_inputs(struct buffer *out, const struct dataset *dataset,
                         const struct derivation *derivation);

#endif
