/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/workspace_sums.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"
#include "view/workspace_files.h"

#include <stdlib.h>
#include <string.h>

#define MANY_ROWS ((size_t)1 << 18)

void file_sums_release(struct file_sums *sums)
{
    statistic_free(sums->statistic);
    arena_release(&sums->arena);
    free(sums->reason);
    free(sums->choices);
    *sums = (struct file_sums){0};
}

bool workspace_has_statistics(const struct workspace *workspace)
{
    bool has_some = false;
    for (size_t i = 0; i < workspace->file_count; i++)
        has_some = has_some || workspace->files[i].sums.statistic;
    return has_some;
}

size_t workspace_claim_count(const struct workspace *workspace)
{
    return table_row_count(workspace->dataset.table) - workspace->sum_count;
}

/* It is one again when the sums are made anew, see find_selected(). */
static void forget_selected(struct workspace *workspace)
{
    sum_name_release(&workspace->selected_sum);
    if (workspace->was_selected_by_user)
        workspace->selected_sum = sum_name_of(&workspace->dataset, workspace->selected_row);
    workspace->selected_row = NO_ROW;
}

void workspace_forget_sums(struct workspace *workspace)
{
    size_t claims = workspace_claim_count(workspace);
    if (workspace->sum_count) {
        row_list_cut(&workspace->shown, claims);
        if (workspace->known_rows > claims)
            workspace->known_rows = claims;
        if (workspace->selected_row != NO_ROW && workspace->selected_row >= claims)
            forget_selected(workspace);
    }
    workspace->sum_count = 0;
    free(workspace->summed);
    workspace->summed = NULL;
}

static void find_selected(struct workspace *workspace)
{
    if (!workspace->selected_sum.kind)
        return;
    workspace->selected_row = sum_name_find(&workspace->selected_sum, &workspace->dataset,
                                            workspace_claim_count(workspace));
    if (workspace->selected_row != NO_ROW)
        sum_name_release(&workspace->selected_sum);
}

/* Everything that the sums follow from, as one text: they are made anew when it changes. */
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

struct text workspace_file_source(const struct workspace *workspace, size_t file)
{
    return path_stem(workspace_file_path(workspace, file));
}

static unsigned frequencies_of(const struct choices *choices)
{
    for (enum frequency i = 0; choices->frequency && i < FREQUENCY_COUNT; i++)
        if (strcmp(frequency_name(i), choices->frequency) == 0)
            return FREQUENCY_BIT(i);
    return 0;
}

/* The pair that most claims are on; false where no claim is on any. */
static bool choose_by_claims(const struct workspace *workspace, struct trade *trade)
{
    struct row_list claims = row_list_all(workspace->joined.rows);
    size_t count;
    struct pair_count *pairs =
        pairs_list(&workspace->dataset, workspace->countries, &claims, &count);
    if (count)
        *trade = (struct trade){pairs[0].pair.reporter, pairs[0].pair.partner, {"", 0}};
    free(pairs);
    row_list_release(&claims);
    return count > 0;
}

/* The doubt of the workspace, and whether it ended something. */
struct watch {
    const struct workspace *workspace;
    bool has_ended;
};

static bool ask(void *context)
{
    struct watch *watch = context;
    const struct workspace *workspace = watch->workspace;
    bool is_asked = workspace->yields_to_keys && workspace->doubt;
    watch->has_ended = watch->has_ended || (is_asked && workspace->doubt(workspace->doubt_context));
    return watch->has_ended;
}

/* What the first file that has a trade has most of. */
static struct trade choose_by_files(struct watch *watch)
{
    const struct workspace *workspace = watch->workspace;
    struct trade wish = {{"", 0}, {"", 0}, {"", 0}};
    for (size_t i = 0; i < workspace->file_count && !wish.reporter.length; i++) {
        const struct open_file *file = &workspace->files[i];
        if (file->sums.choices)
            wish = file->sums.series.trade;
        else if (file->sums.statistic)
            statistic_choose_any(file->sums.statistic, &file->shown_rows.rows, &wish, ask, watch);
    }
    wish.product = (struct text){"", 0};
    return wish;
}

/* What is chosen, else what the claims are on, else what the files have. */
static struct trade wish_of(struct watch *watch)
{
    const struct workspace *workspace = watch->workspace;
    const struct choices *choices = &workspace->choices;
    struct trade wish = {{"", 0}, {"", 0}, {"", 0}};
    if (choices->reporter) {
        wish.reporter = text_of(choices->reporter);
        wish.partner = text_of(choices->partner);
    } else if (!choose_by_claims(workspace, &wish)) {
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

/* The words of a choice are gone when the same is chosen once more, and the sums stay. */
static struct trade keep_trade(struct arena *arena, const struct trade *trade)
{
    return (struct trade){keep_text(arena, trade->reporter), keep_text(arena, trade->partner),
                          keep_text(arena, trade->product)};
}

static void sum_file(struct workspace *workspace, struct open_file *file, const struct trade *wish)
{
    struct file_sums *sums = &file->sums;
    struct series_request request = {.frequencies = frequencies_of(&workspace->choices)};
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

/* Under the product of the first file that has the trade, so that all that is shown is on one. */
static void set_trade(struct workspace *workspace, const struct trade *wish)
{
    struct text product = wish->product;
    for (size_t i = 0; i < workspace->file_count; i++) {
        const struct series *series = &workspace->files[i].sums.series;
        if (!series->count)
            continue;
        product = series->is_all_goods ? (struct text){"", 0} : text_of(series->product);
        break;
    }
    free(workspace->trade.reporter);
    free(workspace->trade.partner);
    free(workspace->trade.product);
    workspace->trade.reporter = xstrndup(wish->reporter.data, wish->reporter.length);
    workspace->trade.partner = xstrndup(wish->partner.data, wish->partner.length);
    workspace->trade.product = xstrndup(product.data, product.length);
}

static void append_sums(struct workspace *workspace, size_t file)
{
    const struct series *series = &workspace->files[file].sums.series;
    if (!series->count)
        return;
    dataset_begin_part(&workspace->dataset, workspace_file_path(workspace, file));
    workspace->sum_count +=
        series_append(series, workspace_file_source(workspace, file), &workspace->dataset);
}

/* Sums of a file that is still loaded are never made while someone waits: other choices leave it
 * without any until it is refined. */
static void keep_coming(struct open_file *file, const char *key)
{
    if (file && file->sums.choices && strcmp(file->sums.choices, key) != 0)
        file_sums_release(&file->sums);
}

/* False where a key ended it: no sums are there then. */
static bool sum_files(struct workspace *workspace, const char *key)
{
    struct watch watch = {.workspace = workspace};
    struct open_file *coming = workspace_coming_file(workspace);
    keep_coming(coming, key);
    struct trade wish = wish_of(&watch);
    for (size_t i = 0; i < workspace->file_count; i++) {
        struct open_file *file = &workspace->files[i];
        if (file->sums.statistic && file != coming && !ask(&watch))
            sum_file(workspace, file, &wish);
    }
    if (watch.has_ended)
        return false;
    set_trade(workspace, &wish);
    for (size_t i = 0; i < workspace->file_count; i++)
        append_sums(workspace, i);
    find_selected(workspace);
    return true;
}

bool workspace_keeps_pair(const struct workspace *workspace)
{
    const struct open_file *file = workspace_coming_file(workspace);
    return workspace->choices.reporter ||
           (file->sums.series.trade.reporter.length &&
            workspace_coming_rows(workspace) < 2 * file->sums.pair_rows);
}

/* Of the sums that are made anew: they begin with the pair of the last ones, or none. */
static struct file_sums begin_sums(const struct workspace *workspace, const struct open_file *file,
                                   const char *key)
{
    const struct file_sums *last = &file->sums;
    struct file_sums sums = {.statistic = statistic_new(file->dataset, workspace->countries),
                             .pair_rows = workspace_coming_rows(workspace)};
    if (last->choices && strcmp(last->choices, key) == 0 && workspace_keeps_pair(workspace)) {
        sums.choices = xstrdup(key);
        sums.series.trade = last->series.trade;
        sums.pair_rows = last->pair_rows;
    }
    return sums;
}

/* Choices, words and the sums before may be gone when these are asked for. */
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

bool workspace_sum_coming(struct workspace *workspace)
{
    struct open_file *file = workspace_coming_file(workspace);
    struct watch watch = {.workspace = workspace};
    char *key = key_of_choices(&workspace->choices);
    struct file_sums sums = begin_sums(workspace, file, key), former = file->sums;
    file->sums = sums;
    struct trade wish = wish_of(&watch);
    if (!ask(&watch))
        sum_file(workspace, file, &wish);
    if (!watch.has_ended)
        keep_sums(&file->sums, &wish, key);
    sums = file->sums;
    file->sums = watch.has_ended ? former : sums;
    file_sums_release(watch.has_ended ? &sums : &former);
    free(key);
    return !watch.has_ended;
}

void workspace_renew_statistic(struct workspace *workspace)
{
    struct open_file *file = workspace_coming_file(workspace);
    if (!file || !file->sums.statistic)
        return;
    parallel_doubt *doubt = workspace->doubt;
    workspace->doubt = NULL; /* it was asked for */
    workspace_find_coming_rows(workspace);
    workspace->doubt = doubt;
    statistic_free(file->sums.statistic);
    file->sums.statistic = statistic_new(file->dataset, workspace->countries);
}

bool workspace_is_partial(const struct workspace *workspace, size_t row)
{
    return workspace_coming_file(workspace) && row != NO_ROW &&
           row >= workspace_claim_count(workspace);
}

bool workspace_has_due_sums(const struct workspace *workspace)
{
    const struct open_file *file = workspace_coming_file(workspace);
    return file && file->dataset->form == FORM_STATISTICS && !file->sums.statistic;
}

bool workspace_sums_take_long(const struct workspace *workspace)
{
    size_t rows = 0;
    for (size_t i = 0; i < workspace->file_count; i++)
        if (workspace->files[i].sums.statistic &&
            &workspace->files[i] != workspace_coming_file(workspace))
            rows += workspace_file_rows(workspace, i);
    return rows > MANY_ROWS;
}

void workspace_take_off_sums(struct workspace *workspace)
{
    if (!workspace->summed)
        return;
    workspace_forget_sums(workspace);
    dataset_rewind(&workspace->dataset, &workspace->joined);
    claim_facts_release(&workspace->facts);
}

bool workspace_make_sums(struct workspace *workspace)
{
    if (!workspace_has_statistics(workspace))
        return true;
    char *key = key_of_choices(&workspace->choices);
    bool is_known = workspace->summed && strcmp(workspace->summed, key) == 0;
    bool is_done = is_known;
    if (!is_known && !(workspace->is_hasty && workspace_sums_take_long(workspace))) {
        workspace_take_off_sums(workspace);
        is_done = sum_files(workspace, key);
    }
    if (is_done && !is_known)
        workspace->summed = xstrdup(key);
    free(key);
    return is_done;
}
