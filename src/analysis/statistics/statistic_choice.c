/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices that a file of statistics offers, and the default choice. */
#include "config.h"

#include "analysis/statistics/statistic_terms.h"
#include "base/array.h"
#include "base/buffer.h"
#include "data/value/date.h"
#include "query/rows/row_sum.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- words --- */

static struct sum_key key_of_terms(const struct term_column *column, size_t count)
{
    struct sum_key key = {.codes = column->codes, .group_count = count};
    key.code_count = column->code_count;
    key.groups = xreallocarray(NULL, column->code_count, sizeof *key.groups);
    memcpy(key.groups, column->numbers, column->code_count * sizeof *key.groups);
    return key;
}

static const struct term_column *column_of(const struct statistic *statistic, enum field field,
                                           const struct dictionary **words)
{
    *words = field == FIELD_PRODUCT  ? &statistic->product_words
             : field == FIELD_PERIOD ? &statistic->period_words
                                     : &statistic->places;
    return field == FIELD_PRODUCT    ? &statistic->products
           : field == FIELD_PERIOD   ? &statistic->periods
           : field == FIELD_REPORTER ? &statistic->reporters
                                     : &statistic->partners;
}

/* The file's own words for all products are among the totals of its splits. */
static bool is_whole_word(const struct statistic *statistic, enum aspect aspect, struct text word)
{
    const struct term_split *split = statistic_split(statistic, aspect);
    for (size_t i = 0; split && i < split->split->whole_count; i++)
        if (text_is_equal(word, text_of(split->split->wholes[i])))
            return true;
    return false;
}

static struct statistic_word word_of(const struct statistic *statistic, enum field field,
                                     uint32_t number, struct text word)
{
    struct statistic_word result = {.word = word};
    if (field == FIELD_PRODUCT) {
        const struct product_term *term = &statistic->product_terms[number];
        result.is_whole = term->is_total || is_whole_word(statistic, ASPECT_PRODUCT, word);
        result.level = result.is_whole ? 0 : term->level;
    } else if (field == FIELD_PERIOD) {
        result.period = statistic->period_of[number];
    } else {
        result.is_whole = statistic->place_kinds[number] != PLACE_PART;
    }
    return result;
}

static int compare_words(const void *left, const void *right)
{
    const struct statistic_word *a = left, *b = right;
    int order = period_compare(a->period, b->period);
    return order ? order : text_compare(a->word, b->word);
}

struct statistic_words statistic_words_make(const struct statistic *statistic,
                                            const struct row_set *rows, enum field field)
{
    const struct dictionary *dictionary;
    const struct term_column *column = column_of(statistic, field, &dictionary);
    struct sum_plan plan = {.row_count = table_row_count(statistic->dataset->table), .rows = rows};
    plan.keys[0] = key_of_terms(column, dictionary->count);
    plan.key_count = 1;
    struct row_sums sums;
    row_sums_make(&sums, &plan, NULL);
    struct statistic_words words = {0};
    words.items = xcalloc(sums.count + 1, sizeof *words.items);
    for (size_t i = 0; i < sums.count; i++) {
        uint32_t number = sums.items[i].groups[0];
        if (!dictionary->words[number].length)
            continue;
        words.items[words.count] = word_of(statistic, field, number, dictionary->words[number]);
        words.items[words.count++].rows = sums.items[i].row_count;
    }
    qsort(words.items, words.count, sizeof *words.items, compare_words);
    row_sums_release(&sums);
    sum_plan_release(&plan);
    return words;
}

void statistic_words_release(struct statistic_words *words)
{
    free(words->items);
    *words = (struct statistic_words){0};
}

/* --- periods --- */

static const char *const frequency_names[FREQUENCY_COUNT] = {
    [FREQUENCY_YEAR] = "calendar years",
    [FREQUENCY_FISCAL_YEAR] = "fiscal years",
    [FREQUENCY_QUARTER] = "quarters",
    [FREQUENCY_MONTH] = "months",
};

const char *frequency_name(enum frequency frequency)
{
    return frequency_names[frequency];
}

/* A part of a fiscal year begins in April. */
enum frequency frequency_of_period(struct period period)
{
    switch (period.kind) {
    case PERIOD_FISCAL_YEAR:
        return FREQUENCY_FISCAL_YEAR;
    case PERIOD_QUARTER:
        return FREQUENCY_QUARTER;
    case PERIOD_MONTH:
        return FREQUENCY_MONTH;
    case PERIOD_SPAN: {
        struct date first = date_of_day(period.first);
        bool is_fiscal = first.month == 4 && first.day == 1 &&
                         period_contains(period_fiscal_year(first.year), period);
        return is_fiscal ? FREQUENCY_FISCAL_YEAR : FREQUENCY_YEAR;
    }
    default:
        return FREQUENCY_YEAR;
    }
}

unsigned statistic_frequencies(const struct statistic *statistic)
{
    unsigned bits = 0;
    for (size_t i = 0; i < statistic->period_words.count; i++)
        if (statistic->period_of[i].kind)
            bits |= FREQUENCY_BIT(frequency_of_period(statistic->period_of[i]));
    return bits;
}

/* Counts months of all years. A period with two names counts twice. */
static size_t count_months(const struct statistic *statistic)
{
    size_t months = 0;
    for (size_t i = 0; i < statistic->period_words.count; i++)
        months += statistic->period_of[i].kind == PERIOD_QUARTER ? 3
                  : statistic->period_of[i].kind == PERIOD_MONTH ? 1
                                                                 : 0;
    return months;
}

unsigned statistic_first_frequencies(const struct statistic *statistic)
{
    unsigned years = FREQUENCY_BIT(FREQUENCY_YEAR) | FREQUENCY_BIT(FREQUENCY_FISCAL_YEAR);
    unsigned stated = statistic_frequencies(statistic);
    if (stated & years)
        return stated & years;
    return stated && count_months(statistic) < 12 ? stated : FREQUENCY_BIT(FREQUENCY_YEAR);
}

/* --- the trade to begin with --- */

/*
 * Returns a key with group 0 for the rows that count for the choice, NO_GROUP for the others, to
 * avoid counting twice.
 */
static struct sum_key key_of_products(const struct statistic *statistic)
{
    struct sum_key key = key_of_terms(&statistic->products, 1);
    bool has_total = false;
    for (size_t i = 0; i < statistic->product_words.count; i++)
        has_total |=
            word_of(statistic, FIELD_PRODUCT, (uint32_t)i, statistic->product_words.words[i])
                .is_whole;
    for (size_t code = 0; code < statistic->products.code_count; code++) {
        uint32_t number = statistic->products.numbers[code];
        struct text word = statistic->product_words.words[number];
        bool counts = has_total ? word_of(statistic, FIELD_PRODUCT, number, word).is_whole
                                : statistic->product_terms[number].parent == NO_TERM;
        key.groups[code] = counts ? 0 : NO_GROUP;
    }
    return key;
}

static struct sum_key key_of_flows(const struct statistic *statistic)
{
    struct sum_key key = key_of_terms(&statistic->flows, 1);
    for (size_t code = 0; code < statistic->flows.code_count; code++)
        key.groups[code] =
            key.groups[code] == FLOW_EXPORT || key.groups[code] == FLOW_IMPORT ? 0 : NO_GROUP;
    return key;
}

/* Accepts the requested place; all places if none or "World" was requested. */
static struct sum_key key_of_places(const struct statistic *statistic,
                                    const struct term_column *column, struct text wish)
{
    struct sum_key key = key_of_terms(column, statistic->places.count);
    bool is_any = !wish.length || statistic_is_world(statistic, wish);
    uint32_t wished = is_any ? NO_TERM : statistic_find_place(statistic, wish);
    for (size_t code = 0; code < column->code_count; code++)
        if (!is_any && key.groups[code] != wished)
            key.groups[code] = NO_GROUP;
    return key;
}

static double *factors_of(const struct statistic *statistic)
{
    double *factors = xcalloc(statistic->units.code_count, sizeof *factors);
    for (size_t code = 0; code < statistic->units.code_count; code++)
        factors[code] = statistic->unit_of[code].dimension == DIMENSION_MONEY
                            ? statistic->unit_of[code].scale
                            : NAN;
    return factors;
}

/* Adds the key to the plan, unless it has one group and excludes nothing. Takes ownership of it. */
static void restrict_by(struct sum_plan *plan, struct sum_key key)
{
    bool restricts = !key.codes.width && key.groups[key.codes.constant] != 0;
    for (size_t code = 0; key.codes.width && code < key.code_count; code++)
        restricts |= key.groups[code] != 0;
    if (restricts)
        plan->keys[plan->key_count++] = key;
    else
        sum_key_release(&key);
}

/* Adds up the trade of each pair, over rows for all goods or over any. */
static void sum_pairs(struct row_sums *sums, const struct statistic *statistic,
                      const struct row_set *rows, const struct trade *wish, bool takes_any,
                      const struct effort *effort)
{
    const struct dataset *dataset = statistic->dataset;
    double *factors = factors_of(statistic);
    struct sum_plan plan = {
        .row_count = table_row_count(dataset->table),
        .rows = rows,
        .keys = {key_of_places(statistic, &statistic->reporters, wish->reporter),
                 key_of_places(statistic, &statistic->partners, wish->partner)},
        .key_count = 2,
        .numbers = table_numbers(dataset->table, dataset->column[FIELD_VALUE]),
        .factors = statistic->units.codes.width
                       ? factors
                       : NULL, /* with a single unit, factors do not change the order */
        .units = statistic->units.codes,
    };
    if (!takes_any)
        restrict_by(&plan, key_of_products(statistic));
    restrict_by(&plan, key_of_flows(statistic));
    row_sums_make(sums, &plan, effort);
    sum_plan_release(&plan);
    free(factors);
}

/* A pair to open a file with. */
struct opening_pair {
    uint32_t reporter, partner; /* NO_TERM if there is none */
    unsigned rank;              /* the lowest is preferred, whatever the sums are */
    double sum;
};

/* Two countries come first; the world with itself comes last. */
static const unsigned pair_ranks[PLACE_KIND_COUNT][PLACE_KIND_COUNT] = {
    [PLACE_PART] = {[PLACE_PART] = 0, [PLACE_GROUP] = 3, [PLACE_WORLD] = 3},
    [PLACE_GROUP] = {[PLACE_PART] = 1, [PLACE_GROUP] = 4, [PLACE_WORLD] = 4},
    [PLACE_WORLD] = {[PLACE_PART] = 2, [PLACE_GROUP] = 5, [PLACE_WORLD] = 6},
};

static struct opening_pair best_pair(const struct statistic *statistic, const struct row_sums *sums)
{
    const enum place_kind *kinds = statistic->place_kinds;
    struct opening_pair best = {NO_TERM, NO_TERM, 0, 0};
    for (size_t i = 0; i < sums->count; i++) {
        const uint32_t *pair = sums->items[i].groups;
        double sum = sums->items[i].sum;
        unsigned rank = pair_ranks[kinds[pair[0]]][kinds[pair[1]]];
        if (best.reporter == NO_TERM || rank < best.rank || (rank == best.rank && sum > best.sum))
            best = (struct opening_pair){pair[0], pair[1], rank, sum};
    }
    return best;
}

#define MANY_PARTNERS 50 /* fewer may be a selection: the ten greatest, say */

/* True if all is the trade of one reporter, with the world stated or with many partners. */
static bool is_of_one_reporter(const struct statistic *statistic, const struct row_sums *sums)
{
    size_t partners = 0;
    bool has_world = false;
    for (size_t i = 0; i < sums->count; i++) {
        const uint32_t *pair = sums->items[i].groups;
        if (pair[0] != sums->items[0].groups[0])
            return false;
        partners += statistic->place_kinds[pair[1]] == PLACE_PART;
        has_world = has_world || statistic->place_kinds[pair[1]] == PLACE_WORLD;
    }
    return partners >= MANY_PARTNERS || (has_world && partners > 1);
}

/* Returns false if no row counts. Filters may have removed the rows for all goods. */
static bool find_pair(const struct statistic *statistic, const struct row_set *rows,
                      const struct trade *wish, struct opening_pair *best, bool *is_of_one,
                      const struct effort *effort)
{
    bool is_free = !wish->reporter.length && !wish->partner.length;
    *best = (struct opening_pair){NO_TERM, NO_TERM, 0, 0};
    *is_of_one = false;
    for (int takes_any = 0; takes_any <= 1; takes_any++) {
        struct row_sums sums;
        if (best->reporter != NO_TERM && (best->rank == 0 || *is_of_one))
            break;
        sum_pairs(&sums, statistic, rows, wish, takes_any, effort);
        struct opening_pair found = best_pair(statistic, &sums);
        if (found.reporter != NO_TERM && (best->reporter == NO_TERM || found.rank < best->rank))
            *best = found;
        *is_of_one = is_free && sums.count && is_of_one_reporter(statistic, &sums);
        row_sums_release(&sums);
    }
    return best->reporter != NO_TERM;
}

static struct text only_product(const struct statistic *statistic)
{
    bool is_only = statistic->product_words.count == 2 && !statistic->product_terms[1].is_total &&
                   !statistic->has_all_goods;
    return is_only ? statistic->product_words.words[1] : (struct text){"", 0};
}

static bool has_place(const struct statistic *statistic, const struct term_column *column,
                      uint32_t place)
{
    for (size_t code = 0; code < column->code_count; code++)
        if (column->numbers[code] == place)
            return true;
    return place != NO_TERM && statistic->is_reconciled;
}

static bool lacks(const struct statistic *statistic, enum field field, struct text wish,
                  struct error *error)
{
    struct statistic_words words = statistic_words_make(statistic, NULL, field);
    struct buffer list = {0};
    for (size_t i = 0; i < words.count && i < 8; i++) {
        buffer_puts(&list, i ? ", " : "");
        text_make_visible(&list, words.items[i].word, true);
    }
    if (words.count > 8)
        buffer_printf(&list, " and %zu more", words.count - 8);
    struct buffer name = {0};
    text_make_visible(&name, wish, true);
    error_set(error, "%s has no %s `%s`; it has %s", statistic->dataset->path,
              field_table[field].name, name.data ? name.data : "", list.data ? list.data : "none");
    buffer_release(&name);
    buffer_release(&list);
    statistic_words_release(&words);
    return false;
}

static bool has_product(const struct statistic *statistic, struct text wish)
{
    for (size_t i = 0; i < statistic->product_words.count; i++)
        if (statistic_is_within(statistic, (uint32_t)i, wish))
            return true;
    return false;
}

static bool check_wish(const struct statistic *statistic, const struct trade *wish,
                       struct error *error)
{
    uint32_t reporter = statistic_find_place(statistic, wish->reporter);
    if (wish->reporter.length && !has_place(statistic, &statistic->reporters, reporter))
        return lacks(statistic, FIELD_REPORTER, wish->reporter, error);
    uint32_t partner = statistic_find_place(statistic, wish->partner);
    if (wish->partner.length && !statistic_is_world(statistic, wish->partner) &&
        !has_place(statistic, &statistic->partners, partner))
        return lacks(statistic, FIELD_PARTNER, wish->partner, error);
    if (wish->product.length && !has_product(statistic, wish->product))
        return lacks(statistic, FIELD_PRODUCT, wish->product, error);
    return true;
}

/* A file without partners states trade with the world. */
static struct text partner_word(const struct statistic *statistic, uint32_t partner)
{
    struct text word = statistic->places.words[partner];
    return word.length ? word : text_of("World");
}

/*
 * Chooses the parts of the trade that are not given. Returns false if no row counts, or if
 * cancelled.
 */
static bool choose_places(const struct statistic *statistic, const struct row_set *rows,
                          struct trade *trade, const struct effort *effort)
{
    struct opening_pair best;
    bool is_of_one;
    if (!find_pair(statistic, rows, trade, &best, &is_of_one, effort))
        return false;
    if (!trade->reporter.length)
        trade->reporter = statistic->places.words[best.reporter];
    if (!trade->partner.length)
        trade->partner = is_of_one ? text_of("World") : partner_word(statistic, best.partner);
    return true;
}

bool statistic_choose(const struct statistic *statistic, const struct row_set *rows,
                      const struct trade *wish, struct trade *trade, struct error *error)
{
    *trade = wish ? *wish : (struct trade){{"", 0}, {"", 0}, {"", 0}};
    if (!check_wish(statistic, trade, error))
        return false;
    if (!trade->product.length)
        trade->product = only_product(statistic);
    if (trade->reporter.length && trade->partner.length)
        return true;
    if (!choose_places(statistic, rows, trade, NULL))
        return error_set(error, "%s states no values of exports or imports%s",
                         statistic->dataset->path, rows ? " among the rows that pass" : "");
    return true;
}

bool statistic_choose_any(const struct statistic *statistic, const struct row_set *rows,
                          struct trade *trade, const struct effort *effort)
{
    *trade = (struct trade){{"", 0}, {"", 0}, only_product(statistic)};
    bool is_done = choose_places(statistic, rows, trade, effort);
    if (!is_done)
        *trade = (struct trade){{"", 0}, {"", 0}, {"", 0}};
    return is_done;
}
