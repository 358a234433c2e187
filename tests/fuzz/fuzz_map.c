/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as what --map says and, behind a line of dashes, any file that is read by it: refused as
 * misuse, or rows that are whole.
 */
#include "config.h"

#include "data/format/column_map.h"
#include "data/format/detect.h"
#include "data/load/loading.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PARTING "\n---\n"

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_dataset(const struct dataset *dataset)
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

static void load_file(const struct format *wish, const char *bytes, size_t size)
{
    struct format_list list = {0};
    struct recognition recognition = {.formats = &list, .wish = {.fields = wish}};
    struct load_options options = {.map = recognise,
                                   .context = &recognition,
                                   .threads = 1,
                                   .separator = wish->separator,
                                   .part_size = 64};
    struct buffer copy = {0};
    struct dataset dataset;
    buffer_append(&copy, bytes, size);
    dataset_load_bytes(&dataset, "fuzz.csv", &copy, &options);
    check_dataset(&dataset);
    check_problems(&dataset.problems);
    check_problems(&dataset.notes);
    dataset_release(&dataset);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = xstrndup(size ? (const char *)data : "", size), *parting = strstr(text, PARTING);
    struct format wish;
    struct error error = {0};
    if (parting)
        *parting = '\0';
    bool is_good = column_map_parse(&wish, text, &error);
    require(is_good == !error.text);
    if (is_good && parting)
        load_file(&wish, parting + strlen(PARTING), strlen(parting + strlen(PARTING)));
    error_release(&error);
    format_release(&wish);
    free(text);
    return 0;
}
