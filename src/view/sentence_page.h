/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of :test and --test: whether a sentence holds, by which values, and when it would. */
#ifndef TRADESCOPE_VIEW_SENTENCE_PAGE_H
#define TRADESCOPE_VIEW_SENTENCE_PAGE_H

#include "base/error.h"
#include "model/model.h"
#include "view/page.h"

/* Returns NULL with the reason if the sentence states nothing on trade. The caller opens or frees
 * the page. */
struct page *sentence_page(struct model *model, const char *sentence, struct error *error);

#endif
