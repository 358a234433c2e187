/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A review: proposed claims are taken into a claims file one by one, or dropped. Proposals come
 * from a CSV file with the columns of tradescope(5); they may be incomplete, and a note says what
 * is in doubt. What is taken is appended at once, so that nothing is lost when a review is left.
 */
#ifndef TRADESCOPE_MODEL_REVIEW_H
#define TRADESCOPE_MODEL_REVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "analysis/claims/agreement.h"
#include "base/error.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"

enum review_decision { DECISION_NONE, DECISION_TAKEN, DECISION_DROPPED, DECISIONS };

struct proposal {
    char *cells[FIELD_COUNT]; /* owned; never NULL */
    char *doubt; /* owned: the cell of the column `doubt`; without that column, the note */
    enum review_decision decision;
    size_t turn;         /* the number of the decision, from 1; 0 for none */
    off_t before, after; /* of a taken one: the size of the claims file */
};

struct review {
    char *path;   /* owned: the file of the proposals */
    char *target; /* owned: the claims file; NULL until the user named it */
    struct proposal *items;
    size_t count, capacity;
    size_t at;    /* the one that is shown */
    size_t turns; /* number of decisions, with those that were taken back */
    size_t column[FIELD_COUNT], doubt_column; /* of the proposals; SIZE_MAX for none */
    struct dataset existing; /* the rows of the claims file; zeroed if there is none */
};

/* What is known of a proposal. The caller releases the texts. */
struct judgement {
    struct buffer problem;    /* why it cannot be taken as it is; empty if it can */
    struct buffer comparison; /* "already there, agrees: both say 4.26"; empty if it is new */
    enum agreement agreement; /* with what is there; AGREEMENT_SINGLE if it is new */
};

/* Returns false with the reason if the file has no proposals. The caller releases the review. */
bool review_open(struct review *review, const char *path, struct error *error);
void review_release(struct review *review);
/* Names the claims file: a file of claims, or a new one. */
bool review_set_target(struct review *review, const char *path, struct error *error);
void review_set(struct review *review, enum field field, struct text text);
/* Judges the proposal that is shown. `countries` may be NULL. */
void review_judge(const struct review *review, const struct country_list *countries,
                  struct judgement *judgement);
void judgement_release(struct judgement *judgement);
/* True if the proposal has a doubt, or cannot be taken as it is. */
bool review_is_doubtful(const struct review *review, size_t proposal);
/* Appends the proposal that is shown to the claims file, with an id that no other row has. */
bool review_take(struct review *review, struct error *error);
void review_drop(struct review *review);
/* Moves to the next that is not decided, from the next one on and round the end. False if all are.
 */
bool review_advance(struct review *review, bool is_doubtful);
/*
 * Goes back to the proposal that was decided last and takes that back: a taken one is removed from
 * the end of the claims file. False with the reason if other rows have followed it there.
 */
bool review_step_back(struct review *review, struct error *error);
size_t review_count_of(const struct review *review, enum review_decision decision);

#endif
