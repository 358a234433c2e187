/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Proposes the rows of a claims file that an article states, by rules alone. A field that they
 * decide badly is left empty, or filled and named in `doubts`.
 */
#ifndef TRADESCOPE_EXTRACT_EXTRACTION_H
#define TRADESCOPE_EXTRACT_EXTRACTION_H

#include "extract/proposal.h"
#include "extract/story.h"

struct extraction {
    struct proposal_list proposals; /* in the order of the article */
    size_t unclear;                 /* numbers beside a word of trade whose meaning is not clear */
    size_t too_long;                /* passages of more than LONGEST_SENTENCE, which are not read */
};

/* Borrows the story, which must live as long. The caller releases the extraction. */
void extraction_make(struct extraction *extraction, const struct story *story);
void extraction_release(struct extraction *extraction);

#endif
