/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/sentence_page.h"

#include "base/array.h"
#include "model/sentence_test.h"
#include "view/workspace.h"

#include <math.h>

#define MOST_VALUES 6
#define WIDE 0.005 /* the range of a value that is worth showing, relative to the value */

static void add_period(struct line *line, enum role role, struct period period)
{
    struct buffer text = {0};
    if (!period.kind)
        return;
    period_format(&text, period);
    line_add(line, role, buffer_text(&text));
    buffer_release(&text);
}

static void add_number(struct line *line, enum role role, const struct derivation *number)
{
    struct buffer text = {0};
    derivation_format_for_reading(&text, number);
    line_add(line, role, buffer_text(&text));
    buffer_release(&text);
}

/* "nearly $65bn" */
static void add_claim_number(struct line *line, enum role role, const struct claim *claim)
{
    struct buffer text = {0};
    if (claim->qualifier > QUALIFIER_EXACT)
        buffer_printf(&text, "%s ", qualifier_vocabulary.words[claim->qualifier]);
    unit_format(&text, claim->unit, claim->decimal.value, claim->decimal.places);
    line_add(line, role, buffer_text(&text));
    buffer_release(&text);
}

static void add_bound(struct line *line, struct unit unit, double bound)
{
    struct buffer text = {0};
    if (isinf(bound))
        buffer_puts(&text, "any number");
    else
        unit_format(&text, unit, bound / unit.scale, 2);
    line_add(line, ROLE_DIM, buffer_text(&text));
    buffer_release(&text);
}

/* "from $63.05bn to $65.00bn" */
static void add_range(struct line *line, struct unit unit, struct interval range)
{
    line_puts(line, ROLE_DIM, "from ");
    add_bound(line, unit, range.low);
    line_puts(line, ROLE_DIM, " to ");
    add_bound(line, unit, range.high);
}

/* "65.70 / 13.12", the formula with its numbers. */
static void add_formula(struct line *line, const struct derivation *number)
{
    const struct derivation *const *inputs = number->inputs;
    const char *formula = method_table[number->method].formula;
    if (number->method == METHOD_STATED || !formula || !inputs[0])
        return;
    line_printf(line, ROLE_DIM, " = %s, of ", formula);
    for (size_t i = 0; i < ARRAY_LENGTH(number->inputs) && inputs[i]; i++) {
        line_puts(line, ROLE_DIM, i ? " and " : "");
        add_number(line, ROLE_DIM, inputs[i]);
    }
}

/* Lists the claims that a number rests on, with their sources. */
static void add_leaves(struct page *page, const struct model *model,
                       const struct derivation *number, int indent)
{
    if (number->method == METHOD_STATED && number->row != NO_ROW) {
        struct line *line = page_add(page, number->row, "", indent + 2);
        struct buffer id = {0};
        dataset_id(&model->dataset, number->row, &id);
        line_printf(line, ROLE_PLAIN, "%*s", indent, "");
        add_number(line, ROLE_PLAIN, number);
        struct claim claim = dataset_claim(&model->dataset, number->row);
        line_printf(line, ROLE_PLAIN, "  %s ", flow_vocabulary.words[claim.flow]);
        add_period(line, ROLE_PLAIN, number->period);
        line_puts(line, ROLE_DIM, ", stated by ");
        line_add(line, ROLE_DIM, dataset_text(&model->dataset, number->row, FIELD_SOURCE));
        line_puts(line, ROLE_DIM, " (");
        line_add(line, ROLE_DIM, buffer_text(&id));
        line_puts(line, ROLE_DIM, ")");
        buffer_release(&id);
        return;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(number->inputs) && number->inputs[i]; i++)
        add_leaves(page, model, number->inputs[i], indent);
}

static void add_reading(struct page *page, const struct model *model,
                        const struct test_reading *reading, const char *lead, bool has_leaves)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_printf(line, ROLE_PLAIN, "  %s", lead);
    add_number(line, ROLE_STRONG, reading->value);
    line_printf(line, ROLE_PLAIN, "  %s ", flow_vocabulary.words[reading->flow]);
    add_period(line, ROLE_PLAIN, reading->period);
    if (reading->base.kind) {
        line_puts(line, ROLE_PLAIN, " over ");
        add_period(line, ROLE_PLAIN, reading->base);
    }
    add_formula(line, reading->value);
    bool is_wide =
        reading->value->range.high - reading->value->range.low > WIDE * fabs(reading->value->value);
    if (is_wide) {
        line_puts(line, ROLE_DIM, ", ");
        add_range(line, reading->value->unit, reading->value->range);
    }
    line_printf(line, ROLE_DIM, ": %s",
                reading->agreement == AGREEMENT_AGREE   ? "holds"
                : reading->agreement == AGREEMENT_CLOSE ? "close"
                                                        : "does not hold");
    if (has_leaves)
        add_leaves(page, model, reading->value, 6);
}

/* What was taken from the choice because the sentence does not say it. */
static void add_assumptions(struct page *page, const struct tested_statement *tested,
                            const struct pair *pair, bool is_turned)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_puts(line, ROLE_PLAIN, "  Read as ");
    line_add(line, ROLE_PLAIN, pair->reporter);
    if (pair->partner.length) {
        line_puts(line, ROLE_PLAIN, " with ");
        line_add(line, ROLE_PLAIN, pair->partner);
    }
    line_puts(line, ROLE_DIM,
              is_turned                ? " (the other side, which may differ by freight and time)"
              : tested->pair_is_chosen ? " (the chosen pair)"
                                       : "");
    if (tested->claim.period.kind) {
        line_puts(line, ROLE_PLAIN, ", ");
        add_period(line, ROLE_PLAIN, tested->claim.period);
        line_puts(line, ROLE_DIM,
                  tested->period_is_chosen ? " (the latest with a value; none is named)" : "");
    }
    bool is_span = test_is_of_span(&tested->claim);
    if (is_span && tested->claim.base.kind) {
        line_puts(line, ROLE_PLAIN, " over ");
        add_period(line, ROLE_PLAIN, tested->claim.base);
        if (tested->years)
            line_printf(line, ROLE_DIM, " (%ld years before)", tested->years);
        else if (tested->base_is_chosen)
            line_puts(line, ROLE_DIM, " (a year before; none is named)");
    }
    line_puts(line, ROLE_PLAIN, ". The number may be ");
    add_range(line, tested->claim.unit, interval_of_claim(&tested->claim));
    line_puts(line, ROLE_PLAIN, ".");
}

static void add_money(struct line *line, const struct derivation *like, double value)
{
    struct buffer text = {0};
    struct unit unit = unit_for_reading(like->unit, fabs(value), 1e3);
    unit_format(&text, unit, value / unit.scale, 2);
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    buffer_release(&text);
}

/* "It would need $21.90bn to $22.58bn in FY2021-22". */
static void add_needed(struct page *page, const struct tested_statement *tested)
{
    const struct derivation *now =
        tested->asked.count ? tested->asked.items[0].value->inputs[0] : NULL;
    if (!tested->has_needed || tested->verdict == TEST_HOLDS || !now)
        return;
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_puts(line, ROLE_PLAIN, "  It would need a value of ");
    add_money(line, now, tested->needed.low);
    line_puts(line, ROLE_PLAIN, " to ");
    add_money(line, now, tested->needed.high);
    line_puts(line, ROLE_PLAIN, " in ");
    add_period(line, ROLE_PLAIN, tested->claim.base);
    line_puts(line, ROLE_PLAIN, ".");
}

static void add_more(struct page *page, size_t count)
{
    if (count)
        line_printf(page_add(page, NO_ROW, NULL, 2), ROLE_DIM, "    and %zu more", count);
}

static size_t beyond_most(size_t count)
{
    return count > MOST_VALUES ? count - MOST_VALUES : 0;
}

/* `more` is how many there are beyond the readings. */
static void add_list(struct page *page, const struct model *model, const char *heading,
                     const struct test_readings *readings, size_t more, bool has_leaves)
{
    if (!readings->count)
        return;
    line_printf(page_add(page, NO_ROW, NULL, 2), ROLE_HEADER, "  %s", heading);
    for (size_t i = 0; i < readings->count && i < MOST_VALUES; i++)
        add_reading(page, model, &readings->items[i], "  ", has_leaves);
    add_more(page, beyond_most(readings->count) + more);
}

static void add_repeats(struct page *page, const struct model *model,
                        const struct tested_statement *tested)
{
    for (size_t i = 0; i < tested->repeats.count && i < MOST_VALUES; i++) {
        size_t row = row_list_at(&tested->repeats, i);
        struct claim claim = dataset_claim(&model->dataset, row);
        struct line *line = page_add(page, row, "", 4);
        line_puts(line, ROLE_PLAIN, "  ");
        line_add(line, ROLE_PLAIN, dataset_text(&model->dataset, row, FIELD_SOURCE));
        line_puts(line, ROLE_PLAIN, " states ");
        add_claim_number(line, ROLE_PLAIN, &claim);
        line_puts(line, ROLE_PLAIN, " for ");
        add_period(line, ROLE_PLAIN, claim.period);
        bool is_same =
            interval_overlaps(interval_of_claim(&claim), interval_of_claim(&tested->claim));
        line_puts(line, is_same ? ROLE_DIM : ROLE_WARN,
                  is_same ? ": the same, which is no proof" : ": another number");
    }
    add_more(page, beyond_most(tested->repeats.count));
}

/* Why nothing can be told. */
static void add_reason(struct page *page, const struct tested_statement *tested)
{
    const struct claim *claim = &tested->claim;
    if (tested->verdict != TEST_UNKNOWN)
        return;
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    bool is_span = test_is_of_span(claim);
    if (tested->limit.length) {
        line_puts(line, ROLE_PLAIN, "  It has \"");
        line_add(line, ROLE_PLAIN, tested->limit);
        line_puts(line, ROLE_PLAIN, "\", which may turn or limit what it states. Test it without.");
    } else if (claim->product.length) {
        line_puts(line, ROLE_PLAIN, "  It is on ");
        line_add(line, ROLE_PLAIN, claim->product);
        line_puts(line, ROLE_PLAIN, "; values of all goods do not tell.");
    } else if (claim->kind != KIND_FIGURE) {
        line_puts(line, ROLE_PLAIN, "  No target or forecast of this kind is in the open files.");
    } else if (claim->measure != MEASURE_VALUE && !is_span) {
        line_puts(line, ROLE_PLAIN, "  Shares and ranks need the trade with all partners.");
    } else {
        if (!is_span && tested->has_value) {
            line_puts(line, ROLE_PLAIN,
                      "  The values are in another currency, which is not "
                      "converted.");
            return;
        }
        line_puts(line, ROLE_PLAIN, "  No open file has the value of ");
        if (!tested->has_value)
            add_period(line, ROLE_PLAIN, claim->period);
        line_puts(line, ROLE_PLAIN, is_span && !tested->has_value ? " and of " : "");
        if (is_span)
            add_period(line, ROLE_PLAIN, claim->base);
        line_puts(line, ROLE_PLAIN, ".");
    }
}

static void add_statement(struct page *page, const struct model *model,
                          const struct tested_statement *tested, const struct sentence_test *test)
{
    static const enum role roles[] = {[TEST_UNKNOWN] = ROLE_DIM,
                                      [TEST_HOLDS] = ROLE_GOOD,
                                      [TEST_CLOSE] = ROLE_WARN,
                                      [TEST_FAILS] = ROLE_BAD};
    page_add(page, NO_ROW, NULL, 0);
    struct line *line = page_add(page, NO_ROW, NULL, 2);
    line_printf(line, ROLE_STRONG, "%s %s ", flow_vocabulary.words[tested->claim.flow],
                measure_vocabulary.words[tested->claim.measure]);
    add_claim_number(line, ROLE_STRONG, &tested->claim);
    line_puts(line, ROLE_STRONG, ": ");
    line_puts(line, roles[tested->verdict], test_verdict_word(tested->verdict));
    add_assumptions(page, tested, &test->pair, test->is_turned);
    add_reason(page, tested);
    for (size_t i = 0; i < tested->asked.count && i < MOST_VALUES; i++)
        add_reading(page, model, &tested->asked.items[i], "", true);
    add_more(page, beyond_most(tested->asked.count));
    add_needed(page, tested);
    add_repeats(page, model, tested);
    add_list(page, model, "It holds for", &tested->others, tested->more_others, true);
    if (tested->verdict != TEST_HOLDS)
        add_list(page, model, "Nor does it hold for", &tested->near, 0, false);
}

struct page *sentence_page(struct model *model, const char *sentence, struct error *error)
{
    struct sentence_test test;
    if (model->queue.loading) {
        error_set(error, "rows are still being loaded, by which the sentence may hold or not; "
                         "^C stops loading");
        return NULL;
    }
    sentence_test_make(&test, model, text_of(sentence));
    struct page *page = NULL;
    if (!test.count) {
        error_set_misuse(error, "the sentence states no figure on trade that can be tested; write "
                                "one such as \"exports rose 5 %% to $3bn in 2023\"");
    } else {
        page = page_new("test a sentence", page_choose_claim);
        line_printf(page_add(page, NO_ROW, NULL, 0), ROLE_TITLE, "%s", sentence);
        for (size_t i = 0; i < test.count; i++)
            add_statement(page, model, &test.items[i], &test);
        if (test.left_out)
            line_printf(page_add(page, NO_ROW, NULL, 0), ROLE_DIM,
                        "%zu more number%s or event%s of the sentence cannot be tested",
                        test.left_out, test.left_out == 1 ? "" : "s",
                        test.left_out == 1 ? "" : "s");
    }
    sentence_test_release(&test);
    return page;
}
