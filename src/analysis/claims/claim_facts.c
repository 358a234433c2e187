/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/claim_facts.h"

#include "analysis/claims/claim_keys.h"
#include "analysis/claims/observation.h"
#include "base/array.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { NUMBER_EXACT = 1, NUMBER_VAGUE, NUMBER_NONE };

static const char *const agreement_words[] = {NULL, "single", "agrees", "close", "conflict"};
static const char *const number_words[] = {
    [NUMBER_EXACT] = "exact", [NUMBER_VAGUE] = "vague", [NUMBER_NONE] = "none"};

static const struct vocabulary agreement_vocabulary = {"agree", agreement_words,
                                                       ARRAY_LENGTH(agreement_words)};
static const struct vocabulary number_vocabulary = {"number", number_words,
                                                    ARRAY_LENGTH(number_words)};

static uint8_t code_of_agreement(const struct observation *observation)
{
    if (!observation || observation->agreement > AGREEMENT_CONFLICT)
        return 0;
    return (uint8_t)(observation->agreement + 1);
}

void claim_facts_name(struct claim_facts *facts)
{
    facts->items[0] = (struct query_fact){&agreement_vocabulary, facts->agreements};
    facts->items[1] = (struct query_fact){&number_vocabulary, facts->numbers};
    facts->facts = (struct query_facts){facts->items, ARRAY_LENGTH(facts->items)};
}

static uint8_t fact_of_qualifier(uint32_t qualifier)
{
    return qualifier > QUALIFIER_EXACT ? NUMBER_VAGUE : NUMBER_EXACT;
}

/* Computes for each row how its number is stated. */
static void make_numbers(struct claim_facts *facts, const struct dataset *dataset)
{
    struct sum_key kinds = claim_key_of_word(dataset, FIELD_KIND, KIND_NONE);
    struct sum_key qualifiers = claim_key_of_word(dataset, FIELD_QUALIFIER, QUALIFIER_EXACT);
    size_t column = dataset->column[FIELD_VALUE];
    const double *values =
        table_has_numbers(dataset->table, column) ? table_numbers(dataset->table, column) : NULL;
    size_t count = table_row_count(dataset->table);
    facts->numbers = xcalloc(count, sizeof *facts->numbers);
    for (size_t row = 0; row < count; row++) {
        bool is_event = kinds.groups[codes_at(kinds.codes, row)] == KIND_EVENT;
        facts->numbers[row] =
            is_event || !values || isnan(values[row])
                ? NUMBER_NONE
                : fact_of_qualifier(qualifiers.groups[codes_at(qualifiers.codes, row)]);
    }
    sum_key_release(&kinds);
    sum_key_release(&qualifiers);
}

void claim_facts_make(struct claim_facts *facts, const struct dataset *dataset,
                      const struct country_list *countries)
{
    if (facts->agreements)
        return;
    size_t count = table_row_count(dataset->table);
    struct row_set rows = row_set_all(count);
    struct observation_list observations = observation_list_make(dataset, countries, &rows);
    facts->agreements = xcalloc(count, sizeof *facts->agreements);
    for (size_t row = 0; row < count; row++)
        facts->agreements[row] = code_of_agreement(observation_of_row(&observations, row));
    make_numbers(facts, dataset);
    claim_facts_name(facts);
    observation_list_release(&observations);
    row_set_release(&rows);
}

void claim_facts_release(struct claim_facts *facts)
{
    free(facts->agreements);
    free(facts->numbers);
    *facts = (struct claim_facts){0};
}
