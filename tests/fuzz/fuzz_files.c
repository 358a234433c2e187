/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any files together, each after a line with its name and separated by lines of dashes: recognised
 * by the shipped formats, joined, and asked for every report.
 */
#include "config.h"

#include "model/file_loading.h"
#include "model/filtering.h"
#include "model/opening.h"
#include "model/recompute.h"
#include "report/check_report.h"
#include "report/explain_report.h"
#include "report/report.h"
#include "report/sum_report.h"
#include "scratch.h"
#include "view/panes.h"

#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_FILES 4

struct names {
    char text[MOST_FILES][64];
    const char *paths[MOST_FILES];
    size_t count;
};

/* A plain name with the ending of the line, so that codes beside a file are found by theirs. */
static void make_name(struct names *names, struct text line)
{
    char *name = names->text[names->count];
    size_t length = 0;
    for (size_t i = 0; i < line.length && length < sizeof names->text[0] - 1; i++)
        if (strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
                   line.data[i]) ||
            (line.data[i] == '.' && length))
            name[length++] = line.data[i] ? line.data[i] : '_';
    if (!length)
        name[length++] = (char)('a' + (int)names->count);
    name[length] = '\0';
    names->paths[names->count++] = name;
}

static void write_files(struct names *names, struct text input)
{
    while (input.length && names->count < MOST_FILES) {
        struct text part = scratch_take_part(&input);
        struct text line = scratch_take_line(&part);
        make_name(names, line);
        scratch_write(names->paths[names->count - 1], part);
    }
}

static bool take_nothing(void *context, struct text piece)
{
    (void)context, (void)piece;
    return true;
}

/* Of files that all were refused no sums are asked for. */
static void report_all_sums(struct model *model, struct buffer *out)
{
    struct error error = {0};
    if (model_unread(model).files == model->files.count)
        return;
    for (enum report_format format = REPORT_TEXT; format <= REPORT_JSON; format++) {
        struct sum_wish wish = {"period,flow", format, format == REPORT_CSV};
        struct buffer remarks = {0};
        bool is_done = report_sums(out, model, &wish, &remarks, &error);
        require(is_done == !error.text);
        buffer_release(&remarks);
        error_release(&error);
    }
}

static void report_all(struct model *model)
{
    struct buffer out = {0};
    struct error error = {0};
    struct workspace workspace;
    struct sink sink = {.take = take_nothing};
    report_check_files(&out, model);
    report_check_claims(&out, model);
    report_all_sums(model, &out);
    bool is_done = report_explain(&out, model, "balance", 80, false, &error);
    require(is_done == !error.text);
    error_release(&error);
    workspace_init(&workspace, &pane_set, model, (struct look){false});
    report_panes(&sink, &workspace, PANE_COUNT, 80);
    require(sink_finish(&sink));
    workspace_release(&workspace);
    buffer_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct names names = {.count = 0};
    struct model model;
    scratch_enter();
    write_files(&names, (struct text){(const char *)data, size});
    if (!names.count)
        return 0;
    model_start(&model, names.paths, names.count, (struct load_hints){0});
    model_finish_loading(&model);
    report_all(&model);
    model_release(&model);
    for (size_t i = 0; i < names.count; i++)
        unlink(names.paths[i]);
    return 0;
}
