/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one thread knows of a column while it turns texts into the cells of batches: its dictionary,
 * what its words mean, and the word of the row before.
 */
#ifndef TRADESCOPE_DATA_LOAD_COLUMN_ENCODER_H
#define TRADESCOPE_DATA_LOAD_COLUMN_ENCODER_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

struct column_encoder {
    const struct load_plan *plan;
    size_t column;                /* of the mapping */
    bool is_checked;              /* its words can be bad */
    bool is_needed;               /* MEANING_NONE is bad too */
    bool has_bad;                 /* a word is bad */
    bool has_numeric_missing;     /* a number that means "not stated" */
    bool has_comma;               /* 1.234 is 1234 */
    struct dictionary dictionary; /* of words; of odd words in a column of numbers */
    uint8_t *meanings;            /* one a code */
    size_t meaning_count, meaning_capacity;
    uint32_t *recent;   /* codes of long words, by a few of their bytes: asked first */
    size_t words_given; /* to batches by now */
};

void column_encoder_init(struct column_encoder *encoder, const struct load_plan *plan,
                         size_t column);
void column_encoder_release(struct column_encoder *encoder);
/* A batch begins, or ends: it takes along what is new. */
void column_encoder_begin(struct column_encoder *encoder, struct batch_column *to);
void column_encoder_end(struct column_encoder *encoder, struct batch_column *to);
/*
 * Stores `count` padded texts (short_text.h), each `stride` behind the last, as the cells of the
 * rows from `row` on.
 * There must be room. False without memory.
 */
bool column_encoder_take(struct column_encoder *encoder, struct batch_column *to, size_t row,
                         const struct text *texts, size_t stride, size_t count,
                         struct text_store *store);
/* Marks in `suspect`, one a row from `row` on, where the column alone makes a row a problem. */
void column_encoder_judge(const struct column_encoder *encoder, const struct batch_column *from,
                          size_t row, size_t count, bool *suspect);

#endif
