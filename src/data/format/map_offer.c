/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/map_offer.h"

#include "base/array.h"
#include "data/format/translate.h"
#include "data/format/unit_check.h"

#include <string.h>

struct guess {
    const char *sign; /* in the normalised name of a column */
    enum field field;
};

/* Words by which offices name their columns. They are only suggested to the user, never assumed. */
static const struct guess guesses[] = {
    {"period", FIELD_PERIOD},      {"year", FIELD_PERIOD},       {"month", FIELD_PERIOD},
    {"date", FIELD_PERIOD},        {"time", FIELD_PERIOD},       {"reporter", FIELD_REPORTER},
    {"declarant", FIELD_REPORTER}, {"partner", FIELD_PARTNER},   {"destination", FIELD_PARTNER},
    {"country", FIELD_PARTNER},    {"tradeflow", FIELD_FLOW},    {"flow", FIELD_FLOW},
    {"hscode", FIELD_PRODUCT},     {"commodity", FIELD_PRODUCT}, {"product", FIELD_PRODUCT},
    {"value", FIELD_VALUE},        {"usd", FIELD_VALUE},         {"fob", FIELD_VALUE},
    {"cif", FIELD_VALUE},          {"amount", FIELD_VALUE},
};

static bool contains(struct text text, const char *sign)
{
    size_t length = strlen(sign);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.data + i, sign, length) == 0)
            return true;
    return false;
}

static size_t guess_column(const struct header *header, enum field field)
{
    for (size_t i = 0; i < ARRAY_LENGTH(guesses); i++)
        for (size_t column = 0; guesses[i].field == field && column < header->count; column++)
            if (contains(header->names[column], guesses[i].sign))
                return column;
    return header->count;
}

/* Quotes a word for a shell: in single quotes unless it contains one. */
static void write_word(struct buffer *out, struct text word)
{
    bool is_plain = true;
    for (size_t i = 0; i < word.length; i++)
        is_plain = is_plain && strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                      "0123456789_.-",
                                      word.data[i]);
    const char *quote = is_plain ? "" : memchr(word.data, '\'', word.length) ? "\"" : "'";
    buffer_puts(out, quote);
    text_make_visible(out, word, true);
    buffer_puts(out, quote);
}

/* Returns the number of columns whose names the translation understands. */
static size_t count_named(const struct csv_record *record, const struct translation *translation)
{
    size_t count = 0;
    for (size_t i = 0; i < record->count; i++) {
        struct buffer meaning = {0};
        count += translation->read(translation, text_trim(record->fields[i]), NULL, &meaning);
        buffer_release(&meaning);
    }
    return count;
}

/* Appends "Exports+'Imports (USD mn)'": the columns whose names state a flow. */
static void write_flows(struct buffer *out, const struct csv_record *record,
                        const struct translation *flows)
{
    const char *sign = "";
    for (size_t i = 0; i < record->count; i++) {
        struct buffer meaning = {0};
        struct text name = text_trim(record->fields[i]);
        if (flows->read(flows, name, NULL, &meaning)) {
            buffer_puts(out, sign);
            write_word(out, name);
            sign = "+";
        }
        buffer_release(&meaning);
    }
}

/*
 * Appends "melt=period," or "melt=flow:...," if several columns state values by their names, and
 * returns the field that these names state, else FIELD_COUNT.
 */
static enum field offer_melt(struct buffer *out, const struct csv_record *record,
                             const struct header *header)
{
    const struct translation *years = translation_find(text_of("year")),
                             *flows = translation_find(text_of("flow-words"));
    if (count_named(record, years) > 1) {
        buffer_puts(out, "melt=period,");
        return FIELD_PERIOD;
    }
    if (guess_column(header, FIELD_FLOW) < header->count || count_named(record, flows) < 2)
        return FIELD_COUNT;
    buffer_puts(out, "melt=flow:");
    write_flows(out, record, flows);
    buffer_putc(out, ',');
    return FIELD_FLOW;
}

/* The column of the value, by its name, or by the currency that its name states. */
static size_t value_column(const struct csv_record *record, const struct header *header)
{
    struct stated_unit stated;
    size_t column = guess_column(header, FIELD_VALUE);
    for (size_t i = 0; column == header->count && i < record->count; i++)
        if (unit_of_header(record->fields[i], &stated) && stated.dimension == DIMENSION_MONEY)
            return i;
    return column;
}

static void write_unit(struct buffer *out, const struct csv_record *record, size_t column)
{
    struct stated_unit stated;
    struct buffer unit = {0};
    if (column < record->count && unit_of_header(record->fields[column], &stated))
        stated_unit_write(&unit, &stated);
    buffer_puts(out, "unit=");
    write_word(out, unit.length ? buffer_text(&unit) : text_of("USD"));
    buffer_release(&unit);
}

void map_offer(struct buffer *out, const struct csv_record *record)
{
    static const struct {
        enum field field;
        const char *otherwise; /* NULL if it is not required */
    } entries[] = {{FIELD_PERIOD, "2019"},    {FIELD_VALUE, "COLUMN"}, {FIELD_FLOW, "export"},
                   {FIELD_REPORTER, "India"}, {FIELD_PARTNER, NULL},   {FIELD_PRODUCT, NULL}};
    struct header header;
    header_init(&header, record);
    buffer_puts(out, "--map ");
    enum field melted = offer_melt(out, record, &header);
    for (size_t i = 0; i < ARRAY_LENGTH(entries); i++) {
        enum field field = entries[i].field;
        size_t column =
            field == FIELD_VALUE ? value_column(record, &header) : guess_column(&header, field);
        bool is_melted = melted != FIELD_COUNT && (field == melted || field == FIELD_VALUE);
        if (is_melted || (column == header.count && !entries[i].otherwise))
            continue;
        buffer_printf(out, "%s=", field_table[field].name);
        if (column < header.count)
            write_word(out, text_trim(record->fields[column]));
        else
            buffer_puts(out, entries[i].otherwise);
        buffer_putc(out, ',');
    }
    write_unit(out, record, value_column(record, &header));
    header_release(&header);
}
