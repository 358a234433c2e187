/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that is proposed for a claims file, in the columns of tradescope(5). */
#ifndef TRADESCOPE_EXTRACT_PROPOSAL_H
#define TRADESCOPE_EXTRACT_PROPOSAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/table/vocabulary.h"
#include "data/value/period.h"

/* Fields that rules decide badly here, as a set of bits. */
enum doubt {
    DOUBT_PERIOD = 1 << 0,
    DOUBT_REPORTER = 1 << 1,
    DOUBT_PARTNER = 1 << 2,
    DOUBT_PRODUCT = 1 << 3,
    DOUBT_UNIT = 1 << 4,
    DOUBT_FLOW = 1 << 5,
    DOUBT_SCOPE = 1 << 6, /* whether a rank is that of the world or of a group */
    DOUBT_COUNT = 7,
};

struct suggested_row {
    enum kind kind;
    struct period date, period, base;
    const char *reporter, *partner; /* "" for none */
    enum flow flow;
    struct text product;
    enum measure measure;
    const char *scope;        /* the group that a rank is within; "" for all */
    const char *value, *unit; /* in the arena; "" for an event */
    const char *qualifier;
    struct text speaker;
    size_t start, end; /* the bytes of the quote */
    uint32_t doubts;   /* enum doubt */
    const char *note;  /* in the arena: what was carried or worked out, and from where */
};

struct proposal_list {
    struct suggested_row *items; /* owned */
    size_t count, capacity;
    struct arena arena;
};

struct suggested_row *proposal_list_add(struct proposal_list *list);
void proposal_list_release(struct proposal_list *list);
/* Adds a remark. */
void proposal_remark(struct proposal_list *list, struct suggested_row *proposal,
                     const char *remark);
/* "period", "reporter"; `number` is that of the bit. */
const char *doubt_name(size_t number);

#endif
