/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of products and partners that tell of a whole, or of a part of another row. */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_TOTAL_WORDS_H
#define TRADESCOPE_ANALYSIS_STATISTICS_TOTAL_WORDS_H

#include <stdbool.h>

#include "base/text.h"

/* True for "TOTAL", "All Commodities", "Gesamt". */
bool total_word_is_all_products(struct text word);
/* True for "Capital goods": a stage of processing. The stages divide all goods once more. */
bool total_word_is_stage(struct text word);
/* True for "00", a code that some offices have for all products. */
bool total_word_is_all_zeros(struct text word);
/* True for "Total Asia", "EU total", "Subtotal": a total of some of the rows. */
bool total_word_is_partial(struct text word);
/* True for "of which: crude oil", "o/w Russia", "incl. tea": a part of another row. */
bool total_word_is_within_other(struct text word);

#endif
