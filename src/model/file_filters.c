/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/file_filters.h"

#include "model/files.h"

#include <stdlib.h>

#define BIT(field) (1u << (field))
#define FIELDS_OF_SUMS \
    (BIT(FIELD_REPORTER) | BIT(FIELD_PARTNER) | BIT(FIELD_FLOW) | BIT(FIELD_PERIOD))
#define MOST_COLUMNS_NAMED 30

const struct query_facts *model_facts(struct model *model)
{
    if (!model->rows.facts.facts.count)
        claim_facts_name(&model->rows.facts);
    return &model->rows.facts.facts;
}

static struct expression *parse(struct model *model, const char *source, struct query_error *error)
{
    return expression_parse_with_facts(text_of(source), &model->dataset, model_facts(model), error);
}

struct expression *model_parse(struct model *model, const char *source, struct query_error *error)
{
    struct expression *expression = parse(model, source, error);
    if (expression && expression_asks_facts(expression))
        claim_facts_make(&model->rows.facts, &model->dataset, model->countries);
    return expression;
}

/* "27h.csv has no column `partner`; its columns are name, amount" */
static void refuse_absent(struct query_error *error, const struct dataset *dataset,
                          struct text source, const char *column)
{
    struct buffer text = {0};
    size_t count = dataset->file_columns;
    buffer_printf(&text, "%s states no `%s`; its columns are ", file_display_name(dataset->path),
                  column);
    for (size_t i = 0; i < count && i < MOST_COLUMNS_NAMED; i++)
        buffer_printf(&text, "%s%s", i ? ", " : "", table_column_name(dataset->table, i));
    if (count > MOST_COLUMNS_NAMED)
        buffer_printf(&text, " and %zu more", count - MOST_COLUMNS_NAMED);
    *error = (struct query_error){.end = source.length, .text = buffer_take(&text)};
}

struct expression *model_filter_of(struct model *model, const struct dataset *dataset,
                                   const char *source, struct query_error *error)
{
    if (dataset == &model->dataset)
        return model_parse(model, source, error);
    struct expression *expression = expression_parse(text_of(source), dataset, error);
    const char *absent = expression ? expression_absent_column(expression) : NULL;
    if (!absent)
        return expression;
    refuse_absent(error, dataset, text_of(source), absent);
    expression_free(expression);
    return NULL;
}

static bool answers(struct model *model, const struct dataset *dataset, const char *source)
{
    struct query_error reason = {0};
    struct expression *expression = model_filter_of(model, dataset, source, &reason);
    bool is_answered = expression != NULL;
    expression_free(expression);
    query_error_release(&reason);
    return is_answered;
}

bool model_filter_asks_facts(struct model *model, const char *source)
{
    struct query_error reason = {0};
    struct expression *expression =
        expression_parse_with_facts(text_of(source), &model->dataset, model_facts(model), &reason);
    bool is_asking = expression && expression_asks_facts(expression);
    expression_free(expression);
    query_error_release(&reason);
    return is_asking;
}

struct expression *model_filter_of_sums(struct model *model, const char *source)
{
    struct query_error reason = {0};
    struct buffer parts = {0};
    struct expression *whole = expression_parse(text_of(source), &model->dataset, &reason);
    struct expression *expression = NULL;
    if (whole)
        expression_write_conjuncts(&parts, whole, FIELDS_OF_SUMS);
    if (parts.length) {
        query_error_release(&reason);
        expression = expression_parse(buffer_text(&parts), &model->dataset, &reason);
    }
    expression_free(whole);
    buffer_release(&parts);
    query_error_release(&reason);
    return expression;
}

bool model_may_have_claims(const struct model *model)
{
    bool has_any = model->files.count == 0 || model->queue.unplaced || model->queue.arriving;
    for (size_t i = 0; i < model->files.count && !has_any; i++)
        has_any = !file_is_separate(&model->files.items[i]);
    return has_any;
}

static bool is_answered(struct model *model, const char *source)
{
    if (model_may_have_claims(model) && answers(model, &model->dataset, source))
        return true;
    for (size_t i = 0; i < model->files.count; i++) {
        const struct open_file *file = &model->files.items[i];
        if (file_is_separate(file) && answers(model, file->dataset, source))
            return true;
    }
    return model_has_statistics(model) && model_filter_asks_facts(model, source);
}

bool model_check_filter(struct model *model, const char *source, struct error *error)
{
    if (is_answered(model, source))
        return true;
    struct query_error reason = {0};
    struct buffer text = {0};
    const struct dataset *dataset =
        model_may_have_claims(model) ? &model->dataset : model_current_file(model);
    expression_free(model_filter_of(model, dataset, source, &reason));
    query_error_format(&text, text_of(source), &reason);
    error_set_misuse(error, "%s", text.data);
    error->has_lines = true;
    buffer_release(&text);
    query_error_release(&reason);
    return false;
}

void model_write_unanswered(struct model *model, const char *source, struct buffer *out)
{
    if (model_filter_asks_facts(model, source))
        return;
    if (model_may_have_claims(model) && model->files.joined.rows &&
        !answers(model, &model->dataset, source))
        buffer_printf(out, "%sno claim is shown: claims have not what it asks for",
                      out->length ? "\n" : "");
    for (size_t i = 0; i < model->files.count; i++) {
        const struct open_file *file = &model->files.items[i];
        if (!file_is_separate(file) || answers(model, file->dataset, source))
            continue;
        struct query_error reason = {0};
        expression_free(model_filter_of(model, file->dataset, source, &reason));
        buffer_printf(out, "%sno row of %s is shown: %s", out->length ? "\n" : "",
                      file_display_name(file->dataset->path), reason.text);
        query_error_release(&reason);
    }
}
