/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Products by their code in the Harmonized System: chapters of 2 digits ("27"), headings of 4
 * ("2709"), subheadings of 6, and what countries add behind. Names are from data/hs.csv.
 *
 * Files that went through a spreadsheet have lost the zeros in front. As a code of the Harmonized
 * System has an even number of digits, an odd one lacks a zero: "80620" is 080620, "1" is 01.
 */
#ifndef TRADESCOPE_DATA_CODES_HS_H
#define TRADESCOPE_DATA_CODES_HS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

enum hs_level {
    HS_NONE, /* no code of the Harmonized System: "TOTAL" */
    HS_CHAPTER = 2,
    HS_HEADING = 4,
    HS_SUBHEADING = 6,
    HS_NATIONAL = 8, /* 8 digits and more, which differ between countries */
};

struct hs_list;

/* NULL where the file cannot be read or has a row that is no code with a name. */
struct hs_list *hs_list_read(const char *path, struct error *error);
void hs_list_free(struct hs_list *list);

/* Appends the code with its zeros; false, and nothing appended, where it is none. */
bool hs_repair(struct text code, struct buffer *out);
enum hs_level hs_level(struct text code);
/* A whole and its part: "27" contains "2709" and itself. Both with their zeros. */
bool hs_contains(struct text whole, struct text part);

size_t hs_count(const struct hs_list *list);
/* The entries in the order of their codes: a chapter, then its headings. */
const char *hs_code(const struct hs_list *list, size_t number);
const char *hs_name(const struct hs_list *list, size_t number);
/*
 * The name of a code, else that of the nearest code that contains it: for "270900" that of "2709".
 * `level`, unless NULL, says whose it is. NULL where no chapter has it.
 */
const char *hs_find(const struct hs_list *list, struct text code, enum hs_level *level);

#endif
