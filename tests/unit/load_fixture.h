/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan to load a small table of statistics from memory, for tests of the parts of the loader. The
 * table has two columns: `product`, a text that each row needs, and `value`, a number.
 */
#ifndef TRADESCOPE_TESTS_LOAD_FIXTURE_H
#define TRADESCOPE_TESTS_LOAD_FIXTURE_H

#include "data/load/load_plan.h"
#include "data/load/loading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { PRODUCT, VALUE };

struct load_fixture {
    struct mapping mapping;
    struct load_plan plan;
};

/* `rows` has records without a header. */
static inline void load_fixture_start(struct load_fixture *fixture, const char *rows)
{
    struct buffer bytes = {0};
    struct error error = {0};
    *fixture = (struct load_fixture){.mapping = {.form = FORM_STATISTICS, .file_columns = 2}};
    for (size_t i = 0; i < 2; i++) {
        struct mapped_column *column =
            mapping_add_column(&fixture->mapping, text_of(i == PRODUCT ? "product" : "value"),
                               i == PRODUCT ? COLUMN_TEXT : COLUMN_NUMBER);
        column->field = i == PRODUCT ? FIELD_PRODUCT : FIELD_VALUE;
        column->is_needed = i == PRODUCT;
        column->from[column->from_count++] = i;
    }
    buffer_puts(&bytes, rows);
    fixture->plan = (struct load_plan){
        .source = input_source_from_memory(&bytes, &error), .path = "test.csv", .separator = ','};
    assert_non_null(fixture->plan.source);
    load_plan_init(&fixture->plan, &fixture->mapping);
}

static inline void load_fixture_end(struct load_fixture *fixture)
{
    input_source_close(fixture->plan.source);
    load_plan_release(&fixture->plan);
    mapping_release(&fixture->mapping);
}

#endif
