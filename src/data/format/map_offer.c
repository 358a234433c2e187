/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/map_offer.h"

#include "base/array.h"
#include "data/format/column_roles.h"

#include <string.h>

struct offer {
    struct buffer *out;
    struct buffer doubts;
    const struct file_survey *survey;
    const struct column_roles *roles;
};

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

static void ask(struct offer *offer, const char *word, const char *question)
{
    start_doubt(offer);
    buffer_printf(&offer->doubts, "for %s write %s", word, question);
}

/* Appends "Exports+'Imports (USD mn)'". */
static void write_melted(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    if (roles->period_words)
        buffer_printf(offer->out, "melt=period%s%s,", *roles->period_words ? ":" : "",
                      roles->period_words);
    buffer_puts(offer->out, roles->melts_partners ? "melt=partner," : "");
    for (size_t i = 0; i < roles->flow_count; i++) {
        buffer_puts(offer->out, i ? "+" : "melt=flow:");
        write_column(offer, offer->out, roles->flows[i]);
    }
    buffer_puts(offer->out, roles->flow_count ? "," : "");
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
        buffer_puts(offer->out, OFFERED_PERIOD ",");
        ask(offer, OFFERED_PERIOD, "the period, as 2019, or a column of periods");
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
        buffer_puts(offer->out, OFFERED_VALUE);
        ask(offer, OFFERED_VALUE, "the column with the values of trade");
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

static void write_flow(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    size_t column = roles->columns[FIELD_FLOW];
    if (roles->flow_count)
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
        buffer_puts(offer->out, OFFERED_FLOW);
        ask(offer, OFFERED_FLOW, "export or import, or the column that says which");
    }
    buffer_putc(offer->out, ',');
}

/* A list of partners and a list of reporters look alike. */
static void doubt_countries(struct offer *offer)
{
    start_doubt(offer);
    buffer_puts(&offer->doubts,
                "for " OFFERED_REPORTER " write the country whose trade this is; or, "
                "if each row is a country's trade with the world, reporter=");
    write_column(offer, &offer->doubts, offer->roles->either);
    buffer_puts(&offer->doubts, ",partner=World");
}

static void write_countries(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    size_t reporter = roles->columns[FIELD_REPORTER], partner = roles->columns[FIELD_PARTNER];
    partner = partner == NO_ROLE ? roles->either : partner;
    buffer_puts(offer->out, "reporter=");
    if (reporter != NO_ROLE)
        write_column(offer, offer->out, reporter);
    else
        buffer_puts(offer->out, OFFERED_REPORTER);
    if (reporter == NO_ROLE && roles->either != NO_ROLE)
        doubt_countries(offer);
    else if (reporter == NO_ROLE)
        ask(offer, OFFERED_REPORTER, "the country whose trade this is");
    buffer_putc(offer->out, ',');
    if (partner == NO_ROLE)
        return;
    buffer_puts(offer->out, "partner=");
    write_column(offer, offer->out, partner);
    buffer_putc(offer->out, ',');
}

static void write_product(struct offer *offer)
{
    size_t column = offer->roles->columns[FIELD_PRODUCT];
    if (column == NO_ROLE)
        return;
    buffer_puts(offer->out, "product=");
    write_column(offer, offer->out, column);
    buffer_putc(offer->out, ',');
}

static void write_unit(struct offer *offer)
{
    const struct column_roles *roles = offer->roles;
    struct buffer unit = {0};
    buffer_puts(offer->out, "unit=");
    if (roles->has_unit) {
        stated_unit_write(&unit, &roles->stated);
        write_word(offer->out, buffer_text(&unit));
    } else if (roles->unit != NO_ROLE) {
        write_column(offer, offer->out, roles->unit);
    } else {
        buffer_puts(offer->out, OFFERED_UNIT);
        ask(offer, OFFERED_UNIT, "the currency and its multiple, as USD or 'USD mn'");
    }
    buffer_release(&unit);
}

void map_offer(struct buffer *out, const struct file_head *head,
               const struct country_list *countries)
{
    struct file_survey survey;
    struct column_roles roles;
    file_survey_init(&survey, head, countries);
    column_roles_find(&roles, &survey, head, countries);
    struct offer offer = {.out = out, .survey = &survey, .roles = &roles};
    buffer_puts(out, "--map ");
    write_melted(&offer);
    write_period(&offer);
    write_value(&offer);
    write_flow(&offer);
    write_countries(&offer);
    write_product(&offer);
    write_unit(&offer);
    if (offer.doubts.length)
        buffer_printf(out, "; %s", offer.doubts.data);
    buffer_release(&offer.doubts);
    file_survey_release(&survey);
}
