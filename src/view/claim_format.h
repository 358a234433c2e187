/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a claim and a derived number are put into words, the same in every pane.
 */
#ifndef TRADESCOPE_VIEW_CLAIM_FORMAT_H
#define TRADESCOPE_VIEW_CLAIM_FORMAT_H

#include "analysis/claims/derivation.h"
#include "base/buffer.h"
#include "data/load/dataset.h"

/* "nearly $61.44bn", "+33 %", "rank 2"; nothing for an event. */
void claim_format_value(struct buffer *out, const struct claim *claim);
/* "export FY2023-24", "growth of total FY2023-24": what the claim is about, in a few words. */
void claim_format_subject(struct buffer *out, const struct dataset *dataset, size_t row);
/* The source as a reader cites it: speaker, key, title, publisher, date, address; what is not
 * stated is left out, and a missing date said so. */
void claim_format_citation(struct buffer *out, const struct dataset *dataset, size_t row);
/* "stated by 003" for a claim, "stated in FILE:LINE" where it has no source, the formula for what
 * is derived. */
void derivation_format_origin(struct buffer *out, const struct dataset *dataset,
                              const struct derivation *derivation);

#endif
