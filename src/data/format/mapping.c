/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/mapping.h"

#include "base/array.h"

#include <stdlib.h>

struct mapped_column *mapping_add_column(struct mapping *mapping, struct text name,
                                         enum column_type type)
{
    ARRAY_RESERVE(mapping->columns, mapping->column_count + 1, mapping->column_capacity);
    struct mapped_column *column = &mapping->columns[mapping->column_count++];
    *column = (struct mapped_column){
        .name = xstrndup(name.data, name.length), .type = type, .field = FIELD_COUNT};
    return column;
}

size_t file_head_body(const struct file_head *head, size_t header)
{
    return header == head->header && head->body ? head->body : header + 1;
}

static void free_words(char **words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(words[i]);
    free(words);
}

static size_t count_headings(const struct mapping *mapping)
{
    size_t count = 0;
    for (size_t i = 0; i < mapping->column_count; i++)
        count += mapping->columns[i].origin == ORIGIN_HEADING;
    return count;
}

void mapping_release(struct mapping *mapping)
{
    size_t headings = count_headings(mapping);
    for (size_t i = 0; i < mapping->melted_count; i++)
        free_words(mapping->melted[i].heading, headings);
    for (size_t i = 0; i < mapping->column_count; i++) {
        free(mapping->columns[i].name);
        free(mapping->columns[i].constant);
        free_words(mapping->columns[i].missing, mapping->columns[i].missing_count);
    }
    for (size_t i = 0; i < mapping->left_out_count; i++) {
        free_words(mapping->left_out[i].words, mapping->left_out[i].word_count);
        free(mapping->left_out[i].reason);
    }
    for (size_t i = 0; i < mapping->split_count; i++)
        free_words(mapping->splits[i].wholes, mapping->splits[i].whole_count);
    if (mapping->header)
        free_words(mapping->header, mapping->file_columns);
    free(mapping->format);
    free(mapping->columns);
    free(mapping->melted);
    free(mapping->left_out);
    free(mapping->splits);
    free(mapping->note);
    free(mapping->refusal);
    problem_list_release(&mapping->decisions);
    arena_release(&mapping->contexts);
    *mapping = (struct mapping){0};
}
