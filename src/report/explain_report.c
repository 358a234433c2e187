/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "base/memory.h"
#include "query/suggestion.h"
#include "view/explain.h"

#include <stdlib.h>

static bool begins_with(struct text text, struct text beginning)
{
    return text.length >= beginning.length &&
           text_is_equal_folded((struct text){text.data, beginning.length}, beginning);
}

static bool refuse(const struct number_index *numbers, const char *name, struct error *error)
{
    struct text *names = xcalloc(numbers->count, sizeof *names);
    struct buffer list = {0};
    for (size_t i = 0; i < numbers->count; i++) {
        names[i] = text_of(numbers->items[i]->name);
        buffer_printf(&list, "%s%s", i ? ", " : "", numbers->items[i]->name);
    }
    size_t nearest = suggestion_nearest(text_of(name), names, numbers->count);
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

bool report_explain(struct buffer *out, struct workspace *workspace, const char *name, int width,
                    struct error *error)
{
    struct number_index numbers = number_index_make(workspace->analysis);
    size_t found = 0;
    for (size_t i = 0; i < numbers.count; i++) {
        if (!begins_with(text_of(numbers.items[i]->name), text_of(name)))
            continue;
        struct page *page = explain_page(workspace, numbers.items[i]);
        if (found++)
            buffer_putc(out, '\n');
        page_write(page, width, workspace->look.ascii, out);
        page_free(page);
    }
    bool is_done = found || refuse(&numbers, name, error);
    number_index_release(&numbers);
    return is_done;
}
