/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a report while it is written, in Markdown or HTML. */
#ifndef TRADESCOPE_REPORT_REPORT_PAGE_H
#define TRADESCOPE_REPORT_REPORT_PAGE_H

#include "base/error.h"
#include "report/report_notes.h"
#include "view/workspace.h"

/* The words of a field behind its name. Quotation marks join words. */
#define MOST_FIELD_WORDS 8

struct field_words {
    struct text items[MOST_FIELD_WORDS];
    size_t count;
};

struct report_page {
    struct buffer text;
    struct workspace *workspace; /* borrowed */
    const char *command;         /* borrowed; may be NULL */
    bool is_html;
    struct report_notes notes;
    bool has_notes, has_doubts; /* they were written */
};

/* Writes a field. Returns false, with the reason, if its words are not understood. */
typedef bool report_writer(struct report_page *page, const struct field_words *words,
                           struct error *error);

/* Appends text in the language of the report. */
void report_write_text(struct report_page *page, struct text text);
/* Appends the reference to a note. */
void report_write_reference(struct report_page *page, size_t note);
/* The same to another buffer. */
void report_append_reference(struct buffer *out, const struct report_page *page, size_t note);
/* Appends one of the texts. */
void report_put(struct report_page *page, const char *markdown, const char *html);

#endif
