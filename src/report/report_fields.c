/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report_fields.h"

#include "analysis/claims/headline.h"
#include "base/array.h"
#include "base/ascii.h"
#include "base/suggestion.h"
#include "report/page_make.h"
#include "report/page_write.h"
#include "report/report_evidence.h"

#include <stdlib.h>
#include <string.h>

#define HEADLINE_CELLS 1000
#define SECTION_ROWS 15

static void write_item(struct report_page *page, const char *before, struct text text)
{
    report_put(page, "- ", "<li>");
    buffer_puts(&page->text, before);
    report_write_text(page, text);
    report_put(page, "\n", "</li>\n");
}

/* --- small fields --- */

static bool write_pair(struct report_page *page, const struct field_words *words,
                       struct error *error)
{
    (void)words, (void)error;
    const struct pair *pair = analysis_pair(page->workspace->model->results.analysis);
    report_write_text(page, pair->reporter.length ? pair->reporter : text_of("Trade"));
    if (!pair->partner.length)
        return true;
    buffer_puts(&page->text, " and ");
    report_write_text(page, pair->partner);
    return true;
}

static bool write_headline(struct report_page *page, const struct field_words *words,
                           struct error *error)
{
    (void)words, (void)error;
    struct analysis *analysis = page->workspace->model->results.analysis;
    const struct balance_entry *latest = balance_latest(analysis_balance(analysis));
    struct buffer text = {0};
    headline_write(&text, analysis_pair(analysis), analysis_balance(analysis),
                   analysis_path(analysis), HEADLINE_CELLS);
    report_write_text(page, buffer_text(&text));
    if (latest && latest->balance)
        report_write_reference(
            page,
            report_notes_number(&page->notes, &page->workspace->model->dataset, latest->balance));
    if (latest && latest->coverage)
        report_write_reference(
            page,
            report_notes_number(&page->notes, &page->workspace->model->dataset, latest->coverage));
    buffer_release(&text);
    return true;
}

static bool write_doubts(struct report_page *page, const struct field_words *words,
                         struct error *error)
{
    (void)words;
    struct report_table table = {0};
    struct page_wish wish = {.kind = PAGE_TEXT};
    bool is_made = page_make(&table, page->workspace, &wish, error);
    page->has_doubts = true;
    if (table.doubts.count)
        report_put(page, "", "<ul class=\"doubt\">\n");
    for (size_t i = 0; i < table.doubts.count; i++)
        write_item(page, page->is_html ? "<strong>Doubt:</strong> " : "**Doubt:** ",
                   table.doubts.items[i]);
    if (table.doubts.count)
        report_put(page, "", "</ul>\n");
    report_table_release(&table);
    return is_made;
}

/* --- tables and charts --- */

static enum page_kind kind_of(struct text name, struct error *error)
{
    struct text names[PAGE_KIND_COUNT];
    size_t kind = 0, count = 0;
    for (; page_kind_name(count); count++)
        names[count] = text_of(page_kind_name(count));
    while (kind < count && !text_is_equal(names[kind], name))
        kind++;
    if (kind < count)
        return (enum page_kind)kind;
    size_t nearest = suggestion_nearest(name, names, count);
    if (nearest < count)
        error_set_misuse(error, "there is no table `%.*s`; did you mean `%s`?", (int)name.length,
                         name.data, names[nearest].data);
    else
        error_set_misuse(error, "there is no table `%.*s`; write partners, balance or the like",
                         (int)name.length, name.data);
    return PAGE_KIND_COUNT;
}

/* What the words behind `table NAME` choose. */
struct table_choice {
    struct page_wish wish;
    size_t top, last; /* 0 for all */
};

static bool take_count(struct text word, const char *name, size_t *count)
{
    size_t length = strlen(name);
    if (word.length <= length || memcmp(word.data, name, length) != 0 ||
        !ascii_is_digit(word.data[length]))
        return false;
    char *end;
    *count = (size_t)strtoul(word.data + length, &end, 10);
    return *count > 0 && end == word.data + word.length;
}

static bool take_table_word(struct table_choice *choice, struct text word, struct error *error)
{
    static const char product[] = "product=";
    if (take_count(word, "top=", &choice->top) || take_count(word, "last=", &choice->last) ||
        period_parse(word, &choice->wish.period))
        return true;
    if (word.length > strlen(product) && memcmp(word.data, product, strlen(product)) == 0) {
        choice->wish.product =
            (struct text){word.data + strlen(product), word.length - strlen(product)};
        return true;
    }
    return error_set_misuse(error,
                            "`%.*s` means nothing to a table; write a period, top=10, last=10 or "
                            "product=27",
                            (int)word.length, word.data);
}

/* Other tables have all periods and the shown product: they would not say that they ignore one. */
static bool check_choice(const struct table_choice *choice, struct error *error)
{
    if (choice->top && choice->last)
        return error_set_misuse(error, "a table has the first rows or the last; write top= or "
                                       "last=, not both");
    bool is_breakdown = choice->wish.kind == PAGE_PARTNERS || choice->wish.kind == PAGE_PRODUCTS;
    return is_breakdown || (!choice->wish.period.kind && !choice->wish.product.length) ||
           error_set_misuse(error, "only the tables partners and products take a period or a "
                                   "product; the option --period or --product applies to all");
}

/* Keeps some of the rows, and says how many there were. */
static void cut_rows(struct report_table *table, const struct table_choice *choice)
{
    size_t rows = report_table_rows(table), kept = choice->top ? choice->top : choice->last;
    struct buffer line = {0};
    if (!kept || kept >= rows)
        return;
    if (!choice->top)
        memmove(table->cells, report_table_row(table, rows - kept),
                kept * table->column_count * sizeof *table->cells);
    table->cell_count = kept * table->column_count;
    buffer_printf(&line, "the %s %zu of %zu rows", choice->top ? "first" : "last", kept, rows);
    page_lines_add(table, &table->notes, buffer_text(&line));
    buffer_release(&line);
}

struct cell_marks {
    struct report_page *page;
    const struct report_table *table;
};

static bool is_derived(const struct report_cell *cell)
{
    return cell->derivation && cell->derivation->row == NO_ROW;
}

static void mark_cell(struct buffer *out, const struct report_cell *cell, void *context)
{
    const struct cell_marks *marks = context;
    struct report_page *page = marks->page;
    size_t column = (size_t)(cell - marks->table->cells) % marks->table->column_count;
    if (cell->origin.length)
        report_append_reference(out, page, report_notes_add(&page->notes, cell->origin));
    if (cell->derivation && !(is_derived(cell) && marks->table->columns[column].mark.length))
        report_append_reference(
            out, page,
            report_notes_cell(&page->notes, &page->workspace->model->dataset, cell->derivation));
}

/* Returns a computed number of the column, if all of them have one formula; else NULL. */
static const struct derivation *formula_of(const struct report_table *table, size_t column)
{
    const struct derivation *found = NULL;
    for (size_t i = 0; i < report_table_rows(table); i++) {
        const struct report_cell *cell = &report_table_row(table, i)[column];
        if (is_derived(cell) && found && found->method != cell->derivation->method)
            return NULL;
        found = is_derived(cell) ? cell->derivation : found;
    }
    return found;
}

/* A formula that makes a column is noted in its heading, once. */
static void mark_headings(struct report_page *page, struct report_table *table)
{
    for (size_t k = 0; k < table->column_count; k++) {
        const struct derivation *formula = formula_of(table, k);
        struct buffer mark = {0};
        if (!formula)
            continue;
        report_append_reference(
            &mark, page,
            report_notes_cell(&page->notes, &page->workspace->model->dataset, formula));
        table->columns[k].mark =
            (struct text){arena_copy(&table->arena, mark.data, mark.length), mark.length};
        buffer_release(&mark);
    }
}

static bool append_piece(void *context, struct text piece)
{
    buffer_append_text(context, piece);
    return true;
}

static bool is_same_in_all(const struct report_table *table, size_t column)
{
    size_t rows = report_table_rows(table);
    for (size_t i = 1; i < rows; i++)
        if (!text_is_equal(report_table_row(table, i)[column].text,
                           report_table_row(table, 0)[column].text))
            return false;
    return true;
}

/* Columns without content or of one file, and those that a note has anyway, are left out of a
 * report. */
static void drop_columns(struct report_table *table)
{
    static const char *const noted[] = {"file", "line", "source", "id"};
    size_t width = table->column_count, rows = report_table_rows(table), kept = 0;
    bool *keeps = xcalloc(width + 1, sizeof *keeps);
    bool has_notes = table->name && (!strcmp(table->name, "balance") ||
                                     !strcmp(table->name, "path") || !strcmp(table->name, "trend"));
    for (size_t k = 0; k < width; k++) {
        for (size_t i = 0; i < rows && !keeps[k]; i++)
            keeps[k] = table->cells[i * width + k].text.length > 0;
        if (strncmp(table->columns[k].name, "file", 4) == 0 && is_same_in_all(table, k))
            keeps[k] = false;
        for (size_t n = 0; n < ARRAY_LENGTH(noted) && has_notes; n++)
            keeps[k] = keeps[k] && (strcmp(table->columns[k].name, noted[n]) != 0 ||
                                    !strcmp(table->name, "balance"));
    }
    for (size_t i = 0; i < rows * width; i++)
        if (keeps[i % width])
            table->cells[kept++] = table->cells[i];
    table->cell_count = kept;
    table->column_count = 0;
    for (size_t k = 0; k < width; k++)
        if (keeps[k])
            table->columns[table->column_count++] = table->columns[k];
    free(keeps);
}

static void write_list(struct report_page *page, const struct page_lines *lines)
{
    if (lines->count)
        report_put(page, "\n", "<ul>\n");
    for (size_t i = 0; i < lines->count; i++)
        write_item(page, "", lines->items[i]);
    if (lines->count)
        report_put(page, "", "</ul>\n");
}

static void write_table_of(struct report_page *page, struct report_table *table)
{
    struct cell_marks marks = {page, table};
    mark_headings(page, table);
    struct sink out = {.take = append_piece, .context = &page->text};
    if (!report_table_rows(table))
        report_put(page, "Nothing.\n", "<p>Nothing.</p>\n");
    else if (page->is_html)
        html_table(&out, table, mark_cell, &marks);
    else
        markdown_table(&out, table, mark_cell, &marks);
    sink_finish(&out);
    if (strcmp(table->name, "path") != 0) /* the verdict has a field of its own */
        write_list(page, &table->notes);
}

static bool write_table(struct report_page *page, const struct field_words *words,
                        struct error *error)
{
    struct table_choice choice = {0};
    struct report_table table = {0};
    if (!words->count)
        return error_set_misuse(error, "name the table: {{table partners 2019 top=10}}");
    choice.wish.kind = kind_of(words->items[0], error);
    bool is_made = choice.wish.kind != PAGE_KIND_COUNT;
    for (size_t i = 1; i < words->count && is_made; i++)
        is_made = take_table_word(&choice, words->items[i], error);
    is_made = is_made && check_choice(&choice, error);
    if (is_made)
        is_made = page_make(&table, page->workspace, &choice.wish, error);
    if (is_made) {
        cut_rows(&table, &choice);
        drop_columns(&table);
        write_table_of(page, &table);
    }
    report_table_release(&table);
    return is_made;
}

static bool write_chart(struct report_page *page, const struct field_words *words,
                        struct error *error)
{
    struct page_wish wish = {.kind = PAGE_PATH};
    struct report_table table = {0};
    if (words->count != 1 || !text_is(words->items[0], "path"))
        return error_set_misuse(error, "the charts are: path");
    bool is_made = page_make(&table, page->workspace, &wish, error);
    if (is_made && table.chart.length && page->is_html) {
        buffer_puts(&page->text, "<pre>");
        html_lines(&page->text, buffer_text(&table.chart));
        buffer_puts(&page->text, "</pre>\n");
    } else if (is_made && table.chart.length) {
        markdown_chart(&page->text, buffer_text(&table.chart));
    }
    report_table_release(&table);
    return is_made;
}

/* --- verdict --- */

/* The verdict from a base that the user names: "on track from FY2018-19: 51.51 % a year seen, ...".
 */
static bool write_base(struct report_page *page, struct period period, struct error *error)
{
    const struct verdict *verdict = analysis_verdict(page->workspace->model->results.analysis);
    const struct verdict_base *base = NULL;
    struct buffer text = {0};
    for (size_t i = 0; verdict->reading_count && i < verdict->readings[0].base_count; i++)
        if (period_is_equal(verdict->readings[0].bases[i].from->period, period))
            base = &verdict->readings[0].bases[i];
    period_format(&text, period);
    if (!base) {
        error_set_misuse(error, "no verdict has the base %s", text.data ? text.data : "");
        buffer_release(&text);
        return false;
    }
    struct buffer line = {0};
    buffer_printf(&line, "%s from %s", verdict_phrase(base->word), text.data);
    if (base->ratio) {
        buffer_puts(&line, ": ");
        derivation_format(&line, base->observed);
        buffer_puts(&line, " a year, ");
        derivation_format(&line, base->required);
        buffer_puts(&line, " a year required, R = ");
        derivation_format(&line, base->ratio);
    }
    report_write_text(page, buffer_text(&line));
    if (base->ratio)
        report_write_reference(
            page, report_notes_number(&page->notes, &page->workspace->model->dataset, base->ratio));
    buffer_release(&line);
    buffer_release(&text);
    return true;
}

static bool write_verdict(struct report_page *page, const struct field_words *words,
                          struct error *error)
{
    static const char base[] = "base=";
    struct report_table table = {0};
    struct page_wish wish = {.kind = PAGE_PATH};
    struct period period;
    if (words->count) {
        struct text word = words->items[0];
        size_t length = strlen(base);
        bool is_base =
            word.length > length && memcmp(word.data, base, length) == 0 &&
            period_parse((struct text){word.data + length, word.length - length}, &period);
        return is_base ? write_base(page, period, error)
                       : error_set_misuse(error, "write {{verdict}} or {{verdict base=FY2018-19}}");
    }
    bool is_made = page_make(&table, page->workspace, &wish, error);
    for (size_t i = 0; is_made && i < table.notes.count; i++) {
        report_write_text(page, table.notes.items[i]);
        report_put(page, i + 1 < table.notes.count ? "  \n" : "",
                   i + 1 < table.notes.count ? "<br>\n" : "");
    }
    if (is_made && !table.notes.count)
        report_write_text(page, text_of("There is no target, and so no verdict."));
    report_table_release(&table);
    return is_made;
}

static bool write_sources(struct report_page *page, const struct field_words *words,
                          struct error *error)
{
    (void)words;
    const struct field_words sources = {.items = {text_of("sources")}, .count = 1};
    return write_table(page, &sources, error);
}

/* Writes a page below its title, or why there is none. */
static void write_section(struct report_page *page, enum page_kind kind)
{
    struct report_table table = {0};
    const struct page_wish wish = {.kind = kind};
    const struct table_choice choice = {.top = SECTION_ROWS};
    struct error error = {0};
    bool is_made = page_make(&table, page->workspace, &wish, &error);
    report_put(page, "## ", "<h2>");
    report_write_text(page, table.title);
    report_put(page, "\n\n", "</h2>\n");
    if (is_made) {
        cut_rows(&table, &choice);
        drop_columns(&table);
        write_table_of(page, &table);
    } else {
        report_put(page, "", "<p>");
        report_write_text(page, text_of(error.text ? error.text : "nothing"));
        report_put(page, "\n", "</p>\n");
    }
    report_put(page, "\n", "");
    report_table_release(&table);
    error_release(&error);
}

/* Partners, products and mirror of the files of statistics; nothing without such files. */
static bool write_statistics(struct report_page *page, const struct field_words *words,
                             struct error *error)
{
    (void)words, (void)error;
    if (!model_has_statistics(page->workspace->model))
        return true;
    write_section(page, PAGE_PARTNERS);
    write_section(page, PAGE_PRODUCTS);
    write_section(page, PAGE_MIRROR);
    return true;
}

/* In HTML, everything up to the body, with the style sheet. */
static bool write_begin(struct report_page *page, const struct field_words *words,
                        struct error *error)
{
    (void)words;
    const struct pair *pair = analysis_pair(page->workspace->model->results.analysis);
    struct buffer title = {0};
    if (!page->is_html)
        return error_set_misuse(error, "{{begin}} is for templates in HTML");
    buffer_append_text(&title, pair->reporter.length ? pair->reporter : text_of("Trade"));
    buffer_puts(&title, pair->partner.length ? " and " : "");
    buffer_append_text(&title, pair->partner);
    html_begin(&page->text, buffer_text(&title));
    buffer_release(&title);
    return true;
}

const struct report_field report_fields[REPORT_FIELD_COUNT] = {
    {"begin", write_begin, 0},
    {"pair", write_pair, 0},
    {"headline", write_headline, 0},
    {"doubts", write_doubts, 0},
    {"table", write_table, MOST_FIELD_WORDS},
    {"chart", write_chart, 1},
    {"statistics", write_statistics, 0},
    {"verdict", write_verdict, 1},
    {"disagreements", report_write_disagreements, 0},
    {"quote", report_write_quote, 1},
    {"quotes", report_write_quotes, 0},
    {"notes", report_write_notes, 0},
    {"sources", write_sources, 0},
    {"made", report_write_made, 0},
};

const struct report_field *report_field_find(struct text name)
{
    for (size_t i = 0; i < REPORT_FIELD_COUNT; i++)
        if (text_is(name, report_fields[i].name))
            return &report_fields[i];
    return NULL;
}

bool report_write_rest(struct report_page *page, struct error *error)
{
    const struct field_words none = {0};
    if (!page->has_doubts) {
        report_put(page, "\n", "");
        if (!write_doubts(page, &none, error))
            return false;
    }
    if (page->has_notes)
        return true;
    report_put(page, "\n", "");
    return report_write_notes(page, &none, error);
}
