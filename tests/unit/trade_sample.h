/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ten rows of all kinds, for the tests of the filter language. The tests refer to rows by number.
 */
#ifndef TRADESCOPE_TESTS_TRADE_SAMPLE_H
#define TRADESCOPE_TESTS_TRADE_SAMPLE_H

#include "claims.h"
#include "query/language/derived_columns.h"

#define SAMPLE_COLUMNS 15
#define SAMPLE_ROWS 10

static const char *const sample_header[SAMPLE_COLUMNS] = {
    "id",    "kind", "date",      "period", "partner", "flow", "product",         "measure",
    "value", "unit", "qualifier", "quote",  "source",  "note", "Trade Type (own)"};

static const char *const sample_cells[SAMPLE_ROWS][SAMPLE_COLUMNS] = {
    {"f0", "figure", "2024-07-05", "FY2023-24", "Russia", "export", "", "", "4.26", "USD bn", "",
     "Exports stood at $4.26 billion", "003", "", "goods"},
    {"f1", "figure", "2024-07-05", "FY2023-24", "Russia", "import", "", "value", "61.44", "USD bn",
     "nearly", "imports stood at nearly $61.44 billion", "003", "a, b", "goods"},
    {"f2", "figure", "2024", "2023", "russia", "import", "", "", "61440", "USD mn", "exact",
     "Crude OIL made up most", "001", "", "Services"},
    {"f3", "figure", "2024-07", "FY2023-24", "Russia", "total", "", "growth", "33", "%", "about",
     "grew by a third", "000", "", ""},
    {"f4", "figure", "2024-10-26", "FY2023-24", "Russia", "total", "", "ratio", "3", "x", "nearly",
     "bilateral trade surged nearly threefold", "000", "", ""},
    {"e5", "event", "2024-07-08", "", "Russia", "", "", "", "", "", "",
     "bilateral trade is showing good dynamics", "000", "say \"no\"", ""},
    {"t6", "target", "2024-07-09", "2030", "Russia", "total", "", "value", "100", "USD bn", "",
     "to $100 billion by 2030", "001", "", ""},
    {"f7", "figure", "2024-07", "2023-07", "Russia", "export", "2709", "rank", "2", "rank", "",
     "second buyer of Russian oil", "002", "", ""},
    {"f8", "figure", "", "2022-04/2023-02", "China", "import", "271019", "value", "350000",
     "INR crore", "at least", "Rs 3,50,000 crore", "002", "", ""},
    {"f9", "figure", "2025-01-02", "2023Q1", "South Africa", "re-export", "Öl", "count", "1200",
     "count", "at most", "5,000 ships were\nthere; threefold", "004", "\xff is no letter", ""},
};

static inline void sample_start(struct dataset *dataset)
{
    claims_start(dataset, sample_header, SAMPLE_COLUMNS);
    for (size_t row = 0; row < SAMPLE_ROWS; row++)
        claims_add(dataset, sample_cells[row], SAMPLE_COLUMNS);
}

/* A fact that upper layers would compute. */
static const char *const sample_agree_words[] = {NULL, "single", "agree", "conflict"};
static const struct vocabulary sample_agree = {"agree", sample_agree_words, 4};
static const uint8_t sample_agree_codes[SAMPLE_ROWS] = {2, 3, 3, 1, 1, 0, 1, 1, 1, 1};
static const struct query_fact sample_fact = {&sample_agree, sample_agree_codes};
static const struct query_facts sample_facts = {&sample_fact, 1};

#endif
