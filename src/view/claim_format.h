/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats claims and derived numbers, in the same way in all panes. */
#ifndef TRADESCOPE_VIEW_CLAIM_FORMAT_H
#define TRADESCOPE_VIEW_CLAIM_FORMAT_H

#include "analysis/claims/derivation.h"
#include "base/buffer.h"
#include "data/load/dataset.h"

/* Appends "nearly $61.44bn", "+33 %", "rank 2"; nothing for an event. */
void claim_format_value(struct buffer *out, const struct claim *claim);
/* Appends "export FY2023-24", "growth of total FY2023-24": the subject of the claim. */
void claim_format_subject(struct buffer *out, const struct dataset *dataset, size_t row);
/*
 * Appends the citation of the source: speaker, key, title, publisher, date, address. Parts that are
 * not stated are left out, except for the date, which is called missing.
 */
void claim_format_citation(struct buffer *out, const struct dataset *dataset, size_t row);
/*
 * Appends a quote, or a part of one, to be set in quotation marks: those within it alternate, so
 * "double" becomes 'double'. Its length in bytes stays the same.
 */
void claim_format_quoted(struct buffer *out, struct text quote);
/*
 * Appends "stated by 003" for a claim, "stated in FILE:LINE" if it has no source, or the formula of
 * a derived number.
 */
void derivation_format_origin(struct buffer *out, const struct dataset *dataset,
                              const struct derivation *derivation);

#endif
