/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Products by their code in the Harmonized System: chapters of 2 digits ("27"), headings of 4
 * ("2709"), subheadings of 6, and the longer codes of countries. Read from data/hs.csv.
 *
 * Spreadsheets remove leading zeros. Codes of the Harmonized System have an even number of digits,
 * so that an odd one lacks a zero: "80620" is 080620, "1" is 01.
 */
#ifndef TRADESCOPE_DATA_CODES_HS_H
#define TRADESCOPE_DATA_CODES_HS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

enum hs_level {
    HS_NONE, /* not a code of the Harmonized System: "TOTAL" */
    HS_CHAPTER = 2,
    HS_HEADING = 4,
    HS_SUBHEADING = 6,
    HS_NATIONAL = 8, /* 8 digits and more, different in each country */
};

struct hs_list;

/* Returns NULL if the file cannot be read or a row has no code and name. */
struct hs_list *hs_list_read(const char *path, struct error *error);
void hs_list_free(struct hs_list *list);

/* Appends the code with its zeros. Returns false, appending nothing, if it is not a code. */
bool hs_repair(struct text code, struct buffer *out);
enum hs_level hs_level(struct text code);
/* True if `part` lies in `whole`: "27" contains "2709" and itself. Both must have their zeros. */
bool hs_contains(struct text whole, struct text part);

size_t hs_count(const struct hs_list *list);
/* Entries are sorted by code: a chapter is followed by its headings. */
const char *hs_code(const struct hs_list *list, size_t number);
const char *hs_name(const struct hs_list *list, size_t number);
/*
 * Returns the name of a code, else of the nearest code that contains it: for "270900" that of
 * "2709". `level`, unless NULL, receives the level of that code. Returns NULL if there is no
 * chapter for it.
 */
const char *hs_find(const struct hs_list *list, struct text code, enum hs_level *level);

#endif
