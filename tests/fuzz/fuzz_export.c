/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a file: what is exported of it opens again with as many rows, and is exported to the
 * same bytes; as JSON it is an array with an object a row, or record of a wide file.
 */
#include "config.h"

#include "model/file_loading.h"
#include "model/opening.h"
#include "report/claims_report.h"
#include "scratch.h"

#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool take_piece(void *context, struct text piece)
{
    buffer_append_text(context, piece);
    return true;
}

static void load(struct model *model, const char *path)
{
    model_start(model, &path, 1, (struct load_hints){0});
    model_finish_loading(model);
}

static void export_csv(struct model *model, struct buffer *out)
{
    struct sink sink = {.take = take_piece, .context = out};
    struct export_files files;
    buffer_puts(out, "");
    export_files_current(&files, model);
    claims_report_csv(&sink, &files, cell_write_csv);
    require(sink_finish(&sink));
    export_files_release(&files);
}

static void check_json(struct model *model)
{
    struct buffer out = {0};
    struct sink sink = {.take = take_piece, .context = &out};
    struct export_files files;
    export_files_current(&files, model);
    claims_report_json(&sink, &files, model_unread(model));
    export_files_release(&files);
    require(sink_finish(&sink));
    /* The same name twice is an error of the file that is kept. */
    json_t *array = json_loadb(out.data, out.length, JSON_ALLOW_NUL, NULL);
    require(json_is_array(array));
    if (!model_current_file(model)->mapping.melted_count)
        require(json_array_size(array) == model_count_rows(model));
    json_decref(array);
    buffer_release(&out);
}

static void check_again(const char *path, struct text first, size_t rows)
{
    struct model model;
    struct buffer again = {0};
    scratch_write(path, first);
    load(&model, path);
    /* A header with hardly a name is taken for a title, which a note says. */
    if (!model_current_file(&model)->mapping.header_number) {
        require(model_count_rows(&model) == rows);
        export_csv(&model, &again);
        require(text_is_equal(first, buffer_text(&again)));
    }
    buffer_release(&again);
    model_release(&model);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct model model;
    struct buffer first = {0};
    scratch_enter();
    mkdir("again", 0700);
    scratch_write("export_2019_20.csv", (struct text){(const char *)data, size});
    load(&model, "export_2019_20.csv");
    export_csv(&model, &first);
    check_json(&model);
    size_t rows = model_count_rows(&model);
    model_release(&model);
    if (rows)
        check_again("again/export_2019_20.csv", buffer_text(&first), rows);
    buffer_release(&first);
    return 0;
}
