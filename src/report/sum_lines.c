/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/sum_lines.h"

#include "analysis/claims/claim_lines.h"
#include "base/array.h"
#include "model/chosen_trade.h"
#include "model/files.h"
#include "model/recompute.h"
#include "query/language/column_names.h"
#include "report/sum_overlap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- columns --- */

static bool split_names(struct sum_lines *lines, const char *names, struct error *error)
{
    for (;; names++) {
        size_t length = strcspn(names, ",");
        if (lines->column_count == MOST_SUM_COLUMNS)
            return error_set_misuse(error, "--sum: at most %d columns at a time", MOST_SUM_COLUMNS);
        lines->columns[lines->column_count++] = (struct sum_column){
            .asked = text_trim((struct text){names, length}), .is_period = true};
        names += length;
        if (!*names)
            return true;
    }
}

/* A column without values stands for a field that the file lacks. */
static bool is_stated(const struct dataset *dataset, size_t column)
{
    if (dataset->form == FORM_CLAIMS || column < dataset->file_columns ||
        table_column_type(dataset->table, column) == COLUMN_NUMBER)
        return true;
    struct codes codes = table_codes(dataset->table, column);
    return codes.width || codes.constant;
}

static bool find_column(const struct dataset *dataset, struct text name, size_t *column,
                        struct error *error)
{
    const struct table *table = dataset->table;
    *column = column_names_find_column(dataset, name);
    if (*column == NO_COLUMN || !is_stated(dataset, *column)) {
        struct buffer reason = {0};
        column_names_explain_unknown(&reason, dataset, NULL, name);
        if (*column == NO_COLUMN)
            error_set_misuse(error, "--sum: %s", reason.data);
        else
            error_set_misuse(error, "--sum: %s states no %s", file_display_name(dataset->path),
                             table_column_name(table, *column));
        buffer_release(&reason);
        return false;
    }
    if (table_column_type(table, *column) == COLUMN_NUMBER)
        return error_set_misuse(error,
                                "--sum: %s is a column of numbers; sums are made by what "
                                "columns of words and periods say",
                                table_column_name(table, *column));
    if (*column == dataset->column[FIELD_UNIT])
        return error_set_misuse(error,
                                "--sum: values of unlike units are never added, and each "
                                "sum has its unit; leave %s out",
                                table_column_name(table, *column));
    return true;
}

static bool find_columns(struct sum_lines *lines, const struct dataset *dataset, size_t *columns,
                         struct error *error)
{
    for (size_t i = 0; i < lines->column_count; i++) {
        struct sum_column *column = &lines->columns[i];
        if (!find_column(dataset, column->asked, &columns[i], error))
            return false;
    }
    for (size_t i = 0; i < lines->column_count; i++) {
        struct sum_column *column = &lines->columns[i];
        column->is_period &= table_column_type(dataset->table, columns[i]) == COLUMN_PERIOD;
        if (!column->name)
            column->name = table_column_name(dataset->table, columns[i]);
    }
    return true;
}

/* --- keys --- */

static uint32_t number_of(struct dictionary *words, struct text word)
{
    uint32_t number = dictionary_find(words, word);
    return number == NO_CODE ? dictionary_add(words, word) : number;
}

/*
 * Returns the column for the same field on the other side: partners are the reporters of the turned
 * side.
 */
static size_t column_of_side(const struct dataset *dataset, size_t column, enum side side)
{
    if (side == SIDE_TURNED && column == dataset->column[FIELD_REPORTER])
        return dataset->column[FIELD_PARTNER];
    if (side == SIDE_TURNED && column == dataset->column[FIELD_PARTNER])
        return dataset->column[FIELD_REPORTER];
    return column;
}

static struct text turned_flow(struct text word)
{
    return text_is_word(word, "export")   ? text_of("import")
           : text_is_word(word, "import") ? text_of("export")
                                          : word;
}

static struct sum_key key_of_column(struct dictionary *words, const struct dataset *dataset,
                                    size_t column, enum side side)
{
    size_t from = column_of_side(dataset, column, side);
    const struct table *table = dataset->table;
    struct sum_key key = {.codes = table_codes(table, from),
                          .code_count = table_distinct_count(table, from)};
    bool turns = side == SIDE_TURNED && column == dataset->column[FIELD_FLOW];
    key.groups = xcalloc(key.code_count, sizeof *key.groups);
    for (uint32_t code = 0; code < key.code_count; code++) {
        struct text word = table_distinct(table, from, code);
        key.groups[code] = number_of(words, turns ? turned_flow(word) : word);
    }
    key.group_count = dictionary_count(words);
    return key;
}

static bool is_added(struct unit unit)
{
    return unit.dimension != DIMENSION_PERCENT && unit.dimension != DIMENSION_FOLD &&
           unit.dimension != DIMENSION_RANK && unit.dimension != DIMENSION_POINTS;
}

/* Comparable units are one group, in which all numbers are in the base unit. */
static struct sum_key key_of_units(struct sum_lines *lines, const struct dataset *dataset,
                                   double **factors)
{
    size_t column = dataset->column[FIELD_UNIT];
    size_t count = table_distinct_count(dataset->table, column);
    struct sum_key key = {.codes = table_codes(dataset->table, column), .code_count = count};
    *factors = xcalloc(count, sizeof **factors);
    key.groups = xcalloc(count, sizeof *key.groups);
    for (uint32_t code = 0; code < count; code++) {
        struct unit unit;
        uint32_t words[2] = {0};
        bool is_unit = unit_parse(table_distinct(dataset->table, column, code), &unit);
        words[0] = unit.dimension;
        memcpy(&words[1], unit.currency, sizeof unit.currency);
        key.groups[code] = (uint32_t)tuple_index_number(&lines->unit_index, words);
        (*factors)[code] = !is_added(unit) ? (double)NAN : is_unit ? unit.scale : 1;
        unit.scale = 1;
        ARRAY_RESERVE(lines->units, lines->unit_index.count, lines->unit_capacity);
        lines->units[key.groups[code]] = unit;
    }
    key.group_count = lines->unit_index.count;
    return key;
}

/* --- the sums of one file --- */

static void take_sums(struct sum_lines *lines, const struct row_sums *sums)
{
    for (size_t i = 0; i < sums->count; i++) {
        const struct row_sum *sum = &sums->items[i];
        size_t known = lines->index.count, number = tuple_index_number(&lines->index, sum->groups);
        ARRAY_RESERVE(lines->items, number + 1, lines->capacity);
        struct sum_line *line = &lines->items[number];
        if (number == known) {
            *line = (struct sum_line){0};
            memcpy(line->words, sum->groups, (lines->column_count + 1) * sizeof *line->words);
        }
        line->row_count += sum->row_count;
        line->number_count += sum->number_count;
        line->sum += sum->sum;
    }
    lines->count = lines->index.count;
}

static void add_side(struct sum_lines *lines, const struct dataset *dataset, struct sum_plan *plan,
                     const struct row_set *rows)
{
    struct row_sums sums;
    size_t values = dataset->column[FIELD_VALUE];
    plan->row_count = table_row_count(dataset->table);
    plan->rows = rows;
    plan->numbers =
        table_has_numbers(dataset->table, values) ? table_numbers(dataset->table, values) : NULL;
    row_sums_make(&sums, plan, NULL);
    take_sums(lines, &sums);
    row_sums_release(&sums);
}

/* Rows that were left out, and why. */
struct fate_count {
    size_t count;
    const char *reason;
};

/* Starts an item of the list of what was left out. */
static void begin_left_out(struct sum_lines *lines, const char *path, size_t count,
                           const char *noun, bool *is_begun)
{
    if (!*is_begun)
        text_make_visible(&lines->remarks, text_of(file_display_name(path)), true);
    buffer_puts(&lines->remarks, *is_begun ? "; " : ": left out: ");
    decimal_format(&lines->remarks, (double)count, 0);
    buffer_printf(&lines->remarks, " %s%s ", noun, count == 1 ? "" : "s");
    *is_begun = true;
}

/* What the lines leave out, and what the loader did: that counts for the whole file. */
static void tell_left_out(struct sum_lines *lines, const struct dataset *dataset, const char *path,
                          const struct fate_count *rows, size_t count)
{
    const struct mapping *mapping = &dataset->mapping;
    bool is_begun = false;
    for (size_t i = 0; i < count; i++) {
        if (!rows[i].count)
            continue;
        begin_left_out(lines, path, rows[i].count, "row", &is_begun);
        buffer_puts(&lines->remarks, rows[i].reason);
    }
    for (size_t i = 0; i < mapping->left_out_count; i++) {
        if (!mapping->left_out[i].count)
            continue;
        begin_left_out(lines, path, mapping->left_out[i].count, "record", &is_begun);
        buffer_printf(&lines->remarks, "of the file: %s", mapping->left_out[i].reason);
    }
    if (dataset->empty_cells) {
        begin_left_out(lines, path, dataset->empty_cells, "cell", &is_begun);
        buffer_puts(&lines->remarks, "of the file without a value");
    }
    if (is_begun)
        buffer_putc(&lines->remarks, '\n');
}

/* What is added and may be wrong to add. */
static void tell_restated(struct sum_lines *lines, const struct dataset *dataset, size_t count)
{
    if (!count)
        return;
    text_make_visible(&lines->remarks, text_of(file_display_name(dataset->path)), true);
    buffer_puts(&lines->remarks, ": added: ");
    decimal_format(&lines->remarks, (double)count, 0);
    buffer_printf(&lines->remarks,
                  " row%s that repeat%s another in other numbers; a revision counts twice so\n",
                  count == 1 ? "" : "s", count == 1 ? "s" : "");
}

/* The contribution of a file to the lines. */
struct giving {
    const struct dataset *dataset;
    const char *path;                  /* of claims, the first file that has some */
    const struct statistic *statistic; /* NULL for claims and plain tables */
    size_t columns[MOST_SUM_COLUMNS];
    struct sum_plan plans[SIDE_COUNT];
    double *factors[SIDE_COUNT];
    struct line_rows rows;
    size_t left_out_claims[CLAIM_FATE_COUNT];
};

static void tell_doubts(struct sum_lines *lines, const struct giving *giving)
{
    const char *name = file_display_name(giving->dataset->path);
    if (giving->rows.likely_totals.count) {
        text_make_visible(&lines->remarks, text_of(name), true);
        buffer_puts(&lines->remarks, ": ");
        likely_totals_tell(&lines->remarks, giving->statistic, &giving->rows.likely_totals);
        buffer_putc(&lines->remarks, '\n');
    }
    if (giving->rows.adds_flows) {
        text_make_visible(&lines->remarks, text_of(name), true);
        buffer_puts(&lines->remarks,
                    ": exports and imports are added up; with flow in --sum they stand apart\n");
    }
}

static void tell_of_giving(struct sum_lines *lines, const struct giving *giving)
{
    struct fate_count rows[FATE_COUNT + CLAIM_FATE_COUNT];
    size_t count = 0;
    for (enum fate fate = FATE_ADDED + 1; fate < FATE_COUNT; fate++)
        rows[count++] = (struct fate_count){giving->rows.left_out[fate], fate_reason(fate)};
    for (enum claim_fate fate = CLAIM_ADDED + 1; fate < CLAIM_FATE_COUNT; fate++)
        rows[count++] = (struct fate_count){giving->left_out_claims[fate], claim_fate_reason(fate)};
    tell_left_out(lines, giving->dataset, giving->path, rows, count);
}

static void make_plans(struct sum_lines *lines, struct giving *giving)
{
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct sum_plan *plan = &giving->plans[side];
        for (size_t i = 0; i < lines->column_count; i++)
            plan->keys[plan->key_count++] = key_of_column(&lines->columns[i].words, giving->dataset,
                                                          giving->columns[i], (enum side)side);
        plan->keys[plan->key_count++] =
            key_of_units(lines, giving->dataset, &giving->factors[side]);
        plan->units = plan->keys[plan->key_count - 1].codes;
        plan->factors = giving->factors[side];
    }
}

static bool asks_column(const struct sum_lines *lines, const struct giving *giving,
                        enum aspect aspect)
{
    const struct mapping *mapping = &giving->dataset->mapping;
    for (size_t i = 0; i < mapping->split_count; i++)
        for (size_t k = 0; k < lines->column_count; k++)
            if (mapping->splits[i].aspect == aspect &&
                mapping->splits[i].column == giving->columns[k])
                return true;
    return false;
}

static void find_claims(const struct sum_lines *lines, struct giving *giving,
                        const struct model *model)
{
    const struct claim_lines_request request = {model->countries, giving->plans[0].keys,
                                                lines->column_count + 1};
    struct row_set set = giving->rows.rows[SIDE_STATED];
    giving->rows.rows[SIDE_STATED] = claim_lines_make(
        giving->dataset, &set, &request, giving->left_out_claims, &giving->rows.adds_flows);
    row_set_release(&set);
}

static void find_rows(struct sum_lines *lines, struct giving *giving, const struct model *model,
                      const struct row_set *shown, bool takes_all)
{
    if (!giving->statistic) {
        giving->rows.rows[SIDE_STATED] = row_set_copy(shown);
        if (giving->dataset->form == FORM_CLAIMS && !takes_all)
            find_claims(lines, giving, model);
        return;
    }
    struct line_request request = {.trade = chosen_trade(&model->choices),
                                   .keys = {giving->plans[0].keys, giving->plans[1].keys},
                                   .key_count = lines->column_count + 1,
                                   .by_type = asks_column(lines, giving, ASPECT_TYPE),
                                   .takes_all = takes_all};
    giving->rows = line_rows_make(giving->statistic, shown, &request);
}

static void release_giving(struct giving *giving)
{
    for (int side = 0; side < SIDE_COUNT; side++) {
        sum_plan_release(&giving->plans[side]);
        free(giving->factors[side]);
    }
    line_rows_release(&giving->rows);
}

/* --- all files --- */

struct summing {
    struct model *model;
    struct sum_lines *lines;
    struct sum_overlap overlap;
    bool takes_all;
    size_t given; /* files that have the columns */
};

static bool add_file(struct summing *summing, struct giving *giving, const struct row_set *shown,
                     struct error *error)
{
    struct sum_lines *lines = summing->lines;
    struct error reason = {0};
    /* Its problems say why; but where the first file was refused, claims of others may stand in its
     * place. */
    if (giving->dataset->is_unreadable && !giving->dataset->part_count)
        return true;
    if (!find_columns(lines, giving->dataset, giving->columns, &reason)) {
        buffer_printf(&lines->remarks, "%s is not in the sums: %s\n",
                      file_display_name(giving->path), reason.text);
        if (!error->text)
            *error = reason;
        else
            error_release(&reason);
        return true;
    }
    summing->given++;
    make_plans(lines, giving);
    find_rows(lines, giving, summing->model, shown, summing->takes_all);
    if (giving->rows.left_out[FATE_UNNAMED]) {
        struct buffer text = {0};
        unnamed_refuse(&text, giving->statistic, giving->rows.unnamed_column,
                       giving->rows.left_out[FATE_UNNAMED]);
        error_release(error);
        error_set_misuse(error, "--sum: %s: %s, or add all rows with --all-rows",
                         file_display_name(giving->path), text.data);
        buffer_release(&text);
        return false;
    }
    bool is_apart = summing->takes_all || summing->model->files.count < 2 ||
                    sum_overlap_add(&summing->overlap, giving->dataset, &giving->rows, error);
    for (int side = 0; side < SIDE_COUNT && is_apart; side++)
        if (giving->rows.rows[side].words)
            add_side(lines, giving->dataset, &giving->plans[side], &giving->rows.rows[side]);
    tell_of_giving(lines, giving);
    tell_restated(lines, giving->dataset, giving->rows.restated);
    tell_doubts(lines, giving);
    return is_apart;
}

/* Sums of statistics, which follow the claims, are left out. */
static struct row_set claims_of_trade(struct model *model)
{
    model_complete_rows(model, NULL);
    struct row_set claims = row_set_copy(&model->rows.shown);
    row_set_cut(&claims, model->files.joined.rows);
    row_set_resize(&claims, table_row_count(model->dataset.table));
    return claims;
}

static bool add_claims(struct summing *summing, size_t file, struct error *error)
{
    struct model *model = summing->model;
    struct giving giving = {.dataset = &model->dataset, .path = model_file_path(model, file)};
    struct row_set claims = claims_of_trade(model);
    bool is_done = add_file(summing, &giving, &claims, error);
    row_set_release(&claims);
    release_giving(&giving);
    return is_done;
}

static bool add_beside(struct summing *summing, const struct open_file *file, struct error *error)
{
    struct giving giving = {
        .dataset = file->dataset, .path = file->dataset->path, .statistic = file->sums.statistic};
    struct row_set none = row_set_none(table_row_count(file->dataset->table));
    bool is_of_trade = giving.statistic || !chosen_trade_is_any(&summing->model->choices);
    if (!is_of_trade)
        buffer_printf(&summing->lines->remarks,
                      "no row of %s is in the sums: it is a plain table, "
                      "without reporter, partner and product\n",
                      file_display_name(file->dataset->path));
    bool is_done = add_file(summing, &giving, is_of_trade ? file_passing_rows(file) : &none, error);
    row_set_release(&none);
    release_giving(&giving);
    return is_done;
}

static bool add_files(struct summing *summing, struct error *error)
{
    struct model *model = summing->model;
    bool is_done = true, has_claims = false;
    for (size_t i = 0; i < model->files.count && is_done; i++) {
        const struct open_file *file = &model->files.items[i];
        if (file_is_separate(file))
            is_done = add_beside(summing, file, error);
        else if (!has_claims)
            is_done = has_claims = add_claims(summing, i, error);
    }
    return is_done;
}

/* --- the whole --- */

bool sum_lines_make(struct sum_lines *lines, struct model *model, const char *names, bool takes_all,
                    struct error *error)
{
    struct summing summing = {.model = model, .lines = lines, .takes_all = takes_all};
    struct error reason = {0};
    *lines = (struct sum_lines){0};
    if (!split_names(lines, names, error))
        return false;
    lines->index.width = lines->column_count + 1;
    lines->unit_index.width = 2;
    for (size_t i = 0; i < lines->column_count; i++)
        dictionary_init(&lines->columns[i].words);
    sum_overlap_init(&summing.overlap, "--sum", model->countries);
    bool is_done = add_files(&summing, &reason) && summing.given;
    sum_overlap_release(&summing.overlap);
    if (is_done)
        sum_lines_sort(lines);
    if (is_done)
        error_release(&reason);
    else
        *error = reason;
    return is_done;
}

void sum_lines_release(struct sum_lines *lines)
{
    for (size_t i = 0; i < lines->column_count; i++)
        dictionary_release(&lines->columns[i].words);
    tuple_index_release(&lines->index);
    tuple_index_release(&lines->unit_index);
    buffer_release(&lines->remarks);
    free(lines->items);
    free(lines->units);
    *lines = (struct sum_lines){0};
}
