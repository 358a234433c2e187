/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is completed depends on the kind of argument of the command. On the command line, it is the
 * command's name, then its argument.
 */
#include "config.h"

#include "command/completion.h"

#include "base/array.h"
#include "base/paths.h"
#include "command/command.h"
#include "command/terms.h"
#include "model/opening.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void complete_nothing(struct completion_builder *builder)
{
    (void)builder;
}

static void complete_column(struct completion_builder *builder)
{
    const struct dataset *dataset = &builder->workspace->model->dataset;
    for (size_t column = 0; column < dataset->file_columns; column++)
        completion_builder_offer(builder, table_column_name(dataset->table, column),
                                 completion_builder_column_remark(dataset, column));
    completion_builder_offer(builder, "sources", "how many sources state it");
    completion_builder_offer(builder, "agreement", "whether the sources agree");
}

static void complete_pane(struct completion_builder *builder)
{
    for (size_t pane = 0; pane < PANE_COUNT; pane++) {
        const struct view_ops *ops = builder->workspace->views[pane].ops;
        completion_builder_offer(builder, ops->name, ops->help);
    }
}

static void complete_number(struct completion_builder *builder)
{
    struct number_index numbers = number_index_make(builder->workspace->model->results.analysis);
    completion_builder_offer(builder, "headline", "the numbers of the sentence under the title");
    for (size_t i = 0; i < numbers.count; i++) {
        struct buffer value = {0};
        derivation_format(&value, numbers.items[i]);
        completion_builder_offer(builder, numbers.items[i]->name, value.data);
        buffer_release(&value);
    }
    number_index_release(&numbers);
}

static void complete_pair(struct completion_builder *builder)
{
    const struct workspace *workspace = builder->workspace;
    struct row_set all = row_set_all(table_row_count(workspace->model->dataset.table));
    size_t count;
    struct pair_count *pairs =
        pairs_list(&workspace->model->dataset, workspace->model->countries, &all, &count);
    for (size_t i = 0; i < count; i++) {
        struct buffer text = {0}, remark = {0};
        buffer_append_text(&text, pairs[i].pair.reporter);
        buffer_putc(&text, ':');
        buffer_append_text(&text, pairs[i].pair.partner);
        buffer_printf(&remark, "%zu figures", pairs[i].figures);
        completion_builder_offer(builder, text.data, remark.data);
        buffer_release(&text);
        buffer_release(&remark);
    }
    free(pairs);
    row_set_release(&all);
}

static void complete_product(struct completion_builder *builder)
{
    const struct workspace *workspace = builder->workspace;
    const struct hs_list *products = model_products(workspace->model);
    const struct dataset *dataset = &workspace->model->dataset;
    size_t column = dataset->column[FIELD_PRODUCT];
    completion_builder_offer(builder, "all", "all goods");
    for (size_t code = 1; code < table_distinct_count(dataset->table, column); code++)
        completion_builder_offer(builder,
                                 table_distinct(dataset->table, column, (uint32_t)code).data,
                                 "a word of the files");
    for (size_t i = 0; products && i < hs_count(products); i++)
        completion_builder_offer(builder, hs_code(products, i), hs_name(products, i));
}

static void complete_period(struct completion_builder *builder)
{
    const struct dataset *dataset = &builder->workspace->model->dataset;
    size_t column = dataset->column[FIELD_PERIOD];
    completion_builder_offer(builder, "all", "all periods, by years");
    for (enum frequency i = 0; i < FREQUENCY_COUNT; i++)
        completion_builder_offer(builder, frequency_name(i), "how often");
    for (size_t code = 1; code < table_distinct_count(dataset->table, column); code++)
        completion_builder_offer(builder,
                                 table_distinct(dataset->table, column, (uint32_t)code).data, NULL);
}

static void complete_open_file(struct completion_builder *builder)
{
    for (size_t i = 0; i < builder->workspace->model->files.count; i++)
        completion_builder_offer(builder, model_file_path(builder->workspace->model, i), NULL);
}

/* Starts the word behind the last comma. */
static void start_behind_comma(struct completion_builder *builder)
{
    struct text typed = completion_builder_word(builder);
    const char *comma = typed.length ? memrchr(typed.data, ',', typed.length) : NULL;
    if (comma)
        builder->completion->start += (size_t)(comma - typed.data) + 1;
}

static void complete_scenario(struct completion_builder *builder)
{
    start_behind_comma(builder);
    completion_builder_offer(builder, "exports=", "growth a year: +20%, flat");
    completion_builder_offer(builder, "imports=", "growth a year: -2%, flat");
    completion_builder_offer(builder, "off", "no scenario");
}

static void complete_goal(struct completion_builder *builder)
{
    start_behind_comma(builder);
    completion_builder_offer(builder, "target", "reach the target");
    completion_builder_offer(builder, "half-balance", "halve the deficit or surplus");
    completion_builder_offer(builder, "coverage=", "exports pay for this share of imports");
    completion_builder_offer(builder, "imports=", "their growth a year, to find that of exports");
    completion_builder_offer(builder, "exports=", "their growth a year, to find that of imports");
    completion_builder_offer(builder, "by=", "the deadline, as a period");
}

static void complete_topic(struct completion_builder *builder)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < count; i++)
        completion_builder_offer(builder, commands[i].name, commands[i].help);
    const struct term *terms = term_list(&count);
    for (size_t i = 0; i < count; i++)
        completion_builder_offer(builder, terms[i].name, terms[i].help);
    complete_pane(builder);
}

static void add_entry(struct completion_builder *builder, const char *folder, struct text typed,
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
    completion_builder_add(builder, buffer_take(&text), NULL);
    free(path);
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    return strcmp(a->text, b->text);
}

static void complete_file(struct completion_builder *builder)
{
    struct text typed = completion_builder_word(builder);
    const char *slash = memrchr(typed.data, '/', typed.length);
    char *before = slash ? xstrndup(typed.data, (size_t)(slash - typed.data) + 1) : xstrdup("./");
    char *folder = path_expand_home(before);
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory));)
        add_entry(builder, folder, typed, entry->d_name);
    if (directory)
        closedir(directory);
    struct completion *completion = builder->completion;
    if (completion->count)
        qsort(completion->items, completion->count, sizeof *completion->items, compare_candidates);
    free(folder);
    free(before);
}

static void skip_word(struct completion_builder *builder)
{
    size_t *start = &builder->completion->start;
    while (*start < builder->line.length && builder->line.data[*start] != ' ')
        (*start)++;
    while (*start < builder->line.length && builder->line.data[*start] == ' ')
        (*start)++;
}

static void complete_numbered_expression(struct completion_builder *builder)
{
    skip_word(builder);
    complete_expression(builder);
}

/* The words of a closed set, or those that the open files have in the column. */
static void complete_field_value(struct completion_builder *builder, struct text name)
{
    const struct dataset *dataset = &builder->workspace->model->dataset;
    for (size_t field = 0; field < FIELD_COUNT; field++) {
        const struct vocabulary *vocabulary = field_table[field].vocabulary;
        size_t column = dataset->column[field];
        if (!text_is_word(name, field_table[field].name))
            continue;
        for (size_t i = 1; vocabulary && i < vocabulary->count; i++)
            completion_builder_offer(builder, vocabulary->words[i], NULL);
        bool has_words = !vocabulary && dataset->table && field_table[field].type != COLUMN_NUMBER;
        for (size_t code = 1; has_words && code < table_distinct_count(dataset->table, column);
             code++)
            completion_builder_offer(
                builder, table_distinct(dataset->table, column, (uint32_t)code).data, NULL);
    }
}

static void complete_field(struct completion_builder *builder)
{
    struct text line = builder->line;
    size_t start = builder->completion->start, end = start;
    while (end < line.length && line.data[end] != ' ')
        end++;
    struct text name = {line.data + start, end - start};
    if (completion_builder_skip_word(builder)) {
        complete_field_value(builder, name);
        return;
    }
    for (size_t field = 0; field < FIELD_COUNT; field++)
        completion_builder_offer(builder, field_table[field].name, field_table[field].content);
}

static void complete_argument(struct completion_builder *builder, enum argument_kind kind);

static void complete_command(struct completion_builder *builder)
{
    struct completion *completion = builder->completion;
    struct text line = builder->line;
    while (completion->start < line.length && line.data[completion->start] == ' ')
        completion->start++;
    size_t start = completion->start, count;
    const struct command *commands = command_list(&count);
    skip_word(builder);
    bool is_name = !line.length || line.data[line.length - 1] != ' ';
    if (completion->start == line.length && is_name) {
        completion->start = start;
        for (size_t i = 0; i < count; i++)
            completion_builder_offer(builder, commands[i].name, commands[i].help);
        return;
    }
    size_t end = start;
    while (end < line.length && line.data[end] != ' ')
        end++;
    struct error error = {0};
    const struct command *command =
        command_find((struct text){line.data + start, end - start}, &error);
    if (command && command->argument.kind != ARGUMENT_COMMAND)
        complete_argument(builder, command->argument.kind);
    error_release(&error);
}

static void complete_binding(struct completion_builder *builder)
{
    if (completion_builder_skip_word(builder))
        complete_command(builder);
}

static void complete_argument(struct completion_builder *builder, enum argument_kind kind)
{
    static void (*const completers[])(struct completion_builder * builder) = {
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
        [ARGUMENT_FIELD] = complete_field,
        [ARGUMENT_COMMAND] = complete_command,
        [ARGUMENT_SETTING] = complete_setting,
        [ARGUMENT_BINDING] = complete_binding,
        [ARGUMENT_KEY] = complete_nothing,
        [ARGUMENT_PAINT] = complete_paint,
    };
    completers[kind](builder);
}

void completion_make(struct completion *completion, struct workspace *workspace,
                     const char *command, const char *line, size_t point,
                     const struct effort *effort)
{
    struct error error = {0};
    workspace_update(workspace, workspace->model->user);
    struct completion_builder builder = {completion, workspace, {line, point}, effort};
    size_t name = strcspn(command, " ");
    const struct command *asked = command_find((struct text){command, name}, &error);
    *completion = (struct completion){0};
    if (asked && asked->argument.kind == ARGUMENT_NUMBERED_EXPRESSION && command[name])
        complete_expression(&builder); /* the command already has the number */
    else if (asked && asked->argument.kind == ARGUMENT_FIELD && command[name])
        complete_field_value(&builder, text_trim(text_of(command + name)));
    else if (asked)
        complete_argument(&builder, asked->argument.kind);
    error_release(&error);
}
