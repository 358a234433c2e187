/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/unit_check.h"

#include "base/array.h"
#include "data/value/word_pattern.h"

#include <string.h>

/* The unit with which words of the file are compared. */
struct expected {
    struct unit unit;
    const char *written, *said_by;
};

bool unit_of_header(struct text name, struct stated_unit *stated)
{
    struct text word;
    if (header_unit(name, &word))
        return stated_unit_read(word, stated);
    return name.length > 1 && stated_unit_read(name, stated);
}

static void refuse(struct compiler *compiler, struct buffer *told)
{
    if (!compiler->mapping->refusal)
        compiler->mapping->refusal = xstrdup(told->data);
    buffer_release(told);
}

static void check_name(struct compiler *compiler, const struct expected *expected, size_t column)
{
    struct text name = text_trim(compiler->record->fields[column]);
    struct stated_unit stated;
    struct buffer told = {0}, unit = {0};
    if (!unit_of_header(name, &stated) || stated_unit_agrees(&stated, expected->unit))
        return;
    stated_unit_write(&unit, &stated);
    buffer_puts(&told, "the column ");
    problem_quote(&told, name);
    buffer_printf(&told, " states %s, and the %s %s; write unit='%s', or name another column",
                  unit.data, expected->said_by, expected->written, unit.data);
    refuse(compiler, &told);
    buffer_release(&unit);
}

/* Refuses another unit in the lines of units below the header. */
static void check_units_lines(struct compiler *compiler, const struct expected *expected,
                              size_t column)
{
    const struct file_head *head = compiler->head;
    size_t body = file_head_body(head, compiler->header_number);
    for (size_t i = compiler->header_number + 1; i < body && i < head->count; i++) {
        const struct csv_record *record = &head->records[i];
        struct stated_unit stated;
        struct buffer told = {0}, unit = {0};
        if (column >= record->count ||
            !unit_of_header(text_trim(record->fields[column]), &stated) ||
            stated_unit_agrees(&stated, expected->unit))
            continue;
        stated_unit_write(&unit, &stated);
        buffer_printf(&told, "the line of units, line %zu, states %s for ", record->line,
                      unit.data);
        problem_quote(&told, text_trim(compiler->record->fields[column]));
        buffer_printf(&told, ", and the %s %s; write unit='%s'", expected->said_by,
                      expected->written, unit.data);
        refuse(compiler, &told);
        buffer_release(&unit);
    }
}

static void check_names(struct compiler *compiler, const struct expected *expected)
{
    const struct found *value = &compiler->found[FIELD_VALUE];
    const struct mapping *mapping = compiler->mapping;
    for (size_t i = 0; value->source && i < value->column_count; i++)
        check_name(compiler, expected, value->columns[i]);
    for (size_t i = 0; value->source && i < value->column_count; i++)
        check_units_lines(compiler, expected, value->columns[i]);
    for (size_t i = 0; i < mapping->melted_count; i++)
        check_name(compiler, expected, mapping->melted[i].column);
}

/* --- a column of units --- */

static bool is_among(struct text name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_is(name, names[i]))
            return true;
    return false;
}

static bool is_read(const struct compiler *compiler, size_t column)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct found *found = &compiler->found[field];
        for (size_t i = 0; found->source && i < found->column_count; i++)
            if (found->columns[i] == column)
                return true;
    }
    return compiler->columns[column] == NO_COLUMN;
}

/* A column of units that no field reads; the number of columns if there is none. */
static size_t find_column(const struct compiler *compiler)
{
    static const char *const names[] = {"unit",        "units",        "unitofmeasure", "unitname",
                                        "unitmeasure", "measureunit",  "valueunit",     "currency",
                                        "unitofvalue", "currencyunit", "currencycode",  "unitcode"};
    const struct header *header = &compiler->header;
    size_t column = 0;
    while (
        column < header->count &&
        (!is_among(header->names[column], names, ARRAY_LENGTH(names)) || is_read(compiler, column)))
        column++;
    return column < compiler->record->count ? column : header->count;
}

/* Then the column of units may be theirs. */
static bool has_quantities(const struct compiler *compiler)
{
    static const char *const patterns[] = {"*quant*", "*qty*", "*weight*", "*volume*", "*netw*"};
    for (size_t i = 0; i < compiler->header.count; i++)
        for (size_t k = 0; k < ARRAY_LENGTH(patterns); k++)
            if (word_pattern_fits(text_of(patterns[k]), compiler->header.names[i]))
                return true;
    return false;
}

static bool is_left_out(const struct mapping *mapping, const struct csv_record *record)
{
    for (size_t i = 0; i < mapping->left_out_count; i++) {
        const struct left_out *rule = &mapping->left_out[i];
        bool fits = false;
        if (rule->part || rule->column >= record->count)
            continue;
        for (size_t k = 0; k < rule->word_count; k++)
            fits |=
                word_pattern_fits(text_of(rule->words[k]), text_trim(record->fields[rule->column]));
        if (fits != rule->is_not)
            return true;
    }
    return false;
}

static bool agrees(const struct expected *expected, struct text word)
{
    struct stated_unit stated;
    return !stated_unit_read(word, &stated) || stated_unit_agrees(&stated, expected->unit);
}

static void write_otherwise(struct buffer *out, const struct expected *expected, struct text word)
{
    struct stated_unit stated;
    struct buffer unit = {0};
    stated_unit_read(word, &stated);
    stated_unit_write(&unit, &stated);
    buffer_printf(out, "and the %s says %s; write unit='%s', or leave such rows out with ",
                  expected->said_by, expected->written, unit.data);
    buffer_release(&unit);
}

/* A row of another unit is a problem of its own; see struct mapped_column. */
static bool check_word(struct text word, const void *context, struct buffer *out,
                       struct buffer *reason)
{
    const struct expected *expected = context;
    buffer_append_text(out, word);
    if (agrees(expected, word))
        return true;
    buffer_puts(reason, "is another unit, ");
    write_otherwise(reason, expected, word);
    buffer_puts(reason, "--map drop");
    return false;
}

static void refuse_column(struct compiler *compiler, const struct expected *expected, size_t column,
                          const struct csv_record *record)
{
    struct buffer told = {0};
    struct text word = text_trim(record->fields[column]),
                name = text_trim(compiler->record->fields[column]);
    buffer_puts(&told, "the column ");
    problem_quote(&told, name);
    buffer_puts(&told, " states ");
    problem_quote(&told, word);
    buffer_printf(&told, " on line %zu, ", record->line);
    write_otherwise(&told, expected, word);
    buffer_puts(&told, "drop='");
    text_make_visible(&told, name, true);
    buffer_puts(&told, "':'");
    text_make_visible(&told, word, true);
    buffer_putc(&told, '\'');
    refuse(compiler, &told);
}

static void check_column(struct compiler *compiler, const struct expected *expected, size_t column)
{
    const struct file_head *head = compiler->head;
    const struct csv_record *other = NULL;
    bool is_of_values = !has_quantities(compiler);
    for (size_t i = file_head_body(head, compiler->header_number); i < head->count; i++) {
        const struct csv_record *record = &head->records[i];
        struct stated_unit stated;
        if (column >= record->count || is_left_out(compiler->mapping, record) ||
            !stated_unit_read(text_trim(record->fields[column]), &stated))
            continue;
        is_of_values |= stated.dimension == DIMENSION_MONEY;
        if (!other && !stated_unit_agrees(&stated, expected->unit))
            other = record;
    }
    if (is_of_values && other) {
        refuse_column(compiler, expected, column, other);
    } else if (is_of_values) {
        struct mapped_column *mapped = &compiler->mapping->columns[compiler->columns[column]];
        mapped->is_checked = true;
        mapped->translate = check_word;
        mapped->context = expected;
    }
}

void unit_check(struct compiler *compiler)
{
    const struct found *found = &compiler->found[FIELD_UNIT];
    struct expected *expected = arena_alloc(&compiler->mapping->contexts, sizeof *expected);
    size_t column = find_column(compiler);
    bool is_map = compiler->wish && found->rule == &compiler->wish->fields[FIELD_UNIT];
    if (!found->constant || !unit_parse(text_of(found->constant), &expected->unit))
        return;
    expected->written = found->constant;
    expected->said_by = is_map ? "map" : "format";
    check_names(compiler, expected);
    if (column < compiler->header.count)
        check_column(compiler, expected, column);
}
