/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/verdict_lines.h"

#include "data/table.h"

enum role verdict_role(enum verdict_word word)
{
    static const enum role roles[VERDICT_WORD_COUNT] = {
        [VERDICT_UNABLE] = ROLE_DERIVED, [VERDICT_DETERIORATION] = ROLE_BAD,
        [VERDICT_LIMITED] = ROLE_BAD,    [VERDICT_ACCELERATE] = ROLE_WARN,
        [VERDICT_ON_TRACK] = ROLE_GOOD,  [VERDICT_ACHIEVED] = ROLE_GOOD,
        [VERDICT_MISSED] = ROLE_BAD,
    };
    return roles[word];
}

static enum role role_of(const struct verdict_reading *reading)
{
    return verdict_is_borderline(reading->low, reading->high) ? ROLE_WARN
                                                              : verdict_role(reading->word);
}

static void add_paragraph(struct wrapping *wrapping, enum role role, struct buffer *text, int width)
{
    struct line line = {0};
    if (text->length) {
        line_add(&line, role, buffer_text(text));
        line_puts(&line, role, ".");
        wrapping_add(wrapping, &line, NO_ROW, width, 2);
    }
    line_release(&line);
    buffer_truncate(text, 0);
}

static void write_verdict(struct buffer *text, const struct verdict *verdict,
                          const struct verdict_reading *reading)
{
    buffer_puts(text, "Verdict");
    if (verdict->reading_count > 1 && reading->chosen) {
        buffer_puts(text, " to ");
        period_format(text, reading->deadline);
    }
    buffer_puts(text, ": ");
    verdict_write(text, verdict, reading);
    if (reading->is_over || reading->word == VERDICT_ACHIEVED)
        return;
    buffer_puts(text, ". Bases: ");
    verdict_write_bases(text, reading);
}

/* What qualifies the verdict, in one paragraph. */
static void write_remarks(struct buffer *text, const struct verdict *verdict,
                          const struct verdict_reading *reading)
{
    if (!reading->chosen)
        return;
    verdict_write_ahead(text, reading->chosen);
    size_t start = text->length;
    if (reading->break_share && start)
        buffer_puts(text, "; ");
    verdict_write_break(text, verdict, reading);
    struct buffer check = {0};
    verdict_write_cross_check(&check, reading->chosen);
    if (check.length && text->length)
        buffer_puts(text, "; ");
    buffer_append_text(text, buffer_text(&check));
    buffer_release(&check);
}

static void write_other(struct buffer *text, const struct verdict *verdict,
                        const struct verdict_reading *reading)
{
    const struct verdict_reading *first = &verdict->readings[0];
    if (reading->word == first->word && reading->low == first->low && reading->high == first->high)
        return;
    buffer_puts(text, "To ");
    period_format(text, reading->deadline);
    buffer_puts(text, ": ");
    verdict_write(text, verdict, reading);
}

void verdict_lines_add(struct wrapping *wrapping, const struct verdict *verdict, int width)
{
    struct buffer text = {0};
    for (size_t i = 0; i < verdict->reading_count; i++) {
        const struct verdict_reading *reading = &verdict->readings[i];
        if (i) {
            write_other(&text, verdict, reading);
            add_paragraph(wrapping, role_of(reading), &text, width);
            continue;
        }
        write_verdict(&text, verdict, reading);
        add_paragraph(wrapping, role_of(reading), &text, width);
        write_remarks(&text, verdict, reading);
        add_paragraph(wrapping, ROLE_PLAIN, &text, width);
    }
    buffer_release(&text);
}
