/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The checks of claims against claims. Those that compare related claims number the groups, sort by
 * group, and visit each group.
 */
#include "config.h"

#include "analysis/claims/audit_checks.h"

#include "base/array.h"
#include "data/value/date.h"
#include "query/rows/tuple_index.h"

#include <stdlib.h>
#include <string.h>

#define INDIAN_FISCAL_MONTH 4

/* --- claims on one observation --- */

static void write_claim(struct buffer *out, const struct dataset *dataset,
                        const struct claim *claim)
{
    text_make_visible(out, dataset_text(dataset, claim->row, FIELD_SOURCE), true);
    buffer_puts(out, " says ");
    if (claim->qualifier > QUALIFIER_EXACT)
        buffer_printf(out, "%s ", qualifier_vocabulary.words[claim->qualifier]);
    unit_format(out, claim->unit, claim->decimal.value, claim->decimal.places);
}

/* "India > Russia: total FY2023-24: " */
static void write_subject(struct buffer *out, const struct claim *claim)
{
    audit_write_trade(out, claim);
    if (claim->kind == KIND_TARGET || claim->kind == KIND_FORECAST)
        buffer_printf(out, "%s for ", kind_vocabulary.words[claim->kind]);
    if (claim->measure > MEASURE_VALUE)
        buffer_printf(out, "%s%s", measure_vocabulary.words[claim->measure],
                      claim->flow ? " of " : " ");
    if (claim->flow)
        buffer_printf(out, "%s ", flow_vocabulary.words[claim->flow]);
    period_format(out, claim->period);
    buffer_puts(out, ": ");
}

/* Returns false if both agree. */
static bool check_claim(struct audit_context *context, const struct claim *shown, size_t row,
                        struct buffer *text)
{
    struct claim other = dataset_claim(context->dataset, row);
    enum audit_outcome outcome = audit_outcome_of(
        agreement_of_intervals(interval_of_claim(shown), interval_of_claim(&other)));
    if (outcome == AUDIT_OK)
        return false;
    write_subject(text, shown);
    write_claim(text, context->dataset, &other);
    buffer_puts(text, ", ");
    write_claim(text, context->dataset, shown);
    buffer_puts(text, ": ");
    agreement_of_claims(shown, &other, text);
    const uint32_t rows[] = {(uint32_t)row, (uint32_t)shown->row};
    const struct check check = {CHECK_CLAIMS, outcome, NULL, NULL, rows, ARRAY_LENGTH(rows)};
    audit_add(context, &check, text);
    return true;
}

static void confirm_claims(struct audit_context *context, const struct observation *observation,
                           const struct claim *shown, struct buffer *text)
{
    write_subject(text, shown);
    buffer_printf(text, "%zu claims agree, ", observation->claims.count);
    write_claim(text, context->dataset, shown);
    const struct check check = {
        CHECK_CLAIMS, AUDIT_OK, NULL, NULL, observation->claims.rows, observation->claims.count};
    audit_add(context, &check, text);
}

void audit_claims(struct audit_context *context)
{
    struct buffer text = {0};
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct observation *observation = &context->observations->items[i];
        bool agree = observation->claims.count > 1;
        for (size_t k = 1; k < observation->claims.count; k++)
            if (check_claim(context, &context->shown[i], observation->claims.rows[k], &text))
                agree = false;
        if (agree)
            confirm_claims(context, observation, &context->shown[i], &text);
    }
    buffer_release(&text);
}

void audit_undated(struct audit_context *context)
{
    struct row_list rows = {0};
    struct buffer text = {0};
    const struct claim *first = NULL;
    for (size_t i = 0; i < context->observations->count; i++) {
        if (context->shown[i].period.kind)
            continue;
        first = first ? first : &context->shown[i];
        row_list_add(&rows, context->shown[i].row);
    }
    if (first) {
        buffer_printf(&text, "%zu claim%s without a period, first ", rows.count,
                      rows.count == 1 ? "" : "s");
        write_claim(&text, context->dataset, first);
        buffer_puts(&text, ": compared with nothing");
        const struct check check = {CHECK_UNDATED, AUDIT_UNCHECKED, NULL,
                                    NULL,          rows.rows,       rows.count};
        audit_add(context, &check, &text);
    }
    row_list_release(&rows);
    buffer_release(&text);
}

/* Returns the month in which fiscal years of the reporter start; 0 if it is not known. */
static int fiscal_month(const struct audit_context *context, const struct claim *claim)
{
    const struct country_list *countries = context->countries;
    int country =
        countries && claim->reporter.length ? country_find(countries, claim->reporter) : -1;
    return country < 0 ? 0 : country_fiscal_month(countries, country);
}

/* "2023-07/2024-06", for the fiscal year FY2023-24 of a country whose years start in July. */
static void write_months(struct buffer *text, struct period year, int first_month)
{
    int first = date_of_day(year.first).year;
    buffer_printf(text, "%04d-%02d/%04d-%02d", first, first_month, first + 1, first_month - 1);
}

/* FYs are read as India's: from April to March. */
void audit_fiscal_years(struct audit_context *context)
{
    struct buffer text = {0};
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct claim *claim = &context->shown[i];
        if (claim->period.kind != PERIOD_FISCAL_YEAR)
            continue;
        int month = fiscal_month(context, claim);
        if (month < 2 || month == INDIAN_FISCAL_MONTH)
            continue;
        audit_write_trade(&text, claim);
        period_format(&text, claim->period);
        buffer_puts(&text, " is read as ");
        write_months(&text, claim->period, INDIAN_FISCAL_MONTH);
        buffer_puts(&text, ", but fiscal years of ");
        text_make_visible(&text, claim->reporter, true);
        buffer_printf(&text, " start in month %d; write ", month);
        write_months(&text, claim->period, month);
        const uint32_t row = (uint32_t)claim->row;
        const struct check check = {CHECK_PERIOD, AUDIT_NOTE, NULL, NULL, &row, 1};
        audit_add(context, &check, &text);
    }
    buffer_release(&text);
}

/* --- the same words --- */

struct wording {
    uint32_t observation, row, source;
    const char *words; /* folded; letters and digits only */
};

static bool is_kept(unsigned char byte)
{
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

static const char *fold_words(struct arena *arena, struct text quote)
{
    struct buffer folded = {0};
    buffer_puts(&folded, "");
    text_fold(&folded, quote);
    size_t kept = 0;
    for (size_t i = 0; i < folded.length; i++)
        if (is_kept((unsigned char)folded.data[i]))
            folded.data[kept++] = folded.data[i];
    const char *words = arena_copy(arena, folded.data, kept);
    buffer_release(&folded);
    return words;
}

static int compare_wordings(const void *a, const void *b)
{
    const struct wording *x = a, *y = b;
    if (x->observation != y->observation)
        return x->observation < y->observation ? -1 : 1;
    int order = strcmp(x->words, y->words);
    if (order)
        return order;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

/* Collects the observations that several sources state. */
static struct wording *list_wordings(const struct audit_context *context, struct arena *arena,
                                     size_t *count)
{
    struct wording *wordings = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct observation *observation = &context->observations->items[i];
        for (size_t k = 0; observation->source_count > 1 && k < observation->claims.count; k++) {
            uint32_t row = observation->claims.rows[k];
            const char *words = fold_words(arena, dataset_text(context->dataset, row, FIELD_QUOTE));
            if (!*words)
                continue;
            ARRAY_RESERVE(wordings, *count + 1, capacity);
            wordings[(*count)++] = (struct wording){
                (uint32_t)i, row,
                table_code(context->dataset->table, row, context->dataset->column[FIELD_SOURCE]),
                words};
        }
    }
    if (*count)
        qsort(wordings, *count, sizeof *wordings, compare_wordings);
    return wordings;
}

static void note_origin(struct audit_context *context, const struct wording *run, size_t count,
                        struct buffer *text)
{
    struct row_list rows = {0};
    write_subject(text, &context->shown[run->observation]);
    size_t sources = 0;
    for (size_t i = 0; i < count; i++) {
        row_list_add(&rows, run[i].row);
        if (i && run[i].source == run[i - 1].source)
            continue;
        buffer_puts(text, sources++ ? ", " : "");
        text_make_visible(text, dataset_text(context->dataset, run[i].row, FIELD_SOURCE), true);
    }
    buffer_puts(text, " use the same words: one origin");
    const struct check check = {CHECK_ORIGIN, AUDIT_NOTE, NULL, NULL, rows.rows, rows.count};
    if (sources > 1)
        audit_add(context, &check, text);
    buffer_truncate(text, 0);
    row_list_release(&rows);
}

void audit_origins(struct audit_context *context)
{
    struct arena scratch = {0};
    struct buffer text = {0};
    size_t count = 0, length;
    struct wording *wordings = list_wordings(context, &scratch, &count);
    for (size_t i = 0; i < count; i += length) {
        for (length = 1; i + length < count; length++)
            if (wordings[i].observation != wordings[i + length].observation ||
                strcmp(wordings[i].words, wordings[i + length].words) != 0)
                break;
        if (length > 1)
            note_origin(context, &wordings[i], length, &text);
    }
    free(wordings);
    buffer_release(&text);
    arena_release(&scratch);
}

/* --- observations in groups --- */

struct member {
    size_t group;
    const struct claim *claim;
};

static int compare_members(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    int order = period_compare(x->claim->period, y->claim->period);
    return order ? order : (x->claim->row > y->claim->row) - (x->claim->row < y->claim->row);
}

/* The width of a group's key. Callers add whatever else separates groups. */
#define GROUP_WIDTH 9

struct members {
    struct tuple_index keys;
    struct member *items;
    size_t count, capacity;
};

static void add_member(struct members *members, const uint32_t *key, const struct claim *claim)
{
    members->keys.width = GROUP_WIDTH;
    ARRAY_RESERVE(members->items, members->count + 1, members->capacity);
    members->items[members->count++] =
        (struct member){tuple_index_number(&members->keys, key), claim};
}

static void release_members(struct members *members)
{
    tuple_index_release(&members->keys);
    free(members->items);
}

/* Sorts the members and calls `visit` for each group. */
static void visit_groups(struct audit_context *context, struct members *members,
                         void (*visit)(struct audit_context *context, const struct member *group,
                                       size_t count, struct buffer *text))
{
    struct buffer text = {0};
    size_t length;
    if (members->count)
        qsort(members->items, members->count, sizeof *members->items, compare_members);
    for (size_t i = 0; i < members->count; i += length) {
        for (length = 1; i + length < members->count; length++)
            if (members->items[i].group != members->items[i + length].group)
                break;
        if (length > 1)
            visit(context, &members->items[i], length, &text);
    }
    buffer_release(&text);
}

/* --- one number under two periods --- */

/* Equal to seven digits, so that 65.7 USD bn equals 65,700 USD mn. */
static uint32_t number_key(double value)
{
    float rounded = (float)value;
    uint32_t key;
    memcpy(&key, &rounded, sizeof key);
    return key;
}

static void note_periods(struct audit_context *context, const struct member *group, size_t count,
                         struct buffer *text)
{
    for (size_t i = 1; i < count; i++) {
        const struct claim *a = group[i - 1].claim, *b = group[i].claim;
        if (!period_overlaps(a->period, b->period) || period_is_equal(a->period, b->period))
            continue;
        audit_write_trade(text, a);
        buffer_printf(text, "%s ", flow_vocabulary.words[a->flow]);
        unit_format(text, a->unit, a->decimal.value, a->decimal.places);
        buffer_puts(text, " is stated for ");
        period_format(text, a->period);
        buffer_puts(text, " and for ");
        period_format(text, b->period);
        buffer_puts(text, ", which overlap: one label may be wrong");
        const uint32_t rows[] = {(uint32_t)a->row, (uint32_t)b->row};
        const struct check check = {CHECK_PERIOD, AUDIT_NOTE, NULL, NULL, rows, ARRAY_LENGTH(rows)};
        audit_add(context, &check, text);
    }
}

void audit_periods(struct audit_context *context)
{
    struct members members = {0};
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct claim *claim = &context->shown[i];
        bool is_compared = claim->measure == MEASURE_VALUE || claim->measure == MEASURE_GROWTH;
        if (claim->kind != KIND_FIGURE || !is_compared || !claim->period.kind || !claim->flow ||
            claim->value == 0)
            continue;
        uint32_t currency;
        memcpy(&currency, claim->unit.currency, sizeof currency);
        const uint32_t key[GROUP_WIDTH] = {audit_reporter(context, claim),
                                           audit_partner(context, claim),
                                           audit_code(context, claim, FIELD_PRODUCT),
                                           claim->flow,
                                           claim->measure,
                                           claim->unit.dimension,
                                           currency,
                                           number_key(claim->value)};
        add_member(&members, key, claim);
    }
    visit_groups(context, &members, note_periods);
    release_members(&members);
}

/* --- shares --- */

static bool is_rest(struct text name)
{
    return text_begins_folded(name, text_of("other")) || text_begins_folded(name, text_of("rest"));
}

static void write_shares(struct buffer *text, const struct claim *claim, size_t count, double sum,
                         bool is_by_product)
{
    text_make_visible(text, claim->reporter, true);
    if (is_by_product && claim->partner.length) {
        buffer_puts(text, " > ");
        text_make_visible(text, claim->partner, true);
    }
    buffer_puts(text, ": shares of ");
    if (claim->flow)
        buffer_printf(text, "%s ", flow_vocabulary.words[claim->flow]);
    period_format(text, claim->period);
    buffer_printf(text, ": %zu %s add up to ", count, is_by_product ? "products" : "partners");
    decimal_format(text, sum, 1);
    buffer_puts(text, " %");
}

static void check_shares(struct audit_context *context, const struct member *group, size_t count,
                         struct buffer *text, bool is_by_product)
{
    struct row_list rows = {0};
    struct interval sum = {0};
    double value = 0;
    bool is_full = false;
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = group[i].claim;
        struct interval range = interval_of_claim(claim);
        sum.low += range.low;
        sum.high += range.high;
        value += claim->value;
        is_full = is_full || is_rest(is_by_product ? claim->product : claim->partner);
        row_list_add(&rows, claim->row);
    }
    enum audit_outcome outcome =
        audit_outcome_of(agreement_of_intervals(sum, interval_of_point(100)));
    const struct check check = {CHECK_SHARES, outcome, NULL, NULL, rows.rows, rows.count};
    if (is_full) {
        write_shares(text, group->claim, count, value, is_by_product);
        audit_add(context, &check, text);
    }
    row_list_release(&rows);
}

static void check_products(struct audit_context *context, const struct member *group, size_t count,
                           struct buffer *text)
{
    check_shares(context, group, count, text, true);
}

static void check_partners(struct audit_context *context, const struct member *group, size_t count,
                           struct buffer *text)
{
    check_shares(context, group, count, text, false);
}

static void audit_shares_by(struct audit_context *context, bool is_by_product)
{
    struct members members = {0};
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct claim *claim = &context->shown[i];
        if (claim->kind != KIND_FIGURE || claim->measure != MEASURE_SHARE || !claim->period.kind ||
            claim->scope.length || claim->unit.dimension != DIMENSION_PERCENT ||
            !(is_by_product ? claim->product : claim->partner).length)
            continue;
        const uint32_t key[GROUP_WIDTH] = {
            audit_reporter(context, claim),
            is_by_product ? audit_partner(context, claim)
                          : audit_code(context, claim, FIELD_PRODUCT),
            claim->flow,
            claim->period.kind,
            (uint32_t)claim->period.first,
            (uint32_t)claim->period.last,
        };
        add_member(&members, key, claim);
    }
    visit_groups(context, &members, is_by_product ? check_products : check_partners);
    release_members(&members);
}

void audit_shares(struct audit_context *context)
{
    audit_shares_by(context, true);
    audit_shares_by(context, false);
}
