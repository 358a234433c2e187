/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For each state of the data there is a table of wordings, in which words in braces stand for names
 * and numbers. Wordings with a word that the data do not provide are dropped. Of the others the
 * longest that fits is used.
 */
#include "config.h"

#include "analysis/claims/headline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_WORDINGS 7

enum word {
    WORD_PERIOD,
    WORD_REPORTER,
    WORD_PARTNER,
    WORD_EXPORTS,
    WORD_IMPORTS,
    WORD_BALANCE,
    WORD_KIND,
    WORD_COVERAGE,
    WORD_TOTAL,
    WORD_TARGET,
    WORD_DEADLINE,
    WORD_COUNT,
};

static const char *const word_names[WORD_COUNT] = {
    [WORD_PERIOD] = "period",   [WORD_REPORTER] = "reporter", [WORD_PARTNER] = "partner",
    [WORD_EXPORTS] = "exports", [WORD_IMPORTS] = "imports",   [WORD_BALANCE] = "balance",
    [WORD_KIND] = "kind",       [WORD_COVERAGE] = "coverage", [WORD_TOTAL] = "total",
    [WORD_TARGET] = "target",   [WORD_DEADLINE] = "deadline",
};

enum state {
    STATE_IMBALANCE,
    STATE_OPEN, /* the inputs are bounds: it may be a surplus or a deficit */
    STATE_BALANCED,
    STATE_ONLY_EXPORTS,
    STATE_ONLY_IMPORTS,
    STATE_ONLY_TOTAL,
    STATE_ONLY_BALANCE,
    STATE_ONLY_TARGET,
    STATE_NOTHING,
    STATE_COUNT,
};

/* Every wording of a number names its period. The last one of each state needs the fewest words, so
 * that one always remains. */
static const char *const wordings[STATE_COUNT][MOST_WORDINGS] = {
    [STATE_IMBALANCE] =
        {"In {period} {reporter} sold {exports} to {partner} and bought {imports}: a {kind} of "
         "{balance}. Exports pay for {coverage} of imports.",
         "In {period} {reporter} sold {partner} {exports} and bought {imports}: a {balance} "
         "{kind}, {coverage} covered",
         "{period}: {reporter} sold {partner} {exports}, bought {imports}: a {balance} {kind}, "
         "{coverage} covered",
         "{period}: {reporter} sold {partner} {exports}, bought {imports}: a {balance} {kind}",
         "{period}: exports {exports}, imports {imports}, {kind} {balance}",
         "{period}: sold {exports}, bought {imports}, {kind} {balance}",
         "{period}: a {balance} {kind}"},
    [STATE_OPEN] =
        {"In {period} {reporter} sold {exports} to {partner} and bought {imports}: which is "
         "more is not known.",
         "{period}: {reporter} sold {partner} {exports}, bought {imports}; balance not known",
         "{period}: exports {exports}, imports {imports}, balance not known",
         "{period}: balance not known"},
    [STATE_BALANCED] = {"In {period} {reporter} sold {exports} to {partner} and bought as much: "
                        "trade is balanced.",
                        "{period}: {reporter} sold {partner} {exports} and bought as much",
                        "{period}: exports and imports {exports}, balanced",
                        "{period}: balanced trade"},
    [STATE_ONLY_EXPORTS] =
        {"In {period} {reporter} sold {exports} to {partner}. No imports are shown.",
         "{period}: {reporter} sold {partner} {exports}; no imports shown",
         "{period}: exports {exports}, no imports shown", "{period}: exports {exports}"},
    [STATE_ONLY_IMPORTS] =
        {"In {period} {reporter} bought {imports} from {partner}. No exports are shown.",
         "{period}: {reporter} bought {imports} from {partner}; no exports shown",
         "{period}: imports {imports}, no exports shown", "{period}: imports {imports}"},
    [STATE_ONLY_TOTAL] =
        {"In {period} {reporter} and {partner} traded {total}. Neither exports nor imports "
         "are shown.",
         "In {period} {reporter} and {partner} traded {total}; no exports or imports shown",
         "{period}: {reporter} and {partner} traded {total}", "{period}: trade {total}"},
    [STATE_ONLY_BALANCE] =
        {"In {period} {reporter} had a {kind} of {balance} with {partner}. Neither exports nor "
         "imports are shown.",
         "In {period} {reporter} had a {kind} of {balance} with {partner}",
         "{period}: a {balance} {kind}"},
    [STATE_ONLY_TARGET] =
        {"{reporter} and {partner} aim at {target} by {deadline}. No trade values are shown.",
         "{reporter} and {partner} aim at {target} by {deadline}", "Target {target} by {deadline}"},
    [STATE_NOTHING] = {"No trade values for {reporter} and {partner} are shown.",
                       "No trade values are shown.", "No trade values"},
};

/* The values of the words; NULL if the data do not provide them. Owned. */
struct words {
    char *text[WORD_COUNT];
};

static void set_name(struct words *words, enum word word, struct text name)
{
    struct buffer visible = {0};
    if (!name.length)
        return;
    text_make_visible(&visible, name, true);
    words->text[word] = buffer_take(&visible);
}

static void set_period(struct words *words, enum word word, struct period period)
{
    struct buffer text = {0};
    period_format(&text, period);
    words->text[word] = buffer_take(&text);
}

static void set_number(struct words *words, enum word word, const struct derivation *derivation)
{
    struct buffer text = {0};
    if (!derivation)
        return;
    derivation_format_for_reading(&text, derivation);
    words->text[word] = buffer_take(&text);
}

static void set_balance(struct words *words, const struct derivation *balance)
{
    if (!balance)
        return;
    struct derivation size = *balance; /* the words contain the sign */
    if (size.value < 0) {
        size.value = -size.value;
        size.range = (struct interval){-balance->range.high, -balance->range.low,
                                       balance->range.high_open, balance->range.low_open};
    }
    set_number(words, WORD_BALANCE, &size);
    words->text[WORD_KIND] = xstrdup(balance->value < 0 ? "deficit" : "surplus");
}

static void set_coverage(struct words *words, const struct derivation *coverage)
{
    struct buffer text = {0};
    if (!coverage)
        return;
    bool is_tiny = coverage->value > 0 && coverage->value < 0.1;
    if (is_tiny)
        buffer_puts(&text, "less than ");
    decimal_format(&text, is_tiny ? 0.1 : coverage->value, 1);
    buffer_putc(&text, '%');
    words->text[WORD_COVERAGE] = buffer_take(&text);
}

/* If an end of the interval is unknown, the sign may be unknown too. */
static bool is_open(const struct derivation *balance)
{
    return balance && balance->range.low < 0 && balance->range.high > 0 &&
           (isinf(balance->range.low) || isinf(balance->range.high));
}

static bool is_zero(const char *number)
{
    return !number || !strpbrk(number, "123456789");
}

static enum state read_entry(struct words *words, const struct balance_entry *entry)
{
    set_period(words, WORD_PERIOD, entry->period);
    set_number(words, WORD_EXPORTS, entry->exports);
    set_number(words, WORD_IMPORTS, entry->imports);
    set_balance(words, entry->balance);
    set_coverage(words, entry->coverage);
    if (entry->exports && !entry->imports)
        return STATE_ONLY_EXPORTS;
    if (entry->imports && !entry->exports)
        return STATE_ONLY_IMPORTS;
    if (entry->exports && is_open(entry->balance))
        return STATE_OPEN;
    if (is_zero(words->text[WORD_BALANCE]))
        return STATE_BALANCED;
    return entry->exports && entry->imports ? STATE_IMBALANCE : STATE_ONLY_BALANCE;
}

static enum state read_path(struct words *words, const struct path *path)
{
    if (path->latest) {
        set_period(words, WORD_PERIOD, path->latest->period);
        set_number(words, WORD_TOTAL, path->latest->value);
        return STATE_ONLY_TOTAL;
    }
    if (!path->target)
        return STATE_NOTHING;
    set_number(words, WORD_TARGET, path->target);
    set_period(words, WORD_DEADLINE, path->target->period);
    return STATE_ONLY_TARGET;
}

/* Finds the value of the "{name}" at the start of `template`, whose length goes to *length. */
static const char *find_word(const struct words *words, const char *template, size_t *length)
{
    *length = strcspn(template, "}") + 1;
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (strlen(word_names[i]) + 2 == *length &&
            strncmp(word_names[i], template + 1, *length - 2) == 0)
            return words->text[i];
    return NULL;
}

/* Returns false if a word is missing. */
static bool fill(struct buffer *out, const char *template, const struct words *words)
{
    while (*template) {
        size_t length = strcspn(template, "{");
        buffer_append(out, template, length);
        template += length;
        if (!*template)
            break;
        const char *word = find_word(words, template, &length);
        if (!word)
            return false;
        buffer_puts(out, word);
        template += length;
    }
    return true;
}

/* Returns the longest wording that fits, else the shortest. */
static char *choose_wording(enum state state, const struct words *words, int cells)
{
    char *best = NULL;
    int best_cells = 0;
    for (size_t i = 0; i < MOST_WORDINGS && wordings[state][i]; i++) {
        struct buffer sentence = {0};
        int width = 0;
        bool is_better = fill(&sentence, wordings[state][i], words);
        if (is_better) {
            width = text_cells(buffer_text(&sentence));
            is_better = !best || (width <= cells ? best_cells > cells || width > best_cells
                                                 : best_cells > cells && width < best_cells);
        }
        if (is_better) {
            free(best);
            best = buffer_take(&sentence);
            best_cells = width;
        }
        buffer_release(&sentence);
    }
    return best;
}

void headline_write(struct buffer *out, const struct pair *pair, const struct balance *balance,
                    const struct path *path, int cells)
{
    struct words words = {0};
    set_name(&words, WORD_REPORTER, pair->reporter);
    set_name(&words, WORD_PARTNER,
             text_is_word(pair->partner, "world") ? text_of("the world") : pair->partner);
    const struct balance_entry *entry = balance_latest(balance);
    enum state state = entry ? read_entry(&words, entry) : read_path(&words, path);
    char *sentence = choose_wording(state, &words, cells);
    buffer_puts(out, sentence);
    free(sentence);
    for (size_t i = 0; i < WORD_COUNT; i++)
        free(words.text[i]);
}
