/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/verdict.h"

static const char *const phrases[VERDICT_WORD_COUNT] = {
    [VERDICT_UNABLE] = "unable to assess",
    [VERDICT_DETERIORATION] = "deterioration",
    [VERDICT_LIMITED] = "limited progress",
    [VERDICT_ACCELERATE] = "acceleration needed",
    [VERDICT_ON_TRACK] = "on track",
    [VERDICT_ACHIEVED] = "achieved",
    [VERDICT_MISSED] = "missed",
};

static const char *const un_phrases[UN_WORD_COUNT] = {
    [UN_UNABLE] = "insufficient data",
    [UN_STAGNATION] = "stagnation or regression",
    [UN_FAIR] = "fair progress but acceleration needed",
    [UN_ON_TRACK] = "target met or on track",
};

/* The equivalent words of the United Nations' chart. */
static const enum un_word counterparts[VERDICT_WORD_COUNT] = {
    [VERDICT_DETERIORATION] = UN_STAGNATION, [VERDICT_LIMITED] = UN_FAIR,
    [VERDICT_ACCELERATE] = UN_FAIR,          [VERDICT_ON_TRACK] = UN_ON_TRACK,
    [VERDICT_ACHIEVED] = UN_ON_TRACK,
};

static const char *const bases[] = {
    [BASIS_NONE] = "",
    [BASIS_ANNOUNCEMENT] = "since the target was announced",
    [BASIS_BEFORE] = "trend before the target",
    [BASIS_UNDATED] = "latest trend, the day of the announcement is not stated",
};

const char *verdict_phrase(enum verdict_word word)
{
    return phrases[word];
}

bool verdict_is_borderline(enum verdict_word low, enum verdict_word high)
{
    return low != high;
}

static void write_word(struct buffer *out, enum verdict_word word, enum verdict_word low,
                       enum verdict_word high)
{
    if (verdict_is_borderline(low, high))
        buffer_printf(out, "borderline between %s and %s", phrases[low], phrases[high]);
    else
        buffer_puts(out, phrases[word]);
}

static void write_why_without_base(struct buffer *out, const struct verdict *verdict,
                                   const struct verdict_reading *reading)
{
    if (reading->is_over) {
        buffer_puts(out, "unable to assess: no value for the end of ");
        period_format(out, reading->deadline);
    } else if (!reading->latest) {
        buffer_puts(out, "unable to assess: nothing was observed before the deadline");
    } else if (verdict->observation_count < 2) {
        buffer_puts(out, "trend before the target: one point, unable to assess");
    } else {
        buffer_puts(out, "unable to assess: no window of two to five years");
    }
}

static void write_without_base(struct buffer *out, const struct verdict *verdict,
                               const struct verdict_reading *reading)
{
    if (reading->word == VERDICT_UNABLE && !verdict_is_borderline(reading->low, reading->high)) {
        write_why_without_base(out, verdict, reading);
        return;
    }
    write_word(out, reading->word, reading->low, reading->high);
    buffer_puts(out, ": ");
    derivation_format(out, reading->latest->value);
    buffer_puts(out, " in ");
    period_format(out, reading->latest->period);
}

static void write_rates(struct buffer *out, const struct verdict_base *base)
{
    derivation_format(out, base->observed);
    buffer_puts(out, " a year, ");
    derivation_format(out, base->required);
    buffer_puts(out, " required, R = ");
    derivation_format(out, base->ratio);
}

void verdict_write(struct buffer *out, const struct verdict *verdict,
                   const struct verdict_reading *reading)
{
    const struct verdict_base *base = reading->chosen;
    if (!base) {
        write_without_base(out, verdict, reading);
        return;
    }
    write_word(out, reading->word, reading->low, reading->high);
    buffer_puts(out, " from ");
    period_format(out, base->from->period);
    buffer_puts(out, " to ");
    period_format(out, reading->latest->period);
    buffer_printf(out, " (%s): ", bases[reading->basis]);
    if (base->ratio)
        write_rates(out, base);
    else if (base->word == VERDICT_DETERIORATION)
        buffer_puts(out, "the target was reached then, and lost");
    else
        buffer_puts(out, "values of 0 or less have no growth rate");
}

void verdict_write_bases(struct buffer *out, const struct verdict_reading *reading)
{
    if (!reading->base_count) {
        buffer_puts(out, "none yet");
        return;
    }
    size_t firm = 0;
    for (enum verdict_word word = VERDICT_WORD_COUNT; word-- > VERDICT_UNABLE;) {
        size_t count = verdict_count(reading, word);
        if (!count)
            continue;
        buffer_printf(out, "%s%s %zu", firm ? ", " : "", phrases[word], count);
        if (!firm)
            buffer_printf(out, " of %zu", reading->base_count);
        firm += count;
    }
    if (firm < reading->base_count)
        buffer_printf(out, firm ? ", borderline %zu" : "borderline %zu",
                      reading->base_count - firm);
    if (!firm)
        buffer_printf(out, " of %zu", reading->base_count);
}

void verdict_write_ahead(struct buffer *out, const struct verdict_base *base)
{
    if (!base->ahead)
        return;
    struct derivation size = *base->ahead;
    bool is_behind = size.value < 0;
    size.value = is_behind ? -size.value : size.value;
    derivation_format(out, &size);
    buffer_printf(out, " %s the required path", is_behind ? "behind" : "ahead of");
}

void verdict_write_break(struct buffer *out, const struct verdict *verdict,
                         const struct verdict_reading *reading)
{
    if (!reading->break_share)
        return;
    period_format(out, reading->break_share->period);
    buffer_puts(out, " alone supplies ");
    derivation_format(out, reading->break_share);
    buffer_printf(out, " of the %s: a break, not a trend", verdict->is_upward ? "rise" : "fall");
}

void verdict_write_cross_check(struct buffer *out, const struct verdict_base *base)
{
    if (!base->un_ratio || base->un_word == counterparts[base->word])
        return;
    buffer_printf(out, "UN progress chart says \"%s\": ratio ", un_phrases[base->un_word]);
    derivation_format(out, base->un_ratio);
}
