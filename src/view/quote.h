/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotes: marks the number in its sentence, and finds other claims from the same sentence. */
#ifndef TRADESCOPE_VIEW_QUOTE_H
#define TRADESCOPE_VIEW_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/model.h"
#include "query/rows/row_list.h"
#include "view/draw/line.h"

/*
 * Finds the first number in the quote that equals the value of the claim ("4.26", "33%", "3,500",
 * or in words up to twelve, "threefold", "second"). Returns false if it is not found in these
 * forms.
 */
bool quote_find_number(struct text quote, const struct claim *claim, size_t *start, size_t *end);
/* Appends the quote in quotation marks, with its number in ROLE_NUMBER. */
void quote_write(struct line *line, const struct dataset *dataset, const struct claim *claim);
/* True if both claims have the same quote of the same source. */
bool quote_is_shared(const struct dataset *dataset, size_t a, size_t b);
/*
 * Returns the other claims shown with the same quote, in file order. Compares the sources of all
 * and the quotes of one. The caller releases it.
 */
struct row_list quote_claims(const struct model *model, size_t row);
/*
 * Returns the next claim with the same quote, in file order and round the end; the selected one
 * itself if there is no other.
 */
size_t quote_next_claim(const struct model *model);

#endif
