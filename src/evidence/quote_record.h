/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What --verify found, kept in FILE.verified.csv beside the claims file FILE.csv: the outcome of
 * each quote, the SHA-256 of the quote and of the article's text, and the words around the quote,
 * with which it is found again (the text quote selector of the W3C Web Annotation Data Model).
 */
#ifndef TRADESCOPE_EVIDENCE_QUOTE_RECORD_H
#define TRADESCOPE_EVIDENCE_QUOTE_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

enum record_column {
    RECORD_ID,
    RECORD_SOURCE,
    RECORD_OUTCOME,
    RECORD_QUOTE_SHA256,
    RECORD_ARTICLE_SHA256,
    RECORD_PREFIX,
    RECORD_SUFFIX,
    RECORD_COLUMNS,
};

/* The names of the columns, in their order in the file. */
extern const char *const record_columns[RECORD_COLUMNS];

struct record_entry {
    char *cells[RECORD_COLUMNS]; /* owned */
};

struct quote_record {
    char *claims; /* owned: the claims file that it is of; NULL for none */
    char *reason; /* owned: why there is a record that cannot be read; NULL if there is none */
    bool is_told; /* the caller has said so; set by it */
    struct record_entry *items;
    size_t count, capacity;
};

/* Reads the record of a claims file, unless it was read last. There may be none. */
void quote_record_enter(struct quote_record *record, const char *claims);
/*
 * Returns the entry of a claim; NULL if there is none, or it is of another quote or source, which
 * sets *is_other.
 */
const struct record_entry *quote_record_find(const struct quote_record *record, struct text id,
                                             struct text source, struct text quote, bool *is_other);
void quote_record_release(struct quote_record *record);

#endif
