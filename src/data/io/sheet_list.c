/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/sheet_list.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/io/problem.h"

#include <stdlib.h>
#include <string.h>

#define LISTED_SHEETS ((size_t)8) /* of more none is chosen */
#define SHEETS_APART ((size_t)4)  /* how many times more numbers the chosen one has */

void sheet_list_add(struct sheet_list *list, const char *name, const char *link, bool is_hidden)
{
    ARRAY_RESERVE(list->sheets, list->count + 1, list->capacity);
    list->sheets[list->count++] = (struct sheet){xstrdup(name), xstrdup(link), is_hidden};
}

void sheet_list_release(struct sheet_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->sheets[i].name);
        free(list->sheets[i].link);
    }
    free(list->sheets);
    *list = (struct sheet_list){0};
}

static bool refuse_sheets(const struct sheet_list *list, const char *wanted, struct error *error)
{
    struct buffer names = {0}, quoted = {0};
    for (size_t i = 0; i < list->count && i < LISTED_SHEETS; i++) {
        buffer_puts(&names, i ? ", " : "");
        problem_quote(&names, text_of(list->sheets[i].name));
    }
    if (list->count > LISTED_SHEETS)
        buffer_puts(&names, ", ...");
    if (wanted)
        problem_quote(&quoted, text_of(wanted));
    if (wanted)
        error_set(error, "has no sheet %s; it has %s", quoted.data, names.data);
    else
        error_set(error,
                  "has %zu sheets: %s; choose one with a colon behind the name of the file, as in "
                  "FILE.xlsx:'%s'",
                  list->count, names.data, list->count ? list->sheets[0].name : "NAME");
    buffer_release(&names);
    buffer_release(&quoted);
    return false;
}

static const struct sheet *find_sheet(const struct sheet_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (text_is_equal_folded(text_of(list->sheets[i].name), text_of(name)))
            return &list->sheets[i];
    return NULL;
}

bool sheet_list_knows(const struct sheet_list *list, const char *wanted, struct error *error)
{
    return !wanted || find_sheet(list, wanted) || refuse_sheets(list, wanted, error);
}

/* Sheets that the user would not want: hidden ones, and those that describe another. */
static bool is_beside(const struct sheet *sheet)
{
    static const char sign[] = "metadata";
    struct buffer folded = {0};
    text_fold(&folded, text_of(sheet->name));
    bool is_described = folded.length && strstr(folded.data, sign);
    buffer_release(&folded);
    return sheet->is_hidden || is_described;
}

/* Returns the number of fields that are numbers. */
static size_t count_numbers(struct text rows)
{
    size_t count = 0, length = 0;
    bool is_number = true;
    for (size_t i = 0; i < rows.length; i++) {
        char sign = rows.data[i];
        if (sign != ',' && sign != '\n') {
            is_number = is_number && (ascii_is_digit(sign) || strchr("+-.eE", sign));
            length++;
            continue;
        }
        count += length && is_number;
        is_number = true;
        length = 0;
    }
    return count;
}

struct read_sheet {
    const struct sheet *sheet;
    struct buffer rows;
    size_t numbers;
};

struct choice {
    struct read_sheet *items; /* owned: sheets with rows */
    size_t count, best;
};

static bool read_all(const struct sheet_list *list, bool is_only, sheet_reader *read, void *context,
                     struct choice *choice, struct error *error)
{
    for (size_t i = 0; i < list->count; i++) {
        struct read_sheet *item = &choice->items[choice->count];
        if (is_beside(&list->sheets[i]))
            continue;
        *item = (struct read_sheet){.sheet = &list->sheets[i]};
        if (!read(context, item->sheet, &item->rows, error)) {
            buffer_release(&item->rows);
            return false;
        }
        item->numbers = count_numbers(buffer_text(&item->rows));
        if (!is_only && text_trim(buffer_text(&item->rows)).length == 0) {
            buffer_release(&item->rows);
            continue;
        }
        if (item->numbers > choice->items[choice->best].numbers)
            choice->best = choice->count;
        choice->count++;
    }
    return true;
}

static bool is_clear(const struct choice *choice)
{
    const struct read_sheet *best = &choice->items[choice->best];
    for (size_t i = 0; i < choice->count; i++)
        if (i != choice->best &&
            (!best->numbers || choice->items[i].numbers * SHEETS_APART > best->numbers))
            return false;
    return choice->count > 0;
}

static void say_choice(const struct choice *choice, struct buffer *note)
{
    if (choice->count < 2)
        return;
    buffer_puts(note, "the sheet that is read is ");
    problem_quote(note, text_of(choice->items[choice->best].sheet->name));
    buffer_puts(note, "; left are ");
    for (size_t i = 0, told = 0; i < choice->count; i++) {
        if (i == choice->best)
            continue;
        buffer_puts(note, told++ ? ", " : "");
        problem_quote(note, text_of(choice->items[i].sheet->name));
    }
}

static bool read_best(const struct sheet_list *list, sheet_reader *read, void *context,
                      struct buffer *out, struct buffer *note, struct error *error)
{
    size_t wanted = 0;
    for (size_t i = 0; i < list->count; i++)
        wanted += !is_beside(&list->sheets[i]);
    if (!wanted || wanted > LISTED_SHEETS)
        return refuse_sheets(list, NULL, error);
    struct choice choice = {.items = xcalloc(wanted + 1, sizeof *choice.items)};
    bool is_good = read_all(list, wanted == 1, read, context, &choice, error) &&
                   (is_clear(&choice) || refuse_sheets(list, NULL, error));
    if (is_good) {
        buffer_append_text(out, buffer_text(&choice.items[choice.best].rows));
        say_choice(&choice, note);
    }
    for (size_t i = 0; i < choice.count; i++)
        buffer_release(&choice.items[i].rows);
    free(choice.items);
    return is_good;
}

bool sheet_list_read(const struct sheet_list *list, const char *wanted, sheet_reader *read,
                     void *context, struct buffer *out, struct buffer *note, struct error *error)
{
    if (!sheet_list_knows(list, wanted, error))
        return false;
    return wanted ? read(context, find_sheet(list, wanted), out, error)
                  : read_best(list, read, context, out, note, error);
}
