/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each row gets a key of what its number is about; rows with equal keys are one observation. The
 * shown claim and the agreement follow from the intervals of its claims.
 */
#include "config.h"

#include "analysis/claims/observation.h"

#include "analysis/claims/observation_keys.h"
#include "base/memory.h"
#include "base/effort.h"
#include "base/parallel.h"
#include "base/array.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define OBSERVATIONS_OF_PART ((size_t)1024)
#define ROWS_OF_TURN ((size_t)65536)
#define SAME_WIDTH 1e-9 /* relative: 65.7 USD bn is as exact as 65,700 USD mn with two zeros */

static bool has_number(const struct claim *claim)
{
    return kind_has_number(claim->kind) && !isnan(claim->value);
}

/* Returns the relative width of the claim's interval. */
static double relative_width(const struct claim *claim)
{
    struct interval interval = interval_of_claim(claim);
    double width = interval.high - interval.low;
    return width > 0 ? width / fabs(claim->value) : 0;
}

static bool is_same_width(double a, double b)
{
    if (isinf(a) || isinf(b))
        return a == b;
    return fabs(a - b) <= SAME_WIDTH * b;
}

static bool is_stated_later(const struct claim *a, const struct claim *b)
{
    if (!a->date.kind || !b->date.kind)
        return a->date.kind && !b->date.kind;
    return a->date.last > b->date.last;
}

/* True if `a`, which is behind `b` in the file, is shown instead of `b`. */
static bool is_shown_before(const struct claim *a, const struct claim *b)
{
    double width_a = relative_width(a), width_b = relative_width(b);
    if (!is_same_width(width_a, width_b))
        return width_a < width_b;
    bool is_exact_a = a->qualifier == QUALIFIER_EXACT, is_exact_b = b->qualifier == QUALIFIER_EXACT;
    if (is_exact_a != is_exact_b)
        return is_exact_a;
    return is_stated_later(a, b);
}

static size_t find_shown(const struct claim *claims, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (is_shown_before(&claims[i], &claims[best]))
            best = i;
    return best;
}

static enum agreement worst_agreement(const struct claim *claims, size_t count, size_t shown)
{
    struct interval interval = interval_of_claim(&claims[shown]);
    enum agreement worst = AGREEMENT_SINGLE;
    for (size_t i = 0; i < count; i++)
        if (i != shown)
            worst = agreement_worse(
                worst, agreement_of_intervals(interval, interval_of_claim(&claims[i])));
    return worst;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Rows without a source are not counted. */
static size_t count_sources(struct codes codes, struct row_span claims)
{
    if (claims.count == 1)
        return codes_at(codes, claims.rows[0]) != 0;
    uint32_t *sources = xreallocarray(NULL, claims.count, sizeof *sources);
    for (size_t i = 0; i < claims.count; i++)
        sources[i] = codes_at(codes, claims.rows[i]);
    qsort(sources, claims.count, sizeof *sources, compare_numbers);
    size_t count = 0;
    for (size_t i = 0; i < claims.count; i++)
        count += sources[i] && (i == 0 || sources[i] != sources[i - 1]);
    free(sources);
    return count;
}

static struct observation observe(const struct dataset *dataset, struct codes sources,
                                  struct row_span span)
{
    struct observation observation = {
        .shown = span.rows[0], .claims = span, .source_count = count_sources(sources, span)};
    if (span.count == 1)
        return observation;
    struct claim *claims = xreallocarray(NULL, span.count, sizeof *claims);
    for (size_t i = 0; i < span.count; i++)
        claims[i] = dataset_claim(dataset, span.rows[i]);
    size_t shown = find_shown(claims, span.count);
    observation.shown = claims[shown].row;
    observation.agreement = worst_agreement(claims, span.count, shown);
    memmove(span.rows + 1, span.rows, shown * sizeof *span.rows);
    span.rows[0] = (uint32_t)observation.shown;
    free(claims);
    return observation;
}

static struct codes codes_of_sources(const struct dataset *dataset)
{
    return table_codes(dataset->table, dataset->column[FIELD_SOURCE]);
}

struct observation observation_of_claims(const struct dataset *dataset, struct row_span claims)
{
    return observe(dataset, codes_of_sources(dataset), claims);
}

/* Rows as observations: the observation of each row of the list. */
struct sharing {
    struct observation_list *list;
    const struct row_list *rows;
    const uint32_t *numbers;
};

static void count_claims(const struct sharing *sharing, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        if (sharing->numbers[i] != NO_OBSERVATION)
            sharing->list->items[sharing->numbers[i]].claims.count++;
}

static void share_part(const struct sharing *sharing, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        uint32_t number = sharing->numbers[i];
        size_t row = row_list_at(sharing->rows, i);
        if (number == NO_OBSERVATION)
            continue;
        struct row_span *claims = &sharing->list->items[number].claims;
        claims->rows[claims->count++] = (uint32_t)row;
        sharing->list->of_row[row] = number;
    }
}

/* Works part by part in order, as the order of rows matters. Returns false if cancelled. */
static bool in_turn(const struct sharing *sharing,
                    void (*work)(const struct sharing *sharing, size_t first, size_t last),
                    const struct effort *effort)
{
    size_t count = sharing->rows->count;
    for (size_t first = 0; first < count; first += ROWS_OF_TURN) {
        work(sharing, first, count - first < ROWS_OF_TURN ? count : first + ROWS_OF_TURN);
        if (effort_is_cancelled(effort))
            return false;
    }
    return true;
}

/* Stores the rows of each observation, ascending, next to each other in the rows of the list. */
static bool share_rows(const struct sharing *sharing, const struct effort *effort)
{
    struct observation_list *list = sharing->list;
    uint32_t *next = list->rows;
    if (!in_turn(sharing, count_claims, effort))
        return false;
    for (size_t i = 0; i < list->count; i++) {
        list->items[i].claims.rows = next;
        next += list->items[i].claims.count;
        list->items[i].claims.count = 0;
    }
    return in_turn(sharing, share_part, effort);
}

struct comparing {
    const struct dataset *dataset;
    struct codes sources;
    struct observation_list *list;
};

static void compare_claims(void *context, size_t worker, size_t first, size_t last)
{
    struct comparing *comparing = context;
    (void)worker;
    for (size_t i = first; i < last; i++) {
        struct observation *item = &comparing->list->items[i];
        *item = observe(comparing->dataset, comparing->sources, item->claims);
    }
}

static void make_room(struct observation_list *list, size_t claims)
{
    list->items = xcalloc(list->count, sizeof *list->items);
    list->rows = xreallocarray(NULL, claims, sizeof *list->rows);
    list->of_row = xreallocarray(NULL, list->row_count, sizeof *list->of_row);
    memset(list->of_row, 0xFF, list->row_count * sizeof *list->of_row); /* NO_OBSERVATION */
}

bool observation_list_try(struct observation_list *list, const struct dataset *dataset,
                          const struct country_list *countries, const struct row_set *rows,
                          const struct effort *effort)
{
    *list = (struct observation_list){.row_count = table_row_count(dataset->table)};
    if (effort_is_cancelled(effort))
        return false;
    struct row_list rising = row_list_of_set(rows);
    uint32_t *numbers = observation_numbers(dataset, countries, &rising, &list->count, effort);
    bool is_done = numbers != NULL;
    if (is_done) {
        struct comparing comparing = {dataset, codes_of_sources(dataset), list};
        struct sharing sharing = {list, &rising, numbers};
        make_room(list, rising.count);
        is_done = share_rows(&sharing, effort) && parallel_for(list->count, OBSERVATIONS_OF_PART,
                                                               compare_claims, &comparing, effort);
    }
    if (!is_done)
        observation_list_release(list);
    free(numbers);
    row_list_release(&rising);
    return is_done;
}

struct observation_list observation_list_make(const struct dataset *dataset,
                                              const struct country_list *countries,
                                              const struct row_set *rows)
{
    struct observation_list list;
    observation_list_try(&list, dataset, countries, rows, NULL);
    return list;
}

const struct observation *observation_of_row(const struct observation_list *list, size_t row)
{
    if (row >= list->row_count || list->of_row[row] == NO_OBSERVATION)
        return NULL;
    return &list->items[list->of_row[row]];
}

static bool is_same_forecast(const struct claim *a, const struct claim *b)
{
    return a->kind != KIND_FORECAST ||
           (text_is_equal(a->forecaster, b->forecaster) && period_is_equal(a->date, b->date));
}

bool observation_is_same(const struct country_list *countries, const struct claim *a,
                         const struct claim *b)
{
    return has_number(a) && has_number(b) && a->kind == b->kind && is_same_forecast(a, b) &&
           (a->period.kind || a->row == b->row) && text_is_equal(a->scope, b->scope) &&
           a->flow == b->flow && a->measure == b->measure &&
           a->unit.dimension == b->unit.dimension &&
           strcmp(a->unit.currency, b->unit.currency) == 0 &&
           period_is_equal(a->period, b->period) && period_is_equal(claim_base(a), claim_base(b)) &&
           text_is_equal(a->product, b->product) &&
           country_is_same(countries, a->reporter, b->reporter) &&
           country_is_same(countries, a->partner, b->partner);
}

void observation_list_release(struct observation_list *list)
{
    free(list->items);
    free(list->rows);
    free(list->of_row);
    *list = (struct observation_list){0};
}

static bool is_same_period(const struct country_list *countries, const struct claim *a,
                           const struct claim *b)
{
    (void)countries;
    return period_is_equal(a->period, b->period);
}

static bool is_same_reporter(const struct country_list *countries, const struct claim *a,
                             const struct claim *b)
{
    return country_is_same(countries, a->reporter, b->reporter);
}

static bool is_same_partner(const struct country_list *countries, const struct claim *a,
                            const struct claim *b)
{
    return country_is_same(countries, a->partner, b->partner);
}

static const struct {
    enum field field;
    bool (*is_same)(const struct country_list *countries, const struct claim *a,
                    const struct claim *b);
} compared[] = {
    {FIELD_PERIOD, is_same_period},
    {FIELD_REPORTER, is_same_reporter},
    {FIELD_PARTNER, is_same_partner},
};

enum likeness { LIKE_UNKNOWN, LIKE_YES, LIKE_NO };

struct lookout {
    const struct dataset *dataset;
    const struct country_list *countries;
    struct claim wanted;
    struct codes codes[ARRAY_LENGTH(compared)];
    /* The meaning of each code, decided on first occurrence. */
    unsigned char *likeness[ARRAY_LENGTH(compared)];
};

static bool is_alike(const struct lookout *lookout, size_t at, size_t row)
{
    unsigned char *likeness = &lookout->likeness[at][codes_at(lookout->codes[at], row)];
    if (*likeness == LIKE_UNKNOWN) {
        struct claim claim = dataset_claim(lookout->dataset, row);
        *likeness =
            compared[at].is_same(lookout->countries, &lookout->wanted, &claim) ? LIKE_YES : LIKE_NO;
    }
    return *likeness == LIKE_YES;
}

static bool is_found(const struct lookout *lookout, size_t row)
{
    for (size_t at = 0; at < ARRAY_LENGTH(compared); at++)
        if (!is_alike(lookout, at, row))
            return false;
    struct claim claim = dataset_claim(lookout->dataset, row);
    return observation_is_same(lookout->countries, &lookout->wanted, &claim);
}

struct row_list observation_rows(const struct dataset *dataset,
                                 const struct country_list *countries, const struct row_set *rows,
                                 size_t row)
{
    struct row_list found = {0};
    if (row >= rows->row_count || !row_set_contains(rows, row))
        return found;
    struct lookout lookout = {dataset, countries, dataset_claim(dataset, row), {{0}}, {0}};
    if (!observation_is_same(countries, &lookout.wanted, &lookout.wanted))
        return found;
    for (size_t at = 0; at < ARRAY_LENGTH(compared); at++) {
        size_t column = dataset->column[compared[at].field];
        lookout.codes[at] = table_codes(dataset->table, column);
        lookout.likeness[at] = xcalloc(table_distinct_count(dataset->table, column), 1);
    }
    ROW_SET_EACH (rows, other)
        if (is_found(&lookout, other))
            row_list_add(&found, other);
    for (size_t at = 0; at < ARRAY_LENGTH(compared); at++)
        free(lookout.likeness[at]);
    return found;
}
