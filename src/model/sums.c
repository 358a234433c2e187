/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/sums.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"
#include "model/filtering.h"

#include <stdlib.h>
#include <string.h>

#define MANY_ROWS ((size_t)1 << 18)

/* It is selected again after the sums are made, see find_selected(). */
static void forget_selected(struct model *model)
{
    sum_identity_release(&model->selection.sum);
    if (model->selection.is_by_user)
        model->selection.sum = sum_identity_of(&model->dataset, model->selection.row);
    model->selection.row = NO_ROW;
}

void model_forget_sums(struct model *model)
{
    size_t claims = model_claim_count(model);
    if (model->sums.count) {
        row_set_cut(&model->rows.shown, claims);
        if (model->rows.known > claims)
            model->rows.known = claims;
        if (model->selection.row != NO_ROW && model->selection.row >= claims)
            forget_selected(model);
    }
    model->sums.count = 0;
    free(model->sums.key);
    model->sums.key = NULL;
}

static void find_selected(struct model *model)
{
    if (!model->selection.sum.kind)
        return;
    model->selection.row =
        sum_identity_find(&model->selection.sum, &model->dataset, model_claim_count(model));
    if (model->selection.row != NO_ROW)
        sum_identity_release(&model->selection.sum);
}

/* Returns everything that determines the sums as one text: when it changes, they are made again. */
static char *key_of_choices(const struct choices *choices)
{
    struct buffer key = {0};
    const char *const words[] = {choices->reporter, choices->partner, choices->product,
                                 choices->frequency};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        buffer_printf(&key, "%s\n", words[i] ? words[i] : "");
    const char *filter;
    for (size_t at = 0; (filter = choices_next_filter(choices, &at));)
        buffer_printf(&key, "%s\n", filter);
    return buffer_take(&key);
}

static unsigned frequencies_of(const struct choices *choices)
{
    for (enum frequency i = 0; choices->frequency && i < FREQUENCY_COUNT; i++)
        if (strcmp(frequency_name(i), choices->frequency) == 0)
            return FREQUENCY_BIT(i);
    return 0;
}

/* Returns the pair with most claims. Returns false if no claim has a pair. */
static bool choose_by_claims(const struct model *model, struct trade *trade)
{
    struct row_set claims = row_set_all(model->files.joined.rows);
    size_t count;
    struct pair_count *pairs = pairs_list(&model->dataset, model->countries, &claims, &count);
    if (count)
        *trade = (struct trade){pairs[0].pair.reporter, pairs[0].pair.partner, {"", 0}};
    free(pairs);
    row_set_release(&claims);
    return count > 0;
}

/* An effort, and if it was cancelled. Sums that the user waits for are made whole. */
struct watch {
    const struct model *model;
    const struct effort *effort;
    bool has_ended;
};

static bool ask(void *context)
{
    struct watch *watch = context;
    watch->has_ended =
        watch->has_ended || (effort_yields(watch->effort) && effort_is_cancelled(watch->effort));
    return watch->has_ended;
}

/* Returns the trade that the first file with any opens with. */
static struct trade choose_by_files(struct watch *watch)
{
    const struct model *model = watch->model;
    struct trade wish = {{"", 0}, {"", 0}, {"", 0}};
    struct effort effort = {.is_cancelled = ask, .context = watch};
    for (size_t i = 0; i < model->files.count && !wish.reporter.length; i++) {
        const struct open_file *file = &model->files.items[i];
        if (file->sums.choices)
            wish = file->sums.series.trade;
        else if (file->sums.statistic)
            statistic_choose_any(file->sums.statistic, &file->shown_rows.rows, &wish, &effort);
    }
    wish.product = (struct text){"", 0};
    return wish;
}

/* Returns the chosen trade, else that of the claims, else that of the files. */
static struct trade wish_of(struct watch *watch)
{
    const struct model *model = watch->model;
    const struct choices *choices = &model->choices;
    struct trade wish = {{"", 0}, {"", 0}, {"", 0}};
    if (choices->reporter) {
        wish.reporter = text_of(choices->reporter);
        wish.partner = text_of(choices->partner);
    } else if (!choose_by_claims(model, &wish)) {
        wish = choose_by_files(watch);
    }
    if (choices->product)
        wish.product = text_of(choices->product);
    return wish;
}

static struct text keep_text(struct arena *arena, struct text text)
{
    return (struct text){arena_copy(arena, text.length ? text.data : "", text.length), text.length};
}

/* Copies the words, which belong to choices that may be replaced while the sums stay. */
static struct trade keep_trade(struct arena *arena, const struct trade *trade)
{
    return (struct trade){keep_text(arena, trade->reporter), keep_text(arena, trade->partner),
                          keep_text(arena, trade->product)};
}

static void sum_file(struct model *model, struct open_file *file, const struct trade *wish)
{
    struct file_sums *sums = &file->sums;
    struct series_request request = {.frequencies = frequencies_of(&model->choices)};
    struct error error = {0};
    free(sums->reason);
    sums->reason = NULL;
    sums->series = (struct series){0};
    arena_release(&sums->arena);
    sums->arena = (struct arena){0};
    if (statistic_choose(sums->statistic, &file->shown_rows.rows, wish, &request.trade, &error)) {
        request.trade = keep_trade(&sums->arena, &request.trade);
        sums->series = series_make(&sums->arena, sums->statistic, &file->shown_rows.rows, &request);
    } else {
        sums->reason = xstrdup(error.text);
    }
    error_release(&error);
}

/* Uses the product of the first file that has the trade, so that all sums are for one product. */
static void set_trade(struct model *model, const struct trade *wish)
{
    struct text product = wish->product;
    for (size_t i = 0; i < model->files.count; i++) {
        const struct series *series = &model->files.items[i].sums.series;
        if (!series->count)
            continue;
        product = series->is_all_goods ? (struct text){"", 0} : text_of(series->product);
        break;
    }
    free(model->sums.trade.reporter);
    free(model->sums.trade.partner);
    free(model->sums.trade.product);
    model->sums.trade.reporter = xstrndup(wish->reporter.data, wish->reporter.length);
    model->sums.trade.partner = xstrndup(wish->partner.data, wish->partner.length);
    model->sums.trade.product = xstrndup(product.data, product.length);
}

static void append_sums(struct model *model, size_t file)
{
    const struct series *series = &model->files.items[file].sums.series;
    if (!series->count)
        return;
    dataset_begin_part(&model->dataset, model_file_path(model, file));
    model->sums.count += series_append(series, model_file_source(model, file), &model->dataset);
}

/*
 * Sums of a file being loaded are never made while the user waits. After other choices it has none
 * until model_refine() makes them.
 */
static void keep_coming(struct open_file *file, const char *key)
{
    if (file && file->sums.choices && strcmp(file->sums.choices, key) != 0)
        file_sums_release(&file->sums);
}

/* Returns false, without sums, if a key cancelled it. */
static bool sum_files(struct model *model, const char *key, const struct effort *effort)
{
    struct watch watch = {.model = model, .effort = effort};
    struct open_file *coming = model_loading_file(model);
    keep_coming(coming, key);
    struct trade wish = wish_of(&watch);
    for (size_t i = 0; i < model->files.count; i++) {
        struct open_file *file = &model->files.items[i];
        if (file->sums.statistic && file != coming && !ask(&watch))
            sum_file(model, file, &wish);
    }
    if (watch.has_ended)
        return false;
    set_trade(model, &wish);
    for (size_t i = 0; i < model->files.count; i++)
        append_sums(model, i);
    find_selected(model);
    return true;
}

bool model_keeps_pair(const struct model *model)
{
    const struct open_file *file = model_loading_file(model);
    return model->choices.reporter || (file->sums.series.trade.reporter.length &&
                                       model_loading_rows(model) < 2 * file->sums.pair_rows);
}

/* Starts new sums with the pair of the last ones, if there is one. */
static struct file_sums begin_sums(const struct model *model, const struct open_file *file,
                                   const char *key)
{
    const struct file_sums *last = &file->sums;
    struct file_sums sums = {.statistic = statistic_new(file->dataset, model->countries),
                             .pair_rows = model_loading_rows(model)};
    if (last->choices && strcmp(last->choices, key) == 0 && model_keeps_pair(model)) {
        sums.choices = xstrdup(key);
        sums.series.trade = last->series.trade;
        sums.pair_rows = last->pair_rows;
    }
    return sums;
}

/* Copies the choices and words, which may be freed before they are used again. */
static void keep_sums(struct file_sums *sums, const struct trade *wish, const char *key)
{
    struct series *series = &sums->series;
    const char *note = series->note ? series->note : "";
    free(sums->choices);
    sums->choices = xstrdup(key);
    series->trade = (struct trade){keep_text(&sums->arena, wish->reporter),
                                   keep_text(&sums->arena, wish->partner),
                                   keep_text(&sums->arena, series->trade.product)};
    series->note = arena_printf(&sums->arena, "%s%spartial: the file is not read to its end", note,
                                *note ? "; " : "");
}

bool model_sum_loading_file(struct model *model, const struct effort *effort)
{
    struct open_file *file = model_loading_file(model);
    struct watch watch = {.model = model, .effort = effort};
    char *key = key_of_choices(&model->choices);
    struct file_sums sums = begin_sums(model, file, key), former = file->sums;
    file->sums = sums;
    struct trade wish = wish_of(&watch);
    if (!ask(&watch))
        sum_file(model, file, &wish);
    if (!watch.has_ended)
        keep_sums(&file->sums, &wish, key);
    sums = file->sums;
    file->sums = watch.has_ended ? former : sums;
    file_sums_release(watch.has_ended ? &sums : &former);
    free(key);
    return !watch.has_ended;
}

void model_renew_statistic(struct model *model)
{
    struct open_file *file = model_loading_file(model);
    if (!file || !file->sums.statistic)
        return;
    model_find_loading_rows(model, NULL);
    statistic_free(file->sums.statistic);
    file->sums.statistic = statistic_new(file->dataset, model->countries);
}

bool model_sums_take_long(const struct model *model)
{
    size_t rows = 0;
    for (size_t i = 0; i < model->files.count; i++)
        if (model->files.items[i].sums.statistic &&
            &model->files.items[i] != model_loading_file(model))
            rows += model_file_rows(model, i);
    return rows > MANY_ROWS;
}

void model_drop_sums(struct model *model)
{
    if (!model->sums.key)
        return;
    model_forget_sums(model);
    dataset_rewind(&model->dataset, &model->files.joined);
    claim_facts_release(&model->rows.facts);
}

bool model_make_sums(struct model *model, const struct effort *effort)
{
    if (!model_has_statistics(model))
        return true;
    char *key = key_of_choices(&model->choices);
    bool is_known = model->sums.key && strcmp(model->sums.key, key) == 0;
    bool is_done = is_known;
    if (!is_known && !(effort_defers_slow(effort) && model_sums_take_long(model))) {
        model_drop_sums(model);
        is_done = sum_files(model, key, effort);
    }
    if (is_done && !is_known)
        model->sums.key = xstrdup(key);
    free(key);
    return is_done;
}
