/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/map_offer.h"

#include "base/ascii.h"
#include "data/format/role_finder.h"

#include <string.h>

struct offer {
    struct buffer *out;
    struct buffer doubts;
    bool has_questions;
    const struct file_survey *survey;
    const struct column_roles *roles;
};

static bool has_any(struct text word, const char *signs)
{
    for (size_t i = 0; i < word.length; i++)
        if (strchr(signs, word.data[i]))
            return true;
    return false;
}

/*
 * Quotes a word for a shell, and for the map too where it has a sign of its language: the shell
 * takes the outer quotes away. A word with an apostrophe is in double quotes.
 */
static void write_word(struct buffer *out, struct text word)
{
    bool is_plain = true;
    for (size_t i = 0; i < word.length; i++)
        is_plain = is_plain && strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                      "0123456789_.-",
                                      word.data[i]);
    bool has_sign = has_any(word, ",:+=");
    const char *outer = is_plain ? "" : has_any(word, "'") ? "\"" : "'";
    const char *inner = !has_sign ? "" : *outer == '\'' ? "\"" : "\\\"";
    buffer_printf(out, "%s%s", outer, inner);
    text_make_visible(out, word, true);
    buffer_printf(out, "%s%s", inner, outer);
}

/* A column without a name is called by its number. */
static void write_column(struct offer *offer, struct buffer *out, size_t column)
{
    struct text name = offer->survey->columns[column].name;
    if (name.length)
        write_word(out, name);
    else
        buffer_printf(out, "column%zu", column + 1);
}

static void start_doubt(struct offer *offer)
{
    buffer_puts(&offer->doubts, offer->doubts.length ? "; " : "");
}

/* Says of a column what is doubtful. */
static void name_column(struct offer *offer, size_t column, const char *doubt)
{
    if (column == NO_ROLE)
        return;
    start_doubt(offer);
    write_column(offer, &offer->doubts, column);
    buffer_puts(&offer->doubts, doubt);
}

/* A word in capitals stands for what the file does not say. */
static void ask(struct offer *offer, const char *word)
{
    buffer_puts(offer->out, word);
    offer->has_questions = true;
}

/* Appends "Exports+'Imports (USD mn)'". */
static void write_melted(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    if (roles->period_words)
        buffer_printf(offer->out, "melt=period%s%s,", *roles->period_words ? ":" : "",
                      roles->period_words);
    buffer_puts(offer->out, roles->melts_flows_too ? "melt=flow," : "");
    buffer_puts(offer->out, roles->melts_partners ? "melt=partner," : "");
    for (size_t i = 0; i < roles->flow_count; i++) {
        buffer_puts(offer->out, i ? "+" : "melt=flow:");
        write_column(offer, offer->out, roles->flows[i]);
    }
    buffer_puts(offer->out, roles->flow_count ? "," : "");
    if (roles->flow_count)
        name_column(offer, roles->other_flow, " is of one of these flows too");
}

static void write_period(struct offer *offer)
{
    size_t column = offer->roles->columns[FIELD_PERIOD];
    if (offer->roles->period_words)
        return;
    buffer_puts(offer->out, "period=");
    if (column == NO_ROLE && offer->roles->year.length) {
        buffer_append_text(offer->out, offer->roles->year);
        buffer_putc(offer->out, ',');
        return;
    }
    if (column == NO_ROLE) {
        ask(offer, OFFERED_PERIOD);
        buffer_putc(offer->out, ',');
        return;
    }
    write_column(offer, offer->out, column);
    if (offer->roles->month != NO_ROLE) {
        buffer_putc(offer->out, '+');
        write_column(offer, offer->out, offer->roles->month);
    }
    buffer_putc(offer->out, ',');
}

static void write_value(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    size_t column = roles->columns[FIELD_VALUE];
    if (roles->period_words || roles->flow_count || roles->melts_partners)
        return;
    buffer_puts(offer->out, "value=");
    if (column == NO_ROLE) {
        ask(offer, OFFERED_VALUE);
        name_column(offer, roles->no_value, " states no value of trade");
    } else {
        write_column(offer, offer->out, column);
    }
    buffer_putc(offer->out, ',');
    if (column == NO_ROLE || roles->other_value == NO_ROLE)
        return;
    start_doubt(offer);
    buffer_puts(&offer->doubts, "the value may also be in ");
    write_column(offer, &offer->doubts, roles->other_value);
}

/* Other series beside exports and imports are left out. */
static void write_kept(struct offer *offer, size_t column)
{
    buffer_puts(offer->out, "keep=");
    write_column(offer, offer->out, column);
    buffer_puts(offer->out, ":'*export*'+'*import*',");
}

static void write_flow(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    size_t column = roles->columns[FIELD_FLOW];
    if (roles->flow_count || roles->melts_flows_too)
        return;
    buffer_puts(offer->out, "flow=");
    if (column != NO_ROLE) {
        bool is_word = flow_of_name(offer->survey->columns[column].name) != NULL;
        buffer_puts(offer->out, is_word ? "column:" : "");
        write_column(offer, offer->out, column);
    } else if (roles->flow) {
        buffer_puts(offer->out, roles->flow);
    } else if (roles->goes_from_to) {
        buffer_puts(offer->out, "export");
        start_doubt(offer);
        buffer_puts(&offer->doubts, "each row is taken for an export of its reporter; if the "
                                    "partner is where goods come from, write flow=import");
    } else if (roles->file_flow) {
        buffer_puts(offer->out, roles->file_flow);
        start_doubt(offer);
        buffer_printf(&offer->doubts, "%s is from the name of the file alone", roles->file_flow);
    } else {
        ask(offer, OFFERED_FLOW);
    }
    buffer_putc(offer->out, ',');
    if (column != NO_ROLE && !column_is_of_flows(&offer->survey->columns[column]))
        write_kept(offer, column);
}

/* A list of partners and a list of reporters look alike. */
static void doubt_countries(struct offer *offer)
{
    start_doubt(offer);
    buffer_puts(&offer->doubts, "if each row is a country's trade with the world, write reporter=");
    write_column(offer, &offer->doubts, offer->roles->either);
    buffer_puts(&offer->doubts, ",partner=World");
}

/* A number is a code of more than one scheme, so that one has to be named. */
static void write_country(struct offer *offer, size_t column)
{
    write_column(offer, offer->out, column);
    if (column_is_of_numbers(&offer->survey->columns[column]))
        buffer_puts(offer->out, ":country-comtrade");
}

static void write_countries(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    size_t reporter = roles->columns[FIELD_REPORTER], partner = roles->columns[FIELD_PARTNER];
    partner = partner == NO_ROLE ? roles->either : partner;
    buffer_puts(offer->out, "reporter=");
    if (reporter != NO_ROLE)
        write_country(offer, reporter);
    else
        ask(offer, OFFERED_REPORTER);
    if (reporter == NO_ROLE && roles->either != NO_ROLE)
        doubt_countries(offer);
    buffer_putc(offer->out, ',');
    if (partner == NO_ROLE)
        return;
    buffer_puts(offer->out, "partner=");
    write_country(offer, partner);
    buffer_putc(offer->out, ',');
    if (!roles->has_codes)
        return;
    start_doubt(offer);
    buffer_puts(&offer->doubts, "numbers of countries are read as those of UN Comtrade; other "
                                "offices need country-m49 or country-imf");
}

static void write_product(struct offer *offer)
{
    size_t column = offer->roles->columns[FIELD_PRODUCT];
    if (column == NO_ROLE)
        return;
    buffer_puts(offer->out, "product=");
    write_column(offer, offer->out, column);
    buffer_putc(offer->out, ',');
    if (!offer->roles->is_product_left)
        return;
    start_doubt(offer);
    write_column(offer, &offer->doubts, column);
    buffer_puts(&offer->doubts, " is taken for the product; leave it out if it is none");
}

/* The first column of values whose decimal sign its numbers do not tell. */
static size_t find_open(const struct offer *offer, char separator)
{
    const struct column_roles *roles = offer->roles;
    size_t value = roles->columns[FIELD_VALUE];
    for (size_t i = 0; i < roles->flow_count; i++)
        if (column_decimal(offer->survey, roles->flows[i], separator))
            return roles->flows[i];
    return value != NO_ROLE && column_decimal(offer->survey, value, separator) ? value : NO_ROLE;
}

static void write_decimal(struct offer *offer, char separator)
{
    size_t column = find_open(offer, separator);
    if (column == NO_ROLE)
        return;
    const char *sign = column_decimal(offer->survey, column, separator);
    buffer_printf(offer->out, ",decimal=%s", sign);
    if (*sign)
        return;
    ask(offer, OFFERED_DECIMAL);
    start_doubt(offer);
    buffer_puts(&offer->doubts, "for " OFFERED_DECIMAL " write comma if ");
    problem_quote(&offer->doubts, offer->survey->columns[column].written.open);
    buffer_puts(&offer->doubts, " is less than a thousand, else point");
}

static void write_unit(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    struct buffer unit = {0};
    buffer_puts(offer->out, "unit=");
    if (roles->has_unit && roles->stated.dimension == DIMENSION_NONE) {
        buffer_printf(&unit, OFFERED_CURRENCY " %s", unit_scale_word(roles->stated.scale));
        write_word(offer->out, buffer_text(&unit));
        offer->has_questions = true;
    } else if (roles->has_unit) {
        stated_unit_write(&unit, &roles->stated);
        write_word(offer->out, buffer_text(&unit));
    } else if (roles->unit != NO_ROLE) {
        write_column(offer, offer->out, roles->unit);
    } else {
        ask(offer, OFFERED_UNIT);
    }
    buffer_release(&unit);
}

/* A table with none of them is about something else. */
static bool looks_like_trade(const struct column_roles *roles)
{
    return roles->period_words || roles->flow_count || roles->melts_partners ||
           roles->either != NO_ROLE || roles->columns[FIELD_PERIOD] != NO_ROLE ||
           roles->columns[FIELD_FLOW] != NO_ROLE || roles->columns[FIELD_REPORTER] != NO_ROLE ||
           roles->columns[FIELD_PARTNER] != NO_ROLE || roles->flow;
}

/* A file without a header begins with data: numbers stand where names should. */
static bool starts_with_data(const struct offer *offer)
{
    size_t numbers = 0;
    for (size_t i = 0; i < offer->survey->count; i++) {
        struct text name = offer->survey->columns[i].name;
        numbers += name.length && ascii_count_digits(name, 0) == name.length &&
                   column_is_of_numbers(&offer->survey->columns[i]);
    }
    return numbers > 1 && !offer->roles->period_words;
}

static void write_doubts(const struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    bool lacks_unit = !roles->has_unit && roles->unit == NO_ROLE;
    if (offer->has_questions)
        buffer_printf(offer->out, "; write what the file does not say for the words in capitals%s",
                      lacks_unit ? ", such as 'USD mn' for " OFFERED_UNIT : "");
    if (offer->doubts.length)
        buffer_printf(offer->out, "; %s", offer->doubts.data);
    if (starts_with_data(offer))
        buffer_puts(offer->out, "; the first line seems to be data: write the names of the columns "
                                "above it");
}

static void write_map(struct offer *offer, char separator)
{
    buffer_puts(offer->out, "as in --map ");
    write_melted(offer);
    write_period(offer);
    write_value(offer);
    write_flow(offer);
    write_countries(offer);
    write_product(offer);
    write_unit(offer);
    write_decimal(offer, separator);
    write_doubts(offer);
}

void map_offer(struct buffer *out, const struct file_head *head,
               const struct country_list *countries)
{
    struct file_survey survey;
    struct column_roles roles;
    file_survey_init(&survey, head, countries);
    column_roles_find(&roles, &survey, head, countries);
    struct offer offer = {.out = out, .survey = &survey, .roles = &roles};
    if (looks_like_trade(&roles))
        write_map(&offer, head->separator);
    else
        buffer_puts(out, "see MAPPINGS in tradescope-format(5): no column is recognised as one of "
                         "periods, countries or flows");
    buffer_release(&offer.doubts);
    file_survey_release(&survey);
}
