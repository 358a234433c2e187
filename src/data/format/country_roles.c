/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of countries report, and which are partners. */
#include "config.h"

#include "data/format/country_roles.h"

#include "base/ascii.h"

#include <string.h>

static const char *const reporter_signs[] = {"report", "declarant", NULL};
static const char *const partner_signs[] = {"partner", "counterpart", "vis", NULL};
static const char *const from_signs[] = {"export", "orig", "source", "from", "rcode", NULL};
static const char *const to_signs[] = {"import", "dest", "target", "consign", "pcode", NULL};

/* "iso_o", "country.d" and "i": names that end with the sign of one side. */
static bool ends_with_sign(const struct column_survey *column, const char *letters)
{
    struct text name = column->name;
    char last = name.length ? name.data[name.length - 1] : ' ';
    bool stands_alone =
        name.length == 1 || (name.length > 1 && strchr("_. ", name.data[name.length - 2]));
    return stands_alone && strchr(letters, last) != NULL;
}

static size_t find_side(const struct file_survey *survey, const struct column_roles *roles,
                        const char *const *signs, const char *letters)
{
    size_t found = find_called(survey, roles, column_is_of_countries, signs);
    for (size_t i = 0; found == NO_ROLE && letters && i < survey->count; i++)
        if (!role_is_taken(roles, i) && column_is_of_countries(&survey->columns[i]) &&
            ends_with_sign(&survey->columns[i], letters))
            found = i;
    return found;
}

/* A column of one country beside one of many is the reporter. */
static size_t find_constant(const struct file_survey *survey, const struct column_roles *roles)
{
    size_t found = NO_ROLE, others = 0;
    for (size_t i = 0; i < survey->count; i++) {
        const struct column_survey *column = &survey->columns[i];
        if (role_is_taken(roles, i) || !column_is_of_countries(column) || column->filled < 3)
            continue;
        others += column->distinct > 1;
        if (column->distinct == 1 && found == NO_ROLE)
            found = i;
    }
    return others ? found : NO_ROLE;
}

static size_t find_first(const struct file_survey *survey, const struct column_roles *roles)
{
    for (size_t i = 0; i < survey->count; i++)
        if (!role_is_taken(roles, i) && column_is_of_countries(&survey->columns[i]))
            return i;
    return NO_ROLE;
}

/* Columns whose words are in another language, or short, are known by their names alone. */
static void find_named(struct column_roles *roles, const struct file_survey *survey)
{
    static const char *const signs[] = {"partner", "dest", "countr", "pais", "land", NULL};
    size_t *reporter = &roles->columns[FIELD_REPORTER], *partner = &roles->columns[FIELD_PARTNER];
    if (*reporter == NO_ROLE && roles->either == NO_ROLE)
        *reporter = find_called(survey, roles, column_is_of_words, reporter_signs);
    if (*partner == NO_ROLE && roles->either == NO_ROLE)
        *partner = find_called(survey, roles, column_is_of_words, signs);
    bool lacks_reporter = *reporter == NO_ROLE, lacks_partner = *partner == NO_ROLE;
    if (lacks_reporter && roles->either == NO_ROLE)
        *reporter = find_called(survey, roles, column_is_of_numbers, reporter_signs);
    if (lacks_partner && roles->either == NO_ROLE)
        *partner = find_called(survey, roles, column_is_of_numbers, partner_signs);
    roles->has_codes =
        (lacks_reporter && *reporter != NO_ROLE) || (lacks_partner && *partner != NO_ROLE);
}

/* Goods go from the exporter to the importer; where only one side is there, it is the partner. */
static void find_ends(struct column_roles *roles, const struct file_survey *survey)
{
    size_t *reporter = &roles->columns[FIELD_REPORTER], *partner = &roles->columns[FIELD_PARTNER];
    size_t from = find_side(survey, roles, from_signs, "oi"),
           to = find_side(survey, roles, to_signs, "dj");
    if (*reporter == NO_ROLE && *partner == NO_ROLE && from != NO_ROLE && to != NO_ROLE) {
        *reporter = from;
        *partner = to;
        roles->goes_from_to = true;
    } else if (*partner == NO_ROLE) {
        *partner = to != NO_ROLE ? to : from;
    }
}

void find_countries(struct column_roles *roles, const struct file_survey *survey)
{
    size_t *reporter = &roles->columns[FIELD_REPORTER], *partner = &roles->columns[FIELD_PARTNER];
    *reporter = find_side(survey, roles, reporter_signs, NULL);
    *partner = find_side(survey, roles, partner_signs, NULL);
    find_ends(roles, survey);
    if (*reporter == NO_ROLE)
        *reporter = find_constant(survey, roles);
    size_t next = find_first(survey, roles);
    if (*reporter == NO_ROLE && *partner != NO_ROLE)
        *reporter = next;
    else if (*reporter != NO_ROLE && *partner == NO_ROLE)
        *partner = next;
    else if (*reporter == NO_ROLE)
        roles->either = next;
    find_named(roles, survey);
}

static bool is_country_name(const struct country_list *countries, struct text name)
{
    return countries && name.length > 1 && ascii_count_digits(name, 0) == 0 &&
           country_find(countries, name) >= 0;
}

/* A table of reporters by partners: the names of most columns of numbers are countries. */
void find_melted_partners(struct column_roles *roles, const struct file_survey *survey,
                          const struct country_list *countries)
{
    size_t named = 0, others = 0;
    for (size_t i = 0; i < survey->count; i++) {
        bool is_it = is_country_name(countries, survey->columns[i].name);
        named += is_it && column_is_of_numbers(&survey->columns[i]);
        others += !is_it && column_is_of_values(&survey->columns[i]);
    }
    roles->melts_partners = named > 2 && named > others && roles->columns[FIELD_PARTNER] == NO_ROLE;
    if (!roles->melts_partners || roles->either == NO_ROLE)
        return;
    roles->columns[FIELD_REPORTER] = roles->either;
    roles->either = NO_ROLE;
    roles->goes_from_to = true;
}
