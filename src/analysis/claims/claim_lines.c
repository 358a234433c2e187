/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/claim_lines.h"

#include "analysis/claims/claim_keys.h"
#include "analysis/claims/observation.h"
#include "base/array.h"
#include "base/ascii.h"
#include "data/table/dictionary.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct claim_part {
    uint32_t row, line;
    uint32_t observation; /* UINT32_MAX for an event */
    uint32_t kind, measure, flow, reporter, partner, product, period;
    uint8_t fate;
};

struct lines {
    const struct dataset *dataset;
    const struct claim_lines_request *request;
    struct claim_part *items;
    size_t count;
    struct period *periods; /* by code of the column */
    size_t period_count;
    uint32_t *containing;     /* periods that contain another one, NO_CODE after the last ... */
    size_t *first_containing; /* ... and where they begin for each period */
    uint8_t *partner_bits;    /* by number of the partner */
    uint32_t world;           /* the partner that contains all others; NO_GROUP without one */
    struct dictionary products;
    struct arena words; /* of the products */
};

/* Keys of items. */
enum { LINE, REPORTER, PARTNER, FLOW, PRODUCT, PERIOD, SUBJECT };

/* --- claims as items --- */

static uint32_t group_at(const struct sum_key *key, size_t row)
{
    return key->groups[codes_at(key->codes, row)];
}

enum { KEY_KIND, KEY_MEASURE, KEY_FLOW, KEY_REPORTER, KEY_PARTNER, KEYS };

static void make_keys(struct sum_key keys[KEYS], const struct lines *lines)
{
    const struct dataset *dataset = lines->dataset;
    const struct country_list *countries = lines->request->countries;
    keys[KEY_KIND] = claim_key_of_kind(dataset);
    keys[KEY_MEASURE] = claim_key_of_word(dataset, FIELD_MEASURE, MEASURE_VALUE);
    keys[KEY_FLOW] = claim_key_of_word(dataset, FIELD_FLOW, FLOW_NONE);
    keys[KEY_REPORTER] = claim_key_of_country(dataset, countries, FIELD_REPORTER);
    keys[KEY_PARTNER] = claim_key_of_country(dataset, countries, FIELD_PARTNER);
}

static struct text keep_text(struct arena *arena, const struct buffer *text)
{
    return (struct text){arena_copy(arena, text->length ? text->data : "", text->length),
                         text->length};
}

/* Numbers of products without case and blanks; all goods are number 0. */
static uint32_t *number_products(struct lines *lines)
{
    const struct table *table = lines->dataset->table;
    size_t column = lines->dataset->column[FIELD_PRODUCT];
    size_t count = table_distinct_count(table, column);
    uint32_t *numbers = xcalloc(count + 1, sizeof *numbers);
    dictionary_init(&lines->products);
    for (uint32_t code = 0; code < count; code++) {
        struct buffer folded = {0};
        text_fold(&folded, text_trim(table_distinct(table, column, code)));
        numbers[code] = dictionary_find(&lines->products, buffer_text(&folded));
        if (numbers[code] == NO_CODE)
            numbers[code] = dictionary_add(&lines->products, keep_text(&lines->words, &folded));
        buffer_release(&folded);
    }
    return numbers;
}

static bool contains(struct period whole, struct period part)
{
    return whole.kind && part.kind && whole.first <= part.first && part.last <= whole.last &&
           (whole.first < part.first || part.last < whole.last);
}

/* Days contain no other period: of many days and few years only the years are tried. */
static size_t list_longer(const struct lines *lines, uint32_t *longer)
{
    size_t count = 0;
    for (uint32_t code = 0; code < lines->period_count; code++)
        if (lines->periods[code].kind && lines->periods[code].first < lines->periods[code].last)
            longer[count++] = code;
    return count;
}

static void list_containing(struct lines *lines)
{
    size_t used = 0, room = 0;
    uint32_t *longer = xcalloc(lines->period_count + 1, sizeof *longer);
    size_t count = list_longer(lines, longer);
    lines->first_containing = xcalloc(lines->period_count + 1, sizeof *lines->first_containing);
    for (size_t i = 0; i < lines->period_count; i++) {
        lines->first_containing[i] = used;
        for (size_t k = 0; k < count; k++) {
            if (!contains(lines->periods[longer[k]], lines->periods[i]))
                continue;
            ARRAY_RESERVE(lines->containing, used + 1, room);
            lines->containing[used++] = longer[k];
        }
        ARRAY_RESERVE(lines->containing, used + 1, room);
        lines->containing[used++] = NO_CODE;
    }
    free(longer);
}

static void read_periods(struct lines *lines)
{
    const struct table *table = lines->dataset->table;
    size_t column = lines->dataset->column[FIELD_PERIOD];
    lines->period_count = table_distinct_count(table, column);
    lines->periods = xcalloc(lines->period_count + 1, sizeof *lines->periods);
    for (uint32_t code = 0; code < lines->period_count; code++)
        if (!period_parse(table_distinct(table, column, code), &lines->periods[code]))
            lines->periods[code] = (struct period){0};
    list_containing(lines);
}

enum { BIT_WORLD = 1, BIT_COUNTRY = 2, BIT_GROUP = 4 };

static void read_partners(struct lines *lines)
{
    const struct country_list *countries = lines->request->countries;
    const struct table *table = lines->dataset->table;
    size_t column = lines->dataset->column[FIELD_PARTNER];
    size_t count = table_distinct_count(table, column);
    lines->partner_bits = xcalloc(count + 1, sizeof *lines->partner_bits);
    for (uint32_t code = 0; code < count; code++) {
        struct text word = table_distinct(table, column, code);
        int country = countries && word.length ? country_find(countries, word) : -1;
        lines->partner_bits[code] = country >= 0 && country_is_world(countries, country) ? BIT_WORLD
                                    : country >= 0 && country_is_group(countries, country)
                                        ? BIT_GROUP
                                        : BIT_COUNTRY;
    }
}

static uint32_t line_of(const struct lines *lines, struct tuple_index *index, size_t row)
{
    uint32_t words[MOST_SUM_KEYS] = {0};
    for (size_t i = 0; i < lines->request->key_count; i++)
        words[i] = group_at(&lines->request->keys[i], row);
    return (uint32_t)tuple_index_number(index, words);
}

static void make_items(struct lines *lines, const struct row_set *rows)
{
    const struct table *table = lines->dataset->table;
    struct codes products = table_codes(table, lines->dataset->column[FIELD_PRODUCT]);
    struct codes periods = table_codes(table, lines->dataset->column[FIELD_PERIOD]);
    struct tuple_index index = {.width = MOST_SUM_KEYS};
    struct sum_key keys[KEYS];
    make_keys(keys, lines);
    uint32_t *numbers = number_products(lines);
    read_periods(lines);
    read_partners(lines);
    lines->items = xcalloc(row_set_count(rows) + 1, sizeof *lines->items);
    ROW_SET_EACH (rows, row) {
        lines->items[lines->count] = (struct claim_part){
            .row = (uint32_t)row,
            .line = line_of(lines, &index, row),
            .kind = group_at(&keys[KEY_KIND], row),
            .measure = group_at(&keys[KEY_MEASURE], row),
            .flow = group_at(&keys[KEY_FLOW], row),
            .reporter = group_at(&keys[KEY_REPORTER], row),
            .partner = group_at(&keys[KEY_PARTNER], row),
            .product = numbers[codes_at(products, row)],
            .period = codes_at(periods, row),
        };
        if (lines->partner_bits[lines->items[lines->count].partner] == BIT_WORLD)
            lines->world = lines->items[lines->count].partner;
        lines->count++;
    }
    for (size_t i = 0; i < KEYS; i++)
        sum_key_release(&keys[i]);
    free(numbers);
    tuple_index_release(&index);
}

static bool is_added(const struct claim_part *item)
{
    return item->fate == CLAIM_ADDED && item->kind != NO_GROUP;
}

/* --- one claim for each observation --- */

static int compare_items(const void *left, const void *right)
{
    const struct claim_part *a = left, *b = right;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->observation != b->observation)
        return a->observation < b->observation ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* Of the claims on one line and observation, keeps only the one that Balance would show. */
static void keep_shown(const struct lines *lines, struct claim_part *items, size_t count)
{
    uint32_t *rows = xcalloc(count, sizeof *rows);
    for (size_t i = 0; i < count; i++)
        rows[i] = items[i].row;
    size_t shown = observation_of_claims(lines->dataset, (struct row_span){rows, count}).shown;
    for (size_t i = 0; i < count; i++)
        if (items[i].row != shown)
            items[i].fate = CLAIM_AGAIN;
    free(rows);
}

static void keep_one_claim(struct lines *lines, const struct row_set *rows)
{
    struct observation_list list =
        observation_list_make(lines->dataset, lines->request->countries, rows);
    for (size_t i = 0; i < lines->count; i++) {
        const struct observation *observation = observation_of_row(&list, lines->items[i].row);
        lines->items[i].observation =
            observation ? (uint32_t)(observation - list.items) : UINT32_MAX;
    }
    qsort(lines->items, lines->count, sizeof *lines->items, compare_items);
    for (size_t i = 0, next; i < lines->count; i = next) {
        const struct claim_part *first = &lines->items[i];
        for (next = i + 1; next < lines->count && lines->items[next].line == first->line &&
                           lines->items[next].observation == first->observation;)
            next++;
        if (next > i + 1 && is_added(first) && first->observation != UINT32_MAX)
            keep_shown(lines, &lines->items[i], next - i);
    }
    observation_list_release(&list);
}

/* --- rules --- */

/* The item as a key, with some of its parts left out. */
static void make_key(const struct claim_part *item, unsigned without, uint32_t key[SUBJECT])
{
    const uint32_t parts[SUBJECT] = {item->line, item->reporter, item->partner,
                                     item->flow, item->product,  item->period};
    for (size_t i = 0; i < SUBJECT; i++)
        key[i] = without >> i & 1 ? 0 : parts[i];
}

#define WITHOUT(part) (1u << (part))

typedef unsigned bit_maker(const struct lines *lines, const struct claim_part *item);

/* Items whose keys are equal have their bits in one mask; `is_contained` decides by it. */
static void give_fates(struct lines *lines, unsigned without, bit_maker *bit,
                       bool (*is_contained)(unsigned mask, unsigned bit), enum claim_fate fate)
{
    struct tuple_index index = {.width = SUBJECT};
    size_t *places = xcalloc(lines->count + 1, sizeof *places);
    unsigned *masks = xcalloc(lines->count + 1, sizeof *masks);
    for (size_t i = 0; i < lines->count; i++) {
        uint32_t key[SUBJECT];
        if (!is_added(&lines->items[i]))
            continue;
        make_key(&lines->items[i], without, key);
        places[i] = tuple_index_number(&index, key);
        masks[places[i]] |= bit(lines, &lines->items[i]);
    }
    for (size_t i = 0; i < lines->count; i++) {
        struct claim_part *item = &lines->items[i];
        if (is_added(item) && is_contained(masks[places[i]], bit(lines, item)))
            item->fate = (uint8_t)fate;
    }
    tuple_index_release(&index);
    free(places);
    free(masks);
}

/* Claims without a period may all state the same, so that only a lone one is shown. */
static void drop_undated(struct lines *lines)
{
    size_t *counts = xcalloc(lines->count + 1, sizeof *counts);
    for (size_t i = 0; i < lines->count; i++)
        counts[lines->items[i].line] += is_added(&lines->items[i]);
    for (size_t i = 0; i < lines->count; i++) {
        struct claim_part *item = &lines->items[i];
        if (is_added(item) && counts[item->line] > 1 && !lines->periods[item->period].kind)
            item->fate = CLAIM_UNDATED;
    }
    free(counts);
}

static unsigned bit_of_kind(const struct lines *lines, const struct claim_part *item)
{
    (void)lines;
    return 1u << item->kind;
}

static unsigned bit_of_measure(const struct lines *lines, const struct claim_part *item)
{
    (void)lines;
    return 1u << item->measure;
}

static unsigned bit_of_flow(const struct lines *lines, const struct claim_part *item)
{
    (void)lines;
    return 1u << item->flow;
}

static unsigned bit_of_product(const struct lines *lines, const struct claim_part *item)
{
    return dictionary_word(&lines->products, item->product).length ? 2 : 1;
}

static unsigned bit_of_partner(const struct lines *lines, const struct claim_part *item)
{
    return lines->partner_bits[item->partner];
}

/* The least bit goes before the others. */
static bool has_lower(unsigned mask, unsigned bit)
{
    return (mask & (bit - 1)) != 0;
}

static bool has_value(unsigned mask, unsigned bit)
{
    return mask & 1u << MEASURE_VALUE && bit != 1u << MEASURE_VALUE;
}

#define BOTH_FLOWS (1u << FLOW_EXPORT | 1u << FLOW_IMPORT)

static bool is_within_flow(unsigned mask, unsigned bit)
{
    bool has_both = (mask & BOTH_FLOWS) == BOTH_FLOWS;
    switch (bit) {
    case 1u << FLOW_RE_EXPORT:
        return mask & 1u << FLOW_EXPORT;
    case 1u << FLOW_RE_IMPORT:
        return mask & 1u << FLOW_IMPORT;
    case 1u << FLOW_TOTAL:
        return has_both;
    case 1u << FLOW_BALANCE:
        return mask & ~bit;
    case 1u << FLOW_EXPORT:
    case 1u << FLOW_IMPORT:
        return !has_both && mask & 1u << FLOW_TOTAL;
    default:
        return false;
    }
}

/* --- what lies within others of its kind --- */

#define MOST_PRODUCTS 8 /* one on all goods, and one for each two digits of a code */

/* The products that contain that of an item, and its own, by number. Returns how many. */
static size_t list_products(const struct lines *lines, const struct claim_part *item,
                            uint32_t list[MOST_PRODUCTS])
{
    struct text word = dictionary_word(&lines->products, item->product);
    size_t count = 0;
    list[count++] = item->product;
    if (word.length)
        list[count++] = dictionary_find(&lines->products, text_of(""));
    for (size_t length = 2;
         ascii_is_all_digits(word) && length < word.length && count < MOST_PRODUCTS; length += 2)
        list[count++] = dictionary_find(&lines->products, (struct text){word.data, length});
    return count;
}

/* True if a claim is on one of the products, for the partner and period of `whole`. */
static bool has_product(struct tuple_index *index, struct claim_part whole,
                        const uint32_t *products, size_t count, size_t known)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t key[SUBJECT];
        whole.product = products[i];
        make_key(&whole, 0, key);
        if (products[i] != NO_CODE && tuple_index_number(index, key) < known)
            return true;
    }
    return false;
}

/*
 * Why an item is not added: another is on a whole of its products, partners or periods, or of
 * several of these: World in a year contains Russia in one of its months.
 */
static enum claim_fate fate_within(const struct lines *lines, struct tuple_index *index,
                                   const struct claim_part *item, size_t known)
{
    uint32_t products[MOST_PRODUCTS];
    size_t count = list_products(lines, item, products);
    const uint32_t partners[] = {item->partner, lines->world};
    for (size_t i = 0; i < ARRAY_LENGTH(partners); i++) {
        struct claim_part whole = *item;
        bool is_own = !i || partners[i] == item->partner;
        if (i && (is_own || partners[i] == NO_GROUP))
            break;
        whole.partner = partners[i];
        if (has_product(index, whole, products + is_own, count - is_own, known))
            return is_own ? CLAIM_PRODUCT : CLAIM_PARTNER;
        const uint32_t *longer = lines->containing + lines->first_containing[item->period];
        for (; *longer != NO_CODE; longer++) {
            whole.period = *longer;
            if (has_product(index, whole, products, count, known))
                return is_own ? CLAIM_SHORTER : CLAIM_PARTNER;
        }
    }
    return CLAIM_ADDED;
}

static void drop_within(struct lines *lines)
{
    struct tuple_index index = {.width = SUBJECT};
    for (size_t i = 0; i < lines->count; i++) {
        uint32_t key[SUBJECT];
        make_key(&lines->items[i], 0, key);
        if (is_added(&lines->items[i]) && lines->items[i].observation != UINT32_MAX)
            tuple_index_number(&index, key);
    }
    size_t known = index.count;
    for (size_t i = 0; i < lines->count; i++)
        if (is_added(&lines->items[i]) && lines->items[i].observation != UINT32_MAX)
            lines->items[i].fate = (uint8_t)fate_within(lines, &index, &lines->items[i], known);
    tuple_index_release(&index);
}

/* --- all together --- */

#define ALL_BUT_LINE \
    (WITHOUT(REPORTER) | WITHOUT(PARTNER) | WITHOUT(FLOW) | WITHOUT(PRODUCT) | WITHOUT(PERIOD))

static void apply_rules(struct lines *lines, const struct row_set *rows)
{
    give_fates(lines, ALL_BUT_LINE, bit_of_kind, has_lower, CLAIM_TARGET);
    give_fates(lines, ALL_BUT_LINE, bit_of_measure, has_value, CLAIM_MEASURE);
    for (size_t i = 0; i < lines->count; i++)
        if (lines->items[i].fate == CLAIM_TARGET && lines->items[i].kind == KEY_OF_FORECAST)
            lines->items[i].fate = CLAIM_FORECAST;
    drop_undated(lines);
    keep_one_claim(lines, rows);
    give_fates(lines, WITHOUT(FLOW), bit_of_flow, is_within_flow, CLAIM_FLOW);
    give_fates(lines, WITHOUT(PRODUCT), bit_of_product, has_lower, CLAIM_PRODUCT);
    give_fates(lines, WITHOUT(PARTNER), bit_of_partner, has_lower, CLAIM_PARTNER);
    drop_within(lines);
    for (size_t i = 0; i < lines->count; i++)
        if (lines->items[i].fate == CLAIM_PARTNER &&
            bit_of_partner(lines, &lines->items[i]) == BIT_GROUP)
            lines->items[i].fate = CLAIM_GROUP;
}

/* True if a line adds exports to imports. */
static bool has_both_flows(const struct lines *lines)
{
    unsigned *flows = xcalloc(lines->count + 1, sizeof *flows);
    bool has_both = false;
    for (size_t i = 0; i < lines->count; i++) {
        const struct claim_part *item = &lines->items[i];
        if (is_added(item) && item->measure == MEASURE_VALUE)
            flows[item->line] |= bit_of_flow(lines, item);
        has_both |= (flows[item->line] & BOTH_FLOWS) == BOTH_FLOWS;
    }
    free(flows);
    return has_both;
}

struct row_set claim_lines_make(const struct dataset *dataset, const struct row_set *rows,
                                const struct claim_lines_request *request,
                                size_t left_out[CLAIM_FATE_COUNT], bool *adds_flows)
{
    struct lines lines = {.dataset = dataset, .request = request, .world = NO_GROUP};
    struct row_set added = row_set_none(table_row_count(dataset->table));
    make_items(&lines, rows);
    apply_rules(&lines, rows);
    for (size_t i = 0; i < lines.count; i++) {
        left_out[lines.items[i].fate]++;
        if (lines.items[i].fate == CLAIM_ADDED)
            row_set_add(&added, lines.items[i].row);
    }
    *adds_flows = has_both_flows(&lines);
    dictionary_release(&lines.products);
    arena_release(&lines.words);
    free(lines.items);
    free(lines.periods);
    free(lines.containing);
    free(lines.first_containing);
    free(lines.partner_bits);
    return added;
}
