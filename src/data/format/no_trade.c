/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/no_trade.h"

#include "base/array.h"
#include "data/format/translate.h"
#include "data/io/problem.h"
#include "data/value/word_pattern.h"

/* The first pattern that fits counts; one without a meaning is none of these. */
static const struct {
    const char *pattern, *what, *remedy;
} kinds[] = {
    {"index", NULL, NULL},
    {"*terms of trade*", "an index", NULL},
    {"*index*", "an index", NULL},
    {"*indices*", "an index", NULL},
    {"*deflator*", "an index", NULL},
    {"*direct investment*", "investment", NULL},
    {"*fdi*", "investment", NULL},
    {"tariff", "a tariff", NULL},
    {"tariff?rate*", "a tariff", NULL},
    {"* tariff", "a tariff", NULL},
    {"* tariff *", "a tariff", NULL},
    {"* tariffs*", "a tariff", NULL},
    {"*mfn*", "a tariff", NULL},
    {"*bound rate*", "a tariff", NULL},
    {"*customs duty*", "a tariff", NULL},
    {"*price*", "a price", NULL},
    {"*unit value*", "a price", NULL},
    {"*exchange rate*", "an exchange rate", NULL},
    {"*share*", "a share", NULL},
    {"*per cent*", "a share", NULL},
    {"*percent*", "a share", NULL},
    {"*% of*", "a share", NULL},
    {"*(%)*", "a share", NULL},
    {"*growth*", "a growth rate", NULL},
    {"*balance*", "a balance",
     "a balance does not tell exports from imports; get both from the source"},
    {"*quantity*", "a quantity", "get the values from the source, or convert with a price"},
    {"*tonnes*", "a quantity", "get the values from the source, or convert with a price"},
    {"*net weight*", "a quantity", "get the values from the source, or convert with a price"},
    {"*gdp*", "the size of an economy", NULL},
    {"*gross domestic product*", "the size of an economy", NULL},
    {"*population*", "a number of people", NULL},
};

/* Columns that may hold values of trade under a name that says no more. */
static const char *const values[] = {"*value*", "*amount*", "*trade*",  "*fob*", "*cif*",
                                     "*usd*",   "*us$*",    "*dollar*", "val*",  "*eur*",
                                     "*sum*",   "v",        "*total*"};

/* Columns that lists of codes consist of; the first ones hold the codes. */
static const char *const listed[] = {"*code*",  "*iso*", "*name*",  "*description*", "*label*",
                                     "*title*", "*m49*", "*notes*", "country",       "region"};
#define CODE_COLUMNS ((size_t)2)

static bool fits_any(struct text name, const char *const *patterns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word_pattern_fits(text_of(patterns[i]), name))
            return true;
    return false;
}

/* Returns the number of the kind, or that of all kinds if there is none. */
static size_t kind_of(struct text name)
{
    size_t kind = 0;
    while (kind < ARRAY_LENGTH(kinds) && !word_pattern_fits(text_of(kinds[kind].pattern), name))
        kind++;
    return kind < ARRAY_LENGTH(kinds) && kinds[kind].what ? kind : ARRAY_LENGTH(kinds);
}

static bool is_read_as(const char *translation_name, struct text name)
{
    const struct translation *translation = translation_find(text_of(translation_name));
    struct buffer meaning = {0};
    bool is_read = translation && translation->read(translation, name, NULL, &meaning);
    buffer_release(&meaning);
    return is_read;
}

static bool is_code_list(const struct csv_record *header)
{
    size_t codes = 0;
    for (size_t i = 0; i < header->count; i++) {
        struct text name = text_trim(header->fields[i]);
        codes += fits_any(name, listed, CODE_COLUMNS);
        if (name.length && !fits_any(name, listed, ARRAY_LENGTH(listed)))
            return false;
    }
    return codes > 0 && header->count > 1;
}

static void tell(struct buffer *out, struct text name, size_t kind)
{
    problem_quote(out, name);
    buffer_printf(out, " is %s; ", kinds[kind].what);
    buffer_puts(out, kinds[kind].remedy ? kinds[kind].remedy
                                        : "open a file with the values of exports or imports");
}

bool no_trade_tell(struct buffer *out, const struct csv_record *header)
{
    size_t found = header->count, found_kind = 0, years = 0;
    for (size_t i = 0; i < header->count; i++) {
        struct text name = text_trim(header->fields[i]);
        size_t kind = kind_of(name);
        years += is_read_as("year", name);
        if (years > 1 || is_read_as("flow-words", name) ||
            (kind == ARRAY_LENGTH(kinds) && fits_any(name, values, ARRAY_LENGTH(values))))
            return false;
        if (kind < ARRAY_LENGTH(kinds) && found == header->count) {
            found = i;
            found_kind = kind;
        }
    }
    if (found < header->count)
        tell(out, text_trim(header->fields[found]), found_kind);
    else if (is_code_list(header))
        buffer_puts(out,
                    "it is a list of codes; open a file with the values of exports or imports");
    else
        return false;
    return true;
}
