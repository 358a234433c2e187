/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page with the article of the selected claim: what claims rest on is marked, and the claims
 * follow the paragraph that they were taken from.
 */
#ifndef TRADESCOPE_VIEW_ARTICLE_PAGE_H
#define TRADESCOPE_VIEW_ARTICLE_PAGE_H

#include "view/workspace.h"

/* Opens at the quote of the selected claim. Returns false with the reason if there is no article.
 */
bool article_page_open(struct workspace *workspace, struct error *error);
/*
 * Appends "verbatim, sources/003.txt:17" for the quote of a claim; nothing if there is no quote, or
 * no folder of articles. Returns the role of the text.
 */
enum role article_write_outcome(struct buffer *out, struct model *model, size_t row);

#endif
