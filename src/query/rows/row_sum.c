/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each row has a cell, given by its groups: an index into an array if all combinations of groups
 * fit in one, else found in a hash table of those that occur. Each part of the rows is summed in
 * cells of its own, and the cells of all parts are added at the end.
 */
#include "config.h"

#include "query/rows/row_sum.h"

#include "base/array.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PART_ROWS ZONE_ROWS /* at least; a multiple of 64 */
#define MOST_PARTS ((size_t)64)
#define MOST_CELLS ((size_t)1 << 18)          /* combinations of groups that may have an array */
#define MOST_CELLS_OF_PARTS ((size_t)1 << 20) /* so that parts take at most 24 MiB */
#define NOWHERE UINT32_MAX
#define ROWS_OF_WORD ((size_t)64) /* rows of a word of a row set, which are processed together */
/*
 * If there are few cells, neighbouring rows go to different copies of them, so that an addition
 * does not wait for the one before.
 */
#define COPIES ((size_t)4)
#define MOST_CELLS_WITH_COPIES ((size_t)256)

struct cell {
    double sum, rest; /* compensation of the rounding errors of the sum */
    uint32_t row_count, number_count, first_row;
};

struct partial_sum {
    struct cell *cells; /* owned: indexed by place */
    size_t capacity;
    struct tuple_index places; /* finds the place of a combination */
};

struct summing {
    const struct sum_plan *plan;
    uint32_t *steps[MOST_SUM_KEYS]; /* for each code: its contribution to the place */
    size_t cell_count;              /* 0 if places are looked up */
    size_t copies;                  /* of each cell, next to each other: 1 or COPIES */
    uint32_t end;                   /* of the places */
    size_t part_rows;
    struct partial_sum *parts;
};

static bool is_left_out(uint32_t group)
{
    return group == NO_GROUP;
}

/* Adds the table's value of each code to the sums, for `count` rows from `first`. */
static void look_up(struct codes codes, const uint32_t *table, size_t first, size_t count,
                    uint32_t *sums)
{
#define LOOK_UP(type)                  \
    for (size_t i = 0; i < count; i++) \
    sums[i] += table[((const type *)codes.codes)[first + i]]
    switch (codes.width) {
    case 1:
        LOOK_UP(uint8_t);
        break;
    case 2:
        LOOK_UP(uint16_t);
        break;
    case 4:
        LOOK_UP(uint32_t);
        break;
    default:
        for (size_t i = 0; i < count; i++)
            sums[i] += table[codes.constant];
    }
#undef LOOK_UP
}

/* Rows that are left out have a place behind all cells, and so has any sum with it. */
static void count_places(const struct summing *summing, size_t first, size_t count,
                         uint32_t *places)
{
    for (size_t i = 0; i < count; i++)
        places[i] = (uint32_t)(i & (summing->copies - 1));
    for (size_t key = 0; key < summing->plan->key_count; key++)
        look_up(summing->plan->keys[key].codes, summing->steps[key], first, count, places);
}

static uint32_t find_place(struct partial_sum *part, const uint32_t *groups, size_t key_count)
{
    for (size_t key = 0; key < key_count; key++)
        if (is_left_out(groups[key]))
            return NOWHERE;
    size_t known = part->places.count, place = tuple_index_number(&part->places, groups);
    if (place == known) {
        ARRAY_RESERVE(part->cells, place + 1, part->capacity);
        part->cells[place] = (struct cell){0};
    }
    return (uint32_t)place;
}

static uint64_t rows_of_word(const struct sum_plan *plan, size_t word)
{
    size_t rows = plan->row_count - word * ROWS_OF_WORD;
    uint64_t all = rows < ROWS_OF_WORD ? ((uint64_t)1 << rows) - 1 : ~(uint64_t)0;
    return plan->rows ? plan->rows->words[word] & all : all;
}

static void look_up_places(const struct summing *summing, struct partial_sum *part, size_t first,
                           size_t count, uint64_t rows, uint32_t *places)
{
    const struct sum_plan *plan = summing->plan;
    uint32_t groups[MOST_SUM_KEYS][ROWS_OF_WORD], key_of_row[MOST_SUM_KEYS];
    for (size_t key = 0; key < plan->key_count; key++) {
        memset(groups[key], 0, sizeof groups[key]);
        look_up(plan->keys[key].codes, plan->keys[key].groups, first, count, groups[key]);
    }
    for (; rows; rows &= rows - 1) {
        size_t i = (size_t)__builtin_ctzll(rows);
        for (size_t key = 0; key < plan->key_count; key++)
            key_of_row[key] = groups[key][i];
        places[i] = find_place(part, key_of_row, plan->key_count);
    }
}

/*
 * Computes the places of `rows`, a bit for each of `count` rows from `first`. A row that is left
 * out gets a place at `end` or behind.
 */
static void place_rows(const struct summing *summing, struct partial_sum *part, size_t first,
                       size_t count, uint64_t rows, uint32_t *places)
{
    if (summing->cell_count)
        count_places(summing, first, count, places);
    else
        look_up_places(summing, part, first, count, rows, places);
}

/* Returns the numbers of a word, scaled. `room` holds numbers that must be computed. */
static const double *numbers_of_word(const struct sum_plan *plan, size_t first, size_t count,
                                     double *room)
{
    if (plan->numbers && !plan->factors)
        return plan->numbers + first;
    for (size_t i = 0; i < count; i++)
        room[i] = plan->numbers
                      ? plan->numbers[first + i] * plan->factors[codes_at(plan->units, first + i)]
                      : (double)NAN;
    return room;
}

static void add_number(struct cell *cell, double number)
{
    double sum = cell->sum + number, back = sum - cell->sum;
    cell->rest += (cell->sum - (sum - back)) + (number - back);
    cell->sum = sum;
    cell->number_count++;
}

static void add_row(struct cell *cell, size_t row, double number)
{
    if (cell->row_count++ == 0)
        cell->first_row = (uint32_t)row;
    if (!isnan(number))
        add_number(cell, number);
}

static void merge_cell(struct cell *total, const struct cell *cell)
{
    uint32_t numbers = total->number_count + cell->number_count;
    if (!total->row_count || (cell->row_count && cell->first_row < total->first_row))
        total->first_row = cell->first_row;
    add_number(total, cell->sum);
    total->rest += cell->rest;
    total->row_count += cell->row_count;
    total->number_count = numbers;
}

typedef double doubles __attribute__((vector_size(COPIES * sizeof(double))));
typedef int64_t integers __attribute__((vector_size(COPIES * sizeof(int64_t))));

/* As add_row() for a word of rows, distributed over the copies. */
static void add_to_copies(struct cell cells[COPIES], size_t row, const double *numbers,
                          double factor)
{
    doubles sums, rests;
    integers counts = {0};
    for (size_t i = 0; i < COPIES; i++) {
        sums[i] = cells[i].sum;
        rests[i] = cells[i].rest;
    }
    for (size_t i = 0; i < ROWS_OF_WORD; i += COPIES) {
        doubles read;
        memcpy(&read, numbers + i, sizeof read);
        read *= factor;
        integers is_number = read == read;
        doubles some = (doubles)((integers)read & is_number), sum = sums + some, back = sum - sums;
        rests += (sums - (sum - back)) + (some - back);
        sums = sum;
        counts -= is_number;
    }
    for (size_t i = 0; i < COPIES; i++) {
        uint32_t first = cells[i].row_count ? cells[i].first_row : (uint32_t)(row + i);
        cells[i] = (struct cell){sums[i], rests[i], cells[i].row_count + ROWS_OF_WORD / COPIES,
                                 cells[i].number_count + (uint32_t)counts[i], first};
    }
}

static void add_word(const struct summing *summing, struct cell *cells, size_t row,
                     const double *numbers, double factor)
{
    if (summing->copies == COPIES) {
        add_to_copies(cells, row, numbers, factor);
        return;
    }
    struct cell copies[COPIES] = {0};
    add_to_copies(copies, row, numbers, factor);
    for (size_t i = 0; i < COPIES; i++)
        merge_cell(cells, &copies[i]);
}

static void add_rows(const struct summing *summing, struct partial_sum *part, size_t first,
                     uint64_t rows)
{
    uint32_t places[ROWS_OF_WORD];
    double room[ROWS_OF_WORD];
    size_t left = summing->plan->row_count - first,
           count = left < ROWS_OF_WORD ? left : ROWS_OF_WORD;
    place_rows(summing, part, first, count, rows, places);
    const double *numbers = numbers_of_word(summing->plan, first, count, room);
    for (; rows; rows &= rows - 1) {
        size_t i = (size_t)__builtin_ctzll(rows);
        if (places[i] < summing->end)
            add_row(&part->cells[places[i]], first + i, numbers[i]);
    }
}

/* True if 64 codes from `first` are equal. Compares the array with itself shifted by one. */
static bool are_alike(struct codes codes, size_t first)
{
    const char *bytes = (const char *)codes.codes + first * codes.width;
    return !codes.width ||
           memcmp(bytes, bytes + codes.width, (ROWS_OF_WORD - 1) * codes.width) == 0;
}

/* True if all rows of a word are in one group and unit, as most are in sorted files. */
static bool is_uniform(const struct sum_plan *plan, size_t first)
{
    bool is_same = !plan->factors || are_alike(plan->units, first);
    for (size_t key = 0; key < plan->key_count && is_same; key++)
        is_same = are_alike(plan->keys[key].codes, first);
    return is_same;
}

static void add_uniform(const struct summing *summing, struct partial_sum *part, size_t first)
{
    const struct sum_plan *plan = summing->plan;
    uint32_t place;
    double room[ROWS_OF_WORD];
    place_rows(summing, part, first, 1, 1, &place);
    if (place >= summing->end)
        return;
    double factor = plan->factors ? plan->factors[codes_at(plan->units, first)] : 1;
    const double *numbers =
        plan->numbers ? plan->numbers + first : numbers_of_word(plan, first, ROWS_OF_WORD, room);
    add_word(summing, &part->cells[place], first, numbers, factor);
}

static void sum_part(struct summing *summing, struct partial_sum *part, size_t first, size_t end)
{
    const struct sum_plan *plan = summing->plan;
    part->places.width = plan->key_count;
    if (summing->cell_count)
        part->cells = xcalloc(summing->cell_count * summing->copies, sizeof *part->cells);
    for (; first < end; first += ROWS_OF_WORD) {
        uint64_t rows = rows_of_word(plan, first / ROWS_OF_WORD);
        if (rows == ~(uint64_t)0 && is_uniform(plan, first))
            add_uniform(summing, part, first);
        else if (rows)
            add_rows(summing, part, first, rows);
    }
}

static void sum_parts(void *context, size_t worker, size_t first, size_t last)
{
    (void)worker;
    struct summing *summing = context;
    for (size_t i = first; i < last; i++) {
        size_t start = i * summing->part_rows, end = start + summing->part_rows;
        sum_part(summing, &summing->parts[i], start,
                 end < summing->plan->row_count ? end : summing->plan->row_count);
    }
}

/* Returns the number of combinations of groups; 0 if there are too many for an array. */
static size_t count_cells(const struct sum_plan *plan)
{
    size_t cells = 1;
    for (size_t key = 0; key < plan->key_count; key++) {
        if (plan->keys[key].group_count > MOST_CELLS / cells)
            return 0;
        cells *= plan->keys[key].group_count;
    }
    return cells;
}

/* The last key steps through neighbouring cells, so that cells are in the order of groups. */
static void make_steps(struct summing *summing)
{
    const struct sum_plan *plan = summing->plan;
    size_t step = summing->copies;
    for (size_t key = plan->key_count; key-- > 0;) {
        const struct sum_key *of = &plan->keys[key];
        summing->steps[key] = xreallocarray(NULL, of->code_count, sizeof *summing->steps[key]);
        for (size_t code = 0; code < of->code_count; code++)
            summing->steps[key][code] =
                is_left_out(of->groups[code]) ? summing->end : of->groups[code] * (uint32_t)step;
        step *= of->group_count;
    }
}

static size_t rows_of_part(const struct summing *summing)
{
    size_t parts = MOST_PARTS;
    if (summing->cell_count > MOST_CELLS_OF_PARTS / MOST_PARTS)
        parts = MOST_CELLS_OF_PARTS / summing->cell_count;
    size_t rows = (summing->plan->row_count + parts - 1) / parts;
    return (rows + PART_ROWS - 1) / PART_ROWS * PART_ROWS;
}

static struct row_sum row_sum_of(const struct cell *cell)
{
    struct row_sum sum = {.row_count = cell->row_count,
                          .first_row = cell->first_row,
                          .number_count = cell->number_count};
    /* An infinite sum cannot be compensated. */
    sum.sum = isfinite(cell->sum) ? cell->sum + cell->rest : cell->sum;
    return sum;
}

/* Adds the copies of each cell. */
static void merge_copies(const struct summing *summing, struct partial_sum *total)
{
    for (size_t place = 0; place < summing->cell_count; place++) {
        struct cell cell = total->cells[place * summing->copies];
        for (size_t copy = 1; copy < summing->copies; copy++)
            merge_cell(&cell, &total->cells[place * summing->copies + copy]);
        total->cells[place] = cell;
    }
}

static void read_counted(struct row_sums *sums, const struct summing *summing,
                         const struct partial_sum *total)
{
    const struct sum_plan *plan = summing->plan;
    size_t capacity = 0;
    for (size_t place = 0; place < summing->cell_count; place++) {
        if (!total->cells[place].row_count)
            continue;
        ARRAY_RESERVE(sums->items, sums->count + 1, capacity);
        struct row_sum *sum = &sums->items[sums->count++];
        *sum = row_sum_of(&total->cells[place]);
        for (size_t key = plan->key_count, rest = place; key-- > 0;) {
            sum->groups[key] = (uint32_t)(rest % plan->keys[key].group_count);
            rest /= plan->keys[key].group_count;
        }
    }
}

static int compare_sums(const void *left, const void *right)
{
    const struct row_sum *a = left, *b = right;
    for (size_t key = 0; key < MOST_SUM_KEYS; key++)
        if (a->groups[key] != b->groups[key])
            return a->groups[key] < b->groups[key] ? -1 : 1;
    return 0;
}

static void read_looked_up(struct row_sums *sums, const struct partial_sum *total)
{
    sums->count = total->places.count;
    sums->items = xcalloc(sums->count, sizeof *sums->items);
    for (size_t place = 0; place < sums->count; place++) {
        sums->items[place] = row_sum_of(&total->cells[place]);
        memcpy(sums->items[place].groups, total->places.keys + place * total->places.width,
               total->places.width * sizeof *total->places.keys);
    }
    if (sums->count)
        qsort(sums->items, sums->count, sizeof *sums->items, compare_sums);
}

static void merge_part(const struct summing *summing, struct partial_sum *total,
                       const struct partial_sum *part)
{
    if (summing->cell_count) {
        for (size_t i = 0; i < summing->cell_count * summing->copies; i++)
            merge_cell(&total->cells[i], &part->cells[i]);
        return;
    }
    for (size_t place = 0; place < part->places.count; place++) {
        const uint32_t *groups = part->places.keys + place * part->places.width;
        uint32_t found = find_place(total, groups, part->places.width);
        merge_cell(&total->cells[found], &part->cells[place]);
    }
}

static void read_sums(struct row_sums *sums, const struct summing *summing, size_t part_count)
{
    struct partial_sum *total = &summing->parts[0];
    for (size_t i = 1; i < part_count; i++)
        merge_part(summing, total, &summing->parts[i]);
    if (!summing->cell_count) {
        read_looked_up(sums, total);
        return;
    }
    merge_copies(summing, total);
    read_counted(sums, summing, total);
}

static void release(struct summing *summing, size_t part_count)
{
    for (size_t i = 0; i < part_count; i++) {
        free(summing->parts[i].cells);
        tuple_index_release(&summing->parts[i].places);
    }
    for (size_t key = 0; key < MOST_SUM_KEYS; key++)
        free(summing->steps[key]);
    free(summing->parts);
}

bool row_sums_make(struct row_sums *sums, const struct sum_plan *plan, parallel_doubt *doubt,
                   void *doubt_context)
{
    struct summing summing = {.plan = plan, .cell_count = count_cells(plan)};
    *sums = (struct row_sums){0};
    if (!plan->row_count)
        return true;
    summing.copies = summing.cell_count <= MOST_CELLS_WITH_COPIES ? COPIES : 1;
    summing.end = summing.cell_count ? (uint32_t)(summing.cell_count * summing.copies) : NOWHERE;
    if (summing.cell_count)
        make_steps(&summing);
    summing.part_rows = rows_of_part(&summing);
    size_t part_count = (plan->row_count + summing.part_rows - 1) / summing.part_rows;
    summing.parts = xcalloc(part_count, sizeof *summing.parts);
    bool is_done = parallel_for(part_count, 1, sum_parts, &summing, doubt, doubt_context);
    if (is_done)
        read_sums(sums, &summing, part_count);
    release(&summing, part_count);
    return is_done;
}

void row_sums_release(struct row_sums *sums)
{
    free(sums->items);
    *sums = (struct row_sums){0};
}
