/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/format_match.h"

#include "base/array.h"
#include "data/format/format_words.h"
#include "data/value/word_pattern.h"

#include <stdlib.h>

static bool has_name(const struct header *header, const struct word_list *names)
{
    for (size_t i = 0; i < names->count; i++)
        if (header_find(header, names->words[i]) < header->count)
            return true;
    return false;
}

/* Returns the number of columns that exports of this program add to those of the file. */
static size_t count_exported(const struct header *header)
{
    struct buffer prefix = {0};
    size_t count = 0;
    header_name(&prefix, text_of(EXPORTED_PREFIX));
    for (size_t i = 0; i < header->count; i++)
        count += text_begins_folded(header->names[i], buffer_text(&prefix));
    buffer_release(&prefix);
    return count;
}

static size_t count_named(const struct header *header)
{
    size_t count = 0;
    for (size_t i = 0; i < header->count; i++)
        count += header->names[i].length > 0;
    return count - count_exported(header);
}

static bool has_exactly(const struct header *header, const struct word_list *names)
{
    if (count_named(header) != names->count)
        return false;
    for (size_t i = 0; i < names->count; i++)
        if (header_find(header, names->words[i]) == header->count)
            return false;
    return true;
}

static bool has_cells(const struct file_head *head, size_t records, const struct format *format)
{
    for (size_t i = 0; i < format->cell_count; i++) {
        const struct header_cell *cell = &format->cells[i];
        if (cell->record > records || cell->place > head->records[cell->record - 1].count)
            return false;
        struct text text = head->records[cell->record - 1].fields[cell->place - 1];
        if (!word_pattern_fits(cell->pattern, text_trim(text)))
            return false;
    }
    return true;
}

bool format_melts(const struct format *format, const struct csv_record *record,
                  const struct header *header, size_t column, struct buffer *headings)
{
    bool is_melted = false;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct field_rule *rule = &format->fields[field];
        if (!rule->is_melted)
            continue;
        struct format_words words = {.field = field,
                                     .meanings = rule->meanings,
                                     .meaning_count = rule->meaning_count,
                                     .translations = rule->sources[0].translations,
                                     .translation_count = rule->sources[0].translation_count};
        if (!format_words_heading(&words, record->fields[column], header->names[column],
                                  &headings[field]))
            return false;
        is_melted = true;
    }
    return is_melted;
}

static bool has_melted(const struct format *format, const struct csv_record *record,
                       const struct header *header)
{
    bool melts = false, found = false;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        melts = melts || format->fields[field].is_melted;
    for (size_t column = 0; melts && !found && column < header->count; column++) {
        struct buffer headings[FIELD_COUNT] = {0};
        found = format_melts(format, record, header, column, headings);
        for (enum field field = 0; field < FIELD_COUNT; field++)
            buffer_release(&headings[field]);
    }
    return found == melts;
}

static bool fits(const struct format *format, const struct file_head *head, size_t record,
                 const struct header *header)
{
    if ((record > format->preamble && record != head->header) ||
        has_name(header, &format->without) ||
        (format->exactly.count && !has_exactly(header, &format->exactly)))
        return false;
    for (size_t i = 0; i < format->with_count; i++)
        if (!has_name(header, &format->with[i]))
            return false;
    /* What stood above the header of an export stands in columns. */
    return (count_exported(header) || has_cells(head, record, format)) &&
           has_melted(format, &head->records[record], header);
}

struct matching {
    const struct file_head *head;
    struct header *headers; /* of each record that may be one */
    size_t count;
};

static size_t longest_preamble(const struct format_list *list)
{
    size_t longest = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->formats[i]->preamble > longest)
            longest = list->formats[i]->preamble;
    return longest;
}

static bool find_header(const struct matching *matching, const struct format *format,
                        size_t *record)
{
    for (*record = 0; *record < matching->count; ++*record)
        if (fits(format, matching->head, *record, &matching->headers[*record]))
            return true;
    return false;
}

static bool refuse_two(const struct format *first, const struct format *second, struct error *error)
{
    return error_set(error,
                     "may be of the format %s (%.*s) or %s (%.*s); choose with --format %s or "
                     "--format %s",
                     first->name, (int)first->title.length, first->title.data, second->name,
                     (int)second->title.length, second->title.data, first->name, second->name);
}

/*
 * Of a layout that is read and one that is refused the former is meant: the latter has less in its
 * header. Of two layouts with the same columns, that of the text above the header is meant. An
 * export has that text in columns, so there it is the other one.
 */
static const struct format *prefer(const struct matching *matching, const struct format *first,
                                   const struct format *second, size_t record)
{
    bool is_export = count_exported(&matching->headers[record]) > 0;
    bool refuses_first = first->refusal.length > 0, refuses_second = second->refusal.length > 0;
    if (refuses_first != refuses_second)
        return refuses_first ? second : first;
    if ((first->cell_count > 0) == (second->cell_count > 0))
        return NULL;
    return (first->cell_count > 0) != is_export ? first : second;
}

static bool match_any(const struct matching *matching, const struct format_list *list,
                      struct format_match *match, struct error *error)
{
    for (size_t i = 0; i < list->count; i++) {
        size_t record;
        if (!find_header(matching, list->formats[i], &record))
            continue;
        const struct format *format = list->formats[i];
        if (match->format)
            format = prefer(matching, match->format, format, record);
        if (!format)
            return refuse_two(match->format, list->formats[i], error);
        if (format != match->format)
            *match = (struct format_match){format, record};
    }
    return true;
}

static bool refuse_unfit(const struct matching *matching, const struct format *format,
                         struct error *error)
{
    struct buffer lacking = {0};
    for (size_t i = 0; matching->count && i < format->with_count; i++) {
        const struct word_list *names = &format->with[i];
        if (!has_name(&matching->headers[0], names))
            buffer_printf(&lacking, "%s`%.*s`", lacking.length ? ", " : "",
                          (int)names->words[0].length, names->words[0].data);
    }
    error_set(error,
              "is not of the format %s (%.*s)%s%s; --list-formats tells how each is "
              "recognised",
              format->name, (int)format->title.length, format->title.data,
              lacking.length ? ": its header lacks " : "", lacking.length ? lacking.data : "");
    buffer_release(&lacking);
    return false;
}

static bool match_named(const struct matching *matching, const struct format_list *list,
                        const char *name, struct format_match *match, struct error *error)
{
    const struct format *format = format_list_find(list, text_of(name));
    if (!format)
        return error_set_misuse(error,
                                "cannot be read as `%s`: there is no such format; "
                                "--list-formats lists them",
                                name);
    if (!find_header(matching, format, &match->header))
        return refuse_unfit(matching, format, error);
    match->format = format;
    return true;
}

bool format_match(const struct format_list *list, const struct file_head *head, const char *name,
                  struct format_match *match, struct error *error)
{
    size_t count = longest_preamble(list) + 1;
    count = count > head->header ? count : head->header + 1;
    struct matching matching = {head, NULL, count < head->count ? count : head->count};
    matching.headers = xcalloc(matching.count + 1, sizeof *matching.headers);
    for (size_t i = 0; i < matching.count; i++)
        header_init(&matching.headers[i], &head->records[i]);
    *match = (struct format_match){0};
    bool is_clear = name ? match_named(&matching, list, name, match, error)
                         : match_any(&matching, list, match, error);
    for (size_t i = 0; i < matching.count; i++)
        header_release(&matching.headers[i]);
    free(matching.headers);
    return is_clear;
}
