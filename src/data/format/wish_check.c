/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/wish_check.h"

#include "data/value/word_pattern.h"

#include <stdlib.h>
#include <string.h>

#define NAMED_COLUMNS ((size_t)12)

/* Takes over the text of the buffer; the first refusal stays. */
static void refuse(struct compiler *compiler, struct buffer *told)
{
    if (!compiler->mapping->refusal)
        compiler->mapping->refusal = xstrdup(told->data);
    buffer_release(told);
}

void wish_write_columns(struct buffer *out, const struct csv_record *record)
{
    buffer_puts(out, "its columns are ");
    for (size_t i = 0; i < record->count && i < NAMED_COLUMNS; i++) {
        buffer_puts(out, i ? ", " : "");
        text_make_visible(out, text_trim(record->fields[i]), true);
    }
    if (record->count > NAMED_COLUMNS)
        buffer_printf(out, " and %zu more", record->count - NAMED_COLUMNS);
}

void wish_refuse_column(struct compiler *compiler, struct text name)
{
    struct buffer told = {0};
    buffer_printf(&told, "it has no column `%.*s`", (int)name.length, name.data);
    buffer_puts(&told, "; ");
    wish_write_columns(&told, compiler->record);
    refuse(compiler, &told);
}

static bool is_wished(const struct compiler *compiler, enum field field)
{
    return format_is_melted(compiler, field) &&
           compiler->found[field].rule == &compiler->wish->fields[field];
}

/* Each column that the user lists is melted. */
static void check_listed(struct compiler *compiler, enum field field)
{
    const struct field_rule *rule = compiler->found[field].rule;
    for (size_t i = 0; i < rule->meaning_count; i++) {
        bool is_there = false;
        for (size_t k = 0; k < compiler->header.count; k++)
            is_there =
                is_there || word_pattern_fits(rule->meanings[i].pattern, compiler->header.names[k]);
        if (!is_there)
            wish_refuse_column(compiler, rule->meanings[i].pattern);
    }
}

static bool is_same_heading(const struct melted_column *a, const struct melted_column *b,
                            size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(a->heading[i], b->heading[i]) != 0)
            return false;
    return true;
}

static void refuse_two(struct compiler *compiler, const struct melted_column *a,
                       const struct melted_column *b)
{
    const struct csv_record *record = compiler->record;
    struct text first = text_trim(record->fields[a->column]),
                second = text_trim(record->fields[b->column]);
    struct buffer told = {0};
    buffer_puts(&told, "the columns ");
    problem_quote(&told, first);
    buffer_puts(&told, " and ");
    problem_quote(&told, second);
    buffer_printf(&told, " are both %s; name those to take, as in melt=flow:Exports+Imports",
                  a->heading[0]);
    refuse(compiler, &told);
}

static size_t count_melted(const struct compiler *compiler)
{
    size_t count = 0;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        count += format_is_melted(compiler, field);
    return count;
}

static void check_two(struct compiler *compiler)
{
    const struct mapping *mapping = compiler->mapping;
    size_t headings = count_melted(compiler);
    for (size_t i = 1; i < mapping->melted_count; i++)
        for (size_t k = 0; k < i && !mapping->refusal; k++)
            if (is_same_heading(&mapping->melted[i], &mapping->melted[k], headings))
                refuse_two(compiler, &mapping->melted[k], &mapping->melted[i]);
}

static void refuse_none(struct compiler *compiler, enum field field)
{
    static const char *const what[FIELD_COUNT] = {[FIELD_PERIOD] = "a period, such as 2019",
                                                  [FIELD_FLOW] = "a flow, such as Exports",
                                                  [FIELD_REPORTER] = "a country",
                                                  [FIELD_PARTNER] = "a country"};
    struct buffer told = {0};
    buffer_printf(&told, "melt=%s: no column has the name of %s", field_table[field].name,
                  what[field] ? what[field] : "that");
    buffer_puts(&told, "; ");
    wish_write_columns(&told, compiler->record);
    refuse(compiler, &told);
}

/* Which columns became rows, for the user to see. */
static void tell_melted(struct compiler *compiler, enum field field)
{
    struct mapping *mapping = compiler->mapping;
    const struct csv_record *record = compiler->record;
    struct buffer told = {0};
    size_t count = mapping->melted_count;
    buffer_printf(&told, "melt=%s: %zu column%s, ", field_table[field].name, count,
                  count > 1 ? "s" : "");
    problem_quote(&told, text_trim(record->fields[mapping->melted[0].column]));
    if (count > 1) {
        buffer_puts(&told, " to ");
        problem_quote(&told, text_trim(record->fields[mapping->melted[count - 1].column]));
    }
    problem_add(&mapping->decisions, compiler->head->path, record->line, 0, "%s", told.data);
    buffer_release(&told);
}

void wish_check(struct compiler *compiler)
{
    struct mapping *mapping = compiler->mapping;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (!is_wished(compiler, field))
            continue;
        check_listed(compiler, field);
        if (!mapping->melted_count)
            refuse_none(compiler, field);
        else if (!mapping->refusal)
            tell_melted(compiler, field);
        check_two(compiler);
    }
}
