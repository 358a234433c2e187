/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Converts the texts of one column to cells of batches, for one thread: the dictionary, the
 * meanings of its words, and the word of the row before.
 */
#ifndef TRADESCOPE_DATA_LOAD_COLUMN_ENCODER_H
#define TRADESCOPE_DATA_LOAD_COLUMN_ENCODER_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

struct column_encoder {
    const struct load_plan *plan;
    size_t column;            /* of the mapping */
    bool is_checked;          /* its words can be bad */
    bool is_needed;           /* MEANING_NONE is bad too */
    bool has_bad;             /* some word is bad */
    bool has_numeric_missing; /* a number means "not stated" */
    bool has_comma;           /* 1.234 is 1234 */
    struct dictionary
        dictionary;    /* of words; in a column of numbers, of words that are not numbers */
    uint8_t *meanings; /* one per code */
    size_t meaning_count, meaning_capacity;
    uint32_t *recent;   /* codes of long words, indexed by some of their bytes: tried first */
    bool keeps_indents; /* blanks in front are part of a word */
    size_t words_given; /* number of words passed to batches */
};

void column_encoder_init(struct column_encoder *encoder, const struct load_plan *plan,
                         size_t column);
void column_encoder_release(struct column_encoder *encoder);
/* Begins or ends a batch. At its end the batch gets the new words. */
void column_encoder_begin(struct column_encoder *encoder, struct batch_column *to);
void column_encoder_end(struct column_encoder *encoder, struct batch_column *to);
/*
 * Stores `count` padded texts (short_text.h), `stride` apart, as the cells of the rows from `row`
 * on. There must be room. Returns false without memory.
 */
bool column_encoder_take(struct column_encoder *encoder, struct batch_column *to, size_t row,
                         const struct text *texts, size_t stride, size_t count,
                         struct text_store *store);
/* Sets suspect[i] if the cell of row + i alone makes the row a problem. */
void column_encoder_judge(const struct column_encoder *encoder, const struct batch_column *from,
                          size_t row, size_t count, bool *suspect);

#endif
