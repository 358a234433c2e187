/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that are words of the sentence: the product, and who said it. */
#ifndef TRADESCOPE_EXTRACT_WORDING_H
#define TRADESCOPE_EXTRACT_WORDING_H

#include "extract/measures.h"
#include "extract/story.h"

/* Returns the words of the product; empty if the sentence names none beside the word of trade. */
struct text wording_product(const struct story *story, const struct story_sentence *sentence,
                            const struct news_quantity *quantity, const struct trade_sense *sense);
/* Returns the words of the speaker; empty if the sentence names none. */
struct text wording_speaker(const struct story *story, const struct story_sentence *sentence);

#endif
