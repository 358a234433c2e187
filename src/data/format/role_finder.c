/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/role_finder.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/format/country_roles.h"
#include "data/format/translate.h"
#include "data/format/unit_check.h"
#include "data/value/word_pattern.h"

#include <string.h>

/* Signs of normalised names, the telling ones first. Each list ends with NULL. */
static const char *const period_signs[] = {"period", "year", "date",  "time",  "month", "quarter",
                                           "jahr",   "ano",  "annee", "fecha", "tahun", NULL};
static const char *const month_signs[] = {"month", "mes", "monat", "mois", "bulan", NULL};
static const char *const code_signs[] = {"hscode",  "hs2",           "hs4",         "hs6",
                                         "cmdcode", "commoditycode", "productcode", "itemcode",
                                         "ncm",     "sitccode",      "sitc",        NULL};
static const char *const code_names[] = {"hs", "bec", "product", "commodity"};
static const char *const product_signs[] = {"product", "commodit", "goods", "cmd",   "item",
                                            "sector",  "chapter",  "bec",   "naics", NULL};
static const char *const value_signs[] = {"value",  "usd",   "valor", "wert",   "fob",
                                          "cif",    "trade", "flow",  "amount", "export",
                                          "import", "sum",   NULL};
static const char *const unit_signs[] = {"unit", "currency", NULL};
static const char *const flow_signs[] = {"flow",   "direction", "indicator", "series", "element",
                                         "impexp", "type",      "measure",   NULL};

const char *flow_of_name(struct text name)
{
    static const char *const flows[] = {"export", "import", "re-export", "re-import"};
    const struct translation *words = translation_find(text_of("flow-words"));
    struct buffer meaning = {0};
    const char *flow = NULL;
    if (words->read(words, name, NULL, &meaning))
        for (size_t i = 0; i < ARRAY_LENGTH(flows); i++)
            if (text_is(buffer_text(&meaning), flows[i]))
                flow = flows[i];
    buffer_release(&meaning);
    return flow;
}

/* --- periods --- */

static bool is_of_months(const struct column_survey *column)
{
    return column->filled > 0 && column->months == column->filled && !column->years;
}

static void find_period(struct column_roles *roles, const struct file_survey *survey)
{
    size_t *period = &roles->columns[FIELD_PERIOD];
    *period = find_called(survey, roles, column_is_of_periods, period_signs);
    if (*period == NO_ROLE)
        *period = find_only(survey, roles, column_is_of_years);
    for (size_t i = 0; *period != NO_ROLE && i < survey->count; i++)
        if (column_is_of_periods(&survey->columns[i]) &&
            !column_is_of_values(&survey->columns[i]) &&
            survey->columns[i].filled > 2 * survey->columns[*period].filled)
            *period = i;
    if (*period != NO_ROLE && column_is_of_years(&survey->columns[*period]))
        roles->month = find_called(survey, roles, is_of_months, month_signs);
}

/* --- values --- */

/* A name of three letters is seldom the code of a currency: BEC is a classification. */
static bool names_money(const struct column_survey *column, struct stated_unit *stated)
{
    static const char *const codes[] = {"usd", "eur", NULL};
    return (column->plain.length != 3 || column_is_called(column, codes)) &&
           unit_of_header(column->name, stated) && stated->dimension == DIMENSION_MONEY;
}

/* True if two names are equal but for their digits, as `val2013` and `val2014`. */
static bool is_same_stem(struct text a, struct text b)
{
    size_t i = 0;
    while (i < a.length && i < b.length &&
           (a.data[i] == b.data[i] || (ascii_is_digit(a.data[i]) && ascii_is_digit(b.data[i]))))
        i++;
    return a.length == b.length && i == a.length;
}

static bool is_period_name(struct text name)
{
    static const char *const plain[] = {"year", "quarter", "month", "month-name", "fiscal-year"};
    struct buffer meaning = {0};
    bool is_it = false;
    for (size_t i = 0; i < ARRAY_LENGTH(plain) && !is_it; i++) {
        const struct translation *way = translation_find(text_of(plain[i]));
        is_it = way->read(way, name, NULL, &meaning);
    }
    buffer_release(&meaning);
    return is_it;
}

static bool has_year_in_name(const struct column_survey *column)
{
    const struct translation *named = translation_find(text_of("year-in-name"));
    struct buffer meaning = {0};
    bool is_it = (column_is_of_numbers(column) || !column->filled) &&
                 named->read(named, column->name, NULL, &meaning);
    buffer_release(&meaning);
    return is_it;
}

/*
 * The columns whose names are periods, as `2019` and `Jan 2019`, or have a year, as `val2013`:
 * `pop_2013` and `gdp_2013` beside each other are different things.
 */
static bool find_melted_periods(struct column_roles *roles, const struct file_survey *survey)
{
    size_t plainly = 0, in_names = 0, flows = 0, first = NO_ROLE;
    bool differs = false;
    for (size_t i = 0; i < survey->count; i++) {
        const struct column_survey *column = &survey->columns[i];
        bool is_named = has_year_in_name(column);
        plainly += is_period_name(column->name);
        in_names += is_named;
        flows += is_named && flow_of_name(column->name) != NULL;
        if (is_named && first == NO_ROLE)
            first = i;
        differs = differs || (is_named && !is_same_stem(survey->columns[first].name, column->name));
    }
    if (plainly > 1)
        roles->period_words = "";
    else if (in_names > 1 && !differs)
        roles->period_words = "year-in-name";
    else if (in_names > 1 && flows == in_names && roles->columns[FIELD_FLOW] == NO_ROLE)
        roles->period_words = "year-in-name";
    roles->melts_flows_too = roles->period_words && plainly < 2 && differs;
    return roles->period_words != NULL;
}

/* Replaces a column of the same flow where only the new one names a currency. */
static void add_flow(struct column_roles *roles, const struct file_survey *survey, size_t column)
{
    const char *flow = flow_of_name(survey->columns[column].name);
    struct stated_unit stated;
    for (size_t i = 0; i < roles->flow_count; i++) {
        const struct column_survey *other = &survey->columns[roles->flows[i]];
        if (flow_of_name(other->name) != flow)
            continue;
        if (!names_money(other, &stated) && names_money(&survey->columns[column], &stated))
            roles->flows[i] = column;
        else
            roles->other_flow = column;
        return;
    }
    if (roles->flow_count < MELTED_FLOWS)
        roles->flows[roles->flow_count++] = column;
}

/* One column of values for each flow: at least exports and imports. */
static void find_melted_flows(struct column_roles *roles, const struct file_survey *survey)
{
    for (size_t i = 0; i < survey->count; i++)
        if (!role_is_taken(roles, i) && column_is_of_values(&survey->columns[i]) &&
            flow_of_name(survey->columns[i].name))
            add_flow(roles, survey, i);
    if (roles->flow_count == 1) {
        roles->columns[FIELD_VALUE] = roles->flows[0];
        roles->flow = flow_of_name(survey->columns[roles->flows[0]].name);
    }
    if (roles->flow_count < 2)
        roles->flow_count = 0;
}

/* Of columns in several currencies that in US dollars, in which other files are. */
static void add_value(struct column_roles *roles, size_t column, bool is_in_dollars)
{
    size_t *value = &roles->columns[FIELD_VALUE];
    if (*value == NO_ROLE) {
        *value = column;
    } else if (is_in_dollars) {
        roles->other_value = *value;
        *value = column;
    } else if (roles->other_value == NO_ROLE) {
        roles->other_value = column;
    }
}

static void find_value(struct column_roles *roles, const struct file_survey *survey)
{
    size_t *value = &roles->columns[FIELD_VALUE];
    bool has_dollars = false;
    for (size_t i = 0; i < survey->count; i++) {
        const struct column_survey *column = &survey->columns[i];
        struct stated_unit stated;
        if (role_is_taken(roles, i) || !column_is_of_values(column) ||
            !names_money(column, &stated))
            continue;
        bool is_in_dollars = strcmp(stated.currencies, "USD") == 0;
        add_value(roles, i, is_in_dollars && !has_dollars);
        has_dollars = has_dollars || is_in_dollars;
    }
    if (*value == NO_ROLE)
        *value = find_called(survey, roles, column_is_of_values, value_signs);
    if (*value == NO_ROLE)
        *value = find_only(survey, roles, column_is_of_values);
}

/* --- the rest --- */

static bool is_of_anything(const struct column_survey *column)
{
    return column->filled > 0;
}

static void find_flow(struct column_roles *roles, const struct file_survey *survey)
{
    size_t *flow = &roles->columns[FIELD_FLOW];
    *flow = find_called(survey, roles, column_is_of_flows, flow_signs);
    for (size_t i = 0; *flow == NO_ROLE && i < survey->count; i++)
        if (!role_is_taken(roles, i) && column_is_of_flows(&survey->columns[i]))
            *flow = i;
    for (size_t i = 0; *flow == NO_ROLE && i < survey->count; i++)
        if (!role_is_taken(roles, i) && column_is_of_words(&survey->columns[i]) &&
            survey->columns[i].flows && column_is_called(&survey->columns[i], flow_signs))
            *flow = i;
}

static void find_product(struct column_roles *roles, const struct file_survey *survey)
{
    size_t *product = &roles->columns[FIELD_PRODUCT];
    *product = find_called(survey, roles, is_of_anything, code_signs);
    if (*product == NO_ROLE)
        *product = find_called(survey, roles, column_is_of_words, product_signs);
    for (size_t k = 0; k < ARRAY_LENGTH(code_names); k++)
        for (size_t i = 0; *product == NO_ROLE && i < survey->count; i++)
            if (!role_is_taken(roles, i) && text_is(survey->columns[i].plain, code_names[k]))
                *product = i;
}

/* Names of columns of words that are about something else than goods. */
static bool may_be_product(const struct column_survey *column)
{
    static const char *const others[] = {"state", "region", "prov", "port", "district", "name",
                                         "iso",   "code",   "flag", "unit", "source",   "hash",
                                         "note",  "status", "date", "curr", "income",   "continent",
                                         "label", "id",     NULL};
    return column_is_of_words(column) && column->distinct > 1 && column->plain.length &&
           !column_is_of_periods(column) && !column_is_called(column, others);
}

/* The only column of words that is left, as `Food`; beside values alone. */
static void find_left_product(struct column_roles *roles, const struct file_survey *survey)
{
    size_t *product = &roles->columns[FIELD_PRODUCT];
    bool has_values = roles->columns[FIELD_VALUE] != NO_ROLE || roles->flow_count;
    if (*product != NO_ROLE || !has_values)
        return;
    *product = find_only(survey, roles, may_be_product);
    roles->is_product_left = *product != NO_ROLE;
}

static bool is_of_money(const struct file_head *head, size_t column)
{
    size_t money = 0;
    for (size_t i = file_head_body(head, head->header); i < head->count; i++) {
        struct stated_unit stated;
        if (column < head->records[i].count &&
            stated_unit_read(text_trim(head->records[i].fields[column]), &stated))
            money += stated.dimension == DIMENSION_MONEY;
    }
    return money > 0;
}

/* A unit of money, or its multiple alone: "million". */
static bool is_of_values(const struct stated_unit *stated)
{
    return stated->dimension == DIMENSION_MONEY ||
           (stated->dimension == DIMENSION_NONE && stated->scale > 0);
}

/* The unit in the name of a column, or on a line of units below the header. */
static bool unit_of_column(const struct file_survey *survey, const struct file_head *head,
                           size_t column, struct stated_unit *stated)
{
    struct text name = survey->columns[column].name;
    if (unit_of_header(name, stated) && is_of_values(stated))
        return true;
    for (size_t i = head->header + 1; i < file_head_body(head, head->header); i++)
        if (column < head->records[i].count &&
            stated_unit_read(text_trim(head->records[i].fields[column]), stated) &&
            is_of_values(stated))
            return true;
    return false;
}

/* The unit of the columns of values, unless two of them differ. */
static void find_unit(struct column_roles *roles, const struct file_survey *survey,
                      const struct file_head *head)
{
    size_t value = roles->columns[FIELD_VALUE];
    size_t first = roles->flow_count ? roles->flows[0] : value;
    roles->has_unit = first != NO_ROLE && unit_of_column(survey, head, first, &roles->stated);
    for (size_t i = 1; roles->has_unit && i < roles->flow_count; i++) {
        struct stated_unit other;
        roles->has_unit = !unit_of_column(survey, head, roles->flows[i], &other) ||
                          (other.scale == roles->stated.scale &&
                           strcmp(other.currencies, roles->stated.currencies) == 0);
    }
    for (size_t i = 0; !roles->has_unit && i < survey->count && roles->unit == NO_ROLE; i++)
        if (!role_is_taken(roles, i) && column_is_called(&survey->columns[i], unit_signs) &&
            is_of_money(head, i))
            roles->unit = i;
}

/* The four digits of a name that has_year_in_name(). */
static struct text year_of_name(struct text name)
{
    size_t i = 0;
    while (i < name.length && !ascii_is_digit(name.data[i]))
        i++;
    return (struct text){name.data + i, ascii_count_digits(name, i)};
}

/*
 * The name of the file may say what its columns do not: `exports.csv`. UNdata_Export.csv only says
 * that somebody exported it.
 */
static const char *flow_of_path(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct text name = text_of(slash ? slash + 1 : path);
    return word_pattern_fits(text_of("*ports*"), name) ? flow_of_name(name) : NULL;
}

void column_roles_find(struct column_roles *roles, const struct file_survey *survey,
                       const struct file_head *head, const struct country_list *countries)
{
    *roles = (struct column_roles){.month = NO_ROLE,
                                   .unit = NO_ROLE,
                                   .other_value = NO_ROLE,
                                   .either = NO_ROLE,
                                   .no_value = NO_ROLE,
                                   .other_flow = NO_ROLE};
    for (enum field field = 0; field < FIELD_COUNT; field++)
        roles->columns[field] = NO_ROLE;
    find_countries(roles, survey);
    find_flow(roles, survey);
    bool melts_periods = find_melted_periods(roles, survey);
    if (!melts_periods) {
        find_melted_partners(roles, survey, countries);
        find_period(roles, survey);
    }
    find_product(roles, survey);
    if (!melts_periods && !roles->melts_partners && roles->columns[FIELD_FLOW] == NO_ROLE)
        find_melted_flows(roles, survey);
    if (!melts_periods && !roles->melts_partners && !roles->flow_count &&
        roles->columns[FIELD_VALUE] == NO_ROLE)
        find_value(roles, survey);
    for (size_t i = 0; i < survey->count; i++)
        if (column_is_of_numbers(&survey->columns[i]) &&
            column_states_no_value(&survey->columns[i]))
            roles->no_value = i;
    if (!roles->flow && !roles->goes_from_to && !roles->melts_flows_too)
        roles->file_flow = flow_of_path(head->path);
    find_left_product(roles, survey);
    size_t value = roles->columns[FIELD_VALUE];
    if (roles->columns[FIELD_PERIOD] == NO_ROLE && value != NO_ROLE &&
        has_year_in_name(&survey->columns[value]))
        roles->year = year_of_name(survey->columns[value].name);
    find_unit(roles, survey, head);
}
