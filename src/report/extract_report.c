/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/extract_report.h"

#include "base/memory.h"
#include "base/paths.h"
#include "evidence/article.h"
#include "extract/extraction.h"
#include "report/cell.h"

#include <stdlib.h>
#include <string.h>

/* A row while it is written. */
struct row {
    const struct suggested_row *proposal;
    const struct story *story;
    const char *source;
    size_t number; /* from 1, of the article */
};

static struct text text_of_word(const struct vocabulary *vocabulary, size_t word)
{
    return text_of(word ? vocabulary->words[word] : "");
}

static struct text quote_of(const struct row *row)
{
    return (struct text){row->story->article.data + row->proposal->start,
                         row->proposal->end - row->proposal->start};
}

/* Returns the text of a column of words; empty for the others. */
static struct text text_of_field(const struct row *row, enum field field)
{
    const struct suggested_row *proposal = row->proposal;
    const struct text texts[FIELD_COUNT] = {
        [FIELD_KIND] = text_of_word(&kind_vocabulary, proposal->kind),
        [FIELD_REPORTER] = text_of(proposal->reporter),
        [FIELD_PARTNER] = text_of(proposal->partner),
        [FIELD_FLOW] = text_of_word(&flow_vocabulary, proposal->flow),
        [FIELD_PRODUCT] = proposal->product,
        [FIELD_MEASURE] = text_of_word(&measure_vocabulary, proposal->measure),
        [FIELD_SCOPE] = text_of(proposal->scope),
        [FIELD_VALUE] = text_of(proposal->value),
        [FIELD_UNIT] = text_of(proposal->unit),
        [FIELD_QUALIFIER] = text_of(proposal->qualifier),
        [FIELD_QUOTE] = quote_of(row),
        [FIELD_SPEAKER] = proposal->speaker,
        [FIELD_SOURCE] = text_of(row->source),
        [FIELD_TITLE] = row->story->title,
        [FIELD_PUBLISHER] = row->story->publisher,
        [FIELD_NOTE] = text_of(proposal->note),
    };
    return texts[field];
}

/* Writes the content of one column. */
static void write_field(struct buffer *out, const struct row *row, enum field field)
{
    const struct period periods[FIELD_COUNT] = {
        [FIELD_DATE] = row->proposal->date,
        [FIELD_PERIOD] = row->proposal->period,
        [FIELD_BASE] = row->proposal->base,
        [FIELD_PUBLISHED] = row->story->date,
    };
    if (field == FIELD_ID)
        buffer_printf(out, "%s-%02zu", row->source, row->number);
    else if (periods[field].kind != PERIOD_NONE)
        period_format(out, periods[field]);
    else
        buffer_append_text(out, text_of_field(row, field));
}

static void write_doubts(struct buffer *out, uint32_t doubts)
{
    const char *separator = "";
    for (size_t i = 0; i < DOUBT_COUNT; i++) {
        if (!(doubts >> i & 1))
            continue;
        buffer_printf(out, "%s%s", separator, doubt_name(i));
        separator = ", ";
    }
}

static void write_csv_row(struct buffer *out, const struct row *row, cell_writer *write)
{
    struct buffer cell = {0};
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        buffer_truncate(&cell, 0);
        write_field(&cell, row, (enum field)i);
        write(out, buffer_text(&cell));
        buffer_putc(out, ',');
    }
    buffer_truncate(&cell, 0);
    write_doubts(&cell, row->proposal->doubts);
    write(out, buffer_text(&cell));
    buffer_putc(out, '\n');
    buffer_release(&cell);
}

static void write_csv_header(struct buffer *out)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        buffer_printf(out, "%s,", field_table[i].name);
    buffer_puts(out, "doubt\n");
}

/* Writes "figure  2024-04  Thailand  export  growth 6.8 %", its quote below, and its notes. */
static void write_text_row(struct buffer *out, const struct row *row)
{
    static const enum field shown[] = {FIELD_KIND,      FIELD_DATE,  FIELD_PERIOD,  FIELD_REPORTER,
                                       FIELD_PARTNER,   FIELD_FLOW,  FIELD_PRODUCT, FIELD_MEASURE,
                                       FIELD_QUALIFIER, FIELD_VALUE, FIELD_UNIT,    FIELD_BASE,
                                       FIELD_SPEAKER,   FIELD_NOTE};
    struct buffer cell = {0};
    write_field(&cell, row, FIELD_ID);
    text_make_visible(out, buffer_text(&cell), true);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        bool is_event_date = shown[i] == FIELD_DATE && row->proposal->kind != KIND_EVENT;
        buffer_truncate(&cell, 0);
        write_field(&cell, row, shown[i]);
        if (!cell.length || is_event_date)
            continue;
        buffer_printf(out, i ? "\n    %-10s" : "  ", field_table[shown[i]].name);
        text_make_visible(out, buffer_text(&cell), true);
    }
    if (row->proposal->doubts) {
        buffer_puts(out, "\n    doubt     ");
        write_doubts(out, row->proposal->doubts);
    }
    buffer_puts(out, "\n    quote     ");
    text_make_visible(out, quote_of(row), true);
    buffer_puts(out, "\n\n");
    buffer_release(&cell);
}

static char *source_of(const char *path)
{
    const char *name = path_name(path), *dot = strrchr(name, '.');
    return xstrndup(name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

/* Appends what a reader has to look at, and what was left out. */
static void write_remarks(struct buffer *remarks, const char *path,
                          const struct extraction *extraction)
{
    size_t doubtful = 0;
    for (size_t i = 0; i < extraction->proposals.count; i++)
        doubtful += extraction->proposals.items[i].doubts != 0;
    buffer_printf(remarks, "%s: %zu row%s", path, extraction->proposals.count,
                  extraction->proposals.count == 1 ? "" : "s");
    if (doubtful)
        buffer_printf(remarks, ", %zu with doubts in the column `doubt`", doubtful);
    if (extraction->unclear)
        buffer_printf(remarks, "; left out: %zu number%s on trade of unclear meaning",
                      extraction->unclear, extraction->unclear == 1 ? "" : "s");
    if (extraction->too_long)
        buffer_printf(remarks,
                      "; not read: %zu passage%s of more than %d bytes without the end of a "
                      "sentence; divide into sentences",
                      extraction->too_long, extraction->too_long == 1 ? "" : "s", LONGEST_SENTENCE);
    buffer_putc(remarks, '\n');
}

static void write_rows(struct sink *out, const struct story *story, const char *path,
                       enum report_format format, struct buffer *remarks)
{
    struct extraction extraction;
    char *source = source_of(path);
    extraction_make(&extraction, story);
    for (size_t i = 0; i < extraction.proposals.count && sink_pass(out); i++) {
        const struct row row = {&extraction.proposals.items[i], story, source, i + 1};
        if (format == REPORT_TEXT)
            write_text_row(&out->text, &row);
        else
            write_csv_row(&out->text, &row,
                          format == REPORT_CSV_SAFE ? cell_write_csv_safe : cell_write_csv);
    }
    write_remarks(remarks, path, &extraction);
    extraction_release(&extraction);
    free(source);
}

bool report_extract(struct sink *out, const char *const *paths, size_t count,
                    const struct country_list *countries, enum report_format format,
                    struct buffer *remarks, struct error *error)
{
    struct news_words *words = news_words_new(countries);
    bool is_done = true;
    if (format != REPORT_TEXT)
        write_csv_header(&out->text);
    for (size_t i = 0; i < count; i++) {
        struct story story;
        struct error reason = {0};
        struct article *article = article_read(paths[i], &reason);
        if (!article) {
            if (is_done)
                error_set(error, "%s", reason.text);
            error_release(&reason);
            is_done = false;
            continue;
        }
        story_make(&story, words, buffer_text(&article->bytes), (struct period){0});
        write_rows(out, &story, paths[i], format, remarks);
        story_release(&story);
        article_free(article);
    }
    news_words_free(words);
    return is_done;
}
