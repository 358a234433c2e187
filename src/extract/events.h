/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated events of trade policy: an agreement that was signed, a meeting that was held. */
#ifndef TRADESCOPE_EXTRACT_EVENTS_H
#define TRADESCOPE_EXTRACT_EVENTS_H

#include "extract/proposal.h"
#include "extract/story.h"

/* Appends the events that the sentence states, without a source. */
void events_add(struct proposal_list *list, const struct story *story,
                const struct story_sentence *sentence);

#endif
