/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Projections in which exports and imports grow at given rates from the latest year that has both,
 * T = X + M; and the reverse, the rate that reaches a goal. All goals have closed forms:
 *
 *     a total of T              X = T - M          M = T - X
 *     a balance of B            X = M + B          M = X - B
 *     half of today's balance   X = M + B / 2      M = X - B / 2
 *     coverage of N %           X = M N / 100      M = 100 X / N
 *
 * where the other flow has its projected value at the deadline; growth is then (needed / today) ^
 * (1 / years) - 1.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_SCENARIO_H
#define TRADESCOPE_ANALYSIS_CLAIMS_SCENARIO_H

#include "analysis/claims/balance.h"
#include "analysis/claims/path.h"
#include "base/error.h"

#define SCENARIO_MOST_GROWTH 1000 /* % a year; the maximum a user can set. The minimum is -100 */
#define SCENARIO_HORIZON 100      /* years in which the target is searched */

struct scenario {
    double exports, imports; /* growth in % a year */
};

/*
 * Parses "exports=+20%,imports=-2%", in either order; "flat" is 0 %, and so is a flow that is not
 * named. Returns false with a misuse for anything else, leaving the scenario unchanged.
 */
bool scenario_parse(struct scenario *scenario, struct text text, struct error *error);
/* Appends both flows in the same form; parses back to the same numbers. */
void scenario_write(struct buffer *out, const struct scenario *scenario);

/* All are NULL if the numbers overflow. */
struct scenario_point {
    struct period period;
    const struct derivation *exports, *imports, *total, *balance, *coverage;
};

struct scenario_outlook {
    const struct balance_entry
        *start;                    /* NULL if no year has both flows; nothing else is set then */
    struct scenario_point *points; /* each year from the start to the last deadline */
    size_t count;
    struct scenario_point deadlines[3]; /* for each reading of the deadline that is still ahead */
    size_t deadline_count;
    bool has_target;               /* in the currency of the start */
    bool is_met;                   /* at the first deadline */
    double apart;                  /* from the target then, in the base unit; NAN if unknown */
    struct scenario_point reached; /* the first year that meets the target; PERIOD_NONE if none
                                      within SCENARIO_HORIZON years does */
};

/* Returns the latest calendar or fiscal year with exports and imports; NULL if there is none. */
const struct balance_entry *scenario_start(const struct balance *balance);
/* In the arena. Borrows balance and path. */
struct scenario_outlook scenario_make(struct arena *arena, const struct balance *balance,
                                      const struct path *path, const struct scenario *scenario);

enum goal_kind {
    GOAL_TARGET,       /* the target of the path, for any flow */
    GOAL_HALF_BALANCE, /* half of today's deficit or surplus */
    GOAL_COVERAGE,     /* exports pay for this share of imports */
    GOAL_KIND_COUNT,
};

struct goal {
    enum goal_kind kind;
    bool moves_imports;  /* solve for the growth of imports, not exports */
    double other_growth; /* growth of the flow that is not solved for, % a year; 0 is flat */
    double coverage;     /* %, for GOAL_COVERAGE */
    struct period deadline;
};

struct goal_answer {
    const struct derivation *today, *other; /* the flow now; the other flow at the deadline */
    const struct derivation *needed;        /* at the deadline */
    const struct derivation *fold;          /* needed / today */
    const struct derivation *growth;        /* % a year */
    struct scenario scenario;               /* that reaches the goal */
};

/*
 * Parses "target,imports=flat": a goal ("target", "half-balance", "coverage=25%"), and the growth
 * of the flow that is not solved for, imports flat by default. "by=FY2030-31" sets the deadline.
 * Parts that are not named keep their value.
 */
bool goal_parse(struct goal *goal, struct text text, struct error *error);
/* Returns false with the reason if no growth leads there. */
bool scenario_seek(struct arena *arena, const struct balance *balance, const struct path *path,
                   const struct goal *goal, struct goal_answer *answer, struct error *error);
/* "imports flat: exports must reach $38.56bn, 9.05 times today's, 44.4 % a year for six years" */
void goal_write(struct buffer *out, const struct goal *goal, const struct goal_answer *answer);
/*
 * Appends what the outlook says of the target, at the first reading of its deadline: "misses $100bn
 * by $32.85bn at the end of FY2029-30; reached in FY2037-38, 8 years late". Nothing without a
 * target.
 */
void scenario_write_verdict(struct buffer *out, const struct scenario_outlook *outlook,
                            const struct path *path);

#endif
