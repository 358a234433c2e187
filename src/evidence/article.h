/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The articles that claims were taken from: text files of a folder, each named by the `source` of
 * its claims, as 003.txt or 003_title.html.
 */
#ifndef TRADESCOPE_EVIDENCE_ARTICLE_H
#define TRADESCOPE_EVIDENCE_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"
#include "evidence/plain_text.h"
#include "evidence/quote_check.h"

struct article {
    char *source;        /* owned */
    char *path;          /* owned: NULL if there is no file of the source */
    struct buffer bytes; /* in UTF-8; of a web page, its text */
    bool is_page;
    struct plain_text text;
};

struct article_folder {
    char *path;             /* owned */
    struct article **items; /* owned: those that were asked for */
    size_t count, capacity;
};

/* False with the reason if the folder cannot be read. The caller releases the folder. */
bool article_folder_open(struct article_folder *folder, const char *path, struct error *error);
/*
 * Returns the article of a source, read when first asked for and valid until the folder is
 * released; its path is NULL if the folder has no file for it. NULL with the reason for a file that
 * cannot be read, and for two files of one source.
 */
const struct article *article_find(struct article_folder *folder, struct text source,
                                   struct error *error);
void article_folder_release(struct article_folder *folder);
/* Returns the number of the line, from 1, that the byte is in. */
size_t article_line(const struct article *article, size_t byte);

/* Appends ": sources/003.txt:17", where the article has the quote or comes nearest to it. */
void article_write_place(struct buffer *out, const struct article *article,
                         const struct quote_check *check);

#endif
