/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/explain_report.h"

#include "base/array.h"
#include "base/memory.h"
#include "model/recompute.h"
#include "base/suggestion.h"
#include "view/explain.h"

#include <stdlib.h>
#include <string.h>

static bool begins_with(struct text text, struct text beginning)
{
    return text.length >= beginning.length &&
           text_is_equal_folded((struct text){text.data, beginning.length}, beginning);
}

/* Returns "coverage ratio" for "coverage ratio FY2023-24". */
static struct text name_without_period(const char *name)
{
    const char *period = strrchr(name, ' ');
    return period ? (struct text){name, (size_t)(period - name)} : text_of(name);
}

/* Lists each name once, whatever its periods. */
static void list_names(struct buffer *out, const struct number_index *numbers)
{
    for (size_t i = 0; i < numbers->count; i++) {
        struct text name = name_without_period(numbers->items[i]->name);
        size_t earlier = 0;
        while (earlier < i &&
               !text_is_equal(name, name_without_period(numbers->items[earlier]->name)))
            earlier++;
        if (earlier == i)
            buffer_printf(out, "%s%.*s", i ? ", " : "", (int)name.length, name.data);
    }
}

static bool refuse(const struct number_index *numbers, const char *name, struct error *error)
{
    struct text *names = xcalloc(numbers->count, sizeof *names);
    struct buffer list = {0};
    for (size_t i = 0; i < numbers->count; i++)
        names[i] = text_of(numbers->items[i]->name);
    size_t nearest = suggestion_nearest(text_of(name), names, numbers->count);
    list_names(&list, numbers);
    if (!numbers->count)
        error_set_misuse(error, "there is no number to explain: none passes the filters");
    else if (nearest < numbers->count)
        error_set_misuse(error, "no number is called `%s`; did you mean `%s`?", name,
                         numbers->items[nearest]->name);
    else
        error_set_misuse(error, "no number is called `%s`; there are %s", name, list.data);
    buffer_release(&list);
    free(names);
    return false;
}

/*
 * Each period has its exports, coverage and so on; without a period, `coverage` means the latest.
 */
static bool is_repeated_later(const struct number_index *numbers, size_t number)
{
    static const bool is_of_each_period[METHOD_COUNT] = {
        [METHOD_STATED] = true,   [METHOD_BALANCE] = true,         [METHOD_TURNOVER] = true,
        [METHOD_COVERAGE] = true, [METHOD_IMBALANCE_INDEX] = true, [METHOD_IMPORT_SHARE] = true,
    };
    const struct derivation *this = numbers->items[number];
    const char *period = strrchr(this->name, ' ');
    size_t length = period ? (size_t)(period - this->name) + 1 : 0;
    for (size_t i = number + 1; length && is_of_each_period[this->method] && i < numbers->count;
         i++)
        if (numbers->items[i]->method == this->method &&
            strncmp(numbers->items[i]->name, this->name, length) == 0)
            return true;
    return false;
}

/* True if the name, with or without its period, means this number. */
static bool is_meant(const struct number_index *numbers, size_t number, const char *name)
{
    const char *whole = numbers->items[number]->name, *period = strrchr(whole, ' ');
    bool names_period = period && strlen(name) > (size_t)(period - whole) + 1;
    return begins_with(text_of(whole), text_of(name)) &&
           (names_period || !is_repeated_later(numbers, number));
}

bool explain_find(struct number_index *found, struct model *model, const char *name,
                  struct error *error)
{
    model_recompute(model, NULL);
    struct number_index numbers = number_index_make(model->results.analysis);
    *found = (struct number_index){0};
    for (size_t i = 0; i < numbers.count; i++) {
        if (!is_meant(&numbers, i, name))
            continue;
        ARRAY_RESERVE(found->items, found->count + 1, found->capacity);
        found->items[found->count++] = numbers.items[i];
    }
    bool is_done = found->count || refuse(&numbers, name, error);
    number_index_release(&numbers);
    return is_done;
}

bool report_explain(struct buffer *out, struct model *model, const char *name, int width,
                    bool ascii, struct error *error)
{
    struct number_index found;
    bool is_done = explain_find(&found, model, name, error);
    for (size_t i = 0; i < found.count; i++) {
        struct page *page = explain_page(model, found.items[i]);
        if (i)
            buffer_putc(out, '\n');
        page_write(page, width, ascii, out);
        page_free(page);
    }
    number_index_release(&found);
    return is_done;
}
