/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Columns are those of the claims and of each separate file, as a filter applies to all of them;
 * and so are values, with the number of shown rows in each.
 */
#include "config.h"

#include "base/array.h"
#include "command/completion_builder.h"
#include "model/file_filters.h"
#include "model/recompute.h"
#include "query/language/expression.h"

#include <stdlib.h>

#define ROWS_AT_A_TIME ((size_t)1 << 20) /* between two checks for keys */

/* --- values --- */

struct counted_value {
    struct text value;
    size_t rows, number; /* sorted in the order of the files */
};

struct value_list {
    struct counted_value *items;
    size_t count, capacity;
};

static int compare_values(const void *left, const void *right)
{
    const struct counted_value *a = left, *b = right;
    int order = text_compare(a->value, b->value);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static int compare_counts(const void *left, const void *right)
{
    const struct counted_value *a = left, *b = right;
    if (a->rows != b->rows)
        return a->rows > b->rows ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* Returns the typed part of a value, without an opening quotation mark. */
static struct text value_begun(const struct completion_builder *builder)
{
    struct text typed = completion_builder_word(builder);
    bool is_quoted = typed.length && typed.data[0] == '"';
    return is_quoted ? (struct text){typed.data + 1, typed.length - 1} : typed;
}

/* Returns false if a key was pressed: completion is not worth waiting for. */
static bool count_rows(const struct effort *effort, const struct row_set *shown, struct codes codes,
                       size_t *rows)
{
    size_t counted = 0;
    ROW_SET_EACH (shown, row) {
        if (++counted % ROWS_AT_A_TIME == 0 && effort_is_cancelled(effort))
            return false;
        rows[codes_at(codes, row)]++;
    }
    return true;
}

/*
 * Lists values that fit; if there are many rows, only those of a coded column. Returns false if the
 * table has no such column.
 */
static bool list_values(const struct completion_builder *builder, const struct table *table,
                        const struct row_set *shown, struct text name, struct value_list *list)
{
    size_t column = table_find_column(table, name);
    if (column == NO_COLUMN)
        return false;
    if (row_set_count(shown) > FEW_ROWS && !table_is_coded(table, column))
        return true;
    struct codes codes = table_codes(table, column);
    struct text begun = value_begun(builder);
    size_t distinct = table_distinct_count(table, column);
    size_t *rows = xcalloc(distinct, sizeof *rows);
    bool is_done = count_rows(builder->effort, shown, codes, rows);
    for (size_t code = 1; code < distinct && is_done; code++) {
        struct text value = table_distinct(table, column, (uint32_t)code);
        if (!rows[code] || !text_begins_folded(value, begun))
            continue;
        ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
        list->items[list->count] = (struct counted_value){value, rows[code], list->count};
        list->count++;
    }
    free(rows);
    return true;
}

/* Merges equal values and sorts by frequency. */
static void sort_out(struct value_list *list)
{
    size_t kept = 0;
    if (!list->count)
        return;
    qsort(list->items, list->count, sizeof *list->items, compare_values);
    for (size_t i = 1; i < list->count; i++)
        if (text_is_equal(list->items[i].value, list->items[kept].value))
            list->items[kept].rows += list->items[i].rows;
        else
            list->items[++kept] = list->items[i];
    list->count = kept + 1;
    qsort(list->items, list->count, sizeof *list->items, compare_counts);
}

static void add_value(struct completion_builder *builder, const struct counted_value *value)
{
    struct buffer text = {0}, remark = {0};
    expression_format_value(&text, value->value);
    buffer_printf(&remark, "%zu", value->rows);
    completion_builder_add(builder, buffer_take(&text), buffer_take(&remark));
}

/* Returns false if no file has the column. Sums are not counted in addition to their rows. */
static bool complete_value(struct completion_builder *builder, struct text name)
{
    const struct workspace *workspace = builder->workspace;
    struct value_list list = {0};
    struct row_set claims = row_set_copy(&workspace->model->rows.shown);
    row_set_cut(&claims, model_claim_count(workspace->model));
    bool is_column = list_values(builder, workspace->model->dataset.table, &claims, name, &list);
    row_set_release(&claims);
    for (size_t i = 0; i < workspace->model->files.count; i++) {
        const struct open_file *file = &workspace->model->files.items[i];
        if (file_is_separate(file) &&
            list_values(builder, file->dataset->table, file_passing_rows(file), name, &list))
            is_column = true;
    }
    sort_out(&list);
    for (size_t i = 0; i < list.count; i++)
        add_value(builder, &list.items[i]);
    free(list.items);
    return is_column;
}

/* --- tests --- */

static void offer_test(struct completion_builder *builder, const char *name, const char *operator,
                       const char * remark)
{
    struct buffer text = {0};
    buffer_printf(&text, "%s%s", name, operator);
    completion_builder_offer(builder, text.data, remark);
    buffer_release(&text);
}

/* Offers the operators for a column once its name is complete. */
static void offer_operators(struct completion_builder *builder, const char *name,
                            enum column_type type)
{
    static const struct {
        const char *operator, * remark;
        bool is_of_text;
    } operators[] = {
        {"=", "is", true},         {"!=", "is not", true},   {"~", "regular expression", true},
        {">=", "at least", false}, {"<=", "at most", false}, {">", "over", false},
        {"<", "under", false},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(operators); i++)
        if (operators[i].is_of_text || type != COLUMN_TEXT)
            offer_test(builder, name, operators[i].operator, operators[i].remark);
}

static void offer_column(struct completion_builder *builder, const struct dataset *dataset,
                         size_t column)
{
    const char *name = table_column_name(dataset->table, column);
    offer_test(builder, name, ":", completion_builder_column_remark(dataset, column));
    if (text_is_word(completion_builder_word(builder), name))
        offer_operators(builder, name, table_column_type(dataset->table, column));
}

/* Returns the columns in the file; they are offered before missing ones. */
static size_t stated_columns(const struct dataset *dataset)
{
    return dataset->form == FORM_CLAIMS ? dataset->file_columns : dataset->mapping.column_count;
}

static bool states(const struct dataset *dataset, const char *name)
{
    return table_find_column(dataset->table, text_of(name)) < stated_columns(dataset);
}

/* True if the claims, or one of the first separate files, have the column. */
static bool is_offered(const struct workspace *workspace, size_t files, const char *name)
{
    bool is_there = states(&workspace->model->dataset, name);
    for (size_t i = 0; i < files && !is_there; i++)
        is_there = file_is_separate(&workspace->model->files.items[i]) &&
                   states(workspace->model->files.items[i].dataset, name);
    return is_there;
}

static void offer_columns(struct completion_builder *builder)
{
    const struct workspace *workspace = builder->workspace;
    for (size_t column = 0; column < stated_columns(&workspace->model->dataset); column++)
        offer_column(builder, &workspace->model->dataset, column);
    for (size_t i = 0; i < workspace->model->files.count; i++) {
        const struct dataset *dataset = workspace->model->files.items[i].dataset;
        if (!file_is_separate(&workspace->model->files.items[i]))
            continue;
        for (size_t column = 0; column < stated_columns(dataset); column++)
            if (!is_offered(workspace, i, table_column_name(dataset->table, column)))
                offer_column(builder, dataset, column);
    }
}

static void complete_test(struct completion_builder *builder)
{
    const struct query_facts *facts = model_facts(builder->workspace->model);
    offer_columns(builder);
    for (size_t i = 0; i < facts->count; i++)
        offer_test(builder, facts->items[i].vocabulary->name, ":", "computed by the program");
    offer_test(builder, "has", ":", "a column that is stated");
    offer_test(builder, "is", ":", "a word of any closed set: event, target, import ...");
}

/* --- facts --- */

static void complete_word_of(struct completion_builder *builder,
                             const struct vocabulary *vocabulary)
{
    for (size_t i = 1; vocabulary && i < vocabulary->count; i++)
        completion_builder_offer(builder, vocabulary->words[i], vocabulary->name);
}

/* Completes the words of facts, of `is`, and of `has`, which are not columns. */
static void complete_fact(struct completion_builder *builder, struct text name)
{
    const struct query_facts *facts = model_facts(builder->workspace->model);
    bool is_any = text_is_word(name, "is");
    for (size_t i = 0; i < facts->count; i++)
        if (is_any || text_is_word(name, facts->items[i].vocabulary->name))
            complete_word_of(builder, facts->items[i].vocabulary);
    for (size_t field = 0; is_any && field < FIELD_COUNT; field++)
        complete_word_of(builder, field_table[field].vocabulary);
    for (size_t field = 0; text_is_word(name, "has") && field < FIELD_COUNT; field++)
        completion_builder_offer(builder, field_table[field].name, field_table[field].content);
}

void complete_expression(struct completion_builder *builder)
{
    struct term_at_cursor word = term_at_cursor_at(builder->line, builder->completion->start);
    builder->completion->start = word.has_operator ? word.value_start : word.start;
    if (!word.has_operator)
        complete_test(builder);
    else if (!complete_value(builder, word.name))
        complete_fact(builder, word.name);
}
