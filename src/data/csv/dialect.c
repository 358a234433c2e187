/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each separator is tried on the first records. The one with which most of them have the same
 * number of fields is chosen. A title above the header is a record with only one or two fields
 * filled.
 */
#include "config.h"

#include "data/csv/dialect.h"

#include "base/array.h"
#include "data/csv/csv_repair.h"
#include "data/csv/csv_split.h"
#include "data/value/decimal.h"
#include "data/io/passed.h"
#include "data/value/unit.h"

#include <stdlib.h>
#include <string.h>

#define SAMPLE ((size_t)64) /* records */

static const char separators[] = {',', ';', '\t', '|'};

/* How many records agree with a separator. */
struct separator_score {
    size_t records; /* records with the most frequent number of fields ... */
    size_t width;   /* ... which is this; 0 if none has two */
};

static bool agrees_better(struct separator_score a, struct separator_score b)
{
    return a.width > 1 &&
           (b.width < 2 || a.records > b.records || (a.records == b.records && a.width > b.width));
}

/* Returns the most frequent width of at least two; the first one among equals. */
static struct separator_score agreement_of(const size_t *widths, size_t count)
{
    struct separator_score best = {0, 0};
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        for (size_t k = 0; k < count; k++)
            same += widths[k] == widths[i];
        if (widths[i] > 1 && same > best.records)
            best = (struct separator_score){same, widths[i]};
    }
    return best;
}

static struct separator_score try(struct text bytes, bool is_end, char separator)
{
    struct arena copies = {0};
    struct csv_splitter splitter = {
        .bytes = bytes, .separator = separator, .copies = &copies, .line = 1};
    size_t widths[SAMPLE], count = 0;
    csv_splitter_start(&splitter, 0);
    while (count < SAMPLE && csv_splitter_seek(&splitter, SIZE_MAX)) {
        if (!csv_splitter_take(&splitter) || (splitter.at >= bytes.length && !is_end))
            break;
        widths[count++] = splitter.count;
    }
    arena_release(&copies);
    return agreement_of(widths, count);
}

/* Parses "sep=;" on the first line, which some programs write as a hint to others. */
static bool is_stated(struct text bytes, char *separator)
{
    struct text line;
    csv_repair_line(bytes, 0, true, &line);
    bool is_it = (line.length == 5 || line.length == 4) && memcmp(line.data, "sep=", 4) == 0;
    *separator = line.length == 5 ? line.data[4] : '\t';
    return is_it && memchr(separators, *separator, sizeof separators);
}

/*
 * True for the TSV files of Eurostat, whose first column has commas of its own: a tab stands behind
 * the backslash of "freq,unit,geo\TIME_PERIOD".
 */
static bool is_eurostat(struct text bytes)
{
    struct text line;
    csv_repair_line(bytes, 0, true, &line);
    const char *tab = line.length ? memchr(line.data, '\t', line.length) : NULL;
    return tab && memchr(line.data, '\\', (size_t)(tab - line.data));
}

char dialect_separator(struct text bytes, bool is_end)
{
    char separator, best = csv_separator(bytes);
    if (is_stated(bytes, &separator))
        return separator;
    if (is_eurostat(bytes))
        return '\t';
    struct separator_score most = try(bytes, is_end, best);
    for (size_t i = 0; i < sizeof separators; i++) {
        struct separator_score agreement = try(bytes, is_end, separators[i]);
        if (separators[i] == best || !agrees_better(agreement, most))
            continue;
        most = agreement;
        best = separators[i];
    }
    return best;
}

/* --- the header --- */

static bool is_number(struct text text)
{
    struct decimal decimal;
    return decimal_parse(text_trim(text), &decimal);
}

static size_t count_numbers(const struct csv_record *record)
{
    size_t numbers = 0;
    for (size_t i = 0; i < record->count; i++)
        numbers += is_number(record->fields[i]);
    return numbers;
}

static struct separator_score usual_width(const struct csv_record *records, size_t count)
{
    size_t widths[SAMPLE], sampled = count < SAMPLE ? count : SAMPLE;
    for (size_t i = 0; i < sampled; i++)
        widths[i] = records[i].count;
    return agreement_of(widths, sampled);
}

/* True for a title, a comment, or "Reporter:,India": a record that cannot be the header. */
static bool is_above(const struct csv_record *record, size_t width)
{
    size_t first, filled = passed_count_filled(record->fields, record->count, &first);
    bool is_narrow = record->count + 1 < width;
    if (filled <= 1 || passed_recognise(record->fields, record->count, width) == PASSED_COMMENT)
        return true;
    return (filled == 2 && is_narrow && width > 3) ||
           (text_of("# ").length <= record->fields[0].length &&
            memcmp(record->fields[0].data, "# ", 2) == 0);
}

size_t dialect_header(const struct csv_record *records, size_t count)
{
    struct separator_score usual = usual_width(records, count);
    size_t header = 0;
    if (usual.width < 2)
        return 0;
    while (header < count && is_above(&records[header], usual.width))
        header++;
    if (header == count)
        return 0;
    if (records[header].count == usual.width)
        return header;
    /*
     * Lines of several words may precede the header: it has the usual width and names, with numbers
     * below.
     */
    for (size_t i = header + 1; i + 1 < count && usual.records > 2; i++)
        if (records[i].count == usual.width && records[i + 1].count == usual.width &&
            !count_numbers(&records[i]) && count_numbers(&records[i + 1]))
            return i;
    return header;
}

/* --- units --- */

static bool states_unit(struct text text)
{
    static const char *const words[] = {"usd",      "eur",    "us$",  "$",  "%",      "million",
                                        "thousand", "tonnes", "tons", "kg", "number", "pieces"};
    struct buffer folded = {0};
    struct unit unit;
    bool states = unit_parse(text, &unit) &&
                  unit.dimension != DIMENSION_FOLD; /* x does not count as a stated unit */
    text_fold(&folded, text);
    for (size_t i = 0; i < ARRAY_LENGTH(words) && !states; i++)
        states = folded.length && strstr(folded.data, words[i]) != NULL;
    buffer_release(&folded);
    return states;
}

bool dialect_has_units(const struct csv_record *records, size_t count, size_t header)
{
    if (header + 2 >= count || records[header + 1].count != records[header].count ||
        count_numbers(&records[header + 1]))
        return false;
    const struct csv_record *units = &records[header + 1], *below = &records[header + 2];
    for (size_t i = 0; i < units->count && i < below->count; i++)
        if (is_number(below->fields[i]) && !is_number(records[header].fields[i]) &&
            states_unit(text_trim(units->fields[i])))
            return true;
    return false;
}

/* --- quoted twice --- */

bool dialect_is_requoted(struct text bytes, bool is_end, char *separator)
{
    struct separator_score most = {0, 0};
    struct buffer inner = {0};
    struct arena copies = {0};
    size_t lines = 0;
    struct text line = {bytes.data, 0};
    bool is_requoted = true;
    for (size_t at = 0; at < bytes.length && lines < SAMPLE && is_requoted; lines++) {
        struct text field;
        if (!csv_repair_line(bytes, at, is_end, &line))
            break;
        at += line.length + 1;
        while (at < bytes.length && bytes.data[at] == '\n')
            at++;
        line = text_trim(line);
        is_requoted = line.length > 2 && line.data[0] == '"' &&
                      csv_repair_split(line, '\0', &copies, &field, 1) == 1 &&
                      field.length + 2 <= line.length;
        buffer_append_text(&inner, is_requoted ? field : line);
        buffer_putc(&inner, '\n');
    }
    if (is_requoted && lines > 1) {
        *separator = dialect_separator(buffer_text(&inner), true);
        most = try(buffer_text(&inner), true, *separator);
    }
    buffer_release(&inner);
    arena_release(&copies);
    return most.width > 1 && most.records == lines;
}
