/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Balance, --sum, breakdowns and exports of one choice give the same numbers: over the layouts of
 * tests/formats, over small files of the corpus where it is present, and over random files.
 */
#include "config.h"

#include "analysis/statistics/breakdown.h"
#include "base/paths.h"
#include "model/choice_changes.h"
#include "model/file_loading.h"
#include "model/opening.h"
#include "model/recompute.h"
#include "report/claims_report.h"
#include "report/sum_lines.h"
#include "tests/unit/locations.h"
#include "workspace_builder.h"

#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define NO_WORD ((struct text){"", 0})
#define LARGEST_FILE 400000
#define MOST_PAIRS 5
#define RANDOM_FILES 40

struct checking {
    const char *path;
    struct model *model;
    size_t sums, parts, exports; /* numbers that were compared */
    size_t failures;
    bool is_random; /* what World is stated for is random too: on 27 and not on TOTAL */
};

static bool is_near(double a, double b)
{
    return a == b || fabs(a - b) <= 1e-9 * fmax(fabs(a), fabs(b));
}

static const struct file_sums *sums_of(const struct checking *checking)
{
    return &checking->model->files.items[0].sums;
}

/* One of the numbers on the period and flow of a sum is not the other. */
static void complain_of(struct checking *checking, const char *what, struct text word, double value,
                        const struct sum *sum, double other)
{
    const struct choices *choices = &checking->model->choices;
    struct buffer period = {0};
    period_format(&period, sum->period);
    print_error("%s: %s > %s, product %s, %s %s %.*s: %.17g, but %.17g in %s\n", checking->path,
                choices->reporter, choices->partner, choices->product ? choices->product : "-",
                period.data, flow_vocabulary.words[sum->flow], (int)word.length, word.data, value,
                other, what);
    buffer_release(&period);
    checking->failures++;
}

/* --- against --sum --- */

static struct text word_of(const struct sum_lines *lines, size_t line, size_t column)
{
    return dictionary_word(&lines->columns[column].words, lines->items[line].words[column]);
}

/* The line of the period, flow and unit of a sum, and of the word in the third column. */
static const struct sum_line *find_line(const struct sum_lines *lines, const struct sum *sum,
                                        const char *word)
{
    for (size_t i = 0; i < lines->count; i++) {
        struct period period;
        struct unit unit = lines->units[lines->items[i].words[lines->column_count]];
        if (period_parse(word_of(lines, i, 0), &period) && period_is_equal(period, sum->period) &&
            vocabulary_find(&flow_vocabulary, word_of(lines, i, 1)) == (int)sum->flow &&
            unit.dimension == sum->unit.dimension &&
            strcmp(unit.currency, sum->unit.currency) == 0 &&
            (!word || text_is_word(word_of(lines, i, 2), word)))
            return &lines->items[i];
    }
    return NULL;
}

static void compare_with_lines(struct checking *checking, const struct series *series)
{
    struct sum_lines lines;
    struct error error = {0};
    if (!sum_lines_make(&lines, checking->model, "period,flow", false, &error))
        fail_msg("%s", error.text);
    for (size_t i = 0; i < series->count; i++) {
        const struct sum *sum = &series->sums[i];
        const struct sum_line *line = sum->row_count ? find_line(&lines, sum, NULL) : NULL;
        if (!line)
            continue;
        checking->sums++;
        if (!is_near(line->sum, sum->value))
            complain_of(checking, "--sum", NO_WORD, sum->value, sum, line->sum);
    }
    sum_lines_release(&lines);
}

/* --- against breakdowns --- */

static void compare_parts(struct checking *checking, const struct breakdown *parts,
                          const struct sum *sum, const char *columns)
{
    struct sum_lines lines;
    struct error error = {0};
    if (!sum_lines_make(&lines, checking->model, columns, false, &error)) {
        error_release(&error);
        sum_lines_release(&lines);
        return; /* a file without products */
    }
    for (size_t i = 0; i < parts->count; i++) {
        char *word = xstrndup(parts->items[i].word.data, parts->items[i].word.length);
        const struct sum_line *line = find_line(&lines, sum, word);
        /* A part may be made of others: 27 of 2709, where no row states it. */
        bool is_same = line && line->row_count == parts->items[i].row_count;
        checking->parts += is_same;
        if (is_same && !is_near(line->sum, parts->items[i].value))
            complain_of(checking, columns, parts->items[i].word, parts->items[i].value, sum,
                        line->sum);
        free(word);
    }
    sum_lines_release(&lines);
}

static void compare_with_breakdowns(struct checking *checking, const struct series *series)
{
    const struct open_file *file = &checking->model->files.items[0];
    static const char *const columns[] = {"period,flow,product", "period,flow,partner"};
    for (size_t i = 0; i < series->count; i += series->count / 4 + 1) {
        const struct sum *sum = &series->sums[i];
        bool is_whole = period_is_equal(sum->whole, sum->period);
        for (int by = 0; by < 2 && sum->row_count && is_whole; by++) {
            struct arena arena = {0};
            struct breakdown_request request = {.trade = series->trade,
                                                .by = (enum breakdown_by)by,
                                                .flow = sum->flow,
                                                .period = sum->whole};
            struct breakdown parts =
                breakdown_make(&arena, file->sums.statistic, &file->shown_rows.rows, &request);
            if (by == BREAKDOWN_BY_PRODUCT && !isnan(parts.whole) &&
                !is_near(parts.whole, sum->value))
                complain_of(checking, "a breakdown", NO_WORD, sum->value, sum, parts.whole);
            bool is_of_world = text_is_word(series->trade.partner, "World");
            if (by == BREAKDOWN_BY_PRODUCT ? !is_of_world || !checking->is_random : is_of_world)
                compare_parts(checking, &parts, sum, columns[by]);
            arena_release(&arena);
        }
    }
}

/* --- against an export --- */

static bool write_piece(void *context, struct text piece)
{
    return fwrite(piece.data, 1, piece.length, context) == piece.length;
}

static void export_to(struct checking *checking, const char *path)
{
    FILE *file = fopen(path, "w");
    struct sink out = {.take = write_piece, .context = file};
    struct export_files files;
    struct error error = {0};
    assert_non_null(file);
    if (!export_files_find(&files, checking->model, &error))
        fail_msg("%s", error.text);
    claims_report_csv(&out, &files, cell_write_csv);
    export_files_release(&files);
    assert_true(sink_finish(&out) && fclose(file) == 0);
}

static struct model *open_model(const char *path)
{
    struct model *model = xcalloc(1, sizeof *model);
    model_start(model, &path, 1, (struct load_hints){0});
    model_finish_loading(model);
    return model;
}

static void close_model(struct model *model)
{
    model_release(model);
    free(model);
}

/* By its period: of fewer rows, months may be shown for a part of a year. */
static const struct sum *find_sum(const struct series *series, const struct sum *sum)
{
    for (size_t i = 0; i < series->count; i++)
        if (series->sums[i].flow == sum->flow && series->sums[i].row_count &&
            period_is_equal(series->sums[i].period, sum->period))
            return &series->sums[i];
    return NULL;
}

/* A file of codes beside the file is not beside its export. */
static bool stands_alone(const char *path)
{
    return !strstr(path, "comexstat");
}

static void compare_with_export(struct checking *checking, const struct series *series,
                                const char *scratch)
{
    const struct choices *choices = &checking->model->choices;
    export_to(checking, scratch);
    struct model *again = open_model(scratch);
    model_choose_pair(again, choices->reporter, choices->partner);
    if (choices->product)
        model_choose_product(again, choices->product);
    model_complete_rows(again);
    const struct series *other = &again->files.items[0].sums.series;
    for (size_t i = 0; i < series->count; i++) {
        const struct sum *sum = &series->sums[i];
        const struct sum *same = find_sum(other, sum);
        if (!sum->row_count)
            continue;
        checking->exports++;
        if (!same || !is_near(same->value, sum->value))
            complain_of(checking, "its export", NO_WORD, sum->value, sum,
                        same ? same->value : (double)NAN);
    }
    close_model(again);
}

/* --- choices --- */

static void check_choice(struct checking *checking, const char *scratch)
{
    model_complete_rows(checking->model);
    const struct series *series = &sums_of(checking)->series;
    compare_with_lines(checking, series);
    compare_with_breakdowns(checking, series);
    if (series->count && stands_alone(checking->path))
        compare_with_export(checking, series, scratch);
}

static void check_products(struct checking *checking, const char *scratch)
{
    struct statistic_words words =
        statistic_words_make(sums_of(checking)->statistic, NULL, FIELD_PRODUCT);
    for (size_t i = 0; i < words.count; i += words.count / 3 + 1) {
        char *word = xstrndup(words.items[i].word.data, words.items[i].word.length);
        model_choose_product(checking->model, word);
        check_choice(checking, scratch);
        free(word);
    }
    model_choose_product(checking->model, NULL);
    statistic_words_release(&words);
}

static void check_pair(struct checking *checking, const char *scratch, struct text reporter,
                       const char *partner)
{
    char *name = xstrndup(reporter.data, reporter.length);
    model_choose_pair(checking->model, name, partner);
    check_choice(checking, scratch);
    check_products(checking, scratch);
    free(name);
}

static void check_pairs(struct checking *checking, const char *scratch)
{
    struct sum_lines lines;
    struct error error = {0};
    if (!sum_lines_make(&lines, checking->model, "reporter,partner", true, &error))
        error_release(&error); /* a table of quantities, say, has no reporter */
    size_t step = lines.count / MOST_PAIRS + 1;
    for (size_t i = 0; i < lines.count; i += step) {
        struct text reporter = word_of(&lines, i, 0), partner = word_of(&lines, i, 1);
        if (!reporter.length)
            continue;
        if (partner.length) {
            char *name = xstrndup(partner.data, partner.length);
            check_pair(checking, scratch, reporter, name);
            free(name);
        }
        if (i % 3 == 0)
            check_pair(checking, scratch, reporter, "World");
    }
    sum_lines_release(&lines);
}

static void check_file(struct checking *checking, const char *path)
{
    char *folder = make_folder(), *scratch = path_join(folder, "export.csv");
    checking->path = path;
    checking->model = open_model(path);
    if (sums_of(checking)->statistic)
        check_pairs(checking, scratch);
    close_model(checking->model);
    unlink(scratch);
    rmdir(folder);
    free(scratch);
    free(folder);
}

/* --- files --- */

static int open_data(void **state)
{
    (void)state;
    return setenv("TRADESCOPE_DATADIR", SHIPPED_DATA, 1);
}

static void check_all(struct checking *checking, const char *pattern)
{
    glob_t files;
    struct stat status;
    if (glob(pattern, 0, NULL, &files) != 0)
        return;
    for (size_t i = 0; i < files.gl_pathc; i++)
        if (stat(files.gl_pathv[i], &status) == 0 && status.st_size < LARGEST_FILE)
            check_file(checking, files.gl_pathv[i]);
    globfree(&files);
}

static void numbers_are_the_same_in_every_layout(void **state)
{
    (void)state;
    struct checking checking = {0};
    check_all(&checking, SHIPPED_DATA "../tests/formats/layouts/*/*.csv");
    assert_int_equal(checking.failures, 0);
    print_message("%zu sums, %zu parts, %zu of exports\n", checking.sums, checking.parts,
                  checking.exports);
    assert_true(checking.sums > 100 && checking.parts > 50 && checking.exports > 100);
}

static void numbers_are_the_same_in_the_corpus(void **state)
{
    (void)state;
    struct checking checking = {0};
    if (access(CORPUS, R_OK) != 0)
        skip();
    check_all(&checking, CORPUS "/*/*.csv");
    print_message("%zu sums, %zu parts, %zu of exports\n", checking.sums, checking.parts,
                  checking.exports);
    assert_int_equal(checking.failures, 0);
}

/* --- random files: levels of products, World or not, modes of transport, copies, re-exports --- */

static uint32_t next_number(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *pick(uint32_t *seed, const char *const *words, size_t count)
{
    return words[next_number(seed) % count];
}

static void write_random(const char *path, uint32_t seed)
{
    static const char *const partners[] = {"0,WLD,World", "643,RUS,Russian Federation",
                                           "156,CHN,China", "76,BRA,Brazil", "97,EU2,EU"};
    static const char *const products[] = {"TOTAL,All",        "27,Fuels",     "2709,Crude oil",
                                           "270900,Crude oil", "2710,Refined", "30,Pharma",
                                           "3004,Medicaments"};
    static const char *const flows[] = {"X,Export", "X,Export", "M,Import", "RX,Re-export"};
    static const char *const seconds[] = {"0,W00,World", "0,W00,World", "784,ARE,UAE"};
    static const char *const transports[] = {"0", "0", "1000", "2100"};
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("typeCode,freqCode,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
          "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,"
          "classificationCode,cmdCode,cmdDesc,customsCode,motCode,primaryValue,isReported,"
          "isAggregate\n",
          file);
    size_t partner_count = 2 + next_number(&seed) % 4, product_count = 1 + next_number(&seed) % 7;
    size_t first_partner = next_number(&seed) % 2, first_product = next_number(&seed) % 2;
    size_t transport_count = 1 + next_number(&seed) % 4, rows = 5 + next_number(&seed) % 60;
    if (first_product == product_count)
        first_product = 0;
    for (size_t i = 0; i < rows; i++) {
        fprintf(file, "C,A,%u,699,IND,India,%s,%s,%s,H6,%s,C00,%s,%u.%u,false,true\n",
                2020 + next_number(&seed) % 3, pick(&seed, flows, 4),
                pick(&seed, partners + first_partner, partner_count - first_partner),
                pick(&seed, seconds, 1 + next_number(&seed) % 3),
                pick(&seed, products + first_product, product_count - first_product),
                pick(&seed, transports, transport_count), next_number(&seed) % 1000,
                next_number(&seed) % 10);
    }
    assert_int_equal(fclose(file), 0);
}

static void numbers_are_the_same_in_random_files(void **state)
{
    (void)state;
    struct checking checking = {.is_random = true};
    char *folder = make_folder(), *path = path_join(folder, "random.csv");
    for (uint32_t seed = 1; seed <= RANDOM_FILES && !checking.failures; seed++) {
        write_random(path, seed);
        check_file(&checking, path);
        if (checking.failures)
            print_error("seed %u\n", seed);
    }
    unlink(path);
    rmdir(folder);
    free(path);
    free(folder);
    print_message("%zu sums, %zu parts, %zu of exports\n", checking.sums, checking.parts,
                  checking.exports);
    assert_int_equal(checking.failures, 0);
    assert_true(checking.sums > 500 && checking.parts > 100 && checking.exports > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_the_same_in_every_layout),
        cmocka_unit_test(numbers_are_the_same_in_the_corpus),
        cmocka_unit_test(numbers_are_the_same_in_random_files),
    };
    return cmocka_run_group_tests(tests, open_data, NULL);
}
