/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/detect.h"

#include "base/array.h"
#include "base/suggestion.h"
#include "data/format/format_mapping.h"
#include "data/format/format_match.h"
#include "data/format/map_offer.h"
#include "data/format/wish_check.h"
#include "data/value/unit_remedy.h"
#include "data/format/mapping.h"
#include "data/value/number_survey.h"

#include <stdlib.h>
#include <string.h>

static bool map_plainly(const struct file_head *head, struct mapping *mapping, struct text note,
                        struct error *error)
{
    mapping_release(mapping);
    if (!map_plain(head, NULL, mapping, error))
        return false;
    mapping->note = xstrndup(note.data, note.length);
    return true;
}

/*
 * Appends "flow and reporter; ... --map flow=export,reporter=India": what is missing, and what to
 * write.
 */
static void write_lacking(struct buffer *out, const bool lacks[FIELD_COUNT])
{
    static const char *const examples[FIELD_COUNT] = {[FIELD_PERIOD] = OFFERED_PERIOD,
                                                      [FIELD_REPORTER] = OFFERED_REPORTER,
                                                      [FIELD_FLOW] = OFFERED_FLOW,
                                                      [FIELD_VALUE] = OFFERED_VALUE,
                                                      [FIELD_UNIT] = OFFERED_UNIT};
    struct buffer remedy = {0};
    size_t count = 0, done = 0;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        count += examples[field] && lacks[field];
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (!examples[field] || !lacks[field])
            continue;
        done++;
        buffer_printf(out, "%s%s",
                      done == 1       ? ""
                      : done == count ? " and "
                                      : ", ",
                      field_table[field].name);
        buffer_printf(&remedy, "%s%s=%s", done == 1 ? "" : ",", field_table[field].name,
                      examples[field]);
    }
    buffer_printf(out, "; name the column or what holds for all rows, as in --map %s",
                  remedy.length ? remedy.data : "");
    buffer_release(&remedy);
}

/* "did you mean ETB? ": a unit, or a column whose name is near. */
static void write_nearest(struct buffer *out, const struct csv_record *record, enum field field,
                          struct text word)
{
    struct buffer nearest = {0};
    bool is_unit = field == FIELD_UNIT && unit_nearest(&nearest, word);
    size_t column =
        is_unit ? record->count : suggestion_nearest(word, record->fields, record->count);
    if (column < record->count)
        text_make_visible(&nearest, text_trim(record->fields[column]), true);
    if (nearest.length)
        buffer_printf(out, "did you mean %s? ", nearest.data);
    buffer_release(&nearest);
}

/*
 * Refuses a map with a word that is neither a column nor a valid constant, and lists the columns.
 */
static bool refuse_wish(const struct format *wish, const bool lacks[FIELD_COUNT],
                        const struct csv_record *record, struct error *error)
{
    struct buffer out = {0};
    enum field field = 0;
    while (field < FIELD_COUNT && !(lacks[field] && wish->fields[field].line))
        field++;
    if (field == FIELD_COUNT) {
        buffer_puts(&out, "lacks its ");
        write_lacking(&out, lacks);
    } else {
        struct text word = wish->fields[field].text;
        buffer_puts(&out, "has no column `");
        text_make_visible(&out, word, true);
        buffer_putc(&out, '`');
        if (field != FIELD_VALUE)
            buffer_printf(&out, ", and that is no %s", field_table[field].name);
        buffer_puts(&out, "; ");
        write_nearest(&out, record, field, word);
        wish_write_columns(&out, record);
    }
    error_set_misuse(error, "%s", out.data);
    buffer_release(&out);
    return false;
}

static bool map_by_wish(const struct file_head *head, const struct recognition *recognition,
                        const struct format_match *match, struct mapping *mapping,
                        struct error *error)
{
    bool lacks[FIELD_COUNT] = {false};
    if (format_mapping_make(mapping, match->format, recognition->wish.fields, head, match->header,
                            recognition->countries, lacks))
        return true;
    if (mapping->refusal)
        return error_set(error, "cannot be read: %s", mapping->refusal);
    return refuse_wish(recognition->wish.fields, lacks, &head->records[match->header], error);
}

/* True if the record names the column of the value, or one that is melted. */
static bool is_header(const struct csv_record *record, const struct format *wish)
{
    const struct field_rule *value = &wish->fields[FIELD_VALUE];
    struct header header;
    bool is_it = false;
    header_init(&header, record);
    if (value->line)
        is_it = header_find(&header, value->sources[0].columns.words[0]) < header.count;
    for (size_t i = 0; !value->line && i < header.count && !is_it; i++) {
        struct buffer headings[FIELD_COUNT] = {0};
        is_it = format_melts(wish, record, &header, i, headings);
        for (enum field field = 0; field < FIELD_COUNT; field++)
            buffer_release(&headings[field]);
    }
    header_release(&header);
    return is_it;
}

/* The first such record is the header: files may start with titles. The user may say its line. */
static bool find_header(const struct file_head *head, const struct format *wish, size_t *number,
                        struct error *error)
{
    *number = head->header;
    for (size_t i = 0; wish->header_line && i < head->count; i++) {
        *number = i;
        if (head->records[i].line == wish->header_line)
            return true;
    }
    if (wish->header_line)
        return error_set_misuse(error,
                                "has no header on line %zu: none of its first %zu records starts "
                                "there",
                                wish->header_line, head->count);
    for (size_t i = 0; i < head->count; i++) {
        if (!is_header(&head->records[i], wish))
            continue;
        *number = i;
        break;
    }
    return true;
}

static bool map_by_format(const struct file_head *head, const struct recognition *recognition,
                          const struct format_match *match, struct mapping *mapping,
                          struct error *error)
{
    const struct format *format = match->format;
    struct buffer note = {0};
    bool lacks[FIELD_COUNT];
    if (format->refusal.length)
        return error_set(error, "%.*s", (int)format->refusal.length, format->refusal.data);
    if (format_mapping_make(mapping, format, NULL, head, match->header, recognition->countries,
                            lacks))
        return true;
    if (mapping->refusal)
        return error_set(error, "cannot be read: %s", mapping->refusal);
    buffer_printf(&note, "has the layout of %.*s, but neither it nor its name states ",
                  (int)format->title.length, format->title.data);
    write_lacking(&note, lacks);
    bool is_mapped = map_plainly(head, mapping, buffer_text(&note), error);
    buffer_release(&note);
    return is_mapped;
}

/* Returns how many of the given fields are columns of the header. */
static size_t count_fields(const struct file_head *head, const enum field *fields, size_t count)
{
    struct header header;
    size_t found = 0;
    header_init(&header, &head->records[head->header]);
    for (size_t i = 0; i < count; i++)
        found += header_find(&header, text_of(field_table[fields[i]].name)) < header.count;
    header_release(&header);
    return found;
}

static bool map_unknown(const struct file_head *head, const struct country_list *countries,
                        struct mapping *mapping, struct error *error)
{
    struct buffer note = {0};
    buffer_puts(&note, "has no layout that is known, so it is shown as a table; to read it as "
                       "statistics, say what its columns are, ");
    map_offer(&note, head, countries);
    bool is_mapped = map_plainly(head, mapping, buffer_text(&note), error);
    buffer_release(&note);
    return is_mapped;
}

bool recognise(const struct file_head *head, const void *context, struct mapping *mapping,
               struct error *error)
{
    static const enum field needed[] = {FIELD_KIND, FIELD_VALUE, FIELD_UNIT, FIELD_PERIOD};
    const struct recognition *recognition = context;
    struct format_match match;
    if (!head->count || count_fields(head, needed, ARRAY_LENGTH(needed)) == ARRAY_LENGTH(needed))
        return map_claims(head, NULL, mapping, error);
    format_list_need(recognition->formats);
    if (!format_match(recognition->formats, head, recognition->wish.format, &match, error))
        return false;
    if (recognition->wish.fields) {
        if (match.format && match.format->refusal.length)
            match = (struct format_match){0};
        if (!match.format && !find_header(head, recognition->wish.fields, &match.header, error))
            return false;
        return map_by_wish(head, recognition, &match, mapping, error);
    }
    if (match.format)
        return map_by_format(head, recognition, &match, mapping, error);
    return count_fields(head, needed, 1)
               ? map_claims(head, NULL, mapping, error)
               : map_unknown(head, recognition->countries, mapping, error);
}

/*
 * The two mappings that take each column of a file as it is: a claims file, whose columns are known
 * by name, and any other table, of which only the columns of numbers are recognised.
 */

static enum field field_of(struct text name)
{
    enum field field = 0;
    while (field < FIELD_COUNT && !text_is_equal_folded(name, text_of(field_table[field].name)))
        field++;
    return field;
}

/* A column without a name is named by its number. */
static struct mapped_column *add_column(struct mapping *mapping, struct text name)
{
    struct buffer numbered = {0};
    if (!name.length) {
        buffer_printf(&numbered, "column %zu", mapping->column_count + 1);
        name = buffer_text(&numbered);
    }
    struct mapped_column *column = mapping_add_column(mapping, name, COLUMN_TEXT);
    column->from[column->from_count++] = mapping->column_count - 1;
    buffer_release(&numbered);
    return column;
}

static void start(struct mapping *mapping, enum form form, const struct file_head *head)
{
    const struct csv_record *header = &head->records[head->header];
    mapping->form = form;
    mapping->file_columns = header->count;
    mapping->header_number = head->header;
    mapping->header_records = file_head_body(head, head->header);
    for (size_t i = 0; i < header->count; i++)
        add_column(mapping, text_trim(header->fields[i]));
}

static void append_missing(struct buffer *out, const char *name)
{
    buffer_printf(out, "%s`%s`", out->length ? ", " : "", name);
}

/* Rows cannot be understood without `kind`. The error names all missing columns. */
static bool check_fields(const bool has[FIELD_COUNT], struct error *error)
{
    static const enum field required[] = {FIELD_KIND, FIELD_VALUE, FIELD_UNIT, FIELD_PERIOD};
    if (has[FIELD_KIND])
        return true;
    struct buffer missing = {0};
    for (size_t i = 0; i < ARRAY_LENGTH(required); i++)
        if (!has[required[i]])
            append_missing(&missing, field_table[required[i]].name);
    if (!has[FIELD_FLOW] && !has[FIELD_MEASURE])
        append_missing(&missing, "flow` or `measure");
    error_set(error, "is no claims file: its header lacks %s; tradescope(5) describes the columns",
              missing.data);
    buffer_release(&missing);
    return false;
}

bool map_claims(const struct file_head *head, const void *context, struct mapping *mapping,
                struct error *error)
{
    (void)context;
    if (!head->count)
        return error_set(error, "the file is empty; a claims file starts with a header, see "
                                "tradescope(5)");
    bool has[FIELD_COUNT] = {false};
    start(mapping, FORM_CLAIMS, head);
    for (size_t i = 0; i < mapping->column_count; i++) {
        struct mapped_column *column = &mapping->columns[i];
        enum field field = field_of(text_trim(head->records[head->header].fields[i]));
        if (field == FIELD_COUNT || has[field])
            continue;
        has[field] = true;
        column->field = field;
        column->type = field_table[field].type;
    }
    return check_fields(has, error);
}

static struct number_survey survey(const struct file_head *head, size_t column)
{
    struct number_survey survey = {0};
    for (size_t i = file_head_body(head, head->header); i < head->count; i++)
        if (column < head->records[i].count)
            number_survey_add(&survey, head->records[i].fields[column]);
    return survey;
}

static void take_for_numbers(struct mapped_column *column, number_reader *read)
{
    column->type = COLUMN_NUMBER;
    column->read = read;
    column->missing = xcalloc(number_missing_count, sizeof *column->missing);
    while (column->missing_count < number_missing_count) {
        column->missing[column->missing_count] = xstrdup(number_missing[column->missing_count]);
        column->missing_count++;
    }
}

/*
 * Makes a column one of numbers if all of the sample are. A leading zero means codes, and ambiguous
 * numbers stay text.
 */
static void row_filter_numbers(const struct file_head *head, struct mapping *mapping, size_t number)
{
    struct mapped_column *column = &mapping->columns[number];
    struct number_survey found = survey(head, number);
    number_reader *read;
    struct buffer told = {0};
    if (!found.numbers || found.others || found.codes)
        return;
    enum number_verdict verdict = number_survey_decide(&found, head->separator, &read);
    if (verdict == NUMBERS_OPEN)
        number_survey_refuse(&found, text_of(column->name), &told);
    if (verdict == NUMBERS_READ)
        number_survey_tell(&found, read, text_of(column->name), &told);
    if (told.length)
        problem_add(&mapping->decisions, head->path, head->records[head->header].line, number + 1,
                    "%s%s", told.data, verdict == NUMBERS_OPEN ? "; till then it is text" : "");
    if (verdict != NUMBERS_OPEN)
        take_for_numbers(column, read);
    buffer_release(&told);
}

bool map_plain(const struct file_head *head, const void *context, struct mapping *mapping,
               struct error *error)
{
    (void)context;
    if (!head->count)
        return error_set(error, "the file is empty; a table starts with the names of its columns");
    start(mapping, FORM_PLAIN, head);
    for (size_t i = 0; i < mapping->column_count; i++)
        row_filter_numbers(head, mapping, i);
    return true;
}
