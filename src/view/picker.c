/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/picker.h"

#include "base/memory.h"
#include "model/choice_changes.h"
#include "model/listed_words.h"
#include "model/opening.h"
#include "query/language/expression.h"
#include "query/rows/row_order.h"
#include "view/page.h"

#include <stdlib.h>
#include <string.h>

/* --- pairs --- */

static void choose_pair(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    const char *partner = strchr(value, '\n');
    char *reporter = xstrndup(value, (size_t)(partner - value));
    model_choose_pair(workspace->model, reporter, partner + 1);
    free(reporter);
}

/* Writes "India\nRussia", the value that chooses a pair. */
static void write_pair(struct buffer *value, struct text reporter, struct text partner)
{
    buffer_append_text(value, reporter);
    buffer_putc(value, '\n');
    buffer_append_text(value, partner);
}

static void add_pair(struct page *page, struct text reporter, struct text partner, size_t count,
                     const char *things)
{
    struct buffer value = {0};
    write_pair(&value, reporter, partner);
    struct line *line = page_add(page, NO_ROW, value.data, 4);
    line_add(line, ROLE_PLAIN, reporter);
    line_puts(line, ROLE_PLAIN, " > ");
    line_add(line, ROLE_PLAIN, partner);
    buffer_truncate(&value, 0);
    decimal_format(&value, (double)count, 0);
    line_printf(line, ROLE_DIM, "  %s %s%s", value.data, things, count == 1 ? "" : "s");
    buffer_release(&value);
}

static void list_pairs_of_claims(struct workspace *workspace, struct page *page)
{
    struct row_set claims = row_set_all(workspace->model->files.joined.rows);
    size_t count;
    struct pair_count *pairs =
        pairs_list(&workspace->model->dataset, workspace->model->countries, &claims, &count);
    for (size_t i = 0; i < count; i++)
        add_pair(page, pairs[i].pair.reporter, pairs[i].pair.partner, pairs[i].figures, "figure");
    free(pairs);
    row_set_release(&claims);
}

/* Opens the page at the current pair, or at its reporter. */
static void open_at_pair(struct workspace *workspace, struct page *page)
{
    const struct pair *pair = analysis_pair(workspace->model->results.analysis);
    struct buffer value = {0};
    write_pair(&value, pair->reporter, pair->partner);
    size_t line = page_line_of(page, value.data);
    if (!line) {
        buffer_truncate(&value, pair->reporter.length);
        line = page_line_of(page, value.data);
    }
    page_open(workspace, page, line);
    buffer_release(&value);
}

static void list_partners(struct workspace *workspace, struct page *page, struct text reporter)
{
    struct listed_words partners = listed_words_make(workspace->model, FIELD_PARTNER, reporter);
    for (size_t i = 0; i < partners.count; i++)
        add_pair(page, reporter, text_of(partners.items[i].word), partners.items[i].rows, "row");
    listed_words_release(&partners);
}

static void list_reporters(struct page *page, const struct listed_words *reporters)
{
    for (size_t i = 0; i < reporters->count; i++) {
        struct line *line = page_add(page, NO_ROW, reporters->items[i].word, 4);
        struct buffer count = {0};
        decimal_format(&count, (double)reporters->items[i].rows, 0);
        line_puts(line, ROLE_PLAIN, reporters->items[i].word);
        line_puts(line, ROLE_PLAIN, " > ...");
        line_printf(line, ROLE_DIM, "  %s rows", count.data);
        buffer_release(&count);
    }
}

static void choose_reporter(struct workspace *workspace, size_t row, const char *value)
{
    if (strchr(value, '\n')) {
        choose_pair(workspace, row, value);
        return;
    }
    struct page *page = page_new("Choose a partner", choose_pair);
    list_partners(workspace, page, text_of(value));
    open_at_pair(workspace, page);
}

void picker_open_pairs(struct workspace *workspace)
{
    struct page *page = page_new("Choose a pair", choose_reporter);
    struct listed_words reporters =
        listed_words_make(workspace->model, FIELD_REPORTER, (struct text){"", 0});
    list_pairs_of_claims(workspace, page);
    if (reporters.count == 1)
        list_partners(workspace, page, text_of(reporters.items[0].word));
    else
        list_reporters(page, &reporters);
    listed_words_release(&reporters);
    open_at_pair(workspace, page);
}

/* --- values of a column --- */

static void choose_test(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    workspace_add_filter(workspace, value);
}

struct value_count {
    uint32_t code;
    size_t rows;
    uint32_t key; /* order in the column */
};

static int compare_counts(const void *left, const void *right)
{
    const struct value_count *a = left, *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

/* Counts the distinct values of the shown rows, in the order of the column. */
static struct value_count *count_values(const struct workspace *workspace, size_t column,
                                        size_t *count)
{
    const struct dataset *dataset = &workspace->model->dataset;
    struct codes codes = table_codes(dataset->table, column);
    size_t distinct = table_distinct_count(dataset->table, column), kept = 0;
    struct value_count *values = xcalloc(distinct, sizeof *values);
    struct row_keys keys = row_keys_of_column(dataset, column);
    ROW_SET_EACH (&workspace->model->rows.shown, row) {
        uint32_t code = codes_at(codes, row);
        values[code].code = code;
        values[code].rows++;
    }
    for (size_t code = 1; code < distinct; code++) {
        values[code].key = keys.ranks[code];
        if (values[code].rows)
            values[kept++] = values[code];
    }
    row_keys_release(&keys);
    qsort(values, kept, sizeof *values, compare_counts);
    *count = kept;
    return values;
}

static void open_values(struct workspace *workspace, const char *title, enum field field)
{
    struct page *page = page_new(title, choose_test);
    const struct table *table = workspace->model->dataset.table;
    size_t column = workspace->model->dataset.column[field], count;
    struct value_count *values = count_values(workspace, column, &count);
    for (size_t i = 0; i < count; i++) {
        struct text value = table_distinct(table, column, values[i].code);
        struct buffer test = {0};
        expression_format_test(&test, field_table[field].name, value, false);
        struct line *line = page_add(page, NO_ROW, test.data, 4);
        line_add(line, ROLE_PLAIN, value);
        line_printf(line, ROLE_DIM, "  %zu %s", values[i].rows,
                    values[i].rows == 1 ? "row" : "rows");
        buffer_release(&test);
    }
    free(values);
    if (!count)
        line_printf(page_add(page, NO_ROW, NULL, 0), ROLE_DIM, "no row that is shown states a %s",
                    field_table[field].name);
    page_open(workspace, page, 0);
}

/* --- products --- */

static void open_products_within(struct workspace *workspace, struct text whole);

/* "+27" opens the chapter, "27" chooses it. */
static void choose_product(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    if (*value == '+')
        open_products_within(workspace, text_of(value + 1));
    else
        model_choose_product(workspace->model, value);
}

static void write_product(struct line *line, const struct workspace *workspace, const char *code,
                          size_t rows, bool has_parts)
{
    struct buffer count = {0};
    enum hs_level level = HS_NONE;
    const char *name = model_product_name(workspace->model, text_of(code), &level);
    decimal_format(&count, (double)rows, 0);
    line_puts(line, ROLE_STRONG, code);
    if (name && hs_level(text_of(code)) != HS_NONE)
        line_printf(line, ROLE_PLAIN, "  %s%s", level < hs_level(text_of(code)) ? "of: " : "",
                    name);
    if (rows)
        line_printf(line, ROLE_DIM, "  %s row%s%s", count.data, rows == 1 ? "" : "s",
                    has_parts ? ", and what it contains" : "");
    else
        line_puts(line, ROLE_DIM, "  as a whole");
    buffer_release(&count);
}

static void add_product(struct page *page, const struct workspace *workspace, const char *code,
                        size_t rows, bool has_parts)
{
    struct buffer value = {0};
    buffer_printf(&value, "%s%s", has_parts ? "+" : "", code);
    write_product(page_add(page, NO_ROW, value.data, 4), workspace, code, rows, has_parts);
    buffer_release(&value);
}

/*
 * Adds codes with a common prefix of that many digits as one line. The list is in the order of the
 * codes.
 */
static size_t add_products_alike(struct page *page, const struct workspace *workspace,
                                 const struct listed_words *words, size_t first, size_t digits)
{
    size_t rows = 0, i = first;
    bool has_parts = false;
    char *code = xstrndup(words->items[first].word, digits);
    for (; i < words->count && strncmp(words->items[i].word, code, strlen(code)) == 0; i++) {
        rows += words->items[i].rows;
        has_parts = has_parts || strlen(words->items[i].word) > strlen(code);
    }
    add_product(page, workspace, code, rows, has_parts);
    free(code);
    return i;
}

static void open_products_within(struct workspace *workspace, struct text whole)
{
    struct page *page = page_new("Choose a product", choose_product);
    struct listed_words words =
        listed_words_make(workspace->model, FIELD_PRODUCT, (struct text){"", 0});
    size_t digits = whole.length ? whole.length + 2 : 2;
    if (whole.length)
        add_product(page, workspace, whole.data, 0, false);
    else
        line_puts(page_add(page, NO_ROW, "all", 4), ROLE_STRONG, "all goods");
    for (size_t i = 0; i < words.count;) {
        struct text word = text_of(words.items[i].word);
        bool is_code = hs_level(word) != HS_NONE;
        if (is_code && word.length >= digits && (!whole.length || hs_contains(whole, word)))
            i = add_products_alike(page, workspace, &words, i, digits);
        else if (!is_code && !whole.length && !words.items[i].is_whole)
            add_product(page, workspace, words.items[i].word, words.items[i].rows, false), i++;
        else
            i++;
    }
    listed_words_release(&words);
    page_open(workspace, page, 0);
}

void picker_open_products(struct workspace *workspace)
{
    if (model_has_statistics(workspace->model))
        open_products_within(workspace, (struct text){"", 0});
    else
        open_values(workspace, "Choose a product", FIELD_PRODUCT);
}

/* --- periods --- */

static void choose_period(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    struct error error = {0};
    if (!model_choose_period(workspace->model, value, &error))
        model_set_message(workspace->model, MESSAGE_ERROR, "%s", error.text);
    error_release(&error);
}

static unsigned all_frequencies(const struct workspace *workspace)
{
    unsigned frequencies = 0;
    for (size_t i = 0; i < workspace->model->files.count; i++)
        if (workspace->model->files.items[i].sums.statistic)
            frequencies |= statistic_frequencies(workspace->model->files.items[i].sums.statistic);
    return frequencies;
}

void picker_open_periods(struct workspace *workspace)
{
    if (!model_has_statistics(workspace->model)) {
        open_values(workspace, "Choose a period", FIELD_PERIOD);
        return;
    }
    struct page *page = page_new("Choose how often, or a period", choose_period);
    struct listed_words periods =
        listed_words_make(workspace->model, FIELD_PERIOD, (struct text){"", 0});
    line_puts(page_add(page, NO_ROW, "all", 4), ROLE_STRONG, "all periods, by years");
    for (enum frequency i = 0; i < FREQUENCY_COUNT; i++)
        if (all_frequencies(workspace) & FREQUENCY_BIT(i))
            line_puts(page_add(page, NO_ROW, frequency_name(i), 4), ROLE_STRONG, frequency_name(i));
    for (size_t i = 0; i < periods.count; i++) {
        struct line *line = page_add(page, NO_ROW, periods.items[i].word, 4);
        line_puts(line, ROLE_PLAIN, periods.items[i].word);
        line_printf(line, ROLE_DIM, "  %zu row%s", periods.items[i].rows,
                    periods.items[i].rows == 1 ? "" : "s");
    }
    listed_words_release(&periods);
    page_open(workspace, page, 0);
}
