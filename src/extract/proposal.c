/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/proposal.h"

#include "base/array.h"

#include <stdlib.h>

struct suggested_row *proposal_list_add(struct proposal_list *list)
{
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    struct suggested_row *proposal = &list->items[list->count++];
    *proposal = (struct suggested_row){.reporter = "",
                                       .partner = "",
                                       .scope = "",
                                       .value = "",
                                       .unit = "",
                                       .qualifier = "",
                                       .note = ""};
    return proposal;
}

void proposal_list_release(struct proposal_list *list)
{
    free(list->items);
    arena_release(&list->arena);
    *list = (struct proposal_list){0};
}

void proposal_remark(struct proposal_list *list, struct suggested_row *proposal, const char *remark)
{
    proposal->note =
        arena_printf(&list->arena, "%s%s%s", proposal->note, *proposal->note ? "; " : "", remark);
}

const char *doubt_name(size_t number)
{
    static const char *const names[DOUBT_COUNT] = {
        "period", "reporter", "partner", "product", "unit", "flow", "scope of the rank"};
    return names[number];
}
