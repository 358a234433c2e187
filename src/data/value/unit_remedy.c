/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of the text are looked at one by one: a number word such as "billion", and one word
 * that is near a currency or a quantity. Put in the right order they are the unit that was meant.
 */
#include "config.h"

#include "data/value/unit_remedy.h"

#include "base/array.h"
#include "data/value/currency.h"
#include "data/value/unit.h"

#include <string.h>

/* Words that are not taken, as they are said of more than one thing, and what is often meant. */
static const struct {
    const char *word, *unit;
} near_words[] = {
    {"ton", "t"},        {"tons", "t"},       {"mt", "t"},
    {"kgs", "kg"},       {"kilo", "kg"},      {"kilograms", "kg"},
    {"unit", "pieces"},  {"units", "pieces"}, {"pcs", "pieces"},
    {"number", "count"}, {"no", "count"},     {"b/d", "bpd"},
    {"times", "x"},      {"per cent", "%"},   {"kbd", "thousand bpd"},
    {"l", "litres"},
};

struct meant {
    struct text multiplier;
    const struct currency *currency;
    const char *quantity;
    struct text other; /* a word that is a unit by itself */
};

static bool take_word(struct meant *meant, struct text word)
{
    struct unit unit;
    if (!meant->multiplier.length && unit_multiplier(word) > 0) {
        meant->multiplier = word;
        return true;
    }
    if (meant->currency || meant->quantity || meant->other.length)
        return false;
    if (unit_parse(word, &unit)) {
        meant->other = word;
        meant->currency = currency_find(word);
        return true;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(near_words); i++)
        if (text_is_word(word, near_words[i].word))
            meant->quantity = near_words[i].unit;
    if (!meant->quantity)
        meant->currency = currency_nearest(word);
    return meant->quantity || meant->currency;
}

static bool take_words(struct meant *meant, struct text text)
{
    for (size_t start = 0, i = 0; i <= text.length; i++) {
        if (i < text.length && text.data[i] != ' ')
            continue;
        struct text word = {text.data + start, i - start};
        start = i + 1;
        if (word.length && !take_word(meant, word))
            return false;
    }
    return meant->currency || meant->quantity || meant->other.length;
}

static void write_meant(struct buffer *out, const struct meant *meant)
{
    struct text multiplier = meant->multiplier;
    const char *blank = multiplier.length ? " " : "";
    if (meant->currency) {
        buffer_printf(out, "%s%s%.*s", meant->currency->code, blank, (int)multiplier.length,
                      multiplier.data);
        return;
    }
    buffer_printf(out, "%.*s%s", (int)multiplier.length, multiplier.length ? multiplier.data : "",
                  blank);
    if (meant->quantity)
        buffer_puts(out, meant->quantity);
    else
        buffer_append_text(out, meant->other);
}

static bool find_meant(struct meant *meant, struct buffer *out, struct text text)
{
    struct unit unit;
    struct buffer written = {0};
    *meant = (struct meant){.currency = NULL};
    bool is_found = take_words(meant, text_trim(text));
    if (is_found)
        write_meant(&written, meant);
    is_found = is_found && unit_parse(buffer_text(&written), &unit);
    if (is_found)
        buffer_append_text(out, buffer_text(&written));
    buffer_release(&written);
    return is_found;
}

bool unit_nearest(struct buffer *out, struct text text)
{
    struct meant meant;
    return find_meant(&meant, out, text);
}

void unit_refuse(struct buffer *reason, struct text text)
{
    struct meant meant;
    struct buffer nearest = {0};
    buffer_puts(reason, "is no unit; ");
    if (!find_meant(&meant, &nearest, text))
        buffer_puts(reason, "write a currency of ISO 4217 and its scale such as USD bn or INR "
                            "crore, or " UNIT_WORDS);
    else if (meant.currency)
        buffer_printf(reason, "did you mean %s (%s)? Units are listed in tradescope(5)",
                      nearest.data, meant.currency->name);
    else
        buffer_printf(reason, "did you mean %s? Units are listed in tradescope(5)", nearest.data);
    buffer_release(&nearest);
}
