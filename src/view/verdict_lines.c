/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/verdict_lines.h"

#include "data/table/table.h"

#define MORE_CELLS 6 /* maximum width of canvas_mark_more() */

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

static bool is_decided(const struct verdict_reading *reading)
{
    return reading->is_over || reading->word == VERDICT_ACHIEVED;
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
}

static void write_bases(struct buffer *text, const struct verdict_reading *reading)
{
    if (is_decided(reading))
        return;
    buffer_puts(text, text->length ? ". Bases: " : "Bases: ");
    verdict_write_bases(text, reading);
}

static void add_part(struct buffer *text, struct buffer *part)
{
    if (part->length)
        buffer_printf(text, "%s%s", text->length ? "; " : "", part->data);
    buffer_truncate(part, 0);
}

/* Writes the qualifications of the verdict as one paragraph. */
static void write_remarks(struct buffer *text, const struct verdict_reading *reading)
{
    struct buffer part = {0};
    if (!reading->chosen)
        return;
    verdict_write_ahead(&part, reading->chosen);
    add_part(text, &part);
    verdict_write_cross_check(&part, reading->chosen);
    add_part(text, &part);
    buffer_release(&part);
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

/* Adds the verdict, followed by its warnings. */
static size_t add_first(struct wrapping *wrapping, const struct verdict *verdict,
                        const struct verdict_reading *reading, int width)
{
    struct buffer text = {0};
    bool has_warning = reading->chosen && reading->break_share;
    write_verdict(&text, verdict, reading);
    if (!has_warning)
        write_bases(&text, reading);
    add_paragraph(wrapping, role_of(reading), &text, width);
    if (has_warning)
        verdict_write_break(&text, verdict, reading);
    add_paragraph(wrapping, ROLE_WARN, &text, width - MORE_CELLS);
    size_t needed = wrapping->count;
    if (has_warning)
        write_bases(&text, reading);
    write_remarks(&text, reading);
    add_paragraph(wrapping, ROLE_PLAIN, &text, width);
    buffer_release(&text);
    return needed;
}

size_t verdict_lines_add(struct wrapping *wrapping, const struct verdict *verdict, int width)
{
    struct buffer text = {0};
    size_t needed =
        verdict->reading_count ? add_first(wrapping, verdict, &verdict->readings[0], width) : 0;
    for (size_t i = 1; i < verdict->reading_count; i++) {
        write_other(&text, verdict, &verdict->readings[i]);
        add_paragraph(wrapping, role_of(&verdict->readings[i]), &text, width);
    }
    buffer_release(&text);
    return needed;
}
