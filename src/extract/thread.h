/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the last sentences spoke of, and the fields of a row that may be taken from them. */
#ifndef TRADESCOPE_EXTRACT_THREAD_H
#define TRADESCOPE_EXTRACT_THREAD_H

#include "extract/measures.h"
#include "extract/parties.h"
#include "extract/periods.h"
#include "extract/proposal.h"

struct thread {
    const struct story *story;
    struct proposal_list *list;
    size_t unclear;       /* numbers that are left out */
    size_t sentence;      /* the current one */
    struct period period; /* the last that was spoken of, and in which sentence */
    size_t period_from, period_step;
    size_t step;      /* counts sentences, but not headlines and other lines between them */
    const char *flow; /* the last word of trade, "" for none */
    size_t flow_from;
    enum measure measure;     /* of the quantity before in the same sentence */
    struct period own_period; /* of the first row of the sentence */
    struct parties parties;   /* of the row before */
    size_t parties_from;
    bool was_share; /* the row before is a share, in this sentence or the one before */
    const char *currency;
    bool has_rank; /* the sentence states a rank, of this pair */
    struct parties rank_parties;
};

/* Returns the current sentence. */
const struct story_sentence *thread_sentence(const struct thread *thread);
/* Returns the flow of the value of a word of trade. */
enum flow thread_flow(const char *value);
/* Gives the row its period, from the sentence or those before. */
void thread_set_period(struct thread *thread, struct suggested_row *row,
                       const struct covered *covered, const struct trade_sense *sense, size_t first,
                       size_t last);
/* A number that lies ahead is a target. The tokens are those of the number. */
void thread_set_kind(struct thread *thread, struct suggested_row *row,
                     const struct covered *covered, size_t first, size_t last);
void thread_set_parties(struct thread *thread, struct suggested_row *row, struct parties parties);
void thread_share_parties(const struct thread *thread, struct parties *parties);
void thread_take_respectively(const struct story_sentence *sentence, size_t index,
                              struct covered *covered);
void thread_set_base(struct thread *thread, struct suggested_row *row,
                     const struct covered *covered);

#endif
