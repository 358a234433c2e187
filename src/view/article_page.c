/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/article_page.h"

#include "base/array.h"
#include "base/memory.h"
#include "model/articles.h"
#include "view/claim_format.h"
#include "view/page.h"
#include "view/quote.h"

#include <stdlib.h>
#include <string.h>

/* The quote of a claim, as the article has it. */
struct quote_place {
    size_t row;
    size_t start, end; /* bytes of the article */
    enum quote_outcome outcome;
    struct buffer detail; /* see struct quote_check */
};

struct quote_places {
    struct quote_place *items; /* in the order of the article; those without a place last */
    size_t count, capacity;
};

static const enum role outcome_roles[QUOTE_OUTCOMES] = {
    [QUOTE_VERBATIM] = ROLE_GOOD, [QUOTE_NORMALISED] = ROLE_GOOD, [QUOTE_AMBIGUOUS] = ROLE_WARN,
    [QUOTE_ALTERED] = ROLE_BAD,   [QUOTE_NOT_FOUND] = ROLE_BAD,   [QUOTE_NO_ARTICLE] = ROLE_BAD,
};

static bool has_place(const struct quote_place *place)
{
    return place->end > place->start && place->outcome != QUOTE_NOT_FOUND;
}

static int compare_places(const void *left, const void *right)
{
    const struct quote_place *a = left, *b = right;
    if (has_place(a) != has_place(b))
        return has_place(a) ? -1 : 1;
    if (has_place(a) && a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* Compares the quotes of all shown claims of the source with the article. */
static void find_places(struct quote_places *places, struct model *model, size_t wanted,
                        const struct article *article)
{
    const struct dataset *dataset = &model->dataset;
    const char *path = dataset_row_path(dataset, wanted);
    ROW_SET_EACH (&model->rows.shown, row) {
        struct text quote = text_trim(dataset_text(dataset, row, FIELD_QUOTE));
        struct quote_check check;
        if (!quote.length || !text_is(dataset_text(dataset, row, FIELD_SOURCE), article->source) ||
            strcmp(dataset_row_path(dataset, row), path) != 0)
            continue;
        struct error error = {0};
        model_check_quote(model, row, &check, &error);
        error_release(&error);
        ARRAY_RESERVE(places->items, places->count + 1, places->capacity);
        places->items[places->count++] =
            (struct quote_place){row, check.start, check.end, check.outcome, check.detail};
    }
    if (places->count)
        qsort(places->items, places->count, sizeof *places->items, compare_places);
}

static void release_places(struct quote_places *places)
{
    for (size_t i = 0; i < places->count; i++)
        buffer_release(&places->items[i].detail);
    free(places->items);
}

/* --- the page --- */

struct writer {
    struct page *page;
    struct model *model;
    const struct article *article;
    const struct quote_places *places;
    size_t next;        /* the first place whose claim is not yet written */
    size_t wanted;      /* a claim */
    size_t line, first; /* the number of lines, and the one of the wanted claim */
};

static struct line *add_line(struct writer *writer, size_t row, int indent)
{
    writer->line++;
    return page_add(writer->page, row, NULL, indent);
}

/* True if a quote covers the byte; *end is where that changes. */
static bool is_marked(const struct quote_places *places, size_t at, size_t *end)
{
    bool is_inside = false;
    for (size_t i = 0; i < places->count && has_place(&places->items[i]); i++) {
        const struct quote_place *place = &places->items[i];
        if (place->start <= at && at < place->end) {
            *end = is_inside && *end > place->end ? *end : place->end;
            is_inside = true;
        }
    }
    for (size_t i = 0; i < places->count && has_place(&places->items[i]) && !is_inside; i++)
        if (places->items[i].start > at && places->items[i].start < *end)
            *end = places->items[i].start;
    return is_inside;
}

static void write_paragraph(struct writer *writer, size_t start, size_t end)
{
    struct text bytes = buffer_text(&writer->article->bytes);
    struct line *line = add_line(writer, NO_ROW, 0);
    for (size_t at = start, next; at < end; at = next) {
        next = end;
        bool is_quote = is_marked(writer->places, at, &next);
        next = next < end ? next : end;
        line_add(line, is_quote ? ROLE_NUMBER : ROLE_PLAIN,
                 (struct text){bytes.data + at, next - at});
    }
}

static void write_claim(struct writer *writer, const struct quote_place *place)
{
    const struct dataset *dataset = &writer->model->dataset;
    struct claim claim = dataset_claim(dataset, place->row);
    struct buffer text = {0};
    if (place->row == writer->wanted)
        writer->first = writer->line;
    struct line *line = add_line(writer, place->row, 6);
    line_puts(line, ROLE_DIM, "    ");
    claim_format_subject(&text, dataset, place->row);
    if (claim.kind == KIND_EVENT) {
        buffer_puts(&text, "  ");
        buffer_append_text(&text, dataset_text(dataset, place->row, FIELD_TEXT));
    }
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    buffer_truncate(&text, 0);
    claim_format_value(&text, &claim);
    line_puts(line, ROLE_PLAIN, "  ");
    line_add(line, ROLE_STRONG, buffer_text(&text));
    line_puts(line, ROLE_PLAIN, text.length ? "  " : "");
    line_puts(line, outcome_roles[place->outcome], quote_outcome_word(place->outcome));
    if (place->detail.length) {
        line_puts(line, ROLE_DIM, place->outcome == QUOTE_NOT_FOUND ? ": nearest: " : ": ");
        line_add(line, ROLE_DIM, buffer_text(&place->detail));
    }
    buffer_release(&text);
}

/* Writes the claims whose quotes start before `end`. */
static void write_claims(struct writer *writer, size_t end)
{
    const struct quote_places *places = writer->places;
    while (writer->next < places->count && has_place(&places->items[writer->next]) &&
           places->items[writer->next].start < end)
        write_claim(writer, &places->items[writer->next++]);
}

static void write_article(struct writer *writer)
{
    struct text bytes = buffer_text(&writer->article->bytes);
    for (size_t start = 0, end; start < bytes.length; start = end + 1) {
        const char *newline = memchr(bytes.data + start, '\n', bytes.length - start);
        end = newline ? (size_t)(newline - bytes.data) : bytes.length;
        size_t last = end > start && bytes.data[end - 1] == '\r' ? end - 1 : end;
        write_paragraph(writer, start, last);
        write_claims(writer, end);
    }
}

static void write_strays(struct writer *writer)
{
    const struct quote_places *places = writer->places;
    if (writer->next == places->count)
        return;
    add_line(writer, NO_ROW, 0);
    line_puts(add_line(writer, NO_ROW, 0), ROLE_HEADER, "Quotes that the article does not have");
    while (writer->next < places->count)
        write_claim(writer, &places->items[writer->next++]);
}

static void open_page(struct workspace *workspace, const struct article *article, size_t row)
{
    struct quote_places places = {0};
    struct buffer title = {0};
    const char *slash = strrchr(article->path, '/');
    find_places(&places, workspace->model, row, article);
    buffer_printf(&title, "Article %s, %zu claim%s", slash ? slash + 1 : article->path,
                  places.count, places.count == 1 ? "" : "s");
    struct writer writer = {.page = page_new(title.data, page_choose_claim),
                            .model = workspace->model,
                            .article = article,
                            .places = &places,
                            .wanted = row};
    write_article(&writer);
    write_strays(&writer);
    page_lead_to_claims(writer.page);
    page_open(workspace, writer.page, writer.first);
    buffer_release(&title);
    release_places(&places);
}

bool article_page_open(struct workspace *workspace, struct error *error)
{
    struct model *model = workspace->model;
    size_t row = model->selection.row;
    if (row == NO_ROW || !dataset_text(&model->dataset, row, FIELD_SOURCE).length)
        return error_set(error, "no claim of an article is selected; choose a figure or an event");
    const struct article *article = model_article(model, row, error);
    if (!article)
        return false;
    if (!article->path)
        return error_set(error,
                         "%s has no article of the source %s; it would be named %s.txt or "
                         "%s_TITLE.txt",
                         model->articles.folder.path, article->source, article->source,
                         article->source);
    open_page(workspace, article, row);
    return true;
}

#define DIGITS_OF_SUM 12

/* "verbatim when verified; its text is not here (SHA-256 3a7b01c2d4e5...)" */
static enum role write_recorded(struct buffer *out, struct model *model, size_t row)
{
    bool is_other;
    const struct record_entry *entry = model_recorded(model, row, &is_other);
    if (is_other)
        buffer_puts(out, "changed since it was verified");
    if (!entry)
        return ROLE_WARN;
    text_make_visible(out, text_of(entry->cells[RECORD_OUTCOME]), true);
    buffer_puts(out, " when verified; its text is not here");
    struct text sum = text_of(entry->cells[RECORD_ARTICLE_SHA256]);
    if (sum.length > DIGITS_OF_SUM) {
        buffer_puts(out, " (SHA-256 ");
        text_make_visible(out, (struct text){sum.data, DIGITS_OF_SUM}, true);
        buffer_puts(out, "...)");
    }
    return ROLE_DIM;
}

enum role article_write_outcome(struct buffer *out, struct model *model, size_t row)
{
    struct quote_check check;
    struct error error = {0};
    if (!dataset_text(&model->dataset, row, FIELD_QUOTE).length)
        return ROLE_DIM;
    if (!model_has_articles(model, row))
        return write_recorded(out, model, row);
    const struct article *article = model_check_quote(model, row, &check, &error);
    enum role role = article ? outcome_roles[check.outcome] : ROLE_WARN;
    if (article) {
        buffer_puts(out, quote_outcome_word(check.outcome));
        article_write_place(out, article, &check);
        if (check.detail.length) {
            buffer_puts(out, check.outcome == QUOTE_NOT_FOUND ? ", nearest: " : ", ");
            buffer_append_text(out, buffer_text(&check.detail));
        }
    } else {
        buffer_puts(out, error.text);
    }
    quote_check_release(&check);
    error_release(&error);
    return role;
}
