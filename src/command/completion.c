/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may stand at the cursor follows from the kind of argument that the command takes; a command
 * line is completed as the command's name, then as the argument of the command it names.
 */
#include "config.h"

#include "command/completion.h"

#include "base/array.h"
#include "base/paths.h"
#include "command/command.h"
#include "command/test_word.h"
#include "query/expression.h"
#include "view/workspace_files.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define ROWS_AT_A_TIME ((size_t)1 << 20) /* between two looks at the keys */

/* The word at the cursor: what stands between `start` and the point. */
struct context {
    struct completion *completion;
    struct workspace *workspace;
    struct text line; /* up to the point */
};

static struct text word_of(const struct context *context)
{
    size_t start = context->completion->start;
    return (struct text){context->line.data + start, context->line.length - start};
}

static bool begins_with_folded(struct text text, struct text beginning)
{
    return text.length >= beginning.length &&
           text_is_equal_folded((struct text){text.data, beginning.length}, beginning);
}

/* Takes `text` over. */
static void add(struct completion *completion, char *text, char *remark)
{
    ARRAY_RESERVE(completion->items, completion->count + 1, completion->capacity);
    completion->items[completion->count++] = (struct candidate){text, remark};
}

static void add_if_begun(struct context *context, const char *text, const char *remark)
{
    if (begins_with_folded(text_of(text), word_of(context)))
        add(context->completion, xstrdup(text), remark ? xstrdup(remark) : NULL);
}

static void complete_nothing(struct context *context)
{
    (void)context;
}

static void complete_column(struct context *context)
{
    const struct dataset *dataset = &context->workspace->dataset;
    for (size_t column = 0; column < dataset->file_columns; column++) {
        enum field field = dataset_field_of(dataset, column);
        add_if_begun(context, table_column_name(dataset->table, column),
                     field < FIELD_COUNT ? field_table[field].content : "column of the file");
    }
    add_if_begun(context, "sources", "how many sources state it");
    add_if_begun(context, "agreement", "whether the sources agree");
}

static void complete_pane(struct context *context)
{
    for (size_t pane = 0; pane < PANE_COUNT; pane++) {
        const struct view_ops *ops = context->workspace->views[pane].ops;
        add_if_begun(context, ops->name, ops->help);
    }
}

static void complete_number(struct context *context)
{
    struct number_index numbers = number_index_make(context->workspace->analysis);
    add_if_begun(context, "headline", "the numbers of the sentence under the title");
    for (size_t i = 0; i < numbers.count; i++) {
        struct buffer value = {0};
        derivation_format(&value, numbers.items[i]);
        add_if_begun(context, numbers.items[i]->name, value.data);
        buffer_release(&value);
    }
    number_index_release(&numbers);
}

static void complete_pair(struct context *context)
{
    const struct workspace *workspace = context->workspace;
    struct row_list all = row_list_all(table_row_count(workspace->dataset.table));
    size_t count;
    struct pair_count *pairs = pairs_list(&workspace->dataset, workspace->countries, &all, &count);
    for (size_t i = 0; i < count; i++) {
        struct buffer text = {0}, remark = {0};
        buffer_append_text(&text, pairs[i].pair.reporter);
        buffer_putc(&text, ':');
        buffer_append_text(&text, pairs[i].pair.partner);
        buffer_printf(&remark, "%zu figures", pairs[i].figures);
        add_if_begun(context, text.data, remark.data);
        buffer_release(&text);
        buffer_release(&remark);
    }
    free(pairs);
    row_list_release(&all);
}

static void complete_product(struct context *context)
{
    const struct workspace *workspace = context->workspace;
    const struct hs_list *products = workspace->products;
    const struct dataset *dataset = &workspace->dataset;
    size_t column = dataset->column[FIELD_PRODUCT];
    add_if_begun(context, "all", "all goods");
    for (size_t code = 1; code < table_distinct_count(dataset->table, column); code++)
        add_if_begun(context, table_distinct(dataset->table, column, (uint32_t)code).data,
                     "a word of the files");
    for (size_t i = 0; products && i < hs_count(products); i++)
        add_if_begun(context, hs_code(products, i), hs_name(products, i));
}

static void complete_period(struct context *context)
{
    const struct dataset *dataset = &context->workspace->dataset;
    size_t column = dataset->column[FIELD_PERIOD];
    add_if_begun(context, "all", "all periods, by years");
    for (enum frequency i = 0; i < FREQUENCY_COUNT; i++)
        add_if_begun(context, frequency_name(i), "how often");
    for (size_t code = 1; code < table_distinct_count(dataset->table, column); code++)
        add_if_begun(context, table_distinct(dataset->table, column, (uint32_t)code).data, NULL);
}

static void complete_open_file(struct context *context)
{
    for (size_t i = 0; i < context->workspace->file_count; i++)
        add_if_begun(context, workspace_file_path(context->workspace, i), NULL);
}

/* Behind the last comma. */
static void start_behind_comma(struct context *context)
{
    struct text typed = word_of(context);
    const char *comma = typed.length ? memrchr(typed.data, ',', typed.length) : NULL;
    if (comma)
        context->completion->start += (size_t)(comma - typed.data) + 1;
}

static void complete_scenario(struct context *context)
{
    start_behind_comma(context);
    add_if_begun(context, "exports=", "growth a year: +20%, flat");
    add_if_begun(context, "imports=", "growth a year: -2%, flat");
    add_if_begun(context, "off", "no scenario");
}

static void complete_goal(struct context *context)
{
    start_behind_comma(context);
    add_if_begun(context, "target", "reach the target");
    add_if_begun(context, "half-balance", "halve the deficit or surplus");
    add_if_begun(context, "coverage=", "exports pay for so many percent of imports");
    add_if_begun(context, "imports=", "their growth a year, to find that of exports");
    add_if_begun(context, "exports=", "their growth a year, to find that of imports");
    add_if_begun(context, "by=", "the deadline, as a period");
}

static void complete_topic(struct context *context)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < count; i++)
        add_if_begun(context, commands[i].name, commands[i].help);
    complete_pane(context);
}

static void add_entry(struct context *context, const char *folder, struct text typed,
                      const char *name)
{
    const char *slash = memrchr(typed.data, '/', typed.length);
    size_t kept = slash ? (size_t)(slash - typed.data) + 1 : 0;
    struct text begun = {typed.data + kept, typed.length - kept};
    if (name[0] == '.' && !begun.length)
        return;
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
        strncmp(name, begun.data, begun.length) != 0)
        return;
    char *path = path_join(folder, name);
    struct stat status;
    bool is_folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    struct buffer text = {0};
    buffer_append(&text, typed.data, kept);
    buffer_printf(&text, "%s%s", name, is_folder ? "/" : "");
    add(context->completion, buffer_take(&text), NULL);
    free(path);
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    return strcmp(a->text, b->text);
}

static void complete_file(struct context *context)
{
    struct text typed = word_of(context);
    const char *slash = memrchr(typed.data, '/', typed.length);
    char *before = slash ? xstrndup(typed.data, (size_t)(slash - typed.data) + 1) : xstrdup("./");
    char *folder = path_expand_home(before);
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory));)
        add_entry(context, folder, typed, entry->d_name);
    if (directory)
        closedir(directory);
    struct completion *completion = context->completion;
    if (completion->count)
        qsort(completion->items, completion->count, sizeof *completion->items, compare_candidates);
    free(folder);
    free(before);
}

struct counted_value {
    uint32_t code;
    size_t rows;
};

static int compare_counts(const void *left, const void *right)
{
    const struct counted_value *a = left, *b = right;
    if (a->rows != b->rows)
        return a->rows > b->rows ? -1 : 1;
    return (a->code > b->code) - (a->code < b->code);
}

/* What is typed of a value, without the quotation mark in front. */
static struct text value_begun(const struct context *context)
{
    struct text typed = word_of(context);
    bool is_quoted = typed.length && typed.data[0] == '"';
    return is_quoted ? (struct text){typed.data + 1, typed.length - 1} : typed;
}

static void add_value(struct context *context, struct text value, size_t rows)
{
    struct buffer text = {0}, remark = {0};
    expression_format_value(&text, value);
    buffer_printf(&remark, "%zu", rows);
    add(context->completion, buffer_take(&text), buffer_take(&remark));
}

/* False where a key came meanwhile: Tab is not worth waiting for. */
static bool count_rows(const struct workspace *workspace, struct codes codes,
                       struct counted_value *values)
{
    const struct row_list *shown = &workspace->shown;
    for (size_t first = 0; first < shown->count; first += ROWS_AT_A_TIME) {
        size_t left = shown->count - first, last = first;
        if (first && workspace->doubt && workspace->doubt(workspace->doubt_context))
            return false;
        last += left < ROWS_AT_A_TIME ? left : ROWS_AT_A_TIME;
        for (size_t i = first; i < last; i++)
            values[codes_at(codes, row_list_at(shown, i))].rows++;
    }
    return true;
}

/* Leaves those that can stand at the place, most frequent first; returns how many. */
static size_t sort_out_values(const struct context *context, size_t column,
                              struct counted_value *values, size_t count)
{
    const struct table *table = context->workspace->dataset.table;
    struct text begun = value_begun(context);
    size_t kept = 0;
    for (size_t code = 1; code < count; code++)
        if (values[code].rows &&
            begins_with_folded(table_distinct(table, column, (uint32_t)code), begun))
            values[kept++] = (struct counted_value){(uint32_t)code, values[code].rows};
    qsort(values, kept, sizeof *values, compare_counts);
    return kept;
}

/* The values of a column among the rows shown; of many rows, those of a column that repeats. */
static void complete_value(struct context *context, size_t column)
{
    const struct workspace *workspace = context->workspace;
    const struct table *table = workspace->dataset.table;
    if (workspace->shown.count > FEW_ROWS && !table_is_coded(table, column))
        return;
    struct codes codes = table_codes(table, column);
    size_t distinct = table_distinct_count(table, column);
    struct counted_value *values = xcalloc(distinct, sizeof *values);
    bool is_done = count_rows(workspace, codes, values);
    size_t count = is_done ? sort_out_values(context, column, values, distinct) : 0;
    for (size_t i = 0; i < count; i++)
        add_value(context, table_distinct(table, column, values[i].code), values[i].rows);
    free(values);
}

static void add_test(struct context *context, const char *name, const char *operator,
                     const char * remark)
{
    struct buffer text = {0};
    buffer_printf(&text, "%s%s", name, operator);
    add_if_begun(context, text.data, remark);
    buffer_release(&text);
}

/* The operators that a column takes, once its whole name stands there. */
static void add_operators(struct context *context, const char *name, enum column_type type)
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
            add_test(context, name, operators[i].operator, operators[i].remark);
}

static void complete_column_of_test(struct context *context)
{
    const struct dataset *dataset = &context->workspace->dataset;
    const struct query_facts *facts = workspace_facts(context->workspace);
    struct text typed = word_of(context);
    for (size_t column = 0; column < dataset->file_columns; column++) {
        const char *name = table_column_name(dataset->table, column);
        enum field field = dataset_field_of(dataset, column);
        add_test(context, name, ":",
                 field < FIELD_COUNT ? field_table[field].content : "column of the file");
        if (text_is_word(typed, name))
            add_operators(context, name, table_column_type(dataset->table, column));
    }
    for (size_t i = 0; i < facts->count; i++)
        add_test(context, facts->items[i].vocabulary->name, ":", "worked out by the program");
    add_test(context, "has", ":", "a column that is stated");
    add_test(context, "is", ":", "a word of any closed set: event, target, import ...");
}

static void complete_word_of(struct context *context, const struct vocabulary *vocabulary)
{
    for (size_t i = 1; vocabulary && i < vocabulary->count; i++)
        add_if_begun(context, vocabulary->words[i], vocabulary->name);
}

/* The words of the facts, of `is`, and of `has`, which no column holds. */
static void complete_fact(struct context *context, struct text name)
{
    const struct query_facts *facts = workspace_facts(context->workspace);
    bool is_any = text_is_word(name, "is");
    for (size_t i = 0; i < facts->count; i++)
        if (is_any || text_is_word(name, facts->items[i].vocabulary->name))
            complete_word_of(context, facts->items[i].vocabulary);
    for (size_t field = 0; is_any && field < FIELD_COUNT; field++)
        complete_word_of(context, field_table[field].vocabulary);
    for (size_t field = 0; text_is_word(name, "has") && field < FIELD_COUNT; field++)
        add_if_begun(context, field_table[field].name, field_table[field].content);
}

static void complete_expression(struct context *context)
{
    struct test_word word = test_word_at(context->line, context->completion->start);
    context->completion->start = word.has_operator ? word.value_start : word.start;
    size_t column = table_find_column(context->workspace->dataset.table, word.name);
    if (!word.has_operator)
        complete_column_of_test(context);
    else if (column != NO_COLUMN)
        complete_value(context, column);
    else
        complete_fact(context, word.name);
}

static void skip_word(struct context *context)
{
    size_t *start = &context->completion->start;
    while (*start < context->line.length && context->line.data[*start] != ' ')
        (*start)++;
    while (*start < context->line.length && context->line.data[*start] == ' ')
        (*start)++;
}

static void complete_numbered_expression(struct context *context)
{
    skip_word(context);
    complete_expression(context);
}

static void complete_argument(struct context *context, enum argument_kind kind);

static void complete_command(struct context *context)
{
    struct completion *completion = context->completion;
    struct text line = context->line;
    while (completion->start < line.length && line.data[completion->start] == ' ')
        completion->start++;
    size_t start = completion->start, count;
    const struct command *commands = command_list(&count);
    skip_word(context);
    bool is_name = !line.length || line.data[line.length - 1] != ' ';
    if (completion->start == line.length && is_name) {
        completion->start = start;
        for (size_t i = 0; i < count; i++)
            add_if_begun(context, commands[i].name, commands[i].help);
        return;
    }
    size_t end = start;
    while (end < line.length && line.data[end] != ' ')
        end++;
    struct error error = {0};
    const struct command *command =
        command_find((struct text){line.data + start, end - start}, &error);
    if (command && command->argument != ARGUMENT_COMMAND)
        complete_argument(context, command->argument);
    error_release(&error);
}

static void complete_argument(struct context *context, enum argument_kind kind)
{
    static void (*const completers[])(struct context * context) = {
        [ARGUMENT_NONE] = complete_nothing,
        [ARGUMENT_PATTERN] = complete_nothing,
        [ARGUMENT_EXPRESSION] = complete_expression,
        [ARGUMENT_NUMBERED_EXPRESSION] = complete_numbered_expression,
        [ARGUMENT_COLUMN] = complete_column,
        [ARGUMENT_PANE] = complete_pane,
        [ARGUMENT_TOPIC] = complete_topic,
        [ARGUMENT_DERIVED] = complete_number,
        [ARGUMENT_PAIR] = complete_pair,
        [ARGUMENT_PRODUCT] = complete_product,
        [ARGUMENT_PERIOD] = complete_period,
        [ARGUMENT_INPUT] = complete_file,
        [ARGUMENT_OPEN_FILE] = complete_open_file,
        [ARGUMENT_SCENARIO] = complete_scenario,
        [ARGUMENT_GOAL] = complete_goal,
        [ARGUMENT_NAME] = complete_nothing,
        [ARGUMENT_ROW] = complete_nothing,
        [ARGUMENT_FILE] = complete_file,
        [ARGUMENT_COMMAND] = complete_command,
    };
    completers[kind](context);
}

void completion_make(struct completion *completion, struct workspace *workspace,
                     const char *command, const char *line, size_t point)
{
    struct error error = {0};
    workspace_settle(workspace);
    struct context context = {completion, workspace, {line, point}};
    size_t name = strcspn(command, " ");
    const struct command *asked = command_find((struct text){command, name}, &error);
    *completion = (struct completion){0};
    if (asked && asked->argument == ARGUMENT_NUMBERED_EXPRESSION && command[name])
        complete_expression(&context); /* the number stands in the command already */
    else if (asked)
        complete_argument(&context, asked->argument);
    error_release(&error);
}

void completion_release(struct completion *completion)
{
    for (size_t i = 0; i < completion->count; i++) {
        free(completion->items[i].text);
        free(completion->items[i].remark);
    }
    free(completion->items);
    *completion = (struct completion){0};
}
