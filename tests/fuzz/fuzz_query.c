/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a filter: what is refused has a place inside the source and a reason; what is an
 * expression is printed, read back as the same tree, and evaluated over the rows of the unit tests.
 */
#include "config.h"

#include "query/evaluate/evaluate.h"
#include "expression_tree.h"
#include "trade_sample.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_error(struct text source, struct query_error *error)
{
    struct buffer out = {0};
    require(error->text && *error->text && error->at <= error->end && error->at <= source.length);
    query_error_format(&out, source, error);
    buffer_release(&out);
    query_error_release(error);
}

static void check_printing(const struct expression *expression, const struct dataset *dataset)
{
    struct query_error error = {0};
    struct buffer printed = {0}, twice = {0};
    expression_format(&printed, expression);
    struct expression *again =
        expression_parse_with_facts(buffer_text(&printed), dataset, &sample_facts, &error);
    require(again && expression_is_equal(expression, again));
    expression_format(&twice, again);
    require(text_is_equal(buffer_text(&printed), buffer_text(&twice)));
    expression_free(again);
    buffer_release(&printed);
    buffer_release(&twice);
}

static void check_rows(const struct expression *expression, const struct dataset *dataset)
{
    struct row_set all = row_set_all(SAMPLE_ROWS), rows = row_set_all(SAMPLE_ROWS);
    struct buffer out = {0};
    require(expression_select(expression, dataset, &rows, NULL, NULL));
    require(row_set_count(&rows) <= SAMPLE_ROWS);
    expression_explain_nothing(expression, dataset, &out);
    expression_remark(expression, dataset, &all, &rows, &out);
    buffer_release(&out);
    row_set_release(&rows);
    row_set_release(&all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct dataset dataset;
    struct query_error error = {0};
    struct text source = {(const char *)data, size};
    sample_start(&dataset);
    struct expression *expression =
        expression_parse_with_facts(source, &dataset, &sample_facts, &error);
    if (expression) {
        check_printing(expression, &dataset);
        check_rows(expression, &dataset);
    } else {
        check_error(source, &error);
    }
    expression_free(expression);
    claims_release(&dataset);
    return 0;
}
