/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An error is text for the user: where it happened, what is wrong and what to do.
 *
 *     struct error error = {0};
 *     if (!dataset_load(dataset, path, &error)) {
 *         report(error.text);
 *         error_release(&error);
 *     }
 */
#ifndef TRADESCOPE_BASE_ERROR_H
#define TRADESCOPE_BASE_ERROR_H

#include <stdbool.h>

struct error {
    char *text;     /* owned; NULL if there is no error */
    bool has_lines; /* the text has several lines: words with a caret below them */
    bool is_misuse; /* the user's command was wrong (exit 2), not the data (exit 1) */
};

/* Replaces the text of the error. Always returns false, so that a function can end with it. */
bool error_set(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same, and marks the error as misuse. */
bool error_set_misuse(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void error_release(struct error *error);

#endif
