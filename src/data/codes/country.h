/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Countries and groups by all their names: "Russia", "Russian Federation", "RUS", "RU" and "643"
 * are one. Read from data/countries.csv.
 *
 * The same number is one country for the United Nations and another for the IMF (156 is China or
 * Canada), so that numbers are looked up in their scheme.
 */
#ifndef TRADESCOPE_DATA_CODES_COUNTRY_H
#define TRADESCOPE_DATA_CODES_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

struct country_list;

enum country_scheme {
    COUNTRY_ANY,      /* a name, an ISO code, or a number of M49 or Comtrade */
    COUNTRY_ISO2,     /* also what COUNTRY_ANY finds: Comtrade has "W00" among its ISO codes */
    COUNTRY_ISO3,     /* the same */
    COUNTRY_M49,      /* of the statistics division of the United Nations, and of ISO 3166 */
    COUNTRY_COMTRADE, /* M49 with exceptions (India is 699); BACI uses it too */
    COUNTRY_IMF,
    COUNTRY_DGCIS, /* of the Directorate General of Commercial Intelligence and Statistics, India */
    COUNTRY_SCHEMES,
};

enum country_kind {
    COUNTRY_SINGLE,    /* a country or area of today */
    COUNTRY_FORMER,    /* a country of the past: the Soviet Union */
    COUNTRY_REMAINDER, /* a partner that is not disclosed: "Areas, nes", "Bunkers" */
    COUNTRY_GROUP,     /* contains other countries of the list */
    COUNTRY_WORLD,     /* contains all of them */
};

/* Returns NULL if the file cannot be read. */
struct country_list *country_list_read(const char *path, struct error *error);
/*
 * Reads the file of the months in which fiscal years of countries start. Returns false with the
 * reason if it cannot be read, or names no country of the list.
 */
bool country_list_read_fiscal_years(struct country_list *list, const char *path,
                                    struct error *error);
/* Returns the month, from 1, in which fiscal years of the country start; 0 if it is not known. */
int country_fiscal_month(const struct country_list *list, int country);
void country_list_free(struct country_list *list);
int country_count(const struct country_list *list);
/* Returns the number of a country, from 0; -1 if no country has that name, alias or code. */
int country_find(const struct country_list *list, struct text name);
/* The same within one scheme. Ignores case, blanks and leading zeros. */
int country_find_code(const struct country_list *list, enum country_scheme scheme,
                      struct text code);
enum country_kind country_kind(const struct country_list *list, int country);
/* True for a group or the world, which must not be added to its parts. */
bool country_is_group(const struct country_list *list, int country);
bool country_is_world(const struct country_list *list, int country);
/* Returns the name in common use, which lives as long as the list. */
const char *country_name(const struct country_list *list, int country);
/* True if both texts name the same country, or are equal. `list` may be NULL. */
bool country_is_same(const struct country_list *list, struct text a, struct text b);

#endif
