/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/quantity.h"

#include "base/array.h"
#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

struct reader {
    const struct news_token *tokens;
    size_t count;
    struct arena *arena;
};

static const struct news_token *peek(const struct reader *reader, size_t i)
{
    static const struct news_token none = {.type = TOKEN_SIGN, .word = {"", 0}, .value = ""};
    return i < reader->count ? &reader->tokens[i] : &none;
}

static bool is_class(const struct reader *reader, size_t i, enum word_class class)
{
    return i < reader->count && reader->tokens[i].class == class;
}

static bool is_hyphen(const struct reader *reader, size_t i)
{
    return token_is(peek(reader, i), "-") && peek(reader, i)->is_joined;
}

static size_t skip_hyphen(const struct reader *reader, size_t i)
{
    return is_hyphen(reader, i) && peek(reader, i + 1)->is_joined ? i + 1 : i;
}

/* Reads "twenty five", "hundred"; *at is behind it. */
static bool read_words(const struct reader *reader, size_t *at, struct text *number)
{
    long sum = 0;
    size_t i = *at;
    for (; is_class(reader, i, WORD_NUMBER) && i < *at + 2; i = skip_hyphen(reader, i + 1))
        sum += token_number(peek(reader, i));
    if (is_class(reader, i, WORD_HUNDRED)) {
        sum = (sum ? sum : 1) * 100;
        i++;
    }
    if (i == *at)
        return false;
    *number = text_of(arena_printf(reader->arena, "%ld", sum));
    while (i > *at && is_hyphen(reader, i - 1))
        i--;
    *at = i;
    return true;
}

static bool read_number(const struct reader *reader, size_t *at, struct text *number)
{
    if (peek(reader, *at)->type != TOKEN_NUMBER)
        return read_words(reader, at, number);
    *number = peek(reader, (*at)++)->word;
    return true;
}

/* Reads what follows a number: a scale, a currency, per cent, a unit. */
static bool read_unit(const struct reader *reader, struct news_quantity *quantity, size_t *at)
{
    size_t i = skip_hyphen(reader, *at);
    bool has_currency = *quantity->currency;
    if (is_class(reader, i, WORD_SCALE)) {
        quantity->scale = peek(reader, i)->value;
        *at = i + 1;
        i = skip_hyphen(reader, i + 1);
    }
    if (is_class(reader, i, WORD_WEIGHT) && !has_currency) {
        quantity->kind = QUANTITY_WEIGHT;
        quantity->unit = peek(reader, i)->value;
    } else if (is_class(reader, i, WORD_CURRENCY) && !has_currency) {
        quantity->currency = peek(reader, i)->value;
    } else if (is_class(reader, i, WORD_PERCENT) && !has_currency && !*quantity->scale) {
        quantity->kind = QUANTITY_PERCENT;
    } else if (is_class(reader, i, WORD_POINTS) && !has_currency && !*quantity->scale) {
        quantity->kind = QUANTITY_POINTS;
    } else if (is_class(reader, i, WORD_FOLDWORD) && !has_currency && !*quantity->scale) {
        quantity->kind = QUANTITY_FOLD;
    } else {
        return has_currency || *quantity->scale;
    }
    *at = i + 1;
    return true;
}

static bool has_unit(const struct news_quantity *quantity)
{
    return quantity->kind != QUANTITY_MONEY || *quantity->scale;
}

/* Reads the end of a range behind its beginning: "-2 %" of "1-2 %". */
static bool read_range(const struct reader *reader, struct news_quantity *from,
                       struct news_quantity *to, size_t *at)
{
    size_t i = *at;
    bool is_between = from->first > 0 && token_is(peek(reader, from->first - 1), "between");
    bool is_dash = token_is(peek(reader, i), "-"), is_to = token_is(peek(reader, i), "to");
    bool is_and = is_between && token_is(peek(reader, i), "and");
    if ((!is_dash && !is_to && !is_and) || (!is_and && has_unit(from)))
        return false;
    *to = (struct news_quantity){.currency = "", .scale = "", .unit = "", .first = ++i};
    if (is_class(reader, i, WORD_CURRENCY))
        to->currency = peek(reader, i++)->value;
    else if (*from->currency)
        to->currency = from->currency;
    if (!read_number(reader, &i, &to->number) || !read_unit(reader, to, &i))
        return false;
    to->last = i - 1;
    if (!has_unit(from)) {
        from->kind = to->kind;
        from->scale = to->scale;
        from->unit = to->unit;
    }
    if (!*from->currency)
        from->currency = to->currency;
    *at = i;
    return from->kind == to->kind;
}

static const char *find_qualifier(const struct reader *reader, size_t first, size_t last)
{
    static const char *const passed[] = {"a", "the", "an", "record", "of", "mark", "to", "by"};
    const struct news_token *behind = peek(reader, last + 1), *second = peek(reader, last + 2);
    if (behind->class == WORD_AND && token_is(second, "more"))
        return "at least";
    if (behind->class == WORD_AND && token_is(second, "so"))
        return "about";
    if ((token_is(behind, "+") && behind->is_joined) || token_is(second, "plus"))
        return "over";
    for (size_t i = first, steps = 0; i-- > 0 && steps < 3; steps++) {
        const struct news_token *token = &reader->tokens[i];
        bool is_passed = false;
        if (token->class == WORD_QUALIFIER)
            return token->value;
        for (size_t k = 0; k < ARRAY_LENGTH(passed); k++)
            is_passed |= token_is(token, passed[k]);
        if (token_is(token, "~"))
            return "about";
        if (!is_passed)
            break;
    }
    return "";
}

static void read_sign(const struct reader *reader, struct news_quantity *quantity)
{
    if (!quantity->first)
        return;
    const struct news_token *before = peek(reader, quantity->first - 1);
    bool is_minus = token_is(before, "-"), is_plus = token_is(before, "+");
    if ((is_minus || is_plus) && reader->tokens[quantity->first].is_joined && !before->is_joined) {
        quantity->is_negative = is_minus;
        quantity->has_sign = true;
    }
    const struct news_token *earlier =
        quantity->first > 1 ? peek(reader, quantity->first - 2) : NULL;
    if ((is_minus || is_plus) && earlier && token_is(earlier, "(")) {
        quantity->is_negative = is_minus;
        quantity->has_sign = true;
    }
}

/* Reads a word that is a quantity alone: "threefold", "half". */
static bool read_word(const struct reader *reader, size_t *at, struct news_quantity *quantity)
{
    const struct news_token *token = peek(reader, *at);
    if (token->class != WORD_FOLD && token->class != WORD_FRACTION)
        return false;
    quantity->kind = token->class == WORD_FOLD ? QUANTITY_FOLD : QUANTITY_FRACTION;
    quantity->number = text_of(token->value);
    (*at)++;
    return true;
}

/* Reads the quantity at *at, which is then behind it. */
static bool read_quantity(const struct reader *reader, size_t *at, struct news_quantity *quantity)
{
    size_t i = *at;
    *quantity = (struct news_quantity){
        .currency = "", .scale = "", .unit = "", .qualifier = "", .first = i};
    if (read_word(reader, &i, quantity)) {
        quantity->last = i - 1;
        *at = i;
        return true;
    }
    if (is_class(reader, i, WORD_CURRENCY))
        quantity->currency = peek(reader, i++)->value;
    if (!read_number(reader, &i, &quantity->number))
        return false;
    size_t behind = i;
    bool is_year = token_is_number_in(peek(reader, i - 1), 1900, 2099) && !*quantity->currency;
    if (is_year && peek(reader, i)->type != TOKEN_WORD)
        return false;
    if (is_year && token_is(peek(reader, i), "to"))
        return false;
    if (!read_unit(reader, quantity, &i) && !token_is(peek(reader, behind), "-") &&
        !token_is(peek(reader, behind), "to") && !token_is(peek(reader, behind), "and"))
        return false;
    quantity->last = i - 1;
    *at = i;
    return true;
}

static void append(const struct reader *reader, struct quantity_list *list,
                   struct news_quantity *quantity)
{
    read_sign(reader, quantity);
    if (!quantity->qualifier || !*quantity->qualifier)
        quantity->qualifier = find_qualifier(reader, quantity->first, quantity->last);
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = *quantity;
}

void quantity_list_add(struct quantity_list *list, struct arena *arena,
                       const struct news_token *tokens, size_t count)
{
    const struct reader reader = {tokens, count, arena};
    for (size_t i = 0; i < count;) {
        struct news_quantity quantity, end;
        size_t at = i;
        if (!read_quantity(&reader, &at, &quantity)) {
            i++;
            continue;
        }
        if (read_range(&reader, &quantity, &end, &at)) {
            quantity.qualifier = "at least";
            end.qualifier = "at most";
            append(&reader, list, &quantity);
            append(&reader, list, &end);
        } else if (has_unit(&quantity) || *quantity.currency) {
            append(&reader, list, &quantity);
        }
        i = at > i ? at : i + 1;
    }
}

void quantity_list_release(struct quantity_list *list)
{
    free(list->items);
    *list = (struct quantity_list){0};
}
