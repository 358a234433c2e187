/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which folder has the articles of a claims file: the one that the user named, or `sources` beside
 * the file. Folders and articles are read when first asked for.
 */
#ifndef TRADESCOPE_EVIDENCE_ARTICLE_CHOICE_H
#define TRADESCOPE_EVIDENCE_ARTICLE_CHOICE_H

#include <stdbool.h>

#include "base/error.h"
#include "evidence/article.h"
#include "evidence/quote_record.h"

struct article_choice {
    const char *wanted;           /* the folder that the user named; NULL for none */
    struct article_folder folder; /* of the last claims file */
    struct quote_record record;   /* of the last claims file that it was asked for */
    char *missing; /* owned: a folder that does not exist, so as not to try it again */
};

/*
 * Opens the folder for a claims file, which is then choice->folder. False with the reason if it
 * cannot be read.
 */
bool article_choice_enter(struct article_choice *choice, const char *claims, struct error *error);
/* The same without a reason. */
bool article_choice_try(struct article_choice *choice, const char *claims);
void article_choice_release(struct article_choice *choice);

#endif
