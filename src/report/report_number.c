/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report_number.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "base/suggestion.h"
#include "report/report_notes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Returns "coverage ratio" for "coverage ratio FY2023-24". */
static struct text name_without_period(const char *name)
{
    const char *blank = strrchr(name, ' ');
    struct period period;
    return blank && period_parse(text_of(blank + 1), &period)
               ? (struct text){name, (size_t)(blank - name)}
               : text_of(name);
}

static bool is_of_period(const struct derivation *derivation, struct period period)
{
    struct text name = name_without_period(derivation->name);
    struct period named;
    const char *rest = derivation->name + name.length;
    return !period.kind || period_is_equal(derivation->period, period) ||
           (*rest && period_parse(text_of(rest + 1), &named) && period_is_equal(named, period));
}

static const struct derivation *refuse(const struct number_index *numbers, struct text name,
                                       struct period period, struct error *error)
{
    struct text *names = xcalloc(numbers->count + 1, sizeof *names);
    struct buffer of = {0};
    bool has_name = false;
    for (size_t i = 0; i < numbers->count; i++) {
        names[i] = name_without_period(numbers->items[i]->name);
        has_name = has_name || text_begins_folded(names[i], name);
    }
    size_t nearest = suggestion_nearest(name, names, numbers->count);
    if (period.kind)
        period_format(&of, period);
    if (!numbers->count)
        error_set_misuse(error, "there is no `%.*s`: no number is stated for this pair",
                         (int)name.length, name.data);
    else if (has_name)
        error_set_misuse(error, "there is no `%.*s` of %s", (int)name.length, name.data,
                         of.data ? of.data : "any period");
    else if (nearest < numbers->count)
        error_set_misuse(error, "there is no field or number `%.*s`; did you mean `%.*s`?",
                         (int)name.length, name.data, (int)names[nearest].length,
                         names[nearest].data);
    else
        error_set_misuse(error, "there is no field or number `%.*s`", (int)name.length, name.data);
    buffer_release(&of);
    free(names);
    return NULL;
}

static const struct derivation *refuse_both(const struct derivation *a, const struct derivation *b,
                                            struct text name, struct error *error)
{
    error_set_misuse(error, "`%.*s` may be `%s` or `%s`; write more of it", (int)name.length,
                     name.data, a->name, b->name);
    return NULL;
}

/* A part of a year is no successor of a whole one: the screen shows the latest that is whole. */
static bool is_later(struct period a, struct period b)
{
    bool is_part = period_is_part_of_year(a), was_part = period_is_part_of_year(b);
    return is_part != was_part ? was_part : period_compare(a, b) > 0;
}

/*
 * Prefers the whole name to a beginning; of equal names the latest period, and of one period the
 * first, as the screen does: growth required from the latest value, not from an earlier base.
 */
static const struct derivation *choose(const struct number_index *numbers, struct text name,
                                       struct period period, struct error *error)
{
    const struct derivation *found = NULL, *other = NULL;
    for (size_t i = 0; i < numbers->count; i++) {
        const struct derivation *number = numbers->items[i];
        struct text base = name_without_period(number->name);
        if (!text_begins_folded(base, name) || !is_of_period(number, period))
            continue;
        bool is_whole = text_is_equal_folded(base, name);
        bool was_whole = found && text_is_equal_folded(name_without_period(found->name), name);
        if (found && !is_whole && was_whole)
            continue;
        bool is_same = found && text_is_equal(name_without_period(found->name), base);
        other = found && !is_same && is_whole == was_whole ? found : is_same ? other : NULL;
        found = !found || !is_same || is_later(number->period, found->period) ? number : found;
    }
    if (other)
        return refuse_both(other, found, name, error);
    return found ? found : refuse(numbers, name, period, error);
}

const struct derivation *report_number_find(struct model *model, struct text name,
                                            struct period period, struct error *error)
{
    struct number_index numbers = number_index_make(model->results.analysis);
    const struct derivation *found = choose(&numbers, name, period, error);
    number_index_release(&numbers);
    return found;
}

/* --- formats --- */

static struct text next_word(struct text *rest)
{
    *rest = text_trim(*rest);
    size_t length = 0;
    while (length < rest->length && rest->data[length] != ' ')
        length++;
    struct text word = {rest->data, length};
    *rest = (struct text){rest->data + length, rest->length - length};
    return word;
}

static bool take_format_word(struct field_format *format, struct text word, struct error *error)
{
    double scale = unit_multiplier(word);
    if (scale > 0)
        format->scale = scale;
    else if (text_is(word, "abs"))
        format->is_absolute = true;
    else if (text_is(word, "bare"))
        format->is_bare = true;
    else if (text_is(word, "plain"))
        format->is_plain = true;
    else if (word.length == 2 && word.data[0] == '.' && ascii_is_digit(word.data[1]))
        format->places = word.data[1] - '0';
    else
        return error_set_misuse(error,
                                "`%.*s` is no format; write bn, mn or the like, .1 for one "
                                "decimal, abs, plain or bare",
                                (int)word.length, word.data);
    return true;
}

bool field_format_parse(struct field_format *format, struct text text, struct error *error)
{
    *format = (struct field_format){.places = -1};
    while (text_trim(text).length)
        if (!take_format_word(format, next_word(&text), error))
            return false;
    return true;
}

void field_format_write(struct buffer *out, const struct field_format *format,
                        const struct derivation *derivation)
{
    struct derivation shown = *derivation;
    bool is_money = shown.unit.dimension == DIMENSION_MONEY;
    if (!format->is_plain)
        report_write_exactness(out, derivation);
    if (format->is_absolute)
        shown.value = fabs(shown.value);
    if (format->scale > 0 && is_money) {
        double finer = log10(shown.unit.scale / format->scale);
        shown.places -= (int)lround(finer);
        shown.places = shown.places < 0 ? 0 : shown.places;
        shown.unit.scale = format->scale;
    }
    if (format->places >= 0 || format->scale > 0) {
        unit_format(out, shown.unit, shown.value / shown.unit.scale,
                    format->places >= 0 ? format->places : shown.places);
        return;
    }
    derivation_format_for_reading(out, &shown);
}

/* --- numbers that a text states --- */

static bool is_digit_part(char byte)
{
    return ascii_is_digit(byte) || byte == ',' || byte == '.';
}

/* "$", "US$", "USD", "EUR": what precedes the digits, without a sign. */
static bool take_currency(struct unit *unit, struct text word)
{
    struct text trimmed = text_trim(word);
    if (!trimmed.length)
        return true;
    bool is_dollar = text_is(trimmed, "$") || text_is(trimmed, "US$");
    bool is_euro = text_is(trimmed, "€");
    struct buffer name = {0};
    if (is_dollar || is_euro)
        buffer_puts(&name, is_dollar ? "USD" : "EUR");
    else
        buffer_append_text(&name, trimmed);
    bool is_known = unit_parse(buffer_text(&name), unit) && unit->dimension == DIMENSION_MONEY;
    buffer_release(&name);
    return is_known;
}

/* "bn", "billion", "%", "per cent", "x", or nothing. */
static bool take_unit(struct unit *unit, struct text word)
{
    struct text trimmed = text_trim(word);
    double scale = trimmed.length ? unit_multiplier(trimmed) : 1;
    if (!trimmed.length)
        return true;
    if (scale > 0 && unit->dimension == DIMENSION_MONEY) {
        unit->scale *= scale;
        return true;
    }
    if (unit->dimension != DIMENSION_NONE)
        return false;
    if (text_is(trimmed, "percent") || text_is(trimmed, "per cent"))
        trimmed = text_of("%");
    return unit_parse(trimmed, unit);
}

/* True if commas stand between thousands, or lakhs and crores: "6,9" is not 69. */
static bool has_right_commas(struct text digits)
{
    for (size_t i = 0; i < digits.length; i++) {
        size_t end = i + 1;
        if (digits.data[i] != ',')
            continue;
        while (end < digits.length && ascii_is_digit(digits.data[end]))
            end++;
        bool is_last = end == digits.length || digits.data[end] == '.';
        if (end - i - 1 != 3 && (is_last || end - i - 1 != 2))
            return false;
    }
    return true;
}

bool written_number_parse(struct written_number *written, struct text text, struct error *error)
{
    struct buffer digits = {0};
    struct decimal decimal = {0};
    size_t start = 0, end;
    text = text_trim(text);
    *written = (struct written_number){0};
    while (start < text.length && !ascii_is_digit(text.data[start]))
        start++;
    for (end = start; end < text.length && is_digit_part(text.data[end]); end++)
        if (text.data[end] != ',')
            buffer_putc(&digits, text.data[end]);
    struct text before = {text.data, start};
    const char *minus = start ? memchr(text.data, '-', start) : NULL;
    if (minus == text.data && minus)
        before = (struct text){text.data + 1, start - 1};
    bool is_read =
        digits.length && has_right_commas((struct text){text.data + start, end - start}) &&
        decimal_parse(buffer_text(&digits), &decimal) && take_currency(&written->unit, before) &&
        take_unit(&written->unit, (struct text){text.data + end, text.length - end});
    buffer_release(&digits);
    written->value = minus ? -decimal.value : decimal.value;
    written->places = decimal.places;
    return is_read || error_set_misuse(error,
                                       "`%.*s` is no number that can be compared; write 6.9 %%, "
                                       "$4.26bn or the like",
                                       (int)text.length, text.data);
}

bool written_number_holds(const struct written_number *written, const struct field_format *format,
                          const struct derivation *derivation, bool *is_comparable)
{
    struct buffer stated = {0}, found = {0};
    struct unit unit = derivation->unit;
    bool has_unit = written->unit.dimension != DIMENSION_NONE;
    bool needs_unit = unit.dimension == DIMENSION_MONEY || unit.dimension == DIMENSION_PERCENT;
    *is_comparable = has_unit ? unit_is_comparable(written->unit, unit) : !needs_unit;
    if (has_unit)
        unit = written->unit;
    else
        unit.scale = 1;
    double value = format->is_absolute ? fabs(derivation->value) : derivation->value;
    decimal_format(&stated, written->value, written->places);
    decimal_format(&found, value / unit.scale, written->places);
    bool holds = *is_comparable && text_is_equal(buffer_text(&stated), buffer_text(&found));
    buffer_release(&stated);
    buffer_release(&found);
    return holds;
}
