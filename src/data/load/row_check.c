/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/row_check.h"

#include "base/array.h"
#include "data/value/period.h"
#include "data/value/unit.h"
#include "data/value/unit_remedy.h"

#include <math.h>
#include <stdlib.h>

/* No unit takes a number up to this out of range. */
#define PLAIN_NUMBER 1e17

#define NO_PERIOD \
    "is no period; write 2023, FY2023-24, 2023H1, 2023Q1, 2023-07, 2023-07-08 or 2022-04/2023-02"

/* --- words --- */

static uint8_t meaning_of_claim_word(const struct field_info *info, enum field field,
                                     struct text word)
{
    struct period period;
    struct unit unit;
    if (info->vocabulary) {
        int number = vocabulary_find(info->vocabulary, word);
        return number > 0 ? (uint8_t)number : MEANING_BAD;
    }
    bool is_known = info->type == COLUMN_PERIOD ? period_parse(word, &period)
                    : field == FIELD_UNIT       ? unit_parse(word, &unit)
                                                : true;
    return is_known ? MEANING_KNOWN : MEANING_BAD;
}

/*
 * Returns the meaning of a word in one column, which may share it with others, and the reason if it
 * is bad.
 */
static uint8_t understand(const struct mapped_column *column, struct text word,
                          struct buffer *reason)
{
    struct buffer out = {0};
    struct period period;
    uint8_t meaning = MEANING_KNOWN;
    if (load_plan_is_missing(column, word)) {
        meaning = MEANING_NONE;
    } else if (!load_plan_translate(column, word, &out, reason)) {
        meaning = MEANING_BAD;
    } else if (!out.length) {
        meaning = MEANING_NONE;
    } else if (column->type == COLUMN_PERIOD && !period_parse(buffer_text(&out), &period)) {
        buffer_puts(reason, NO_PERIOD);
        meaning = MEANING_BAD;
    }
    buffer_release(&out);
    return meaning;
}

static bool is_about(const struct mapping *mapping, size_t other, size_t column)
{
    return other == column || (mapping->columns[other].origin == ORIGIN_TRANSLATED &&
                               mapping->columns[other].from[0] == column);
}

/* Returns the worst meaning among the columns that require the word. */
static uint8_t meaning_where_needed(const struct mapping *mapping, size_t column, struct text word)
{
    uint8_t worst = MEANING_KNOWN;
    struct buffer reason = {0};
    for (size_t i = column; i < mapping->column_count && worst == MEANING_KNOWN; i++)
        if (mapping->columns[i].is_needed && is_about(mapping, i, column))
            worst = understand(&mapping->columns[i], word, &reason);
    buffer_release(&reason);
    return worst;
}

static uint8_t meaning_where_checked(const struct mapping *mapping, size_t column, struct text word)
{
    struct buffer reason = {0};
    uint8_t meaning = understand(&mapping->columns[column], word, &reason);
    buffer_release(&reason);
    return meaning == MEANING_BAD ? MEANING_BAD : meaning_where_needed(mapping, column, word);
}

bool word_is_checked(const struct load_plan *plan, size_t column)
{
    enum field field = plan->mapping->columns[column].field;
    if (plan->mapping->form == FORM_STATISTICS)
        return field == FIELD_VALUE || plan->mapping->columns[column].is_checked;
    if (plan->mapping->form == FORM_PLAIN)
        return plan->mapping->columns[column].type == COLUMN_NUMBER;
    if (plan->mapping->form != FORM_CLAIMS || field == FIELD_COUNT)
        return false;
    return field_table[field].vocabulary || field_table[field].type != COLUMN_TEXT ||
           field == FIELD_UNIT;
}

uint8_t word_meaning_in(const struct load_plan *plan, size_t number, struct text word)
{
    const struct mapped_column *column = &plan->mapping->columns[number];
    if (load_plan_is_missing(column, word))
        return MEANING_NONE;
    if (column->type == COLUMN_NUMBER)
        return MEANING_KNOWN;
    if (column->is_checked)
        return meaning_where_checked(plan->mapping, number, word);
    if (word_is_checked(plan, number))
        return meaning_of_claim_word(&field_table[column->field], column->field, word);
    return meaning_where_needed(plan->mapping, number, word);
}

/* --- claims in whole columns --- */

/* A column of claims for which only the code, and whether there is a cell, matters. */
struct codes_of_field {
    const uint32_t *codes; /* NULL if the file lacks the column */
};

static struct codes_of_field codes_of(const struct load_plan *plan, const struct batch *batch,
                                      enum field field)
{
    size_t column = plan->column[field];
    return (struct codes_of_field){column == NO_COLUMN ? NULL : batch->columns[column].cells.data};
}

static inline uint32_t code_at(struct codes_of_field field, size_t row)
{
    return field.codes ? field.codes[row] : 0;
}

void row_judge_claims(const struct load_plan *plan, const uint8_t *kind_of,
                      const struct batch *batch, size_t row, size_t count, bool *suspect)
{
    struct codes_of_field kinds = codes_of(plan, batch, FIELD_KIND);
    struct codes_of_field units = codes_of(plan, batch, FIELD_UNIT);
    struct codes_of_field flows = codes_of(plan, batch, FIELD_FLOW);
    struct codes_of_field measures = codes_of(plan, batch, FIELD_MEASURE);
    size_t value = plan->column[FIELD_VALUE];
    const double *numbers = value == NO_COLUMN ? NULL : batch->columns[value].cells.data;
    const uint8_t *places = value == NO_COLUMN ? NULL : batch->columns[value].places.data;
    for (size_t i = row; i < row + count; i++) {
        uint32_t kind = code_at(kinds, i);
        if (!kind)
            suspect[i - row] = true;
        else if (kind_of[kind] == KIND_EVENT)
            suspect[i - row] |= places && places[i] != PLACES_EMPTY;
        else
            suspect[i - row] |= !numbers || !(fabs(numbers[i]) <= PLAIN_NUMBER) ||
                                !code_at(units, i) || (!code_at(flows, i) && !code_at(measures, i));
    }
}

/* --- rows that may be bad, closely --- */

struct row {
    const struct load_plan *plan;
    const struct block *block;
    size_t number, line;
    enum kind kind;
    struct problem_list *problems;
    struct buffer joined;
};

static size_t column_of(struct row *row, enum field field)
{
    return row->plan->column[field];
}

static struct text cell_of(struct row *row, enum field field)
{
    size_t column = column_of(row, field);
    return column == NO_COLUMN
               ? (struct text){"", 0}
               : load_plan_cell(row->plan, row->block, row->number, column, &row->joined);
}

/* Returns the number of a column in the file, from 1. */
static size_t file_field(const struct row *row, size_t column)
{
    const struct mapping *mapping = row->plan->mapping;
    const struct mapped_column *mapped = &mapping->columns[column];
    switch (mapped->origin) {
    case ORIGIN_FILE:
    case ORIGIN_JOINED:
        return mapped->from[0] + 1;
    case ORIGIN_TRANSLATED:
        return file_field(row, mapped->from[0]);
    case ORIGIN_MELTED:
    case ORIGIN_HEADING:
        return mapping->melted[row->block->row_melted[row->number]].column + 1;
    default:
        return 0;
    }
}

/* Adds the problem "NAME: `VALUE` REASON". */
static void refuse_word(const struct row *row, size_t column, const char *name, struct text word,
                        const char *reason)
{
    struct buffer value = {0};
    problem_quote(&value, word);
    problem_add(row->problems, row->plan->path, row->line, file_field(row, column), "%s: %s %s",
                name, value.data, reason);
    buffer_release(&value);
}

static void refuse(struct row *row, enum field field, const char *reason)
{
    refuse_word(row, column_of(row, field), field_table[field].name, cell_of(row, field), reason);
}

static void check_word(struct row *row, enum field field, struct text value)
{
    const struct vocabulary *vocabulary = field_table[field].vocabulary;
    if (vocabulary_find(vocabulary, value) > 0)
        return;
    struct buffer reason = {0};
    buffer_puts(&reason, "is not known; write one of: ");
    vocabulary_list(vocabulary, &reason);
    refuse(row, field, reason.data);
    buffer_release(&reason);
}

static void check_period(struct row *row, enum field field, struct text value)
{
    struct period period;
    int year;
    if (period_parse(value, &period))
        return;
    if (!period_is_bare_fiscal_year(value, &year)) {
        refuse(row, field, NO_PERIOD);
        return;
    }
    struct buffer reason = {0};
    buffer_puts(&reason, "may be ");
    period_format(&reason, period_fiscal_year(year - 1));
    buffer_puts(&reason, ", the year that it ends in, or ");
    period_format(&reason, period_fiscal_year(year));
    buffer_puts(&reason, ", the one that it starts in; write the one that is meant");
    refuse(row, field, reason.data);
    buffer_release(&reason);
}

static void check_number(struct row *row, enum field field, struct text value)
{
    struct decimal decimal;
    struct unit unit;
    if (row->kind == KIND_EVENT)
        refuse(row, field,
               "stands on an event, which has no number; leave it empty, or write "
               "figure as kind");
    else if (!decimal_parse(value, &decimal))
        refuse(row, field,
               "is no decimal number; write it like 4.26 (no thousands separators, "
               "no unit)");
    else if (unit_parse(cell_of(row, FIELD_UNIT), &unit) &&
             fabs(decimal.value * unit.scale) > LARGEST_NUMBER)
        refuse(row, field, "is too large for its unit; check both");
}

static void check_unit(struct row *row, enum field field, struct text value)
{
    struct unit unit;
    struct buffer reason = {0};
    if (unit_parse(value, &unit))
        return;
    unit_refuse(&reason, value);
    refuse(row, field, reason.data);
    buffer_release(&reason);
}

/* Fields that figures and targets require. Events can do without. */
static const char *const needed[FIELD_COUNT] = {
    [FIELD_VALUE] = "write the number, like 4.26",
    [FIELD_UNIT] = "write what the number counts, like USD bn or %",
    [FIELD_FLOW] = "write export, import or total, or name a measure",
};

static const char *remedy_for_absence(struct row *row, enum field field)
{
    if (field == FIELD_KIND)
        return "write figure, target, forecast or event";
    bool is_replaced = field == FIELD_FLOW && cell_of(row, FIELD_MEASURE).length > 0;
    return kind_has_number(row->kind) && !is_replaced ? needed[field] : NULL;
}

static void check_absence(struct row *row, enum field field)
{
    const char *remedy = remedy_for_absence(row, field);
    if (!remedy)
        return;
    size_t column = column_of(row, field);
    struct buffer reason = {0};
    buffer_puts(&reason, column == NO_COLUMN ? "the file has no such column" : "is empty");
    if (field != FIELD_KIND)
        buffer_printf(&reason, ", but every %s needs it", kind_vocabulary.words[row->kind]);
    problem_add(row->problems, row->plan->path, row->line,
                column == NO_COLUMN ? 0 : file_field(row, column), "%s: %s; %s",
                field_table[field].name, reason.data, remedy);
    buffer_release(&reason);
}

static void check_cell(struct row *row, enum field field)
{
    struct text value = cell_of(row, field);
    if (!value.length)
        check_absence(row, field);
    else if (field_table[field].vocabulary)
        check_word(row, field, value);
    else if (field_table[field].type == COLUMN_PERIOD)
        check_period(row, field, value);
    else if (field_table[field].type == COLUMN_NUMBER)
        check_number(row, field, value);
    else if (field == FIELD_UNIT)
        check_unit(row, field, value);
}

static void check_claim(struct row *row)
{
    const struct mapping *mapping = row->plan->mapping;
    int kind = vocabulary_find(&kind_vocabulary, cell_of(row, FIELD_KIND));
    row->kind = kind > 0 ? (enum kind)kind : KIND_NONE;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (column_of(row, field) == NO_COLUMN)
            check_absence(row, field);
    for (size_t column = 0; column < mapping->column_count; column++)
        if (mapping->columns[column].field != FIELD_COUNT)
            check_cell(row, mapping->columns[column].field);
}

static bool is_number(const struct mapped_column *column, struct text word)
{
    struct decimal decimal;
    return load_plan_read_number(column, word, &decimal);
}

static const char *no_number(const struct row *row, struct text word)
{
    struct decimal decimal;
    if (decimal_parse(word, &decimal) && fabs(decimal.value) > LARGEST_NUMBER)
        return "is too large for a trade figure; check it";
    return row->plan->mapping->form == FORM_PLAIN
               ? "is no number, as the rest of the column is; it is kept as text and takes no part "
                 "in sums and comparisons"
               : "is no number; write it like 4.26, or say with --map missing=WORD that it states "
                 "nothing";
}

/* Checks a field that all rows require. */
static void check_needed(struct row *row, size_t number)
{
    const struct mapped_column *column = &row->plan->mapping->columns[number];
    size_t from = column->origin == ORIGIN_TRANSLATED ? column->from[0] : number;
    struct text word = load_plan_cell(row->plan, row->block, row->number, from, &row->joined);
    struct buffer reason = {0};
    bool is_missing =
        !word.length || load_plan_is_missing(&row->plan->mapping->columns[from], word);
    uint8_t meaning = is_missing ? MEANING_NONE : MEANING_KNOWN;
    if (!is_missing && column->type != COLUMN_NUMBER)
        meaning = understand(column, word, &reason);
    if (!is_missing && column->type == COLUMN_NUMBER && !is_number(column, word)) {
        buffer_puts(&reason, no_number(row, word));
        meaning = MEANING_BAD;
    }
    if (meaning == MEANING_BAD)
        refuse_word(row, number, column->name, word, reason.data ? reason.data : "is not known");
    else if (meaning == MEANING_NONE && word.length)
        refuse_word(row, number, column->name, word, "states nothing, but every row needs it");
    else if (meaning == MEANING_NONE)
        problem_add(row->problems, row->plan->path, row->line, file_field(row, number),
                    "%s: is empty, but every row needs it", column->name);
    buffer_release(&reason);
}

/* A value may be missing, but if there is one it must be a number. */
static void check_value(struct row *row, size_t number)
{
    const struct mapped_column *column = &row->plan->mapping->columns[number];
    struct text word = load_plan_cell(row->plan, row->block, row->number, number, &row->joined);
    if (word.length && !load_plan_is_missing(column, word) && !is_number(column, word))
        refuse_word(row, number, column->name, word, no_number(row, word));
}

/* A word may be missing, but if there is one it must be understood. */
static void check_text(struct row *row, size_t number)
{
    const struct mapped_column *column = &row->plan->mapping->columns[number];
    struct text word = load_plan_cell(row->plan, row->block, row->number, number, &row->joined);
    struct buffer reason = {0};
    if (word.length && understand(column, word, &reason) == MEANING_BAD)
        refuse_word(row, number, column->name, word, reason.data);
    buffer_release(&reason);
}

static void check_statistic(struct row *row)
{
    const struct mapping *mapping = row->plan->mapping;
    for (size_t i = 0; i < mapping->column_count; i++) {
        const struct mapped_column *column = &mapping->columns[i];
        if (column->is_needed && column->origin != ORIGIN_CONSTANT)
            check_needed(row, i);
        else if (column->field == FIELD_VALUE ||
                 (mapping->form == FORM_PLAIN && column->type == COLUMN_NUMBER))
            check_value(row, i);
        else if (column->is_checked)
            check_text(row, i);
    }
}

bool row_check(const struct load_plan *plan, const struct block *block, size_t number,
               struct problem_list *problems)
{
    struct row row = {.plan = plan, .block = block, .number = number, .problems = problems};
    size_t before = problems->count;
    row.line = block->lines[block_record(block, number)] + 1;
    if (plan->mapping->form == FORM_CLAIMS)
        check_claim(&row);
    else
        check_statistic(&row);
    buffer_release(&row.joined);
    return problems->count == before || plan->mapping->form == FORM_PLAIN;
}
