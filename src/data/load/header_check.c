/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/header_check.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct named_column {
    struct text name;
    size_t column;
};

static int compare_named(const void *left, const void *right)
{
    const struct named_column *a = left, *b = right;
    int order = text_compare(a->name, b->name);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

/* Sorts by name, equal names in the order of the file. */
static struct named_column *sort_names(const struct text *names, size_t count)
{
    struct named_column *sorted = xcalloc(count + 1, sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        sorted[i] = (struct named_column){names[i], i};
    qsort(sorted, count, sizeof *sorted, compare_named);
    return sorted;
}

/*
 * Finds columns whose name is that of an earlier one, by sorting, as a header may have thousands.
 */
static bool *find_repeated(const struct text *names, size_t count)
{
    struct named_column *sorted = sort_names(names, count);
    bool *repeated = xcalloc(count + 1, sizeof *repeated);
    for (size_t i = 1; i < count; i++)
        repeated[sorted[i].column] =
            sorted[i].name.length && text_is_equal(sorted[i - 1].name, sorted[i].name);
    free(sorted);
    return repeated;
}

static bool is_taken(char *const *names, size_t count, struct text name)
{
    for (size_t i = 0; i < count; i++)
        if (text_is_equal(text_of(names[i]), name))
            return true;
    return false;
}

/* Returns "Val (2)", or the next number that is not the name of another column. */
static char *name_apart(const struct mapping *mapping, const char *name)
{
    struct buffer apart = {0};
    for (size_t number = 2;; number++) {
        buffer_truncate(&apart, 0);
        buffer_printf(&apart, "%s (%zu)", name, number);
        if (!is_taken(mapping->header, mapping->file_columns, buffer_text(&apart)))
            return buffer_take(&apart);
    }
}

static void rename_columns(struct mapping *mapping, size_t file_column, const char *from,
                           const char *to)
{
    for (size_t i = 0; i < mapping->column_count; i++) {
        struct mapped_column *column = &mapping->columns[i];
        if (column->origin != ORIGIN_FILE || column->from[0] != file_column ||
            strcmp(column->name, from) != 0)
            continue;
        free(column->name);
        column->name = xstrdup(to);
    }
}

static void tell_apart(struct mapping *mapping, size_t file_column)
{
    char **name = &mapping->header[file_column], *apart = name_apart(mapping, *name);
    rename_columns(mapping, file_column, *name, apart);
    free(*name);
    *name = apart;
}

static void refuse(const struct mapping *mapping, size_t file_column, struct text name,
                   const struct csv_record *header, const char *path, struct problem_list *problems)
{
    struct buffer quoted = {0}, apart = {0};
    problem_quote(&quoted, name);
    problem_quote(&apart, text_of(mapping->header[file_column]));
    if (mapping->form == FORM_CLAIMS)
        problem_add(problems, path, header->line, file_column + 1,
                    "the column %s stands in the header already; that one is used, this one "
                    "is kept as a column without meaning; rename one",
                    quoted.data);
    else
        problem_add(problems, path, header->line, file_column + 1,
                    "the column %s stands in the header already; this one is called %s here; "
                    "rename one",
                    quoted.data, apart.data);
    buffer_release(&quoted);
    buffer_release(&apart);
}

static bool is_translated(const struct mapping *mapping, size_t number)
{
    for (size_t i = 0; i < mapping->column_count; i++)
        if (mapping->columns[i].origin == ORIGIN_TRANSLATED &&
            mapping->columns[i].from[0] == number)
            return true;
    return false;
}

static bool takes(const struct mapping *mapping, size_t number, size_t file_column)
{
    const struct mapped_column *column = &mapping->columns[number];
    bool is_of_file = column->origin == ORIGIN_FILE || column->origin == ORIGIN_JOINED;
    for (size_t i = 0; is_of_file && i < column->from_count; i++)
        if (column->from[i] == file_column)
            return column->field != FIELD_COUNT || column->origin == ORIGIN_JOINED ||
                   is_translated(mapping, number);
    return false;
}

/* True if a column means nothing in statistics: a second "%Share" does no harm. */
static bool is_idle(const struct mapping *mapping, size_t file_column)
{
    bool is_used = mapping->form != FORM_STATISTICS;
    for (size_t i = 0; i < mapping->column_count && !is_used; i++)
        is_used = takes(mapping, i, file_column);
    for (size_t i = 0; i < mapping->melted_count && !is_used; i++)
        is_used = mapping->melted[i].column == file_column;
    for (size_t i = 0; i < mapping->left_out_count && !is_used; i++)
        is_used = mapping->left_out[i].column == file_column;
    return !is_used;
}

/* Returns the names as they are compared, those of claims in lower case. All are in the arena. */
static struct text *compared_names(struct arena *arena, const struct mapping *mapping)
{
    struct text *names = arena_alloc(arena, (mapping->file_columns + 1) * sizeof *names);
    for (size_t i = 0; i < mapping->file_columns; i++) {
        struct buffer folded = {0};
        names[i] = text_of(mapping->header[i]);
        if (mapping->form != FORM_CLAIMS)
            continue;
        text_fold(&folded, names[i]);
        names[i] = (struct text){arena_copy(arena, folded.length ? folded.data : "", folded.length),
                                 folded.length};
        buffer_release(&folded);
    }
    return names;
}

void header_check(struct mapping *mapping, const struct csv_record *header, const char *path,
                  struct problem_list *problems)
{
    struct arena scratch = {0};
    mapping->header = xcalloc(mapping->file_columns + 1, sizeof *mapping->header);
    for (size_t i = 0; i < mapping->file_columns; i++) {
        struct text name = i < header->count ? text_trim(header->fields[i]) : text_of("");
        mapping->header[i] = xstrndup(name.data, name.length);
    }
    struct text *written = compared_names(&scratch, mapping);
    bool *repeated = find_repeated(written, mapping->file_columns);
    for (size_t i = 0; i < mapping->file_columns; i++) {
        if (!repeated[i])
            continue;
        struct text name = text_trim(header->fields[i]);
        if (is_taken(mapping->header, i, name))
            tell_apart(mapping, i);
        if (!is_idle(mapping, i))
            refuse(mapping, i, name, header, path, problems);
    }
    free(repeated);
    arena_release(&scratch);
}
