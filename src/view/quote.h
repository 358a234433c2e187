/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Quotes: the number marked in its sentence, and what else rests on the same sentence.
 */
#ifndef TRADESCOPE_VIEW_QUOTE_H
#define TRADESCOPE_VIEW_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "data/load/dataset.h"
#include "query/rows/row_list.h"
#include "view/draw/line.h"

struct workspace;

/*
 * Where the quote states the number of the claim: the first number in it that has the claim's value
 * ("4.26", "33%", "3,500", or in words up to twelve, "threefold", "second"). False where it is not
 * found in these forms.
 */
bool quote_find_number(struct text quote, const struct claim *claim, size_t *start, size_t *end);
/* Appends the quote in quotation marks, with its number in ROLE_NUMBER. */
void quote_write(struct line *line, const struct dataset *dataset, const struct claim *claim);
/* Both claims rest on the same quote of the same source. */
bool quote_is_shared(const struct dataset *dataset, size_t a, size_t b);
/* The other claims that are shown and rest on the same quote, in the order of the file; looks at
 * the sources of all and the quotes of one. The caller releases it. */
struct row_list quote_claims(const struct workspace *workspace, size_t row);
/* The claim behind the selected one, in the order of the file and round its end, that rests on the
 * same quote; the selected one itself where there is no other. */
size_t quote_next_claim(const struct workspace *workspace);

#endif
