/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A first line as the argument of --map, and any bytes behind it as the file that it describes.
 * What is refused has a reason; the rows of what is read are whole.
 */
#include "config.h"

#include "data/format/column_map.h"
#include "data/format/detect.h"
#include "data/load/loading.h"
#include "scratch.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void check_rows(const struct dataset *dataset)
{
    size_t rows = table_row_count(dataset->table);
    for (size_t row = 0; dataset->form == FORM_STATISTICS && row < rows; row++) {
        require(table_period(dataset->table, row, dataset->column[FIELD_PERIOD]).kind);
        require(dataset_text(dataset, row, FIELD_REPORTER).length > 0);
        require(vocabulary_find(&flow_vocabulary, dataset_text(dataset, row, FIELD_FLOW)) > 0);
        require(!isinf(table_number(dataset->table, row, dataset->column[FIELD_VALUE])));
    }
}

static void check_problems(const struct problem_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct buffer out = {0};
        problem_format(&out, &list->items[i]);
        require(out.length > 0 && !strpbrk(out.data, "\n\x1b"));
        buffer_release(&out);
    }
}

static void load(const struct format *fields, struct text bytes)
{
    struct format_list list = {0};
    struct recognition recognition = {.formats = &list, .wish = {.fields = fields}};
    struct load_options options = {
        .map = recognise, .context = &recognition, .threads = 1, .part_size = 64};
    struct buffer copy = {0};
    struct dataset dataset;
    buffer_append_text(&copy, bytes);
    dataset_load_bytes(&dataset, "fuzz.csv", &copy, &options);
    check_rows(&dataset);
    check_problems(&dataset.problems);
    check_problems(&dataset.notes);
    dataset_release(&dataset);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text rest = {(const char *)data, size}, line = scratch_take_line(&rest);
    char *map = strndup(line.data ? line.data : "", line.length);
    struct error error = {0};
    struct format fields;
    bool is_understood = column_map_parse(&fields, map, &error);
    require(is_understood == !error.text);
    if (is_understood)
        load(&fields, rest);
    format_release(&fields);
    error_release(&error);
    free(map);
    return 0;
}
