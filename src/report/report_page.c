/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report_page.h"

#include "report/page_write.h"

void report_write_text(struct report_page *page, struct text text)
{
    if (page->is_html)
        html_text(&page->text, text);
    else
        markdown_text(&page->text, text);
}

void report_put(struct report_page *page, const char *markdown, const char *html)
{
    buffer_puts(&page->text, page->is_html ? html : markdown);
}

void report_append_reference(struct buffer *out, const struct report_page *page, size_t note)
{
    if (page->is_html)
        buffer_printf(out, "<sup><a href=\"#note%zu\">%zu</a></sup>", note, note);
    else
        buffer_printf(out, "[^%zu]", note);
}

void report_write_reference(struct report_page *page, size_t note)
{
    report_append_reference(&page->text, page, note);
}
