/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader of the sums has to know of how they were made, one line each. */
#include "config.h"

#include "analysis/statistics/partition.h"
#include "data/value/decimal.h"

struct doubts {
    const struct statistic *statistic;
    const struct partition *partition;
    struct buffer text;
};

static void put_count(struct buffer *out, size_t count)
{
    decimal_format(out, (double)count, 0);
    buffer_puts(out, count == 1 ? " row" : " rows");
}

static void tell_likely_totals(struct doubts *doubts)
{
    struct likely_totals totals = {.count = 0};
    for (size_t i = 0; i < doubts->partition->count; i++) {
        const struct part *part = &doubts->partition->parts[i];
        bool is_one =
            part->likely_total && (part->fate == FATE_ADDED || part->fate == FATE_PARTNER_TOTAL ||
                                   part->fate == FATE_PRODUCT_TOTAL);
        if (is_one && !totals.count++)
            totals.first =
                (struct likely_total){part->row, part->likely_total, part->fate == FATE_ADDED};
    }
    if (!totals.count)
        return;
    likely_totals_tell(&doubts->text, doubts->statistic, &totals);
    buffer_putc(&doubts->text, '\n');
}

static void tell_restated(struct doubts *doubts)
{
    size_t count = 0;
    for (size_t i = 0; i < doubts->partition->count; i++) {
        const struct part *part = &doubts->partition->parts[i];
        count += part->fate == FATE_ADDED && part->is_restated;
    }
    if (!count)
        return;
    put_count(&doubts->text, count);
    buffer_puts(&doubts->text, count == 1 ? " repeats another in other numbers and is"
                                          : " repeat others in other numbers and are");
    buffer_puts(&doubts->text, " added; a revision counts twice so\n");
}

static void tell_more_partners(struct doubts *doubts)
{
    size_t count = 0;
    for (size_t i = 0; i < doubts->partition->count; i++)
        count += doubts->partition->parts[i].fate == FATE_MORE_PARTNERS;
    if (!count)
        return;
    put_count(&doubts->text, count);
    buffer_puts(&doubts->text,
                " on partners add up to more than the row for World, which is taken\n");
}

/* True for the words that offices write for the world. */
static bool is_usual_world(struct text word)
{
    static const char *const usual[] = {"", "World", "WLD", "W00", "0", "00", "000", "1", "001"};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (text_is_word(text_trim(word), usual[i]))
            return true;
    return false;
}

static void tell_word_of_world(struct doubts *doubts)
{
    const struct dataset *dataset = doubts->statistic->dataset;
    size_t column = statistic_origin(doubts->statistic, FIELD_PARTNER);
    if (column == NO_COLUMN || !table_is_coded(dataset->table, column))
        return;
    struct codes codes = table_codes(dataset->table, column);
    for (size_t i = 0; i < doubts->partition->count; i++) {
        const struct part *part = &doubts->partition->parts[i];
        if (part->fate != FATE_ADDED || part->partner != WHOLE_TERM)
            continue;
        struct text word = table_distinct(dataset->table, column, codes_at(codes, part->row));
        if (is_usual_world(word))
            continue;
        buffer_putc(&doubts->text, '`');
        text_make_visible(&doubts->text, text_trim(word), true);
        buffer_puts(&doubts->text, "` is read as the total of all partners\n");
        return;
    }
}

const char *series_doubts(struct arena *arena, const struct statistic *statistic,
                          const struct partition *partition)
{
    struct doubts doubts = {statistic, partition, {0}};
    tell_word_of_world(&doubts);
    tell_more_partners(&doubts);
    tell_likely_totals(&doubts);
    tell_restated(&doubts);
    const char *kept =
        doubts.text.length ? arena_copy(arena, doubts.text.data, doubts.text.length) : NULL;
    buffer_release(&doubts.text);
    return kept;
}
