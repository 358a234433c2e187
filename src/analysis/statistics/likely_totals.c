/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Totals under a word that is not known. Where names do not tell, arithmetic may: a word whose row
 * equals the sum of all others of its period, flow and product, or of the rows next to it, is
 * likely their total, and so is one among the products of a partner. It is judged by all rows of
 * the file, whatever the filters leave of it, and in all periods: one that is the sum by chance is
 * so once.
 */
#include "config.h"

#include "analysis/statistics/partition_rules.h"
#include "analysis/statistics/total_words.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>

#define FEWEST_OTHERS 2 /* of which a row may be the sum */
#define MANY_OTHERS 3   /* so many that one such sum is hardly chance */
#define LONGEST_RUN 400
/* Rounding of the others may make this much of the sum. */
#define GREATEST_ROUNDING 1e-3

/* The rows of one word in a key: a period, flow, reporter, unit and the other field. */
struct cell {
    uint32_t key, word;
    uint32_t row; /* the first */
    long double value;
    double digit; /* one unit of the last digit */
    bool is_run;  /* the sum of rows next to it */
};

/* What is known of a word. */
struct vote {
    size_t keys, equal; /* in which it stands beside others; in which it is their sum */
    size_t most_others; /* that it is the sum of */
    bool is_less;       /* in some key the others are less than it */
};

struct survey {
    const struct statistic *statistic;
    enum field field;
    const bool *is_unknown; /* for each word: may be a total */
    struct cell *cells;     /* by key and row */
    size_t count;
    struct vote *votes; /* for each word */
};

static double last_digit(const struct statistic *statistic, uint32_t row)
{
    const struct dataset *dataset = statistic->dataset;
    int places = table_places(dataset->table, row, dataset->column[FIELD_VALUE]);
    double scale = statistic->unit_of[term_at(&statistic->units, row)].scale;
    return scale * pow(10, -(places > 0 ? places : 0));
}

/* --- cells --- */

static uint32_t reporter_of(const struct survey *survey, const struct part *part)
{
    return term_at(&survey->statistic->reporters, part->row);
}

static uint32_t word_in(const struct survey *survey, const struct part *part)
{
    return survey->field == FIELD_PARTNER   ? part->partner
           : survey->field == FIELD_PRODUCT ? part->product
                                            : reporter_of(survey, part);
}

static void add_to_cell(struct survey *survey, struct tuple_index *index, const struct part *part,
                        uint32_t key)
{
    uint32_t word = word_in(survey, part);
    const uint32_t pair[] = {key, word};
    size_t number = tuple_index_number(index, pair);
    if (number == survey->count)
        survey->cells[survey->count++] = (struct cell){
            .key = key,
            .word = word,
            .row = part->row,
            .digit = last_digit(survey->statistic, part->row),
        };
    survey->cells[number].value += part->value;
}

static int compare_cells(const void *left, const void *right)
{
    const struct cell *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static bool is_of_survey(const struct survey *survey, const struct part *part)
{
    const struct statistic *statistic = survey->statistic;
    if (part->fate != FATE_ADDED || part->value == 0)
        return false;
    if (survey->field == FIELD_PRODUCT)
        return part->product != WHOLE_TERM && !statistic->product_terms[part->product].is_stage;
    uint32_t place = word_in(survey, part);
    return place != WHOLE_TERM && statistic->place_kinds[place] == PLACE_PART;
}

static void take_cells(struct survey *survey, const struct partition *partition)
{
    const struct statistic *statistic = survey->statistic;
    struct tuple_index keys = {.width = 4}, cells = {.width = 2};
    survey->cells = xcalloc(partition->count + 1, sizeof *survey->cells);
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        const uint32_t key[] = {
            part->group, survey->field == FIELD_PRODUCT ? part->partner : part->product,
            survey->field == FIELD_REPORTER ? part->partner : reporter_of(survey, part),
            term_at(&statistic->units, part->row)};
        if (is_of_survey(survey, part))
            add_to_cell(survey, &cells, part, (uint32_t)tuple_index_number(&keys, key));
    }
    qsort(survey->cells, survey->count, sizeof *survey->cells, compare_cells);
    tuple_index_release(&keys);
    tuple_index_release(&cells);
}

/* --- votes --- */

static bool is_sum(const struct cell *cell, long double sum, size_t others)
{
    long double value = fabsl(cell->value);
    long double exact = SUM_EXACTNESS * value, rounded = cell->digit * ((double)others + 1) / 2;
    long double most = GREATEST_ROUNDING * value;
    rounded = rounded < most ? rounded : most;
    return fabsl(sum - cell->value) <= (rounded > exact ? rounded : exact);
}

/* Returns the number of cells on one side, next to cells[at], whose sum it is; 0 for none. */
static size_t find_run(const struct cell *cells, size_t count, size_t at, int step)
{
    long double sum = 0;
    size_t others = 0;
    for (size_t i = at + (size_t)step; i < count && others < LONGEST_RUN; i += (size_t)step) {
        if (cells[i].is_run)
            break;
        sum += cells[i].value;
        if (++others >= FEWEST_OTHERS && is_sum(&cells[at], sum, others))
            return others;
        if (fabsl(sum) > 2 * fabsl(cells[at].value) && sum * cells[at].value > 0)
            break;
    }
    return 0;
}

static void count_vote(struct vote *vote, size_t others)
{
    vote->equal++;
    vote->most_others = others > vote->most_others ? others : vote->most_others;
}

/* The totals of parts of a key come first: the total of all does not contain them as well. */
static void vote_of_key(struct survey *survey, struct cell *cells, size_t count)
{
    long double sum = 0;
    size_t others = 0;
    for (size_t i = 0; i < count; i++) {
        size_t run = survey->is_unknown[cells[i].word] ? find_run(cells, count, i, -1) : 0;
        if (!run && survey->is_unknown[cells[i].word])
            run = find_run(cells, count, i, 1);
        cells[i].is_run = run && run < count - 1;
        if (cells[i].is_run)
            count_vote(&survey->votes[cells[i].word], run);
        sum += cells[i].is_run ? 0 : cells[i].value;
        others += !cells[i].is_run;
    }
    for (size_t i = 0; i < count; i++) {
        struct vote *vote = &survey->votes[cells[i].word];
        long double rest = sum - cells[i].value;
        if (!survey->is_unknown[cells[i].word] || count <= FEWEST_OTHERS)
            continue;
        vote->keys++;
        vote->is_less |= fabsl(rest) < fabsl(cells[i].value);
        if (!cells[i].is_run && others > FEWEST_OTHERS && is_sum(&cells[i], rest, others - 1))
            count_vote(vote, others - 1);
    }
}

static void take_votes(struct survey *survey)
{
    for (size_t start = 0, end; start < survey->count; start = end) {
        end = start;
        while (end < survey->count && survey->cells[end].key == survey->cells[start].key)
            end++;
        vote_of_key(survey, survey->cells + start, end - start);
    }
}

/* A word that calls itself a total needs less proof, and a partner that is no country too. */
static enum total_likelihood judge(const struct survey *survey, uint32_t word)
{
    const struct vote *vote = &survey->votes[word];
    bool is_partner = survey->field != FIELD_PRODUCT;
    struct text text = is_partner ? survey->statistic->places.words[word]
                                  : survey->statistic->product_words.words[word];
    bool is_called = total_word_is_partial(text) || total_word_is_all_zeros(text);
    if (!vote->keys)
        return TOTAL_NONE;
    if (is_called && (vote->equal || !vote->is_less))
        return TOTAL_LIKELY;
    bool is_proven = vote->equal > 1 || vote->most_others >= MANY_OTHERS || is_partner;
    if (is_proven && vote->equal * 2 > vote->keys)
        return TOTAL_LIKELY;
    bool is_usual = vote->equal * 2 > vote->keys;
    return vote->equal && (is_usual || vote->most_others >= MANY_OTHERS) ? TOTAL_SOMETIMES
                                                                         : TOTAL_NONE;
}

static void learn(struct total_judgements *totals, const struct statistic *statistic,
                  const struct partition *partition, enum field field)
{
    bool is_partner = field != FIELD_PRODUCT;
    size_t words = is_partner ? statistic->places.count : statistic->product_words.count;
    bool *is_unknown = xcalloc(words + 1, sizeof *is_unknown);
    for (size_t i = 0; i < words; i++)
        is_unknown[i] =
            is_partner ? statistic->is_unknown_place[i] : statistic->product_terms[i].is_unknown;
    struct survey survey = {.statistic = statistic, .field = field, .is_unknown = is_unknown};
    survey.votes = xcalloc(words + 1, sizeof *survey.votes);
    take_cells(&survey, partition);
    take_votes(&survey);
    uint8_t *judged = xcalloc(words + 1, sizeof *judged);
    for (size_t i = 0; i < words; i++)
        judged[i] = is_unknown[i] ? (uint8_t)judge(&survey, (uint32_t)i) : TOTAL_NONE;
    *(field == FIELD_PARTNER   ? &totals->of_places
      : field == FIELD_PRODUCT ? &totals->of_products
                               : &totals->of_reporters) = judged;
    free(survey.cells);
    free(survey.votes);
    free(is_unknown);
}

/* Judges the words once, by all rows of the file. */
static const struct total_judgements *totals_of(const struct statistic *statistic)
{
    struct total_judgements *totals = statistic->totals;
    if (totals->is_known)
        return totals;
    struct row_set all = row_set_all(table_row_count(statistic->dataset->table));
    struct partition partition = {.group_count = partition_group_count(statistic)};
    const struct partition_request plain = {0};
    partition_add(&partition, statistic, &all, false);
    keep_one_type(&partition, statistic);
    keep_one_classification(&partition, statistic);
    keep_wholes(&partition, statistic, &plain);
    drop_duplicates(&partition, statistic);
    if (statistic->has_unknown_places)
        learn(totals, statistic, &partition, FIELD_PARTNER);
    if (statistic->has_unknown_products)
        learn(totals, statistic, &partition, FIELD_PRODUCT);
    if (statistic->has_unknown_reporters)
        learn(totals, statistic, &partition, FIELD_REPORTER);
    totals->is_known = true;
    partition_release(&partition);
    row_set_release(&all);
    return totals;
}

/* --- the rule --- */

static uint32_t word_of_part(const struct part *part, enum field field)
{
    return field == FIELD_PARTNER ? part->partner : part->product;
}

static bool is_judged(const struct part *part, enum field field, const uint8_t *judged,
                      enum total_likelihood likelihood)
{
    uint32_t word = word_of_part(part, field);
    return word != WHOLE_TERM && judged[word] == likelihood;
}

/* A likely total is left out where there is anything that it may contain. */
static void apply(struct partition *partition, const struct statistic *statistic, enum field field,
                  const uint8_t *judged)
{
    struct tuple_index index = {.width = 3};
    uint32_t *numbers = xcalloc(partition->count + 1, sizeof *numbers);
    bool *has_others = xcalloc(partition->count + 1, sizeof *has_others);
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        const uint32_t key[] = {part->group, field == FIELD_PARTNER ? part->product : part->partner,
                                term_at(&statistic->reporters, part->row)};
        if (part->fate != FATE_ADDED)
            continue;
        if (is_judged(part, field, judged, TOTAL_SOMETIMES))
            part->likely_total = (uint8_t)field;
        numbers[i] = (uint32_t)tuple_index_number(&index, key);
        has_others[numbers[i]] |= !is_judged(part, field, judged, TOTAL_LIKELY);
    }
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        if (part->fate != FATE_ADDED || !is_judged(part, field, judged, TOTAL_LIKELY))
            continue;
        part->likely_total = (uint8_t)field;
        if (has_others[numbers[i]])
            part->fate = field == FIELD_PARTNER ? FATE_PARTNER_TOTAL : FATE_PRODUCT_TOTAL;
    }
    tuple_index_release(&index);
    free(numbers);
    free(has_others);
}

bool is_likely_reporter_total(const struct statistic *statistic, uint32_t place)
{
    if (!statistic->has_unknown_reporters || !statistic->is_unknown_place[place])
        return false;
    const uint8_t *judged = totals_of(statistic)->of_reporters;
    return judged && judged[place] == TOTAL_LIKELY;
}

void drop_likely_totals(struct partition *partition, const struct statistic *statistic)
{
    if (!statistic->has_unknown_places && !statistic->has_unknown_products)
        return;
    const struct total_judgements *totals = totals_of(statistic);
    if (totals->of_places)
        apply(partition, statistic, FIELD_PARTNER, totals->of_places);
    if (totals->of_products)
        apply(partition, statistic, FIELD_PRODUCT, totals->of_products);
}

/* --- in words --- */

static struct text word_of(const struct statistic *statistic, const struct likely_total *total)
{
    const struct dataset *dataset = statistic->dataset;
    size_t column = dataset->column[total->field];
    struct codes codes = table_codes(dataset->table, column);
    return text_trim(table_distinct(dataset->table, column, codes_at(codes, total->row)));
}

void likely_total_write(struct buffer *out, const struct statistic *statistic,
                        const struct likely_total *total)
{
    buffer_printf(out, "line %zu, `", table_line(statistic->dataset->table, total->row));
    text_make_visible(out, word_of(statistic, total), true);
    buffer_putc(out, '`');
}

void likely_totals_tell(struct buffer *out, const struct statistic *statistic,
                        const struct likely_totals *totals)
{
    const struct likely_total *first = &totals->first;
    likely_total_write(out, statistic, first);
    buffer_puts(out, first->is_added ? ", equals the sum of others"
                                     : ", equals the sum of others, so is likely their total");
    if (totals->count > 1)
        buffer_printf(out, ", and %zu more such row%s", totals->count - 1,
                      totals->count > 2 ? "s" : "");
    if (!first->is_added) {
        buffer_puts(out,
                    "; the sum of the others is taken once, and --sum with --all-rows adds it");
        return;
    }
    buffer_printf(out, ", which may be chance, so it is added; leave it out with -f 'not %s=\"",
                  field_table[first->field].name);
    text_make_visible(out, word_of(statistic, first), true);
    buffer_puts(out, "\"'");
}
