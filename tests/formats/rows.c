/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program understands of a file, as text: the format, a line for each row with period,
 * reporter, partner, flow, product, value and unit, then what was left out, the problems and the
 * note. `rows FILE [MAP [FORMAT]]`; the formats are those of the sources.
 */
#include "config.h"

#include "base/memory.h"
#include "base/paths.h"
#include "data/format/column_map.h"
#include "data/load/loading.h"
#include "data/format/detect.h"

#include <stdio.h>
#include <stdlib.h>

static void write_row(const struct dataset *dataset, size_t row, struct buffer *out)
{
    static const enum field fields[] = {FIELD_PERIOD,  FIELD_REPORTER, FIELD_PARTNER, FIELD_FLOW,
                                        FIELD_PRODUCT, FIELD_VALUE,    FIELD_UNIT};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        buffer_puts(out, i ? " | " : "");
        table_write(dataset->table, row, dataset->column[fields[i]], out);
    }
    buffer_putc(out, '\n');
}

static void write_remarks(const struct dataset *dataset, struct buffer *out)
{
    const struct mapping *mapping = &dataset->mapping;
    for (size_t i = 0; i < mapping->left_out_count; i++)
        if (mapping->left_out[i].count)
            buffer_printf(out, "left out %zu: %s\n", mapping->left_out[i].count,
                          mapping->left_out[i].reason);
    for (size_t i = 0; i < dataset->problems.count; i++) {
        const struct problem *problem = &dataset->problems.items[i];
        buffer_printf(out, "problem on line %zu, field %zu: %s\n", problem->line, problem->field,
                      problem->reason);
    }
    if (dataset->form == FORM_PLAIN && mapping->note)
        buffer_printf(out, "note %s\n", mapping->note);
}

static void write_dataset(const struct dataset *dataset, struct buffer *out)
{
    size_t rows = table_row_count(dataset->table);
    if (!rows && dataset->problems.count && !dataset->problems.items[0].line) {
        buffer_printf(out, "refused: %s\n", dataset->problems.items[0].reason);
        return;
    }
    if (dataset->form == FORM_STATISTICS)
        buffer_printf(out, "format %s\n", dataset->mapping.format);
    else
        buffer_puts(out, dataset->form == FORM_PLAIN ? "plain table\n" : "claims\n");
    for (size_t row = 0; dataset->form == FORM_STATISTICS && row < rows; row++)
        write_row(dataset, row, out);
    write_remarks(dataset, out);
}

static void read_formats(struct format_list *formats)
{
    char *folder = path_of_data("formats");
    format_list_read_folder(formats, folder);
    free(folder);
}

static struct country_list *read_countries(void)
{
    struct error error = {0};
    char *path = path_of_data("countries.csv");
    struct country_list *countries = country_list_read(path, &error);
    if (!countries)
        fprintf(stderr, "%s\n", error.text);
    error_release(&error);
    free(path);
    return countries;
}

int main(int argc, char **argv)
{
    struct format_list formats = {0};
    struct format wish = {0};
    struct error error = {0};
    struct buffer out = {0};
    struct dataset dataset;
    bool has_wish = argc > 2 && *argv[2];
    if (argc < 2 || (has_wish && !column_map_parse(&wish, argv[2], &error))) {
        fprintf(stderr, "rows: %s\n", error.text ? error.text : "FILE is missing");
        error_release(&error);
        format_release(&wish);
        return EXIT_FAILURE;
    }
    read_formats(&formats);
    struct recognition recognition = {
        &formats,
        read_countries(),
        {argc > 3 && *argv[3] ? argv[3] : NULL, NULL, has_wish ? &wish : NULL}};
    struct load_options options = {
        .map = recognise, .context = &recognition, .separator = wish.separator};
    dataset_load(&dataset, argv[1], &options);
    write_dataset(&dataset, &out);
    fwrite(out.data, 1, out.length, stdout);
    buffer_release(&out);
    dataset_release(&dataset);
    format_release(&wish);
    format_list_release(&formats);
    country_list_free((struct country_list *)recognition.countries);
    return EXIT_SUCCESS;
}
