/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles of the claims, and what they have of the quotes. */
#ifndef TRADESCOPE_MODEL_ARTICLES_H
#define TRADESCOPE_MODEL_ARTICLES_H

#include <stdbool.h>
#include <stddef.h>

#include "evidence/quote_check.h"
#include "model/model.h"

/*
 * Returns the article of a claim, valid until the next call for a claim of another file; its path
 * is NULL if the folder has none. NULL with the reason if the folder or the article cannot be read.
 */
const struct article *model_article(struct model *model, size_t row, struct error *error);
/* True if the folder that the articles of the claim would be in can be opened. */
bool model_has_articles(struct model *model, size_t row);
/*
 * Compares the quote of a claim with its article, which is returned. NULL with the reason as above.
 * The caller releases the check.
 */
const struct article *model_check_quote(struct model *model, size_t row, struct quote_check *check,
                                        struct error *error);

/*
 * Returns what was recorded of the quote of a claim, valid until the next call for a claim of
 * another file; NULL if nothing was, or the claim has changed since, which sets *is_other.
 */
const struct record_entry *model_recorded(struct model *model, size_t row, bool *is_other);

#endif
