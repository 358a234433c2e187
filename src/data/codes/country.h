/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Countries and groups under all their names: "Russia", "Russian Federation", "RUS", "RU" and
 * "643" are one. From data/countries.csv.
 *
 * The same number means one country to the United Nations and another to the IMF (156 is China or
 * Canada), so that a number is looked up in the scheme it belongs to.
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
    COUNTRY_ISO2,     /* and what COUNTRY_ANY knows: Comtrade has "W00" among its ISO codes */
    COUNTRY_ISO3,     /* the same */
    COUNTRY_M49,      /* of the United Nations' statistics division, and of ISO 3166 */
    COUNTRY_COMTRADE, /* that of M49 with exceptions: India is 699. BACI's too */
    COUNTRY_IMF,
    COUNTRY_DGCIS, /* of India's Directorate General of Commercial Intelligence and Statistics */
    COUNTRY_SCHEMES,
};

enum country_kind {
    COUNTRY_SINGLE,    /* a country or area of today */
    COUNTRY_FORMER,    /* of the past: the Soviet Union */
    COUNTRY_REMAINDER, /* a partner that is not told: "Areas, nes", "Bunkers" */
    COUNTRY_GROUP,     /* contains others of the list */
    COUNTRY_WORLD,     /* contains all of them */
};

/* NULL where the file cannot be read. */
struct country_list *country_list_read(const char *path, struct error *error);
void country_list_free(struct country_list *list);
int country_count(const struct country_list *list);
/* The number of a country, from 0; -1 where no country has that name, alias or code. */
int country_find(const struct country_list *list, struct text name);
/* The same within one scheme. Letters of either case, blanks and leading zeros do not matter. */
int country_find_code(const struct country_list *list, enum country_scheme scheme,
                      struct text code);
enum country_kind country_kind(const struct country_list *list, int country);
/* A whole that must not be added to its parts: a group, or the world. */
bool country_is_group(const struct country_list *list, int country);
bool country_is_world(const struct country_list *list, int country);
/* The name in common use; lives as long as the list. */
const char *country_name(const struct country_list *list, int country);
/* Both texts mean the same country; equal texts always do. `list` may be NULL. */
bool country_is_same(const struct country_list *list, struct text a, struct text b);

#endif
