/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Countries and groups under all their names: "Russia", "Russian Federation", "RUS", "RU" and
 * "643" are one. From data/countries.csv.
 */
#ifndef TRADESCOPE_DATA_COUNTRY_H
#define TRADESCOPE_DATA_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

struct country_list;

/* NULL where the file cannot be read. */
struct country_list *country_list_read(const char *path, struct error *error);
void country_list_free(struct country_list *list);
/* The number of a country, from 0; -1 where no country has that name, alias or code. */
int country_find(const struct country_list *list, struct text name);
/* The name in common use; lives as long as the list. */
const char *country_name(const struct country_list *list, int country);
/* Both texts mean the same country; equal texts always do. `list` may be NULL. */
bool country_is_same(const struct country_list *list, struct text a, struct text b);

#endif
